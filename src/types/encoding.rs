//! Encoding and decoding as objects see it: the arguments of `str.encode` and `bytes.decode`, error
//! handlers (built-in or registered), and the exceptions. The codecs themselves are in `text::codec`.

use crate::object::class::Class;
use crate::object::heap::{Kind, Obj, Ref};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::text::codec::{self, Builtin, Codec, Fault, OnDecodeFault, OnEncodeFault, Patch};
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer, exceptions_unicode};
use crate::vm::Vm;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// What `codecs.register` and `codecs.register_error` have been given.
#[derive(Default)]
pub struct Registry {
    /// Error handlers by name.
    pub handlers: RefCell<HashMap<Text, Value>>,
    /// Functions that find encodings, in the order of their registration.
    pub searchers: RefCell<Vec<Value>>,
    /// What they have found, by normalised name.
    pub found: RefCell<HashMap<Text, Value>>,
    /// Whether the first of the functions, that of the `codecs` module, has been sought.
    started: Cell<bool>,
}

// ---------------------------------------------------------------------------------------------
// Arguments

/// The encoding and error handler arguments of a function; `None` for `utf-8` and `strict`.
pub struct Arguments<'a> {
    encoding: Option<&'a Text>,
    errors: Option<&'a Text>,
}

/// A name that a function was given; `None` for the default.
#[inline]
fn name_argument<'a>(
    vm: &Vm,
    value: &'a Value,
    default: &str,
    what: impl FnOnce() -> String,
) -> PyResult<Option<&'a Text>> {
    if value.is_unbound() {
        return Ok(None);
    }
    let Some(text) = text_of(value) else {
        let what = what();
        if value.is_none() && what.starts_with("str()") {
            return Err(vm.type_error(format!("{what} must be str, not NoneType")));
        }
        return args::text(vm, value, &what).map(Some);
    };
    if *text == *default {
        return Ok(None);
    }
    if text.as_bytes().contains(&0) {
        return Err(vm.value_error("embedded null character"));
    }
    Ok(Some(text))
}

impl<'a> Arguments<'a> {
    /// Takes the arguments; `Unbound` gives `utf-8` and `strict`.
    ///
    /// # Errors
    /// TypeError when one is no `str`, ValueError for a null character.
    #[inline]
    pub fn new(
        vm: &Vm,
        function: &str,
        encoding: &'a Value,
        errors: &'a Value,
    ) -> PyResult<Arguments<'a>> {
        let what = |name: &str| format!("{function}() argument '{name}'");
        Ok(Arguments {
            encoding: name_argument(vm, encoding, "utf-8", || what("encoding"))?,
            errors: name_argument(vm, errors, "strict", || what("errors"))?,
        })
    }

    fn encoding(&self) -> Cow<'_, Text> {
        named(self.encoding, "utf-8")
    }

    fn errors(&self) -> Cow<'_, Text> {
        named(self.errors, "strict")
    }

    /// Whether ASCII bytes and texts stand for each other, which needs no error handler.
    fn is_ascii_compatible(&self) -> bool {
        const COMPATIBLE: &[&[u8]] = &[b"ascii", b"utf8", b"latin-1", b"latin1", b"iso-8859-1"];
        self.encoding
            .is_none_or(|encoding| COMPATIBLE.contains(&encoding.as_bytes()))
    }

    /// Whether both are the defaults.
    fn is_plain(&self) -> bool {
        self.encoding.is_none() && self.errors.is_none()
    }
}

fn named<'a>(given: Option<&'a Text>, default: &str) -> Cow<'a, Text> {
    match given {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(Text::from(default)),
    }
}

/// What an encoding's name stands for.
enum Found {
    /// A codec of the interpreter.
    Codec(Codec),
    /// A `codecs.CodecInfo` that a registered function gave.
    Info(Value),
}

fn find(vm: &Vm, encoding: &Text) -> PyResult<Found> {
    if let Some(codec) = encoding.as_str().and_then(codec::lookup) {
        return Ok(Found::Codec(codec));
    }
    match search(vm, encoding)? {
        Some(info) => Ok(Found::Info(info)),
        None => Err(vm.lookup_error(format!("unknown encoding: {encoding}"))),
    }
}

