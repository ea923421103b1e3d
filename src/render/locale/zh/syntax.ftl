### 写法有误（E0101–E0130）

E0101 = 这里不能写“{ $found }”
    .label = 从这里开始读不懂
    .help = 这样写：{ $shape }
E0101-end = 这里没有写完
    .label = 后面还缺内容
    .help = 这样写：{ $shape }
E0101-inside = “{ $found }”写在括号里面：只算哪些，是这一步的事
    .label = 移进括号里
    .help = 写 { $wanted }
E0101-call = “{ $found }”后面要有括号
    .label = 对什么来算，写进括号里
    .help = 写 { $wanted }
E0101-keyword = “{ $found }”连接前后两部分，这里却缺一部分
    .label = 它的前面或后面缺内容
    .help = 补上缺的内容。这样写：{ $shape }

E0101-text = “{ $found }”要看文字里面的内容，而文本只能整个比较
    .label = 没有这种写法
    .help = 在数据里加一列写出要比的那一部分（电子表格里如 =LEFT(A2,2)），再比较：类别 = "A-"
E0101-in-name = 「{ -in }」后面要写带括号的区间，或花括号里的几个值，「{ $right }」两样都不是
    .label = 不是区间，也不是几个值
    .help = 只有一个值就直接比：{ $left } = { $right }；几个值写 {"{"}A, B{"}"}，一段写 [a, b]。某个日期是不是落在某个月、某一期里，程序不算：在数据里加一列写明那个日期所在的月份，再拿两列来比
E0101-subject = “{ $found }”前面没有写拿什么来比
    .label = 前面缺名称
    .help = 写 { $wanted }：每个条件都要写全
E0101-condition-pay = “{ $found }”不能写在这里：整段没有条件
    .label = 条件要写在行里
    .help = 每一行的算式后面可以写条件：… { $when } { $condition }
E0101-condition-bound = “{ $found }”不能写在这里：整段的保底和封顶对所有人都一样
    .label = 条件要写在行里
    .help = 分两段写。先算小计：{ $first }；再补：{ $second }
E0101-condition-line = “{ $found }”不能写在“=”前面
    .label = 条件写在算式里
    .help = 写 { $wanted }
E0101-bound-line = 封顶和保底写在“=”前面，“{ $found }”跟在了算式后面
    .label = 移到“=”前面
    .help = 写 { $wanted }
E0101-bound-deducted = 封顶和保底写在“=”前面，“{ $found }”跟在了算式后面
    .label = 移到“=”前面，并带上负号
    .help = 写 { $wanted }：要扣的钱是负数，扣得最多就是这个数最低到哪里
E0101-bound-value = “{ $found }”不能跟在算式后面
    .label = 写成函数
    .help = 写 { $wanted }：封顶是和上限比、取较小的，用 { -min }；保底是和下限比、取较大的，用 { -max }
E0101-condition-score = “{ $found }”不能写在这里：评分项没有条件
    .label = 条件要写在行里
    .help = 不符合条件的人免考这一项，第一行写：{ $wanted }
E0101-condition-formula = “{ $found }”不能写在这里：评分项没有条件
    .label = 算式也没有条件，写成行才能说明给谁算
    .help = 不符合条件的人免考这一项：写 { $wanted }
E0101-condition-section = “{ $found }”不能写在这里：类别没有条件
    .label = 条件要写在行里
    .help = 不符合条件的人免考类别里的每一项：每一项的第一行都写 { $wanted }
E0101-condition-row = “{ $found }”不能写在这里：整张表没有条件
    .label = 条件要写在行里
    .help = 不符合条件的人单独写一行，放在最上面：{ $wanted }
E0101-head = 评分项的开头不这样写：“{ $found }”
    .label = 先写名称，再写看什么，再写权重
    .help = 写 { $wanted }
E0101-phrase = “{ $found }”是文档里的说法，这里要分开写
    .label = 写成 { $wanted }
    .help = 写 { $wanted }；格式：{ $shape }
E0101-bound-head = “{ $found }”是整份工资的上下限，不是其中一行
    .label = 写到 { "{" } 前面
    .help = 把 { $wanted } 写在这一段的开头、{ "{" } 的前面
