//! `OrderedDict`, its views and its iterators. The order is that of the dict itself, which keeps it
//! anyway; what comes on top is moving keys to the ends, and a comparison that heeds the order. What keeps the order
//! when `dict`'s own methods change the dict is in `types::dict_order`.

use crate::exec::except;
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, class_method, getset, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::object::{build, descriptor::call_special};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::dict_iterators::Part;
use crate::types::dict_methods;
use crate::types::dict_order::Place;
use crate::types::dict_views::DictView;
use crate::types::iterators::{self, REDUCE_DOC, SELF_ITER};
use crate::types::sequence::ReprGuard;
use crate::types::slots;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::Cell;

static ORDERED_DICT: TypeTable = TypeTable {
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    name: "OrderedDict",
    dict_ends_first: true,
    module: "collections",
    doc: "A dict that can move keys to its ends, and whose equality heeds the order.",
    kind: Kind::Dict,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    methods: &[
        slots::init(|vm, args| {
            update(vm, args, |count| {
                format!("expected at most 1 arguments, got {count}")
            })
        }),
        slots::repr(repr),
        slots::eq(|vm, args| compare(vm, args, Compare::Eq)),
        slots::ne(|vm, args| compare(vm, args, Compare::Ne)),
        slots::iter(|vm, args| iterator(vm, &args[0], Part::Keys, false)),
        slots::or(|vm, args| union(vm, args, &args[0], &args[1])),
        slots::ror(|vm, args| union(vm, args, &args[1], &args[0])),
        slots::ior(ior),
        slots::setitem(setitem),
        slots::delitem(delitem),
        class_method(
            "fromkeys(type, /, iterable, value=None)",
            fromkeys,
            "Make a dict of these keys that all have the same value.",
        ),
        method("__sizeof__(self, /)", sizeof, "Size in memory, in bytes."),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        method(
            "setdefault(self, /, key, default=None)",
            setdefault,
            "The value of key, which becomes default when there is none.",
        ),
        method(
            "pop(self, /, key, default=<unrepresentable>)",
            pop,
            "Remove key and return its value, or default; KeyError without either.",
        ),
        method(
            "popitem(self, /, last=True)",
            popitem,
            "Remove and return the last (key, value) pair, or the first.",
        ),
        method(
            "keys(self, /)",
            |vm, args| view(vm, args, Part::Keys),
            "A set-like view of the keys.",
        ),
        method(
            "values(self, /)",
            |vm, args| view(vm, args, Part::Values),
            "A view of the values.",
        ),
        method(
            "items(self, /)",
            |vm, args| view(vm, args, Part::Items),
            "A set-like view of the (key, value) pairs.",
        ),
        method(
            "update(self, /, *args, **kwargs)",
            |vm, args| {
                update(vm, args, |count| {
                    format!("update() takes at most 1 positional argument ({count} given)")
                })
            },
            "Set the items of a mapping or of pairs, and the keywords.",
        )
        .untold(),
        method("clear(self, /)", clear, "Remove all items."),
        method("copy(self, /)", copy, "A shallow copy."),
        method(
            "__reversed__(self, /)",
            |vm, args| iterator(vm, &args[0], Part::Keys, true),
            "An iterator over the keys from the last to the first.",
        ),
        method(
            "move_to_end(self, /, key, last=True)",
            move_to_end,
            "Make an existing key the last one, or the first.",
        ),
    ],
    properties: &[getset("__dict__", build::get_dict, build::set_dict, "")],
    ..TypeTable::DEFAULT
};

/// The class.
pub(super) fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &ORDERED_DICT, &vm.types.dict)
}

fn is_exact(vm: &Vm, value: &Value) -> bool {
    *vm.class_of(value) == class(vm)
}

/// An OrderedDict to put items in.
struct Target<'a> {
    this: &'a Value,
    /// Its table, where no subclass has a say.
    dict: Option<&'a Dict>,
    /// The version of the class for which that is known.
    version: u32,
}

impl<'a> Target<'a> {
    fn new(vm: &Vm, this: &'a Value) -> Target<'a> {
        let own = |class: &Class| class.special(vm, Special::SetItem);
        let ordered = class(vm);
        let given = vm.class_of(this);
        let plain = *given == ordered
            || match (own(given), own(&ordered)) {
                (Some(a), Some(b)) => a.is(&b),
                _ => false,
            };
        Target {
            this,
            dict: this.get::<Dict>().filter(|_| plain),
            version: given.version(),
        }
    }

    fn put(&self, vm: &Vm, key: Value, value: Value) -> PyResult<()> {
        match self.dict {
            Some(dict) if vm.class_of(self.this).version() == self.version => {
                dict.insert_ordered(vm, &key, value)
            }
            _ => ops::set_item(vm, self.this, &key, value),
        }
    }
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    dict.insert_ordered(vm, &args[1], args[2].clone())?;
    Ok(Value::None)
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Dict>(args)?.remove_ordered(vm, &args[1], false)? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(&args[1])),
    }
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?.clear_ordered();
    Ok(Value::None)
}

