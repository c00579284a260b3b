//! `_weakref`: proxies and the functions about weak references. `weakref.ref` itself, and what happens
//! when a referent goes, is in `types::weakref`.

use super::NativeModule;
use super::extension;
use crate::object::heap::{Kind, Ref};
use crate::object::lookup;
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::args::{call_arguments, wrong_argument};
use crate::types::dict::Dict;
use crate::types::weakref::{self, WeakRef};
use crate::types::{float, int, numbers, slots};
use crate::vm::Vm;

/// The module.
pub const WEAKREF: NativeModule = NativeModule {
    name: "_weakref",
    doc: "The functions and types under the weakref module.",
    functions: &[
        method(
            "getweakrefcount(object, /)",
            getweakrefcount,
            "How many weak references and proxies to object are alive.",
        ),
        method(
            "getweakrefs(object, /)",
            getweakrefs,
            "All weak references and proxies to object, as a list.",
        ),
        method(
            "proxy(object, callback=None, /)",
            proxy,
            "A stand-in that behaves as object does without keeping it alive.\n\nOnce object has gone every use raises ReferenceError; a callback is then\ncalled with the stand-in.",
        ),
        method(
            "_remove_dead_weakref(dct, key, /)",
            remove_dead,
            "Delete dct[key] if it is a weak reference whose object has gone.",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let class = &vm.types.weakref;
    for name in ["ref", "ReferenceType"] {
        drop(namespace.set_name(&vm.intern(name), class.value()));
    }
    extension::add_classes(vm, namespace, &[&PROXY, &CALLABLE_PROXY]);
    Ok(())
}

fn getweakrefcount(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(weakref::count(vm, &args[0]) as i64))
}

fn getweakrefs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.list(weakref::references(vm, &args[0])))
}

fn proxy(vm: &Vm, args: &[Value]) -> PyResult {
    let table = match crate::types::is_callable(vm, &args[0]) {
        true => &CALLABLE_PROXY,
        false => &PROXY,
    };
    let class = extension::class(vm, table);
    weakref::make(vm, &class, &args[0], &args[1], true)
}

