### 数据

problem = { $place }：{ $message }
problem-help = { $place }：{ $message }。{ $help }
cell-shows = { $message }（单元格里存的是 { $cell_holds }，显示的是「{ $cell_shows }」）

# 单元格：读不成它的类型

E0701 = { $field } 读到「{ $value }」，这不是{ $type }
    .help = 写成 { $example } 这样；没有数据就留空，不要填 0
E0701-groups = { $field } 读到「{ $value }」，千位分隔符的位置不对
    .help = 若无误，写成 { $hint }
E0701-comma = { $field } 读到「{ $value }」，这里的逗号看不出是小数点还是千位分隔符
    .help = 写成 { $point } 或 { $hint }
E0701-decimal-comma = { $field } 读到「{ $value }」，这里的逗号是小数点
    .help = 写成 { $point }，或把文件改用点号作小数点再导出
E0701-two-ways = { $field } 读到「{ $value }」；同一列里有以逗号作小数点的格（第 { $row } 行「{ $decimal }」），所以看不出是 { $point } 还是 { $hint }
    .help = 把文件改用点号作小数点再导出，或写成 { $point } 或 { $hint }
E0701-semicolons = { $field } 读到「{ $value }」；这个文件以分号分隔，多半来自以逗号作小数点的程序，所以看不出是 { $point } 还是 { $hint }
    .help = 写成 { $point } 或 { $hint }，或改用逗号分隔、点号作小数点再导出
E0701-points = { $field } 读到「{ $value }」，这里的点号是千位分隔符
    .help = 写成 { $hint }
E0701-pointed = { $field } 读到「{ $value }」，看不出是 { $hint } 还是 { $whole }：这个币种没有更小的单位
    .help = 写成 { $hint } 或 { $whole }
E0701-digits = { $field } 读到「{ $value }」，位数太多，算不准
    .help = 最多写 28 位数字
E0701-formula = { $field } 读到「{ $value }」，表格里的公式出了错
    .help = 在表格里改好公式，或直接填入数值
E0701-nan = { $field } 读到「{ $value }」，这不是一个数
    .help = 没有数据就留空，不要填 0
E0701-parentheses = { $field } 读到「{ $value }」，括号不表示负数
    .help = 写成 { $hint }
E0701-letter = { $field } 读到「{ $value }」，数字后面不能用字母代替单位
    .help = 写成 { $hint }
E0701-exponent = { $field } 读到「{ $value }」，科学计数法可能已丢了位数
    .help = 核对原数后写成 { $hint }
E0701-percent = { $field } 读到「{ $value }」，看不出是 { $value }% 还是小数 { $value }
    .help = 写成 { $hint }；或在方案里写明 { -percent }(%) 或 { -percent }({ -fraction })
E0701-fraction = { $field } 读到「{ $value }」，没写 %，可能是小数，也可能是百分数
    .help = { $fraction } 还是 { $percent }？在表里写成其中一个；整列都这样写的，在方案里写 { -percent }({ -fraction })，就读成 { $fraction }，写 { -percent }(%)，就读成 { $percent }
E0701-share = { $field } 读到「{ $value }」，可能是小数，也可能是百分数：{ $why ->
        [marked] 同一列第 { $row } 行写的是「{ $cell }」，这一格没写 %
       *[small] 表头「{ $title }」说下面是百分数，这一列没写 % 的数却都不超过 1
    }
    .help = { $fraction } 还是 { $percent }？在表里写成其中一个；整列都按 { $percent } 读，在方案里写 { -percent }(%)；整列都是小数，按 { $fraction } 读，去掉表头里的 %，在方案里写 { -percent }({ -fraction })
E0701-title-time = { $field } 读到「{ $value }」，表头「{ $title }」说的是{ $unit }，方案里没写单位的数却按 { $own } 算
    .help = 写上单位，如 { $hint }（即 { $means }）；或在方案里把类型写成 { -duration }({ $symbol })；表头不对就改表头
E0701-title-share = { $field } 读到「{ $value }」，表头「{ $title }」说的是 { $unit }，方案里没写单位的数却按 { $own } 算
    .help = 写上单位，如 { $hint }（即 { $means }）；或在方案里把类型只写 { -percent }，就按表头的单位读；表头不对就改表头
