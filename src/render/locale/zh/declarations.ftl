### 声明：名称、记录、权重、分值、薪资、用例

E0250 = 「{ $name }」声明了两次，说不清指的是哪一个
    .label = 又声明了一次
    .label-first = 第一次在这里
    .help = 给其中一个换个名字
E0250-label = 标签「{ $name }」在同一组里出现了两次
    .label = 又出现了一次
    .label-first = 第一次在这里
    .help = 删去一个，或换个名字
E0250-label-title = 一个字段里有两个标签的说明都是「{ $name }」，单元格里写它时分不清是哪一个
    .label = 又出现了一次
    .label-first = 第一次在这里
    .help = 给其中一个换个说明
E0250-line = 薪资里有两行「{ $name }」，合计时说不清算哪一行
    .label = 又一行
    .label-first = 第一行在这里
    .help = 给其中一行换个名字，或合成一行
E0250-output = 表里有两列「{ $name }」
    .label = 又一列
    .label-first = 第一列在这里
    .help = 给其中一列换个名字
E0250-type = 「{ $name }」已经是一种类型的名字，不能再用来命名另一组标签
    .label = 又用了一次
    .label-first = 第一次在这里
    .help = 换个名字
E0251 = 「{ $name }」绕了一圈又用到自己，谁也算不出来：{ $loop }
    .label = 圈从这里开始
    .label-member = { $member } 在圈里
    .help = 让其中一个不再用到下一个，例如改用记录里的字段
E0251-self = 「{ $name }」用到了自己，算不出来：{ $loop }
    .label = 这里用到自己
    .help = 等号右边不要再写 { $name }
E0252 = 没有「{ $name }」这种类型
    .label = 类型未声明
    .help = 声明 { -type } { $name } = …，或写 { -number }、{ -count }、{ -percent }、{ -points }、{ -money }、{ -duration }、{ -bool }、{ -text }、{ -month } 等
E0252-output = 「{ $name }」后面没有写类型
    .label = 只有名称，没有类型
    .help = 写成 { $wanted }
E0252-near = 没有「{ $name }」这种类型，有一个相近的「{ $near }」
    .label = 类型未声明
    .help = 改成 { $near }
E0252-meant = 没有「{ $name }」这种类型
    .label = 写成 { $wanted }
    .help = 写 { $wanted }
E0252-labels = 没有「{ $name }」这种类型：有哪几种就写哪几种
    .label = 写出各个标签
    .help = 写出各个标签，用竖线隔开，如 初级 | 高级
E0252-time = 没有「{ $name }」这种类型：看不出是多长时间，还是几点、哪一天
    .label = 看不出是哪一种
    .help = 多长时间写 时长(s)、时长({ -unit-min }) 或 时长(h)；几点几分写 时刻；哪一天写 日期；哪个月写 月
E0253 = 「{ $name }」不是 ISO 4217 里的币种，金额不知道要算到几位小数
    .label = 不认识的币种
    .help = 人民币写 { -currency } CNY
E0253-near = 「{ $name }」不是 ISO 4217 里的币种，金额不知道要算到几位小数
    .label = 不认识的币种
    .help = 改成 { $near }
E0254-unknown = 方案里没有参数「{ $name }」，--set 设不了它
    .label = 要设的值
    .help = 只能设方案里用 { -param } 声明的名字
E0254-near = 方案里没有参数「{ $name }」，有一个相近的「{ $near }」
    .label = 要设的值
    .help = 写成 --set { $near }=…
E0254-value = 参数「{ $name }」不能设成 { $value }{ $between ->
        [yes] ，它的步长是 { $step }
       *[other] ，超出了声明的范围
    }
    .label = 要设的值
    .label-declared = 参数在这里声明
    .help = { $between ->
        [yes] 设成 { $step } 的整数倍
        [no] 设成 { $lo } 到 { $hi } 之间的值
       *[other] 设成声明里允许的值
    }
E0255 = 「{ $column }」这一列被两个字段认领，读表时说不清归谁
    .label = 「{ $name }」也要读这一列
    .label-first = 已经由这个字段读取
    .help = 给其中一个字段写上它自己的列名：{ -from } "列名"
E0256-required = 「{ $attribute }」只能写在 { -lookup } 的字段后面；记录里的字段本来就必须有值
    .label = 用不着
    .help = 删去它
