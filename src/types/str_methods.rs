//! The named methods of `str` that search, change case, pad, test and translate. Those that split and
//! join are in `str_split`; the algorithms are in `text`.

use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::pad::Side;
use crate::text::{Text, search, unicode};
use crate::types::args::{self, OrRaise};
use crate::types::dict::Dict;
use crate::types::int::int_ref;
use crate::types::str::{exact, padded, text_of, this};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::collections::HashMap;
use std::ops::Range;

/// The `str` itself where nothing changes, otherwise the changed text.
fn changed(vm: &Vm, args: &[Value], text: Option<Text>) -> Value {
    match text {
        Some(text) => vm.text(text),
        None => exact(vm, &args[0]),
    }
}

// ---------------------------------------------------------------------------------------------
// Searching

/// The arguments `sub, start, end` of a search.
fn sub_range<'a>(vm: &Vm, args: &'a [Value], what: &str) -> PyResult<(&'a Text, Range<usize>)> {
    let len = this(vm, args)?.len();
    let sub = args::text(vm, &args[1], what)?;
    Ok((sub, args::range(vm, &args[2], &args[3], len)?))
}

pub(super) fn find(vm: &Vm, args: &[Value]) -> PyResult {
    let (sub, range) = sub_range(vm, args, "find() argument 1")?;
    let at = this(vm, args)?.find(sub, range);
    Ok(Value::Int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn rfind(vm: &Vm, args: &[Value]) -> PyResult {
    let (sub, range) = sub_range(vm, args, "rfind() argument 1")?;
    let at = this(vm, args)?.rfind(sub, range);
    Ok(Value::Int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let (sub, range) = sub_range(vm, args, "index() argument 1")?;
    found(vm, this(vm, args)?.find(sub, range))
}

pub(super) fn rindex(vm: &Vm, args: &[Value]) -> PyResult {
    let (sub, range) = sub_range(vm, args, "rindex() argument 1")?;
    found(vm, this(vm, args)?.rfind(sub, range))
}

fn found(vm: &Vm, at: Option<usize>) -> PyResult {
    match at {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

pub(super) fn count(vm: &Vm, args: &[Value]) -> PyResult {
    let (sub, range) = sub_range(vm, args, "count() argument 1")?;
    Ok(Value::Int(this(vm, args)?.count(sub, range) as i64))
}

pub(super) fn startswith(vm: &Vm, args: &[Value]) -> PyResult {
    any_affix(vm, args, "startswith", Text::starts_with)
}

pub(super) fn endswith(vm: &Vm, args: &[Value]) -> PyResult {
    any_affix(vm, args, "endswith", Text::ends_with)
}

/// Whether the text has one of the affixes: a `str` or a tuple of them.
fn any_affix(
    vm: &Vm,
    args: &[Value],
    name: &str,
    test: fn(&Text, &Text, Range<usize>) -> bool,
) -> PyResult {
    let text = this(vm, args)?;
    let range = args::range(vm, &args[2], &args[3], text.len())?;
    if let Some(affix) = text_of(&args[1]) {
        return Ok(Value::bool(test(text, affix, range)));
    }
    let Some(tuple) = args[1].get::<Tuple>() else {
        return Err(vm.type_error(format!(
            "{name} first arg must be str or a tuple of str, not {}",
            vm.type_name(&args[1])
        )));
    };
    for item in &tuple.items {
        let Some(affix) = text_of(item) else {
            return Err(vm.type_error(format!(
                "tuple for {name} must only contain str, not {}",
                vm.type_name(item)
            )));
        };
        if test(text, affix, range.clone()) {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

pub(super) fn removeprefix(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let affix = args::text(vm, &args[1], "removeprefix() argument")?.as_bytes();
    let bytes = text.as_bytes();
    let rest = bytes.starts_with(affix) && !affix.is_empty();
    let rest = rest.then(|| text.slice_bytes(affix.len()..bytes.len()));
    Ok(changed(vm, args, rest))
}

pub(super) fn removesuffix(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let affix = args::text(vm, &args[1], "removesuffix() argument")?.as_bytes();
    let bytes = text.as_bytes();
    let rest = bytes.ends_with(affix) && !affix.is_empty();
    let rest = rest.then(|| text.slice_bytes(0..bytes.len() - affix.len()));
    Ok(changed(vm, args, rest))
}

pub(super) fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let old = args::text(vm, &args[1], "replace() argument 1")?;
    let new = args::text(vm, &args[2], "replace() argument 2")?;
    let max = args::limit(vm, &args[3])?;
    let (bytes, by) = (old.as_bytes(), new.as_bytes());
    let of_bytes = bytes.len() == 1 && by.len() == 1;
    if text.as_bytes().len() < search::SHORT && !(of_bytes || bytes.is_empty()) {
        let mut out = vm.scratch();
        let found = search::replace_short(&mut out, text.as_bytes(), bytes, by, max);
        let replaced = vm.collected(out);
        return Ok(match found.or_raise(vm)? {
            true => replaced.into(),
            false => exact(vm, &args[0]),
        });
    }
    let replaced = text.replace(old, new, max).or_raise(vm)?;
    Ok(changed(vm, args, replaced))
}

// ---------------------------------------------------------------------------------------------
// Case and tests

macro_rules! conversions {
    ($($name:ident)*) => {$(
        pub(super) fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            Ok(vm.text(unicode::$name(this(vm, args)?)))
        }
    )*};
}

conversions! { capitalize swapcase title }

macro_rules! mappings {
    ($($name:ident $ascii:ident;)*) => {$(
        pub(super) fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            let text = this(vm, args)?;
            if let &[byte @ 0..0x80] = text.as_bytes() {
                return Ok(vm.code_point(byte.$ascii().into()));
            }
            if text.is_ascii() && !text.is_empty() {
                let made = vm.filled_str(|made| made.fill_mapped(text, |byte| byte.$ascii()));
                return Ok(made.into());
            }
            Ok(vm.text(unicode::$name(text)))
        }
    )*};
}

mappings! {
    casefold to_ascii_lowercase;
    lower to_ascii_lowercase;
    upper to_ascii_uppercase;
}

macro_rules! tests {
    ($($name:ident $test:expr;)*) => {$(
        pub(super) fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            Ok(Value::bool($test(this(vm, args)?)))
        }
    )*};
}

tests! {
    isascii Text::is_ascii;
    islower unicode::is_lower;
    isupper unicode::is_upper;
    istitle unicode::is_title;
    isspace unicode::is_space;
    isdecimal unicode::is_decimal;
    isdigit unicode::is_digit;
    isnumeric unicode::is_numeric;
    isalpha unicode::is_alpha;
    isalnum unicode::is_alnum;
    isidentifier unicode::is_identifier;
    isprintable unicode::is_printable;
}

// ---------------------------------------------------------------------------------------------
// Padding

/// `center`, `ljust` and `rjust`.
fn pad(vm: &Vm, args: &[Value], side: Side) -> PyResult {
    let text = this(vm, args)?;
    let width = args::size(vm, &args[1])?;
    let Some(fill) = text_of(&args[2]) else {
        return Err(vm.type_error(format!(
            "The fill character must be a unicode character, not {}",
            vm.type_name(&args[2])
        )));
    };
    let (1, Some(fill)) = (fill.len(), fill.get(0)) else {
        return Err(vm.type_error("The fill character must be exactly one character long"));
    };
    let width = usize::try_from(width).unwrap_or(0);
    if let Some(padded) = padded(vm, text, width, fill, side) {
        return Ok(padded);
    }
    let padded = text.pad(width, fill, side).or_raise(vm)?;
    Ok(changed(vm, args, padded))
}

pub(super) fn center(vm: &Vm, args: &[Value]) -> PyResult {
    pad(vm, args, Side::Both)
}

pub(super) fn ljust(vm: &Vm, args: &[Value]) -> PyResult {
    pad(vm, args, Side::Right)
}

pub(super) fn rjust(vm: &Vm, args: &[Value]) -> PyResult {
    pad(vm, args, Side::Left)
}

pub(super) fn zfill(vm: &Vm, args: &[Value]) -> PyResult {
    let width = usize::try_from(args::size(vm, &args[1])?).unwrap_or(0);
    let filled = this(vm, args)?.zfill(width).or_raise(vm)?;
    Ok(changed(vm, args, filled))
}

pub(super) fn expandtabs(vm: &Vm, args: &[Value]) -> PyResult {
    let size = args::c_int(vm, &args[1])?;
    let expanded = this(vm, args)?.expand_tabs(size.into()).or_raise(vm)?;
    Ok(vm.text(expanded))
}

fn stripped(vm: &Vm, args: &[Value], name: &str, left: bool, right: bool) -> PyResult {
    let text = this(vm, args)?;
    let set = match &args[1] {
        Value::None => None,
        chars => match text_of(chars) {
            Some(set) => Some(set),
            None => return Err(vm.type_error(format!("{name} arg must be None or str"))),
        },
    };
    let range = text.strip(set, left, right);
    match range.len() < text.as_bytes().len() {
        true => Ok(vm.text_slice(text, range)),
        false => Ok(exact(vm, &args[0])),
    }
}

pub(super) fn strip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, "strip", true, true)
}

pub(super) fn lstrip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, "lstrip", true, false)
}