/// Asks the registered functions for an encoding.
///
/// # Errors
/// What they raise; TypeError when one gives something else than a tuple of four.
pub fn search(vm: &Vm, encoding: &Text) -> PyResult<Option<Value>> {
    let registry = &vm.state.codecs;
    let name = normalised(encoding);
    if let Some(info) = registry.found.borrow().get(&name) {
        return Ok(Some(info.clone()));
    }
    if !registry.started.replace(true) {
        crate::exec::import::import_absolute(vm, "codecs")?;
    }
    let searchers = registry.searchers.borrow().clone();
    for searcher in searchers {
        let info = vm.call(&searcher, &[vm.text(name.clone())])?;
        if info.is_none() {
            continue;
        }
        if info
            .get::<Tuple>()
            .is_none_or(|tuple| tuple.items.len() != 4)
        {
            return Err(vm.type_error("codec search functions must return 4-tuples"));
        }
        drop(registry.found.borrow_mut().insert(name, info.clone()));
        return Ok(Some(info));
    }
    Ok(None)
}

/// An encoding's name as search functions get it: letters, digits and points, and underscores for all
/// that stands between them.
fn normalised(encoding: &Text) -> Text {
    let (mut out, mut gap) = (Vec::new(), false);
    for c in encoding.chars() {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii_alphanumeric() || byte == b'.' => {
                if gap && !out.is_empty() {
                    out.push(b'_');
                }
                gap = false;
                out.push(byte.to_ascii_lowercase());
            }
            _ => gap = true,
        }
    }
    Text::from_ascii(&out)
}

/// Calls a registered codec of text: the function at `which` of its tuple, whose first result counts.
fn call_text_info(
    vm: &Vm,
    info: &Value,
    which: usize,
    input: &Value,
    arguments: &Arguments,
) -> PyResult {
    let name = vm.intern("_is_text_encoding");
    let is_text = match crate::object::lookup::get_optional(vm, info, &name)? {
        Some(is_text) => crate::object::ops::truth(vm, &is_text)?,
        None => true,
    };
    if !is_text {
        let verb = if which == 0 { "encode" } else { "decode" };
        return Err(vm.lookup_error(format!(
            "'{}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs",
            arguments.encoding()
        )));
    }
    call_info(vm, info, which, input, &arguments.errors())
}

/// Calls the function at `which` of a codec's tuple, whose first result counts.
///
/// # Errors
/// What it raises; TypeError when it returns no pair.
pub fn call_info(vm: &Vm, info: &Value, which: usize, input: &Value, errors: &Text) -> PyResult {
    let function = info.get::<Tuple>().map(|tuple| tuple.items[which].clone());
    let errors = vm.text(errors.clone());
    let result = vm.call(&function.unwrap_or(Value::None), &[input.clone(), errors])?;
    match result.get::<Tuple>().map(|tuple| &tuple.items[..]) {
        Some([output, _]) => Ok(output.clone()),
        _ => Err(vm.type_error(match which {
            0 => "encoder must return a tuple (object, integer)",
            _ => "decoder must return a tuple (object,integer)",
        })),
    }
}

// ---------------------------------------------------------------------------------------------
// Encoding and decoding

/// Encodes a `str`, to a `bytes` object.
///
/// # Errors
/// LookupError for an unknown encoding, what the error handler raises.
pub fn encode(vm: &Vm, value: &Value, arguments: &Arguments) -> PyResult {
    let Some(text) = text_of(value) else {
        return Err(super::internal_error(vm, "encoding what is no str"));
    };
    let as_they_are = match text.is_ascii() {
        true => arguments.is_ascii_compatible(),
        false => arguments.is_plain() && !text.has_surrogates(),
    };
    if as_they_are {
        return Ok(vm.bytes(text.as_bytes()));
    }
    match find(vm, &arguments.encoding())? {
        Found::Codec(codec) => {
            let encoded = encode_text(vm, text, codec, &arguments.errors());
            noted(vm, encoded, "encoding", arguments).map(|b| vm.bytes(b))
        }
        Found::Info(info) => {
            let result = call_text_info(vm, &info, 0, value, arguments);
            let result = noted(vm, result, "encoding", arguments)?;
            if result.obj().map(Obj::kind) == Some(Kind::Bytes) {
                return Ok(result);
            }
            Err(vm.type_error(format!(
                "'{}' encoder returned '{}' instead of 'bytes'; use codecs.encode() to encode to \
                 arbitrary types",
                arguments.encoding(),
                vm.type_name(&result)
            )))
        }
    }
}

