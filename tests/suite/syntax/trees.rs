//! Facts about the trees of single constructs.

use merit::quantity::Unit;
use merit::quantity::{Calendar, Moment};
use merit::source::{FileId, SourceFile};
use merit::syntax::ast::{AssignedValue, CompareOp, Expr, ExprKind, Item, Literal, PatternKind, RowValue};
use merit::syntax::parse_expression;

use super::read;

fn expression(text: &str) -> Expr {
    let (expression, diagnostics) = parse_expression(FileId(0), &SourceFile::new("test", text));
    assert_eq!(diagnostics, [], "{text}");
    expression.unwrap()
}

/// An expression in a form that shows how it was grouped.
fn grouped(text: &str) -> String {
    show(&expression(text))
}

fn show(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::When { value, condition } => format!("({} when {})", show(value), show(condition)),
        ExprKind::If { condition, then, otherwise } => {
            format!("(if {} then {} else {})", show(condition), show(then), show(otherwise))
        }
        ExprKind::Logic { op, left, right } => format!("({} {op:?} {})", show(left), show(right)),
        ExprKind::Not(inner) => format!("(not {})", show(inner)),
        ExprKind::Compare { first, rest } => {
            let rest: Vec<String> = rest.iter().map(|(op, expr)| format!("{op:?} {}", show(expr))).collect();
            format!("({} {})", show(first), rest.join(" "))
        }
        ExprKind::In { value, negated, .. } => format!("({} {}in)", show(value), if *negated { "not " } else { "" }),
        ExprKind::IsMissing { value, negated } => format!("({} missing {})", show(value), !negated),
        ExprKind::Otherwise { value, fallback } => format!("({} otherwise {})", show(value), show(fallback)),
        ExprKind::Arithmetic { op, left, right, .. } => format!("({} {op:?} {})", show(left), show(right)),
        ExprKind::Negate(inner) => format!("(- {})", show(inner)),
        ExprKind::Call(call) => {
            let arguments: Vec<String> = call.arguments.iter().map(show).collect();
            format!("{}({})", call.function.text, arguments.join(", "))
        }
        ExprKind::Member { value, member } => format!("{}.{}", show(value), member.text),
        ExprKind::Name(name) => name.text.clone(),
        ExprKind::Literal(Literal::Quantity { figure, unit }) => {
            format!("{figure}{}", unit.as_ref().map_or("", |unit| unit.text.as_str()))
        }
        ExprKind::Literal(literal) => format!("{literal:?}"),
        ExprKind::Invalid => "invalid".to_owned(),
    }
}

#[test]
fn operators_bind_as_the_reference_says() {
    let cases = [
        ("a + b * c - d", "((a Add (b Mul c)) Sub d)"),
        ("-a * b", "((- a) Mul b)"),
        ("a / b otherwise c + d", "((a Div b) otherwise (c Add d))"),
        ("a or b and not c = d", "(a Or (b And (not (c Equal d))))"),
        ("not not a", "(not (not a))"),
        ("a <= x < b", "(a LessEqual x Less b)"),
        ("x not in {A, B} and y is not missing", "((x not in) And (y missing false))"),
        ("a * b when c and d", "((a Mul b) when (c And d))"),
        ("2 * (if a then 1 else 2)", "(2 Mul (if a then 1 else 2))"),
        ("if a then 1 else if b then 2 else 3", "(if a then 1 else (if b then 2 else 3))"),
        ("if a then 1 else 2 when c", "((if a then 1 else 2) when c)"),
        ("a.b.c", "a.b.c"),
    ];
    for (text, shape) in cases {
        assert_eq!(grouped(text), shape, "{text}");
    }
}

#[test]
fn numbers_have_their_figures_and_units() {
    // 1.5万 = 1.5 × 10⁴, 2亿 = 2 × 10⁸, 1万亿 = 10¹²; units may stand apart.
    let cases = [
        ("1.5万元", "15000元"),
        ("1.5 万元", "15000元"),
        ("2亿", "200000000"),
        ("1万亿", "1000000000000"),
        ("1_000", "1000"),
        ("98 %", "98%"),
        ("３次", "3次"),
        ("¥12.50", "12.5¥"),
        ("￥12", "12¥"),
        ("5‰", "5‰"),
        ("10分钟", "10分钟"),
        ("10分", "10分"),
        ("100USD", "100USD"),
        ("8h", "8h"),
    ];
    for (text, shape) in cases {
        assert_eq!(grouped(text), shape, "{text}");
    }
    let ExprKind::Literal(Literal::Quantity { unit: Some(unit), .. }) = expression("¥12").kind else { panic!() };
    assert_eq!(unit.unit, Unit::Currency("CNY".into()));
}

