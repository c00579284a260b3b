//! The items of buffers: the native formats of one character that `memoryview` (and `array`) know, and
//! items to and from bytes. The formats of several items are `struct`'s.

use crate::object::heap::Kind;
use crate::object::heap::Obj;
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::float::half;
use crate::text::int::{ByteOrder, from_bytes};
use crate::types::int::{from_int, int_ref};
use crate::types::{args, buffer, float};
use crate::vm::Vm;

/// What an item of a format is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A `bytes` of length 1.
    Char,
    Signed,
    Unsigned,
    Bool,
    Float,
    /// A code point of an `array`, which memoryviews can't make an object of.
    Text,
}

/// A native format of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    code: u8,
    /// How many bytes there are from one item to the next in a row.
    size: u8,
    /// How many of these, the first ones, the item is in.
    width: u8,
    class: Class,
}

const fn format(code: u8, size: usize, class: Class) -> Format {
    Format {
        code,
        size: size as u8,
        width: size as u8,
        class,
    }
}

/// The formats, with the sizes that C has on this platform.
const FORMATS: &[Format] = &[
    format(b'B', 1, Class::Unsigned),
    format(b'b', 1, Class::Signed),
    format(b'c', 1, Class::Char),
    format(b'?', 1, Class::Bool),
    format(b'h', 2, Class::Signed),
    format(b'H', 2, Class::Unsigned),
    format(b'i', 4, Class::Signed),
    format(b'I', 4, Class::Unsigned),
    format(b'l', size_of::<std::ffi::c_long>(), Class::Signed),
    format(b'L', size_of::<std::ffi::c_long>(), Class::Unsigned),
    format(b'q', 8, Class::Signed),
    format(b'Q', 8, Class::Unsigned),
    format(b'n', size_of::<usize>(), Class::Signed),
    format(b'N', size_of::<usize>(), Class::Unsigned),
    format(b'P', size_of::<usize>(), Class::Unsigned),
    format(b'e', 2, Class::Float),
    format(b'f', 4, Class::Float),
    format(b'd', 8, Class::Float),
];

const NATIVE: ByteOrder = if cfg!(target_endian = "big") {
    ByteOrder::Big
} else {
    ByteOrder::Little
};

impl Format {
    /// The format of plain bytes.
    pub const BYTES: Format = FORMATS[0];
    /// The format of code points, which only `array` has.
    pub const TEXT: Format = format(b'w', 4, Class::Text);

    /// The format of a text: one character, maybe after `@`.
    pub fn of(text: &[u8]) -> Option<Format> {
        let code = match text {
            [b'@', code] | [code] => *code,
            _ => return None,
        };
        FORMATS.iter().copied().find(|format| format.code == code)
    }

    /// The character.
    pub fn code(self) -> char {
        char::from(self.code)
    }

    /// What somebody takes items for who asks for a buffer with such flags: for bytes, as far apart as the items
    /// are, unless for their format too.
    pub fn described(self, flags: i64) -> Format {
        match flags & buffer::FORMAT {
            0 => Format {
                size: self.size,
                ..Format::BYTES
            },
            _ => self,
        }
    }

    /// Whether items can be read, set and compared.
    pub fn is_supported(self) -> bool {
        self.class != Class::Text
    }

    /// How many bytes an item has.
    pub fn size(self) -> usize {
        self.size.into()
    }

    /// Whether items are single bytes, and no bools.
    pub fn is_byte(self) -> bool {
        self.width == 1 && self.class != Class::Bool
    }

    /// Whether equal items have equal bytes, and the other way round.
    pub fn compares_by_bytes(self) -> bool {
        self.class != Class::Float && self.width == self.size
    }

