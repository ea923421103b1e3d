//! Fields of a record.

use super::At::{self, Field};

pub const SLIPS: &[(At, &str, &str, &str)] = &[
    (Field, "姓名 : 字符串", "E0252", "姓名 : text"),
    (Field, "年龄 : int", "E0252", "年龄 : count"),
    (Field, "价 : float", "E0252", "价 : number"),
    (Field, "会 : boolean", "E0252", "会 : bool"),
    (Field, "差 : 千分比", "E0252", "差 : percent"),
    (Field, "会 : 是/否", "E0252", "会 : bool"),
    (Field, "姓名 : varchar(20)", "E0109", "姓名 : text"),
    (Field, "价 : decimal(10,2)", "E0109", "价 : number, decimals 2"),
    (Field, "级 : {初, 高}", "E0109", "级 : 初 | 高"),
    (Field, "级 : 初/高", "E0252", "级 : 初 | 高"),
    (Field, "数 : count = 0", "E0111", "数 : count default 0"),
    (Field, "数 : count, 默认 0", "E0111", "数 : count, default 0"),
    (Field, "数 : count, 0到10", "E0111", "数 : count, in [0, 10]"),
    (Field, "数 : count [0, 10]", "E0111", "数 : count in [0, 10]"),
    (Field, "价 : money, 保留2位小数", "E0111", "价 : money, decimals 2"),
    (Field, "姓名 : text, nullable", "E0111", "姓名 : text, optional"),
    (Field, "姓名 : text not null", "E0111", "姓名 : text"),
    (Field, "姓名 : text?", "E0111", "姓名 : text, optional"),
    (Field, "数 : count from 客单数", "E0111", "数 : count from \"客单数\""),
    (Field, "率 : percent(permille)", "E0109", "率 : percent"),
    (Field, "率 : percent(‰)", "E0109", "率 : percent"),
    (Field, "额 : money(万元)", "E0109", "额 : money"),
    (Field, "额 : money(元)", "E0109", "额 : money"),
];
