//! Writes JSON: strings, and with an encoder any value.

use super::read::two_arguments;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::table::{self, TypeTable, member};
use crate::object::value::{PyResult, Raised, Value};
use crate::object::{lookup, ops};
use crate::stdlib::extension::{alloc, this};
use crate::text::int::push_decimal;
use crate::text::wtf8::CodePoints;
use crate::text::{Text, float};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::native::NativeFunction;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, float as float_type, int, slots};
use crate::vm::Vm;
use std::cell::Cell;

/// How strings are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strings {
    Ascii,
    Unicode,
    /// By a function.
    Called,
}

struct Encoder {
    markers: ValueCell,
    default: ValueCell,
    encoder: ValueCell,
    /// `None`, or the text of one level.
    indent: ValueCell,
    key_separator: ValueCell,
    item_separator: ValueCell,
    strings: Strings,
    sort_keys: bool,
    skipkeys: bool,
    allow_nan: bool,
}
native_payload!(
    Encoder,
    markers,
    default,
    encoder,
    indent,
    key_separator,
    item_separator
);

pub(super) static ENCODER: TypeTable = TypeTable {
    name: "Encoder",
    module: "_json",
    doc: "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        table::new(
            "__new__(type, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
            new,
        ),
        slots::call(call),
    ],
    properties: &[
        member(
            "markers",
            |vm, value| Ok(this_of(vm, value)?.markers.get()),
            "markers",
        ),
        member(
            "default",
            |vm, value| Ok(this_of(vm, value)?.default.get()),
            "default",
        ),
        member(
            "encoder",
            |vm, value| Ok(this_of(vm, value)?.encoder.get()),
            "encoder",
        ),
        member(
            "indent",
            |vm, value| Ok(this_of(vm, value)?.indent.get()),
            "indent",
        ),
        member(
            "key_separator",
            |vm, value| Ok(this_of(vm, value)?.key_separator.get()),
            "key_separator",
        ),
        member(
            "item_separator",
            |vm, value| Ok(this_of(vm, value)?.item_separator.get()),
            "item_separator",
        ),
        member(
            "sort_keys",
            |vm, value| Ok(Value::bool(this_of(vm, value)?.sort_keys)),
            "sort_keys",
        ),
        member(
            "skipkeys",
            |vm, value| Ok(Value::bool(this_of(vm, value)?.skipkeys)),
            "skipkeys",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn this_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Encoder> {
    this(vm, std::slice::from_ref(value))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "Encoder")?;
    if !args[1].is_none() && args[1].get::<Dict>().is_none() {
        return Err(vm.type_error(format!(
            "make_encoder() argument 1 must be dict or None, not {}",
            vm.type_name(&args[1])
        )));
    }
    for (at, value) in [(5, &args[5]), (6, &args[6])] {
        if text_of(value).is_none() {
            return Err(vm.type_error(format!(
                "make_encoder() argument {at} must be str, not {}",
                vm.type_name(value)
            )));
        }
    }
    let payload = Encoder {
        markers: ValueCell::new(args[1].clone()),
        default: ValueCell::new(args[2].clone()),
        strings: strings_of(&args[3]),
        encoder: ValueCell::new(args[3].clone()),
        indent: ValueCell::new(args[4].clone()),
        key_separator: ValueCell::new(args[5].clone()),
        item_separator: ValueCell::new(args[6].clone()),
        sort_keys: ops::truth(vm, &args[7])?,
        skipkeys: ops::truth(vm, &args[8])?,
        allow_nan: ops::truth(vm, &args[9])?,
    };
    Ok(alloc(&class, payload))
}

fn strings_of(encoder: &Value) -> Strings {
    let row = encoder.get::<NativeFunction>().map(|function| function.row);
    let is = |name: &str| {
        row.is_some_and(|row| {
            let own = super::JSON.functions.iter().find(|own| own.name() == name);
            own.is_some_and(|own| row.signature == own.signature && row.is_same(own))
        })
    };
    if is("encode_basestring_ascii") {
        Strings::Ascii
    } else if is("encode_basestring") {
        Strings::Unicode
    } else {
        Strings::Called
    }
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let encoder = this::<Encoder>(vm, args)?;
    let names = ["obj", "_current_indent_level"];
    let [object, level] = two_arguments(vm, args, "_iterencode", names)?;
    let level = usize::try_from(args::size(vm, &level)?).unwrap_or(0);
    let indent = encoder.indent.get();
    if !indent.is_none() && text_of(&indent).is_none() {
        return Err(vm.type_error(format!(
            "can only concatenate str (not \"{}\") to str",
            vm.type_name(&indent)
        )));
    }
    let (key, item) = (encoder.key_separator.get(), encoder.item_separator.get());
    let mut writer = Writer {
        vm,
        encoder,
        out: Vec::new(),
        markers: encoder.markers.get(),
        key_separator: text_of(&key).map_or(&[], Text::as_bytes),
        item_separator: text_of(&item).map_or(&[], Text::as_bytes),
        indent: text_of(&indent).map(Text::as_bytes),
        level,
        number: Vec::new(),
        steps: Cell::new(0),
    };
    writer.value(&object)?;
    let text = vm.text(Text::from_wtf8_vec(writer.out));
    Ok(vm.tuple(vec![text]))
}

/// `encode_basestring(string)` and `encode_basestring_ascii(string)`
///
/// # Errors
/// TypeError for what is no string.
pub(super) fn encode_basestring(vm: &Vm, args: &[Value], ascii: bool) -> PyResult {
    let Some(text) = text_of(&args[0]) else {
        return Err(vm.type_error(format!(
            "first argument must be a string, not {}",
            vm.type_name(&args[0])
        )));
    };
    let mut out = Vec::with_capacity(text.as_bytes().len() + 2);
    push_string(&mut out, text.as_bytes(), ascii);
    Ok(vm.text(Text::from_wtf8_vec(out)))
}

/// A string as JSON, in ASCII.
pub fn quoted(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + 2);
    push_string(&mut out, text.as_bytes(), true);
    String::from_utf8_lossy(&out).into_owned()
}

