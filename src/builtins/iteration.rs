//! Built-in functions on iterables and containers.

use crate::object::descriptor::{call_async, call_special};
use crate::object::ops::{self, Compare, Source};
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::types::anext_awaitable;
use crate::types::is_callable;
use crate::types::list::List;
use crate::types::quick;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

pub(super) fn len(vm: &Vm, args: &[Value]) -> PyResult {
    ops::len(vm, &args[0]).map(|n| Value::Int(n as i64))
}

pub(super) fn glance_len(vm: &Vm, args: &[&Value]) -> Option<Value> {
    quick::len(vm, args[0]).map(|n| Value::Int(n as i64))
}

pub(super) fn all(vm: &Vm, args: &[Value]) -> PyResult {
    let mut all = true;
    ops::for_each(vm, &args[0], |item| {
        all = ops::truth(vm, &item)?;
        Ok(all)
    })?;
    Ok(Value::bool(all))
}

pub(super) fn any(vm: &Vm, args: &[Value]) -> PyResult {
    let mut any = false;
    ops::for_each(vm, &args[0], |item| {
        any = ops::truth(vm, &item)?;
        Ok(!any)
    })?;
    Ok(Value::bool(any))
}

pub(super) fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].is_unbound() {
        return ops::iter(vm, &args[0]);
    }
    if !is_callable(vm, &args[0]) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(crate::types::iterators::callable_iterator(
        vm,
        args[0].clone(),
        args[1].clone(),
    ))
}

pub(super) fn next(vm: &Vm, args: &[Value]) -> PyResult {
    if !vm.class_of(&args[0]).has_special(vm, Special::Next) {
        return Err(vm.type_error(format!(
            "'{}' object is not an iterator",
            vm.type_name(&args[0])
        )));
    }
    if args[1].is_unbound() {
        // The StopIteration of an iterator that raises one passes through as it is.
        let method = vm.class_of(&args[0]).special(vm, Special::Next);
        if let Some(method) = method
            && !is_native_next(&method)
        {
            return call_special(vm, method, &args[0], &[]);
        }
        return match ops::next(vm, &args[0])? {
            Some(value) => Ok(value),
            None => Err(vm.stop_iteration(crate::exec::generator::returned_value(&args[0]))),
        };
    }
    Ok(ops::next(vm, &args[0])?.unwrap_or_else(|| args[1].clone()))
}

/// Whether a `__next__` tells its end without a StopIteration.
fn is_native_next(method: &Value) -> bool {
    use crate::object::table::Native;
    use crate::types::native::MethodDescriptor;
    method
        .get::<MethodDescriptor>()
        .is_some_and(|descriptor| matches!(descriptor.row.native, Native::Next(_)))
}

pub(super) fn aiter(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(method) = vm.class_of(&args[0]).special(vm, Special::AIter) else {
        return Err(vm.type_error(format!(
            "'{}' object is not an async iterable",
            vm.type_name(&args[0])
        )));
    };
    let iterator = call_async(vm, method, &args[0], "__aiter__")?;
    if !vm.class_of(&iterator).has_special(vm, Special::ANext) {
        return Err(vm.type_error(format!(
            "aiter() returned not an async iterator of type '{}'",
            vm.type_name(&iterator)
        )));
    }
    Ok(iterator)
}

pub(super) fn anext(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(method) = vm.class_of(&args[0]).special(vm, Special::ANext) else {
        return Err(vm.type_error(format!(
            "'{}' object is not an async iterator",
            vm.type_name(&args[0])
        )));
    };
    let awaitable = call_async(vm, method, &args[0], "__anext__")?;
    if args[1].is_unbound() {
        return Ok(awaitable);
    }
    Ok(anext_awaitable::new(vm, awaitable, args[1].clone()))
}

pub(super) fn max(vm: &Vm, args: &[Value]) -> PyResult {
    extreme(vm, args, Compare::Gt, "max")
}

pub(super) fn min(vm: &Vm, args: &[Value]) -> PyResult {
    extreme(vm, args, Compare::Lt, "min")
}

/// The greatest or least of at least two values given by position.
fn extreme_of(vm: &Vm, values: &[Value], op: Compare) -> PyResult {
    let mut best = &values[0];
    for value in &values[1..] {
        if ops::compare_bool(vm, op, value, best)? {
            best = value;
        }
    }
    Ok(best.clone())
}

/// The greatest or least of an iterator's values, `None` if there is none.
fn plain_extreme(vm: &Vm, source: &Source, op: Compare) -> PyResult<Option<Value>> {
    let Some(mut best) = source.next(vm)? else {
        return Ok(None);
    };
    source.for_each(vm, |item| {
        if ops::compare_bool(vm, op, &item, &best)? {
            best = item;
        }
        Ok(true)
    })?;
    Ok(Some(best))
}

/// `max` of arguments by position only.
pub(super) fn quick_max(vm: &Vm, args: &[Value]) -> PyResult {
    quick_extreme(vm, args, Compare::Gt, "max")
}

/// `min` of arguments by position only.
pub(super) fn quick_min(vm: &Vm, args: &[Value]) -> PyResult {
    quick_extreme(vm, args, Compare::Lt, "min")
}

fn quick_extreme(vm: &Vm, args: &[Value], op: Compare, name: &str) -> PyResult {
    match args {
        [] => Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => match plain_extreme(vm, &Source::new(vm, iterable)?, op)? {
            Some(best) => Ok(best),
            None => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
        },
        values => extreme_of(vm, values, op),
    }
}

fn extreme(vm: &Vm, args: &[Value], op: Compare, name: &str) -> PyResult {
    let given = args[0].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let iterable = match given {
        [] => {
            return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
        }
        [one] => one,
        _ if !args[2].is_unbound() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => &args[0],
    };
    let key = args[1].given();
    let mut best: Option<(Value, Value)> = None;
    let source = Source::new(vm, iterable)?;
    match key {
        None => best = plain_extreme(vm, &source, op)?.map(|best| (best, Value::None)),
        Some(key) => source.for_each(vm, |item| {
            let rank = vm.call(key, std::slice::from_ref(&item))?;
            let better = match &best {
                Some((_, most)) => ops::compare_bool(vm, op, &rank, most)?,
                None => true,
            };
            if better {
                best = Some((item, rank));
            }
            Ok(true)
        })?,
    }
    match best {
        Some((item, _)) => Ok(item),
        None if args[2].is_unbound() => {
            Err(vm.value_error(format!("{name}() iterable argument is empty")))
        }
        None => Ok(args[2].clone()),
    }
}

pub(super) fn sorted(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.list(ops::collect(vm, &args[0])?);
    if let Some(items) = list.get::<List>() {
        let reverse = ops::truth(vm, &args[2])?;
        crate::types::list_sort::sort_list(vm, items, args[1].given(), reverse)?;
    }
    Ok(list)
}
