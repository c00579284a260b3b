//! Reads JSON: strings, and with a scanner any value.

use crate::exec::import::import_absolute;
use crate::native_payload;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::table::{self, TypeTable, member};
use crate::object::value::{PyResult, Raised, Value};
use crate::object::{lookup, ops};
use crate::stdlib::extension::{alloc, this};
use crate::text::wtf8::push_code_point;
use crate::text::{Text, float};
use crate::types::dict::Dict;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::types::{args, slots, type_};
use crate::vm::Vm;
use std::cell::RefCell;
use std::collections::HashMap;

struct Scanner {
    strict: bool,
    object_hook: ValueCell,
    object_pairs_hook: ValueCell,
    parse_float: ValueCell,
    parse_int: ValueCell,
    parse_constant: ValueCell,
}
native_payload!(
    Scanner,
    object_hook,
    object_pairs_hook,
    parse_float,
    parse_int,
    parse_constant
);

pub(super) static SCANNER: TypeTable = TypeTable {
    name: "Scanner",
    module: "_json",
    doc: "JSON scanner object",
    kind: Kind::Native,
    subclassable: true,
    methods: &[table::new("__new__(type, context)", new), slots::call(call)],
    properties: &[
        member(
            "strict",
            |vm, value| Ok(Value::bool(this_of(vm, value)?.strict)),
            "strict",
        ),
        member(
            "object_hook",
            |vm, value| Ok(this_of(vm, value)?.object_hook.get()),
            "object_hook",
        ),
        member(
            "object_pairs_hook",
            |vm, value| Ok(this_of(vm, value)?.object_pairs_hook.get()),
            "",
        ),
        member(
            "parse_float",
            |vm, value| Ok(this_of(vm, value)?.parse_float.get()),
            "parse_float",
        ),
        member(
            "parse_int",
            |vm, value| Ok(this_of(vm, value)?.parse_int.get()),
            "parse_int",
        ),
        member(
            "parse_constant",
            |vm, value| Ok(this_of(vm, value)?.parse_constant.get()),
            "parse_constant",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn this_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Scanner> {
    this(vm, std::slice::from_ref(value))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "Scanner")?;
    let get = |name: &str| lookup::get(vm, &args[1], &vm.intern(name));
    let payload = Scanner {
        strict: ops::truth(vm, &get("strict")?)?,
        object_hook: ValueCell::new(get("object_hook")?),
        object_pairs_hook: ValueCell::new(get("object_pairs_hook")?),
        parse_float: ValueCell::new(get("parse_float")?),
        parse_int: ValueCell::new(get("parse_int")?),
        parse_constant: ValueCell::new(get("parse_constant")?),
    };
    Ok(alloc(&class, payload))
}

/// The two arguments of a call, by position or by name.
pub(super) fn two_arguments(
    vm: &Vm,
    args: &[Value],
    function: &str,
    names: [&str; 2],
) -> PyResult<[Value; 2]> {
    let given = args[1].get::<Tuple>().map_or(&[][..], |t| &t.items);
    let mut found = [Value::Unbound, Value::Unbound];
    let keywords = type_::keyword_args(vm, &args[2]);
    if given.len() + keywords.len() > 2 {
        let count = given.len() + keywords.len();
        return Err(vm.type_error(format!(
            "{function}() takes at most 2 arguments ({count} given)"
        )));
    }
    for (slot, value) in found.iter_mut().zip(given) {
        *slot = value.clone();
    }
    for (name, value) in keywords {
        match names.iter().position(|known| name.text == **known) {
            Some(at) if found[at].is_unbound() => found[at] = value,
            Some(at) => {
                return Err(vm.type_error(format!(
                    "argument for {function}() given by name ('{}') and position ({})",
                    names[at],
                    at + 1
                )));
            }
            None => {
                return Err(vm.type_error(format!(
                    "{function}() got an unexpected keyword argument '{name}'"
                )));
            }
        }
    }
    for (at, value) in found.iter().enumerate() {
        if value.is_unbound() {
            return Err(vm.type_error(format!(
                "{function}() missing required argument '{}' (pos {})",
                names[at],
                at + 1
            )));
        }
    }
    Ok(found)
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let scanner = this::<Scanner>(vm, args)?;
    let [string, index] = two_arguments(vm, args, "scan_once", ["string", "idx"])?;
    let index = args::size(vm, &index)?;
    let Some(text) = text_of(&string) else {
        return Err(not_string(vm, &string));
    };
    let Ok(index) = usize::try_from(index) else {
        return Err(vm.value_error("idx cannot be negative"));
    };
    let reader = Reader {
        vm,
        scanner,
        string: &string,
        text,
        data: text.as_bytes(),
        keys: RefCell::default(),
        simple_objects: scanner.object_hook.get().is_none()
            && scanner.object_pairs_hook.get().is_none(),
        parse_float: custom(&scanner.parse_float, &vm.types.float),
        parse_int: custom(&scanner.parse_int, &vm.types.int),
    };
    if index >= text.len() {
        return Err(vm.stop_iteration(Value::Int(index as i64)));
    }
    let (value, end) = reader.value(text.byte_offset(index))?;
    Ok(vm.tuple(vec![value, Value::Int(text.char_offset(end) as i64)]))
}

/// What is to be called in place of a class, if anything.
fn custom(cell: &ValueCell, class: &Ref<crate::object::class::Class>) -> Option<Value> {
    let value = cell.get();
    (!value.is(&class.value())).then_some(value)
}

fn not_string(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "first argument must be a string, not {}",
        vm.type_name(value)
    ))
}

