//! `str`: the payload, the method table, the operators, and the entry points for the rest of the
//! interpreter. The named methods are in `str_methods` and `str_split`, formatting is in
//! `formatting`; the algorithms are in `text`.

use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, method, static_method};
use crate::object::value::{PyResult, Value};
use crate::text::pad::Side;
use crate::text::siphash::SipKey;
use crate::text::{Text, escape};
use crate::types::args::{self, OrRaise};
use crate::types::buffer::{self, View};
use crate::types::encoding::{self, Arguments};
use crate::types::iterators_text::StrIterator;
use crate::types::slice::{Bounds, Slice};
use crate::types::str_methods::*;
use crate::types::str_split::*;
use crate::types::{formatting, sequence, slots};
use crate::vm::Vm;
use std::cell::Cell;
use std::fmt;

/// The payload of `str` objects.
pub struct Str {
    /// The code points.
    pub text: Text,
    /// -1 while not computed: no Python hash is -1.
    hash: Cell<i64>,
    interned: Cell<bool>,
}

impl Trace for Str {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl Str {
    /// A payload.
    #[inline(always)]
    pub fn new(text: Text) -> Str {
        Str {
            text,
            hash: Cell::new(-1),
            interned: Cell::new(false),
        }
    }
    /// `hash(self)`, computed once.
    #[inline]
    pub fn hash_value(&self) -> i64 {
        match self.hash.get() {
            -1 => self.compute_hash(),
            hash => hash,
        }
    }
    #[cold]
    fn compute_hash(&self) -> i64 {
        let hash = crate::vm::with_hash_key(|key: &SipKey| self.text.hash(key));
        self.hash.set(hash);
        hash
    }
    /// Whether equal interned strings are this very object.
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }
    /// Called by the intern table only.
    pub fn set_interned(&self) {
        self.interned.set(true);
    }
    /// The text for writing, when the caller has the only reference to the object.
    pub fn text_mut(&mut self) -> &mut Text {
        self.hash.set(-1);
        &mut self.text
    }
    /// Appends to a text that nobody else refers to; false without memory for it, `None` where the text must stay.
    pub fn append(&mut self, tail: &Text) -> Option<bool> {
        if self.is_interned() || self.text.is_empty() {
            return None;
        }
        let size = tail.as_bytes().len();
        let fits = self.text.try_reserve_exact(size).is_ok();
        if fits {
            self.text_mut().push_text(tail);
        }
        Some(fits)
    }
    /// The text, lone surrogates replaced.
    pub fn as_str(&self) -> Option<&str> {
        self.text.as_str()
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.as_str() {
            Some(text) => f.write_str(text),
            None => f.write_str(&self.text.to_string_lossy()),
        }
    }
}

/// The text of a value, when it is a `str` (or an instance of a subclass).
#[inline]
pub fn text_of(value: &Value) -> Option<&Text> {
    value.get::<Str>().map(|s| &s.text)
}

