//! `dict_keys`, `dict_values` and `dict_items`. Their set operations are in `dict_view_sets`.

use super::dict::Dict;
use super::dict_iterators::{self, Part};
use super::dict_view_sets as sets;
use super::sequence::ReprGuard;
use super::slots;
use super::tuple::Tuple;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops;
use crate::object::table::{Property, Row, TypeTable, getter, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::vm::Vm;

/// The payload of views.
pub struct DictView {
    /// The dict looked at.
    pub dict: Ref<Dict>,
    /// What of it is seen.
    pub part: Part,
}

impl Trace for DictView {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.dict.as_obj());
    }
}

/// A view on a dict.
pub fn new(vm: &Vm, dict: Ref<Dict>, part: Part) -> Value {
    let class = match part {
        Part::Keys => &vm.types.dict_keys,
        Part::Values => &vm.types.dict_values,
        Part::Items => &vm.types.dict_items,
    };
    heap::alloc(class, DictView { dict, part }).into()
}

impl DictView {
    /// What the view shows, as a vector.
    pub fn to_vec(&self, vm: &Vm) -> Vec<Value> {
        match self.part {
            Part::Keys => self.dict.keys(),
            Part::Values => self.dict.values(),
            Part::Items => {
                let items = self.dict.items().into_iter();
                items.map(|(key, value)| vm.pair(key, value)).collect()
            }
        }
    }

    /// Whether the view (of keys or items) shows `value`.
    ///
    /// # Errors
    /// Whatever `__hash__` or `__eq__` raises.
    pub fn contains(&self, vm: &Vm, value: &Value) -> PyResult<bool> {
        if self.part == Part::Keys {
            return Ok(self.dict.get(vm, value)?.is_some());
        }
        let Some([key, wanted]) = value.get::<Tuple>().map(|pair| &*pair.items) else {
            return Ok(false);
        };
        match self.dict.get(vm, key)? {
            Some(found) => ops::eq(vm, &found, wanted),
            None => Ok(false),
        }
    }
}

const MAPPING: Property = getter("mapping", mapping, "dictionary that this view refers to");

/// The rows of the views that are sets.
macro_rules! set_view {
    ($reversed:literal) => {
        &[
            slots::repr(repr),
            slots::lt(sets::lt),
            slots::le(sets::le),
            slots::eq(sets::eq),
            slots::ne(sets::ne),
            slots::gt(sets::gt),
            slots::ge(sets::ge),
            slots::iter(iter),
            slots::sub(sets::sub),
            slots::rsub(sets::rsub),
            slots::and(sets::and),
            slots::rand(sets::rand),
            slots::xor(sets::xor),
            slots::rxor(sets::rxor),
            slots::or(sets::or),
            slots::ror(sets::ror),
            slots::len(len),
            slots::contains(contains),
            method(
                "isdisjoint(self, object, /)",
                sets::isdisjoint,
                "Return True if the view and the given iterable have a null intersection.",
            ),
            method("__reversed__(self, /)", reversed, $reversed),
        ]
    };
}

const KEYS_METHODS: &[Row] = set_view!("Return a reverse iterator over the dict keys.");
const ITEMS_METHODS: &[Row] = set_view!("Return a reverse iterator over the dict items.");

/// The table of `dict_keys`.
pub const DICT_KEYS: TypeTable = TypeTable {
    name: "dict_keys",
    kind: Kind::DictView,
    methods: KEYS_METHODS,
    properties: &[MAPPING],
    ..TypeTable::DEFAULT
};

/// The table of `dict_items`.
pub const DICT_ITEMS: TypeTable = TypeTable {
    name: "dict_items",
    kind: Kind::DictView,
    methods: ITEMS_METHODS,
    properties: &[MAPPING],
    ..TypeTable::DEFAULT
};

/// The table of `dict_values`.
pub const DICT_VALUES: TypeTable = TypeTable {
    name: "dict_values",
    kind: Kind::DictView,
    methods: &[
        slots::repr(repr),
        slots::iter(iter),
        slots::len(len),
        method(
            "__reversed__(self, /)",
            reversed,
            "Return a reverse iterator over the dict values.",
        ),
    ],
    properties: &[MAPPING],
    ..TypeTable::DEFAULT
};

fn mapping(vm: &Vm, this: &Value) -> PyResult {
    let view = vm.this::<DictView>(std::slice::from_ref(this))?;
    Ok(super::mapping_proxy::new(vm, view.dict.value()))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<DictView>(args)?;
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("..."));
    };
    let mut text = Text::new();
    text.push_str(&vm.type_name(&args[0]));
    text.push_str("(");
    let shown = vm.list(ops::collect(vm, &args[0])?);
    text.push_text(&ops::repr(vm, &shown)?.text);
    text.push_str(")");
    Ok(vm.text(text))
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    let view = vm.this::<DictView>(args)?;
    Ok(dict_iterators::new(vm, view.dict.clone(), view.part, false))
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    let view = vm.this::<DictView>(args)?;
    Ok(dict_iterators::new(vm, view.dict.clone(), view.part, true))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<DictView>(args)?.dict.len() as i64))
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<DictView>(args)?
        .contains(vm, &args[1])
        .map(Value::bool)
}
