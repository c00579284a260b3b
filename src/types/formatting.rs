//! Formatting as objects see it: the `__format__` of numbers and text, the `%` operator, `str.format`,
//! and the conversions of f-strings. How things look is decided in `text`.

use crate::object::descriptor;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::float::{push_repr, repr as float_repr};
use crate::text::format_spec::{Family, Spec};
use crate::text::int::{push_decimal, short_decimal, small_decimal};
use crate::text::percent::{self, Conversion, Directive, Source, Star};
use crate::text::str_format::{self, Fields, Step};
use crate::text::wtf8::count_chars;
use crate::text::{Error, Text, escape};
use crate::types::args::{self, OrRaise};
use crate::types::bytes::Bytes;
use crate::types::complex::Complex;
use crate::types::dict::Dict;
use crate::types::int::{self, int_ref};
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::types::{buffer, float};
use crate::vm::Vm;
use std::cell::OnceCell;

// ---------------------------------------------------------------------------------------------
// Conversions

/// The text of an inline number or constant: its `str` and its `repr`. `None` for anything else.
#[inline]
pub fn inline_text(value: &Value) -> Option<Text> {
    Some(match value {
        Value::Int(i) => small_decimal(*i),
        Value::Float(f) => Text::from(float_repr(f.get())),
        Value::None => Text::from_ascii(b"None"),
        Value::True => Text::from_ascii(b"True"),
        Value::False => Text::from_ascii(b"False"),
        _ => return None,
    })
}

/// `str(number)`, if it is short.
#[inline(always)]
pub fn short_str(vm: &Vm, number: i64) -> Option<Ref<Str>> {
    let (word, size) = short_decimal(number)?;
    Some(match size {
        1 => vm.str_of(&word[..1], 1),
        _ => vm.filled_str(|text| text.fill_word(word, size)),
    })
}

/// What [`inline_text`] gives, as an object.
#[inline]
pub fn inline_str(vm: &Vm, value: &Value) -> Option<Ref<Str>> {
    match value {
        Value::Int(i) if let Some(text) = short_str(vm, *i) => Some(text),
        Value::Float(f) => {
            let repr = float_repr(f.get());
            Some(vm.str_of(repr.as_bytes(), repr.len()))
        }
        _ => inline_text(value).map(|text| vm.new_str(text)),
    }
}

/// `ascii(value)`.
///
/// # Errors
/// What `__repr__` raises.
pub fn ascii(vm: &Vm, value: &Value) -> PyResult {
    let repr = ops::repr(vm, value)?;
    Ok(match repr.text.is_ascii() {
        true => repr.into(),
        false => vm.str(&escape::ascii_of_repr(&repr.text)),
    })
}

/// What `!s`, `!r` or `!a` makes of a value.
///
/// # Errors
/// What `__str__` or `__repr__` raises.
pub fn convert(vm: &Vm, value: &Value, conversion: str_format::Conversion) -> PyResult {
    match conversion {
        str_format::Conversion::Str => ops::str(vm, value).map(Value::from),
        str_format::Conversion::Repr => ops::repr(vm, value).map(Value::from),
        str_format::Conversion::Ascii => ascii(vm, value),
    }
}

// ---------------------------------------------------------------------------------------------
// __format__

/// Appends the text of an inline number or constant, or of a plain `str`; false, and nothing done, for
/// anything else.
#[inline]
pub fn put_text(vm: &Vm, out: &mut Vec<u8>, value: &Value) -> bool {
    match value {
        Value::Obj(obj) if *obj.class() == vm.types.str => match obj.get::<Str>() {
            Some(s) => out.extend_from_slice(s.text.as_bytes()),
            None => return false,
        },
        _ => return put_inline(out, value),
    }
    true
}

