### 表达式与区间的话：名称、类型、单位、缺失、除法

E0201 = 没有叫「{ $name }」的东西
    .label = 这个名称没有声明
    .help = 检查名称是否写错；要用新的数据，就在 record 里加一行「{ $name } : 类型」
E0201-near = 没有叫「{ $name }」的东西，是不是「{ $nearest }」？
    .label = 这个名称没有声明
    .help = 改成 { $nearest }
E0201-scores = 「{ $name }」是各评分项的合计，可是这里一项评分也没有
    .label = 没有可以合计的
    .help = 写一项评分：score 名称 weight 100% {"{"} >= 90 => 100; otherwise => 0 {"}"}；或在 by 后面直接写那个字段
E0201-label = 「{ $name }」是一个标签，但这里看不出是哪一组的标签
    .label = 标签要和它那一组的值放在一起比
    .help = 写成「字段 = { $name }」这样的比较；要当文本用，就写成 "{ $name }"
E0201-function = 没有叫「{ $name }」的函数
    .label = 不认识的函数
    .help = 可以用的函数：{ $functions }
E0201-function-near = 没有叫「{ $name }」的函数，是不是 { $nearest }？
    .label = 不认识的函数
    .help = 改成 { $nearest }
E0201-member = 「{ $owner }」里没有「{ $name }」
    .label = 没有这一项
    .help = 「{ $owner }」有：{ $members }
E0201-member-near = 「{ $owner }」里没有「{ $name }」，是不是「{ $nearest }」？
    .label = 没有这一项
    .help = 改成 { $owner }.{ $nearest }
E0201-member-none = 「{ $owner }」是一个单独的值，没有「.{ $name }」
    .label = 没有这一项
    .help = 直接写 { $owner }
E0201-member-uneven = 「{ $owner }」取不到「{ $name }」：同一等级的「{ $name }」因行而异，或只在自己那一行里才算得出，单凭等级定不下来
    .label = 单凭等级定不下来
    .help = 让同一等级的各行给出同样的「{ $name }」；或另写一张对照表：table 名称 by { $owner } -> { $name } : 类型

E0202 = 「{ $figure }」没有单位，这里要的是{ $wanted }
    .label = 少了单位
    .help = 写成 { $proposal }
E0202-fraction = 「{ $figure }」没有单位，这里要的是{ $wanted }
    .label = 缺单位
    .help = 写成 { $proposal }；真的只有那么一点，写成 { $other }
E0202-year = 这里要一个年份，从 1900 到 2199
    .label = 不是年份
    .help = 写成四位的年份，如 2024

E0203 = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 换成{ $wanted }的值
E0203-itself = 「{ $text }」是{ $found }，不能直接当得分
    .label = { $found }
    .help = 写明怎样得分：score { $text } weight …% {"{"} … => 100; otherwise => 0 {"}"}
E0203-times = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：还差一个{ $factor }的因数
    .label = { $found }
    .help = 乘以一个类型是{ $factor }的值
E0203-rate = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：没有说怎样折算，还差一个{ $factor }的因数
    .label = { $found }
    .help = 乘以一个类型是{ $factor }的值，如 ({ $example })
E0203-over = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：多出了一个{ $factor }
    .label = { $found }
    .help = 除以一个{ $factor }的值，或者去掉一个{ $factor }的因数
E0203-plain = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 给其中一个数写上单位，如 { $example }
E0203-literal = 这里要的是{ $wanted }，写的却是{ $found } { $text }
    .label = { $found }
    .help = 写成 { $proposal } 这样的{ $wanted }
E0203-calendar = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 换成{ $wanted }：日期写 2024-03-01，月份写 2024-03，季度写 2024-Q1
E0203-ratio = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：98% 和 0.98 大小一样，但不会自动互换
    .label = { $found }
    .help = 写成 { $proposal }
E0203-sides = 两边的类型不同：左边是{ $left }，右边是{ $right }
    .label-left = { $left }
    .label-right = { $right }
    .help = 让两边是同一种类型；数字补上单位，如 98%、300元、40s
