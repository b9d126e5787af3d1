//! Reads the words of a condition into an expression, by Python's order of precedence.

use super::token::{Token, tokens};
use super::{Comparison, Expression, Operator, Value};

/// Deepest nesting; nobody writes more, and it bounds the stack.
const DEEPEST: usize = 64;
/// Most words; the expression's depth to the left grows with them.
const LONGEST: usize = 512;

/// Words that mean something else in Python and are not known here.
const RESERVED: [&str; 14] = [
    "if", "else", "for", "lambda", "await", "async", "yield", "import", "from", "as", "def",
    "return", "with", "del",
];

pub(super) fn parse(text: &str) -> Option<Expression> {
    let tokens = tokens(text)?;
    if tokens.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { tokens: &tokens, depth: 0 };
    let expression = reader.either()?;
    reader.tokens.is_empty().then_some(expression)
}

struct Reader<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl Reader<'_> {
    fn take_name(&mut self, word: &str) -> bool {
        self.take(|token| matches!(token, Token::Name(name) if name == word))
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        self.take(|token| matches!(token, Token::Sign(other) if *other == sign))
    }

    fn take(&mut self, wanted: impl Fn(&Token) -> bool) -> bool {
        match self.tokens.split_first() {
            Some((first, rest)) if wanted(first) => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= DEEPEST {
            return None;
        }
        self.depth += 1;
        let found = read(self);
        self.depth -= 1;
        found
    }

    fn either(&mut self) -> Option<Expression> {
        let mut left = self.both()?;
        while self.take_name("or") {
            left = Expression::Or(Box::new(left), Box::new(self.both()?));
        }
        Some(left)
    }

    fn both(&mut self) -> Option<Expression> {
        let mut left = self.inverted()?;
        while self.take_name("and") {
            left = Expression::And(Box::new(left), Box::new(self.inverted()?));
        }
        Some(left)
    }

    fn inverted(&mut self) -> Option<Expression> {
        if self.take_name("not") {
            return self.deeper(Self::inverted).map(|inner| Expression::Not(Box::new(inner)));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Option<Expression> {
        let first = self.sum()?;
        let mut rest = Vec::new();
        while let Some(comparison) = self.take_comparison()? {
            rest.push((comparison, self.sum()?));
        }
        Some(if rest.is_empty() { first } else { Expression::Compare(Box::new(first), rest) })
    }

    /// The inner option tells whether a comparison follows.
    #[expect(clippy::option_option, reason = "not understood, nothing there, or a comparison")]
    fn take_comparison(&mut self) -> Option<Option<Comparison>> {
        use Comparison::{
            Equal, Greater, GreaterOrEqual, In, Is, IsNot, Less, LessOrEqual, NotEqual, NotIn,
        };
        let signs = [
            ("==", Equal),
            ("!=", NotEqual),
            ("<=", LessOrEqual),
            (">=", GreaterOrEqual),
            ("<", Less),
            (">", Greater),
        ];
        for (sign, comparison) in signs {
            if self.take_sign(sign) {
                return Some(Some(comparison));
            }
        }
        if self.take_name("in") {
            return Some(Some(In));
        }
        if self.take_name("not") {
            return self.take_name("in").then_some(Some(NotIn));
        }
        if self.take_name("is") {
            return Some(Some(if self.take_name("not") { IsNot } else { Is }));
        }
        Some(None)
    }

    fn sum(&mut self) -> Option<Expression> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take_sign("+") {
                Operator::Plus
            } else if self.take_sign("-") {
                Operator::Minus
            } else {
                return Some(left);
            };
            left = Expression::Arithmetic(Box::new(left), operator, Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Option<Expression> {
        let mut left = self.signed()?;
        loop {
            let operator = if self.take_sign("*") {
                Operator::Times
            } else if self.take_sign("//") {
                Operator::FloorDivide
            } else if self.take_sign("/") {
                Operator::Divide
            } else if self.take_sign("%") {
                Operator::Modulo
            } else {
                return Some(left);
            };
            left = Expression::Arithmetic(Box::new(left), operator, Box::new(self.signed()?));
        }
    }

    fn signed(&mut self) -> Option<Expression> {
        if self.take_sign("-") {
            return self.deeper(Self::signed).map(|inner| Expression::Negative(Box::new(inner)));
        }
        self.atom()
    }

    fn atom(&mut self) -> Option<Expression> {
        if self.take_sign("(") {
            return self.deeper(|reader| reader.list(")", true));
        }
        if self.take_sign("[") {
            return self.deeper(|reader| reader.list("]", false));
        }
        let (first, rest) = self.tokens.split_first()?;
        let expression = match first {
            Token::Text(text) => Expression::Literal(Value::Text(text.clone())),
            Token::Number(number) => Expression::Literal(Value::Number(*number)),
            Token::Name(name) => named(name)?,
            Token::Sign(_) => return None,
        };
        self.tokens = rest;
        Some(expression)
    }

    /// What stands between brackets. One value in parentheses without a comma is the value itself.
    fn list(&mut self, end: &str, may_be_value: bool) -> Option<Expression> {
        let mut values = Vec::new();
        let mut commas = 0;
        while !self.take_sign(end) {
            if values.len() > commas {
                return None;
            }
            values.push(self.either()?);
            if self.take_sign(",") {
                commas += 1;
            }
        }
        match (values.len(), commas, may_be_value) {
            (1, 0, true) => values.pop(),
            _ => Some(Expression::List(values)),
        }
    }
}

fn named(name: &str) -> Option<Expression> {
    Some(match name {
        "True" => Expression::Literal(Value::Bool(true)),
        "False" => Expression::Literal(Value::Bool(false)),
        "None" => Expression::Literal(Value::None),
        "and" | "or" | "not" | "in" | "is" => return None,
        reserved if RESERVED.contains(&reserved) => return None,
        name => Expression::Name(name.to_owned()),
    })
}
