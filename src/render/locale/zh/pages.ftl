### 给人看的页面：merit doc、merit report

page-contents = 目录
page-skip = 跳到正文
page-given = 给定的数据
page-figure = 数据
page-row = 落在
page-result = 结果
page-how = 怎么算
page-amount = 金额
page-over = （{ $text }）
page-among = 共 { $members } 人
page-among-counted = 共 { $members } 人，其中 { $counted } 人参加
page-search = 查找
page-all = { $name }：全部
page-shown = 第 { $from }–{ $to } 条，共 { $count } 条
page-before = 上一页
page-after = 下一页
page-sort = 按{ $name }排序
page-script = 这里列出前 { $shown } 条，共 { $count } 条；浏览器允许运行脚本时可以查找和翻页。
page-was = { $now }（上次 { $then }）
page-points-then = 上次得分
page-line = 从 { $from } 到 { $to } 按比例
page-exempt = 不考、不计分的项目：{ $items }。
page-of-others = 不适用于本人的：{ $lines }。
page-total-of = 有不考的项目，按考了的权重折算：{ $earned } ÷ { $possible } { $value }
page-by-scale = 「{ $name }」按{ $on }分段：{ $slices }
page-gate-passed = { $name }：过了
page-gate-failed = { $name }：没过，没有达到 { $conditions }

## merit doc

doc-written = 写好了：{ $file }
doc-kind = 考核方案
doc-lead = 这份方案有 { $parts }。
doc-lead-items = { $count } 个考核项目
doc-lead-grades = { $count } 个等级
doc-lead-pay = { $count } 份薪资
doc-foot = 本页由方案文件自动生成，版本 { $version }；有出入的，以方案文件为准。
doc-period = 考核周期
doc-effective = 有效期
doc-from = 自 { $moment } 起
doc-until = 到 { $moment } 为止
doc-applies = 适用于
doc-full-marks = 满分
doc-version-short = 版本

doc-items = 考什么
doc-grades = 等级
doc-tables = 对照表和分段
doc-gates = 门槛
doc-pay = 薪资
doc-examples = 算例
doc-figures = 数据怎么算
doc-promises = 提醒和保证
doc-fine = 细则
doc-data = 需要的数据
doc-version = 版本

doc-head-figure = 数据
doc-head-formula = 怎么算
doc-head-remarks = 说明
doc-head-file = 文件
doc-head-hash = SHA-256
doc-head-section = 部分
doc-head-item = 项目
doc-head-weight = 权重
doc-head-marks = 满分
doc-head-by = 按什么评
doc-head-points = 得分
doc-head-rate = 比例
doc-head-pay = 项目
doc-head-bounds = 上下限
doc-head-rounding = 怎么舍入
doc-head-column = 列
doc-head-unit = 单位
doc-head-allowed = 可以填什么
doc-head-needed = 要不要填

doc-made = 由 Merit { $version } 生成。方案改了一个字，下面的 SHA-256 就会变。
doc-sum = 合计
doc-items-weighted = 各项得分乘以权重，加起来就是评分合计。
doc-items-weighted-exempt = 各项得分乘以权重，加起来就是评分合计；有免考的项目时，用考了的项目按权重折算成满分。
doc-items-marks = 各项得分加起来就是评分合计。
doc-items-marks-exempt = 各项得分加起来就是评分合计；有免考的项目时，用考了的项目按各自的满分折算。
doc-item-weight = 权重 { $weight }，满分 { $full } 分
doc-item-marks = 满分 { $full } 分
doc-item-formula = 得分 = { $formula }
doc-input = { $name } = { $formula }
doc-line = 从 { $from } 到 { $to } 按比例，{ $rounding }
doc-scale-whole = 到了哪一段，全部就按那一段的比例算。
doc-scale-marginal = 分段累计：每一段里的部分按那一段的比例算，再加起来。
doc-gate = 过了「{ $name }」，要同时做到：
doc-pay-sum = 以上各项相加
doc-at-least = 最少 { $value }
doc-at-most = 最多 { $value }
doc-flags = 出现下面的情况会提醒，不影响分数和薪资：
doc-flag = { $text }：{ $condition }
doc-ensures = 这份方案保证：
doc-increasing = { $field }更多，其余不变时，{ $value } 不会更少
doc-proved = { $promise }（对任何数据都成立，已经证明）
doc-watched = { $promise }（每次计算都会检查，不符的会指出来）

doc-example-grade = { $grade } 的一个例子
doc-example-test = 方案里的用例「{ $name }」
doc-example-found = 方案里没有这样的用例，这条记录是另找的
doc-no-example = { $grade }：没有找到单独一个人就能说明的例子。
doc-unreachable = { $grade }：按现在的方案，没有人会得到这个等级。

