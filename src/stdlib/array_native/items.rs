//! The type codes of `array`, and items to and from bytes.

use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::int::ByteOrder;
use crate::types::int::{from_int, int_ref, is_negative};
use crate::types::item_format::Format;
use crate::types::str::text_of;
use crate::types::{float, int};
use crate::vm::Vm;

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    Text,
    Signed,
    Unsigned,
    Float,
}

/// A type code.
#[derive(PartialEq, Eq, Debug)]
pub struct Code {
    /// The character.
    pub code: char,
    /// The bytes of an item.
    pub size: usize,
    /// What the items are.
    pub class: Class,
    /// How errors name the C type.
    name: &'static str,
    /// How pickles name the representation in the lower byte order; the other one is one more.
    pub machine: i32,
}

const fn code(code: char, size: usize, class: Class, name: &'static str, machine: i32) -> Code {
    Code {
        code,
        size,
        class,
        name,
        machine,
    }
}

const LONG: usize = size_of::<std::ffi::c_long>();
const LONG_MACHINE: i32 = if LONG == 8 { 10 } else { 6 };

/// All codes, in CPython's order.
pub static CODES: &[Code] = &[
    code('b', 1, Class::Signed, "signed char", 1),
    code('B', 1, Class::Unsigned, "unsigned byte integer", 0),
    code('u', 4, Class::Text, "", 20),
    code('w', 4, Class::Text, "", 20),
    code('h', 2, Class::Signed, "signed short integer", 4),
    code('H', 2, Class::Unsigned, "unsigned short", 2),
    code('i', 4, Class::Signed, "signed integer", 8),
    code('I', 4, Class::Unsigned, "unsigned int", 6),
    code('l', LONG, Class::Signed, "long", LONG_MACHINE + 2),
    code('L', LONG, Class::Unsigned, "unsigned long", LONG_MACHINE),
    code('q', 8, Class::Signed, "", 12),
    code('Q', 8, Class::Unsigned, "", 10),
    code('f', 4, Class::Float, "", 14),
    code('d', 8, Class::Float, "", 16),
];

impl Code {
    /// The code of a character.
    pub fn of(character: u32) -> Option<&'static Code> {
        CODES.iter().find(|code| code.code as u32 == character)
    }

    /// The name pickles give the representation in memory.
    pub fn machine_format(&self) -> i32 {
        let other = cfg!(target_endian = "big") && self.size > 1;
        self.machine + i32::from(other)
    }

    /// What memoryviews take items for.
    pub fn format(&self) -> Format {
        let mut text = [0; 4];
        let text = self.code.encode_utf8(&mut text).as_bytes();
        Format::of(text).unwrap_or(Format::TEXT)
    }

    /// The item that bytes, as many as its size, stand for.
    ///
    /// # Errors
    /// ValueError for what is no character.
    #[inline]
    pub fn get(&self, vm: &Vm, bytes: &[u8]) -> PyResult {
        Ok(match (self.class, bytes) {
            (Class::Signed, &[a]) => Value::Int((a as i8).into()),
            (Class::Unsigned, &[a]) => Value::Int(a.into()),
            (Class::Signed, &[a, b]) => Value::Int(i16::from_ne_bytes([a, b]).into()),
            (Class::Unsigned, &[a, b]) => Value::Int(u16::from_ne_bytes([a, b]).into()),
            (class, &[a, b, c, d]) => match class {
                Class::Signed => Value::Int(i32::from_ne_bytes([a, b, c, d]).into()),
                Class::Unsigned => Value::Int(u32::from_ne_bytes([a, b, c, d]).into()),
                Class::Float => Value::float(f32::from_ne_bytes([a, b, c, d]).into()),
                Class::Text => return character(vm, u32::from_ne_bytes([a, b, c, d])),
            },
            (class, bytes) => {
                let bytes: [u8; 8] = bytes.try_into().unwrap_or_default();
                match class {
                    Class::Signed => Value::Int(i64::from_ne_bytes(bytes)),
                    Class::Float => Value::float(f64::from_ne_bytes(bytes)),
                    _ => from_int(vm, crate::text::int::from_bytes(&bytes, NATIVE, false)),
                }
            }
        })
    }

    /// Appends the bytes of an item.
    ///
    /// # Errors
    /// TypeError for an object of a wrong type, OverflowError for a value out of range.
    pub fn put(&self, vm: &Vm, value: &Value, out: &mut Vec<u8>) -> PyResult<()> {
        match self.class {
            Class::Float => {
                let value = float::real(vm, value)?;
                match self.size {
                    4 => out.extend((value as f32).to_ne_bytes()),
                    _ => out.extend(value.to_ne_bytes()),
                }
            }
            Class::Text => match text_of(value) {
                Some(text) if text.len() == 1 => {
                    out.extend(text.get(0).unwrap_or_default().to_ne_bytes());
                }
                _ => return Err(vm.type_error("array item must be unicode character")),
            },
            Class::Signed | Class::Unsigned => {
                let bytes = self.int_bytes(vm, value)?;
                let bytes = bytes.to_ne_bytes();
                match cfg!(target_endian = "big") {
                    true => out.extend(&bytes[8 - self.size..]),
                    false => out.extend(&bytes[..self.size]),
                }
            }
        }
        Ok(())
    }

    /// An int as a word, of which the lowest bytes are the item's.
    fn int_bytes(&self, vm: &Vm, value: &Value) -> PyResult<u64> {
        let index = ops::index(vm, value)?;
        let Value::Int(i) = index else {
            let wide = int_ref(&index).and_then(|int| int.to_u64());
            return match wide {
                Some(wide) if self.size == 8 && self.class == Class::Unsigned => Ok(wide),
                _ => Err(self.beyond_words(vm, &index)),
            };
        };
        let bits = 8 * self.size as u32;
        let (low, high) = match (self.class, bits) {
            (Class::Signed, 64) => (i64::MIN, i64::MAX),
            (Class::Unsigned, 64) => (0, i64::MAX),
            (Class::Signed, bits) => (-1 << (bits - 1), (1 << (bits - 1)) - 1),
            (_, bits) => (0, (1 << bits) - 1),
        };
        if (low..=high).contains(&i) {
            return Ok(i as u64);
        }
        Err(self.out_of_range(vm, i, low))
    }

    #[cold]
    fn out_of_range(&self, vm: &Vm, value: i64, low: i64) -> Raised {
        // C converts small types by way of wider ones, which have their say first.
        let through = match self.code {
            'b' if i16::try_from(value).is_err() => "signed short integer",
            'H' if i32::try_from(value).is_err() => "signed integer",
            _ => self.name,
        };
        let text = match self.code {
            'I' | 'L' if value < 0 => "can't convert negative value to unsigned int".to_owned(),
            'Q' => "can't convert negative int to unsigned".to_owned(),
            _ if value < low => format!("{through} is less than minimum"),
            _ => format!("{through} is greater than maximum"),
        };
        vm.overflow_error(text)
    }

    #[cold]
    fn beyond_words(&self, vm: &Vm, value: &Value) -> Raised {
        let negative = is_negative(value);
        vm.overflow_error(match self.code {
            'I' | 'L' if negative => "can't convert negative value to unsigned int",
            'I' | 'L' => "Python int too large to convert to C unsigned long",
            'Q' if negative => "can't convert negative int to unsigned",
            'q' | 'Q' => "int too big to convert",
            _ => "Python int too large to convert to C long",
        })
    }
}

