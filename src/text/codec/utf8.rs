//! UTF-8, which differs from a text's own bytes only in that it has no surrogates.

use super::Run;
use crate::text::Text;

/// Decodes from the byte `at`.
pub(super) fn decode(input: &[u8], at: usize, finish: bool, out: &mut Vec<u8>) -> Run {
    let rest = &input[at..];
    let Err(error) = std::str::from_utf8(rest) else {
        out.extend_from_slice(rest);
        return Run::Done(input.len());
    };
    out.extend_from_slice(&rest[..error.valid_up_to()]);
    let start = at + error.valid_up_to();
    match error.error_len() {
        None if !finish => Run::Done(start),
        // The start of a surrogate, which `surrogatepass` may want once it is whole.
        Some(_) if !finish && matches!(input[start..], [0xed, 0xa0..0xc0]) => Run::Done(start),
        None => Run::Fault {
            start,
            end: input.len(),
            reason: "unexpected end of data",
        },
        Some(len) => {
            let starts = matches!(input[start], 0xc2..0xf5);
            let reason = if starts {
                "invalid continuation byte"
            } else {
                "invalid start byte"
            };
            Run::Fault {
                start,
                end: start + len,
                reason,
            }
        }
    }
}

/// Whether the bytes start with a surrogate.
fn is_surrogate(bytes: &[u8]) -> bool {
    matches!(bytes, [0xed, second, ..] if *second >= 0xa0)
}

/// Encodes from the code point `at`.
pub(super) fn encode(input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    let bytes = input.as_bytes();
    let from = input.byte_offset(at);
    let rest = &bytes[from..];
    let surrogate = match input.is_ascii() {
        true => None,
        // Only surrogates have this byte before one from 0xa0 on.
        false => memchr::memchr_iter(0xed, rest).find(|&at| is_surrogate(&rest[at..])),
    };
    let Some(len) = surrogate else {
        out.extend_from_slice(rest);
        return Run::Done(input.len());
    };
    out.extend_from_slice(&rest[..len]);
    let count = rest[len..]
        .chunks(3)
        .take_while(|chunk| is_surrogate(chunk))
        .count();
    let start = input.char_offset(from + len);
    Run::Fault {
        start,
        end: start + count,
        reason: "surrogates not allowed",
    }
}
