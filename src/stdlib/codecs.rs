//! `_codecs`: the registry of encodings and error handlers, and the interpreter's own codecs one by one.
//! `codecs`, in Python, builds on it. How objects are encoded is in `types::encoding`.

use super::NativeModule;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::codec::{self, Builtin, Codec, Fault, OnDecodeFault, OnEncodeFault, Order, Patch};
use crate::text::{Text, escape};
use crate::types::encoding::{call_info, decode_bytes, decode_stream, encode_text, search};
use crate::types::exceptions::add_note_to_pending;
use crate::types::str::text_of;
use crate::types::{args, buffer, exceptions_unicode};
use crate::vm::Vm;

/// The native module.
pub const CODECS: NativeModule = NativeModule {
    name: "_codecs",
    doc: "",
    functions: FUNCTIONS,
    fill: super::nothing,
};

/// The rows of a codec's two functions.
macro_rules! codecs {
    ($($codec:expr, $encode:literal, $decode:literal;)*) => {
        #[rustfmt::skip]
        const FUNCTIONS: &[Row] = &[
            method("register(search_function, /)", register, "Register a codec search function."),
            method("unregister(search_function, /)", unregister, "Unregister a codec search function and clear the registry's cache."),
            method("lookup(encoding, /)", look_up, "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."),
            method("encode(obj, encoding='utf-8', errors='strict')", encode, "Encodes obj using the codec registered for encoding."),
            method("decode(obj, encoding='utf-8', errors='strict')", decode, "Decodes obj using the codec registered for encoding."),
            method("register_error(errors, handler, /)", register_error, "Register the specified error handler under the name errors."),
            method("lookup_error(name, /)", lookup_error, "lookup_error(errors) -> handler"),
            method("escape_encode(data, errors=None, /)", escape_encode, ""),
            method("escape_decode(data, errors=None, /)", escape_decode, ""),
            method("readbuffer_encode(data, errors=None, /)", readbuffer_encode, ""),
            method("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)", |vm, args| ex_decode(vm, args, Codec::Utf16), ""),
            method("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)", |vm, args| ex_decode(vm, args, Codec::Utf32), ""),
            method("_text_codec(name, /)", text_codec, "The canonical name of an encoding that the interpreter knows, or None."),
            method("_encode(name, text, errors, /)", encode_by_name, "Encodes by an encoding of the interpreter: (bytes, length)."),
            method("_decode(name, data, errors, final, /)", decode_by_name, "Decodes by an encoding of the interpreter: (text, consumed, encoding of the rest)."),
            method("_decode_stream(name, data, errors, final, /)", decode_stream_by_name, "Decodes by an encoding of the interpreter: (text, consumed, encoding of the rest)."),
            HANDLERS[0], HANDLERS[1], HANDLERS[2], HANDLERS[3], HANDLERS[4], HANDLERS[5], HANDLERS[6], HANDLERS[7],
            $(
                method(concat!($encode, "(str, errors=None, /)"), |vm, args| encode_by(vm, args, $codec, $encode), ""),
                method(concat!($decode, "(data, errors=None, final=False, /)"), |vm, args| decode_by(vm, args, $codec), ""),
            )*
        ];
    };
}

codecs! {
    Codec::Ascii, "ascii_encode", "ascii_decode";
    Codec::Latin1, "latin_1_encode", "latin_1_decode";
    Codec::Utf8, "utf_8_encode", "utf_8_decode";
    Codec::Utf16(Order::Marked), "utf_16_encode", "utf_16_decode";
    Codec::Utf16(Order::Little), "utf_16_le_encode", "utf_16_le_decode";
    Codec::Utf16(Order::Big), "utf_16_be_encode", "utf_16_be_decode";
    Codec::Utf32(Order::Marked), "utf_32_encode", "utf_32_decode";
    Codec::Utf32(Order::Little), "utf_32_le_encode", "utf_32_le_decode";
    Codec::Utf32(Order::Big), "utf_32_be_encode", "utf_32_be_decode";
    Codec::UnicodeEscape, "unicode_escape_encode", "unicode_escape_decode";
    Codec::RawUnicodeEscape, "raw_unicode_escape_encode", "raw_unicode_escape_decode";
}

// ---------------------------------------------------------------------------------------------
// The registry