/// Appends the text of an inline number or constant, its `str` and its `repr`; false, and nothing done, for
/// anything else.
#[inline]
pub fn put_inline(out: &mut Vec<u8>, value: &Value) -> bool {
    match value {
        Value::Int(i) => push_decimal(out, *i),
        Value::Float(f) => push_repr(out, f.get()),
        Value::None => out.extend_from_slice(b"None"),
        Value::True => out.extend_from_slice(b"True"),
        Value::False => out.extend_from_slice(b"False"),
        _ => return false,
    }
    true
}

/// A specification that formats several values, with what has been read of it for each of the types that
/// are formatted without a call.
#[derive(Default)]
pub struct KnownSpec {
    int: OnceCell<Spec>,
    float: OnceCell<Spec>,
    str: OnceCell<Spec>,
}

impl KnownSpec {
    /// Appends `format(value, spec)` of a plain int, float or str; `None`, and nothing done, for anything
    /// else.
    pub fn put(
        &self,
        vm: &Vm,
        out: &mut Vec<u8>,
        value: &Value,
        spec: &[u8],
    ) -> Option<Result<(), Error>> {
        if spec.is_empty() {
            return put_text(vm, out, value).then_some(Ok(()));
        }
        Some(match value {
            Value::Int(i) => known(&self.int, spec, Family::Int, "int")
                .and_then(|spec| spec.put_int(out, (*i).into(), "int", vm.state.digit_limit.get())),
            Value::Float(f) => known(&self.float, spec, Family::Float, "float")
                .and_then(|spec| spec.put_float(out, f.get(), "float")),
            Value::Obj(obj) if *obj.class() == vm.types.str => {
                let text = text_of(value)?;
                known(&self.str, spec, Family::Str, "str")
                    .and_then(|spec| spec.put_str(out, text, "str"))
            }
            _ => return None,
        })
    }
}

/// What the specification means for a family of types, read at the first time.
fn known<'a>(
    cell: &'a OnceCell<Spec>,
    spec: &[u8],
    family: Family,
    name: &str,
) -> Result<&'a Spec, Error> {
    match cell.get() {
        Some(known) => Ok(known),
        None => {
            let parsed = Spec::parse(spec, family, name)?;
            Ok(cell.get_or_init(|| parsed))
        }
    }
}

/// `format(value, spec)` of a plain int, float or str; `None` for anything else.
pub fn quick_format(vm: &Vm, value: &Value, spec: &Text) -> Option<PyResult<Ref<Str>>> {
    if spec.is_empty() {
        return inline_str(vm, value).map(Ok);
    }
    collected(vm, |out| {
        KnownSpec::default().put(vm, out, value, spec.as_bytes())
    })
}

/// A `str` of what `put` appends, if it does.
fn collected(
    vm: &Vm,
    put: impl FnOnce(&mut Vec<u8>) -> Option<Result<(), Error>>,
) -> Option<PyResult<Ref<Str>>> {
    let mut out = vm.scratch();
    let done = put(&mut out)?;
    Some(done.or_raise(vm).map(|()| vm.collected(out)))
}

impl Vm {
    /// An empty vector to collect bytes in, with the room that the last one had. [`Vm::collected`] takes it
    /// back.
    #[inline]
    pub fn scratch(&self) -> Vec<u8> {
        self.state.scratch.take()
    }

    /// A `str` of well-formed bytes that were collected.
    #[inline]
    pub fn collected(&self, mut out: Vec<u8>) -> Ref<Str> {
        /// What is larger is not kept.
        const MOST: usize = 1 << 12;
        if out.len() > MOST {
            return self.new_str(Text::from_wtf8_vec(out));
        }
        let chars = count_chars(&out);
        let text = self.str_of(&out, chars);
        out.clear();
        self.state.scratch.set(out);
        text
    }
}

/// The name of a value's class, for messages.
struct ClassName(Name);

impl ClassName {
    fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or("object")
    }
}

fn class_name(vm: &Vm, value: &Value) -> ClassName {
    ClassName(vm.class_of(value).name.borrow().clone())
}

