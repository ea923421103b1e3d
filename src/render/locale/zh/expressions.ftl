### 表达式与区间的话：名称、类型、单位、缺失、除法

E0201 = 没有叫「{ $name }」的东西
    .label = 这个名称没有声明
    .help = 检查名称是否写错；要用新的数据，就在 { -record } 里加一行「{ $name } : 类型」
E0201-cell = 「{ $name }」是电子表格的单元格：方案里写的是列的名称，不是单元格
    .label = 这里要写列的名称
    .help = 写那一列的名称，如 销售额：每个人那一行的值由程序去取
E0201-near = 没有叫「{ $name }」的东西，是不是「{ $nearest }」？
    .label = 这个名称没有声明
    .help = 改成 { $nearest }
E0201-each = 「{ $name }」不能这样写：“每个加几分、扣几分”是算式，不是一行条件
    .label = 没有叫这个的东西
    .help = 不写花括号，写成乘法：扣分 = { -max }(100{ -unit-pt } - 5{ -unit-pt } * 次数, 0{ -unit-pt })，加分 = { -min }(5{ -unit-pt } * 次数, 100{ -unit-pt })；次数换成那个字段
E0201-said = 这里不写“{ $name }”，写 { $proposal }
    .label = 写成 { $proposal }
    .help = 写 { $proposal }
E0201-total = 没有叫「{ $name }」的东西：各项得分乘以权重的合计，这里叫 { $proposal }
    .label = 写成 { $proposal }
    .help = 写 { $proposal }；要先保留一位小数，就加一行 { -metric } { $name } : { -points } = { -round }({ $proposal }, 0.1)
E0201-item = 没有叫「{ $name }」的东西：这一项看的是哪个数，说不清
    .label = 评分项的名称就是它看的数
    .help = 名称与字段不同的，写明看哪一个：{ -score } { $name } { -by } 字段 { -weight } …；数据里有这一列，就在 { -record } 里加一行「{ $name } : 类型」
E0201-place = “{ $name }”是名次，要写成比较
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0201-place-of = “{ $name }”没有说按什么排名次
    .label = 按什么排？
    .help = 写成排名的比较，X 换成用来排名的值：{ $wanted }；并列的都算，第一名就可能不止一个
E0201-alternatives = “{ $name }”前面没有写拿什么来比：每个条件都要写全
    .label = 只写了值
    .help = 几个值里的任何一个，写 { $wanted }
E0201-missing = 没有“{ $name }”这个值：空着的写成 { -missing }
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0201-group = 没有叫「{ $name }」的东西，有的是 { $proposal }
    .label = 名称和结果之间用点
    .help = 写 { $proposal }
E0201-per-unit = 「{ $name }」是单价的单位，这里不是除法
    .label = 去掉
    .help = 写 { $proposal }
E0201-text = 「{ $name }」没有声明；这里要的是文本，文本要加引号
    .label = 写成 { $proposal }
    .help = 写 { $proposal }
E0201-row = 记录里没有「{ $name }」，它在别的表里：{ $proposal }
    .label = 要写明是哪张表的
    .help = 写 { $proposal }
E0201-outside = 块里只看得到当前这一行，「{ $name }」却是整条记录的值
    .label = 整条记录的值
    .help = 在数这些行的地方用它：{ -sum }(明细.字段 * { $name })；或让每一行自己也有「{ $name }」
E0201-scores = 「{ $name }」是各评分项的合计，可是这里一项评分也没有
    .label = 没有可以合计的
    .help = 写一项评分：{ -score } 名称 { -weight } 100% {"{"} >= 90 => 100; { -otherwise } => 0 {"}"}；或在 { -by } 后面直接写那个字段
E0201-label = 「{ $name }」是一个标签，但这里看不出是哪一组的标签
    .label = 标签要和它那一组的值放在一起比
    .help = 写成「字段 = { $name }」这样的比较；要当文本用，就写成 "{ $name }"
E0201-function = 没有叫「{ $name }」的函数
    .label = 不认识的函数
    .help = 可以用的函数：{ $functions }
E0201-different = 语言里没有「{ $name }」：不能把相同的值只数一次
    .label = 没有这种写法
    .help = 在数据里标出每个值第一次出现的行，再数这些行：加一列 首次 : { -bool }，电子表格里写 =COUNTIFS(A$2:A2,A2,B$2:B2,B2)=1（A 列是人，B 列是要数的值），然后 { -count }(订单 { -where } 订单.首次)
E0201-function-months = 没有函数「{ $name }」：两个日期之间只能算相隔的天数
    .label = 没有这种写法
    .help = 要天数就写「晚的日期 - 早的日期」，结果是时长，例如 今天 - 入职 >= 90{ -unit-d }。满几个月、几年请在数据里加一列 月数 : { -count }，电子表格里用 =DATEDIF(起,止,"m") 算
