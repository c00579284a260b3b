//! How `object` takes its instances apart for `pickle` and `copy`, and which classes leave it at that.

use crate::object::class::{Access, Class};
use crate::object::descriptor::{self, Binding};
use crate::object::heap::{self, Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::{AddressHasher, Name};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::module::{self, Module};
use crate::types::native::{GetSet, MethodDescriptor, NativeFunction};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// A function of `copyreg`'s, which has the general algorithms.
///
/// # Errors
/// What importing it raises.
pub fn copyreg(vm: &Vm, name: &Name) -> PyResult {
    let module = match vm.modules.get_name(&vm.names.copyreg) {
        Some(module) => module,
        None => crate::exec::import::import_absolute(vm, "copyreg")?,
    };
    if let Some(obj) = module.obj()
        && module.get::<Module>().is_some()
        && let Some(found) = module::namespace(vm, obj).and_then(|names| names.get_name(name))
    {
        return Ok(found);
    }
    lookup::get(vm, &module, name)
}

/// Whether instances of the class have a method of `object`'s under the name, as far as the class says.
fn is_objects(vm: &Vm, class: &Class, name: &Name) -> bool {
    let found = lookup::class_find(vm, class, name);
    let own = vm.types.object.dict(vm).get_name(name);
    matches!((found, own), (Some(found), Some(own)) if found.is(&own))
}

/// Whether that is so and the object itself has nothing else there.
fn uses_objects(vm: &Vm, this: &Value, name: &Name) -> bool {
    let class = vm.class_of(this);
    class.get_access(vm) == Access::Generic
        && is_objects(vm, class, name)
        && this
            .obj()
            .is_none_or(|obj| lookup::instance_find(vm, obj, name).is_none())
}

/// Which classes leave it to `object` how their instances are taken apart and put together. To be kept for
/// the time of one dump or copy.
#[derive(Default)]
pub struct PlainClasses {
    known: HashMap<usize, bool, BuildHasherDefault<AddressHasher>>,
}

impl PlainClasses {
    /// Whether the object's attributes are all there is to it: it is no instance of a built-in class, has
    /// no slots, and neither it nor its class says how it is to be taken apart.
    pub fn has(&mut self, vm: &Vm, obj: &Obj) -> bool {
        let class = obj.class();
        if obj.kind() != Kind::Instance || obj.attrs().is_none() {
            return false;
        }
        // Versions are never used again.
        let plain = *self
            .known
            .entry((class.version() as usize) << 4)
            .or_insert_with(|| {
                let plain = is_plain(vm, class);
                if plain {
                    note_slot_names(vm, class);
                }
                plain
            });
        let names = &vm.names;
        plain
            && [&names.__reduce_ex__, &names.__reduce__, &names.__getstate__]
                .into_iter()
                .all(|name| lookup::instance_find(vm, obj, name).is_none())
    }
}

/// Notes in a class that its instances have no slots, as looking for them does.
fn note_slot_names(vm: &Vm, class: &Ref<Class>) {
    if class.dict(vm).get_name(&vm.names.__slotnames__).is_some() {
        return;
    }
    let noted = copyreg(vm, &vm.names._slotnames).and_then(|note| vm.call(&note, &[class.value()]));
    if noted.is_err() {
        drop(vm.take_pending());
    }
}

fn is_plain(vm: &Vm, class: &Ref<Class>) -> bool {
    let names = &vm.names;
    let has = |name: &Name| class.mro_lookup(vm, name);
    class.get_access(vm) == Access::Generic
        && class.as_obj().class().get_access(vm) == Access::Type
        && class.trailer().slots == 0
        && [
            &names.__reduce_ex__,
            &names.__reduce__,
            &names.__getstate__,
            &names.__class__,
        ]
        .into_iter()
        .all(|name| is_objects(vm, class, name))
        && [
            &names.__getnewargs__,
            &names.__getnewargs_ex__,
            &names.__slots__,
        ]
        .into_iter()
        .all(|name| has(name).is_none())
        && has(&names.__slotnames__).is_none_or(|names| {
            names
                .get::<List>()
                .is_some_and(|names| names.items.is_empty())
        })
}

/// Whether storing in an instance's `__dict__` is storing an attribute of it.
pub fn has_plain_dict(vm: &Vm, class: &Class) -> bool {
    class.instance_kind == Kind::Instance
        && class.get_access(vm) == Access::Generic
        && lookup::class_find(vm, class, &vm.names.__dict__)
            .is_none_or(|found| found.get::<GetSet>().is_some())
}

pub(super) fn reduce_ex(vm: &Vm, args: &[Value]) -> PyResult {
    let protocol = ops::index(vm, &args[1])?;
    // An overridden __reduce__ decides.
    let name = &vm.names.__reduce__;
    let has_plain_class = *vm.class_of(&args[0]).as_obj().class() == vm.types.type_;
    if !(has_plain_class && uses_objects(vm, &args[0], name))
        && let Some(method) = lookup::get_optional(vm, &args[0], name)?
    {
        let own = lookup::get(vm, &vm.class_of(&args[0]).value(), name)?;
        let default = vm.types.object.dict(vm).get_name(name);
        if default.is_some_and(|default| !own.is(&default)) {
            return vm.call(&method, &[]);
        }
    }
    match protocol {
        Value::Int(protocol) if protocol >= 2 => reduce_new(vm, &args[0]),
        protocol => reduce_old(vm, &args[0], protocol),
    }
}

pub(super) fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    reduce_old(vm, &args[0], Value::Int(0))
}

