//! `binascii`: the table of the module, base64, hexadecimal digits, uuencoding and checksums.
//! Quoted-printable is in `quoted_printable`.

use super::NativeModule;
use super::extension;
use super::quoted_printable;
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::ascii;
use crate::types::args::{self, OrRaise};
use crate::types::buffer;
use crate::types::bytes_methods::hex_separator;
use crate::types::dict::Dict;
use crate::types::int::int_ref;
use crate::types::sequence;
use crate::types::str::text_of;
use crate::vm::Vm;

/// The module.
pub const BINASCII: NativeModule = NativeModule {
    name: "binascii",
    doc: "Conversion between binary data and ASCII",
    functions: FUNCTIONS,
    fill,
};

static FUNCTIONS: &[Row] = &[
    method(
        "a2b_base64(data, /, *, strict_mode=False)",
        a2b_base64,
        "The bytes that base64 text stands for. In strict mode nothing but base64 is allowed.",
    ),
    method(
        "b2a_base64(data, /, *, newline=True)",
        b2a_base64,
        "Bytes as base64 text, with a newline at the end.",
    ),
    method(
        "a2b_hex(hexstr, /)",
        a2b_hex,
        "The bytes that hexadecimal digits stand for.",
    ),
    method(
        "unhexlify(hexstr, /)",
        a2b_hex,
        "The bytes that hexadecimal digits stand for.",
    ),
    method(
        "b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)",
        b2a_hex,
        "Bytes as hexadecimal digits, sep between groups of bytes_per_sep.",
    ),
    method(
        "hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)",
        b2a_hex,
        "Bytes as hexadecimal digits, sep between groups of bytes_per_sep.",
    ),
    method(
        "a2b_uu(data, /)",
        a2b_uu,
        "The bytes that a line of uuencoded text stands for.",
    ),
    method(
        "b2a_uu(data, /, *, backtick=False)",
        b2a_uu,
        "Up to 45 bytes as a line of uuencoded text.",
    ),
    method(
        "a2b_qp(data, header=False)",
        quoted_printable::decode,
        "The bytes that quoted-printable text stands for.",
    ),
    method(
        "b2a_qp(data, quotetabs=False, istext=True, header=False)",
        quoted_printable::encode,
        "Bytes as quoted-printable text.",
    ),
    method(
        "crc32(data, crc=0, /)",
        crc32,
        "The CRC-32 of the data, going on from crc.",
    ),
    method(
        "crc_hqx(data, crc, /)",
        crc_hqx,
        "The CRC-CCITT of the data, going on from crc.",
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let error = error_class(vm)?;
    drop(namespace.set_name(&vm.intern("Error"), error));
    let incomplete = extension::exception(vm, "binascii", "Incomplete", &vm.exceptions.Exception)?;
    drop(namespace.set_name(&vm.intern("Incomplete"), incomplete));
    Ok(())
}

fn error_class(vm: &Vm) -> PyResult {
    extension::exception(vm, "binascii", "Error", &vm.exceptions.ValueError)
}

/// Raises `binascii.Error`.
#[cold]
fn error(vm: &Vm, text: &str) -> Raised {
    extension::raise(vm, error_class(vm), text)
}

/// The bytes of an argument that is ASCII text or bytes-like.
///
/// # Errors
/// ValueError for other text, TypeError for other objects.
pub(super) fn ascii_argument(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(text) = text_of(value) {
        return match text.is_ascii() {
            true => Ok(text.as_bytes().to_vec()),
            false => Err(vm.value_error("string argument should contain only ASCII characters")),
        };
    }
    match buffer::view(vm, value)? {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(vm.type_error(format!(
            "argument should be bytes, buffer or ASCII string, not '{}'",
            vm.type_name(value)
        ))),
    }
}

// ---------------------------------------------------------------------------------------------
// Base64

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What no base64 digit has as its value.
const NO_DIGIT: u8 = 0xff;

const BASE64_VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut i = 0;
    while i < 64 {
        values[BASE64[i] as usize] = i as u8;
        i += 1;
    }
    values
};

