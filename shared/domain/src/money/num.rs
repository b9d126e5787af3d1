//! The number the engine computes with: a double that cannot be mixed up with any other.
//!
//! Its operators and [`super::flt`] are the only float arithmetic of this crate's prices.

use std::cmp::Ordering;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

#[cfg(test)]
use super::flt::remainder;
use super::flt::{RoundingMethod, flt, round_to_fraction, stored};

/// A double with the server's arithmetic; never shown, only its [`Num::figure`] is.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub(crate) struct Num(f64);

impl Num {
    pub(crate) const ZERO: Self = Self(0.0);
    pub(crate) const ONE: Self = Self(1.0);
    pub(crate) const HUNDRED: Self = Self(100.0);

    pub(crate) const fn new(value: f64) -> Self {
        Self(value)
    }

    pub(crate) fn get(self) -> f64 {
        self.0
    }

    pub(crate) fn whole(value: i32) -> Self {
        Self(f64::from(value))
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0.0
    }

    pub(crate) fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Towards zero, as the server makes an integer of a number.
    pub(crate) fn truncated(self) -> Self {
        Self(self.0.trunc())
    }

    /// Towards negative infinity.
    pub(crate) fn floor(self) -> Self {
        Self(self.0.floor())
    }

    /// What is left after whole steps; it has the sign of `step`.
    pub(crate) fn remainder(self, step: Self) -> Self {
        let left = self.0 % step.0;
        Self(if left != 0.0 && (left < 0.0) != (step.0 < 0.0) { left + step.0 } else { left })
    }

    pub(crate) fn rounded(self, precision: u32, method: RoundingMethod) -> Self {
        Self(flt(self.0, precision, method))
    }

    pub(crate) fn rounded_to_fraction(
        self,
        smallest: Self,
        precision: u32,
        method: RoundingMethod,
    ) -> Self {
        Self(round_to_fraction(self.0, smallest.0, precision, method))
    }

    /// What is left after whole steps of `step`, rounded.
    #[cfg(test)]
    pub(crate) fn left_of(self, step: Self, precision: u32, method: RoundingMethod) -> Self {
        Self(remainder(self.0, step.0, precision, method))
    }

    /// Five units of the last digit, with which the server judges rounding differences.
    pub(crate) fn five_last_digits(precision: u32) -> Self {
        Self(5.0 / 10_f64.powi(i32::try_from(precision).unwrap_or(22)))
    }

    /// As the database keeps it: nine digits after the decimal mark. None for what the column
    /// `decimal(21,9)` cannot hold.
    pub(crate) fn figure(self) -> Option<Decimal> {
        let value = self.0;
        if !value.is_finite() || value.abs() >= 1e12 {
            return None;
        }
        let kept = stored(value);
        // Fifteen digits are always told apart by doubles; beyond, the shortest text has fewer.
        if kept.abs() < 1e6 {
            let scaled = (kept * 1e9).round_ties_even();
            return Some(Decimal::new(scaled as i64, 9).normalize());
        }
        kept.to_string().parse().ok().map(|figure: Decimal| figure.normalize())
    }
}

impl From<Decimal> for Num {
    fn from(figure: Decimal) -> Self {
        Self(figure.to_string().parse().ok().or_else(|| figure.to_f64()).unwrap_or_default())
    }
}

impl Add for Num {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Num {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Num {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Div for Num {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self(self.0 / other.0)
    }
}

impl Neg for Num {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Num {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Num {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl std::iter::Sum for Num {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

/// Orders as the database sorts: what is not a number counts as equal.
pub(crate) fn compare(a: Num, b: Num) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_figure_keeps_nine_digits() {
        assert_eq!(Num::new(11.960_416_666_666_67).figure().unwrap().to_string(), "11.960416667");
        assert_eq!(Num::new(1e11).figure().unwrap().to_string(), "100000000000");
        assert_eq!(Num::new(f64::NAN).figure(), None);
        assert_eq!(Num::new(1e12).figure(), None);
    }

    #[test]
    fn what_is_left_has_the_sign_of_the_step() {
        let left = Num::new(-0.02).left_of(Num::new(0.05), 2, RoundingMethod::Bankers);
        assert_eq!(left, Num::new(0.03));
    }

    proptest! {
        #[test]
        fn a_figure_reads_back_to_the_same_double(nano in -999_999_999_999_999_i64..999_999_999_999_999) {
            let number = Num::from(Decimal::new(nano, 9));
            let figure = number.figure().unwrap();
            prop_assert_eq!(figure, Decimal::new(nano, 9).normalize());
            prop_assert_eq!(Num::from(figure), number);
        }

        #[test]
        fn the_figure_is_the_shortest_that_reads_back(number in 1e6_f64..1e12) {
            let kept = Num::from(Num::new(number).figure().unwrap());
            let shortest: Decimal = kept.get().to_string().parse().unwrap();
            prop_assert_eq!(kept.figure().unwrap(), shortest.normalize());
        }

        #[test]
        fn any_double_is_a_figure_or_out_of_range(bits in any::<u64>()) {
            let number = Num::new(f64::from_bits(bits));
            let out = !number.get().is_finite() || number.get().abs() >= 1e12;
            prop_assert_eq!(number.figure().is_none(), out);
        }
    }
}