/// The specification, or `None` for an empty one: `str(value)` then.
fn spec(vm: &Vm, args: &[Value], family: Family) -> PyResult<Option<Spec>> {
    let text = args::text(vm, &args[1], "__format__() argument")?;
    if text.is_empty() {
        return Ok(None);
    }
    let spec = Spec::parse(text.as_bytes(), family, class_name(vm, &args[0]).as_str());
    spec.or_raise(vm).map(Some)
}

/// `int.__format__`
pub(super) fn format_int(vm: &Vm, args: &[Value]) -> PyResult {
    let (Some(spec), Some(int)) = (spec(vm, args, Family::Int)?, int_ref(&args[0])) else {
        return ops::str(vm, &args[0]).map(Value::from);
    };
    if spec.is_of_floats() && *vm.class_of(&args[0]) != vm.types.int {
        // A subclass may have a `__float__` of its own.
        let text = spec.format_float(
            float::real(vm, &args[0])?,
            class_name(vm, &args[0]).as_str(),
        );
        return Ok(vm.text(text.or_raise(vm)?));
    }
    let limit = vm.state.digit_limit.get();
    let text = spec.format_int(int, class_name(vm, &args[0]).as_str(), limit);
    Ok(vm.text(text.or_raise(vm)?))
}

/// `float.__format__`
pub(super) fn format_float(vm: &Vm, args: &[Value]) -> PyResult {
    let spec = spec(vm, args, Family::Float)?;
    let (Some(spec), Some(f)) = (spec, float::float_of(&args[0])) else {
        return ops::str(vm, &args[0]).map(Value::from);
    };
    let text = spec.format_float(f, class_name(vm, &args[0]).as_str());
    Ok(vm.text(text.or_raise(vm)?))
}

/// `complex.__format__`
pub(super) fn format_complex(vm: &Vm, args: &[Value]) -> PyResult {
    let spec = spec(vm, args, Family::Complex)?;
    let (Some(spec), Some(c)) = (spec, args[0].get::<Complex>()) else {
        return ops::str(vm, &args[0]).map(Value::from);
    };
    let text = spec.format_complex(c.re, c.im, class_name(vm, &args[0]).as_str());
    Ok(vm.text(text.or_raise(vm)?))
}

/// `str.__format__`
pub(super) fn format_str(vm: &Vm, args: &[Value]) -> PyResult {
    let (Some(spec), Some(text)) = (spec(vm, args, Family::Str)?, text_of(&args[0])) else {
        return ops::str(vm, &args[0]).map(|text| given_on(vm, text));
    };
    let text = spec.format_str(text, class_name(vm, &args[0]).as_str());
    Ok(vm.text(text.or_raise(vm)?))
}

/// The text that a method gave as the result, of a class derived from `str` too, unless it is empty.
fn given_on(vm: &Vm, text: Ref<Str>) -> Value {
    match text.text.is_empty() {
        true => vm.empty_str().value(),
        false => text.into(),
    }
}

// ---------------------------------------------------------------------------------------------
// str.format

/// What goes wrong while formatting: an error of the format, or a pending exception.
enum Failure {
    Format(Error),
    Raised,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Format(error)
    }
}

impl From<Raised> for Failure {
    fn from(_: Raised) -> Failure {
        Failure::Raised
    }
}

impl Failure {
    #[cold]
    fn raise(self, vm: &Vm) -> Raised {
        match self {
            Failure::Format(error) => vm.raise_error(error),
            Failure::Raised => Raised,
        }
    }
}

/// The arguments of `str.format` or `str.format_map`.
struct Arguments<'a> {
    vm: &'a Vm,
    /// `None` for `format_map`.
    positional: Option<&'a [Value]>,
    mapping: &'a Value,
    /// What a method made of the first field, as long as that is all.
    only: Option<Ref<Str>>,
}

