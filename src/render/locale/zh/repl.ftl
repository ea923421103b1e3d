### merit repl：交互

repl-typed-value = 回复率 = 98%
repl-typed-value-about = 给当前记录的一个字段（或指标）填值
repl-typed-look = 等级.系数
repl-typed-look-about = 看一个量，和它取自哪一行
repl-typed-compute = 回复率 >= 95%
repl-typed-compute-about = 算一个式子
repl-typed-param = 提成率 = 5%
repl-typed-param-about = 给方案的参数换一个值，看谁变了
repl-typed-declare = { -param } 提成率 : …
repl-typed-declare-about = 输入一整条声明，替换同名的那条，看谁变了
repl-called = 也可以写：{ $words }

repl-usage-load = 文件
repl-about-load = 装入方案
repl-usage-data = 文件
repl-about-data = 装入数据，并取第一条能算的记录
repl-usage-record = N
repl-about-record = 取主键或姓名是 N 的记录，或第 N 条
repl-usage-show = [名字]
repl-about-show = 看当前记录和它的结果，或一个量
repl-usage-list = {""}
repl-about-list = 列出全部的量
repl-usage-why = [名字|明细|一行|全部]
repl-about-why = 当前记录的结果是怎么来的；一个量取自哪一行
repl-usage-next = [几条]
repl-about-next = 改哪一项最有用：差多少到下一档
repl-usage-diff = {""}
repl-about-diff = 和文件比，改了什么，谁变了
repl-usage-row = 表 第几行 "…"
repl-about-row = 换掉表里的一行，看谁变了
repl-bare-row = :row 后面要写表的名字、第几行（或档名）和这一行，如 :row 响应时间 2 "(30s, 45s] => 80"
repl-bare-next = :next 后面写几条，如 :next 5
repl-usage-undo = {""}
repl-about-undo = 撤销上一处改动
repl-usage-redo = {""}
repl-about-redo = 把撤销的改动再做一遍
repl-usage-with = 名字=文件
repl-about-with = 装入附表或明细
repl-usage-history = 文件
repl-about-history = 装入往期结果
repl-usage-table = [名字, …]
repl-about-table = 全部记录列成一张表，或只列这几列
repl-usage-who = 条件
repl-about-who = 哪些记录合条件，如 :who 等级 = D
repl-usage-sort = 名字 [降序]
repl-about-sort = 全部记录按一个量排序
repl-usage-set = 名字 = 值
repl-about-set = 给记录的字段，或方案的参数、一行、权重换一个值
repl-usage-save = [文件|as test "名字"]
repl-about-save = 把改动写进文件，或写成新文件；或把当前记录存为用例
repl-usage-reload = {""}
repl-about-reload = 重新读文件；数据、记录和这里的改动都留着
repl-usage-type = 名字或式子
repl-about-type = 是什么类型，可能是哪些值
repl-usage-edit = [名字]
repl-about-edit = 在编辑器（$EDITOR）里改方案，或只改一条声明
repl-usage-watch = {""}
repl-about-watch = 盯着方案文件：在别处一保存，就看谁变了
repl-usage-explain = 编号
repl-about-explain = 看一个编号的说明，如 E0501
repl-usage-time = 一行
repl-about-time = 这一行用了多久
repl-usage-check = {""}
repl-about-check = 看方案的错误和警告
repl-usage-test = [名字]
repl-about-test = 运行全部用例，或一个
repl-usage-reset = {""}
repl-about-reset = 撤销全部改动，记录也恢复原样
repl-usage-help = [名字]
repl-about-help = 看能输入什么，或一个命令、一个量是什么
repl-usage-quit = {""}
repl-about-quit = 结束（quit、exit、Ctrl-D 也行）

