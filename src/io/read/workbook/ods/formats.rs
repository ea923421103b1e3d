//! The number formats of an ods, each as the code that other workbooks write for it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::attribute;
use crate::io::number_format::NumberFormat;
use crate::io::read::workbook::xml::{Broken, Xml, attributes, skip, text_of};

/// What the styles of a workbook say.
#[derive(Default)]
pub(super) struct Styles {
    /// Each style of data.
    codes: HashMap<String, Code>,
    /// The style of data of each style of cells.
    data: HashMap<String, String>,
    /// The style that each style of cells is made from.
    parents: HashMap<String, String>,
    /// The styles of tables that are not shown.
    pub hidden: HashSet<String>,
}

/// The code of a style of data, and the styles that it gives way to under conditions.
struct Code {
    own: String,
    others: Vec<(String, String)>,
}

/// The number formats of cells, by the names of their styles.
pub(super) struct Formats {
    styles: HashMap<String, Arc<NumberFormat>>,
    percent: Arc<NumberFormat>,
    currencies: HashMap<String, Arc<NumberFormat>>,
}

impl Styles {
    /// Takes up a style whose start was read, if it is one that says how cells or tables are shown.
    pub fn take(&mut self, reader: &mut Xml, element: &BytesStart) -> Result<bool, Broken> {
        let name = || attribute(element, "name").map(|name| name.map_or_else(String::new, |name| name.into_owned()));
        match element.local_name().as_ref() {
            "number-style" | "percentage-style" | "currency-style" | "date-style" | "time-style" | "text-style" => {
                let code = code(reader, element)?;
                self.codes.insert(name()?, code);
            }
            "style" => self.style(reader, element, name()?)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn style(&mut self, reader: &mut Xml, element: &BytesStart, name: String) -> Result<(), Broken> {
        for (key, styles) in [("data-style-name", &mut self.data), ("parent-style-name", &mut self.parents)] {
            if let Some(other) = attribute(element, key)? {
                styles.insert(name.clone(), other.into_owned());
            }
        }
        loop {
            match reader.read_event()? {
                Event::Start(element) => {
                    let display = attribute(&element, "display")?;
                    if element.local_name().as_ref() == "table-properties" && display.as_deref() == Some("false") {
                        self.hidden.insert(name.clone());
                    }
                    skip(reader)?;
                }
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(Broken),
                _ => {}
            }
        }
    }

    /// The number format of each style of cells.
    pub fn formats(&self) -> Formats {
        let known = self.data.keys().chain(self.parents.keys()).filter_map(|name| Some((name, self.code(name)?)));
        let styles = known.map(|(name, code)| (name.clone(), Arc::new(NumberFormat::parse(&code)))).collect();
        Formats { styles, percent: Arc::new(NumberFormat::parse("0.00%")), currencies: HashMap::new() }
    }

    fn code(&self, style: &str) -> Option<String> {
        let mut style = style;
        for _ in 0..MOST_PARENTS {
            if let Some(data) = self.data.get(style) {
                return self.whole(self.codes.get(data)?);
            }
            style = self.parents.get(style)?;
        }
        None
    }

    /// The sections of a code in their order: for positive and negative numbers, for 0, or each with its condition.
    fn whole(&self, code: &Code) -> Option<String> {
        let other = |(condition, style): &(String, String)| {
            let condition = condition.strip_prefix("value()")?.replace("!=", "<>");
            Some((condition, self.codes.get(style)?.own.clone()))
        };
        let others = code.others.iter().map(other).collect::<Option<Vec<_>>>()?;
        let conditions: Vec<&str> = others.iter().map(|(condition, _)| condition.as_str()).collect();
        let usual = matches!(conditions.as_slice(), [] | [">=0"] | [">0", "<0"]);
        let section =
            |(condition, code): &(String, String)| if usual { code.clone() } else { format!("[{condition}]{code}") };
        Some(others.iter().map(section).chain([code.own.clone()]).collect::<Vec<_>>().join(";"))
    }
}

/// Styles are not made from one another more often than this.
const MOST_PARENTS: usize = 16;

impl Formats {
    /// Makes the format of a currency, which a cell may name without a style.
    pub fn note(&mut self, currency: &str) {
        if !self.currencies.contains_key(currency) {
            let format = NumberFormat::parse(&format!("[${currency}]0"));
            self.currencies.insert(currency.to_owned(), Arc::new(format));
        }
    }

    /// The format of a cell: that of its style, else what its type says.
    pub fn of(&self, style: Option<&str>, kind: &str, currency: Option<&str>) -> Option<&Arc<NumberFormat>> {
        let styled = style.and_then(|style| self.styles.get(style)).filter(|format| !format.is_general());
        styled.or_else(|| match kind {
            "percentage" => Some(&self.percent),
            "currency" => self.currencies.get(currency?),
            _ => None,
        })
    }
}

/// The code of a style of data whose start was read.
fn code(reader: &mut Xml, element: &BytesStart) -> Result<Code, Broken> {
    let elapsed = attribute(element, "truncate-on-overflow")?.as_deref() == Some("false");
    let (mut code, mut others) = (String::new(), vec![]);
    loop {
        match reader.read_event()? {
            Event::Start(element) => {
                let part = Part::read(&element)?;
                match element.local_name().as_ref() {
                    "text" | "currency-symbol" => {
                        let text = text_of(reader, element.local_name().as_ref())?;
                        code.push_str(&literal(&text, element.local_name().as_ref()));
                        continue;
                    }
                    "number" | "scientific-number" | "fraction" => code.push_str(&part.digits()),
                    "year" => code.push_str(if part.long { "yyyy" } else { "yy" }),
                    "month" if part.named => code.push_str(if part.long { "mmmm" } else { "mmm" }),
                    "month" => code.push_str(if part.long { "mm" } else { "m" }),
                    "day" => code.push_str(if part.long { "dd" } else { "d" }),
                    "hours" if elapsed => code.push_str("[h]"),
                    "hours" => code.push_str(if part.long { "hh" } else { "h" }),
                    // Without hours before them they would be months.
                    "minutes" if elapsed && !code.contains("[h]") => code.push_str("[m]"),
                    "minutes" => code.push_str("mm"),
                    "seconds" => code.push_str(&part.seconds()),
                    "am-pm" => code.push_str("AM/PM"),
                    "text-content" => code.push('@'),
                    "map" => {
                        let condition = attribute(&element, "condition")?.map(|text| text.into_owned());
                        let style = attribute(&element, "apply-style-name")?.map(|text| text.into_owned());
                        others.extend(condition.zip(style));
                    }
                    _ => {}
                }
                skip(reader)?;
            }
            Event::End(_) => return Ok(Code { own: code, others }),
            Event::Eof => return Err(Broken),
            _ => {}
        }
    }
}

/// Words of a format; the sign of a percentage is no word.
fn literal(text: &str, element: &str) -> String {
    let quoted = |text: &str| match text {
        "" => String::new(),
        text if element == "currency-symbol" => format!("[${}]", text.replace(']', "")),
        text => format!("\"{}\"", text.replace('"', "")),
    };
    text.split('%').map(quoted).collect::<Vec<_>>().join("%")
}

/// What a piece of a style of data says of itself.
#[derive(Default)]
struct Part {
    long: bool,
    named: bool,
    grouped: bool,
    places: usize,
    whole: usize,
    /// By what a number is divided where it is shown: 1, 1000 …
    divided: usize,
}

impl Part {
    fn read(element: &BytesStart) -> Result<Self, Broken> {
        let mut part = Part::default();
        attributes(element, |key, attribute| {
            let count = || attribute.value.trim().parse::<usize>().unwrap_or_default().min(MOST_DIGITS);
            match key {
                "style" => part.long = attribute.value.as_ref() == "long",
                "textual" => part.named = attribute.value.as_ref() == "true",
                "grouping" => part.grouped = attribute.value.as_ref() == "true",
                "decimal-places" => part.places = count(),
                "min-integer-digits" => part.whole = count(),
                "display-factor" => part.divided = attribute.value.trim().len().saturating_sub(1) / 3,
                _ => {}
            }
        })?;
        Ok(part)
    }

    fn digits(&self) -> String {
        let whole = "0".repeat(self.whole);
        let whole = match self.grouped {
            true => format!("#,##{}", if whole.is_empty() { "#" } else { &whole }),
            false if whole.is_empty() => "#".to_owned(),
            false => whole,
        };
        let point = if self.places > 0 { "." } else { "" };
        format!("{whole}{point}{}{}", "0".repeat(self.places), ",".repeat(self.divided))
    }

    fn seconds(&self) -> String {
        let point = if self.places > 0 { "." } else { "" };
        format!("{}{point}{}", if self.long { "ss" } else { "s" }, "0".repeat(self.places))
    }
}

/// More digits than any format has.
const MOST_DIGITS: usize = 30;
