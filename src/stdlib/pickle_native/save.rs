//! Writing objects: the writer with its frames and memo, and single values. Containers are in `containers`, what is
//! written by name is in `globals`, what `__reduce__` takes apart in `reduce`.

use super::buffer::PickleBuffer;
use super::codes::*;
use super::pickler::Pickler;
use super::{pickling_error, registry};
use crate::object::heap::{Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::int::{ByteOrder, IntRef};
use crate::types::buffer;
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::int::{self, BigInt};
use crate::types::reduce::PlainClasses;
use crate::types::str::Str;
use crate::vm::Vm;
use std::collections::HashSet;
use std::io::Write;

/// How many items are appended or set with one operation.
pub(super) const BATCH_SIZE: usize = 1000;

/// From protocol 4 on, data comes in frames of at least and of about so many bytes.
const FRAME_MINIMUM: usize = 4;
const FRAME_TARGET: usize = 64 * 1024;
const FRAME_HEADER: usize = 9;

/// What `Vm::recurse` says where nesting is too deep.
pub(super) const WHILE_PICKLING: &str = " while pickling an object";

/// Where reduction functions come from.
pub(super) enum DispatchTable {
    /// `copyreg.dispatch_table`
    Shared(Ref<Dict>),
    /// The pickler's own, any mapping.
    Own(Value),
}

/// A dump at work.
pub(super) struct Writer<'a> {
    pub(super) vm: &'a Vm,
    pub(super) pickler: &'a Pickler,
    pub(super) protocol: u8,
    pub(super) out: Vec<u8>,
    /// Where the header of the frame is that `out` ends with.
    frame: Option<usize>,
    pub(super) persistent_id: Option<Value>,
    pub(super) reducer_override: Option<Value>,
    pub(super) dispatch_table: DispatchTable,
    pub(super) plain_classes: PlainClasses,
    pub(super) fast_nesting: usize,
    pub(super) fast_memo: HashSet<i64>,
}