/// The type's table.
#[rustfmt::skip]
pub const STR: TypeTable = TypeTable {
    name: "str",
    kind: Kind::Str,
    sequence: true,
    subclassable: true,
    construct: Some(construct),
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nThe text of an object: what its __str__ (or else its __repr__) returns, or what the bytes stand for\nin the encoding. encoding defaults to 'utf-8', errors to 'strict'.",
    methods: &[
        table::new("__new__(cls, object=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)", str_new),
        slots::repr(repr), slots::hash(hash), slots::str(exact_self),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::iter(iter), slots::len(len), slots::getitem(getitem), slots::contains(contains),
        slots::add(add), slots::mul(mul), slots::rmul(mul), slots::mod_(formatting::str_mod), slots::rmod(formatting::str_rmod),
        method("encode(self, /, encoding='utf-8', errors='strict')", encode, "Encode the string using the codec registered for encoding."),
        method("replace(self, old, new, /, count=-1)", replace, "Return a copy with all occurrences of substring old replaced by new."),
        method("split(self, /, sep=None, maxsplit=-1)", split, "Return a list of the substrings in the string, using sep as the separator string."),
        method("rsplit(self, /, sep=None, maxsplit=-1)", rsplit, "Return a list of the substrings in the string, using sep as the separator string."),
        method("join(self, iterable, /)", join, "Concatenate any number of strings."),
        method("capitalize(self, /)", capitalize, "Return a capitalized version of the string."),
        method("casefold(self, /)", casefold, "Return a version of the string suitable for caseless comparisons."),
        method("title(self, /)", title, "Return a version of the string where each word is titlecased."),
        method("center(self, width, fillchar=' ', /)", center, "Return a centered string of length width."),
        method("count(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", count, "Return the number of non-overlapping occurrences of substring sub in string S[start:end]."),
        method("expandtabs(self, /, tabsize=8)", expandtabs, "Return a copy where all tab characters are expanded using spaces."),
        method("find(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", find, "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end]."),
        method("partition(self, sep, /)", partition, "Partition the string into three parts using the given separator."),
        method("index(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", index, "Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end]."),
        method("ljust(self, width, fillchar=' ', /)", ljust, "Return a left-justified string of length width."),
        method("lower(self, /)", lower, "Return a copy of the string converted to lowercase."),
        method("lstrip(self, chars=None, /)", lstrip, "Return a copy of the string with leading whitespace removed."),
        method("rfind(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", rfind, "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end]."),
        method("rindex(self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", rindex, "Return the highest index in S where substring sub is found, such that sub is contained within S[start:end]."),
        method("rjust(self, width, fillchar=' ', /)", rjust, "Return a right-justified string of length width."),
        method("rstrip(self, chars=None, /)", rstrip, "Return a copy of the string with trailing whitespace removed."),
        method("rpartition(self, sep, /)", rpartition, "Partition the string into three parts using the given separator."),
        method("splitlines(self, /, keepends=False)", splitlines, "Return a list of the lines in the string, breaking at line boundaries."),
        method("strip(self, chars=None, /)", strip, "Return a copy of the string with leading and trailing whitespace removed."),
        method("swapcase(self, /)", swapcase, "Convert uppercase characters to lowercase and lowercase characters to uppercase."),
        method("translate(self, table, /)", translate, "Replace each character in the string using the given translation table."),
        method("upper(self, /)", upper, "Return a copy of the string converted to uppercase."),
        method("startswith(self, prefix, start=<unrepresentable>, end=<unrepresentable>, /)", startswith, "Return True if the string starts with the specified prefix, False otherwise."),
        method("endswith(self, suffix, start=<unrepresentable>, end=<unrepresentable>, /)", endswith, "Return True if the string ends with the specified suffix, False otherwise."),
        method("removeprefix(self, prefix, /)", removeprefix, "Return a str with the given prefix string removed if present."),
        method("removesuffix(self, suffix, /)", removesuffix, "Return a str with the given suffix string removed if present."),
        method("isascii(self, /)", isascii, "Return True if all characters in the string are ASCII, False otherwise."),
        method("islower(self, /)", islower, "Return True if the string is a lowercase string, False otherwise."),
        method("isupper(self, /)", isupper, "Return True if the string is an uppercase string, False otherwise."),
        method("istitle(self, /)", istitle, "Return True if the string is a title-cased string, False otherwise."),
        method("isspace(self, /)", isspace, "Return True if the string is a whitespace string, False otherwise."),
        method("isdecimal(self, /)", isdecimal, "Return True if the string is a decimal string, False otherwise."),
        method("isdigit(self, /)", isdigit, "Return True if the string is a digit string, False otherwise."),
        method("isnumeric(self, /)", isnumeric, "Return True if the string is a numeric string, False otherwise."),
        method("isalpha(self, /)", isalpha, "Return True if the string is an alphabetic string, False otherwise."),
        method("isalnum(self, /)", isalnum, "Return True if the string is an alpha-numeric string, False otherwise."),
        method("isidentifier(self, /)", isidentifier, "Return True if the string is a valid Python identifier, False otherwise."),
        method("isprintable(self, /)", isprintable, "Return True if all characters in the string are printable, False otherwise."),
        method("zfill(self, width, /)", zfill, "Pad a numeric string with zeros on the left, to fill a field of the given width."),
        method("format(self, /, *args, **kwargs)", formatting::format, "Return a formatted version of the string, using substitutions from args and kwargs.").quickly(formatting::quick_str_format),
        method("format_map(self, mapping, /)", formatting::format_map, "Return a formatted version of the string, using substitutions from mapping."),
        method("__format__(self, format_spec, /)", formatting::format_str, "Return a formatted version of the string as described by format_spec."),
        static_method("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)", maketrans, "Return a translation table usable for str.translate()."),
        method("__sizeof__(self, /)", size_of, "Return the size of the string in memory, in bytes."),
        method("__getnewargs__(self, /)", getnewargs, ""),
    ],
    ..TypeTable::DEFAULT
};

