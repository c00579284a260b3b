//! The built-in types, one file each: doc, payload, method table, functions. This file lists them,
//! makes their classes, and holds the argument helpers that method functions share.
//!
//! What the object model does with any type is in `object`.

/// The six rich comparison methods in terms of one function `fn(&Vm, Compare, &[Value])`.
macro_rules! comparison_methods {
    ($compare:path) => {
        fn lt(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Lt, args)
        }
        fn le(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Le, args)
        }
        fn eq(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Eq, args)
        }
        fn ne(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Ne, args)
        }
        fn gt(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Gt, args)
        }
        fn ge(vm: &Vm, args: &[Value]) -> PyResult {
            $compare(vm, Compare::Ge, args)
        }
    };
}
pub(crate) use comparison_methods;

pub mod anext_awaitable;
pub mod args;
pub mod async_generator;
pub mod buffer;
pub mod buffer_wrapper;
pub mod bytearray;
pub mod bytes;
pub mod bytes_methods;
pub mod cell;
pub mod checks;
pub(crate) mod class_layout;
pub mod classmethod;
pub mod code;
mod code_tables;
pub mod complex;
pub mod coroutine;
pub mod descriptor_methods;
pub mod dict;
pub mod dict_iterators;
pub mod dict_methods;
pub mod dict_order;
pub mod dict_table;
pub mod dict_view_sets;
pub mod dict_views;
pub mod encoding;
pub mod enumerate;
pub mod exception_group;
pub mod exceptions;
pub mod exceptions_special;
pub mod exceptions_unicode;
pub mod filter;
pub mod float;
pub mod formatting;
pub mod frame;
pub mod frame_locals;
pub mod function;
pub mod generator;
pub mod generic_alias;
pub mod int;
pub mod int_in_place;
pub mod int_work;
pub mod item_format;
pub mod iterators;
pub mod iterators_text;
pub mod list;
pub mod list_sort;
pub mod map;
pub mod mapping_proxy;
pub mod memoryview;
pub mod memoryview_items;
pub mod merge_sort;
pub mod method;
pub mod module;
pub mod native;
pub mod numbers;
pub mod object;
pub mod property;
pub mod quick;
pub mod range;
pub mod range_iterators;
pub mod reduce;
pub mod reversed;
pub mod sequence;
pub mod set;
pub mod set_algebra;
pub mod set_methods;
pub mod simple_namespace;
pub mod singletons;
pub mod slice;
pub mod slots;
pub mod staticmethod;
pub mod str;
pub mod str_methods;
pub mod str_split;
pub mod struct_sequence;
pub mod super_;
pub mod traceback;
pub mod tuple;
pub mod type_;
pub mod type_parameters;
pub mod union;
pub mod weakref;
pub mod zip;

#[cfg(test)]
mod tests;

use crate::object::class::{Class, ClassSpec};
use crate::object::exception::Exceptions;
use crate::object::heap::{self, Kind, Ref, Trailer};
use crate::object::shape::Name;
use crate::object::table::{Flavour, TypeTable};
use crate::object::value::{PyResult, Raised, Value};
use crate::vm::{Interner, Vm};

