//! `itemgetter`, `attrgetter` and `methodcaller`: functions made of what is to be got or called.

use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::lookup::{self, MethodLookup};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getter, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::args::call_arguments;
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::native::NativePayload;
use crate::types::sequence::ReprGuard;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg, slots};
use crate::vm::Vm;

/// The one argument of a call.
fn operand<'a>(vm: &Vm, name: &str, args: &'a [Value], names: &[Name]) -> PyResult<&'a Value> {
    match (args, names) {
        ([operand], []) => Ok(operand),
        (_, []) => Err(vm.type_error(format!("{name} expected 1 argument, got {}", args.len()))),
        _ => Err(vm.type_error(format!("{name}() takes no keyword arguments"))),
    }
}

fn methodcaller_call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    operand(vm, "methodcaller", &all, &names)?;
    this::<MethodCaller>(vm, args)?.get(vm, &all, &names)
}

/// What a constructor's `*args` has collected: at least one value, and no keywords.
fn constructed<'a>(vm: &Vm, name: &str, args: &'a [Value]) -> PyResult<&'a [Value]> {
    if let Value::Obj(keywords) = &args[2]
        && keywords.get::<Dict>().is_some_and(|dict| !dict.is_empty())
    {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let given = items_of(&args[1]);
    if given.is_empty() {
        return Err(vm.type_error(format!("{name} expected 1 argument, got 0")));
    }
    Ok(given)
}

fn items_of(value: &Value) -> &[Value] {
    value.get::<Tuple>().map_or(&[], |tuple| &tuple.items)
}

/// `name(items)`
fn described(vm: &Vm, this: &Value, items: &[Value], keywords: &[(Name, Value)]) -> PyResult {
    let name = vm.type_name(this);
    let Some(_guard) = ReprGuard::enter(vm, this) else {
        return Ok(vm.str(&format!("{name}(...)")));
    };
    let mut text = Text::new();
    text.push_str(&name);
    text.push_str("(");
    for (i, item) in items.iter().enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_text(&ops::repr(vm, item)?.text);
    }
    for (name, value) in keywords {
        text.push_str(", ");
        text.push_text(&name.text);
        text.push_str("=");
        text.push_text(&ops::repr(vm, value)?.text);
    }
    text.push_str(")");
    Ok(vm.text(text))
}

// ---------------------------------------------------------------------------------------------
// itemgetter

struct ItemGetter {
    /// A tuple.
    items: ValueCell,
}

impl NativePayload for ItemGetter {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.items.trace(visit);
    }
    fn clear(&self) {
        drop(self.items.take());
    }
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> Option<PyResult> {
        Some(self.get(vm, args, names))
    }
}

impl ItemGetter {
    fn get(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let operand = operand(vm, "itemgetter", args, names)?;
        let items = self.items.get();
        match items_of(&items) {
            [item] => get_item(vm, operand, item),
            items => {
                let get = |item| get_item(vm, operand, item);
                let values: PyResult<Vec<Value>> = items.iter().map(get).collect();
                Ok(vm.tuple(values?))
            }
        }
    }
}

/// `operand[item]`, at once for an index of a tuple or list.
#[inline]
fn get_item(vm: &Vm, operand: &Value, item: &Value) -> PyResult {
    if let (Value::Obj(obj), Value::Int(index)) = (operand, item) {
        let found = match obj.kind() {
            Kind::Tuple if *obj.class() == vm.types.tuple => obj.get::<Tuple>().and_then(|tuple| {
                tuple
                    .items
                    .get(args::position(*index, tuple.items.len())?)
                    .cloned()
            }),
            Kind::List if *obj.class() == vm.types.list => obj
                .get::<List>()
                .and_then(|list| list.items.get(args::position(*index, list.items.len())?)),
            _ => None,
        };
        if let Some(found) = found {
            return Ok(found);
        }
    }
    ops::get_item(vm, operand, item)
}