E0203-sides-calendar = 左边是{ $left }，右边是{ $right }，不能直接比先后
    .label-left = { $left }
    .label-right = { $right }
    .help = 让两边是同一种：日期写 2024-03-01，月份写 2024-03，季度写 2024-Q1
E0203-sides-ratio = 两边的类型不同：左边是{ $left }，右边是{ $right }；98% 和 0.98 大小一样，但不会自动互换
    .label-left = { $left }
    .label-right = { $right }
    .help = 用 percent(…) 或 number(…) 把其中一边换过来
E0203-currency = 这里写的是 { $found }，这份方案的币种是 { $wanted }
    .label = 另一种货币
    .help = 改用 { $wanted }；方案里没有汇率，一份方案只用一种货币

E0204 = 「{ $text }」的单位是{ $found }，没有这样的类型
    .label = 单位没有约掉
    .help = 检查乘除：金额乘以分数之后要再除以分数，才又是金额

E0205 = 这一组标签里没有「{ $name }」
    .label = 不是这一组的标签
    .help = 这一组有：{ $labels }
E0205-near = 这一组标签里没有「{ $name }」，是不是「{ $nearest }」？
    .label = 不是这一组的标签
    .help = 改成 { $nearest }；这一组有：{ $labels }

E0206 = 「{ $name }」既是一个标签，又是一个值的名称，分不清指哪一个
    .label = 两种意思
    .label-as-label = 这里是标签
    .label-as-value = 这里是值
    .help = 给其中一个改名；要标签，也可以写成 "{ $name }"
E0206-output = 「{ $name }」在几张等级表里都有（{ $grades }），说不清「{ $owner }」是哪一张的档位
    .label = 按哪一张算？
    .help = 在「{ $owner }」的声明里写明类型，例如 : { $example }

E0207 = 「{ $text }」可能缺失，缺失时这里就算不出来
    .label = 可能缺失
    .label-declared = 这里说它可以缺失
    .help = 写成「{ $text } otherwise 值」，说明缺失时按多少算

E0208 = 「{ $input }」不会缺失，这一行 missing 永远轮不到
    .label = 永远轮不到
    .help = 删去这一行；如果数据真的可能缺，就在 record 里给它加 optional

E0209 = { $function } 的写法不对
    .label = 括号里的内容不合
    .help = 写成 { $form }
E0209-no-step = { $function } 没有说取到哪一位，每个人的零头就没有依据
    .label = 少了取整的单位
    .help = 写成 { $proposal }
E0209-no-word = { $function } 没有说不满一步的算不算：同一个差距会扣出不同的分
    .label = 少了 full 或 started
    .help = 不满一步的不算，写成 { $proposal }；不满一步也算一步，写成 { $other }
E0209-step = 取整的单位、每步的大小要是一个大于 0 的数或参数，和前面的值同一类型
    .label = 不能用作单位
    .help = 写成 0.1、0.01元、0.01% 这样的数

E0210 = 这里要一个固定的值，「{ $text }」却要看每个人的数据
    .label = 不是固定的值
    .help = 这里只能写数、param，以及它们的 + - * /

E0211 = 这个区间里什么也没有：{ $lo } 比 { $hi } 大
    .label = 两端写反了
    .help = 写成 { $proposal }
E0211-midnight = 这个区间里什么也没有：{ $hi } 比 { $lo } 早，而一天到半夜为止
    .label = 跨过了半夜
    .help = 写成两行，一行 { $evening }，一行 { $morning }；若是两端写反了，对调过来
E0211-point = 这个区间里什么也没有：两端都是 { $value }，却有一端不含
    .label = 空的区间
    .help = 只要 { $value } 这一个值，就写成 [{ $value }, { $value }]

E0212 = 「{ $text }」是{ $found }，{ $found }没有「{ $operator }」这种运算
    .label = { $found }
    .help = 标签和文本只能用 =、!=、in 来比；加减乘除只用于数
