reconcile-agrees = 和 { $file } 对账{ $dated ->
    [yes] （{ $periods }）
   *[no] {""}
}：对上 { $matched } 条，每一列都一样。
reconcile-differs = 和 { $file } 对账{ $dated ->
    [yes] （{ $periods }）
   *[no] {""}
}：对上 { $matched } 条，{ $agree } 条每一列都一样，{ $differ } 条有不同。
reconcile-by-name = 表里没有主键，是按姓名对的；重名的没有对。
reconcile-head-column = 列
reconcile-head-their-column = 表里的列
reconcile-head-agree = 一样
reconcile-head-differ = 不同
reconcile-head-total = 表里一共多
reconcile-head-who = 谁
reconcile-head-name = 姓名
reconcile-head-period = 时期
reconcile-head-ours = 按方案
reconcile-head-theirs = 表里
reconcile-head-delta = 表里多
reconcile-head-cause = 多半是
reconcile-head-cell = 表里的格
reconcile-head-words = 原因
reconcile-sheet = 差异
reconcile-more = … 还有 { $count } 处；-o 差异.xlsx 写出全部
reconcile-kind-round-each-step = 每步取整
reconcile-kind-half-even = 五成双
reconcile-kind-cut-off = 舍去尾数
reconcile-kind-rounded-parts = 先取整再加
reconcile-kind-band-end = 差在档位边上
reconcile-kind-missing-as-zero = 缺的当作 0
reconcile-kind-percent-as-number = 百分数写成了数
reconcile-kind-shown-value = 用了显示的数
reconcile-kind-last-period = 上期的数
reconcile-kind-typed-over = 手改的数
reconcile-kind-unrounded-parts = 各行没有取整
reconcile-kind-unrounded-step = 中间数没有取整
reconcile-kind-other-input = 填的数不同
reconcile-kind-none = 没有找到
reconcile-round-each-step = { $name } 这里表里每算一步就四舍五入一次，再往下算（{ $place } 第 { $line } 行）
reconcile-round-each-step-all = 表里每一步都先四舍五入，再往下算（{ $place } 第 { $line } 行起）
reconcile-half-even = { $place } 第 { $line } 行是四舍五入，表里是四舍六入五成双：正好一半的取到偶数
reconcile-half-even-own = 表里把 { $name } 按四舍六入五成双取到 { $decimals } 位小数
reconcile-cut-off = { $place } 第 { $line } 行是四舍五入，表里把多出的位数直接舍去了
reconcile-cut-off-own = 表里的 { $name } 只留 { $decimals } 位小数，后面的直接舍去了
reconcile-rounded-parts = { $name } 的各部分，表里先四舍五入到 { $decimals } 位小数再相加（{ $place } 第 { $line } 行）
reconcile-rounded-parts-all = 表里各处都是先把各部分四舍五入到 { $decimals } 位小数再相加（{ $place } 第 { $line } 行起）
reconcile-band-end = 正好是 { $bound } 的，表里算到了 { $name } 的另一档（{ $place } 第 { $line } 行）
reconcile-band-end-condition = { $place } 第 { $line } 行的条件，正好在边上的，表里算到了另一边
reconcile-missing-as-zero = 没有 { $name }，表里当作 0 来算（{ $place }）
reconcile-missing-as-zero-all = 缺的几项，表里都当作 0 来算
reconcile-percent-as-number = { $name } 是 { $before }，表里当成了 { $after }：百分号写丢了或者写重了（{ $place }）
reconcile-percent-as-number-some = { $name } 的百分数，表里差了 100 倍（{ $place }）
reconcile-percent-as-number-all = { $place } 第 { $line } 行的百分数，表里差了 100 倍
reconcile-shown-value = 表里用的是 { $name } 显示出来的 { $after }，不是实际的 { $before }
reconcile-shown-value-some = 表里用的是 { $name } 显示出来的 { $decimals } 位小数
reconcile-shown-value-all = 表里每一步用的都是显示出来的 { $decimals } 位小数
reconcile-shown-value-own = 表里这一格显示的和方案算的一样，格里存的还有后面几位（{ $place }）
reconcile-last-period = 这是 { $period } 的数，没有换成这一期的（{ $place }）
reconcile-last-period-input = { $name } 用的还是 { $period } 的 { $after }，这一期是 { $before }（{ $place }）
reconcile-last-period-history = 这是 { $period } 的数，没有换成这一期的
reconcile-typed-over = 这一列是公式，这一格却是手打的数（{ $place }）
reconcile-unrounded-parts = { $name } 的各行，方案每行取到最小的币值，表里没有取（{ $place } 第 { $line } 行）
reconcile-unrounded-step = 表里带着 { $name } 的全部小数往下算，方案先取整（{ $place } 第 { $line } 行）
reconcile-unrounded-step-all = 表里每一步都带着全部小数往下算，方案先取整（{ $place } 第 { $line } 行）
reconcile-other-input = 表里的 { $name } 和数据里的不一样；按表里的算，就是表里的数（{ $place }）
reconcile-caused = ● { $kind }：{ $column } { $count } 处{ $side ->
    [more] ，表里一共多 { $sum }
    [less] ，表里一共少 { $sum }
   *[none] {""}
}。{ $words }。
reconcile-uncaused = ● { $kind }原因：{ $column } { $count } 处{ $side ->
    [more] ，表里一共多 { $sum }
    [less] ，表里一共少 { $sum }
   *[none] {""}
}。试过的做法都算不出表里的数。
reconcile-do-round-each-step =   要照表里的做法，就在方案的这一步写上 { -round }(…)；要照方案，就把表里中间几列的 ROUND 去掉，只在最后取整。
reconcile-do-half-even =   要照表里的做法，就在方案里写 { -round }(…, 0.01, { -half_even })；要照方案，就把表里的公式改成 ROUND。
reconcile-do-cut-off =   要照表里的做法，就在方案里写 { -round }(…, 0.01, { -down })；要照方案，就把表里的 INT、ROUNDDOWN 改成 ROUND。
reconcile-do-rounded-parts =   要照表里的做法，就给方案里的各部分也写上 { -round }(…)；要照方案，就让表里先加后取整。
reconcile-do-band-end =   看制度原文写的是“以上”还是“超过”，错的一边改过来：方案改这一行的 >= 和 >，表里改 IF 里的。
reconcile-do-missing-as-zero =   空着的不是 0：补上这个数，或在制度里写明没有时怎么算，两边照着改。
reconcile-do-percent-as-number =   查这一格的百分号，95% 就写成 95%，错的一边改过来。
reconcile-do-shown-value =   表里先用 ROUND 取整再往下算，或者在方案里写明取到几位；两边一样就对上了。
reconcile-do-last-period =   把表里这一格换成这一期的数。
reconcile-do-typed-over =   问清为什么手改：该改的写进方案，不该改的把公式拉回来。
reconcile-do-unrounded-parts =   发到每一行的钱都是整分的；表里每行也用 ROUND 取到分，就对上了。
reconcile-do-unrounded-step =   格子只显示几位，存的是全部小数：表里先用 ROUND 取整再往下算，或者在方案里给这个数多留几位小数。
reconcile-do-other-input =   先把填的数核对清楚，两边用同一份。
reconcile-do-none =   用 merit why 看方案是怎么算的，再对表里的公式。
reconcile-only-ours = 只有数据里有、表里没有的 { $count } 条：{ $whose }
reconcile-only-theirs = 只有表里有、数据里没有的 { $count } 行：{ $whose }
reconcile-rejected = 数据里的记录用不了，没有对的 { $count } 条：{ $whose }；原因用 merit why 看
reconcile-doubled = 不止一行，不知道该对哪一行，没有对的 { $count } 条：{ $whose }
reconcile-unreadable = 表里看不出是谁，没有对的 { $count } 行：{ $whose }
reconcile-line = 第 { $line } 行
reconcile-aside-ours = 数据里 { $periods } 的 { $count } 条，表里没有这一期，没有对。
reconcile-aside-theirs = 表里 { $periods } 的 { $count } 行，数据里没有这一期，没有对。
reconcile-not-all = 要算的太多，有些原因没有试完。
reconcile-near = 表里的「{ $title }」没有对：若就是 { $near }，加上 --map { $near }={ $title }。
reconcile-untaken = 表里这些列方案没有，没有对：{ $columns }{ $more ->
    [0] {""}
   *[other] ，还有 { $more } 列
}。