E0701-title-own = { $field } 读到「{ $value }」，表头「{ $title }」说的是{ $unit }；方案里它是 { $field } 自己的名字或标题，底下没写单位的数按 { $own } 算
    .help = 在方案里给 { $field } 换一个不带单位的名字或标题，再写上 { -from } "{ $title }"，就按{ $unit }读；或在表里写成 { $hint }（即 { $means }）
E0701-title-sign = { $field } 读到「{ $value }」，表头「{ $title }」说的是{ $unit }，看不出该按哪个算
    .help = 若是{ $unit }，写成 { $hint }，或把这一列改成不带货币符号的数字格式；不是就改表头
E0701-title-currency = { $field } 读到「{ $value }」，表头「{ $title }」说的是 { $unit }，而方案用 { $own } 付款
    .help = 换算成 { $own }；表头不对就改表头
E0701-title-unknown = { $field } 读到「{ $value }」，表头「{ $title }」说的是{ $unit }，这里不会读这个单位
    .help = 换算成方案里的单位 { $own }，表头也一并改好
E0701-unformatted = { $field } 读到「{ $value }」，.xls 里的数字格式不会读，看不出是不是百分数
    .help = 另存为 .xlsx 或 .csv 再读
E0701-clock = { $field } 读到「{ $value }」，看不出是时和分还是分和秒
    .help = 写成 { $hours } 或 { $minutes }
E0701-half-day = { $field } 读到「{ $value }」，这是一天里的时刻，这里要填{ $type }；表格软件用这种格式显示时，满一天的部分看不见
    .help = 把这一列设为 [h]:mm:ss 格式，再导出
E0701-label = { $field } 读到「{ $value }」，只能填：{ $labels }
    .help = 改成其中一个
E0701-bool = { $field } 读到「{ $value }」，这里只能填是或否
    .help = 写成 是 或 否
E0701-calendar = { $field } 读到「{ $value }」，这里要填{ $type }
    .help = 写成 { $example } 这样
E0701-datetime = { $field } 读到「{ $value }」，这是日期加时间，这里要填{ $type }
    .help = 要从中取出{ $type }，在方案里把 { $field } 的类型写成 { $form }
E0701-zone = { $field } 读到「{ $value }」，带了时区，说不清店里当时是哪一天、几点
    .help = 导出店铺当地的时间，如 2024-03-15 09:30:00
E0701-epoch = { $field } 读到「{ $value }」，这是程序记的时刻（从 1970 年算起，UTC { $hint }），说不清店里当时是哪一天
    .help = 导出店铺当地的日期，写成 { $example } 这样
E0701-month-name = { $field } 读到「{ $value }」，这是表格软件由 { $hint } 改成的
    .help = 把这一列设为 yyyy-mm 格式再导出，或写成 { $hint }
E0701-serial = { $field } 读到「{ $value }」，这是表格软件给日期编的号（{ $hint }），这里要填{ $type }
    .help = 把这一列设为日期格式，或写成 { $hint }
E0701-nowhere = { $field } 读到「{ $value }」，日历上没有这个{ $type }
    .help = 核对后写成 { $example } 这样
E0701-october = { $field } 读到「{ $value }」，看不出是 1 月还是 10 月
    .help = 写成 { $january } 或 { $october }
E0701-day = { $field } 读到「{ $value }」，这是某一天，这里要填{ $type }
    .help = 写成 { $hint }；若要取任一天所在的月份，在方案里把 { $field } 的类型写成 { -month }({ -datetime })
E0701-shown = { $field } 存的是 { $holds }，显示的是「{ $shows }」，看不出该按哪个算
    .help = 在单元格里填上该算的值，并换成能显示它的数字格式
E0701-hidden = { $field } 存的是 { $holds }，数字格式却什么都不显示
    .help = 清空这一格；若要算，换成能显示它的数字格式
E0701-hidden-time = { $field } 存的是 { $holds }，显示的是「{ $shows }」；存着时刻却不显示，而{ $type }不带时刻
    .help = 日期无误的话，用 =INT(…) 去掉时刻；按别的时区写出的程序可能差一天
