//! The `%` operator of `str` and `bytes`: `%[(key)][flags][width][.precision][length]conversion`.
//!
//! [`format()`] and [`format_bytes`] read the format and ask a [`Source`] for what it names. The source
//! takes the values from its tuple or mapping and puts each into the output by one of the methods of
//! [`Directive`]. For `bytes` the output is a text of one code point per byte.

use super::float::{self, Kind, Style};
use super::int::{self, IntRef};
use super::wtf8::CodePoints;
use super::{Error, Text};
use smallvec::SmallVec;

/// The flags of a directive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`: fill to the right.
    pub left: bool,
    /// `+`: always show a sign.
    pub sign: bool,
    /// A blank: show one in place of a plus sign.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`: fill with zeros between sign and digits.
    pub zero: bool,
}

/// One directive of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The flags.
    pub flags: Flags,
    /// The least number of characters.
    pub width: usize,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The conversion's character.
    pub kind: u32,
    /// Where in the format that stands.
    pub at: usize,
    /// Whether the format is a `bytes`.
    pub bytes: bool,
}

/// What a directive wants of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `s` (for `bytes` with `b` the same, as bytes): [`Directive::put_text`].
    Str,
    /// `r` of `str`: the `repr`, by [`Directive::put_text`].
    Repr,
    /// `a`, and `r` of `bytes`: the `ascii`, by [`Directive::put_text`].
    Ascii,
    /// `c`: a character or its number, by [`Directive::put_char`].
    Char,
    /// `d`, `i`, `u`: a real number cut to an int, by [`Directive::put_int`].
    Decimal,
    /// `x`, `X`, `o`: an int, by [`Directive::put_int`].
    Radix,
    /// `e`, `f`, `g` and their capitals: a float, by [`Directive::put_float`].
    Float,
}

/// What a `*` found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Star {
    /// An int that fits a word.
    Int(i64),
    /// An int that does not.
    TooLarge,
    /// Something else.
    NotInt,
}

/// Where a format's values come from.
pub trait Source {
    /// What goes wrong: an error of the format, or an exception of the object layer.
    type Failure: From<Error>;

    /// Whether the argument is a mapping that keys can be looked up in.
    fn is_mapping(&self) -> bool;

    /// Looks a key up; the result is the next value, and there are no others.
    fn key(&mut self, key: Text) -> Result<(), Self::Failure>;

    /// Takes the next value for a `*`.
    fn star(&mut self) -> Result<Star, Self::Failure>;

    /// Takes the next value ([`not_enough`] if there is none), then asks
    /// [`Directive::conversion`], then puts the value into `out`.
    fn convert(&mut self, directive: &Directive, out: &mut Vec<u8>) -> Result<(), Self::Failure>;

    /// Whether values are left over, and the argument is no mapping.
    fn has_rest(&self) -> bool;
}

/// The error of a source that has no next value.
pub fn not_enough() -> Error {
    Error::type_error("not enough arguments for format string")
}

/// Appends `format % arguments` for `str`.
pub fn format<S: Source>(
    format: &Text,
    source: &mut S,
    out: &mut Vec<u8>,
) -> Result<(), S::Failure> {
    run(format, source, false, out)
}

/// `format % arguments` for `bytes`.
pub fn format_bytes<S: Source>(format: &[u8], source: &mut S) -> Result<Vec<u8>, S::Failure> {
    let (text, mut out) = (latin_1(format), Vec::new());
    run(&text, source, true, &mut out)?;
    Ok(match out.is_ascii() {
        true => out,
        false => CodePoints::new(&out).map(|c| c as u8).collect(),
    })
}

/// A text with a character for each byte.
fn latin_1(bytes: &[u8]) -> Text {
    match bytes.is_ascii() {
        true => Text::from_ascii(bytes),
        false => bytes.iter().map(|&byte| u32::from(byte)).collect(),
    }
}

fn run<S: Source>(
    format: &Text,
    source: &mut S,
    bytes: bool,
    out: &mut Vec<u8>,
) -> Result<(), S::Failure> {
    let mut reader = Reader {
        format,
        rest: format.chars(),
        at: 0,
        bytes,
    };
    while let Some(directive) = reader.next(source, out)? {
        source.convert(&directive, out)?;
    }
    if source.has_rest() {
        let kind = if bytes { "bytes" } else { "string" };
        let message = format!("not all arguments converted during {kind} formatting");
        return Err(Error::type_error(message).into());
    }
    Ok(())
}

