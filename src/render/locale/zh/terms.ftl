### 各处共用的词

term-number = 数值
term-count = 次数
term-percent = 百分比
term-points = 分数
term-money = 金额
term-duration = 时长
term-bool = 是非
term-label = 标签
term-text = 文本
term-date = 日期
term-week = 周
term-month = 月份
term-quarter = 季度
term-year = 年份
term-time = 时刻
term-missing = 缺失
term-exempt = 免考
term-yes = 是
term-no = 否
term-absent-file = 没有这个文件或文件夹
term-no-permission = 没有权限
term-folder = 这是文件夹，不是文件
term-special-file = 这是管道或设备，不是文件
term-full-disk = 磁盘满了
term-closed-output = 标准输出已关闭
