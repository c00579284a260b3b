//! Where the data of a pickle comes from: bytes, or a file that is read as far as the pickle goes and no further.

use super::unpickling_error;
use crate::object::lookup;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::buffer;
use crate::vm::Vm;
use std::borrow::Cow;
use std::ops::Range;

/// A file's methods.
#[derive(Clone)]
pub(super) struct File {
    read: Value,
    readline: Value,
}

impl File {
    /// The methods of a file.
    ///
    /// # Errors
    /// TypeError when it has none.
    pub fn of(vm: &Vm, file: &Value) -> PyResult<File> {
        let read = lookup::get_optional(vm, file, &vm.intern("read"))?;
        let readline = lookup::get_optional(vm, file, &vm.names.readline)?;
        match (read, readline) {
            (Some(read), Some(readline)) => Ok(File { read, readline }),
            _ => Err(vm.type_error("file must have 'read' and 'readline' attributes")),
        }
    }

    /// The methods, to keep.
    pub fn parts(&self) -> [Value; 2] {
        [self.read.clone(), self.readline.clone()]
    }

    /// The methods that `parts` gave.
    pub fn from_parts([read, readline]: [Value; 2]) -> File {
        File { read, readline }
    }
}

/// The data: what is there of it, and how far it has been read.
pub(super) struct Source<'a> {
    vm: &'a Vm,
    pub(super) data: Cow<'a, [u8]>,
    at: usize,
    file: Option<File>,
}

impl<'a> Source<'a> {
    /// All the data there is.
    pub fn bytes(vm: &'a Vm, data: Cow<'a, [u8]>) -> Source<'a> {
        Source {
            vm,
            data,
            at: 0,
            file: None,
        }
    }

    /// A file.
    pub fn file(vm: &'a Vm, file: File) -> Source<'a> {
        Source {
            vm,
            data: Cow::Borrowed(&[]),
            at: 0,
            file: Some(file),
        }
    }

    /// The next byte.
    #[inline]
    pub fn byte(&mut self) -> PyResult<u8> {
        match self.data.get(self.at) {
            Some(&byte) => {
                self.at += 1;
                Ok(byte)
            }
            None => {
                let range = self.take(1)?;
                Ok(self.data[range.start])
            }
        }
    }

    /// Where the next `len` bytes are in `data`.
    #[inline]
    pub fn take(&mut self, len: usize) -> PyResult<Range<usize>> {
        if self.data.len() - self.at < len {
            self.refill(len)?;
        }
        let start = self.at;
        self.at += len;
        Ok(start..self.at)
    }

    /// The next bytes, as many as the array has.
    #[inline]
    pub fn array<const N: usize>(&mut self) -> PyResult<[u8; N]> {
        let range = self.take(N)?;
        let mut bytes = [0; N];
        bytes.copy_from_slice(&self.data[range]);
        Ok(bytes)
    }

    /// Makes sure that so many bytes are there, without reading them.
    pub fn expect(&mut self, len: usize) -> PyResult<()> {
        if self.data.len() - self.at < len {
            self.refill(len)?;
        }
        Ok(())
    }

    /// Where the rest of the line is, without its end.
    pub fn line(&mut self) -> PyResult<Range<usize>> {
        if let Some(len) = memchr::memchr(b'\n', &self.data[self.at..]) {
            let start = self.at;
            self.at += len + 1;
            return Ok(start..start + len);
        }
        let Some(file) = self.file.clone() else {
            return Err(self.truncated());
        };
        let line = self.vm.call(&file.readline, &[])?;
        self.append(&line, "readline")?;
        match self.data.last() {
            Some(b'\n') => {
                let start = self.at;
                self.at = self.data.len();
                Ok(start..self.at - 1)
            }
            _ => Err(self.truncated()),
        }
    }

    #[cold]
    pub(super) fn truncated(&self) -> Raised {
        unpickling_error(self.vm, "pickle data was truncated")
    }

    #[cold]
    #[inline(never)]
    fn refill(&mut self, len: usize) -> PyResult<()> {
        let Some(file) = self.file.clone() else {
            return Err(self.truncated());
        };
        let missing = len - (self.data.len() - self.at);
        let Ok(missing) = i64::try_from(missing) else {
            return Err(unpickling_error(
                self.vm,
                "read would overflow (invalid bytecode)",
            ));
        };
        let more = self.vm.call(&file.read, &[Value::Int(missing)])?;
        self.append(&more, "read")?;
        match self.data.len() - self.at < len {
            true => Err(self.truncated()),
            false => Ok(()),
        }
    }

    /// Adds what the file gave; what has been read goes.
    fn append(&mut self, more: &Value, method: &str) -> PyResult<()> {
        let Some(more) = buffer::view(self.vm, more)? else {
            return Err(self.vm.value_error(format!(
                "{method}() returned non-bytes object ({})",
                self.vm.type_name(more)
            )));
        };
        let mut data = std::mem::take(&mut self.data).into_owned();
        data.drain(..self.at);
        data.extend_from_slice(&more);
        self.data = Cow::Owned(data);
        self.at = 0;
        Ok(())
    }
}
