//! `Pattern.sub` and `Pattern.subn`.

use super::engine::{Session, Subject};
use super::match_object::{self, Spans};
use super::pattern::PatternObject;
use super::template::{self, Template};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::this;
use crate::text::Text;
use crate::types::str::text_of;
use crate::types::{args, buffer, is_callable};
use crate::vm::Vm;
use std::rc::Rc;

/// What matches are replaced by.
enum Replacement<'a> {
    /// Always the same.
    Literal(&'a Value),
    /// What a template makes of the match.
    Template(Rc<Template>),
    /// What a function makes of it.
    Call(&'a Value),
}

/// `Pattern.sub`
///
/// # Errors
/// What the arguments and the function called have wrong.
pub fn sub(vm: &Vm, args: &[Value]) -> PyResult {
    replaced(vm, args).map(|(result, _)| result)
}

/// `Pattern.subn`
///
/// # Errors
/// As `sub`.
pub fn subn(vm: &Vm, args: &[Value]) -> PyResult {
    let (result, count) = replaced(vm, args)?;
    Ok(vm.tuple(vec![result, Value::Int(count)]))
}

fn replacement<'a>(
    vm: &Vm,
    pattern: &PatternObject,
    value: &'a Value,
) -> PyResult<Replacement<'a>> {
    let backslash = |bytes: &[u8]| memchr::memchr(b'\\', bytes).is_some();
    let literal = match text_of(value) {
        Some(text) => !backslash(text.as_bytes()),
        None if is_callable(vm, value) => return Ok(Replacement::Call(value)),
        None => match buffer::view(vm, value)? {
            Some(view) => !backslash(&view),
            None => false,
        },
    };
    match literal {
        true => Ok(Replacement::Literal(value)),
        false => Ok(Replacement::Template(template::of(vm, pattern, value)?)),
    }
}

/// What is put together, as CPython puts together a list of strings.
struct Output {
    bytes: Vec<u8>,
    is_bytes: bool,
    /// How many strings there are so far.
    items: usize,
    /// The first that is no string: its number and type.
    wrong: Option<(usize, String)>,
}

impl Output {
    fn unchanged(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.bytes.extend_from_slice(bytes);
            self.items += 1;
        }
    }

    fn item(&mut self, vm: &Vm, value: &Value) -> PyResult<()> {
        if value.is_none() {
            return Ok(());
        }
        let known = match self.is_bytes {
            false => text_of(value).map(|text| self.bytes.extend_from_slice(text.as_bytes())),
            true => buffer::view(vm, value)?.map(|view| self.bytes.extend_from_slice(&view)),
        };
        if known.is_none() && self.wrong.is_none() {
            self.wrong = Some((self.items, vm.type_name(value)));
        }
        self.items += 1;
        Ok(())
    }

    fn finish(self, vm: &Vm) -> PyResult {
        if let Some((item, name)) = self.wrong {
            let wanted = match self.is_bytes {
                true => format!("expected a bytes-like object, {name} found"),
                false => format!("expected str instance, {name} found"),
            };
            return Err(vm.type_error(format!("sequence item {item}: {wanted}")));
        }
        Ok(match self.is_bytes {
            true => vm.bytes(self.bytes),
            false => vm.text(Text::from_wtf8_vec(self.bytes)),
        })
    }
}

fn replaced(vm: &Vm, args: &[Value]) -> PyResult<(Value, i64)> {
    let pattern = this::<PatternObject>(vm, args)?;
    let most = args::size(vm, &args[3])?;
    let replacement = replacement(vm, pattern, &args[1])?;
    let string = &args[2];
    let mut subject = Subject::new(vm, pattern, string)?;
    if matches!(replacement, Replacement::Call(_)) {
        subject = subject.stable();
    }
    let data = subject.data();
    let mut output = Output {
        bytes: Vec::new(),
        is_bytes: pattern.is_bytes,
        items: 0,
        wrong: None,
    };
    let mut session = Session::new(vm, pattern, &subject, data.len());
    let (mut last, mut count, mut not_empty) = (0, 0, false);
    while (most == 0 || count < most)
        && let Some(span) = session.search(last, not_empty)?
    {
        output.unchanged(&data[last..span.start]);
        (last, not_empty) = (span.end, span.is_empty());
        count += 1;
        match &replacement {
            Replacement::Literal(value) => output.item(vm, value)?,
            Replacement::Template(template) => {
                template.expand(&mut output.bytes, data, |group| match group {
                    0 => Some(span.clone()),
                    group => session.group(group),
                });
                output.items += 1;
            }
            Replacement::Call(function) => {
                let spans = Spans::new(&session, span, pattern.groups);
                let range = (0, subject.len());
                let found = match_object::new(pattern, (&args[0], string), spans, range);
                output.item(vm, &vm.call(function, &[found])?)?;
            }
        }
    }
    session.finish();
    if count == 0 {
        return Ok((subject.slice(vm, string, 0..data.len()), 0));
    }
    output.unchanged(&data[last..]);
    Ok((output.finish(vm)?, count))
}
