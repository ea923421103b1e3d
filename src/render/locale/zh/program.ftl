### 命令行与交互的话

tally-errors = { $count } 个错误
tally-warnings = { $count } 个警告
tally-between = ，
remedy-help = 怎么改：
remedy-edit = 改成：
remedy-edit-in = 在 { $file } 里改成：
remedy-more = 还有 { $count } 行没有画出；完整的改法见 merit check --format json
remedy-more-fix = 还有 { $count } 行没有画出；merit check --fix 会全部改好，--format json 里有完整的改法
remedy-or = 或者：
remedy-or-in = 或者在 { $file } 里：

## 帮助

about-merit = 把店铺的绩效考核方案写成可以证明的规则，再按它算出每个人的分数、等级和工资。
about-new = 列出现成的方案，或取一份来改，连同对应的空白数据表
about-check = 检查方案：写法、单位、权重，并证明每张表不缺、不重
about-eval = 按方案逐条计算数据，给出分数、等级和工资；几份方案一起给，每条记录按它归的那一份算
about-why = 说明一个人的分数、等级和工资是怎么来的，用到方案的哪几行、数据的哪几格，差多少到上一档
about-reconcile = 对账：拿手工算的表和方案算的一格一格地对，说出哪里不同、差多少、多半是为什么
about-next = 说明一个人只改一项时，最少改多少能多得分、上一档、多拿工资
about-replay = 照回执重算一遍：每个哈希值、人数、合计是不是都一样，不一样的是哪里变了
about-test = 运行方案里的用例
about-cases = 在方案的每个分界和左右各一步处写出记录，作为用例
about-cliffs = 列出工资随每个数的每一处断崖，和做得更好反而少拿的地方；给了数据，就数出每处旁边有几个人
about-diff = 比较两份方案：改了什么，结果是不是一样（证明或举例），谁多拿谁少拿
about-doc = 把方案写成给员工看的一页：怎么评分、评等级、发工资，配上算例和细则
about-report = 把一个月的结果写成给店里看的一页：等级、薪资、各项得分、退回的记录；也给每个人一张结算单
about-repl = 边改边算：装入方案和一条记录，试算、改一行、看结果怎么变
about-schema = 说明方案读什么、给什么：JSON Schema，或给自己的方案一张空表来填
about-explain = 说明一个错误或警告的编号，或列出全部编号
about-completions = 生成自动补全脚本：按 Tab 补全命令和选项
about-man = 显示一个命令的手册页，或把全部手册页写进一个文件夹
about-help = 显示一个命令的帮助

heading-usage = 用法
heading-commands = 命令
heading-arguments = 参数
heading-options = 选项
heading-examples = 例
colon = ：

