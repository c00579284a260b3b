//! The methods that `bytes` and `bytearray` share. Each gives objects of the type it is called on. The
//! algorithms are in `text`.

use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj};
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::pad::{self, Side};
use crate::text::{Fill, Store};
use crate::text::{ascii, search};
use crate::types::args::{self, OrRaise};
use crate::types::buffer::{self, View, not_bytes_like};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::byte_arg;
use crate::types::encoding::{self, Arguments};
use crate::types::memoryview;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::ops::Range;

/// The rows of the methods that `bytes` and `bytearray` share, after the type's own ones.
macro_rules! byte_methods {
    ($name:literal, $object:literal, $colon:literal; $($own:expr),* $(,)?
        $(; $append:expr, $clear:expr, $copy:expr, $extend:expr, $insert:expr, $pop:expr, $remove:expr, $reverse:expr $(,)?)?
    ) => {
        &[
            $($own,)*
            $($append,)?
            method("capitalize(self, /)", capitalize, "B.capitalize() -> copy of B"),
            method("center(self, width, fillchar=b' ', /)", center, "Return a centered string of length width."),
            $($clear, $copy,)?
            method("count(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", count, "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end]."),
            method("decode(self, /, encoding='utf-8', errors='strict')", decode, concat!("Decode the ", $name, " using the codec registered for encoding.")),
            method("endswith(self, suffix, start=<unrepresentable>, end=<unrepresentable>, /)", endswith, concat!("Return True if the ", $name, " ends with the specified suffix, False otherwise.")),
            method("expandtabs(self, /, tabsize=8)", expandtabs, "Return a copy where all tab characters are expanded using spaces."),
            $($extend,)?
            method("find(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", find, concat!("Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start", $colon, "end].")),
            class_method("fromhex(type, string, /)", fromhex, concat!("Create a ", $name, " object from a string of hexadecimal numbers.")),
            method("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex, concat!("Create a string of hexadecimal numbers from a ", $name, " object.")),
            method("index(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", index, concat!("Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start", $colon, "end].")),
            $($insert,)?
            method("isalnum(self, /)", isalnum, "B.isalnum() -> bool"),
            method("isalpha(self, /)", isalpha, "B.isalpha() -> bool"),
            method("isascii(self, /)", isascii, "B.isascii() -> bool"),
            method("isdigit(self, /)", isdigit, "B.isdigit() -> bool"),
            method("islower(self, /)", islower, "B.islower() -> bool"),
            method("isspace(self, /)", isspace, "B.isspace() -> bool"),
            method("istitle(self, /)", istitle, "B.istitle() -> bool"),
            method("isupper(self, /)", isupper, "B.isupper() -> bool"),
            method("join(self, iterable_of_bytes, /)", join, concat!("Concatenate any number of ", $object, " objects.")),
            method("ljust(self, width, fillchar=b' ', /)", ljust, "Return a left-justified string of length width."),
            method("lower(self, /)", lower, "B.lower() -> copy of B"),
            method("lstrip(self, bytes=None, /)", lstrip, "Strip leading bytes contained in the argument."),
            static_method("maketrans(frm, to, /)", maketrans, "Return a translation table usable for the bytes or bytearray translate method."),
            method("partition(self, sep, /)", partition, concat!("Partition the ", $name, " into three parts using the given separator.")),
            $($pop, $remove,)?
            method("replace(self, old, new, count=-1, /)", replace, "Return a copy with all occurrences of substring old replaced by new."),
            method("removeprefix(self, prefix, /)", removeprefix, concat!("Return a ", $name, " with the given prefix string removed if present.")),
            method("removesuffix(self, suffix, /)", removesuffix, concat!("Return a ", $name, " with the given suffix string removed if present.")),
            $($reverse,)?
            method("rfind(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", rfind, concat!("Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start", $colon, "end].")),
            method("rindex(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", rindex, concat!("Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start", $colon, "end].")),
            method("rjust(self, width, fillchar=b' ', /)", rjust, "Return a right-justified string of length width."),
            method("rpartition(self, sep, /)", rpartition, concat!("Partition the ", $name, " into three parts using the given separator.")),
            method("rsplit(self, /, sep=None, maxsplit=-1)", rsplit, concat!("Return a list of the sections in the ", $name, ", using sep as the delimiter.")),
            method("rstrip(self, bytes=None, /)", rstrip, "Strip trailing bytes contained in the argument."),
            method("split(self, /, sep=None, maxsplit=-1)", split, concat!("Return a list of the sections in the ", $name, ", using sep as the delimiter.")),
            method("splitlines(self, /, keepends=False)", splitlines, concat!("Return a list of the lines in the ", $name, ", breaking at line boundaries.")),
            method("startswith(self, prefix, start=<unrepresentable>, end=<unrepresentable>, /)", startswith, concat!("Return True if the ", $name, " starts with the specified prefix, False otherwise.")),
            method("strip(self, bytes=None, /)", strip, "Strip leading and trailing bytes contained in the argument."),
            method("swapcase(self, /)", swapcase, "B.swapcase() -> copy of B"),
            method("title(self, /)", title, "B.title() -> copy of B"),
            method("translate(self, table, /, delete=b'')", translate, "Return a copy with each character mapped by the given translation table."),
            method("upper(self, /)", upper, "B.upper() -> copy of B"),
            method("zfill(self, width, /)", zfill, "Pad a numeric string with zeros on the left, to fill a field of the given width."),
        ]
    };
}
pub(super) use byte_methods;

/// The bytes a method was called on.
///
/// # Errors
/// TypeError for an object without bytes, which the descriptor does not let in.
#[inline]
pub(super) fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<View<'a>> {
    buffer::own(vm, &args[0])
}

