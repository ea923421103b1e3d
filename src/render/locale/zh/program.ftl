### 命令行与交互的话

tally-errors = { $count } 个错误
tally-warnings = { $count } 个警告
tally-between = ，
remedy-help = 怎么改：
remedy-edit = 改成：
remedy-or = 或者：
