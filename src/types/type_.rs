//! `type`: creating classes, calling them, and the attributes of classes.

use super::slots;
use crate::object::build::{self, Definition};
use crate::object::class::{Access, Class};
use crate::object::descriptor::{self, Binding, call_special};
use crate::object::heap::{Kind, Ref, alloc};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::table::{self, Method, TypeTable, class_method, getset, getter, member, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::args::call_arguments;
use crate::types::class_layout;
use crate::types::descriptor_methods::text_or_none;
use crate::types::dict::Dict;
use crate::types::encoding::{self, Arguments};
use crate::types::native::{self, NativeFunction};
use crate::types::object::{self, Plain};
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use smallvec::SmallVec;

/// The type's table.
pub const TYPE: TypeTable = TypeTable {
    name: "type",
    kind: Kind::Class,
    subclassable: true,
    weakrefable: true,
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    methods: &[
        table::new("__new__(metatype, *args, **kwargs)", new),
        slots::repr(repr),
        slots::call(call_row).quickly(|vm, args| call(vm, this(vm, &args[0])?, &args[1..], &[])),
        slots::getattribute(getattribute),
        slots::setattr(setattr),
        slots::delattr(delattr),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::or(or),
        slots::ror(ror),
        method(
            "mro(self, /)",
            mro,
            "Return a type's method resolution order.",
        ),
        method(
            "__subclasses__(self, /)",
            subclasses,
            "Return a list of immediate subclasses.",
        ),
        class_method(
            "__prepare__(type, /, *args, **kwargs)",
            prepare,
            "Create the namespace for the class statement",
        )
        .told("($cls, name, bases, /, **kwds)"),
        method(
            "__instancecheck__(self, instance, /)",
            instance_check,
            "Check if an object is an instance.",
        ),
        method(
            "__subclasscheck__(self, subclass, /)",
            subclass_check,
            "Check if a class is a subclass.",
        ),
        method(
            "__dir__(self, /)",
            dir,
            "Specialized __dir__ implementation for types.",
        ),
        method(
            "__sizeof__(self, /)",
            sizeof,
            "Return memory consumption of the type object.",
        ),
    ],
    properties: &[
        member("__basicsize__", class_layout::basicsize, ""),
        member("__itemsize__", class_layout::itemsize, ""),
        member("__flags__", class_layout::flags, ""),
        member("__weakrefoffset__", class_layout::weakref_offset, ""),
        member("__base__", get_base, ""),
        member("__dictoffset__", class_layout::dict_offset, ""),
        getset("__name__", get_name, set_name, ""),
        getset("__qualname__", get_qualname, set_qualname, ""),
        getset("__bases__", get_bases, set_bases, ""),
        getter("__mro__", get_mro, ""),
        getset("__module__", get_module, set_module, ""),
        getset("__abstractmethods__", get_abstract, set_abstract, ""),
        getter("__dict__", get_dict, ""),
        getset("__doc__", get_doc, set_doc, ""),
        getter("__text_signature__", get_text_signature, ""),
        getset("__annotations__", get_annotations, set_annotations, ""),
        getset("__type_params__", get_type_params, set_type_params, ""),
    ],
    ..TypeTable::DEFAULT
};

/// What a call of a built-in class by position runs, where it needs no `__new__` and `__init__`.
#[inline(always)]
pub fn native_construct(vm: &Vm, class: &Ref<Class>) -> Option<Method> {
    let construct = class.table?.construct?;
    (*class.as_obj().class() == vm.types.type_).then_some(construct)
}

/// The class's `__new__`. A built-in class does not inherit `object.__new__`, which would not make its
/// payload.
pub fn constructor(vm: &Vm, class: &Ref<Class>) -> Option<Value> {
    if class.table.is_some_and(|table| table.closed) {
        return None;
    }
    let inherited = |new: &Value| {
        class.table.is_some()
            && *class != vm.types.object
            && vm
                .types
                .object
                .special(vm, Special::New)
                .is_some_and(|of_object| of_object.is(new))
    };
    effective_new(vm, class).filter(|new| !inherited(new))
}

/// What the class's `__new__` makes, `None` where it has none.
///
/// # Errors
/// Whatever it raises.
#[inline]
pub fn new_instance(
    vm: &Vm,
    class: &Ref<Class>,
    args: &[Value],
    names: &[Name],
) -> PyResult<Option<Value>> {
    let new = match construction(vm, class) {
        Construction::New(new) | Construction::NativeNew(new) => new,
        _ => match constructor(vm, class) {
            Some(new) => new,
            None => return Ok(None),
        },
    };
    let this = class.value();
    let made = match new.get::<NativeFunction>() {
        Some(new) if !class.asks_for_new.get() => {
            let mut all: SmallVec<[Value; 5]> = SmallVec::with_capacity(args.len() + 1);
            all.push(this);
            all.extend(args.iter().cloned());
            new.call_unchecked(vm, &all, names)
        }
        Some(_) => vm.call_method_value(&new, &this, args, names),
        None => {
            let new = descriptor::get(vm, &new, Binding::Class(class))?;
            vm.call_method_value(&new, &this, args, names)
        }
    };
    made.map(Some)
}

/// `type.__call__`: `__new__`, then `__init__`. Reference: 3.3.1, Basic customization.
///
/// # Errors
/// Whatever they raise.
pub fn call(vm: &Vm, class: &Ref<Class>, args: &[Value], names: &[Name]) -> PyResult {
    if *class == vm.types.type_ {
        match args.len() - names.len() {
            1 if names.is_empty() => return Ok(vm.class_of(&args[0]).value()),
            1 => return Err(vm.type_error("type() takes no keyword arguments")),
            3 => {}
            _ => return Err(vm.type_error("type() takes 1 or 3 arguments")),
        }
    }
    if let Some(construct) = native_construct(vm, class)
        && names.is_empty()
    {
        return construct(vm, args);
    }
    if *class == vm.types.dict && args.len() == names.len() {
        let dict = vm.dict();
        for (name, value) in names.iter().zip(args) {
            drop(dict.ask_set_name(vm, name, value.clone())?);
        }
        return Ok(dict.into());
    }
    match construction(vm, class) {
        Construction::Bare if args.is_empty() => return Ok(alloc(class, Plain).into()),
        Construction::Init(init) => {
            let made = alloc(class, Plain).into();
            return match vm.call_method_value(&init, &made, args, names)? {
                Value::None => Ok(made),
                other => Err(init_returned(vm, &other)),
            };
        }
        _ => {}
    }
    let Some(obj) = new_instance(vm, class, args, names)? else {
        return Err(vm.type_error(format!("cannot create '{}' instances", table_name(class))));
    };
    let made = vm.class_of(&obj).clone();
    if !made.is_subclass(class)
        || made == *class && matches!(construction(vm, class), Construction::NativeNew(_))
    {
        return Ok(obj);
    }
    if let Some(init) = made.special(vm, Special::Init) {
        // What a built-in `__new__` takes is no concern of `object.__init__`.
        if class.table.is_some() && made == *class && is_object_init(vm, &init) {
            return Ok(obj);
        }
        let result = if crate::object::descriptor::binds_as_method(&init) {
            vm.call_method_value(&init, &obj, args, names)?
        } else if names.is_empty() {
            call_special(vm, init, &obj, args)?
        } else {
            let binding = crate::object::descriptor::Binding::Instance(&obj, &made);
            let bound = crate::object::descriptor::get(vm, &init, binding)?;
            vm.call_with(&bound, args, names)?
        };
        if !result.is_none() {
            return Err(init_returned(vm, &result));
        }
    }
    Ok(obj)
}

/// The `__new__` that makes a class's instances. A native one only says that no method written in Python
/// does: which native one, the layout decides, that is, the line of bases from which it comes.
pub fn effective_new(vm: &Vm, class: &Ref<Class>) -> Option<Value> {
    let found = class.special(vm, Special::New)?;
    if !class.is_heap() || class.asks_for_new.get() {
        return Some(found);
    }
    let mut at = class.base()?;
    while at.is_heap() {
        at = at.base()?;
    }
    constructor(vm, &at)
}

/// Whether an `__init__` is that of `object`.
fn is_object_init(vm: &Vm, init: &Value) -> bool {
    let of_object = vm.types.object.special(vm, Special::Init);
    of_object.is_some_and(|of_object| of_object.is(init))
}

/// The name of a built-in class with its module, that of others without.
fn table_name(class: &Class) -> String {
    match class.table {
        Some(table) if table.module != "builtins" => format!("{}.{}", table.module, table.name),
        _ => class.name_text(),
    }
}

/// The name with the module before it, unless that is no text or `builtins`: the qualified name then.
pub fn full_name(vm: &Vm, class: &Ref<Class>) -> String {
    let qualname = qualname(vm, class);
    match module_shown(vm, class) {
        Some(module) => format!("{module}.{qualname}"),
        None => qualname,
    }
}

/// What default reprs show: as [`full_name`], but without a module it is the plain name.
pub fn shown_name(vm: &Vm, class: &Ref<Class>) -> String {
    match module_shown(vm, class) {
        Some(module) => format!("{module}.{}", qualname(vm, class)),
        None => class.name_text(),
    }
}

fn module_shown(vm: &Vm, class: &Ref<Class>) -> Option<String> {
    let module = match class.table {
        Some(table) => vm.str(table.module),
        None => class.dict(vm).get_name(&vm.names.__module__)?,
    };
    let module = module.get::<Str>()?.to_string();
    (module != "builtins").then_some(module)
}

/// The name that newer messages show: [`full_name`] without the module `__main__`.
///
/// # Errors
/// AttributeError when the class has lost its module.
pub fn qualified_name(vm: &Vm, class: &Ref<Class>) -> PyResult<String> {
    let module = &vm.names.__module__;
    if class.table.is_none() && class.dict(vm).get_name(module).is_none() {
        return Err(vm.unnamed_attribute_error(module.to_string()));
    }
    let full = full_name(vm, class);
    Ok(match full.strip_prefix("__main__.") {
        Some(rest) => rest.to_owned(),
        None => full,
    })
}

/// `__qualname__` as text.
pub fn qualname(_vm: &Vm, class: &Ref<Class>) -> String {
    match class.qualname.get().get::<Str>() {
        Some(name) => name.to_string(),
        None => class.name.borrow().to_string(),
    }
}

/// `obj.__class__ = value`. Reference: 3.3.2.1, Customizing module attribute access, for modules.
///
/// # Errors
/// TypeError when the value is no class or the layouts differ.
pub fn assign_class(vm: &Vm, obj: &Value, value: Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(vm.type_error("can't delete __class__ attribute"));
    }
    let Some(new) = value.as_ref::<Class>() else {
        return Err(vm.type_error(format!(
            "__class__ must be set to a class, not '{}' object",
            vm.type_name(&value)
        )));
    };
    let old = vm.class_of(obj).clone();
    let modules = new.is_subclass(&vm.types.module) && old.is_subclass(&vm.types.module);
    if !modules && (new.is_immutable() || old.is_immutable()) {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    build::check_same_layout(vm, "__class__ assignment", new, &old)?;
    if let Value::Obj(o) = obj {
        o.set_class(new);
        if let Some(dict) = o.attrs().and_then(|head| head.dict()) {
            dict.note_split(false);
        }
        if let Some(class) = o.get::<Class>() {
            class.modified(vm);
        }
        if lookup::makes_descriptors(vm, &old) || lookup::makes_descriptors(vm, new) {
            lookup::descriptors_changed(vm);
        }
    }
    Ok(())
}

/// How calling a class makes an instance.
pub enum Construction {
    /// By `__call__` of the metaclass, `__new__` and `__init__`.
    General,
    /// Allocation is all there is to it, and arguments are not accepted.
    Bare,
    /// By allocation and this `__init__`, a Python function.
    Init(Value),
    /// An exception: by allocation, which keeps the arguments.
    Exception,
    /// An exception with this `__init__`, a Python function.
    ExceptionInit(Value),
    /// By this `__new__`, a static method, and whatever `__init__` there is then.
    New(Value),
    /// By this `__new__` of a built-in base, for whose instances `object.__init__` does nothing.
    NativeNew(Value),
}

/// Whether calling the class does what `type` does: the metaclass has no say in it.
#[inline(always)]
pub fn calls_plainly(vm: &Vm, class: &Ref<Class>) -> bool {
    let metaclass = class.as_obj().class();
    *metaclass == vm.types.type_ || metaclass.calls_as_type(vm)
}

/// How `type`'s call of this class makes an instance.
#[inline]
pub fn construction(vm: &Vm, class: &Ref<Class>) -> Construction {
    if class.is_abstract.get() {
        return Construction::General;
    }
    class.construction(|| find_construction(vm, class))
}

#[cold]
fn find_construction(vm: &Vm, class: &Ref<Class>) -> Construction {
    let exception = class.instance_kind == Kind::Exception;
    let root = match class.instance_kind {
        Kind::Instance => &vm.types.object,
        Kind::Exception => &vm.exceptions.BaseException,
        _ => return construction_by_new(vm, class),
    };
    let is_roots = |found: Option<Value>, special| match (found, root.special(vm, special)) {
        (Some(found), Some(of_root)) => native::is_same(&found, &of_root),
        _ => false,
    };
    let roots = |special: Special| is_roots(class.special(vm, special), special);
    // What makes the instances comes from the base that lays them out.
    if class.asks_for_new.get()
        || !roots(Special::New)
        || !is_roots(effective_new(vm, class), Special::New)
    {
        return construction_by_new(vm, class);
    }
    match class.special(vm, Special::Init) {
        Some(init) if init.get::<crate::types::function::Function>().is_some() => match exception {
            true => Construction::ExceptionInit(init),
            false => Construction::Init(init),
        },
        Some(_) if roots(Special::Init) => match exception {
            true => Construction::Exception,
            false => Construction::Bare,
        },
        _ => Construction::General,
    }
}

/// How a class makes its instances whose `__new__` is not that of the layout's root.
fn construction_by_new(vm: &Vm, class: &Ref<Class>) -> Construction {
    let Some(new) = constructor(vm, class).filter(|_| class.is_heap()) else {
        return Construction::General;
    };
    if *vm.class_of(&new) == vm.types.staticmethod {
        return Construction::New(new);
    }
    let native = new.get::<NativeFunction>().is_some() && !class.asks_for_new.get();
    match native && class.instance_kind != Kind::Instance && object::is_left_alone(vm, class) {
        true => Construction::NativeNew(new),
        false => Construction::General,
    }
}

/// The error for an `__init__` that returned something.
#[cold]
pub fn init_returned(vm: &Vm, result: &Value) -> crate::object::value::Raised {
    vm.type_error(format!(
        "__init__() should return None, not '{}'",
        vm.type_name(result)
    ))
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Ref<Class>> {
    value
        .as_ref::<Class>()
        .ok_or(())
        .map_err(|()| vm.type_error("a type object is required"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let meta = super::class_arg(vm, &args[0], "type")?;
    let positional = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let [name, bases, namespace] = positional else {
        let given = positional.len();
        return Err(vm.type_error(format!(
            "type.__new__() takes exactly 3 arguments ({given} given)"
        )));
    };
    let wrong = |position: u8, expected: &str, got: &Value| {
        let what = format!("type.__new__() argument {position}");
        super::args::wrong_argument(vm, got, &what, expected)
    };
    let Some(name) = name.as_ref::<Str>() else {
        return Err(wrong(1, "str", name));
    };
    let Some(bases) = bases.get::<Tuple>() else {
        return Err(wrong(2, "tuple", bases));
    };
    let Some(namespace) = namespace.as_ref::<Dict>() else {
        return Err(wrong(3, "dict", namespace));
    };
    let keywords = keyword_args(vm, &args[2]);
    for base in &bases.items {
        if base.get::<Class>().is_none()
            && lookup::get_optional(vm, base, &vm.names.__mro_entries__)?.is_some()
        {
            return Err(
                vm.type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            );
        }
    }
    let winner = build::metaclass(vm, &meta, &bases.items)?;
    if winner != meta {
        let theirs = winner.special(vm, Special::New);
        let ours = vm.types.type_.special(vm, Special::New);
        if let (Some(theirs), Some(ours)) = (theirs, ours)
            && !theirs.is(&ours)
        {
            let new = descriptor::get(vm, &theirs, Binding::Class(&winner))?;
            let names: Vec<Name> = keywords.iter().map(|(name, _)| name.clone()).collect();
            let mut all = vec![winner.value()];
            all.extend(positional.iter().cloned());
            all.extend(keywords.into_iter().map(|(_, value)| value));
            return vm.call_with(&new, &all, &names);
        }
    }
    let definition = Definition {
        name: vm.interner.own_name(name),
        bases: bases.items.to_vec(),
        namespace: namespace.clone(),
        keywords,
    };
    build::new_class(vm, &winner, definition)
}

/// The items of a `**kwargs` dict.
pub fn keyword_args(vm: &Vm, kwargs: &Value) -> Vec<(Name, Value)> {
    let Some(dict) = kwargs.get::<Dict>() else {
        return Vec::new();
    };
    let named =
        |(key, value): (Value, Value)| Some((vm.interner.own_name(key.as_ref::<Str>()?), value));
    dict.items().into_iter().filter_map(named).collect()
}

/// Whether a text may be a class's name.
///
/// # Errors
/// ValueError for a null character, UnicodeEncodeError for lone surrogates.
pub fn check_name(vm: &Vm, name: &Str) -> PyResult<()> {
    if name.text.as_bytes().contains(&0) {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    check_encodable(vm, name)
}

/// Whether a text may be a class's doc.
///
/// # Errors
/// UnicodeEncodeError for lone surrogates.
pub fn check_encodable(vm: &Vm, name: &Str) -> PyResult<()> {
    if name.as_str().is_none() {
        let (value, unbound) = (vm.text(name.text.clone()), Value::Unbound);
        let utf8 = Arguments::new(vm, "encode", &unbound, &unbound)?;
        encoding::encode(vm, &value, &utf8)?;
    }
    Ok(())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let count = args[1].get::<Tuple>().map_or(0, |tuple| tuple.items.len());
    let keywords = args[2].get::<Dict>().map_or(0, |dict| dict.len());
    if count == 1 && keywords > 0 {
        return Err(vm.type_error("type.__init__() takes no keyword arguments"));
    }
    if count != 1 && count != 3 {
        return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::None)
}

fn call_row(vm: &Vm, args: &[Value]) -> PyResult {
    let class = this(vm, &args[0])?;
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    call(vm, class, &all, &names)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = this(vm, &args[0])?;
    Ok(vm.str(&format!("<class '{}'>", shown_name(vm, class))))
}

fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::attribute_arg(vm, &args[1])?;
    match lookup::builtin_get(vm, &args[0], Access::Type, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::no_attribute(vm, &args[0], &name)),
    }
}

fn setattr(vm: &Vm, args: &[Value]) -> PyResult {
    super::object::check_jump(vm, &args[0], Access::Type, "__setattr__")?;
    let name = changed_name(vm, args)?;
    lookup::builtin_set(vm, &args[0], Access::Type, &name, args[2].clone()).map(|()| Value::None)
}

/// The name of an attribute that is to change: a class that can't change says so before it looks at the name.
fn changed_name(vm: &Vm, args: &[Value]) -> PyResult<Name> {
    let class = this(vm, &args[0])?;
    match args[1].get::<Str>().is_none() && class.is_immutable() {
        true => Err(lookup::immutable_type(vm, class, &args[1])),
        false => super::attribute_arg(vm, &args[1]),
    }
}

fn delattr(vm: &Vm, args: &[Value]) -> PyResult {
    super::object::check_jump(vm, &args[0], Access::Type, "__delattr__")?;
    let name = changed_name(vm, args)?;
    lookup::builtin_set(vm, &args[0], Access::Type, &name, Value::Unbound).map(|()| Value::None)
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    super::union_of(vm, &args[0], &args[1])
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    super::union_of(vm, &args[1], &args[0])
}

fn mro(vm: &Vm, args: &[Value]) -> PyResult {
    let class = this(vm, &args[0])?;
    let order = crate::object::class::c3(vm, class, &class.bases())?;
    Ok(vm.list(order.iter().map(Ref::value).collect()))
}

fn subclasses(vm: &Vm, args: &[Value]) -> PyResult {
    let class = this(vm, &args[0])?;
    Ok(vm.list(class.subclasses().iter().map(Ref::value).collect()))
}

fn prepare(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.dict().into())
}

fn instance_check(vm: &Vm, args: &[Value]) -> PyResult {
    super::checks::real_isinstance(vm, &args[1], &args[0]).map(Value::bool)
}

fn subclass_check(vm: &Vm, args: &[Value]) -> PyResult {
    super::checks::real_issubclass(vm, &args[1], &args[0]).map(Value::bool)
}

fn dir(vm: &Vm, args: &[Value]) -> PyResult {
    this(vm, &args[0])?;
    let names = vm.dict();
    super::object::add_class_names(vm, &names, &args[0])?;
    Ok(vm.list(names.keys()))
}

fn sizeof(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(args[0].obj().map_or(0, |obj| obj.size()) as i64))
}

fn get_base(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.base().map_or(Value::None, Value::from))
}