fn register(vm: &Vm, args: &[Value]) -> PyResult {
    if !crate::types::is_callable(vm, &args[0]) {
        return Err(vm.type_error("argument must be callable"));
    }
    vm.state.codecs.searchers.borrow_mut().push(args[0].clone());
    Ok(Value::None)
}

fn unregister(vm: &Vm, args: &[Value]) -> PyResult {
    let registry = &vm.state.codecs;
    let at = registry
        .searchers
        .borrow()
        .iter()
        .position(|searcher| searcher.is(&args[0]));
    if let Some(at) = at {
        let (searcher, found) = (
            registry.searchers.borrow_mut().remove(at),
            registry.found.take(),
        );
        drop((searcher, found));
    }
    Ok(Value::None)
}

/// A name that has no null character.
fn name_arg<'a>(vm: &Vm, value: &'a Value, what: &str) -> PyResult<&'a Text> {
    let name = args::text(vm, value, what)?;
    match name.as_bytes().contains(&0) {
        true => Err(vm.value_error("embedded null character")),
        false => Ok(name),
    }
}

fn look_up(vm: &Vm, args: &[Value]) -> PyResult {
    let name = name_arg(vm, &args[0], "lookup() argument")?;
    info(vm, name)
}

fn info(vm: &Vm, name: &Text) -> PyResult {
    match search(vm, name)? {
        Some(info) => Ok(info),
        None => Err(vm.lookup_error(format!("unknown encoding: {name}"))),
    }
}

fn encode(vm: &Vm, args: &[Value]) -> PyResult {
    convert(vm, args, "encode", 0)
}

fn decode(vm: &Vm, args: &[Value]) -> PyResult {
    convert(vm, args, "decode", 1)
}

/// Runs the function at `which` of a codec's tuple; what fails gets a note.
fn convert(vm: &Vm, args: &[Value], function: &str, which: usize) -> PyResult {
    let argument = |at: usize, name: &str| {
        args::text(vm, &args[at], &format!("{function}() argument '{name}'"))
    };
    let (name, errors) = (argument(1, "encoding")?, argument(2, "errors")?);
    let info = info(vm, name)?;
    let result = call_info(vm, &info, which, &args[0], errors);
    if result.is_err() {
        let verb = &function[..function.len() - 1];
        add_note_to_pending(vm, &format!("{verb}ing with '{name}' codec failed"));
    }
    result
}

fn register_error(vm: &Vm, args: &[Value]) -> PyResult {
    let name = name_arg(vm, &args[0], "register_error() argument 1")?.clone();
    if !crate::types::is_callable(vm, &args[1]) {
        return Err(vm.type_error("handler must be callable"));
    }
    let mut handlers = vm.state.codecs.handlers.borrow_mut();
    let old = handlers.insert(name, args[1].clone());
    drop(handlers);
    drop(old);
    Ok(Value::None)
}

fn lookup_error(vm: &Vm, args: &[Value]) -> PyResult {
    let name = name_arg(vm, &args[0], "lookup_error() argument")?;
    let registered = vm.state.codecs.handlers.borrow().get(name).cloned();
    if let Some(handler) = registered {
        return Ok(handler);
    }
    if name.as_str().and_then(Builtin::of_name).is_some() {
        let module = crate::exec::import::import_absolute(vm, "_codecs")?;
        // These two have no such names among the module's functions.
        let ending = match name.as_str() {
            Some("surrogateescape" | "surrogatepass") => "",
            _ => "_errors",
        };
        return lookup::get(vm, &module, &vm.intern(&format!("{name}{ending}")));
    }
    Err(vm.lookup_error(format!("unknown error handler name '{name}'")))
}

// ---------------------------------------------------------------------------------------------
// Codecs

fn errors(vm: &Vm, value: &Value) -> PyResult<Text> {
    match value {
        Value::None | Value::Unbound => Ok(Text::from("strict")),
        value => args::text(vm, value, "argument 2").cloned(),
    }
}

fn encode_by(vm: &Vm, args: &[Value], codec: Codec, function: &str) -> PyResult {
    let text = args::text(vm, &args[0], &format!("{function}() argument 1"))?;
    encoded(vm, text, codec, &errors(vm, &args[1])?)
}

