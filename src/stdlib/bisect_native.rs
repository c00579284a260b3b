//! `_bisect`: finding places in sorted sequences.

use super::NativeModule;
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::list::List;
use crate::types::native::MethodDescriptor;
use crate::types::{self, args};
use crate::vm::Vm;

/// The module.
pub const BISECT: NativeModule = NativeModule {
    name: "_bisect",
    doc: "Finding places in sorted lists, and keeping them sorted.",
    functions: FUNCTIONS,
    fill: super::nothing,
};

const RIGHT_DOC: &str =
    "Where x goes in a sorted list, behind those equal to it: all before are <= x.";
const LEFT_DOC: &str =
    "Where x goes in a sorted list, before those equal to it: all before are < x.";
const INSORT_RIGHT_DOC: &str = "Insert x into a sorted list, behind those equal to it.";
const INSORT_LEFT_DOC: &str = "Insert x into a sorted list, before those equal to it.";

static FUNCTIONS: &[Row] = &[
    method(
        "bisect_right(a, x, lo=0, hi=None, *, key=None)",
        right,
        RIGHT_DOC,
    ),
    method(
        "bisect_left(a, x, lo=0, hi=None, *, key=None)",
        left,
        LEFT_DOC,
    ),
    method(
        "insort_right(a, x, lo=0, hi=None, *, key=None)",
        |vm, args| insort(vm, args, false),
        INSORT_RIGHT_DOC,
    ),
    method(
        "insort_left(a, x, lo=0, hi=None, *, key=None)",
        |vm, args| insort(vm, args, true),
        INSORT_LEFT_DOC,
    ),
];

fn right(vm: &Vm, args: &[Value]) -> PyResult {
    place(vm, args, &args[1], false).map(Value::Int)
}

fn left(vm: &Vm, args: &[Value]) -> PyResult {
    place(vm, args, &args[1], true).map(Value::Int)
}

/// Where `x` goes, before or behind those equal to it.
fn place(vm: &Vm, args: &[Value], x: &Value, before: bool) -> PyResult<i64> {
    let sequence = &args[0];
    let mut low = args::size(vm, &args[2])?;
    if low < 0 {
        return Err(vm.value_error("lo must be non-negative"));
    }
    let mut high = match &args[3] {
        Value::None => -1,
        high if args::has_index(vm, high) => args::size(vm, high)?,
        high => {
            return Err(vm.type_error(format!(
                "argument should be integer or None, not '{}'",
                vm.type_name(high)
            )));
        }
    };
    if high == -1 {
        high = ops::len(vm, sequence)? as i64;
    }
    let list = sequence
        .get::<List>()
        .filter(|_| *vm.class_of(sequence) == vm.types.list);
    if list.is_none() {
        check_sequence(vm, sequence)?;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        let item = match list.and_then(|list| list.items.get(middle as usize)) {
            Some(item) => item,
            None => ops::get_item(vm, sequence, &Value::Int(middle))?,
        };
        let item = match &args[4] {
            Value::None => item,
            key => vm.call(key, &[item])?,
        };
        let go_on = match before {
            true => ops::compare_bool(vm, Compare::Lt, &item, x)?,
            false => !ops::compare_bool(vm, Compare::Lt, x, &item)?,
        };
        match go_on {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    Ok(low)
}

fn insort(vm: &Vm, args: &[Value], before: bool) -> PyResult {
    let at = match &args[4] {
        Value::None => place(vm, args, &args[1], before)?,
        key => {
            let x = vm.call(key, &args[1..2])?;
            place(vm, args, &x, before)?
        }
    };
    match args[0].get::<List>() {
        Some(list) if *vm.class_of(&args[0]) == vm.types.list => {
            // A comparison may have taken items away.
            let at = (at as usize).min(list.items.len());
            list.items.insert(at, args[1].clone());
        }
        _ => {
            let insert = [Value::Int(at), args[1].clone()];
            vm.call_method(&args[0], &vm.intern("insert"), &insert)?;
        }
    }
    Ok(Value::None)
}

/// Refuses what has no items by position; a mapping hasn't.
fn check_sequence(vm: &Vm, sequence: &Value) -> PyResult<()> {
    let class = vm.class_of(sequence);
    let written = class
        .special(vm, Special::GetItem)
        .map(|method| method.get::<MethodDescriptor>().is_none());
    match written {
        Some(true) => Ok(()),
        Some(false) if class.is_heap() || types::is_sequence(vm, sequence) => Ok(()),
        Some(false) => {
            let text = format!("{} is not a sequence", vm.type_name(sequence));
            Err(vm.type_error(text))
        }
        None => ops::sequence_item(vm, sequence, 0).map(drop),
    }
}