macro_rules! builtin_types {
    (roots $object:ident $type:ident; $($field:ident: $base:ident = $table:expr;)*) => {
        /// The built-in classes (exceptions are in [`Exceptions`]).
        #[allow(missing_docs)]
        pub struct Types { pub $object: Ref<Class>, pub $type: Ref<Class>, $(pub $field: Ref<Class>),* }

        impl Types {
            fn new(
                $object: Ref<Class>,
                $type: Ref<Class>,
                make: &mut dyn FnMut(&'static TypeTable, &Ref<Class>) -> Ref<Class>,
            ) -> Types {
                $(let $field = {
                    static TABLE: TypeTable = $table;
                    make(&TABLE, &$base)
                };)*
                Types { $object, $type, $($field),* }
            }
            /// All of them, in the order of their making.
            pub fn all(&self) -> Vec<&Ref<Class>> {
                vec![&self.$object, &self.$type, $(&self.$field),*]
            }
        }
    };
}

builtin_types! {
    roots object type_;
    int: object = int::INT;
    bool: int = singletons::BOOL;
    float: object = float::FLOAT;
    complex: object = complex::COMPLEX;
    str: object = str::STR;
    bytes: object = bytes::BYTES;
    bytearray: object = bytearray::BYTEARRAY;
    memoryview: object = memoryview::MEMORYVIEW;
    memory_iterator: object = memoryview_items::MEMORY_ITERATOR;
    str_ascii_iterator: object = iterators_text::STR_ASCII_ITERATOR;
    str_iterator: object = iterators_text::STR_ITERATOR;
    bytes_iterator: object = iterators_text::BYTES_ITERATOR;
    bytearray_iterator: object = iterators_text::BYTEARRAY_ITERATOR;
    list: object = list::LIST;
    tuple: object = tuple::TUPLE;
    list_iterator: object = iterators::LIST_ITERATOR;
    list_reverseiterator: object = iterators::LIST_REVERSE_ITERATOR;
    tuple_iterator: object = iterators::TUPLE_ITERATOR;
    sequence_iterator: object = iterators::SEQUENCE_ITERATOR;
    callable_iterator: object = iterators::CALLABLE_ITERATOR;
    slice: object = slice::SLICE;
    dict: object = dict::DICT;
    dict_keys: object = dict_views::DICT_KEYS;
    dict_values: object = dict_views::DICT_VALUES;
    dict_items: object = dict_views::DICT_ITEMS;
    dict_keyiterator: object = dict_iterators::KEY_ITERATOR;
    dict_valueiterator: object = dict_iterators::VALUE_ITERATOR;
    dict_itemiterator: object = dict_iterators::ITEM_ITERATOR;
    dict_reversekeyiterator: object = dict_iterators::REVERSE_KEY_ITERATOR;
    dict_reversevalueiterator: object = dict_iterators::REVERSE_VALUE_ITERATOR;
    dict_reverseitemiterator: object = dict_iterators::REVERSE_ITEM_ITERATOR;
    set: object = set_methods::SET;
    frozenset: object = set_methods::FROZENSET;
    set_iterator: object = set_methods::SET_ITERATOR;
    range: object = range::RANGE;
    range_iterator: object = range_iterators::RANGE_ITERATOR;
    longrange_iterator: object = range_iterators::LONGRANGE_ITERATOR;
    enumerate: object = enumerate::ENUMERATE;
    zip: object = zip::ZIP;
    map: object = map::MAP;
    filter: object = filter::FILTER;
    reversed: object = reversed::REVERSED;
    mapping_proxy: object = mapping_proxy::MAPPING_PROXY;
    simple_namespace: object = simple_namespace::SIMPLE_NAMESPACE;
    generic_alias: object = generic_alias::GENERIC_ALIAS;
    generic_alias_iterator: object = generic_alias::GENERIC_ALIAS_ITERATOR;
    union: object = union::UNION;
    none_type: object = singletons::NONE;
    not_implemented_type: object = singletons::NOT_IMPLEMENTED;
    ellipsis: object = singletons::ELLIPSIS;
    function: object = function::FUNCTION;
    method: object = method::METHOD;
    builtin_function_or_method: object = descriptor_methods::BUILTIN_FUNCTION;
    method_wrapper: object = descriptor_methods::METHOD_WRAPPER;
    method_descriptor: object = descriptor_methods::METHOD_DESCRIPTOR;
    wrapper_descriptor: object = descriptor_methods::WRAPPER_DESCRIPTOR;
    classmethod_descriptor: object = descriptor_methods::CLASSMETHOD_DESCRIPTOR;
    getset_descriptor: object = descriptor_methods::GETSET_DESCRIPTOR;
    member_descriptor: object = descriptor_methods::MEMBER_DESCRIPTOR;
    property: object = property::PROPERTY;
    staticmethod: object = staticmethod::STATICMETHOD;
    classmethod: object = classmethod::CLASSMETHOD;
    super_: object = super_::SUPER;
    cell: object = cell::CELL;
    code: object = code::CODE;
    frame: object = frame::FRAME;
    frame_locals: object = frame_locals::FRAME_LOCALS;
    traceback: object = traceback::TRACEBACK;
    module: object = module::MODULE;
    weakref: object = weakref::WEAKREF;
    generator: object = generator::GENERATOR;
    coroutine: object = coroutine::COROUTINE;
    coroutine_wrapper: object = coroutine::COROUTINE_WRAPPER;
    async_generator: object = async_generator::ASYNC_GENERATOR;
    async_generator_asend: object = async_generator::ASEND;
    async_generator_athrow: object = async_generator::ATHROW;
    anext_awaitable: object = anext_awaitable::ANEXT_AWAITABLE;
}

fn trailer_of(table: &TypeTable) -> Trailer {
    Trailer {
        slots: table.hidden,
        inline: 0,
        attrs: table.has_dict,
        finalise: table.finalise,
    }
}

fn spec(interner: &Interner, table: &'static TypeTable, base: Option<&Ref<Class>>) -> ClassSpec {
    let name = interner.intern(table.name.as_bytes());
    ClassSpec {
        qualname: name.value(),
        name,
        bases: base.into_iter().cloned().collect(),
        base: base.cloned(),
        kind: table.kind,
        trailer: trailer_of(table),
        table: Some(table),
    }
}

/// Makes all built-in classes. Their dicts are filled on first use.
pub fn bootstrap(interner: &Interner) -> (Types, Exceptions) {
    static OBJECT: TypeTable = object::OBJECT;
    static TYPE: TypeTable = type_::TYPE;
    let version = std::cell::Cell::new(1u32);
    let next = || {
        version.set(version.get() + 1);
        version.get()
    };
    let object = heap::alloc_classless(Class::new(spec(interner, &OBJECT, None), next()));
    let type_ = heap::alloc_classless(Class::new(spec(interner, &TYPE, Some(&object)), next()));
    object.as_obj().set_class(&type_);
    type_.as_obj().set_class(&type_);
    type_.weakrefable.set(TYPE.weakrefable);
    let metaclass = type_.clone();
    let mut make = |table: &'static TypeTable, base: &Ref<Class>| {
        let class = heap::alloc(
            &metaclass,
            Class::new(spec(interner, table, Some(base)), next()),
        );
        class.subclassable.set(table.subclassable);
        class.weakrefable.set(table.weakrefable);
        class
    };
    let types = Types::new(object, type_, &mut make);
    let exceptions = Exceptions::new(&types.object, &mut make);
    interner.set_class(&types.str);
    for class in types.all().into_iter().chain(exceptions.all()) {
        finish(&types, class);
    }
    add_base(&exceptions.ExceptionGroup, &exceptions.Exception);
    (types, exceptions)
}

