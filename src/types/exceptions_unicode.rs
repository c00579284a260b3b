//! The exceptions of codecs: what could not be encoded, decoded or translated, where, and why.

use super::exceptions::{EXCEPTION, INIT_DOC, NEW, args_of, payload};
use super::exceptions_special::{field, plain_init};
use super::{args, buffer, slots};
use crate::object::exception::Exception as Payload;
use crate::object::ops;
use crate::object::table::{Property, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::types::bytes::Bytes;
use crate::types::str::Str;
use crate::vm::Vm;

/// Where the fields stand.
const ENCODING: usize = 0;
const OBJECT: usize = 1;
const START: usize = 2;
const END: usize = 3;
const REASON: usize = 4;

/// Reads a position; one that was never set is 0.
fn get_position<const I: usize>(vm: &Vm, this: &Value) -> PyResult {
    Ok(Value::Int(position(payload(vm, this)?, I)))
}

/// Sets a position. What is none leaves -1 behind, beside the error.
fn set_position<const I: usize>(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let inner = payload(vm, this)?;
    if value.is_unbound() {
        return Err(vm.type_error("can't delete numeric/char attribute"));
    }
    let position = args::word(vm, &value);
    inner.set_field(I, Value::Int(*position.as_ref().unwrap_or(&-1)));
    position.map(drop)
}

const fn position_field<const I: usize>(name: &'static str, doc: &'static str) -> Property {
    Property {
        member: true,
        ..getset(name, get_position::<I>, set_position::<I>, doc)
    }
}

/// The attributes that the three classes have.
const PROPERTIES: &[Property] = &[
    field::<ENCODING>("encoding", "exception encoding"),
    field::<OBJECT>("object", "exception object"),
    position_field::<START>("start", "exception start"),
    position_field::<END>("end", "exception end"),
    field::<REASON>("reason", "exception reason"),
];

/// The table of `UnicodeDecodeError`.
#[allow(non_upper_case_globals)]
pub static UnicodeDecodeError: TypeTable = TypeTable {
    name: "UnicodeDecodeError",
    doc: "Unicode decoding error.",
    methods: &[
        NEW,
        method("__init__(self, /, *args, **kwargs)", decode_init, INIT_DOC),
        slots::str(decode_str),
    ],
    properties: PROPERTIES,
    ..EXCEPTION
};

/// The table of `UnicodeEncodeError`.
#[allow(non_upper_case_globals)]
pub static UnicodeEncodeError: TypeTable = TypeTable {
    name: "UnicodeEncodeError",
    doc: "Unicode encoding error.",
    methods: &[
        NEW,
        method("__init__(self, /, *args, **kwargs)", encode_init, INIT_DOC),
        slots::str(encode_str),
    ],
    properties: PROPERTIES,
    ..EXCEPTION
};

/// The table of `UnicodeTranslateError`.
#[allow(non_upper_case_globals)]
pub static UnicodeTranslateError: TypeTable = TypeTable {
    name: "UnicodeTranslateError",
    doc: "Unicode translation error.",
    methods: &[
        NEW,
        method(
            "__init__(self, /, *args, **kwargs)",
            translate_init,
            INIT_DOC,
        ),
        slots::str(translate_str),
    ],
    properties: PROPERTIES,
    ..EXCEPTION
};

/// The argument at `position`, counted from 1, if it is a text.
fn text_argument(vm: &Vm, given: &[Value], position: usize) -> PyResult {
    let value = &given[position - 1];
    if value.get::<Str>().is_some() {
        return Ok(value.clone());
    }
    let found = match value.is_none() {
        true => "None".into(),
        false => vm.type_name(value),
    };
    Err(vm.type_error(format!("argument {position} must be str, not {found}")))
}

/// The arguments of a constructor, of which there are `count`. What the exception was about before is forgotten
/// first: it stays so when they do not fit, but for positions read by then.
fn started(vm: &Vm, args: &[Value], count: usize) -> PyResult<Vec<Value>> {
    plain_init(vm, args)?;
    let inner = payload(vm, &args[0])?;
    for at in [ENCODING, OBJECT, REASON] {
        inner.set_field(at, Value::Unbound);
    }
    let given = args_of(inner);
    match given.len() == count {
        true => Ok(given),
        false => Err(vm.type_error(format!(
            "function takes exactly {count} arguments ({} given)",
            given.len()
        ))),
    }
}

fn set_positions(vm: &Vm, inner: &Payload, given: &[Value]) -> PyResult<()> {
    for (at, value) in [START, END].into_iter().zip(given) {
        inner.set_field(at, Value::Int(args::size(vm, value)?));
    }
    Ok(())
}

fn decode_init(vm: &Vm, args: &[Value]) -> PyResult {
    let given = started(vm, args, 5)?;
    let inner = payload(vm, &args[0])?;
    let encoding = text_argument(vm, &given, 1)?;
    set_positions(vm, inner, &given[2..4])?;
    let reason = text_argument(vm, &given, 5)?;
    let object = match given[1].get::<Bytes>() {
        Some(_) => given[1].clone(),
        None => vm.bytes(&buffer::required(vm, &given[1])?[..]),
    };
    inner.set_field(ENCODING, encoding);
    inner.set_field(OBJECT, object);
    inner.set_field(REASON, reason);
    Ok(Value::None)
}

fn encode_init(vm: &Vm, args: &[Value]) -> PyResult {
    let given = started(vm, args, 5)?;
    let inner = payload(vm, &args[0])?;
    let encoding = text_argument(vm, &given, 1)?;
    let object = text_argument(vm, &given, 2)?;
    set_positions(vm, inner, &given[2..4])?;
    let reason = text_argument(vm, &given, 5)?;
    inner.set_field(ENCODING, encoding);
    inner.set_field(OBJECT, object);
    inner.set_field(REASON, reason);
    Ok(Value::None)
}

fn translate_init(vm: &Vm, args: &[Value]) -> PyResult {
    let given = started(vm, args, 4)?;
    let inner = payload(vm, &args[0])?;
    let object = text_argument(vm, &given, 1)?;
    set_positions(vm, inner, &given[1..3])?;
    let reason = text_argument(vm, &given, 4)?;
    inner.set_field(OBJECT, object);
    inner.set_field(REASON, reason);
    Ok(Value::None)
}

/// A position, which need not be one of the object.
fn position(exception: &Payload, field: usize) -> i64 {
    match exception.field(field) {
        Value::Int(i) => i,
        _ => 0,
    }
}

/// The text of a field.
fn shown(vm: &Vm, exception: &Payload, field: usize) -> PyResult<String> {
    match exception.field(field).bound() {
        Some(value) => Ok(ops::str(vm, &value)?.to_string()),
        None => Ok("<NULL>".to_owned()),
    }
}

/// `one` with the name of the thing at the only position concerned, or else `many`, and where and why.
fn described(
    exception: &Payload,
    (one, many): (&str, &str),
    named: impl Fn(usize) -> Option<String>,
    reason: &str,
) -> String {
    let (start, last) = (
        position(exception, START),
        position(exception, END).wrapping_sub(1),
    );
    let only = usize::try_from(start).ok().filter(|_| start == last);
    match only.and_then(named) {
        Some(name) => format!("{one} {name} in position {start}: {reason}"),
        None => format!("{many} in position {start}-{last}: {reason}"),
    }
}

fn decode_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let object = inner.field(OBJECT);
    if object.is_unbound() {
        return Ok(vm.str(""));
    }
    let reason = shown(vm, inner, REASON)?;
    let encoding = shown(vm, inner, ENCODING)?;
    let byte = |at: usize| Some(format!("0x{:02x}", object.get::<Bytes>()?.data.get(at)?));
    let what = described(inner, ("byte", "bytes"), byte, &reason);
    Ok(vm.str(&format!("'{encoding}' codec can't decode {what}")))
}