doc-rounding = 舍入
doc-rounding-pay = 薪资的每一行四舍五入到 { $unit }，合计是各行之和，不再舍入。
doc-rounding-else = 其余的数都按精确值往下算，中间不舍入。
doc-ties = 并列
doc-tie-shared = 「{ $value }」相同的人名次相同，后面的名次空出来：1、1、3。
doc-tie-dense = 「{ $value }」相同的人名次相同，后面的名次接着排：1、1、2。
doc-missing = 没有填的数据
doc-needed = 必须填，没填或看不懂的，整条记录退回来改，不会当作 0：{ $names }。
doc-optional = 可以不填：{ $names }。
doc-default = 没有填{ $name }的，按 { $value } 算。
doc-exempt = 可能免考的项目：{ $names }。免考不是 0 分，是不算这一项。
doc-open = 由店里定的
doc-param = { $name }：现在是 { $value }，可以在 { $from } 到 { $to } 之间改。
doc-param-fixed = { $name }：现在是 { $value }。
doc-given = 由店里另行给出、方案不规定怎么定的：{ $names }。
doc-flags-only = 提醒怎么处理，由店里定。
doc-lookup = 对照表：{ $name }
doc-details = 明细：{ $name }

## 方案里的话怎么说

words-scores = 评分合计
words-points = { $name }得分
words-weighted = { $name }加权得分
words-rate = { $name }的比例
words-member = { $owner }的{ $member }
words-param = { $name }（{ $value }）
words-brackets = （{ $text }）
words-between = ；
words-comma = ，
words-remarked = { $text }；{ $remarks }
words-aside = （{ $text }，{ $remarks }）
words-instead = 没有{ $what }时按 { $value }
words-instead-there = 没有时按 { $value }
words-by-zero = { $what }是 0 时按 { $value }
words-when = { $value }（{ $condition } 时才有，否则是 0）
words-if = { $condition } 时：{ $value }
words-else = 其余：{ $value }
words-abs = { $what }的绝对值
words-greatest = { $values } 中最大的
words-greater = { $values } 中较大的
words-lesser = { $values } 中较小的
words-least = { $values } 中最小的
words-steps = { $what }每满 { $size } 算 1
words-steps-started = { $what }每 { $size } 算 1，不满的也算 1
words-promote = { $what }升 { $places } 级
words-demote = { $what }降 { $places } 级
words-days-between = { $from } 到 { $to } 的时间
words-days-in = { $what }的天数
words-and = { $left } 且 { $right }
words-or = { $left } 或 { $right }
words-not = 不是{ $condition }
words-missing = 没有{ $what }
words-there = 有{ $what }
words-always = 任何时候
words-never = 从不
words-passed = 过了「{ $name }」
words-failed = 没过「{ $name }」
words-is-yes = { $name } = 是
words-is-no = { $name } = 否
words-is = { $left } 是 { $right }
words-is-not = { $left } 不是 { $right }
words-equal = { $left } = { $right }
words-unequal = { $left } ≠ { $right }
words-less = { $left } < { $right }
words-at-most = { $left } ≤ { $right }
words-more = { $left } > { $right }
words-at-least = { $left } ≥ { $right }
words-inside = { $what } 是 { $band }
words-outside = { $what } { $band }

band-any = 不限
band-missing = 没有数据
band-otherwise = 其余
band-closed = { $low } 到 { $high }
band-from = { $low } 起，不到 { $high }
band-until = 超过 { $low }，到 { $high } 为止
band-between = 超过 { $low }，不到 { $high }
band-least = { $low } 及以上
band-over = 超过 { $low }
band-most = { $high } 及以下
band-under = 不到 { $high }
band-not = 不是 { $values }
band-guard = { $condition }
band-guarded = { $band }，而且 { $condition }

round-half-up = 四舍五入到 { $step }
round-half-even = 四舍六入五成双到 { $step }
round-half-down = 五舍六入到 { $step }
round-up = 向远离 0 的方向进到 { $step }
round-down = 舍去 { $step } 以下的部分
round-floor = 向下取到 { $step }
round-ceiling = 向上取到 { $step }