E0201-function-part = 没有函数「{ $name }」：不能从日期、时间里取年、月、日、时
    .label = 没有这种写法
    .help = 在数据里加一列写明，例如 所在月 : { -month }；日期、月份可以和写定的值比：日期 { -in } [2024-06-01, 2024-06-30]
E0201-function-trimmed = 没有函数「{ $name }」：不会自动去掉最高和最低
    .label = 没有这种写法
    .help = 明细里各去掉一个：{ -let } 几个 = { -count }(打分)、{ -let } 最高 = { -max }(打分.x) { -otherwise-value } 0、{ -let } 最低 = { -min }(打分.x) { -otherwise-value } 0，再写 { -if } 几个 > 2 { -then } ({ -sum }(打分.x) - 最高 - 最低) / (几个 - 2) { -else } 0。各去掉两个：每个打分一条记录，用名次：上 = { -rank }(x, { -within }: 编号, { -then }: 评委)，下 再加 { -order }: { -ascending }（评委是各不相同的数），然后 { -average }(x, { -within }: 编号, { -where }: 上 > 2 { -and } 下 > 2)
E0201-function-today = 没有函数「{ $name }」：发多少钱不能看是哪天算的
    .label = 没有这种写法
    .help = 在数据里加一列日期，如 月末 : { -date }，再写 月末 - 入职 >= 90{ -unit-d }
E0201-function-filtered = 这里没有叫「{ $name }」的函数
    .label = 不认识的函数
    .help = 对明细的行，写 { $rows }，orders 换成明细的名字；对所有人的记录，写 { $people }
E0201-function-order = 没有函数「{ $name }」
    .label = 没有这种写法
    .help = 和次序有关的用名次来写：{ -rank }(x, { -within }: g, { -ties }: { -shared }) 最大的是 1，{ -count }({ -within }: g) 是总人数；前一成写 { -rank }(x, { -within }: g, { -ties }: { -shared }) <= { -ceiling }({ -count }({ -within }: g) * 10%, 1)
E0201-function-text = 没有函数「{ $name }」：文本只能整个比较，不能看里面的字
    .label = 没有这种写法
    .help = 在数据里加一列写出要比的那一部分（电子表格里如 =LEFT(A2,2)），再比较：类别 = "A-"
E0201-function-lookup = 没有函数「{ $name }」：另一张表里的数用 { -lookup } 来取
    .label = 没有这种写法
    .help = 先写明那张表，例如 { -lookup } 店铺表 {"{"} 店铺 : { -text }, { -key }; 比例 : { -percent }(%), { -required } {"}"}，再写 店铺表.比例，运行时用 --with 店铺表=文件 给出
E0201-function-product = 没有函数「{ $name }」
    .label = 没有这种写法
    .help = 直接写乘法：x * y；对明细各行求和写 { -sum }(订单.单价 * 订单.件数)
E0201-function-near = 没有叫「{ $name }」的函数，是不是 { $nearest }？
    .label = 不认识的函数
    .help = 改成 { $nearest }
E0201-function-elsewhere = 这里没有叫「{ $name }」的函数
    .label = 不认识的函数
    .help = 要算同样的数，写成 { $proposal }
E0201-member = 「{ $owner }」里没有「{ $name }」
    .label = 没有这一项
    .help = 「{ $owner }」有：{ $members }
E0201-member-near = 「{ $owner }」里没有「{ $name }」，是不是「{ $nearest }」？
    .label = 没有这一项
    .help = 改成 { $owner }.{ $nearest }
E0201-record = 字段直接写名称，前面不写“{ -record }.”
    .label = 去掉
    .help = 写 { $name }
E0201-member-none = 「{ $owner }」是一个单独的值，没有「.{ $name }」
    .label = 没有这一项
    .help = 直接写 { $owner }
E0201-member-part = 不能从日期、时间里取「{ $name }」
    .label = 没有这种写法
    .help = 在数据里加一列写明，例如 所在月 : { -month }；日期、月份可以和写定的值比：日期 { -in } [2024-06-01, 2024-06-30]
E0201-member-uneven = 「{ $owner }」取不到「{ $name }」：同一等级的「{ $name }」因行而异，或只在自己那一行里才算得出，单凭等级定不下来
    .label = 单凭等级定不下来
    .help = 让同一等级的各行给出同样的「{ $name }」；或另写一张对照表：{ -table } 名称 { -by } { $owner } -> { $name } : 类型

E0202 = 「{ $figure }」没有单位，这里要的是{ $wanted }
    .label = 少了单位
    .help = 写成 { $proposal }
