//! `StringIO`: text in memory as a file.

use super::base::{self, Base, STREAM};
use super::newlines::{self, Newline, Seen};
use super::size_arg;
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::table::{TypeTable, getter, method, new, next};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::text::wtf8::count_chars;
use crate::types::args;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// The payload of `StringIO`. Positions are in characters.
struct StringIo {
    text: RefCell<Text>,
    at: Cell<usize>,
    newline: Cell<Newline>,
    seen: Seen,
    ready: Cell<bool>,
    closed: Cell<bool>,
}

native_payload!(StringIo);

#[rustfmt::skip]
static STRING_IO: TypeTable = TypeTable {
    name: "StringIO",
    told: Some("(initial_value='', newline='\\n')"),
    dict_ends_first: true,
    construct: Some(construct),
    doc: "Text in memory as a file.",
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_string).quickly(new_string),
        method("__init__(self, /, initial_value='', newline='\\n')", init, ""),
        next(next_line),
        method("close(self, /)", close, "Let go of the text."),
        method("getvalue(self, /)", |vm, args| Ok(vm.text(open(vm, args)?.text.borrow().clone())), "All of the text."),
        method("read(self, size=-1, /)", read, "Read size characters, or to the end."),
        method("readline(self, size=-1, /)", readline, "Read up to the end of a line."),
        method("tell(self, /)", |vm, args| Ok(Value::Int(open(vm, args)?.at.get() as i64)), "The position."),
        method("truncate(self, pos=None, /)", truncate, "Set the size, by default to the position."),
        method("seek(self, pos, whence=0, /)", seek, "Move; the new position."),
        method("write(self, s, /)", write, "Write a text; its length."),
        method("seekable(self, /)", yes, "True while the file is open."),
        method("readable(self, /)", yes, "True while the file is open."),
        method("writable(self, /)", yes, "True while the file is open."),
        method("__getstate__(self, /)", get_state, ""),
        method("__setstate__(self, state, /)", set_state, ""),
    ],
    properties: &[
        getter("closed", |vm, this| Ok(Value::bool(ready(vm, std::slice::from_ref(this))?.closed.get())), ""),
        getter("newlines", |vm, this| Ok(open(vm, std::slice::from_ref(this))?.seen.value(vm)), ""),
        getter("line_buffering", |vm, this| open(vm, std::slice::from_ref(this)).map(|_| Value::False), ""),
    ],
    // Nothing has to be sent on at its end; an instance of a subclass may have to be closed.
    finalise: false,
    ..STREAM
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &STRING_IO, &base::class(vm, Base::Text))
}

#[cold]
fn closed_error(vm: &Vm) -> Raised {
    vm.value_error("I/O operation on closed file")
}

fn ready<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a StringIo> {
    let this: &StringIo = extension::this(vm, args)?;
    match this.ready.get() {
        true => Ok(this),
        false => Err(vm.value_error("I/O operation on uninitialized object")),
    }
}

fn open<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a StringIo> {
    let this = ready(vm, args)?;
    match this.closed.get() {
        true => Err(closed_error(vm)),
        false => Ok(this),
    }
}

/// `StringIO(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    super::check_most(vm, "StringIO", args, 2)?;
    let made = new_string(vm, &[class(vm).value()])?;
    let argument =
        |at: usize, default: &str| args.get(at).cloned().unwrap_or_else(|| vm.str(default));
    init(vm, &[made.clone(), argument(0, ""), argument(1, "\n")])?;
    Ok(made)
}

fn new_string(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "StringIO")?;
    let made = StringIo {
        text: RefCell::default(),
        at: Cell::default(),
        newline: Cell::new(Newline::Lf),
        seen: Seen::default(),
        ready: Cell::default(),
        closed: Cell::default(),
    };
    Ok(extension::alloc(&class, made))
}

fn newline_arg(vm: &Vm, value: &Value) -> PyResult<Newline> {
    if value.is_none() {
        return Ok(Newline::Universal);
    }
    let Some(text) = text_of(value) else {
        return Err(vm.type_error(format!(
            "newline must be str or None, not {}",
            vm.type_name(value)
        )));
    };
    match Newline::of(text.as_bytes()) {
        Some(newline) => Ok(newline),
        None => Err(vm.value_error(format!(
            "illegal newline value: {}",
            crate::object::ops::repr(vm, value)?
        ))),
    }
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &StringIo = extension::this(vm, args)?;
    let newline = newline_arg(vm, &args[2])?;
    let initial = match args[1].given() {
        None => None,
        Some(value) => match text_of(value) {
            Some(text) => Some(text),
            None => {
                return Err(vm.type_error(format!(
                    "initial_value must be str or None, not {}",
                    vm.type_name(value)
                )));
            }
        },
    };
    this.newline.set(newline);
    this.seen.clear();
    this.closed.set(false);
    this.ready.set(true);
    this.at.set(0);
    this.text.replace(Text::new());
    if let Some(initial) = initial {
        put(vm, this, initial)?;
        this.at.set(0);
    }
    Ok(Value::None)
}

fn yes(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, args)?;
    Ok(Value::True)
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &StringIo = extension::this(vm, args)?;
    this.closed.set(true);
    this.text.take();
    Ok(Value::None)
}

