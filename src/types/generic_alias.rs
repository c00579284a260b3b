//! `types.GenericAlias`: what `list[int]` is. Type parameters and their substitution, which unions share,
//! are in `type_parameters`.

use super::iterators::{SELF_ITER, builtin, reduced};
use super::slots;
use super::str::Str;
use super::tuple::Tuple;
use super::type_parameters::Arguments;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::args::call_arguments;
use crate::vm::Vm;

/// The payload of generic aliases.
pub struct GenericAlias {
    origin: Value,
    args: Arguments,
    /// Whether it is unpacked: `*tuple[int]`.
    starred: bool,
}

impl Trace for GenericAlias {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(origin) = &self.origin {
            visit(origin);
        }
        self.args.trace(visit);
    }
    fn clear(&self) {
        self.args.clear();
    }
}

impl GenericAlias {
    /// What the parameters belong to.
    pub fn args(&self) -> &[Value] {
        self.args.items()
    }
}

/// `origin[args]`
pub fn new(vm: &Vm, origin: Value, args: &Value) -> Value {
    alloc(vm, &vm.types.generic_alias, origin, args, false)
}

fn alloc(vm: &Vm, class: &Ref<Class>, origin: Value, args: &Value, starred: bool) -> Value {
    let args = match args.get::<Tuple>() {
        Some(_) => args.clone(),
        None => vm.tuple(vec![args.clone()]),
    };
    let payload = GenericAlias {
        origin,
        args: Arguments::new(args),
        starred,
    };
    heap::alloc(class, payload).into()
}

/// The type's table.
pub const GENERIC_ALIAS: TypeTable = TypeTable {
    name: "GenericAlias",
    told: Some("(origin, args, /)"),
    keyed: true,
    module: "types",
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    kind: Kind::GenericAlias,
    subclassable: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", alias_new),
        slots::repr(repr),
        slots::hash(hash),
        slots::call(call),
        slots::getattribute(getattribute),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::or(or),
        slots::ror(ror),
        slots::getitem(getitem),
        method("__mro_entries__(self, object, /)", mro_entries, ""),
        method("__instancecheck__(self, object, /)", instancecheck, ""),
        method("__subclasscheck__(self, object, /)", subclasscheck, ""),
        method("__reduce__(self, /)", reduce, ""),
        method("__dir__(self, /)", dir, ""),
    ],
    properties: &[
        member("__origin__", origin, ""),
        member("__args__", args_of, ""),
        member("__unpacked__", unpacked, ""),
        getter(
            "__parameters__",
            parameters,
            "Type variables in the GenericAlias.",
        ),
        getter("__typing_unpacked_tuple_args__", unpacked_tuple_args, ""),
    ],
    ..TypeTable::DEFAULT
};

/// The attributes that are the alias's own; all others are its origin's.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
];

/// Attributes that neither the alias nor, through it, the origin has.
const BLOCKED: &[&str] = &["__bases__", "__copy__", "__deepcopy__"];

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a GenericAlias> {
    vm.this::<GenericAlias>(std::slice::from_ref(value))
}

fn origin(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.origin.clone())
}
fn args_of(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.args.tuple.clone())
}
fn unpacked(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::bool(this(vm, value)?.starred))
}
fn parameters(vm: &Vm, value: &Value) -> PyResult {
    this(vm, value)?.args.parameters(vm)
}
fn unpacked_tuple_args(vm: &Vm, value: &Value) -> PyResult {
    let this = this(vm, value)?;
    let is_tuple = this.origin.is(&vm.types.tuple.value());
    Ok(if this.starred && is_tuple {
        this.args.tuple.clone()
    } else {
        Value::None
    })
}

fn alias_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "GenericAlias")?;
    let given = super::sequence::positional(vm, "GenericAlias", &args[1], &args[2], (2, 2))?;
    Ok(alloc(vm, &class, given[0].clone(), &given[1], false))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let mut text = Text::new();
    if this.starred {
        text.push_str("*");
    }
    push_type_repr(vm, &mut text, &this.origin)?;
    text.push_str("[");
    for (at, arg) in this.args().iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        match arg.get::<super::list::List>() {
            // The parameters of a callable stand as a list.
            Some(list) => {
                text.push_str("[");
                for (at, item) in list.items.to_vec().iter().enumerate() {
                    if at > 0 {
                        text.push_str(", ");
                    }
                    push_type_repr(vm, &mut text, item)?;
                }
                text.push_str("]");
            }
            None => push_type_repr(vm, &mut text, arg)?,
        }
    }
    text.push_str(if this.args().is_empty() { "()]" } else { "]" });
    Ok(vm.text(text))
}