/// Bytes as an object of the type that `this` is of: `bytes` or `bytearray`.
pub(super) fn like(vm: &Vm, this: &Value, bytes: impl Into<Store> + Fill) -> Value {
    match this.obj().map(Obj::kind) {
        Some(Kind::ByteArray) => {
            let bytes = bytes.into().into_vec();
            heap::alloc(&vm.types.bytearray, ByteArray::new(bytes)).into()
        }
        _ => vm.bytes(bytes),
    }
}

/// The object itself where nothing changes and it is an exact `bytes`; otherwise a new one.
pub(super) fn changed(vm: &Vm, args: &[Value], bytes: Option<impl Into<Store> + Fill>) -> PyResult {
    match bytes {
        Some(bytes) => Ok(like(vm, &args[0], bytes)),
        None if *vm.class_of(&args[0]) == vm.types.bytes => Ok(args[0].clone()),
        None => Ok(like(vm, &args[0], &*this(vm, args)?)),
    }
}

// ---------------------------------------------------------------------------------------------
// Searching

/// What a search looks for: the bytes of a bytes-like object, or one byte.
pub(super) enum Needle<'a> {
    Bytes(View<'a>),
    Byte([u8; 1]),
}

impl Needle<'_> {
    pub(super) fn as_bytes(&self) -> &[u8] {
        match self {
            Needle::Bytes(bytes) => bytes,
            Needle::Byte(byte) => byte,
        }
    }
}

/// The needle an argument is; `wrong` makes the error for what is neither bytes-like nor an integer.
pub(super) fn needle<'a>(
    vm: &Vm,
    value: &'a Value,
    wrong: fn(&Vm, &Value) -> Raised,
) -> PyResult<Needle<'a>> {
    if matches!(value, Value::Int(_)) || !buffer::is_bytes_like(vm, value) {
        return match args::has_index(vm, value) {
            true => Ok(Needle::Byte([byte_arg(vm, value, "byte")?])),
            false => Err(wrong(vm, value)),
        };
    }
    buffer::required(vm, value).map(Needle::Bytes)
}

#[cold]
fn no_needle(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "argument should be integer or bytes-like object, not '{}'",
        vm.type_name(value)
    ))
}

/// Calls `search` with the searched part and the needle; its answer counts from the part's start.
fn searched<T>(
    vm: &Vm,
    args: &[Value],
    search: impl Fn(&[u8], &[u8], usize) -> T,
    none: T,
) -> PyResult<T> {
    let len = this(vm, args)?.len();
    let range = args::range(vm, &args[2], &args[3], len)?;
    let needle = needle(vm, &args[1], no_needle)?;
    let bytes = this(vm, args)?;
    Ok(match bytes.get(range.clone()) {
        Some(part) => search(part, needle.as_bytes(), range.start),
        None => none,
    })
}

