//! `str.format`: replacement fields `{name!conversion:spec}` and what their names mean.
//!
//! [`format()`] walks a format and asks [`Fields`] for values; [`Markup`] and [`FieldName`] are the two
//! readers beneath it, which the `string` module needs by themselves.

use super::unicode::decimal_value;
use super::wtf8::CodePoints;
use super::{Error, Text};

/// How deep fields may stand in the specifications of fields.
const MOST_DEPTH: u32 = 2;

/// A piece of a format: literal text and the field after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text before the field, braces unescaped.
    pub literal: &'a [u8],
    /// The field, unless the text ended at an escaped brace or the format's end.
    pub field: Option<Field<'a>>,
}

/// A replacement field as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What stands before `!` and `:`.
    pub name: &'a [u8],
    /// The character after `!`.
    pub conversion: Option<u32>,
    /// What follows `:`, fields in it not yet replaced.
    pub spec: &'a [u8],
    /// Whether the specification has fields.
    pub nested: bool,
}

/// Reads a format piece by piece.
#[derive(Clone, Debug)]
pub struct Markup<'a> {
    rest: CodePoints<'a>,
}

const OPEN: u32 = b'{' as u32;
const CLOSE: u32 = b'}' as u32;

/// The text read between two states of an iterator, less the last `less` bytes, which are ASCII.
fn between<'a>(start: &CodePoints<'a>, end: &CodePoints<'a>, less: usize) -> &'a [u8] {
    let bytes = start.as_bytes();
    &bytes[..bytes.len() - end.as_bytes().len() - less]
}

impl<'a> Markup<'a> {
    /// A reader of a format.
    pub fn new(format: &'a [u8]) -> Markup<'a> {
        Markup {
            rest: CodePoints::new(format),
        }
    }

    /// The next piece, if any.
    pub fn next_piece(&mut self) -> Result<Option<Piece<'a>>, Error> {
        let bytes = self.rest.as_bytes();
        if bytes.is_empty() {
            return Ok(None);
        }
        let Some(at) = memchr::memchr2(b'{', b'}', bytes) else {
            self.rest = CodePoints::new(&[]);
            return Ok(Some(Piece {
                literal: bytes,
                field: None,
            }));
        };
        let brace = bytes[at];
        self.rest = CodePoints::new(&bytes[at + 1..]);
        match (brace, bytes.get(at + 1)) {
            (_, Some(&next)) if next == brace => {
                // A doubled brace stands for one, which ends the literal.
                self.rest = CodePoints::new(&bytes[at + 2..]);
                let literal = &bytes[..=at];
                Ok(Some(Piece {
                    literal,
                    field: None,
                }))
            }
            (b'{', Some(_)) => {
                let literal = &bytes[..at];
                Ok(Some(Piece {
                    literal,
                    field: Some(self.field()?),
                }))
            }
            (b'{', None) => Err(Error::value("Single '{' encountered in format string")),
            _ => Err(Error::value("Single '}' encountered in format string")),
        }
    }

    fn field(&mut self) -> Result<Field<'a>, Error> {
        let start = self.rest.clone();
        let end = loop {
            match self.rest.next().map(|c| char::from_u32(c).unwrap_or('\0')) {
                None => return Err(Error::value("expected '}' before end of string")),
                Some('{') => return Err(Error::value("unexpected '{' in field name")),
                Some('[') => self.skip_to_bracket(),
                Some(end @ ('}' | ':' | '!')) => break end,
                Some(_) => {}
            }
        };
        let name = between(&start, &self.rest, 1);
        let mut field = Field {
            name,
            conversion: None,
            spec: &[],
            nested: false,
        };
        match end {
            '}' => Ok(field),
            '!' => {
                let message = "end of string while looking for conversion specifier";
                field.conversion = Some(self.rest.next().ok_or_else(|| Error::value(message))?);
                match self.rest.next() {
                    Some(CLOSE) => Ok(field),
                    Some(c) if c != u32::from(b':') => {
                        Err(Error::value("expected ':' after conversion specifier"))
                    }
                    _ => self.spec(field),
                }
            }
            _ => self.spec(field),
        }
    }

    /// Skips to before the next closing bracket; a name may have braces and colons in brackets.
    fn skip_to_bracket(&mut self) {
        let bytes = self.rest.as_bytes();
        let at = memchr::memchr(b']', bytes).unwrap_or(bytes.len());
        self.rest = CodePoints::new(&bytes[at..]);
    }

    fn spec(&mut self, mut field: Field<'a>) -> Result<Field<'a>, Error> {
        let start = self.rest.clone();
        let mut depth = 1;
        while depth > 0 {
            match self.rest.next() {
                Some(OPEN) => {
                    field.nested = true;
                    depth += 1;
                }
                Some(CLOSE) => depth -= 1,
                Some(_) => {}
                None => return Err(Error::value("unmatched '{' in format spec")),
            }
        }
        field.spec = between(&start, &self.rest, 1);
        Ok(field)
    }
}

