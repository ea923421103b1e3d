//! Each token with its role.

use std::collections::HashSet;

use merit::quantity::{Read, UNIT_WORDS};
use merit::syntax::Keyword;
use merit::syntax::tokens::Role;

use super::{read, solid};

/// The words, numbers and strings of a text, each with its role.
fn roles(text: &str) -> String {
    let words = solid(text).into_iter().filter(|(_, role)| !matches!(role, Role::Plain | Role::End));
    words.map(|(word, role)| format!("{word} {role:?}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_token_has_its_role() {
    let cases = [
        (
            "policy \"三月\" {\n  currency CNY\n}\n",
            "policy Keyword(Policy), \"三月\" Title, currency Keyword(Currency), CNY Unit",
        ),
        (
            "record {\n  差评 \"差评数\" : count, optional, from \"差评\", \"投诉\"\n}\n",
            "record Keyword(Record), 差评 Declared, \"差评数\" Title, count Keyword(Count), optional Keyword(Optional), \
             from Keyword(From), \"差评\" Column, \"投诉\" Column",
        ),
        (
            "record { \"a b\" \"t\" : \"x y\" \"X\" | z }\n",
            "record Keyword(Record), \"a b\" Declared, \"t\" Title, \"x y\" Label, \"X\" Title, z Label",
        ),
        (
            "record { 时长 : duration(分钟); 率 : percent(%); 日 : month(datetime); 比 : money/points; 级 : 等级 }\n",
            "record Keyword(Record), 时长 Declared, duration Keyword(Duration), 分钟 Unit, 率 Declared, percent \
             Keyword(Percent), % Unit, 日 Declared, month Keyword(Month), datetime Keyword(DateTime), 比 Declared, money \
             Keyword(Money), points Keyword(Points), 级 Declared, 等级 Used",
        ),
        (
            "type 班次 = 早 | \"夜 班\" \"夜\"\n",
            "type Keyword(Type), 班次 Declared, 早 Label, \"夜 班\" Label, \"夜\" Title",
        ),
        (
            "metric 总 \"总分\" : points, decimals 2 = a.b + round(x / 2, 0.1分, 四舍五入)\n",
            "metric Keyword(Metric), 总 Declared, \"总分\" Title, points Keyword(Points), decimals Keyword(Decimals), 2 \
             Number, a Used, b Member, + Plain, round Function(Some(Round)), x Used, / Plain, 2 Number, 0.1 Number, 分 Unit, \
             四舍五入 Keyword(HalfUp)",
        ),
        ("let a = nope(b, c: d)\n", "let Keyword(Let), a Declared, nope Function(None), b Used, c Argument, d Used"),
        (
            "let a = rank(x, within: 全体, 并列: shared)\n",
            "let Keyword(Let), a Declared, rank Function(Some(Rank)), x Used, within Keyword(Within), 全体 Keyword(All), 并列 \
             Keyword(Ties), shared Keyword(Shared)",
        ),
        // A named argument has its own words; elsewhere they are names.
        (
            "let shared = rank(shared, ties: (dense), within: shared)\n",
            "let Keyword(Let), shared Declared, rank Function(Some(Rank)), shared Used, ties Keyword(Ties), dense \
             Keyword(Dense), within Keyword(Within), shared Used",
        ),
        (
            "let a = steps(x, 1%, full) + steps(full, full, full)\n",
            "let Keyword(Let), a Declared, steps Function(Some(Steps)), x Used, 1 Number, % Unit, full Keyword(Full), + Plain, \
             steps Function(Some(Steps)), full Used, full Used, full Keyword(Full)",
        ),
        ("let a = yes\n", "let Keyword(Let), a Declared, yes Keyword(Yes)"),
        (
            "let yes = 1\nlet a = yes\n",
            "let Keyword(Let), yes Declared, 1 Number, let Keyword(Let), a Declared, yes Used",
        ),
        (
            "let a = s.points + s.加权分\n",
            "let Keyword(Let), a Declared, s Used, points Keyword(PointsMember), + Plain, s Used, 加权分 Keyword(WeightedMember)",
        ),
        (
            "details d { k : text, key; points : number }\nlet a = sum(d.points)\n",
            "details Keyword(Details), d Declared, k Declared, text Keyword(Text), key Keyword(Key), points Declared, number \
             Keyword(Number), let Keyword(Let), a Declared, sum Function(Some(Sum)), d Used, points Member",
        ),
        (
            "评分 响应 权重40% {\n  ≤30秒 ⇒ 1\n  any => 2\n}\n".replace('⇒', "=>").leak(),
            "评分 Keyword(Score), 响应 Used, 权重 Keyword(Weight), 40 Number, % Unit, ≤ Plain, 30 Number, 秒 Unit, 1 Number, any \
             Keyword(Any), 2 Number",
        ),
        (
            "score s \"S\" by a out of 10 {\n  10以上 => 1 to 2 \n 不满1.5万元 => missing\n}\n",
            "score Keyword(Score), s Declared, \"S\" Title, by Keyword(By), a Used, out of Keyword(OutOf), 10 Number, 10 Number, \
             以上 Bound, 1 Number, to Keyword(To), 2 Number, 不满 Bound, 1.5万 Number, 元 Unit, missing Keyword(Missing)",
        ),
        (
            "score s weight 10% = a\n",
            "score Keyword(Score), s Declared, weight Keyword(Weight), 10 Number, % Unit, a Used",
        ),
        (
            "type 假 = 不足3天 | 更久\nscore s by l {\n  不足3天 => 1\n  不足4天 => 2\n}\n",
            "type Keyword(Type), 假 Declared, 不足3天 Label, 更久 Label, score Keyword(Score), s Declared, by Keyword(By), l Used, \
             不足3天 Used, 1 Number, 不足 Bound, 4 Number, 天 Unit, 2 Number",
        ),
        (
            "grade 等 by scores -> 系数 : percent {\n  A : >= 90 => 1\n  \"B +\" : otherwise => 0\n}\n",
            "grade Keyword(Grade), 等 Declared, by Keyword(By), scores Keyword(Scores), 系数 Declared, percent Keyword(Percent), A \
             Label, >= Plain, 90 Number, 1 Number, \"B +\" Label, otherwise Keyword(Otherwise), 0 Number",
        ),
        (
            "scale 佣 on x, marginal {\n  [0, 2024-03] => 1%\n}\n",
            "scale Keyword(Scale), 佣 Declared, on Keyword(On), x Used, marginal Keyword(Marginal), 0 Number, 2024-03 Calendar, 1 \
             Number, % Unit",
        ),
        (
            "pay 奖 at most ¥500 {\n  \"全 勤\" at least 0 CNY = if a otherwise b then 1 CNY else 2 CNY\n}\n",
            "pay Keyword(Pay), 奖 Declared, at most Keyword(AtMost), ¥ Unit, 500 Number, \"全 勤\" Declared, at least \
             Keyword(AtLeast), 0 Number, CNY Unit, if Keyword(If), a Used, otherwise Keyword(OtherwiseValue), b Used, then \
             Keyword(Then), 1 Number, CNY Unit, else Keyword(Else), 2 Number, CNY Unit",
        ),
        (
            "test \"t\" {\n  given c with { x = 1; other { y = missing }; previous 2 { z = \"w\" } }\n  expect { s.points = 1 }\n}\n",
            "test Keyword(Test), \"t\" Title, given Keyword(Given), c Used, with Keyword(With), x Used, 1 Number, other \
             Keyword(Other), y Used, missing Keyword(Missing), previous Keyword(Previous), 2 Number, z Used, \"w\" Text, expect \
             Keyword(Expect), s Used, points Keyword(PointsMember), 1 Number",
        ),
        (
            "lookup other { other : text, key }\ncase c { other { other = \"a\" } }\n",
            "lookup Keyword(Lookup), other Declared, other Declared, text Keyword(Text), key Keyword(Key), case Keyword(Case), c \
             Declared, other Used, other Used, \"a\" Text",
        ),
        ("use \"a.merit\"\n", "use Keyword(Use), \"a.merit\" Path"),
        (
            "details d from policy \"p.merit\"\n",
            "details Keyword(Details), d Declared, from Keyword(From), policy Keyword(Policy), \"p.merit\" Path",
        ),
        (
            "flag f \"F\" when a in {x, \"y\"}\n",
            "flag Keyword(Flag), f Declared, \"F\" Title, when Keyword(When), a Used, in Keyword(In), { Set, x Used, \
             \"y\" Text, } Set",
        ),
        (
            "let a = -x when not y\n",
            "let Keyword(Let), a Declared, - Prefix, x Used, when Keyword(When), not Keyword(Not), y Used",
        ),
    ];
    for (text, expected) in cases {
        let expected = expected.replace(", >= Plain", "").replace(", + Plain", "").replace(", - Plain", "");
        let expected = expected.replace(", / Plain", "").replace(", ≤ Plain", "");
        assert_eq!(roles(text), expected, "{text}");
    }
}

/// Each keyword where it stands as one, as `@`.
const PLACES: &[(Keyword, &str)] = &[
    (Keyword::Policy, "@ \"p\" { currency CNY }"),
    (Keyword::Record, "@ { x : number }"),
    (Keyword::Lookup, "@ l { x : text, key }"),
    (Keyword::Details, "@ l { x : text, key }"),
    (Keyword::Param, "@ x : number = 1"),
    (Keyword::Metric, "@ x : number = 1"),
    (Keyword::Let, "@ x = 1"),
    (Keyword::Score, "@ x weight 100%"),
    (Keyword::Weight, "score x @ 100%"),
    (Keyword::OutOf, "score x @ 100"),
    (Keyword::Section, "@ x weight 100% { score y weight 100% }"),
    (Keyword::Scores, "let x = @"),
    (Keyword::Grade, "@ g by x { A : any }"),
    (Keyword::Table, "@ t by x -> money { any => 1 CNY }"),
    (Keyword::Scale, "@ s on x, whole { any => 1% }"),
    (Keyword::Gate, "@ g { x > 1 }"),
    (Keyword::Pay, "@ p { a = 1 CNY }"),
    (Keyword::Type, "@ t = A | B"),
    (Keyword::Required, "record { x : number, @ }"),
    (Keyword::Exempt, "score s by x weight 100% { any => @ }"),
    (Keyword::Flag, "@ f when x"),
    (Keyword::Ensure, "@ x > 1"),
    (Keyword::Test, "@ \"t\" { expect { x = 1 } }"),
    (Keyword::Case, "@ c { x = 1 }"),
    (Keyword::Given, "test \"t\" { @ { x = 1 } }"),
    (Keyword::With, "test \"t\" { given c @ { x = 1 } }"),
    (Keyword::Expect, "test \"t\" { @ { x = 1 } }"),
    (Keyword::Use, "@ \"f\""),
    (Keyword::By, "table t @ x -> money { any => 1 CNY }"),
    (Keyword::On, "scale s @ x, whole { any => 1% }"),
    (Keyword::When, "let x = 1 @ y"),
    (Keyword::If, "let x = @ a then b else c"),
    (Keyword::Then, "let x = if a @ b else c"),
    (Keyword::Else, "let x = if a then b @ c"),
    (Keyword::Otherwise, "table t by x -> money { @ => 1 CNY }"),
    (Keyword::OtherwiseValue, "let x = a @ b"),
    (Keyword::Missing, "let x = a is @"),
    (Keyword::Any, "table t by x -> money { @ => 1 CNY }"),
    (Keyword::And, "let x = a @ b"),
    (Keyword::Or, "let x = a @ b"),
    (Keyword::Not, "let x = @ b"),
    (Keyword::In, "let x = a @ {b}"),
    (Keyword::Is, "let x = a @ missing"),
    (Keyword::Yes, "let x = @"),
    (Keyword::No, "let x = @"),
    (Keyword::Key, "record { x : text, @ }"),
    (Keyword::Period, "record { x : month, @ }"),
    (Keyword::Optional, "record { x : text, @ }"),
    (Keyword::Default, "record { x : number, @ 1 }"),
    (Keyword::Decimals, "record { x : number, @ 1 }"),
    (Keyword::Rounded, "record { x : number, @ }"),
    (Keyword::From, "record { x : number, @ \"a\" }"),
    (Keyword::AtLeast, "pay p @ 1 CNY { a = 1 CNY }"),
    (Keyword::AtMost, "pay p { a @ 1 CNY = 1 CNY }"),
    (Keyword::Effective, "policy \"p\" { @ from 2024-01-01 }"),
    (Keyword::Until, "policy \"p\" { effective @ 2024-01-01 }"),
    (Keyword::Currency, "policy \"p\" { @ CNY }"),
    (Keyword::FullMarks, "policy \"p\" { @ 100 }"),
    (Keyword::Text, "record { x : @ }"),
    (Keyword::Bool, "record { x : @ }"),
    (Keyword::Count, "record { x : @ }"),
    (Keyword::Number, "record { x : @ }"),
    (Keyword::Percent, "record { x : @ }"),
    (Keyword::Points, "record { x : @ }"),
    (Keyword::Money, "record { x : @ }"),
    (Keyword::Duration, "record { x : @ }"),
    (Keyword::Date, "record { x : @ }"),
    (Keyword::Month, "policy \"p\" { period @ }"),
    (Keyword::Quarter, "let x = sum(y, over: @)"),
    (Keyword::Year, "record { x : @ }"),
    (Keyword::Week, "record { x : @ }"),
    (Keyword::Time, "record { x : @ }"),
    (Keyword::DaysIn, "let x = @(y)"),
    (Keyword::Round, "let x = @(y, 1)"),
    (Keyword::Floor, "let x = @(y, 1)"),
    (Keyword::Ceiling, "let x = round(y, 1, @)"),
    (Keyword::Min, "let x = @(y, 1)"),
    (Keyword::Max, "let x = @(y, 1)"),
    (Keyword::Abs, "let x = @(y)"),
    (Keyword::Clamp, "let x = @(y, 1, 2)"),
    (Keyword::Rank, "let x = @(y, within: all)"),
    (Keyword::Sum, "let x = @(y, within: all)"),
    (Keyword::Average, "let x = @(y, within: all)"),
    (Keyword::Previous, "let x = @(y)"),
    (Keyword::Streak, "let x = @(y)"),
    (Keyword::Within, "let x = sum(y, @: all)"),
    (Keyword::Over, "let x = sum(y, @: year)"),
    (Keyword::Order, "let x = rank(y, within: all, @: ascending)"),
    (Keyword::Ascending, "let x = rank(y, within: all, order: @)"),
    (Keyword::Ties, "let x = rank(y, within: all, @: shared)"),
    (Keyword::Shared, "let x = rank(y, within: all, ties: @)"),
    (Keyword::Dense, "let x = rank(y, within: all, ties: @)"),
    (Keyword::Where, "let x = sum(y @ z)"),
    (Keyword::All, "let x = sum(y, within: @)"),
    (Keyword::Every, "let x = @(y, within: all)"),
    (Keyword::Some, "let x = @(y, within: all)"),
    (Keyword::Steps, "let x = @(y, 1%, full)"),
    (Keyword::Full, "let x = steps(y, 1%, @)"),
    (Keyword::Started, "let x = steps(y, 1%, @)"),
    (Keyword::Increasing, "ensure @(x, y)"),
    (Keyword::Allocate, "let x = @(y, by: z, within: all)"),
    (Keyword::Promote, "let x = @(y, 1)"),
    (Keyword::Demote, "let x = @(y, 1)"),
    (Keyword::Marginal, "scale s on x, @ { any => 1% }"),
    (Keyword::Whole, "scale s on x, @ { any => 1% }"),
    (Keyword::Applies, "policy \"p\" { @ when x }"),
    (Keyword::To, "score s by x weight 100% { [0, 1] => 1 @ 2 }"),
    (Keyword::UpTo, "let x = sum(y, over: @ 3 periods)"),
    (Keyword::Periods, "let x = sum(y, over: 3 @)"),
    (Keyword::Fraction, "record { x : percent(@) }"),
    (Keyword::DateTime, "record { x : date(@) }"),
    (Keyword::Other, "case c { @ { x = 1 } }"),
    (Keyword::PointsMember, "let x = s.@"),
    (Keyword::WeightedMember, "let x = s.@"),
    (Keyword::HalfUp, "let x = round(y, 1, @)"),
    (Keyword::HalfEven, "let x = round(y, 1, @)"),
    (Keyword::HalfDown, "let x = round(y, 1, @)"),
    (Keyword::Up, "let x = round(y, 1, @)"),
    (Keyword::Down, "let x = round(y, 1, @)"),
];

#[test]
fn every_keyword_is_one_where_it_stands_as_one() {
    for (keyword, place) in PLACES {
        for word in [keyword.en(), keyword.zh()] {
            let text = format!("{}\n", place.replace('@', word));
            let (_, found) = read(&text);
            let at = found.at(place.find('@').unwrap()).unwrap();
            let role = found.list[at].role;
            assert_eq!(role.keyword(), Some(*keyword), "{text}");
            assert!(matches!(role, Role::Function(_)) == place.contains("@("), "{text}");
        }
    }
    let placed: HashSet<Keyword> = PLACES.iter().map(|(keyword, _)| *keyword).collect();
    let lacking: Vec<_> = Keyword::ALL.iter().filter(|keyword| !placed.contains(keyword)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn every_unit_is_one_behind_its_number() {
    let known = UNIT_WORDS.iter().filter(|known| known.read == Read::Behind).map(|known| known.word);
    for unit in known.chain(["CNY", "USD", "％", "ＣＮＹ", "ｓ"]) {
        for blank in ["", " "] {
            let text = format!("let x = 1{blank}{unit} + ¥2\n");
            let words = solid(&text);
            assert!(words.contains(&(unit.to_owned(), Role::Unit)), "{text}: {words:?}");
            assert!(words.contains(&("¥".to_owned(), Role::Unit)), "{text}");
        }
    }
}

/// The functions that the checks know are those that tokens know.
#[test]
fn every_function_is_one() {
    let compiled = merit::compile::compile(
        merit::source::SourceFile::new("p", "policy \"p\" { currency CNY }\nlet x = qqqqqqqqqq(1)\n"),
        &[],
    );
    let told = compiled.diagnostics.iter().find_map(|told| told.args.iter().find(|(name, _)| *name == "functions"));
    let Some((_, merit::diagnostic::Arg::List(functions))) = told else { panic!("{:?}", compiled.diagnostics) };
    let known: HashSet<String> = Keyword::FUNCTIONS.iter().map(|word| word.en().to_owned()).collect();
    let checked: HashSet<String> = functions
        .iter()
        .map(|function| match function {
            merit::diagnostic::Arg::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(known, checked);
}
