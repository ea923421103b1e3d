//! Fast and slow ways of one operation agree, over operands of any width.

use merit::quantity::{Decimal, Number, Rounding, exact};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use proptest::prelude::*;

const MODES: [&str; 7] = ["half_up", "half_even", "half_down", "up", "down", "floor", "ceiling"];

/// A ratio of whole numbers; the denominator is above 0.
type Ratio = (BigInt, BigInt);

fn decimals() -> impl Strategy<Value = Decimal> {
    let limit = 79_228_162_514_264_337_593_543_950_335_i128;
    let mantissa = prop_oneof![-1_000_i128..1_000, -1_000_000_000_000..1_000_000_000_000_i128, -limit..=limit];
    let zeros = prop_oneof![Just(0_u32), 0_u32..20];
    (mantissa, zeros, 0_u32..=28).prop_map(move |(mantissa, zeros, scale)| {
        let padded = mantissa.checked_mul(10_i128.pow(zeros)).filter(|padded| padded.abs() <= limit);
        Decimal::from_i128_with_scale(padded.unwrap_or(mantissa), scale)
    })
}

fn modes() -> impl Strategy<Value = Rounding> {
    (0..MODES.len()).prop_map(|at| super::mode(MODES[at]))
}

fn ratio(x: Decimal) -> Ratio {
    (BigInt::from(x.mantissa()), BigInt::from(10).pow(x.scale()))
}

/// The decimal of a ratio, where it is one of at most 28 places and 96 bits.
fn decimal((num, den): Ratio) -> Option<Decimal> {
    (0..=28).find_map(|scale| {
        let (whole, rest) = (&num * BigInt::from(10).pow(scale)).div_rem(&den);
        rest.is_zero().then(|| Decimal::try_from_i128_with_scale(whole.to_i128()?, scale).ok())?
    })
}

/// Numbers wider than any decimal: of two decimals and a shift of up to 60 places their product and their sum.
fn wide() -> impl Strategy<Value = (Number, Ratio)> {
    (decimals(), decimals(), decimals(), 0_u32..60).prop_map(|(a, b, c, shift)| {
        let tenth = Number::ONE.divide(&Number::from(10)).unwrap();
        let shifted = (0..shift).fold(Number::from(c), |number, _| number * &tenth);
        let ((an, ad), (bn, bd), (cn, cd)) = (ratio(a), ratio(b), ratio(c));
        let cd = cd * BigInt::from(10).pow(shift);
        (Number::from(a) * Number::from(b) + shifted, (an * bn * &cd + cn * &ad * &bd, ad * bd * cd))
    })
}

/// Whether a number, by its digits, is a ratio.
fn is(number: &Number, (num, den): Ratio) -> bool {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits: BigInt = format!("{whole}{fraction}").parse().unwrap();
    digits * den == num * BigInt::from(10).pow(fraction.len() as u32)
}

/// The nearest whole number in the sense of `mode`, told by distances.
fn rounded((num, den): Ratio, mode: Rounding) -> BigInt {
    let low = num.div_floor(&den);
    let high = num.div_ceil(&den);
    let (inner, outer) = if num.is_negative() { (&high, &low) } else { (&low, &high) };
    let beyond_middle: BigInt = (&num * 2_i32 - (&low + &high) * &den).signum() * num.signum();
    match mode {
        Rounding::Floor => low,
        Rounding::Ceiling => high,
        Rounding::Down => inner.clone(),
        Rounding::Up => outer.clone(),
        _ if beyond_middle.is_negative() => inner.clone(),
        _ if beyond_middle.is_positive() => outer.clone(),
        Rounding::HalfUp => outer.clone(),
        Rounding::HalfDown => inner.clone(),
        Rounding::HalfEven => {
            if inner.is_even() {
                inner.clone()
            } else {
                outer.clone()
            }
        }
    }
}

