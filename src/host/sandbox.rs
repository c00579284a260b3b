//! [`SandboxHost`]: a host without a machine. What it doesn't implement, the trait refuses.

use super::{Host, Stream, refused};
use std::cell::{Cell, RefCell};
use std::io;
use std::time::Duration;

/// A host without access to the machine: output is captured, everything else refused.
#[derive(Default)]
pub struct SandboxHost {
    /// What was written to standard output.
    pub out: RefCell<Vec<u8>>,
    /// What was written to standard error.
    pub err: RefCell<Vec<u8>>,
    clock: Cell<u64>,
}

impl Host for SandboxHost {
    fn hash_seed(&self) -> Option<u32> {
        Some(0)
    }
    fn entropy_16(&self) -> [u8; 16] {
        [0; 16]
    }
    fn take_interrupt(&self) -> bool {
        false
    }
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()> {
        let buffer = if stream == Stream::Err {
            &self.err
        } else {
            &self.out
        };
        buffer.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }
    fn read_stdin(&self, _buffer: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }
    fn is_terminal(&self, _stream: Stream) -> bool {
        false
    }
    fn read_file(&self, _path: &str) -> io::Result<Vec<u8>> {
        refused("read_file")
    }
    fn is_file(&self, _path: &str) -> bool {
        false
    }
    fn is_dir(&self, _path: &str) -> bool {
        false
    }
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize> {
        match file {
            0 => self.read_stdin(buffer),
            _ => refused("read"),
        }
    }
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize> {
        match file {
            1 => self.write(Stream::Out, bytes).map(|()| bytes.len()),
            2 => self.write(Stream::Err, bytes).map(|()| bytes.len()),
            _ => refused("write"),
        }
    }
    fn real_path(&self, _path: &str) -> io::Result<String> {
        refused("real_path")
    }
    fn env(&self, _name: &str) -> Option<String> {
        None
    }
    fn environment(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        Vec::new()
    }
    fn now(&self) -> Duration {
        self.monotonic()
    }
    fn monotonic(&self) -> Duration {
        self.clock.set(self.clock.get() + 1);
        Duration::from_micros(self.clock.get())
    }
    fn sleep(&self, time: Duration) -> Duration {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.clock.set(self.clock.get().saturating_add(micros));
        Duration::ZERO
    }
}