option-lang = 用中文还是英文（缺省看语言环境，再看方案）
option-ascii = 只用 ASCII 字符画图
option-help = 显示本帮助
option-version = 显示版本
option-template = 现成方案的名字；不写则列出全部
option-file = 写到哪个文件（缺省为现成方案的名字加 .merit）
option-empty_sheet = 写一张空表：xlsx 或 csv；方案还要别的表的，一并写出
option-described_in = 写到哪个文件
option-page_in = 写到哪个文件，.html 或 .md（缺省为标准输出上的 Markdown）
option-pages_in = 写到哪里：.html 是一页，.xlsx 是工作簿、每人一张表；文件夹里是给店里的 index.html 和每人一个文件
option-statements = 在同一个文件里附上每个人的结算单，一人一页，可以打印
option-earlier = 上一次 merit eval 的结果文件：写出谁变了、为什么
option-others = 结算单里的排名列出同组其他人的名字；不写就只有人数
option-page_format = 格式：markdown 或 html（缺省看文件的后缀）
option-force = 文件已存在也覆盖
option-policies = 方案文件，- 为标准输入
option-compared = 旧方案、新方案，其余是数据；只给一份方案时配合 --set-new
option-new_settings = 只给新方案的参数另一个值，如 提成率=3%
option-by = 按这个字段分组，如 店铺
option-fail_if = 出现这种情况就以 1 结束，如 'budget > 3%'、'lose > 0'；名字有 budget、lose、gain、largest-loss、grade-down
option-lines = 做这一行再结束，如 '：记录 A06'；可以给几次
option-policy = 方案文件
option-files = 方案（.merit）和数据文件，- 为标准输入
option-format = 输出格式：human（缺省）、json 或 sarif
option-stats = 列出方案有多大、证明了什么
option-deny = 写 --deny warnings：有警告也算不通过
option-fix = 把不影响任何结果的写法问题直接改好
option-warn = 连同可能有意为之的可疑之处一并列出：--warn all
option-together = 几份方案合在一起检查：每条记录是不是恰好归一份
option-cases_in = 写到这个文件：.csv 是 merit test --from 能读的表，其余写成用例块
option-settings = 给参数换一个值，如 --set 提成率=3%
option-asked = 方案（.merit）、数据，再是这个人的主键；一个人有几期时，时期写在最后，不写就是最近一期
option-most = 最多列几条
option-fixed = 不能改的字段，按名字或标题，几个之间用逗号
option-only = 只看这些字段，按名字或标题，几个之间用逗号；不写时，只影响工资、多半由店里定的不看
option-replayed = 回执，然后是方案（.merit）和数据；不写就用回执里的
option-depth = 说多少：line 一行，statement 一页（不写就是这个），all 全部
option-shape = 输出给人看（human，不写就是这个），还是给程序用（json）
option-everybody = 数据里的每一条
option-against = 手工算的表：CSV、TSV、xlsx、xls、ods、JSON
option-sheet_of_theirs = 手工的工作簿里读哪一张工作表：名字，或从 1 数起的序号
option-map = 叫法不同的列：方案的列=表里的列；可以写几次
option-of_period = 只对这一期；表里没有时期的列、数据有几期时要写
option-marked_in = 把每处不同写进 .xlsx（不同的格标上颜色）或 .csv
option-run = 把选项写在一个文件里，每月照着算：merit eval --run 3月.toml；命令里另写的优先
option-output = 结果写到哪里：按后缀 csv、jsonl、json、xlsx、parquet；缺省为标准输出的 csv
option-columns = 结果列：列名或标题，用逗号隔开；all 为全部，_file、_row 是记录在哪里
option-table = 画成表格，不在终端上也画；在终端上本来就画
option-headers = 表头：names 用方案里的名字，titles 用标题，是/否和状态也写成字
option-mutants = 把方案逐处改动，说出哪些改动方案里的用例发现不了，并写出该补的用例
option-encoding = 数据文件的编码，如 gb18030；缺省自动识别
option-sheet = 工作簿里的哪张表：名字，或在没有隐藏的表里从 1 数起的序号
option-hidden_rows = 工作簿里隐藏的行（筛选掉的或手动隐藏的）也读
option-strict = 有一条记录被退回就整体失败，什么都不写
option-hold_back = 受本组退回的记录或缺少的往期影响的，一并退回
option-rejects = 把被退回的记录连同原因另写一份
option-receipt = 把本次运行的摘要写成 JSON，备查
option-summary_only = 不写记录，只在标准输出给出摘要（JSON）
option-with = 查表和明细的数据：名字=文件
option-history = 往期的结果：一个文件，或一个放着结果和回执的文件夹
option-reference = 一条一条地算：结果一样，只是慢，供核对
option-explain_plan = 只说明怎样成列地算，不算数据
option-threads = 用几个线程
option-coverage = 列出没有用例走到的行、行尾条件、分支、门槛条件和分界
option-from = 写在表里的用例，一行一个：给定的列写名字，应得的列写 = 和名字
option-marked = 与 --coverage 一起用：给出方案原文，每行标上有几个用例走到
option-data = 要装入的数据文件
option-code = 编号，如 E0501，也可只写 501；不写就列出全部
option-page = 哪个命令；不写就是 merit 本身
option-folder = 把全部手册页写进这个文件夹，没有就新建
option-about = 哪个命令；不写就列出全部命令
option-shell = 哪种命令行：bash、zsh、fish、powershell 或 elvish