E0212-unranked = 「{ $text }」的标签没有说哪个更高，「{ $function }」不知道往哪边走
    .label = 不是等级表的档位
    .help = { $function } 只用于 grade 的档位；别的标签写成 if { $text } = … then … else …
E0213 = 「{ $name }」自己不是一个值，它有几项，要说明用哪一项
    .label = 哪一项？
    .help = 写成其中一个：{ $members }
E0213-one = 「{ $name }」自己不是一个值，它的那一项有名字
    .label = 少了那一项的名字
    .help = 写成 { $proposal }

E0401 = 「{ $quotient }」除不尽时没有说保留几位，每个人差的那一点就没有依据
    .label = 没有取整的除法
    .help = 写成 { $proposal }，或给它的声明加 decimals 2
E0401-rate = 「{ $quotient }」除不尽时没有说保留几位，每个人差的那一点就没有依据
    .label = 没有取整的除法
    .help = 单独写一个 metric，加上 decimals 2；或者把除法留到最后，连同它乘的数一起取整
E0401-product = 「{ $quotient }」先除后乘，要取整两次，结果会差一点
    .label = 没有取整的除法
    .help = 先乘后除，写成 { $proposal }，再用 round(…, 0.01) 或 decimals 2 取整一次
E0401-twice = 「{ $quotient }」除了又除，要取整两次，结果会差一点
    .label = 没有取整的除法
    .help = 除一次，写成 { $proposal }，再用 round(…, 0.01) 或 decimals 2 取整一次

E0402 = 「{ $divisor }」可能是 0，那时「{ $quotient }」算不出来
    .label = 可能是 0
    .label-declared = 允许「{ $name }」为 0
    .help = 写成「{ $quotient } otherwise 值」，说明除数为 0 时按多少算；不会为 0 的，就在声明里用 in (0, …] 写明
E0402-always = 「{ $divisor }」只能是 0，「{ $quotient }」永远算不出来
    .label = 只能是 0
    .label-declared = 「{ $name }」在这里只能是 0
    .help = 检查条件和除数是否写错

E0403 = 「{ $text }」可能大到算不准
    .label = 位数可能超过 28 位
    .help = 用 round(…) 减少小数位，或者少乘几次
E0403-input = 「{ $text }」可能大到算不准：「{ $input }」的范围太宽
    .label = 位数可能超过 28 位
    .label-declared = 「{ $input }」的范围在这里定
    .help = 给「{ $input }」写明范围 in [0, …] 或小数位 decimals 2，或者用 round(…) 取整

W0201-always = 「{ $text }」总是成立
    .label = 总是成立
    .help = 这个条件分不出人来；检查是否写错，或者删去
W0201-never = 「{ $text }」永远不成立
    .label = 永远不成立
    .help = 这个条件谁也轮不到；检查是否写错，或者删去
W0201-always-range = 「{ $text }」总是成立：{ $input } 在这里从 { $lo } 到 { $hi }
    .label = 总是成立
    .help = 这个条件分不出人来；检查界限是否写错，或者删去
W0201-never-range = 「{ $text }」永远不成立：{ $input } 在这里从 { $lo } 到 { $hi }
    .label = 永远不成立
    .help = 这个条件谁也轮不到；检查界限是否写错，或者删去

W0202 = 「{ $text }」不会缺失，除数也不会是 0，otherwise 后面的值永远用不上
    .label = 用不上
    .help = 删去 otherwise 和它后面的值

W0401-domain = 范围的界限 { $bound } 落在两档之间：这个字段每 { $step } 一档，范围里离它最近的是 { $reached }
    .label = 没有记录正好等于它
    .help = 界限可以这样写；要让它正好能达到，写 { $step } 的倍数，或用 decimals 把每一档改细
W0401 = 界限 { $bound } 落在两档之间：{ $input } 每 { $step } 一档，没有人正好等于它
    .label = 没有人正好等于它
    .help = 界限可以这样写；想让它正好能达到，就写成 { $step } 的倍数