fn encoded(vm: &Vm, text: &Text, codec: Codec, errors: &Text) -> PyResult {
    let bytes = encode_text(vm, text, codec, errors)?;
    Ok(vm.tuple(vec![vm.bytes(bytes), Value::Int(text.len() as i64)]))
}

fn decode_by(vm: &Vm, args: &[Value], codec: Codec) -> PyResult {
    // Single bytes are never incomplete, and the escapes' functions finish unless told otherwise.
    let finish = matches!(codec, Codec::Ascii | Codec::Latin1) || ops::truth(vm, &args[2])?;
    let decoded = decoded(vm, &args[0], codec, &errors(vm, &args[1])?, finish)?;
    let consumed = Value::Int(decoded.consumed as i64);
    Ok(vm.tuple(vec![vm.text(decoded.text), consumed]))
}

fn decoded(
    vm: &Vm,
    data: &Value,
    codec: Codec,
    errors: &Text,
    finish: bool,
) -> PyResult<codec::Decoded> {
    if let (Codec::UnicodeEscape | Codec::RawUnicodeEscape, Some(text)) = (codec, text_of(data)) {
        return decode_bytes(vm, text.as_bytes(), codec, finish, errors);
    }
    let bytes = buffer::required(vm, data)?.stable();
    decode_bytes(vm, &bytes, codec, finish, errors)
}

/// `utf_16_ex_decode` and `utf_32_ex_decode`: the order of bytes goes in and out as a number.
fn ex_decode(vm: &Vm, args: &[Value], codec: fn(Order) -> Codec) -> PyResult {
    let order = match args::c_int(vm, &args[2])? {
        0 => Order::Marked,
        1.. => Order::Big,
        _ => Order::Little,
    };
    let finish = ops::truth(vm, &args[3])?;
    let decoded = decoded(vm, &args[0], codec(order), &errors(vm, &args[1])?, finish)?;
    let order = match decoded.next {
        Codec::Utf16(Order::Little) | Codec::Utf32(Order::Little) => -1,
        Codec::Utf16(Order::Big) | Codec::Utf32(Order::Big) => 1,
        _ => 0,
    };
    let consumed = Value::Int(decoded.consumed as i64);
    Ok(vm.tuple(vec![vm.text(decoded.text), consumed, Value::Int(order)]))
}

fn text_codec(vm: &Vm, args: &[Value]) -> PyResult {
    let name = args::text(vm, &args[0], "_text_codec() argument")?;
    let codec = name.as_str().and_then(codec::lookup);
    Ok(codec.map_or(Value::None, |codec| vm.str(codec.name())))
}

fn known(vm: &Vm, name: &Value) -> PyResult<Codec> {
    let name = args::text(vm, name, "argument 1")?;
    match name.as_str().and_then(codec::lookup) {
        Some(codec) => Ok(codec),
        None => Err(vm.lookup_error(format!("unknown encoding: {name}"))),
    }
}

fn encode_by_name(vm: &Vm, args: &[Value]) -> PyResult {
    let codec = known(vm, &args[0])?;
    let function = format!("{}_encode() argument 1", codec.name().replace('-', "_"));
    let text = args::text(vm, &args[1], &function)?;
    encoded(vm, text, codec, &errors(vm, &args[2])?)
}

fn decode_by_name(vm: &Vm, args: &[Value]) -> PyResult {
    let (codec, finish) = (known(vm, &args[0])?, ops::truth(vm, &args[3])?);
    let decoded = decoded(vm, &args[1], codec, &errors(vm, &args[2])?, finish)?;
    Ok(told(vm, decoded))
}

fn decode_stream_by_name(vm: &Vm, args: &[Value]) -> PyResult {
    let (codec, finish) = (known(vm, &args[0])?, ops::truth(vm, &args[3])?);
    let bytes = buffer::required(vm, &args[1])?.stable();
    let decoded = decode_stream(vm, &bytes, codec, finish, &errors(vm, &args[2])?)?;
    Ok(told(vm, decoded))
}

/// The text, how many bytes it took, and what the codec is from there on.
fn told(vm: &Vm, decoded: codec::Decoded) -> Value {
    let (consumed, next) = (decoded.consumed as i64, decoded.next.name());
    let text = vm.text(decoded.text);
    vm.tuple(vec![text, Value::Int(consumed), vm.str(next)])
}