proptest! {
    #[test]
    fn sums_and_products(a in decimals(), b in decimals()) {
        let ((an, ad), (bn, bd)) = (ratio(a), ratio(b));
        prop_assert_eq!(exact::add(a, b), decimal((&an * &bd + &bn * &ad, &ad * &bd)));
        prop_assert_eq!(exact::sub(a, b), decimal((&an * &bd - &bn * &ad, &ad * &bd)));
        prop_assert_eq!(exact::mul(a, b), decimal((&an * &bn, &ad * &bd)));
    }

    #[test]
    fn quotients(a in decimals(), b in decimals(), step in decimals(), mode in modes()) {
        let ((an, ad), (bn, bd), (sn, sd)) = (ratio(a), ratio(b), ratio(step));
        if bn.is_zero() || sn.is_zero() {
            prop_assert_eq!(exact::quotient(a, b, step, mode), None);
            return Ok(());
        }
        let positive = |num: BigInt, den: BigInt| if den.is_negative() { (-num, -den) } else { (num, den) };
        let count = rounded(positive(&an * &bd * &sd, &ad * &bn * &sn), mode);
        prop_assert_eq!(exact::quotient(a, b, step, mode), decimal((count * &sn, sd)));
        prop_assert_eq!(exact::divide(a, b), decimal(positive(&an * &bd, &ad * &bn)));
    }

    #[test]
    fn multiples(a in decimals(), step in decimals()) {
        let ((an, ad), (sn, sd)) = (ratio(a), ratio(step));
        let whole = if sn.is_zero() { an.is_zero() } else { ((an * sd) % (sn * ad)).is_zero() };
        prop_assert_eq!(exact::is_multiple(a, step), whole);
    }

    #[test]
    fn lines(
        x in decimals(), lo in decimals(), hi in decimals(), from in decimals(), to in decimals(),
        places in 0_i32..=4, mode in modes(),
    ) {
        prop_assume!(lo != hi);
        let step = super::step(places);
        let [(xn, xd), (ln, ld), (hn, hd), (fn_, fd), (tn, td)] = [x, lo, hi, from, to].map(ratio);
        // from + (x - lo) * (to - from) / (hi - lo), each difference over its own denominator
        let (along, along_den) = (&xn * &ld - &ln * &xd, &xd * &ld);
        let (run, run_den) = (&hn * &ld - &ln * &hd, &hd * &ld);
        let (rise, rise_den) = (&tn * &fd - &fn_ * &td, &td * &fd);
        let (num, den) = (along * rise * &run_den, along_den * rise_den * run);
        let (num, den) = (num * &fd + &fn_ * &den, den * &fd);
        let (num, den) = if den.is_negative() { (-num, -den) } else { (num, den) };
        let (sn, sd) = ratio(step);
        let count = rounded((num * &sd, den * &sn), mode);
        prop_assert_eq!(exact::interpolate(x, (lo, from), (hi, to), step, mode), decimal((count * sn, sd)));
    }

    /// The same of numbers that no decimal holds.
    #[test]
    fn wide_sums_and_products((a, ar) in wide(), (b, br) in wide()) {
        let ((an, ad), (bn, bd)) = (ar, br);
        prop_assert!(is(&(&a + &b), (&an * &bd + &bn * &ad, &ad * &bd)));
        prop_assert!(is(&(&a - &b), (&an * &bd - &bn * &ad, &ad * &bd)));
        prop_assert!(is(&(&a * &b), (&an * &bn, &ad * &bd)));
        prop_assert!(is(&-&a, (-&an, ad.clone())));
        prop_assert_eq!(a.cmp(&b), (&an * &bd).cmp(&(&bn * &ad)));
        // Equal numbers are held alike, however they were found.
        prop_assert_eq!(&(&a + &b) - &b, a.clone());
        prop_assert_eq!(a.decimal(), decimal((an, ad)));
    }

    #[test]
    fn wide_quotients((a, ar) in wide(), (b, br) in wide(), step in decimals(), mode in modes()) {
        let ((an, ad), (bn, bd), (sn, sd)) = (ar, br, ratio(step));
        prop_assume!(!bn.is_zero() && !sn.is_zero());
        let positive = |num: BigInt, den: BigInt| if den.is_negative() { (-num, -den) } else { (num, den) };
        let count = rounded(positive(&an * &bd * &sd, &ad * &bn * &sn), mode);
        prop_assert!(is(&a.quotient(&b, step, mode).unwrap(), (count * &sn, sd.clone())));
        let count = rounded(positive(&an * &sd, &ad * &sn), mode);
        prop_assert!(is(&a.round(step, mode), (count * &sn, sd)));
        if let Some(exact) = (&a * &b).divide(&b) {
            prop_assert_eq!(exact, a.clone());
        }
        prop_assert_eq!((&a * &b).divide(&b).is_some(), true);
    }

    #[test]
    fn wide_steps((a, ar) in wide(), (b, br) in wide(), count in -1_000_i64..1_000) {
        let ((an, ad), (bn, bd)) = (ar, br);
        prop_assume!(!an.is_zero() && !bn.is_zero());
        let step = a.common_step(&b);
        let (of_a, of_b) = (a.index(&step).unwrap(), b.index(&step).unwrap());
        prop_assert_eq!(of_a.gcd(&of_b), BigInt::from(1));
        prop_assert_eq!((of_a * &bn * &ad).abs(), (of_b * &an * &bd).abs());
        prop_assert_eq!((&a * &Number::from(count)).index(&a), Some(BigInt::from(count)));
        let size = b.abs();
        let (below, above) = (a.reach(&size, Rounding::Floor), a.reach(&size, Rounding::Ceiling));
        prop_assert!(below <= a && a <= above && below.is_multiple(&size) && above.is_multiple(&size));
        let width = if a.is_multiple(&size) { Number::ZERO } else { size };
        prop_assert_eq!(&above - &below, width);
    }
}

