### merit why：一个人的结果是怎么来的；要看的记录怎么找

E0802-key = 数据里没有「{ $text }」，一共 { $count } 人
    .help = 依次写主键的各个字段，最后可以写时期，和数据里写的一样。
E0802-key-near = 数据里没有「{ $text }」，一共 { $count } 人
    .help = 是不是 { $near }？这样写：{ $command }
E0802-key-several = 有 { $count } 个人都是「{ $text }」：{ $keys }
    .help = 把主键写全：{ $command }
E0802-key-period = 「{ $key }」在数据里只有 { $periods }
    .help = 这样写：{ $command }
E0802-no-key = 没有写要看谁；数据里一共 { $count } 人：{ $keys }
    .help = 这样写：{ $command }
sought-latest = 「{ $text }」在数据里有 { $periods }；没有写哪一期，这里是最近的 { $latest }。

why-head = { $title }　{ $who }
why-line-of = { $who }：{ $what }
why-between = ；
why-named = { $name } { $value }
why-points = { $points } 分
why-gate-failed = { $name } 没过
why-rejected = 这条记录退回了，没有结果：
why-skipped = 这一行不是记录，跳过了：
why-rejected-line = 退回：{ $reason }
why-skipped-line = 跳过：{ $reason }
why-read = 读到的数据
why-values = 算出的数据
why-values-then = 由此再算出
why-truth = { $name }（{ $value }）
why-rounded = ，四舍五入到 { $step }
why-tables = 等级和表
why-gates = 门槛
why-scores = 得分
why-item = 项目
why-scored = 得分
why-of = 满分
why-weight = 权重
why-adds = 计入
why-because = 按哪一行
why-sum = 合计
why-section = { $name }：得 { $points } 分，计入总分 { $weighted }
why-total-of = 有免考，按考的项目折算：{ $earned } ÷ { $possible } × { $factor } = { $value }
why-among = （共 { $members } 个）
why-among-counted = （共 { $members } 个，计入 { $counted } 个）
why-rows = { $count } 行
why-default = 数据没写，用默认值
why-missing = 数据没写
why-next = 只改一项、其余不变，这样更好
why-way = ；{ $on } = { $was }，取 { $taken }
why-failed = 没达到 { $text }（{ $figures }）
why-at-least = 算出 { $before }，按下限付 { $limit }
why-at-most = 算出 { $before }，按上限付 { $limit }
why-next-up = 差 { $distance }：{ $name } 到 { $bound } 就是 { $goal }
why-next-up-open = 差 { $distance }：{ $name } 超过 { $bound } 就是 { $goal }
why-next-down = 多了 { $distance }：{ $name } 降到 { $bound } 就是 { $goal }
why-next-down-open = 多了 { $distance }：{ $name } 低于 { $bound } 就是 { $goal }
