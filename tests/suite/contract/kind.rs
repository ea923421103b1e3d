use merit::quantity::Decimal;

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Number,
    Count,
    Percent,
    Points,
    Money,
    Duration,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Number, Kind::Count, Kind::Percent, Kind::Points, Kind::Money, Kind::Duration];

    /// What an expression is asked to be; a count is a number there.
    pub const OF_EXPRESSIONS: [Kind; 5] = [Kind::Number, Kind::Percent, Kind::Points, Kind::Money, Kind::Duration];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Count => "count",
            Kind::Percent => "percent",
            Kind::Points => "points",
            Kind::Money => "money",
            Kind::Duration => "duration(s)",
        }
    }

    /// How many decimals a tick has, as the figure is written.
    pub fn places(self) -> u32 {
        match self {
            Kind::Count => 0,
            Kind::Points | Kind::Duration => 1,
            Kind::Number | Kind::Percent | Kind::Money => 2,
        }
    }

    pub fn unit(self) -> &'static str {
        match self {
            Kind::Number | Kind::Count => "",
            Kind::Percent => "%",
            Kind::Points => "分",
            Kind::Money => "元",
            Kind::Duration => "s",
        }
    }

    /// So many ticks, as a policy writes them.
    pub fn spell(self, ticks: i64) -> String {
        let figure = Decimal::new(ticks, self.places()).normalize();
        format!("{figure}{}", self.unit())
    }

    /// So many ticks, in base units.
    pub fn value(self, ticks: i64) -> Decimal {
        let shift = if self == Kind::Percent { 2 } else { 0 };
        Decimal::new(ticks, self.places() + shift)
    }

    /// As an expression sees it.
    pub fn of_expression(self) -> Kind {
        if self == Kind::Count { Kind::Number } else { self }
    }
}