/// `scanstring(string, end, strict=True)`
///
/// # Errors
/// JSONDecodeError; TypeError and ValueError for arguments that make no sense.
pub(super) fn scanstring(vm: &Vm, args: &[Value]) -> PyResult {
    let end = args::size(vm, &args[1])?;
    let Some(text) = text_of(&args[0]) else {
        return Err(not_string(vm, &args[0]));
    };
    let strict = ops::truth(vm, &args[2])?;
    let Some(end) = usize::try_from(end).ok().filter(|&end| end <= text.len()) else {
        return Err(vm.value_error("end is out of bounds"));
    };
    let fault = match string(text.as_bytes(), text.byte_offset(end), strict) {
        Ok((found, end)) => {
            let end = Value::Int(text.char_offset(end) as i64);
            return Ok(vm.tuple(vec![vm.text(found), end]));
        }
        Err(fault) => fault,
    };
    let at = match fault.back_from_start {
        true => end as i64 - 1,
        false => text.char_offset(fault.at) as i64,
    };
    Err(raise_at(vm, fault.message, &args[0], at))
}

/// Raises JSONDecodeError.
#[cold]
fn raise_at(vm: &Vm, message: &str, document: &Value, at: i64) -> Raised {
    let made = import_absolute(vm, "json.decoder")
        .and_then(|module| lookup::get(vm, &module, &vm.intern("JSONDecodeError")))
        .and_then(|class| vm.call(&class, &[vm.str(message), document.clone(), Value::Int(at)]));
    match made {
        Ok(error) => vm.raise_value(error),
        Err(raised) => raised,
    }
}

/// What is wrong with a string.
struct Fault {
    message: &'static str,
    at: usize,
    /// The place is that of the opening quote.
    back_from_start: bool,
}

/// The string whose opening quote is in front of `from`, and the offset behind it.
fn string(data: &[u8], from: usize, strict: bool) -> Result<(Text, usize), Fault> {
    let fault = |message, at| Fault {
        message,
        at,
        back_from_start: false,
    };
    let unterminated = Fault {
        message: "Unterminated string starting at",
        at: from.saturating_sub(1),
        back_from_start: true,
    };
    let mut out: Option<Vec<u8>> = None;
    let mut at = from;
    loop {
        let special = |&byte: &u8| byte == b'"' || byte == b'\\' || (strict && byte < 0x20);
        let rest = data.get(at..).unwrap_or_default();
        let Some(len) = rest.iter().position(special) else {
            return Err(unterminated);
        };
        let (chunk, end) = (&rest[..len], at + len);
        match data[end] {
            b'"' => {
                let text = match out {
                    None => text_of_bytes(chunk),
                    Some(mut out) => {
                        out.extend_from_slice(chunk);
                        Text::from_wtf8_vec(out)
                    }
                };
                return Ok((text, end + 1));
            }
            b'\\' => {}
            _ => return Err(fault("Invalid control character at", end)),
        }
        let out = out.get_or_insert_with(Vec::new);
        out.extend_from_slice(chunk);
        let Some(&escape) = data.get(end + 1) else {
            return Err(unterminated);
        };
        if escape == b'u' {
            let (c, after) = unicode_escape(data, end)
                .ok_or_else(|| fault("Invalid \\uXXXX escape", end + 1))?;
            at = after;
            push_code_point(out, c);
            if (0xd800..0xdc00).contains(&c) && data[at..].starts_with(b"\\u") {
                // The second half of a character that UTF-16 has two codes for.
                let (low, after) = unicode_escape(data, at)
                    .ok_or_else(|| fault("Invalid \\uXXXX escape", at + 1))?;
                if (0xdc00..0xe000).contains(&low) {
                    out.truncate(out.len() - 3);
                    push_code_point(out, 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00)));
                    at = after;
                }
            }
            continue;
        }
        out.push(match escape {
            b'"' | b'\\' | b'/' => escape,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            _ => return Err(fault("Invalid \\escape", end)),
        });
        at = end + 2;
    }
}