fn reduce_old(vm: &Vm, this: &Value, protocol: Value) -> PyResult {
    let function = copyreg(vm, &vm.names._reduce_ex)?;
    vm.call(&function, &[this.clone(), protocol])
}

/// `copyreg.__newobj__` with the arguments for `__new__`, the state, and iterators over items.
fn reduce_new(vm: &Vm, this: &Value) -> PyResult {
    let class = vm.class_of(this).clone();
    if super::type_::constructor(vm, &class).is_none() {
        return Err(cannot_pickle(vm, &class));
    }
    let (function, arguments, has_arguments) = new_arguments(vm, this, &class)?;
    let built_in = class.instance_kind;
    let is_required = !has_arguments && !matches!(built_in, Kind::List | Kind::Dict);
    let state = state_of(vm, this, is_required)?;
    let items = if class.is_subclass(&vm.types.list) {
        ops::iter(vm, this)?
    } else {
        Value::None
    };
    let pairs = if class.is_subclass(&vm.types.dict) {
        let pairs = vm.call_method(this, &vm.names.items, &[])?;
        ops::iter(vm, &pairs)?
    } else {
        Value::None
    };
    Ok(vm.tuple(vec![function, arguments, state, items, pairs]))
}

fn cannot_pickle(vm: &Vm, class: &Class) -> Raised {
    vm.type_error(format!("cannot pickle '{}' object", class.name_text()))
}

/// What `__getstate__` gives; object's own is told whether all there is to the instance has to be in it.
fn state_of(vm: &Vm, this: &Value, is_required: bool) -> PyResult {
    if uses_objects(vm, this, &vm.names.__getstate__) {
        return default_state(vm, this, is_required);
    }
    let method = lookup::get(vm, this, &vm.names.__getstate__)?;
    let default = vm.types.object.dict(vm).get_name(&vm.names.__getstate__);
    let of_object = default
        .as_ref()
        .and_then(|default| default.get::<MethodDescriptor>());
    match (method.get::<NativeFunction>(), of_object) {
        (Some(bound), Some(own)) if std::ptr::eq(bound.row, own.row) && bound.receiver.is(this) => {
            default_state(vm, this, is_required)
        }
        _ => vm.call(&method, &[]),
    }
}