E0256-rounded = 「{ $attribute }」只能用在数值字段上，这个字段不是数值
    .label = 用不上
    .help = 删去它
E0256-optional-key = 主键和周期不能是「{ $attribute }」：缺了它，就不知道这条记录是谁的、哪一期的
    .label = 不能可缺
    .help = 删去它
E0256-optional-default = 有了缺省值就不会缺，不能再写「{ $attribute }」
    .label = 与缺省值矛盾
    .label-default = 缺省值在这里
    .help = 两个只留一个
E0256-decimals = 「{ $attribute }」只能用在数值上，这里不是数值
    .label = 用不上
    .help = 删去它
E0256-decimals-count = 次数总是整数，不能写「{ $attribute }」
    .label = 用不上
    .help = 删去它，或把类型写成 { -number }
E0256-domain = 「{ $attribute }」只能用在数值、日期等有大小的类型上
    .label = 用不上
    .help = 删去它
E0256-field-only = 「{ $attribute }」只能写在记录的字段后面，这里的值不从表里读
    .label = 用不上
    .help = 删去它
E0256-computed-domain = 「{ $attribute }」在这里不起作用：算出来的值，范围由算式决定
    .label = 用不上
    .help = 删去它；要限定数值，用 { -clamp }(…, 下限, 上限)
E0257 = 取值范围 { $domain } 里一个值也没有，什么记录都会被拒收
    .label = 空的范围
    .help = 下限要不大于上限，并且中间至少有一步
E0258-default = 「{ $name }」的缺省值 { $value } 不在它自己的取值范围里
    .label = { $between ->
        [yes] 步长是 { $step }
       *[other] 超出范围
    }
    .label-declared = 字段在这里声明
    .help = { $between ->
        [yes] 写成 { $step } 的整数倍，或加上 { -decimals }
        [no] 写 { $lo } 到 { $hi } 之间的值，或放宽范围
       *[other] 写范围里的值，或放宽范围
    }
E0258-bound = 上下限 { $value } 不是 { $step } 的倍数，发不出这样的金额
    .label = 发不出这个金额
    .help = 写成 { $step } 的倍数
E0258-param = 参数「{ $name }」的值 { $value } 不在它自己的取值范围里
    .label = { $between ->
        [yes] 步长是 { $step }
       *[other] 超出范围
    }
    .help = { $between ->
        [yes] 写成 { $step } 的整数倍，或加上 { -decimals }
        [no] 写 { $lo } 到 { $hi } 之间的值，或放宽范围
       *[other] 写范围里的值，或放宽范围
    }
E0258-given = 「{ $name }」不可能是 { $value }，真有这样的记录会被拒收
    .label = { $between ->
        [yes] 步长是 { $step }
       *[other] 超出范围
    }
    .label-declared = 字段在这里声明
    .help = { $between ->
        [yes] 写成 { $step } 的整数倍，或给字段加上 { -decimals }
        [no] 写 { $lo } 到 { $hi } 之间的值，或放宽字段的范围
       *[other] 写范围里的值，或放宽字段的范围
    }
E0259-other = 周期字段「{ $name }」与方案的周期不一致：方案按{ $period }考核
    .label = 类型不同
    .help = 两处写成一样
E0259-type = 周期字段「{ $name }」不是日期类的值
    .label = 不是周期
    .help = 写成 { -month }、{ -quarter } 或 { -year }
E0259-twice = 「{ $name }」是第二个周期字段，说不清记录属于哪一期
    .label = 又一个周期
    .label-first = 第一个在这里
    .help = 只留一个 { -period }
E0260 = { $block } 块写了两次，只能有一个
    .label = 又一个
    .label-first = 第一个在这里
    .help = 合成一块
E0261-period = 「{ $type }」不是数值，不能写成比率
    .label = 不用写
    .help = 每个周期一份的金额就是金额：写 { $wanted }
E0261-rate = 「{ $type }」不是数值，不能写成比率
    .label = 不是数值
    .help = 比率的两边写数值类型，例如 { -money }/{ -count }
E0261-scale = 阶梯要按数值分段，这里不是数值
    .label = 不是数值
    .help = 按标签取值用 { -table }
E0262-domain = 次数总是 0、1、2…，范围却写成 { $domain }
    .label = 不是次数的范围
    .help = 写成 { $proposal }；要负数或小数，把类型写成 { -number }