/// Appends a type as annotations show it: classes by their qualified name, `...` as such.
///
/// # Errors
/// Whatever a `__repr__` raises.
pub fn push_type_repr(vm: &Vm, text: &mut Text, value: &Value) -> PyResult<()> {
    if matches!(value, Value::Ellipsis) {
        text.push_str("...");
        return Ok(());
    }
    let attribute = |name: &Name| lookup::get_optional(vm, value, name);
    let is_alias =
        attribute(&vm.names.__origin__)?.is_some() && attribute(&vm.names.__args__)?.is_some();
    if !is_alias
        && let Some(qualname) = attribute(&vm.names.__qualname__)?
        && let Some(module) = attribute(&vm.names.__module__)?
        && !module.is_none()
    {
        let plain = module.get::<Str>().and_then(|module| module.as_str()) == Some("builtins");
        if !plain {
            text.push_text(&ops::str(vm, &module)?.text);
            text.push_str(".");
        }
        text.push_text(&ops::str(vm, &qualname)?.text);
        return Ok(());
    }
    text.push_text(&ops::repr(vm, value)?.text);
    Ok(())
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let hash = ops::hash(vm, &this.origin)? ^ ops::hash(vm, &this.args.tuple)?;
    Ok(Value::Int(hash))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let (true, Some(other)) = (
        matches!(op, Compare::Eq | Compare::Ne),
        args[1].get::<GenericAlias>(),
    ) else {
        return Ok(Value::NotImplemented);
    };
    let equal = this.starred == other.starred
        && ops::eq(vm, &this.origin, &other.origin)?
        && ops::eq(vm, &this.args.tuple, &other.args.tuple)?;
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

comparison_methods!(compare);

/// Calling the alias calls its origin; the result remembers the alias if it can.
fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let (given, names) = call_arguments(vm, &args[1], &args[2]);
    let made = vm.call_with(&this.origin, &given, &names)?;
    let name = vm.intern("__orig_class__");
    if let Err(raised) = lookup::set(vm, &made, &name, args[0].clone())
        && !vm.pending_is(&vm.exceptions.TypeError)
    {
        vm.swallow(&vm.exceptions.AttributeError, raised)?;
    } else {
        drop(vm.take_pending());
    }
    Ok(made)
}

fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let text = name.as_str().unwrap_or_default();
    if !OWN.contains(&text) && !BLOCKED.contains(&text) {
        return lookup::get(vm, &this.origin, &name);
    }
    let class = vm.class_of(&args[0]).clone();
    match lookup::generic_get(vm, &args[0], &class, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::no_attribute(vm, &args[0], &name)),
    }
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    super::union_of(vm, &args[0], &args[1])
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    super::union_of(vm, &args[1], &args[0])
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let new = this.args.substituted(vm, &args[0], &args[1])?;
    let class = &vm.types.generic_alias;
    Ok(alloc(
        vm,
        class,
        this.origin.clone(),
        &vm.tuple(new),
        this.starred,
    ))
}

fn mro_entries(vm: &Vm, args: &[Value]) -> PyResult {
    let origin = vm.this::<GenericAlias>(args)?.origin.clone();
    Ok(vm.tuple(vec![origin]))
}

fn instancecheck(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn subclasscheck(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    if this.starred {
        let plain = new(vm, this.origin.clone(), &this.args.tuple);
        let iterator = iterator_over(vm, plain);
        return Ok(vm.tuple(vec![builtin(vm, "next")?, vm.tuple(vec![iterator])]));
    }
    let parts = vm.tuple(vec![this.origin.clone(), this.args.tuple.clone()]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), parts]))
}

fn dir(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAlias>(args)?;
    let dir = builtin(vm, "dir")?;
    let names = vm.call(&dir, std::slice::from_ref(&this.origin))?;
    let mut names = ops::collect(vm, &names)?;
    for own in OWN.iter().chain(BLOCKED).map(|own| vm.intern(own).value()) {
        if !super::sequence::contains(vm, &Tuple::new(names.clone()), &own)? {
            names.push(own);
        }
    }
    Ok(vm.list(names))
}

// ---------------------------------------------------------------------------------------------
// Unpacking: `*tuple[int]` iterates over the alias, which yields its starred self

/// The payload of an alias's iterator.
pub struct GenericAliasIterator(ValueCell);

impl Trace for GenericAliasIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.0.trace(visit);
    }
    fn clear(&self) {
        drop(self.0.take());
    }
}

/// The table of `generic_alias_iterator`.
pub const GENERIC_ALIAS_ITERATOR: TypeTable = TypeTable {
    name: "generic_alias_iterator",
    kind: Kind::GenericAliasIterator,
    methods: &[
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", iterator_reduce, ""),
    ],
    ..TypeTable::DEFAULT
};

fn iterator_over(vm: &Vm, alias: Value) -> Value {
    let payload = GenericAliasIterator(ValueCell::new(alias));
    heap::alloc(&vm.types.generic_alias_iterator, payload).into()
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<GenericAlias>(args)?;
    Ok(iterator_over(vm, args[0].clone()))
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<GenericAliasIterator>(std::slice::from_ref(this))?;
    let alias = this.0.take();
    let Some(plain) = alias.get::<GenericAlias>() else {
        return Ok(None);
    };
    let class = &vm.types.generic_alias;
    let starred = alloc(vm, class, plain.origin.clone(), &plain.args.tuple, true);
    Ok(Some(starred))
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<GenericAliasIterator>(args)?;
    let rest = this.0.get().bound();
    reduced(
        vm,
        "iter",
        rest.unwrap_or_else(|| vm.tuple(Vec::new())),
        None,
    )
}