fn position_of(
    vm: &Vm,
    args: &[Value],
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> PyResult<Option<usize>> {
    let find = |part: &[u8], needle: &[u8], start| search(part, needle).map(|at| at + start);
    searched(vm, args, find, None)
}

pub(super) fn find(vm: &Vm, args: &[Value]) -> PyResult {
    let at = position_of(vm, args, search::find)?;
    Ok(Value::Int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn rfind(vm: &Vm, args: &[Value]) -> PyResult {
    let at = position_of(vm, args, search::rfind)?;
    Ok(Value::Int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn index(vm: &Vm, args: &[Value]) -> PyResult {
    found(vm, position_of(vm, args, search::find)?)
}

pub(super) fn rindex(vm: &Vm, args: &[Value]) -> PyResult {
    found(vm, position_of(vm, args, search::rfind)?)
}

fn found(vm: &Vm, at: Option<usize>) -> PyResult {
    match at {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("subsection not found")),
    }
}

pub(super) fn count(vm: &Vm, args: &[Value]) -> PyResult {
    let count = |part: &[u8], needle: &[u8], _| match needle {
        [] => part.len() + 1,
        needle => search::count(part, needle),
    };
    Ok(Value::Int(searched(vm, args, count, 0)? as i64))
}

pub(super) fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let mut value = args[1].clone();
    if args::has_index(vm, &value) && !buffer::is_bytes_like(vm, &value) {
        value = match ops::index(vm, &value) {
            Ok(index) => index,
            // Then it is bytes that it should have been.
            Err(raised) => {
                vm.swallow(&vm.exceptions.Exception, raised)?;
                return Err(not_bytes_like(vm, &value));
            }
        };
    }
    let needle = needle(vm, &value, not_bytes_like)?;
    let bytes = this(vm, args)?;
    Ok(Value::bool(
        search::find(&bytes, needle.as_bytes()).is_some(),
    ))
}

pub(super) fn startswith(vm: &Vm, args: &[Value]) -> PyResult {
    any_affix(vm, args, "startswith", <[u8]>::starts_with)
}

pub(super) fn endswith(vm: &Vm, args: &[Value]) -> PyResult {
    any_affix(vm, args, "endswith", <[u8]>::ends_with)
}

fn any_affix(vm: &Vm, args: &[Value], name: &str, test: fn(&[u8], &[u8]) -> bool) -> PyResult {
    let len = this(vm, args)?.len();
    let range = args::range(vm, &args[2], &args[3], len)?;
    let has = |affix: &Value| -> PyResult<bool> {
        let affix = buffer::required(vm, affix)?;
        let bytes = this(vm, args)?;
        Ok(bytes
            .get(range.clone())
            .is_some_and(|part| test(part, &affix)))
    };
    if let Some(tuple) = args[1].get::<Tuple>() {
        for affix in &tuple.items {
            if has(affix)? {
                return Ok(Value::True);
            }
        }
        return Ok(Value::False);
    }
    let unusable = || {
        vm.type_error(format!(
            "{name} first arg must be bytes or a tuple of bytes, not {}",
            vm.type_name(&args[1])
        ))
    };
    if !buffer::is_bytes_like(vm, &args[1]) {
        return Err(unusable());
    }
    match has(&args[1]) {
        Ok(found) => Ok(Value::bool(found)),
        Err(raised) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            Err(unusable())
        }
    }
}

pub(super) fn removeprefix(vm: &Vm, args: &[Value]) -> PyResult {
    let rest = {
        let (bytes, affix) = (this(vm, args)?, buffer::required(vm, &args[1])?);
        let rest = bytes.strip_prefix(&*affix).filter(|_| !affix.is_empty());
        rest.map(Store::from_slice)
    };
    changed(vm, args, rest)
}

pub(super) fn removesuffix(vm: &Vm, args: &[Value]) -> PyResult {
    let rest = {
        let (bytes, affix) = (this(vm, args)?, buffer::required(vm, &args[1])?);
        let rest = bytes.strip_suffix(&*affix).filter(|_| !affix.is_empty());
        rest.map(Store::from_slice)
    };
    changed(vm, args, rest)
}

pub(super) fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    if !matches!(args[3], Value::Int(_)) {
        // What is no number is found last.
        drop(buffer::required(vm, &args[1])?);
        drop(buffer::required(vm, &args[2])?);
    }
    let max = args::limit(vm, &args[3])?;
    let replaced = {
        let (old, new) = (
            buffer::required(vm, &args[1])?,
            buffer::required(vm, &args[2])?,
        );
        search::replace(&this(vm, args)?, &old, &new, max, false).or_raise(vm)?
    };
    changed(vm, args, replaced)
}

// ---------------------------------------------------------------------------------------------
// Case and tests

macro_rules! conversions {
    ($($name:ident $convert:expr;)*) => {$(
        pub(super) fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            let bytes = $convert(&*this(vm, args)?);
            Ok(like(vm, &args[0], bytes))
        }
    )*};
}

