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
pub struct Piece {
    /// The text before the field, braces unescaped.
    pub literal: Text,
    /// The field, unless the text ended at an escaped brace or the format's end.
    pub field: Option<Field>,
}

/// A replacement field as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What stands before `!` and `:`.
    pub name: Text,
    /// The character after `!`.
    pub conversion: Option<u32>,
    /// What follows `:`, fields in it not yet replaced.
    pub spec: Text,
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
fn between(start: &CodePoints<'_>, end: &CodePoints<'_>, less: usize) -> Text {
    let bytes = start.as_bytes();
    let len = bytes.len() - end.as_bytes().len() - less;
    Text::from_wtf8(&bytes[..len])
}

impl<'a> Markup<'a> {
    /// A reader of a format.
    pub fn new(format: &'a Text) -> Markup<'a> {
        Markup {
            rest: format.chars(),
        }
    }

    /// The next piece, if any.
    pub fn next_piece(&mut self) -> Result<Option<Piece>, Error> {
        let bytes = self.rest.as_bytes();
        if bytes.is_empty() {
            return Ok(None);
        }
        let Some(at) = memchr::memchr2(b'{', b'}', bytes) else {
            self.rest = CodePoints::new(&[]);
            return Ok(Some(Piece {
                literal: Text::from_wtf8(bytes),
                field: None,
            }));
        };
        let brace = bytes[at];
        self.rest = CodePoints::new(&bytes[at + 1..]);
        match (brace, bytes.get(at + 1)) {
            (_, Some(&next)) if next == brace => {
                // A doubled brace stands for one, which ends the literal.
                self.rest = CodePoints::new(&bytes[at + 2..]);
                let literal = Text::from_wtf8(&bytes[..=at]);
                Ok(Some(Piece {
                    literal,
                    field: None,
                }))
            }
            (b'{', Some(_)) => {
                let literal = Text::from_wtf8(&bytes[..at]);
                Ok(Some(Piece {
                    literal,
                    field: Some(self.field()?),
                }))
            }
            (b'{', None) => Err(Error::value("Single '{' encountered in format string")),
            _ => Err(Error::value("Single '}' encountered in format string")),
        }
    }

    fn field(&mut self) -> Result<Field, Error> {
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
            spec: Text::new(),
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

    fn spec(&mut self, mut field: Field) -> Result<Field, Error> {
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
fn integer(text: &Text) -> Result<Option<usize>, Error> {
    let mut number: Option<usize> = None;
    for c in text.chars() {
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
    pub fn new(name: &'a Text) -> Result<(First, FieldName<'a>), Error> {
        let mut steps = FieldName { rest: name.chars() };
        let first = steps.until_step();
        let first = match integer(&first)? {
            Some(index) => First::Index(index),
            None if first.is_empty() => First::Auto,
            None => First::Name(first),
        };
        Ok((first, steps))
    }

    /// The text up to the next point or opening bracket.
    fn until_step(&mut self) -> Text {
        let bytes = self.rest.as_bytes();
        let at = memchr::memchr2(b'.', b'[', bytes).unwrap_or(bytes.len());
        self.rest = CodePoints::new(&bytes[at..]);
        Text::from_wtf8(&bytes[..at])
    }

    /// The next step, if any.
    pub fn next_step(&mut self) -> Result<Option<Step>, Error> {
        let Some(c) = self.rest.next() else {
            return Ok(None);
        };
        let step = match char::from_u32(c) {
            Some('.') => Step::Attribute(self.until_step()),
            Some('[') => {
                let bytes = self.rest.as_bytes();
                let Some(at) = memchr::memchr(b']', bytes) else {
                    return Err(Error::value("Missing ']' in format string"));
                };
                self.rest = CodePoints::new(&bytes[at + 1..]);
                let key = Text::from_wtf8(&bytes[..at]);
                match integer(&key)? {
                    Some(index) => Step::Index(index),
                    None => Step::Key(key),
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
        spec: Text,
        out: &mut Text,
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

/// `format.format(...)`
pub fn format<F: Fields>(format: &Text, fields: &mut F) -> Result<Text, F::Failure> {
    build(format, fields, &mut Numbering::Open, MOST_DEPTH)
}

fn build<F: Fields>(
    format: &Text,
    fields: &mut F,
    numbering: &mut Numbering,
    depth: u32,
) -> Result<Text, F::Failure> {
    if depth == 0 {
        return Err(Error::value("Max string recursion exceeded").into());
    }
    let mut out = Text::new();
    let mut markup = Markup::new(format);
    while let Some(piece) = markup.next_piece()? {
        out.push_text(&piece.literal);
        let Some(field) = piece.field else { continue };
        let mut value = look_up(&field.name, fields, numbering)?;
        if let Some(conversion) = field.conversion {
            value = fields.convert(value, Conversion::of(conversion)?)?;
        }
        let spec = match field.nested {
            true => build(&field.spec, fields, numbering, depth - 1)?,
            false => field.spec,
        };
        fields.format(value, spec, &mut out)?;
    }
    Ok(out)
}

/// The value that a field's name stands for.
fn look_up<F: Fields>(
    name: &Text,
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