E0202-fraction = 「{ $figure }」没有单位，这里要的是{ $wanted }
    .label = 缺单位
    .help = 写成 { $proposal }；真的只有那么一点，写成 { $other }
E0202-duration = 「{ $figure }」没有单位，这里要的是{ $wanted }
    .label = 少了单位
    .help = 按你的意思写成 { $figure }{ -unit-s }、{ $figure }{ -unit-min }、{ $figure }{ -unit-h } 或 { $figure }{ -unit-d }
E0202-step = 「{ $figure }」没有单位，要取整的是{ $wanted }
    .label = 这里写的是取整的单位，不是小数位数
    .help = 要保留 { $figure } 位小数，写成 { $decimals }；要取 { $figure } 的整倍数，写成 { $multiple }
E0202-year = 这里要一个年份，从 1900 到 2199
    .label = 不是年份
    .help = 写成四位的年份，如 2024

E0203 = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 换成{ $wanted }的值
E0203-itself = 「{ $text }」是{ $found }，不能直接当得分
    .label = { $found }
    .help = 写明怎样得分：{ -score } { $text } { -weight } …% {"{"} … => 100; { -otherwise } => 0 {"}"}
E0203-times = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：还差一个{ $factor }的因数
    .label = { $found }
    .help = 乘以一个类型是{ $factor }的值
E0203-rate = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：没有说怎样折算，还差一个{ $factor }的因数
    .label = { $found }
    .help = 乘以一个类型是{ $factor }的值，如 ({ $example })
E0203-over = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：多出了一个{ $factor }
    .label = { $found }
    .help = 除以一个{ $factor }的值，或者去掉一个{ $factor }的因数
E0203-units = 这里要的是{ $wanted }，「{ $text }」里的数却没有单位
    .label = 数后面缺单位
    .help = 写 { $proposal }
E0203-bounded = 这里要的是{ $wanted }，「{ $text }」却是在比大小，只有“是”或“否”
    .label = 不是{ $wanted }
    .help = 是封顶或保底的意思，写 { $proposal }：封顶是和上限比、取较小的，保底是和下限比、取较大的，要扣的钱是负数，反过来
E0203-plain = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 给其中一个数写上单位，如 { $example }
E0203-same = 这里要的是{ $wanted }，写的却是{ $found } { $text }
    .label = { $found }
    .help = 写 { $proposal }
E0203-literal = 这里要的是{ $wanted }，写的却是{ $found } { $text }
    .label = { $found }
    .help = 写成 { $proposal } 这样的{ $wanted }
E0203-calendar = 这里要的是{ $wanted }，「{ $text }」却是{ $found }
    .label = { $found }
    .help = 换成{ $wanted }：日期写 2024-03-01，月份写 2024-03，季度写 2024-Q1
E0203-ratio = 这里要的是{ $wanted }，「{ $text }」却是{ $found }：98% 和 0.98 大小一样，但不会自动互换
    .label = { $found }
    .help = 写成 { $proposal }
E0203-currency-unsaid = 这个金额是 { $found }，方案没有写币种，当作 { $wanted }
    .label = { $found }
    .help = 在方案开头的 { "{" } { "}" } 里写 { -currency } { $found }
E0203-sides = 两边的类型不同：左边是{ $left }，右边是{ $right }
    .label-left = { $left }
    .label-right = { $right }
    .help = 让两边是同一种类型；数字补上单位，如 98%、300{ $unit_money }、40{ -unit-s }
E0203-sides-calendar = 左边是{ $left }，右边是{ $right }，不能直接比先后
    .label-left = { $left }
    .label-right = { $right }
    .help = 让两边是同一种：日期写 2024-03-01，月份写 2024-03，季度写 2024-Q1。两边都来自数据的（例如「本月入职」），就在数据里加一列，写那个日期所在的月份
E0203-sides-ratio = 两边的类型不同：左边是{ $left }，右边是{ $right }；98% 和 0.98 大小一样，但不会自动互换
    .label-left = { $left }
    .label-right = { $right }
    .help = 用 { -percent }(…) 或 { -number }(…) 把其中一边换过来
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
    .help = 写成「({ $text } { -otherwise-value } 值)」，说明缺失时按多少算；先想好空着的人该得多少：0 有时是最好的成绩
E0207-divisor = 「{ $text }」可能缺失，缺失的不能做除数
    .label = 可能缺失
    .label-declared = 这里说它可以缺失
    .help = 在前面写 { $proposal }：没有「{ $text }」的人按 0 算，下面各行怎么给 0 打分就怎么打。空着的该退回，就去掉字段的 { -optional }；这一项不考他们，就在评分里写 { -exempt }