const NATIVE: ByteOrder = if cfg!(target_endian = "big") {
    ByteOrder::Big
} else {
    ByteOrder::Little
};

fn character(vm: &Vm, c: u32) -> PyResult {
    check_character(vm, c)?;
    Ok(vm.code_point(c))
}

/// What is no code point is no text.
///
/// # Errors
/// ValueError.
pub fn check_character(vm: &Vm, c: u32) -> PyResult<()> {
    if c > 0x10_ffff {
        return Err(vm.value_error(format!(
            "character U+{c:x} is not in range [U+0000; U+10ffff]"
        )));
    }
    Ok(())
}

/// A representation of numbers that pickles name.
pub struct Machine {
    /// What the items are.
    pub class: Class,
    /// The bytes of an item.
    pub size: usize,
    /// Whether the highest byte comes first.
    pub big: bool,
}

impl Machine {
    /// The representation of that number; `None` for one that means nothing.
    pub fn of(number: i64) -> Option<Machine> {
        let (class, size) = match number {
            0 => (Class::Unsigned, 1),
            1 => (Class::Signed, 1),
            2 | 3 => (Class::Unsigned, 2),
            4 | 5 => (Class::Signed, 2),
            6 | 7 => (Class::Unsigned, 4),
            8 | 9 => (Class::Signed, 4),
            10 | 11 => (Class::Unsigned, 8),
            12 | 13 => (Class::Signed, 8),
            14 | 15 => (Class::Float, 4),
            16 | 17 => (Class::Float, 8),
            18 | 19 => (Class::Text, 2),
            20 | 21 => (Class::Text, 4),
            _ => return None,
        };
        Some(Machine {
            class,
            size,
            big: number > 1 && number % 2 == 1,
        })
    }

    /// The number that bytes, as many as its size, stand for.
    pub fn get(&self, vm: &Vm, bytes: &[u8]) -> Value {
        let order = if self.big {
            ByteOrder::Big
        } else {
            ByteOrder::Little
        };
        let signed = self.class == Class::Signed;
        let number = int::from_int(vm, crate::text::int::from_bytes(bytes, order, signed));
        match (self.class, &number) {
            (Class::Float, Value::Int(bits)) if self.size == 4 => {
                Value::float(f32::from_bits(*bits as u32).into())
            }
            (Class::Float, _) => {
                let bits = int_ref(&number).and_then(|int| int.to_u64());
                Value::float(f64::from_bits(bits.unwrap_or_default()))
            }
            _ => number,
        }
    }
}