E0101-steps = “{ $found }”是算式，没有说不满一步算不算
    .label = 不满一步怎么算？
    .help = 满一步才算写 { $full }，不满一步也算一步写 { $started }
E0101-answer = “{ $found }”里，条件和结果没有分开
    .label = 结果写在 => 后面
    .help = 写 { $wanted }
E0101-veto = “{ $found }”是一句话，要写成有条件的一行
    .label = 写成条件，放在最上面
    .help = 把 { $wanted } 写成等级表的第一行：从上往下，先合条件的算
E0101-by-label = “{ $found }”是等级，不是工资的一行：按「{ $grade }」发多少，合成一行写
    .label = 这几行合成一行
    .help = 写 { $wanted }
E0101-each = “{ $found }”是算式，不是一行条件
    .label = 不写花括号，写成乘法
    .help = 整个花括号换成 { $wanted }
E0101-slices = “{ $found }”是分段的比例，要单独写成一张阶梯表
    .label = 一段一行
    .help = 在这一段前面写 { $wanted }：{ $marginal } 是各段按各段的比例，{ $whole } 是全部按一个比例
E0101-columns = “{ $found }”里，条件和结果之间只有空格
    .label = 中间写 =>
    .help = 写 { $wanted }
E0101-input = 表头已经写了“{ $found }”，每一行不用再写
    .label = 直接写范围
    .help = 去掉这个名称
E0102 = 文字没有写完：缺右引号
    .label = 从这个引号开始，到行末都没有另一个引号
    .help = 在文字结尾处补一个 "
E0102-lines = 一段文字要写在一行里
    .label = 这段文字到下一行才写完
    .help = 并成一行，写 { $wanted }
E0103 = 括号“{ $found }”没有配对
    .label = 这个括号没有关上
    .help = 在这一段的结尾处补上另一半括号
E0103-brace = 这一段的“{ $found }”没有关上，下面的声明会被当成它的内容
    .label = 从这里打开
    .help = 在这一段的末尾另起一行补上 { "}" }
E0103-stray = 多了一个“{ $found }”：前面没有与它配对的括号
    .label = 多出来的括号
    .help = 删去它，或在前面补上另一半
E0103-block = “{ $found }”的这一行末尾缺 { "{" }
    .label = 它的内容写在 { "{" } { "}" } 里
    .help = 在这一行末尾补上 { "{" }
E0103-empty = “{ $found }”的这一行末尾缺 { "{" } { "}" }
    .label = 币种、周期写在 { "{" } { "}" } 里，没有就空着
    .help = 在这一行末尾补上 { "{" } { "}" }
E0103-line = { "{" } 要写在上一行的末尾
    .label = 不能另起一行
    .help = 把 { "{" } 移到上一行末尾
E0103-colon = 一段的开头用“{"{"}”，不用“{ $found }”
    .label = 这里写 {"{"}
    .help = 把“{ $found }”换成 {"{"}，在这一段的结尾处写 {"}"}
E0103-indented = “{ $found }”下面的几行没有写在 { "{" } { "}" } 里
    .label = 下面缩进的几行属于它
    .help = 在这一行末尾写 { "{" }，在最后一行下面写 { "}" }
E0104 = 括号套得太深（超过 { $most } 层）
    .label = 到这里已经超过 { $most } 层
    .help = 把里层的算式用“{ -let } 名称 = 算式”单独写出来
E0104-long = 这个算式太长（超过 500 个运算）
    .label = 到这里已经超过 500 个
    .help = 用“{ -let } 名称 = 算式”把它拆成几段
E0105 = 数字 { $number } 太大，放不下
    .label = 最多 28 位数字
    .help = 写一个不超过 28 位的数
E0106 = 没有 { $date } 这个日期或时刻
    .label = 日历上没有
    .help = 写一个真实的日期、周或时刻，如 2024-03-15、2024-W07、09:30
E0106-day = 没有 { $date } 这一天
    .label = 日历上没有
    .help = 那个月的最后一天是 { $last }
