//! How a site rounds: the three rounding methods of Frappe and the smallest fraction of a currency.
//!
//! The server computes with doubles, so parity to the last digit asks for the same doubles here;
//! this module and [`super::num`] are the only ones that do float arithmetic (see
//! `docs/decisions/0001-pricing-arithmetic.md`).
//!
//! Source: the behaviour of `frappe.utils.data` (`flt`, `rounded`, `remainder`,
//! `round_based_on_smallest_currency_fraction`), judged by the recorded `flt` vectors.

/// `System Settings.rounding_method`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RoundingMethod {
    /// `Banker's Rounding`: an exact half goes to the even digit.
    Bankers,
    /// `Banker's Rounding (legacy)`: half to even for whole numbers, half up (towards positive
    /// infinity) at any other precision. A site that names no method has this one.
    #[default]
    BankersLegacy,
    /// `Commercial Rounding`: an exact half goes away from zero.
    Commercial,
}

impl RoundingMethod {
    /// The method of that name; an empty or unknown name is the legacy one.
    pub fn named(name: &str) -> Self {
        match name {
            "Banker's Rounding" => Self::Bankers,
            "Commercial Rounding" => Self::Commercial,
            _ => Self::BankersLegacy,
        }
    }
}

/// Rounds to `precision` digits after the decimal mark.
///
/// What is not finite comes back unchanged.
pub fn flt(value: f64, precision: u32, method: RoundingMethod) -> f64 {
    if !value.is_finite() {
        return value;
    }
    let rounded = match method {
        RoundingMethod::Bankers => bankers(value, precision),
        RoundingMethod::BankersLegacy => bankers_legacy(value, precision),
        RoundingMethod::Commercial => commercial(value, precision),
    };
    if rounded.is_finite() { rounded } else { value }
}

/// What is left of `value` after whole `steps`, rounded; it has the sign of `step`.
pub fn remainder(value: f64, step: f64, precision: u32, method: RoundingMethod) -> f64 {
    let left = if precision == 0 {
        floored_remainder(value, step)
    } else {
        let multiplier = power_of_ten(precision);
        floored_remainder(value * multiplier, step * multiplier) / multiplier
    };
    flt(left, precision, method)
}

/// Rounds a total to whole `smallest` fractions of its currency, as the rounded total is made.
///
/// A currency without a smallest fraction (0) rounds to whole units.
pub fn round_to_fraction(value: f64, smallest: f64, precision: u32, method: RoundingMethod) -> f64 {
    let rounded = if smallest == 0.0 {
        flt(value, 0, method)
    } else {
        let left = remainder(value, smallest, precision, method);
        if left > smallest / 2.0 { value + (smallest - left) } else { value - left }
    };
    flt(rounded, precision, method)
}

/// Rounds as the database does when it stores a figure: nine digits, an exact half to even.
pub(crate) fn stored(value: f64) -> f64 {
    nearest(value, 9)
}

fn bankers(value: f64, precision: u32) -> f64 {
    let multiplier = power_of_ten(precision);
    let scaled = nearest(value * multiplier, 12);
    if scaled == 0.0 {
        return 0.0;
    }
    let floor = scaled.floor();
    let above = scaled - floor;
    let whole = if (above - 0.5).abs() < last_place(scaled) {
        if floor % 2.0 == 0.0 { floor } else { floor + 1.0 }
    } else {
        scaled.round_ties_even()
    };
    whole / multiplier
}

fn bankers_legacy(value: f64, precision: u32) -> f64 {
    let multiplier = power_of_ten(precision);
    let scaled = nearest(value * multiplier, 8);
    let floor = scaled.floor();
    let whole = if scaled - floor != 0.5 {
        scaled.round_ties_even()
    } else if precision == 0 && floor % 2.0 == 0.0 {
        floor
    } else {
        floor + 1.0
    };
    whole / multiplier
}

fn commercial(value: f64, precision: u32) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    nearest(value + last_place(value).copysign(value), precision)
}

/// About one unit in the last place, worked out by way of the logarithm as the server does.
fn last_place(value: f64) -> f64 {
    (value.abs().ln() / std::f64::consts::LN_2 - 52.0).exp2()
}

