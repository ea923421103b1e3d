# 能算、却可疑的地方。

W0510 = 「{ $item }」的分量太小，改变不了任何人的等级：它最多只给总分加 { $most }；就是在离界限 { $bound } 最近、其余各项得 { $rest } 的时候，加上它得 { $sum }，等级也不变
    .label = 这一项得多少分，等级和薪资都不变
    .help = 把它的权重（{ -weight } 或 { -out-of }）调高，或者删去它，把权重分给别的项；若本意如此，写 # { -allow }W0510 理由

W0511 = { $kind ->
        [floor] 下限 { $bound } 从不起作用：{ $input } 最低也有 { $end }
       *[cap] 上限 { $bound } 从不起作用：{ $input } 最高只到 { $end }
    }
    .label = 没有人会碰到
    .help = 看看 { $bound } 有没有写错；确实不需要，就只写 { $input }
W0511-pay = { $kind ->
        [floor] 「{ $input }」的下限 { $bound } 从不起作用：它最低也有 { $end }
       *[cap] 「{ $input }」的上限 { $bound } 从不起作用：它最高只到 { $end }
    }
    .label = 没有人会碰到
    .help = 看看 { $bound } 有没有写错；确实不需要，就删去 { $kind ->
        [floor] { -at-least } { $bound }
       *[cap] { -at-most } { $bound }
    }

W0511-turned = 「{ $input }」是要扣的，数是负的，上限 { $bound } 从不起作用：扣多少都不封顶
    .label = 没有人会碰到
    .help = 最多扣 { $bound }，写 { $wanted }：扣得最多，就是这个负数最低到哪里

W0512 = { $kind ->
        [floor] 下限 { $bound } 总在起作用：{ $input } 最高只到 { $end }，人人都得 { $bound }
       *[cap] 上限 { $bound } 总在起作用：{ $input } 最低也有 { $end }，人人都得 { $bound }
    }
    .label = 人人都得 { $bound }
    .help = 看看 { $bound } 和 { $input } 有没有写错；若本意如此，就直接写 { $bound }
W0512-pay = { $kind ->
        [floor] 「{ $input }」的下限 { $bound } 总在起作用：算出来最高只到 { $end }，人人都得 { $bound }
       *[cap] 「{ $input }」的上限 { $bound } 总在起作用：算出来最低也有 { $end }，人人都得 { $bound }
    }
    .label = 人人都得 { $bound }
    .help = 看看 { $bound } 和算式有没有写错；若本意如此，就直接写 { $bound }

W0512-turned = 「{ $input }」是要扣的，算出来最高只到 { $end }，下限却是 { $bound }：人人不但不扣，还都得 { $bound }
    .label = 人人都得 { $bound }
    .help = 最多扣 { $bound }，写 { $wanted }：扣得最多，就是这个负数最低到哪里

W0513 = 「{ $grade }」的 { $better } 和 { $worse } 待遇一样，都是 { $values }：评上 { $better } 并不比 { $worse } 多得
    .label = { $worse } 也是 { $values }
    .label-row = { $better } 在这里
    .help = 看看 { $better } 或 { $worse } 的值有没有写错；若本意如此，在这一行写 # { -allow }W0513 理由

W0514 = { $input } 不会是 { $value }：它只在 { $lo } 到 { $hi } 之间，写了也没有人对得上
    .label = 没有人正好是 { $value }
    .help = 改成它能有的值，或删去 { $value }
W0514-step = { $input } 不会正好是 { $value }：它每 { $step } 一档，写了也没有人对得上
    .label = 没有人正好是 { $value }
    .help = 把 { $value } 改成 { $step } 的倍数，或删去它

W0515 = 中途来的、中间缺了一期的人没有「{ $text }」，这时算的是 { $fallback }，不是已有各期之和
    .label = 缺期的人按 { $fallback }
    .help = 要从期初起有几期算几期，就把同一份文件再当明细读一次，字段另起名字，并加一列写明年份：{ -details } 各月 {"{"} 工号 : { -text }, { -key }; 那月 : { -month } { -from } "月份"; 那年 : { -year } { -from } "年份"; 金额 : { -money } {"}"}，再写 { -sum }(各月.金额 { -where } 各月.那年 = 年份 { -and } 各月.那月 <= 月份)