E0207-many = 「{ $text }」可能缺失，没有说缺失的怎么算
    .label = 可能缺失
    .label-declared = 这里说它可以缺失
    .help = 只算有值的，写 { $filter }；缺失的也要按某个数算，写成「({ $text } { -otherwise-value } 值)」

E0208 = 「{ $input }」不会缺失，这一行 { -missing } 永远轮不到
    .label = 永远轮不到
    .help = 删去这一行；如果数据真的可能缺，就在 { -record } 里给它加 { -optional }

E0209 = { $function } 的写法不对
    .label = 括号里的内容不合
    .help = 写成 { $form }
E0209-no-step = { $function } 没有说取到哪一位，每个人的零头就没有依据
    .label = 少了取整的单位
    .help = 写成 { $proposal }
E0209-steps = 一共有几个整份，用 { -steps } 来数
    .label = 除完再取整
    .help = 写 { $proposal }：{ -full } 只算满的，{ -started } 不满一份也算一份
E0209-no-word = { $function } 没有说不满一步的算不算：同一个差距会扣出不同的分
    .label = 少了 { -full } 或 { -started }
    .help = 不满一步的不算，写成 { $proposal }；不满一步也算一步，写成 { $other }
E0209-place = { -increasing } 比的是两条记录，只能单独写在 { -ensure } 后面
    .label = 这里它只是别的式子的一部分
    .help = 另起一行写 { $proposal }
E0209-along = 「{ $text }」不是记录里的数或日期，说不出谁的更多
    .label = 不是记录里的列
    .help = 写 { -record } 里的一列，例如 { -ensure } { -increasing }(应发工资, 销售额)
E0209-step = 取整的单位、每步的大小要是一个大于 0 的数或参数，和前面的值同一类型
    .label = 不能用作单位
    .help = 写成 0.1、0.01{ $unit_money }、0.01% 这样的数
E0209-step-param = 参数「{ $name }」不大于 0，不能用作取整的单位或每步的大小
    .label = 不大于 0
    .help = 把参数「{ $name }」设成大于 0 的值

E0210 = 这里要一个固定的值，「{ $text }」却要看每个人的数据
    .label = 不是固定的值
    .help = 这里只能写数、{ -param }，以及它们的 + - * /

E0210-bound = 保底和封顶要一个固定的值，「{ $text }」却因人而异
    .label = 不是固定的值
    .help = 分两段写。先算小计：{ $first }；再补：{ $second }
E0210-bound-line = 保底和封顶要一个固定的值，「{ $text }」却因人而异
    .label = 不是固定的值
    .help = 写在算式里：{ $wanted }
E0211 = 这个区间里什么也没有：{ $lo } 比 { $hi } 大
    .label = 两端写反了
    .help = 写成 { $proposal }
E0211-midnight = 这个区间里什么也没有：{ $hi } 比 { $lo } 早，而一天到半夜为止
    .label = 跨过了半夜
    .help = 写成两行，一行 { $evening }，一行 { $morning }；若是两端写反了，对调过来
E0211-night = 这个区间里什么也没有：{ $hi } 比 { $lo } 早，而一天到半夜为止
    .label = 跨过了半夜
    .help = 跨半夜的时段写成 { $proposal }；若是两端写反了，对调过来
E0211-point = 这个区间里什么也没有：两端都是 { $value }，却有一端不含
    .label = 空的区间
    .help = 只要 { $value } 这一个值，就写成 [{ $value }, { $value }]

E0212 = 「{ $text }」是{ $found }，{ $found }没有「{ $operator }」这种运算
    .label = { $found }
    .help = 标签和文本只能用 =、!=、{ -in } 来比；加减乘除只用于数
E0212-member = 「{ $text }」是等级，不是数；它对应的数是 { $proposal }
    .label = 不是数
    .help = 写 { $proposal }
E0212-quoted = { $text } 加了引号，就只是一段文字，不是那个值
    .label = 名称不加引号
    .help = 去掉引号，写 { $wanted }
E0212-time = 「{ $text }」是一天里的时刻，时刻没有「{ $operator }」这种运算：从 22:00 到 06:00 是过夜 8 小时，还是倒回 16 小时，说不清
    .label = { $found }
    .help = 时刻只能比先后，例如 { $text } > 09:00。工时请在数据里加一列 工时 : { -duration }(h)；在电子表格里用 =MOD(下班-上班,1) 算，跨零点也对，格式设成 [h]:mm
E0212-date = 「{ $text }」是日期：日期可以比先后，日期减日期得到时长，这里的「{ $operator }」两样都不是
    .label = { $found }
    .help = 「入职 + 90{ -unit-d } > 某日」写成「某日 - 入职 < 90{ -unit-d }」。满几个月、几年请在数据里加一列 月数 : { -count }，电子表格里用 =DATEDIF(起,止,"m") 算
