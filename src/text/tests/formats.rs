//! The three ways of formatting: specifications, `%` and `str.format`.

use super::super::format_spec::{Family, Spec};
use super::super::int::{self, DEFAULT_DIGIT_LIMIT, Int};
use super::super::percent::{self, Conversion, Directive, Source, Star};
use super::super::str_format::{self, Fields, Step};
use super::super::{Class, Error, Text, escape, float};
use super::{Answer, Args, Operation, bytes, check};

#[derive(Clone)]
enum Value {
    Int(Int),
    Float(f64),
    Str(Text),
    Bytes(Vec<u8>),
    None,
}

impl Value {
    fn read(args: &Args, at: usize) -> Value {
        let field = args.text(at);
        let rest = field.slice(1..field.len());
        let one = Args(std::slice::from_ref(&rest));
        match field.get(0).and_then(char::from_u32) {
            Some('i') => Value::Int(one.int(0)),
            Some('f') => Value::Float(one.float(0)),
            Some('b') => Value::Bytes(one.bytes(0)),
            Some('s') => Value::Str(rest),
            _ => Value::None,
        }
    }

    fn type_name(&self) -> &'static str {
        match self {
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Str(_) => "str",
            Value::Bytes(_) => "bytes",
            Value::None => "NoneType",
        }
    }

    fn repr(&self) -> Text {
        match self {
            Value::Int(value) => Text::from(value.to_string()),
            Value::Float(value) => Text::from(float::repr(*value)),
            Value::Str(value) => Text::from(escape::repr(value)),
            Value::Bytes(value) => Text::from(escape::repr_bytes(value)),
            Value::None => Text::from("None"),
        }
    }
}

/// A tuple or a mapping of values, as the object layer would have.
struct Values {
    values: Vec<Value>,
    keys: &'static [&'static str],
    next: usize,
    looked_up: Option<Value>,
}

impl Values {
    fn read(args: &Args, keys: &'static [&'static str]) -> Values {
        let values = (1..args.0.len()).map(|at| Value::read(args, at)).collect();
        Values {
            values,
            keys,
            next: 0,
            looked_up: None,
        }
    }

    fn take(&mut self) -> Result<Value, Error> {
        if self.is_mapping() {
            return self.looked_up.take().ok_or_else(percent::not_enough);
        }
        self.next += 1;
        self.values
            .get(self.next - 1)
            .cloned()
            .ok_or_else(percent::not_enough)
    }

    fn put(&self, value: &Value, directive: &Directive, out: &mut Vec<u8>) -> Result<(), Error> {
        let wrong = || Err(directive.wrong_number(value.type_name()));
        match (directive.conversion()?, value) {
            (Conversion::Str, Value::Str(text)) if !directive.bytes => {
                directive.put_text(out, text)
            }
            (Conversion::Str, Value::Bytes(value)) if directive.bytes => {
                directive.put_bytes(out, value)
            }
            (Conversion::Str, value) if directive.bytes => Err(Error::type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                value.type_name()
            ))),
            (Conversion::Str | Conversion::Repr, value) => directive.put_text(out, &value.repr()),
            (Conversion::Ascii, value) => {
                directive.put_text(out, &Text::from(escape::ascii_of_repr(&value.repr())))
            }
            (Conversion::Char, value) => directive.put_char(out, char_of(value, directive.bytes)?),
            (Conversion::Decimal, Value::Float(value)) => {
                directive.put_int(out, int::from_float(*value)?.as_ref(), DEFAULT_DIGIT_LIMIT)
            }
            (Conversion::Decimal | Conversion::Radix, Value::Int(value)) => {
                directive.put_int(out, value.as_ref(), DEFAULT_DIGIT_LIMIT)
            }
            (Conversion::Decimal | Conversion::Radix, _) => wrong(),
            (Conversion::Float, Value::Float(value)) => directive.put_float(out, *value),
            (Conversion::Float, Value::Int(value)) => {
                directive.put_float(out, value.as_ref().to_f64()?)
            }
            (Conversion::Float, value) => {
                let name = value.type_name();
                Err(Error::type_error(match directive.bytes {
                    true => format!("float argument required, not {name}"),
                    false => format!("must be real number, not {name}"),
                }))
            }
        }
    }
}

fn char_of(value: &Value, bytes: bool) -> Result<u32, Error> {
    let (limit, name, wrong) = match bytes {
        true => (
            256,
            "256",
            "%c requires an integer in range(256) or a single byte",
        ),
        false => (0x110000, "0x110000", "%c requires int or char"),
    };
    match value {
        Value::Int(value) => {
            let c = value.as_i64().and_then(|value| u32::try_from(value).ok());
            let message = format!("%c arg not in range({name})");
            c.filter(|&c| c < limit)
                .ok_or_else(|| Error::overflow(message))
        }
        Value::Str(text) if text.len() == 1 && !bytes => Ok(text.get(0).expect("a character")),
        Value::Bytes(value) if value.len() == 1 && bytes => Ok(value[0].into()),
        _ => Err(Error::type_error(wrong)),
    }
}