struct Reader<'a> {
    format: &'a Text,
    rest: CodePoints<'a>,
    /// How many code points have been read.
    at: usize,
    bytes: bool,
}

impl Reader<'_> {
    fn read(&mut self) -> Option<u32> {
        let c = self.rest.next();
        self.at += usize::from(c.is_some());
        c
    }

    /// Reads a character that a directive cannot do without.
    fn expect(&mut self) -> Result<u32, Error> {
        self.read().ok_or_else(|| Error::value("incomplete format"))
    }

    /// Copies what is literal, then reads a directive.
    fn next<S: Source>(
        &mut self,
        source: &mut S,
        out: &mut Vec<u8>,
    ) -> Result<Option<Directive>, S::Failure> {
        loop {
            let bytes = self.rest.as_bytes();
            let Some(literal) = memchr::memchr(b'%', bytes) else {
                out.extend_from_slice(bytes);
                return Ok(None);
            };
            out.extend_from_slice(&bytes[..literal]);
            if !self.format.is_ascii() {
                self.at += super::wtf8::count_chars(&bytes[..literal]);
            } else {
                self.at += literal;
            }
            self.rest = CodePoints::new(&bytes[literal + 1..]);
            self.at += 1;
            match bytes.get(literal + 1) {
                Some(b'%') => {
                    self.read();
                    out.push(b'%');
                }
                _ => return self.directive(source).map(Some),
            }
        }
    }

    fn directive<S: Source>(&mut self, source: &mut S) -> Result<Directive, S::Failure> {
        // Most directives are a letter only.
        if let Some(&letter @ b'a'..=b'z') = self.rest.as_bytes().first()
            && !matches!(letter, b'h' | b'l')
        {
            self.read();
            return Ok(Directive {
                flags: Flags::default(),
                width: 0,
                precision: None,
                kind: letter.into(),
                at: self.at - 1,
                bytes: self.bytes,
            });
        }
        if self.rest.as_bytes().first() == Some(&b'(') {
            if !source.is_mapping() {
                return Err(Error::type_error("format requires a mapping").into());
            }
            let key = self.key()?;
            source.key(key)?;
        }
        let mut c = self.expect()?;
        let mut flags = Flags::default();
        while let Some(flag) = char::from_u32(c).and_then(|c| flags.of(c)) {
            *flag = true;
            c = self.expect()?;
        }
        let mut width = 0;
        if c == u32::from(b'*') {
            let given = star(source.star()?, "ssize_t")?;
            flags.left |= given < 0;
            width = usize::try_from(given.unsigned_abs()).map_err(|_| Error::memory())?;
            c = self.expect()?;
        } else if digit(c).is_some() {
            (width, c) = self.number(c, isize::MAX as usize, "width too big")?;
        }
        let mut precision = None;
        if c == u32::from(b'.') {
            c = self.expect()?;
            if c == u32::from(b'*') {
                let given = star(source.star()?, "int")?;
                let given = i32::try_from(given).map_err(|_| too_large("int"))?;
                precision = Some(usize::try_from(given).unwrap_or(0));
                c = self.expect()?;
            } else {
                let message = if self.bytes {
                    "prec too big"
                } else {
                    "precision too big"
                };
                let number;
                (number, c) = self.number(c, i32::MAX as usize, message)?;
                precision = Some(number);
            }
        }
        if matches!(char::from_u32(c), Some('h' | 'l' | 'L')) {
            c = self.expect()?;
        }
        let at = self.at - 1;
        Ok(Directive {
            flags,
            width,
            precision,
            kind: c,
            at,
            bytes: self.bytes,
        })
    }

    /// The key in parentheses, which may be nested.
    fn key(&mut self) -> Result<Text, Error> {
        self.read();
        let start = self.rest.as_bytes();
        let mut depth = 1;
        while depth > 0 {
            match self.read().and_then(char::from_u32) {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                None if self.rest.as_bytes().is_empty() => {
                    return Err(Error::value("incomplete format key"));
                }
                _ => {}
            }
        }
        let len = start.len() - self.rest.as_bytes().len() - 1;
        Ok(Text::from_wtf8(&start[..len]))
    }

    /// The number whose first character is `c`, or 0 if that is no digit, and what follows it.
    fn number(
        &mut self,
        mut c: u32,
        most: usize,
        message: &'static str,
    ) -> Result<(usize, u32), Error> {
        let mut number = 0usize;
        while let Some(digit) = digit(c) {
            if number > (most - digit) / 10 {
                return Err(Error::value(message));
            }
            number = number * 10 + digit;
            c = self.expect()?;
        }
        Ok((number, c))
    }
}

