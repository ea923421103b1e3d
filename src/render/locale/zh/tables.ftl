### 各行区间的缺口、重叠与走不到的行

term-any = 任意
term-or = {" 或 "}
term-then = ；
term-other-text = 其他文本
term-no-score = ，这时没有得分，总分也就算不出来
term-no-grade = ，这时评不出档位
term-no-outcome = ，这时评不出档位，也就没有
term-no-answer = ，这时没有结果
term-no-output = ，这时没有
term-no-rate = ，这时没有比例，金额也就算不出来
term-unclear-score = ，得几分说不清
term-unclear-grade = ，评哪一档说不清
term-unclear-outcome = ，评哪一档说不清，因而也说不清
term-unclear-answer = ，按哪一行算说不清
term-unclear-output = ，因而说不清
term-unclear-rate = ，按哪个比例说不清
term-idle = {""}
term-idle-grade = ，没有人评得上这一档

E0501 = 「{ $table }」有缺口：{ $point } 没有任何一行接住{ $result }
    .label = 这里的各行都不含 { $region }
    .help = { $mend ->
        [rest] 在最后补一行 { $rest }
       *[row] 补一行 { $row }，或在最后补一行 { $rest }
    }
E0501-between = 「{ $table }」有缺口：{ $point } 落在 { $below } 与 { $above } 之间，两行都不含它{ $result }
    .label = 缺口是 { $region }
    .label-row = { $name } 不含它
    .help = { $mend ->
        [close] 把 { $old } 改成 { $new }
        [edit] 把 { $old } 改成 { $new }，或补一行 { $row }
       *[row] 补一行 { $row }
    }
E0501-alike = 「{ $table }」有 { $count } 处同样的缺口：{ $point } 落在 { $below } 与 { $above } 之间，两行都不含它{ $result }；其余各处也一样
    .label = 第一处缺口是 { $region }
    .label-row = { $name } 旁边有缺口
    .help = 让各行接到相邻的一行：{ $changes }
E0501-above = 「{ $table }」有缺口：{ $point } 超出 { $below }，没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .label-row = { $name } 到此为止
    .help = { $mend ->
        [edit] 把 { $old } 改成 { $new }，或补一行 { $row }
       *[row] 补一行 { $row }
    }
E0501-below = 「{ $table }」有缺口：{ $point } 不到 { $above }，没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .label-row = { $name } 从这里开始
    .help = { $mend ->
        [held] 不到 0 时按 0 算，就把 { $input } 写成 { $proposal }；要另外算，补一行 { $row }
        [edit] 补一行 { $row }，或把 { $old } 改成 { $new }
       *[row] 补一行 { $row }
    }
E0501-missing = 「{ $table }」没有说数据缺失时怎么办：{ $point } 没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .help = 补一行 { $row }
E0501-together = 「{ $table }」有 { $count } 处缺口或重叠，要一起改：{ $point } 没有任何一行接住{ $result }
    .label = 第一处是 { $region }
    .label-row = { $name } 也在其中
    .help = 这几处一起改：{ $changes }
E0501-lone = 「{ $table }」有缺口：{ $point } 没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .label-row = { $name } 不含它
    .help = 写成：{ $changes }
E0501-guarded = 「{ $table }」有缺口：{ $point } 只有带条件的一行 { $guarded } 接得住，条件不成立时没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .label-row = 这一行只在条件成立时算数
    .help = 在这一行下面补一行 { $row }，说明条件不成立时怎么算
E0501-partly = 「{ $table }」没有把所有人都说到：{ $point } 没有任何一行接住{ $result }
    .label = 带条件的行合起来还缺这些人
    .help = { $mend ->
        [score] 补 { $rows }；要算 0 分，就补 { $changes }
       *[row] 补 { $rows }，或在最后补一行不带条件的 { $row }
    }
E0501-exempt = 「{ $table }」没有说数据缺失时怎么办：{ $point } 没有任何一行接住{ $result }
    .label = 缺口是 { $region }
    .label-row = 这一行只管填了数的人，空着的格不在内
    .help = 补 { $rows }：不考这一项的人没有数也免考，{ $people } 的人没有数得 0 分；谁没有数都免考，就只补 { $whole }