fn text_of_bytes(bytes: &[u8]) -> Text {
    match bytes.is_ascii() {
        true => Text::from_ascii(bytes),
        false => Text::from_wtf8(bytes),
    }
}

/// The code of the four digits behind the `\u` at `at`, and the offset behind them.
fn unicode_escape(data: &[u8], at: usize) -> Option<(u32, usize)> {
    let digits = data.get(at + 2..at + 6)?;
    let mut code = 0;
    for &digit in digits {
        code = code << 4 | char::from(digit).to_digit(16)?;
    }
    // A string is never over at once after an escape.
    data.get(at + 6).map(|_| (code, at + 6))
}

/// A scanner at work on a string.
struct Reader<'a> {
    vm: &'a Vm,
    scanner: &'a Scanner,
    string: &'a Value,
    text: &'a Text,
    data: &'a [u8],
    /// Keys seen, since most objects have the same.
    keys: RefCell<HashMap<&'a [u8], Value>>,
    simple_objects: bool,
    parse_float: Option<Value>,
    parse_int: Option<Value>,
}

impl<'a> Reader<'a> {
    fn raise(&self, message: &str, at: usize) -> Raised {
        let at = self.text.char_offset(at) as i64;
        raise_at(self.vm, message, self.string, at)
    }

    fn stop(&self, at: usize) -> Raised {
        let at = self.text.char_offset(at) as i64;
        self.vm.stop_iteration(Value::Int(at))
    }

    #[inline]
    fn skip_blanks(&self, mut at: usize) -> usize {
        while matches!(self.data.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            at += 1;
        }
        at
    }

    /// The value at an offset, and the offset behind it.
    fn value(&self, at: usize) -> PyResult<(Value, usize)> {
        let vm = self.vm;
        let Some(&first) = self.data.get(at) else {
            return Err(self.stop(at));
        };
        let rest = &self.data[at..];
        match first {
            b'"' => {
                let (text, end) = self.string(at + 1)?;
                Ok((vm.text(text), end))
            }
            b'{' => {
                let _level = vm.recurse(" while decoding a JSON object from a unicode string")?;
                self.object(at + 1)
            }
            b'[' => {
                let _level = vm.recurse(" while decoding a JSON array from a unicode string")?;
                self.array(at + 1)
            }
            b'n' if rest.starts_with(b"null") => Ok((Value::None, at + 4)),
            b't' if rest.starts_with(b"true") => Ok((Value::True, at + 4)),
            b'f' if rest.starts_with(b"false") => Ok((Value::False, at + 5)),
            b'N' if rest.starts_with(b"NaN") => self.constant("NaN", at),
            b'I' if rest.starts_with(b"Infinity") => self.constant("Infinity", at),
            b'-' if rest.starts_with(b"-Infinity") => self.constant("-Infinity", at),
            _ => self.number(at),
        }
    }

    fn constant(&self, name: &str, at: usize) -> PyResult<(Value, usize)> {
        let function = self.scanner.parse_constant.get();
        let value = self.vm.call(&function, &[self.vm.str(name)])?;
        Ok((value, at + name.len()))
    }

    fn string(&self, from: usize) -> PyResult<(Text, usize)> {
        string(self.data, from, self.scanner.strict)
            .map_err(|fault| self.raise(fault.message, fault.at))
    }

