//! Backslash escapes in string and bytes literals.

/// Why a literal can't be decoded, in CPython's words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem(pub String);

/// The escapes of one character that strings and bytes share.
fn simple(escape: u8) -> Option<u8> {
    Some(match escape {
        b'\\' | b'\'' | b'"' => escape,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

/// The value of up to three octal digits and their number.
fn octal(text: &[u8]) -> (u32, usize) {
    let digits = text
        .iter()
        .take(3)
        .take_while(|b| matches!(b, b'0'..=b'7'))
        .count();
    (
        text[..digits]
            .iter()
            .fold(0, |value, b| value * 8 + u32::from(b - b'0')),
        digits,
    )
}

/// The value of the hexadecimal digits at the start, of which there may be `wanted`, and their number.
fn hexadecimal(text: &[u8], wanted: usize) -> (u32, usize) {
    let digits = text
        .iter()
        .take(wanted)
        .take_while(|b| b.is_ascii_hexdigit())
        .count();
    let value = text[..digits].iter().fold(0, |value, &b| {
        value * 16 + char::from(b).to_digit(16).unwrap_or(0)
    });
    (value, digits)
}

fn invalid_octal(digits: &[u8]) -> String {
    format!(
        "invalid octal escape sequence '\\{}'",
        String::from_utf8_lossy(digits)
    )
}

fn keep_first(warning: &mut Option<String>, message: impl FnOnce() -> String) {
    if warning.is_none() {
        *warning = Some(message());
    }
}

/// Decodes the body of a bytes literal; returns a warning about the first invalid escape.
pub(crate) fn decode_bytes(body: &str, out: &mut Vec<u8>) -> Result<Option<String>, Problem> {
    let bytes = body.as_bytes();
    let mut warning = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(&escape) = bytes.get(at) else {
            return Err(Problem("(value error) Trailing \\ in string".into()));
        };
        at += 1;
        match escape {
            b'\n' => {}
            b'0'..=b'7' => {
                let (value, digits) = octal(&bytes[at - 1..]);
                if value > 0o377 {
                    keep_first(&mut warning, || {
                        invalid_octal(&bytes[at - 1..at - 1 + digits])
                    });
                }
                out.push(value as u8);
                at += digits - 1;
            }
            b'x' => {
                let (value, digits) = hexadecimal(&bytes[at..], 2);
                if digits < 2 {
                    return Err(Problem(format!(
                        "(value error) invalid \\x escape at position {}",
                        at - 2
                    )));
                }
                out.push(value as u8);
                at += 2;
            }
            _ => match simple(escape) {
                Some(value) => out.push(value),
                None => {
                    keep_first(&mut warning, || invalid_escape(char::from(escape)));
                    out.extend([b'\\', escape]);
                }
            },
        }
    }
    Ok(warning)
}

fn invalid_escape(escape: char) -> String {
    format!("invalid escape sequence '\\{escape}'")
}

/// Decodes the body of a string literal to UTF-8 that may hold surrogates; returns a warning about
/// the first invalid escape.
pub(crate) fn decode(body: &str, out: &mut Vec<u8>) -> Result<Option<String>, Problem> {
    let bytes = body.as_bytes();
    let mut warning = None;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|&b| b == b'\\') {
        out.extend_from_slice(&bytes[at..at + found]);
        let start = at + found;
        at = start + 2;
        match bytes.get(start + 1) {
            // Only in an f-string, before a brace.
            None => {
                out.push(b'\\');
                at = start + 1;
            }
            Some(b'\n') => {}
            Some(b'0'..=b'7') => {
                let (value, digits) = octal(&bytes[start + 1..]);
                if value > 0o377 {
                    keep_first(&mut warning, || {
                        invalid_octal(&bytes[start + 1..start + 1 + digits])
                    });
                }
                push_code_point(out, value);
                at = start + 1 + digits;
            }
            Some(b'x') => at = fixed_width(body, start, 2, "truncated \\xXX escape", out)?,
            Some(b'u') => at = fixed_width(body, start, 4, "truncated \\uXXXX escape", out)?,
            Some(b'U') => at = fixed_width(body, start, 8, "truncated \\UXXXXXXXX escape", out)?,
            Some(b'N') => at = named(body, start, out)?,
            Some(&escape) => match simple(escape) {
                Some(value) => out.push(value),
                None => {
                    if escape.is_ascii() {
                        keep_first(&mut warning, || invalid_escape(char::from(escape)));
                    }
                    out.push(b'\\');
                    at = start + 1;
                }
            },
        }
    }
    out.extend_from_slice(&bytes[at..]);
    Ok(warning)
}

/// `\x41`, `\u0041`, `\U00000041`; returns where the text goes on.
fn fixed_width(
    body: &str,
    start: usize,
    width: usize,
    truncated: &str,
    out: &mut Vec<u8>,
) -> Result<usize, Problem> {
    let digits_start = start + 2;
    let (value, digits) = hexadecimal(&body.as_bytes()[digits_start..], width);
    let end = digits_start + digits;
    if digits < width {
        return Err(undecodable(body, start, end, truncated));
    }
    if value > 0x10_FFFF {
        return Err(undecodable(body, start, end, "illegal Unicode character"));
    }
    push_code_point(out, value);
    Ok(end)
}

/// `\N{BULLET}`; returns where the text goes on.
fn named(body: &str, start: usize, out: &mut Vec<u8>) -> Result<usize, Problem> {
    let rest = &body[start + 2..];
    let malformed = |end| undecodable(body, start, end, "malformed \\N character escape");
    let Some(inside) = rest.strip_prefix('{') else {
        return Err(malformed(start + 2));
    };
    let Some(len) = inside.find('}') else {
        return Err(malformed(body.len()));
    };
    let name = &inside[..len];
    let end = start + 3 + len + 1;
    if name.is_empty() {
        return Err(malformed(end - 1));
    }
    match character(name) {
        Some(c) => {
            push_code_point(out, c.into());
            Ok(end)
        }
        None => Err(undecodable(
            body,
            start,
            end,
            "unknown Unicode character name",
        )),
    }
}

/// The character of that name or alias. The table forgives missing spaces and the like, CPython
/// only lower case, and not even that where it computes the name.
fn character(name: &str) -> Option<char> {
    // The table overflows at a hyphen in front, with which no name starts.
    let starts = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    let found = Some(name)
        .filter(|_| starts)
        .and_then(unicode_names2::character)?;
    let Some(exact) = unicode_names2::name(found).map(|name| name.to_string()) else {
        return Some(found);
    };
    let letters = |text: &str| text.to_ascii_uppercase().replace([' ', '-', '_'], "");
    let is_computed = ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"]
        .iter()
        .any(|start| exact.starts_with(start));
    let is_right = if is_computed {
        exact == name
    } else {
        // Else it is an alias.
        exact.eq_ignore_ascii_case(name) || letters(&exact) != letters(name)
    };
    is_right.then_some(found)
}

fn push_code_point(out: &mut Vec<u8>, code: u32) {
    match char::from_u32(code) {
        Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        // A lone surrogate, encoded like any other code point of three bytes.
        None => out.extend([
            0xE0 | (code >> 12) as u8,
            0x80 | (code >> 6 & 0x3F) as u8,
            0x80 | (code & 0x3F) as u8,
        ]),
    }
}

/// CPython's message. Its positions count bytes of a text in which every non-ASCII character is
/// already written as a ten-character escape.
fn undecodable(body: &str, start: usize, end: usize, reason: &str) -> Problem {
    let position = |offset: usize| -> usize {
        let before = body.get(..offset).unwrap_or(body);
        let mut after_backslash = false;
        let mut position = 0;
        for c in before.chars() {
            position += if c.is_ascii() {
                1
            } else {
                10 + if after_backslash { 5 } else { 0 }
            };
            after_backslash = c == '\\' && !after_backslash;
        }
        position
    };
    let (first, last) = (position(start), position(end).saturating_sub(1));
    Problem(if first == last {
        format!(
            "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position {first}: {reason}"
        )
    } else {
        format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{last}: {reason}"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_exact_and_never_panic() {
        assert_eq!(character("bullet"), Some('•'));
        assert_eq!(character("BULLET"), Some('•'));
        assert_eq!(character("HANGUL SYLLABLE GAG"), Some('각'));
        assert_eq!(character("CJK UNIFIED IDEOGRAPH-4E00"), Some('一'));
        assert_eq!(character("LINE FEED"), Some('\n'));
        assert_eq!(character("LATIN CAPITAL LETTER GHA"), Some('Ƣ'));
        for wrong in [
            "BUL LET",
            " BULLET",
            "BULLET ",
            "hangul syllable gag",
            "LATIN_SMALL_LETTER_A",
            "-",
            "é",
            "",
        ] {
            assert_eq!(character(wrong), None, "{wrong}");
        }
        let pieces = [
            "LATIN",
            "HANGUL SYLLABLE",
            "CJK UNIFIED IDEOGRAPH-",
            "-",
            " ",
            "_",
            "GAG",
            "4E00",
            "FFFFFFFFF",
            "é",
            "O-E",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    for d in pieces {
                        character(&[a, b, c, d].concat());
                    }
                }
            }
        }
    }
}