E0262 = 这个值声明为次数，但可能是负数或小数
    .label = 可能不是 0、1、2…
    .label-type = 声明为次数
    .help = 把类型写成 { -number }，或用 { -max }(…, 0)、{ -round }(…, 1) 让它总是次数
E0263-absent = 没有「{ $place }」这个文件，引用不到里面的声明
    .label = 找不到
    .help = 核对文件名；路径从写它的那个文件所在的文件夹算起
E0263-backslash = 没有「{ $path }」这个文件：路径里的文件夹用 / 隔开
    .label = 找不到
    .help = 把 \ 都写成 /
E0263-absolute = 「{ $path }」从磁盘的根写起，方案换一台电脑就用不了
    .label = 不是方案文件夹里的路径
    .help = 从这个文件所在的文件夹写起，例如 "公用.merit" 或 "../公用.merit"
E0263-outside = 「{ $path }」到了方案的文件夹外面，方案只能引用自己文件夹里的文件
    .label = 在文件夹外面
    .help = 把那个文件放进方案的文件夹，或把方案放到两个文件的上一层文件夹再检查
E0263-unreadable = 「{ $path }」读不了：{ $error }
    .label = 读不了
    .help = 核对路径和权限
E0263-encoding = 「{ $path }」读不了：从它的第 { $line } 行起不是 UTF-8 文本
    .label = 读不了
    .help = 用编辑器打开那个文件，另存为 UTF-8 编码
E0263-empty = 「{ $path }」里什么也没有写，没有东西可引用
    .label = 空文件
    .help = 把声明写进那个文件，或删去这一行
E0263-cycle = 几个文件互相引用，绕成了一圈：{ $loop }
    .label = 圈在这里合上
    .label-member = { $member } 在这里被引用
    .help = 删去这一行，或把两边都要用的声明放进另一个文件，两边都引用它
E0263-self = 这个文件引用了自己
    .label = 就是这一行所在的文件
    .help = 删去这一行
E0263-policy = 「{ $path }」里有 { -policy } 块，但只有方案自己能有
    .label = 不能写在这里
    .label-use = 在这里引用
    .help = 删去这一块；币种、周期这些写在所检查的那个文件的 { -policy } 块里
E0263-many = 方案引用的文件超过 { $most } 个
    .label = 这个多出来了
    .help = 把几个文件合成一个

E0264 = 「{ $block }」没有一个字段说明它的行属于哪些记录
    .label = 属于谁？
    .help = { $known ->
        [yes] 写上记录里标了主键或周期的字段：{ $keys }
       *[no] 写上一个记录里也有的字段，标上 { -key }，例如 店铺 : { -text }, { -key }
    }
E0264-type = 「{ $name }」在「{ $block }」里和在记录里类型不同，哪一行也对不上
    .label = 类型不同
    .label-record = 记录里的字段
    .help = 两处写成同一种类型
E0264-unkeyed = 方案 { $path } 里的「{ $name }」没有标 { $mark }，认不出一行是谁的，结果会算到每个人头上
    .label = 按它认不出
    .label-record = 记录靠这个字段认
    .help = 在 { $path } 的 { -record } 里给「{ $name }」标上 { $mark }
E0264-unmarked = 「{ $block }」的「{ $name }」没有标 { -key }，同一期的每一行都会算到每个人头上
    .label = 没有靠它区分
    .help = 给它标上：{ $name } : …, { -key }
E0264-everybody = 「{ $block }」只靠周期认行，每一行都会算到每个人头上
    .label = 属于谁？
    .help = 写上记录的主键：{ $keys }；列名不同就加 { -from } "列名"
E0264-unknown = 要靠「{ $block }」的「{ $name }」认出一行属于哪些记录，记录里却没有这个字段
    .label = 记录里没有
    .help = { $mark ->
        [period] 在 { -record } 里加上 { $name } : { $type }, { -period }；这些行每期都通用的，就删去这个字段
       *[key] 在 { -record } 里加上字段「{ $name }」，或把这里的名字改成记录里的叫法。人人适用的一张单子（例如各期促销）写成 { -details }：给两份文件都加一列每行都相同的内容，例如 店铺 : { -text }, { -key }
    }
E0265-refused = 方案 { $path } 自己没有通过检查（{ $count } 个错误），没有结果可用
    .label = 没有通过检查
    .help = 先运行 merit check { $path }，把它改好