fn digit(c: u32) -> Option<usize> {
    char::from_u32(c)?.to_digit(10).map(|digit| digit as usize)
}

fn too_large(kind: &str) -> Error {
    Error::overflow(format!("Python int too large to convert to C {kind}"))
}

fn star(star: Star, kind: &str) -> Result<i64, Error> {
    match star {
        Star::Int(value) => Ok(value),
        Star::TooLarge => Err(too_large(kind)),
        Star::NotInt => Err(Error::type_error("* wants int")),
    }
}

impl Flags {
    fn of(&mut self, c: char) -> Option<&mut bool> {
        match c {
            '-' => Some(&mut self.left),
            '+' => Some(&mut self.sign),
            ' ' => Some(&mut self.blank),
            '#' => Some(&mut self.alternate),
            '0' => Some(&mut self.zero),
            _ => None,
        }
    }
}

impl Directive {
    /// What the directive wants of its value, or the error for a character that is no conversion.
    pub fn conversion(&self) -> Result<Conversion, Error> {
        Ok(match char::from_u32(self.kind) {
            Some('s') => Conversion::Str,
            Some('b') if self.bytes => Conversion::Str,
            Some('r') if !self.bytes => Conversion::Repr,
            Some('a' | 'r') => Conversion::Ascii,
            Some('c') => Conversion::Char,
            Some('d' | 'i' | 'u') => Conversion::Decimal,
            Some('x' | 'X' | 'o') => Conversion::Radix,
            Some('e' | 'E' | 'f' | 'F' | 'g' | 'G') => Conversion::Float,
            _ => return Err(self.unsupported()),
        })
    }

    fn unsupported(&self) -> Error {
        let (kind, at) = (self.kind, self.at);
        let shown = match (char::from_u32(kind), self.bytes) {
            (Some(c @ '\x1f'..='~'), false) | (Some(c @ '\0'..='\x7f'), true) => c,
            (_, false) => '?',
            (_, true) => return Error::overflow("character argument not in range(0x110000)"),
        };
        Error::value(format!(
            "unsupported format character '{shown}' (0x{kind:x}) at index {at}"
        ))
    }

    /// The error for a value that is no number, given the name of its class.
    pub fn wrong_number(&self, type_name: &str) -> Error {
        let kind = match char::from_u32(self.kind) {
            Some('i') if self.bytes => 'd',
            kind => kind.unwrap_or('?'),
        };
        let wanted = match self.conversion() {
            Ok(Conversion::Radix) => "an integer",
            _ => "a real number",
        };
        Error::type_error(format!(
            "%{kind} format: {wanted} is required, not {type_name}"
        ))
    }

    /// Whether there is nothing but the conversion's character.
    pub fn is_bare(&self) -> bool {
        self.is_plain() && !self.flags.left && !self.flags.zero
    }

    /// Puts a text, cut to the precision.
    pub fn put_text(&self, out: &mut Vec<u8>, text: &Text) -> Result<(), Error> {
        match self.precision {
            Some(precision) if precision < text.len() => {
                self.fill_up(out, &text.slice(0..precision))
            }
            _ => self.fill_up(out, text),
        }
    }

    /// Puts bytes, cut to the precision, into the output of a `bytes` format.
    pub fn put_bytes(&self, out: &mut Vec<u8>, bytes: &[u8]) -> Result<(), Error> {
        self.put_text(out, &latin_1(bytes))
    }