E0701-wrapped = { $field } 存的是 { $holds }，显示的是「{ $shows }」：数字格式漏掉了超过一天或一小时的部分
    .help = 把这一列的数字格式设为 [h]:mm:ss
E0701-clock-shown = { $field } 显示的是「{ $shows }」，存的是 { $holds }，即几时几分；若本意是几分几秒，看到的也是这样
    .help = 若是几时几分，把这一列的数字格式设为 [h]:mm:ss；若是几分几秒，写成 { $minutes }
E0701-zero-date = { $field } 是日期格式，存的却是 0，多半是公式没有查到值
    .help = 填上日期，或留空
E0701-lost = { $field } 存的是 { $value }，位数超过表格软件能保存的，末尾几位已经丢了
    .help = 把这一列设为文本格式，重新填写
E0701-lost-exponent = { $field } 读到「{ $value }」：表格软件把长数字写成了这样，末尾几位已经丢了
    .help = 在原表里把这一列设为文本格式，再重新导出
E0701-currency = { $field } 读到「{ $value }」，而方案用 { $currency } 付款
    .help = 换算成 { $currency }；若只是符号不对，把单元格的货币符号改成 { $currency } 的
E0701-nested = { $field } 读到「{ $value }」，这里要一个值，不要数组或对象
    .help = 只留一个值
E0701-binary = { $field } 里是读不成文字、也不是日期的字节
    .help = 把这一列改成文本或日期，再导出一次
E0701-uncomputed = { $field } 是公式，还没有表格软件算过它的结果
    .help = 用表格软件打开文件，保存后再算
E0701-merged = { $field } 在合并的单元格里，看不出这一行该是多少
    .help = 拆开合并的单元格，每行都填
E0701-twice = { $field } 在同一条记录里出现两次
    .help = 删去一个
E0701-control = { $field } 里有一个看不见的字符（{ $character }）
    .help = 把它删去，重新填写这一格

E0702 = { $field } 读到「{ $value }」，超出允许的范围 { $from } 至 { $to }
    .help = 核对这个值；若确实可能，在方案里放宽 { $field } 的范围
E0702-history = { $field } 读到「{ $value }」，这份方案算不出这样的值，只会是 { $from } 至 { $to }
    .help = 给出这份方案写出的结果，不要改动
E0703 = { $field } 读到「{ $value }」，有 { $has } 位小数，只允许 { $allowed } 位
    .help = 少写几位，或在方案里给 { $field } 加上 { -rounded }（四舍五入）
E0703-fraction = { $field } 读到「{ $value }」，多半是小数：当作 { $percent }，小数位就太多了
    .help = { $fraction } 还是 { $percent }？是 { $fraction }，在表里这样写；整列都是小数，去掉表头里的 %，在方案里写 { -percent }({ -fraction })。真是 { $percent }，少写几位，或给 { $field } 加上 { -rounded }（四舍五入）
E0703-unit = { $field } 读到「{ $value }」，即 { $own }，有 { $has } 位小数，只允许 { $allowed } 位
    .help = 少写几位，或在方案里给 { $field } 加上 { -rounded }（四舍五入）
E0703-whole = { $field } 读到「{ $value }」，不是整数
    .help = 填整数
E0703-step = { $field } 读到「{ $value }」，比允许的更细：只能是 { $step } 的整倍数
    .help = 少写几位，或在方案里给 { $field } 加上 { -rounded }（四舍五入）
E0703-second = { $field } 读到「{ $value }」，{ $type }只到整秒
    .help = 写到整秒；是否迟到取决于余下的零头时，不要直接截掉
E0703-shown = { $field } 存的是 { $holds }，显示的是「{ $shows }」；显示的数符合要求，存的数小数太多
    .help = 若以显示的为准，在表格里写 =ROUND(…)，或在方案里给 { $field } 加上 { -rounded }（四舍五入）
E0704 = { $field } 是空的，缺了它这条记录算不出分数
    .help = 补上数据；若允许没有，在方案里给 { $field } 加上 { -optional } 或 { -default }