/// Appends a string in quotes, escaped.
fn push_string(out: &mut Vec<u8>, bytes: &[u8], ascii: bool) {
    let plain = |&byte: &u8| match byte {
        b'"' | b'\\' => false,
        0x20..0x7f => true,
        0x7f.. => !ascii,
        _ => false,
    };
    out.push(b'"');
    let mut rest = bytes;
    loop {
        let len = rest
            .iter()
            .position(|byte| !plain(byte))
            .unwrap_or(rest.len());
        out.extend_from_slice(&rest[..len]);
        let mut chars = CodePoints::new(&rest[len..]);
        let Some(c) = chars.next() else { break };
        rest = chars.as_bytes();
        push_escape(out, c);
    }
    out.push(b'"');
}

fn push_escape(out: &mut Vec<u8>, c: u32) {
    let short = match c {
        0x22 => b'"',
        0x5c => b'\\',
        0x08 => b'b',
        0x0c => b'f',
        0x0a => b'n',
        0x0d => b'r',
        0x09 => b't',
        _ => 0,
    };
    if short != 0 {
        out.extend_from_slice(&[b'\\', short]);
        return;
    }
    let mut unit = |unit: u32| {
        out.extend_from_slice(b"\\u");
        for shift in [12, 8, 4, 0] {
            out.push(b"0123456789abcdef"[(unit >> shift & 15) as usize]);
        }
    };
    match c.checked_sub(0x10000) {
        None => unit(c),
        Some(rest) => {
            unit(0xd800 | rest >> 10);
            unit(0xdc00 | rest & 0x3ff);
        }
    }
}

/// An encoder at work.
struct Writer<'a> {
    vm: &'a Vm,
    encoder: &'a Encoder,
    out: Vec<u8>,
    markers: Value,
    key_separator: &'a [u8],
    item_separator: &'a [u8],
    indent: Option<&'a [u8]>,
    level: usize,
    number: Vec<u8>,
    steps: Cell<u32>,
}