fn get_name(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.name.borrow().value())
}

/// Refuses to change a built-in class or to delete the attribute.
fn check_change(vm: &Vm, class: &Class, name: &str, value: &Value) -> Result<(), Raised> {
    if class.is_immutable() {
        return Err(lookup::immutable_type(vm, class, &vm.str(name)));
    }
    if value.is_unbound() {
        let text = format!(
            "cannot delete '{name}' attribute of immutable type '{}'",
            class.name_text()
        );
        return Err(vm.type_error(text));
    }
    Ok(())
}

fn set_name(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__name__", &new)?;
    let Some(name) = new.as_ref::<Str>() else {
        let text = format!(
            "can only assign string to {}.__name__, not '{}'",
            class.name_text(),
            vm.type_name(&new)
        );
        return Err(vm.type_error(text));
    };
    check_name(vm, name)?;
    // The old one goes when the new one is in place: its end may run code that asks for the name.
    let old = class.name.replace(vm.interner.own_name(name));
    *class.long_name.borrow_mut() = None;
    drop(old);
    Ok(())
}

fn get_qualname(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.qualname.get())
}

fn set_qualname(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__qualname__", &new)?;
    if new.get::<Str>().is_none() {
        let text = format!(
            "can only assign string to {}.__qualname__, not '{}'",
            class.name_text(),
            vm.type_name(&new)
        );
        return Err(vm.type_error(text));
    }
    class.qualname.set(new);
    Ok(())
}