E0704-mark = { $field } 是「{ $value }」，这表示没有数据，缺了它这条记录算不出分数
    .help = 补上数据；若允许没有，在方案里给 { $field } 加上 { -optional } 或 { -default }
E0704-key-mark = { $field } 是「{ $value }」，这表示没有，不知道这是谁的记录
    .help = 补上；合并的单元格要拆开，每行都填
E0704-lone = 除了 { $field }「{ $value }」，这一行什么都没有
    .help = 若是一条记录，补全它的格；若是备注，删去这一行
E0704-lookup = { $field } 是空的，方案要求必须有
    .help = 补上数据；确实可以没有的，就在方案里去掉 { $field } 后面的 { -required }
E0704-key = { $field } 是空的，不知道这是谁的记录
    .help = 补上；合并的单元格要拆开，每行都填

# 整条记录

E0705 = 主键「{ $key }」重复，还出现在 { $others }；不知道该按哪一条计，都不计
    .help = 只留一条
E0706-from = { $period } 不在方案的有效期内：方案从 { $bound } 起生效
    .help = 用当时有效的方案
E0706-until = { $period } 不在方案的有效期内：方案到 { $bound } 为止
    .help = 用当时有效的方案
E0707 = 这一行有 { $cells } 格，表头有 { $columns } 格，值可能错了位
    .help = 值里有逗号的，用双引号括起来；少的格补上

# 整个文件

E0708 = 没有找到这些列：{ $columns }
    .help = 补上这些列，或在方案里用 { -from } "列名" 写明它们叫什么
E0708-unused = 没有找到这些列：{ $columns }；表里还有这些列没有用到：{ $unused }，是不是改了名字
    .help = 若是其中一列，在方案里给字段写上 { -from } "列名"；不然补上缺的列
E0708-near = 没有找到这些列：{ $columns }；有一列叫「{ $title }」，很像 { $near }
    .help = 若是同一列，在方案里给 { $near } 写上 { -from } "{ $title }"
E0708-alike = 没有找到这些列：{ $columns }；这些列可能只是叫法不同：{ $pairs }
    .help = 若是同一列，把表头改成方案里的名称，或在方案里给那个字段写上 { -from } "表头"
E0708-history = 往期的结果里没有这些列：{ $columns }，这份方案要看它们以前是多少
    .help = 给出这份方案写出的整份结果，不要用 --columns 去掉列；别的方案的结果不算
E0708-foreign = 表里没有这些列，不知道哪一行是谁：{ $columns }
    .help = 补上这些列；表里叫别的名字的，用 --map 对上：--map 方案里的列=表里的列
E0708-foreign-near = 表里没有这些列，不知道哪一行是谁：{ $columns }；有一列叫「{ $title }」，很像 { $near }
    .help = 若是同一列，加上 --map { $near }={ $title }
E0708-foreign-none = 表里没有方案的任何一列可以对；方案的列有：{ $columns }；表里没有对上的列：{ $titles }
    .help = 叫法不同的，用 --map 对上：--map 方案的列=表里的列
E0709 = 「{ $first }」和「{ $second }」两列都是 { $field }，不知道用哪一列
    .help = 删去或改名其中一列
E0709-same = 第 { $first_at } 列和第 { $second_at } 列都叫「{ $first }」，都是 { $field }，不知道用哪一列
    .help = 删去或改名其中一列
E0710-empty = 是空的
    .help = 换一个有数据的文件
E0710-binary = 不是表格数据，也不是文本
    .help = 可读的有：CSV、TSV、JSON、JSON lines、xlsx、xls、ods
E0710-no-header = 前 { $looked } 行里没有表头；要有这些列：{ $columns }
    .help = 补上表头，或在方案里用 { -from } "列名" 写明列叫什么
E0710-foreign = 前 { $looked } 行里没有表头；对账要有这些列，才知道哪一行是谁：{ $columns }
    .help = 补上表头；表里叫别的名字的，用 --map 对上：--map 方案里的列=表里的列
E0710-foreign-periods = 是别的时期的：表里是 { $theirs }，数据是 { $ours }
    .help = 换成同一期的表或数据
E0710-foreign-undated = 表里看不出是哪一期的，数据是 { $ours }
    .help = 补上时期那一列，写成 2024-03 这样