conversions! {
    capitalize ascii::capitalize;
    lower <[u8]>::to_ascii_lowercase;
    swapcase ascii::swapcase;
    title ascii::title;
    upper <[u8]>::to_ascii_uppercase;
}

macro_rules! tests {
    ($($name:ident $test:expr;)*) => {$(
        pub(super) fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            Ok(Value::bool($test(&*this(vm, args)?)))
        }
    )*};
}

tests! {
    isalnum |bytes: &[u8]| ascii::all(bytes, u8::is_ascii_alphanumeric);
    isalpha |bytes: &[u8]| ascii::all(bytes, u8::is_ascii_alphabetic);
    isascii <[u8]>::is_ascii;
    isdigit |bytes: &[u8]| ascii::all(bytes, u8::is_ascii_digit);
    islower ascii::is_lower;
    isspace ascii::is_space;
    istitle ascii::is_title;
    isupper ascii::is_upper;
}

// ---------------------------------------------------------------------------------------------
// Padding and stripping

fn padded(vm: &Vm, args: &[Value], name: &str, side: Side) -> PyResult {
    let width = args::size(vm, &args[1])?;
    let fill = match &args[2] {
        Value::Unbound => b' ',
        value => {
            let fill = match value.obj().map(Obj::kind) {
                Some(Kind::Bytes | Kind::ByteArray) => buffer::view(vm, value)?,
                _ => None,
            };
            match fill.as_deref() {
                Some(&[fill]) => fill,
                _ => {
                    let what = format!("{name}() argument 2");
                    let wanted = "a byte string of length 1";
                    return Err(args::wrong_argument(vm, value, &what, wanted));
                }
            }
        }
    };
    let width = usize::try_from(width).unwrap_or(0);
    let padded = pad::pad_bytes(&this(vm, args)?, width, fill, side).or_raise(vm)?;
    changed(vm, args, padded)
}

pub(super) fn center(vm: &Vm, args: &[Value]) -> PyResult {
    padded(vm, args, "center", Side::Both)
}

pub(super) fn ljust(vm: &Vm, args: &[Value]) -> PyResult {
    padded(vm, args, "ljust", Side::Right)
}

pub(super) fn rjust(vm: &Vm, args: &[Value]) -> PyResult {
    padded(vm, args, "rjust", Side::Left)
}

pub(super) fn zfill(vm: &Vm, args: &[Value]) -> PyResult {
    let width = usize::try_from(args::size(vm, &args[1])?).unwrap_or(0);
    let filled = pad::zfill_bytes(&this(vm, args)?, width).or_raise(vm)?;
    changed(vm, args, filled)
}

pub(super) fn expandtabs(vm: &Vm, args: &[Value]) -> PyResult {
    let size = args::c_int(vm, &args[1])?;
    let expanded = pad::expand_tabs_bytes(&this(vm, args)?, size.into()).or_raise(vm)?;
    Ok(like(vm, &args[0], expanded))
}

fn stripped(vm: &Vm, args: &[Value], left: bool, right: bool) -> PyResult {
    let rest = {
        let set = match &args[1] {
            Value::None => None,
            set => Some(buffer::required(vm, set)?),
        };
        let bytes = this(vm, args)?;
        let range = search::strip(&bytes, set.as_deref(), left, right);
        (range.len() < bytes.len()).then(|| Store::from_slice(&bytes[range]))
    };
    changed(vm, args, rest)
}