/// Encodes a text by a codec of the interpreter.
///
/// # Errors
/// What the error handler raises.
pub fn encode_text(vm: &Vm, text: &Text, codec: Codec, errors: &Text) -> PyResult<Vec<u8>> {
    codec::encode(codec, text, &mut Handler::new(vm, errors))
}

/// The encodings that CPython knows without its registry of codecs, by their normalised names.
const SHORT_CUTS: [&str; 12] = [
    "ascii",
    "iso8859_1",
    "iso_8859_1",
    "latin1",
    "latin_1",
    "us_ascii",
    "utf16",
    "utf32",
    "utf8",
    "utf_16",
    "utf_32",
    "utf_8",
];

/// A note on what failed, where CPython's codec comes from the registry.
fn noted<T>(vm: &Vm, result: PyResult<T>, doing: &str, arguments: &Arguments) -> PyResult<T> {
    if result.is_err() {
        let name = arguments.encoding();
        let known = normalised(&name);
        if !SHORT_CUTS
            .iter()
            .any(|cut| known.as_bytes() == cut.as_bytes())
        {
            super::exceptions::add_note_to_pending(
                vm,
                &format!("{doing} with '{name}' codec failed"),
            );
        }
    }
    result
}

/// Decodes the bytes of a bytes-like object, to a `str` object.
///
/// # Errors
/// TypeError for another object, LookupError for an unknown encoding, what the error handler raises.
pub fn decode(vm: &Vm, value: &Value, arguments: &Arguments) -> PyResult {
    if buffer::required(vm, value)?.is_empty() {
        return Ok(vm.str(""));
    }
    if arguments.is_ascii_compatible() {
        let view = buffer::required(vm, value)?;
        if view.is_ascii() {
            return Ok(vm.text(Text::from_ascii(&view)));
        }
        if arguments.is_plain()
            && let Ok(text) = std::str::from_utf8(&view)
        {
            return Ok(vm.str(text));
        }
    }
    match find(vm, &arguments.encoding())? {
        Found::Codec(codec) => {
            // An error handler may change a bytearray.
            let view = buffer::required(vm, value)?;
            let bytes = view.stable();
            let decoded = decode_bytes(vm, &bytes, codec, true, &arguments.errors());
            Ok(vm.text(noted(vm, decoded, "decoding", arguments)?.text))
        }
        Found::Info(info) => {
            let result = call_text_info(vm, &info, 1, value, arguments);
            let result = noted(vm, result, "decoding", arguments)?;
            if text_of(&result).is_some() {
                return Ok(result);
            }
            Err(vm.type_error(format!(
                "'{}' decoder returned '{}' instead of 'str'; use codecs.decode() to decode to \
                 arbitrary types",
                arguments.encoding(),
                vm.type_name(&result)
            )))
        }
    }
}

/// Decodes bytes by a codec of the interpreter.
///
/// # Errors
/// What the error handler raises.
pub fn decode_bytes(
    vm: &Vm,
    bytes: &[u8],
    codec: Codec,
    finish: bool,
    errors: &Text,
) -> PyResult<codec::Decoded> {
    let decoded = codec::decode(codec, bytes, finish, &mut Handler::new(vm, errors))?;
    if let Some(at) = decoded.invalid_escape {
        warn_invalid_escape(vm, &bytes[at..])?;
    }
    Ok(decoded)
}