pub(super) fn rstrip(vm: &Vm, args: &[Value]) -> PyResult {
    stripped(vm, args, "rstrip", false, true)
}

// ---------------------------------------------------------------------------------------------
// Translation

pub(super) fn translate(vm: &Vm, args: &[Value]) -> PyResult {
    let text = this(vm, args)?;
    let table = &args[1];
    // Only of a dict can all answers be kept: another table may answer anew each time.
    let translated = match table.get::<Dict>().is_some() && *vm.class_of(table) == vm.types.dict {
        true => translate_known(vm, text, table)?,
        false => translate_asking(vm, text, table)?,
    };
    Ok(vm.text(translated))
}

fn translate_known(vm: &Vm, text: &Text, table: &Value) -> PyResult<Text> {
    let mut known = Translations::default();
    let mut out = Text::try_with_capacity(text.as_bytes().len()).or_raise(vm)?;
    for c in text.chars() {
        vm.tick()?;
        if let Some(translation) = known.get(c) {
            push_translation(vm, &mut out, c, translation)?;
            continue;
        }
        let translation = translation(vm, table, c)?;
        push_translation(vm, &mut out, c, &translation)?;
        known.insert(c, translation);
    }
    Ok(out)
}

/// Asks the table as often as CPython does. Of a text in ASCII the answers are kept until one is something else
/// than one such character or none; and what follows deleted characters is asked for twice.
fn translate_asking(vm: &Vm, text: &Text, table: &Value) -> PyResult<Text> {
    let mut out = Text::try_with_capacity(text.as_bytes().len()).or_raise(vm)?;
    let done = match text.is_ascii() {
        true => translate_ascii(vm, text.as_bytes(), table, &mut out)?,
        false => 0,
    };
    let mut rest = text.chars().skip(done);
    let mut next = rest.next();
    while let Some(c) = next {
        vm.tick()?;
        next = rest.next();
        let translation_of_c = translation(vm, table, c)?;
        if matches!(translation_of_c, Translation::Nothing) {
            while let Some(c) = next
                && matches!(translation(vm, table, c)?, Translation::Nothing)
            {
                vm.tick()?;
                next = rest.next();
            }
        }
        push_translation(vm, &mut out, c, &translation_of_c)?;
    }
    Ok(out)
}