pub(super) fn strip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, true, true)
}

pub(super) fn lstrip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, true, false)
}

pub(super) fn rstrip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, false, true)
}

// ---------------------------------------------------------------------------------------------
// Splitting and joining

/// A list of the pieces at these ranges.
fn pieces(vm: &Vm, args: &[Value], ranges: impl Iterator<Item = Range<usize>>) -> PyResult {
    let bytes = this(vm, args)?;
    let piece = |range: Range<usize>| like(vm, &args[0], &bytes[range]);
    let mut list = Vec::with_capacity(8);
    list.extend(ranges.map(piece));
    Ok(vm.list(list))
}

/// The separator of `split`: `None` for white space.
fn separator<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<View<'a>>> {
    if value.is_none() {
        return Ok(None);
    }
    let separator = buffer::required(vm, value)?;
    match separator.is_empty() {
        true => Err(vm.value_error("empty separator")),
        false => Ok(Some(separator)),
    }
}

pub(super) fn split(vm: &Vm, args: &[Value]) -> PyResult {
    let max = args::limit(vm, &args[2])?;
    let separator = separator(vm, &args[1])?;
    let bytes = this(vm, args)?;
    match &separator {
        None => pieces(vm, args, search::split_ascii_space(&bytes, max)),
        Some(separator) => pieces(vm, args, search::split(&bytes, separator, max)),
    }
}

pub(super) fn rsplit(vm: &Vm, args: &[Value]) -> PyResult {
    let max = args::limit(vm, &args[2])?;
    let separator = separator(vm, &args[1])?;
    let bytes = this(vm, args)?;
    let ranges = match &separator {
        None => search::rsplit_ascii_space(&bytes, max),
        Some(separator) => search::rsplit(&bytes, separator, max),
    };
    pieces(vm, args, ranges.into_iter())
}

pub(super) fn splitlines(vm: &Vm, args: &[Value]) -> PyResult {
    let keep = ops::truth(vm, &args[1])?;
    let bytes = this(vm, args)?;
    pieces(vm, args, search::split_lines(&bytes, keep))
}

pub(super) fn partition(vm: &Vm, args: &[Value]) -> PyResult {
    parted(vm, args, false)
}

pub(super) fn rpartition(vm: &Vm, args: &[Value]) -> PyResult {
    parted(vm, args, true)
}

fn parted(vm: &Vm, args: &[Value], last: bool) -> PyResult {
    // A bytearray copies what it looks for, as its constructor does.
    let flags = match args[0].obj().map(Obj::kind) {
        Some(Kind::ByteArray) => buffer::FULL_RO,
        _ => buffer::SIMPLE,
    };
    let separator = buffer::required_as(vm, &args[1], flags)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let bytes = this(vm, args)?;
    let at = match last {
        true => search::rfind(&bytes, &separator),
        false => search::find(&bytes, &separator),
    };
    let part = |range: Range<usize>| like(vm, &args[0], &bytes[range]);
    let (empty, len) = (0..0, bytes.len());
    let whole = || match args[0].obj().map(Obj::kind) {
        Some(Kind::Bytes) => args[0].clone(),
        _ => part(0..len),
    };
    Ok(vm.triple(match at {
        Some(at) => {
            let middle = match args[0].obj().map(Obj::kind) == Some(Kind::Bytes) {
                true => args[1].clone(),
                false => like(vm, &args[0], &*separator),
            };
            [part(0..at), middle, part(at + separator.len()..len)]
        }
        None if last => [part(empty.clone()), part(empty), whole()],
        None => [whole(), part(empty.clone()), part(empty)],
    }))
}