/// How to make the instance anew: the function, its arguments, and whether the class gave any.
fn new_arguments(vm: &Vm, this: &Value, class: &Ref<Class>) -> PyResult<(Value, Value, bool)> {
    if let Some(method) = on_type(vm, this, &vm.names.__getnewargs_ex__)? {
        let pair = vm.call(&method, &[])?;
        let parts = tuple_of("__getnewargs_ex__ should return a tuple", vm, &pair)?;
        let [args, kwargs] = &parts.items[..] else {
            return Err(vm.value_error(format!(
                "__getnewargs_ex__ should return a tuple of length 2, not {}",
                parts.items.len()
            )));
        };
        let first = "first item of the tuple returned by __getnewargs_ex__ must be a tuple";
        tuple_of(first, vm, args)?;
        let Some(named) = kwargs.get::<Dict>() else {
            return Err(vm.type_error(format!(
                "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{}'",
                vm.type_name(kwargs)
            )));
        };
        if named.is_empty() {
            let function = copyreg(vm, &vm.names.__newobj__)?;
            let all = std::iter::once(class.value())
                .chain(tuple_of(first, vm, args)?.items.iter().cloned());
            return Ok((function, vm.tuple_of(all), true));
        }
        let function = copyreg(vm, &vm.names.__newobj_ex__)?;
        return Ok((
            function,
            vm.tuple(vec![class.value(), args.clone(), kwargs.clone()]),
            true,
        ));
    }
    let mut all = vec![class.value()];
    let method = on_type(vm, this, &vm.names.__getnewargs__)?;
    if let Some(method) = &method {
        let args = vm.call(method, &[])?;
        let args = tuple_of("__getnewargs__ should return a tuple", vm, &args)?;
        all.extend(args.items.iter().cloned());
    }
    let function = copyreg(vm, &vm.names.__newobj__)?;
    Ok((function, vm.tuple(all), method.is_some()))
}

/// What the type has under the name, bound.
fn on_type(vm: &Vm, this: &Value, name: &Name) -> PyResult<Option<Value>> {
    let class = vm.class_of(this).clone();
    match class.mro_lookup(vm, name) {
        Some(found) => descriptor::get(vm, &found, Binding::Instance(this, &class)).map(Some),
        None => Ok(None),
    }
}

/// A tuple that a method of pickling's must have answered.
fn tuple_of<'a>(rule: &str, vm: &Vm, value: &'a Value) -> PyResult<&'a Tuple> {
    value
        .get::<Tuple>()
        .ok_or(())
        .map_err(|()| vm.type_error(format!("{rule}, not '{}'", vm.type_name(value))))
}

pub(super) fn get_state(vm: &Vm, args: &[Value]) -> PyResult {
    default_state(vm, &args[0], false)
}

/// The instance's `__dict__` (or `None`), with the values of its slots where there are any. Where all of
/// the instance is required, it may have no more to it than that.
fn default_state(vm: &Vm, this: &Value, is_required: bool) -> PyResult {
    let Value::Obj(obj) = this else {
        return Ok(Value::None);
    };
    let class = obj.class();
    if is_required && super::class_layout::has_items(class) {
        return Err(vm.type_error(format!("cannot pickle {} objects", class.name_text())));
    }
    let state = match (lookup::known_dict(vm, this), obj.get::<Class>()) {
        (Some(dict), _) if !dict.is_empty() => dict.value(),
        // A class's own dict is not to be changed behind its back.
        (None, Some(class)) if class.is_heap() => {
            heap::alloc(&vm.types.dict, class.dict(vm).copied()).into()
        }
        _ => Value::None,
    };
    let slots = vm.dict();
    let names = match obj.class().dict(vm).get_name(&vm.names.__slotnames__) {
        Some(names) => names,
        None => vm.call(&copyreg(vm, &vm.names._slotnames)?, &[obj.class().value()])?,
    };
    if !names.is_none() && names.get::<List>().is_none() {
        return Err(vm.type_error(format!(
            "{}.__slotnames__ should be a list or None, not {}",
            obj.class().name_text(),
            vm.type_name(&names)
        )));
    }
    let named = names.get::<List>().map_or(0, |list| list.items.len());
    let has_more = obj.class().instance_kind != Kind::Instance
        || usize::from(obj.class().trailer().slots) > named;
    if is_required && has_more {
        return Err(cannot_pickle(vm, obj.class()));
    }
    if !names.is_none() {
        for name in ops::collect(vm, &names)? {
            let attribute = super::name_arg(vm, &name, "attribute name must be string, not ")?;
            if let Some(value) = lookup::get_optional(vm, this, &attribute)? {
                drop(slots.insert(vm, name, value)?);
            }
        }
    }
    if slots.is_empty() {
        return Ok(state);
    }
    Ok(vm.tuple(vec![state, slots.into()]))
}