fn put_pairs(vm: &Vm, this: &Target<'_>, pairs: &Value) -> PyResult<()> {
    ops::for_each(vm, pairs, |pair| {
        let iterator = ops::iter(vm, &pair)?;
        let mut parts = Vec::new();
        while parts.len() < 3
            && let Some(part) = ops::next(vm, &iterator)?
        {
            parts.push(part);
        }
        let plural = if parts.len() == 1 { "" } else { "s" };
        match <[Value; 2]>::try_from(parts) {
            Ok([key, value]) => this.put(vm, key, value)?,
            Err(parts) if parts.len() < 2 => {
                return Err(vm.value_error(format!(
                    "need more than {} value{plural} to unpack",
                    parts.len()
                )));
            }
            Err(_) => return Err(vm.value_error("too many values to unpack (expected 2)")),
        }
        Ok(true)
    })
}

fn update_from(vm: &Vm, this: &Target<'_>, other: &Value) -> PyResult<()> {
    if let Some(other) = other
        .get::<Dict>()
        .filter(|_| *vm.class_of(other) == vm.types.dict)
    {
        for (key, value) in other.items() {
            this.put(vm, key, value)?;
        }
        return Ok(());
    }
    if let Some(keys) = lookup::get_optional(vm, other, &vm.names.keys)? {
        let keys = vm.call(&keys, &[])?;
        return ops::for_each(vm, &keys, |key| {
            let value = ops::get_item(vm, other, &key)?;
            this.put(vm, key, value)?;
            Ok(true)
        });
    }
    if let Some(items) = lookup::get_optional(vm, other, &vm.names.items)? {
        return put_pairs(vm, this, &vm.call(&items, &[])?);
    }
    put_pairs(vm, this, other)
}

fn update(vm: &Vm, args: &[Value], too_many: fn(usize) -> String) -> PyResult {
    vm.this::<Dict>(args)?;
    let given: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    if given.len() > 1 {
        return Err(vm.type_error(too_many(given.len())));
    }
    if given.is_empty() && args[2].get::<Dict>().is_none_or(Dict::is_empty) {
        return Ok(Value::None);
    }
    let this = Target::new(vm, &args[0]);
    if let [other] = given {
        update_from(vm, &this, other)?;
    }
    if let Some(keywords) = args[2].get::<Dict>() {
        for (key, value) in keywords.items() {
            this.put(vm, key, value)?;
        }
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("..."));
    };
    let mut text = Text::new();
    text.push_str(&vm.class_of(&args[0]).name.borrow().to_string());
    text.push_str("(");
    if !dict.is_empty() {
        let shown = match is_exact(vm, &args[0]) && !dict.has_own_order() {
            true => plain_copy(vm, dict)?,
            false => {
                let copy = Dict::new();
                dict_methods::update_from_any_mapping(vm, &copy, &args[0])?;
                copy
            }
        };
        let shown = shown.alloc(vm).value();
        text.push_text(&ops::repr(vm, &shown)?.text);
    }
    text.push_str(")");
    Ok(vm.text(text))
}

fn compare(vm: &Vm, args: &[Value], op: Compare) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let Some(other) = args[1].get::<Dict>() else {
        return Ok(Value::NotImplemented);
    };
    let mut equal = match vm.types.dict.special(vm, Special::Eq) {
        Some(eq) => {
            let answer = call_special(vm, eq, &args[0], &args[1..])?;
            ops::truth(vm, &answer)?
        }
        None => false,
    };
    if equal && vm.class_of(&args[1]).is_subclass(&class(vm)) {
        equal = same_order(vm, dict, other)?;
    }
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

/// Whether the keys of both are the same ones in the same order.
fn same_order(vm: &Vm, a: &Dict, b: &Dict) -> PyResult<bool> {
    let states = (a.order_state(), b.order_state());
    let (keys, others) = (a.ordered_keys(), b.ordered_keys());
    for (key, other) in keys.iter().zip(&others) {
        let same = ops::eq(vm, key, other)?;
        if (a.order_state(), b.order_state()) != states {
            return Err(vm.runtime_error("OrderedDict mutated during iteration"));
        }
        if !same {
            return Ok(false);
        }
    }
    Ok(keys.len() == others.len())
}

fn union(vm: &Vm, args: &[Value], left: &Value, right: &Value) -> PyResult {
    if left.get::<Dict>().is_none() || right.get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let new = vm.call(&vm.class_of(&args[0]).value(), std::slice::from_ref(left))?;
    update_from(vm, &Target::new(vm, &new), right)?;
    Ok(new)
}

fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    update_from(vm, &Target::new(vm, &args[0]), &args[1])?;
    Ok(args[0].clone())
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?;
    let state = vm.call_method(&args[0], &vm.names.__getstate__, &[])?;
    let items = vm.call_method(&args[0], &vm.names.items, &[])?;
    let class = vm.class_of(&args[0]).value();
    let nothing = vm.tuple(Vec::new());
    Ok(vm.tuple(vec![
        class,
        nothing,
        state,
        Value::None,
        ops::iter(vm, &items)?,
    ]))
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let own = args[0].obj().map_or(0, heap::Obj::size);
    Ok(Value::Int((own + vm.this::<Dict>(args)?.size()) as i64))
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    if is_exact(vm, &args[0]) {
        return Ok(heap::alloc(&class(vm), plain_copy(vm, dict)?.in_order()).into());
    }
    let new = vm.call(&vm.class_of(&args[0]).value(), &[])?;
    for key in dict.ordered_keys() {
        let value = ops::get_item(vm, &args[0], &key)?;
        ops::set_item(vm, &new, &key, value)?;
    }
    Ok(new)
}

fn fromkeys(vm: &Vm, args: &[Value]) -> PyResult {
    let new = vm.call(&args[0], &[])?;
    let target = Target::new(vm, &new);
    ops::for_each(vm, &args[1], |key| {
        target.put(vm, key, args[2].clone())?;
        Ok(true)
    })?;
    Ok(new)
}

fn move_to_end(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let last = ops::truth(vm, &args[2])?;
    match dict.move_to_end(vm, &args[1], last)? {
        true => Ok(Value::None),
        false => Err(raw_key_error(vm, &args[1])),
    }
}

/// A KeyError made as an exception is of a value: None is no argument, and a tuple's items are the arguments.
fn raw_key_error(vm: &Vm, key: &Value) -> Raised {
    let class = vm.exceptions.KeyError.value();
    let value = Some(key).filter(|key| !key.is_none());
    match except::create(vm, &class, value) {
        Ok(error) => vm.set_pending(error),
        Err(raised) => raised,
    }
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let removed = vm.this::<Dict>(args)?.remove_ordered(vm, &args[1], true)?;
    match removed
        .map(|(_, value)| value)
        .or_else(|| args[2].clone().bound())
    {
        Some(value) => Ok(value),
        None => Err(raw_key_error(vm, &args[1])),
    }
}

fn popitem(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let last = ops::truth(vm, &args[1])?;
    match dict.pop_ordered(vm, last)? {
        Some((key, value)) => Ok(vm.tuple(vec![key, value])),
        None => Err(vm.key_error(&vm.str("dictionary is empty"))),
    }
}

fn setdefault(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    if is_exact(vm, &args[0]) {
        return dict.get_or_insert_ordered(vm, &args[1], &args[2]);
    }
    if ops::contains(vm, &args[0], &args[1])? {
        return ops::get_item(vm, &args[0], &args[1]);
    }
    ops::set_item(vm, &args[0], &args[1], args[2].clone())?;
    Ok(args[2].clone())
}

/// The value of a key as a lookup finds it: a key whose hash has changed is not found.
fn found(vm: &Vm, dict: &Dict, key: &Value, value: Value) -> PyResult {
    let plain = match key {
        Value::Obj(obj) => *obj.class() == vm.types.str,
        _ => true,
    };
    match plain {
        true => Ok(value),
        false => looked_up(vm, dict, key),
    }
}

fn looked_up(vm: &Vm, dict: &Dict, key: &Value) -> PyResult {
    dict.get(vm, key)?.ok_or(()).map_err(|()| vm.key_error(key))
}

/// A plain dict of the same items.
fn plain_copy(vm: &Vm, dict: &Dict) -> PyResult<Dict> {
    if !dict.has_own_order() {
        for (key, value) in dict.items() {
            found(vm, dict, &key, value)?;
        }
        return Ok(dict.copied());
    }
    let copy = Dict::new();
    for key in dict.ordered_keys() {
        let value = dict
            .get(vm, &key)?
            .ok_or(())
            .map_err(|()| vm.key_error(&key))?;
        drop(copy.insert(vm, key, value)?);
    }
    Ok(copy)
}

// ---------------------------------------------------------------------------------------------
// Views

const VIEW_ROWS: &[Row] = &[
    slots::iter(|vm, args| iterate_view(vm, args, false)),
    method(
        "__reversed__(self, /)",
        |vm, args| iterate_view(vm, args, true),
        "An iterator from the last to the first.",
    ),
];