E0212-calendar = 「{ $text }」是{ $found }，{ $found }没有「{ $operator }」这种运算
    .label = { $found }
    .help = 可以比先后，例如 { $text } >= …。相隔几期程序不算：在数据里加一列，如 入职月数 : { -count }，电子表格里用 =DATEDIF(起,止,"m") 算，再写 入职月数 < 3
E0212-bool = 「{ $text }」只有是和否，没有「{ $operator }」这种运算
    .label = { $found }
    .help = 条件之间用 { -and }、{ -or }、{ -not } 连接；要当数来算，写成 ({ -if } { $text } { -then } 1 { -else } 0)
E0212-unranked = 「{ $text }」的标签没有说哪个更高，「{ $function }」不知道往哪边走
    .label = 不是等级表的档位
    .help = { $function } 只用于 { -grade } 的档位；别的标签写成 { -if } { $text } = … { -then } … { -else } …
E0213 = 「{ $name }」自己不是一个值，它有几项，要说明用哪一项
    .label = 哪一项？
    .help = 写成其中一个：{ $members }
E0213-one = 「{ $name }」自己不是一个值，它的那一项有名字
    .label = 少了那一项的名字
    .help = 写成 { $proposal }

E0214 = 「{ $text }」在「{ $block }」的每一行里各有一个值，一条记录可以有很多行，说不清用哪一个
    .label = 每行一个值
    .label-declared = 一条记录可以有很多这样的行
    .help = 说明怎么算：{ -sum }({ $text })、{ -average }({ $text })、{ -min }({ $text }) 或 { -max }({ $text })
E0214-bare = 「{ $block }」有很多行，自己不是一个值
    .label = 要它的哪个数？
    .label-declared = 一条记录可以有很多这样的行
    .help = 要行数就写 { -count }({ $block })，要合计就写 { -sum }({ $block }.字段)

E0215-over-nothing = { $function } 没有说对谁、对什么来算
    .label = 对谁算？
    .help = 对所有人写 { -within }: { -all }，对某字段相同的人写 { -within }: 字段，只算其中一些人再加上 { -where }: 条件；对前几期写 { -over }: 3 { -periods }；对明细的行写 { $function }(明细.字段)
E0215-over-terms = { $function } 不把这几个数相加：它数的是许多人、许多期或许多行
    .label = 对谁算？
    .help = 把几个数加起来，写 { $proposal }
E0215-two-tables = { $function } 一次只能数一张表的行，这里却有两张：{ $blocks }
    .label = 两张表的行
    .help = 每张表各写一个 { $function }(…)，再用两个结果来算
E0215-both = { $function } 同时写了 { -within }: 和 { -over }:，一个看别的人，一个看别的期或别的行
    .label = 两个都写了
    .help = 只留一个；两样都要，就先写一个指标：{ -metric } 名称 : 类型 = { $function }(…, { -within }: { -all })，再写 { $function }(名称, { -over }: 3 { -periods })
E0215-in-block = { $function } 要看不止一行，而明细块里只看得到当前这一行
    .label = 不能写在块里
    .help = 移到块外面：{ -metric } 名称 : 类型 = { $function }(…)
E0215-no-ties = { $function } 没有说并列怎么排：两个第一之后是第 3 名还是第 2 名
    .label = 并列怎么排？
    .help = 排成 1 1 3 写 { -ties }: { -shared }，排成 1 1 2 写 { -ties }: { -dense }；并列时再比另一个值写 { -then }: 值
E0215-no-within = { $function } 没有说在哪些人当中
    .label = 在谁当中？
    .help = 所有人一起写 { -within }: { -all }；某字段相同的人一起写 { -within }: 字段
E0215-no-by = { $function } 没有说按什么来分
    .label = 按什么分？
    .help = 写 { -by }: 值，例如 { -by }: { -scores }
E0215-ties = { -ties }: 说的是并列怎么排，「{ $text }」看不出怎么排
    .label = 不是 { -shared } 或 { -dense }
    .help = 排成 1 1 3 写 { -ties }: { -shared }，排成 1 1 2 写 { -ties }: { -dense }
E0215-order = 「{ $text }」不是一种次序：不写 { -order }: { -ascending }，就是大的排在前面
    .label = 不是 { -ascending }
    .help = 小的排在前面写 { -order }: { -ascending }；大的排在前面就不写 { -order }:
E0215-over = 「{ $text }」不是 { $function } 能看的期间
    .label = 哪几期？
    .help = 写 { -over }: 3 { -periods }、{ -over }: { -up-to } 3 { -periods }；一季、一年里有好几期时可写 { -over }: { -quarter }、{ -over }: { -year }；对查表的各行写 { -over }: 查表名