/// What a field's name starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// Nothing: the next number in turn.
    Auto,
    /// The number of a positional argument.
    Index(usize),
    /// The name of a keyword argument.
    Name(Text),
}

/// A step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `.name`
    Attribute(Text),
    /// `[number]`
    Index(usize),
    /// `[key]`
    Key(Text),
}

/// A field's name: what it starts with, and the steps that follow.
#[derive(Clone, Debug)]
pub struct FieldName<'a> {
    rest: CodePoints<'a>,
}

/// The number that a text in digits of any script is, if it is one.
fn integer(text: &[u8]) -> Result<Option<usize>, Error> {
    let mut number: Option<usize> = None;
    for c in CodePoints::new(text) {
        let Some(digit) = decimal_value(c) else {
            return Ok(None);
        };
        let longer = number.unwrap_or(0).checked_mul(10);
        let longer = longer.and_then(|n| n.checked_add(usize::from(digit)));
        match longer.filter(|&n| isize::try_from(n).is_ok()) {
            Some(longer) => number = Some(longer),
            None => return Err(Error::value("Too many decimal digits in format string")),
        }
    }
    Ok(number)
}

impl<'a> FieldName<'a> {
    /// Reads the start of a name.
    pub fn new(name: &'a [u8]) -> Result<(First, FieldName<'a>), Error> {
        let rest = CodePoints::new(name);
        let mut steps = FieldName { rest };
        let first = steps.until_step();
        let first = match integer(first)? {
            Some(index) => First::Index(index),
            None if first.is_empty() => First::Auto,
            None => First::Name(Text::from_wtf8(first)),
        };
        Ok((first, steps))
    }

    /// The text up to the next point or opening bracket.
    fn until_step(&mut self) -> &'a [u8] {
        let bytes = self.rest.as_bytes();
        let at = memchr::memchr2(b'.', b'[', bytes).unwrap_or(bytes.len());
        self.rest = CodePoints::new(&bytes[at..]);
        &bytes[..at]
    }

    /// The next step, if any.
    pub fn next_step(&mut self) -> Result<Option<Step>, Error> {
        let Some(c) = self.rest.next() else {
            return Ok(None);
        };
        let step = match char::from_u32(c) {
            Some('.') => Step::Attribute(Text::from_wtf8(self.until_step())),
            Some('[') => {
                let bytes = self.rest.as_bytes();
                let Some(at) = memchr::memchr(b']', bytes) else {
                    return Err(Error::value("Missing ']' in format string"));
                };
                self.rest = CodePoints::new(&bytes[at + 1..]);
                let key = &bytes[..at];
                match integer(key)? {
                    Some(index) => Step::Index(index),
                    None => Step::Key(Text::from_wtf8(key)),
                }
            }
            _ => {
                let message = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(Error::value(message));
            }
        };
        match &step {
            Step::Attribute(name) | Step::Key(name) if name.is_empty() => {
                Err(Error::value("Empty attribute in format string"))
            }
            _ => Ok(Some(step)),
        }
    }
}

/// What `!r`, `!s` and `!a` ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!r`
    Repr,
    /// `!s`
    Str,
    /// `!a`
    Ascii,
}

impl Conversion {
    /// The conversion that a character names.
    pub fn of(c: u32) -> Result<Conversion, Error> {
        match char::from_u32(c) {
            Some('r') => Ok(Conversion::Repr),
            Some('s') => Ok(Conversion::Str),
            Some('a') => Ok(Conversion::Ascii),
            Some(c @ '!'..='~') => Err(Error::value(format!("Unknown conversion specifier {c}"))),
            _ => Err(Error::value(format!(
                "Unknown conversion specifier \\x{c:x}"
            ))),
        }
    }
}