fn character(object: &Value, at: usize) -> Option<String> {
    let c = object.get::<Str>()?.text.get(at)?;
    Some(match c {
        0..=0xff => format!("'\\x{c:02x}'"),
        0x100..=0xffff => format!("'\\u{c:04x}'"),
        _ => format!("'\\U{c:08x}'"),
    })
}

/// What could not be encoded or translated, and why.
fn characters(object: &Value, exception: &Payload, reason: &str) -> String {
    let name = |at| character(object, at);
    described(exception, ("character", "characters"), name, reason)
}

fn encode_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let object = inner.field(OBJECT);
    if object.is_unbound() {
        return Ok(vm.str(""));
    }
    let reason = shown(vm, inner, REASON)?;
    let encoding = shown(vm, inner, ENCODING)?;
    let what = characters(&object, inner, &reason);
    Ok(vm.str(&format!("'{encoding}' codec can't encode {what}")))
}

fn translate_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let object = inner.field(OBJECT);
    if object.is_unbound() {
        return Ok(vm.str(""));
    }
    let reason = shown(vm, inner, REASON)?;
    let what = characters(&object, inner, &reason);
    Ok(vm.str(&format!("can't translate {what}")))
}

// ---------------------------------------------------------------------------------------------
// What handlers of errors read of them

