//! Templates of replacements: literal parts and references to groups.

use super::parse_set::short_escape;
use super::pattern::PatternObject;
use super::raise;
use super::source::{Source, Token};
use super::syntax::{Fault, MAXGROUPS};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::wtf8::push_code_point;
use crate::text::{Text, escape};
use crate::types::buffer;
use crate::types::str::text_of;
use crate::vm::Vm;
use std::ops::Range;
use std::rc::Rc;

/// A part of a template.
#[derive(Debug)]
enum Part {
    Literal(Vec<u8>),
    Group(usize),
}

/// A parsed template.
#[derive(Debug)]
pub struct Template(Vec<Part>);

impl Template {
    /// Appends the template with what the groups have matched put in.
    pub fn expand(
        &self,
        out: &mut Vec<u8>,
        data: &[u8],
        group: impl Fn(usize) -> Option<Range<usize>>,
    ) {
        for part in &self.0 {
            match part {
                Part::Literal(bytes) => out.extend_from_slice(bytes),
                Part::Group(number) => {
                    let range = group(*number).and_then(|range| data.get(range));
                    out.extend_from_slice(range.unwrap_or_default());
                }
            }
        }
    }
}

/// The template that a value is for a pattern; that used last is remembered.
///
/// # Errors
/// What is wrong with it.
pub fn of(vm: &Vm, pattern: &PatternObject, value: &Value) -> PyResult<Rc<Template>> {
    if let Some((known, template)) = &*pattern.template.borrow()
        && known.is(value)
    {
        return Ok(template.clone());
    }
    // It is looked for among those known, which takes a hash.
    ops::hash(vm, value)?;
    let (chars, is_text): (Vec<u32>, bool) = match text_of(value) {
        Some(text) => (text.chars().collect(), true),
        None => match buffer::view(vm, value)? {
            Some(view) => (view.iter().map(|&byte| byte.into()).collect(), false),
            None => {
                return Err(vm.type_error(format!(
                    "decoding to str: need a bytes-like object, {} found",
                    vm.type_name(value)
                )));
            }
        },
    };
    let template = parse(&chars, is_text, pattern).map_err(|fault| raise(vm, fault, value))?;
    let template = Rc::new(template);
    // Objects that can change are not remembered.
    let class = vm.class_of(value);
    if *class == vm.types.str || *class == vm.types.bytes {
        let new = Some((value.clone(), template.clone()));
        let old = pattern.template.replace(new);
        drop(old);
    }
    Ok(template)
}

struct Builder<'a> {
    source: Source<'a>,
    pattern: &'a PatternObject,
    parts: Vec<Part>,
    literal: Vec<u8>,
}

fn parse(chars: &[u32], is_text: bool, pattern: &PatternObject) -> Result<Template, Fault> {
    let mut builder = Builder {
        source: Source::new(chars, is_text)?,
        pattern,
        parts: Vec::new(),
        literal: Vec::new(),
    };
    while let Some(token) = builder.source.get()? {
        match token {
            Token::Plain(c) => builder.push(c),
            Token::Escape(c) => builder.escape(c)?,
        }
    }
    builder.flush();
    Ok(Template(builder.parts))
}

impl Builder<'_> {
    fn push(&mut self, c: u32) {
        match self.source.is_text {
            true => push_code_point(&mut self.literal, c),
            false => self.literal.push(c as u8),
        }
    }

    fn flush(&mut self) {
        if !self.literal.is_empty() {
            let literal = std::mem::take(&mut self.literal);
            self.parts.push(Part::Literal(literal));
        }
    }

    fn group(&mut self, number: u64, back: usize) -> Result<(), Fault> {
        match usize::try_from(number) {
            Ok(group) if group <= self.pattern.groups => {
                self.flush();
                self.parts.push(Part::Group(group));
                Ok(())
            }
            _ => {
                let message = format!("invalid group reference {number}");
                Err(self.source.error(message, back))
            }
        }
    }

    fn escape(&mut self, c: u32) -> Result<(), Fault> {
        let octal = |c: &u8| matches!(c, b'0'..=b'7');
        match u8::try_from(c).unwrap_or(0) {
            b'g' => return self.named(),
            b'0' => {
                let digits = self.source.take_while(2, octal)?;
                self.push(u32::from_str_radix(&digits, 8).unwrap_or(0) & 0xff);
            }
            first @ b'1'..=b'9' => return self.numbered(first),
            other => match short_escape(c) {
                Some(c) => self.push(c),
                None if c == 0x62 => self.push(8),
                None if other.is_ascii_alphabetic() => {
                    let mut token = Text::new();
                    Token::Escape(c).push_to(&mut token);
                    return Err(self.source.bad("bad escape ", &token));
                }
                None => {
                    self.push(u32::from(b'\\'));
                    self.push(c);
                }
            },
        }
        Ok(())
    }

    /// A digit other than 0: three octal digits, or a group.
    fn numbered(&mut self, first: u8) -> Result<(), Fault> {
        let octal = |c: &u8| matches!(c, b'0'..=b'7');
        let mut digits = String::from(char::from(first));
        if self.source.peek_ascii(u8::is_ascii_digit).is_some() {
            digits += &self.source.take_while(1, u8::is_ascii_digit)?;
            let all_octal = digits.bytes().all(|c| octal(&c));
            if all_octal && self.source.peek_ascii(octal).is_some() {
                digits += &self.source.take_while(1, octal)?;
                let c = u32::from_str_radix(&digits, 8).unwrap_or(u32::MAX);
                if c > 0o377 {
                    let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                    return Err(self.source.error(message, digits.len() + 1));
                }
                self.push(c);
                return Ok(());
            }
        }
        self.group(digits.parse().unwrap_or(u64::MAX), digits.len())
    }

    /// After `\g`.
    fn named(&mut self) -> Result<(), Fault> {
        if !self.source.take(b'<')? {
            return Err(self.source.error("missing <", 0));
        }
        let name = self.source.take_until(b'>', "group name")?;
        if let Some(number) = Source::number(&name) {
            if number >= MAXGROUPS.into() {
                let digits = name.as_str().unwrap_or_default().trim_start_matches('0');
                let message = format!("invalid group reference {digits}");
                return Err(self.source.error(message, name.len() + 1));
            }
            return self.group(number, name.len() + 1);
        }
        self.source.check_name(&name, 1)?;
        let mut names = self.pattern.names.iter();
        match names.find(|(known, _)| *known == name) {
            Some((_, group)) => self.group((*group).into(), name.len() + 1),
            None => {
                let message = format!("unknown group name {}", escape::repr(&name));
                Err(Fault::Index(message.into()))
            }
        }
    }
}