## 说明

explain-usage = merit explain 501 讲其中一条。
explain-more-several = { $code } 是怎么回事：{ $command }；{ $others } 也一样看
explain-more = { $code } 是怎么回事：{ $command }
explain-E01 = 写法
explain-E02 = 名称、类型与单位
explain-E03 = 评分、权重与各种声明
explain-E04 = 算式
explain-E05 = 区间与各行、几份方案、保证
explain-E07 = 数据
explain-E08 = 文件与命令
explain-W02 = 可疑的条件与缺省
explain-W03 = 可疑的声明
explain-W04 = 可疑的算式
explain-W05 = 可疑的区间与各行
explain-W07 = 可疑的数据

## 用法有误

E0801 = 从第 { $line } 行起不是 UTF-8 文本，方案读不出来
    .help = 用编辑器打开它，另存为 UTF-8 编码。
E0802-is-data = 这是数据，不是方案
    .help = 方案是以 .merit 结尾的文本。用这份数据计算：merit eval 方案.merit { $file }；还没有方案，就从 merit new 取一份。
E0802-is-workbook = 这是表格文件，里面是数据，不是方案
    .help = 方案是以 .merit 结尾的文本。用这份表格计算：merit eval 方案.merit { $file }；还没有方案，就从 merit new 取一份。
E0802-is-renamed = 文件名以 .merit 结尾，里面却是数据，不是方案
    .help = 是数据，就把后缀改回 .csv、.xlsx 这样；是写在表格里的制度，就写成文本，存为 .merit。
E0802-is-document = 这是文档，方案读不出来
    .help = 把制度写成以 .merit 结尾的文本，再查它；从 merit new 取一份来改最快。
E0802-page = 页面没有做出来，这是程序的错：{ $error }
    .help = 请把方案和命令发给我们。
E0802-report-nowhere = 写到哪里，没有说
    .help = 一份网页：{ $file }
        一人一个文件：{ $folder }
        表格：{ $book }
E0802-report-ending = 从 { $file } 的后缀看不出要写成什么
    .help = 写成 -o { $renamed }；要一人一个文件，写文件夹的名字。
E0802-report-by = 没有叫 { $name } 的字段
    .help = 有：{ $known }。
E0802-report-many = 有 { $count } 条记录，一个文件里最多放 { $most } 张结算单，再多打不开
    .help = 写到文件夹里，每人一个文件：-o 结算单/
E0802-report-no-key = 方案没有写明按哪个字段认人，没法和上一次的结果对上
    .help = 在方案的 record 里给认人的字段加上 key，比如 工号 : text, key
E0802-doc-ending = 从 { $file } 的后缀看不出要写成什么格式
    .help = 写成 -o { $renamed }；要 Markdown，后缀用 .md。
E0802-doc-other = { $file } 的后缀和 --format { $format } 对不上
    .help = 去掉 --format，或改后缀。
E0802-set = 看不懂 --set { $text }
    .help = 写成 --set 参数名=值，例如 --set 提成率=3%。
E0802-with = --with { $text } 里看不出是哪张表、哪个文件
    .help = 写成 --with 名字=文件，例如 --with 订单=订单.csv。
E0802-with-unknown = 方案里没有叫 { $name } 的 { -lookup } 或 { -details }
    .help = 有：{ $known }。
E0802-with-none = 方案里没有 { -lookup }，也没有 { -details }，--with { $name }=… 用不上
    .help = 去掉它。
E0802-history = 方案不看往期，--history 用不上
    .help = 去掉它。
E0802-reconcile-map = 看不懂 --map { $text }
    .help = 写成 --map 方案的列=表里的列，例如 --map 应发工资=实发。
E0802-reconcile-map-twice = --map { $text } 里有一列已经对过了
    .help = 一列只对一列，去掉其中一个。
E0802-reconcile-map-unknown = 方案没有叫 { $name } 的列
    .help = 等号左边写方案的列名，右边写表里的列名。
