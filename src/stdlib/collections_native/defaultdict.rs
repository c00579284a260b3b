//! `defaultdict`: a dict with a slot of its own for the function that makes missing values.

use crate::object::class::Class;
use crate::object::descriptor::call_special;
use crate::object::heap::{self, Kind, Ref, ValueCell};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, Property, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::types::args::call_arguments;
use crate::types::dict::Dict;
use crate::types::sequence::{self, ReprGuard};
use crate::types::tuple::Tuple;
use crate::types::{class_getitem, dict_methods, is_callable, slots};
use crate::vm::Vm;

static DEFAULTDICT: TypeTable = TypeTable {
    name: "defaultdict",
    own: &["__getattribute__"],
    module: "collections",
    names_module: true,
    doc: "A dict whose missing values default_factory makes when they are asked for.",
    kind: Kind::Dict,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        slots::init(init),
        slots::repr(repr),
        slots::or(or),
        slots::ror(ror),
        method(
            "__missing__(self, object, /)",
            missing,
            "Make, keep and return the value of a missing key.",
        ),
        method("copy(self, /)", copy, "A shallow copy."),
        method("__copy__(self, /)", copy, "A shallow copy."),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling.",
        ),
        table::class_getitem(class_getitem),
    ],
    properties: &[Property {
        member: true,
        ..table::getset(
            "default_factory",
            get_factory,
            set_factory,
            "What makes missing values.",
        )
    }],
    ..TypeTable::DEFAULT
};

/// The class: its instances have one slot, for the factory.
pub(super) fn class(vm: &Vm) -> Ref<Class> {
    let class = extension::class_of_base(vm, &DEFAULTDICT, &vm.types.dict);
    let mut trailer = class.trailer();
    if trailer.slots == 0 {
        trailer.slots = 1;
        class.set_trailer(trailer);
    }
    class
}

fn cell(value: &Value) -> Option<&ValueCell> {
    value.obj().and_then(|obj| obj.values().first())
}

fn factory(value: &Value) -> Value {
    let factory = cell(value).and_then(|cell| cell.get().bound());
    factory.unwrap_or(Value::None)
}

fn get_factory(_vm: &Vm, this: &Value) -> PyResult {
    Ok(factory(this))
}

fn set_factory(_vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    if let Some(cell) = cell(this) {
        cell.set(value);
    }
    Ok(())
}

/// A call of the class itself with arguments by position.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let (made_by, rest) = factory_first(vm, args)?;
    let made: Value = heap::alloc(&class(vm), Dict::new()).into();
    set_factory(vm, &made, made_by)?;
    if let [items] = sequence::check_count(vm, "dict", rest, (0, 1))?
        && let Some(dict) = made.get::<Dict>()
    {
        dict_methods::update_from(vm, dict, items)?;
    }
    Ok(made)
}

/// The factory among the arguments, and those for the dict.
fn factory_first<'a>(vm: &Vm, given: &'a [Value]) -> PyResult<(Value, &'a [Value])> {
    let (made_by, rest) = match given {
        [first, rest @ ..] => (first.clone(), rest),
        [] => (Value::None, given),
    };
    if !made_by.is_none() && !is_callable(vm, &made_by) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    Ok((made_by, rest))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let given: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    let (made_by, rest) = factory_first(vm, given)?;
    set_factory(vm, &args[0], made_by)?;
    let named = args[2].get::<Dict>().is_some_and(|names| !names.is_empty());
    if rest.is_empty() && !named {
        return Ok(Value::None);
    }
    if let Some(init) = vm.types.dict.special(vm, Special::Init) {
        let (mut all, names) = call_arguments(vm, &vm.tuple(rest.to_vec()), &args[2]);
        all.insert(0, args[0].clone());
        vm.call_with(&init, &all, &names)?;
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let mut text = Text::new();
    text.push_str(&vm.class_of(&args[0]).name.borrow().to_string());
    text.push_str("(");
    let made_by = factory(&args[0]);
    match ReprGuard::enter(vm, &made_by) {
        Some(_guard) => text.push_text(&ops::repr(vm, &made_by)?.text),
        None => text.push_str("..."),
    }
    text.push_str(", ");
    if let Some(repr) = vm.types.dict.special(vm, Special::Repr) {
        let items = call_special(vm, repr, &args[0], &[])?;
        text.push_text(&ops::str(vm, &items)?.text);
    }
    text.push_str(")");
    Ok(vm.text(text))
}

fn missing(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?;
    let made_by = factory(&args[0]);
    if made_by.is_none() {
        return Err(vm.key_error(&args[1]));
    }
    let value = vm.call(&made_by, &[])?;
    // A subclass may have a __setitem__ of its own.
    ops::set_item(vm, &args[0], &args[1], value.clone())?;
    Ok(value)
}

/// A new object of the class of `this`, with its factory and the items of `items`.
fn with_items(vm: &Vm, this: &Value, items: &Value) -> PyResult {
    vm.call(&vm.class_of(this).value(), &[factory(this), items.clone()])
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?;
    with_items(vm, &args[0], &args[0])
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[0], &args[0], &args[1])
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[0], &args[1], &args[0])
}

fn union(vm: &Vm, this: &Value, left: &Value, right: &Value) -> PyResult {
    if left.get::<Dict>().is_none() || right.get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let new = with_items(vm, this, left)?;
    if let Some(dict) = new.get::<Dict>() {
        dict_methods::update_from_any_mapping(vm, dict, right)?;
    }
    Ok(new)
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let made_by = match factory(&args[0]) {
        Value::None => vm.tuple(Vec::new()),
        made_by => vm.tuple(vec![made_by]),
    };
    let items = crate::object::lookup::get(vm, &args[0], &vm.names.items)?;
    let items = ops::iter(vm, &vm.call(&items, &[])?)?;
    let class = vm.class_of(&args[0]).value();
    Ok(vm.tuple(vec![class, made_by, Value::None, Value::None, items]))
}