fn b2a_base64(vm: &Vm, args: &[Value]) -> PyResult {
    let newline = ops::truth(vm, &args[1])?;
    let data = buffer::required(vm, &args[0])?;
    let mut out = Vec::new();
    sequence::make_room(vm, &mut out, data.len().div_ceil(3) * 4 + 1)?;
    for group in data.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digit = |shift: u32| BASE64[(bits >> shift & 63) as usize];
        let padded = |i: usize, shift: u32| if group.len() > i { digit(shift) } else { b'=' };
        out.extend([digit(18), digit(12), padded(1, 6), padded(2, 0)]);
    }
    if newline {
        out.push(b'\n');
    }
    drop(data);
    Ok(vm.bytes(out))
}

fn a2b_base64(vm: &Vm, args: &[Value]) -> PyResult {
    let strict = ops::truth(vm, &args[1])?;
    let data = ascii_argument(vm, &args[0])?;
    decode_base64(vm, &data, strict).map(|bytes| vm.bytes(bytes))
}

/// Decodes groups of four digits for as long as there is nothing else; how much of the data that is.
fn decode_groups(data: &[u8], out: &mut Vec<u8>) -> usize {
    let groups = data.as_chunks::<4>().0;
    for (at, group) in groups.iter().enumerate() {
        let [a, b, c, d] = group.map(|byte| BASE64_VALUES[usize::from(byte)]);
        // Digits are below 64.
        if (a | b | c | d) == NO_DIGIT {
            return at * 4;
        }
        out.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
    }
    groups.len() * 4
}

fn decode_base64(vm: &Vm, data: &[u8], strict: bool) -> PyResult<Vec<u8>> {
    let fail = |text: &str| Err(error(vm, text));
    if strict && data.first() == Some(&b'=') {
        return fail("Leading padding not allowed");
    }
    let mut out = Vec::new();
    sequence::make_room(vm, &mut out, data.len() / 4 * 3)?;
    // The digits of the current group of four, and the padding after them.
    let (mut digits, mut pads, mut left) = (0, 0, 0u8);
    let mut next = 0;
    while let Some(&byte) = data.get(next) {
        if digits == 0 && pads == 0 {
            let taken = decode_groups(&data[next..], &mut out);
            if taken > 0 {
                next += taken;
                continue;
            }
        }
        next += 1;
        if byte == b'=' {
            pads += 1;
            if digits >= 2 && digits + pads >= 4 {
                if strict && next < data.len() {
                    return fail("Excess data after padding");
                }
                return Ok(out);
            }
            if strict && digits == 0 {
                return fail("Excess padding not allowed");
            }
            continue;
        }
        let value = BASE64_VALUES[usize::from(byte)];
        if value == NO_DIGIT {
            if strict {
                return fail("Only base64 data is allowed");
            }
            continue;
        }
        if strict && pads > 0 {
            return fail("Discontinuous padding not allowed");
        }
        pads = 0;
        match digits {
            0 => left = value,
            1 => {
                out.push(left << 2 | value >> 4);
                left = value & 15;
            }
            2 => {
                out.push(left << 4 | value >> 2);
                left = value & 3;
            }
            _ => out.push(left << 6 | value),
        }
        digits = (digits + 1) % 4;
    }
    match digits {
        0 => Ok(out),
        1 => fail(&format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            out.len() / 3 * 4 + 1
        )),
        _ => fail("Incorrect padding"),
    }
}

// ---------------------------------------------------------------------------------------------
// Hexadecimal digits

fn a2b_hex(vm: &Vm, args: &[Value]) -> PyResult {
    let digits = ascii_argument(vm, &args[0])?;
    if !digits.len().is_multiple_of(2) {
        return Err(error(vm, "Odd-length string"));
    }
    let value = |byte: u8| char::from(byte).to_digit(16);
    let pair = |pair: &[u8]| Some((value(pair[0])? << 4 | value(pair[1])?) as u8);
    match digits
        .chunks_exact(2)
        .map(pair)
        .collect::<Option<Vec<u8>>>()
    {
        Some(bytes) => Ok(vm.bytes(bytes)),
        None => Err(error(vm, "Non-hexadecimal digit found")),
    }
}