/// `ExceptionGroup` is the one built-in class with two bases.
fn add_base(class: &Ref<Class>, second: &Ref<Class>) {
    let mut bases = class.bases().to_vec();
    bases.push(second.clone());
    if let Some(base) = class.base() {
        class.set_bases(bases, base);
    }
    let mut mro = class.mro().to_vec();
    if let Some(at) = mro.iter().position(|c| Some(c) == second.base().as_ref()) {
        mro.insert(at, second.clone());
    }
    class.set_mro(mro.into());
    second.add_subclass(class);
}

fn finish(types: &Types, class: &Ref<Class>) {
    let mut mro = vec![class.clone()];
    let mut at = class.base();
    while let Some(base) = at {
        at = base.base();
        mro.push(base);
    }
    class.finish(heap::alloc(&types.dict, dict::Dict::new()), mro);
    if let Some(base) = class.base() {
        base.add_subclass(class);
    }
}

/// Makes a class for an extension type (one that only a module knows).
pub fn make_class(vm: &Vm, table: &'static TypeTable, base: &Ref<Class>) -> Ref<Class> {
    let class = heap::alloc(
        &vm.types.type_,
        Class::new(
            spec(&vm.interner, table, Some(base)),
            vm.next_class_version(),
        ),
    );
    class.subclassable.set(table.subclassable);
    class.weakrefable.set(table.weakrefable);
    finish(&vm.types, &class);
    class
}