impl Fields for Arguments<'_> {
    type Value = Value;
    type Failure = Failure;

    fn positional(&mut self, index: usize) -> Result<Value, Failure> {
        let Some(values) = self.positional else {
            return Err(str_format::positional_in_map().into());
        };
        let value = values.get(index).cloned();
        value.ok_or_else(|| str_format::no_positional(index).into())
    }

    fn keyword(&mut self, name: Text) -> Result<Value, Failure> {
        let key = self.vm.text(name);
        if self.positional.is_none() {
            return Ok(ops::get_item(self.vm, self.mapping, &key)?);
        }
        let found = match self.mapping.get::<Dict>() {
            Some(dict) => dict.get(self.vm, &key)?,
            None => None,
        };
        found.ok_or_else(|| self.vm.key_error(&key).into())
    }

    fn step(&mut self, value: Value, step: Step) -> Result<Value, Failure> {
        Ok(match step {
            Step::Attribute(name) => {
                let name = self.vm.interner.intern(name.as_bytes());
                lookup::get(self.vm, &value, &name)?
            }
            Step::Index(index) => ops::get_item(self.vm, &value, &Value::Int(index as i64))?,
            Step::Key(key) => ops::get_item(self.vm, &value, &self.vm.text(key))?,
        })
    }

    fn convert(
        &mut self,
        value: Value,
        conversion: str_format::Conversion,
    ) -> Result<Value, Failure> {
        Ok(convert(self.vm, &value, conversion)?)
    }

    fn format(&mut self, value: Value, spec: &[u8], out: &mut Vec<u8>) -> Result<(), Failure> {
        // What a format specification was made of is not it.
        self.only = None;
        if let Some(done) = KnownSpec::default().put(self.vm, out, &value, spec) {
            return Ok(done?);
        }
        let spec = self.vm.text(Text::from_wtf8(spec));
        let formatted = ops::format(self.vm, &value, &spec)?;
        let is_first = out.is_empty();
        append(out, &formatted.text)?;
        self.only = is_first.then_some(formatted);
        Ok(())
    }
}

/// Appends a text, or answers with a MemoryError.
fn append(out: &mut Vec<u8>, text: &Text) -> Result<(), Error> {
    let bytes = text.as_bytes();
    out.try_reserve(bytes.len()).map_err(|_| Error::memory())?;
    out.extend_from_slice(bytes);
    Ok(())
}

/// `str.format` with arguments by position only, as they are.
pub(super) fn quick_str_format(vm: &Vm, args: &[Value]) -> PyResult {
    let [format, positional @ ..] = args else {
        return Err(super::internal_error(vm, "a method without its object"));
    };
    let mut fields = Arguments {
        vm,
        positional: Some(positional),
        mapping: &Value::None,
        only: None,
    };
    build(vm, format, &mut fields)
}

/// `str.format`
pub(super) fn format(vm: &Vm, args: &[Value]) -> PyResult {
    let empty: &[Value] = &[];
    let mut fields = Arguments {
        vm,
        positional: Some(args[1].get::<Tuple>().map_or(empty, |tuple| &tuple.items)),
        mapping: &args[2],
        only: None,
    };
    build(vm, &args[0], &mut fields)
}

/// `str.format_map`
pub(super) fn format_map(vm: &Vm, args: &[Value]) -> PyResult {
    let mut fields = Arguments {
        vm,
        positional: None,
        mapping: &args[1],
        only: None,
    };
    build(vm, &args[0], &mut fields)
}

fn build(vm: &Vm, whole: &Value, fields: &mut Arguments<'_>) -> PyResult {
    let Some(format) = text_of(whole) else {
        return Err(super::internal_error(vm, "a str without payload"));
    };
    // Without a field it is the same object, of a subclass too unless it is empty.
    if !format
        .as_bytes()
        .iter()
        .any(|byte| matches!(byte, b'{' | b'}'))
    {
        return Ok(match format.is_empty() {
            true => vm.str(""),
            false => whole.clone(),
        });
    }
    let mut out = vm.scratch();
    match str_format::format(format.as_bytes(), fields, &mut out) {
        Ok(()) => Ok(match fields.only.take() {
            // That is the result itself, of a subclass too.
            Some(text) if !out.is_empty() && text.text.as_bytes().len() == out.len() => text.into(),
            _ => vm.collected(out).into(),
        }),
        Err(failure) => Err(failure.raise(vm)),
    }
}

