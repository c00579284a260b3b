//! `_seal`: what makes classes of the library that are written in Python, and stand for classes that CPython has
//! natively, look as these do: messages name them with their modules, they can't be changed, and slots that are
//! closed can't be set by programs. Otherwise their namespaces and their layouts stay those of classes written in
//! Python.

use super::NativeModule;
use crate::object::class::Class;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::object::{lookup, ops};
use crate::types::native::Member;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The module.
pub const SEAL: NativeModule = NativeModule {
    name: "_seal",
    doc: "Classes that stand for native ones.",
    functions: &[
        method(
            "seal(class, /, *, immutable=True, final=False, closed=False)",
            seal,
            "Gives a class the outside of a native one, and closes its slots to programs; gives the class.",
        ),
        method(
            "fill(object, members, values, /)",
            fill,
            "Sets what members of its class hold, tuples both; no __setattr__ is asked.",
        ),
    ],
    fill: super::nothing,
};

fn seal(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.this::<Class>(args)?;
    let module = lookup::get(vm, &args[0], &vm.names.__module__)?;
    let name = format!("{}.{}", ops::str(vm, &module)?, class.name.borrow());
    *class.long_name.borrow_mut() = Some(name.into());
    class.sealed.set(ops::truth(vm, &args[1])?);
    if ops::truth(vm, &args[2])? {
        class.subclassable.set(false);
    }
    for name in ["__firstlineno__", "__static_attributes__"] {
        drop(class.dict(vm).remove_name(&vm.intern(name)));
    }
    if ops::truth(vm, &args[3])? {
        close(vm, class);
    }
    class.modified(vm);
    Ok(args[0].clone())
}

/// Leaves the setting of a class's slots to `fill` and to native code.
fn close(vm: &Vm, class: &Class) {
    let dict = class.dict(vm);
    for (name, _) in class.own_slots.borrow().iter() {
        let descr = dict.get_name(name);
        if let Some(member) = descr.as_ref().and_then(|descr| descr.get::<Member>()) {
            member.closed.set(true);
        }
    }
}

fn fill(vm: &Vm, args: &[Value]) -> PyResult {
    let (Some(members), Some(values)) = (args[1].get::<Tuple>(), args[2].get::<Tuple>()) else {
        return Err(vm.type_error("fill() takes tuples"));
    };
    for (member, value) in members.items.iter().zip(&values.items) {
        if let Some(member) = member.get::<Member>() {
            member.write(vm, &args[0], value.clone())?;
        }
    }
    Ok(Value::None)
}
