//! The host boundary: everything the interpreter wants of the world outside goes through [`Host`].
//! Nothing else touches std::io, the file system, the clock, the environment or randomness.

use std::cell::{Cell, RefCell};
use std::io::{self, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// One of the standard streams.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard input.
    In,
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// What an interpreter can ask of the world. Every method may be refused with an `io::Error`.
pub trait Host {
    /// The seed of string hashes: `PYTHONHASHSEED`; `None` for a random one.
    fn hash_seed(&self) -> Option<u32>;
    /// Random bytes.
    fn entropy_16(&self) -> [u8; 16];
    /// Whether an interrupt (Ctrl-C) has arrived since the last call.
    fn take_interrupt(&self) -> bool;
    /// Writes all of `bytes` to a standard stream.
    ///
    /// # Errors
    /// What the stream reports.
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()>;
    /// Reads from standard input.
    ///
    /// # Errors
    /// What the stream reports.
    fn read_stdin(&self, buffer: &mut [u8]) -> io::Result<usize>;
    /// Whether a standard stream is a terminal.
    fn is_terminal(&self, stream: Stream) -> bool;
    /// A whole file.
    ///
    /// # Errors
    /// What the file system reports.
    fn read_file(&self, path: &str) -> io::Result<Vec<u8>>;
    /// Whether there is a file (`false` for folders).
    fn is_file(&self, path: &str) -> bool;
    /// Whether there is a folder.
    fn is_dir(&self, path: &str) -> bool;
    /// The path without symbolic links, absolute.
    ///
    /// # Errors
    /// What the file system reports.
    fn real_path(&self, path: &str) -> io::Result<String>;
    /// An environment variable.
    fn env(&self, name: &str) -> Option<String>;
    /// The current folder.
    ///
    /// # Errors
    /// What the system reports.
    fn current_dir(&self) -> io::Result<String>;
    /// Since the epoch.
    fn now(&self) -> Duration;
    /// Since some fixed moment.
    fn monotonic(&self) -> Duration;
    /// Sleeps.
    fn sleep(&self, time: Duration);
}

/// The real machine.
pub struct StdHost {
    start: Instant,
    interrupted: Arc<AtomicBool>,
}

impl StdHost {
    /// A host.
    pub fn new() -> StdHost {
        StdHost {
            start: Instant::now(),
            interrupted: Arc::default(),
        }
    }

    /// From now on Ctrl-C is what [`Host::take_interrupt`] answers.
    pub fn catch_interrupts(&self) {
        // Without a handler, Ctrl-C ends the process at once, which is no worse.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, self.interrupted.clone());
    }
}

impl Default for StdHost {
    fn default() -> StdHost {
        StdHost::new()
    }
}

impl Host for StdHost {
    fn hash_seed(&self) -> Option<u32> {
        self.env("PYTHONHASHSEED")?.parse().ok()
    }
    fn entropy_16(&self) -> [u8; 16] {
        use std::hash::{BuildHasher, RandomState};
        let half = || {
            RandomState::new()
                .hash_one(self.now().as_nanos())
                .to_le_bytes()
        };
        let (a, b) = (half(), half());
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&a);
        bytes[8..].copy_from_slice(&b);
        bytes
    }
    fn take_interrupt(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed) && self.interrupted.swap(false, Ordering::Relaxed)
    }
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()> {
        match stream {
            Stream::Err => io::stderr().write_all(bytes),
            _ => {
                let mut out = io::stdout().lock();
                out.write_all(bytes)?;
                out.flush()
            }
        }
    }
    fn read_stdin(&self, buffer: &mut [u8]) -> io::Result<usize> {
        io::stdin().lock().read(buffer)
    }
    fn is_terminal(&self, stream: Stream) -> bool {
        use std::io::IsTerminal;
        match stream {
            Stream::In => io::stdin().is_terminal(),
            Stream::Out => io::stdout().is_terminal(),
            Stream::Err => io::stderr().is_terminal(),
        }
    }
    fn read_file(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }
    fn is_file(&self, path: &str) -> bool {
        std::path::Path::new(path).is_file()
    }
    fn is_dir(&self, path: &str) -> bool {
        std::path::Path::new(path).is_dir()
    }
    fn real_path(&self, path: &str) -> io::Result<String> {
        Ok(std::fs::canonicalize(path)?.to_string_lossy().into_owned())
    }
    fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }
    fn current_dir(&self) -> io::Result<String> {
        Ok(std::env::current_dir()?.to_string_lossy().into_owned())
    }
    fn now(&self) -> Duration {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
    }
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }
    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A host without access to the machine: output is captured, everything else refused.
#[derive(Default)]
pub struct SandboxHost {
    /// What was written to standard output.
    pub out: RefCell<Vec<u8>>,
    /// What was written to standard error.
    pub err: RefCell<Vec<u8>>,
    clock: Cell<u64>,
}

fn refused<T>() -> io::Result<T> {
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        "no access to the machine",
    ))
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
        refused()
    }
    fn is_file(&self, _path: &str) -> bool {
        false
    }
    fn is_dir(&self, _path: &str) -> bool {
        false
    }
    fn real_path(&self, _path: &str) -> io::Result<String> {
        refused()
    }
    fn env(&self, _name: &str) -> Option<String> {
        None
    }
    fn current_dir(&self) -> io::Result<String> {
        refused()
    }
    fn now(&self) -> Duration {
        self.monotonic()
    }
    fn monotonic(&self) -> Duration {
        self.clock.set(self.clock.get() + 1);
        Duration::from_micros(self.clock.get())
    }
    fn sleep(&self, time: Duration) {
        self.clock.set(self.clock.get() + time.as_micros() as u64);
    }
}
