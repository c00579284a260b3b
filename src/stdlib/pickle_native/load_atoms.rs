//! The operations that push single values, and empty containers.

use super::codes::*;
use super::load::Loader;
use super::unpickling_error;
use crate::object::heap::ValueCell;
use crate::object::lookup;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::int::{self as algorithms, ByteOrder};
use crate::types::int;
use crate::types::set::Set;
use std::ops::Range;

impl Loader<'_> {
    /// Runs an operation that pushes a value; false if it is another one.
    #[inline]
    pub(super) fn atom(&mut self, code: u8) -> PyResult<bool> {
        let value = match code {
            NONE => Value::None,
            NEWTRUE => Value::True,
            NEWFALSE => Value::False,
            BININT1 => Value::Int(self.source.byte()?.into()),
            BININT2 => Value::Int(u16::from_le_bytes(self.source.array()?).into()),
            BININT => Value::Int(i32::from_le_bytes(self.source.array()?).into()),
            BINFLOAT => Value::float(f64::from_be_bytes(self.source.array()?)),
            SHORT_BINUNICODE => {
                let len = self.source.byte()?;
                let range = self.source.take(len.into())?;
                self.text(range)?
            }
            EMPTY_TUPLE => self.vm.empty_tuple().value(),
            EMPTY_LIST => self.vm.list(Vec::new()),
            EMPTY_DICT => self.vm.dict().value(),
            EMPTY_SET => Set::new().alloc(self.vm).value(),
            _ => return self.long_atom(code),
        };
        self.push(value)?;
        Ok(true)
    }

    fn long_atom(&mut self, code: u8) -> PyResult<bool> {
        let value = match code {
            BINUNICODE | BINUNICODE8 => {
                let range = self.sized(code == BINUNICODE8, "BINUNICODE")?;
                self.text(range)?
            }
            SHORT_BINBYTES => {
                let len = self.source.byte()?;
                let range = self.source.take(len.into())?;
                self.vm.bytes(&self.source.data[range])
            }
            BINBYTES | BINBYTES8 => {
                let range = self.sized(code == BINBYTES8, "BINBYTES")?;
                self.vm.bytes(&self.source.data[range])
            }
            BYTEARRAY8 => {
                let range = self.sized(true, "BYTEARRAY8")?;
                self.vm.bytearray(self.source.data[range].to_vec()).into()
            }
            LONG1 => {
                let len = self.source.byte()?;
                self.long(len.into())?
            }
            LONG4 => match usize::try_from(i32::from_le_bytes(self.source.array()?)) {
                Ok(len) => self.long(len)?,
                Err(_) => {
                    let text = "LONG pickle has negative byte count";
                    return Err(unpickling_error(self.vm, text));
                }
            },
            INT => self.int_line()?,
            LONG => self.long_line()?,
            FLOAT => self.float_line()?,
            STRING => self.string_line()?,
            BINSTRING => {
                let range = self.sized(false, "BINSTRING")?;
                self.old_string(self.source.data[range].to_vec())?
            }
            SHORT_BINSTRING => {
                let len = self.source.byte()?;
                let range = self.source.take(len.into())?;
                self.old_string(self.source.data[range].to_vec())?
            }
            UNICODE => {
                let line = self.source.line()?;
                let bytes = self.vm.bytes(&self.source.data[line]);
                self.decoded(&bytes, "raw-unicode-escape", "strict")?
            }
            NEXT_BUFFER => self.next_buffer()?,
            READONLY_BUFFER => {
                self.make_readonly()?;
                return Ok(true);
            }
            _ => return Ok(false),
        };
        self.push(value)?;
        Ok(true)
    }

    /// The bytes behind a size of four or eight bytes.
    fn sized(&mut self, eight: bool, what: &str) -> PyResult<Range<usize>> {
        let len = match eight {
            true => u64::from_le_bytes(self.source.array()?),
            false => u32::from_le_bytes(self.source.array()?).into(),
        };
        match i64::try_from(len) {
            Ok(len) => self.source.take(len as usize),
            Err(_) => Err(self.vm.overflow_error(format!(
                "{what} exceeds system's maximum size of {} bytes",
                i64::MAX
            ))),
        }
    }

    #[inline]
    fn text(&self, range: Range<usize>) -> PyResult {
        let bytes = &self.source.data[range];
        if bytes.is_ascii() {
            return Ok(self.vm.text(Text::from_ascii(bytes)));
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => Ok(self.vm.text(Text::from_wtf8(bytes))),
            Err(_) => self.decoded(&self.vm.bytes(bytes), "utf-8", "surrogatepass"),
        }
    }

    fn decoded(&self, bytes: &Value, encoding: &str, errors: &str) -> PyResult {
        let vm = self.vm;
        let arguments = [vm.str(encoding), vm.str(errors)];
        vm.call_method(bytes, &vm.intern("decode"), &arguments)
    }

    fn long(&mut self, len: usize) -> PyResult {
        let range = self.source.take(len)?;
        let bytes = &self.source.data[range];
        let value = algorithms::from_bytes(bytes, ByteOrder::Little, true);
        Ok(int::from_int(self.vm, value))
    }

    // -----------------------------------------------------------------------------------------
    // Lines: protocol 0

    /// A line as a str.
    pub(super) fn text_line(&mut self) -> PyResult {
        let line = self.source.line()?;
        match line.is_empty() {
            true => Err(self.source.truncated()),
            false => self.decoded(&self.vm.bytes(&self.source.data[line]), "utf-8", "strict"),
        }
    }

    /// A line as a str of ASCII.
    pub(super) fn ascii_line(&mut self) -> PyResult {
        let line = self.source.line()?;
        match line.is_empty() {
            true => Err(self.source.truncated()),
            false => self.decoded(&self.vm.bytes(&self.source.data[line]), "ascii", "strict"),
        }
    }

    /// A line of at least one character.
    fn filled_line(&mut self) -> PyResult<Vec<u8>> {
        let line = self.source.line()?;
        match line.is_empty() {
            true => Err(self.source.truncated()),
            false => Ok(self.source.data[line].to_vec()),
        }
    }

    /// A number of the memo's.
    pub(super) fn number_line(&mut self) -> PyResult<i64> {
        let line = self.filled_line()?;
        let number = self.python_int(&line, 10)?;
        crate::types::args::size(self.vm, &number)
    }

    /// What `int` makes of a line. Errors show it as it is in the file.
    fn python_int(&self, line: &[u8], base: i64) -> PyResult {
        let vm = self.vm;
        let mut text: String = line.iter().map(|&byte| char::from(byte)).collect();
        let arguments = [vm.str(&text), Value::Int(base)];
        vm.call(&vm.types.int.value(), &arguments)
            .or_else(|raised| {
                vm.swallow(&vm.exceptions.ValueError, raised)?;
                text.push('\n');
                let repr = crate::text::escape::repr(&Text::from_wtf8(text.as_bytes()));
                Err(vm.value_error(format!("invalid literal for int() with base 10: {repr}")))
            })
    }

    fn int_line(&mut self) -> PyResult {
        let line = self.filled_line()?;
        match &line[..] {
            b"00" => return Ok(Value::False),
            b"01" => return Ok(Value::True),
            _ => {}
        }
        let text = std::str::from_utf8(&line).unwrap_or_default();
        // C's notation for octal numbers counts here.
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text),
        };
        if let Some(octal) = digits.strip_prefix('0')
            && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'))
        {
            let number = i64::from_str_radix(octal, 8).unwrap_or(0);
            return Ok(Value::Int(sign * number));
        }
        let vm = self.vm;
        self.python_int(&line, 0).or_else(|raised| {
            vm.swallow(&vm.exceptions.ValueError, raised)?;
            Err(vm.value_error("could not convert string to int"))
        })
    }

    fn long_line(&mut self) -> PyResult {
        let mut line = self.filled_line()?;
        if line.last() == Some(&b'L') {
            line.pop();
        }
        self.python_int(&line, 0)
    }

    fn float_line(&mut self) -> PyResult {
        let line = self.filled_line()?;
        let text: String = line.iter().map(|&byte| char::from(byte)).collect();
        let text = Text::from_wtf8(text.as_bytes());
        let spaced = line
            .iter()
            .any(|byte| byte.is_ascii_whitespace() || *byte == b'_');
        // A line that starts like a number is not shown.
        let start = line.iter().find(|byte| !matches!(byte, b'+' | b'-' | b'.'));
        let shown = match start.is_some_and(u8::is_ascii_digit) {
            true => String::new(),
            false => format!(": '{}\n'", text.to_string_lossy()),
        };
        match crate::text::float::parse(&text).filter(|_| line.is_ascii() && !spaced) {
            Some(number) => Ok(Value::float(number)),
            None => Err(self
                .vm
                .value_error(format!("could not convert string to float{shown}"))),
        }
    }

    fn string_line(&mut self) -> PyResult {
        let line = self.source.line()?;
        let line = self.source.data[line].to_vec();
        let [quote @ (b'"' | b'\''), inner @ .., last] = &line[..] else {
            return Err(self.unquoted());
        };
        if quote != last {
            return Err(self.unquoted());
        }
        let vm = self.vm;
        let unescape = super::module_item(vm, "codecs", "escape_decode")?;
        let pair = vm.call(&unescape, &[vm.bytes(inner)])?;
        let bytes = ops::get_item(vm, &pair, &Value::Int(0))?;
        self.old_text(&bytes)
    }

    fn unquoted(&self) -> crate::object::value::Raised {
        unpickling_error(self.vm, "the STRING opcode argument must be quoted")
    }

    /// The str of Python 2.
    fn old_string(&self, data: Vec<u8>) -> PyResult {
        self.old_text(&self.vm.bytes(data))
    }

    fn old_text(&self, bytes: &Value) -> PyResult {
        let encoding = self.unpickler.encoding.borrow().to_string_lossy();
        if encoding == "bytes" {
            return Ok(bytes.clone());
        }
        let errors = self.unpickler.errors.borrow().to_string_lossy();
        self.decoded(bytes, &encoding, &errors)
    }

    // -----------------------------------------------------------------------------------------
    // Buffers that were kept apart

    fn next_buffer(&mut self) -> PyResult {
        let vm = self.vm;
        let buffers = ValueCell::get(&self.unpickler.buffers);
        if buffers.is_unbound() {
            return Err(unpickling_error(
                vm,
                "pickle stream refers to out-of-band data but no *buffers* argument was given",
            ));
        }
        match ops::next(vm, &buffers)? {
            Some(buffer) => Ok(buffer),
            None => Err(unpickling_error(vm, "not enough out-of-band buffers")),
        }
    }

    fn make_readonly(&mut self) -> PyResult<()> {
        let vm = self.vm;
        let buffer = self.top()?.clone();
        let view = vm.call(&vm.types.memoryview.value(), &[buffer])?;
        let readonly = lookup::get(vm, &view, &vm.intern("readonly"))?;
        if !ops::truth(vm, &readonly)? {
            let readonly = vm.call_method(&view, &vm.intern("toreadonly"), &[])?;
            if let Some(top) = self.stack.last_mut() {
                let old = std::mem::replace(top, readonly);
                drop(old);
            }
        }
        Ok(())
    }
}
