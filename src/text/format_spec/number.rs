//! Numbers by a specification: their digits, signs, prefixes, groups and filling.

use super::{Align, Filling, Sign, Spec, collected, unknown};
use crate::text::float::{self, Kind, Style};
use crate::text::int::{self, IntRef};
use crate::text::wtf8::count_chars;
use crate::text::{Error, Text, wtf8};
use smallvec::SmallVec;

/// A number in parts, in the order in which they stand.
#[derive(Default)]
struct Parts<'a> {
    negative: bool,
    prefix: &'static [u8],
    /// The digits that are grouped; none for a character, an infinity or NaN.
    digits: &'a [u8],
    /// All that follows: point, fraction, exponent, percent sign.
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    /// Divides a number as `float::format` writes it.
    fn of_float(text: &'a [u8]) -> Parts<'a> {
        let (negative, text) = match text {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, text),
        };
        let end = text
            .iter()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        Parts {
            negative,
            prefix: b"",
            digits,
            rest,
        }
    }
}

/// How many digits go between two separators, and how many separators so many digits have.
#[derive(Clone, Copy)]
struct Grouping {
    separator: u8,
    size: usize,
}

impl Grouping {
    /// The number of digits that, with separators, fill at least `width`.
    fn digits_to_fill(self, width: usize) -> usize {
        // A whole group and its separator fill as much again; no separator may stand at the start.
        let (groups, over) = (width / (self.size + 1), width % (self.size + 1));
        groups * self.size + over.max(1)
    }
}

impl Spec {
    fn groups(&self) -> Option<Grouping> {
        let size = match self.letter() {
            Some(b'b' | b'o' | b'x' | b'X') => 4,
            _ => 3,
        };
        self.grouping.map(|separator| Grouping { separator, size })
    }