/// Translates as long as there are ASCII characters or nothing to put in place of those of a text; returns how many
/// that were.
fn translate_ascii(vm: &Vm, text: &[u8], table: &Value, out: &mut Text) -> PyResult<usize> {
    let mut known = Translations::default();
    for (at, &byte) in text.iter().enumerate() {
        vm.tick()?;
        let c = u32::from(byte);
        if known.get(c).is_none() {
            let translation = translation(vm, table, c)?;
            if let Translation::Text(text) = &translation
                && (text.len() != 1 || !text.is_ascii())
            {
                return Ok(at);
            }
            known.insert(c, translation);
        }
        push_translation(vm, out, c, known.get(c).unwrap_or(&Translation::Same))?;
    }
    Ok(text.len())
}

/// What a table makes of a character.
enum Translation {
    Same,
    Nothing,
    Text(Text),
}

/// The answers that a table has given.
#[derive(Default)]
struct Translations {
    /// Of ASCII characters: 0, or one more than the position among the answers.
    ascii: [[u8; 32]; 4],
    answers: Vec<Translation>,
    others: HashMap<u32, Translation>,
}

impl Translations {
    fn get(&self, c: u32) -> Option<&Translation> {
        match self.ascii.as_flattened().get(c as usize) {
            Some(0) => None,
            Some(&at) => self.answers.get(usize::from(at) - 1),
            None => self.others.get(&c),
        }
    }
    fn insert(&mut self, c: u32, translation: Translation) {
        match self.ascii.as_flattened_mut().get_mut(c as usize) {
            Some(at) => {
                self.answers.push(translation);
                *at = self.answers.len() as u8;
            }
            None => {
                self.others.insert(c, translation);
            }
        }
    }
}

