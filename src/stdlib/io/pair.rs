//! `BufferedRWPair`: a reader and a writer as one stream.

use super::base::{self, Base, STREAM, call};
use super::buffered::{self, Role};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{TypeTable, getter, method, new};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

struct Pair {
    reader: ValueCell,
    writer: ValueCell,
}

native_payload!(Pair, reader, writer);

#[rustfmt::skip]
static PAIR: TypeTable = TypeTable {
    name: "BufferedRWPair",
    told: Some("(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)"),
    doc: "A buffered reader and a buffered writer as one stream.",
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_pair),
        method("__init__(self, reader, writer, buffer_size=8192, /)", init, ""),
        method("read(self, /, *args)", |vm, args| pass(vm, args, true, "read"), ""),
        method("peek(self, /, *args)", |vm, args| pass(vm, args, true, "peek"), ""),
        method("read1(self, /, *args)", |vm, args| pass(vm, args, true, "read1"), ""),
        method("readinto(self, /, *args)", |vm, args| pass(vm, args, true, "readinto"), ""),
        method("readinto1(self, /, *args)", |vm, args| pass(vm, args, true, "readinto1"), ""),
        method("write(self, /, *args)", |vm, args| pass(vm, args, false, "write"), ""),
        method("flush(self, /)", |vm, args| call(vm, &side(vm, &args[0], false)?, "flush", &[]), ""),
        method("readable(self, /)", |vm, args| call(vm, &side(vm, &args[0], true)?, "readable", &[]), ""),
        method("writable(self, /)", |vm, args| call(vm, &side(vm, &args[0], false)?, "writable", &[]), ""),
        method("close(self, /)", close, ""),
        method("isatty(self, /)", is_terminal, ""),
    ],
    properties: &[getter("closed", get_closed, "")],
    ..STREAM
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &PAIR, &base::class(vm, Base::Buffered))
}

fn new_pair(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "BufferedRWPair")?;
    let made = Pair {
        reader: ValueCell::new(Value::Unbound),
        writer: ValueCell::new(Value::Unbound),
    };
    Ok(extension::alloc(&class, made))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &Pair = extension::this(vm, args)?;
    base::check(vm, &args[1], "readable")?;
    base::check(vm, &args[2], "writable")?;
    let make = |role, raw: &Value| {
        let class = buffered::class(vm, role).value();
        vm.call(&class, &[raw.clone(), args[3].clone()])
    };
    let reader = make(Role::Reader, &args[1])?;
    let writer = make(Role::Writer, &args[2])?;
    this.reader.set(reader);
    this.writer.set(writer);
    Ok(Value::None)
}

fn side(vm: &Vm, this: &Value, reader: bool) -> PyResult {
    let this: &Pair = extension::this(vm, std::slice::from_ref(this))?;
    let cell = if reader { &this.reader } else { &this.writer };
    match cell.get().bound() {
        Some(stream) => Ok(stream),
        None => Err(vm.value_error("I/O operation on uninitialized object")),
    }
}

fn pass(vm: &Vm, args: &[Value], reader: bool, name: &str) -> PyResult {
    let given = args[1].get::<Tuple>().map_or(&[][..], |args| &args.items);
    call(vm, &side(vm, &args[0], reader)?, name, given)
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let first = match side(vm, &args[0], false) {
        Ok(writer) => vm.call_method(&writer, &vm.names.close, &[]),
        Err(raised) => Err(raised),
    };
    let pending = first.is_err().then(|| vm.take_pending());
    let second = match side(vm, &args[0], true) {
        Ok(reader) => vm.call_method(&reader, &vm.names.close, &[]),
        Err(raised) => Err(raised),
    };
    match pending {
        Some(first) => Err(super::after(vm, first, second.is_err())),
        None => second,
    }
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    let writer = call(vm, &side(vm, &args[0], false)?, "isatty", &[])?;
    match ops::truth(vm, &writer)? {
        true => Ok(writer),
        false => call(vm, &side(vm, &args[0], true)?, "isatty", &[]),
    }
}

fn get_closed(vm: &Vm, this: &Value) -> PyResult {
    let writer: &Pair = extension::this(vm, std::slice::from_ref(this))?;
    match writer.writer.get().bound() {
        Some(writer) => lookup::get(vm, &writer, &vm.intern("closed")),
        None => Err(vm.runtime_error("the BufferedRWPair object is being garbage-collected")),
    }
}