    fn sign_byte(&self, negative: bool) -> &'static [u8] {
        match (negative, self.sign) {
            (true, _) => b"-",
            (false, Some(Sign::Plus)) => b"+",
            (false, Some(Sign::Space)) => b" ",
            (false, _) => b"",
        }
    }

    /// Whether a number's own digits and minus sign are all there is to show.
    fn is_plain(&self) -> bool {
        self.width == 0
            && self.grouping.is_none()
            && !matches!(self.sign, Some(Sign::Plus | Sign::Space))
    }

    /// Appends the parts at the specification's width.
    fn lay_out(&self, out: &mut Vec<u8>, parts: &Parts<'_>) -> Result<(), Error> {
        let sign = self.sign_byte(parts.negative);
        let others = sign.len() + parts.prefix.len() + parts.rest.len();
        let zeros = self.fill == u32::from(b'0') && self.align == Align::Inner;
        let wanted = if zeros {
            self.width.saturating_sub(others)
        } else {
            0
        };
        let (digits, separators) = self.count_digits(parts.digits.len(), wanted);
        let missing = self.width.saturating_sub(others + digits + separators);
        let (left, inner) = match self.align {
            Align::Left => (0, 0),
            Align::Right => (missing, 0),
            Align::Center => (missing / 2, 0),
            Align::Inner => (0, missing),
        };
        let needed = others.saturating_add(digits).saturating_add(separators);
        let filling = Filling::new(out, self.fill, missing, needed)?;
        filling.put(out, left);
        out.extend_from_slice(sign);
        out.extend_from_slice(parts.prefix);
        filling.put(out, inner);
        push_digits(out, parts.digits, digits, self.groups());
        // What follows may be a character of several bytes; it is one all the same.
        out.extend_from_slice(parts.rest);
        filling.put(out, missing - left - inner);
        Ok(())
    }

    /// Appends a number in parts: the digits that are grouped, and all that follows them.
    pub fn put_number(
        &self,
        out: &mut Vec<u8>,
        negative: bool,
        digits: &[u8],
        rest: &[u8],
    ) -> Result<(), Error> {
        let parts = Parts {
            negative,
            prefix: b"",
            digits,
            rest,
        };
        self.lay_out(out, &parts)
    }

    /// How many digits, zeros to the left included, and separators fill `wanted` characters.
    fn count_digits(&self, len: usize, wanted: usize) -> (usize, usize) {
        match self.groups() {
            _ if len == 0 => (0, 0),
            None => (len.max(wanted), 0),
            Some(groups) => {
                let digits = len.max(groups.digits_to_fill(wanted));
                (digits, (digits - 1) / groups.size)
            }
        }
    }

    /// `format(number, spec)` for an int. `limit` is the most digits that `str` would give.
    pub fn format_int(
        &self,
        value: IntRef<'_>,
        type_name: &str,
        limit: usize,
    ) -> Result<Text, Error> {
        collected(|out| self.put_int(out, value, type_name, limit))
    }

    /// Whether it asks for the text of a float.
    pub fn is_of_floats(&self) -> bool {
        let letters = [b'e', b'E', b'f', b'F', b'g', b'G', b'%'];
        self.letter()
            .is_some_and(|letter| letters.contains(&letter))
    }

    /// Appends `format(number, spec)` for an int.
    pub fn put_int(
        &self,
        out: &mut Vec<u8>,
        value: IntRef<'_>,
        type_name: &str,
        limit: usize,
    ) -> Result<(), Error> {
        let letter = self.letter().ok_or_else(|| unknown(self.kind, type_name))?;
        if self.is_of_floats() {
            return self.put_float(out, value.to_f64()?, type_name);
        }
        let base = match letter {
            b'b' => 2,
            b'o' => 8,
            b'x' | b'X' => 16,
            b'd' | b'n' => 10,
            b'c' => 0,
            _ => return Err(unknown(self.kind, type_name)),
        };
        if self.precision.is_some() {
            return Err(Error::value(
                "Precision not allowed in integer format specifier",
            ));
        }
        if self.no_negative_zero {
            return Err(Error::value(
                "Negative zero coercion (z) not allowed in integer format specifier",
            ));
        }
        if base == 0 {
            return self.put_char(out, value);
        }
        int::with_digits(value, base, limit, |digits| {
            if letter == b'X' {
                return self.put_digits(out, letter, &digits.to_ascii_uppercase());
            }
            self.put_digits(out, letter, digits)
        })
    }

    /// Appends an int of these digits, which may follow a minus sign.
    fn put_digits(&self, out: &mut Vec<u8>, letter: u8, digits: &[u8]) -> Result<(), Error> {
        if self.is_plain() && !self.alternate {
            out.extend_from_slice(digits);
            return Ok(());
        }
        let prefix: &[u8] = match (self.alternate, letter) {
            (true, b'b') => b"0b",
            (true, b'o') => b"0o",
            (true, b'x') => b"0x",
            (true, b'X') => b"0X",
            _ => b"",
        };
        let negative = digits.starts_with(b"-");
        let parts = Parts {
            negative,
            prefix,
            digits: &digits[usize::from(negative)..],
            rest: b"",
        };
        self.lay_out(out, &parts)
    }

    /// The type `c`: the character of a number.
    fn put_char(&self, out: &mut Vec<u8>, value: IntRef<'_>) -> Result<(), Error> {
        if self.sign.is_some() {
            return Err(Error::value(
                "Sign not allowed with integer format specifier 'c'",
            ));
        }
        if self.alternate {
            return Err(Error::value(
                "Alternate form (#) not allowed with integer format specifier 'c'",
            ));
        }
        let Some(value) = value.to_i64() else {
            return Err(Error::overflow("Python int too large to convert to C long"));
        };
        let Some(c) = u32::try_from(value).ok().filter(|&c| c < 0x110000) else {
            return Err(Error::overflow("%c arg not in range(0x110000)"));
        };
        // A character is no digit, so that `=` fills to its left.
        let (bytes, size) = wtf8::encode(c);
        let mut spec = self.clone();
        if spec.align == Align::Inner {
            spec.align = Align::Right;
        }
        spec.fill_up(out, &bytes[..size], 1)
    }

    /// The style that the type and the precision give.
    fn style(&self, dot_zero: bool, type_name: &str) -> Result<Style, Error> {
        let letter = self.letter().ok_or_else(|| unknown(self.kind, type_name))?;
        let kind = match letter {
            0 if self.precision.is_none() => Kind::Repr,
            0 | b'g' | b'G' | b'n' => Kind::General,
            b'e' | b'E' => Kind::Exponent,
            b'f' | b'F' | b'%' => Kind::Fixed,
            _ => return Err(unknown(self.kind, type_name)),
        };
        let precision = self.precision.unwrap_or(6);
        if precision > i32::MAX as usize {
            return Err(Error::value("precision too big"));
        }
        let upper = letter.is_ascii_uppercase();
        let dot_zero = dot_zero && letter == 0;
        Ok(Style {
            kind,
            precision,
            upper,
            alternate: self.alternate,
            dot_zero,
        })
    }

    /// Appends what `float::push` does, with the flag `z` heeded.
    fn push_digits_of(&self, out: &mut Vec<u8>, value: f64, style: Style) -> Result<(), Error> {
        let start = out.len();
        float::push(out, value, style)?;
        if self.no_negative_zero && out.get(start) == Some(&b'-') && value.is_finite() {
            let mut mantissa = out[start..]
                .iter()
                .take_while(|byte| !byte.is_ascii_alphabetic());
            if !mantissa.any(|byte| matches!(byte, b'1'..=b'9')) {
                out.remove(start);
            }
        }
        Ok(())
    }

    /// `format(number, spec)` for a float.
    pub fn format_float(&self, value: f64, type_name: &str) -> Result<Text, Error> {
        collected(|out| self.put_float(out, value, type_name))
    }

    /// Appends `format(number, spec)` for a float.
    pub fn put_float(&self, out: &mut Vec<u8>, value: f64, type_name: &str) -> Result<(), Error> {
        let style = self.style(true, type_name)?;
        let percent = self.letter() == Some(b'%');
        let value = if percent { value * 100.0 } else { value };
        let start = out.len();
        self.push_digits_of(out, value, style)?;
        if percent {
            out.push(b'%');
        }
        if self.is_plain() {
            return Ok(());
        }
        self.lay_out_last(out, start)
    }

    /// Lays out the number that is the last of the output.
    fn lay_out_last(&self, out: &mut Vec<u8>, start: usize) -> Result<(), Error> {
        let number: SmallVec<[u8; 32]> = SmallVec::from_slice(&out[start..]);
        out.truncate(start);
        self.lay_out(out, &Parts::of_float(&number))
    }

    /// `format(number, spec)` for a complex number.
    pub fn format_complex(&self, real: f64, imag: f64, type_name: &str) -> Result<Text, Error> {
        if self.letter() == Some(b'%') {
            return Err(unknown(self.kind, type_name));
        }
        let style = self.style(false, type_name)?;
        if self.fill == u32::from(b'0') {
            return Err(Error::value(
                "Zero padding is not allowed in complex format specifier",
            ));
        }
        if self.align == Align::Inner {
            return Err(Error::value(
                "'=' alignment flag is not allowed in complex format specifier",
            ));
        }
        let part = Spec {
            width: 0,
            ..self.clone()
        };
        let imag_part = Spec {
            sign: Some(Sign::Plus),
            ..part.clone()
        };
        let lone = self.kind == 0 && real == 0.0 && real.is_sign_positive();
        let parens = self.kind == 0 && !lone;
        let mut number = Vec::new();
        if parens {
            number.push(b'(');
        }
        if !lone {
            self.push_digits_of(&mut number, real, style)?;
            part.lay_out_last(&mut number, usize::from(parens))?;
        }
        let (spec, start) = (if lone { &part } else { &imag_part }, number.len());
        self.push_digits_of(&mut number, imag, style)?;
        spec.lay_out_last(&mut number, start)?;
        number.extend_from_slice(if parens { b"j)" } else { b"j" });
        collected(|out| self.fill_up(out, &number, count_chars(&number)))
    }
}

/// Appends digits after as many zeros as make them `total`, in groups.
fn push_digits(out: &mut Vec<u8>, digits: &[u8], total: usize, groups: Option<Grouping>) {
    let zeros = total - digits.len();
    let Some(Grouping { separator, size }) = groups else {
        if zeros > 0 {
            out.resize(out.len() + zeros, b'0');
        }
        out.extend_from_slice(digits);
        return;
    };
    for at in 0..total {
        if at > 0 && (total - at).is_multiple_of(size) {
            out.push(separator);
        }
        out.push(if at < zeros { b'0' } else { digits[at - zeros] });
    }
}