impl Source for Values {
    type Failure = Error;

    fn is_mapping(&self) -> bool {
        !self.keys.is_empty()
    }

    fn key(&mut self, key: Text) -> Result<(), Error> {
        match self.keys.iter().position(|name| key == **name) {
            Some(at) => self.looked_up = Some(self.values[at].clone()),
            None => return Err(Error::new(Class::Key, key.to_string())),
        }
        Ok(())
    }

    fn star(&mut self) -> Result<Star, Error> {
        Ok(match self.take()? {
            Value::Int(Int::Small(value)) => Star::Int(value),
            Value::Int(_) => Star::TooLarge,
            _ => Star::NotInt,
        })
    }

    fn convert(&mut self, directive: &Directive, out: &mut Vec<u8>) -> Result<(), Error> {
        let value = self.take()?;
        self.put(&value, directive, out)
    }

    fn has_rest(&self) -> bool {
        !self.is_mapping() && self.next < self.values.len()
    }
}

/// Values of `str.format` that show what is done with them.
struct Probes;

impl Fields for Probes {
    type Value = Text;
    type Failure = Error;

    fn positional(&mut self, index: usize) -> Result<Text, Error> {
        match index {
            0 => Ok(Text::from("p0")),
            1 => Ok(Text::from("p1")),
            _ => Err(str_format::no_positional(index)),
        }
    }

    fn keyword(&mut self, name: Text) -> Result<Text, Error> {
        match name == "a" || name == "b" {
            true => Ok(name),
            false => Err(Error::new(Class::Key, name.to_string())),
        }
    }

    fn step(&mut self, value: Text, step: Step) -> Result<Text, Error> {
        Ok(Text::from(match step {
            Step::Attribute(name) => format!("{value}.{name}"),
            Step::Index(index) => format!("{value}[{index}]"),
            Step::Key(key) => format!("{value}[{}]", escape::repr(&key)),
        }))
    }

    fn convert(&mut self, value: Text, conversion: str_format::Conversion) -> Result<Text, Error> {
        // Only a string once converted, which the mark in front tells.
        let letter = if conversion == str_format::Conversion::Str {
            's'
        } else {
            'r'
        };
        let text = Text::from(format!("{letter}{value}"));
        let ascii = conversion == str_format::Conversion::Ascii;
        let text = if ascii {
            Text::from(escape::ascii_of_repr(&text))
        } else {
            text
        };
        Text::from("\0").concat(&text)
    }

    fn format(&mut self, value: Text, spec: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        if value.get(0) == Some(0) {
            let spec = Spec::parse(spec, Family::Str, "str")?;
            spec.put_str(out, &value.slice(1..value.len()), "str")?;
        } else {
            let spec = Text::from_wtf8(spec);
            out.extend_from_slice(format!("<{value}|{spec}>").as_bytes());
        }
        Ok(())
    }
}

fn format_int(args: &Args) -> Answer {
    let spec = Spec::parse(args.text(1).as_bytes(), Family::Int, "int")?;
    spec.format_int(args.int(0).as_ref(), "int", DEFAULT_DIGIT_LIMIT)
}

fn collected(put: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> Answer {
    let mut out = Vec::new();
    put(&mut out)?;
    Ok(Text::from_wtf8_vec(out))
}

const OPERATIONS: &[Operation] = &[
    ("format_int", format_int),
    ("format_char", format_int),
    ("format_float", |a| {
        Spec::parse(a.text(1).as_bytes(), Family::Float, "float")?.format_float(a.float(0), "float")
    }),
    ("format_complex", |a| {
        if a.text(2).is_empty() {
            return Ok(Text::from(float::repr_complex(a.float(0), a.float(1))));
        }
        let spec = Spec::parse(a.text(2).as_bytes(), Family::Complex, "complex")?;
        spec.format_complex(a.float(0), a.float(1), "complex")
    }),
    ("format_str", |a| {
        Spec::parse(a.text(1).as_bytes(), Family::Str, "str")?.format_str(a.text(0), "str")
    }),
    ("percent", |a| {
        collected(|out| percent::format(a.text(0), &mut Values::read(a, &[]), out))
    }),
    ("percent_bytes", |a| {
        bytes(&percent::format_bytes(
            &a.bytes(0),
            &mut Values::read(a, &[]),
        )?)
    }),
    ("percent_map", |a| {
        let mut values = Values::read(a, &["a", "b(c)", "é", ""]);
        collected(|out| percent::format(a.text(0), &mut values, out))
    }),
    ("str_format", |a| {
        collected(|out| str_format::format(a.text(0).as_bytes(), &mut Probes, out))
    }),
];

#[test]
fn agrees_with_tables() {
    check("formats", OPERATIONS);
}
