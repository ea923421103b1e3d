//! Long products and deep sums, rounded down again: no policy is refused for size of which whole numbers of any
//! width show, apart from the program, that every result fits; and every record has the value that they give.

use std::fmt::Write as _;

use merit::compile::compile;
use merit::diagnostic::Code;
use merit::eval;
use merit::ir::Value;
use merit::quantity::Decimal;
use merit::source::SourceFile;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::random::Random;

/// Fields of a policy.
const FIELDS: usize = 5;
/// `let`s, each of which may use those before it.
const LETS: usize = 5;
/// Records that each policy is evaluated over.
const RECORDS: usize = 12;

/// `number × 10^-places`, never shortened.
#[derive(Debug, Clone)]
struct Exact {
    number: BigInt,
    places: u32,
}

/// All that an expression can be, without a look at what stands in it twice.
#[derive(Debug, Clone)]
struct Span {
    lo: Exact,
    hi: Exact,
    step: Exact,
}

enum Term {
    Field(usize),
    Let(usize),
    Literal(Exact),
    Add(Box<[Term; 2]>),
    Sub(Box<[Term; 2]>),
    Mul(Box<[Term; 2]>),
    Least(Box<[Term; 2]>),
    Most(Box<[Term; 2]>),
    Quarter(Box<Term>),
    Round(Box<Term>, u32),
    /// By a field, none of which can be 0.
    Quotient(Box<Term>, usize, u32),
}

struct Generated {
    fields: Vec<Span>,
    lets: Vec<Term>,
    results: Vec<Term>,
}

#[test]
fn none_is_refused_whose_results_fit() {
    let (mut fitting, mut refused) = (0, 0);
    for seed in 0..120 {
        let policy = Generated::new(&mut Random::new(seed));
        if policy.hold(seed) { fitting += 1 } else { refused += 1 }
    }
    assert!(fitting > 40 && refused > 10, "too few to say anything: {fitting} fit, {refused} do not");
}

impl Exact {
    fn new(number: i64, places: u32) -> Exact {
        Exact { number: number.into(), places }
    }

    fn at(&self, places: u32) -> BigInt {
        &self.number * BigInt::from(10).pow(places - self.places)
    }

    fn with(&self, other: &Exact, operate: impl Fn(BigInt, BigInt) -> BigInt) -> Exact {
        let places = self.places.max(other.places);
        Exact { number: operate(self.at(places), other.at(places)), places }
    }

    fn times(&self, other: &Exact) -> Exact {
        Exact { number: &self.number * &other.number, places: self.places + other.places }
    }

    fn is_less(&self, other: &Exact) -> bool {
        let places = self.places.max(other.places);
        self.at(places) < other.at(places)
    }

    /// Over another, rounded half up (a half away from 0).
    fn over(&self, by: &Exact, places: u32) -> Exact {
        let (num, den) =
            (&self.number * BigInt::from(10).pow(places + by.places), &by.number * BigInt::from(10).pow(self.places));
        let (twice, den): (BigInt, BigInt) = (num.abs() * 2, den.abs());
        let nearest = Integer::div_floor(&(twice + &den), &(den * 2));
        let negative = self.number.is_negative() != by.number.is_negative();
        Exact { number: if negative { -nearest } else { nearest }, places }
    }

    /// In its shortest form.
    fn text(&self) -> String {
        let (mut number, mut places) = (self.number.clone(), self.places);
        while places > 0 && (&number % 10_i32).is_zero() {
            (number, places) = (number / 10, places - 1);
        }
        let digits = format!("{:0>width$}", number.magnitude().to_string(), width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let sign = if number.is_negative() { "-" } else { "" };
        format!("{sign}{whole}{}{fraction}", if fraction.is_empty() { "" } else { "." })
    }
}

impl Span {
    fn one(value: &Exact) -> Span {
        let step = Exact { number: value.number.abs(), places: value.places };
        Span { lo: value.clone(), hi: value.clone(), step }
    }

    fn of(ends: Vec<Exact>, step: Exact) -> Span {
        let least = |a: Exact, b: Exact| if b.is_less(&a) { b } else { a };
        let most = |a: Exact, b: Exact| if a.is_less(&b) { b } else { a };
        Span { lo: ends.iter().cloned().reduce(least).unwrap(), hi: ends.into_iter().reduce(most).unwrap(), step }
    }

    fn corners(&self, other: &Span, operate: impl Fn(&Exact, &Exact) -> Exact) -> Vec<Exact> {
        [&self.lo, &self.hi].into_iter().flat_map(|a| [&other.lo, &other.hi].map(|b| operate(a, b))).collect()
    }

    fn common(&self, other: &Span) -> Exact {
        self.step.with(&other.step, |a, b| a.gcd(&b))
    }

