//! `unicodedata`: what the Unicode data say of characters. The data themselves are in `text::unicode`.

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::unicode::{self, Form, UNICODE_VERSION, record};
use crate::types::buffer;
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::vm::Vm;

/// The module.
pub const UNICODEDATA: NativeModule = NativeModule {
    name: "unicodedata",
    doc: "What the Unicode Character Database, version 15.1.0, says of characters.",
    functions: FUNCTIONS,
    fill,
};

static FUNCTIONS: &[Row] = &[
    method(
        "bidirectional(chr, /)",
        |vm, args| property(vm, "bidirectional", args, |c| record(c).bidirectional),
        "The bidirectional class of a character.",
    ),
    method(
        "category(chr, /)",
        |vm, args| property(vm, "category", args, |c| record(c).category),
        "The general category of a character.",
    ),
    method(
        "combining(chr, /)",
        |vm, args| {
            Ok(Value::Int(
                record(only(vm, "combining", args)?).combining.into(),
            ))
        },
        "The canonical combining class of a character, 0 for none.",
    ),
    method(
        "decimal(chr, default=<unrepresentable>, /)",
        decimal,
        "The decimal value of a character, or default; ValueError without either.",
    ),
    method(
        "decomposition(chr, /)",
        |vm, args| property(vm, "decomposition", args, unicode::decomposition),
        "What a character is put together of, the empty string for nothing.",
    ),
    method(
        "digit(chr, default=<unrepresentable>, /)",
        digit,
        "The digit value of a character, or default; ValueError without either.",
    ),
    method(
        "east_asian_width(chr, /)",
        |vm, args| property(vm, "east_asian_width", args, |c| record(c).east_asian_width),
        "The East Asian width of a character.",
    ),
    method(
        "is_normalized(form, unistr, /)",
        |vm, args| {
            let (form, text) = form_and_text(vm, "is_normalized", args)?;
            Ok(Value::bool(unicode::is_normalized(form, text)))
        },
        "Whether a str is in the normal form: NFC, NFKC, NFD or NFKD.",
    ),
    method(
        "lookup(name, /)",
        lookup,
        "The character of that name; KeyError when there is none.",
    ),
    method(
        "mirrored(chr, /)",
        |vm, args| {
            Ok(Value::Int(
                record(only(vm, "mirrored", args)?).mirrored.into(),
            ))
        },
        "1 for a character that is mirrored in text from right to left, 0 for others.",
    ),
    method(
        "name(chr, default=<unrepresentable>, /)",
        name,
        "The name of a character, or default; ValueError without either.",
    ),
    method(
        "normalize(form, unistr, /)",
        |vm, args| {
            let (form, text) = form_and_text(vm, "normalize", args)?;
            Ok(vm.text(unicode::normalize(form, text)))
        },
        "A str in the normal form: NFC, NFKC, NFD or NFKD.",
    ),
    method(
        "numeric(chr, default=<unrepresentable>, /)",
        numeric,
        "The numeric value of a character as a float, or default; ValueError without either.",
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    drop(namespace.set_name(&vm.intern("unidata_version"), vm.str(UNICODE_VERSION)));
    Ok(())
}

/// An argument that is one character; `which` is what the error calls it.
fn character(vm: &Vm, which: &str, value: &Value) -> PyResult<u32> {
    let text = text_of(value).filter(|text| text.len() == 1);
    text.and_then(|text| text.get(0)).ok_or(()).map_err(|()| {
        vm.type_error(format!(
            "{which} must be a unicode character, not {}",
            vm.type_name(value)
        ))
    })
}

/// The character that is a function's only argument.
fn only(vm: &Vm, function: &str, args: &[Value]) -> PyResult<u32> {
    character(vm, &format!("{function}() argument"), &args[0])
}

/// The character that is a function's first argument, beside a default.
fn first(vm: &Vm, function: &str, args: &[Value]) -> PyResult<u32> {
    character(vm, &format!("{function}() argument 1"), &args[0])
}

fn property(vm: &Vm, function: &str, args: &[Value], of: impl Fn(u32) -> &'static str) -> PyResult {
    Ok(vm.str(of(only(vm, function, args)?)))
}

/// The value, else the default, else ValueError.
fn or_default(vm: &Vm, value: Option<Value>, args: &[Value], otherwise: &str) -> PyResult {
    match value.or_else(|| args[1].clone().bound()) {
        Some(value) => Ok(value),
        None => Err(vm.value_error(otherwise)),
    }
}

fn decimal(vm: &Vm, args: &[Value]) -> PyResult {
    let value = unicode::decimal_value(first(vm, "decimal", args)?);
    or_default(
        vm,
        value.map(|n| Value::Int(n.into())),
        args,
        "not a decimal",
    )
}

fn digit(vm: &Vm, args: &[Value]) -> PyResult {
    let value = unicode::digit_value(first(vm, "digit", args)?);
    or_default(vm, value.map(|n| Value::Int(n.into())), args, "not a digit")
}

fn numeric(vm: &Vm, args: &[Value]) -> PyResult {
    let value = unicode::numeric_value(first(vm, "numeric", args)?);
    or_default(vm, value.map(Value::float), args, "not a numeric character")
}

fn name(vm: &Vm, args: &[Value]) -> PyResult {
    let name = unicode::name(first(vm, "name", args)?);
    or_default(vm, name.map(|name| vm.str(&name)), args, "no such name")
}

/// Longer ones are not even looked for.
const LONGEST_NAME: usize = 256;

fn lookup(vm: &Vm, args: &[Value]) -> PyResult {
    let bytes = match text_of(&args[0]) {
        Some(text) => text.as_bytes().to_vec(),
        None => buffer::required(vm, &args[0])?.to_vec(),
    };
    if bytes.len() > LONGEST_NAME {
        return Err(vm.key_error(&vm.str("name too long")));
    }
    let found = std::str::from_utf8(&bytes)
        .ok()
        .and_then(unicode::character);
    match found {
        Some(c) => Ok(vm.code_point(c)),
        None => {
            let name = String::from_utf8_lossy(&bytes);
            Err(vm.key_error(&vm.str(&format!("undefined character name '{name}'"))))
        }
    }
}

fn form_and_text<'a>(vm: &Vm, function: &str, args: &'a [Value]) -> PyResult<(Form, &'a Text)> {
    let text = |at: usize| {
        text_of(&args[at]).ok_or(()).map_err(|()| {
            vm.type_error(format!(
                "{function}() argument {} must be str, not {}",
                at + 1,
                vm.type_name(&args[at])
            ))
        })
    };
    let (form, text) = (text(0)?, text(1)?);
    let form = std::str::from_utf8(form.as_bytes()).ok();
    match form.and_then(Form::of_name) {
        Some(form) => Ok((form, text)),
        None => Err(vm.value_error("invalid normalization form")),
    }
}