/// Half of a step of 40 places, on both sides of 0, and one part in 10^60 beside it: 10^30 + 3.5 steps of 10^-30.
#[test]
fn ties_beyond_96_bits() {
    let thousand = Number::from(10_u64.pow(15));
    let great = &thousand * &thousand;
    let small = Number::ONE.divide(&great).unwrap();
    let half = Number::ONE.divide(&Number::from(2)).unwrap();
    let hair = &small * &small;
    let step = Decimal::ONE;
    // 10^30 + 4.5 and + 5.5: the even neighbours are + 4 and + 6.
    let cases = [
        (Rounding::HalfUp, 5, 6, -5),
        (Rounding::HalfEven, 4, 6, -4),
        (Rounding::HalfDown, 4, 5, -4),
        (Rounding::Up, 5, 6, -5),
        (Rounding::Down, 4, 5, -4),
        (Rounding::Floor, 4, 5, -5),
        (Rounding::Ceiling, 5, 6, -4),
    ];
    for (mode, at_even, at_odd, below_zero) in cases {
        let even = &great + &(Number::from(4) + &half);
        let odd = &great + &(Number::from(5) + &half);
        assert_eq!(even.round(step, mode), &great + &Number::from(at_even), "{mode:?}");
        assert_eq!(odd.round(step, mode), &great + &Number::from(at_odd), "{mode:?}");
        assert_eq!((-&even).round(step, mode), &Number::from(below_zero) - &great, "{mode:?}");
        let to_nearest = matches!(mode, Rounding::HalfUp | Rounding::HalfEven | Rounding::HalfDown);
        if to_nearest {
            assert_eq!((&even + &hair).round(step, mode), &great + &Number::from(5), "{mode:?}");
            assert_eq!((&odd - &hair).round(step, mode), &great + &Number::from(5), "{mode:?}");
        }
    }
}