W0515-quarter = 中途来的、中间缺了一期的人没有「{ $text }」，这时算的是 { $fallback }，不是已有各期之和
    .label = 缺期的人按 { $fallback }
    .help = 要从期初起有几期算几期，就把同一份文件再当明细读一次，字段另起名字，并加一列写明季度：{ -details } 各月 {"{"} 工号 : { -text }, { -key }; 那月 : { -month } { -from } "月份"; 那季 : { -quarter } { -from } "季度"; 金额 : { -money } {"}"}，再写 { -sum }(各月.金额 { -where } 各月.那季 = 季度 { -and } 各月.那月 <= 月份)

W0520 = { $kind ->
        [floor] 下限 { $bound } 只是保险：{ $input } 最低也有 { $end }，不会改变任何结果
       *[cap] 上限 { $bound } 只是保险：{ $input } 最高只到 { $end }，不会改变任何结果
    }
    .label = 不会改变结果
    .help = 可以留着；想写得短些，就只写 { $input }
W0520-pay = { $kind ->
        [floor] 「{ $input }」的下限 { $bound } 只是保险：它最低也有 { $end }，不会改变任何人的薪资
       *[cap] 「{ $input }」的上限 { $bound } 只是保险：它最高只到 { $end }，不会改变任何人的薪资
    }
    .label = 不会改变结果
    .help = 可以留着；想写得短些，就删去 { $kind ->
        [floor] { -at-least } { $bound }
       *[cap] { -at-most } { $bound }
    }

W0521 = 「{ $table }」的 { $one } 和 { $two } 都答 { $values }，可以并成一行
    .label = 和上一行一样
    .label-one = 上一行在这里
    .help = 看看有没有写错；若本意如此，可写成一行 { $pattern } => { $values }

W0516 = 「{ $item }」最多只得 { $most } 分，满分是 { $full }：「{ $text }」算到最高也只有 { $most } 分，合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分，不是 { $full } 分
    .label-gap = 换算以后，「{ $table }」里 { $point } 还没有一行管
    .help = { $mend ->
        [edit] 换算成 { $full } 的分制，写成 { $proposal }；若本意如此，写 # { -allow }W0516 理由
       *[look] 换算成 { $full } 的分制；若本意如此，写 # { -allow }W0516 理由
    }
W0516-field = 「{ $item }」最多只得 { $most } 分，满分是 { $full }：「{ $text }」打满也只有 { $most } 分，合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分，不是 { $full } 分
    .label-gap = 换算以后，「{ $table }」里 { $point } 还没有一行管
    .help = { $mend ->
        [edit] 换算成 { $full } 的分制，写成 { $proposal }；若本意如此，写 # { -allow }W0516 理由
        [name] 换算成 { $full } 的分制：「{ $text }」别处还要用，所以给这一项另起一个名字，后面写 = 乘好的算式；若本意如此，写 # { -allow }W0516 理由
       *[look] 换算成 { $full } 的分制；若本意如此，写 # { -allow }W0516 理由
    }
W0516-rows = 「{ $item }」最多只得 { $most } 分，满分是 { $full }：最好的一行也只给 { $most } 分，合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分，不是 { $full } 分
    .label-gap = 换算以后，「{ $table }」里 { $point } 还没有一行管
    .label-best = 最好的一行
    .help = 各行照满分 { $full } 写，权重会再乘上去；若本意如此，写 # { -allow }W0516 理由

W0517 = 「{ $name }」听名字是要扣的，写出来却加到了 { $sum } 上：扣得越多的人，得到的反而越多
    .label = 「{ $text }」从不小于 0，所以是加
    .help = { $mend ->
        [edit] 要扣，就写成 { $proposal }；若本意就是加，写 # { -allow }W0517 理由
       *[bounds] 要扣，就让算式小于 0（前面写负号），上下限也跟着反过来；若本意就是加，写 # { -allow }W0517 理由
    }

W0518 = 「{ $text }」只给符合「{ $condition }」的人：其余的人这一行得 0，连「{ $base }」也没有
    .label = 不符合条件的人得 0
    .help = 其余的人拿全额，写 { $proposal }；其余的人本来就没有，写明 { $whole }

W0522 = 「{ $item }」最多只得 { $most } 分，满分是 { $full }：合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分
    .help = 可以留着；要让人得满分，看看「{ $text }」有没有写错
W0522-field = 「{ $item }」最多只得 { $most } 分，满分是 { $full }：合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分
    .help = 可以留着；要让人得满分，看看「{ $text }」有没有写错
W0522-rows = 「{ $item }」最好的一行只给 { $most } 分，满分是 { $full }：合计里每个人至少少 { $lost } 分
    .label = 最高 { $most } 分
    .label-best = 最好的一行
    .help = 可以留着；要让人得满分，把最好的一行写成 { $full }
