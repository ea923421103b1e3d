### merit next：只改一项，怎样更好。

next-head = { $who }：只改一项、其余不变时，最小的改动：
next-head-alone = 只改一项、其余不变时，最小的改动：
next-line = { $field } { $from } → { $to }：{ $changes }
next-line-open = { $field } { $from } → { $to }：{ $changes }（改得更少也许就够，没有算完）
next-nearest = 想升到 { $goal }：{ $field } { $from } → { $to }
next-between = ，
next-grade = { $before } → { $after }
next-points = { $name }得分 { $before } → { $after }
next-change = { $name } { $before } → { $after }
next-pay = { $name } { $gain }
next-more = 另有 { $count } 种改动没有列出。
next-unsettled = { $field }：单改这一项能不能让 { $names } 更好，没有算完。
next-best = 已经最高：{ $names }。
next-none = 只改一项达不到更高：{ $names }。
next-nothing = 没有可以改的项目。
next-left-out = 没有算 { $names }：只影响工资，多半由店里定。
next-left-out-option = 没有算 { $names }：只影响工资，多半由店里定；要算就加 --only { $option }。

E0802-fixed = 方案里没有叫「{ $name }」的字段
    .help = { $option } 后面写方案的字段，几个之间用逗号；方案的字段有：{ $names }
E0802-fixed-near = 方案里没有叫「{ $name }」的字段
    .help = 是不是「{ $near }」？