const fn view_table(name: &'static str) -> TypeTable {
    TypeTable {
        name,
        kind: Kind::DictView,
        methods: VIEW_ROWS,
        ..TypeTable::DEFAULT
    }
}

static KEYS: TypeTable = view_table("odict_keys");
static VALUES: TypeTable = view_table("odict_values");
static ITEMS: TypeTable = view_table("odict_items");

fn view(vm: &Vm, args: &[Value], part: Part) -> PyResult {
    vm.this::<Dict>(args)?;
    let (table, base) = match part {
        Part::Keys => (&KEYS, &vm.types.dict_keys),
        Part::Values => (&VALUES, &vm.types.dict_values),
        Part::Items => (&ITEMS, &vm.types.dict_items),
    };
    let class = extension::class_of_base(vm, table, base);
    match args[0].as_ref::<Dict>() {
        Some(dict) => {
            let dict = dict.clone();
            Ok(heap::alloc(&class, DictView { dict, part }).into())
        }
        None => Ok(Value::None),
    }
}

fn iterate_view(vm: &Vm, args: &[Value], reverse: bool) -> PyResult {
    let view = vm.this::<DictView>(args)?;
    iterator(vm, &view.dict.value(), view.part, reverse)
}

// ---------------------------------------------------------------------------------------------
// Iterators

struct OrderedIterator {
    /// `Unbound` when exhausted.
    dict: ValueCell,
    place: Cell<Place>,
    state: u64,
    /// How many items there were at the start; impossible once there are others.
    len: Cell<usize>,
    part: Part,
}
native_payload!(OrderedIterator, dict);

static ITERATOR: TypeTable = TypeTable {
    name: "odict_iterator",
    kind: Kind::Native,
    methods: &[
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", iterator_reduce, REDUCE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn iterator(vm: &Vm, value: &Value, part: Part, reverse: bool) -> PyResult {
    let dict = vm.this::<Dict>(std::slice::from_ref(value))?;
    // From now on it keeps an order.
    dict.has_own_order();
    let payload = OrderedIterator {
        dict: ValueCell::new(value.clone()),
        place: Cell::new(Place::start(reverse)),
        state: dict.order_state(),
        len: Cell::new(dict.len()),
        part,
    };
    Ok(alloc(&extension::class(vm, &ITERATOR), payload))
}

impl OrderedIterator {
    fn advance(&self, vm: &Vm, held: &Value, place: &mut Place) -> PyResult<Option<Value>> {
        let Some(dict) = held.get::<Dict>() else {
            return Ok(None);
        };
        let Some((key, value)) = dict.next_ordered(vm, place)? else {
            return Ok(None);
        };
        if self.part == Part::Keys {
            return Ok(Some(key));
        }
        let value = match value {
            Some(value) => found(vm, dict, &key, value)?,
            None => looked_up(vm, dict, &key)?,
        };
        Ok(Some(match self.part {
            Part::Items => vm.tuple(vec![key, value]),
            _ => value,
        }))
    }

    /// Raises where the dict has changed. A change of the order ends the iteration.
    #[inline(always)]
    fn check(&self, vm: &Vm, held: &Value) -> PyResult<()> {
        match held.get::<Dict>() {
            // As long as the order is the dict's, they have the same versions.
            Some(dict) if dict.version() == self.state => Ok(()),
            _ => self.check_list(vm, held),
        }
    }

    #[cold]
    #[inline(never)]
    fn check_list(&self, vm: &Vm, held: &Value) -> PyResult<()> {
        match held.get::<Dict>() {
            Some(dict) if dict.order_state() != self.state => {
                drop(self.dict.take());
                Err(vm.runtime_error("OrderedDict mutated during iteration"))
            }
            Some(dict) if dict.len() != self.len.get() => {
                self.len.set(usize::MAX);
                Err(vm.runtime_error("OrderedDict changed size during iteration"))
            }
            _ => Ok(()),
        }
    }
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<OrderedIterator>(vm, std::slice::from_ref(value))?;
    let held = this.dict.get();
    this.check(vm, &held)?;
    let mut place = this.place.get();
    let item = this.advance(vm, &held, &mut place);
    this.place.set(place);
    if !matches!(item, Ok(Some(_))) {
        drop(this.dict.take());
    }
    item
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<OrderedIterator>(vm, args)?;
    let copy = OrderedIterator {
        dict: ValueCell::new(this.dict.get()),
        place: this.place.clone(),
        state: this.state,
        len: this.len.clone(),
        part: this.part,
    };
    let copy = alloc(&extension::class(vm, &ITERATOR), copy);
    let mut left = Vec::new();
    while let Some(item) = next(vm, &copy)? {
        left.push(item);
    }
    iterators::reduced(vm, "iter", vm.list(left), None)
}