// ---------------------------------------------------------------------------------------------
// Entry points

/// The text a method was called on.
///
/// # Errors
/// SystemError for an object without the payload, which the descriptor does not let in.
#[inline]
pub fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a Text> {
    text_of(&args[0]).ok_or_else(|| super::internal_error(vm, "a str without payload"))
}

/// The object itself if it is an exact `str`, otherwise one with the same text.
pub fn exact(vm: &Vm, value: &Value) -> Value {
    match value.as_ref::<Str>() {
        Some(s) if *s.as_obj().class() != vm.types.str => vm.text(s.text.clone()),
        _ => value.clone(),
    }
}

/// Appends a plain `str` to one that nobody else refers to; false, and nothing done, for anything else.
#[inline]
pub fn append_to_sole(vm: &Vm, left: &mut Value, right: &Value) -> bool {
    let (Value::Obj(x), Value::Obj(y)) = (left, right) else {
        return false;
    };
    if *x.class() != vm.types.str || *y.class() != vm.types.str {
        return false;
    }
    match (x.get_mut::<Str>(), y.get::<Str>()) {
        (Some(s), Some(tail)) if !s.is_interned() => {
            let fits = s.text.try_reserve(tail.text.as_bytes().len()).is_ok();
            if fits {
                s.text_mut().push_text(&tail.text);
            }
            fits
        }
        _ => false,
    }
}

/// `left + right` for `str`s, appending in place when `left` is the only reference to its object.
///
/// # Errors
/// TypeError when one is no `str`, MemoryError.
pub fn str_append(vm: &Vm, left: Value, right: &Value) -> PyResult {
    let (Some(s), Some(tail)) = (left.as_ref::<Str>(), text_of(right)) else {
        return ops::in_place(vm, &ops::ADD, &left, right);
    };
    if *s.as_obj().class() != vm.types.str || s.is_interned() || left.is(right) {
        return ops::in_place(vm, &ops::ADD, &left, right);
    }
    let mut s = match left.downcast::<Str>() {
        Ok(s) => s,
        Err(left) => return ops::binary(vm, &ops::ADD, &left, right),
    };
    match s.get_mut() {
        Some(s) => {
            s.text.try_reserve(tail.as_bytes().len()).or_raise(vm)?;
            s.text_mut().push_text(tail);
        }
        None => return concat(vm, &s.into(), right),
    }
    Ok(s.into())
}

/// `str(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let unbound = Value::Unbound;
    if let [Value::Int(number)] = args
        && let Some(text) = formatting::short_str(vm, *number)
    {
        return Ok(text.into());
    }
    match sequence::check_count(vm, "str", args, (0, 3))? {
        [] => Ok(vm.str("")),
        [object] => ops::str(vm, object).map(Value::from),
        [object, encoding] => {
            let arguments = Arguments::new(vm, "str", encoding, &unbound)?;
            decoded(vm, object, &arguments).map(Value::from)
        }
        [object, encoding, errors, ..] => {
            let arguments = Arguments::new(vm, "str", encoding, errors)?;
            decoded(vm, object, &arguments).map(Value::from)
        }
    }
}

