### 帮助与手册页里的写法、例子和退出状态

example-policy = 方案.merit
example-data = 数据.csv
example-diff = 旧方案.merit 新方案.merit

usage-merit = merit 命令 [选项]
usage-new = merit new [方案名] [文件] [选项]
usage-check = merit check 方案.merit… [选项]
usage-eval = merit eval 方案.merit… 数据… [选项]
usage-why = merit why 方案.merit… 数据… 主键… [选项]
usage-reconcile = merit reconcile 方案.merit… 数据… --against 表格 [选项]
usage-next = merit next 方案.merit… 数据… 主键… [选项]
usage-replay = merit replay 回执 [方案.merit… 数据…] [选项]
usage-test = merit test 方案.merit… [选项]
usage-cases = merit cases 方案.merit [选项]
usage-cliffs = merit cliffs 方案.merit [数据…] [选项]
usage-diff = merit diff 旧方案.merit 新方案.merit [数据…] [选项]
usage-doc = merit doc 方案.merit [选项]
usage-report = merit report 方案.merit… 数据… -o 页面 [选项]
usage-repl = merit repl [方案.merit] [选项]
usage-schema = merit schema 方案.merit [选项]
usage-explain = merit explain [编号] [选项]
usage-completions = merit completions SHELL [选项]
usage-man = merit man [命令] [选项]
usage-help = merit help [命令] [选项]

value-TEMPLATE = 方案名
value-LINE = 一行
value-FILE = 文件
value-POLICY = 方案
value-PARAM = 参数
value-VALUE = 值
value-TEXT = 文字
value-NAME = 名字
value-ENCODING = 编码
value-SHEET = 工作表
value-CODE = 编号
value-SHELL = SHELL
value-COMMAND = 命令
value-DIR = 文件夹
value-N = N
value-OURS = 方案的列
value-THEIRS = 表里的列
value-LINES = 行

examples-merit =
    merit new aftersales-kpi 售后.merit
    merit check 售后.merit
    merit eval 售后.merit 3月.xlsx -o 3月工资.xlsx
    merit help eval
examples-new =
    merit new
    merit new aftersales-kpi 售后.merit
examples-check =
    merit check 售后.merit
    merit check 售后.merit --fix
    merit check 售前.merit 售后.merit --together
examples-eval =
    merit eval 售后.merit 3月.xlsx
    merit eval 售后.merit 3月.xlsx -o 3月工资.xlsx --headers titles
    merit eval 售后.merit 3月.csv --with 订单=订单.csv --history 往期/
    merit eval 售后.merit 3月.csv --set 提成率=3% --summary-only
examples-why =
    merit why 售后.merit 3月.csv A02
    merit why 售后.merit 3月.csv A02 2024-03 --depth line
    merit why 售后.merit 3月.csv --all --format json
examples-reconcile =
    merit reconcile 售后.merit 3月.csv --against 3月工资.xlsx
    merit reconcile 售后.merit 3月.csv --against 3月工资.xlsx --map 应发工资=实发
    merit reconcile 售后.merit 3月.csv --against 3月工资.xlsx -o 差异.xlsx
examples-next =
    merit next 售后.merit 3月.csv A02
    merit next 售后.merit 3月.csv A02 2024-03 --next 5 --fixed 岗位,工龄
examples-replay =
    merit replay 3月回执.json
    merit replay 3月回执.json 客服.merit 3月.csv --format json
    merit replay --run 3月.toml
examples-test =
    merit test 售后.merit
    merit test 售后.merit --set 提成率=3%
    merit test 售后.merit --from 用例.xlsx
    merit test 售后.merit --coverage
examples-cases =
    merit cases 售后.merit >> 售后.merit
    merit cases 售后.merit -o 用例.csv
    merit cases 售后.merit --mutants
examples-cliffs =
    merit cliffs 售后.merit
    merit cliffs 售后.merit 3月.xlsx
examples-diff =
    merit diff 旧.merit 新.merit
    merit diff 售后.merit 售后.merit --set-new 提成率=3%
examples-doc =
    merit doc 售后.merit -o 售后方案.html
    merit doc 售后.merit > 售后方案.md
examples-report =
    merit report 售后.merit 3月.xlsx -o 3月.html
    merit report 售后.merit 3月.xlsx -o 3月.html --statements
    merit report 售后.merit 3月.xlsx -o 3月结算单/ --by 店铺
examples-repl =
    merit repl 售后.merit --data 3月.xlsx
    merit repl 售后.merit --data 3月.xlsx -c '：记录 A06' -c '：为什么'
examples-schema =
    merit schema 售后.merit --template xlsx -o 空表.xlsx
    merit schema 售后.merit > 售后.schema.json
examples-explain =
    merit explain
    merit explain E0501
examples-completions =
    merit completions bash > ~/.local/share/bash-completion/completions/merit
    merit completions zsh > ~/.zfunc/_merit
    merit completions fish > ~/.config/fish/completions/merit.fish
    merit completions powershell >> $PROFILE
examples-man =
    merit man eval | man -l -
    merit man -o ~/.local/share/man/man1
examples-help =
    merit help
    merit help eval

man-name = 名称
man-synopsis = 用法
man-exit = 退出状态
man-see-also = 参见
exit-0 = 一切正常。
exit-1 = 方案没有通过，有用例不符，或数据整个不能用；什么都不写。
exit-2 = 命令用得不对，或文件读不了、写不了。
exit-3 = 有记录被退回；全部结果已写出。

planned-reconcile = 先用 merit eval 方案.merit 数据.csv -o 结果.xlsx 算出来，与手工算的表并排比较。
planned-lsp = 编辑器可以先读 merit check 方案.merit --format json。
planned-draft = 先从 merit new 列出的现成方案里取一份来改。