E0215-so-far = 没有「{ $text }」这种写法：{ -over }: { $span } 只要缺其中一期就没有值，{ -over }: { -up-to } N { -periods } 又会跨过它的期末
    .label = 不是能看的期间
    .help = 要从期初起有几期算几期，就把同一份文件再当明细读一次，字段另起名字，并加一列写明是哪个 { $span }：{ -details } 各月 {"{"} 工号 : { -text }, { -key }; 那月 : { -month } { -from } "月份"; 那年 : { -year } { -from } "年份"; 金额 : { -money } {"}"}，再写 { -sum }(各月.金额 { -where } 各月.那年 = 年份 { -and } 各月.那月 <= 月份)
E0215-over-details = { -over }: 数的是查表的所有行，「{ $text }」却是明细，它的行各属于一条记录
    .label = 这是明细
    .help = 只要这条记录的行，就删去 { -over }:；要所有人的，写 { -sum }({ -sum }({ $text }.字段), { -within }: { -all })
E0215-over-flag = { $function } 不能看前几期
    .label = 不能看前几期
    .help = 要知道连续几期成立，写 { -streak }(条件)，例如 { -streak }(条件) >= 3
E0215-over-where = { -where }: 挑的是人或行；看前几期时 { $function } 每一期都算
    .label = 看前几期时不能挑
    .help = 把条件写进值里：{ $function }({ -if } 条件 { -then } 值 { -else } 0, { -over }: 3 { -periods })
E0215-within = 「{ $text }」是一段期间，{ -within }: 说的却是谁和谁在一起
    .label = 不是说谁
    .help = 写 { -within }: { -all } 或 { -within }: 字段；要看前几期就写 { -over }: { $text }
E0215-unknown = { $function } 没有「{ $name }:」这种写法
    .label = 用不上
    .help = 可以写：{ $options }
E0215-unknown-near = { $function } 没有「{ $name }:」这种写法，是不是 { $near }: ？
    .label = 用不上
    .help = 改成 { $near }:
E0215-twice = 「{ $name }:」写了两次，说不清算哪一个
    .label = 又写了一次
    .help = 只留一个

E0216 = { $function } 要看以前各期，记录里却没有说是谁的、哪一期的
    .label = 谁的以前各期？
    .help = 在 { -record } 里加上主键和周期：工号 : { -text }, { -key } 和 月份 : { -month }, { -period }
E0216-key = { $function } 要看以前各期，记录里却没有说是谁的
    .label = 谁的以前各期？
    .help = 给区分人的字段加上 { -key }，例如 工号 : { -text }, { -key }
E0216-period = { $function } 要看以前各期，记录里却没有说是哪一期的
    .label = 在哪一期以前？
    .help = 在 { -record } 里加一个字段，例如 月份 : { -month }, { -period }

E0217-untyped = 「{ $name }」要看自己以前的值，却没有说它是什么类型
    .label = 什么类型？
    .help = 写成指标，或写明类型：{ -metric } { $name } : 类型 = …
E0217-grows = 「{ $name }」每期都在自己以前的值上累加，又没有上下限，一期一期加下去会大到算不准
    .label = 没有上下限
    .help = 定一个上下限：{ -clamp }(…, 0, 上限)，例如 { $proposal }
E0217-finer = 「{ $name }」每期都由自己以前的值算出，小数位会越来越多
    .label = 小数位越来越多
    .help = 取整：{ -round }(…, { $step })，或给它写够小数位 { -decimals }
E0217-missing = 「{ $name }」要看自己以前的值，又可能缺失，缺失以后就接不下去了
    .label = 可能缺失
    .help = 说明第一期按多少算：({ -previous }({ $name }) { -otherwise-value } 值)

E0218-money = 分摊的是金额，分到分为止，「{ $text }」却是{ $found }
    .label = 不是金额
    .help = 分摊金额；分数、次数这样分：{ $text } * 值 / { -sum }(值, { -within }: { -all })，再用 { -round }(…, 0.01) 取整
E0218-round = 「{ $text }」可能有不到一分钱的零头，发不出去
    .label = 没有取整到分
    .help = 写成 { $proposal }
E0218-negative = 「{ $text }」可能小于 0，按它分就会从一个人扣钱给另一个人
    .label = 可能小于 0
    .help = 写成 { $proposal }
E0218-differs = 「{ $text }」在一组里可能不止一个数，说不清分的是哪一个：它随「{ $field }」而变，分组却不看「{ $field }」
    .label = 不止一个数
    .help = 写成 { -within }: { $proposal }；或让它对全组是一个数，例如用 { -param }，或写 { -max }({ $text }, { -within }: { $within })
