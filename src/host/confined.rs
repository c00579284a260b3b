//! [`ConfinedHost`]: a machine of which a program reaches only its standard streams, the clock, and its
//! own source.

use super::{Host, StdHost, Stream, refused};
use std::io;
use std::rc::Rc;
use std::time::Duration;

/// A host for programs that are not trusted. Everything but the standard streams is refused.
pub struct ConfinedHost {
    machine: Rc<StdHost>,
    /// The one file that can be read: the program, for itself and for tracebacks.
    source: Option<String>,
}

impl ConfinedHost {
    /// A host on a machine, for the program in the file `source`.
    pub fn new(machine: Rc<StdHost>, source: Option<String>) -> ConfinedHost {
        ConfinedHost { machine, source }
    }

    fn is_source(&self, path: &str) -> bool {
        self.source.as_deref() == Some(path)
    }
}

impl Host for ConfinedHost {
    fn hash_seed(&self) -> Option<u32> {
        self.machine.hash_seed()
    }
    fn entropy_16(&self) -> [u8; 16] {
        self.machine.entropy_16()
    }
    fn take_interrupt(&self) -> bool {
        self.machine.take_interrupt()
    }
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()> {
        self.machine.write(stream, bytes)
    }
    fn take_open_line(&self) -> bool {
        self.machine.take_open_line()
    }
    fn read_stdin(&self, buffer: &mut [u8]) -> io::Result<usize> {
        self.machine.read_stdin(buffer)
    }
    fn is_terminal(&self, stream: Stream) -> bool {
        self.machine.is_terminal(stream)
    }
    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        match self.is_source(path) {
            true => self.machine.read_file(path),
            false => refused("read_file"),
        }
    }
    fn is_file(&self, path: &str) -> bool {
        self.is_source(path) && self.machine.is_file(path)
    }
    fn is_dir(&self, _path: &str) -> bool {
        false
    }
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize> {
        match file {
            0 => self.machine.read(0, buffer),
            _ => refused("read"),
        }
    }
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize> {
        match file {
            1 | 2 => self.machine.write_file(file, bytes),
            _ => refused("write"),
        }
    }
    fn real_path(&self, path: &str) -> io::Result<String> {
        match self.is_source(path) {
            true => Ok(path.to_owned()),
            false => refused("real_path"),
        }
    }
    fn env(&self, _name: &str) -> Option<String> {
        None
    }
    fn environment(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        Vec::new()
    }
    fn now(&self) -> Duration {
        self.machine.now()
    }
    fn monotonic(&self) -> Duration {
        self.machine.monotonic()
    }
    fn sleep(&self, time: Duration) -> Duration {
        self.machine.sleep(time)
    }
    fn memory_ran_short(&self) -> bool {
        self.machine.memory_ran_short()
    }
    fn memory_in_use(&self) -> Option<u64> {
        self.machine.memory_in_use()
    }
}