fn b2a_hex(vm: &Vm, args: &[Value]) -> PyResult {
    let group = args::c_int(vm, &args[2])?;
    let separator = hex_separator(vm, &args[1])?;
    let digits = ascii::hex(&buffer::required(vm, &args[0])?, separator, group.into());
    Ok(vm.bytes(digits.or_raise(vm)?.as_bytes()))
}

// ---------------------------------------------------------------------------------------------
// Uuencoding

/// How many bytes a line takes.
const UU_LINE: usize = 45;

fn b2a_uu(vm: &Vm, args: &[Value]) -> PyResult {
    let backtick = ops::truth(vm, &args[1])?;
    let data = buffer::required(vm, &args[0])?;
    if data.len() > UU_LINE {
        drop(data);
        return Err(error(vm, "At most 45 bytes at once"));
    }
    let character = |value: u32| match (value & 63) as u8 {
        0 if backtick => b'`',
        value => b' ' + value,
    };
    let mut out = vec![character(data.len() as u32)];
    for group in data.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        out.extend([18, 12, 6, 0].map(|shift| character(bits >> shift)));
    }
    out.push(b'\n');
    drop(data);
    Ok(vm.bytes(out))
}

fn a2b_uu(vm: &Vm, args: &[Value]) -> PyResult {
    let data = ascii_argument(vm, &args[0])?;
    let mut characters = data.iter().copied();
    let wanted = usize::from(characters.next().unwrap_or(0).wrapping_sub(b' ') & 63);
    let mut out = Vec::with_capacity(wanted + 2);
    let (mut bits, mut count) = (0u32, 0);
    while out.len() < wanted {
        // Spaces at the end of a line get lost: what is missing is zero.
        let value = match characters.next() {
            None | Some(b'\n' | b'\r') => 0,
            Some(byte @ b' '..=b'`') => (byte - b' ') & 63,
            Some(_) => return Err(error(vm, "Illegal char")),
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    if characters.any(|byte| !matches!(byte, b' ' | b'`' | b'\n' | b'\r')) {
        return Err(error(vm, "Trailing garbage"));
    }
    Ok(vm.bytes(out))
}

// ---------------------------------------------------------------------------------------------
// Checksums

/// CRC-32 of each byte, of polynomial 0xEDB88320.
const CRC32: [u32; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let (mut crc, mut bit) = (i as u32, 0);
        while bit < 8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            };
            bit += 1;
        }
        table[i] = crc;
        i += 1;
    }
    table
};

/// An argument of which only the lowest bits count.
fn masked(vm: &Vm, value: &Value) -> PyResult<u32> {
    let index = ops::index(vm, value)?;
    let low = int_ref(&index).map(|int| int.and(0xffff_ffffi64.into()));
    Ok(low.and_then(|low| low.as_i64()).unwrap_or(0) as u32)
}

fn crc32(vm: &Vm, args: &[Value]) -> PyResult {
    let start = masked(vm, &args[1])?;
    let data = buffer::required(vm, &args[0])?;
    let crc = data.iter().fold(!start, |crc, &byte| {
        crc >> 8 ^ CRC32[usize::from(crc as u8 ^ byte)]
    });
    Ok(Value::Int(i64::from(!crc)))
}

fn crc_hqx(vm: &Vm, args: &[Value]) -> PyResult {
    let start = masked(vm, &args[1])? as u16;
    let data = buffer::required(vm, &args[0])?;
    let crc = data.iter().fold(start, |crc, &byte| {
        (0..8).fold(crc ^ u16::from(byte) << 8, |crc, _| match crc >> 15 {
            0 => crc << 1,
            _ => crc << 1 ^ 0x1021,
        })
    });
    Ok(Value::Int(i64::from(crc)))
}