fn get_bases(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.bases_tuple(vm))
}

fn set_bases(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__bases__", &new)?;
    build::assign_bases(vm, class, &new)
}

fn get_mro(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    if !class.has_mro() {
        return Ok(Value::None);
    }
    Ok(class.mro_tuple(vm))
}

fn get_module(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    match class.table {
        Some(table) => match class.dict(vm).get_name(&vm.names.__module__) {
            Some(module) if module.get::<Str>().is_some() => Ok(module),
            _ => Ok(vm.intern(table.module).value()),
        },
        None => match class.dict(vm).get_name(&vm.names.__module__) {
            Some(module) => Ok(module),
            None => Err(vm.unnamed_attribute_error("__module__")),
        },
    }
}

fn set_module(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__module__", &new)?;
    store(vm, class, &vm.names.__module__, new);
    drop(class.dict(vm).remove_name(&vm.names.__firstlineno__));
    Ok(())
}

fn store(vm: &Vm, class: &Class, name: &Name, value: Value) {
    let old = class.dict(vm).set_name(name, value);
    class.modified(vm);
    drop(old);
}

fn get_abstract(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    let found = if *class == vm.types.type_ {
        None
    } else {
        class.dict(vm).get_name(&vm.names.__abstractmethods__)
    };
    match found {
        Some(found) => Ok(found),
        None => Err(vm.unnamed_attribute_error("__abstractmethods__")),
    }
}

