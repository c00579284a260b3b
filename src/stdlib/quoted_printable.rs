//! Quoted-printable text for `binascii`. Reference: RFC 1521, 5.1.

use super::binascii::ascii_argument;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::buffer;
use crate::vm::Vm;

/// `a2b_qp(data, header)`
///
/// # Errors
/// TypeError and ValueError for what is no ASCII text.
pub fn decode(vm: &Vm, args: &[Value]) -> PyResult {
    let header = ops::truth(vm, &args[1])?;
    let data = ascii_argument(vm, &args[0])?;
    let mut out = Vec::with_capacity(data.len());
    let digit = |at: usize| data.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    let mut at = 0;
    while let Some(&byte) = data.get(at) {
        at += 1;
        match byte {
            b'=' => match data.get(at) {
                None => break,
                // A soft line break: the rest of the line goes as well.
                Some(b'\n' | b'\r') => {
                    let rest = &data[at..];
                    let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
                    at += end;
                }
                Some(b'=') => {
                    out.push(b'=');
                    at += 1;
                }
                Some(_) => match (digit(at), digit(at + 1)) {
                    (Some(high), Some(low)) => {
                        out.push((high << 4 | low) as u8);
                        at += 2;
                    }
                    _ => out.push(b'='),
                },
            },
            b'_' if header => out.push(b' '),
            byte => out.push(byte),
        }
    }
    Ok(vm.bytes(out))
}

/// The longest line, the `=` at its end included.
const MOST: usize = 76;

struct Encoder<'a> {
    data: &'a [u8],
    out: Vec<u8>,
    /// How long the line is.
    line: usize,
    /// How lines end.
    end: &'static [u8],
    quote_tabs: bool,
    is_text: bool,
    header: bool,
}

/// `b2a_qp(data, quotetabs, istext, header)`
///
/// # Errors
/// TypeError for what is not bytes-like.
pub fn encode(vm: &Vm, args: &[Value]) -> PyResult {
    let quote_tabs = ops::truth(vm, &args[1])?;
    let is_text = ops::truth(vm, &args[2])?;
    let header = ops::truth(vm, &args[3])?;
    let data = buffer::required(vm, &args[0])?;
    let first_end = memchr::memchr(b'\n', &data);
    let returns = first_end.is_some_and(|at| at > 0 && data[at - 1] == b'\r');
    let mut encoder = Encoder {
        data: &data,
        out: Vec::with_capacity(data.len()),
        line: 0,
        end: if returns { b"\r\n" } else { b"\n" },
        quote_tabs,
        is_text,
        header,
    };
    encoder.run();
    let out = encoder.out;
    drop(data);
    Ok(vm.bytes(out))
}

impl Encoder<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(&byte) = self.data.get(at) {
            let next = self.data.get(at + 1).copied();
            if self.must_be_quoted(byte, next) {
                if self.line + 3 >= MOST {
                    self.soft_break();
                }
                self.quote(byte);
                self.line += 3;
                at += 1;
            } else if self.is_text && (byte == b'\n' || byte == b'\r' && next == Some(b'\n')) {
                // A space at the end of a line would get lost.
                if let Some(&last @ (b' ' | b'\t')) = self.out.last() {
                    self.out.pop();
                    self.quote(last);
                }
                self.out.extend(self.end);
                self.line = 0;
                at += if byte == b'\r' { 2 } else { 1 };
            } else {
                if !matches!(next, None | Some(b'\n')) && self.line + 1 >= MOST {
                    self.soft_break();
                }
                self.line += 1;
                self.out.push(match byte {
                    b' ' if self.header => b'_',
                    byte => byte,
                });
                at += 1;
            }
        }
    }

    fn must_be_quoted(&self, byte: u8, next: Option<u8>) -> bool {
        match byte {
            b'=' | 127.. => true,
            b'_' => self.header,
            b'.' => self.line == 0 && matches!(next, None | Some(b'\n' | b'\r' | 0)),
            b'\r' | b'\n' => !self.is_text,
            b' ' | b'\t' => next.is_none() || self.quote_tabs,
            0..b' ' => true,
            _ => false,
        }
    }

    fn quote(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
        self.out.extend([b'=', DIGITS[high], DIGITS[low]]);
    }

    fn soft_break(&mut self) {
        self.out.push(b'=');
        self.out.extend(self.end);
        self.line = 0;
    }
}