E0802-reconcile-map-near = 方案没有叫 { $name } 的列
    .help = 是不是 --map { $near }={ $theirs }？
E0802-reconcile-map-absent = 表里没有叫「{ $title }」的列
    .help = --map 等号右边照表头写。
E0802-reconcile-map-absent-near = 表里没有叫「{ $title }」的列，有一列叫「{ $near }」
    .help = --map 等号右边照表头写。
E0802-reconcile-period = 看不懂 --period { $text }
    .help = 照方案的时期写，例如 2024-03。
E0802-reconcile-no-periods = 方案没有分时期，--period { $text } 用不上
    .help = 去掉它。
E0802-reconcile-which-period = 表里没有时期的列，数据却有几期：{ $periods }；不知道表是哪一期的
    .help = 加上 --period，例如 --period { $latest }。
E0802-reconcile-no-key = 方案没有主键，也没有姓名，不知道哪一行是谁
    .help = 给方案里的工号写上 { -key }。
    .help = 这个版本先不要用它。
E0802-form-without = { $one } 要和 { $option } 一起用
    .help = 加上 { $option }，或者去掉 { $one }。
E0802-from-several = --from 只用于一份方案的用例
    .help = 只写一份方案，和写着它的用例的表。
E0802-from-unknown = { $file }：方案里没有叫 { $title } 的
    .help = 用例表的列头，给定的写字段或指标的名字或标题，应得的写 = 和量的名字；备注列的列头用 # 开头。
E0802-from-near = { $file }：方案里没有叫 { $title } 的
    .help = 是不是 { $near }？备注列的列头用 # 开头。
E0802-from-nothing = { $file }：没有一列写着应得什么，里面的用例不可能不通过
    .help = 加一列，列头写 = 和量的名字，如 = 应发工资，格子里写应该算出的值。
E0802-from-idle = { $at }：这一行没有写应得什么，不可能不通过
    .help = 在列头带 = 的列里写上应该算出的值，或者删掉这一行。
E0802-from-given = { $at }：{ $name } 既是给定的，又是应得的
    .help = 两个格子留一个。
E0802-cliffs-several = merit cliffs 一次看一份方案
    .help = 只写一份方案，后面可以写数据。
E0802-range = 看不懂 --range { $text }
    .help = 写成 --range 首行:末行，行从 1 数起，例如 --range 10:20。
E0802-range-files = --range 说的是一个文件里的行，这里有几个文件
    .help = 只给一个文件，或去掉 --range。
E0802-no-policies = { $folder } 里没有以 .merit 结尾的方案
    .help = 给出方案文件，或放着方案的文件夹。
E0802-code = 没有编号 { $text } 的说明
    .help = merit explain 列出全部编号。
E0802-template = 没有叫 { $text } 的现成方案
    .help = 现成的有：{ $known }。
E0802-exists = { $file } 已经存在，没有动它
    .help = 换一个文件名，或加 --force 覆盖。
E0802-option = 没有选项 { $text }
    .help = { $help } 列出全部选项。
E0802-option-near = 没有选项 { $text }
    .help = 是不是 { $near }？{ $help } 列出全部选项。
E0802-surplus = { $text } 是多出来的
    .help = { $help } 说明这个命令怎么写；名字里有空格的要加引号。
E0802-surplus-policy = { $text } 是多出来的：这个命令一次看一份方案
    .help = 一份一份来；merit eval、check、report、why 可以几份一起给。{ $help } 说明这个命令怎么写。
E0802-command = 没有命令 { $text }
    .help = merit help 列出全部命令。
E0802-command-near = 没有命令 { $text }
    .help = 是不是 merit { $near }？merit help 列出全部命令。
E0802-planned = 还没有 { $text } 这个命令，以后会有
    .help = { $instead }
E0802-no-command-for = 没有写要拿 { $text } 做什么
    .help = 检查方案：{ $one }；计算数据：{ $other }。
