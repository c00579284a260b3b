//! What native methods do with their arguments: numbers, indices, ranges, texts, with CPython's errors;
//! and how the errors of the text algorithms are raised.

use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::{self, Text};
use crate::types::int;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::type_::keyword_args;
use crate::vm::Vm;
use std::ops::Range;

impl Vm {
    /// Raises what a text algorithm answered.
    #[cold]
    pub fn raise_error(&self, error: text::Error) -> Raised {
        let class = match error.class {
            text::Class::Index => &self.exceptions.IndexError,
            text::Class::Key => &self.exceptions.KeyError,
            text::Class::Lookup => &self.exceptions.LookupError,
            text::Class::Memory => &self.exceptions.MemoryError,
            text::Class::Overflow => &self.exceptions.OverflowError,
            text::Class::Type => &self.exceptions.TypeError,
            text::Class::Value => &self.exceptions.ValueError,
            text::Class::ZeroDivision => &self.exceptions.ZeroDivisionError,
        };
        self.raise(class, &error.message)
    }
}

/// The arguments that a signature with `*args` and `**kwargs` has collected, as those of a call: the names
/// are those of the last values.
pub fn call_arguments(vm: &Vm, args: &Value, kwargs: &Value) -> (Vec<Value>, Vec<Name>) {
    let mut all = args
        .get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec());
    let (names, values): (Vec<Name>, Vec<Value>) = keyword_args(vm, kwargs).into_iter().unzip();
    all.extend(values);
    (all, names)
}

/// Turns the error of a text algorithm into a pending exception.
pub trait OrRaise<T> {
    /// The value.
    ///
    /// # Errors
    /// What the algorithm answered.
    fn or_raise(self, vm: &Vm) -> PyResult<T>;
}

impl<T> OrRaise<T> for Result<T, text::Error> {
    #[inline]
    fn or_raise(self, vm: &Vm) -> PyResult<T> {
        self.map_err(|error| vm.raise_error(error))
    }
}