impl Writer<'_> {
    /// Looks at interrupts every so often.
    fn tick(&self) -> PyResult<()> {
        self.steps.set(self.steps.get() + 1);
        match self.steps.get() % 64 {
            0 => self.vm.tick(),
            _ => Ok(()),
        }
    }

    fn value(&mut self, value: &Value) -> PyResult<()> {
        self.tick()?;
        match value {
            Value::None => self.out.extend_from_slice(b"null"),
            Value::True => self.out.extend_from_slice(b"true"),
            Value::False => self.out.extend_from_slice(b"false"),
            Value::Int(_) | Value::Float(_) => return self.number(value),
            _ if text_of(value).is_some() => return self.string(value),
            _ if int::int_ref(value).is_some() || float_type::float_of(value).is_some() => {
                return self.number(value);
            }
            _ => {
                let _level = self.vm.recurse(" while encoding a JSON object")?;
                if value.get::<List>().is_some() || value.get::<Tuple>().is_some() {
                    return self.list(value);
                }
                if value.get::<Dict>().is_some() {
                    return self.dict(value);
                }
                self.enter(value)?;
                let default = self.encoder.default.get();
                let other = self.vm.call(&default, std::slice::from_ref(value))?;
                self.value(&other)?;
                self.leave(value)?;
            }
        }
        Ok(())
    }

    fn string(&mut self, value: &Value) -> PyResult<()> {
        let vm = self.vm;
        if self.encoder.strings != Strings::Called {
            let ascii = self.encoder.strings == Strings::Ascii;
            if let Some(text) = text_of(value) {
                push_string(&mut self.out, text.as_bytes(), ascii);
            }
            return Ok(());
        }
        let encoded = vm.call(&self.encoder.encoder.get(), std::slice::from_ref(value))?;
        match text_of(&encoded) {
            Some(text) => {
                self.out.extend_from_slice(text.as_bytes());
                Ok(())
            }
            None => Err(vm.type_error(format!(
                "encoder() must return a string, not {}",
                vm.type_name(&encoded)
            ))),
        }
    }

    fn number(&mut self, value: &Value) -> PyResult<()> {
        match value {
            Value::Int(small) => push_decimal(&mut self.out, *small),
            _ => {
                self.number.clear();
                self.push_number(value)?;
                self.out.extend_from_slice(&self.number);
            }
        }
        Ok(())
    }

    /// Puts the text of an int or a float into `number`.
    fn push_number(&mut self, value: &Value) -> PyResult<()> {
        if let Value::Int(small) = value {
            push_decimal(&mut self.number, *small);
            return Ok(());
        }
        if let Some(int) = int::int_ref(value) {
            let digits = int::decimal(self.vm, int)?;
            self.number.extend_from_slice(digits.as_bytes());
            return Ok(());
        }
        let number = float_type::float_of(value).unwrap_or(0.0);
        if number.is_finite() {
            float::push_repr(&mut self.number, number);
            return Ok(());
        }
        if !self.encoder.allow_nan {
            let repr = ops::repr(self.vm, value)?;
            return Err(self.vm.value_error(format!(
                "Out of range float values are not JSON compliant: {repr}"
            )));
        }
        self.number.extend_from_slice(if number.is_nan() {
            b"NaN"
        } else if number > 0.0 {
            b"Infinity"
        } else {
            b"-Infinity"
        });
        Ok(())
    }

    /// Starts a new line, if there are lines.
    fn line(&mut self) {
        if let Some(indent) = self.indent {
            self.out.push(b'\n');
            for _ in 0..self.level {
                self.out.extend_from_slice(indent);
            }
        }
    }

    /// What stands between two items.
    fn separate(&mut self) {
        let separator = self.item_separator;
        self.out.extend_from_slice(separator);
        self.line();
    }

    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.level += 1;
        self.line();
    }

    fn close(&mut self, bracket: u8) {
        self.level -= 1;
        self.line();
        self.out.push(bracket);
    }

    /// Notes that an object is being written.
    fn enter(&self, value: &Value) -> PyResult<()> {
        let Some(markers) = self.markers.get::<Dict>() else {
            return Ok(());
        };
        let old = markers.insert(self.vm, Value::Int(value.id()), value.clone())?;
        match old {
            None => Ok(()),
            Some(_) => Err(self.vm.value_error("Circular reference detected")),
        }
    }

    fn leave(&self, value: &Value) -> PyResult<()> {
        if let Some(markers) = self.markers.get::<Dict>() {
            drop(markers.remove(self.vm, &Value::Int(value.id()))?);
        }
        Ok(())
    }

    fn list(&mut self, value: &Value) -> PyResult<()> {
        // What a subclass gives is what it iterates over.
        let class = self.vm.class_of(value);
        let needs = || "_iterencode_list needs a sequence".to_owned();
        let plain = [&self.vm.types.list, &self.vm.types.tuple].contains(&class);
        let given = match plain {
            true => value.clone(),
            false => self
                .vm
                .list(ops::collect(self.vm, &self.iterated(value, needs)?)?),
        };
        // A list may be changed by `default` meanwhile.
        let item = |at: usize| match given.get::<List>() {
            Some(list) => list.items.get(at),
            None => given.get::<Tuple>().and_then(|t| t.items.get(at).cloned()),
        };
        let Some(first) = item(0) else {
            self.out.extend_from_slice(b"[]");
            return Ok(());
        };
        self.enter(value)?;
        self.open(b'[');
        self.value(&first)?;
        let mut at = 1;
        while let Some(next) = item(at) {
            self.separate();
            self.value(&next)?;
            at += 1;
        }
        self.close(b']');
        self.leave(value)
    }

    fn dict(&mut self, value: &Value) -> PyResult<()> {
        let Some(dict) = value.get::<Dict>() else {
            return Ok(());
        };
        if dict.is_empty() {
            self.out.extend_from_slice(b"{}");
            return Ok(());
        }
        self.enter(value)?;
        self.open(b'{');
        let mut first = true;
        let exact = *self.vm.class_of(value) == self.vm.types.dict;
        if self.encoder.sort_keys || !exact {
            for item in self.items(value)? {
                let pair = item.get::<Tuple>().map(|pair| pair.items.to_vec());
                let Some([key, value]) = pair.as_deref() else {
                    return Err(self.vm.value_error("items must return 2-tuples"));
                };
                first &= !self.member(first, key, value)?;
            }
        } else {
            let mut at = 0;
            while let Some((key, value)) = dict.next_item(&mut at) {
                first &= !self.member(first, &key, &value)?;
            }
        }
        self.close(b'}');
        self.leave(value)
    }

    /// An iterator, or a TypeError in the encoder's own words.
    fn iterated(&self, value: &Value, words: impl FnOnce() -> String) -> PyResult {
        ops::iter(self.vm, value).map_err(|raised| {
            if !self.vm.pending_is(&self.vm.exceptions.TypeError) {
                return raised;
            }
            drop(self.vm.take_pending());
            self.vm.type_error(words())
        })
    }

    /// `value.items()`, maybe sorted.
    fn items(&self, value: &Value) -> PyResult<Vec<Value>> {
        let vm = self.vm;
        let items = vm.call(&lookup::get(vm, value, &vm.names.items)?, &[])?;
        let items = self.iterated(&items, || {
            let (class, found) = (vm.type_name(value), vm.type_name(&items));
            format!("{class}.items() returned a non-iterable (type {found})")
        })?;
        let list = vm.list(ops::collect(vm, &items)?);
        if self.encoder.sort_keys {
            vm.call(&lookup::get(vm, &list, &vm.intern("sort"))?, &[])?;
        }
        ops::collect(vm, &list)
    }

    /// Writes a key with its value, unless it is to be left out.
    fn member(&mut self, first: bool, key: &Value, value: &Value) -> PyResult<bool> {
        let start = self.out.len();
        if !first {
            self.separate();
        }
        if !self.key(key)? {
            self.out.truncate(start);
            return Ok(false);
        }
        let separator = self.key_separator;
        self.out.extend_from_slice(separator);
        self.value(value)?;
        Ok(true)
    }

    fn key(&mut self, key: &Value) -> PyResult<bool> {
        let vm = self.vm;
        if text_of(key).is_some() {
            return self.string(key).map(|()| true);
        }
        let text = match key {
            Value::None => vm.str("null"),
            Value::True => vm.str("true"),
            Value::False => vm.str("false"),
            _ if int::int_ref(key).is_some() || float_type::float_of(key).is_some() => {
                self.number.clear();
                self.push_number(key)?;
                vm.ascii(&self.number)
            }
            _ if self.encoder.skipkeys => return Ok(false),
            _ => return Err(self.wrong_key(key)),
        };
        self.string(&text).map(|()| true)
    }

    fn wrong_key(&self, key: &Value) -> Raised {
        self.vm.type_error(format!(
            "keys must be str, int, float, bool or None, not {}",
            self.vm.type_name(key)
        ))
    }
}