/// Writes a text at the position.
fn put(vm: &Vm, this: &StringIo, given: &Text) -> PyResult<()> {
    let newline = this.newline.get();
    if matches!(newline, Newline::Universal) {
        this.seen.note(given.as_bytes());
    }
    let changed = match newline {
        Newline::Universal => newlines::translated(given.as_bytes()),
        _ => newline
            .written()
            .map(|as_what| newlines::written(given.as_bytes(), as_what)),
    };
    let changed = changed.map(Text::from_wtf8_vec);
    let given = changed.as_ref().unwrap_or(given);
    let mut text = this.text.borrow_mut();
    let (at, len) = (this.at.get(), text.len());
    let Some(end) = at.checked_add(given.len()) else {
        return Err(vm.overflow_error("new position too large"));
    };
    if text.try_reserve(given.as_bytes().len()).is_err() {
        return Err(vm.memory_error(""));
    }
    if given.is_empty() {
        return Ok(());
    }
    if at > len {
        let gap = Text::from_ascii(b"\0");
        let Ok(gap) = gap.repeat(at - len) else {
            return Err(vm.memory_error(""));
        };
        text.push_text(&gap);
    }
    if at >= len {
        text.push_text(given);
    } else {
        let mut whole = text.slice(0..at);
        whole.push_text(given);
        if end < len {
            whole.push_text(&text.slice(end..len));
        }
        *text = whole;
    }
    this.at.set(end);
    Ok(())
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let this = ready(vm, args)?;
    let Some(text) = text_of(&args[1]) else {
        return Err(vm.type_error(format!(
            "string argument expected, got '{}'",
            vm.type_name(&args[1])
        )));
    };
    if this.closed.get() {
        return Err(closed_error(vm));
    }
    put(vm, this, text)?;
    Ok(Value::Int(text.len() as i64))
}

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    let text = this.text.borrow();
    let at = this.at.get().min(text.len());
    let end = size.map_or(text.len(), |size| at.saturating_add(size).min(text.len()));
    this.at.set(this.at.get().max(end));
    if at == 0 && end == text.len() {
        return Ok(vm.text(text.clone()));
    }
    Ok(vm.text(text.slice(at..end)))
}

/// A line, of at most `most` characters; `None` at the end.
fn line(vm: &Vm, this: &StringIo, most: Option<usize>) -> Option<Value> {
    let text = this.text.borrow();
    let at = this.at.get();
    if at >= text.len() || most == Some(0) {
        return None;
    }
    let newline = match this.newline.get() {
        // What is in the buffer has been translated.
        Newline::Universal => Newline::Lf,
        newline => newline,
    };
    let start = text.byte_offset(at);
    let rest = &text.as_bytes()[start..];
    let end = newline.line_end(rest, true).unwrap_or(rest.len());
    let mut found = start..start + end;
    let mut size = match text.is_ascii() {
        true => found.len(),
        false => count_chars(&text.as_bytes()[found.clone()]),
    };
    if let Some(most) = most.filter(|&most| most < size) {
        size = most;
        found.end = text.byte_offset(at + most);
    }
    this.at.set(at + size);
    Some(vm.text_slice(&text, found))
}

fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let most = size_arg(vm, &args[1])?;
    Ok(line(vm, this, most).unwrap_or_else(|| vm.str("")))
}

fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    if !super::is_exact(vm, this, &STRING_IO) {
        base::check_closed(vm, this)?;
        return base::next_line(vm, this);
    }
    Ok(line(vm, open(vm, std::slice::from_ref(this))?, None))
}

fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let size = match args[1].given() {
        Some(size) => super::signed_size(vm, size)?,
        None => this.at.get() as i64,
    };
    let Ok(wanted) = usize::try_from(size) else {
        return Err(vm.value_error(format!("Negative size value {size}")));
    };
    let mut text = this.text.borrow_mut();
    if wanted < text.len() {
        *text = text.slice(0..wanted);
    }
    Ok(Value::Int(size))
}

fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let offset = args::size(vm, &args[1])?;
    let whence = args::c_int(vm, &args[2])?;
    if !(0..=2).contains(&whence) {
        return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    if whence == 0 && offset < 0 {
        return Err(vm.value_error(format!("Negative seek position {offset}")));
    }
    if whence != 0 && offset != 0 {
        return Err(vm.raise(
            &vm.exceptions.OSError,
            "Can't do nonzero cur-relative seeks",
        ));
    }
    match whence {
        0 => this.at.set(offset as usize),
        2 => this.at.set(this.text.borrow().len()),
        _ => {}
    }
    Ok(Value::Int(this.at.get() as i64))
}

/// `(text, newline, position, attributes)`
fn get_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let newline = match this.newline.get() {
        Newline::Universal => Value::None,
        Newline::Any => vm.str(""),
        Newline::Lf => vm.str("\n"),
        Newline::Cr => vm.str("\r"),
        Newline::CrLf => vm.str("\r\n"),
    };
    let state = vec![
        vm.text(this.text.borrow().clone()),
        newline,
        Value::Int(this.at.get() as i64),
        super::own_attributes(vm, &args[0])?,
    ];
    Ok(vm.tuple(state))
}

fn set_state(vm: &Vm, args: &[Value]) -> PyResult {
    let Some([text, newline, at, attributes]) = args[1].get::<Tuple>().map(|s| &*s.items) else {
        return Err(vm.type_error(format!(
            "{}.__setstate__ argument should be 4-tuple, got {}",
            vm.type_name(&args[0]),
            vm.type_name(&args[1])
        )));
    };
    // The text has its line ends already.
    init(vm, &[args[0].clone(), Value::None, newline.clone()])?;
    let this = ready(vm, args)?;
    let Some(text) = text_of(text) else {
        return Err(vm.type_error("initial_value must be str or None"));
    };
    this.text.replace(text.clone());
    let Value::Int(position) = at else {
        return Err(vm.type_error(format!(
            "third item of state must be an integer, got {}",
            vm.type_name(at)
        )));
    };
    let Ok(position) = usize::try_from(*position) else {
        return Err(vm.value_error("position value cannot be negative"));
    };
    this.at.set(position);
    super::restore_attributes(vm, &args[0], attributes, "fourth")?;
    Ok(Value::None)
}