E0265-nested = 方案 { $path } 自己还要别的数据表（{ $names }），在这里没法给
    .label = 它自己要查表或明细
    .help = 把那些数改成它记录里的字段；或先单独运行它，再把结果作为 { -lookup } 或 { -details } 给出
E0265-loop = 几份方案互相等对方的结果：{ $loop }
    .label = 圈在这里合上
    .help = 让其中一份从记录的字段里读这个数
E0265-currency = 方案 { $path } 用 { $other }，这份方案用 { $own }
    .label = 币种不同
    .help = 两份方案用同一个币种
E0266 = { -applies } { -when } 要在计算之前就知道，不能用「{ $name }」，它要算了才有
    .label = 算了才有
    .label-declared = 它在这里
    .help = 只用 { -record } 里的字段和参数，例如 { -applies } { -when } 岗位 = 售后
E0266-joint = { -applies } { -when } 要看一条记录自己就知道，不能和别人比，也不能看以前各期
    .label = 要看别的记录
    .help = 只用 { -record } 里的字段和参数，例如 { -applies } { -when } 岗位 = 售后

E0301 = 权重合计是 { $sum }，不是 { $whole }，{ $side ->
        [lacking] 少了 { $difference }：满分的人也拿不到满分
       *[over] 多了 { $difference }：总分会超过满分
    }
    .label = 计入合计
    .label-part = 计入合计
    .help = { $mend ->
        [yes] 把 { $was } 改成 { $mended }
        [over] 调整各项权重，使合计正好是 { $whole }；岗位不同、考的项也不同的，一个岗位写一份方案，在 { -policy } 块里写 { -applies } { -when } 岗位 = …
       *[no] 调整各项权重，使合计正好是 { $whole }
    }
E0301-roles = 权重合计是 { $sum }，不是 { $whole }：{ $roles } 各自合计都是 100%，可一份方案里所有人共用一个合计
    .label = 计入合计
    .label-part = 计入合计
    .help = { $mend ->
        [scaled] 写在一份方案里，就把各岗位的权重改小（{ $changes }）；免考的项不算，其余按比例加重，{ $roles } 的得分都不变。或者一个岗位写一份方案，在 { -policy } 块里写 { $proposal }，用 merit eval 一起算
       *[policies] 一个岗位写一份方案，在 { -policy } 块里写 { $proposal }，用 merit eval 一起算：merit eval 甲.merit 乙.merit 数据.csv；这时排名只在各自方案的人里排。要写在一份方案里，几个岗位共有的项就每个岗位写一条，其他岗位 { -exempt }，所有权重按比例改小：两个岗位就都减半
    }
E0301-section = 「{ $section }」里的权重合计是 { $sum }，不是 { $whole }，{ $side ->
        [lacking] 少了 { $difference }：满分的人在这一类也拿不到满分
       *[over] 多了 { $difference }：这一类的得分会超过满分
    }
    .label = 计入合计
    .label-part = 计入合计
    .help = { $mend ->
        [yes] 把 { $was } 改成 { $mended }
       *[no] 调整各项权重，使合计正好是 { $whole }
    }
E0302 = 各项满分合计是 { $sum }，不是总满分 { $whole }，{ $side ->
        [lacking] 少了 { $difference }：样样满分的人也拿不到总满分
       *[over] 多了 { $difference }：总分会超过总满分
    }
    .label = 计入合计
    .label-part = 计入合计
    .help = { $mend ->
        [yes] 把 { $was } 改成 { $mended }，或在 { -policy } 里写 { -full_marks } { $sum }
       *[no] 调整各项满分（各行的分数也随着改），或在 { -policy } 里写 { -full_marks } { $sum }
    }
E0302-section = 「{ $section }」里各项满分合计是 { $sum }，不是 { $whole }，{ $side ->
        [lacking] 少了 { $difference }
       *[over] 多了 { $difference }
    }
    .label = 计入合计
    .label-part = 计入合计
    .help = { $mend ->
        [yes] 把 { $was } 改成 { $mended }
       *[no] 调整各项满分（各行的分数也随着改），或把这一类写成 { -out-of } { $sum }
    }
E0303 = 有的项目写权重，有的写满分，加不成一个总分
    .label = 与前面的写法不同
    .label-first = 前面用的是这种
    .help = 全部写 { -weight } …%，或全部写 { -out-of } …