    fn number(&self, start: usize) -> PyResult<(Value, usize)> {
        let digits = |mut at: usize| {
            while self.data.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let integer = start + usize::from(self.data[start] == b'-');
        let mut end = match self.data.get(integer) {
            Some(b'0') => integer + 1,
            Some(b'1'..=b'9') => digits(integer),
            _ => return Err(self.stop(start)),
        };
        let whole = end;
        if self.data.get(end) == Some(&b'.') && digits(end + 1) > end + 1 {
            end = digits(end + 1);
        }
        if matches!(self.data.get(end), Some(b'e' | b'E')) {
            let sign = matches!(self.data.get(end + 1), Some(b'+' | b'-'));
            let from = end + 1 + usize::from(sign);
            if digits(from) > from {
                end = digits(from);
            }
        }
        let bytes = &self.data[start..end];
        let custom = match end == whole {
            true => &self.parse_int,
            false => &self.parse_float,
        };
        let value = match custom {
            Some(function) => {
                let text = self.vm.text(Text::from_ascii(bytes));
                self.vm.call(function, &[text])?
            }
            None if end == whole => self.integer(bytes)?,
            None => Value::float(float::parse_bytes(bytes).unwrap_or(0.0)),
        };
        Ok((value, end))
    }

    fn integer(&self, bytes: &[u8]) -> PyResult {
        let vm = self.vm;
        if bytes.len() <= 18 {
            let (negative, digits) = match bytes {
                [b'-', digits @ ..] => (true, digits),
                digits => (false, digits),
            };
            let value = digits
                .iter()
                .fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
            return Ok(Value::Int(if negative { -value } else { value }));
        }
        vm.call(&vm.types.int.value(), &[vm.text(Text::from_ascii(bytes))])
    }

    fn array(&self, from: usize) -> PyResult<(Value, usize)> {
        let mut items = Vec::new();
        let mut at = self.skip_blanks(from);
        if self.data.get(at) == Some(&b']') {
            return Ok((self.vm.list(items), at + 1));
        }
        loop {
            let (value, end) = self.value(at)?;
            items.push(value);
            at = self.skip_blanks(end);
            match self.data.get(at) {
                Some(b']') => return Ok((self.vm.list(items), at + 1)),
                Some(b',') => {}
                _ => return Err(self.raise("Expecting ',' delimiter", at)),
            }
            let comma = at;
            at = self.skip_blanks(at + 1);
            if self.data.get(at) == Some(&b']') {
                let message = "Illegal trailing comma before end of array";
                return Err(self.raise(message, comma));
            }
        }
    }

    /// The string of a key; keys that are the same text are the same object.
    fn key(&self, from: usize) -> PyResult<(Value, usize)> {
        let (text, end) = self.string(from)?;
        let written = &self.data[from..end];
        if let Some(known) = self.keys.borrow().get(written) {
            return Ok((known.clone(), end));
        }
        let key = self.vm.text(text);
        self.keys.borrow_mut().insert(written, key.clone());
        Ok((key, end))
    }

    fn object(&self, from: usize) -> PyResult<(Value, usize)> {
        let vm = self.vm;
        let dict = vm.dict();
        let mut pairs = Vec::new();
        let with_pairs = !self.simple_objects && !self.scanner.object_pairs_hook.get().is_none();
        let mut at = self.skip_blanks(from);
        if self.data.get(at) != Some(&b'}') {
            loop {
                if self.data.get(at) != Some(&b'"') {
                    let message = "Expecting property name enclosed in double quotes";
                    return Err(self.raise(message, at));
                }
                let (key, end) = self.key(at + 1)?;
                at = self.skip_blanks(end);
                if self.data.get(at) != Some(&b':') {
                    return Err(self.raise("Expecting ':' delimiter", at));
                }
                let (value, end) = self.value(self.skip_blanks(at + 1))?;
                match with_pairs {
                    true => pairs.push(vm.tuple(vec![key, value])),
                    false => self.insert(&dict, key, value)?,
                }
                at = self.skip_blanks(end);
                match self.data.get(at) {
                    Some(b'}') => break,
                    Some(b',') => {}
                    _ => return Err(self.raise("Expecting ',' delimiter", at)),
                }
                let comma = at;
                at = self.skip_blanks(at + 1);
                if self.data.get(at) == Some(&b'}') {
                    let message = "Illegal trailing comma before end of object";
                    return Err(self.raise(message, comma));
                }
            }
        }
        let value = if with_pairs {
            let hook = self.scanner.object_pairs_hook.get();
            vm.call(&hook, &[vm.list(pairs)])?
        } else if self.simple_objects {
            dict.value()
        } else {
            vm.call(&self.scanner.object_hook.get(), &[dict.value()])?
        };
        Ok((value, at + 1))
    }

    #[inline]
    fn insert(&self, dict: &Ref<Dict>, key: Value, value: Value) -> PyResult<()> {
        let hash = key.get::<Str>().map_or(0, Str::hash_value);
        let old = dict.insert_hashed(self.vm, key, hash, value)?;
        drop(old);
        Ok(())
    }
}
