//! Every name with its declaration and its uses.

mod rename;

use std::sync::LazyLock;

use merit::check::{Symbol, SymbolKind};
use merit::compile::{Compiled, InMemory, compile, compile_with};
use merit::source::{FileId, SourceFile, Span};
use merit::syntax::tokens::{Kind, Role, tokens};

use crate::contract::generated;
use crate::{cases, corpus, docs};

/// A policy and the files that it may use.
struct Named {
    name: String,
    text: String,
    files: Vec<(String, String)>,
}

impl Named {
    fn compiled(&self) -> Compiled {
        self.with(&self.text, &self.files)
    }

    /// The same with other texts.
    fn with(&self, text: &str, files: &[(String, String)]) -> Compiled {
        let files: InMemory = files.iter().map(|(name, text)| SourceFile::new(name, text)).collect();
        compile_with(SourceFile::new(self.name.clone(), text), &files, &[])
    }
}

/// Every policy of the repository that is accepted, and some generated ones.
static ACCEPTED: LazyLock<Vec<(Named, Compiled)>> = LazyLock::new(|| {
    let alone = corpus::files().into_iter().chain(docs::policies());
    let generated = (0..30).map(|seed| (format!("seed {seed}"), generated(seed)));
    let alone = alone.chain(generated).map(|(name, text)| Named { name, text, files: vec![] });
    let of_cases = cases::files().into_iter().flat_map(|path| cases::read(&path));
    // A case that provokes more than warnings is refused.
    let of_cases = of_cases.filter(|case| case.verdict.iter().all(|code| code.starts_with('W')));
    let of_cases = of_cases.map(|case| Named { name: case.name, text: case.text, files: case.files });
    let compiled = alone.chain(of_cases).map(|named| {
        let compiled = named.compiled();
        (named, compiled)
    });
    let found: Vec<_> = compiled.filter(|(_, compiled)| compiled.accepted()).collect();
    assert!(found.len() > 500, "{}", found.len());
    found
});

/// Results of another policy have names and labels that are declared there.
fn alone(compiled: &Compiled) -> bool {
    compiled.policy.relations.iter().all(|relation| relation.policy.is_none())
}

#[test]
fn every_name_has_one_declaration() {
    for (named, compiled) in ACCEPTED.iter().filter(|(_, compiled)| alone(compiled)) {
        for id in compiled.files.iter().filter(|id| compiled.references.symbols().iter().any(|it| it.span.file == **id))
        {
            let source = compiled.sources.get(*id).unwrap();
            hold(&named.name, compiled, *id, source);
        }
    }
}

/// Holds the names of a file to its tokens: each of them, and nothing else, means something.
fn hold(name: &str, compiled: &Compiled, id: FileId, source: &SourceFile) {
    let labels = compiled.references.symbols().iter().filter(|it| it.kind == SymbolKind::Label);
    let labels = labels.map(|label| label.name.clone()).collect();
    for token in &merit::syntax::tokens::tokens_among(id, source, &labels).list {
        let means = compiled.references.symbol_at(token.span).filter(|_| is_name(compiled, token.span));
        let text = source.slice(token.span);
        match token.role {
            Role::Used | Role::Declared | Role::Label => assert!(
                means.is_some(),
                "{name}: {text} in {}",
                source.line(source.place(token.span.range().start).line)
            ),
            Role::Member | Role::Text => {}
            _ => assert!(means.is_none(), "{name}: {text} {token:?} means {means:?}"),
        }
    }
}

/// Whether a name stands just there.
fn is_name(compiled: &Compiled, place: Span) -> bool {
    let symbol = compiled.references.symbol_at(place).unwrap_or(const { &NOTHING });
    symbol.span == place || compiled.references.uses_of(symbol).any(|used| used == place)
}

const NOTHING: Symbol = Symbol { name: String::new(), kind: SymbolKind::Case, span: Span::NOWHERE, owner: None };

/// Each name of a text, where its lines have numbers from 1, and where it is declared.
fn names(text: &str) -> Vec<String> {
    let compiled = compile(SourceFile::new("p", text), &[]);
    assert!(compiled.accepted(), "{:?}", compiled.diagnostics);
    shown(&compiled)
}