/// `value[key]` of an exact `str` and an inline integer, without a call.
#[inline]
pub fn quick_item(vm: &Vm, value: &Value, key: &Value) -> Option<PyResult> {
    match (value, key) {
        (Value::Obj(obj), Value::Int(index)) if *obj.class() == vm.types.str => {
            Some(item(vm, &obj.get::<Str>()?.text, *index))
        }
        _ => None,
    }
}

fn str_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "str")?;
    let text: Ref<Str> = match (&args[1], &args[2], &args[3]) {
        (Value::Unbound, _, _) => heap::alloc(&vm.types.str, Str::new(Text::new())),
        (object, Value::Unbound, Value::Unbound) => ops::str(vm, object)?,
        (object, encoding, errors) => {
            let arguments = Arguments::new(vm, "str", encoding, errors)?;
            decoded(vm, object, &arguments)?
        }
    };
    Ok(match class == vm.types.str {
        true => text.into(),
        false => heap::alloc(&class, Str::new(text.text.clone())).into(),
    })
}

/// `str(object, encoding, errors)`
fn decoded(vm: &Vm, object: &Value, arguments: &Arguments) -> PyResult<Ref<Str>> {
    if text_of(object).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let held = match buffer::attempt(vm, object) {
        // What the object's `__buffer__` has given, which is asked once.
        Some(View::Owned(bytes)) => vm.bytes(bytes),
        Some(_) => object.clone(),
        None => {
            return Err(vm.type_error(format!(
                "decoding to str: need a bytes-like object, {} found",
                vm.type_name(object)
            )));
        }
    };
    let decoded = encoding::decode(vm, &held, arguments)?.downcast::<Str>();
    decoded.map_err(|_| super::internal_error(vm, "decoding gave no str"))
}

// ---------------------------------------------------------------------------------------------
// Operators and protocols

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.text(escape::repr_text(this(vm, args)?)))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Str>(args)?.hash_value()))
}

fn exact_self(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(exact(vm, &args[0]))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let a = this(vm, args)?;
    Ok(match text_of(&args[1]) {
        Some(b) => Value::bool(op.holds(a.as_bytes(), b.as_bytes())),
        None => Value::NotImplemented,
    })
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {$(
        fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            compare(vm, Compare::$op, args)
        }
    )*};
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    match args[0].as_ref::<Str>() {
        Some(s) => Ok(StrIterator::alloc(vm, s)),
        None => Err(super::internal_error(vm, "a str without payload")),
    }
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(this(vm, args)?.len() as i64))
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    if let Value::Int(index) = args[1] {
        return item(vm, text, index);
    }
    if let Some(slice) = args[1].get::<Slice>() {
        return Ok(stepped(vm, &args[0], text, slice.bounds(vm)?));
    }
    if !args::has_index(vm, &args[1]) {
        return Err(vm.type_error(format!(
            "string indices must be integers, not '{}'",
            vm.type_name(&args[1])
        )));
    }
    item(vm, text, args::subscript(vm, &args[1])?)
}

/// `value[bounds]`, where `text` is the value's.
pub fn stepped(vm: &Vm, value: &Value, text: &Text, bounds: Bounds) -> Value {
    let span = bounds.fit(text.len());
    let (step, count) = (span.step, span.count);
    if step == 1 {
        return match count == text.len() {
            true => exact(vm, value),
            false => vm.text_slice(text, text.byte_range(span.start..span.start + count)),
        };
    }
    if text.is_ascii() && (2..MOST_AT_ONCE).contains(&count) {
        let bytes = text.as_bytes();
        let pick = |out: &mut [u8]| match (step, bytes.get(..=span.start)) {
            (-1, Some(before)) => out
                .iter_mut()
                .zip(before.iter().rev())
                .for_each(|(to, byte)| *to = *byte),
            _ => out
                .iter_mut()
                .zip(span.positions())
                .for_each(|(to, at)| *to = bytes[at]),
        };
        return vm.filled_str(|made| made.fill_ascii(count, pick)).into();
    }
    vm.text(text.slice_step(span.start, step as isize, count))
}

/// What is shorter is allocated without thinking of failure.
const MOST_AT_ONCE: usize = 1 << 12;

