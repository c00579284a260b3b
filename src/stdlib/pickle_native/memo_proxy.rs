//! What `Pickler.memo` and `Unpickler.memo` are: views of the memo that can be copied and cleared.

use super::pickler::Pickler;
use super::unpickler::Unpickler;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, class, this};
use crate::vm::Vm;

struct MemoProxy {
    of: ValueCell,
}
native_payload!(MemoProxy, of);

macro_rules! proxy {
    ($table:ident $name:literal) => {
        static $table: TypeTable = TypeTable {
            name: $name,
            module: "_pickle",
            kind: Kind::Native,
            methods: &[
                method("clear(self, /)", clear, "Remove all items from memo."),
                method("copy(self, /)", copy, "Copy the memo to a new object."),
                method("__reduce__(self, /)", reduce, "Implement pickle support."),
            ],
            ..TypeTable::DEFAULT
        };
    };
}
proxy!(PICKLER_MEMO "PicklerMemoProxy");
proxy!(UNPICKLER_MEMO "UnpicklerMemoProxy");

/// The view of an object's memo.
pub(super) fn of(vm: &Vm, object: &Value) -> Value {
    let table = match object.native::<Pickler>() {
        Some(_) => &PICKLER_MEMO,
        None => &UNPICKLER_MEMO,
    };
    let of = ValueCell::new(object.clone());
    alloc(&class(vm, table), MemoProxy { of })
}

/// A dict with what a memo proxy shows; `None` for another object.
pub(super) fn shown(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    match value.native::<MemoProxy>() {
        Some(proxy) => memo_dict(vm, &proxy.of.get()).map(Some),
        None => Ok(None),
    }
}

fn memo_dict(vm: &Vm, object: &Value) -> PyResult {
    let dict = vm.dict();
    if let Some(pickler) = object.native::<Pickler>() {
        for (value, number) in pickler.written() {
            let id = Value::Int(value.id());
            drop(dict.insert(vm, id, vm.pair(Value::Int(number as i64), value))?);
        }
    } else if let Some(unpickler) = object.native::<Unpickler>() {
        for (number, value) in unpickler.read() {
            drop(dict.insert(vm, Value::Int(number as i64), value)?);
        }
    }
    Ok(dict.value())
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    let of = this::<MemoProxy>(vm, args)?.of.get();
    if let Some(pickler) = of.native::<Pickler>() {
        pickler.forget();
    } else if let Some(unpickler) = of.native::<Unpickler>() {
        unpickler.forget();
    }
    Ok(Value::None)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    memo_dict(vm, &this::<MemoProxy>(vm, args)?.of.get())
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let items = copy(vm, args)?;
    let arguments = vm.tuple(vec![items]);
    Ok(vm.pair(vm.types.dict.value(), arguments))
}
