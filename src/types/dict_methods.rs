//! The Python-visible methods of `dict`; the table itself is in `dict`, views in `dict_views`.

use super::dict::Dict;
use super::dict_iterators::{self, Part};
use super::dict_views;
use super::quick;
use super::sequence::{self, ReprGuard};
use super::set::Set;
use super::slots;
use super::tuple::Tuple;
use crate::object::descriptor::call_bound;
use crate::object::heap::{self, Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, method, plain};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::vm::Vm;

/// The type's table.
pub const DICT: TypeTable = TypeTable {
    constants: &[table::UNHASHABLE],
    name: "dict",
    own: &["__getattribute__"],
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    kind: Kind::Dict,
    construct: Some(construct),
    subclassable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", dict_new),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(repr),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::or(or),
        slots::ror(ror),
        slots::ior(ior),
        slots::len(len),
        plain("__getitem__(self, key, /)", getitem, "Return self[key]."),
        slots::setitem(setitem),
        slots::delitem(delitem),
        plain(
            "__contains__(self, key, /)",
            contains,
            "True if the dictionary has the specified key, else False.",
        ),
        method(
            "__sizeof__(self, /)",
            sizeof,
            "Return the size of the dict in memory, in bytes.",
        ),
        method(
            "get(self, key, default=None, /)",
            get,
            "Return the value for key if key is in the dictionary, else default.",
        )
        .glanced(glance_get),
        method(
            "setdefault(self, key, default=None, /)",
            setdefault,
            "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.",
        ),
        method(
            "pop(self, key, default=<unrepresentable>, /)",
            pop,
            "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.",
        ),
        method(
            "popitem(self, /)",
            popitem,
            "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.",
        ),
        method(
            "keys(self, /)",
            keys,
            "Return a set-like object providing a view on the dict's keys.",
        ),
        method(
            "items(self, /)",
            items,
            "Return a set-like object providing a view on the dict's items.",
        ),
        method(
            "values(self, /)",
            values,
            "Return an object providing a view on the dict's values.",
        ),
        method(
            "update(self, /, *args, **kwargs)",
            update,
            "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]",
        ).untold(),
        class_method(
            "fromkeys(type, iterable, value=None, /)",
            fromkeys,
            "Create a new dictionary with keys from iterable and values set to value.",
        ),
        method("clear(self, /)", clear, "Remove all items from the dict."),
        method("copy(self, /)", copy, "Return a shallow copy of the dict."),
        method(
            "__reversed__(self, /)",
            reversed,
            "Return a reverse iterator over the dict keys.",
        ),
        table::class_getitem(super::class_getitem),
    ],
    ..TypeTable::DEFAULT
};

fn this_ref(vm: &Vm, args: &[Value]) -> PyResult<Ref<Dict>> {
    vm.this::<Dict>(args)?;
    match args[0].as_ref::<Dict>() {
        Some(dict) => Ok(dict.clone()),
        None => Err(super::internal_error(vm, "a dict is no dict")),
    }
}

// ---------------------------------------------------------------------------------------------
// Construction and updates

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.dict();
    if let [other] = sequence::check_count(vm, "dict", args, (0, 1))? {
        update_from(vm, &dict, other)?;
    }
    Ok(dict.into())
}

fn dict_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "dict")?;
    Ok(heap::alloc(&class, Dict::new()).into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    update_from_call(vm, "dict", args)
}

fn update(vm: &Vm, args: &[Value]) -> PyResult {
    update_from_call(vm, "update", args)
}

fn update_from_call(vm: &Vm, name: &str, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    if let [other] = sequence::positional(vm, name, &args[1], &Value::None, (0, 1))? {
        update_from(vm, dict, other)?;
    }
    if let Some(keywords) = args[2].get::<Dict>() {
        merge(vm, dict, keywords)?;
    }
    Ok(Value::None)
}