fn escape_decode(vm: &Vm, args: &[Value]) -> PyResult {
    let data = match text_of(&args[0]) {
        Some(text) => text.as_bytes().to_vec(),
        None => buffer::required(vm, &args[0])?.to_vec(),
    };
    let bytes = escape::unescape_bytes(&data).map_err(|text| vm.value_error(text))?;
    Ok(vm.pair(vm.bytes(bytes), Value::Int(data.len() as i64)))
}

fn escape_encode(vm: &Vm, args: &[Value]) -> PyResult {
    let data = buffer::required(vm, &args[0])?;
    let repr = escape::repr_bytes(&data);
    // Without the prefix and the quotes, and a quote escaped in any case.
    let inner = &repr[2..repr.len() - 1];
    let escaped = match repr.as_bytes()[1] {
        b'"' => inner.replace('\'', "\\'"),
        _ => inner.to_owned(),
    };
    Ok(vm.tuple(vec![
        vm.bytes(escaped.into_bytes()),
        Value::Int(data.len() as i64),
    ]))
}

fn readbuffer_encode(vm: &Vm, args: &[Value]) -> PyResult {
    let bytes = match text_of(&args[0]) {
        Some(text) => text.as_bytes().to_vec(),
        None => buffer::required(vm, &args[0])?.to_vec(),
    };
    let len = Value::Int(bytes.len() as i64);
    Ok(vm.tuple(vec![vm.bytes(bytes), len]))
}

// ---------------------------------------------------------------------------------------------
// The built-in error handlers as functions

#[rustfmt::skip]
const HANDLERS: [Row; 8] = [
    method("strict_errors(exc, /)", strict, "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.").bare(),
    method("ignore_errors(exc, /)", |vm, args| handle(vm, &args[0], Builtin::Ignore), "Implements the 'ignore' error handling, which ignores malformed data and continues.").bare(),
    method("replace_errors(exc, /)", |vm, args| handle(vm, &args[0], Builtin::Replace), "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.").bare(),
    method("xmlcharrefreplace_errors(exc, /)", |vm, args| handle(vm, &args[0], Builtin::XmlCharRefReplace), "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.").bare(),
    method("backslashreplace_errors(exc, /)", |vm, args| handle(vm, &args[0], Builtin::BackslashReplace), "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.").bare(),
    method("namereplace_errors(exc, /)", |vm, args| handle(vm, &args[0], Builtin::NameReplace), "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.").bare(),
    method("surrogateescape(exc, /)", |vm, args| handle(vm, &args[0], Builtin::SurrogateEscape), "").bare(),
    method("surrogatepass(exc, /)", |vm, args| handle(vm, &args[0], Builtin::SurrogatePass), "").bare(),
];

fn strict(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    match class.is_subclass(&vm.exceptions.BaseException) {
        true => Err(vm.raise_value(args[0].clone())),
        false => Err(vm.type_error("codec must pass exception instance")),
    }
}

/// What is to be put for the fault that an exception tells of, and where to go on.
fn handle(vm: &Vm, exception: &Value, builtin: Builtin) -> PyResult {
    let class = vm.class_of(exception).clone();
    let exceptions = &vm.exceptions;
    let answer = if class.is_subclass(&exceptions.UnicodeEncodeError) {
        fix_encoding(vm, exception, builtin)?
    } else if class.is_subclass(&exceptions.UnicodeDecodeError) && !builtin.only_encodes() {
        fix_decoding(vm, exception, builtin)?
    } else if class.is_subclass(&exceptions.UnicodeTranslateError) && TRANSLATING.contains(&builtin)
    {
        fix_translating(vm, exception, builtin)?
    } else {
        return Err(vm.type_error(format!(
            "don't know how to handle {} in error callback",
            class.name_text()
        )));
    };
    match answer {
        Some((patch, at)) => Ok(vm.tuple(vec![patch, Value::Int(at as i64)])),
        None => Err(vm.raise_value(exception.clone())),
    }
}

/// The handlers that know of UnicodeTranslateError.
const TRANSLATING: [Builtin; 3] = [Builtin::Ignore, Builtin::Replace, Builtin::BackslashReplace];

/// What is put, and where to go on; none where the exception is to be raised.
type Answer = Option<(Value, usize)>;

