//! The methods of `str` that take a text apart, and `join`. The algorithms are in `text::search`.

use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::args::{self, OrRaise};
use crate::types::list::List;
use crate::types::object::is_exact_str;
use crate::types::str::{Str, exact, text_of, this};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::ops::Range;

/// A list of the pieces at these byte ranges.
fn pieces(
    vm: &Vm,
    args: &[Value],
    text: &Text,
    ranges: impl Iterator<Item = Range<usize>>,
) -> PyResult {
    let whole = text.as_bytes().len();
    let piece = |range: Range<usize>| match range.len() == whole {
        true => exact(vm, &args[0]),
        false => vm.text_slice(text, range),
    };
    let mut list = Vec::with_capacity(8);
    list.extend(ranges.map(piece));
    Ok(vm.list(list))
}

/// The separator of `split`: `None` for white space.
fn separator<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<&'a Text>> {
    match (value, text_of(value)) {
        (Value::None, _) => Ok(None),
        (_, Some(text)) if text.is_empty() => Err(vm.value_error("empty separator")),
        (_, Some(text)) => Ok(Some(text)),
        (_, None) => {
            Err(vm.type_error(format!("must be str or None, not {}", vm.type_name(value))))
        }
    }
}

/// Whether it can be seen without a search that a separator is nowhere: then CPython's list has the object itself, of
/// a subclass too.
fn cannot_contain(text: &Text, separator: &Text) -> bool {
    let width = |text: &Text| {
        let most = text.chars().max().unwrap_or(0);
        (most > 0xff, most > 0xffff)
    };
    separator.len() > text.len() || width(separator) > width(text)
}

pub(super) fn split(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let max = args::limit(vm, &args[2])?;
    match separator(vm, &args[1])? {
        Some(separator) if !is_exact_str(vm, &args[0]) && cannot_contain(text, separator) => {
            Ok(vm.list(vec![args[0].clone()]))
        }
        None if text.is_ascii() => pieces(vm, args, text, text.split_ascii_space(max)),
        None => pieces(vm, args, text, text.split_space(max)),
        Some(separator) => pieces(vm, args, text, text.split(separator, max)),
    }
}

pub(super) fn rsplit(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let max = args::limit(vm, &args[2])?;
    let ranges = match separator(vm, &args[1])? {
        None => text.rsplit_space(max),
        Some(separator) if !is_exact_str(vm, &args[0]) && cannot_contain(text, separator) => {
            return Ok(vm.list(vec![args[0].clone()]));
        }
        Some(separator) => text.rsplit(separator, max),
    };
    pieces(vm, args, text, ranges.into_iter())
}

pub(super) fn splitlines(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let keep = ops::truth(vm, &args[1])?;
    pieces(vm, args, text, text.split_lines(keep))
}

pub(super) fn partition(vm: &Vm, args: &[Value]) -> PyResult {
    parted(vm, args, false)
}

pub(super) fn rpartition(vm: &Vm, args: &[Value]) -> PyResult {
    parted(vm, args, true)
}

fn parted(vm: &Vm, args: &[Value], last: bool) -> PyResult {
    let text = this(vm, args)?;
    let Some(separator) = text_of(&args[1]) else {
        return Err(vm.type_error(format!("must be str, not {}", vm.type_name(&args[1]))));
    };
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let (bytes, needle) = (text.as_bytes(), separator.as_bytes());
    let at = match last {
        true => crate::text::search::rfind(bytes, needle),
        false => crate::text::search::find(bytes, needle),
    };
    let part = |range: Range<usize>| vm.text_slice(text, range);
    Ok(vm.triple(match at {
        Some(at) => [
            part(0..at),
            args[1].clone(),
            part(at + needle.len()..bytes.len()),
        ],
        None if last => [vm.str(""), vm.str(""), args[0].clone()],
        None => [args[0].clone(), vm.str(""), vm.str("")],
    }))
}

pub(super) fn join(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(tuple) = args[1].get::<Tuple>()
        && *vm.class_of(&args[1]) == vm.types.tuple
    {
        return join_values(vm, this(vm, args)?, &tuple.items);
    }
    if let Some(list) = args[1].get::<List>()
        && *vm.class_of(&args[1]) == vm.types.list
    {
        // Nothing looks at the list meanwhile.
        let items = list.items.take();
        let joined = join_values(vm, this(vm, args)?, &items);
        drop(list.items.replace(items));
        return joined;
    }
    let items = ops::collect_or(vm, &args[1], "can only join an iterable")?;
    join_values(vm, this(vm, args)?, &items)
}

/// `separator.join(items)`.
///
/// # Errors
/// TypeError when an item is no `str`, MemoryError.
pub fn join_values(vm: &Vm, separator: &Text, items: &[Value]) -> PyResult {
    if let [Value::Obj(only)] = items
        && let Some(s) = only.as_ref::<Str>()
    {
        return Ok(join_one(vm, s));
    }
    match separator.join_by(items, text_of).or_raise(vm)? {
        Ok(text) => Ok(vm.text(text)),
        Err(at) => Err(vm.type_error(format!(
            "sequence item {at}: expected str instance, {} found",
            vm.type_name(&items[at])
        ))),
    }
}

fn join_one(vm: &Vm, s: &Ref<Str>) -> Value {
    exact(vm, &s.value())
}