fn set_abstract(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    if new.is_unbound() {
        let Some(old) = class.dict(vm).remove_name(&vm.names.__abstractmethods__) else {
            return Err(vm.unnamed_attribute_error("__abstractmethods__"));
        };
        class.is_abstract.set(false);
        class.modified(vm);
        drop(old);
        return Ok(());
    }
    let any = ops::truth(vm, &new)?;
    store(vm, class, &vm.names.__abstractmethods__, new);
    class.is_abstract.set(any);
    Ok(())
}

fn get_dict(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    Ok(super::mapping_proxy::new(vm, class.dict(vm).value()))
}

fn get_doc(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    // The doc of a built-in class is its own, whatever it has for instances.
    if let Some(table) = class.table.filter(|table| !table.doc.is_empty()) {
        return Ok(vm.str(table.doc));
    }
    match class.dict(vm).get_name(&vm.names.__doc__) {
        Some(doc) => descriptor::get(vm, &doc, Binding::Class(class)),
        None => Ok(Value::None),
    }
}

fn set_doc(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__doc__", &new)?;
    store(vm, class, &vm.names.__doc__, new);
    Ok(())
}

/// The signature that a docstring begins with, as those of built-in functions do in CPython.
fn signature_before_doc(doc: &str) -> Option<&str> {
    let end = doc.find(")\n--\n\n")?;
    let is_one_part = doc.find("\n\n").is_none_or(|at| at > end);
    is_one_part.then_some(&doc[..=end])
}

