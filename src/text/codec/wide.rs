//! UTF-16 and UTF-32.

use super::{Order, Run};
use crate::text::Text;
use crate::text::wtf8::{CodePoints, push_code_point};

const HIGH: std::ops::Range<u32> = 0xd800..0xdc00;
const LOW: std::ops::Range<u32> = 0xdc00..0xe000;
const SURROGATES: std::ops::Range<u32> = 0xd800..0xe000;

fn unit_16(order: Order, bytes: [u8; 2]) -> u32 {
    u32::from(match order {
        Order::Big => u16::from_be_bytes(bytes),
        _ => u16::from_le_bytes(bytes),
    })
}

fn push_16(order: Order, unit: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(&match order {
        Order::Big => (unit as u16).to_be_bytes(),
        _ => (unit as u16).to_le_bytes(),
    });
}

fn push_32(order: Order, c: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(&match order {
        Order::Big => c.to_be_bytes(),
        _ => c.to_le_bytes(),
    });
}

/// Decodes UTF-16 from the byte `at`.
pub(super) fn decode_16(
    order: Order,
    input: &[u8],
    mut at: usize,
    finish: bool,
    out: &mut Vec<u8>,
) -> Run {
    let unit = |at: usize| {
        let bytes = input.get(at..).and_then(<[u8]>::first_chunk);
        bytes.map(|&bytes| unit_16(order, bytes))
    };
    let end = input.len();
    while let Some(first) = unit(at) {
        let fault = |reason| Run::Fault {
            start: at,
            end: at + 2,
            reason,
        };
        if LOW.contains(&first) {
            return fault("illegal encoding");
        }
        if !HIGH.contains(&first) {
            push_code_point(out, first);
            at += 2;
            continue;
        }
        match unit(at + 2) {
            Some(second) if LOW.contains(&second) => {
                push_code_point(out, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                at += 4;
            }
            Some(_) => return fault("illegal UTF-16 surrogate"),
            None if !finish => return Run::Done(at),
            None => {
                return Run::Fault {
                    start: at,
                    end,
                    reason: "unexpected end of data",
                };
            }
        }
    }
    match at == end || !finish {
        true => Run::Done(at),
        false => Run::Fault {
            start: at,
            end,
            reason: "truncated data",
        },
    }
}

/// Decodes UTF-32 from the byte `at`.
pub(super) fn decode_32(
    order: Order,
    input: &[u8],
    mut at: usize,
    finish: bool,
    out: &mut Vec<u8>,
) -> Run {
    while let Some(&bytes) = input.get(at..).and_then(<[u8]>::first_chunk) {
        let c = match order {
            Order::Big => u32::from_be_bytes(bytes),
            _ => u32::from_le_bytes(bytes),
        };
        let fault = |reason| Run::Fault {
            start: at,
            end: at + 4,
            reason,
        };
        if SURROGATES.contains(&c) {
            return fault("code point in surrogate code point range(0xd800, 0xe000)");
        }
        if c > 0x10ffff {
            return fault("code point not in range(0x110000)");
        }
        push_code_point(out, c);
        at += 4;
    }
    let end = input.len();
    match at == end || !finish {
        true => Run::Done(at),
        false => Run::Fault {
            start: at,
            end,
            reason: "truncated data",
        },
    }
}

/// Encodes code points until a surrogate.
fn encode(input: &Text, mut at: usize, mut push: impl FnMut(u32)) -> Run {
    for c in CodePoints::new(&input.as_bytes()[input.byte_offset(at)..]) {
        if SURROGATES.contains(&c) {
            return Run::Fault {
                start: at,
                end: at + 1,
                reason: "surrogates not allowed",
            };
        }
        push(c);
        at += 1;
    }
    Run::Done(at)
}

/// Encodes UTF-16 from the code point `at`.
pub(super) fn encode_16(order: Order, input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    encode(input, at, |c| match c.checked_sub(0x10000) {
        None => push_16(order, c, out),
        Some(rest) => {
            push_16(order, 0xd800 + (rest >> 10), out);
            push_16(order, 0xdc00 + (rest & 0x3ff), out);
        }
    })
}

/// Encodes UTF-32 from the code point `at`.
pub(super) fn encode_32(order: Order, input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    encode(input, at, |c| push_32(order, c, out))
}

/// The bytes of one unit that may be a surrogate: what `surrogatepass` lets through.
pub(super) fn surrogate_bytes(wide: bool, order: Order, c: u32) -> Vec<u8> {
    let mut out = Vec::new();
    match wide {
        true => push_32(order, c, &mut out),
        false => push_16(order, c, &mut out),
    }
    out
}

/// The surrogate that the bytes start with, if any.
pub(super) fn surrogate_at(wide: bool, order: Order, bytes: &[u8]) -> Option<u32> {
    let c = match (wide, order) {
        (false, _) => unit_16(order, *bytes.first_chunk()?),
        (true, Order::Big) => u32::from_be_bytes(*bytes.first_chunk()?),
        (true, _) => u32::from_le_bytes(*bytes.first_chunk()?),
    };
    SURROGATES.contains(&c).then_some(c)
}