fn shown(compiled: &Compiled) -> Vec<String> {
    let place = |span| {
        let place = compiled.sources.place(span);
        format!("{}:{}", place.line, place.column)
    };
    let uses = |symbol: &Symbol| compiled.references.uses_of(symbol).map(place).collect::<Vec<_>>().join(" ");
    let symbols = compiled.references.symbols().iter();
    let line = |symbol: &Symbol| {
        format!("{} {:?} {}: {}", symbol.name, symbol.kind, place(symbol.span), uses(symbol)).trim_end().to_owned()
    };
    symbols.map(line).collect()
}

#[test]
fn symbols_and_uses_are_as_written() {
    let text = "方案 \"p\" { 币种 CNY }
记录 { 工号 : 文本, 主键; 岗 : 早 | 晚; 分 : 分数 属于 [0, 上限]; 次 : 班 }
参数 上限 : 分数 = 100分
类型 班 = 早 | 晚
查表 店 { 工号 : 文本, 主键; 系 : 数值 属于 [0, 1] }
评分 分 权重 50%
评分 班分 按 岗 权重 50% {
    早 => 分
    晚 => 100
}
等级表 级 按 评分合计 -> 额 : 金额 {
    甲 : >= 90 => 10元
    乙 : < 90 => 0元
}
指标 倍 : 数值, 小数位 2 = 店.系 若无 0
薪资 奖 {
    全 = 级.额
    半 = 奖.全 当 倍 > 0 且 班分 > 0 且 分.得分 > 0 且 次 = 早
}
情形 基 { 工号 = \"a\"; 岗 = 早; 分 = 90; 店.系 = 1 }
用例 \"t\" {
    已知 基
    应得 { 级 = 甲; 奖.全 = 10元; 班分.加权分 = 45 }
}
";
    let expected = [
        "工号 Field 2:6: 5:8 20:8",
        "岗 Field 2:19: 7:9 20:18",
        "分 Field 2:30: 6:4 8:10 18:32 20:25",
        "次 Field 2:49: 18:43",
        "上限 Param 3:4: 2:44",
        "班 Type 4:4: 2:53",
        "早 Label 4:8: 2:23 8:5 18:47 20:22",
        "晚 Label 4:12: 2:27 9:5",
        "店 Lookup 5:4: 15:20 20:33",
        "系 Field 5:21: 15:22 20:35",
        "班分 Item 7:4: 18:23 23:28",
        "级 Grade 11:5: 17:9 23:10",
        "额 Output 11:17: 17:11",
        "甲 Label 12:5: 23:14",
        "乙 Label 13:5:",
        "倍 Metric 15:4: 18:15",
        "奖 Pay 16:4: 18:9 23:17",
        "全 Line 17:5: 18:11 23:19",
        "半 Line 18:5:",
        "基 Case 20:4: 22:8",
    ];
    assert_eq!(names(text), expected);
}

#[test]
fn names_inside_details_are_their_own() {
    let text = "policy \"p\" { currency CNY }
record { id : text, key; n : number in [0, 9] }
details d {
    id : text, key
    n : number in [0, 9]
    let twice = n * 2
    table t by n -> one : number, two : money { any => twice, 1 CNY }
}
metric x : number = n + sum(d.n) + sum(d.twice where d.n > 1) + sum(d.t.one)
pay p { a = sum(d.t.two) }
test \"t\" { given { n = 1; d { n = 2 }; d { id = \"a\" } } expect { x = 1 } }
";
    let expected = [
        "id Field 2:10: 4:5 11:44",
        "n Field 2:26: 9:21 11:20",
        "d Details 3:9: 9:29 9:40 9:54 9:69 10:17 11:27 11:40",
        "n Field 5:5: 6:17 7:16 9:31 9:56 11:31",
        "twice Let 6:9: 7:56 9:42",
        "t Table 7:11: 9:71 10:19",
        "one Output 7:21: 9:73",
        "two Output 7:35: 10:21",
        "x Metric 9:8: 11:66",
        "p Pay 10:5:",
        "a Line 10:9:",
    ];
    assert_eq!(names(text), expected);
}