E0304 = 「{ $name }」可能得 { $value }，超出 0 到 { $full } 的范围
    .label = 可能超出
    .help = 用 { -clamp }(…, 0, { $full }) 限定，或改它的满分
E0304-row = 这一行给 { $value }，超出「{ $name }」0 到 { $full } 的范围，{ $side ->
        [over] 总分会超过满分
       *[under] 总分会低于 0
    }
    .label = 超出范围
    .label-item = 这一项
    .help = { $mend ->
        [yes] 把这一行的 { $value } 改成 { $full }，或提高这一项的满分
       *[no] 改这一行的分数，或改这一项的满分
    }
E0304-field = 「{ $name }」直接计分，但记录里可能是 { $value }，超出 0 到 { $full } 的范围
    .label = 直接计分
    .label-field = 字段的范围太宽
    .help = 给字段写上 { $proposal }
E0305 = 「{ $name }」计分两次，总分里会算两遍
    .label = 又计一次
    .label-first = 第一次在这里
    .help = 删去一个；要用另一种方式计分，写 { -score } 新名字 { -by } { $name } …
E0306 = 「{ $name }」没写权重，也没写满分，不知道在总分里占多少
    .label = 占多少？
    .help = 写上 { -weight } …% 或 { -out-of } …
E0307-otherwise = { $text } 指上面各行剩下的全部，要独占一行
    .label = 旁边还有别的条件
    .help = 这一列什么值都行就写 { -any }；或让这一行只写 { $text }
E0307-patterns = 这一行写了 { $found } 个条件，表要 { $expected } 个，每个输入一个
    .label = 条件个数不对
    .help = 用逗号隔开，每个输入写一个条件；不限的写 { -any }
E0307-answers = 这一行写了 { $found } 个结果，表要 { $expected } 个，每列一个
    .label = 结果个数不对
    .help = 用逗号隔开，每列写一个结果
E0307-outputs = 「{ $table }」没有说各行给出的是什么
    .label = 缺结果的类型
    .help = 在各行之前写 { $proposal }：结果的类型，如 { -money }、{ -percent }、{ -points }、{ -number }
E0307-label = 等级表的这一行没写是哪一档
    .label = 哪一档？
    .help = 写成 档位 : 条件 => 结果
E0307-unlabelled = 等级表的这一行没写是哪一档
    .label = 前面写等级和冒号
    .help = 写 { $wanted }；等级叫什么，自己定
E0307-unnamed = 表有好几列，这一列没有名字，别处无法取用
    .label = 没有名字
    .help = 写成 名字 : 类型
E0308-decimals = 直线上的值要取舍，这里没说取到几位小数
    .label = 直线
    .label-row = 这一行
    .help = 在项目或这一列后面写 { -decimals } 2
E0308-interval = 直线要在一段区间上画，这一行不是数值区间
    .label = 直线
    .label-row = 不是区间
    .help = 把条件写成 [下限, 上限)
E0308-empty = 直线的两端重合，画不出来
    .label = 直线
    .label-row = 区间没有长度
    .help = 让上限大于下限
E0308-open = 直线要从一头画到另一头，这一行有一头没写
    .label = 直线
    .label-row = 少了一头
    .help = 把条件写成 { $proposal }
E0309-interval = 超额阶梯的每一行要是一段区间
    .label = 不是区间
    .help = 写成 [下限, 上限)，最后一行可写 >= 下限
E0309-guard = 超额阶梯的行不能带条件：每一段都要计入
    .label = 条件
    .help = 按条件给不同比例，用两个阶梯
E0309-rate = 超额阶梯的每一行要有一个比例
    .label = 比例不对
    .help = 写成 区间 => 比例
E0309-after-open = 「{ $name }」的 { $low } 已经没有上限，{ $high } 永远轮不到
    .label = 轮不到
    .label-low = 没有上限
    .help = 给上一段写上上限，写成 [下限, 上限)
E0309-order = 「{ $name }」的 { $high } 不在 { $low } 之后：各段要从低到高，首尾相接
    .label = 次序不对或重叠
    .label-low = 上一段
    .help = { $mend ->
        [edit] 把 { $high } 改成 { $new }
       *[other] 让这一段从上一段的上限开始
    }