E0802-no-command-for-data = 没有写要拿 { $text } 做什么
    .help = 计算这份数据：{ $command }。
E0802-lacking = 还缺 { $text }
    .help = { $help } 说明这个命令怎么写。
E0802-template-other = 空表要写成 { $format }，文件名 { $file } 的结尾却不同
    .help = 写成 -o { $renamed }，或 --template { $other }。
E0802-template-ending = 空表要写成 { $format }，文件名 { $file } 的结尾却不同
    .help = 写成 -o { $renamed }。
E0802-template-folder = { $file } 是文件夹，不是文件
    .help = 写明放进哪个文件：-o { $inside }
E0802-conflict = { $one } 不能和 { $other } 一起用
    .help = 去掉其中一个。
E0802-value = { $option } 不能是 { $text }
    .help = 可以是：{ $known }。
E0802-no-value = { $option } 后面缺一个值
    .help = 在它后面写上值。它的意思是：{ $about }。{ $help } 有说明。
E0802-not-text = 命令里有不是 UTF-8 的字符，读不出来
    .help = 换一个文件名，或把终端的编码设为 UTF-8。
E0802-twice = { $text } 只能写一次，带一个值
    .help = { $help } 说明这个命令怎么写。
E0802-file-twice = { $file } 给了两次，每一行都会重复
    .help = 只写一次。
E0802-output = 写不到标准输出：{ $error }
E0802-diff-policies = 要比较的是两份方案，给了 { $count } 份
    .help = 这样写：{ $command }
E0802-diff-keys = 两份方案的主键或时期不同，没法把同一个人的两个结果放在一起：旧 { $old }，新 { $new }
    .help = 比较数据时，两份方案的主键和时期要同名。不给数据，仍可比较方案本身。
E0802-diff-currency = 两份方案的币种不同，谁多拿、谁少拿没法算：旧 { $old }，新 { $new }
    .help = 比较数据时，两份方案的币种要相同。不给数据，仍可比较方案本身。
E0802-diff-by = 新方案里没有叫 { $name } 的字段
    .help = 可以用的：{ $known }
E0802-diff-fail-if = 看不懂 --fail-if { $text }
    .help = 写成“名字 比较 数”，如 'budget > 3%'、'lose > 0'。名字有 { $known }，比较有 > >= < <=。
E0802-diff-fail-if-amount = --fail-if { $text }：{ $name } 是本方案币种的金额，或者占总额的百分比
    .help = 这样写：'{ $name } > 3%' 或 '{ $name } > 500{ $unit }'。
E0802-diff-fail-if-people = --fail-if { $text }：{ $name } 数的是条数
    .help = 这样写：'{ $name } > 3' 或 '{ $name } > 10%'。
E0802-diff-key-type = 两份方案对 { $name } 的读法不同，没法把同一个人的两个结果放在一起
    .help = 让两份方案里的 { $name } 是同一种类型。
E0802-diff-no-data = --by 和 --fail-if 要有数据
    .help = 在两份方案后面写上数据文件。
E0802-no-policy = 没有给出方案文件
    .help = 方案文件以 .merit 结尾。这样写：{ $command }
E0802-no-policy-among = 没有给出方案文件，只有数据：{ $files }
    .help = 方案文件以 .merit 结尾。这样写：{ $command }
E0802-no-ending = 方案的文件名 { $text } 没有写全，少了 .merit
    .help = 这样写：{ $command }
E0802-no-files = 没有给出方案和数据
    .help = 这样写：{ $command }
E0802-no-shell = 没有写是哪种命令行（shell）
    .help = 例如 merit completions bash；还可以是 zsh、fish、powershell、elvish。
E0802-no-data = 没有给出数据文件
    .help = 这样写：{ $command }；写 - 就从标准输入读数据。
E0802-run-not-utf8 = 从第 { $line } 行起不是 UTF-8 文本，--run 读不出来
    .help = 这个文件是写着选项的文本。用编辑器打开它，另存为 UTF-8 编码。