    /// Puts a character, which the precision does not touch.
    pub fn put_char(&self, out: &mut Vec<u8>, c: u32) -> Result<(), Error> {
        self.fill_up(out, &Text::from_code_point(c))
    }

    fn fill_up(&self, out: &mut Vec<u8>, text: &Text) -> Result<(), Error> {
        let missing = self.width.saturating_sub(text.len());
        let size = missing.saturating_add(text.as_bytes().len());
        out.try_reserve(size).map_err(|_| Error::memory())?;
        if !self.flags.left {
            out.resize(out.len() + missing, b' ');
        }
        out.extend_from_slice(text.as_bytes());
        if self.flags.left {
            out.resize(out.len() + missing, b' ');
        }
        Ok(())
    }

    /// Whether a number is put as its digits and minus sign are.
    fn is_plain(&self) -> bool {
        self.is_plain_but_precision() && self.precision.is_none()
    }

    fn is_plain_but_precision(&self) -> bool {
        let flags = &self.flags;
        self.width == 0 && !(flags.sign || flags.blank || flags.alternate)
    }

    /// Puts an int; `limit` is the most digits that `str` would give.
    pub fn put_int(&self, out: &mut Vec<u8>, value: IntRef<'_>, limit: usize) -> Result<(), Error> {
        let (base, prefix) = match char::from_u32(self.kind) {
            Some('x') => (16, "0x"),
            Some('X') => (16, "0X"),
            Some('o') => (8, "0o"),
            _ => (10, ""),
        };
        let prefix = if self.flags.alternate { prefix } else { "" };
        int::with_digits(value, base, limit, |digits| {
            let start = out.len();
            if self.is_plain() {
                out.extend_from_slice(digits);
            } else {
                let negative = value.is_negative();
                let digits = &digits[usize::from(negative)..];
                self.put_number(out, negative, prefix, digits, self.precision.unwrap_or(0))?;
            }
            if self.kind == u32::from(b'X') {
                out[start..].make_ascii_uppercase();
            }
            Ok(())
        })
    }

    /// Puts a float.
    pub fn put_float(&self, out: &mut Vec<u8>, value: f64) -> Result<(), Error> {
        let letter = char::from_u32(self.kind).unwrap_or('f');
        let kind = match letter.to_ascii_lowercase() {
            'e' => Kind::Exponent,
            'g' => Kind::General,
            _ => Kind::Fixed,
        };
        let style = Style {
            kind,
            precision: self.precision.unwrap_or(6),
            upper: letter.is_ascii_uppercase(),
            alternate: self.flags.alternate,
            dot_zero: false,
        };
        let start = out.len();
        float::push(out, value, style)?;
        if self.is_plain_but_precision() {
            return Ok(());
        }
        let number: SmallVec<[u8; 32]> = SmallVec::from_slice(&out[start..]);
        out.truncate(start);
        let digits = number.strip_prefix(b"-");
        self.put_number(out, digits.is_some(), "", digits.unwrap_or(&number), 0)
    }

    /// Puts sign, prefix and digits, with zeros to make those at least `least`.
    fn put_number(
        &self,
        out: &mut Vec<u8>,
        negative: bool,
        prefix: &str,
        digits: &[u8],
        least: usize,
    ) -> Result<(), Error> {
        let sign = match (negative, self.flags) {
            (true, _) => "-",
            (_, Flags { sign: true, .. }) => "+",
            (_, Flags { blank: true, .. }) => " ",
            _ => "",
        };
        let mut zeros = least.saturating_sub(digits.len());
        let len = (sign.len() + prefix.len() + digits.len()).saturating_add(zeros);
        let mut missing = self.width.saturating_sub(len);
        out.try_reserve(len.saturating_add(missing))
            .map_err(|_| Error::memory())?;
        if self.flags.zero && !self.flags.left {
            zeros += std::mem::take(&mut missing);
        }
        let (before, after) = match self.flags.left {
            true => (0, missing),
            false => (missing, 0),
        };
        out.resize(out.len() + before, b' ');
        out.extend_from_slice(sign.as_bytes());
        out.extend_from_slice(prefix.as_bytes());
        out.resize(out.len() + zeros, b'0');
        out.extend_from_slice(digits);
        out.resize(out.len() + after, b' ');
        Ok(())
    }
}