pub(super) static ITEMGETTER: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "itemgetter",
    told: Some("(item, /, *items)"),
    module: "operator",
    doc: "A function that gets the given items of its operand.\n\nitemgetter(2) as f makes f(r) be r[2]; itemgetter(2, 5) makes it (r[2], r[5]).",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", |vm, args| {
            let class = class_arg(vm, &args[0], "itemgetter")?;
            constructed(vm, "itemgetter", args)?;
            let items = ValueCell::new(args[1].clone());
            Ok(alloc(&class, ItemGetter { items }))
        }),
        slots::call(extension::call_row::<ItemGetter>),
        slots::repr(|vm, args| {
            let items = this::<ItemGetter>(vm, args)?.items.get();
            described(vm, &args[0], items_of(&items), &[])
        }),
        method(
            "__reduce__(self, /)",
            |vm, args| {
                let items = this::<ItemGetter>(vm, args)?.items.get();
                Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), items]))
            },
            "Return state information for pickling.",
        ),
    ],
    properties: &[
        table::VECTORCALL_OFFSET,
        getter("__text_signature__", |vm, _| Ok(vm.str("(obj, /)")), ""),
    ],
    ..TypeTable::DEFAULT
};

// ---------------------------------------------------------------------------------------------
// attrgetter

struct AttrGetter {
    /// The names between the dots, of each attribute.
    paths: Box<[Box<[Name]>]>,
}

impl NativePayload for AttrGetter {
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> Option<PyResult> {
        Some(self.get(vm, args, names))
    }
}

impl AttrGetter {
    fn get(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let operand = operand(vm, "attrgetter", args, names)?;
        match &*self.paths {
            [path] => get_path(vm, operand, path),
            paths => {
                let values = paths.iter().map(|path| get_path(vm, operand, path));
                let values: PyResult<Vec<Value>> = values.collect();
                Ok(vm.tuple(values?))
            }
        }
    }

    /// The attributes as they were given.
    fn names(&self, vm: &Vm) -> Vec<Value> {
        let dotted = |path: &[Name]| {
            let mut text = Text::new();
            for (i, name) in path.iter().enumerate() {
                text.push_str(if i > 0 { "." } else { "" });
                text.push_text(&name.text);
            }
            vm.text(text)
        };
        self.paths.iter().map(|path| dotted(path)).collect()
    }
}

fn get_path(vm: &Vm, operand: &Value, path: &[Name]) -> PyResult {
    let mut value = operand.clone();
    for name in path {
        value = lookup::get(vm, &value, name)?;
    }
    Ok(value)
}

pub(super) static ATTRGETTER: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "attrgetter",
    told: Some("(attr, /, *attrs)"),
    module: "operator",
    doc: "A function that gets the given attributes of its operand.\n\nattrgetter('name.first') as f makes f(r) be r.name.first; with several names f(r)\nis a tuple.",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", attrgetter_new),
        slots::call(extension::call_row::<AttrGetter>),
        slots::repr(|vm, args| {
            let names = this::<AttrGetter>(vm, args)?.names(vm);
            described(vm, &args[0], &names, &[])
        }),
        method(
            "__reduce__(self, /)",
            |vm, args| {
                let names = this::<AttrGetter>(vm, args)?.names(vm);
                Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), vm.tuple(names)]))
            },
            "Return state information for pickling.",
        ),
    ],
    properties: &[
        table::VECTORCALL_OFFSET,
        getter("__text_signature__", |vm, _| Ok(vm.str("(obj, /)")), ""),
    ],
    ..TypeTable::DEFAULT
};

fn attrgetter_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "attrgetter")?;
    let path = |attribute: &Value| -> PyResult<Box<[Name]>> {
        let Some(text) = attribute.get::<Str>().map(|s| s.text.as_bytes()) else {
            return Err(vm.type_error("attribute name must be a string"));
        };
        let names = text.split(|&byte| byte == b'.');
        Ok(names.map(|name| vm.interner.intern(name)).collect())
    };
    let paths: PyResult<_> = constructed(vm, "attrgetter", args)?
        .iter()
        .map(path)
        .collect();
    Ok(alloc(&class, AttrGetter { paths: paths? }))
}

