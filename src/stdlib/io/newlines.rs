//! Line ends: `IncrementalNewlineDecoder`, and what it shares with the streams of text.

use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{TypeTable, getter, method, new};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::Cell;

/// The line ends seen so far, as a set of bits.
#[derive(Default)]
pub struct Seen(Cell<u8>);

const CR: u8 = 1;
const LF: u8 = 2;
const CRLF: u8 = 4;

impl Seen {
    /// Notes the line ends in a text, whose last character is no carriage return of a divided pair.
    pub fn note(&self, text: &[u8]) {
        if self.0.get() == CR | LF | CRLF {
            return;
        }
        let mut seen = 0;
        if memchr::memchr(b'\r', text).is_none() {
            seen = u8::from(memchr::memchr(b'\n', text).is_some()) * LF;
        } else {
            let mut before = 0;
            for at in memchr::memchr2_iter(b'\r', b'\n', text) {
                let after_return = at > 0 && text[at - 1] == b'\r' && before == b'\r';
                before = text[at];
                seen |= match (text[at], after_return) {
                    (b'\n', false) => LF,
                    (b'\n', true) => CRLF,
                    _ if text.get(at + 1) == Some(&b'\n') => 0,
                    _ => CR,
                };
            }
        }
        self.0.set(self.0.get() | seen);
    }

    /// Forgets them.
    pub fn clear(&self) {
        self.0.set(0);
    }

    /// `None`, one of them, or a tuple.
    pub fn value(&self, vm: &Vm) -> Value {
        let seen = self.0.get();
        let names = [(CR, "\r"), (LF, "\n"), (CRLF, "\r\n")];
        let mut found: Vec<Value> = names
            .iter()
            .filter(|(bit, _)| seen & bit != 0)
            .map(|(_, name)| vm.str(name))
            .collect();
        match found.len() {
            0 => Value::None,
            1 => found.remove(0),
            _ => vm.tuple(found),
        }
    }
}

/// The text with all line ends as `\n`; `None` if it is so already.
pub fn translated(text: &[u8]) -> Option<Vec<u8>> {
    let first = memchr::memchr(b'\r', text)?;
    let mut out = Vec::with_capacity(text.len());
    out.extend_from_slice(&text[..first]);
    let mut rest = &text[first..];
    while let Some(at) = memchr::memchr(b'\r', rest) {
        out.extend_from_slice(&rest[..at]);
        out.push(b'\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    out.extend_from_slice(rest);
    Some(out)
}

/// What a `newline` argument of a stream asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Newline {
    /// None: all line ends become `\n`, and `\n` is written as it is.
    Universal,
    /// Empty: lines end with any of them, and nothing is changed.
    Any,
    /// `\n`
    Lf,
    /// `\r`
    Cr,
    /// `\r\n`
    CrLf,
}

impl Newline {
    /// What the argument's text means.
    pub fn of(text: &[u8]) -> Option<Newline> {
        Some(match text {
            b"" => Newline::Any,
            b"\n" => Newline::Lf,
            b"\r" => Newline::Cr,
            b"\r\n" => Newline::CrLf,
            _ => return None,
        })
    }

    /// What is written for `\n`, if that is something else.
    pub fn written(self) -> Option<&'static [u8]> {
        match self {
            Newline::Cr => Some(b"\r"),
            Newline::CrLf => Some(b"\r\n"),
            _ => None,
        }
    }

    /// Where the first line of a text ends. `complete`: nothing comes behind the text. `None` if it
    /// doesn't end in the text.
    pub fn line_end(self, text: &[u8], complete: bool) -> Option<usize> {
        match self {
            Newline::Lf => memchr::memchr(b'\n', text).map(|at| at + 1),
            Newline::Cr => memchr::memchr(b'\r', text).map(|at| at + 1),
            Newline::CrLf => memchr::memmem::find(text, b"\r\n").map(|at| at + 2),
            Newline::Universal | Newline::Any => {
                let at = memchr::memchr2(b'\n', b'\r', text)?;
                match (text[at], text.get(at + 1)) {
                    (b'\n', _) => Some(at + 1),
                    (_, Some(b'\n')) => Some(at + 2),
                    (_, None) if !complete => None,
                    _ => Some(at + 1),
                }
            }
        }
    }
}

/// The text with `\n` written otherwise.
pub fn written(text: &[u8], as_what: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\n', rest) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(as_what);
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out
}

/// The payload of `IncrementalNewlineDecoder`.
struct Decoder {
    /// The decoder below; `None` when the input is text already.
    decoder: ValueCell,
    translate: Cell<bool>,
    /// Whether a carriage return is held back, as a line feed may follow.
    held: Cell<bool>,
    seen: Seen,
}

native_payload!(Decoder, decoder);