E0218-differs-many = 「{ $text }」在一组里可能不止一个数，说不清分的是哪一个：它随每条记录的数据而变
    .label = 不止一个数
    .help = 让它对全组是一个数，例如用 { -param }、查表里的数，或写 { -sum }({ $text }, { -within }: { $within })
E0218-key = 分剩的零头按主键先后每人一份，记录里却没有主键
    .label = 最后一分钱给谁？
    .help = 给区分人的字段加上 { -key }，例如 工号 : { -text }, { -key }

E0401 = 「{ $quotient }」除不尽时没有说保留几位，每个人差的那一点就没有依据
    .label = 没有取整的除法
    .help = 写成 { $proposal }，或给它的声明加 { -decimals } 2
E0401-zero = 「{ $quotient }」除不尽时没有说保留几位；「{ $divisor }」为 0 时也算不出来
    .label = 没有取整的除法
    .help = 写成 { $proposal }：保留到写明的那一位，「{ $divisor }」为 0 时算 { $none }，要算别的就改掉它
E0401-zero-scored = 「{ $quotient }」除不尽时没有说保留几位；「{ $divisor }」为 0 时也算不出来，「{ $item }」就没法给分
    .label = 没有取整的除法
    .help = 写成 { $proposal }：保留到写明的那一位。「{ $divisor }」为 0 的人该得多少分？写 { -otherwise-value } { $first }，「{ $item }」得 { $points } 分{ $others ->
        [yes] ；写 { -otherwise-value } { $second }，得 { $more } 分
       *[no] {""}
    }；写别的数，就得它那一档的分
E0401-rate = 「{ $quotient }」除不尽时没有说保留几位，每个人差的那一点就没有依据
    .label = 没有取整的除法
    .help = 单独写一个 { -metric }，加上 { -decimals } 2；或者把除法留到最后，连同它乘的数一起取整
E0401-fixed = 「{ $quotient }」除不尽，固定的值却要分毫不差
    .label = 永远除不尽
    .help = 写出小数，算到几位就写几位；或者把被除数和除数分开写，用到时再除
E0401-weight = 「{ $quotient }」除不尽，这样的权重加起来不会正好是 100%
    .label = 永远除不尽
    .help = 写成百分数，余下的归其中一项（33.34%、33.33%、33.33%）；要完全相等，每项都写 { -out-of } 100，三项就写 { -full_marks } 300，总分用 { -scores } 除以 3
E0401-product = 「{ $quotient }」先除后乘，要取整两次，结果会差一点
    .label = 没有取整的除法
    .help = 先乘后除，只取整一次：写成 { $proposal }
E0401-twice = 「{ $quotient }」除了又除，要取整两次，结果会差一点
    .label = 没有取整的除法
    .help = 只除一次，只取整一次：写成 { $proposal }
E0401-exempt = 有项目免考时，其余各项按比例加重，「{ $quotient }」可能除不尽，没有说保留几位
    .label = 没有取整
    .label-item = 这一项可以免考
    .help = 写成 { $proposal }，或单独写一个 { -metric }，加上 { -decimals } 2

E0401-average = 「{ $quotient }」除不尽时没有说保留几位，每个人差的那一点就没有依据
    .label = 没有取整的平均
    .help = 写成 { $proposal }，或给它的声明加 { -decimals } 2

E0402 = 「{ $divisor }」可能是 0，那时「{ $quotient }」算不出来
    .label = 可能是 0
    .label-declared = 允许「{ $name }」为 0
    .help = 写成「{ $quotient } { -otherwise-value } 值」，说明除数为 0 时按多少算；不会为 0 的，就在声明里用 { -in } (0, …] 写明
E0402-scored = 「{ $divisor }」可能是 0，那时「{ $quotient }」算不出来，「{ $item }」也没法给分
    .label = 可能是 0
    .label-declared = 允许「{ $name }」为 0
    .help = 「{ $divisor }」为 0 的人该得多少分？写 { -otherwise-value } { $first }，「{ $item }」得 { $points } 分{ $others ->
        [yes] ；写 { -otherwise-value } { $second }，得 { $more } 分
       *[no] {""}
    }；写别的数，就得它那一档的分。不会为 0 的，在声明里用 { -in } (0, …] 写明
E0402-always = 「{ $divisor }」只能是 0，「{ $quotient }」永远算不出来
    .label = 只能是 0
    .label-declared = 「{ $name }」在这里只能是 0
    .help = 检查条件和除数是否写错
E0402-exempt = 可能有人每一项都免考，那时「{ $quotient }」算不出来
    .label = 可能一项也不算
    .label-item = 这一项可以免考
    .help = 写成「{ $quotient } { -otherwise-value } 值」，说明每一项都免考的人算多少分，这个分也算进别人的平均和名次；不要算进去，就在那里加上 { -where }: 条件，只算参评的人。或者留一项人人都考的