E0502 = 「{ $table }」有重叠：{ $point } 既属于 { $earlier }，又属于 { $later }{ $result }
    .label = 这一行重复占了 { $region }
    .label-row = { $name } 已经占了它
    .help = { $mend ->
        [edit] 把 { $old } 改成 { $new }
        [either] 把 { $old } 改成 { $new }，或把 { $older } 改成 { $newer }
        [rows] 这里若该按 { $earlier } 算，就把 { $later } 换成：{ $rows }
       *[other] 让 { $region } 只属于其中一行
    }
E0502-shared = 「{ $table }」有 { $count } 处同样的重叠：{ $point } 既属于 { $earlier }，又属于 { $later }{ $result }；其余各处也一样
    .label = 第一处重叠是 { $region }
    .label-row = { $name } 和相邻的一行占了同一个界线
    .help = 让每个界线只属于一行：{ $changes }
E0502-together = 「{ $table }」有 { $count } 处缺口或重叠，要一起改：{ $point } 既属于 { $earlier }，又属于 { $later }{ $result }
    .label = 第一处是 { $region }
    .label-row = { $name } 也在其中
    .help = 这几处一起改：{ $changes }
E0502-lone = 「{ $table }」有重叠：{ $point } 既属于 { $earlier }，又属于 { $later }{ $result }
    .label = 这一行重复占了 { $region }
    .label-row = { $name } 已经占了它
    .help = 写成：{ $changes }
E0502-alike = 「{ $table }」有重叠：{ $point } 既属于 { $earlier }，又属于 { $later }；两行的结果一样，但以后只改其中一行就会出错
    .label = 这一行重复占了 { $region }
    .label-row = { $name } 已经占了它
    .help = { $mend ->
        [edit] 把 { $old } 改成 { $new }
        [either] 把 { $old } 改成 { $new }，或把 { $older } 改成 { $newer }
        [rows] 把 { $later } 换成：{ $rows }
       *[other] 让 { $region } 只属于其中一行，或把两行并成一行
    }

E0503 = 「{ $table }」的 { $row } 永远走不到：它的值已全部被上面的 { $by } 占去
    .label = 没有人会落到这一行
    .label-row = { $name } 在它之前
    .help = 删去这一行，或缩小上面的行
E0503-upside-down = 「{ $table }」的阶梯上下颠倒：{ $row } 永远走不到，因为上面的 { $by } 更宽，先占去了它的全部
    .label = 没有人会落到这一行
    .label-row = { $name } 更宽，却在前面
    .help = 把 { $row } 这一行移到 { $by } 的上面：最严的排最前
E0503-wider = 「{ $table }」的 { $row } 永远走不到：上面的 { $by } 更宽，先占去了它的全部
    .label = 没有人会落到这一行
    .label-row = { $name } 更宽，却在前面
    .help = 把 { $row } 这一行移到 { $by } 的上面，或删去这一行
E0503-rest = 「{ $table }」的 { $row } 永远走不到：上面的 { $by } 把剩下的全接住了
    .label = 没有人会落到这一行
    .label-row = 它接住上面各行剩下的一切
    .help = 把 { $by } 移到最后，放在 { $row } 的下面
E0503-outside = 「{ $table }」的 { $row } 永远走不到：{ $input } 只会在 { $first } 到 { $last } 之间
    .label = 没有人会落到这一行
    .help = 删去这一行，或放宽 { $input } 的范围（{ -in } […]、{ -decimals } …）
E0503-short = 「{ $table }」的 { $row } 永远走不到：{ $input } 只会在 { $first } 到 { $last } 之间，因为「{ $item }」最多只得 { $most } 分，满分是 { $full }
    .label = 没有人会落到这一行
    .help = 这一行不要删，先照 W0516 那条把「{ $item }」换算成 { $full } 的分制
E0503-absent = 「{ $table }」的 { $row } 永远走不到：{ $input } 只会是 { $values }
    .label = 没有人会落到这一行
    .help = 删去这一行
E0503-apart = 「{ $table }」的 { $row } 永远走不到：同一个输入占了几列，没有一个值能同时合乎这几列
    .label = 没有人会落到这一行
    .help = 在 { -by } 后面只写一次这个输入，每行只给它一个区间