/// A size or position argument: what `__index__` gives, as a word.
///
/// # Errors
/// TypeError for what is no integer, OverflowError for one that is too large.
pub fn size(vm: &Vm, value: &Value) -> PyResult<i64> {
    match ops::index(vm, value)? {
        Value::Int(i) => Ok(i),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// An argument that must be an int and fit into a word: `__index__` is not asked.
///
/// # Errors
/// TypeError for what is no int, OverflowError for one that is too large.
pub fn word(vm: &Vm, value: &Value) -> PyResult<i64> {
    match int::int_ref(value) {
        Some(_) => size(vm, value),
        None => Err(vm.type_error("an integer is required")),
    }
}

/// An argument that is a C `int`.
///
/// # Errors
/// TypeError for what is no integer, OverflowError for one that is too large.
pub fn c_int(vm: &Vm, value: &Value) -> PyResult<i32> {
    let Value::Int(i) = ops::index(vm, value)? else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    i32::try_from(i).map_err(|_| vm.overflow_error("Python int too large to convert to C int"))
}

/// The index of a subscript, which may be negative.
///
/// # Errors
/// TypeError for what is no integer, IndexError for one that is no word.
pub fn subscript(vm: &Vm, value: &Value) -> PyResult<i64> {
    match ops::index(vm, value)? {
        Value::Int(i) => Ok(i),
        _ => Err(vm.index_error(cannot_fit(vm, value))),
    }
}

/// An index argument of a method, such as that of `list.pop`.
///
/// # Errors
/// TypeError for what is no integer, OverflowError for one that is no word.
pub fn index(vm: &Vm, value: &Value) -> PyResult<i64> {
    match ops::index(vm, value)? {
        Value::Int(i) => Ok(i),
        _ => Err(vm.overflow_error(cannot_fit(vm, value))),
    }
}

/// The message of what is too large an index.
pub fn cannot_fit(vm: &Vm, value: &Value) -> String {
    let class = vm.type_name(value);
    format!("cannot fit '{class}' into an index-sized integer")
}

/// How often a sequence is to be repeated, 0 for a negative number.
///
/// # Errors
/// OverflowError for a number that is no word.
pub fn times(vm: &Vm, value: &Value) -> PyResult<usize> {
    match ops::index(vm, value)? {
        Value::Int(i) => Ok(usize::try_from(i).unwrap_or(0)),
        _ => Err(vm.overflow_error(cannot_fit(vm, value))),
    }
}

/// Whether a value can be what `__index__` gives.
pub fn has_index(vm: &Vm, value: &Value) -> bool {
    use crate::object::special::Special;
    matches!(value, Value::Int(_)) || vm.class_of(value).has_special(vm, Special::Index)
}

/// Whether a value is a number to CPython's number protocol: has one of the methods that make it one, or is a `complex`.
pub fn is_number(vm: &Vm, value: &Value) -> bool {
    use crate::object::special::Special;
    let class = vm.class_of(value);
    [Special::Index, Special::Int, Special::Float]
        .into_iter()
        .any(|special| class.has_special(vm, special))
        || value.get::<crate::types::complex::Complex>().is_some()
}

/// The position that `index` means in a sequence of `len`, if there is one.
#[inline]
pub fn position(index: i64, len: usize) -> Option<usize> {
    let at = if index < 0 {
        index.checked_add(len as i64)?
    } else {
        index
    };
    usize::try_from(at).ok().filter(|&at| at < len)
}

/// One end of a range argument, `default` where it was not given or is None: not yet held against
/// the sequence, but within a word.
///
/// # Errors
/// TypeError for what is no integer.
pub fn slice_index(vm: &Vm, value: &Value, default: i64) -> PyResult<i64> {
    match value {
        Value::Unbound | Value::None => Ok(default),
        Value::Int(i) => Ok(*i),
        _ if !has_index(vm, value) => {
            Err(vm.type_error("slice indices must be integers or None or have an __index__ method"))
        }
        _ => Ok(match ops::index(vm, value)? {
            Value::Int(i) => i,
            big if int::is_negative(&big) => i64::MIN,
            _ => i64::MAX,
        }),
    }
}

/// The range of a `start, end` pair of arguments in a sequence of `len`. The start may lie behind
/// the end, or behind the sequence.
///
/// # Errors
/// TypeError for what is no integer.
pub fn range(vm: &Vm, start: &Value, end: &Value, len: usize) -> PyResult<Range<usize>> {
    let (start, end) = (slice_index(vm, start, 0)?, slice_index(vm, end, i64::MAX)?);
    let place = |at: i64| {
        let at = if at < 0 {
            at.saturating_add(len as i64)
        } else {
            at
        };
        usize::try_from(at).unwrap_or(0)
    };
    Ok(place(start)..place(end).min(len))
}

/// A count argument of which a negative number means "all".
///
/// # Errors
/// TypeError for what is no integer, OverflowError for one that is too large.
pub fn limit(vm: &Vm, value: &Value) -> PyResult<Option<usize>> {
    Ok(usize::try_from(size(vm, value)?).ok())
}

/// A `str` argument. `what` names the function and, if there are several, the argument: `"index()
/// argument 1"`.
///
/// # Errors
/// TypeError for anything else.
pub fn text<'a>(vm: &Vm, value: &'a Value, what: &str) -> PyResult<&'a Text> {
    text_of(value).ok_or_else(|| wrong_argument(vm, value, what, "str"))
}

/// Checks that there are between `least` and `most` arguments, where CPython's message names no function.
///
/// # Errors
/// TypeError when there are not.
pub fn unnamed(vm: &Vm, given: &[Value], (least, most): (usize, usize)) -> PyResult<()> {
    let count = given.len();
    let (word, limit) = match count {
        _ if (least..=most).contains(&count) => return Ok(()),
        _ if least == most => ("exactly", most),
        _ if count < least => ("at least", least),
        _ => ("at most", most),
    };
    let s = if limit == 1 { "" } else { "s" };
    Err(vm.type_error(format!(
        "function takes {word} {limit} argument{s} ({count} given)"
    )))
}

/// TypeError for an argument that is not of the type that `what`, naming it, wants.
#[cold]
pub fn wrong_argument(vm: &Vm, value: &Value, what: &str, wanted: &str) -> Raised {
    let got = match value {
        Value::None => String::from("None"),
        value => vm.type_name(value),
    };
    vm.type_error(format!("{what} must be {wanted}, not {got}"))
}