/// `dict.update(other)`.
///
/// # Errors
/// TypeError or ValueError for what is no mapping and no sequence of pairs; whatever user code raises.
pub fn update_from(vm: &Vm, dict: &Dict, other: &Value) -> PyResult<()> {
    if let Some(other) = plain_dict(vm, other) {
        return merge(vm, dict, other);
    }
    if lookup::get_optional(vm, other, &vm.names.keys)?.is_some() {
        return update_from_mapping(vm, dict, other);
    }
    update_from_pairs(vm, dict, other)
}

/// A dict whose iteration is `dict`'s own, so that its table says it all.
pub fn plain_dict<'a>(vm: &Vm, value: &'a Value) -> Option<&'a Dict> {
    let dict = value.get::<Dict>()?;
    let class = vm.class_of(value);
    if *class == vm.types.dict {
        return Some(dict);
    }
    class.iterates_as(vm, &vm.types.dict).then_some(dict)
}

/// `dict.update(other)` for another table.
///
/// # Errors
/// RuntimeError when the other one changes meanwhile; whatever `__eq__` raises.
pub fn merge(vm: &Vm, dict: &Dict, other: &Dict) -> PyResult<()> {
    if std::ptr::eq(dict, other) || other.is_empty() {
        return Ok(());
    }
    if dict.is_empty() {
        dict.replace(other.copied());
        return Ok(());
    }
    let version = other.version();
    let mut at = 0;
    while let Some((key, value, hash)) = other.next_entry(&mut at) {
        drop(dict.insert_hashed(vm, key, hash, value)?);
        if other.version() != version {
            return Err(vm.runtime_error("dict mutated during update"));
        }
    }
    Ok(())
}

fn update_from_mapping(vm: &Vm, dict: &Dict, other: &Value) -> PyResult<()> {
    for key in mapping_keys(vm, other)? {
        let value = ops::get_item(vm, other, &key)?;
        drop(dict.insert(vm, key, value)?);
    }
    Ok(())
}

/// `dict.update(other)` for what has to be a mapping.
///
/// # Errors
/// AttributeError when it has no `keys`; whatever user code raises.
pub fn update_from_any_mapping(vm: &Vm, dict: &Dict, other: &Value) -> PyResult<()> {
    match plain_dict(vm, other) {
        Some(other) => merge(vm, dict, other),
        None => update_from_mapping(vm, dict, other),
    }
}

/// A plain dict with the items of one that may be a subclass's instance, whose iteration has a say unless the table
/// is empty.
///
/// # Errors
/// Whatever user code raises.
pub fn plain_copy(vm: &Vm, dict: &Ref<Dict>) -> PyResult<Ref<Dict>> {
    if *dict.as_obj().class() == vm.types.dict || dict.is_empty() {
        return Ok(dict.copied().alloc(vm));
    }
    let copy = vm.dict();
    update_from_any_mapping(vm, &copy, &dict.value())?;
    Ok(copy)
}

/// What `mapping.keys()` gives.
///
/// # Errors
/// AttributeError when there is no such method, TypeError when its result can't be iterated over.
pub fn mapping_keys(vm: &Vm, mapping: &Value) -> PyResult<Vec<Value>> {
    let keys = vm.call_method(mapping, &vm.names.keys, &[])?;
    let iterator = ops::iter(vm, &keys).map_err(|raised| {
        if !vm.pending_is(&vm.exceptions.TypeError) {
            return raised;
        }
        drop(vm.take_pending());
        vm.type_error(format!(
            "{}.keys() returned a non-iterable (type {})",
            vm.type_name(mapping),
            vm.type_name(&keys)
        ))
    })?;
    ops::collect(vm, &iterator)
}