fn fix_encoding(vm: &Vm, exception: &Value, mut builtin: Builtin) -> PyResult<Answer> {
    let object = exceptions_unicode::text_object(vm, exception)?;
    let Some(text) = text_of(&object) else {
        return Ok(None);
    };
    let fault = fault_of(vm, exception, builtin, text.len())?;
    let escapes = matches!(builtin, Builtin::SurrogateEscape | Builtin::SurrogatePass);
    if fault.start > fault.end {
        return match builtin {
            Builtin::Replace => Err(negative_size(vm, "PyUnicode_New")),
            _ if escapes => Err(negative_size(vm, "PyBytes_FromStringAndSize")),
            // It goes on where it has stopped naming.
            Builtin::NameReplace => Ok(Some((vm.str(""), fault.start))),
            _ => Ok(Some((vm.str(""), fault.end))),
        };
    }
    if escapes && fault.start == fault.end {
        return Ok((!text.is_empty()).then(|| (vm.bytes(&[]), fault.end)));
    }
    let fixed = OnEncodeFault::fix(&mut builtin, fault, text).ok();
    // As a function it escapes all or nothing.
    let whole = fixed.filter(|(_, at)| !escapes || *at == fault.end);
    Ok(whole.map(|(patch, at)| match patch {
        Patch::Text(text) => (vm.text(text), at),
        Patch::Bytes(bytes) if bytes.is_empty() => (vm.str(""), at),
        Patch::Bytes(bytes) => (vm.bytes(bytes), at),
    }))
}

fn fix_decoding(vm: &Vm, exception: &Value, mut builtin: Builtin) -> PyResult<Answer> {
    let object = exceptions_unicode::bytes_object(vm, exception)?;
    let bytes = buffer::required(vm, &object)?.stable().into_owned();
    let fault = fault_of(vm, exception, builtin, bytes.len())?;
    if fault.start > fault.end && builtin == Builtin::BackslashReplace {
        return Err(negative_size(vm, "PyUnicode_New"));
    }
    let fixed = OnDecodeFault::fix(&mut builtin, fault, &bytes).ok();
    Ok(fixed.map(|(text, at)| (vm.text(text), at)))
}

/// What the handlers that know of it make of a UnicodeTranslateError.
fn fix_translating(vm: &Vm, exception: &Value, mut builtin: Builtin) -> PyResult<Answer> {
    let object = exceptions_unicode::text_object(vm, exception)?;
    let Some(text) = text_of(&object) else {
        return Ok(None);
    };
    let fault = fault_of(vm, exception, builtin, text.len())?;
    let patch = match builtin {
        Builtin::Replace if fault.start > fault.end => {
            return Err(negative_size(vm, "PyUnicode_New"));
        }
        Builtin::Replace => (fault.start..fault.end).map(|_| 0xfffd).collect(),
        Builtin::BackslashReplace if fault.start < fault.end => {
            match OnEncodeFault::fix(&mut builtin, fault, text) {
                Ok((Patch::Text(patch), _)) => patch,
                _ => return Ok(None),
            }
        }
        _ => Text::new(),
    };
    Ok(Some((vm.text(patch), fault.end)))
}

/// The SystemError where CPython asks for memory of a size below 0.
fn negative_size(vm: &Vm, function: &str) -> Raised {
    vm.system_error(format!("Negative size passed to {function}"))
}

/// The fault that an exception tells of, in an object of such a length.
fn fault_of(vm: &Vm, exception: &Value, builtin: Builtin, len: usize) -> PyResult<Fault> {
    let encoding = match builtin {
        Builtin::SurrogatePass => surrogates_encoding(vm, exception)?,
        _ => "",
    };
    let (start, end) = exceptions_unicode::positions(vm, exception, len)?;
    Ok(Fault {
        encoding,
        start,
        end,
        reason: "",
    })
}

/// The encoding of an exception, by a name that says of itself that it is one of Unicode.
fn surrogates_encoding(vm: &Vm, exception: &Value) -> PyResult<&'static str> {
    let name = exceptions_unicode::encoding(vm, exception)?;
    let name = text_of(&name).and_then(Text::as_str).unwrap_or_default();
    let known = codec::lookup(name).filter(|_| !name.starts_with("cp"));
    Ok(known.map_or("", Codec::name))
}