E0802-run-line = 这一行看不懂
    .help = 一行写一项：data = "3月.csv"；几个文件写成 data = ["上旬.csv", "下旬.csv"]。
E0802-run-wide = 标点是全角的，读不出来
    .help = 引号、等号、逗号和方括号用半角。
E0802-run-colon = 名字和值之间要写等号
    .help = 写成 名字 = "值"。
E0802-run-backslash = 双引号里的 \ 有别的意思，路径读不出来
    .help = 路径用单引号，或把 \ 写成 /。
E0802-run-bare = 值要加引号
    .help = 只有数字、true 和 false 可以不加。
E0802-run-name = 名字里有符号，要加引号
    .help = 只有文字、数字、- 和 _ 的名字可以不加。
E0802-run-again = { $key } 写了两次
    .help = 只写一次；几个文件写成 ["上旬.csv", "下旬.csv"]。
E0802-run-key = 没有叫 { $text } 的项
    .help = 可以写的有：{ $known }。参数写在 [set] 下面，查表和明细写在 [with] 下面。
E0802-run-key-near = 没有叫 { $text } 的项
    .help = 是不是 { $near }？
E0802-run-text = { $key } 的值要写成文字
    .help = 例如 { $key } = "…"。
E0802-run-texts = { $key } 的值要写成文字，或几段文字
    .help = 写成 { $key } = "…" 或 { $key } = ["…", "…"]，不能空着。
E0802-run-flag = { $key } 只有是和不是
    .help = 写成 { $key } = true；不要它就删掉这一行。
E0802-run-with = with 要逐个写明名字和文件
    .help = 另起一行写 [with]，下面一行一个：订单 = "订单.csv"。这样的段落放在文件最后。
E0802-run-set = set 要逐个写明参数和值
    .help = 另起一行写 [set]，下面一行一个：提成率 = "3%"。这样的段落放在文件最后。
E0802-run-setting = 参数 { $key } 只能有一个值
    .help = 例如 { $key } = "3%"，写法和方案里一样。
E0802-run-no-merit = policies 里的 { $file } 不是方案
    .help = 方案以 .merit 结尾；数据写在 data 里。
E0802-run-merit = data 里的 { $file } 是方案
    .help = 方案写在 policies 里。
E0802-run-no-policy = { $file } 和命令里都没有给出方案
    .help = 在 { $file } 里写上 policies = "方案.merit"。
E0802-run-no-data = { $file } 和命令里都没有给出数据
    .help = 在 { $file } 里写上 data = "3月.csv"，或写在命令里：merit eval --run { $file } 3月.csv。
E0802-with-key = 方案里没有叫 { $name } 的 { -lookup } 或 { -details }
    .help = [with] 下面的每一行都是查表或明细；{ $name } 是选项的话，移到 [with] 之前。
E0802-run-set-key = 没有叫 { $name } 的参数
    .help = [set] 下面的每一行都是参数；{ $name } 是选项的话，移到 [set] 之前。
E0802-run-set-near = 没有叫 { $name } 的参数
    .help = 是不是 { $near }？
E0802-run-set-unknown = 没有叫 { $name } 的参数
    .help = 只能设方案里用 { -param } 声明的名字；删掉这一行，或在方案里声明它。
E0802-columns = 结果里没有叫 { $text } 的列
    .help = 可以选的列有：{ $known }。
E0802-columns-several = 结果里有几列的标题都是 { $text }，不知道要哪一列
    .help = 写名字：{ $known }。
E0802-format = 不知道怎样写 { $file }：后缀不认识
    .help = 后缀用 .csv、.json、.jsonl 或 .xlsx。

## 检查

fix-made = 已改 { $file }：
fix-left-out = 有 { $count } 处没有改：改了以后，有人的结果会不一样。
together-accepted = { $count } 份方案合在一起通过：每条记录恰好归一份。
promise-proved = { $text }：已证明，每条记录都成立
promise-refuted = { $text }：不成立，见上
promise-undecided = { $text }：没有定论，每次计算都会核对
promise-unwatched = { $text }：没有定论，计算时也核对不了