E0710-foreign-rows = 和数据没有一个相同的人：数据里有 { $ours }，表里有 { $theirs }
    .help = 查主键：前面的 0 有没有丢，是不是另一家店的表
E0710-no-names = 记录里没有这些名字：{ $columns }
    .help = 每条记录写成 {"{"}"名": 值{"}"}，记录放在一个数组里；名字不同就在方案里用 { -from } "名字" 写明
E0710-no-records = 只有表头，没有记录
    .help = 在表头下面填上记录
E0710-workbook = 表格文件坏了，打不开
    .help = 用表格软件打开，另存为 .xlsx
E0710-password = 文件设了密码，读不了
    .help = 打开文件，去掉密码（文件 › 信息 › 保护工作簿），再保存
E0710-xlsb = 是二进制工作簿（.xlsb），不能读
    .help = 用表格软件打开，另存为 .xlsx
E0710-document = 是别的文档，不是表格
    .help = 把里面的表格复制到表格软件，存为 .xlsx
E0710-policy = 是方案，不是数据
    .help = 数据是记录的表格：一行表头，下面每行一条记录；方案文件以 .merit 结尾
E0710-xml = 是 XML 文件，也许是旧格式的表格，不能读
    .help = 用表格软件打开，另存为 .xlsx
E0710-archive = 是压缩包，不是表格
    .help = 解压后再读里面的表格
E0710-packed = 是压缩文件（gzip 或 zstd），但已损坏
    .help = 重新压缩，或直接给解压后的文件
E0710-packed-cut = 是压缩文件（gzip 或 zstd），但后面缺了一截
    .help = 重新拷一份，或重新导出
E0710-html = 是网页，不是表格，只是起了表格的文件名
    .help = 用表格软件打开，另存为 .xlsx
E0710-parquet-damaged = 是 Parquet 文件，但已损坏或不完整
    .help = 重新导出，或重新拷一份
E0710-parquet-feature = 是 Parquet 文件，用了读不了的东西：{ $what }
    .help = 另存成 CSV，或存成不用它的 Parquet
E0710-quote = 这里开始的引号没有配对，后面的内容都被它吞进去了
    .help = 删去这个引号，或补上另一半
E0710-json = 文件名说是 JSON，内容不是
    .help = 改正内容，或改文件名
E0710-json-line = 这一行从第 { $character } 个字符起不合 JSON 的写法
    .help = 对象写成 {"{"}"名": 值{"}"}，每个之间用逗号隔开
E0710-json-nan = 第 { $character } 个字符处不是一个数
    .help = 没有数据就写 null，不要填 0
E0710-json-object = 这里不是一条记录
    .help = 每条记录写成 {"{"}"名": 值{"}"}
E0711 = 编码认不出：不是 UTF-8，也不是 GBK/GB18030
    .help = 用 --encoding 写明编码，如 --encoding big5
E0711-wanted = 有些字节不合 { $encoding } 编码
    .help = 去掉 --encoding，或换一个编码
E0711-mark = 文件开头的标记说是 { $encoding }，有些字节却不合
    .help = 用表格软件重新导出，或写明编码，如 --encoding gb18030
E0711-unknown = 没有叫「{ $encoding }」的编码
    .help = 写如 utf-8、gbk、gb18030、big5、utf-16le
E0712 = 解开后有 { $megabytes } MB，太大了，不打开
    .help = 核对文件来历；确是数据就分成几个文件，或存为 CSV
E0712-cells = 单元格太多，不再读下去
    .help = 删去表外的内容，或存为 CSV
E0712-packed = 解开后超过 { $megabytes } MB，是它自己大小的几百倍
    .help = 核对文件来历；确是数据，就自己解压，给出解压后的文件
E0723 = 好几张工作表都有这些列：{ $sheets }，不知道该用哪一张
    .help = 写明是哪一张：--sheet "{ $first }"；用 --with 或 --history 给的文件，只留要用的那一张
E0723-hidden = 只有隐藏的工作表有这些列：{ $sheets }；隐藏的工作表要写明才读
    .help = 确实要用，就写 --sheet "{ $first }"；不然换成对的文件
