//! Conditions of Pricing Rules: the Python expressions people write, evaluated without Python.
//!
//! The server evaluates them with the order's fields as names; one that raises does not hold. Only
//! names, texts, numbers, comparisons, `in`, `and`, `or`, `not` and arithmetic are known here.
//! Anything else makes the outcome unknown, and the rule provisional.

mod evaluate;
mod parse;
mod token;

pub(crate) use evaluate::Value;

use crate::money::num::Num;

/// A condition, read once when its rule is put in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition(Option<Expression>);

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Yes,
    No,
    /// It uses what is not known here.
    Unknown,
}

/// What a name of a condition stands for.
pub(crate) enum Named {
    Value(Value),
    /// The server may know it, this engine does not.
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
enum Expression {
    Literal(Value),
    Name(String),
    List(Vec<Expression>),
    Not(Box<Expression>),
    Negative(Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Arithmetic(Box<Expression>, Operator, Box<Expression>),
    /// `a < b <= c` compares each pair in turn.
    Compare(Box<Expression>, Vec<(Comparison, Expression)>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Plus,
    Minus,
    Times,
    Divide,
    FloorDivide,
    Modulo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Is,
    IsNot,
}

impl Condition {
    /// Reads a condition; what is not understood is kept as unknown.
    pub(crate) fn parse(text: &str) -> Self {
        Self(parse::parse(text))
    }

    /// Whether it holds, given what its names stand for.
    pub(crate) fn holds(&self, names: &dyn Fn(&str) -> Named) -> Holds {
        match &self.0 {
            Some(expression) => evaluate::holds(expression, names),
            None => Holds::Unknown,
        }
    }
}

impl From<Num> for Value {
    fn from(number: Num) -> Self {
        Self::Number(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(name: &str) -> Named {
        Named::Value(match name {
            "customer_group" => Value::Text("Retailers".into()),
            "total_qty" => Value::Number(Num::new(7.0)),
            "total" => Value::Number(Num::new(100.5)),
            "campaign" => Value::None,
            "transaction_date" => Value::Text("2026-11-21".into()),
            _ => return Named::Unknown,
        })
    }

    fn holds(text: &str) -> Holds {
        Condition::parse(text).holds(&names)
    }

    #[test]
    fn what_people_write_is_evaluated() {
        assert_eq!(holds("customer_group == 'Retailers' and total_qty > 3"), Holds::Yes);
        assert_eq!(holds("customer_group in ('Trade', \"Retailers\")"), Holds::Yes);
        assert_eq!(holds("customer_group not in ['Trade']"), Holds::Yes);
        assert_eq!(holds("not (total_qty >= 7 or total < 1)"), Holds::No);
        assert_eq!(holds("3 < total_qty <= 7"), Holds::Yes);
        assert_eq!(holds("total * 2 - 1 == 200"), Holds::Yes);
        assert_eq!(holds("total_qty % 2 == 1 and total_qty // 2 == 3"), Holds::Yes);
        assert_eq!(holds("transaction_date >= '2026-11-01'"), Holds::Yes);
        assert_eq!(holds("campaign is None and not campaign"), Holds::Yes);
        assert_eq!(holds("'tail' in customer_group"), Holds::Yes);
        assert_eq!(holds("customer_group in ('Retailers')"), Holds::Yes);
        assert_eq!(holds("customer_group in ('Retailers',)"), Holds::Yes);
        assert_eq!(holds("-total_qty < 0 == False"), Holds::Yes);
        assert_eq!(holds("True"), Holds::Yes);
    }

    #[test]
    fn what_raises_on_the_server_does_not_hold() {
        assert_eq!(holds("customer_group > 3"), Holds::No);
        assert_eq!(holds("campaign > 3 or True"), Holds::No);
        assert_eq!(holds("total / 0 > 1"), Holds::No);
        assert_eq!(holds("3 in total"), Holds::No);
    }

    #[test]
    fn what_is_not_known_is_unknown_and_never_run() {
        assert_eq!(holds("__import__('os').system('true')"), Holds::Unknown);
        assert_eq!(holds("po_no == 'x'"), Holds::Unknown);
        assert_eq!(holds("total_qty < 1 and po_no == 'x'"), Holds::No);
        assert_eq!(holds("total_qty > 1 or po_no == 'x'"), Holds::Yes);
        assert_eq!(holds("items[0].qty > 1"), Holds::Unknown);
        assert_eq!(holds("lambda: 0"), Holds::Unknown);
        assert_eq!(holds(&"(".repeat(100_000)), Holds::Unknown);
        assert_eq!(holds(&"not ".repeat(100_000)), Holds::Unknown);
        assert_eq!(holds(&format!("1{}", "+1".repeat(100_000))), Holds::Unknown);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in "\\PC*") {
            let _ = holds(&text);
        }

        #[test]
        fn no_expression_makes_it_fail(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "total", "'a'", "3", "(", ")", ",", "and", "or", "not", "in", "==", "<", "-",
                    "%", "//", "[", "]", "is", "None", "1e999", "0",
                ]),
                0..30,
            )
        ) {
            let _ = holds(&words.join(" "));
        }
    }
}
