//! The type parameters in the arguments of generic aliases and unions, and their substitution. What a
//! parameter is and what it may be replaced by is its own affair: it says so in `__typing_subst__`,
//! `__typing_prepare_subst__` and `__typing_is_unpacked_typevartuple__`.

use super::tuple::Tuple;
use crate::object::class::Class;
use crate::object::heap::{Obj, Trace, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// What an alias or a union is of, and the parameters found in it.
pub struct Arguments {
    /// A tuple.
    pub tuple: Value,
    /// `__parameters__`, once they have been asked for.
    parameters: ValueCell,
}

impl Arguments {
    /// The arguments of a tuple.
    pub fn new(tuple: Value) -> Arguments {
        Arguments {
            tuple,
            parameters: ValueCell::new(Value::Unbound),
        }
    }

    /// One by one.
    pub fn items(&self) -> &[Value] {
        self.tuple.get::<Tuple>().map_or(&[], |tuple| &tuple.items)
    }

    /// `__parameters__`
    ///
    /// # Errors
    /// Whatever looking at the arguments raises.
    pub fn parameters(&self, vm: &Vm) -> PyResult {
        if self.parameters.is_unbound() {
            let found = collect(vm, self.items())?;
            self.parameters.set(vm.tuple(found));
        }
        Ok(self.parameters.get())
    }

    /// The arguments with the parameters of `alias` replaced.
    ///
    /// # Errors
    /// TypeError when the numbers don't agree; whatever the parameters raise.
    pub fn substituted(&self, vm: &Vm, alias: &Value, by: &Value) -> PyResult<Vec<Value>> {
        let parameters = self.parameters(vm)?;
        let parameters = parameters.get::<Tuple>().map_or(&[][..], |p| &p.items);
        substitute(vm, alias, self.items(), parameters, by)
    }
}

impl Trace for Arguments {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(tuple) = &self.tuple {
            visit(tuple);
        }
        self.parameters.trace(visit);
    }
    fn clear(&self) {
        drop(self.parameters.take());
    }
}

/// An attribute of anything but a class; `None` as well where there is none.
fn attribute(vm: &Vm, value: &Value, name: &Name) -> PyResult<Option<Value>> {
    if value.get::<Class>().is_some() {
        return Ok(None);
    }
    let found = lookup::get_optional(vm, value, name)?;
    Ok(found.filter(|found| !found.is_none()))
}

fn add(found: &mut Vec<Value>, parameter: &Value) {
    if !found.iter().any(|known| known.is(parameter)) {
        found.push(parameter.clone());
    }
}

/// The parameters that occur in `args`, each once, in order.
///
/// # Errors
/// Whatever looking at the arguments raises.
pub fn collect(vm: &Vm, args: &[Value]) -> PyResult<Vec<Value>> {
    let mut found = Vec::new();
    for arg in args {
        if attribute(vm, arg, &vm.names.__typing_subst__)?.is_some() {
            add(&mut found, arg);
        } else if let Some(nested) = attribute(vm, arg, &vm.names.__parameters__)?
            && let Some(nested) = nested.get::<Tuple>()
        {
            for parameter in &nested.items {
                add(&mut found, parameter);
            }
        }
    }
    Ok(found)
}

/// The subscript as a tuple of arguments, unpacked tuples of known length flattened.
fn unpack_subscript(vm: &Vm, item: &Value) -> PyResult<Vec<Value>> {
    let items = match item.get::<Tuple>() {
        Some(tuple) => tuple.items.to_vec(),
        None => vec![item.clone()],
    };
    let name = vm.intern("__typing_unpacked_tuple_args__");
    let mut result = Vec::with_capacity(items.len());
    for item in items {
        let inner = attribute(vm, &item, &name)?;
        match inner.as_ref().and_then(|inner| inner.get::<Tuple>()) {
            Some(inner) if !matches!(inner.items.last(), Some(Value::Ellipsis)) => {
                result.extend(inner.items.iter().cloned());
            }
            _ => result.push(item),
        }
    }
    Ok(result)
}

