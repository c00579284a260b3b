//! `staticmethod`.

use super::slots;
use crate::object::build;
use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, getset, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::args::call_arguments;
use crate::types::descriptor_methods::with_binding;
use crate::vm::Vm;

/// The payload of `staticmethod` objects.
pub struct StaticMethod {
    /// `__func__`
    pub function: ValueCell,
}

impl StaticMethod {
    /// Wraps a callable.
    pub fn wrap(vm: &Vm, function: Value) -> Value {
        heap::alloc(
            &vm.types.staticmethod,
            StaticMethod {
                function: ValueCell::new(function),
            },
        )
        .into()
    }
}

impl Trace for StaticMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.function.trace(visit);
    }
    fn clear(&self) {
        drop(self.function.take());
    }
}

/// The type's table.
pub const STATICMETHOD: TypeTable = TypeTable {
    name: "staticmethod",
    told: Some("(function, /)"),
    kind: Kind::StaticMethod,
    subclassable: true,
    has_dict: true,
    doc: "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        slots::repr(repr),
        slots::call(call).quickly(|vm, args| vm.call(&wrapped(vm, &args[0])?, &args[1..])),
        slots::get(get),
        method(
            "__init__(self, function, /)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
    ],
    properties: &[
        member("__func__", shown, ""),
        member("__wrapped__", shown, ""),
        getter(
            "__isabstractmethod__",
            |vm, this| {
                let function = self::this(vm, this)?.function.get();
                let is_abstract = !function.is_unbound() && super::is_abstract(vm, &function)?;
                Ok(Value::bool(is_abstract))
            },
            "",
        ),
        getset("__dict__", build::get_dict, build::set_dict, ""),
    ],
    ..TypeTable::DEFAULT
};

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a StaticMethod> {
    value
        .get::<StaticMethod>()
        .ok_or(())
        .map_err(|()| vm.type_error("a staticmethod object is required"))
}

/// The wrapped object as an attribute, before `__init__` too.
fn shown(vm: &Vm, value: &Value) -> PyResult {
    let function = this(vm, value)?.function.get();
    Ok(function.bound().unwrap_or(Value::None))
}

fn wrapped(vm: &Vm, value: &Value) -> PyResult {
    let function = this(vm, value)?.function.get().bound();
    function
        .ok_or(())
        .map_err(|()| vm.runtime_error("uninitialized staticmethod object"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "staticmethod")?;
    Ok(heap::alloc(
        &class,
        StaticMethod {
            function: ValueCell::new(Value::Unbound),
        },
    )
    .into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    this(vm, &args[0])?.function.set(args[1].clone());
    super::copy_wrapper_attributes(vm, &args[1], &args[0])?;
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = match this(vm, &args[0])?.function.get() {
        Value::Unbound => "<NULL>".into(),
        function => ops::repr(vm, &function)?.to_string(),
    };
    Ok(vm.str(&format!("<staticmethod({inner})>")))
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |_| wrapped(vm, &args[0]))
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    vm.call_with(&wrapped(vm, &args[0])?, &all, &names)
}