E0309-apart = 「{ $name }」的 { $low } 与 { $high } 不相接，说不清中间的部分按哪个比例付
    .label = 没有接上
    .label-low = 上一段
    .help = { $mend ->
        [edit] 把 { $high } 改成 { $new }
       *[other] 让两段首尾相接，例如 [0, 50)、[50, 100)
    }
E0309-reversed = 「{ $name }」的各段次序颠倒了：{ $high } 写在 { $low } 之后；超额阶梯要从低到高写
    .label = 应在上面
    .label-low = 应在下面
    .help = 把各行从低到高重排
E0309-negative = 「{ $input }」可能小于 0，最低一段没写从哪里起算
    .label = 从哪里起算？
    .help = 写成 [0, 上限)，并用 { -max }(…, 0) 让「{ $input }」不小于 0
E0310 = 下限 { $low } 高于上限 { $high }，没有金额能同时满足
    .label = 上限
    .label-low = 下限比上限高
    .help = 让 { -at-least } 不大于 { -at-most }
E0310-effective = 方案的截止期早于起始期，哪一期都不生效
    .label = 截止
    .label-low = 起始
    .help = 让 { -until } 不早于 { -from }
E0311-wide = 取值范围太宽或太细，数值超出了能精确表示的位数
    .label = 装不下
    .help = 缩小范围，或减少小数位
E0311-full-marks = 总满分是 { $value }，要大于 0 才能计分
    .label = 不大于 0
    .help = 写成 { -full_marks } 100
E0311-weight = 权重 { $value } 不在 0% 到 100% 之间
    .label = 超出范围
    .help = 写成 0% 到 100% 之间的百分比
E0311-out-of = 满分 { $value } 要大于 0
    .label = 不大于 0
    .help = 写成大于 0 的分数
E0311-effective = 生效期不是日期类的值
    .label = 不是一期
    .help = 写成 2024-01、2024-Q1 或 2024
E0312-unknown = 方案里没有「{ $name }」
    .label = 没有这个名字
    .help = 已知里写字段或指标，应得里写指标、得分、等级或薪资
E0312-near = 方案里没有「{ $name }」，有一个相近的「{ $near }」
    .label = 没有这个名字
    .help = 改成 { $near }
E0312-expect-given = 「{ $name }」在已知里给定了，再期望它什么也验证不了
    .label = 期望
    .label-first = 已知里给定
    .help = 从应得里删去，或从已知里删去
E0312-expect-field = 「{ $name }」是记录的字段，不是算出来的，不能写在应得里
    .label = 字段
    .help = 写到 { -given } 里
E0312-given-computed = 「{ $name }」是算出来的，不能写在已知里；已知里只能写字段或指标
    .label = 算出来的
    .help = 写到 { -expect } 里
E0312-twice = 「{ $name }」写了两次
    .label = 又写一次
    .label-first = 第一次在这里
    .help = 只留一个
E0312-never-missing = 「{ $name }」不会缺失
    .label = 不会缺失
    .help = 写一个值；字段要能缺失，给它写上 { -optional }
E0312-param = 「{ $name }」是参数，用例里不能另给值
    .label = 参数
    .help = 用 --set { $name }=… 换一个值来检查
E0312-group = 「{ $name }」自己没有值，只有它的各部分有
    .label = 哪一部分？
    .help = 写成 { $name }.{ -points-member } 或 { $name }.列名
E0312-block-near = 记录旁边没有叫「{ $name }」的东西，是不是「{ $near }」？
    .label = 不认识的块
    .help = 写 { $near } {"{"} … {"}"}
E0312-block = 记录旁边没有叫「{ $name }」的东西
    .label = 不是 { -lookup }、{ -details }，也不是 { -previous }、{ -other }
    .help = 用名字给 { -lookup } 或 { -details } 的行；别人的记录写 { -other } {"{ … }"}，往期写 { -previous } {"{ … }"}
E0312-block-number = 「{ $name }」后面不能写这个数
    .label = 这个数用不上，或数不出是哪一期
    .help = 两期以前的记录写成 { -previous } 2 {"{ … }"}，别的都不带数
E0312-block-twice = 同一期给了两次
    .label = 又给了一次
    .help = 留下一个；{ -previous } 2 {"{ … }"} 是两期以前
E0312-row-near = 「{ $block }」里没有「{ $name }」，有「{ $near }」
    .label = 没有这个名字
    .help = 写成 { $near }
