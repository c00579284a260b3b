//! `BaseExceptionGroup` and `ExceptionGroup`. Reference: PEP 654.

use super::exceptions::{EXCEPTION, INIT_DOC, is_exception_class, payload};
use super::slots;
use crate::object::class::Class;
use crate::object::exception::Exception as Payload;
use crate::object::heap;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::function::Function;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// Position of `message` in the fields.
const MESSAGE: usize = 0;
/// Position of `exceptions`, a tuple.
const EXCEPTIONS: usize = 1;

/// The table of `BaseExceptionGroup`.
#[allow(non_upper_case_globals)]
pub static BaseExceptionGroup: TypeTable = TypeTable {
    name: "BaseExceptionGroup",
    doc: "A combination of multiple unrelated exceptions.",
    methods: &[
        table::new("__new__(cls, *args, **kwargs)", new),
        method("__init__(self, /, *args, **kwargs)", init, INIT_DOC),
        slots::str(str),
        table::class_getitem(class_getitem),
        method("derive(self, object, /)", derive, ""),
        method("split(self, object, /)", split_row, ""),
        method("subgroup(self, object, /)", subgroup, ""),
    ],
    properties: &[
        member("message", message, "exception message"),
        member("exceptions", exceptions, "nested exceptions"),
    ],
    ..EXCEPTION
};