E0713 = 没有叫「{ $sheet }」的工作表，有的是：{ $sheets }
    .help = --sheet 写其中一个，或写它是第几个
E0714 = 结果不能存成「.{ $ending }」文件
    .help = 可用 .csv、.jsonl、.json、.parquet、.xlsx
E0714-none = 「{ $file }」没有结尾，不知道存成什么格式
    .help = 写成 { $file }.xlsx（工作簿）或 { $file }.csv；给程序用的写 .json、.jsonl、.parquet
E0714-folder = 「{ $file }」是文件夹，不是文件
    .help = 写明放进哪个文件：-o { $inside }
E0714-dash = 「-」不是文件
    .help = 不写 -o，结果就以 CSV 写到标准输出
E0714-differences = 差异写不成 { $file } 这样的文件
    .help = 写成 .xlsx 或 .csv；给程序用的，加 --format json
E0714-cases = 分界上的记录不能存成 Parquet 文件
    .help = 表格用 .csv 或 .xlsx，给程序用 .json 或 .jsonl，用例用 .merit
E0715-read = 读不了：{ $error }
    .help = 核对路径和权限
E0715-read-folder = 这是文件夹，不是文件
    .help = 写明用里面的哪个文件：{ $file }/文件名
E0715-write-closed = 写不了：标准输出已关闭
    .help = 让它有地方可写，或用 -o 写进文件
E0715-write-full = 写不了：磁盘满了
    .help = 腾出地方再运行，或写到别的磁盘
E0715-input = 这个文件正要读，写进去会把它盖掉
    .help = 换一个文件名
E0715-outputs = 这次运行有两样东西要写进这个文件，后写的会盖掉先写的
    .help = 给每样起一个自己的文件名
E0715-write-cut = 接收结果的程序提前退出了，后面的记录没有算
    .help = 让它读到底，或用 -o 写进文件
E0715-write-folder = 这是文件夹，不是文件
    .help = 写明放进里面的哪个文件
E0715-write-nowhere = 写不了：没有这个文件夹
    .help = 先建好文件夹，或换一个位置
E0715-write-long = 有一段文字超过 32,767 个字符，工作簿的单元格放不下；什么都没有写
    .help = 改写成 .csv，那里的文字多长都行
E0715-write = 写不了：{ $error }
    .help = 核对文件夹和权限；文件可能正在别处打开

# 提醒

E0716 = 「{ $name }」要有自己的数据表，这次没有给
    .help = 加上 --with { $name }=文件
E0717 = 「{ $name }」里没有 { $key } 这一行
    .help = 在它的数据表里补上这一行；确实可以没有的，就在方案里去掉字段后面的 { -required }
E0718 = 「{ $name }」里这条记录要用的一行用不了，缺了它算出来的就是错数，所以不算
    .help = 改好那一行再算
E0718-more = 从这里起，「{ $name }」里属于这条记录的还有 { $count } 行用不了
    .help = 一并改好
E0719 = 「{ $name }」里属于这条记录的有 { $count } 行，超过了上限 { $most } 行
    .help = 先合并再读，例如每天合成一行
E0719-run = 一共读到 { $count } 行，超过了一次运行的上限 { $most } 行
    .help = 按月份或店铺分成几份，分别运行
E0725-group = 暂定：本组有 { $count } 条被退回
    .help = 改好被退回的记录再算
E0725-members = 暂定：本组有 { $count } 条本身也是暂定
    .help = 改好被退回的记录再算
E0725-rejected = 暂定：自己 { $period } 的记录被退回，当期的数按缺失算
    .help = 改好那条记录再算，或用 --history 给出那一期的结果
E0725-perhaps = 暂定：有一条被退回的记录看不出是谁的、哪一期的，可能就是自己 { $period } 的
    .help = 改好那条记录再算
E0725-absent = 暂定：更早有记录，{ $period } 却没有，当期的数按缺失算
    .help = 补上那条记录，或用 --history 给出结果；确实没有的，核对此前结转的数
E0725-doubtful = 暂定：自己 { $period } 的结果本身也是暂定
    .help = 改好被退回的记录再算
