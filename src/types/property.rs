//! `property`. Reference: 3.3.2.2, descriptors; library reference, property().

use super::slots;
use crate::object::descriptor::Binding;
use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::lookup;
use crate::object::table::{self, Property as Row, TypeTable, getset, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::descriptor_methods::with_binding;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of properties.
pub struct Property {
    /// `fget`
    pub getter: ValueCell,
    /// `fset`
    pub setter: ValueCell,
    /// `fdel`
    pub deleter: ValueCell,
    /// `__doc__`
    pub doc: ValueCell,
    /// `__name__`, as `__set_name__` was told.
    pub name: ValueCell,
    /// Whether the doc is the getter's.
    from_getter: Cell<u64>,
}

impl Property {
    fn cells(&self) -> [&ValueCell; 5] {
        [
            &self.getter,
            &self.setter,
            &self.deleter,
            &self.doc,
            &self.name,
        ]
    }

    /// `property.__get__(this, class)`.
    ///
    /// # Errors
    /// AttributeError without a getter, or what it raises.
    pub fn read(&self, vm: &Vm, this: &Value) -> PyResult {
        match self.getter.get() {
            Value::None | Value::Unbound => {
                Err(vm
                    .unnamed_attribute_error(format!("{} has no getter", self.describe(vm, this)?)))
            }
            getter => vm.call(&getter, std::slice::from_ref(this)),
        }
    }

    /// `property.__set__(this, value)`, or `__delete__` for an `Unbound` value.
    ///
    /// # Errors
    /// AttributeError without a setter (deleter), or what it raises.
    pub fn write(&self, vm: &Vm, this: &Value, value: &Value) -> PyResult<()> {
        let deleting = value.is_unbound();
        let (function, what) = if deleting {
            (&self.deleter, "deleter")
        } else {
            (&self.setter, "setter")
        };
        match function.get() {
            Value::None | Value::Unbound => {
                let text = format!("{} has no {what}", self.describe(vm, this)?);
                Err(vm.unnamed_attribute_error(text))
            }
            deleter if deleting => vm.call(&deleter, std::slice::from_ref(this)).map(drop),
            setter => vm.call(&setter, &[this.clone(), value.clone()]).map(drop),
        }
    }

    fn describe(&self, vm: &Vm, this: &Value) -> PyResult<String> {
        let qualname = super::type_::qualname(vm, vm.class_of(this));
        Ok(match self.shown_name(vm)? {
            Some(name) => {
                let name = crate::object::ops::repr(vm, &name)?;
                format!("property {name} of '{qualname}' object")
            }
            None => format!("property of '{qualname}' object"),
        })
    }

    /// `__name__`: what `__set_name__` was told, or the getter's.
    fn shown_name(&self, vm: &Vm) -> PyResult<Option<Value>> {
        if let Some(name) = self.name.get().bound() {
            return Ok(Some(name));
        }
        match self.getter.get().given() {
            Some(getter) => lookup::get_optional(vm, getter, &vm.names.__name__),
            None => Ok(None),
        }
    }
}

impl Trace for Property {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for cell in self.cells() {
            cell.trace(visit);
        }
    }
    fn clear(&self) {
        for cell in self.cells() {
            drop(cell.take());
        }
    }
}