// ---------------------------------------------------------------------------------------------
// The % operator

/// The right operand of `%`.
struct Operand<'a> {
    vm: &'a Vm,
    /// The operand, where it is a mapping.
    mapping: Option<&'a Value>,
    /// The values that are to come, and where the next one stands.
    values: Values<'a>,
    bytes: bool,
}

enum Values<'a> {
    /// Those of a tuple, from a position on.
    Tuple(&'a [Value], usize),
    /// One value, or none after it was taken.
    One(Option<Value>),
}

impl<'a> Operand<'a> {
    fn new(vm: &'a Vm, value: &'a Value, bytes: bool) -> Operand<'a> {
        let no_text = text_of(value).is_none() && !(bytes && buffer::is_bytes_or_array(value));
        let values = match value.get::<Tuple>() {
            Some(tuple) => Values::Tuple(&tuple.items, 0),
            None => Values::One(Some(value.clone())),
        };
        let is_mapping = matches!(values, Values::One(_)) && no_text && ops::is_mapping(vm, value);
        Operand {
            vm,
            mapping: is_mapping.then_some(value),
            values,
            bytes,
        }
    }

    fn next(&mut self) -> Result<Value, Error> {
        let next = match &mut self.values {
            Values::Tuple(items, at) => {
                *at += 1;
                items.get(*at - 1).cloned()
            }
            Values::One(value) => value.take(),
        };
        next.ok_or_else(percent::not_enough)
    }

    fn char(&self, value: &Value) -> Result<u32, Failure> {
        let vm = self.vm;
        let (limit, range) = if self.bytes {
            (0x100, "%c arg not in range(256)")
        } else {
            (0x11_0000, "%c arg not in range(0x110000)")
        };
        let single = if self.bytes {
            match buffer::is_bytes_or_array(value)
                .then(|| buffer::attempt(vm, value))
                .flatten()
            {
                Some(bytes) if bytes.len() == 1 => Some(bytes[0].into()),
                _ => None,
            }
        } else {
            text_of(value)
                .filter(|text| text.len() == 1)
                .and_then(|text| text.get(0))
        };
        if let Some(c) = single {
            return Ok(c);
        }
        let message = match self.bytes {
            true => "%c requires an integer in range(256) or a single byte",
            false => "%c requires int or char",
        };
        if text_of(value).is_some() || !args::has_index(vm, value) {
            return Err(Error::type_error(message).into());
        }
        let index = ops::index(vm, value).map_err(|raised| vm.reword_type_error(raised, message));
        match index? {
            Value::Int(c) if (0..limit).contains(&c) => Ok(c as u32),
            _ => Err(Error::overflow(range).into()),
        }
    }

    /// The int of a number, or the error for what is none.
    fn int(&self, directive: &Directive, value: &Value, decimal: bool) -> Result<Value, Failure> {
        let vm = self.vm;
        if int_ref(value).is_some() {
            return Ok(value.clone());
        }
        let wrong = || Failure::from(directive.wrong_number(&vm.type_name(value)));
        if !args::is_number(vm, value) {
            return Err(wrong());
        }
        let result = if decimal {
            int::from_object(vm, value)
        } else {
            ops::index(vm, value)
        };
        result.map_err(
            |raised| match vm.swallow(&vm.exceptions.TypeError, raised) {
                Ok(()) => wrong(),
                Err(raised) => raised.into(),
            },
        )
    }

    fn float(&self, value: &Value) -> Result<f64, Failure> {
        let vm = self.vm;
        float::real(vm, value).map_err(|raised| {
            if !self.bytes {
                return raised.into();
            }
            drop(vm.take_pending());
            let name = vm.type_name(value);
            Error::type_error(format!("float argument required, not {name}")).into()
        })
    }

    /// Puts what `%s` of a `bytes` format makes of a value.
    fn put_object(
        &self,
        directive: &Directive,
        value: &Value,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        let vm = self.vm;
        if buffer::is_bytes_or_array(value) {
            let view = buffer::required(vm, value)?;
            return Ok(directive.put_bytes(out, &view)?);
        }
        if let Some(method) = vm.class_of(value).special(vm, Special::Bytes) {
            let Ok(method) = descriptor::bind(vm, &method, value) else {
                // As if there were none.
                drop(vm.take_pending());
                return Err(no_bytes(vm, value).into());
            };
            let result = vm.call(&method, &[])?;
            let Some(bytes) = result.get::<Bytes>() else {
                let name = vm.type_name(&result);
                let message = format!("__bytes__ returned non-bytes (type {name})");
                return Err(Error::type_error(message).into());
            };
            return Ok(directive.put_bytes(out, &bytes.data)?);
        }
        match buffer::view_as(vm, value, buffer::FULL_RO)? {
            Some(view) => Ok(directive.put_bytes(out, &view)?),
            None => Err(no_bytes(vm, value).into()),
        }
    }
}

