//! Struct sequences: tuples whose items have names, such as `sys.version_info`. A module that has one
//! declares its table with [`field`]s as properties.

use crate::object::class::Class;
use crate::object::heap::{self, Kind, Ref};
use crate::object::ops;
use crate::object::table::{Property, Row, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// What the tables have in common.
pub const STRUCT: TypeTable = TypeTable {
    kind: Kind::Tuple,
    methods: &[REPR],
    ..TypeTable::DEFAULT
};

/// The row of `__repr__`.
pub const REPR: Row = method("__repr__(self, /)", repr, "Return repr(self).");

/// The item at `N`, by its name.
pub const fn field<const N: usize>(name: &'static str, doc: &'static str) -> Property {
    member(name, get::<N>, doc)
}

fn get<const N: usize>(vm: &Vm, this: &Value) -> PyResult {
    match this.get::<Tuple>().and_then(|tuple| tuple.items.get(N)) {
        Some(item) => Ok(item.clone()),
        None => Err(vm.type_error("not a struct sequence")),
    }
}

/// An instance of a struct sequence's class.
pub fn make(class: &Ref<Class>, items: Vec<Value>) -> Value {
    heap::alloc(class, Tuple::new(items)).into()
}

/// `sys.version_info(major=3, ...)`
fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    let name = crate::types::type_::full_name(vm, class);
    let mut text = format!("{name}(");
    if let (Some(table), Some(tuple)) = (class.table, args[0].get::<Tuple>()) {
        for (at, (property, item)) in table.properties.iter().zip(&tuple.items).enumerate() {
            if at > 0 {
                text.push_str(", ");
            }
            text.push_str(&format!("{}={}", property.name, ops::repr(vm, item)?));
        }
    }
    text.push(')');
    Ok(vm.str(&text))
}