E0504 = 「{ $table }」的行与输入太多，查不完有没有缺口和重叠
    .label = 这张表没有查完
    .help = 把它拆成几张小表，或在最后补一行 { -otherwise } => …
E0504-many = 「{ $table }」的缺口或重叠超过一千处：缺口和重叠各只列出最前面的 { $shown } 处
    .label = 这张表没有查完
    .help = 先改正列出的几处，再检查一次：其余的多半跟着就没有了

W0501 = 「{ $table }」的分数先升后降再升：{ $row } 比上下两行都低
    .label = 这里得 { $low }
    .label-row = { $name } 得 { $points }
    .help = 看看 { $row } 的分数有没有写错
W0501-peak = 「{ $table }」的分数先降后升再降：{ $row } 比上下两行都高
    .label = 这里得 { $low }
    .label-row = { $name } 得 { $points }
    .help = 看看 { $row } 的分数有没有写错
W0502 = 「{ $table }」的 { $row } 用不上：{ $input } 只会在 { $first } 到 { $last } 之间{ $result }
    .label = 没有人会落到这一行
    .help = 确认这是有意留的；否则删去这一行，或放宽 { $input } 的范围
W0502-single = 「{ $table }」的 { $row } 用不上：{ $input } 只会是 { $values }{ $result }
    .label = 没有人会落到这一行
    .help = 确认这是有意留的；否则删去这一行，或放宽 { $input } 的范围
W0503 = 「{ $table }」的 { -otherwise } 用不上：上面各行已经接住所有的值
    .label = 什么也不会落到这里
    .help = 删去这一行；以后若有缺口，检查会指出来
W0504 = 「{ $scale }」会让多做的人少拿：{ $input } 一到 { $bound }，金额就少 { $drop }，从 { $before } 变成 { $after }
    .label = 从这里起，全部{ $input }都按 { $rate } 计
    .help = 若本意是每一段各按各的比例，把 { -whole } 改成 { -marginal }
W0505 = 「{ $table }」的 { $row } 这一行用不上：合乎它条件的人，都已归到上面的 { $by }{ $result }
    .label = 没有人会落到这一行
    .label-row = { $name } 在它之前
    .help = 把 { $row } 这一行移到 { $by } 的上面，或删去这一行
W0505-same = 「{ $table }」的 { $row } 这一行用不上：上面的 { $by } 条件相同，已占去它的全部{ $result }
    .label = 没有人会落到这一行
    .label-row = { $name } 在它之前
    .help = 两行删去一行，或改正其中一行的条件
W0506 = 「{ $table }」的“{ $guarded }”不管空着的格：{ $point } 时，符合它条件的人也按“{ $row }”算
    .label = 空着的格都落到这一行，不看上面的条件
    .label-row = { -any } 只管填了的格，缺失的不在内
    .help = 上面那一行也要管这些人，就在“{ $row }”前面补 { $proposal }；本来就要这样算，就写明 { $wanted }

### 几份方案分记录

term-through = {" "}到{" "}
term-any-record = 任何记录

E0510 = { $region }：没有一份方案管，这样的记录算不出工资
    .label = 「{ $name }」不管它
    .label-beside = 「{ $other }」也不管它
    .help = 改其中一份的 { -applies } { -when }，让它管到 { $point }，或者再给一份管它的方案
E0510-time = { $region } 没有方案生效，这段时间的记录算不出工资
    .label = 「{ $name }」管不到这段时间
    .label-beside = 「{ $other }」也管不到
    .help = 把前一份的 { -until } 往后延，或者把后一份的 { -effective } { -from } 往前提，让两份的日期接上
E0511 = { $region }：「{ $name }」和「{ $other }」都管，按哪一份算工资说不清
    .label = 「{ $name }」管它
    .label-other = 「{ $other }」也管它
    .help = 改其中一份的 { -applies } { -when } 或 { -effective }，让 { $point } 只归一份
E0511-open = 「{ $name }」没有说管哪些记录，所以什么都管；{ $region } 同时还归「{ $other }」管，按哪一份算工资说不清
    .label = 在 { -policy } 里加一行 { -applies } { -when } …
    .label-other = 「{ $other }」也管它
    .help = 在「{ $name }」的 { -policy } 里加一行，说明它管哪些记录，例如 { -applies } { -when } 字段 = 值，用能分开几份方案的字段
