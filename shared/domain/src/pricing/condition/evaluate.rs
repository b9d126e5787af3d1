//! Evaluates a condition as Python would.

use std::cmp::Ordering;

use super::{Comparison, Expression, Holds, Named, Operator};
use crate::money::num::Num;

/// A value of a condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    None,
    Bool(bool),
    Number(Num),
    Text(String),
    List(Vec<Value>),
}

/// Why there is no value.
enum Stop {
    /// The server would raise, and take it as not holding.
    Raises,
    /// Not known here.
    Unknown,
}

type Names<'a> = &'a dyn Fn(&str) -> Named;

pub(super) fn holds(expression: &Expression, names: Names<'_>) -> Holds {
    match value_of(expression, names) {
        Ok(value) if value.is_true() => Holds::Yes,
        Ok(_) | Err(Stop::Raises) => Holds::No,
        Err(Stop::Unknown) => Holds::Unknown,
    }
}

impl Value {
    fn is_true(&self) -> bool {
        match self {
            Self::None => false,
            Self::Bool(set) => *set,
            Self::Number(number) => !number.is_zero(),
            Self::Text(text) => !text.is_empty(),
            Self::List(values) => !values.is_empty(),
        }
    }

    /// A truth value counts as 0 or 1.
    fn number(&self) -> Option<Num> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Bool(set) => Some(if *set { Num::ONE } else { Num::ZERO }),
            _ => None,
        }
    }

    fn equals(&self, other: &Self) -> bool {
        match (self.number(), other.number()) {
            (Some(one), Some(two)) => one == two,
            _ => self == other,
        }
    }
}

fn value_of(expression: &Expression, names: Names<'_>) -> Result<Value, Stop> {
    Ok(match expression {
        Expression::Literal(value) => value.clone(),
        Expression::Name(name) => match names(name) {
            Named::Value(value) => value,
            Named::Unknown => return Err(Stop::Unknown),
        },
        Expression::List(values) => Value::List(
            values.iter().map(|value| value_of(value, names)).collect::<Result<_, _>>()?,
        ),
        Expression::Not(inner) => Value::Bool(!value_of(inner, names)?.is_true()),
        Expression::Negative(inner) => {
            Value::Number(-value_of(inner, names)?.number().ok_or(Stop::Raises)?)
        }
        Expression::And(left, right) => {
            let left = value_of(left, names)?;
            if left.is_true() { value_of(right, names)? } else { left }
        }
        Expression::Or(left, right) => {
            let left = value_of(left, names)?;
            if left.is_true() { left } else { value_of(right, names)? }
        }
        Expression::Arithmetic(left, operator, right) => {
            arithmetic(&value_of(left, names)?, *operator, &value_of(right, names)?)?
        }
        Expression::Compare(first, rest) => Value::Bool(compare_all(first, rest, names)?),
    })
}

fn arithmetic(left: &Value, operator: Operator, right: &Value) -> Result<Value, Stop> {
    if let (Value::Text(one), Operator::Plus, Value::Text(two)) = (left, operator, right) {
        return Ok(Value::Text(format!("{one}{two}")));
    }
    let (Some(one), Some(two)) = (left.number(), right.number()) else {
        // Python multiplies and formats texts; nobody decides a price by that.
        let text = matches!(left, Value::Text(_) | Value::List(_))
            || matches!(right, Value::Text(_) | Value::List(_));
        return Err(if text { Stop::Unknown } else { Stop::Raises });
    };
    let divides = matches!(operator, Operator::Divide | Operator::FloorDivide | Operator::Modulo);
    if divides && two.is_zero() {
        return Err(Stop::Raises);
    }
    Ok(Value::Number(match operator {
        Operator::Plus => one + two,
        Operator::Minus => one - two,
        Operator::Times => one * two,
        Operator::Divide => one / two,
        Operator::FloorDivide => (one / two).floor(),
        Operator::Modulo => one.remainder(two),
    }))
}

fn compare_all(
    first: &Expression,
    rest: &[(Comparison, Expression)],
    names: Names<'_>,
) -> Result<bool, Stop> {
    let mut left = value_of(first, names)?;
    for (comparison, right) in rest {
        let right = value_of(right, names)?;
        if !compare(&left, *comparison, &right)? {
            return Ok(false);
        }
        left = right;
    }
    Ok(true)
}

fn compare(left: &Value, comparison: Comparison, right: &Value) -> Result<bool, Stop> {
    Ok(match comparison {
        Comparison::Equal => left.equals(right),
        Comparison::NotEqual => !left.equals(right),
        Comparison::Less => order(left, right)? == Some(Ordering::Less),
        Comparison::Greater => order(left, right)? == Some(Ordering::Greater),
        Comparison::LessOrEqual => {
            matches!(order(left, right)?, Some(Ordering::Less | Ordering::Equal))
        }
        Comparison::GreaterOrEqual => {
            matches!(order(left, right)?, Some(Ordering::Greater | Ordering::Equal))
        }
        Comparison::In => contains(right, left)?,
        Comparison::NotIn => !contains(right, left)?,
        Comparison::Is => identical(left, right)?,
        Comparison::IsNot => !identical(left, right)?,
    })
}

fn order(left: &Value, right: &Value) -> Result<Option<Ordering>, Stop> {
    match (left, right) {
        (Value::Text(one), Value::Text(two)) => Ok(Some(one.cmp(two))),
        (Value::List(_), Value::List(_)) => Err(Stop::Unknown),
        _ => match (left.number(), right.number()) {
            (Some(one), Some(two)) => Ok(one.partial_cmp(&two)),
            _ => Err(Stop::Raises),
        },
    }
}

fn contains(container: &Value, part: &Value) -> Result<bool, Stop> {
    match (container, part) {
        (Value::List(values), part) => Ok(values.iter().any(|value| value.equals(part))),
        (Value::Text(text), Value::Text(part)) => Ok(text.contains(part.as_str())),
        _ => Err(Stop::Raises),
    }
}

/// `is` between anything but None, True and False depends on Python's memory.
fn identical(left: &Value, right: &Value) -> Result<bool, Stop> {
    let single = |value: &Value| matches!(value, Value::None | Value::Bool(_));
    if single(left) || single(right) { Ok(left == right) } else { Err(Stop::Unknown) }
}