/// The type's table.
pub const PROPERTY: TypeTable = TypeTable {
    name: "property",
    told: Some("(fget=None, fset=None, fdel=None, doc=None)"),
    own: &["__getattribute__"],
    kind: Kind::Property,
    subclassable: true,
    doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del\'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I\'m the \'x\' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the \'x\' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        slots::get(get),
        slots::set(set),
        slots::delete(delete),
        method(
            "__init__(self, /, fget=None, fset=None, fdel=None, doc=None)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        method(
            "getter(self, object, /)",
            getter_row,
            "Descriptor to obtain a copy of the property with a different getter.",
        ),
        method(
            "setter(self, object, /)",
            setter_row,
            "Descriptor to obtain a copy of the property with a different setter.",
        ),
        method(
            "deleter(self, object, /)",
            deleter_row,
            "Descriptor to obtain a copy of the property with a different deleter.",
        ),
        method(
            "__set_name__(self, /, *args)",
            set_name,
            "Method to set name of a property.",
        )
        .bare()
        .told("($self, owner, name, /)"),
    ],
    properties: &[
        member(
            "fget",
            |vm, this| Ok(shown(property(vm, this)?.getter.get())),
            "",
        ),
        member(
            "fset",
            |vm, this| Ok(shown(property(vm, this)?.setter.get())),
            "",
        ),
        member(
            "fdel",
            |vm, this| Ok(shown(property(vm, this)?.deleter.get())),
            "",
        ),
        Row {
            member: true,
            ..getset("__doc__", get_doc, set_doc, "")
        },
        getset("__name__", get_name, assign_name, ""),
        table::getter("__isabstractmethod__", is_abstract, ""),
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

fn property<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Property> {
    value
        .get::<Property>()
        .ok_or(())
        .map_err(|()| vm.type_error("a property is required"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "property")?;
    let empty = || ValueCell::new(Value::Unbound);
    let payload = Property {
        getter: empty(),
        setter: empty(),
        deleter: empty(),
        doc: empty(),
        name: empty(),
        from_getter: Cell::new(0),
    };
    Ok(heap::alloc(&class, payload).into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let p = property(vm, &args[0])?;
    p.getter.set(args[1].clone());
    p.setter.set(args[2].clone());
    p.deleter.set(args[3].clone());
    p.name.set(Value::Unbound);
    let doc = match (&args[4], &args[1]) {
        (Value::None, Value::None) => Value::None,
        (Value::None, getter) => {
            lookup::get_optional(vm, getter, &vm.names.__doc__)?.unwrap_or(Value::None)
        }
        (doc, _) => doc.clone(),
    };
    let from_getter = args[4].is_none() && !doc.is_none();
    p.from_getter.set(from_getter.into());
    if *vm.class_of(&args[0]) == vm.types.property {
        p.doc.set(doc);
        return Ok(Value::None);
    }
    // A subclass shows the doc through an instance attribute, since its own `__doc__` hides the member.
    match lookup::set(vm, &args[0], &vm.names.__doc__, doc) {
        Err(raised) if !from_getter => vm.swallow(&vm.exceptions.AttributeError, raised)?,
        done => done?,
    }
    Ok(Value::None)
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    let p = property(vm, &args[0])?;
    with_binding(vm, args, |binding| match binding {
        Binding::Class(_) => Ok(args[0].clone()),
        Binding::Instance(this, _) => p.read(vm, this),
    })
}

fn set(vm: &Vm, args: &[Value]) -> PyResult {
    property(vm, &args[0])?
        .write(vm, &args[1], &args[2])
        .map(|()| Value::None)
}

fn delete(vm: &Vm, args: &[Value]) -> PyResult {
    property(vm, &args[0])?
        .write(vm, &args[1], &Value::Unbound)
        .map(|()| Value::None)
}

/// A copy with one function replaced, made by calling the property's own class.
fn copy(vm: &Vm, this: &Value, at: usize, function: &Value) -> PyResult {
    let p = property(vm, this)?;
    let mut parts = [
        shown(p.getter.get()),
        shown(p.setter.get()),
        shown(p.deleter.get()),
        Value::None,
    ];
    if !function.is_none() {
        parts[at] = function.clone();
    }
    // A doc that came from the getter comes from the new getter again.
    if p.from_getter.get() == 0 || parts[0].is_none() {
        parts[3] = shown(p.doc.get());
    }
    let made = vm.call(&vm.class_of(this).value(), &parts)?;
    if let Some(new) = made.get::<Property>() {
        new.name.set(p.name.get());
    }
    Ok(made)
}

fn getter_row(vm: &Vm, args: &[Value]) -> PyResult {
    copy(vm, &args[0], 0, &args[1])
}

fn setter_row(vm: &Vm, args: &[Value]) -> PyResult {
    copy(vm, &args[0], 1, &args[1])
}

fn deleter_row(vm: &Vm, args: &[Value]) -> PyResult {
    copy(vm, &args[0], 2, &args[1])
}

fn set_name(vm: &Vm, args: &[Value]) -> PyResult {
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let [_owner, name] = given else {
        return Err(vm.type_error(format!(
            "__set_name__() takes 2 positional arguments but {} were given",
            given.len()
        )));
    };
    property(vm, &args[0])?.name.set(name.clone());
    Ok(Value::None)
}

fn get_doc(vm: &Vm, this: &Value) -> PyResult {
    Ok(shown(property(vm, this)?.doc.get()))
}

fn set_doc(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    property(vm, this)?.doc.set(shown(value));
    Ok(())
}

fn get_name(vm: &Vm, this: &Value) -> PyResult {
    property(vm, this)?
        .shown_name(vm)?
        .ok_or(())
        .map_err(|()| vm.unnamed_attribute_error("'property' object has no attribute '__name__'"))
}

fn assign_name(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    property(vm, this)?.name.set(value);
    Ok(())
}

fn is_abstract(vm: &Vm, this: &Value) -> PyResult {
    let p = property(vm, this)?;
    for function in [p.getter.get(), p.setter.get(), p.deleter.get()] {
        if function.given().is_some() && super::is_abstract(vm, &function)? {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}