fn floored_remainder(value: f64, step: f64) -> f64 {
    let left = value % step;
    if left != 0.0 && (left < 0.0) != (step < 0.0) { left + step } else { left }
}

fn power_of_ten(precision: u32) -> f64 {
    // Exact up to 22 digits, beyond which a double has none to round anyway.
    10_f64.powi(i32::try_from(precision.min(22)).unwrap_or(22))
}

/// The double nearest to the decimal of `digits` digits that is nearest to the exact value, an exact
/// half to even: what Python's `round` gives.
fn nearest(value: f64, digits: u32) -> f64 {
    nearest_exact(value, digits).unwrap_or_else(|| {
        let digits = digits as usize;
        format!("{value:.digits$}").parse().unwrap_or(value)
    })
}

/// The same in whole numbers, where the scaled value fits a double's 53 bits: both operands of the
/// last division are then exact, so that its result is the nearest double.
fn nearest_exact(value: f64, digits: u32) -> Option<f64> {
    if digits > 15 {
        return None;
    }
    let bits = value.abs().to_bits();
    let exponent = i32::try_from(bits >> 52).ok()? - 1075;
    let mantissa = u128::from(bits & ((1 << 52) - 1)) | (u128::from(bits >> 52 != 0) << 52);
    if exponent >= 0 {
        return Some(value);
    }
    let shift = u32::try_from(-exponent).ok()?;
    let power = 10_u128.pow(digits);
    let scaled = mantissa * power;
    let whole = if shift >= 127 { 0 } else { scaled >> shift };
    let whole = if shift >= 127 {
        0
    } else {
        let rest = scaled - (whole << shift);
        let half = 1_u128 << (shift - 1);
        whole + u128::from(rest > half || (rest == half && whole % 2 == 1))
    };
    if whole > 1 << 53 {
        return None;
    }
    let whole = u64::try_from(whole).ok()? as f64;
    Some((whole / power as f64).copysign(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_half_goes_where_the_method_says() {
        assert_eq!(flt(2.5, 0, RoundingMethod::Bankers), 2.0);
        assert_eq!(flt(0.125, 2, RoundingMethod::Bankers), 0.12);
        assert_eq!(flt(2.5, 0, RoundingMethod::BankersLegacy), 2.0);
        assert_eq!(flt(0.125, 2, RoundingMethod::BankersLegacy), 0.13);
        assert_eq!(flt(-0.125, 2, RoundingMethod::BankersLegacy), -0.12);
        assert_eq!(flt(2.5, 0, RoundingMethod::Commercial), 3.0);
        assert_eq!(flt(-0.125, 2, RoundingMethod::Commercial), -0.13);
    }

    #[test]
    fn totals_round_to_the_smallest_fraction() {
        let round = |value| round_to_fraction(value, 0.05, 2, RoundingMethod::Bankers);
        assert_eq!(round(10.02), 10.0);
        assert_eq!(round(10.03), 10.05);
        assert_eq!(round_to_fraction(10.5, 0.0, 2, RoundingMethod::Commercial), 11.0);
    }

    proptest! {
        #[test]
        fn whole_number_rounding_agrees_with_the_printed_one(
            value in -1e12_f64..1e12, digits in 0_u32..12
        ) {
            let places = digits as usize;
            let printed: f64 = format!("{value:.places$}").parse().unwrap();
            prop_assert_eq!(nearest(value, digits), printed);
        }

        #[test]
        fn no_double_makes_rounding_fail(bits in any::<u64>(), precision in 0_u32..40) {
            let value = f64::from_bits(bits);
            for method in
                [RoundingMethod::Bankers, RoundingMethod::BankersLegacy, RoundingMethod::Commercial]
            {
                let _ = flt(value, precision, method);
                let _ = round_to_fraction(value, 0.05, precision, method);
            }
        }

        #[test]
        fn rounding_twice_is_rounding_once(cents in -1_000_000_000_i64..1_000_000_000) {
            let value = cents as f64 / 1000.0;
            for method in
                [RoundingMethod::Bankers, RoundingMethod::BankersLegacy, RoundingMethod::Commercial]
            {
                let once = flt(value, 2, method);
                prop_assert_eq!(flt(once, 2, method), once);
            }
        }
    }
}
