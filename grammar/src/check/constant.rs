//! What a constant expression is worth, as far as checks need to know: its type, and for the keys of
//! mapping patterns its equality and `repr`.

use crate::ast::*;

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Folded {
    /// `None`, `True`, `False` or `...`, by its name.
    Singleton(&'static str),
    Int(i64),
    BigInt(String),
    Float(f64),
    Complex(f64, f64),
    Str(Vec<u8>),
    Bytes(Vec<u8>),
    Tuple,
}

impl Folded {
    /// The name of its type.
    pub(super) fn type_name(&self) -> &'static str {
        match self {
            Folded::Singleton("None") => "NoneType",
            Folded::Singleton("Ellipsis") => "ellipsis",
            Folded::Singleton(_) => "bool",
            Folded::Int(_) | Folded::BigInt(_) => "int",
            Folded::Float(_) => "float",
            Folded::Complex(..) => "complex",
            Folded::Str(_) => "str",
            Folded::Bytes(_) => "bytes",
            Folded::Tuple => "tuple",
        }
    }

    /// Two constants that are one dict key have the same.
    pub(super) fn key(&self) -> Folded {
        match self {
            Folded::Singleton("True") => Folded::Int(1),
            Folded::Singleton("False") => Folded::Int(0),
            Folded::Float(value) if value.trunc() == *value && value.abs() < 9e15 => {
                Folded::Int(*value as i64)
            }
            Folded::Complex(real, 0.0) => Folded::Float(*real).key(),
            other => other.clone(),
        }
    }

    /// Its `repr`.
    pub(super) fn repr(&self) -> String {
        match self {
            Folded::Singleton(name) => (*name).to_owned(),
            Folded::Int(value) => value.to_string(),
            Folded::BigInt(digits) => digits.clone(),
            Folded::Float(value) => float_repr(*value),
            Folded::Complex(real, imaginary) => complex_repr(*real, *imaginary),
            Folded::Str(value) => string_repr("", &String::from_utf8_lossy(value)),
            Folded::Bytes(value) => string_repr("b", &value.escape_ascii().to_string()),
            Folded::Tuple => "()".to_owned(),
        }
    }
}

fn float_repr(value: f64) -> String {
    let magnitude = value.abs();
    if value.is_infinite() {
        return if value > 0.0 {
            "inf".into()
        } else {
            "-inf".into()
        };
    }
    if magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent
            .strip_prefix('-')
            .map_or(('+', exponent), |rest| ('-', rest));
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    format!("{value:?}")
}

fn complex_repr(real: f64, imaginary: f64) -> String {
    let part = |value: f64| {
        let text = float_repr(value);
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", part(imaginary));
    }
    let plus = if imaginary.is_sign_negative() {
        ""
    } else {
        "+"
    };
    format!("({}{plus}{}j)", part(real), part(imaginary))
}

fn string_repr(prefix: &str, text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = format!("{prefix}{quote}");
    for c in text.chars() {
        match c {
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\t' => out += "\\t",
            '\\' if prefix.is_empty() => out += "\\\\",
            c if c == quote => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\x{:02x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

/// The value of a constant expression. Only what can be a literal is folded: numbers with signs,
/// sums of a real and an imaginary number, tuples of constants.
pub(super) fn fold(expr: &Expr) -> Option<Folded> {
    Some(match &expr.kind {
        ExprKind::Constant(constant) => match constant {
            Constant::None => Folded::Singleton("None"),
            Constant::True => Folded::Singleton("True"),
            Constant::False => Folded::Singleton("False"),
            Constant::Ellipsis => Folded::Singleton("Ellipsis"),
            Constant::Int(value) => Folded::Int(*value),
            Constant::BigInt(digits) => Folded::BigInt(digits.to_string()),
            Constant::Float(value) => Folded::Float(*value),
            Constant::Complex(value) => Folded::Complex(0.0, *value),
            Constant::Str { value, .. } => Folded::Str(value.to_vec()),
            Constant::Bytes(value) => Folded::Bytes(value.to_vec()),
        },
        ExprKind::UnaryOp { op, operand } => match (op, literal(operand)?) {
            (UnaryOperator::Not, _) => Folded::Singleton("True"),
            (UnaryOperator::Invert, Folded::Int(value)) => Folded::Int(!value),
            (UnaryOperator::USub, Folded::Int(value)) => Folded::Int(value.checked_neg()?),
            (UnaryOperator::USub, Folded::BigInt(digits)) => Folded::BigInt(format!("-{digits}")),
            (UnaryOperator::USub, Folded::Float(value)) => Folded::Float(-value),
            (UnaryOperator::USub, Folded::Complex(real, imaginary)) => {
                Folded::Complex(-real, -imaginary)
            }
            (
                UnaryOperator::UAdd,
                number @ (Folded::Int(_)
                | Folded::BigInt(_)
                | Folded::Float(_)
                | Folded::Complex(..)),
            ) => number,
            _ => return None,
        },
        ExprKind::BinOp {
            left, op, right, ..
        } => sum(literal(left)?, *op, literal(right)?)?,
        ExprKind::Tuple(items) if items.iter().all(|item| literal(item).is_some()) => Folded::Tuple,
        _ => return None,
    })
}

/// A constant, possibly with a sign: bounds how far folding descends.
fn literal(expr: &Expr) -> Option<Folded> {
    match &expr.kind {
        ExprKind::Constant(_) => fold(expr),
        ExprKind::UnaryOp { operand, .. } if matches!(operand.kind, ExprKind::Constant(_)) => {
            fold(expr)
        }
        _ => None,
    }
}

fn sum(left: Folded, op: Operator, right: Folded) -> Option<Folded> {
    let real = |value: &Folded| match value {
        Folded::Int(value) => Some(*value as f64),
        Folded::Float(value) => Some(*value),
        _ => None,
    };
    let sign = if op == Operator::Sub { -1.0 } else { 1.0 };
    match (&left, op, &right) {
        (_, Operator::Add | Operator::Sub, Folded::Complex(re, im)) => {
            Some(Folded::Complex(real(&left)? + sign * re, sign * im))
        }
        (Folded::Int(_), Operator::Div, Folded::Int(_))
        | (Folded::Float(_), _, Folded::Int(_) | Folded::Float(_))
        | (Folded::Int(_), _, Folded::Float(_)) => Some(Folded::Float(f64::NAN)),
        (Folded::Int(a), _, Folded::Int(b)) => Some(Folded::Int(a.wrapping_add(*b))),
        (Folded::Str(text), Operator::Mult, Folded::Int(_)) => Some(Folded::Str(text.clone())),
        (Folded::Str(a), Operator::Add, Folded::Str(b)) => Some(Folded::Str([&a[..], b].concat())),
        _ => None,
    }
}