E0725-rows = 暂定：计入的「{ $name }」各行受被退回的记录影响
    .help = 改好它背后被退回的记录再算
E0720-absent = 「{ $name }」是空的，可这份方案给每条记录都算得出它
    .help = 给出程序写出的原样结果，并且是这份方案算的
E0720-policy = 这些结果没有一条是方案「{ $title }」算的
    .help = 给出这份方案的结果；别的方案的结果不用给
E0720-no-receipt = 文件夹里没有回执提到这个文件，改没改过无从知道
    .help = 把那次运行的回执（--receipt）放在一起，或移走这个文件；也可以用 --history 直接写这个文件
E0720-changed = 这个文件和当时写出的不一样：SHA-256 与回执里的对不上
    .help = 恢复原来的文件；确实要用改过的，用 --history 直接写这个文件
E0720-folder = 文件夹里没有带回执的结果
    .help = 每次运行都把回执和结果放在一起：merit eval … -o 2024-05.csv --receipt 2024-05.receipt.json
E0720-whose = 这些结果没有说是哪份方案算的，而这次有几份方案
    .help = 给出装着结果和回执的文件夹，回执里写着是哪份方案；或者每份方案各运行一次
E0721 = 这份方案只管 { $condition } 的记录，这条不是
    .help = 用管这条记录的那份方案算；也可以把几份方案一起给：merit eval 甲.merit 乙.merit 数据.csv
E0721-none = 没有一份方案管这条记录：{ $names } 都不管
    .help = 再给一份管它的方案，或者核对这一行
E0721-several = 不止一份方案管这条记录：{ $names }
    .help = 核对几份方案里各字段的写法（缺省值、{ -from } 列名）是否一致，让它只归一份
E0721-unknown = 分不清这条记录归哪份方案：{ $names } 读不出来
    .help = 改好这一格再算
E0726 = 这一行在表格下面，隔着空行，除了一段文字什么都没有
    .help = 若是一条记录，补全它的格，或删去上面的空行；否则删去这一行
E0726-heading = 这一行在表格下面：第 { $heading } 行已是另一张表的表头
    .help = 每张表单独放一个文件或工作表；若是一条记录，删去上面的空行

E0727 = 「{ $field }」没有自己的列，有一列叫「{ $title }」：是不是这一列？不说清楚，{ $kept ->
        [default] 所有人的「{ $field }」都会按缺省值算
       *[missing] 所有人都没有「{ $field }」
    }
    .help = 是同一列，在方案里给 { $field } 写上 { -from } "{ $title }"；不是，写 { -from } "{ $field }"，以后只认这个列名
W0701 = 这些列没有用到：{ $columns }
    .help = 若本该用到，在方案里声明它们；不该用到的不必处理
W0701-many = 这些列没有用到：{ $columns }，还有 { $more } 列
    .help = 若本该用到，在方案里声明它们；不该用到的不必处理
W0701-near = 「{ $title }」列没有用到，但很像 { $near }，而 { $near } 没有列
    .help = 若是同一列，在方案里给 { $near } 写上 { -from } "{ $title }"
W0702 = { $field } 读到「{ $value }」，超过 15 位，表格软件可能已改了末几位
    .help = 把这一列设为文本格式后重新填写
W0704 = 「{ $name }」有 { $count } 行不属于任何记录：{ $places }
    .help = 如果该算进去，核对这些行的主键和周期有没有写错
W0704-none = 「{ $name }」的这个文件只有表头，没有一行，按里面谁都没有来算
    .help = 本来就没有的不用管；不然换成对的文件
W0705 = 这些结果是方案的另一个版本算的
    .help = 方案后来改过就不用管，往期按当时发的算
W0706 = { $field }「{ $key }」被当作另一个人来算：这条记录的内容，{ $parts } 一点也分不到{ $count ->
        [1] {""}
       *[other] （这样的记录共 { $count } 条）
    }
    .help = 几个人合做的，每人各写一行并写明份额，例如明细里加一列 份额 : { -percent }(%)
W0708 = 这些字段没有列，谁都没有自己的值：{ $fields }
    .help = 表里本该有的，补上列，或在方案里用 { -from } "列名" 写明它叫什么；本来就没有的不用管