/// Where a format's values come from, and how they become text.
pub trait Fields {
    /// A value.
    type Value;
    /// What goes wrong: an error of the format, or an exception of the object layer.
    type Failure: From<Error>;

    /// The positional argument of a number; [`no_positional`] where there is none of that number.
    fn positional(&mut self, index: usize) -> Result<Self::Value, Self::Failure>;

    /// The keyword argument of a name, or a `KeyError`.
    fn keyword(&mut self, name: Text) -> Result<Self::Value, Self::Failure>;

    /// The attribute or item of a value.
    fn step(&mut self, value: Self::Value, step: Step) -> Result<Self::Value, Self::Failure>;

    /// The value converted to a string.
    fn convert(
        &mut self,
        value: Self::Value,
        conversion: Conversion,
    ) -> Result<Self::Value, Self::Failure>;

    /// `format(value, spec)`, appended to `out`.
    fn format(
        &mut self,
        value: Self::Value,
        spec: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(), Self::Failure>;
}

/// The error for a positional argument that is not there.
pub fn no_positional(index: usize) -> Error {
    let message = format!("Replacement index {index} out of range for positional args tuple");
    Error::new(super::Class::Index, message)
}

/// The error for a positional field where there are no positional arguments: `str.format_map`.
pub fn positional_in_map() -> Error {
    Error::value("Format string contains positional fields")
}

/// Whether fields number themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Open,
    Auto(usize),
    Manual,
}

impl Numbering {
    /// The number of a field, given one or next in turn.
    fn number(&mut self, given: Option<usize>) -> Result<usize, Error> {
        let (number, next) = match (*self, given) {
            (Numbering::Open, None) => (0, Numbering::Auto(1)),
            (Numbering::Auto(next), None) => (next, Numbering::Auto(next + 1)),
            (Numbering::Open | Numbering::Manual, Some(given)) => (given, Numbering::Manual),
            (Numbering::Manual, None) => {
                return Err(Error::value(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            (Numbering::Auto(_), Some(_)) => {
                return Err(Error::value(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
        };
        *self = next;
        Ok(number)
    }
}

/// Appends `format.format(...)`.
pub fn format<F: Fields>(
    format: &[u8],
    fields: &mut F,
    out: &mut Vec<u8>,
) -> Result<(), F::Failure> {
    build(format, fields, (&mut Numbering::Open, MOST_DEPTH), out)
}

fn build<F: Fields>(
    format: &[u8],
    fields: &mut F,
    (numbering, depth): (&mut Numbering, u32),
    out: &mut Vec<u8>,
) -> Result<(), F::Failure> {
    if depth == 0 {
        return Err(Error::value("Max string recursion exceeded").into());
    }
    let mut markup = Markup::new(format);
    while let Some(piece) = markup.next_piece()? {
        out.extend_from_slice(piece.literal);
        let Some(field) = piece.field else { continue };
        let mut value = look_up(field.name, fields, numbering)?;
        if let Some(conversion) = field.conversion {
            value = fields.convert(value, Conversion::of(conversion)?)?;
        }
        match field.nested {
            true => {
                let mut spec = Vec::new();
                build(field.spec, fields, (numbering, depth - 1), &mut spec)?;
                fields.format(value, &spec, out)?;
            }
            false => fields.format(value, field.spec, out)?,
        }
    }
    Ok(())
}

/// The value that a field's name stands for.
fn look_up<F: Fields>(
    name: &[u8],
    fields: &mut F,
    numbering: &mut Numbering,
) -> Result<F::Value, F::Failure> {
    let (first, mut steps) = FieldName::new(name)?;
    let mut value = match first {
        First::Auto => fields.positional(numbering.number(None)?)?,
        First::Index(index) => fields.positional(numbering.number(Some(index))?)?,
        First::Name(name) => fields.keyword(name)?,
    };
    while let Some(step) = steps.next_step()? {
        value = fields.step(value, step)?;
    }
    Ok(value)
}
