//! `OrderedDict`, its views and its iterators. The order is that of the dict itself, which keeps it
//! anyway; what comes on top is moving keys to the ends, and a comparison that heeds the order.

use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, class_method, getset, method};
use crate::object::value::{PyResult, Value};
use crate::object::{build, descriptor::call_special};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::dict_iterators::Part;
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
        class_method(
            "fromkeys(type, iterable, value=None)",
            fromkeys,
            "Make a dict of these keys that all have the same value.",
        ),
        method("__sizeof__(self, /)", sizeof, "Size in memory, in bytes."),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        method(
            "setdefault(self, key, default=None)",
            setdefault,
            "The value of key, which becomes default when there is none.",
        ),
        method(
            "pop(self, key, default=<unrepresentable>)",
            pop,
            "Remove key and return its value, or default; KeyError without either.",
        ),
        method(
            "popitem(self, last=True)",
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
        ),
        method("copy(self, /)", copy, "A shallow copy."),
        method(
            "__reversed__(self, /)",
            |vm, args| iterator(vm, &args[0], Part::Keys, true),
            "An iterator over the keys from the last to the first.",
        ),
        method(
            "move_to_end(self, key, last=True)",
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

/// `this[key] = value`, directly where no subclass has a say.
fn put(vm: &Vm, this: &Value, key: Value, value: Value) -> PyResult<()> {
    let own = |class: &Class| class.special(vm, Special::SetItem);
    match (
        own(vm.class_of(this)),
        own(&vm.types.dict),
        this.get::<Dict>(),
    ) {
        (Some(a), Some(b), Some(dict)) if a.is(&b) => {
            drop(dict.insert(vm, key, value)?);
            Ok(())
        }
        _ => ops::set_item(vm, this, &key, value),
    }
}

fn put_pairs(vm: &Vm, this: &Value, pairs: &Value) -> PyResult<()> {
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
            Ok([key, value]) => put(vm, this, key, value)?,
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

fn update_from(vm: &Vm, this: &Value, other: &Value) -> PyResult<()> {
    if let Some(other) = other
        .get::<Dict>()
        .filter(|_| *vm.class_of(other) == vm.types.dict)
    {
        for (key, value) in other.items() {
            put(vm, this, key, value)?;
        }
        return Ok(());
    }
    if let Some(keys) = lookup::get_optional(vm, other, &vm.names.keys)? {
        let keys = vm.call(&keys, &[])?;
        return ops::for_each(vm, &keys, |key| {
            let value = ops::get_item(vm, other, &key)?;
            put(vm, this, key, value)?;
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
    if let [other] = given {
        update_from(vm, &args[0], other)?;
    }
    if let Some(keywords) = args[2].get::<Dict>() {
        for (key, value) in keywords.items() {
            put(vm, &args[0], key, value)?;
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
        let shown = if is_exact(vm, &args[0]) {
            plain_copy(vm, dict)?.alloc(vm).value()
        } else {
            let items = vm.call_method(&args[0], &vm.names.items, &[])?;
            vm.call(&vm.types.dict.value(), &[items])?
        };
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
        let versions = (dict.version(), other.version());
        for (a, b) in dict.keys().iter().zip(other.keys()) {
            equal = equal && ops::eq(vm, a, &b)?;
            if (dict.version(), other.version()) != versions {
                return Err(vm.runtime_error("OrderedDict mutated during iteration"));
            }
        }
    }
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

fn union(vm: &Vm, args: &[Value], left: &Value, right: &Value) -> PyResult {
    if left.get::<Dict>().is_none() || right.get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let new = vm.call(&vm.class_of(&args[0]).value(), std::slice::from_ref(left))?;
    update_from(vm, &new, right)?;
    Ok(new)
}

fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    update_from(vm, &args[0], &args[1])?;
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
        return Ok(heap::alloc(&class(vm), plain_copy(vm, dict)?).into());
    }
    let new = vm.call(&vm.class_of(&args[0]).value(), &[])?;
    for key in dict.keys() {
        let value = ops::get_item(vm, &args[0], &key)?;
        ops::set_item(vm, &new, &key, value)?;
    }
    Ok(new)
}

fn fromkeys(vm: &Vm, args: &[Value]) -> PyResult {
    let new = vm.call(&args[0], &[])?;
    ops::for_each(vm, &args[1], |key| {
        put(vm, &new, key, args[2].clone())?;
        Ok(true)
    })?;
    Ok(new)
}

fn move_to_end(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let last = ops::truth(vm, &args[2])?;
    match dict.move_to_end(vm, &args[1], last)? {
        true => Ok(Value::None),
        false => Err(vm.key_error(&args[1])),
    }
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let removed = vm.this::<Dict>(args)?.remove(vm, &args[1])?;
    match removed
        .map(|(_, value)| value)
        .or_else(|| args[2].clone().bound())
    {
        Some(value) => Ok(value),
        None => Err(vm.key_error(&args[1])),
    }
}

fn popitem(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    let item = match ops::truth(vm, &args[1])? {
        true => dict.pop_last(),
        false => dict.pop_first(),
    };
    match item {
        Some((key, value)) => Ok(vm.tuple(vec![key, value])),
        None => Err(vm.key_error(&vm.str("dictionary is empty"))),
    }
}

fn setdefault(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    if is_exact(vm, &args[0]) {
        let hash = ops::hash(vm, &args[1])?;
        return dict.get_or_insert_hashed(vm, &args[1], hash, &args[2]);
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
        false => dict.get(vm, key)?.ok_or(()).map_err(|()| vm.key_error(key)),
    }
}

/// A plain dict of the same items.
fn plain_copy(vm: &Vm, dict: &Dict) -> PyResult<Dict> {
    for (key, value) in dict.items() {
        found(vm, dict, &key, value)?;
    }
    Ok(dict.copied())
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
    at: Cell<usize>,
    version: u64,
    part: Part,
    reverse: bool,
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
    let payload = OrderedIterator {
        dict: ValueCell::new(value.clone()),
        at: Cell::new(if reverse { usize::MAX } else { 0 }),
        version: vm.this::<Dict>(std::slice::from_ref(value))?.version(),
        part,
        reverse,
    };
    Ok(alloc(&extension::class(vm, &ITERATOR), payload))
}

impl OrderedIterator {
    fn advance(&self, vm: &Vm, at: &mut usize) -> PyResult<Option<Value>> {
        let held = self.dict.get();
        let Some(dict) = held.get::<Dict>() else {
            return Ok(None);
        };
        if dict.version() != self.version {
            return Err(vm.runtime_error("OrderedDict mutated during iteration"));
        }
        let entry = match self.reverse {
            true => dict.previous_entry(at),
            false => dict.next_entry(at),
        };
        let Some((key, value, _)) = entry else {
            return Ok(None);
        };
        Ok(Some(match self.part {
            Part::Keys => key,
            Part::Values => found(vm, dict, &key, value)?,
            Part::Items => {
                let value = found(vm, dict, &key, value)?;
                vm.tuple(vec![key, value])
            }
        }))
    }
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<OrderedIterator>(vm, std::slice::from_ref(value))?;
    let mut at = this.at.get();
    let item = this.advance(vm, &mut at)?;
    this.at.set(at);
    if item.is_none() {
        drop(this.dict.take());
    }
    Ok(item)
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<OrderedIterator>(vm, args)?;
    let mut at = this.at.get();
    let mut left = Vec::new();
    while let Some(item) = this.advance(vm, &mut at)? {
        left.push(item);
    }
    iterators::reduced(vm, "iter", vm.list(left), None)
}