/// `text * times`
///
/// # Errors
/// MemoryError, OverflowError.
pub fn repeated(vm: &Vm, text: &Text, times: usize) -> PyResult {
    if let &[byte] = text.as_bytes()
        && (2..MOST_AT_ONCE).contains(&times)
    {
        let made = vm.filled_str(|made| made.fill_ascii(times, |out| out.fill(byte)));
        return Ok(made.into());
    }
    text.repeat(times).or_raise(vm).map(|text| vm.text(text))
}

/// `text` filled up with an ASCII character; `None` where that is not all there is to it.
pub fn padded(vm: &Vm, text: &Text, width: usize, fill: u32, side: Side) -> Option<Value> {
    let fill = u8::try_from(fill).ok().filter(u8::is_ascii)?;
    let (bytes, len) = (text.as_bytes(), text.len());
    if !text.is_ascii() || width <= len || !(2..MOST_AT_ONCE).contains(&width) {
        return None;
    }
    let left = side.left(width - len, width);
    let made = vm.filled_str(|made| {
        made.fill_ascii(width, |out| {
            out[..left].fill(fill);
            out[left..left + len].copy_from_slice(bytes);
            out[left + len..].fill(fill);
        });
    });
    Some(made.into())
}

/// `s[index]`, if there is such a character.
#[inline(never)]
pub fn character(vm: &Vm, s: &Str, index: i64) -> Option<Value> {
    let text = &s.text;
    let at = if index < 0 {
        index + text.len() as i64
    } else {
        index
    };
    let at = usize::try_from(at).ok()?;
    let c = match text.is_ascii() {
        true => u32::from(*text.as_bytes().get(at)?),
        false => text.get(at)?,
    };
    Some(vm.code_point(c))
}

fn item(vm: &Vm, text: &Text, index: i64) -> PyResult {
    match args::position(index, text.len()).and_then(|at| text.get(at)) {
        Some(c) => Ok(vm.code_point(c)),
        None => Err(vm.index_error("string index out of range")),
    }
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    match text_of(&args[1]) {
        Some(part) => Ok(Value::bool(text.contains(part))),
        None => Err(vm.type_error(format!(
            "'in <string>' requires string as left operand, not {}",
            vm.type_name(&args[1])
        ))),
    }
}

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    if text_of(&args[1]).is_none() {
        return Err(vm.type_error(format!(
            "can only concatenate str (not \"{}\") to str",
            vm.type_name(&args[1])
        )));
    }
    concat(vm, &args[0], &args[1])
}

/// `a + b` of `str`s.
///
/// # Errors
/// MemoryError.
pub fn concat(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    match (text_of(a), text_of(b)) {
        (Some(text), Some(other)) if !text.is_empty() && !other.is_empty() => {
            Ok(joined(vm, text, other)?.into())
        }
        (Some(text), _) if text.is_empty() => Ok(exact(vm, b)),
        _ => Ok(exact(vm, a)),
    }
}

/// A new `str` of two texts that are not empty.
fn joined(vm: &Vm, first: &Text, second: &Text) -> PyResult<Ref<Str>> {
    if first.fits_in_place(second) {
        return Ok(vm.filled_str(|text| text.fill_joined(first, second)));
    }
    Ok(vm.new_str(first.concat(second).or_raise(vm)?))
}

fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    match args::times(vm, &args[1])? {
        1 => Ok(exact(vm, &args[0])),
        times => repeated(vm, text, times),
    }
}

fn encode(vm: &Vm, args: &[Value]) -> PyResult {
    let arguments = Arguments::new(vm, "encode", &args[1], &args[2])?;
    encoding::encode(vm, &args[0], &arguments)
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.tuple(vec![vm.text(this(vm, args)?.clone())]))
}

/// As CPython lays strings out: a header, and one, two or four bytes for each code point.
fn size_of(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let (header, unit) = match text.max_char() {
        0..0x80 => (40, 1),
        0x80..0x100 => (56, 1),
        0x100..0x10000 => (56, 2),
        _ => (56, 4),
    };
    Ok(Value::Int(header + unit * (text.len() as i64 + 1)))
}
