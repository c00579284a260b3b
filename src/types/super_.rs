//! `super`.

use super::slots;
use crate::object::class::{Access, Class};
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::lookup;
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::args::wrong_argument;
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The payload of `super` objects.
pub struct Super {
    /// `__thisclass__`
    pub start: ValueCell,
    /// `__self__`, `Unbound` when not bound.
    pub this: ValueCell,
    /// `__self_class__`, `Unbound` when not bound.
    pub this_class: ValueCell,
}

impl Super {
    /// The class to start after, the object, and the class whose MRO is searched.
    pub fn bound(&self, _vm: &Vm) -> Option<(Ref<Class>, Value, Ref<Class>)> {
        let start = self.start.get().downcast::<Class>().ok()?;
        let this_class = self.this_class.get().downcast::<Class>().ok()?;
        Some((start, self.this.get().bound()?, this_class))
    }
}

impl Trace for Super {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for cell in [&self.start, &self.this, &self.this_class] {
            cell.trace(visit);
        }
    }
}

/// The type's table.
pub const SUPER: TypeTable = TypeTable {
    name: "super",
    kind: Kind::Super,
    subclassable: true,
    construct: Some(construct),
    doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    methods: &[
        table::new("__new__(cls, *args, **kwargs)", new),
        slots::repr(repr),
        slots::getattribute(getattribute),
        slots::get(get),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
    ],
    properties: &[
        member(
            "__thisclass__",
            |vm, this| Ok(shown(payload(vm, this)?.start.get())),
            "the class invoking super()",
        ),
        member(
            "__self__",
            |vm, this| Ok(shown(payload(vm, this)?.this.get())),
            "the instance invoking super(); may be None",
        ),
        member(
            "__self_class__",
            |vm, this| Ok(shown(payload(vm, this)?.this_class.get())),
            "the type of the instance invoking super(); may be None",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn shown(value: Value) -> Value {
    if value.is_unbound() {
        Value::None
    } else {
        value
    }
}

fn payload<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Super> {
    value
        .get::<Super>()
        .ok_or(())
        .map_err(|()| vm.type_error("a super object is required"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "super")?;
    let empty = || ValueCell::new(Value::Unbound);
    Ok(heap::alloc(
        &class,
        Super {
            start: empty(),
            this: empty(),
            this_class: empty(),
        },
    )
    .into())
}

/// A call of the class itself, which words what doesn't fit differently than `__init__` does.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    if args.len() > 2 {
        let count = args.len();
        let text = format!("super() expected at most 2 arguments, got {count}");
        return Err(vm.type_error(text));
    }
    if let Some(start) = args.first()
        && start.get::<Class>().is_none()
    {
        let kind = vm.type_name(start);
        let text = format!("super() argument 1 must be a type, not {kind}");
        return Err(vm.type_error(text));
    }
    let made = new(vm, &[vm.types.super_.value()])?;
    fill(vm, &made, args)?;
    Ok(made)
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    if args[2].get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        return Err(vm.type_error("super() takes no keyword arguments"));
    }
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    fill(vm, &args[0], given)?;
    Ok(Value::None)
}

fn fill(vm: &Vm, made: &Value, given: &[Value]) -> PyResult<()> {
    let (start, this) = match given {
        [] => implicit(vm)?,
        [start] => (start.clone(), Value::Unbound),
        [start, this] => (start.clone(), this.clone()),
        _ => {
            let count = given.len();
            let text = format!("super() takes at most 2 arguments ({count} given)");
            return Err(vm.type_error(text));
        }
    };
    let Some(start_class) = start.as_ref::<Class>() else {
        return Err(wrong_argument(vm, &start, "super() argument 1", "type"));
    };
    let (this, this_class) = match this {
        Value::None | Value::Unbound => (Value::Unbound, Value::Unbound),
        this => {
            let class = check(vm, start_class, &this)?;
            (this, class.into())
        }
    };
    let proxy = payload(vm, made)?;
    proxy.start.set(start);
    proxy.this.set(this);
    proxy.this_class.set(this_class);
    Ok(())
}

/// The class whose MRO is searched: the object itself if it is a subclass, or its class.
fn check(vm: &Vm, start: &Ref<Class>, this: &Value) -> PyResult<Ref<Class>> {
    if let Some(class) = this.as_ref::<Class>()
        && class.is_subclass(start)
    {
        return Ok(class.clone());
    }
    let class = vm.class_of(this);
    if class.is_subclass(start) {
        return Ok(class.clone());
    }
    let shown = lookup::get_optional(vm, this, &vm.names.__class__)?;
    if let Some(shown) = shown.as_ref().and_then(|shown| shown.as_ref::<Class>())
        && shown != class
        && shown.is_subclass(start)
    {
        return Ok(shown.clone());
    }
    let (kind, name) = match this.get::<Class>() {
        Some(class) => ("type", class.name_text()),
        None => ("instance of", class.name_text()),
    };
    Err(vm.type_error(format!(
        "super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({}).",
        start.name_text()
    )))
}

/// `super()`: the `__class__` cell and the first argument of the calling function.
fn implicit(vm: &Vm) -> PyResult<(Value, Value)> {
    let found = vm.with_frame(0, |frame| {
        let code = frame.code;
        if code.parameters.positional == 0 {
            return Err("super(): no arguments".to_owned());
        }
        let first = frame.slot(0);
        let first = match first.get::<CellObject>() {
            Some(cell) if code.cells.iter().any(|cell| cell.slot == 0) => cell.value.get(),
            _ => first,
        };
        if first.is_unbound() {
            return Err("super(): arg[0] deleted".to_owned());
        }
        let Some(at) = code
            .free
            .iter()
            .position(|name| *name == vm.names.__class__)
        else {
            return Err("super(): __class__ cell not found".to_owned());
        };
        match frame.closure.get(at).map(|cell| cell.value.get()) {
            Some(class) if class.get::<Class>().is_some() => Ok((class, first)),
            Some(Value::Unbound) => Err("super(): empty __class__ cell".to_owned()),
            other => {
                let class = vm.class_of(&other.unwrap_or(Value::None)).name_text();
                Err(format!("super(): __class__ is not a type ({class})"))
            }
        }
    });
    match found {
        Some(Ok(found)) => Ok(found),
        Some(Err(text)) => Err(vm.runtime_error(text)),
        None => Err(vm.runtime_error("super(): no current frame")),
    }
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let proxy = payload(vm, &args[0])?;
    let name = |value: Value| {
        value
            .get::<Class>()
            .map_or("NULL".to_owned(), Class::name_text)
    };
    let start = name(proxy.start.get());
    let text = match proxy.this_class.get().get::<Class>() {
        Some(class) => format!("<super: <class '{start}'>, <{} object>>", class.name_text()),
        None => format!("<super: <class '{start}'>, NULL>"),
    };
    Ok(vm.str(&text))
}

fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::attribute_arg(vm, &args[1])?;
    match lookup::builtin_get(vm, &args[0], Access::Super, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::missing(vm, &args[0], Access::Super, &name)),
    }
}

/// An unbound `super` as a descriptor binds itself to the instance.
fn get(vm: &Vm, args: &[Value]) -> PyResult {
    let proxy = payload(vm, &args[0])?;
    if args[1].is_none() && args[2].is_none() {
        return Err(vm.type_error("__get__(None, None) is invalid"));
    }
    if args[1].is_none() || !proxy.this.is_unbound() {
        return Ok(args[0].clone());
    }
    if *vm.class_of(&args[0]) != vm.types.super_ {
        // One that has not been initialised hands on nothing.
        let given = [proxy.start.get(), args[1].clone()];
        let given = if given[0].is_unbound() {
            &[]
        } else {
            &given[..]
        };
        return vm.call(&vm.class_of(&args[0]).value(), given);
    }
    let start = proxy.start.get();
    let Some(start_class) = start.as_ref::<Class>() else {
        return Ok(args[0].clone());
    };
    let this_class = check(vm, start_class, &args[1])?;
    let bound = Super {
        start: ValueCell::new(start.clone()),
        this: ValueCell::new(args[1].clone()),
        this_class: ValueCell::new(this_class.into()),
    };
    Ok(heap::alloc(&vm.types.super_, bound).into())
}