E0312-row-unknown = 「{ $block }」里没有「{ $name }」
    .label = 没有这个名字
    .help = 这里只能给它自己的字段
E0312-quotient = 有项目免考时「{ $name }」可能除不尽，没有一个准数可以期望
    .label = 可能除不尽
    .help = 期望把它取整的那个指标
E0313 = 没有名为「{ $name }」的情形
    .label = 未声明
    .help = 声明 { -case } { $name } {"{"} … {"}"}
E0313-near = 没有名为「{ $name }」的情形，有一个相近的「{ $near }」
    .label = 未声明
    .help = 改成 { $near }
E0314 = 这一列总要有值，不能答 { -missing }
    .label = 缺失
    .help = 写一个值；确实可以没有时，在这一列的类型后面写 { -optional }
E0314-score = 项目算数的人都要有得分，评分的行不能答 { -missing }
    .label = 缺失
    .help = 写一个得分；要让这个人不考这一项、其余各项按比例加重，写 { $proposal }
E0315 = 只有评分的项目可以免考，这一行不是 { -score } 里的
    .label = 免考
    .help = 在这里写一个值；要让某人不考某一项，在那一项 { -score } 的行里答 { -exempt }
E0315-value = 「{ $word }」是不考这一项，不是一个数，不能写进算式
    .label = 免考
    .help = 给这一项写上各行，用其中一行来答：{ -any } { -when } … => { $word }
E0315-missing = 算式总要得出一个值，「{ $word }」不是值
    .label = 不是值
    .help = 在这里写一个数；要让没有数的人不考这一项，在这一项的第一行写明：{ -any } { -when } … => { -exempt }，如 { -any } { -when } 订单数 = 0 => { -exempt }
E0315-test = 用例里，免考的项目得分写作缺失
    .label = 免考
    .help = 写成 { $proposal }

W0301 = 没有 { -policy } 块：币种按 CNY、总满分按 100 计
    .label = 方案从这里开始
    .help = 在开头写 { -policy } "方案名" {"{"} { -currency } CNY {"}"}
W0302 = 「{ $name }」没有用到，{ $what ->
        [param] 改它不会影响任何结果
        [let] 它的值不进结果
        [table] 它的结果没有人取用
        [scale] 它的金额没有计入
        [lookup] 它的数不影响任何结果
        [details] 它的行不影响任何结果
        [case] 没有哪个用例从它开始
       *[type] 没有值是这种类型
    }
    .label = 没有用到
    .help = 删去它，或把它用上
W0330 = 方案没有测试用例：改错了一个数也没有人知道
    .label = 方案从这里开始
    .help = 写一个：{ -test } "满分" {"{"} { -given } {"{"} … {"}"} { -expect } {"{"} … {"}"} {"}"}
W0331 = 允许 { $code } 却没有写理由，以后看的人不知道为什么
    .label = 缺理由
    .help = 在后面写上理由：# { -allow }{ $code } 理由
W0331-unknown = 没有 { $code } 这个编号，这一行什么也没有允许
    .label = 没有这个编号
    .help = 照提示里的编号写，如 # { -allow }W0510 理由
W0331-error = { $code } 是错误，不能允许：错误会让一部分人算不出结果
    .label = 错误不能允许
    .help = 照提示改正，再删去这条注释
W0332 = 这里没有 { $code } 可允许，这条注释没有用
    .label = 什么也没有允许
    .help = 删去它；若放错了地方，移到提示所指的那一行，或它的上一行
W0333 = 没有人取用「{ $name }」：填了它，分数和薪资也不会变
    .label = 没有用到
    .help = 若忘了计入，就写 { -score } { $name } …，或用在指标、薪资里；否则删去它
W0333-computed = 没有人取用「{ $name }」，每一行都白算了
    .label = 没有用到
    .help = 删去它，或把它用上：{ -sum }({ $name })
W0333-lookup = 没有人取用「{ $name }」：填了它，分数和薪资也不会变
    .label = 没有用到
    .help = 若忘了计入，就用在指标、门槛或评分里：{ -score } 名称 { -by } { $name } …；否则删去它
W0333-row = 没有人取用「{ $name }」：填了它，分数和薪资也不会变
    .label = 没有用到
    .help = 若忘了计入，就用上它，例如 { -sum }({ $name }) 或 { -where } { $name } …；否则删去它