    /// The item that bytes, as many as its size, stand for.
    ///
    /// # Errors
    /// NotImplementedError for a format that memoryviews can't read.
    pub fn unpack(self, vm: &Vm, bytes: &[u8]) -> PyResult {
        let bytes = &bytes[..self.width.into()];
        Ok(match self.class {
            Class::Text => return Err(self.unsupported(vm)),
            Class::Char => vm.bytes(bytes),
            Class::Bool => Value::bool(bytes.iter().any(|&byte| byte != 0)),
            Class::Signed => from_int(vm, from_bytes(bytes, NATIVE, true)),
            Class::Unsigned => from_int(vm, from_bytes(bytes, NATIVE, false)),
            Class::Float => Value::float(match *bytes {
                [a, b] => half::from_half(u16::from_ne_bytes([a, b])),
                [a, b, c, d] => f32::from_ne_bytes([a, b, c, d]).into(),
                _ => bytes.try_into().map_or(f64::NAN, f64::from_ne_bytes),
            }),
        })
    }

    /// The bytes of an item.
    ///
    /// # Errors
    /// TypeError for an object of a wrong type, ValueError for a value out of range, NotImplementedError for a
    /// format that memoryviews can't write.
    pub fn pack(self, vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
        match self.class {
            Class::Char => match value.obj().map(Obj::kind) {
                Some(Kind::Bytes) => {
                    let bytes = buffer::required(vm, value)?;
                    match bytes.len() {
                        1 => Ok(bytes.to_vec()),
                        _ => Err(self.invalid_value(vm)),
                    }
                }
                _ => Err(self.invalid_type(vm)),
            },
            Class::Bool => Ok(vec![u8::from(ops::truth(vm, value)?)]),
            Class::Signed | Class::Unsigned => self.pack_int(vm, value),
            Class::Float => self.pack_float(vm, value),
            Class::Text => Err(self.unsupported(vm)),
        }
    }

    fn pack_int(self, vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
        let is_pointer = self.code == b'P';
        let acceptable = match is_pointer {
            true => int_ref(value).is_some(),
            false => args::has_index(vm, value),
        };
        if !acceptable {
            return Err(self.invalid_type(vm));
        }
        let index = self.converted(vm, ops::index(vm, value))?;
        let Some(int) = int_ref(&index) else {
            return Err(self.invalid_type(vm));
        };
        let width = self.width.into();
        int.to_bytes(width, NATIVE, self.class == Class::Signed)
            // A pointer may be given as a negative number.
            .or_else(|error| match is_pointer {
                true => int.to_bytes(width, NATIVE, true),
                false => Err(error),
            })
            .map_err(|_| self.invalid_value(vm))
    }

    /// What a conversion has made of a value; an error about its type or value becomes one about the format.
    fn converted<T>(self, vm: &Vm, made: PyResult<T>) -> PyResult<T> {
        made.map_err(|raised| {
            let exceptions = &vm.exceptions;
            let about_value = [&exceptions.ValueError, &exceptions.OverflowError];
            if vm.pending_is(&exceptions.TypeError) {
                drop(vm.take_pending());
                return self.invalid_type(vm);
            }
            if about_value.into_iter().any(|class| vm.pending_is(class)) {
                drop(vm.take_pending());
                return self.invalid_value(vm);
            }
            raised
        })
    }

    fn pack_float(self, vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
        let value = self.converted(vm, float::real(vm, value))?;
        Ok(match self.size {
            2 => {
                let bits = half::to_half(value).ok_or_else(|| self.invalid_value(vm))?;
                bits.to_ne_bytes().to_vec()
            }
            4 => (value as f32).to_ne_bytes().to_vec(),
            _ => value.to_ne_bytes().to_vec(),
        })
    }

    #[cold]
    fn unsupported(self, vm: &Vm) -> Raised {
        let code = self.code();
        vm.not_implemented_error(format!("memoryview: format {code} not supported"))
    }

    #[cold]
    fn invalid_type(self, vm: &Vm) -> Raised {
        let code = self.code();
        vm.type_error(format!("memoryview: invalid type for format '{code}'"))
    }

    #[cold]
    fn invalid_value(self, vm: &Vm) -> Raised {
        let code = self.code();
        vm.value_error(format!("memoryview: invalid value for format '{code}'"))
    }
}
