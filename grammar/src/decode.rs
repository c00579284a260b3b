//! From bytes to source text: byte order mark, coding cookie (PEP 263), line ends.
//!
//! CPython reads a script with one piece of code and the bytes given to `compile()` (and modules)
//! with another, and words what is wrong differently.

use std::borrow::Cow;
use std::str::Utf8Error;

use crate::error::{ErrorKind, Location, SyntaxError};
use crate::undecoded;

/// Turns bytes, as given to `compile()`, into text whose line ends are `\n`.
///
/// # Errors
/// Null bytes, an unknown encoding, or bytes that are not of the encoding.
pub fn decode_source(bytes: &[u8]) -> Result<String, SyntaxError> {
    if bytes.contains(&0) {
        return Err(placeless("source code string cannot contain null bytes"));
    }
    decode(bytes).or_else(|problem| match problem {
        Problem::Mark(name) => Err(before_the_source(format!(
            "encoding problem: {name} with BOM"
        ))),
        Problem::Unknown(name) => Err(before_the_source(format!("unknown encoding: {name}"))),
        Problem::Ascii(at) => Err(before_the_source(format!(
            "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
            bytes[at]
        ))),
        Problem::Utf8(_) => undecoded::text(&with_newlines(without_mark(bytes))),
    })
}

/// The same as [`normalise_newlines`] for bytes.
fn with_newlines(bytes: &[u8]) -> Vec<u8> {
    let mut after_return = false;
    let mut out = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            b'\n' if after_return => {}
            b'\r' => out.push(b'\n'),
            _ => out.push(byte),
        }
        after_return = byte == b'\r';
    }
    out
}

fn without_mark(source: &[u8]) -> &[u8] {
    source.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(source)
}

/// Turns a script's bytes into text whose line ends are `\n`; `path` is for the words of an error.
///
/// # Errors
/// As [`decode_source`].
pub fn decode_file(bytes: &[u8], path: &str) -> Result<String, SyntaxError> {
    let decoded = decode(bytes).map_err(|problem| match problem {
        Problem::Mark(name) => placeless(format!("encoding problem: {name} with BOM")),
        Problem::Unknown(name) => placeless(format!("encoding problem: {name}")),
        Problem::Ascii(_) => placeless("encoding problem: ascii"),
        Problem::Utf8(error) => {
            let at = error.valid_up_to();
            placeless(format!(
                "Non-UTF-8 code starting with '\\x{:02x}' in file {path} on line {}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                bytes[at],
                line_of(bytes, at)
            ))
        }
    });
    match bytes.iter().position(|&b| b == 0) {
        Some(at) => {
            let message = "source code cannot contain null bytes".to_owned();
            let mut error = on_line(bytes, at, message);
            // The line has been read, and nothing of it: there is no column.
            if let Some(place) = &mut error.location {
                (place.offset, place.end_offset) = (0, Some(0));
            }
            Err(error)
        }
        None => decoded,
    }
}

/// Turns `\r\n` and `\r` into `\n`.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

/// The encoding that a source without byte order mark declares, if it is none of those that are decoded here.
pub fn foreign_encoding(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return None;
    }
    let name = normal_name(&coding_cookie(bytes)?);
    (name != "utf-8" && codec(&name).is_none()).then_some(name)
}

/// What CPython says of bytes that the codec of a foreign encoding does not take.
pub fn not_decoded(message: String) -> SyntaxError {
    before_the_source(message)
}

enum Problem {
    /// A byte order mark, and a cookie of this name.
    Mark(String),
    Unknown(String),
    /// A byte that is not ASCII.
    Ascii(usize),
    Utf8(Utf8Error),
}

fn decode(source: &[u8]) -> Result<String, Problem> {
    let bytes = without_mark(source);
    let cookie = coding_cookie(bytes).map(|cookie| normal_name(&cookie));
    let text: Cow<str> = match cookie {
        None => utf8(source, bytes)?,
        Some(name) if name == "utf-8" => utf8(source, bytes)?,
        Some(name) if bytes.len() < source.len() => return Err(Problem::Mark(name)),
        Some(name) => match codec(&name) {
            Some(Codec::Utf8) => utf8(source, bytes)?,
            Some(Codec::Latin1) => bytes
                .iter()
                .map(|&b| char::from(b))
                .collect::<String>()
                .into(),
            Some(Codec::Ascii) => match bytes.iter().position(|b| !b.is_ascii()) {
                None => utf8(source, bytes)?,
                Some(at) => return Err(Problem::Ascii(at)),
            },
            None => return Err(Problem::Unknown(name)),
        },
    };
    Ok(match normalise_newlines(&text) {
        Cow::Borrowed(_) => text.into_owned(),
        Cow::Owned(text) => text,
    })
}

