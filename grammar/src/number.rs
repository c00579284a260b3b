//! Numeric literals: where they end, what is wrong with them, and what they mean.

use std::rc::Rc;

use crate::ast::Constant;

/// A numeric literal that is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub message: String,
    /// Bytes from the literal's start that the lexer has consumed when it gives up; the error is
    /// reported at the last of them.
    pub consumed: usize,
    /// Where the marked range starts, when it is longer than that one character.
    pub from: Option<usize>,
}

/// A literal's end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Scanned {
    pub len: usize,
    /// A keyword follows without a space: the description for the warning ("invalid decimal literal").
    pub touches_keyword: Option<&'static str>,
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
}

/// The keywords that may follow a number directly, for the sake of old code like `1if x else y`.
/// Those of two letters starting with `i` are not looked at beyond that.
const MAY_TOUCH: [&str; 8] = ["and", "else", "for", "if", "in", "is", "not", "or"];

/// Finds the end of the number that `text` starts with.
pub(crate) fn scan(text: &str) -> Result<Scanned, Malformed> {
    let mut scanner = Scanner {
        text: text.as_bytes(),
        at: 0,
    };
    let kind = scanner.number()?;
    let touches_keyword = scanner.end_of_number(text, kind)?;
    Ok(Scanned {
        len: scanner.at,
        touches_keyword,
    })
}

fn malformed<T>(message: impl Into<String>, consumed: usize) -> Result<T, Malformed> {
    Err(Malformed {
        message: message.into(),
        consumed,
        from: None,
    })
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn peek_at(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn number(&mut self) -> Result<&'static str, Malformed> {
        if self.peek() == b'0' {
            match self.peek_at(1) {
                b'x' | b'X' => return self.radix("hexadecimal", |c| c.is_ascii_hexdigit()),
                b'o' | b'O' => return self.radix("octal", |c| matches!(c, b'0'..=b'7')),
                b'b' | b'B' => return self.radix("binary", |c| matches!(c, b'0' | b'1')),
                _ => {}
            }
        }
        let leading_zero = self.peek() == b'0';
        if self.peek() != b'.' {
            self.decimal_digits()?;
        }
        let digits_end = self.at;
        let mut kind = "decimal";
        if self.peek() == b'.' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.decimal_digits()?;
            }
        }
        self.exponent()?;
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            kind = "imaginary";
        }
        if leading_zero
            && self.at == digits_end
            // An `e` is taken for an exponent first.
            && !matches!(self.peek(), b'e' | b'E')
            && self.text[..digits_end]
                .iter()
                .any(|c| matches!(c, b'1'..=b'9'))
        {
            let zeros = self
                .text
                .iter()
                .take_while(|&&c| matches!(c, b'0' | b'_'))
                .count();
            return Err(Malformed {
                message: "leading zeros in decimal integer literals are not permitted; \
                          use an 0o prefix for octal integers"
                    .into(),
                consumed: zeros,
                from: Some(0),
            });
        }
        Ok(kind)
    }

    /// Digits after `0x`, `0o` or `0b`.
    fn radix(
        &mut self,
        name: &'static str,
        is_digit: fn(u8) -> bool,
    ) -> Result<&'static str, Malformed> {
        self.at = 2;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !is_digit(self.peek()) {
                return if self.peek().is_ascii_digit() {
                    malformed(
                        format!("invalid digit '{}' in {name} literal", self.peek() as char),
                        self.at + 1,
                    )
                } else {
                    malformed(format!("invalid {name} literal"), self.at)
                };
            }
            while is_digit(self.peek()) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() {
            return malformed(
                format!("invalid digit '{}' in {name} literal", self.peek() as char),
                self.at + 1,
            );
        }
        Ok(name)
    }

    fn decimal_digits(&mut self) -> Result<(), Malformed> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return malformed("invalid decimal literal", self.at);
            }
        }
    }

    /// `e5`, `e-5`; an `e` that no digit follows is not part of the number (`1else`).
    fn exponent(&mut self) -> Result<(), Malformed> {
        if !matches!(self.peek(), b'e' | b'E') {
            return Ok(());
        }
        match (self.peek_at(1), self.peek_at(2)) {
            (b'+' | b'-', digit) if digit.is_ascii_digit() => self.at += 2,
            (b'+' | b'-', _) => return malformed("invalid decimal literal", self.at + 2),
            (digit, _) if digit.is_ascii_digit() => self.at += 1,
            _ => return Ok(()),
        }
        self.decimal_digits()
    }

    fn end_of_number(
        &self,
        text: &str,
        kind: &'static str,
    ) -> Result<Option<&'static str>, Malformed> {
        let rest = text.get(self.at..).unwrap_or("");
        let Some(next) = rest.chars().next() else {
            return Ok(None);
        };
        // What follows in other scripts is for the parser to reject.
        if !(next.is_ascii_alphanumeric() || next == '_') {
            return Ok(None);
        }
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || !c.is_ascii();
        let touches = |word: &&str| {
            let after = rest.strip_prefix(*word);
            after.is_some_and(|after| word.starts_with('i') || !after.starts_with(is_word))
        };
        if MAY_TOUCH.iter().any(touches) {
            return Ok(Some(kind));
        }
        malformed(format!("invalid {kind} literal"), self.at)
    }
}

/// The value of a literal that `scan` accepted. `max_digits` is `sys.get_int_max_str_digits()`, 0 for no limit.
pub(crate) fn value(text: &str, max_digits: u32) -> Result<Constant, String> {
    let clean: std::borrow::Cow<str> = if text.contains('_') {
        text.replace('_', "").into()
    } else {
        text.into()
    };
    let radix = match clean.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let digits = clean.get(2..).unwrap_or("");
        return Ok(i64::from_str_radix(digits, radix)
            .map_or_else(|_| Constant::BigInt(Rc::from(&*clean)), Constant::Int));
    }
    if let Some(imaginary) = clean.strip_suffix(['j', 'J']) {
        return Ok(Constant::Complex(float(imaginary)));
    }
    if clean.contains(['.', 'e', 'E']) {
        return Ok(Constant::Float(float(&clean)));
    }
    if let Ok(small) = clean.parse() {
        return Ok(Constant::Int(small));
    }
    let digits = clean.trim_start_matches('0');
    if max_digits != 0 && clean.len() > max_digits as usize {
        return Err(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
             to avoid decimal conversion limits.",
            clean.len()
        ));
    }
    Ok(if digits.is_empty() {
        Constant::Int(0)
    } else {
        Constant::BigInt(Rc::from(digits))
    })
}

/// `scan` accepted the text, so that Rust's syntax of floats covers it.
fn float(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}
