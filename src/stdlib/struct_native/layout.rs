//! The formats of `struct`: their texts, what they say of the bytes, and values to and from bytes.

use super::error;
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::float::half;
use crate::text::int::{ByteOrder, from_bytes};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::int::{from_int, int_ref};
use crate::types::{args, float};
use crate::vm::Vm;

/// What a code stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Pad,
    Char,
    Bytes,
    Pascal,
    Bool,
    Signed,
    Unsigned,
    Pointer,
    Float,
}

/// One code of a format.
struct Code {
    code: u8,
    class: Class,
    /// The size by the rules of `<` and `>`; `None` when they don't have the code.
    standard: Option<usize>,
    /// The size that C has on this platform, which is the alignment too.
    native: usize,
}

const fn code(code: u8, class: Class, standard: usize, native: usize) -> Code {
    let standard = if standard == 0 { None } else { Some(standard) };
    Code {
        code,
        class,
        standard,
        native,
    }
}

const WORD: usize = size_of::<usize>();
const LONG: usize = size_of::<std::ffi::c_long>();

static CODES: &[Code] = &[
    code(b'x', Class::Pad, 1, 1),
    code(b'c', Class::Char, 1, 1),
    code(b's', Class::Bytes, 1, 1),
    code(b'p', Class::Pascal, 1, 1),
    code(b'?', Class::Bool, 1, 1),
    code(b'b', Class::Signed, 1, 1),
    code(b'B', Class::Unsigned, 1, 1),
    code(b'h', Class::Signed, 2, 2),
    code(b'H', Class::Unsigned, 2, 2),
    code(b'i', Class::Signed, 4, 4),
    code(b'I', Class::Unsigned, 4, 4),
    code(b'l', Class::Signed, 4, LONG),
    code(b'L', Class::Unsigned, 4, LONG),
    code(b'q', Class::Signed, 8, 8),
    code(b'Q', Class::Unsigned, 8, 8),
    code(b'n', Class::Signed, 0, WORD),
    code(b'N', Class::Unsigned, 0, WORD),
    code(b'P', Class::Pointer, 0, WORD),
    code(b'e', Class::Float, 2, 2),
    code(b'f', Class::Float, 4, 4),
    code(b'd', Class::Float, 8, 8),
];

const NATIVE: ByteOrder = if cfg!(target_endian = "big") {
    ByteOrder::Big
} else {
    ByteOrder::Little
};

/// Values of one kind in a row.
struct Group {
    code: u8,
    class: Class,
    /// Where the first one starts.
    offset: usize,
    /// The bytes of one value.
    size: usize,
    count: usize,
}

/// What a format says.
pub struct Layout {
    /// The format as it was given.
    pub text: Vec<u8>,
    groups: Vec<Group>,
    /// The bytes in all.
    pub size: usize,
    /// How many values there are.
    pub values: usize,
    order: ByteOrder,
    native: bool,
}

/// Which rules a format's first character asks for: byte order, and whether sizes and alignment are C's.
fn rules(text: &[u8]) -> (ByteOrder, bool, &[u8]) {
    match text {
        [b'<', rest @ ..] => (ByteOrder::Little, false, rest),
        [b'>' | b'!', rest @ ..] => (ByteOrder::Big, false, rest),
        [b'=', rest @ ..] => (NATIVE, false, rest),
        [b'@', rest @ ..] => (NATIVE, true, rest),
        rest => (NATIVE, true, rest),
    }
}

impl Layout {
    /// What a format's text says.
    ///
    /// # Errors
    /// `struct.error` when it says nothing.
    pub fn parse(vm: &Vm, text: &[u8]) -> PyResult<Layout> {
        if text.contains(&0) {
            return Err(error(vm, "embedded null character"));
        }
        let (order, native, codes) = rules(text);
        let mut layout = Layout {
            text: text.to_vec(),
            groups: Vec::new(),
            size: 0,
            values: 0,
            order,
            native,
        };
        let too_long = || error(vm, "total struct size too long");
        let mut codes = codes.iter().copied();
        while let Some(mut byte) = codes.next() {
            if matches!(byte, b' ' | b'\t'..=b'\r') {
                continue;
            }
            let mut count = None;
            while byte.is_ascii_digit() {
                let more = count.unwrap_or(0usize).checked_mul(10);
                let more = more.and_then(|n| n.checked_add(usize::from(byte - b'0')));
                count = Some(more.filter(|&n| n <= MOST).ok_or_else(too_long)?);
                byte = codes
                    .next()
                    .ok_or_else(|| error(vm, "repeat count given without format specifier"))?;
            }
            let known = CODES.iter().find(|code| code.code == byte);
            let found = known.and_then(|code| {
                let size = if native {
                    Some(code.native)
                } else {
                    code.standard
                };
                Some((code, size?))
            });
            let Some((code, size)) = found else {
                return Err(error(vm, "bad char in struct format"));
            };
            layout
                .add(code, size, count.unwrap_or(1))
                .ok_or_else(too_long)?;
        }
        Ok(layout)
    }