fn no_bytes(vm: &Vm, value: &Value) -> Error {
    Error::type_error(format!(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
        vm.type_name(value)
    ))
}

impl Source for Operand<'_> {
    type Failure = Failure;

    fn is_mapping(&self) -> bool {
        self.mapping.is_some()
    }

    fn key(&mut self, key: Text) -> Result<(), Failure> {
        let Some(mapping) = self.mapping else {
            return Ok(());
        };
        let key = if self.bytes {
            let bytes: Vec<u8> = key.chars().map(|c| c as u8).collect();
            self.vm.bytes(bytes)
        } else {
            self.vm.text(key)
        };
        let value = ops::get_item(self.vm, mapping, &key)?;
        self.values = Values::One(Some(value));
        Ok(())
    }

    fn star(&mut self) -> Result<Star, Failure> {
        let value = self.next()?;
        Ok(match int_ref(&value) {
            None => Star::NotInt,
            Some(int) => int.to_i64().map_or(Star::TooLarge, Star::Int),
        })
    }

    fn convert(&mut self, directive: &Directive, out: &mut Vec<u8>) -> Result<(), Failure> {
        let value = self.next()?;
        let vm = self.vm;
        let bare = directive.is_bare();
        match directive.conversion()? {
            Conversion::Str if self.bytes => self.put_object(directive, &value, out)?,
            Conversion::Str if bare && put_text(vm, out, &value) => {}
            Conversion::Repr if bare && put_inline(out, &value) => {}
            Conversion::Str => directive.put_text(out, &ops::str(vm, &value)?.text)?,
            Conversion::Repr => directive.put_text(out, &ops::repr(vm, &value)?.text)?,
            Conversion::Ascii => {
                let ascii = ascii(vm, &value)?;
                if let Some(text) = text_of(&ascii) {
                    directive.put_text(out, text)?;
                }
            }
            Conversion::Char => directive.put_char(out, self.char(&value)?)?,
            conversion @ (Conversion::Decimal | Conversion::Radix) => {
                let int = self.int(directive, &value, conversion == Conversion::Decimal)?;
                if let Some(int) = int_ref(&int) {
                    directive.put_int(out, int, vm.state.digit_limit.get())?;
                }
            }
            Conversion::Float => directive.put_float(out, self.float(&value)?)?,
        }
        Ok(())
    }

    fn has_rest(&self) -> bool {
        self.mapping.is_none()
            && match &self.values {
                Values::Tuple(items, at) => *at < items.len(),
                Values::One(value) => value.is_some(),
            }
    }
}