#[test]
fn an_item_and_a_value_of_one_name_are_two() {
    let text = "policy \"p\" { currency CNY }
record { a : points in [0, 100]; b : points in [0, 100] }
score a by b weight 50% { any => a }
score b weight 50%
metric x : points = a.points + a + b.points + b
";
    let expected = ["a Field 2:10: 3:34 5:32", "b Field 2:34: 3:12 4:7 5:36 5:47", "a Item 3:7: 5:21", "x Metric 5:8:"];
    assert_eq!(names(text), expected);
}

#[test]
fn what_is_tried_is_noted_once() {
    // Whether the fallback is open, and whether the mean needs rounding, is found out by trying.
    let text = "policy \"p\" { currency CNY }
record { id : text, key; a : points in [0, 9], optional; b : points in [0, 9] }
metric x : points, decimals 1 = (a otherwise b) / 2
metric y : points = round(average(b, within: all), 0.1)
scale s on b, marginal { >= 0 => b }
";
    let compiled = compile(SourceFile::new("p", text), &[]);
    let b = shown(&compiled).into_iter().find(|line| line.starts_with("b ")).unwrap();
    assert_eq!(b, "b Field 2:58: 3:46 4:35 5:12 5:34");
}

#[test]
fn what_was_only_tried_is_not_noted() {
    // What `nothing` could be was looked for in what stands behind it; then `nothing` was told, and no more.
    let text = "policy \"p\" { currency CNY }
record { a : number in [0, 9]; id : text, key }
metric x : number = nothing otherwise a
metric y : number = average(a, within: all)
";
    let compiled = compile(SourceFile::new("p", text), &[]);
    assert!(!compiled.accepted());
    let a = shown(&compiled).into_iter().find(|line| line.starts_with("a ")).unwrap();
    assert_eq!(a, "a Field 2:10: 4:29");
}

#[test]
fn names_are_found_across_files() {
    let named = Named {
        name: "p.merit".to_owned(),
        text: "policy \"p\" { currency CNY }\nuse \"lib.merit\"\nrecord { 级 : Level }\nmetric x : number = rate when 级 = Top\n".to_owned(),
        files: vec![("lib.merit".to_owned(), "type Level = Top | Low\nparam rate : number = 2\nlet twice = rate * 2\n".to_owned())],
    };
    let compiled = named.compiled();
    let rate = compiled.references.symbols().iter().find(|symbol| symbol.name == "rate").unwrap();
    assert_eq!(compiled.used_file(rate.span), Some("lib.merit"));
    let uses: Vec<_> = compiled.references.uses_of(rate).map(|used| compiled.used_file(used)).collect();
    assert_eq!(uses, [None, Some("lib.merit")]);
    let top = compiled.references.symbols().iter().find(|symbol| symbol.name == "Top").unwrap();
    assert_eq!(compiled.references.uses_of(top).count(), 1);
    assert_eq!(top.owner, compiled.references.symbols().iter().find(|symbol| symbol.name == "Level").map(|it| it.span));
}

#[test]
fn a_place_is_in_its_name_and_right_behind_it() {
    let text = "policy \"p\" { currency CNY }\nlet abc = 1\nlet d = abc+abc\n";
    let compiled = compile(SourceFile::new("p", text), &[]);
    let abc = text.find("abc").unwrap();
    let at =
        |byte: usize| compiled.references.declaration_at(Span::new(FileId(0), byte, byte)).map(|it| it.range().start);
    let used = text.rfind("abc+abc").unwrap();
    assert_eq!([abc - 1, abc, abc + 2, abc + 3, abc + 4].map(at), [None, Some(abc), Some(abc), Some(abc), None]);
    assert_eq!(
        [used - 1, used, used + 3, used + 4, used + 7, used + 8].map(at),
        [None, Some(abc), Some(abc), Some(abc), Some(abc), None]
    );
    assert_eq!(compiled.references.symbol_at(Span::NOWHERE), None);
}