// ---------------------------------------------------------------------------------------------
// methodcaller

struct MethodCaller {
    name: Name,
    /// The arguments; those given by name come last.
    args: ValueCell,
    names: Box<[Name]>,
}

impl NativePayload for MethodCaller {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.args.trace(visit);
    }
    fn clear(&self) {
        drop(self.args.take());
    }
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> Option<PyResult> {
        Some(self.get(vm, args, names))
    }
}

impl MethodCaller {
    fn get(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        // Called directly, the arguments by position are looked at first.
        let positional = &args[..args.len() - names.len()];
        operand(vm, "methodcaller", positional, &[])?;
        let operand = operand(vm, "methodcaller", args, names)?;
        let args = self.args.get();
        match lookup::get_method(vm, operand, &self.name)? {
            MethodLookup::Unbound(function) => {
                vm.call_method_value(&function, operand, items_of(&args), &self.names)
            }
            MethodLookup::Bound(callable) => vm.call_with(&callable, items_of(&args), &self.names),
        }
    }
}

pub(super) static METHODCALLER: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "methodcaller",
    told: Some("(name, /, *args, **kwargs)"),
    module: "operator",
    doc: "A function that calls the given method of its operand.\n\nmethodcaller('name', 'date', foo=1) as f makes f(r) be r.name('date', foo=1).",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", methodcaller_new),
        slots::call(methodcaller_call),
        slots::repr(methodcaller_repr),
        method(
            "__reduce__(self, /)",
            methodcaller_reduce,
            "Return state information for pickling.",
        ),
    ],
    properties: &[
        table::VECTORCALL_OFFSET,
        getter("__text_signature__", |vm, _| Ok(vm.str("(obj, /)")), ""),
    ],
    ..TypeTable::DEFAULT
};

fn methodcaller_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "methodcaller")?;
    let (mut all, names) = call_arguments(vm, &args[1], &args[2]);
    if all.len() == names.len() {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    }
    let name = all.remove(0);
    let Some(name) = name.as_ref::<Str>() else {
        return Err(vm.type_error("method name must be a string"));
    };
    let caller = MethodCaller {
        name: vm.interner.intern_object(name),
        args: ValueCell::new(vm.tuple(all)),
        names: names.into(),
    };
    Ok(alloc(&class, caller))
}

impl MethodCaller {
    /// The method's name with the positional arguments, and those given by name.
    fn parts(&self) -> (Vec<Value>, Vec<(Name, Value)>) {
        let args = self.args.get();
        let (positional, by_name) = {
            let args = items_of(&args);
            args.split_at(args.len().saturating_sub(self.names.len()))
        };
        let mut first = vec![self.name.value()];
        first.extend_from_slice(positional);
        let named = self.names.iter().cloned().zip(by_name.iter().cloned());
        (first, named.collect())
    }
}

fn methodcaller_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let (positional, named) = this::<MethodCaller>(vm, args)?.parts();
    described(vm, &args[0], &positional, &named)
}

fn methodcaller_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let caller = this::<MethodCaller>(vm, args)?;
    let class = vm.class_of(&args[0]).value();
    let (mut positional, named) = caller.parts();
    if named.is_empty() {
        return Ok(vm.tuple(vec![class, vm.tuple(positional)]));
    }
    // Keywords go by way of `functools.partial`.
    let functools = crate::exec::import::import_absolute(vm, "functools")?;
    let partial = lookup::get(vm, &functools, &vm.intern("partial"))?;
    let mut given = vec![class, positional.remove(0)];
    given.extend(named.iter().map(|(_, value)| value.clone()));
    let names: Vec<Name> = named.into_iter().map(|(name, _)| name).collect();
    let constructor = vm.call_with(&partial, &given, &names)?;
    Ok(vm.tuple(vec![constructor, vm.tuple(positional)]))
}
