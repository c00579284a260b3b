//! The error handlers that Python has from the start.

use super::wide::{surrogate_at, surrogate_bytes};
use super::{Codec, Fault, OnDecodeFault, OnEncodeFault, Order, Patch, lookup};
use crate::text::escape::push_hex_escape;
use crate::text::wtf8::decode_at;
use crate::text::{Text, unicode};

/// A built-in error handler. What it cannot fix it gives back as the [`Fault`] to raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// `strict`
    Strict,
    /// `ignore`
    Ignore,
    /// `replace`
    Replace,
    /// `backslashreplace`
    BackslashReplace,
    /// `xmlcharrefreplace`, only to encode
    XmlCharRefReplace,
    /// `namereplace`, only to encode
    NameReplace,
    /// `surrogateescape`
    SurrogateEscape,
    /// `surrogatepass`
    SurrogatePass,
}

impl Builtin {
    /// The handler of a name.
    pub fn of_name(name: &str) -> Option<Builtin> {
        Some(match name {
            "strict" => Builtin::Strict,
            "ignore" => Builtin::Ignore,
            "replace" => Builtin::Replace,
            "backslashreplace" => Builtin::BackslashReplace,
            "xmlcharrefreplace" => Builtin::XmlCharRefReplace,
            "namereplace" => Builtin::NameReplace,
            "surrogateescape" => Builtin::SurrogateEscape,
            "surrogatepass" => Builtin::SurrogatePass,
            _ => return None,
        })
    }

    /// Whether the handler does not know what to do with a decoding error: then it raises a
    /// `TypeError`, "don't know how to handle UnicodeDecodeError in error callback".
    pub const fn only_encodes(self) -> bool {
        matches!(self, Builtin::XmlCharRefReplace | Builtin::NameReplace)
    }
}

impl OnDecodeFault for Builtin {
    type Failure = Fault;

    fn fix(&mut self, fault: Fault, input: &[u8]) -> Result<(Text, usize), Fault> {
        // The end may come first, where a program has set the positions.
        let bytes = input.get(fault.start..fault.end).unwrap_or_default();
        match self {
            Builtin::Ignore => Ok((Text::new(), fault.end)),
            Builtin::Replace => Ok((Text::from('\u{fffd}'), fault.end)),
            Builtin::BackslashReplace => {
                let mut out = String::new();
                bytes
                    .iter()
                    .for_each(|&byte| push_hex_escape(&mut out, byte.into()));
                Ok((Text::from(out), fault.end))
            }
            Builtin::SurrogateEscape => {
                let escaped = bytes.iter().take(4).take_while(|byte| !byte.is_ascii());
                let text: Text = escaped.map(|&byte| 0xdc00 + u32::from(byte)).collect();
                match text.len() {
                    0 => Err(fault),
                    len => Ok((text, fault.start + len)),
                }
            }
            Builtin::SurrogatePass => {
                let (c, size) = pass_decoding(fault, input).ok_or(fault)?;
                Ok((Text::from_code_point(c), fault.start + size))
            }
            _ => Err(fault),
        }
    }
}

/// The surrogate that stands where a fault starts, and its size.
fn pass_decoding(fault: Fault, input: &[u8]) -> Option<(u32, usize)> {
    let rest = &input[fault.start..];
    match lookup(fault.encoding)? {
        Codec::Utf8 => match rest {
            [0xed, 0xa0..0xc0, 0x80..0xc0, ..] => Some((decode_at(rest, 0)?, 3)),
            _ => None,
        },
        Codec::Utf16(order) => Some((surrogate_at(false, order, rest)?, 2)),
        Codec::Utf32(order) => Some((surrogate_at(true, order, rest)?, 4)),
        _ => None,
    }
}

impl OnEncodeFault for Builtin {
    type Failure = Fault;

    fn fix(&mut self, fault: Fault, input: &Text) -> Result<(Patch, usize), Fault> {
        let text = input.slice(fault.start..fault.end);
        let by = |patch: fn(&mut String, u32)| {
            let mut out = String::new();
            text.chars().for_each(|c| patch(&mut out, c));
            Ok((Patch::Text(Text::from(out)), fault.end))
        };
        match self {
            Builtin::Strict => Err(fault),
            Builtin::Ignore => Ok((Patch::Bytes(Vec::new()), fault.end)),
            Builtin::Replace => by(|out, _| out.push('?')),
            Builtin::BackslashReplace => by(push_hex_escape),
            Builtin::XmlCharRefReplace => by(|out, c| out.push_str(&format!("&#{c};"))),
            Builtin::NameReplace => by(|out, c| match unicode::name(c) {
                Some(name) => out.push_str(&format!("\\N{{{name}}}")),
                None => push_hex_escape(out, c),
            }),
            Builtin::SurrogateEscape => {
                let escaped = text.chars().take_while(|c| (0xdc80..0xdd00).contains(c));
                let bytes: Vec<u8> = escaped.map(|c| c as u8).collect();
                match bytes.len() {
                    0 => Err(fault),
                    // A code page wants all or nothing.
                    len if len < text.len() && fault.encoding == "charmap" => Err(fault),
                    len => Ok((Patch::Bytes(bytes), fault.start + len)),
                }
            }
            Builtin::SurrogatePass => pass_encoding(fault, &text).ok_or(fault),
        }
    }

    fn refuse(&mut self, fault: Fault, _input: &Text) -> Fault {
        fault
    }
}

/// The bytes of surrogates as they are, where all of the text is such and the encoding has room.
fn pass_encoding(fault: Fault, text: &Text) -> Option<(Patch, usize)> {
    if !text.chars().all(|c| (0xd800..0xe000).contains(&c)) {
        return None;
    }
    let wide = |wide: bool, order: Order| {
        text.chars()
            .flat_map(|c| surrogate_bytes(wide, order, c))
            .collect::<Vec<u8>>()
    };
    let bytes = match lookup(fault.encoding)? {
        Codec::Utf8 => text.as_bytes().to_vec(),
        Codec::Utf16(order) => wide(false, order),
        Codec::Utf32(order) => wide(true, order),
        _ => return None,
    };
    Some((Patch::Bytes(bytes), fault.end))
}