E0106-midnight = 没有 { $date } 这个时刻：一天的最后一秒是 23:59:59
    .label = 一天里没有
    .help = 到半夜为止的不写上端：[18:00, { $date }) 写成 >= 18:00
E0107 = “{ $word }”写了两次
    .label = 第二次写在这里
    .help = 只留一个
E0108 = 小数位不能是 { $number }
    .label = 要写 0 到 12 的整数
    .help = 写几位小数，如：{ -decimals } 2
E0109 = “{ $type }”后面的括号里不能这样写
    .label = 括号里的内容不对
    .help = 时长写 ({ -unit-s })、({ -unit-min })、({ -unit-h }) 或 ({ -unit-d })，百分比写 (%) 或 ({ -fraction })，日期、月、时刻等写 ({ -datetime })，其他类型不带括号
E0109-meant = “{ $type }”不是这里的类型
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0109-labels = 几个标签之间用竖线隔开
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0109-title = 列里的数是什么单位（{ $unit }），写在数据的表头里，不写在类型里
    .label = 写成 { $wanted }
    .help = 类型写 { $wanted }；表头写明单位的列，如「名称({ $unit })」，自动按这个单位读
E0110 = 考核周期不能是“{ $found }”
    .label = 要写 { -week }、{ -month }、{ -quarter } 或 { -year }
    .help = 写 { -period } { -week }（按周）、{ -period } { -month }（按月）、{ -period } { -quarter }（按季）或 { -period } { -year }（按年）

E0111 = 这里不用“{ $found }”
    .label = 改写成 { $wanted }
    .help = 写 { $wanted }
E0111-drop = 这里不用“{ $found }”
    .label = 多余的符号
    .help = 删去它
E0111-drop-word = 这里不用写“{ $found }”
    .label = 多余的词
    .help = 删去它
E0111-power = 没有乘方“{ $found }”
    .label = 写成连乘
    .help = 写成连乘：{ $wanted }
E0111-tolerance = 没有“{ $found }”这个符号
    .label = 要写成一段
    .help = 上下浮动的写成一段，两端都写明，如 [97, 103]
E0111-required = 不用写“{ $found }”：没有写 { -optional } 的字段本来就必须有值
    .label = 多余的词
    .help = 删去它
E0111-line-end = 行末不写“{ $found }”：下一行会被当成这一行的内容
    .label = 多余的逗号
    .help = 删去它
E0111-quoted = 数字不加引号：{ $found } 是文字，不能比大小
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0111-quoted-date = 日期和时刻不加引号：{ $found } 是文本，没有先后
    .label = 改写成 { $wanted }
    .help = 写 { $wanted }
E0111-bullet = 每行前面不写编号“{ $found }”
    .label = 多余的编号
    .help = 删去它
E0111-comment = 说明文字以 # 开头，不是“{ $found }”
    .label = 改写成 #
    .help = 写 #；从 # 到行末都是说明文字
E0111-divided = 这里不用“{ $found }”：整除不这样写，说明文字也不这样写
    .label = 整除用 { -steps }，说明文字以 # 开头
    .help = 要算前面里有几个后面，写 { $wanted }；是说明文字，就写 #
E0111-unknown = 方案里没有“{ $found }”这个符号
    .label = 认不出的符号
    .help = 删去它；如果是文字的一部分，把整段文字放进引号 " " 里
E0111-compare = 比较要写成符号，不写“{ $found }”
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0111-subject = 每一行只写界限，不再写“{ $found }”
    .label = 写成 { $wanted }
    .help = 写 { $wanted }；拿什么来比，在表头里已经写了
E0111-label = 等级后面不写括号：“{ $found }”
    .label = 等级单独写
    .help = 写 { $wanted }；说明文字要留在等级里的，整个放进引号，写 { $quoted }
E0111-field = 名称后面不写括号：“{ $found }”
    .label = 说明写进引号
    .help = 写 { $wanted }；引号里的文字也用来找数据里的列
E0111-whole = 不用写“{ $found }”：百分比类型的商本身就是百分数
    .label = 多余的一步
    .help = 删去它
E0111-counter = “{ $found }”没有说一共几{ $counter }
    .label = 要乘以数量
    .help = 写成金额乘以数量的字段，如 { $wanted } * 订单数