#[test]
fn calendar_values_count_from_their_origins() {
    let cases = [
        ("2024-03", Calendar::Month, 2024 * 12 + 2),
        ("2024-Q1", Calendar::Quarter, 2024 * 4),
        // 1970-01-01 is day 0; 2024-03-15 is 54 years with 13 leap days, then 31 + 29 + 14 days later.
        ("2024-03-15", Calendar::Date, 54 * 365 + 13 + 74),
        // The week of 1970-01-01 is week 0; 2024-W01 began on 2024-01-01, day 19723, a Monday.
        ("2024-W01", Calendar::Week, (19_723 + 3) / 7),
        ("09:30", Calendar::Time, 34_200),
    ];
    for (text, kind, ordinal) in cases {
        let ExprKind::Literal(Literal::Calendar(moment)) = expression(text).kind else { panic!("{text}") };
        assert_eq!(moment, Moment { kind, ordinal }, "{text}");
    }
    assert_eq!(grouped("2024 - 3"), "(2024 Sub 3)");
}

#[test]
fn the_civil_code_says_which_bounds_hold() {
    let text =
        "score x weight 1% {\n 80 以上 => 1; 70以下 => 1; 3天以内 => 1; 超过 5 => 1; 不满40 => 1; 不足 3天 => 1 }";
    let parsed = read(text);
    assert_eq!(parsed.diagnostics, []);
    let [Item::Score(score)] = &parsed.file.items[..] else { panic!() };
    let ops = score.rows.as_ref().unwrap().iter().map(|row| match row.patterns[0].kind {
        PatternKind::Compare(op, _) => op,
        _ => panic!(),
    });
    use CompareOp::{Greater, GreaterEqual, Less, LessEqual};
    assert_eq!(ops.collect::<Vec<_>>(), [GreaterEqual, LessEqual, LessEqual, Greater, Less, Less]);
}

#[test]
fn a_row_that_spells_a_label_is_that_label() {
    let text = "record {\n a : 不足3天 | 不足 | 全部\n}\nscore a weight 1% { 不足3天 => 1; 不足 => 2; 全部 => 3 }";
    let parsed = read(text);
    assert_eq!(parsed.diagnostics, []);
    let Item::Score(score) = &parsed.file.items[1] else { panic!() };
    for (row, label) in score.rows.as_ref().unwrap().iter().zip(["不足3天", "不足", "全部"]) {
        let PatternKind::Values(values) = &row.patterns[0].kind else { panic!() };
        assert_eq!(show(&values[0]), label);
    }
}

#[test]
fn lines_go_on_as_the_reference_says() {
    let text = "metric a : number\n  = 1 +\n\n  # a remark\n  2\n  * 3\nlet b = min(\n  1,\n  2\n)\nflag c\n  when a\n\
                type d = x |\n y\n  | z\nmetric e : bool = f\n  and g\n";
    let parsed = read(text);
    assert_eq!(parsed.diagnostics, []);
    assert_eq!(parsed.file.items.len(), 5);
}

#[test]
fn a_gate_has_one_condition_a_line() {
    let parsed = read("gate g {\n a = 1\n (b) = 2; c\n not d\n}");
    assert_eq!(parsed.diagnostics, []);
    let [Item::Gate(gate)] = &parsed.file.items[..] else { panic!() };
    assert_eq!(gate.conditions.len(), 4);
}

#[test]
fn rows_answer_values_lines_missing_and_exempt() {
    let parsed = read(
        "table t by a, b -> c : money, d : percent {\n A, [1, 2) => 0 to 10, missing\n any, otherwise => exempt, 2 }",
    );
    assert_eq!(parsed.diagnostics, []);
    let [Item::Table(table)] = &parsed.file.items[..] else { panic!() };
    assert!(matches!(table.rows[0].values[..], [RowValue::Line { .. }, RowValue::Missing(_)]));
    assert!(matches!(table.rows[1].values[..], [RowValue::Exempt(_), RowValue::Expr(_)]));
}

#[test]
fn a_test_may_build_on_a_case_and_give_what_is_missing() {
    let parsed = read("test \"t\" { given n with { a = missing\n b.c = -1, d = 2024-03 } expect { e = yes } }");
    assert_eq!(parsed.diagnostics, []);
    let [Item::Test(test)] = &parsed.file.items[..] else { panic!() };
    assert_eq!(test.given.case.as_ref().unwrap().text, "n");
    assert_eq!(test.given.values.len(), 3);
    assert!(matches!(test.given.values[0].value, AssignedValue::Missing(_)));
    assert_eq!(test.given.values[1].path.len(), 2);
}
