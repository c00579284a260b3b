//! The host boundary: everything the interpreter wants of the world outside goes through [`Host`].
//! Nothing else touches std::io, the file system, the clock, the environment or randomness.

mod confined;
mod facts;
mod machine;
mod sandbox;
mod signals;

pub use confined::ConfinedHost;
pub use facts::{Action, Entry, Identity, Kind, Place, Space, Stat, SystemName, Times};
pub use machine::{ProcessMemory, StdHost, address_space, process_memory};
pub use sandbox::SandboxHost;

use std::io::{self, SeekFrom};
use std::time::Duration;

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

/// The answer of a host without access to the machine: it names what was wanted.
///
/// # Errors
/// Always: that is its purpose.
pub fn refused<T>(what: &str) -> io::Result<T> {
    Err(io::Error::new(
        io::ErrorKind::PermissionDenied,
        format!("no access to the machine: {what}"),
    ))
}

/// Methods that a host refuses by name unless it implements them.
macro_rules! refusable {
    ($($(#[$doc:meta])* fn $name:ident(&self $(, $arg:ident: $type:ty)*) -> $result:ty;)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// What the system reports, or that the host refuses it.
            fn $name(&self $(, $arg: $type)*) -> io::Result<$result> {
                $(let _ = $arg;)*
                refused(stringify!($name))
            }
        )*
    };
}

/// What an interpreter can ask of the world. Every method may be refused with an `io::Error`, and those
/// with a body are refused by name until a host has its own.
pub trait Host {
    /// The seed of string hashes: `PYTHONHASHSEED`; `None` for a random one.
    fn hash_seed(&self) -> Option<u32>;
    /// Random bytes.
    fn entropy_16(&self) -> [u8; 16];
    /// Whether an interrupt (Ctrl-C) has arrived since the last call.
    fn take_interrupt(&self) -> bool;
    /// A signal that has arrived since the last call, of those that are caught. Ctrl-C is number 2.
    fn take_signal(&self) -> Option<i32> {
        self.take_interrupt().then_some(2)
    }
    /// Whether Ctrl-C was ignored when the process was started: it then stays so.
    fn ignores_interrupts(&self) -> bool {
        false
    }
    /// Writes all of `bytes` to a standard stream.
    ///
    /// # Errors
    /// What the stream reports.
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()>;
    /// Whether what was last written to a standard stream did not end its line, if nothing has been read
    /// since; no more when it has been asked.
    fn take_open_line(&self) -> bool {
        false
    }
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
    /// Reads at most `buffer.len()` bytes of an open file. The descriptors 0, 1 and 2 are the standard
    /// streams.
    ///
    /// # Errors
    /// What the file system reports.
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize>;
    /// Writes to an open file; the number of bytes written.
    ///
    /// # Errors
    /// What the file system reports.
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize>;
    /// The path without symbolic links, absolute.
    ///
    /// # Errors
    /// What the file system reports.
    fn real_path(&self, path: &str) -> io::Result<String>;
    /// An environment variable.
    fn env(&self, name: &str) -> Option<String>;
    /// All environment variables, as they were when the process began.
    fn environment(&self) -> Vec<(Vec<u8>, Vec<u8>)>;
    /// Since the epoch.
    fn now(&self) -> Duration;
    /// Since some fixed moment.
    fn monotonic(&self) -> Duration;
    /// Sleeps, until a signal arrives at the latest; the time that is left.
    fn sleep(&self, time: Duration) -> Duration;

    /// Whether memory has run short since this was last asked: then the program gets a MemoryError. Asked
    /// again and again.
    fn memory_ran_short(&self) -> bool {
        false
    }
    /// Bytes of memory that the process has in use; `None` when that can't be told.
    fn memory_in_use(&self) -> Option<u64> {
        None
    }

    /// The current folder as text.
    ///
    /// # Errors
    /// What the system reports.
    fn current_dir(&self) -> io::Result<String> {
        Ok(String::from_utf8_lossy(&self.current_dir_bytes()?).into_owned())
    }

    refusable! {
        /// Opens a file with the flags of open(2) and the permissions of one that it makes.
        fn open(&self, place: Place<'_>, flags: i32, mode: u32) -> i32;
        /// Moves in an open file; the new position.
        fn seek(&self, file: i32, to: SeekFrom) -> u64;
        /// Cuts an open file, or extends it with zeros.
        fn truncate(&self, file: i32, size: u64) -> ();
        /// Closes a file.
        fn close(&self, file: i32) -> ();
        /// Reads at a position without moving.
        fn read_at(&self, file: i32, buffer: &mut [u8], at: u64) -> usize;
        /// Writes at a position without moving.
        fn write_at(&self, file: i32, bytes: &[u8], at: u64) -> usize;
        /// Waits until what was written is on the disk, `data_only` without what is known of the file.
        fn sync(&self, file: i32, data_only: bool) -> ();
        /// Another descriptor of the same open file.
        fn duplicate(&self, file: i32) -> i32;
        /// Makes `to` another descriptor of the same open file.
        fn duplicate_to(&self, file: i32, to: i32, inheritable: bool) -> ();
        /// Two descriptors: what is written to the second, the first reads.
        fn pipe(&self, flags: i32) -> (i32, i32);
        /// Whether programs started from this one get the descriptor.
        fn inheritable(&self, file: i32) -> bool;
        /// Sets what [`Host::inheritable`] answers.
        fn set_inheritable(&self, file: i32, on: bool) -> ();
        /// Whether reading and writing wait.
        fn blocking(&self, file: i32) -> bool;
        /// Sets what [`Host::blocking`] answers.
        fn set_blocking(&self, file: i32, on: bool) -> ();
        /// Whether an open file is a terminal.
        fn is_terminal_file(&self, file: i32) -> bool;
        /// The columns and lines of a terminal.
        fn terminal_size(&self, file: i32) -> (u16, u16);
        /// What is known of a file; of a symbolic link itself unless `follow`.
        fn stat(&self, place: Place<'_>, follow: bool) -> Stat;
        /// What is known of an open file.
        fn stat_file(&self, file: i32) -> Stat;
        /// What is in a folder, the names "." and ".." aside.
        fn list_dir(&self, path: &[u8]) -> Vec<Entry>;
        /// What is in an open folder.
        fn list_dir_file(&self, file: i32) -> Vec<Entry>;
        /// Makes a folder.
        fn make_dir(&self, place: Place<'_>, mode: u32) -> ();
        /// Removes an empty folder.
        fn remove_dir(&self, place: Place<'_>) -> ();
        /// Removes a file or link.
        fn unlink(&self, place: Place<'_>) -> ();
        /// Moves a file or folder, over a file that is there.
        fn rename(&self, from: Place<'_>, to: Place<'_>) -> ();
        /// Gives a file a second name.
        fn link(&self, from: Place<'_>, to: Place<'_>, follow: bool) -> ();
        /// Makes a symbolic link.
        fn symlink(&self, target: &[u8], place: Place<'_>) -> ();
        /// Where a symbolic link leads.
        fn read_link(&self, place: Place<'_>) -> Vec<u8>;
        /// Makes a named pipe.
        fn make_fifo(&self, place: Place<'_>, mode: u32) -> ();
        /// Sets permissions.
        fn chmod(&self, place: Place<'_>, mode: u32) -> ();
        /// Sets an open file's permissions.
        fn chmod_file(&self, file: i32, mode: u32) -> ();
        /// Sets owner and group; `None` leaves one as it is.
        fn chown(&self, place: Place<'_>, owner: Option<u32>, group: Option<u32>, follow: bool) -> ();
        /// Sets an open file's owner and group.
        fn chown_file(&self, file: i32, owner: Option<u32>, group: Option<u32>) -> ();
        /// Sets when a file was used and changed.
        fn set_times(&self, place: Place<'_>, times: Times, follow: bool) -> ();
        /// Sets when an open file was used and changed.
        fn set_times_file(&self, file: i32, times: Times) -> ();
        /// Whether a file may be used so (as access(2) has it), by the effective user or the real one.
        fn access(&self, place: Place<'_>, mode: u32, effective: bool, follow: bool) -> bool;
        /// The room in the file system of a path.
        fn space(&self, path: &[u8]) -> Space;
        /// The room in the file system of an open file.
        fn space_file(&self, file: i32) -> Space;
        /// The current folder.
        fn current_dir_bytes(&self) -> Vec<u8>;
        /// Makes a folder the current one.
        fn change_dir(&self, path: &[u8]) -> ();
        /// Makes an open folder the current one.
        fn change_dir_file(&self, file: i32) -> ();
        /// Sets an environment variable, or removes it: for this process and those that it starts.
        fn set_env(&self, name: &[u8], value: Option<&[u8]>) -> ();
        /// A number that tells who the process is.
        fn identity(&self, what: Identity) -> i64;
        /// The groups that the process's user belongs to besides its own.
        fn groups(&self) -> Vec<u32>;
        /// The permissions that new files don't get; the mask before.
        fn umask(&self, mask: u32) -> u32;
        /// Sends a signal to a process.
        fn kill(&self, process: i32, signal: i32) -> ();
        /// What is done when a signal arrives.
        fn set_signal_action(&self, signal: i32, action: Action) -> ();
        /// Has SIGALRM sent after a time, and then at every interval (never, if that is zero); what was
        /// left of the timer set before, and its interval. A time of zero ends it.
        fn set_timer(&self, first: Duration, interval: Duration) -> (Duration, Duration);
        /// What is left of the timer, and its interval.
        fn timer(&self) -> (Duration, Duration);
        /// Ends the process at once.
        fn exit(&self, status: i32) -> ();
        /// Runs a command in a shell, whose status it answers as waitpid(2) does.
        fn system(&self, command: &[u8]) -> i32;
        /// What the system calls itself.
        fn system_name(&self) -> SystemName;
        /// How many processors there are.
        fn processors(&self) -> usize;
        /// Which processors the process may use.
        fn affinity(&self) -> Vec<usize>;
        /// Random bytes.
        fn random(&self, buffer: &mut [u8]) -> ();
        /// What a clock of clock_gettime(2) says.
        fn clock(&self, id: i32) -> Duration;
        /// A clock's resolution.
        fn clock_resolution(&self, id: i32) -> Duration;
    }
}