E0403 = 「{ $name }」可能长达 { $digits } 位，其中小数 { $places } 位；结果只存得下 28 位
    .label = 可能存不下
    .help = 成为结果时取整：{ $proposal }
E0403-large = 「{ $name }」可能长达 { $digits } 位，其中小数点前 { $whole } 位；结果只存得下 28 位
    .label = 可能存不下
    .help = 用 { -clamp }(…, 最小值, 最大值) 说明它最小、最大是多少
E0403-large-input = 「{ $name }」可能长达 { $digits } 位，其中小数点前 { $whole } 位；结果只存得下 28 位
    .label = 可能存不下
    .label-declared = 「{ $input }」最大可到 { $most }
    .help = 「{ $input }」到不了这么大的，就在这里写明实际范围 { -in } [0, …]；或者用 { -clamp }(…, 最小值, 最大值) 说明结果的范围
E0403-constant = 「{ $text }」超过 28 位，没有值存得下
    .label = 存不下
    .help = 少写几位
E0403-endless = 「{ $text }」可能超过 19,000 位，不再往下算
    .label = 没有止境地变长
    .help = 中途用 { -round }(…) 取整，或用 { -clamp }(…, 最小值, 最大值) 限定

W0201-always = 「{ $text }」总是成立
    .label = 总是成立
    .help = 这个条件分不出人来；检查是否写错，或者删去
W0201-never = 「{ $text }」永远不成立
    .label = 永远不成立
    .help = 这个条件谁也轮不到；检查是否写错，或者删去
W0201-others = 「{ $text }」拿别人的值和他自己比：{ -where }: 里的名字都是别人的，这个条件分不出谁
    .label = 两边都是别人的
    .help = 要拿别人和这一条记录比，就把同一份文件再当明细读一次，字段另起名字：{ -details } 其他 {"{"} …; 那天 : { -date } { -from } "日期" {"}"}，再写 { -sum }(其他.值 { -where } 其他.那天 < 日期)
W0201-always-range = 「{ $text }」总是成立：{ $input } 在这里从 { $lo } 到 { $hi }
    .label = 总是成立
    .help = 这个条件分不出人来；检查界限是否写错，或者删去
W0201-never-range = 「{ $text }」永远不成立：{ $input } 在这里从 { $lo } 到 { $hi }
    .label = 永远不成立
    .help = 这个条件谁也轮不到；检查界限是否写错，或者删去

W0202 = 「{ $text }」不会缺失，除数也不会是 0，{ -otherwise-value } 后面的值永远用不上
    .label = 用不上
    .help = 删去 { -otherwise-value } 和它后面的值

W0203 = 「{ $fallback }」只在「{ $text }」缺失时才算：{ -otherwise-value } 管到后面的整个加减式
    .label = 前面的值缺失时才算
    .help = 总是要加的，写成 ({ $text } { -otherwise-value } { $zero }) + …；否则删去 { $zero }

W0402 = 这里取的是 { $figure } 的整倍数，不是保留 { $figure } 位小数
    .label = { $figure } 的整倍数
    .help = 要保留 { $figure } 位小数，写成 { $decimals }；真要取 { $figure } 的整倍数，写成 { $multiple }
W0402-whole = 这里取到整数，不是保留 1 位小数：89.36 得 89，不是 89.4
    .label = 取到整数
    .help = 要保留 1 位小数，写成 { $decimals }；真要取到整数，写成 { $multiple }
W0402-plain = 这里取的是 { $figure } 的整倍数，不是保留 { $figure } 位小数
    .label = { $figure } 的整倍数
    .help = 要保留 { $figure } 位小数，写成 { $decimals }；真要取 { $figure } 的整倍数，就在上面写一行 # { -allow }W0402 说明
W0204 = { $text } 就是指这几个字符：* 和 ? 不代表别的字
    .label = 照字面比较
    .help = 文本只能整个比较；要按开头来分，在数据里加一列（如 =LEFT(A2,2)），再比较那一列
W0401-domain = 范围的界限 { $bound } 落在两档之间：这个字段每 { $step } 一档，范围里离它最近的是 { $reached }
    .label = 没有记录正好等于它
    .help = 界限可以这样写；要让它正好能达到，写 { $step } 的倍数，或用 { -decimals } 把每一档改细
W0401 = 界限 { $bound } 落在两档之间：{ $input } 每 { $step } 一档，没有人正好等于它
    .label = 没有人正好等于它
    .help = 界限可以这样写；想让它正好能达到，就写成 { $step } 的倍数
