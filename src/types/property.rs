//! `property`. Reference: 3.3.2.2, descriptors; library reference, property().

use crate::object::class::Class;
use crate::object::heap::{Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

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
    pub fn read(&self, vm: &Vm, _property: &Value, this: &Value, class: &Ref<Class>) -> PyResult {
        match self.getter.get() {
            Value::None | Value::Unbound => Err(vm.attribute_error(
                this,
                &self.name.get(),
                format!("{} has no getter", self.describe(vm, class)),
            )),
            getter => vm.call(&getter, std::slice::from_ref(this)),
        }
    }

    /// `property.__set__(this, value)`, or `__delete__` for an `Unbound` value.
    ///
    /// # Errors
    /// AttributeError without a setter (deleter), or what it raises.
    pub fn write(&self, vm: &Vm, _property: &Value, this: &Value, value: &Value) -> PyResult<()> {
        let deleting = value.is_unbound();
        let (function, what) = if deleting {
            (&self.deleter, "deleter")
        } else {
            (&self.setter, "setter")
        };
        match function.get() {
            Value::None | Value::Unbound => {
                let text = format!("{} has no {what}", self.describe(vm, vm.class_of(this)));
                Err(vm.attribute_error(this, &self.name.get(), text))
            }
            deleter if deleting => vm.call(&deleter, std::slice::from_ref(this)).map(drop),
            setter => vm.call(&setter, &[this.clone(), value.clone()]).map(drop),
        }
    }

    fn describe(&self, vm: &Vm, class: &Ref<Class>) -> String {
        let qualname = super::type_::qualname(vm, class);
        match self.name.get() {
            Value::Unbound | Value::None => format!("property of '{qualname}' object"),
            name => match crate::object::ops::repr(vm, &name) {
                Ok(name) => format!("property {name} of '{qualname}' object"),
                Err(_) => format!("property of '{qualname}' object"),
            },
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
    kind: Kind::Property,
    subclassable: true,
    ..TypeTable::DEFAULT
};