W0708-default = 这些字段没有列，每个人都按方案写的缺省值算：{ $kept }
    .help = 表里本该有的，补上列，或在方案里用 { -from } "列名" 写明它叫什么；本来就没有的不用管
W0708-both = 这些字段没有列：{ $kept } 每个人都按方案写的缺省值算，{ $fields } 谁都没有
    .help = 表里本该有的，补上列，或在方案里用 { -from } "列名" 写明它叫什么；本来就没有的不用管
W0707 = { $count ->
        [one] 有一行是隐藏的，没有算进去
       *[other] 有 { $count } 行是隐藏的，没有算进去，这是第一行
    }
    .help = 要算进去，就在表格里取消隐藏，或运行时加上 --hidden-rows
W0709-shown = { $field } 存的是 { $holds }，显示的是「{ $shows }」；按存的算
    .help = 若以显示的为准，在表格里写 =ROUND(…)；否则把小数都显示出来
W0709-date = { $field } 存的是日期 { $holds }，显示的是「{ $shows }」；表格软件会把 3-1 这样的编号当成日期，这里按日期读入
    .help = 若本来是编号，把这一列的单元格格式设为“文本”，再重新输入编号
W0710-null = { $count ->
       *[other] { $field } 有 { $count } 行写着「{ $value }」之类，程序用它表示没有值，这里当作文字读入
    }
    .help = 没有值就把格留空；分组和查表都按这段文字算
W0710-float = { $count ->
       *[other] { $field } 有 { $count } 行像「{ $value }」这样，是程序把整数写成了小数；与不带 .0 的是两段不同的文字
    }
    .help = 若本是编号，导出时把这一列设为文本或整数
W0710-dash = { $count ->
       *[other] { $field } 有 { $count } 行是前后带空格的「-」，按没有值读；表格软件的会计格式也用它显示 0
    }
    .help = 若是 0，把这一列设为数值格式，再导出
W0710-blank = { $count ->
       *[other] { $field } 有 { $count } 行是空的；没有什么要由它算出，这些记录照常计算
    }
    .help = 若结果里该有它，补上
W0710-title = { $count ->
       *[other] { $field } 有 { $count } 行没写单位，按表头「{ $title }」的单位读：「{ $value }」即 { $means }
    }
    .help = 表头不对就改表头；没错的话，在方案里给 { $field } 写上 { -from } "{ $title }"
W0710-title-scale = { $count ->
       *[other] { $field } 有 { $count } 行没写单位，按表头「{ $title }」的单位读：「{ $value }」即 { $means }
    }
    .help = 没错就不用管；表头不对就改表头
W0710-title-cell = { $count ->
       *[other] { $field } 有 { $count } 行写着自己的单位，不是表头「{ $title }」的 { $unit }：「{ $value }」按格子里写的读，即 { $means }
    }
    .help = 没错就不用管；不对就改格子里的单位（表格软件的百分比格式会自己添上 %）
W0710-title-unclear = { $count ->
       *[other] { $field } 有 { $count } 行没写单位，表头「{ $title }」里的「{ $unit }」像是单位，却读不懂；没有按它放大：「{ $value }」即 { $means }
    }
    .help = 若是单位，换个写法，如 (千元)、(万元)；不是就不用管
W0710-pointed = { $count ->
       *[other] { $field } 有 { $count } 行像「{ $value }」这样，点后恰好三位；按小数 { $decimal } 读，不是 { $many }
    }
    .help = 若点是千位分隔符，写成 { $many }
W0710-lone = { $count ->
       *[other] 有 { $count } 行除了主键什么都没有，第一行是「{ $value }」；已按方案对空格的规定当作记录计算
    }
    .help = 若是备注而不是记录，删去这一行
W0710-encoding = 按 GB18030（GBK）读的：按 UTF-8 也读得通，但读出的字母不会放在一起
    .help = 若结果里的名字不对，加上 --encoding utf-8
W0703-summary = 「{ $value }」是导出时加上的汇总行，不是记录
W0703-header = 重复的表头，不是记录
W0703-units = 这一行写的是各列的单位，不是记录
W0703-note = 「{ $value }」是备注或签名，不是记录