fn update_from_pairs(vm: &Vm, dict: &Dict, pairs: &Value) -> PyResult<()> {
    let mut number = 0;
    let source = ops::Source::new(vm, pairs)?;
    while let Some(pair) = quick::next_pair(vm, &source.iterator) {
        let Some((key, value)) = pair? else {
            return Ok(());
        };
        vm.tick()?;
        drop(dict.insert(vm, key, value)?);
    }
    source.for_each(vm, |pair| {
        if let Some([key, value]) = plain_pair(vm, &pair) {
            drop(dict.insert(vm, key.clone(), value.clone())?);
            number += 1;
            return Ok(true);
        }
        let pair =
            ops::collect_or(vm, &pair, "").map_err(|raised| not_a_pair(vm, number, raised))?;
        let Ok([key, value]) = <[Value; 2]>::try_from(pair).map_err(|pair| {
            vm.value_error(format!(
                "dictionary update sequence element #{number} has length {}; 2 is required",
                pair.len()
            ))
        }) else {
            return Err(Raised);
        };
        drop(dict.insert(vm, key, value)?);
        number += 1;
        Ok(true)
    })
}

/// The items of a plain tuple of two.
fn plain_pair<'a>(vm: &Vm, value: &'a Value) -> Option<&'a [Value; 2]> {
    let tuple = value.get::<Tuple>()?;
    if *vm.class_of(value) != vm.types.tuple {
        return None;
    }
    tuple.items.as_slice().try_into().ok()
}

fn not_a_pair(vm: &Vm, number: usize, raised: Raised) -> Raised {
    if !vm.pending_is(&vm.exceptions.TypeError) {
        return raised;
    }
    drop(vm.take_pending());
    vm.type_error(format!(
        "cannot convert dictionary update sequence element #{number} to a sequence"
    ))
}

fn fromkeys(vm: &Vm, args: &[Value]) -> PyResult {
    let made = vm.call(&args[0], &[])?;
    let plain = match made.get::<Dict>() {
        Some(dict) if *vm.class_of(&made) == vm.types.dict => Some(dict),
        _ => None,
    };
    // What has the keys' hashes already is not asked for them again.
    if let Some(dict) = plain.filter(|dict| dict.is_empty()) {
        let class = vm.class_of(&args[1]);
        let t = &vm.types;
        if let Some(keys) = args[1].get::<Dict>().filter(|_| *class == t.dict) {
            let mut at = 0;
            while let Some((key, _, hash)) = keys.next_entry(&mut at) {
                drop(dict.insert_hashed(vm, key, hash, args[2].clone())?);
            }
            return Ok(made);
        }
        if let Some(keys) = args[1]
            .get::<Set>()
            .filter(|_| *class == t.set || *class == t.frozenset)
        {
            let mut at = 0;
            while let Some((key, hash)) = keys.next(&mut at) {
                drop(dict.insert_hashed(vm, key, hash, args[2].clone())?);
            }
            return Ok(made);
        }
    }
    ops::for_each(vm, &args[1], |key| {
        match plain {
            Some(dict) => drop(dict.insert(vm, key, args[2].clone())?),
            None => ops::set_item(vm, &made, &key, args[2].clone())?,
        }
        Ok(true)
    })?;
    Ok(made)
}

// ---------------------------------------------------------------------------------------------
// Text, comparison, operators

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    if dict.is_empty() {
        return Ok(vm.str("{}"));
    }
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("{...}"));
    };
    let mut text = Text::new();
    let mut at = 0;
    while let Some((key, value, _)) = dict.next_entry(&mut at) {
        text.push_str(if text.is_empty() { "{" } else { ", " });
        text.push_text(&ops::repr(vm, &key)?.text);
        text.push_str(": ");
        text.push_text(&ops::repr(vm, &value)?.text);
    }
    text.push_str("}");
    Ok(vm.text(text))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    match (op, args[1].get::<Dict>()) {
        (Compare::Eq, Some(other)) => equal(vm, dict, other).map(Value::bool),
        (Compare::Ne, Some(other)) => equal(vm, dict, other).map(|equal| Value::bool(!equal)),
        _ => Ok(Value::NotImplemented),
    }
}