E0111-every = “{ $found }”没有说数的是哪一列
    .label = 要写明数的是哪一列
    .help = 写 { $wanted }，… 换成数量的字段
E0111-compound = 这里不用“{ $found }”：一行就是一个名称、一个 = 和它的算式
    .label = 要写 =
    .help = { -pay } 里的各行自动加在一起，每行只写 名称 = 算式；要扣的，算式写成负数
E0111-minutes = “{ $found }”是得分，这里比的却是时长
    .label = 分钟写成 { $wanted }
    .help = 分钟写 { $wanted }，不写“分”：“分”是得分的单位
E0112 = 区间不能用横线写：这会被当成减法
    .label = 写成带括号的区间
    .help = 写 { $wanted }{ $moved ->
        [yes] ，中间不留缺口：{ $hi } 和 { $to } 之间也归这一行
        [shared] ；正好 { $shared } 算哪一行没有写：第一种归从它起的那一行，第二种归到它为止的那一行
       *[no] ；方括号含端点，圆括号不含
    }
E0112-brackets = 区间的两端用逗号隔开，不用横线
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0112-sign = 区间不能用“{ $sign }”来写
    .label = 写成带括号的区间
    .help = 写 { $wanted }{ $moved ->
        [yes] ，中间不留缺口：{ $hi } 和 { $to } 之间也归这一行
        [shared] ；正好 { $shared } 算哪一行没有写：第一种归从它起的那一行，第二种归到它为止的那一行
       *[no] ；方括号含端点，圆括号不含
    }
E0112-sign-brackets = 区间的两端用逗号隔开，不用“{ $sign }”
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0112-open = “{ $found }”没有说是往上还是往下
    .label = 以上还是以下？
    .help = 以上写 { $wanted }，以下写 { $other }
E0113 = 一行里的两个界限要合成一个区间
    .label = 合成 { $wanted }
    .help = 写 { $wanted }；方括号含端点，圆括号不含
E0113-between = “之间”要写成带括号的区间
    .label = 写成 { $wanted }
    .help = 写 { $wanted }{ $moved ->
        [yes] ，中间不留缺口：{ $hi } 和 { $to } 之间也归这一行
        [shared] ；正好 { $shared } 算哪一行没有写：第一种归从它起的那一行，第二种归到它为止的那一行
       *[no] ；方括号含端点，圆括号不含
    }
E0113-same = 一行里两个界限方向相同，只有一个起作用
    .label = 两个界限方向相同
    .help = 只留一个，或写成区间，如 [80, 90)
E0113-said = 一行里的两个界限要合成一个区间；只说了一头含不含
    .label = 合成 { $wanted }
    .help = 写 { $wanted }；方括号含端点，圆括号不含。没有说的那一头也照此核对
E0114 = “{ $word }”的位置反了
    .label = 应写 { $wanted }
    .help = 写 { $wanted }
E0115 = 数字里不能写千位逗号：{ $number } 会被当成几个数
    .label = 写成 { $wanted }
    .help = 写 { $wanted }；要分节可用下划线，如 10_000，或写 1万
E0115-grouped = 数字里不能用空格或撇号分节：{ $number } 会被当成几个数
    .label = 写成 { $wanted }
    .help = 写 { $wanted }；要分节可用下划线，如 10_000，或写 1万
E0115-dots = 数字里不能用点分节：{ $number } 会被当成几个数
    .label = 写成 { $wanted }
    .help = 写 { $wanted }；点只用来隔开小数；要分节可用下划线，如 10_000，或写 1万
E0115-doubtful = { $number } 是 { $wanted } 还是 { $other }？点在这里只表示小数，照这样写是 { $other }
    .label = 三位小数，看起来像千位分节
    .help = 写 { $wanted }；确实只有那么一点，写 { $other }
E0115-decimals = 小数点写成了逗号：{ $number } 会被当成两个数
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0116 = 数字 { $number } 前面的 0 是多余的
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0117 = 没有“{ $unit }”这个单位
    .label = 认不出 { $number } 后面的单位
    .help = 时长写 { -unit-s }、{ -unit-min }、{ -unit-h }、{ -unit-d }，金额写 { $unit_money }，比例写 %，分数写 分，次数写 次 个 单 件 条 人 名
