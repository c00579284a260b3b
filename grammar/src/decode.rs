//! From a file's bytes to text: byte order mark, coding cookie, line ends.

use std::borrow::Cow;

use crate::error::{ErrorKind, SyntaxError};

/// Turns a file's bytes into text whose line ends are `\n`.
pub fn decode_source(bytes: &[u8]) -> Result<String, SyntaxError> {
    let (bytes, has_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    if bytes.contains(&0) {
        return Err(plain("source code cannot contain null bytes"));
    }
    let cookie = coding_cookie(bytes);
    let text = match cookie.as_deref().map(codec) {
        _ if has_mark
            && cookie
                .as_deref()
                .is_some_and(|cookie| normal_name(cookie) != "utf-8") =>
        {
            let cookie = cookie.unwrap_or_default();
            return Err(plain(format!("encoding problem: {cookie} with BOM")));
        }
        None | Some(Some(Codec::Utf8)) => utf8(bytes)?,
        Some(Some(Codec::Latin1)) => bytes
            .iter()
            .map(|&b| char::from(b))
            .collect::<String>()
            .into(),
        Some(Some(Codec::Ascii)) => match bytes.iter().position(|b| !b.is_ascii()) {
            None => utf8(bytes)?,
            Some(at) => {
                return Err(plain(format!(
                    "(unicode error) 'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                    bytes[at]
                )));
            }
        },
        Some(None) => {
            return Err(plain(format!(
                "unknown encoding: {}",
                cookie.unwrap_or_default()
            )));
        }
    };
    Ok(match normalise_newlines(&text) {
        Cow::Borrowed(_) => text.into_owned(),
        Cow::Owned(text) => text,
    })
}

/// Turns `\r\n` and `\r` into `\n`.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

enum Codec {
    Utf8,
    Latin1,
    Ascii,
}

/// The two names that have a canonical form whatever the codecs.
fn normal_name(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
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
        name
    }
}

fn codec(name: &str) -> Option<Codec> {
    Some(match &*normal_name(name) {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Codec::Utf8,
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => {
            Codec::Latin1
        }
        "ascii" | "us-ascii" | "646" => Codec::Ascii,
        _ => return None,
    })
}

/// The encoding that a comment in the first two lines declares (PEP 263).
fn coding_cookie(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n').take(2) {
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

/// `coding[:=]\s*([-\w.]+)`
fn cookie_in(comment: &[u8]) -> Option<String> {
    let mut rest = comment;
    while let Some(found) = rest.windows(6).position(|window| window == b"coding") {
        rest = &rest[found + 6..];
        if let Some(after) = rest.strip_prefix(b":").or_else(|| rest.strip_prefix(b"=")) {
            let after = after.trim_ascii_start();
            let len = after
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || b"-_.".contains(b))
                .count();
            if len > 0 {
                return Some(String::from_utf8_lossy(&after[..len]).into_owned());
            }
        }
    }
    None
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, SyntaxError> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let at = error.valid_up_to();
        let line = 1 + bytes[..at].iter().filter(|&&b| b == b'\n').count();
        plain(format!(
            "Non-UTF-8 code starting with '\\x{:02x}' on line {line}, but no encoding declared; see \
             https://peps.python.org/pep-0263/ for details",
            bytes[at]
        ))
    })
}

fn plain(message: impl Into<String>) -> SyntaxError {
    SyntaxError {
        kind: ErrorKind::Syntax,
        message: message.into(),
        location: None,
        text: None,
        incomplete: false,
        after_parsing: false,
    }
}