check-accepted = { $file } 通过：{ $title }，{ $items } 个评分项，{ $tests } 个用例。

## 现成方案

new-usage = 取一份来改：merit new 名字 [文件]
alike = { $help }。这样的写法这里共 { $alike } 处，一起改
only-set = 只有用了 --set { $only_set } 才会这样：换一个值，或者不用 --set
new-written =
    已写好：{ $files }。
    下一步：填好数据表，然后 { $command }
new-in-english = 同上，英文
new-for-beginning = 第一份方案
new-for-presales = 售前、销售
new-for-aftersales = 售后
new-for-quality = 质检
new-for-teams = 团队、名次、季度与年终
new-for-posts = 售前、售后、主管一次算完
new-is-small-shop = 回复率、响应时间、主管评分三项，四档奖金，提成按销售额分段；没有往月、没有别的表，从这里改起最快
new-is-sales-satisfaction = 业绩 50、满意度 30、质量 20；连续三个月第一、当月好评率最高有奖，并列平分
new-is-aftersales-kpi = 十五项指标、三级底薪、四档系数；质检分从质检方案来，连续三个月 A 升级
new-is-aftersales-points = 百分制加附加分、八个级别；每天的咨询和成交按月合计，与全店客单价比
new-is-repeat-orders = 老客户复购提成、店铺指标一项不达标全无、投诉逐件扣款、未签到认定旷工
new-is-qa-checklist = 抽查会话逐个打分，态度恶劣是红线
new-is-monthly-places = 按部门排名次，第一名奖、最后一名扣、后两名整改
new-is-team-goals = 个人目标、班组业绩、组员互评；没有的项目免考
new-is-two-raters = 自评与店长评，绩效工资乘部门系数（部门分 ÷ 各部门平均）
new-is-year-end = 四季平均，末位百分之十取消年终奖，连续两年末位转辞退评估
new-is-post-presales = 售前：业绩、满意度、响应，提成超额累进
new-is-post-aftersales = 售后：响应、处理时长、好评率、小二介入，店铺达标奖
new-is-post-lead = 主管：全店完成率、退款率、评分、纠纷，超额团队奖

## 计算

E0803 = 第 { $row } 行没有算出结果，程序有缺陷：检查通过的方案本该给每条记录一个结果
    .help = 请把方案和这一行数据发给 Merit 的作者。

message-at = { $place }：{ $message }
plan-by-columns = { $title }：多条记录成列地一起算
plan-by-records = { $title }：一条一条地算；能成列地算的是
eval-strict-broken = 有记录不合方案的保证，按 --strict 什么都没有写。
eval-strict-provisional = 有记录只是暂定，按 --strict 什么都没有写。
eval-strict = 有记录被退回，按 --strict 什么都没有写。
note-at-least = { $name } 算出 { $before }，按下限付 { $after }
note-at-most = { $name } 算出 { $before }，按上限付 { $after }
note-flag = 提醒：{ $text }
note-broken = 不合「{ $text }」
note-falls = 不合「{ $text }」：{ $field } 为 { $less } 时是 { $before }，为 { $more } 时只有 { $after }

