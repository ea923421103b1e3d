### 用记录试出来的事：用例走到了哪些地方、边界上的用例、断崖

## merit check --stats

stats-declarations = 声明：{ $count } 个
stats-fields = 要读的字段：{ $count } 个
stats-items = 评分项：{ $count } 个
stats-tables = 表：{ $count } 张，已证明每个取值都有一行、也只有一行的 { $tables } 张
stats-rows = 表的行：{ $count } 行
stats-tests = 用例：{ $count } 个
stats-nesting = 条件套条件：最多 { $count } 层
stats-promises = 保证：{ $count } 条，已证明 { $proved } 条，未能判定 { $open } 条

## merit test --coverage

coverage-count = { $kind }：{ $all } 处走到 { $reached } 处
coverage-missed = 没有用例走到的：
coverage-line = 行号
coverage-what = 类别
coverage-text = 原文
coverage-at = { $line }
coverage-at-in = { $file }:{ $line }
coverage-all-row = 表的行
coverage-all-guard = 行尾条件
coverage-all-branch = 算式分支
coverage-all-condition = 门槛条件
coverage-all-bound = 分界
coverage-one-row = 行
coverage-one-guard = 行尾条件
coverage-one-branch = 分支
coverage-one-condition = 门槛条件
coverage-one-bound = 分界
coverage-holds = { $kind }成立
coverage-fails = { $kind }不成立
coverage-none = 方案里没有用例，每一行都没有试过。

## merit cases

cases-count = { $count } 条记录，原样就是能通过的用例。

## merit cases --mutants

mutants-head = 改动过的方案 { $count } 份，用例没发现的有 { $left } 份，发现了 { $noticed } 份。
mutants-all = 改动过的方案 { $count } 份，用例全都发现了。
mutants-untested = 方案里没有用例，改动过的 { $count } 份方案一份也发现不了。
mutants-none = 方案里没有哪处改了还能通过检查、结果又不同。
mutants-equivalent = 另有 { $equivalent } 份已证明对任何记录结果都相同，不计在内。
mutants-line = 第 { $line } 行，{ $kind }：{ $old } → { $new }
mutants-line-in = { $file } 第 { $line } 行，{ $kind }：{ $old } → { $new }
mutants-dropped = 第 { $line } 行，{ $kind }：{ $old }
mutants-dropped-in = { $file } 第 { $line } 行，{ $kind }：{ $old }
mutants-same = 上面已有用例能发现它。
mutants-unwritten = 能区分的那条记录写不成用例；加 --format json 可以看到。
mutants-open = 没有找到结果不同的记录，也没能证明处处相同。
mutants-kind-bound = 分界移一步
mutants-kind-inclusion = 分界本身归到另一边
mutants-kind-value = 数值改动
mutants-kind-weight = 权重挪动
mutants-kind-row = 删去一行
mutants-kind-rounding = 换一种舍入
mutants-kind-otherwise = 缺省值改动
mutants-kind-ties = 并列的排法改动

## merit cliffs

cliffs-none = 工资没有断崖：哪一项多一点，工资也只多一点。
cliffs-none-seen = 没有看到工资的断崖。
cliffs-missed = 别处也可能有断崖：记录太多，没有全部试过。
cliffs-pay = 工资
cliffs-field = 随着
cliffs-step = 相差一步
cliffs-jump = 工资跳
cliffs-people = 人数
cliffs-between = { $from } → { $to }
cliffs-range = { $least } 到 { $most }
cliffs-inexact = * 记录太多，没有全部试过：跳得可能更少或更多。
cliffs-reversal = 做得更好反而少拿：{ $field } { $from } → { $to }，{ $pay } { $loss }，其余不变（{ $record }）。