E0512 = 说不清「{ $policy }」管哪些记录：{ $text } 不是拿一个字段和固定的值比，所以证明不了每条记录都恰好归一份方案
    .label = 这一部分要算了才知道
    .help = 只拿字段和固定的值比，例如 岗位 = 售后、工龄 >= 12，可以用 { -and }、{ -or }、{ -not } 连起来
E0512-type = 几份方案对「{ $name }」的写法不一样，同一格在一份里是一种东西，在另一份里是另一种，所以分不清记录归谁
    .label = 这里这样写
    .label-other = 这里那样写
    .help = 把它写成一样的，最好放进一个文件，几份方案都用 { -use } 引用
E0512-domain = 几份方案里「{ $name }」的取值范围合在一起太大，证明不了每条记录都恰好归一份方案
    .label = 它的取值
    .help = 给它写上范围，例如 { -in } [0, 1000]
E0512-period = 「{ $policy }」只在一段时间有效，可它的记录里没有周期，分不清一条记录是什么时候的
    .label = 这里写了有效期
    .help = 在 { -record } 里加一个周期字段，例如 月份 : { -month }, { -period }
E0512-wide = 这几份方案的 { -applies } { -when } 情形太多，证明不了每条记录都恰好归一份方案
    .label = 其中一份
    .help = 把条件写简单些，例如先按一个字段分
E0512-handover = 接下来的一版要看以前各期的「{ $name }」，可前一版里没有它
    .label = 这里要看以前的它
    .label-earlier = 前一版的结果里没有它
    .help = 在前一版里也算出它，叫同一个名字；不接着算的话，给两版起不同的名字
E0512-handover-other = 接下来的一版要看以前各期的「{ $name }」，可前一版里它是另一种值，或超出了这一版的范围
    .label = 这里要看以前的它
    .label-earlier = 前一版里的它
    .help = 让两版里的它是同一种值、范围也一样；不接着算的话，给两版起不同的名字

### 方案的保证

E0530 = 「{ $text }」不是每条记录都成立：{ $record } 时，{ $outcome }
    .label = 这样的记录就不合
    .help = 改算出它的规则，或只保证做得到的；这样的记录要是不会有，就在那一列写明范围：{ -in } [最小, 最大]
E0530-record = 「{ $text }」不是每条记录都成立：{ $record } 的记录也收
    .label = 这样的记录就不合
    .help = 在列上写明范围：{ -in } [最小, 最大]；或只保证做得到的
E0530-never = 「{ $text }」怎样都不成立，不管记录里是什么
    .label = 对谁都不成立
    .help = 只保证做得到的，或删去这一行
E0530-falls = 「{ $text }」不成立：{ $record } 时，{ $field } 为 { $less } 的，{ $value } 是 { $before }；为 { $more } 的反而只有 { $after }
    .label = { $field } 多了，{ $value } 反而少
    .help = 看 { $field } 从 { $less } 到 { $more } 换了哪一行、哪一档；本来就要这样，就删去这一行
E0530-falls-alone = 「{ $text }」不成立：{ $field } 为 { $less } 的，{ $value } 是 { $before }；为 { $more } 的反而只有 { $after }
    .label = { $field } 多了，{ $value } 反而少
    .help = 看 { $field } 从 { $less } 到 { $more } 换了哪一行、哪一档；本来就要这样，就删去这一行

W0530 = 「{ $text }」没有定论：证明不了，也没有找到不合的记录
    .label = 每次计算都会核对
    .help = 不必改；在列上写明范围（{ -in } [最小, 最大]）能多证明一些
W0530-joint = 「{ $text }」要看别的记录、别的周期或明细，事先证明不了
    .label = 每次计算都会核对
    .help = 不必改；不合的记录 merit eval 会列出
W0530-unwatched = 「{ $text }」要经过别的记录、别的周期或明细才随这一列变，证明不了，计算时也核对不了
    .label = 没有人核对
    .help = 改成保证只由本条记录算出的量，例如薪资里的一项