fn equal(vm: &Vm, a: &Dict, b: &Dict) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut at = 0;
    while let Some((key, value, hash)) = a.next_entry(&mut at) {
        match b.get_hashed(vm, &key, hash)? {
            Some(other) if ops::eq(vm, &value, &other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

comparison_methods!(compare);

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[0], &args[1])
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[1], &args[0])
}

fn union(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    if a.get::<Dict>().is_none() || b.get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let result = vm.dict();
    update_from_any_mapping(vm, &result, a)?;
    update_from(vm, &result, b)?;
    Ok(result.into())
}

fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    update_from(vm, vm.this::<Dict>(args)?, &args[1])?;
    Ok(args[0].clone())
}

// ---------------------------------------------------------------------------------------------
// The mapping protocol

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(dict_iterators::new(
        vm,
        this_ref(vm, args)?,
        Part::Keys,
        false,
    ))
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(dict_iterators::new(
        vm,
        this_ref(vm, args)?,
        Part::Keys,
        true,
    ))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Dict>(args)?.len() as i64))
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Dict>(args)?.get(vm, &args[1])? {
        Some(value) => Ok(value),
        None => missing(vm, &args[0], &args[1]),
    }
}

/// What `dict[key]` gives for a key that is not there.
///
/// # Errors
/// KeyError, or whatever a subclass's `__missing__` raises.
pub fn missing(vm: &Vm, dict: &Value, key: &Value) -> PyResult {
    let class = vm.class_of(dict);
    if *class != vm.types.dict
        && let Some(method) = class.special(vm, Special::Missing)
    {
        return call_bound(vm, method, dict, std::slice::from_ref(key));
    }
    Err(vm.key_error(key))
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    drop(dict.insert(vm, args[1].clone(), args[2].clone())?);
    Ok(Value::None)
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Dict>(args)?.remove(vm, &args[1])? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(&args[1])),
    }
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    dict.contains(vm, &args[1]).map(Value::bool)
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let table = vm.this::<Dict>(args)?.size();
    let own = args[0].obj().map_or(0, Obj::size);
    Ok(Value::Int((own + table) as i64))
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    let found = vm.this::<Dict>(args)?.get(vm, &args[1])?;
    Ok(found.unwrap_or_else(|| args[2].clone()))
}

fn glance_get(vm: &Vm, args: &[&Value]) -> Option<Value> {
    let dict = plain_dict(vm, args[0])?;
    let default = || {
        args.get(2)
            .map_or(Value::None, |default| (*default).clone())
    };
    dict.look_plain(vm, args[1])
        .map(|found| found.unwrap_or_else(default))
}

fn setdefault(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?.get_or_insert(vm, &args[1], &args[2])
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let dict = vm.this::<Dict>(args)?;
    // An empty dict doesn't ask for the hash of what it can't hold.
    let found = if dict.is_empty() {
        None
    } else {
        dict.remove(vm, &args[1])?
    };
    match (found, &args[2]) {
        (Some((_, value)), _) => Ok(value),
        (None, Value::Unbound) => Err(vm.key_error(&args[1])),
        (None, default) => Ok(default.clone()),
    }
}

fn popitem(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Dict>(args)?.pop_last() {
        Some((key, value)) => Ok(vm.tuple(vec![key, value])),
        None => Err(vm.key_error(&vm.str("popitem(): dictionary is empty"))),
    }
}

fn keys(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(dict_views::new(vm, this_ref(vm, args)?, Part::Keys))
}

fn items(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(dict_views::new(vm, this_ref(vm, args)?, Part::Items))
}

fn values(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(dict_views::new(vm, this_ref(vm, args)?, Part::Values))
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?.clear();
    Ok(Value::None)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Dict>(args)?;
    let copy = vm.dict();
    update_from_any_mapping(vm, &copy, &args[0])?;
    Ok(copy.into())
}
