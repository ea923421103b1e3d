//! Declarations to be filled in, laid out as a policy is.

use std::ops::Range;

use crate::quantity::Tongue;
use crate::syntax::Keyword;

/// A declaration to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Its text, which reads as it is.
    pub text: String,
    /// The places that are to be filled in, in bytes, in their order.
    pub holes: Vec<Range<usize>>,
}

/// The declaration that a word begins, in a tongue; of a word that begins none, nothing.
pub fn snippet(keyword: Keyword, tongue: Tongue) -> Option<Snippet> {
    let template = match keyword {
        Keyword::Policy => "policy \"‹name›\" {\n    currency CNY\n}",
        Keyword::Record => "record {\n    ‹name› : text, key\n}",
        Keyword::Lookup => "lookup ‹name› {\n    ‹key› : text, key\n}",
        Keyword::Details => "details ‹name› {\n    ‹key› : text, key\n}",
        Keyword::Type => "type ‹name› = ‹A› | ‹B›",
        Keyword::Param => "param ‹name› : money = ‹100›",
        Keyword::Metric => "metric ‹name› : percent, decimals 2 = ‹x› / ‹y›",
        Keyword::Let => "let ‹name› = ‹x›",
        Keyword::Score => "score ‹name› weight ‹10%› {\n    >= 90% => 100\n    < 90%  => 60\n}",
        Keyword::Section => "section ‹name› {\n    score ‹x› weight ‹10%› { >= 90% => 100; < 90% => 60 }\n}",
        Keyword::Grade => "grade ‹name› by ‹x› {\n    A : >= 90\n    B : [60, 90)\n    C : < 60\n}",
        Keyword::Table => "table ‹name› by ‹x› -> money {\n    ‹any› => ‹100›\n}",
        Keyword::Scale => "scale ‹name› on ‹x›, marginal {\n    < ‹10000›  => 1%\n    >= ‹10000› => 2%\n}",
        Keyword::Gate => "gate ‹name› {\n    ‹x› >= ‹1›\n}",
        Keyword::Pay => "pay ‹name› {\n    ‹line› = ‹x›\n}",
        Keyword::Flag => "flag ‹name› when ‹x› >= ‹1›",
        Keyword::Ensure => "ensure ‹x› >= ‹1›",
        Keyword::Test => "test \"‹name›\" {\n    given { ‹x› = ‹1› }\n    expect { ‹y› = ‹1› }\n}",
        Keyword::Case => "case ‹name› { ‹x› = ‹1› }",
        Keyword::Use => "use \"‹name›.merit\"",
        _ => return None,
    };
    Some(filled(template, tongue))
}

/// A template with its words in a tongue, and the places that are to be filled in.
fn filled(template: &str, tongue: Tongue) -> Snippet {
    let (mut text, mut holes) = (String::new(), vec![]);
    for (at, piece) in template.split(['‹', '›']).enumerate() {
        let start = text.len();
        if at % 2 == 1 {
            text.push_str(called(piece, tongue));
            holes.push(start..text.len());
            continue;
        }
        for word in piece.split_inclusive(|c: char| !c.is_alphabetic()) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let keyword = Keyword::ALL.iter().find(|keyword| keyword.en() == bare);
            text.push_str(keyword.map_or(bare, |keyword| keyword.word(tongue)));
            text.push_str(word.get(bare.len()..).unwrap_or(""));
        }
    }
    Snippet { text, holes }
}

/// What stands in a place until it is filled in.
fn called(hole: &str, tongue: Tongue) -> &str {
    match (hole, tongue) {
        ("name", Tongue::Zh) => "名称",
        ("key", Tongue::Zh) => "工号",
        ("line", Tongue::Zh) => "项目",
        ("x", Tongue::Zh) => "甲",
        ("y", Tongue::Zh) => "乙",
        ("any", tongue) => Keyword::Any.word(tongue),
        _ => hole,
    }
}
