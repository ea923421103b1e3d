//! The keywords in two tongues. A keyword is one only where it can stand; elsewhere it is a name.

use crate::quantity::Tongue;

/// Declares the keywords: variant, English, Chinese.
macro_rules! keywords {
    ($($variant:ident $en:literal $zh:literal,)*) => {
        /// A keyword, whichever tongue it was written in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Keyword {
            $(#[doc = $en] $variant,)*
        }

        impl Keyword {
            /// Every keyword.
            pub const ALL: &'static [Keyword] = &[$(Keyword::$variant,)*];

            /// In English.
            pub fn en(self) -> &'static str {
                match self { $(Keyword::$variant => $en,)* }
            }

            /// In Chinese.
            pub fn zh(self) -> &'static str {
                match self { $(Keyword::$variant => $zh,)* }
            }
        }
    };
}

keywords! {
    Policy "policy" "方案", Record "record" "记录", Lookup "lookup" "查表", Details "details" "明细",
    Param "param" "参数", Metric "metric" "指标", Let "let" "令", Score "score" "评分", Weight "weight" "权重",
    OutOf "out of" "满分", Section "section" "类别", Scores "scores" "评分合计", Grade "grade" "等级表",
    Table "table" "对照表", Scale "scale" "阶梯", Gate "gate" "门槛", Pay "pay" "薪资", Type "type" "类型",
    Required "required" "必有", Exempt "exempt" "免考", Flag "flag" "提醒", Ensure "ensure" "保证",
    Test "test" "用例", Case "case" "情形", Given "given" "已知", With "with" "另", Expect "expect" "应得",
    Use "use" "引用", By "by" "按", On "on" "对", When "when" "当", If "if" "如果", Then "then" "则",
    Else "else" "否则", Otherwise "otherwise" "其余", OtherwiseValue "otherwise" "若无",
    Missing "missing" "缺失", Any "any" "任意", And "and" "且", Or "or" "或", Not "not" "非", In "in" "属于",
    Is "is" "为", Yes "yes" "是", No "no" "否", Key "key" "主键", Period "period" "周期",
    Optional "optional" "可缺", Default "default" "缺省", Decimals "decimals" "小数位", Rounded "rounded" "取整",
    From "from" "来自", AtLeast "at least" "不低于", AtMost "at most" "不高于", Effective "effective" "生效",
    Until "until" "至", Currency "currency" "币种", FullMarks "full_marks" "总满分",
    Text "text" "文本", Bool "bool" "是非", Count "count" "次数", Number "number" "数值",
    Percent "percent" "百分比", Points "points" "分数", Money "money" "金额", Duration "duration" "时长",
    Date "date" "日期", Month "month" "月", Quarter "quarter" "季度", Year "year" "年", Week "week" "周",
    Time "time" "时刻", DaysIn "days_in" "天数",
    Round "round" "舍入", Floor "floor" "向下", Ceiling "ceiling" "向上", Min "min" "最小", Max "max" "最大",
    Abs "abs" "绝对值", Clamp "clamp" "限制", Rank "rank" "排名", Sum "sum" "合计", Average "average" "平均",
    Previous "previous" "上期", Streak "streak" "连续", Within "within" "范围", Over "over" "跨期",
    Order "order" "次序", Ascending "ascending" "升序", Ties "ties" "并列", Shared "shared" "同名次",
    Dense "dense" "连号", Where "where" "其中", All "all" "全体", Every "every" "全部", Some "some" "有一",
    Steps "steps" "步数", Full "full" "足步", Started "started" "起步", Increasing "increasing" "不减",
    Allocate "allocate" "分摊", Promote "promote" "升级", Demote "demote" "降级",
    Marginal "marginal" "超额", Whole "whole" "全额", Applies "applies" "适用",
    To "to" "至", UpTo "up to" "至多", Periods "periods" "期", Fraction "fraction" "小数",
    DateTime "datetime" "日期时间",
    Other "other" "他人",
    PointsMember "points" "得分", WeightedMember "weighted" "加权分",
    HalfUp "half_up" "四舍五入", HalfEven "half_even" "四舍六入五成双", HalfDown "half_down" "五舍六入",
    Up "up" "进位", Down "down" "舍去",
}

impl Keyword {
    /// The words that begin a declaration.
    pub const DECLARATIONS: &'static [Keyword] = &[
        Keyword::Policy,
        Keyword::Record,
        Keyword::Lookup,
        Keyword::Details,
        Keyword::Type,
        Keyword::Param,
        Keyword::Metric,
        Keyword::Let,
        Keyword::Score,
        Keyword::Section,
        Keyword::Grade,
        Keyword::Table,
        Keyword::Scale,
        Keyword::Gate,
        Keyword::Pay,
        Keyword::Flag,
        Keyword::Ensure,
        Keyword::Test,
        Keyword::Case,
        Keyword::Use,
    ];

    /// The functions.
    pub const FUNCTIONS: &'static [Keyword] = &[
        Keyword::Round,
        Keyword::Floor,
        Keyword::Ceiling,
        Keyword::Min,
        Keyword::Max,
        Keyword::Abs,
        Keyword::Clamp,
        Keyword::Steps,
        Keyword::Number,
        Keyword::Percent,
        Keyword::Promote,
        Keyword::Demote,
        Keyword::DaysIn,
        Keyword::Increasing,
        Keyword::Sum,
        Keyword::Count,
        Keyword::Average,
        Keyword::Every,
        Keyword::Some,
        Keyword::Rank,
        Keyword::Allocate,
        Keyword::Previous,
        Keyword::Streak,
    ];

    /// The types that the language has.
    pub const TYPES: &'static [Keyword] = &[
        Keyword::Number,
        Keyword::Count,
        Keyword::Percent,
        Keyword::Points,
        Keyword::Money,
        Keyword::Duration,
        Keyword::Bool,
        Keyword::Text,
        Keyword::Date,
        Keyword::Month,
        Keyword::Quarter,
        Keyword::Year,
        Keyword::Week,
        Keyword::Time,
    ];

    /// The periods that a policy may have.
    pub const PERIODS: &'static [Keyword] = &[Keyword::Month, Keyword::Quarter, Keyword::Year, Keyword::Week];

    /// The named arguments.
    pub const ARGUMENTS: &'static [Keyword] =
        &[Keyword::Within, Keyword::Over, Keyword::Ties, Keyword::Order, Keyword::Then, Keyword::By];

    /// The ways to round.
    pub const ROUNDINGS: &'static [Keyword] = &[
        Keyword::HalfUp,
        Keyword::HalfEven,
        Keyword::HalfDown,
        Keyword::Up,
        Keyword::Down,
        Keyword::Floor,
        Keyword::Ceiling,
    ];

    /// The words that may stand behind a named argument in the place of a value, whose name they may have.
    pub fn arguments(self) -> &'static [Keyword] {
        match self {
            Keyword::Within => &[Keyword::All],
            Keyword::Over => &[Keyword::Quarter, Keyword::Year],
            Keyword::Ties => &[Keyword::Shared, Keyword::Dense],
            Keyword::Order => &[Keyword::Ascending],
            _ => &[],
        }
    }

    /// In a tongue.
    pub fn word(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Zh => self.zh(),
            Tongue::En => self.en(),
        }
    }

    /// Whether `text` is this keyword in either tongue.
    pub fn is(self, text: &str) -> bool {
        text == self.en() || text == self.zh()
    }

    /// The first of `candidates` that `text` is.
    pub fn among(text: &str, candidates: &[Keyword]) -> Option<Keyword> {
        candidates.iter().copied().find(|keyword| keyword.is(text))
    }
}
