//! Iterators over matches: what `finditer` returns, and the scanner of a pattern.

use super::engine::{Session, Subject, bounds};
use super::machine::Goal;
use super::match_object::{self, Spans};
use super::pattern::{PatternObject, range};
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::types::buffer::View;
use crate::types::iterators::SELF_ITER;
use crate::vm::Vm;
use std::cell::Cell;

struct Scanner {
    pattern: ValueCell,
    string: ValueCell,
    /// A view that keeps a `bytearray` from being resized meanwhile.
    buffer: ValueCell,
    /// In characters.
    pos: usize,
    endpos: usize,
    /// As offsets; nowhere once there are no more matches.
    next: Cell<Option<usize>>,
    end: usize,
    not_empty: Cell<bool>,
}
native_payload!(Scanner, pattern, string, buffer);

static SCANNER: TypeTable = TypeTable {
    names_module: true,
    name: "SRE_Scanner",
    module: "_sre",
    kind: Kind::Native,
    methods: &[
        method("match(self, /)", |vm, args| step(vm, &args[0], true), ""),
        method("search(self, /)", |vm, args| step(vm, &args[0], false), ""),
    ],
    properties: &[member(
        "pattern",
        |vm, value| {
            Ok(this::<Scanner>(vm, std::slice::from_ref(value))?
                .pattern
                .get())
        },
        "",
    )],
    ..TypeTable::DEFAULT
};

static ITERATOR: TypeTable = TypeTable {
    name: "callable_iterator",
    kind: Kind::Native,
    methods: &[SELF_ITER, table::next(next)],
    ..TypeTable::DEFAULT
};

fn new(vm: &Vm, args: &[Value], table: &'static TypeTable) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let (pos, endpos) = range(vm, args)?;
    let subject = Subject::new(vm, pattern, &args[1])?;
    let (pos, endpos) = bounds(&subject, pos, endpos);
    let buffer = match &subject {
        Subject::Bytes(View::Guard(_) | View::Owned(_)) => {
            vm.call(&vm.types.memoryview.value(), &args[1..2])?
        }
        _ => Value::Unbound,
    };
    let payload = Scanner {
        pattern: ValueCell::new(args[0].clone()),
        string: ValueCell::new(args[1].clone()),
        buffer: ValueCell::new(buffer),
        pos,
        endpos,
        next: Cell::new((pos <= endpos).then(|| subject.byte_offset(pos))),
        end: subject.byte_offset(endpos),
        not_empty: Cell::new(false),
    };
    Ok(alloc(&extension::class(vm, table), payload))
}

/// `Pattern.finditer`
///
/// # Errors
/// TypeError for what can't be searched.
pub fn finditer(vm: &Vm, args: &[Value]) -> PyResult {
    new(vm, args, &ITERATOR)
}

/// `Pattern.scanner`
///
/// # Errors
/// TypeError for what can't be searched.
pub fn scanner(vm: &Vm, args: &[Value]) -> PyResult {
    new(vm, args, &SCANNER)
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    match step(vm, value, false)? {
        Value::None => Ok(None),
        found => Ok(Some(found)),
    }
}

/// The next match, or None.
fn step(vm: &Vm, value: &Value, here: bool) -> PyResult {
    let this = this::<Scanner>(vm, std::slice::from_ref(value))?;
    let Some(from) = this.next.get() else {
        return Ok(Value::None);
    };
    let (pattern, string) = (this.pattern.get(), this.string.get());
    let Some(object) = pattern.native::<PatternObject>() else {
        return Ok(Value::None);
    };
    let subject = Subject::new(vm, object, &string)?;
    let mut session = Session::new(vm, object, &subject, this.end);
    let not_empty = this.not_empty.get();
    let found = match here {
        false => session.search(from, not_empty)?,
        true => {
            let whole = false;
            session.match_at(from, Goal { whole, not_empty })?
        }
    };
    this.next.set(found.as_ref().map(|span| span.end));
    this.not_empty
        .set(found.as_ref().is_some_and(|span| span.is_empty()));
    let spans = found.map(|span| Spans::new(&session, span, object.groups));
    session.finish();
    Ok(match spans {
        None => Value::None,
        Some(spans) => {
            let range = (this.pos, this.endpos);
            match_object::new(object, (&pattern, &string), spans, range)
        }
    })
}
