//! `__build_class__`: what the class statement calls. Reference: 3.3.3, Customizing class creation.

use crate::object::build;
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// `__build_class__`. Reference: 3.3.3, Customizing class creation.
///
/// # Errors
/// TypeError for arguments that make no class; whatever the body and the metaclass raise.
pub fn build_class(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(body) = args[0].as_ref::<Function>() else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    let Some(name) = args[1].as_ref::<Str>() else {
        return Err(vm.type_error("__build_class__: name is not a string"));
    };
    let original = args[2]
        .get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec());
    let mut keywords = crate::types::type_::keyword_args(vm, &args[3]);
    let bases = resolve_bases(vm, &original)?;
    let changed =
        bases.len() != original.len() || bases.iter().zip(&original).any(|(a, b)| !a.is(b));
    let explicit = keywords
        .iter()
        .position(|(name, _)| name.text == vm.names.metaclass.text);
    let meta = match explicit {
        Some(at) => keywords.remove(at).1,
        None => bases
            .first()
            .map_or_else(|| vm.types.type_.value(), |base| vm.class_of(base).value()),
    };
    // "if an explicit metaclass is given and it is not an instance of type(), it is used directly".
    let meta = match meta.as_ref::<Class>() {
        Some(meta) => build::metaclass(vm, meta, &bases)?.value(),
        None => meta,
    };
    let bases_value = vm.tuple(bases);
    let names: Vec<Name> = keywords.iter().map(|(name, _)| name.clone()).collect();
    let with = |first: [Value; 2]| {
        let mut all = first.to_vec();
        all.extend(keywords.iter().map(|(_, value)| value.clone()));
        all
    };
    let namespace = match lookup::get_optional(vm, &meta, &vm.names.__prepare__)? {
        Some(prepare) => {
            vm.call_with(&prepare, &with([name.value(), bases_value.clone()]), &names)?
        }
        None => vm.dict().into(),
    };
    // As CPython has it, what can be subscripted passes for a mapping.
    if namespace.get::<Dict>().is_none() && !crate::object::ops::is_mapping(vm, &namespace) {
        let shown = match meta.get::<Class>() {
            Some(meta) => meta.name_text(),
            None => "<metaclass>".to_owned(),
        };
        return Err(vm.type_error(format!(
            "{shown}.__prepare__() must return a mapping, not {}",
            vm.type_name(&namespace)
        )));
    }
    let cell = crate::exec::define::run_class_body(vm, body, namespace.clone())?;
    if changed {
        let key = vm.names.__orig_bases__.value();
        ops::set_item(vm, &namespace, &key, vm.tuple(original))?;
    }
    let mut all = vec![name.value(), bases_value, namespace];
    all.extend(keywords.iter().map(|(_, value)| value.clone()));
    let class = vm.call_with(&meta, &all, &names)?;
    check_cell(vm, name, &class, &cell)?;
    Ok(class)
}

/// `__mro_entries__` of bases that are no classes.
fn resolve_bases(vm: &Vm, original: &[Value]) -> PyResult<Vec<Value>> {
    let mut bases = Vec::with_capacity(original.len());
    for base in original {
        let entries = match base.get::<Class>() {
            Some(_) => None,
            None => lookup::get_optional(vm, base, &vm.names.__mro_entries__)?,
        };
        let Some(entries) = entries else {
            bases.push(base.clone());
            continue;
        };
        let replaced = vm.call(&entries, &[vm.tuple(original.to_vec())])?;
        let Some(replaced) = replaced.get::<Tuple>() else {
            return Err(vm.type_error("__mro_entries__ must return a tuple"));
        };
        bases.extend(replaced.items.iter().cloned());
    }
    Ok(bases)
}

fn check_cell(vm: &Vm, name: &Ref<Str>, class: &Value, cell: &Value) -> PyResult<()> {
    let Some(cell) = cell.get::<crate::types::cell::CellObject>() else {
        return Ok(());
    };
    if class.get::<Class>().is_none() {
        return Ok(());
    }
    let held = cell.value.get();
    if held.is_unbound() {
        let (name, shown) = (ops::repr(vm, &name.value())?, ops::repr(vm, class)?);
        return Err(vm.runtime_error(format!(
            "__class__ not set defining {name} as {shown}. Was __classcell__ propagated to type.__new__?"
        )));
    }
    if !held.is(class) {
        let (name, shown, held) = (
            ops::repr(vm, &name.value())?,
            ops::repr(vm, class)?,
            ops::repr(vm, &held)?,
        );
        return Err(vm.type_error(format!(
            "__class__ set to {held} defining {name} as {shown}"
        )));
    }
    Ok(())
}