fn attribute(vm: &Vm, exception: &Value, (field, name): (usize, &str)) -> PyResult {
    match payload(vm, exception)?.field(field).bound() {
        Some(value) => Ok(value),
        None => Err(vm.type_error(format!("{name} attribute not set"))),
    }
}

fn text_attribute(vm: &Vm, exception: &Value, which: (usize, &str)) -> PyResult {
    let value = attribute(vm, exception, which)?;
    match value.get::<Str>() {
        Some(_) => Ok(value),
        None => Err(vm.type_error(format!("{} attribute must be unicode", which.1))),
    }
}

/// The text that could not be encoded or translated.
///
/// # Errors
/// TypeError when a program has left none there.
pub fn text_object(vm: &Vm, exception: &Value) -> PyResult {
    text_attribute(vm, exception, (OBJECT, "object"))
}

/// The bytes that could not be decoded.
///
/// # Errors
/// TypeError when a program has left none there.
pub fn bytes_object(vm: &Vm, exception: &Value) -> PyResult {
    let value = attribute(vm, exception, (OBJECT, "object"))?;
    match value.get::<Bytes>() {
        Some(_) => Ok(value),
        None => Err(vm.type_error("object attribute must be bytes")),
    }
}

/// The name of the encoding.
///
/// # Errors
/// TypeError when a program has left none there.
pub fn encoding(vm: &Vm, exception: &Value) -> PyResult {
    text_attribute(vm, exception, (ENCODING, "encoding"))
}

/// The positions in an object of such a length; the end may come first all the same.
///
/// # Errors
/// TypeError when it is no exception.
pub fn positions(vm: &Vm, exception: &Value, len: usize) -> PyResult<(usize, usize)> {
    let inner = payload(vm, exception)?;
    let at = |field| usize::try_from(position(inner, field)).unwrap_or(0);
    let start = at(START).min(len.saturating_sub(1));
    Ok((start, at(END).max(1).min(len)))
}

/// Lets an exception that a handler has seen tell of the next fault.
///
/// # Errors
/// TypeError when it is no exception.
pub fn tell(
    vm: &Vm,
    exception: &Value,
    (start, end): (usize, usize),
    reason: &str,
) -> PyResult<()> {
    let inner = payload(vm, exception)?;
    inner.set_field(START, Value::Int(start as i64));
    inner.set_field(END, Value::Int(end as i64));
    inner.set_field(REASON, vm.str(reason));
    Ok(())
}