    /// Whether every multiple of the step up to the farther end has 28 places and 96 bits at most.
    fn fits(&self) -> bool {
        let (mut step, mut places) = (self.step.number.clone(), self.step.places);
        while places > 0 && (&step % 10_i32).is_zero() {
            (step, places) = (step / 10, places - 1);
        }
        let widest = [&self.lo, &self.hi]
            .map(|end| end.number.abs() * BigInt::from(10).pow(places) / BigInt::from(10).pow(end.places));
        places <= 28 && widest.iter().all(|end| end.bits() <= 96)
    }
}

impl Term {
    fn random(random: &mut Random, lets: usize, depth: usize) -> Term {
        let sub = |random: &mut Random| Box::new(Term::random(random, lets, depth - 1));
        let pair = |random: &mut Random| {
            let (a, b) = (*sub(random), *sub(random));
            Box::new([a, b])
        };
        match if depth == 0 { random.below(4) } else { random.below(16) } {
            0 | 1 => Term::Field(random.below(FIELDS)),
            2 if lets > 0 => Term::Let(random.below(lets)),
            2 | 3 => Term::Literal(Exact::new(random.between(1, 99_999), random.below(9) as u32)),
            4 => Term::Add(pair(random)),
            5 => Term::Sub(pair(random)),
            6 => Term::Least(pair(random)),
            7 => Term::Most(pair(random)),
            8 => Term::Quarter(Box::new(Term::random(random, lets, depth - 1))),
            9 => Term::Round(Box::new(Term::random(random, lets, depth - 1)), random.below(12) as u32),
            10 => Term::Quotient(Box::new(Term::random(random, lets, depth - 1)), 0, random.below(6) as u32),
            _ => Term::Mul(pair(random)),
        }
    }

    fn text(&self) -> String {
        let two = |[a, b]: &[Term; 2]| (a.text(), b.text());
        let step = |places: u32| Exact::new(1, places).text();
        match self {
            Term::Field(at) => format!("f{at}"),
            Term::Let(at) => format!("l{at}"),
            Term::Literal(value) => value.text(),
            Term::Add(of) => format!("({} + {})", two(of).0, two(of).1),
            Term::Sub(of) => format!("({} - {})", two(of).0, two(of).1),
            Term::Mul(of) => format!("({} * {})", two(of).0, two(of).1),
            Term::Least(of) => format!("min({}, {})", two(of).0, two(of).1),
            Term::Most(of) => format!("max({}, {})", two(of).0, two(of).1),
            Term::Quarter(of) => format!("({} / 4)", of.text()),
            Term::Round(of, places) => format!("round({}, {})", of.text(), step(*places)),
            Term::Quotient(of, by, places) => format!("round({} / f{by}, {})", of.text(), step(*places)),
        }
    }

    fn value(&self, fields: &[Exact], lets: &[Exact]) -> Exact {
        let two = |[a, b]: &[Term; 2]| (a.value(fields, lets), b.value(fields, lets));
        match self {
            Term::Field(at) => fields[*at].clone(),
            Term::Let(at) => lets[*at].clone(),
            Term::Literal(value) => value.clone(),
            Term::Add(of) => two(of).0.with(&two(of).1, |a, b| a + b),
            Term::Sub(of) => two(of).0.with(&two(of).1, |a, b| a - b),
            Term::Mul(of) => two(of).0.times(&two(of).1),
            Term::Least(of) => two(of).0.with(&two(of).1, |a, b| a.min(b)),
            Term::Most(of) => two(of).0.with(&two(of).1, |a, b| a.max(b)),
            Term::Quarter(of) => of.value(fields, lets).times(&Exact::new(25, 2)),
            Term::Round(of, places) => of.value(fields, lets).over(&Exact::new(1, 0), *places),
            Term::Quotient(of, by, places) => of.value(fields, lets).over(&fields[*by], *places),
        }
    }