/// The table of `ExceptionGroup`, which also inherits from `Exception`.
#[allow(non_upper_case_globals)]
pub static ExceptionGroup: TypeTable = TypeTable {
    name: "ExceptionGroup",
    constants: &[("__module__", |vm| vm.str("builtins"))],
    properties: &[crate::object::build::WEAKREF],
    weakrefable: true,
    ..EXCEPTION
};

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let mut class = super::class_arg(vm, &args[0], "BaseExceptionGroup")?;
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let [message, list] = given else {
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            given.len()
        )));
    };
    super::args::text(vm, message, "BaseExceptionGroup.__new__() argument 1")?;
    if !super::is_sequence(vm, list) {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    let nested = ops::collect(vm, list)?;
    if nested.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    for (i, item) in nested.iter().enumerate() {
        if item.get::<Payload>().is_none() {
            return Err(vm.value_error(format!(
                "Item {i} of second argument (exceptions) is not an exception"
            )));
        }
    }
    let all_plain = nested
        .iter()
        .all(|item| vm.class_of(item).is_subclass(&vm.exceptions.Exception));
    if class == vm.exceptions.BaseExceptionGroup {
        if all_plain {
            class = vm.exceptions.ExceptionGroup.clone();
        }
    } else if !all_plain && class == vm.exceptions.ExceptionGroup {
        return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    } else if !all_plain && class.is_subclass(&vm.exceptions.Exception) {
        return Err(vm.type_error(format!(
            "Cannot nest BaseExceptions in '{}'",
            class.name_text()
        )));
    }
    let exception = heap::alloc(&class, Payload::new(args[1].clone()));
    exception.set_field(MESSAGE, message.clone());
    exception.set_field(EXCEPTIONS, vm.tuple(nested));
    Ok(exception.into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    super::exceptions::no_keywords(vm, &args[0], &args[2])?;
    payload(vm, &args[0])?.args.set(args[1].clone());
    Ok(Value::None)
}

fn message(vm: &Vm, this: &Value) -> PyResult {
    Ok(payload(vm, this)?.field(MESSAGE))
}

fn exceptions(vm: &Vm, this: &Value) -> PyResult {
    Ok(payload(vm, this)?.field(EXCEPTIONS))
}

/// The exceptions in a group; `None` for anything that is no group.
pub fn members(vm: &Vm, value: &Value) -> Option<Vec<Value>> {
    if !vm
        .class_of(value)
        .is_subclass(&vm.exceptions.BaseExceptionGroup)
    {
        return None;
    }
    let field = value.get::<Payload>()?.field(EXCEPTIONS);
    field.get::<Tuple>().map(|tuple| tuple.items.to_vec())
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    let message = ops::str(vm, &payload(vm, &args[0])?.field(MESSAGE))?;
    let count = members(vm, &args[0]).map_or(0, |members| members.len());
    let plural = if count == 1 { "" } else { "s" };
    Ok(vm.str(&format!("{message} ({count} sub-exception{plural})")))
}

fn class_getitem(vm: &Vm, args: &[Value]) -> PyResult {
    super::generic_alias(vm, &args[0], &args[1])
}

fn derive(vm: &Vm, args: &[Value]) -> PyResult {
    let message = payload(vm, &args[0])?.field(MESSAGE);
    vm.call(
        &vm.exceptions.BaseExceptionGroup.value(),
        &[message, args[1].clone()],
    )
}

/// What decides whether an exception belongs to the wanted part.
pub enum Matcher {
    /// A class or tuple of classes.
    Types(Value),
    /// A callable.
    Predicate(Value),
    /// These very objects.
    Instances(Vec<Value>),
}

impl Matcher {
    fn read(vm: &Vm, value: &Value) -> PyResult<Matcher> {
        let is_class = |v: &Value| is_exception_class(vm, v);
        let types = match value.get::<Tuple>() {
            Some(tuple) => tuple.items.iter().all(is_class),
            None => is_class(value),
        };
        let callable = value.get::<Function>().is_some()
            || (value.get::<Class>().is_none()
                && vm
                    .class_of(value)
                    .has_special(vm, crate::object::special::Special::Call));
        match (types, callable) {
            (true, _) => Ok(Matcher::Types(value.clone())),
            (false, true) => Ok(Matcher::Predicate(value.clone())),
            _ => Err(vm.type_error(
                "expected an exception type, a tuple of exception types, or a callable (other than a class)",
            )),
        }
    }

    fn matches(&self, vm: &Vm, exception: &Value) -> PyResult<bool> {
        match self {
            Matcher::Types(types) => crate::exec::except::matches(vm, exception, types),
            Matcher::Predicate(function) => {
                let result = vm.call(function, std::slice::from_ref(exception))?;
                ops::truth(vm, &result)
            }
            Matcher::Instances(list) => Ok(list.iter().any(|item| item.is(exception))),
        }
    }
}

/// Splits an exception (group) into the part that matches and the rest.
///
/// # Errors
/// What the predicate or a group's `derive` raises.
pub fn split(
    vm: &Vm,
    exception: &Value,
    matcher: &Matcher,
) -> PyResult<(Option<Value>, Option<Value>)> {
    let _guard = vm.recurse(" in exceptiongroup_split_recursive")?;
    if matcher.matches(vm, exception)? {
        return Ok((Some(exception.clone()), None));
    }
    let Some(list) = members(vm, exception) else {
        return Ok((None, Some(exception.clone())));
    };
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    for item in &list {
        let (matching, rest) = split(vm, item, matcher)?;
        yes.extend(matching);
        no.extend(rest);
    }
    Ok((subset(vm, exception, yes)?, subset(vm, exception, no)?))
}

/// A group like `original` of these exceptions, with its traceback, cause, context and notes.
///
/// # Errors
/// What `derive` raises; TypeError when it gives no group.
pub fn subset(vm: &Vm, original: &Value, list: Vec<Value>) -> PyResult<Option<Value>> {
    if list.is_empty() {
        return Ok(None);
    }
    let derived = vm.call_method(original, &vm.intern("derive"), &[vm.list(list)])?;
    if !vm
        .class_of(&derived)
        .is_subclass(&vm.exceptions.BaseExceptionGroup)
    {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    if let (Some(new), Some(old)) = (derived.get::<Payload>(), original.get::<Payload>()) {
        new.traceback.set(old.traceback.get());
        new.context.set(old.context.get());
        new.cause.set(old.cause.get());
        // Setting a cause, be it none, has this effect.
        new.suppress_context.set(true);
    }
    if let Some(notes) = lookup::get_optional(vm, original, &vm.names.__notes__)?
        && super::is_sequence(vm, &notes)
    {
        let copy = vm.list(ops::collect(vm, &notes)?);
        lookup::set(vm, &derived, &vm.names.__notes__, copy)?;
    }
    Ok(Some(derived))
}

fn split_row(vm: &Vm, args: &[Value]) -> PyResult {
    let (yes, no) = split(vm, &args[0], &Matcher::read(vm, &args[1])?)?;
    Ok(vm.tuple(vec![yes.unwrap_or(Value::None), no.unwrap_or(Value::None)]))
}

fn subgroup(vm: &Vm, args: &[Value]) -> PyResult {
    let (yes, _) = split(vm, &args[0], &Matcher::read(vm, &args[1])?)?;
    Ok(yes.unwrap_or(Value::None))
}