many-rows = { $name }各行
many-filtered = { $whose }（只看 { $condition }）
many-everybody = 全体
many-within = 同一{ $names }的人
many-count = { $whose }的个数
many-sum = { $whose }的{ $value }合计
many-average = { $whose }的{ $value }平均
many-least = { $whose }的{ $value }最小值
many-greatest = { $whose }的{ $value }最大值
many-every = 是不是{ $whose }全都 { $value }
many-some = 是不是{ $whose }至少有一个 { $value }
many-rank = { $value }在{ $within }里{ $order }的名次（{ $remarks }）
many-ascending = 从低到高
many-descending = 从高到低
many-shared = 并列的同名次，后面的空出来
many-dense = 并列的同名次，后面的接着排
many-ranked = 只排 { $condition } 的人
many-then = 再看{ $value }
many-allocate = 把 { $pool } 在{ $within }里按{ $by }的比例分（{ $step }，各份加起来正好是总数）
many-previous = 上一{ $period }的{ $value }
many-before = { $count } 个{ $period }以前的{ $value }
many-streak = 到这一{ $period }为止，连续几个{ $period } { $value }
many-last = 最近 { $count } 个{ $period }
many-since-quarter = 本季度到现在
many-since-year = 今年到现在

period-year = 年
period-quarter = 季度
period-month = 月
period-week = 周
period-day = 日
period-any = 期

## merit report

report-as-file = 月报.html
report-as-folder = 结算单/
report-as-workbook = 月报.xlsx
report-written = 写好了：{ $file }
report-kind = 考核月报
report-between = 、
report-lead = 给店里看的一页，有每个人的分数和薪资，不要发给员工；发给本人的是结算单。
report-foot = 各项合计与 merit eval 对同样的方案和数据算出的相同。
report-period = 时期
report-summary = 总的情况
report-groups = 分组合计
report-grades = 等级分布
report-items = 各项得分
report-near = 差一点就升一级
report-rejected = 退回的记录
report-people = 每个人
report-evaluated = 算出
report-rejected-count = 退回
report-within = { $name }合计 { $sum }，已算在{ $within }里
report-nobody = 没有算出一条记录。
report-provisional = 有 { $count } 条结果是暂定的：别的记录改好以后可能会变。
report-who = 谁
report-mend = 怎么改
report-rejected-text = 下面的记录没有结果，改好数据再算一遍。
report-more = 还有 { $count } 条没有列出，全部见 merit eval 的结果。
report-head-unit = { $head }（{ $unit }）
report-people-count = { $several ->
    [yes] 人次
   *[no] 人数
}
report-axis = { $count } { $several ->
    [yes] 人次
   *[no] 人
}
report-grades-text = { $several ->
    [yes] 「{ $name }」共 { $count } 人次{ $tied ->
        [yes] {""}
       *[no] ，{ $label } 最多，有 { $most } 人次
    }。
   *[no] 「{ $name }」共 { $count } 人{ $tied ->
        [yes] {""}
       *[no] ，{ $label } 最多，有 { $most } 人
    }。
}
report-points = 得分从 { $least } 到 { $most }。
report-points-one = 得分都是 { $least }。
report-exempt = 免考的有 { $count } 条。
report-near-text = 离上一级的线不超过 5% 的有 { $count } { $several ->
    [yes] 人次
   *[no] 人
}{ $shown ->
    [0] ：
   *[other] ，列出最近的 { $shown } 个：
}
report-short = 差
report-goal = 就到
report-chart = { $name }：最低 { $least }，最高 { $most }，一半的{ $several ->
    [yes] 记录
   *[no] 人
}在 { $middle } 及以上。柱子是{ $several ->
    [yes] 人次
   *[no] 人数
}，背景是评分的各档。
report-chart-one = { $name }：全都是 { $least }。
report-moved = 和上一次比
report-moved-then = 两次都有的人，上次
report-moved-now = 两次都有的人，这次
report-moved-delta = 相差
report-moved-compared = 两次都有
report-moved-more = 比上次多
report-moved-less = 比上次少
report-moved-new = 新来的
report-then-grade = 上次等级
report-now-grade = 这次等级
report-people-moved = 人数
report-then = 上次
report-now = 这次
report-delta = 相差
report-why = 为什么
report-change = { $name } { $then } → { $now }
report-change-points = { $name } { $then } → { $now }（得分 { $before } → { $after }）
report-unmoved = 都和上一次相同
report-unmoved-paid = 只有得分或数据变了，见下表
report-moved-said = 和上一次比：{ $moved }。
report-change-paid = { $name } { $then } → { $now }（{ $delta }）
report-gone = 上一次有结果、这一次没有的：{ $count } 人。
report-places = { $within }的名次
report-files = 共 { $count } 条记录，每条在 { $folder } 里写一个文件，给店里的一页列出全部；要花一些时间。
report-statement = 结算单
report-statements = 结算单
report-statement-foot = 这张结算单只有本人的数据，含薪资的只给本人和经办的人看。
report-statement-foot-names = 这张结算单写的是本人的薪资和算法，也列出了同组其他人的名次，只给本人和经办的人看。
