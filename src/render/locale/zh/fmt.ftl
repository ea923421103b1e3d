### merit fmt 的话

about-fmt = 把方案排成统一的版式：对齐、缩进、空格和空行；写法和意思不变
usage-fmt = merit fmt 文件… [选项]
examples-fmt =
    merit fmt 售后.merit
    merit fmt 方案/ --check
    merit fmt 售后.merit --keywords zh
    merit fmt 售后.merit --diff
option-sources = 方案文件，或放方案的文件夹；- 为标准输入
option-check = 只看不改：还没排好的列出来，退出状态为 1
option-diff = 只看不改：列出会改的行
option-stdin = 读标准输入，写到标准输出；同 -
option-keywords = 关键字和单位换成这种语言：zh 或 en；名字、选项和引号里的字不变
option-range = 只排这几行，如 10:20；别的行不动

fmt-done = 已排好 { $file }
fmt-due = 还没排好：{ $file }
fmt-unread = { $file } 没有动：先改好上面的写法，才能排版。
fmt-fault = { $file } 没有动：排出来的和原来意思不一样。这是 merit 的错，请把这个文件告诉我们。