    fn add(&mut self, code: &Code, size: usize, count: usize) -> Option<()> {
        let mut offset = self.size;
        if self.native {
            offset = offset.checked_next_multiple_of(size)?;
        }
        let bytes = size.checked_mul(count)?;
        self.size = offset.checked_add(bytes).filter(|&size| size <= MOST)?;
        let (size, count) = match code.class {
            Class::Pad => return Some(()),
            Class::Bytes | Class::Pascal => (bytes, 1),
            _ => (size, count),
        };
        self.values += count;
        self.groups.push(Group {
            code: code.code,
            class: code.class,
            offset,
            size,
            count,
        });
        Some(())
    }

    /// How many groups of values there are.
    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// Puts values, as many as there are, into bytes, as many as there are.
    ///
    /// # Errors
    /// What the values' conversion raises, and `struct.error` for wrong ones.
    pub fn pack(&self, vm: &Vm, values: &[Value], out: &mut [u8]) -> PyResult<()> {
        let mut values = values.iter();
        for group in &self.groups {
            for (i, value) in (0..group.count).zip(values.by_ref()) {
                let at = group.offset + i * group.size;
                let place = &mut out[at..at + group.size];
                self.pack_value(vm, group, value, place)?;
            }
        }
        Ok(())
    }

    fn pack_value(&self, vm: &Vm, group: &Group, value: &Value, out: &mut [u8]) -> PyResult<()> {
        match group.class {
            Class::Pad => {}
            Class::Char => match value.get::<Bytes>().map(|bytes| &*bytes.data) {
                Some([byte]) => out[0] = *byte,
                _ => return Err(error(vm, "char format requires a bytes object of length 1")),
            },
            Class::Bytes => {
                let bytes = bytes_of(vm, value, 's')?;
                let len = bytes.len().min(out.len());
                out[..len].copy_from_slice(&bytes[..len]);
            }
            Class::Pascal => {
                let bytes = bytes_of(vm, value, 'p')?;
                if let [first, rest @ ..] = out {
                    let len = bytes.len().min(rest.len());
                    rest[..len].copy_from_slice(&bytes[..len]);
                    *first = len.min(255) as u8;
                }
            }
            Class::Bool => out[0] = u8::from(ops::truth(vm, value)?),
            Class::Signed | Class::Unsigned | Class::Pointer => {
                self.pack_int(vm, group, value, out)?;
            }
            Class::Float => self.pack_float(vm, value, out)?,
        }
        Ok(())
    }

    fn pack_int(&self, vm: &Vm, group: &Group, value: &Value, out: &mut [u8]) -> PyResult<()> {
        let index = match value {
            Value::Int(_) => value.clone(),
            _ if int_ref(value).is_some() || args::has_index(vm, value) => ops::index(vm, value)?,
            _ => return Err(error(vm, "required argument is not an integer")),
        };
        let bits = 8 * group.size as u32;
        if let Value::Int(i) = index {
            let fits = match group.class {
                Class::Signed => bits == 64 || (i >> (bits - 1)) == (i >> 63),
                Class::Unsigned => i >= 0 && (bits == 64 || i >> bits == 0),
                _ => true,
            };
            if fits {
                self.put(&i.to_le_bytes()[..out.len()], out);
                return Ok(());
            }
        } else if let Some(int) = int_ref(&index) {
            // Only words without a sign hold ints that are no i64.
            let bytes = int.to_bytes(8, ByteOrder::Little, false);
            if let (Ok(bytes), 64, true) = (bytes, bits, group.class != Class::Signed) {
                self.put(&bytes, out);
                return Ok(());
            }
        }
        if group.class == Class::Pointer {
            return Err(error(vm, "int too large to convert"));
        }
        let most = u64::MAX >> (64 - bits);
        let (low, high) = match group.class {
            Class::Signed => (-1 - (most >> 1) as i64, most >> 1),
            _ => (0, most),
        };
        let code = char::from(group.code);
        Err(error(
            vm,
            &format!("'{code}' format requires {low} <= number <= {high}"),
        ))
    }

    /// Writes bytes, given from the lowest on, in the format's order.
    fn put(&self, bytes: &[u8], out: &mut [u8]) {
        out.copy_from_slice(bytes);
        if self.order == ByteOrder::Big {
            out.reverse();
        }
    }