// ---------------------------------------------------------------------------------------------
// Arguments of native functions

impl Vm {
    /// The payload of the object a method was called on.
    ///
    /// # Errors
    /// TypeError when it has another payload: an uninitialised or foreign object.
    #[inline(always)]
    pub fn this<'a, T: heap::Payload>(&self, args: &'a [Value]) -> PyResult<&'a T> {
        match args.first().and_then(|this| this.get::<T>()) {
            Some(payload) => Ok(payload),
            None => Err(self.foreign_this(T::KIND, args)),
        }
    }

    #[cold]
    #[inline(never)]
    fn foreign_this(&self, kind: heap::Kind, args: &[Value]) -> Raised {
        let found = match args.first() {
            Some(this) => self.type_name(this),
            None => String::from("nothing"),
        };
        self.type_error(format!("a {kind:?} object is required, not '{found}'"))
    }
}

/// The class that `__new__` was asked for. It must be `base_name` or a subclass with its layout.
///
/// # Errors
/// TypeError otherwise.
pub fn class_arg(vm: &Vm, value: &Value, base_name: &str) -> PyResult<Ref<Class>> {
    let Some(class) = value.as_ref::<Class>() else {
        return Err(vm.type_error(format!(
            "{base_name}.__new__(X): X is not a type object ({})",
            vm.type_name(value)
        )));
    };
    // The nearest built-in base has to be made by the same `__new__`, its own or an inherited one.
    let mut solid = class.clone();
    let mut made_by = None;
    loop {
        if let Some(table) = solid.table {
            if made_by.is_none() && table.name == base_name {
                return match class.instance_kind == solid.instance_kind {
                    true => Ok(class.clone()),
                    // The payload is another one: made this way it would be missing.
                    false => Err(wrong_class(vm, class, base_name)),
                };
            }
            let own = table.methods.iter().find(|row| row.flavour == Flavour::New);
            let new = *made_by.get_or_insert(own);
            if table.name == base_name {
                return match (new, own) {
                    _ if class.instance_kind != solid.instance_kind => {
                        Err(wrong_class(vm, class, base_name))
                    }
                    (Some(new), Some(own)) if !new.is_same(own) => {
                        Err(wrong_class(vm, class, base_name))
                    }
                    _ => Ok(class.clone()),
                };
            }
            if new.is_none() {
                made_by = None;
            }
        }
        match solid.base() {
            Some(base) => solid = base,
            None => return Err(wrong_class(vm, class, base_name)),
        }
    }
}

#[cold]
fn wrong_class(vm: &Vm, class: &Ref<Class>, base_name: &str) -> Raised {
    let name = class.name_text();
    vm.type_error(format!(
        "{base_name}.__new__({name}): {name} is not a subtype of {base_name}"
    ))
}

/// An attribute name argument: interned if it is a plain string, otherwise the object itself, which is what hooks are
/// given and what becomes a key of the object's dict.
///
/// # Errors
/// As [`name_arg`].
pub fn attribute_arg(vm: &Vm, value: &Value) -> PyResult<Name> {
    match value.as_ref::<str::Str>() {
        Some(name) => Ok(vm.interner.own_name(name)),
        None => name_arg(vm, value, "attribute name must be string, not "),
    }
}

/// An attribute name argument, interned.
///
/// # Errors
/// TypeError (`what` and the type's name) when it is no `str`.
pub fn name_arg(vm: &Vm, value: &Value, what: &str) -> PyResult<Name> {
    match value.as_ref::<str::Str>() {
        Some(name) => Ok(vm.interner.intern_object(name)),
        None => Err(vm.type_error(format!("{what}'{}'", vm.type_name(value)))),
    }
}

/// Issues a DeprecationWarning.
///
/// # Errors
/// The warning itself, when filters turn it into an error.
pub fn warn_deprecated(vm: &Vm, message: &str) -> PyResult<()> {
    crate::stdlib::warn::here(vm, &vm.exceptions.DeprecationWarning, message, 1)
}

