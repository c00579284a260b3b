//! What `Counter` and `namedtuple` are made of: `_count_elements` and `_tuplegetter`.

use crate::object::descriptor::Binding;
use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::types::descriptor_methods::with_binding;
use crate::types::dict::Dict;
use crate::types::iterators::REDUCE_DOC;
use crate::types::native::NativePayload;
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg, slots};
use crate::vm::Vm;

/// `_count_elements(mapping, iterable)`
///
/// # Errors
/// What the iteration, hashing or the mapping's methods raise.
pub(super) fn count_elements(vm: &Vm, args: &[Value]) -> PyResult {
    let [mapping, iterable] = args else {
        return Ok(Value::None);
    };
    let one = Value::Int(1);
    if let Some(dict) = plain_dict(vm, mapping) {
        ops::for_each(vm, iterable, |item| {
            let hash = ops::hash(vm, &item)?;
            let count = match dict.get_hashed(vm, &item, hash)? {
                Some(count) => ops::binary(vm, &ops::ADD, &count, &one)?,
                None => one.clone(),
            };
            drop(dict.insert_hashed(vm, item, hash, count)?);
            Ok(true)
        })?;
        return Ok(Value::None);
    }
    let get = lookup::get(vm, mapping, &vm.names.get)?;
    ops::for_each(vm, iterable, |item| {
        let count = vm.call(&get, &[item.clone(), Value::Int(0)])?;
        let count = ops::binary(vm, &ops::ADD, &count, &one)?;
        ops::set_item(vm, mapping, &item, count)?;
        Ok(true)
    })?;
    Ok(Value::None)
}

/// The dict of a mapping that has no `get` and no `__setitem__` of its own.
fn plain_dict<'a>(vm: &Vm, mapping: &'a Value) -> Option<&'a Dict> {
    let dict = mapping.get::<Dict>()?;
    let class = vm.class_of(mapping);
    let same =
        |a: Option<Value>, b: Option<Value>| matches!((a, b), (Some(a), Some(b)) if a.is(&b));
    let set = Special::SetItem;
    let get = &vm.names.get;
    let plain = same(class.special(vm, set), vm.types.dict.special(vm, set))
        && same(
            lookup::class_find(vm, class, get),
            lookup::class_find(vm, &vm.types.dict, get),
        );
    plain.then_some(dict)
}

/// An attribute that is an item of a tuple.
struct TupleGetter {
    index: usize,
    doc: ValueCell,
}

impl NativePayload for TupleGetter {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.doc.trace(visit);
    }
    fn clear(&self) {
        drop(self.doc.take());
    }
    fn read(&self, vm: &Vm, instance: &Value) -> Option<PyResult> {
        Some(self.get(vm, instance))
    }
}

impl TupleGetter {
    fn get(&self, vm: &Vm, instance: &Value) -> PyResult {
        let Some(tuple) = instance.get::<Tuple>() else {
            return Err(vm.type_error(format!(
                "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
                self.index,
                vm.type_name(instance)
            )));
        };
        match tuple.items.get(self.index) {
            Some(item) => Ok(item.clone()),
            None => Err(vm.index_error("tuple index out of range")),
        }
    }
}

pub(super) static TUPLEGETTER: TypeTable = TypeTable {
    names_module: true,
    name: "_tuplegetter",
    told: Some(""),
    module: "collections",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, index, doc, /)", |vm, args| {
            let index = args::size(vm, &args[1])?;
            let getter = TupleGetter {
                index: usize::try_from(index).unwrap_or(usize::MAX),
                doc: ValueCell::new(args[2].clone()),
            };
            Ok(alloc(&class_arg(vm, &args[0], "_tuplegetter")?, getter))
        }),
        slots::repr(|vm, args| {
            let getter = this::<TupleGetter>(vm, args)?;
            let doc = ops::repr(vm, &getter.doc.get())?;
            Ok(vm.str(&format!("_tuplegetter({}, {doc})", getter.index)))
        }),
        slots::get(|vm, args| {
            with_binding(vm, args, |binding| match binding {
                Binding::Class(_) => Ok(args[0].clone()),
                Binding::Instance(instance, _) => this::<TupleGetter>(vm, args)?.get(vm, instance),
            })
        }),
        slots::set(|vm, _| Err(vm.unnamed_attribute_error("can't set attribute"))),
        slots::delete(|vm, _| Err(vm.unnamed_attribute_error("can't delete attribute"))),
        method(
            "__reduce__(self, /)",
            |vm, args| {
                let getter = this::<TupleGetter>(vm, args)?;
                let arguments = vec![Value::Int(getter.index as i64), getter.doc.get()];
                Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), vm.tuple(arguments)]))
            },
            REDUCE_DOC,
        ),
    ],
    properties: &[getset(
        "__doc__",
        |vm, value| {
            Ok(this::<TupleGetter>(vm, std::slice::from_ref(value))?
                .doc
                .get())
        },
        |vm, value, doc| {
            let getter = this::<TupleGetter>(vm, std::slice::from_ref(value))?;
            getter.doc.set(doc.bound().unwrap_or(Value::None));
            Ok(())
        },
        "",
    )],
    ..TypeTable::DEFAULT
};