fn get_text_signature(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    if class.table.is_none() {
        let doc = class.dict(vm).get_name(&vm.names.__doc__);
        let doc = doc.and_then(|doc| doc.get::<Str>().map(Str::to_string));
        let signature = doc.as_deref().and_then(|doc| {
            let rest = doc.strip_prefix(&*class.name_text())?;
            rest.starts_with('(').then(|| signature_before_doc(rest))?
        });
        return Ok(signature.map_or(Value::None, |text| vm.str(text)));
    }
    if let Some(told) = class.table.and_then(|table| table.told) {
        return Ok(text_or_none(vm, told));
    }
    let row = class.table.and_then(|table| {
        table
            .methods
            .iter()
            .find(|row| row.name() == "__new__")
            .or(table.methods.iter().find(|row| row.name() == "__init__"))
    });
    // Optional parameters without a default value have no signature that Python could show.
    let Some(row) = row.filter(|row| {
        !row.signature.contains("<unrepresentable>")
            && class.table.is_some_and(|table| table.module != "typing")
    }) else {
        return Ok(Value::None);
    };
    let parameters = row.signature.split_once('(').map_or("", |(_, rest)| rest);
    let rest = parameters
        .split_once(',')
        .map_or(")", |(_, rest)| rest.trim_start());
    if ["*args, **kwargs)", "/, *args, **kwargs)", "/, *args)"].contains(&rest) {
        return Ok(Value::None);
    }
    Ok(vm.str(&format!("({rest}")))
}

