//! The host boundary: everything the interpreter wants of the world outside goes through [`Host`].
//! Nothing else touches std::io, the file system, the clock, the environment or randomness.

use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
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
    /// Opens a file; `kind` is `r`, `w`, `a` or `x`, with `+` for reading and writing. The descriptors
    /// 0, 1 and 2 are the standard streams.
    ///
    /// # Errors
    /// What the file system reports.
    fn open(&self, path: &str, kind: &str) -> io::Result<i32>;
    /// Reads at most `buffer.len()` bytes of an open file.
    ///
    /// # Errors
    /// What the file system reports.
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize>;
    /// Writes to an open file; the number of bytes written.
    ///
    /// # Errors
    /// What the file system reports.
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize>;
    /// Moves in an open file; the new position.
    ///
    /// # Errors
    /// What the file system reports.
    fn seek(&self, file: i32, to: SeekFrom) -> io::Result<u64>;
    /// Cuts an open file, or extends it with zeros.
    ///
    /// # Errors
    /// What the file system reports.
    fn truncate(&self, file: i32, size: u64) -> io::Result<()>;
    /// Closes a file.
    ///
    /// # Errors
    /// What the file system reports.
    fn close(&self, file: i32) -> io::Result<()>;
    /// The path without symbolic links, absolute.
    ///
    /// # Errors
    /// What the file system reports.
    fn real_path(&self, path: &str) -> io::Result<String>;
    /// An environment variable.
    fn env(&self, name: &str) -> Option<String>;
    /// All environment variables.
    fn environment(&self) -> Vec<(String, String)>;
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

/// The descriptor of the first file opened.
const FIRST_FILE: i32 = 3;
/// EBADF, EISDIR and ESPIPE.
const BAD_FILE: i32 = 9;
const IS_A_DIRECTORY: i32 = 21;
const ILLEGAL_SEEK: i32 = 29;

/// The real machine.
pub struct StdHost {
    start: Instant,
    interrupted: Arc<AtomicBool>,
    files: RefCell<Vec<Option<File>>>,
}

impl StdHost {
    /// A host.
    pub fn new() -> StdHost {
        StdHost {
            start: Instant::now(),
            interrupted: Arc::default(),
            files: RefCell::default(),
        }
    }

    fn with_file<R>(
        &self,
        file: i32,
        act: impl FnOnce(&mut File) -> io::Result<R>,
    ) -> io::Result<R> {
        let at = usize::try_from(file - FIRST_FILE).unwrap_or(usize::MAX);
        match self.files.borrow_mut().get_mut(at) {
            Some(Some(file)) => act(file),
            _ => Err(io::Error::from_raw_os_error(BAD_FILE)),
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
    fn open(&self, path: &str, kind: &str) -> io::Result<i32> {
        if self.is_dir(path) {
            return Err(io::Error::from_raw_os_error(IS_A_DIRECTORY));
        }
        let both = kind.contains('+');
        let mut options = OpenOptions::new();
        match kind.as_bytes().first() {
            Some(b'w') => options.write(true).create(true).truncate(true).read(both),
            Some(b'a') => options.append(true).create(true).read(both),
            Some(b'x') => options.write(true).create_new(true).read(both),
            _ => options.read(true).write(both),
        };
        let file = options.open(path)?;
        let mut files = self.files.borrow_mut();
        let at = files.iter().position(Option::is_none).unwrap_or_else(|| {
            files.push(None);
            files.len() - 1
        });
        files[at] = Some(file);
        Ok(at as i32 + FIRST_FILE)
    }
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize> {
        match file {
            0 => self.read_stdin(buffer),
            file => self.with_file(file, |file| file.read(buffer)),
        }
    }
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize> {
        match file {
            1 => self.write(Stream::Out, bytes).map(|()| bytes.len()),
            2 => self.write(Stream::Err, bytes).map(|()| bytes.len()),
            file => self.with_file(file, |file| file.write(bytes)),
        }
    }
    fn seek(&self, file: i32, to: SeekFrom) -> io::Result<u64> {
        if (0..FIRST_FILE).contains(&file) {
            return Err(io::Error::from_raw_os_error(ILLEGAL_SEEK));
        }
        self.with_file(file, |file| file.seek(to))
    }
    fn truncate(&self, file: i32, size: u64) -> io::Result<()> {
        self.with_file(file, |file| file.set_len(size))
    }
    fn close(&self, file: i32) -> io::Result<()> {
        if (0..FIRST_FILE).contains(&file) {
            return Ok(());
        }
        let at = usize::try_from(file - FIRST_FILE).unwrap_or(usize::MAX);
        let mut files = self.files.borrow_mut();
        match files.get_mut(at).and_then(Option::take) {
            Some(file) => {
                drop(file);
                Ok(())
            }
            None => Err(io::Error::from_raw_os_error(BAD_FILE)),
        }
    }
    fn real_path(&self, path: &str) -> io::Result<String> {
        Ok(std::fs::canonicalize(path)?.to_string_lossy().into_owned())
    }
    fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }
    fn environment(&self) -> Vec<(String, String)> {
        let text = |s: std::ffi::OsString| s.to_string_lossy().into_owned();
        std::env::vars_os()
            .map(|(name, value)| (text(name), text(value)))
            .collect()
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
    fn open(&self, _path: &str, _kind: &str) -> io::Result<i32> {
        refused()
    }
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize> {
        match file {
            0 => self.read_stdin(buffer),
            _ => refused(),
        }
    }
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize> {
        match file {
            1 => self.write(Stream::Out, bytes).map(|()| bytes.len()),
            2 => self.write(Stream::Err, bytes).map(|()| bytes.len()),
            _ => refused(),
        }
    }
    fn seek(&self, _file: i32, _to: SeekFrom) -> io::Result<u64> {
        refused()
    }
    fn truncate(&self, _file: i32, _size: u64) -> io::Result<()> {
        refused()
    }
    fn close(&self, _file: i32) -> io::Result<()> {
        refused()
    }
    fn real_path(&self, _path: &str) -> io::Result<String> {
        refused()
    }
    fn env(&self, _name: &str) -> Option<String> {
        None
    }
    fn environment(&self) -> Vec<(String, String)> {
        Vec::new()
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
