//! `reversed`, for sequences that have no `__reversed__`.

use super::iterators::{LENGTH_HINT_DOC, REDUCE_DOC, SELF_ITER, SETSTATE_DOC};
use super::sequence;
use crate::object::class::Class;
use crate::object::descriptor::{call_or_refuse, check_applies};
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of reversed sequences.
pub struct Reversed {
    /// `Unbound` when exhausted.
    sequence: ValueCell,
    /// The next index, -1 when exhausted.
    index: Cell<i64>,
}

impl Trace for Reversed {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.sequence.trace(visit);
    }
    fn clear(&self) {
        drop(self.sequence.take());
    }
}

/// The type's table.
pub const REVERSED: TypeTable = TypeTable {
    name: "reversed",
    told: Some("(sequence, /)"),
    own: &["__getattribute__"],
    doc: "Return a reverse iterator over the values of the given sequence.",
    kind: Kind::Reversed,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", reversed_new),
        SELF_ITER,
        table::next(next),
        method("__length_hint__(self, /)", length_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        method("__setstate__(self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    alloc(vm, &vm.types.reversed, args)
}

fn reversed_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "reversed")?;
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &vm.types.reversed);
    let given = sequence::positional(vm, "reversed", &args[1], keywords, (1, 1))?;
    alloc(vm, &class, given)
}

fn alloc(vm: &Vm, class: &Ref<Class>, args: &[Value]) -> PyResult {
    let sequence = &sequence::check_count(vm, "reversed", args, (1, 1))?[0];
    let kind = vm.class_of(sequence);
    match kind.special(vm, Special::Reversed) {
        Some(Value::None) => return Err(not_reversible(vm, sequence)),
        Some(method) => {
            check_applies(vm, &method, sequence)?;
            let refused = || not_reversible(vm, sequence);
            return call_or_refuse(vm, method, sequence, &[], refused);
        }
        None => {}
    }
    if !super::is_sequence(vm, sequence) {
        return Err(not_reversible(vm, sequence));
    }
    let len = ops::len(vm, sequence)?;
    let payload = Reversed {
        sequence: ValueCell::new(sequence.clone()),
        index: Cell::new(len as i64 - 1),
    };
    Ok(heap::alloc(class, payload).into())
}

fn not_reversible(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "'{}' object is not reversible",
        vm.type_name(value)
    ))
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<Reversed>(std::slice::from_ref(this))?;
    let index = this.index.get();
    let Some(sequence) = this.sequence.get().bound().filter(|_| index >= 0) else {
        drop(this.sequence.take());
        return Ok(None);
    };
    match ops::sequence_item(vm, &sequence, index) {
        Ok(item) => {
            this.index.set(index - 1);
            Ok(Some(item))
        }
        Err(raised) => {
            if !vm.pending_is(&vm.exceptions.StopIteration) {
                vm.swallow(&vm.exceptions.IndexError, raised)?;
            } else {
                drop(vm.take_pending());
            }
            this.index.set(-1);
            drop(this.sequence.take());
            Ok(None)
        }
    }
}

fn length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Reversed>(args)?;
    let Some(sequence) = this.sequence.get().bound() else {
        return Ok(Value::Int(0));
    };
    let left = this.index.get() + 1;
    let len = ops::len(vm, &sequence)? as i64;
    Ok(Value::Int(if len < left { 0 } else { left }))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Reversed>(args)?;
    let class = vm.class_of(&args[0]).value();
    let parts = match this.sequence.get().bound() {
        Some(sequence) => vec![
            class,
            vm.tuple(vec![sequence]),
            Value::Int(this.index.get()),
        ],
        None => vec![class, vm.tuple(vec![vm.tuple(Vec::new())])],
    };
    Ok(vm.tuple(parts))
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Reversed>(args)?;
    let index = super::args::word(vm, &args[1])?;
    if let Some(sequence) = this.sequence.get().bound() {
        let len = ops::len(vm, &sequence)? as i64;
        this.index.set(index.clamp(-1, (len - 1).max(-1)));
    }
    Ok(Value::None)
}