/// `bytes` is `source` without its byte order mark.
fn utf8<'s>(source: &'s [u8], bytes: &'s [u8]) -> Result<Cow<'s, str>, Problem> {
    // The error counts from the source's start.
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => Err(Problem::Utf8(
            std::str::from_utf8(source).err().unwrap_or(error),
        )),
    }
}

enum Codec {
    Utf8,
    Latin1,
    Ascii,
}

/// The two encodings that have several spellings whatever codecs there are.
fn normal_name(cookie: &str) -> String {
    let name = cookie.to_ascii_lowercase().replace('_', "-");
    let is = |canonical: &str| {
        name.strip_prefix(canonical)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    if is("utf-8") {
        "utf-8".into()
    } else if ["latin-1", "iso-8859-1", "iso-latin-1"]
        .iter()
        .any(|canonical| is(canonical))
    {
        "iso-8859-1".into()
    } else {
        cookie.to_owned()
    }
}

fn codec(name: &str) -> Option<Codec> {
    Some(match &*name.to_ascii_lowercase().replace('_', "-") {
        "utf8" | "u8" | "utf" | "cp65001" => Codec::Utf8,
        "iso-8859-1" | "latin1" | "latin" | "l1" | "iso8859-1" | "8859" | "cp819" => Codec::Latin1,
        "ascii" | "us-ascii" | "646" => Codec::Ascii,
        _ => return None,
    })
}

/// The encoding that a comment in the first two lines declares.
fn coding_cookie(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n' || b == b'\r').take(2) {
        let trimmed = line.trim_ascii_start();
        if let Some(comment) = trimmed.strip_prefix(b"#") {
            if let Some(cookie) = cookie_in(comment) {
                return Some(cookie);
            }
        } else if !trimmed.is_empty() {
            return None;
        }
    }
    None
}

/// What follows `coding:` or `coding=`.
fn cookie_in(comment: &[u8]) -> Option<String> {
    let mut rest = comment;
    while let Some(found) = rest.windows(6).position(|window| window == b"coding") {
        rest = &rest[found + 6..];
        if let Some(after) = rest.strip_prefix(b":").or_else(|| rest.strip_prefix(b"=")) {
            let after = after.trim_ascii_start();
            let is_name = |b: &&u8| b.is_ascii_alphanumeric() || b"-_.".contains(b);
            let len = after.iter().take_while(is_name).count();
            if len > 0 {
                return Some(String::from_utf8_lossy(&after[..len]).into_owned());
            }
        }
    }
    None
}

fn line_of(bytes: &[u8], at: usize) -> i32 {
    1 + bytes[..at].iter().filter(|&&b| b == b'\n').count() as i32
}

fn placeless(message: impl Into<String>) -> SyntaxError {
    SyntaxError::without_place(ErrorKind::Syntax, message)
}

/// The place CPython gives to what is wrong before it has read a line.
fn before_the_source(message: String) -> SyntaxError {
    let location = Some(Location {
        line: 0,
        offset: -1,
        end_line: None,
        end_offset: None,
    });
    SyntaxError {
        location,
        ..placeless(message)
    }
}

/// The line of the byte `at`, as far as it can be decoded.
fn on_line(bytes: &[u8], at: usize, message: String) -> SyntaxError {
    let start = bytes[..at]
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |newline| newline + 1);
    let text = String::from_utf8_lossy(&bytes[start..at]).into_owned();
    let (line, offset) = (line_of(bytes, at), text.chars().count() as i32 + 1);
    let location = Some(Location {
        line,
        offset,
        end_line: Some(line),
        end_offset: Some(offset),
    });
    SyntaxError {
        location,
        text: Some(text),
        ..placeless(message)
    }
}
