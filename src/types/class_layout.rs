//! What programs see of how instances of a class are laid out: sizes, offsets and flags, as CPython has them
//! on 64-bit machines. How they are laid out in fact is `object::class`'s and `object::heap`'s.

use crate::object::build;
use crate::object::class::{Class, Collection};
use crate::object::heap::{Kind, Ref};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

type Layout = (&'static str, i64, i64, i64);

/// The built-in classes with their sizes, and where their instances have a `__dict__` and weak references.
#[rustfmt::skip]
const LAYOUTS: &[Layout] = &[
    ("object", 16, 0, 0),
    ("int", 24, 0, 0),
    ("float", 24, 0, 0),
    ("complex", 32, 0, 0),
    ("str", 64, 0, 0),
    ("bytes", 33, 0, 0),
    ("bytearray", 56, 0, 0),
    ("list", 40, 0, 0),
    ("tuple", 24, 0, 0),
    ("dict", 48, 0, 0),
    ("set", 200, 0, 192),
    ("frozenset", 200, 0, 192),
    ("type", 928, 264, 368),
    ("BaseException", 72, 16, 0),
    ("OSError", 112, 16, 0),
    ("AttributeError", 88, 16, 0),
    ("StopIteration", 80, 16, 0),
    ("SystemExit", 80, 16, 0),
    ("ImportError", 104, 16, 0),
    ("NameError", 80, 16, 0),
    ("UnicodeDecodeError", 112, 16, 0),
    ("UnicodeEncodeError", 112, 16, 0),
    ("UnicodeTranslateError", 112, 16, 0),
    ("SyntaxError", 136, 16, 0),
    ("BaseExceptionGroup", 88, 16, 0),
    ("ExceptionGroup", 88, 16, -32),
    ("module", 56, 16, 40),
    ("property", 64, 0, 0),
    ("classmethod", 32, 24, 0),
    ("staticmethod", 32, 24, 0),
    ("super", 40, 0, 0),
    ("function", 144, 88, 96),
    ("SimpleNamespace", 24, 16, 0),
    ("ReferenceType", 64, 0, 0),
    ("partial", 64, 40, 48),
    ("OrderedDict", 112, 96, 104),
    ("defaultdict", 48, 0, 0),
    ("deque", 216, 0, 208),
    ("enumerate", 56, 0, 0),
    ("range", 48, 0, 0),
    ("memoryview", 144, 0, 136),
    ("GenericAlias", 64, 0, 40),
    ("reversed", 32, 0, 0),
    ("zip", 48, 0, 0),
    ("map", 32, 0, 0),
    ("filter", 32, 0, 0),
    ("slice", 40, 0, 0),
    ("method", 48, 0, 32),
    ("code", 200, 0, 144),
    ("generator", 144, 0, 16),
    ("coroutine", 144, 0, 16),
    ("async_generator", 144, 0, 16),
    ("mappingproxy", 24, 0, 0),
    ("UnionType", 32, 0, 0),
    ("count", 40, 0, 0),
    ("chain", 32, 0, 0),
    ("cycle", 48, 0, 0),
    ("repeat", 32, 0, 0),
    ("islice", 56, 0, 0),
    ("product", 48, 0, 0),
    ("permutations", 64, 0, 0),
    ("combinations", 56, 0, 0),
    ("accumulate", 56, 0, 0),
    ("starmap", 32, 0, 0),
    ("takewhile", 40, 0, 0),
    ("dropwhile", 40, 0, 0),
    ("zip_longest", 56, 0, 0),
    ("groupby", 72, 0, 0),
    ("attrgetter", 40, 0, 0),
    ("itemgetter", 48, 0, 0),
    ("methodcaller", 64, 0, 0),
    ("NoneType", 16, 0, 0),
    ("ellipsis", 16, 0, 0),
    ("NotImplementedType", 16, 0, 0),
    ("builtin_function_or_method", 56, 0, 40),
    ("cell", 24, 0, 0),
    ("traceback", 40, 0, 0),
    ("frame", 136, 0, 0),
    ("dict_keys", 24, 0, 0),
    ("wrapper_descriptor", 56, 0, 0),
    ("method_descriptor", 56, 0, 0),
    ("getset_descriptor", 48, 0, 0),
    ("member_descriptor", 48, 0, 0),
    ("list_iterator", 32, 0, 0),
    ("dict_keyiterator", 56, 0, 0),
    ("tuple_iterator", 32, 0, 0),
    ("_lru_cache_wrapper", 152, 136, 144),
    ("Pattern", 96, 0, 64),
    ("Match", 88, 0, 0),
    ("BytesIO", 64, 40, 48),
    ("StringIO", 168, 144, 152),
    ("BufferedRWPair", 48, 32, 40),
    ("BufferedRandom", 152, 136, 144),
    ("BufferedReader", 152, 136, 144),
    ("BufferedWriter", 152, 136, 144),
    ("CallableProxyType", 64, 0, 0),
    ("Context", 48, 0, 32),
    ("ContextVar", 64, 0, 0),
    ("Dialect", 48, 0, 0),
    ("Encoder", 80, 0, 0),
    ("FileIO", 48, 40, 32),
    ("FrameLocalsProxy", 24, 0, 0),
    ("HASH", 32, 0, 0),
    ("HASHXOF", 32, 0, 0),
    ("IncrementalNewlineDecoder", 40, 0, 0),
    ("PickleBuffer", 104, 0, 96),
    ("Pickler", 144, 0, 0),
    ("ProxyType", 64, 0, 0),
    ("Random", 2520, 0, 0),
    ("Scanner", 64, 0, 0),
    ("SimpleQueue", 72, 0, 64),
    ("Struct", 56, 0, 48),
    ("TextIOWrapper", 200, 184, 176),
    ("Token", 48, 0, 0),
    ("Unpickler", 264, 0, 0),
    ("_BufferedIOBase", 32, 16, 24),
    ("_BytesIOBuffer", 24, 0, 0),
    ("_IOBase", 32, 16, 24),
    ("_RawIOBase", 32, 16, 24),
    ("_TextIOBase", 32, 16, 24),
    ("_abc_data", 48, 0, 0),
    ("_deque_iterator", 56, 0, 0),
    ("_deque_reverse_iterator", 56, 0, 0),
    ("_grouper", 32, 0, 0),
    ("_tee", 48, 0, 32),
    ("_tee_dataobject", 496, 0, 0),
    ("_tuplegetter", 32, 0, 0),
    ("array", 64, 0, 48),
    ("_buffer_wrapper", 32, 0, 0),
    ("anext_awaitable", 32, 0, 0),
    ("async_generator_asend", 40, 0, 0),
    ("async_generator_athrow", 40, 0, 0),
    ("batched", 40, 0, 0),
    ("bytearray_iterator", 32, 0, 0),
    ("bytes_iterator", 32, 0, 0),
    ("callable_iterator", 32, 0, 0),
    ("classmethod_descriptor", 56, 0, 0),
    ("combinations_with_replacement", 56, 0, 0),
    ("compress", 32, 0, 0),
    ("coroutine_wrapper", 24, 0, 0),
    ("dict_itemiterator", 56, 0, 0),
    ("dict_items", 24, 0, 0),
    ("dict_reverseitemiterator", 56, 0, 0),
    ("dict_reversekeyiterator", 56, 0, 0),
    ("dict_reversevalueiterator", 56, 0, 0),
    ("dict_valueiterator", 56, 0, 0),
    ("dict_values", 24, 0, 0),
    ("filterfalse", 32, 0, 0),
    ("generic_alias_iterator", 24, 0, 0),
    ("iterator", 32, 0, 0),
    ("list_reverseiterator", 32, 0, 0),
    ("longrange_iterator", 40, 0, 0),
    ("memory_iterator", 48, 0, 0),
    ("method-wrapper", 32, 0, 0),
    ("pairwise", 40, 0, 0),
    ("range_iterator", 40, 0, 0),
    ("reader", 88, 0, 0),
    ("set_iterator", 48, 0, 0),
    ("str_ascii_iterator", 32, 0, 0),
    ("str_iterator", 32, 0, 0),
    ("writer", 72, 0, 0),
    ("TypeVar", 80, -1, -32),
    ("ParamSpec", 56, -1, -32),
    ("TypeVarTuple", 40, -1, -32),
    ("ParamSpecArgs", 24, 0, -32),
    ("ParamSpecKwargs", 24, 0, -32),
    ("TypeAliasType", 56, 0, 0),
];

/// The layout of the built-in class that a class comes down to.
fn built_in(class: &Ref<Class>) -> Layout {
    let mut at = class.clone();
    loop {
        let name = at.table.map_or("", |table| table.name);
        if let Some(layout) = LAYOUTS.iter().find(|(known, ..)| *known == name) {
            return *layout;
        }
        match at.base() {
            Some(base) => at = base,
            None => return ("object", 16, 0, 0),
        }
    }
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Ref<Class>> {
    value
        .as_ref::<Class>()
        .ok_or(())
        .map_err(|()| vm.type_error("a type is required"))
}

/// As CPython lays out what follows the fixed part of instances.
fn item_size(class: &Class) -> i64 {
    match class.instance_kind {
        Kind::BigInt => 4,
        Kind::Tuple | Kind::MemoryView | Kind::Generator => 8,
        Kind::Bytes => 1,
        Kind::Code => 2,
        Kind::Class => 40,
        _ => 0,
    }
}

/// Whether something of a length of its own follows the fixed part of instances.
pub fn has_items(class: &Class) -> bool {
    item_size(class) > 0
}

pub(super) fn itemsize(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::Int(item_size(this(vm, value)?)))
}

pub(super) fn basicsize(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    // Slots and what the payload itself adds come on top.
    let added = 8 * i64::from(class.trailer().slots);
    Ok(Value::Int(built_in(class).1 + added))
}

pub(super) fn flags(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    let bit = |on: bool, at: u32| if on { 1i64 << at } else { 0 };
    let managed = managed(class);
    Ok(Value::Int(
        bit(!is_made(class), 1)
            | bit(managed.0 && is_plain(class), 2)
            | bit(managed.1, 3)
            | bit(managed.0, 4)
            | bit(is_made(class), 9)
            | bit(
                class.table.is_some() && super::type_::constructor(vm, class).is_none(),
                7,
            )
            | bit(class.is_immutable(), 8)
            | bit(class.collection.get() == Collection::Sequence, 5)
            | bit(class.collection.get() == Collection::Mapping, 6)
            | bit(class.subclassable.get(), 10)
            | bit(true, 12)
            | bit(build::is_collected(class), 14)
            | bit(class.is_abstract.get(), 20)
            | bit(crate::exec::pattern::matches_itself(class), 22)
            | bit(class.is_subclass(&vm.types.int), 24)
            | bit(class.is_subclass(&vm.types.list), 25)
            | bit(class.is_subclass(&vm.types.tuple), 26)
            | bit(class.is_subclass(&vm.types.bytes), 27)
            | bit(class.is_subclass(&vm.types.str), 28)
            | bit(class.is_subclass(&vm.types.dict), 29)
            | bit(class.is_subclass(&vm.exceptions.BaseException), 30)
            | bit(class.is_subclass(&vm.types.type_), 31),
    ))
}

/// Whether CPython makes the class when the program runs: all that are written in Python, and those of modules.
pub fn is_made(class: &Class) -> bool {
    let named = |table: &crate::object::table::TypeTable| {
        table
            .constants
            .iter()
            .any(|(name, _)| *name == "__module__")
    };
    class
        .table
        .is_none_or(|table| table.names_module || named(table))
}

/// Whether it is one of the native classes that CPython lays out like one that is written in Python.
fn made_of_spec(class: &Ref<Class>) -> bool {
    class.table.is_some_and(|table| table.module == "typing") && built_in(class).3 < 0
}

/// Whether instances have a `__dict__` and weak references that a class written in Python added.
fn managed(class: &Ref<Class>) -> (bool, bool) {
    if made_of_spec(class) {
        return (class.trailer().attrs, true);
    }
    let built_in = Class::built_in_base(class);
    let dict = class.trailer().attrs && !built_in.trailer().attrs;
    let weakrefs = class.weakrefable.get() && !built_in.weakrefable.get();
    (dict && class.is_heap(), weakrefs && class.is_heap())
}

/// What CPython has before an instance of the class: the collector's part, and where its `__dict__` and its weak
/// references are, if a class written in Python added these.
pub fn size_before(class: &Ref<Class>) -> i64 {
    let (dict, weakrefs) = managed(class);
    let collected = !class.is_heap() || build::is_collected(class);
    16 * (i64::from(collected) + i64::from(dict || weakrefs))
}

/// Whether instances have nothing but a `__dict__`.
fn is_plain(class: &Class) -> bool {
    class.instance_kind == Kind::Instance && class.trailer().slots == 0
}

pub(super) fn weakref_offset(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    Ok(Value::Int(match class.weakrefable.get() {
        true if managed(class).1 => -32,
        true => built_in(class).3,
        false => 0,
    }))
}

pub(super) fn dict_offset(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    Ok(Value::Int(
        match class.trailer().attrs || class.instance_kind == Kind::Class {
            true if managed(class).0 => -1,
            true => built_in(class).2,
            false => 0,
        },
    ))
}