fn remove_dead(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(dict) = args[0].get::<Dict>() else {
        let function = "_remove_dead_weakref() argument 1";
        return Err(wrong_argument(vm, &args[0], function, "dict"));
    };
    if let Some(value) = dict.get(vm, &args[1])? {
        let Some(reference) = value.get::<WeakRef>() else {
            return Err(vm.type_error("not a weakref"));
        };
        if reference.target().is_none() {
            drop(dict.remove(vm, &args[1])?);
        }
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Proxies

/// The referent of a proxy; any other value is itself.
fn real(vm: &Vm, value: &Value) -> PyResult {
    match value.get::<WeakRef>() {
        Some(proxy) if proxy.is_proxy() => proxy
            .target()
            .ok_or_else(|| vm.reference_error("weakly-referenced object no longer exists")),
        _ => Ok(value.clone()),
    }
}

fn binary(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    ops::binary(vm, op, &real(vm, a)?, &real(vm, b)?)
}

/// The functions of the operators: of each the method, the reflected one and the one in place.
macro_rules! operators {
    ($($op:ident $forward:ident $reflected:ident $in_place:ident;)*) => {
        $(
            fn $forward(vm: &Vm, args: &[Value]) -> PyResult {
                binary(vm, &ops::$op, &args[0], &args[1])
            }
            fn $reflected(vm: &Vm, args: &[Value]) -> PyResult {
                binary(vm, &ops::$op, &args[1], &args[0])
            }
            fn $in_place(vm: &Vm, args: &[Value]) -> PyResult {
                ops::in_place(vm, &ops::$op, &real(vm, &args[0])?, &real(vm, &args[1])?)
            }
        )*
        const OPERATOR_ROWS: &[Row] = &[$(
            slots::$forward($forward),
            slots::$reflected($reflected),
            slots::$in_place($in_place),
        )*];
    };
}

operators! {
    ADD add radd iadd;
    SUB sub rsub isub;
    MUL mul rmul imul;
    MAT_MUL matmul rmatmul imatmul;
    TRUE_DIV truediv rtruediv itruediv;
    FLOOR_DIV floordiv rfloordiv ifloordiv;
    MOD mod_ rmod imod;
    LSHIFT lshift rlshift ilshift;
    RSHIFT rshift rrshift irshift;
    AND and rand iand;
    OR or ror ior;
    XOR xor rxor ixor;
}

const OTHER_ROWS: &[Row] = &[
    slots::getattribute(getattribute),
    slots::setattr(setattr),
    slots::delattr(delattr),
    slots::repr(repr),
    slots::str(|vm, args| ops::str(vm, &real(vm, &args[0])?).map(Value::from)),
    slots::lt(lt),
    slots::le(le),
    slots::eq(eq),
    slots::ne(ne),
    slots::gt(gt),
    slots::ge(ge),
    slots::bool(|vm, args| ops::truth(vm, &real(vm, &args[0])?).map(Value::bool)),
    slots::int(|vm, args| int::from_object(vm, &real(vm, &args[0])?)),
    slots::float(|vm, args| float::from_object(vm, &real(vm, &args[0])?).map(Value::float)),
    slots::index(|vm, args| ops::index(vm, &real(vm, &args[0])?)),
    slots::neg(|vm, args| ops::unary(vm, Special::Neg, "unary -", &real(vm, &args[0])?)),
    slots::pos(|vm, args| ops::unary(vm, Special::Pos, "unary +", &real(vm, &args[0])?)),
    slots::abs(|vm, args| ops::unary(vm, Special::Abs, "abs()", &real(vm, &args[0])?)),
    slots::invert(|vm, args| ops::unary(vm, Special::Invert, "unary ~", &real(vm, &args[0])?)),
    slots::divmod(|vm, args| binary(vm, &ops::DIVMOD, &args[0], &args[1])),
    slots::rdivmod(|vm, args| binary(vm, &ops::DIVMOD, &args[1], &args[0])),
    slots::pow(|vm, args| power(vm, &args[0], &args[1], &args[2])),
    slots::rpow(|vm, args| power(vm, &args[1], &args[0], &args[2])),
    slots::ipow(|vm, args| {
        ops::in_place(vm, &ops::POW, &real(vm, &args[0])?, &real(vm, &args[1])?)
    }),
    slots::len(|vm, args| Ok(Value::Int(ops::len(vm, &real(vm, &args[0])?)? as i64))),
    slots::getitem(|vm, args| ops::get_item(vm, &real(vm, &args[0])?, &real(vm, &args[1])?)),
    slots::setitem(setitem),
    slots::delitem(delitem),
    slots::contains(|vm, args| ops::contains(vm, &real(vm, &args[0])?, &args[1]).map(Value::bool)),
    slots::iter(|vm, args| ops::iter(vm, &real(vm, &args[0])?)),
    table::next(next),
];

const ROWS: usize = OPERATOR_ROWS.len() + OTHER_ROWS.len() + 1;

/// All rows in one table; the last one is `__call__`.
const ALL_ROWS: [Row; ROWS] = {
    let mut rows = [slots::call(call); ROWS];
    let mut at = 0;
    while at < ROWS - 1 {
        rows[at] = if at < OPERATOR_ROWS.len() {
            OPERATOR_ROWS[at]
        } else {
            OTHER_ROWS[at - OPERATOR_ROWS.len()]
        };
        at += 1;
    }
    rows
};

static CALLABLE_ROWS: [Row; ROWS] = ALL_ROWS;

/// What only the proxies of what can't be called have.
const PLAIN_ROWS: [Row; ROWS + 1] = {
    let mut rows = [method("__bytes__(self, /)", bytes, ""); ROWS + 1];
    rows[ROWS] = method("__reversed__(self, /)", reversed, "");
    let mut at = 0;
    while at < ROWS - 1 {
        rows[at] = ALL_ROWS[at];
        at += 1;
    }
    rows
};

static PROXY: TypeTable = TypeTable {
    name: "ProxyType",
    keyed: true,
    module: "weakref",
    kind: Kind::WeakRef,
    methods: &PLAIN_ROWS,
    ..TypeTable::DEFAULT
};

static CALLABLE_PROXY: TypeTable = TypeTable {
    name: "CallableProxyType",
    keyed: true,
    module: "weakref",
    kind: Kind::WeakRef,
    methods: &CALLABLE_ROWS,
    ..TypeTable::DEFAULT
};

fn power(vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
    numbers::power(vm, &real(vm, a)?, &real(vm, b)?, &real(vm, modulus)?)
}

fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = crate::types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::get(vm, &real(vm, &args[0])?, &name)
}

fn setattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = crate::types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::set(vm, &real(vm, &args[0])?, &name, args[2].clone()).map(|()| Value::None)
}

fn delattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = crate::types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::set(vm, &real(vm, &args[0])?, &name, Value::Unbound).map(|()| Value::None)
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    ops::set_item(vm, &real(vm, &args[0])?, &args[1], args[2].clone()).map(|()| Value::None)
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    ops::del_item(vm, &real(vm, &args[0])?, &args[1]).map(|()| Value::None)
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let target = real(vm, this)?;
    if !vm.class_of(&target).has_special(vm, Special::Next) {
        return Err(vm.type_error(format!(
            "Weakref proxy referenced a non-iterator '{}' object",
            vm.type_name(&target)
        )));
    }
    ops::next(vm, &target)
}

fn bytes(vm: &Vm, args: &[Value]) -> PyResult {
    let name = vm.special_name(Special::Bytes);
    vm.call(&lookup::get(vm, &real(vm, &args[0])?, name)?, &[])
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    let name = vm.special_name(Special::Reversed);
    vm.call(&lookup::get(vm, &real(vm, &args[0])?, name)?, &[])
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    vm.call_with(&real(vm, &args[0])?, &all, &names)
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    ops::compare(vm, op, &real(vm, &args[0])?, &real(vm, &args[1])?)
}

crate::types::comparison_methods!(compare);

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let at = args[0].id();
    let text = match args[0].get::<WeakRef>().and_then(WeakRef::target) {
        Some(target) => format!(
            "<weakproxy at {at:#x}; to '{}' at {:#x}>",
            crate::types::type_::qualified_name(vm, vm.class_of(&target))?,
            target.id()
        ),
        None => format!("<weakproxy at {at:#x}; dead>"),
    };
    Ok(vm.str(&text))
}