E0117-nearly = 没有“{ $unit }”这个单位
    .label = 这里写 { $wanted }
    .help = 写 { $wanted }
E0117-periods = 看前几期，要写明是几期
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0117-alone = 这里只写数，后面不写“{ $unit }”
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0117-digits = 数字要写全：没有“{ $unit }”这样的写法
    .label = 写 { $wanted }
    .help = 写 { $wanted }
E0117-several = 一个数后面只写一个单位
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0117-calendar = 年月、日期、时刻用符号写，不用文字
    .label = 写 { $wanted }
    .help = 写 { $wanted }
E0117-hyphens = 日期的年、月、日之间用横线，{ $number } 不是日期
    .label = 写 { $wanted }
    .help = 写 { $wanted }
E0117-month = 月数不是时长的单位：各月天数不同
    .label = 认不出 { $number } 后面的“{ $unit }”
    .help = 天数写 { $number }{ -unit-d } 这样的时长；月数本身是个 { -count } 的，只写 { $number }；按考核期数写 { -over }: { $number } { -periods }；某年某月写 2024-03
E0118 = “{ $name }”和“{ $word }”之间缺空格
    .label = “{ $word }”连在了名称上
    .help = 在“{ $word }”前面加一个空格
E0119 = “{ $word }”后面缺数字
    .label = 后面要写数字
    .help = 写上数字，如 { -weight } 40%、{ -out-of } 10、{ -decimals } 2、{ -at-most } 5000{ $unit_money }
E0119-default = “{ $word }”后面没有写缺省的值
    .label = 没有值的人算什么
    .help = 写上没有值的人算什么，如 { $wanted }
E0120 = 没有“{ $found }”这种声明
    .label = 一条声明不能这样开头
    .help = 声明以 { -metric }、{ -score }、{ -grade }、{ -table }、{ -pay } 等词开头
E0120-nearly = 没有“{ $found }”这个词
    .label = 是不是 { $wanted }？
    .help = 写 { $wanted }
E0120-place = 这里不能以“{ $found }”开头
    .label = 不属于任何一条声明
    .help = 检查上面的 { "{" } 和 { "}" } 是否配对；如果是上一行的内容，接到上一行末尾
E0120-misplaced = “{ $found }”不能写在这一段里
    .label = 要写在这一段外面
    .help = 先用 { "}" } 结束上面这一段，再写它
E0120-headless = 这一条缺开头的词：“{ $found }”前面没有写它是什么
    .label = 前面缺 { $wanted }
    .help = 在它前面写上 { $wanted }
E0120-total = 这一条缺开头的词：“{ $found }”前面没有写它是什么，也没有写类型
    .label = 前面缺 { $wanted }，后面缺 : { -points }
    .help = 总分是要给人看的结果，写成 { $wanted } { $found } : { -points }；用 { -let } 的话，结果里没有它
E0120-kinds = 没有“{ $found }”这种声明
    .label = 一条声明不能这样开头
    .help = 按条件得分写 { -score } 名称 { -weight } 40% {"{"} >= 98% => 100 … {"}"}；按条件取数写 { -table } 名称 { -by } 字段 -> { -money } {"{"} 条件 => 结果 … {"}"}；算出来的写 { -metric } 名称 : 类型 = 算式
E0120-function = 没有“{ $found }”这种声明：不能自己写函数
    .label = 没有这种写法
    .help = 算出来的值写成指标，如 { -metric } 名称 : 类型 = 算式；按条件取值的写成表，如 { -table } 名称 { -by } 字段 -> 金额 : { -money } {"{"} 条件 => 结果 … {"}"}
E0120-quotient = 这一条缺开头的词：“{ $found }”前面没有写它是什么；两数相除，还要写保留几位
    .label = 前面缺 { $wanted }，后面缺类型
    .help = 写成 { $wanted } { $found } : { $type }