/// `format % value` for a `str`, whose text is given as well.
///
/// # Errors
/// What the format or the values' conversion raises.
pub fn percent(vm: &Vm, whole: &Value, format: &Text, value: &Value) -> PyResult {
    let done = |out: Vec<u8>| {
        // Without a directive it is the same object, of a subclass too unless it is empty.
        let bytes = format.as_bytes();
        match out.len() == bytes.len() && !out.is_empty() && !bytes.contains(&b'%') {
            true => whole.clone(),
            false => vm.collected(out).into(),
        }
    };
    // What CPython too gives as it is. (It compiles a tuple that is written there as an f-string.)
    if format.as_bytes() == b"%s" && value.get::<Tuple>().is_none() {
        return ops::str(vm, value).map(|text| given_on(vm, text));
    }
    let mut out = vm.scratch();
    let put = |kind: u8, out: &mut Vec<u8>, value: &Value| match (kind, value) {
        (b's', _) => put_text(vm, out, value),
        (b'd', Value::Int(_)) => put_inline(out, value),
        _ => false,
    };
    if put_letters(vm, format.as_bytes(), value, &mut out, put) {
        return Ok(done(out));
    }
    out.clear();
    let mut operand = Operand::new(vm, value, false);
    match percent::format(format, &mut operand, &mut out) {
        Ok(()) => Ok(done(out)),
        Err(failure) => Err(failure.raise(vm)),
    }
}

/// Appends `format % value` where each directive is but a letter, for whose value `put` does. False where there
/// is anything else: then nothing has been looked at that could tell.
fn put_letters(
    vm: &Vm,
    format: &[u8],
    value: &Value,
    out: &mut Vec<u8>,
    put: impl Fn(u8, &mut Vec<u8>, &Value) -> bool,
) -> bool {
    let (types, class) = (&vm.types, vm.class_of(value));
    let values = match value {
        Value::Obj(obj) if *class == types.tuple => {
            obj.get::<Tuple>().map_or(&[][..], |tuple| &tuple.items)
        }
        Value::Obj(_) if *class != types.str && *class != types.bytes => return false,
        _ => std::slice::from_ref(value),
    };
    let (mut values, mut rest) = (values.iter(), format);
    while let Some(at) = memchr::memchr(b'%', rest) {
        out.extend_from_slice(&rest[..at]);
        let Some(&kind) = rest.get(at + 1) else {
            return false;
        };
        rest = &rest[at + 2..];
        if kind == b'%' {
            out.push(kind);
        } else if !values.next().is_some_and(|value| put(kind, out, value)) {
            return false;
        }
    }
    out.extend_from_slice(rest);
    values.next().is_none()
}

/// `format % value` for `bytes` and `bytearray`.
///
/// # Errors
/// What the format or the values' conversion raises.
pub fn percent_bytes(vm: &Vm, format: &[u8], value: &Value) -> PyResult<Vec<u8>> {
    let mut out = Vec::with_capacity(format.len() + 16);
    let put = |kind: u8, out: &mut Vec<u8>, value: &Value| match (kind, value) {
        (b'd', Value::Int(_)) => put_inline(out, value),
        (b's' | b'b', Value::Obj(obj)) if *obj.class() == vm.types.bytes => {
            let bytes = obj.get::<Bytes>();
            bytes.is_some_and(|bytes| {
                out.extend_from_slice(&bytes.data);
                true
            })
        }
        _ => false,
    };
    if put_letters(vm, format, value, &mut out, put) {
        return Ok(out);
    }
    let mut operand = Operand::new(vm, value, true);
    percent::format_bytes(format, &mut operand).map_err(|failure| failure.raise(vm))
}

/// `str.__mod__`
pub(super) fn str_mod(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[0]) {
        Some(format) => percent(vm, &args[0], format, &args[1]),
        None => Ok(Value::NotImplemented),
    }
}

/// `str.__rmod__`
pub(super) fn str_rmod(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[1]) {
        Some(format) => percent(vm, &args[1], format, &args[0]),
        None => Ok(Value::NotImplemented),
    }
}