sheet-results = 结果
sheet-skipped = 跳过的行
skipped-contents = 内容
sheet-summary = 摘要
summary-line = { $name }：{ $value }
summary-policy = 方案
summary-unclaimed = 不归任何方案
summary-unclaimed-count = { $count } 条
summary-records = 记录
summary-counts = 读入 { $read } 条，算出 { $evaluated } 条，退回 { $rejected } 条，跳过 { $skipped } 条
summary-kept = 每条记录都合
summary-broken = { $count } 条记录不合
summary-people = { $label } { $count } 人
summary-bar = { $count } 人
summary-status = 退出状态是 3：有记录退回，其余的结果已经算出。
table-rows-left-out = ⋮ 中间还有 { $count } 条
table-columns-left-out = 还有 { $count } 列没有画出（{ $columns }）：--columns 选列，-o 结果.csv 写出全部
table-columns-left-out-more = 还有 { $count } 列没有画出（{ $columns } 等）：--columns 选列，-o 结果.csv 写出全部
table-all = 全部结果：-o 结果.csv
summary-total = 合计 { $amount }
summary-total-within = 合计 { $amount }（已算在{ $outer }里）
summary-below = { $name } 低于 0
summary-flag = 提醒 { $name }
summary-flagged = { $count } 人（{ $who }）
summary-flagged-more = { $count } 人（{ $who } 等）
summary-flagged-none = { $count } 人
summary-flag-text = { $value }，{ $text }
summary-policy-hash = 方案 SHA-256
summary-data-hash = 数据 SHA-256
summary-time = 用时
summary-seconds = { $seconds } 秒
summary-rejected = 被退回的记录：
summary-group = { $group }（{ $count } 条）
summary-groups = ；
summary-past = 往期结果
summary-past-none = 没有，从这次算起；有就用 --history 给出
summary-past-one = { $first } 的 { $count } 条
summary-past-count = { $first } 至 { $last } 的 { $count } 条
summary-apart = 排名和合计里少了退回的记录
summary-provisional = 暂定
summary-provisional-count = { $count } 条，受退回或缺少的记录影响；加 --hold-back groups 就先退回不付
summary-held-back = 暂扣
summary-held-back-count = { $count } 条，因受退回或缺少的记录影响而退回
summary-times = { $reason }（{ $count } 条记录）
summary-column = { $reason }（这一列有 { $count } 条记录都是这个原因）
summary-of = { $reason }（{ $who }）
summary-rows = { $reason }（有 { $count } 行都是这个原因）
summary-column-of = { $reason }（这一列有 { $count } 条记录都是这个原因：{ $who }）
summary-column-all = { $reason }（全部 { $count } 条记录在这一列都是这个原因）
summary-skipped = 跳过的行：
summary-more-skipped = 还有 { $count } 行，见结果里状态为 skipped 的行。
summary-more = 还有 { $count } 条，原因见结果的 _reasons 列，或用 --rejects 另存。

## 由来

why-exempt = 免考：{ $names }
why-joint = { $name } = { $value }，共 { $members } 个
why-joint-counted = { $name } = { $value }，共 { $members } 个，计入 { $counted } 个
why-row = 第 { $line } 行 { $text }
why-row-in = { $file } 第 { $line } 行 { $text }
why-line = { $name } = { $value }
why-not-given = 要先给出 { $names }
why-fault = 算不出来

## 用例

test-counts = { $file }：{ $passed } 个用例通过，{ $failed } 个不通过。
test-none = { $file }：方案里没有用例。
test-name = 用例
test-value = 量
test-expected = 应得
test-got = 实得
test-why = 由来
test-row = { $file } 第 { $row } 行
test-cell = { $file } { $cell }
test-row-named = { $name }（{ $file } 第 { $row } 行）
test-cell-named = { $name }（{ $file } { $cell }）
test-line = { $name }（第 { $line } 行）
test-line-in = { $name }（{ $file } 第 { $line } 行）

## 交互

E0802-terminal = 读不了终端输入：{ $error }

## 读什么、给什么

unit-percent = 百分数，98.5% 写 98.5
unit-fraction = 小数，98.5% 写 0.985
unit-percent-sign = 带百分号，如 98.5%
unit-money = 单位 { $currency }
unit-time = 单位 { $unit }
unit-points = 分数
unit-written = 写成 { $example }
field-between = { $from } 到 { $to }
field-default = 不填按 { $value }
field-optional = 可以不填
field-needed = 必填
sheet-data = 数据
sheet-about = 说明
sheet-entry = 方案要的是：{ $allowed }。
about-head = 列
about-unit = 怎样填
about-allowed = 允许的值
about-needed = 要不要填
about-column = 「{ $head }」
template-written = 已写好 { $file }，列有：
template-column = {"  "}{ $head }：{ $told }
template-between = ；
template-next = 填好以后：{ $command }
stage-read = 正在读数据
stage-evaluate = 正在计算