E0120-sentence = “{ $found }”不是一条声明：程序读不懂整句的话
    .label = 只是说明的话，在前面加 #
    .help = 说明文字写在 # 后面；要算要判断的，写成 { -score }、{ -flag } 或 { -pay } 里的一行
E0120-promote = 没有“{ $found }”这种声明：升到别的等级，写成另一个值
    .label = 没有这种写法
    .help = 写在等级表后面：{ $wanted }。升几档可写 { -promote }(等级, 1)
E0120-table = 没有“{ $found }”这种声明；一行一个结果的，是对照表
    .label = 写明是表、按什么查
    .help = 写 { $wanted }
E0120-veto = “{ $found }”是一句话；总分在什么情况下是多少，写进总分里
    .label = 写成指标
    .help = 写 { $wanted }
E0120-charge = 没有“{ $found }”这种声明；每一次扣多少、加多少，写成指标
    .label = 写成指标
    .help = 写 { $wanted }
E0121 = “{ $word }”后面缺名称
    .label = 后面要写名称
    .help = 写上名称，如：{ $word } 服务质量
E0121-meant = “{ $word }”后面缺名称
    .label = 后面要写名称
    .help = 写上名称，如：{ $word } { $wanted }
E0121-digit = 名称不能以数字开头：“{ $found }”
    .label = 后面的名称以数字开头
    .help = 换一个以文字开头的名称
E0121-quoted = “{ $word }”后面的名称不加引号
    .label = 后面的名称带引号
    .help = 去掉引号，写 { $found }；说明文字写在名称后面的引号里
E0121-several = 名称要连着写，中间没有空格和横线：“{ $found }”
    .label = 写 { $wanted }
    .help = 写 { $wanted }，用到它的地方也一样；表格里的列名可以写在 { -from } "…" 后面
E0121-title = “{ $word }”后面的文字要加引号
    .label = 后面要写带引号的文字
    .help = 写 { $word } { $wanted }
E0122 = 这里要写 { $wanted }，不是“{ $found }”
    .label = 改成 { $wanted }
    .help = 写 { $wanted }；条件与结果之间用 =>，名称与算式之间用 =，表与它的结果列之间用 ->
E0122-mode = 没有写是分段算还是全部按一档算
    .label = 要写“{ $wanted }”或“{ $whole }”
    .help = 每段按各自比例算写 , { $wanted }；全部按达到的那一档算写 , { $whole }
E0122-missing = 这里缺 { $wanted }
    .label = 前面缺 { $wanted }
    .help = 在它前面写上 { $wanted }
E0122-label = 这张表的行不带“{ $found } :”这样的标签
    .label = 只有等级表的行以“标签 :”开头
    .help = 去掉标签和冒号，或把这张表写成 { -grade }
E0122-option = “{ $name }”后面写 :，不写“{ $found }”
    .label = 写成 { $wanted }
    .help = 写 { $name }: …
E0123 = “{ $name }”后面缺冒号
    .label = 后面要写 :
    .help = 写 { $name } : …
E0123-row = “{ $name }”后面缺冒号
    .label = 等级后面写 :，结果前面写 =>
    .help = 写 { $wanted }
E0123-type = “{ $name }”缺类型
    .label = 名称和 = 之间要写类型
    .help = 写 { $name } : 类型 = …，如 { $name } : { $example } = …
E0124 = “{ $before }”前面缺逗号
    .label = 与前一项之间要有逗号
    .help = 在它前面加一个逗号
E0125 = 一行里写了两行的内容
    .label = 第二个 =>
    .label-next = 从这里是另一行
    .help = 另起一行，或用 ; 隔开
E0125-entries = “{ $found }”是另一条的开头，和前一条没有隔开
    .label = 从这里是另一条
    .help = 在它前面写 ;，或另起一行
E0126-then = “{ $if }”缺“{ $then }”
    .label = 后面没有“{ $then }”
    .help = 写全：{ $if } 条件 { $then } 值 { $else } 值
E0126-when = “{ $word }”放在值后面要写成“{ $when }”
    .label = 写成“{ $when }”
    .help = 值 { $when } 条件：条件不成立时是 0