fn push_translation(vm: &Vm, out: &mut Text, c: u32, translation: &Translation) -> PyResult<()> {
    match translation {
        Translation::Text(text) => {
            out.try_reserve(text.as_bytes().len()).or_raise(vm)?;
            out.push_text(text);
        }
        Translation::Nothing => {}
        Translation::Same => out.push(c),
    }
    Ok(())
}

/// Asks a table for a character's translation.
fn translation(vm: &Vm, table: &Value, c: u32) -> PyResult<Translation> {
    let value = match ops::get_item(vm, table, &Value::Int(c.into())) {
        Ok(value) => value,
        Err(raised) => {
            vm.swallow(&vm.exceptions.LookupError, raised)?;
            return Ok(Translation::Same);
        }
    };
    if value.is_none() {
        return Ok(Translation::Nothing);
    }
    if let Some(text) = text_of(&value) {
        return Ok(Translation::Text(text.clone()));
    }
    let Some(int) = int_ref(&value) else {
        return Err(vm.type_error("character mapping must return integer, None or str"));
    };
    match int.to_i64().and_then(|c| u32::try_from(c).ok()) {
        Some(c) if c < 0x11_0000 => Ok(Translation::Text(Text::from_code_point(c))),
        _ => Err(vm.value_error("character mapping must be in range(0x110000)")),
    }
}

pub(super) fn maketrans(vm: &Vm, args: &[Value]) -> PyResult {
    let table = vm.dict();
    if args[1].is_unbound() {
        fill_from_dict(vm, &table, &args[0])?;
        return Ok(table.into());
    }
    let to = args::text(vm, &args[1], "maketrans() argument 2")?;
    let removed = match &args[2] {
        Value::Unbound => None,
        removed => Some(args::text(vm, removed, "maketrans() argument 3")?),
    };
    let Some(from) = text_of(&args[0]) else {
        return Err(vm.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    if from.len() != to.len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    let ord = |c: u32| Value::Int(c.into());
    for (from, to) in from.chars().zip(to.chars()) {
        table.insert(vm, ord(from), ord(to))?;
    }
    for c in removed.into_iter().flat_map(Text::chars) {
        table.insert(vm, ord(c), Value::None)?;
    }
    Ok(table.into())
}

fn fill_from_dict(vm: &Vm, table: &Dict, source: &Value) -> PyResult<()> {
    let exact = *vm.class_of(source) == vm.types.dict;
    let Some(dict) = source.get::<Dict>().filter(|_| exact) else {
        return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    for (key, value) in dict.items() {
        let key = match text_of(&key) {
            Some(text) => match (text.len(), text.get(0)) {
                (1, Some(c)) => Value::Int(c.into()),
                _ => {
                    return Err(
                        vm.value_error("string keys in translate table must be of length 1")
                    );
                }
            },
            None if int_ref(&key).is_some() => key,
            None => {
                return Err(vm.type_error("keys in translate table must be strings or integers"));
            }
        };
        table.insert(vm, key, value)?;
    }
    Ok(())
}