    fn span(&self, fields: &[Span], lets: &[Span]) -> Span {
        let two = |[a, b]: &[Term; 2]| (a.span(fields, lets), b.span(fields, lets));
        let ends = |of: &[Term; 2], operate: &dyn Fn(BigInt, BigInt) -> BigInt| {
            let (a, b) = two(of);
            Span::of(a.corners(&b, |a, b| a.with(b, operate)), a.common(&b))
        };
        match self {
            Term::Field(at) => fields[*at].clone(),
            Term::Let(at) => lets[*at].clone(),
            Term::Literal(value) => Span::one(value),
            Term::Add(of) => ends(of, &|a, b| a + b),
            Term::Sub(of) => ends(of, &|a, b| a - b),
            Term::Least(of) => ends(of, &|a, b| a.min(b)),
            Term::Most(of) => ends(of, &|a, b| a.max(b)),
            Term::Mul(of) => {
                let (a, b) = two(of);
                Span::of(a.corners(&b, Exact::times), a.step.times(&b.step))
            }
            Term::Quarter(of) => {
                let (of, quarter) = (of.span(fields, lets), Exact::new(25, 2));
                Span { lo: of.lo.times(&quarter), hi: of.hi.times(&quarter), step: of.step.times(&quarter) }
            }
            Term::Round(of, places) => {
                let of = of.span(fields, lets);
                let [lo, hi] = [&of.lo, &of.hi].map(|end| end.over(&Exact::new(1, 0), *places));
                Span { lo, hi, step: Exact::new(1, *places) }
            }
            Term::Quotient(of, by, places) => {
                let corners = of.span(fields, lets).corners(&fields[*by], |a, b| a.over(b, *places));
                Span::of(corners, Exact::new(1, *places))
            }
        }
    }
}

impl Generated {
    fn new(random: &mut Random) -> Generated {
        let fields = (0..FIELDS).map(|at| {
            let places = random.below(9) as u32;
            let lo = if at == 0 { 1 } else { *random.pick(&[0, 0, 1, -20]) };
            let hi = lo + *random.pick(&[1, 1, 100, 1_000_000]);
            Span { lo: Exact::new(lo, 0), hi: Exact::new(hi, 0), step: Exact::new(1, places) }
        });
        let fields = fields.collect();
        let lets = (0..LETS).map(|at| Term::random(random, at, 4)).collect();
        let rounded = |random: &mut Random| {
            let of = Term::random(random, LETS, 3);
            let held = Term::Least(Box::new([
                Term::Most(Box::new([of, Term::Literal(Exact::new(0, 0))])),
                Term::Literal(Exact::new(1_000_000, 0)),
            ]));
            Term::Round(Box::new(held), random.below(9) as u32)
        };
        let results =
            (0..3).map(|at| if at < 2 || random.chance(50) { rounded(random) } else { Term::Let(random.below(LETS)) });
        Generated { fields, lets, results: results.collect() }
    }

    fn text(&self) -> String {
        let mut text = "policy \"wide\" { currency CNY }\nrecord {\n".to_owned();
        for (at, field) in self.fields.iter().enumerate() {
            let ends = format!("[{}, {}]", field.lo.text(), field.hi.text());
            writeln!(text, "    f{at} : number in {ends}, decimals {}", field.step.places).unwrap();
        }
        text.push_str("}\n");
        let named = |kind: &str, letter: &str, terms: &[Term]| -> String {
            let lines =
                terms.iter().enumerate().map(|(at, term)| format!("{kind} {letter}{at} : number = {}\n", term.text()));
            lines.collect()
        };
        text + &named("let", "l", &self.lets) + &named("metric", "m", &self.results)
    }

    /// Whether all results fit; the program must say so too, and find the same values.
    fn hold(&self, seed: u64) -> bool {
        let text = self.text();
        let compiled = compile(SourceFile::new("generated", text.clone()), &[]);
        let mut lets: Vec<Span> = vec![];
        for term in &self.lets {
            lets.push(term.span(&self.fields, &lets));
        }
        // Beyond some 19,000 digits nothing is worked out.
        let sane = lets
            .iter()
            .all(|span| span.step.places < 4_000 && span.hi.number.bits().max(span.lo.number.bits()) < 15_000);
        let fits = sane && self.results.iter().all(|term| term.span(&self.fields, &lets).fits());
        let told: Vec<&str> = compiled.diagnostics.iter().map(|told| told.code.as_str()).collect();
        let sized = compiled.diagnostics.iter().any(|told| told.code == Code::Overflow);
        assert!(!(fits && sized), "seed {seed}: refused for size\n{text}");
        assert!(compiled.accepted() || sized, "seed {seed}: {told:?}\n{text}");
        if !compiled.accepted() {
            return fits;
        }
        let mut random = Random::new(seed.wrapping_add(1));
        for _ in 0..RECORDS {
            let fields: Vec<Exact> = self.fields.iter().map(|field| one_of(field, &mut random)).collect();
            let mut lets: Vec<Exact> = vec![];
            for term in &self.lets {
                lets.push(term.value(&fields, &lets));
            }
            let given: Vec<Value> =
                fields.iter().map(|value| value.text().parse::<Decimal>().unwrap().into()).collect();
            let evaluation = eval::evaluate(&compiled.policy, &given);
            let wanted = lets.iter().enumerate().map(|(at, value)| (format!("l{at}"), value.clone()));
            let results = self.results.iter().enumerate();
            let results = results.map(|(at, term)| (format!("m{at}"), term.value(&fields, &lets)));
            for (name, wanted) in wanted.chain(results) {
                let found = evaluation.value(compiled.policy.slot_named(&name).unwrap());
                let found = found.ok().and_then(Value::number).map(ToString::to_string);
                assert_eq!(found, Some(wanted.text()), "seed {seed}: {name} of {given:?}\n{text}");
            }
        }
        fits
    }
}

/// A value of a field: an end, or any.
fn one_of(field: &Span, random: &mut Random) -> Exact {
    let ends = [&field.lo, &field.hi].map(|end| i64::try_from(end.at(field.step.places)).unwrap());
    let number = match random.below(4) {
        0 => ends[0],
        1 => ends[1],
        _ => random.between(ends[0], ends[1]),
    };
    Exact::new(number, field.step.places)
}