/// `owner[item]`: the arguments of `owner` with its parameters replaced.
///
/// # Errors
/// TypeError when the numbers don't agree; whatever the parameters raise.
fn substitute(
    vm: &Vm,
    owner: &Value,
    args: &[Value],
    parameters: &[Value],
    item: &Value,
) -> PyResult<Vec<Value>> {
    if parameters.is_empty() {
        let owner = ops::repr(vm, owner)?;
        return Err(vm.type_error(format!("{owner} is not a generic class")));
    }
    let mut items = unpack_subscript(vm, item)?;
    for parameter in parameters {
        let prepare = attribute(vm, parameter, &vm.names.__typing_prepare_subst__)?;
        if let Some(prepare) = prepare {
            let prepared = vm.call(&prepare, &[owner.clone(), vm.tuple(items)])?;
            items = match prepared.get::<Tuple>() {
                Some(tuple) => tuple.items.to_vec(),
                None => vec![prepared],
            };
        }
    }
    if items.len() != parameters.len() {
        let owner = ops::repr(vm, owner)?;
        let how = if items.len() > parameters.len() {
            "many"
        } else {
            "few"
        };
        return Err(vm.type_error(format!(
            "Too {how} arguments for {owner}; actual {}, expected {}",
            items.len(),
            parameters.len()
        )));
    }
    replace_all(vm, args, parameters, &items)
}

fn replace_all(
    vm: &Vm,
    args: &[Value],
    parameters: &[Value],
    items: &[Value],
) -> PyResult<Vec<Value>> {
    let _guard = vm.recurse("")?;
    let mut result = Vec::with_capacity(args.len());
    for arg in args {
        if arg.get::<Class>().is_some() {
            result.push(arg.clone());
        } else {
            replace_one(vm, arg, parameters, items, &mut result)?;
        }
    }
    Ok(result)
}

fn replace_one(
    vm: &Vm,
    arg: &Value,
    parameters: &[Value],
    items: &[Value],
    result: &mut Vec<Value>,
) -> PyResult<()> {
    let unpack = match attribute(vm, arg, &vm.names.__typing_is_unpacked_typevartuple__)? {
        Some(answer) => ops::truth(vm, &answer)?,
        None => false,
    };
    let new = match attribute(vm, arg, &vm.names.__typing_subst__)? {
        Some(subst) => match item_for(arg, parameters, items) {
            Some(item) => vm.call(&subst, std::slice::from_ref(item))?,
            None => arg.clone(),
        },
        None => replace_inside(vm, arg, parameters, items)?,
    };
    if !unpack {
        result.push(new);
        return Ok(());
    }
    match new.get::<Tuple>() {
        Some(tuple) => result.extend(tuple.items.iter().cloned()),
        None => {
            return Err(vm.type_error(format!(
                "expected __typing_subst__ of {} objects to return a tuple, not {}",
                vm.type_name(arg),
                vm.type_name(&new)
            )));
        }
    }
    Ok(())
}

fn item_for<'a>(parameter: &Value, parameters: &[Value], items: &'a [Value]) -> Option<&'a Value> {
    let at = parameters.iter().position(|p| p.is(parameter))?;
    items.get(at)
}

/// Replaces the parameters of something that has some, such as another alias.
fn replace_inside(vm: &Vm, arg: &Value, parameters: &[Value], items: &[Value]) -> PyResult {
    let inner = attribute(vm, arg, &vm.names.__parameters__)?;
    let Some(inner) = inner
        .as_ref()
        .and_then(|inner| inner.get::<Tuple>())
        .filter(|inner| !inner.items.is_empty())
    else {
        return Ok(arg.clone());
    };
    let mut subscript = Vec::with_capacity(inner.items.len());
    for parameter in &inner.items {
        match item_for(parameter, parameters, items) {
            Some(item) => match item.get::<Tuple>() {
                // What stands for a TypeVarTuple, which can be iterated over, is several arguments.
                Some(several) if vm.class_of(parameter).has_special(vm, Special::Iter) => {
                    subscript.extend(several.items.iter().cloned());
                }
                _ => subscript.push(item.clone()),
            },
            None => subscript.push(parameter.clone()),
        }
    }
    ops::get_item(vm, arg, &vm.tuple(subscript))
}