E0126-else = “{ $if }”缺“{ $else }”：条件不成立时没有值
    .label = 后面没有“{ $else }”
    .help = 写全：{ $if } 条件 { $then } 值 { $else } 值；不成立时为 0 的，写成：值 { $when } 条件
E0126-zero = “{ $if }”缺“{ $else }”：条件不成立时没有值
    .label = 后面没有“{ $else }”
    .help = 不成立时为 0 的，写成：{ $wanted }；否则写全：{ $if } 条件 { $then } 值 { $else } 值
E0126-if = “{ $word }”前面没有“{ $if }”
    .label = 没有与它配对的“{ $if }”
    .help = 写全：{ $if } 条件 { $then } 值 { $else } 值
E0126-parentheses = 算式中间的“{ $if }”要放进括号
    .label = 从这里起放进括号
    .help = 写成 ({ $if } 条件 { $then } 值 { $else } 值)
E0127 = 门槛的条件不能以减号开头：看不出是接着上一行，还是新的一条
    .label = 以减号开头
    .help = 接着上一行的，把减号移到上一行末尾；新的一条，写成 0 - …
E0128 = 文件里什么也没有写
    .label = 没有任何声明
    .help = 用 merit new 取一份现成的方案来改
E0129 = 这个文件不是文本
    .label = 这里有文本里不会有的字节
    .help = 用编辑器另存为 UTF-8 编码的文本；Excel 或 Word 文件不能直接当方案用
E0130 = 文件太大：方案最多 10 MB
    .label = 超过 10 MB
    .help = 检查是不是把数据文件当成了方案；方案可用 { -use } "文件" 拆开

## 各种写法

term-shape-expression = 如 接待人数 * 2{ $unit_money }、{ -round }(总分, 0.1)
term-shape-header-line = { -currency } { $own_currency }、{ -period } { -month }、{ -effective } { -from } 2024-01 { -until } 2024-12、{ -full_marks } 100，每项一行
term-shape-field = 名称 : 类型，如 响应时间 : { -duration }(s), { -decimals } 1
term-shape-row = 条件 => 结果，如 [80, 90) => 80
term-shape-grade-row = 等级 : 条件 => 结果，如 A : >= 90 => 100%
term-shape-condition = 一行一个条件，如 退款率 <= 5%
term-shape-pay-line = 名称 = 算式，如 提成 = 销售额 * 1%
term-shape-assignment = 名称 = 值，如 销售额 = 12000{ $unit_money }
term-shape-policy = { -policy } "标题" { "{" } … { "}" }
term-shape-record = { -record } { "{" } 名称 : 类型 … { "}" }
term-shape-lookup = { -lookup } 名称 { "{" } 名称 : 类型 … { "}" }
term-shape-type = { -type } 名称 = 标签 | 标签
term-shape-param = { -param } 名称 : 类型 = 值
term-shape-metric = { -metric } 名称 : 类型 = 算式，如 { -metric } 回复率 : { -percent }, { -decimals } 2 = 回复数 / 接待数
term-shape-let = { -let } 名称 = 算式
term-shape-score = { -score } 名称 { -weight } 40% { "{" } 条件 => 分值 … { "}" }
term-shape-section = { -section } 名称 { "{" } { -score } … { "}" }
term-shape-grade = { -grade } 名称 { -by } 总分 -> 系数 : { -percent } { "{" } A : >= 90 => 100% … { "}" }
term-shape-table = { -table } 名称 { -by } 级别 -> 底薪 : { -money } { "{" } 初级 => 2500{ $unit_money } … { "}" }
term-shape-scale = { -scale } 名称 { -on } 销售额, { -marginal } { "{" } [0{ $unit_money }, 1万{ $unit_money }) => 1% … { "}" }
term-shape-gate = { -gate } 名称 { "{" } 条件 … { "}" }
term-shape-pay = { -pay } 名称 { "{" } 名称 = 算式 … { "}" }
term-shape-flag = { -flag } 名称 { -when } 条件
term-shape-ensure = { -ensure } 条件
term-shape-test = { -test } "名称" { "{" } { -given } { "{" } 名称 = 值 { "}" } { -expect } { "{" } 名称 = 值 { "}" } { "}" }
term-shape-use = { -use } "文件.merit"