repl-welcome = Merit 交互：:help 看用法，:quit 退出。
repl-unknown = 没有命令 :{ $word }；:help 看用法。
repl-unknown-near = 没有命令 :{ $word }。是不是 :{ $near }？
repl-bare-load = :load 后面要写方案文件，如 :load 方案.merit
repl-bare-data = :data 后面要写数据文件，如 :data 3月.xlsx
repl-bare-record = :record 后面要写主键、姓名或第几条，如 :record 2
repl-more = :{ $word } 后面不用写别的：多了「{ $rest }」。
repl-no-test = 没有叫「{ $text }」的用例。有：{ $names }
repl-no-test-near = 没有叫「{ $text }」的用例。是不是「{ $near }」？
repl-clean = 方案没有错误和警告。
repl-passed = 通过　　{ $name }
repl-failed = 不通过　{ $name }
repl-miss = { $name } 应得 { $expected }，实得 { $got }
repl-no-tests = 方案里没有用例。
repl-no-policy = 还没有装入可以计算的方案：先 :load 方案.merit
repl-hangs = 跟着它变的：{ $names }
repl-hangs-nothing = 没有一项结果用到它。
repl-no-name = 没有叫 { $name } 的量；:list 看全部。
repl-no-data = 还没有装入数据，找不到记录 { $text }：先 :data 文件
repl-no-record = 数据里没有「{ $text }」：一共 { $count } 条，可以写主键、姓名或第几条。
repl-no-record-near = 数据里没有「{ $text }」，一共 { $count } 条。是不是 { $near }？
repl-several = 有几条记录都是「{ $text }」：第 { $numbers } 条。写明第几条。
repl-rejected = 第 { $number } 条记录（{ $key }）已退回，没有结果；现在没有当前记录。
repl-loaded = 已装入 { $file }：{ $title }
repl-loaded-wrong = 已装入 { $file }：{ $title }，但还有错误，改好才能计算。
repl-data = 已装入 { $file }：{ $usable } 条记录可以计算。
repl-data-rejected = 已装入 { $file }：{ $usable } 条记录可以计算，{ $rejected } 条退回：{ $whose }{ $more ->
    [0] 。
   *[other] 等。
}用 :record 看原因。
repl-record = 第 { $number } 条记录（{ $key }）：
repl-value = { $name } = { $value }
repl-change = { $name }：{ $before } → { $after }
repl-taken = 已改。
repl-added = 已加上。
repl-unchanged = 没有改动。
repl-reset = 改动已全部撤销。
repl-reset-record = 改动已全部撤销，{ $key } 的数据恢复原样。
repl-pinned = 注意：{ $name } 现在是填的值，不再按定义计算；:reset 恢复。
repl-people = 数据里 { $all } 条记录，{ $changed } 条的结果变了。
repl-mover = { $who } { $before } → { $after } ({ $by })
repl-movers-more = 还有 { $count } 条
repl-movers-same = { $told ->
    [0] {""}
   *[other] 另有 {""}
}{ $count } 条{ $measure ->
    [pay] 金额不变，变的是别的结果
   *[scores] 总分不变，变的是别的结果
}
repl-moved-total = 合计 { $before } → { $after }
repl-no-undo = 没有可以撤销的改动。
repl-no-redo = 没有可以重做的改动。
repl-undone = 已撤销：{ $what }
repl-redone = 已重做：{ $what }
repl-goes-on = …… 接着写；Ctrl-C 不写了
repl-waits = 方案现在不完整，补全以前不计算；:check 看缺什么。
repl-no-diff = 方案和文件里的一样。
repl-diff-wrong = 方案或文件里还有错误，改好才能比较；:check 看是什么。
repl-given-left = 之前给记录填的值不再用；:undo 找回。
repl-given-lost = 方案这样改后，填过的值不再适用，已去掉：{ $names }。:undo 找回。
repl-data-lost = 这样改后读不了 { $file }，现在没有数据；:undo 找回。
repl-record-lost = 这样改后 { $key } 已退回，现在没有当前记录；:undo 找回。
repl-still-wrong = 方案还有 { $count } 个错误，改好才能计算；:check 看是什么。
repl-open = 已记下，但{ $message }。合计对了才能计算。现在：{ $parts }
repl-rows-open = 已记下，但{ $message }。各行接上了才能计算。
repl-rows-open-too = 另外，{ $message }。
repl-rows-next = 接下来可以写：{ $typed }；或 :undo
repl-several-outputs = { $name } 这一行有几项：{ $names }。要改哪一项，写明：{ $typed }
repl-no-output = { $row } 这一行没有叫 { $name } 的一项；有：{ $names }
repl-no-outputs = { $row } 这一行只有一项，没有名字；写：{ $row } = …
repl-colon = { $word } 是命令，前面要写冒号：{ $typed }
repl-no-rows = 没有叫 { $name } 的表（评分、等级、查表、档位）；:list 看全部。
repl-formula = { $name } 是算式，没有分行；要改它，重新输入整条声明，或 :edit { $name }
repl-no-owner = 没有叫 { $name } 的表（评分、等级、查表、档位）。有：{ $names }
repl-no-owner-near = 没有叫 { $name } 的表（评分、等级、查表、档位）。是不是 { $near }？
repl-no-item = 没有叫 { $name } 的评分项。有权重的是：{ $names }
repl-no-item-near = 没有叫 { $name } 的评分项。是不是 { $near }？
repl-weight-meant = 要改权重，写：{ $typed }
repl-row-meant = 这是表里的一行。要说明是哪张表的第几行，如：{ $typed }
repl-new-name = 没有叫 { $name } 的量。要新添一个，写：{ $typed }
repl-new-name-near = 没有叫 { $name } 的量。是不是 { $near }？要新添一个，写：{ $typed }
repl-record-meant = 这是数据里的一个人。要看这条记录，写：{ $typed }
repl-command-near = 没有叫 { $word } 的东西。是不是 { $typed }？
repl-members = 没有单独叫 { $name } 的东西。是不是 { $names }？
repl-compared = （这里的 = 是比较：{ $name } 是算出来的，不能直接填，没有改动。）
repl-value-type = { $name }：{ $type }
repl-value-title = 全称 { $title }
repl-value-among = 可能是 { $values }
repl-value-between = { $least } 到 { $most }，每步 { $step }
repl-value-optional = 可能缺失
repl-unattended = { $command } 只能在终端里用。
repl-no-declaration = 没有叫 { $name } 的声明；:list 看全部的量，:edit 打开整份方案。
repl-edit-failed = 编辑器没有正常结束，方案没有改动。
repl-edit-same = 没有改动。
repl-edit-kept = 方案没有改动。你写的还留着：再 :edit 接着改。
repl-watching = 正在盯着 { $file }：在别处一保存，这里就看谁变了。按回车或 Ctrl-C 结束。
repl-watched = 不再盯着。
repl-bare-type = :type 后面要写名字或式子，如 :type 总分
repl-no-row = { $name } 没有这一行；它有 { $count } 行：
repl-bare-with = :with 后面要写名字和文件，如 :with 订单=3月订单.csv
repl-bare-history = :history 后面要写往期结果的文件
repl-bare-who = :who 后面要写条件，如 :who 等级 = D
repl-bare-sort = :sort 后面要写一个量，后面可以加 降序（desc），如 :sort 总分 降序
repl-bare-set = :set 后面要写名字和值，如 :set 差评数 = 3
repl-bare-explain = :explain 后面要写编号，如 :explain E0501
repl-bare-time = :time 后面要写一行能输入的东西，如 :time :table
repl-bare-test = 写上用例的名字，如 :save as test "差评多的人"
repl-no-relation = 方案里没有叫 { $name } 的附表或明细。有：{ $known }
repl-beside = 已装入 { $file }。
repl-no-people = 还没有可以列出的记录：先装入能计算的方案，再 :data 文件
repl-no-condition = 「{ $text }」不是条件：要能答“是”或“否”，如 等级 = D
repl-who = { $all } 条记录里有 { $count } 条{ $count ->
    [0] 。
   *[other] ：
}
repl-no-name-near = 没有叫 { $name } 的量。是不是 { $near }？
repl-columns-left-out = 窗口窄，另有 { $count } 列没列出：{ $columns }等
repl-table-rejected = 另有 { $count } 条退回：{ $whose }
repl-table-provisional = 暂定 { $count } 条（要看退回的记录）：{ $whose }{ $more ->
    [0] {""}
   *[other] {" "}等
}
repl-rows-left-out = …… 省去 { $count } 条 ……
repl-no-code = 没有编号 { $text }。
repl-took = 用时 { $count } 毫秒
repl-left = 改动没有保存，已经丢下。
repl-save-none = 没有要保存的改动：方案和装入时一样。
repl-save-stale = 没有要保存的改动；但装入之后 { $file } 在别处改过：:reload 读进来。
repl-not-saved = 没有保存，文件没有动。
repl-saved = 已保存 { $files }
repl-save-name = 方案还没有文件，写明存到哪里，如 :save 方案.merit
repl-save-used = 改动在方案引用的文件里，写不进 { $file } 一个文件；:save 写进各自的文件。
repl-save-there = { $file } 已经有了，没有覆盖。换一个名字。
repl-file-changed = 装入之后 { $file } 在别处改过，没有保存。先 :reload（这里的改动会留着），再 :save。别处改的是：
repl-kept = 这里仍用之前装入的方案。
repl-reloaded = 已重新读 { $file }
repl-reload-same = 没有变化。
repl-reload-with = 这里的改动留着。
repl-reload-stays = 这里删去的一条，文件里已经改成别的，所以留着：{ $text }
repl-reload-without = 这里的改动和新文件合不到一起，没有用上；:undo 找回。
repl-test-there = 已经有叫「{ $name }」的用例，换一个名字。
repl-test-made = 用例「{ $name }」：
repl-test-others = 记录的结果要看别人、附表或往期，单凭它自己得不出；没有存成用例「{ $name }」。
repl-test-unsaved = 用例和别的改动一起，等 :save 写进文件。
