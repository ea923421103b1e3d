### merit why：一个人的结果是怎么来的；要看的记录怎么找

E0802-key = 数据里没有「{ $text }」，一共 { $count } 人
    .help = 依次写主键的各个字段，最后可以写时期，和数据里写的一样。
E0802-key-near = 数据里没有「{ $text }」，一共 { $count } 人
    .help = 是不是 { $near }？这样写：{ $command }
E0802-key-several = 有 { $count } 个人都是「{ $text }」：{ $keys }
    .help = 把主键写全：{ $command }
E0802-key-period = 「{ $key }」在数据里只有 { $periods }
    .help = 这样写：{ $command }
E0802-no-key = 没有写要看谁；数据里一共 { $count } 人：{ $keys }
    .help = 这样写：{ $command }
sought-latest = 「{ $text }」在数据里有 { $periods }；没有写哪一期，这里是最近的 { $latest }。
