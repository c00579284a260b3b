//! `_base_digits`: the loops of `base64` over what is written in base32 and base85. What is no such text is told by
//! numbers, since the messages are those of `base64`.

use super::NativeModule;
use crate::object::ops;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::{buffer, sequence};
use crate::vm::Vm;

/// The module.
pub const BASE_DIGITS: NativeModule = NativeModule {
    name: "_base_digits",
    doc: "The digits of base32 and base85.",
    functions: &[
        method(
            "has_others(data, digits, /)",
            has_others,
            "Whether there is a byte in data that is not in digits.",
        ),
        method(
            "encode32(alphabet, data, /)",
            encode32,
            "Eight digits for every five bytes of data, those that are missing at its end being zero.",
        ),
        method(
            "decode32(alphabet, digits, /)",
            decode32,
            "Five bytes for every eight digits, those that are missing at the end being zero; None with others.",
        ),
        method(
            "encode85(alphabet, data, pad, foldnuls, foldspaces, /)",
            encode85,
            "Five digits for every four bytes of data.",
        ),
        method(
            "decode85(alphabet, digits, /)",
            decode85,
            "Four bytes for every five digits; or where there is none, or where a group begins that is too large, and which.",
        ),
    ],
    fill: super::nothing,
};

/// What a byte that is no digit has as its value.
const NO_DIGIT: u8 = 0xff;

/// The value of every byte as a digit.
fn values(alphabet: &[u8]) -> [u8; 256] {
    let mut values = [NO_DIGIT; 256];
    for (value, digit) in (0..NO_DIGIT).zip(alphabet) {
        values[usize::from(*digit)] = value;
    }
    values
}

/// An alphabet of so many digits.
fn alphabet<const N: usize>(vm: &Vm, value: &Value) -> PyResult<[u8; N]> {
    let digits = buffer::required(vm, value)?;
    <[u8; N]>::try_from(&*digits).map_err(|_| vm.value_error("wrong number of digits"))
}

fn has_others(vm: &Vm, args: &[Value]) -> PyResult {
    let digits = values(&buffer::required(vm, &args[1])?);
    let data = buffer::required(vm, &args[0])?;
    let other = |byte: &u8| digits[usize::from(*byte)] == NO_DIGIT;
    Ok(Value::bool(data.iter().any(other)))
}

// ---------------------------------------------------------------------------------------------
// Base32

fn encode32(vm: &Vm, args: &[Value]) -> PyResult {
    let alphabet: [u8; 32] = alphabet(vm, &args[0])?;
    let data = buffer::required(vm, &args[1])?;
    let len = data.len().div_ceil(5) * 8;
    let mut digits = Vec::new();
    sequence::make_room(vm, &mut digits, len)?;
    digits.resize(len, 0);
    for (group, digits) in data.chunks(5).zip(digits.as_chunks_mut::<8>().0) {
        let mut bytes = [0; 8];
        bytes[3..3 + group.len()].copy_from_slice(group);
        let bits = u64::from_be_bytes(bytes);
        for (place, digit) in digits.iter_mut().rev().enumerate() {
            *digit = alphabet[(bits >> (5 * place) & 31) as usize];
        }
    }
    drop(data);
    Ok(vm.bytes(digits))
}

fn decode32(vm: &Vm, args: &[Value]) -> PyResult {
    let values = values(&alphabet::<32>(vm, &args[0])?);
    let digits = buffer::required(vm, &args[1])?;
    let mut decoded = Vec::new();
    sequence::make_room(vm, &mut decoded, digits.len().div_ceil(8) * 5)?;
    for group in digits.chunks(8) {
        let mut bits = 0;
        for digit in group {
            match values[usize::from(*digit)] {
                NO_DIGIT => return Ok(Value::None),
                value => bits = bits << 5 | u64::from(value),
            }
        }
        bits <<= 5 * (8 - group.len());
        decoded.extend_from_slice(&bits.to_be_bytes()[3..]);
    }
    drop(digits);
    Ok(vm.bytes(decoded))
}

// ---------------------------------------------------------------------------------------------
// Base85

/// How base85 is written.
struct Options {
    /// Whether the last group is written as if it had four bytes.
    pad: bool,
    /// Whether z stands for four zeros.
    fold_nuls: bool,
    /// Whether y stands for four spaces.
    fold_spaces: bool,
}

fn encode85(vm: &Vm, args: &[Value]) -> PyResult {
    let options = Options {
        pad: ops::truth(vm, &args[2])?,
        fold_nuls: ops::truth(vm, &args[3])?,
        fold_spaces: ops::truth(vm, &args[4])?,
    };
    let alphabet = alphabet(vm, &args[0])?;
    let data = buffer::required(vm, &args[1])?;
    let mut out = Vec::new();
    sequence::make_room(vm, &mut out, data.len().div_ceil(4) * 5)?;
    for group in data.chunks(4) {
        let mut bytes = [0; 4];
        bytes[..group.len()].copy_from_slice(group);
        write85(&mut out, &alphabet, bytes, group.len(), &options);
    }
    drop(data);
    Ok(vm.bytes(out))
}

/// Writes a group of four bytes, of which there are so many, and zeros.
fn write85(
    out: &mut Vec<u8>,
    alphabet: &[u8; 85],
    bytes: [u8; 4],
    there: usize,
    options: &Options,
) {
    let mut word = u32::from_be_bytes(bytes);
    let whole = there == 4 || options.pad;
    if options.fold_nuls && word == 0 && whole {
        out.push(b'z');
        return;
    }
    if options.fold_spaces && bytes == *b"    " {
        out.push(b'y');
        return;
    }
    let mut digits = [0; 5];
    for digit in digits.iter_mut().rev() {
        *digit = alphabet[(word % 85) as usize];
        word /= 85;
    }
    out.extend_from_slice(&digits[..if whole { 5 } else { there + 1 }]);
}

fn decode85(vm: &Vm, args: &[Value]) -> PyResult {
    let values = values(&alphabet::<85>(vm, &args[0])?);
    let digits = buffer::required(vm, &args[1])?;
    let mut decoded = Vec::new();
    sequence::make_room(vm, &mut decoded, digits.len() / 5 * 4)?;
    let mut wrong = None;
    for (at, group) in digits.as_chunks::<5>().0.iter().enumerate() {
        match read85(&values, group) {
            Ok(bytes) => decoded.extend_from_slice(&bytes),
            Err(digit) => {
                wrong = Some((at * 5, digit));
                break;
            }
        }
    }
    drop(digits);
    Ok(match wrong {
        None => vm.bytes(decoded),
        Some((at, digit)) => {
            let place = Value::Int((at + digit.unwrap_or(0)) as i64);
            vm.tuple(vec![place, Value::bool(digit.is_none())])
        }
    })
}

/// The bytes of five digits; otherwise which of them is none, or nothing if their number is too large.
fn read85(values: &[u8; 256], digits: &[u8; 5]) -> Result<[u8; 4], Option<usize>> {
    let mut word = 0;
    for (at, digit) in digits.iter().enumerate() {
        match values[usize::from(*digit)] {
            NO_DIGIT => return Err(Some(at)),
            value => word = word * 85 + u64::from(value),
        }
    }
    u32::try_from(word).map(u32::to_be_bytes).map_err(|_| None)
}