/// `origin[args]` for built-in generics.
///
/// # Errors
/// Never.
pub fn generic_alias(vm: &Vm, origin: &Value, args: &Value) -> PyResult {
    Ok(generic_alias::new(vm, origin.clone(), args))
}

/// The `__class_getitem__` of built-in generics.
///
/// # Errors
/// As [`generic_alias()`].
pub fn class_getitem(vm: &Vm, args: &[Value]) -> PyResult {
    generic_alias(vm, &args[0], &args[1])
}

pub use class_layout::is_made;
pub use union::union_of;

/// Whether a value has a `__getitem__` that is a sequence's, as far as one can tell: `iter()` and `reversed()`
/// fall back to that. It is not in dicts and their subclasses, nor where the type's table says so.
pub fn is_sequence(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    if class.instance_kind == Kind::Dict {
        return false;
    }
    let method = class.special(vm, crate::object::special::Special::GetItem);
    method.is_some_and(|method| {
        let descriptor = method.get::<native::MethodDescriptor>();
        !descriptor.is_some_and(|d| d.owner.table.is_some_and(|table| table.keyed))
    })
}

/// Whether a function is marked abstract.
///
/// # Errors
/// What its attribute access or truth raises.
pub fn is_abstract(vm: &Vm, function: &Value) -> PyResult<bool> {
    match crate::object::lookup::get_optional(vm, function, &vm.names.__isabstractmethod__)? {
        Some(mark) => crate::object::ops::truth(vm, &mark),
        None => Ok(false),
    }
}

/// Copies the attributes that `staticmethod` and `classmethod` take over from what they wrap.
///
/// # Errors
/// What attribute access raises, other than AttributeError.
pub fn copy_wrapper_attributes(vm: &Vm, from: &Value, to: &Value) -> PyResult<()> {
    let n = &vm.names;
    let Value::Obj(target) = to else {
        return Ok(());
    };
    // A class written in Python may have descriptors under these names.
    let plain = !target.class().is_heap();
    for name in [
        &n.__module__,
        &n.__name__,
        &n.__qualname__,
        &n.__doc__,
        &n.__annotations__,
    ] {
        if let Some(value) = crate::object::lookup::get_optional(vm, from, name)? {
            match plain {
                true => crate::object::lookup::instance_set(vm, target, name, value),
                false => crate::object::lookup::set(vm, to, name, value)?,
            }
        }
    }
    Ok(())
}

/// `callable(value)`
pub fn is_callable(vm: &Vm, value: &Value) -> bool {
    let native = |obj: &heap::Obj| {
        matches!(
            obj.kind(),
            Kind::Function
                | Kind::NativeFunction
                | Kind::MethodDescriptor
                | Kind::BoundMethod
                | Kind::Class
        )
    };
    value.obj().is_some_and(native)
        || vm
            .class_of(value)
            .has_special(vm, crate::object::special::Special::Call)
}

/// What follows an error message about a name that is not one of the candidates: the most similar one.
pub fn did_you_mean(name: &str, candidates: &[String]) -> String {
    let all: Vec<&[u8]> = candidates.iter().map(|name| name.as_bytes()).collect();
    match crate::text::report::suggest::closest(&all, name.as_bytes()) {
        Some(closest) => format!(". Did you mean '{}'?", String::from_utf8_lossy(closest)),
        None => String::new(),
    }
}

/// Reports an exception that nobody can catch (a finaliser's), and forgets it. `situation` is what
/// the report starts with when that isn't `Exception ignored in`.
pub fn unraisable(vm: &Vm, situation: &str, obj: &Value) {
    let situation = Some(situation.trim_end_matches([':', ' ']));
    let situation = situation.filter(|text| !matches!(*text, "" | "Exception ignored in"));
    crate::exec::uncaught::unraisable(vm, situation, obj);
}

/// Marks an unreachable state without a panic.
#[cold]
pub fn internal_error(vm: &Vm, what: &str) -> Raised {
    vm.system_error(what)
}