/// As [`decode_bytes`], for a stream: one whose order of bytes a mark has to tell begins with that.
///
/// # Errors
/// As [`decode_bytes`]; UnicodeDecodeError where the mark is missing.
pub fn decode_stream(
    vm: &Vm,
    bytes: &[u8],
    codec: Codec,
    finish: bool,
    errors: &Text,
) -> PyResult<codec::Decoded> {
    let decoded = decode_bytes(vm, bytes, codec, finish, errors)?;
    if let Some(fault) = codec::missing_mark(codec, bytes, decoded.consumed) {
        let exception = Handler::new(vm, errors).decode_error(fault, bytes)?;
        return Err(vm.set_pending(exception));
    }
    Ok(decoded)
}

/// The warning for a backslash that starts no escape.
fn warn_invalid_escape(vm: &Vm, rest: &[u8]) -> PyResult<()> {
    let message = match rest {
        [_, first @ b'4'..=b'7', second, third, ..] => format!(
            "invalid octal escape sequence '\\{}{}{}'",
            char::from(*first),
            char::from(*second),
            char::from(*third)
        ),
        [_, c, ..] => format!("invalid escape sequence '\\{}'", char::from(*c)),
        _ => return Ok(()),
    };
    super::warn_deprecated(vm, &message)
}

// ---------------------------------------------------------------------------------------------
// Error handlers

/// An error handler by its name, which is only looked up when there is an error.
struct Handler<'a> {
    vm: &'a Vm,
    errors: &'a Text,
    /// The bytes that are being decoded, as the exceptions hold them: made once, and changed by a handler.
    object: Option<Value>,
    /// The bytes that a handler has just put in their place.
    replaced: Option<Vec<u8>>,
    /// What a registered handler has been given, which gets it for all faults.
    given: Option<Value>,
}

/// What a handler's name stands for.
enum Action {
    Builtin(Builtin),
    Call(Value),
}

impl<'a> Handler<'a> {
    fn new(vm: &'a Vm, errors: &'a Text) -> Handler<'a> {
        Handler {
            vm,
            errors,
            object: None,
            replaced: None,
            given: None,
        }
    }

    fn action(&self) -> PyResult<Action> {
        let registered = self
            .vm
            .state
            .codecs
            .handlers
            .borrow()
            .get(self.errors)
            .cloned();
        if let Some(function) = registered {
            return Ok(Action::Call(function));
        }
        match self.errors.as_str().and_then(Builtin::of_name) {
            Some(builtin) => Ok(Action::Builtin(builtin)),
            None => Err(self
                .vm
                .lookup_error(format!("unknown error handler name '{}'", self.errors))),
        }
    }

    /// Calls a registered handler: what it puts, and the position from which it wants to go on, which is yet to
    /// be looked at.
    fn call(&self, function: &Value, exception: &Value, wrong: &str) -> PyResult<(Value, Value)> {
        let vm = self.vm;
        let result = vm.call(function, std::slice::from_ref(exception))?;
        match result.get::<Tuple>().map(|tuple| &tuple.items[..]) {
            Some([patch, position]) => Ok((patch.clone(), position.clone())),
            _ => Err(vm.type_error(wrong)),
        }
    }

    /// The place in the input of a handler's position, which may count from the end.
    fn resume(&self, position: i64, len: usize) -> PyResult<usize> {
        let at = if position < 0 {
            position.saturating_add(len as i64)
        } else {
            position
        };
        match usize::try_from(at) {
            Ok(at) if at <= len => Ok(at),
            _ => Err(self
                .vm
                .index_error(format!("position {at} from error handler out of bounds"))),
        }
    }

    fn exception(&self, class: &Ref<Class>, fault: Fault, object: Value) -> PyResult {
        let vm = self.vm;
        let args = [
            vm.str(fault.encoding),
            object,
            Value::Int(fault.start as i64),
            Value::Int(fault.end as i64),
            vm.str(fault.reason),
        ];
        vm.call(&class.value(), &args)
    }

    /// The exception for a registered handler: the one that it has seen before, or what `make` makes.
    fn given(&mut self, fault: Fault, make: impl FnOnce(&mut Self) -> PyResult) -> PyResult {
        if let Some(given) = &self.given {
            exceptions_unicode::tell(self.vm, given, (fault.start, fault.end), fault.reason)?;
            return Ok(given.clone());
        }
        let exception = make(self)?;
        self.given = Some(exception.clone());
        Ok(exception)
    }

    fn decode_error(&mut self, fault: Fault, input: &[u8]) -> PyResult {
        let vm = self.vm;
        let object = self.object.get_or_insert_with(|| vm.bytes(input)).clone();
        self.exception(&vm.exceptions.UnicodeDecodeError, fault, object)
    }

    /// Looks whether a handler has given the exception other bytes; how many there are now.
    fn note_replaced(&mut self, exception: &Value, len: usize) -> PyResult<usize> {
        let vm = self.vm;
        let object = exceptions_unicode::bytes_object(vm, exception)?;
        if self.object.as_ref().is_some_and(|known| known.is(&object)) {
            return Ok(len);
        }
        let bytes = buffer::required(vm, &object)?.to_vec();
        let len = bytes.len();
        self.object = Some(object);
        self.replaced = Some(bytes);
        Ok(len)
    }

    fn encode_error(&self, fault: Fault, input: &Text) -> PyResult {
        let class = &self.vm.exceptions.UnicodeEncodeError;
        self.exception(class, fault, self.vm.text(input.clone()))
    }

    fn raise(&self, exception: PyResult) -> Raised {
        match exception {
            Ok(exception) => self.vm.raise_value(exception),
            Err(raised) => raised,
        }
    }
}

