//! `classmethod`.

use super::slots;
use crate::object::build;
use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, getset, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of `classmethod` objects.
pub struct ClassMethod {
    /// `__func__`
    pub function: ValueCell,
}

impl ClassMethod {
    /// Wraps a callable.
    pub fn wrap(vm: &Vm, function: Value) -> Value {
        heap::alloc(
            &vm.types.classmethod,
            ClassMethod {
                function: ValueCell::new(function),
            },
        )
        .into()
    }
}

impl Trace for ClassMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.function.trace(visit);
    }
    fn clear(&self) {
        drop(self.function.take());
    }
}

/// The type's table.
pub const CLASSMETHOD: TypeTable = TypeTable {
    name: "classmethod",
    told: Some("(function, /)"),
    kind: Kind::ClassMethod,
    subclassable: true,
    has_dict: true,
    doc: "Convert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        slots::repr(repr),
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

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a ClassMethod> {
    value
        .get::<ClassMethod>()
        .ok_or(())
        .map_err(|()| vm.type_error("a classmethod object is required"))
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
        .map_err(|()| vm.runtime_error("uninitialized classmethod object"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "classmethod")?;
    Ok(heap::alloc(
        &class,
        ClassMethod {
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
    Ok(vm.str(&format!("<classmethod({inner})>")))
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    let function = wrapped(vm, &args[0])?;
    let owner = match (args[1].given(), args[2].given()) {
        (_, Some(owner)) => owner.clone(),
        (Some(instance), None) => vm.class_of(instance).value(),
        (None, None) => return Err(vm.type_error("__get__(None, None) is invalid")),
    };
    Ok(super::method::BoundMethod::alloc(vm, function, owner))
}