pub(super) fn join(vm: &Vm, args: &[Value]) -> PyResult {
    // A bytearray can't be resized by what is iterated over.
    let is_array = args[0].obj().map(Obj::kind) == Some(Kind::ByteArray);
    let held = is_array.then(|| memoryview::new(vm, &args[0], buffer::FULL_RO));
    let held = held.transpose()?;
    let items = ops::collect_or(vm, &args[1], "can only join an iterable")?;
    drop(held);
    if let [only] = &items[..]
        && *vm.class_of(only) == vm.types.bytes
        && args[0].obj().map(Obj::kind) == Some(Kind::Bytes)
    {
        return Ok(only.clone());
    }
    let separator = this(vm, args)?;
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(part) = buffer::attempt(vm, item) else {
            return Err(vm.type_error(format!(
                "sequence item {at}: expected a bytes-like object, {} found",
                vm.type_name(item)
            )));
        };
        let more = part.len() + separator.len();
        if out.try_reserve(more).is_err() {
            return Err(vm.memory_error(""));
        }
        if at > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(&part);
    }
    Ok(like(vm, &args[0], out))
}

pub(super) fn decode(vm: &Vm, args: &[Value]) -> PyResult {
    let arguments = Arguments::new(vm, "decode", &args[1], &args[2])?;
    encoding::decode(vm, &args[0], &arguments)
}

// ---------------------------------------------------------------------------------------------
// Translation, hexadecimal digits, text

pub(super) fn translate(vm: &Vm, args: &[Value]) -> PyResult {
    let table = match &args[1] {
        Value::None => None,
        table => Some(buffer::required(vm, table)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let mut delete = [false; 256];
    if !args[2].is_unbound() {
        for &byte in buffer::required(vm, &args[2])?.iter() {
            delete[usize::from(byte)] = true;
        }
    }
    let map = |&byte: &u8| match &table {
        Some(table) => table[usize::from(byte)],
        None => byte,
    };
    let bytes = this(vm, args)?;
    let kept = |byte: &&u8| !delete[usize::from(**byte)];
    let translated: Vec<u8> = match delete.contains(&true) {
        true => bytes.iter().filter(kept).map(map).collect(),
        false => bytes.iter().map(map).collect(),
    };
    let same = translated == *bytes;
    drop(bytes);
    changed(vm, args, (!same).then_some(translated))
}

pub(super) fn maketrans(vm: &Vm, args: &[Value]) -> PyResult {
    let (from, to) = (
        buffer::required(vm, &args[0])?,
        buffer::required(vm, &args[1])?,
    );
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to.iter()) {
        table[usize::from(from)] = to;
    }
    Ok(vm.bytes(table))
}

pub(super) fn fromhex(vm: &Vm, args: &[Value]) -> PyResult {
    let text = args::text(vm, &args[1], "fromhex() argument")?;
    let bytes = ascii::from_hex(text).or_raise(vm)?;
    match args[0].as_ref::<Class>() {
        Some(class) if *class == vm.types.bytearray => {
            Ok(heap::alloc(class, ByteArray::new(bytes)).into())
        }
        Some(class) if *class != vm.types.bytes => vm.call(&args[0], &[vm.bytes(bytes)]),
        _ => Ok(vm.bytes(bytes)),
    }
}

pub(super) fn hex(vm: &Vm, args: &[Value]) -> PyResult {
    let group = args::c_int(vm, &args[2])?;
    let separator = hex_separator(vm, &args[1])?;
    let digits = ascii::hex(&this(vm, args)?, separator, group.into());
    Ok(vm.text(digits.or_raise(vm)?))
}

/// The separator argument of `hex`.
///
/// # Errors
/// TypeError and ValueError for what is not one ASCII character.
pub fn hex_separator(vm: &Vm, value: &Value) -> PyResult<Option<u8>> {
    if value.is_unbound() {
        return Ok(None);
    }
    if ops::len(vm, value)? != 1 {
        return Err(vm.value_error("sep must be length 1."));
    }
    let separator = match text_of(value) {
        Some(text) => text.get(0),
        None => match value.obj().map(Obj::kind) {
            Some(Kind::Bytes) => buffer::required(vm, value)?.first().map(|&b| b.into()),
            _ => return Err(vm.type_error("sep must be str or bytes.")),
        },
    };
    match separator.and_then(|c| u8::try_from(c).ok()) {
        Some(byte @ 0..0x80) => Ok(Some(byte)),
        _ => Err(vm.value_error("sep must be ASCII.")),
    }
}