fn get_annotations(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    if !class_layout::is_made(class) {
        let text = format!(
            "type object '{}' has no attribute '__annotations__'",
            class.name_text()
        );
        return Err(vm.unnamed_attribute_error(text));
    }
    if let Some(found) = class.dict(vm).get_name(&vm.names.__annotations__) {
        return descriptor::get(vm, &found, Binding::Class(class));
    }
    let fresh: Value = vm.dict().into();
    store(vm, class, &vm.names.__annotations__, fresh.clone());
    Ok(fresh)
}

fn set_annotations(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    if new.is_unbound() && !class.is_immutable() {
        let Some(old) = class.dict(vm).remove_name(&vm.names.__annotations__) else {
            return Err(vm.unnamed_attribute_error("__annotations__"));
        };
        class.modified(vm);
        drop(old);
        return Ok(());
    }
    check_change(vm, class, "__annotations__", &new)?;
    store(vm, class, &vm.names.__annotations__, new);
    Ok(())
}

fn get_type_params(vm: &Vm, value: &Value) -> PyResult {
    let class = this(vm, value)?;
    // The class `function` has a descriptor of the name, and `type` this one.
    let own = match class.as_obj() == vm.types.type_.as_obj() {
        true => None,
        false => class.dict(vm).get_name(&vm.names.__type_params__),
    };
    Ok(own.unwrap_or_else(|| vm.tuple(Vec::new())))
}

fn set_type_params(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let class = this(vm, value)?;
    check_change(vm, class, "__type_params__", &new)?;
    store(vm, class, &vm.names.__type_params__, new);
    Ok(())
}