impl<'a> Writer<'a> {
    /// A writer that asks nobody.
    pub(super) fn new(vm: &'a Vm, pickler: &'a Pickler) -> PyResult<Writer<'a>> {
        let dispatch_table = match pickler.dispatch_table.get().bound() {
            Some(table) => DispatchTable::Own(table),
            None => DispatchTable::Shared(registry(vm, "dispatch_table")?),
        };
        Ok(Writer {
            vm,
            pickler,
            protocol: pickler.protocol.get(),
            out: Vec::with_capacity(128),
            frame: None,
            persistent_id: None,
            reducer_override: None,
            dispatch_table,
            plain_classes: PlainClasses::default(),
            fast_nesting: 0,
            fast_memo: HashSet::new(),
        })
    }

    /// Has these asked.
    pub(super) fn ask(
        &mut self,
        persistent_id: Option<Value>,
        reducer: Option<Value>,
        table: Option<Value>,
    ) {
        self.persistent_id = persistent_id;
        self.reducer_override = reducer;
        if let Some(table) = table {
            self.dispatch_table = DispatchTable::Own(table);
        }
    }

    /// Writes an object and all that belongs around it.
    pub(super) fn dump(&mut self, value: &Value) -> PyResult<()> {
        if self.protocol >= 2 {
            self.out.extend_from_slice(&[PROTO, self.protocol]);
        }
        if self.protocol >= 4 {
            self.open_frame();
        }
        self.save(value)?;
        self.out.push(STOP);
        self.close_frame();
        Ok(())
    }

    /// What was written and did not go to a file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// Gives the file what was written.
    pub(super) fn flush(&mut self) -> PyResult<()> {
        let write = self.pickler.write.get();
        if !write.is_unbound() {
            let bytes = self.vm.bytes(std::mem::take(&mut self.out));
            self.vm.call(&write, &[bytes])?;
        }
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // Frames

    fn open_frame(&mut self) {
        self.frame = Some(self.out.len());
        self.out.extend_from_slice(&[0; FRAME_HEADER]);
    }

    /// Fills in the header of the frame, or takes it out if there is too little for a frame.
    fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else {
            return;
        };
        let body = start + FRAME_HEADER;
        let len = self.out.len() - body;
        if len < FRAME_MINIMUM {
            self.out.drain(start..body);
        } else {
            self.out[start] = FRAME;
            self.out[start + 1..body].copy_from_slice(&(len as u64).to_le_bytes());
        }
    }

    #[inline]
    fn end_large_frame(&mut self) -> PyResult<()> {
        match self.frame {
            Some(start) if self.out.len() - start >= FRAME_TARGET + FRAME_HEADER => {
                self.next_frame()
            }
            _ => Ok(()),
        }
    }

    #[cold]
    fn next_frame(&mut self) -> PyResult<()> {
        self.close_frame();
        self.flush()?;
        self.open_frame();
        Ok(())
    }

    /// Writes bytes behind a header, outside of frames if they are many.
    fn write_large(&mut self, header: &[u8], data: &[u8], whole: Option<&Value>) -> PyResult<()> {
        if data.len() < FRAME_TARGET {
            self.out.extend_from_slice(header);
            self.out.extend_from_slice(data);
            return Ok(());
        }
        let framing = self.frame.is_some();
        self.close_frame();
        self.out.extend_from_slice(header);
        let write = self.pickler.write.get();
        if write.is_unbound() {
            self.out.extend_from_slice(data);
        } else {
            let whole = match whole {
                Some(whole) => whole.clone(),
                None => self.vm.bytes(data),
            };
            self.flush()?;
            self.vm.call(&write, &[whole])?;
        }
        if framing {
            self.open_frame();
        }
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // The memo

    /// Remembers an object that has just been written, for the first time.
    #[inline]
    pub(super) fn memoize(&mut self, value: &Value) {
        if self.pickler.fast.get() != 0 {
            return;
        }
        let mut memo = self.pickler.memo.borrow_mut();
        let number = memo.len();
        memo.insert_new(value, number);
        drop(memo);
        self.write_put(number);
    }

    /// Uses up a number for an object that nothing else refers to.
    pub(super) fn memoize_nothing(&mut self) {
        if self.pickler.fast.get() != 0 {
            return;
        }
        let mut memo = self.pickler.memo.borrow_mut();
        let number = memo.len();
        memo.skip();
        drop(memo);
        self.write_put(number);
    }

    fn write_put(&mut self, number: u64) {
        if self.protocol >= 4 {
            self.out.push(MEMOIZE);
        } else {
            self.write_number(number, [PUT, BINPUT, LONG_BINPUT]);
        }
    }

    fn write_number(&mut self, number: u64, [text, short, long]: [u8; 3]) {
        if self.protocol == 0 {
            self.out.push(text);
            // Writing to a vector can't fail.
            let _ = writeln!(self.out, "{number}");
        } else if let Ok(byte) = u8::try_from(number) {
            self.out.extend_from_slice(&[short, byte]);
        } else {
            self.out.push(long);
            self.out.extend_from_slice(&(number as u32).to_le_bytes());
        }
    }

    /// The number of what was written already.
    #[inline]
    pub(super) fn known(&self, value: &Value) -> Option<u64> {
        self.pickler.memo.borrow().find(value)
    }

    /// Refers to what was written already.
    pub(super) fn write_get(&mut self, number: u64) {
        self.write_number(number, [GET, BINGET, LONG_BINGET]);
    }

    // -----------------------------------------------------------------------------------------
    // Any object

    /// Writes an object.
    pub(super) fn save(&mut self, value: &Value) -> PyResult<()> {
        self.end_large_frame()?;
        self.vm.tick()?;
        if self.persistent_id.is_some() && self.save_persistent(value)? {
            return Ok(());
        }
        self.save_value(value)
    }

    fn save_value(&mut self, value: &Value) -> PyResult<()> {
        match value {
            Value::None => self.out.push(NONE),
            Value::True if self.protocol >= 2 => self.out.push(NEWTRUE),
            Value::False if self.protocol >= 2 => self.out.push(NEWFALSE),
            Value::True => self.out.extend_from_slice(b"I01\n"),
            Value::False => self.out.extend_from_slice(b"I00\n"),
            Value::Int(small) => self.save_int(*small),
            Value::Float(float) => self.save_float(crate::state::Nans::plain(float.get())),
            Value::Obj(obj) => return self.save_object(value, obj),
            Value::Unbound | Value::NotImplemented | Value::Ellipsis => {
                return self.save_known(value);
            }
        }
        Ok(())
    }

    fn save_object(&mut self, value: &Value, obj: &Obj) -> PyResult<()> {
        let types = &self.vm.types;
        if let Some(big) = obj.get::<BigInt>()
            && *obj.class() == types.int
        {
            return self.save_long(IntRef::Big(&big.0));
        }
        if let Some(number) = self.known(value) {
            self.write_get(number);
            return Ok(());
        }
        match obj.kind() {
            Kind::Str if *obj.class() == types.str => match obj.get::<Str>() {
                Some(text) => self.save_str(value, &text.text),
                None => Ok(()),
            },
            Kind::Bytes if *obj.class() == types.bytes => self.save_bytes(value),
            _ => {
                let _level = self.vm.recurse(WHILE_PICKLING)?;
                self.save_container(value, obj)
            }
        }
    }

    fn save_container(&mut self, value: &Value, obj: &Obj) -> PyResult<()> {
        let types = &self.vm.types;
        let class = obj.class();
        match obj.kind() {
            Kind::Dict if *class == types.dict => self.save_dict(value),
            Kind::List if *class == types.list => self.save_list(value),
            Kind::Tuple if *class == types.tuple => self.save_tuple(value),
            Kind::Set if *class == types.set => self.save_set(value),
            Kind::Set if *class == types.frozenset => self.save_frozenset(value),
            Kind::ByteArray if *class == types.bytearray => self.save_bytearray(value),
            Kind::Native
                if let Some(buffer) = value.native::<PickleBuffer>()
                    && !class.is_heap() =>
            {
                self.save_buffer(value, buffer)
            }
            _ => self.save_other(value),
        }
    }

    fn save_known(&mut self, value: &Value) -> PyResult<()> {
        match self.known(value) {
            Some(number) => {
                self.write_get(number);
                Ok(())
            }
            None => self.save_other(value),
        }
    }

    /// Writes what the pickler's persistent_id gives for an object, if it gives anything.
    fn save_persistent(&mut self, value: &Value) -> PyResult<bool> {
        let Some(persistent_id) = self.persistent_id.clone() else {
            return Ok(false);
        };
        let id = self.vm.call(&persistent_id, std::slice::from_ref(value))?;
        if id.is_none() {
            return Ok(false);
        }
        if self.protocol > 0 {
            // The id itself has none.
            self.end_large_frame()?;
            self.save_value(&id)?;
            self.out.push(BINPERSID);
            return Ok(true);
        }
        let text = ops::str(self.vm, &id)?;
        if !text.text.is_ascii() {
            return Err(pickling_error(
                self.vm,
                "persistent IDs in protocol 0 must be ASCII strings",
            ));
        }
        self.out.push(PERSID);
        self.out.extend_from_slice(text.text.as_bytes());
        self.out.push(b'\n');
        Ok(true)
    }

    // -----------------------------------------------------------------------------------------
    // Single values

    #[inline]
    fn save_int(&mut self, value: i64) {
        let Ok(word) = i32::try_from(value) else {
            return self.save_large_int(value);
        };
        if self.protocol == 0 {
            let _ = writeln!(self.out, "I{value}");
        } else if let Ok(byte) = u8::try_from(value) {
            self.out.extend_from_slice(&[BININT1, byte]);
        } else if let Ok(short) = u16::try_from(value) {
            let [low, high] = short.to_le_bytes();
            self.out.extend_from_slice(&[BININT2, low, high]);
        } else {
            let [a, b, c, d] = word.to_le_bytes();
            self.out.extend_from_slice(&[BININT, a, b, c, d]);
        }
    }

    fn save_large_int(&mut self, value: i64) {
        if self.protocol < 2 {
            let _ = writeln!(self.out, "L{value}L");
            return;
        }
        let bytes = value.to_le_bytes();
        // As few bytes as hold the number with its sign.
        let mut len = 8;
        while len > 1 {
            let rest = if bytes[len - 2] & 0x80 == 0 { 0 } else { 0xff };
            if bytes[len - 1] != rest {
                break;
            }
            len -= 1;
        }
        self.out.extend_from_slice(&[LONG1, len as u8]);
        self.out.extend_from_slice(&bytes[..len]);
    }

    fn save_long(&mut self, value: IntRef<'_>) -> PyResult<()> {
        if self.protocol < 2 {
            // As `repr` has it, with its limit.
            let digits = int::decimal(self.vm, value)?;
            self.out.push(LONG);
            self.out.extend_from_slice(digits.as_bytes());
            self.out.extend_from_slice(b"L\n");
            return Ok(());
        }
        let len = value.bit_length() / 8 + 1;
        let mut bytes = value
            .to_bytes(len as usize, ByteOrder::Little, true)
            .unwrap_or_default();
        if let [.., low, 0xff] = bytes[..]
            && value.is_negative()
            && low & 0x80 != 0
        {
            bytes.pop();
        }
        match u8::try_from(bytes.len()) {
            Ok(len) => self.out.extend_from_slice(&[LONG1, len]),
            Err(_) => match i32::try_from(bytes.len()) {
                Ok(len) => {
                    self.out.push(LONG4);
                    self.out.extend_from_slice(&len.to_le_bytes());
                }
                Err(_) => return Err(self.vm.overflow_error("int too large to pickle")),
            },
        }
        self.out.extend_from_slice(&bytes);
        Ok(())
    }

    fn save_float(&mut self, value: f64) {
        if self.protocol > 0 {
            self.out.push(BINFLOAT);
            self.out.extend_from_slice(&value.to_be_bytes());
        } else {
            self.out.push(FLOAT);
            crate::text::float::push_repr(&mut self.out, value);
            self.out.push(b'\n');
        }
    }

    fn save_str(&mut self, value: &Value, text: &Text) -> PyResult<()> {
        if self.protocol == 0 {
            self.out.push(UNICODE);
            self.write_raw_unicode_escape(text);
            self.out.push(b'\n');
        } else {
            let data = text.as_bytes();
            if self.protocol >= 4 && data.len() <= 0xff {
                self.out
                    .extend_from_slice(&[SHORT_BINUNICODE, data.len() as u8]);
                self.out.extend_from_slice(data);
            } else {
                let header =
                    self.size_header(data.len(), [0, BINUNICODE, BINUNICODE8], "string")?;
                let whole = (data.len() >= FRAME_TARGET).then(|| self.vm.bytes(data));
                self.write_large(&header, data, whole.as_ref())?;
            }
        }
        self.memoize(value);
        Ok(())
    }

    fn write_raw_unicode_escape(&mut self, text: &Text) {
        for c in text.chars() {
            match c {
                0x5c | 0 | 0x0a | 0x0d | 0x1a | 0x100..=0xffff => {
                    let _ = write!(self.out, "\\u{c:04x}");
                }
                0x10000.. => {
                    let _ = write!(self.out, "\\U{c:08x}");
                }
                _ => self.out.push(c as u8),
            }
        }
    }

    /// The operation and the size in front of bytes: in one byte if there is an operation for that, in four
    /// or in eight.
    fn size_header(
        &self,
        len: usize,
        [one, four, eight]: [u8; 3],
        what: &str,
    ) -> PyResult<Vec<u8>> {
        let size = (len as u64).to_le_bytes();
        let (code, size) = match len {
            0..=0xff if one != 0 => (one, &size[..1]),
            0..=0xffff_ffff => (four, &size[..4]),
            _ if self.protocol >= 4 => (eight, &size[..]),
            _ => {
                return Err(self.vm.overflow_error(format!(
                    "serializing a {what} larger than 4 GiB requires pickle protocol 4 or higher"
                )));
            }
        };
        Ok([&[code], size].concat())
    }

    fn save_bytes(&mut self, value: &Value) -> PyResult<()> {
        let Some(bytes) = value.get::<Bytes>() else {
            return Ok(());
        };
        if self.protocol < 3 {
            return self.save_old_bytes(value, &bytes.data);
        }
        let codes = [SHORT_BINBYTES, BINBYTES, BINBYTES8];
        let header = self.size_header(bytes.data.len(), codes, "bytes object")?;
        self.write_large(&header, &bytes.data, Some(value))?;
        self.memoize(value);
        Ok(())
    }

    /// Bytes by way of a function, where there is no operation for them.
    fn save_old_bytes(&mut self, value: &Value, data: &[u8]) -> PyResult<()> {
        let vm = self.vm;
        let reduced = if data.is_empty() {
            vm.pair(vm.types.bytes.value(), vm.tuple(Vec::new()))
        } else {
            let text: String = data.iter().map(|&byte| char::from(byte)).collect();
            let encode = super::module_item(vm, "codecs", "encode")?;
            vm.pair(encode, vm.pair(vm.str(&text), vm.intern("latin1").value()))
        };
        self.save_reduced(&reduced, Some(value))
    }

    fn save_bytearray(&mut self, value: &Value) -> PyResult<()> {
        let Some(array) = value.get::<ByteArray>() else {
            return Ok(());
        };
        let data = array.borrow().clone();
        if self.protocol < 5 {
            let vm = self.vm;
            let arguments = match data.is_empty() {
                true => Vec::new(),
                false => vec![vm.bytes(data)],
            };
            let reduced = vm.pair(vm.types.bytearray.value(), vm.tuple(arguments));
            return self.save_reduced(&reduced, Some(value));
        }
        let size = (data.len() as u64).to_le_bytes();
        self.write_large(&[&[BYTEARRAY8], &size[..]].concat(), &data, Some(value))?;
        self.memoize(value);
        Ok(())
    }

    fn save_buffer(&mut self, value: &Value, buffer: &PickleBuffer) -> PyResult<()> {
        let vm = self.vm;
        if self.protocol < 5 {
            return Err(pickling_error(
                vm,
                "PickleBuffer can only be pickled with protocol >= 5",
            ));
        }
        let view = buffer.view(vm)?;
        if !buffer.is_contiguous(vm)? {
            return Err(pickling_error(
                vm,
                "PickleBuffer can not be pickled when pointing to a non-contiguous buffer",
            ));
        }
        let in_band = match self.pickler.buffer_callback.get().bound() {
            Some(callback) => ops::truth(vm, &vm.call(&callback, std::slice::from_ref(value))?)?,
            None => true,
        };
        let readonly = ops::truth(vm, &lookup::get(vm, &view, &vm.intern("readonly"))?)?;
        if !in_band {
            self.out.push(NEXT_BUFFER);
            if readonly {
                self.out.push(READONLY_BUFFER);
            }
            return Ok(());
        }
        let data = match buffer::scattered(vm, &view)? {
            Some(bytes) => bytes.to_vec(),
            None => Vec::new(),
        };
        match readonly {
            true => self.save_bytes(&vm.bytes(data)),
            false => self.save_bytearray(&vm.bytearray(data).into()),
        }
    }
}