    fn pack_float(&self, vm: &Vm, value: &Value, out: &mut [u8]) -> PyResult<()> {
        let given = value;
        let Ok(value) = float::real(vm, given) else {
            drop(vm.take_pending());
            return Err(error(vm, "required argument is not a float"));
        };
        let too_large = |code| match int_ref(given) {
            Some(_) => error(vm, "int too large to convert"),
            None => vm.overflow_error(format!("float too large to pack with {code} format")),
        };
        match out.len() {
            2 => {
                let bits = half::to_half(value).ok_or_else(|| too_large('e'))?;
                self.put(&bits.to_le_bytes(), out);
            }
            4 => {
                let narrow = value as f32;
                // C's own conversion, which is what the native format is, does not complain.
                if narrow.is_infinite() && value.is_finite() && !self.native {
                    return Err(too_large('f'));
                }
                self.put(&narrow.to_le_bytes(), out);
            }
            _ => self.put(&value.to_le_bytes(), out),
        }
        Ok(())
    }

    /// The values that bytes, as many as there are, stand for: a tuple.
    pub fn unpack(&self, vm: &Vm, bytes: &[u8]) -> Value {
        let values = self.groups.iter().flat_map(|group| {
            (0..group.count).map(move |i| {
                let at = group.offset + i * group.size;
                self.unpack_value(vm, group, &bytes[at..at + group.size])
            })
        });
        match self.values {
            0 => vm.tuple(Vec::new()),
            1..=3 => vm.tuple_of(values),
            count => {
                let mut all = Vec::with_capacity(count);
                all.extend(values);
                vm.tuple(all)
            }
        }
    }

    /// The number that bytes are in the format's order, and its bits.
    #[inline]
    fn word(&self, bytes: &[u8]) -> Option<(u64, u32)> {
        let little = match *bytes {
            [a, b] => (u16::from_le_bytes([a, b]).into(), 16),
            [a, b, c, d] => (u32::from_le_bytes([a, b, c, d]).into(), 32),
            _ => (u64::from_le_bytes(bytes.try_into().ok()?), 64),
        };
        Some(match self.order {
            ByteOrder::Big => (little.0.swap_bytes() >> (64 - little.1), little.1),
            ByteOrder::Little => little,
        })
    }

    fn unpack_value(&self, vm: &Vm, group: &Group, bytes: &[u8]) -> Value {
        match group.class {
            Class::Pad => Value::None,
            Class::Char | Class::Bytes => vm.bytes(bytes),
            Class::Pascal => match bytes {
                [len, rest @ ..] => vm.bytes(&rest[..rest.len().min(usize::from(*len))]),
                [] => vm.bytes(bytes),
            },
            Class::Bool => Value::bool(bytes.iter().any(|&byte| byte != 0)),
            Class::Signed => match *bytes {
                [byte] => Value::Int(i64::from(byte as i8)),
                _ => match self.word(bytes) {
                    // The sign is the highest bit of so many bytes.
                    Some((word, bits)) => Value::Int((word << (64 - bits)) as i64 >> (64 - bits)),
                    None => from_int(vm, from_bytes(bytes, self.order, true)),
                },
            },
            Class::Unsigned | Class::Pointer => match *bytes {
                [byte] => Value::Int(i64::from(byte)),
                _ => match self.word(bytes) {
                    Some((word, _)) if word <= i64::MAX as u64 => Value::Int(word as i64),
                    _ => from_int(vm, from_bytes(bytes, self.order, false)),
                },
            },
            Class::Float => {
                let mut low_first = [0; 8];
                let place = &mut low_first[..bytes.len()];
                place.copy_from_slice(bytes);
                if self.order == ByteOrder::Big {
                    place.reverse();
                }
                let [a, b, c, d, ..] = low_first;
                Value::float(match bytes.len() {
                    2 => half::from_half(u16::from_le_bytes([a, b])),
                    4 => f32::from_le_bytes([a, b, c, d]).into(),
                    _ => f64::from_le_bytes(low_first),
                })
            }
        }
    }
}

/// Sizes end here, as in C.
const MOST: usize = isize::MAX as usize;

/// The bytes of an argument for `s` or `p`.
fn bytes_of<'a>(
    vm: &Vm,
    value: &'a Value,
    code: char,
) -> Result<std::borrow::Cow<'a, [u8]>, Raised> {
    if let Some(bytes) = value.get::<Bytes>() {
        return Ok(bytes.data.as_ref().into());
    }
    match value.get::<ByteArray>() {
        Some(array) => Ok(array.borrow().clone().into()),
        None => Err(error(
            vm,
            &format!("argument for '{code}' must be a bytes object"),
        )),
    }
}
