//! `_functools`: the table of the module, with `reduce` and `cmp_to_key`. `partial` and the wrapper of
//! `lru_cache` are in the files beside this one; what is not here is written in Python in `functools`.

mod lru;
mod partial;

use super::NativeModule;
use super::extension::{self, alloc, this};
use crate::native_payload;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::ops::{self, Compare};
use crate::object::shape::Name;
use crate::object::table::{TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::slots;
use crate::vm::Vm;

/// The module.
pub const FUNCTOOLS: NativeModule = NativeModule {
    name: "_functools",
    doc: "Tools that operate on functions.",
    functions: &[
        method(
            "reduce(function, iterable, initial=<unrepresentable>, /)",
            reduce,
            "Combine the items of an iterable, from the left, into one value.\n\nreduce(f, [a, b, c]) is f(f(a, b), c); initial, if there is one, comes first.",
        ).bare().untold(),
        method(
            "cmp_to_key(mycmp)",
            cmp_to_key,
            "Make a key function out of a function that compares two arguments.",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&partial::PARTIAL, &lru::LRU_CACHE_WRAPPER]);
    Ok(())
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let iterator = match ops::iter(vm, &args[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
    };
    let first = match &args[2] {
        Value::Unbound => ops::next(vm, &iterator)?,
        initial => Some(initial.clone()),
    };
    let Some(mut total) = first else {
        return Err(vm.type_error("reduce() of empty iterable with no initial value"));
    };
    while let Some(item) = ops::next(vm, &iterator)? {
        vm.tick()?;
        total = vm.call(&args[0], &[total, item])?;
    }
    Ok(total)
}

// ---------------------------------------------------------------------------------------------
// cmp_to_key

/// What `cmp_to_key` returns, without an object, and what that makes of an object to be compared.
struct Key {
    compare: ValueCell,
    object: ValueCell,
}
native_payload!(Key as call; compare, object);

static KEY: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "KeyWrapper",
    module: "functools",
    kind: Kind::Native,
    methods: &[
        slots::call(extension::call_row::<Key>),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
    ],
    properties: &[
        member("obj", get_object, "Value wrapped by a key function."),
        getter("__text_signature__", |vm, _| Ok(vm.str("(obj)")), ""),
    ],
    ..TypeTable::DEFAULT
};

fn cmp_to_key(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(key(vm, args[0].clone(), Value::Unbound))
}

fn key(vm: &Vm, compare: Value, object: Value) -> Value {
    let payload = Key {
        compare: ValueCell::new(compare),
        object: ValueCell::new(object),
    };
    alloc(&extension::class(vm, &KEY), payload)
}

impl Key {
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        match (args, names) {
            ([object], []) => Ok(key(vm, self.compare.get(), object.clone())),
            ([object], [name]) if &*name.to_string() == "obj" => {
                Ok(key(vm, self.compare.get(), object.clone()))
            }
            (_, names) if args.len() == names.len() && args.len() < 2 => {
                Err(vm.type_error("K() missing required argument 'obj' (pos 1)"))
            }
            _ => Err(vm.type_error(format!(
                "K() takes at most 1 argument ({} given)",
                args.len()
            ))),
        }
    }
}

fn get_object(vm: &Vm, value: &Value) -> PyResult {
    let key = this::<Key>(vm, std::slice::from_ref(value))?;
    Ok(key.object.get().bound().unwrap_or(Value::None))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let this = this::<Key>(vm, args)?;
    let Some(other) = args[1].native::<Key>() else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let (Some(a), Some(b)) = (this.object.get().bound(), other.object.get().bound()) else {
        return Err(vm.unnamed_attribute_error("object"));
    };
    let order = vm.call(&this.compare.get(), &[a, b])?;
    ops::compare(vm, op, &order, &Value::Int(0))
}

crate::types::comparison_methods!(compare);