#[rustfmt::skip]
static DECODER: TypeTable = TypeTable {
    names_module: true,
    name: "IncrementalNewlineDecoder",
    told: Some("(decoder, translate, errors='strict')"),
    module: "_io",
    doc: "A decoder over another one that takes care of line ends.",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_decoder),
        method("__init__(self, /, decoder, translate, errors='strict')", init, ""),
        method("decode(self, /, input, final=False)", decode, ""),
        method("getstate(self, /)", get_state, ""),
        method("setstate(self, state, /)", set_state, ""),
        method("reset(self, /)", reset, ""),
    ],
    properties: &[getter("newlines", |vm, this| Ok(payload(vm, this)?.seen.value(vm)), "")],
    ..TypeTable::DEFAULT
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class(vm, &DECODER)
}

fn payload<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a Decoder> {
    extension::this(vm, std::slice::from_ref(this))
}

/// The payload after `__init__`.
fn ready<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a Decoder> {
    let this = payload(vm, this)?;
    match this.decoder.is_unbound() {
        true => Err(vm.value_error("IncrementalNewlineDecoder.__init__() not called")),
        false => Ok(this),
    }
}

fn new_decoder(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "IncrementalNewlineDecoder")?;
    let made = Decoder {
        decoder: ValueCell::new(Value::Unbound),
        translate: Cell::default(),
        held: Cell::default(),
        seen: Seen::default(),
    };
    Ok(extension::alloc(&class, made))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = payload(vm, &args[0])?;
    this.translate.set(ops::truth(vm, &args[2])?);
    this.held.set(false);
    this.seen.clear();
    this.decoder.set(args[1].clone());
    Ok(Value::None)
}

fn decode(vm: &Vm, args: &[Value]) -> PyResult {
    let this = ready(vm, &args[0])?;
    let last = ops::truth(vm, &args[2])?;
    let decoder = this.decoder.get();
    let input = match decoder.is_none() {
        true => args[1].clone(),
        false => super::base::call(
            vm,
            &decoder,
            "decode",
            &[args[1].clone(), Value::bool(last)],
        )?,
    };
    let Some(text) = text_of(&input) else {
        return Err(vm.type_error(format!(
            "decoder should return a string result, not '{}'",
            vm.type_name(&input)
        )));
    };
    let mut bytes = Vec::new();
    if this.held.get() && (last || !text.is_empty()) {
        bytes.push(b'\r');
        this.held.set(false);
    }
    bytes.extend_from_slice(text.as_bytes());
    if !last && bytes.ends_with(b"\r") {
        bytes.pop();
        this.held.set(true);
    }
    this.seen.note(&bytes);
    if this.translate.get()
        && let Some(translated) = translated(&bytes)
    {
        bytes = translated;
    }
    Ok(vm.text(Text::from_wtf8_vec(bytes)))
}

/// The state of the decoder below with one bit more: whether a carriage return is held.
fn get_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = ready(vm, &args[0])?;
    let decoder = this.decoder.get();
    let (buffer, flag) = if decoder.is_none() {
        (vm.bytes(Vec::new()), Value::Int(0))
    } else {
        let state = super::base::call(vm, &decoder, "getstate", &[])?;
        match state.get::<Tuple>().map(|state| &*state.items) {
            Some([buffer, flag]) => (buffer.clone(), flag.clone()),
            _ => return Err(vm.type_error("illegal decoder state")),
        }
    };
    let held = Value::Int(this.held.get().into());
    let doubled = ops::binary(vm, &ops::LSHIFT, &flag, &Value::Int(1))?;
    let flag = ops::binary(vm, &ops::OR, &doubled, &held)?;
    Ok(vm.tuple(vec![buffer, flag]))
}

fn set_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = ready(vm, &args[0])?;
    let Some([buffer, flag]) = args[1].get::<Tuple>().map(|state| &*state.items) else {
        return Err(vm.type_error("state argument must be a tuple"));
    };
    let odd = ops::binary(vm, &ops::AND, flag, &Value::Int(1))?;
    this.held.set(ops::truth(vm, &odd)?);
    let decoder = this.decoder.get();
    if !decoder.is_none() {
        let flag = ops::binary(vm, &ops::RSHIFT, flag, &Value::Int(1))?;
        let state = vm.tuple(vec![buffer.clone(), flag]);
        super::base::call(vm, &decoder, "setstate", &[state])?;
    }
    Ok(Value::None)
}

fn reset(vm: &Vm, args: &[Value]) -> PyResult {
    let this = ready(vm, &args[0])?;
    this.seen.clear();
    this.held.set(false);
    let decoder = this.decoder.get();
    match decoder.is_none() {
        true => Ok(Value::None),
        false => super::base::call(vm, &decoder, "reset", &[]),
    }
}
