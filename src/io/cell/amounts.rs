//! Units that count amounts: `万元`, `百亿`, `thousand yuan`, `CNY '000`.

use crate::quantity::{Decimal, UNIT_WORDS, Unit, exact};

/// Words for currencies; `元` is the dollar of some places, too.
const CURRENCIES: [(&str, &str); 34] = [
    ("元", "CNY"),
    ("块", "CNY"),
    ("圆", "CNY"),
    ("人民币", "CNY"),
    ("人民币元", "CNY"),
    ("¥", "CNY"),
    ("CNY", "CNY"),
    ("RMB", "CNY"),
    ("yuan", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("$", "USD"),
    ("USD", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("HKD", "HKD"),
    ("欧元", "EUR"),
    ("€", "EUR"),
    ("EUR", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("日元", "JPY"),
    ("円", "JPY"),
    ("JPY", "JPY"),
    ("英镑", "GBP"),
    ("£", "GBP"),
    ("GBP", "GBP"),
    ("台币", "TWD"),
    ("新台币", "TWD"),
    ("TWD", "TWD"),
    ("VND", "VND"),
    ("KRW", "KRW"),
];
/// Words for many.
const MANY: [(&str, u64); 20] = [
    ("thousands", 1_000),
    ("thousand", 1_000),
    ("millions", 1_000_000),
    ("million", 1_000_000),
    ("billions", 1_000_000_000),
    ("billion", 1_000_000_000),
    ("十", 10),
    ("拾", 10),
    ("百", 100),
    ("佰", 100),
    ("千", 1_000),
    ("仟", 1_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("亿", 100_000_000),
    ("億", 100_000_000),
    ("'000s", 1_000),
    ("'000", 1_000),
    ("k", 1_000),
    ("w", 10_000),
];
/// What is said of an amount beside its unit.
const REMARKS: [&str; 7] = ["不含税", "未含税", "含税", "未税", "税前", "税后", "约"];

/// So many, of a currency or of things.
pub(super) struct Amounts {
    /// How many.
    pub factor: Decimal,
    /// The currency, where one is named.
    pub currency: Option<&'static str>,
    /// Whether things are counted: `人`, `万次`.
    pub things: bool,
}

/// The unit of amounts that some words in small letters are, all of which must be known.
pub(super) fn amounts(words: &str) -> Option<Amounts> {
    let mut found = Amounts { factor: Decimal::ONE, currency: None, things: false };
    let mut any = false;
    for word in words.split_whitespace().filter(|word| *word != "of") {
        found.add(word)?;
        any = true;
    }
    any.then_some(found)
}

impl Amounts {
    /// Takes in a word: a number, words for many, a currency or things, in this order or with the currency first.
    fn add(&mut self, word: &str) -> Option<()> {
        let mut rest = REMARKS.iter().find_map(|remark| word.strip_prefix(remark)).unwrap_or(word);
        if rest.is_empty() {
            return None;
        }
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, behind) = rest.split_at_checked(digits)?;
        if !number.is_empty() {
            // A bare number is a year, a place, anything.
            MANY.iter().find(|(many, _)| behind.starts_with(many))?;
            self.times(number.parse().ok()?)?;
            rest = behind;
        }
        loop {
            if self.ends(rest)? {
                return Some(());
            }
            if let Some((many, factor)) = MANY.iter().find(|(many, _)| rest.starts_with(many)) {
                self.times((*factor).into())?;
                rest = rest.get(many.len()..)?;
                continue;
            }
            // `人民币万元`: what is left is many, and perhaps the currency again.
            let (name, code) = CURRENCIES
                .iter()
                .filter(|(name, _)| rest.starts_with(&name.to_lowercase()))
                .max_by_key(|(name, _)| name.len())?;
            self.pays(code)?;
            rest = rest.get(name.len()..)?;
        }
    }

    /// Whether a word ends here, or with a currency or with things.
    fn ends(&mut self, rest: &str) -> Option<bool> {
        if rest.is_empty() {
            return Some(true);
        }
        if let Some((_, code)) = CURRENCIES.iter().find(|(name, _)| name.eq_ignore_ascii_case(rest)) {
            return self.pays(code).map(|()| true);
        }
        let counter = UNIT_WORDS.iter().any(|known| known.word == rest && known.unit == Unit::Counter);
        self.things |= counter;
        Some(counter)
    }

    fn times(&mut self, factor: Decimal) -> Option<()> {
        self.factor = exact::mul(self.factor, factor)?;
        Some(())
    }

    fn pays(&mut self, code: &'static str) -> Option<()> {
        // `美元` after `人民币` is a riddle; `人民币万元` is none.
        let same = self.currency.is_none_or(|known| known == code);
        self.currency = Some(code);
        same.then_some(())
    }
}