impl OnDecodeFault for Handler<'_> {
    type Failure = Raised;

    fn fix(&mut self, fault: Fault, input: &[u8]) -> PyResult<(Text, usize)> {
        let vm = self.vm;
        let function = match self.action()? {
            Action::Builtin(builtin) if builtin.only_encodes() => {
                return Err(
                    vm.type_error("don't know how to handle UnicodeDecodeError in error callback")
                );
            }
            Action::Builtin(mut builtin) => {
                return OnDecodeFault::fix(&mut builtin, fault, input).map_err(|fault| {
                    let error = self.decode_error(fault, input);
                    self.raise(error)
                });
            }
            Action::Call(function) => function,
        };
        let exception = self.given(fault, |this| this.decode_error(fault, input))?;
        let wrong = "decoding error handler must return (str, int) tuple";
        let (patch, position) = self.call(&function, &exception, wrong)?;
        let Some(text) = text_of(&patch) else {
            return Err(vm.type_error(wrong));
        };
        let position = args::size(vm, &position)?;
        let len = self.note_replaced(&exception, input.len())?;
        let at = self.resume(position, len)?;
        Ok((text.clone(), at))
    }

    fn take_replaced_input(&mut self) -> Option<Vec<u8>> {
        self.replaced.take()
    }
}

impl OnEncodeFault for Handler<'_> {
    type Failure = Raised;

    fn fix(&mut self, fault: Fault, input: &Text) -> PyResult<(Patch, usize)> {
        let vm = self.vm;
        let function = match self.action()? {
            Action::Builtin(mut builtin) => {
                return OnEncodeFault::fix(&mut builtin, fault, input)
                    .map_err(|fault| self.raise(self.encode_error(fault, input)));
            }
            Action::Call(function) => function,
        };
        let exception = self.given(fault, |this| this.encode_error(fault, input))?;
        let wrong = "encoding error handler must return (str/bytes, int) tuple";
        let (patch, position) = self.call(&function, &exception, wrong)?;
        let position = args::size(vm, &position)?;
        let patch = match (text_of(&patch), patch.obj().map(Obj::kind)) {
            (Some(text), _) => Patch::Text(text.clone()),
            (None, Some(Kind::Bytes)) => Patch::Bytes(buffer::required(vm, &patch)?.to_vec()),
            _ => return Err(vm.type_error(wrong)),
        };
        Ok((patch, self.resume(position, input.len())?))
    }

    fn refuse(&mut self, fault: Fault, input: &Text) -> Raised {
        self.raise(self.encode_error(fault, input))
    }
}
