//! `functools.partial`.

use crate::native_payload;
use crate::object::build;
use crate::object::descriptor::Binding;
use crate::object::heap::{Kind, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getset, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::descriptor_methods::with_binding;
use crate::types::dict::Dict;
use crate::types::sequence::ReprGuard;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{class_arg, class_getitem, is_callable, slots, type_};
use crate::vm::{CALLING, Vm};

/// A function with some arguments filled in.
struct Partial {
    function: ValueCell,
    /// A tuple.
    args: ValueCell,
    /// A dict.
    keywords: ValueCell,
}
native_payload!(Partial as call; function, args, keywords);

pub(super) static PARTIAL: TypeTable = TypeTable {
    name: "partial",
    told: Some("(func, /, *args, **keywords)"),
    own: &["__getattribute__", "__setattr__", "__delattr__"],
    module: "functools",
    names_module: true,
    doc: "Create a new function with some arguments and keywords filled in already.",
    kind: Kind::Native,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, /, *args, **keywords)", new),
        slots::repr(repr),
        slots::call(extension::call_row::<Partial>),
        slots::get(get),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling.",
        ),
        method(
            "__setstate__(self, object, /)",
            setstate,
            "Set state information for unpickling.",
        ),
        table::class_getitem(class_getitem),
    ],
    properties: &[
        member(
            "func",
            |vm, value| {
                Ok(this::<Partial>(vm, std::slice::from_ref(value))?
                    .function
                    .get())
            },
            "The function that is called.",
        ),
        member(
            "args",
            |vm, value| Ok(this::<Partial>(vm, std::slice::from_ref(value))?.args.get()),
            "The positional arguments filled in.",
        ),
        member(
            "keywords",
            |vm, value| {
                Ok(this::<Partial>(vm, std::slice::from_ref(value))?
                    .keywords
                    .get())
            },
            "The keyword arguments filled in.",
        ),
        table::VECTORCALL_OFFSET,
        getset("__dict__", build::get_dict, build::set_dict, ""),
    ],
    ..TypeTable::DEFAULT
};

fn items(args: &Value) -> &[Value] {
    args.get::<Tuple>().map_or(&[], |tuple| &tuple.items)
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "partial")?;
    let Some((function, given)) = items(&args[1]).split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    let (mut function, mut given) = (function.clone(), vm.tuple_of(given.iter().cloned()));
    let mut keywords = args[2].clone();
    if !is_callable(vm, &function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    // A partial of a partial becomes one, unless attributes would be lost.
    if let Some(inner) = function.native::<Partial>()
        && extension::has_native_call(vm, vm.class_of(&function))
        && lookup::known_dict(vm, &function).is_none()
    {
        let (inner_args, inner_keywords) = (inner.args.get(), inner.keywords.get());
        given = vm.tuple([items(&inner_args), items(&given)].concat());
        if let (Some(first), Some(second)) = (inner_keywords.get::<Dict>(), keywords.get::<Dict>())
        {
            let merged = first.copied().alloc(vm);
            crate::types::dict_methods::merge(vm, &merged, second)?;
            keywords = merged.value();
        }
        let inner = inner.function.get();
        function = inner;
    }
    let payload = Partial {
        function: ValueCell::new(function),
        args: ValueCell::new(given),
        keywords: ValueCell::new(keywords),
    };
    Ok(alloc(&class, payload))
}

impl Partial {
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let _guard = vm.recurse(CALLING)?;
        let (function, first, keywords) =
            (self.function.get(), self.args.get(), self.keywords.get());
        let mut list = vm.stack.args();
        let positional = args.len() - names.len();
        for arg in items(&first).iter().chain(&args[..positional]) {
            list.push(vm, arg.clone())?;
        }
        let filled = match keywords.get::<Dict>() {
            Some(dict) if !dict.is_empty() => dict,
            _ => {
                for arg in &args[positional..] {
                    list.push(vm, arg.clone())?;
                }
                return vm.call_args(&function, list, names);
            }
        };
        let mut all: Vec<Name> = Vec::with_capacity(filled.len() + names.len());
        for (key, value) in filled.items() {
            let Some(name) = key.as_ref::<Str>() else {
                return Err(vm.type_error("keywords must be strings"));
            };
            let name = vm.interner.own_name(name);
            // What the call gives counts more, and keeps the place.
            let given = names.iter().position(|given| *given == name);
            let value = given.map_or(value, |at| args[positional + at].clone());
            list.push(vm, value)?;
            all.push(name);
        }
        for (name, value) in names.iter().zip(&args[positional..]) {
            if !all.contains(name) {
                list.push(vm, value.clone())?;
                all.push(name.clone());
            }
        }
        vm.call_args(&function, list, &all)
    }
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |binding| {
        if let Binding::Instance(..) = binding {
            crate::stdlib::warn::here(
                vm,
                &vm.exceptions.FutureWarning,
                "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior",
                1,
            )?;
        }
        Ok(args[0].clone())
    })
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let partial = this::<Partial>(vm, args)?;
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("..."));
    };
    let mut text = Text::new();
    text.push_str(&type_::full_name(vm, vm.class_of(&args[0])));
    text.push_str("(");
    text.push_text(&ops::repr(vm, &partial.function.get())?.text);
    for arg in items(&partial.args.get()) {
        text.push_str(", ");
        text.push_text(&ops::repr(vm, arg)?.text);
    }
    let keywords = partial.keywords.get();
    for (key, value) in keywords.get::<Dict>().map_or_else(Vec::new, Dict::items) {
        text.push_str(", ");
        text.push_text(&ops::str(vm, &key)?.text);
        text.push_str("=");
        text.push_text(&ops::repr(vm, &value)?.text);
    }
    text.push_str(")");
    Ok(vm.text(text))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let partial = this::<Partial>(vm, args)?;
    let function = partial.function.get();
    let namespace = lookup::known_dict(vm, &args[0]).map_or(Value::None, Value::from);
    let state = vec![
        function.clone(),
        partial.args.get(),
        partial.keywords.get(),
        namespace,
    ];
    let class = vm.class_of(&args[0]).value();
    let constructor = vm.tuple(vec![function]);
    Ok(vm.tuple(vec![class, constructor, vm.tuple(state)]))
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let partial = this::<Partial>(vm, args)?;
    let invalid = || vm.type_error("invalid partial state");
    let [function, given, keywords, namespace] = items(&args[1]) else {
        return Err(invalid());
    };
    let mapping = |value: &Value| value.is_none() || value.get::<Dict>().is_some();
    if !is_callable(vm, function)
        || given.get::<Tuple>().is_none()
        || !mapping(keywords)
        || !mapping(namespace)
    {
        return Err(invalid());
    }
    let given = match *vm.class_of(given) == vm.types.tuple {
        true => given.clone(),
        false => vm.tuple(ops::collect(vm, given)?),
    };
    let keywords = match keywords.get::<Dict>() {
        Some(_) if *vm.class_of(keywords) == vm.types.dict => keywords.clone(),
        Some(dict) => dict.copied().alloc(vm).value(),
        None => vm.dict().value(),
    };
    if let (Some(obj), Some(dict)) = (args[0].obj(), namespace.as_ref::<Dict>()) {
        lookup::replace_dict(vm, obj, Some(dict.clone()));
    } else if let Some(obj) = args[0].obj() {
        lookup::forget_dict(vm, obj);
    }
    partial.function.set(function.clone());
    partial.args.set(given);
    partial.keywords.set(keywords);
    Ok(Value::None)
}
