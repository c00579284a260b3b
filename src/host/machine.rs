//! [`StdHost`]: the real machine. Descriptors are the system's own numbers; only those that the
//! interpreter opened itself, and the standard streams, are reachable.

use super::facts::{Action, Entry, Identity, Kind, Place, Space, Stat, SystemName, Times};
use super::signals::Signals;
use super::{Host, Stream};
use rustix::event::{self, PollFd, PollFlags, Timespec};
use rustix::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use rustix::fs::{self, AtFlags, Gid, Mode, OFlags, Timestamps, Uid};
use rustix::io::{Errno, FdFlags};
use rustix::process::{self, Pid, Signal};
use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io::{self, SeekFrom};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::process::ExitStatusExt;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const NANOS: i128 = 1_000_000_000;

/// How long a read waits before it reports that it was interrupted, so that signals that arrived just
/// before it are seen.
const WAIT: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 200_000_000,
};

/// Waits until reading a file would not wait. Signals restart a read, but end this.
fn await_input(file: BorrowedFd<'_>) -> rustix::io::Result<()> {
    let ready = |wait: &Timespec| event::poll(&mut [PollFd::new(&file, PollFlags::IN)], Some(wait));
    if ready(&Timespec::default())? > 0 || fs::fcntl_getfl(file)?.contains(OFlags::NONBLOCK) {
        return Ok(());
    }
    match ready(&WAIT)? {
        0 => Err(Errno::INTR),
        _ => Ok(()),
    }
}

/// What the process has of memory, in bytes.
pub struct ProcessMemory {
    /// The address space in use.
    pub mapped: u64,
    /// What of it is in memory.
    pub resident: u64,
}

/// The memory of this process; `None` where the system does not tell.
pub fn process_memory() -> Option<ProcessMemory> {
    let sizes = std::fs::read_to_string("/proc/self/statm").ok()?;
    let page = rustix::param::page_size() as u64;
    let mut bytes = sizes
        .split(' ')
        .map_while(|pages| pages.parse().ok())
        .map(|pages: u64| pages * page);
    Some(ProcessMemory {
        mapped: bytes.next()?,
        resident: bytes.next()?,
    })
}

/// How large the address space of this process may grow, in bytes; `None` without a limit.
pub fn address_space() -> Option<u64> {
    use rustix::process::{Resource, getrlimit};
    getrlimit(Resource::As).current
}

/// The real machine.
pub struct StdHost {
    start: Instant,
    signals: Signals,
    /// The open files, at their descriptors.
    files: RefCell<Vec<Option<OwnedFd>>>,
    /// Which standard streams the program has closed.
    closed: Cell<[bool; 3]>,
    /// Changes to the environment: those that are set, and `None` for those removed.
    changed: RefCell<Vec<(OsString, Option<OsString>)>>,
    /// Asks the allocator whether memory has run short.
    ran_short: Cell<Option<fn() -> bool>>,
    /// Whether what was last shown did not end its line.
    open_line: Cell<bool>,
}

impl StdHost {
    /// A host.
    pub fn new() -> StdHost {
        StdHost {
            start: Instant::now(),
            signals: Signals::default(),
            files: RefCell::default(),
            closed: Cell::default(),
            changed: RefCell::default(),
            ran_short: Cell::default(),
            open_line: Cell::default(),
        }
    }

    /// From now on `ran_short` is asked whether memory has run short.
    pub fn watch_memory(&self, ran_short: fn() -> bool) {
        self.ran_short.set(Some(ran_short));
    }

    fn with_file<R>(
        &self,
        file: i32,
        act: impl FnOnce(BorrowedFd<'_>) -> rustix::io::Result<R>,
    ) -> io::Result<R> {
        let files = self.files.borrow();
        let open = match file {
            0..=2 if self.closed.get()[file as usize] => None,
            0 => Some(rustix::stdio::stdin()),
            1 => Some(rustix::stdio::stdout()),
            2 => Some(rustix::stdio::stderr()),
            _ => usize::try_from(file)
                .ok()
                .and_then(|at| files.get(at))
                .and_then(Option::as_ref)
                .map(AsFd::as_fd),
        };
        Ok(act(open.ok_or(Errno::BADF)?)?)
    }

    /// Acts with the folder that a place is relative to.
    fn at<R>(
        &self,
        place: Place<'_>,
        act: impl FnOnce(BorrowedFd<'_>, &[u8]) -> rustix::io::Result<R>,
    ) -> io::Result<R> {
        match place.folder {
            // An absolute path needs no folder, as the system has it.
            Some(folder) if !place.path.starts_with(b"/") => {
                self.with_file(folder, |folder| act(folder, place.path))
            }
            _ => Ok(act(fs::CWD, place.path)?),
        }
    }

    fn keep(&self, file: OwnedFd) -> i32 {
        let number = file.as_raw_fd();
        let at = number as usize;
        let mut files = self.files.borrow_mut();
        if files.len() <= at {
            files.resize_with(at + 1, || None);
        }
        if at < 3 {
            let mut closed = self.closed.get();
            closed[at] = false;
            self.closed.set(closed);
        }
        files[at] = Some(file);
        number
    }

    /// From now on Ctrl-C is what [`Host::take_signal`] answers.
    pub fn catch_interrupts(&self) {
        self.signals.catch_interrupts();
    }
}

impl Default for StdHost {
    fn default() -> StdHost {
        StdHost::new()
    }
}

fn flags(follow: bool) -> AtFlags {
    if follow {
        AtFlags::empty()
    } else {
        AtFlags::SYMLINK_NOFOLLOW
    }
}

#[allow(clippy::unnecessary_cast)] // the widths differ between platforms
fn facts(stat: &fs::Stat) -> Stat {
    let time = |seconds: i64, nanos: i128| i128::from(seconds) * NANOS + nanos;
    Stat {
        mode: stat.st_mode as u32,
        inode: stat.st_ino as u64,
        device: stat.st_dev as u64,
        links: stat.st_nlink as u64,
        owner: stat.st_uid,
        group: stat.st_gid,
        size: stat.st_size as i64,
        accessed: time(stat.st_atime as i64, stat.st_atime_nsec as i128),
        modified: time(stat.st_mtime as i64, stat.st_mtime_nsec as i128),
        changed: time(stat.st_ctime as i64, stat.st_ctime_nsec as i128),
        block_size: stat.st_blksize as i64,
        blocks: stat.st_blocks as i64,
        special_device: stat.st_rdev as u64,
    }
}

fn room(space: &fs::StatVfs) -> Space {
    Space {
        block_size: space.f_bsize,
        fragment_size: space.f_frsize,
        blocks: space.f_blocks,
        free_blocks: space.f_bfree,
        available_blocks: space.f_bavail,
        files: space.f_files,
        free_files: space.f_ffree,
        available_files: space.f_favail,
        flags: space.f_flag.bits(),
        name_max: space.f_namemax,
        id: space.f_fsid,
    }
}

fn entries(folder: fs::Dir) -> rustix::io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    for entry in folder {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if matches!(name, b"." | b"..") {
            continue;
        }
        found.push(Entry {
            name: name.to_vec(),
            kind: match entry.file_type() {
                fs::FileType::Directory => Kind::Folder,
                fs::FileType::RegularFile => Kind::File,
                fs::FileType::Symlink => Kind::Link,
                fs::FileType::Unknown => Kind::Unknown,
                _ => Kind::Other,
            },
            inode: entry.ino(),
        });
    }
    Ok(found)
}

fn timestamps(times: Times) -> Timestamps {
    let stamp = |time: i128| fs::Timespec {
        tv_sec: i64::try_from(time.div_euclid(NANOS)).unwrap_or(i64::MAX),
        tv_nsec: time.rem_euclid(NANOS) as _,
    };
    let now = fs::Timespec {
        tv_sec: 0,
        tv_nsec: fs::UTIME_NOW,
    };
    Timestamps {
        last_access: times.map_or(now, |times| stamp(times.0)),
        last_modification: times.map_or(now, |times| stamp(times.1)),
    }
}

fn clock_id(id: i32) -> io::Result<rustix::time::ClockId> {
    use rustix::time::ClockId;
    Ok(match id {
        0 => ClockId::Realtime,
        1 => ClockId::Monotonic,
        2 => ClockId::ProcessCPUTime,
        3 => ClockId::ThreadCPUTime,
        4 => ClockId::MonotonicRaw,
        5 => ClockId::RealtimeCoarse,
        6 => ClockId::MonotonicCoarse,
        7 => ClockId::Boottime,
        _ => return Err(Errno::INVAL.into()),
    })
}

fn duration(time: rustix::time::Timespec) -> Duration {
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, time.tv_nsec as u32)
}

fn text(bytes: &std::ffi::CStr) -> String {
    bytes.to_string_lossy().into_owned()
}

fn owner_ids(owner: Option<u32>, group: Option<u32>) -> (Option<Uid>, Option<Gid>) {
    (
        owner.map(Uid::from_raw_unchecked),
        group.map(Gid::from_raw_unchecked),
    )
}

fn write_all(stream: BorrowedFd<'_>, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stream, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

impl Host for StdHost {
    fn hash_seed(&self) -> Option<u32> {
        self.env("PYTHONHASHSEED")?.parse().ok()
    }
    fn entropy_16(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Without the system's randomness there is still the clock.
        if self.random(&mut bytes).is_err() {
            bytes = self.now().as_nanos().to_le_bytes();
        }
        bytes
    }
    fn take_interrupt(&self) -> bool {
        self.signals.take() == Some(signal_hook::consts::SIGINT)
    }
    fn ignores_interrupts(&self) -> bool {
        self.signals.ignores_interrupts()
    }
    fn take_signal(&self) -> Option<i32> {
        self.signals.take()
    }
    fn set_signal_action(&self, signal: i32, action: Action) -> io::Result<()> {
        self.signals.set(signal, action)
    }
    fn set_timer(&self, first: Duration, interval: Duration) -> io::Result<(Duration, Duration)> {
        self.signals.set_timer(first, interval)
    }
    fn timer(&self) -> io::Result<(Duration, Duration)> {
        Ok(self.signals.timer())
    }
    fn write(&self, stream: Stream, bytes: &[u8]) -> io::Result<()> {
        if let Some(last) = bytes.last() {
            self.open_line.set(*last != b'\n');
        }
        write_all(
            match stream {
                Stream::Err => rustix::stdio::stderr(),
                _ => rustix::stdio::stdout(),
            },
            bytes,
        )
    }
    fn read_stdin(&self, buffer: &mut [u8]) -> io::Result<usize> {
        // What is typed ends with a newline.
        self.open_line.set(false);
        self.with_file(0, |file| rustix::io::read(file, &mut *buffer))
    }
    fn is_terminal(&self, stream: Stream) -> bool {
        rustix::termios::isatty(match stream {
            Stream::In => rustix::stdio::stdin(),
            Stream::Out => rustix::stdio::stdout(),
            Stream::Err => rustix::stdio::stderr(),
        })
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
    fn read(&self, file: i32, buffer: &mut [u8]) -> io::Result<usize> {
        if self.signals.have_arrived() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if file == 0 {
            self.open_line.set(false);
        }
        self.with_file(file, |file| {
            await_input(file)?;
            rustix::io::read(file, &mut *buffer)
        })
    }
    fn take_open_line(&self) -> bool {
        self.open_line.take()
    }
    fn write_file(&self, file: i32, bytes: &[u8]) -> io::Result<usize> {
        if let (1 | 2, Some(last)) = (file, bytes.last()) {
            self.open_line.set(*last != b'\n');
        }
        self.with_file(file, |file| rustix::io::write(file, bytes))
    }
    fn real_path(&self, path: &str) -> io::Result<String> {
        Ok(std::fs::canonicalize(path)?.to_string_lossy().into_owned())
    }
    fn env(&self, name: &str) -> Option<String> {
        let changed = self.changed.borrow();
        match changed.iter().find(|(known, _)| known == name) {
            Some((_, value)) => value.clone()?.into_string().ok(),
            None => std::env::var(name).ok(),
        }
    }
    fn environment(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        std::env::vars_os()
            .map(|(name, value)| (name.into_vec(), value.into_vec()))
            .collect()
    }
    fn now(&self) -> Duration {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
    }
    fn memory_ran_short(&self) -> bool {
        self.ran_short.get().is_some_and(|ran_short| ran_short())
    }
    fn memory_in_use(&self) -> Option<u64> {
        process_memory().map(|memory| memory.resident)
    }
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }
    fn sleep(&self, time: Duration) -> Duration {
        use rustix::thread::NanosleepRelativeResult::{Err, Interrupted, Ok};
        let request = rustix::time::Timespec {
            tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: time.subsec_nanos().into(),
        };
        match rustix::thread::nanosleep(&request) {
            Interrupted(left) => duration(left),
            Ok | Err(_) => Duration::ZERO,
        }
    }
    fn open(&self, place: Place<'_>, flags: i32, mode: u32) -> io::Result<i32> {
        let flags = OFlags::from_bits_retain(flags as u32 as _);
        let mode = Mode::from_raw_mode(mode);
        let file = self.at(place, |at, path| fs::openat(at, path, flags, mode))?;
        Ok(self.keep(file))
    }
    fn seek(&self, file: i32, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => fs::SeekFrom::Start(at),
            SeekFrom::End(by) => fs::SeekFrom::End(by),
            SeekFrom::Current(by) => fs::SeekFrom::Current(by),
        };
        self.with_file(file, |file| fs::seek(file, to))
    }
    fn truncate(&self, file: i32, size: u64) -> io::Result<()> {
        self.with_file(file, |file| fs::ftruncate(file, size))
    }
    fn close(&self, file: i32) -> io::Result<()> {
        if let 0..=2 = file {
            let mut closed = self.closed.get();
            if std::mem::replace(&mut closed[file as usize], true) {
                return Err(Errno::BADF.into());
            }
            self.closed.set(closed);
            return Ok(());
        }
        let mut files = self.files.borrow_mut();
        let at = usize::try_from(file).unwrap_or(usize::MAX);
        match files.get_mut(at).and_then(Option::take) {
            Some(file) => {
                drop(file);
                Ok(())
            }
            None => Err(Errno::BADF.into()),
        }
    }
    fn read_at(&self, file: i32, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        self.with_file(file, |file| rustix::io::pread(file, &mut *buffer, at))
    }
    fn write_at(&self, file: i32, bytes: &[u8], at: u64) -> io::Result<usize> {
        self.with_file(file, |file| rustix::io::pwrite(file, bytes, at))
    }
    fn sync(&self, file: i32, data_only: bool) -> io::Result<()> {
        self.with_file(file, |file| {
            if data_only {
                fs::fdatasync(file)
            } else {
                fs::fsync(file)
            }
        })
    }
    fn duplicate(&self, file: i32) -> io::Result<i32> {
        let copy = self.with_file(file, |file| rustix::io::fcntl_dupfd_cloexec(file, 0))?;
        Ok(self.keep(copy))
    }
    fn duplicate_to(&self, file: i32, to: i32, inheritable: bool) -> io::Result<()> {
        let standard = match to {
            0 => Some(self.with_file(file, |file| rustix::stdio::dup2_stdin(file))),
            1 => Some(self.with_file(file, |file| rustix::stdio::dup2_stdout(file))),
            2 => Some(self.with_file(file, |file| rustix::stdio::dup2_stderr(file))),
            _ => None,
        };
        if let Some(done) = standard {
            let mut closed = self.closed.get();
            closed[to as usize] &= done.is_err();
            self.closed.set(closed);
            return done;
        }
        if file == to {
            return self.with_file(file, |_| Ok(()));
        }
        let at = usize::try_from(to).map_err(|_| Errno::BADF)?;
        let old = self.files.borrow_mut().get_mut(at).and_then(Option::take);
        drop(old);
        let copy = self.with_file(file, |file| rustix::io::fcntl_dupfd_cloexec(file, to))?;
        if copy.as_raw_fd() != to {
            return Err(Errno::BADF.into());
        }
        self.keep(copy);
        self.set_inheritable(to, inheritable)
    }
    fn pipe(&self, flags: i32) -> io::Result<(i32, i32)> {
        let flags = rustix::pipe::PipeFlags::from_bits_retain(flags as u32);
        let (reader, writer) = rustix::pipe::pipe_with(flags)?;
        Ok((self.keep(reader), self.keep(writer)))
    }
    fn inheritable(&self, file: i32) -> io::Result<bool> {
        let flags = self.with_file(file, |file| rustix::io::fcntl_getfd(file))?;
        Ok(!flags.contains(FdFlags::CLOEXEC))
    }
    fn set_inheritable(&self, file: i32, on: bool) -> io::Result<()> {
        self.with_file(file, |file| {
            let mut flags = rustix::io::fcntl_getfd(file)?;
            flags.set(FdFlags::CLOEXEC, !on);
            rustix::io::fcntl_setfd(file, flags)
        })
    }
    fn blocking(&self, file: i32) -> io::Result<bool> {
        let flags = self.with_file(file, |file| fs::fcntl_getfl(file))?;
        Ok(!flags.contains(OFlags::NONBLOCK))
    }
    fn set_blocking(&self, file: i32, on: bool) -> io::Result<()> {
        self.with_file(file, |file| {
            let mut flags = fs::fcntl_getfl(file)?;
            flags.set(OFlags::NONBLOCK, !on);
            fs::fcntl_setfl(file, flags)
        })
    }
    fn is_terminal_file(&self, file: i32) -> io::Result<bool> {
        self.with_file(file, |file| Ok(rustix::termios::isatty(file)))
    }
    fn terminal_size(&self, file: i32) -> io::Result<(u16, u16)> {
        let size = self.with_file(file, |file| rustix::termios::tcgetwinsize(file))?;
        Ok((size.ws_col, size.ws_row))
    }
    fn stat(&self, place: Place<'_>, follow: bool) -> io::Result<Stat> {
        let stat = self.at(place, |at, path| fs::statat(at, path, flags(follow)))?;
        Ok(facts(&stat))
    }
    fn stat_file(&self, file: i32) -> io::Result<Stat> {
        Ok(facts(&self.with_file(file, |file| fs::fstat(file))?))
    }
    fn list_dir(&self, path: &[u8]) -> io::Result<Vec<Entry>> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let folder = fs::openat(fs::CWD, path, flags, Mode::empty())?;
        Ok(entries(fs::Dir::new(folder)?)?)
    }
    fn list_dir_file(&self, file: i32) -> io::Result<Vec<Entry>> {
        self.with_file(file, |file| entries(fs::Dir::read_from(file)?))
    }
    fn make_dir(&self, place: Place<'_>, mode: u32) -> io::Result<()> {
        let mode = Mode::from_raw_mode(mode);
        self.at(place, |at, path| fs::mkdirat(at, path, mode))
    }
    fn remove_dir(&self, place: Place<'_>) -> io::Result<()> {
        self.at(place, |at, path| fs::unlinkat(at, path, AtFlags::REMOVEDIR))
    }
    fn unlink(&self, place: Place<'_>) -> io::Result<()> {
        self.at(place, |at, path| fs::unlinkat(at, path, AtFlags::empty()))
    }
    fn rename(&self, from: Place<'_>, to: Place<'_>) -> io::Result<()> {
        self.at(from, |from_at, from| {
            let renamed = self.at(to, |to_at, to| fs::renameat(from_at, from, to_at, to));
            renamed.map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))
        })
    }
    fn link(&self, from: Place<'_>, to: Place<'_>, follow: bool) -> io::Result<()> {
        let flags = if follow {
            AtFlags::SYMLINK_FOLLOW
        } else {
            AtFlags::empty()
        };
        self.at(from, |from_at, from| {
            let linked = self.at(to, |to_at, to| fs::linkat(from_at, from, to_at, to, flags));
            linked.map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))
        })
    }
    fn symlink(&self, target: &[u8], place: Place<'_>) -> io::Result<()> {
        self.at(place, |at, path| fs::symlinkat(target, at, path))
    }
    fn read_link(&self, place: Place<'_>) -> io::Result<Vec<u8>> {
        let target = self.at(place, |at, path| fs::readlinkat(at, path, Vec::new()))?;
        Ok(target.into_bytes())
    }
    fn make_fifo(&self, place: Place<'_>, mode: u32) -> io::Result<()> {
        let mode = Mode::from_raw_mode(mode);
        self.at(place, |at, path| {
            fs::mknodat(at, path, fs::FileType::Fifo, mode, 0)
        })
    }
    fn chmod(&self, place: Place<'_>, mode: u32) -> io::Result<()> {
        let mode = Mode::from_raw_mode(mode);
        self.at(place, |at, path| {
            fs::chmodat(at, path, mode, AtFlags::empty())
        })
    }
    fn chmod_file(&self, file: i32, mode: u32) -> io::Result<()> {
        self.with_file(file, |file| fs::fchmod(file, Mode::from_raw_mode(mode)))
    }
    fn chown(
        &self,
        place: Place<'_>,
        owner: Option<u32>,
        group: Option<u32>,
        follow: bool,
    ) -> io::Result<()> {
        let (owner, group) = owner_ids(owner, group);
        self.at(place, |at, path| {
            fs::chownat(at, path, owner, group, flags(follow))
        })
    }
    fn chown_file(&self, file: i32, owner: Option<u32>, group: Option<u32>) -> io::Result<()> {
        let (owner, group) = owner_ids(owner, group);
        self.with_file(file, |file| fs::fchown(file, owner, group))
    }
    fn set_times(&self, place: Place<'_>, times: Times, follow: bool) -> io::Result<()> {
        let times = timestamps(times);
        self.at(place, |at, path| {
            fs::utimensat(at, path, &times, flags(follow))
        })
    }
    fn set_times_file(&self, file: i32, times: Times) -> io::Result<()> {
        self.with_file(file, |file| fs::futimens(file, &timestamps(times)))
    }
    fn access(
        &self,
        place: Place<'_>,
        mode: u32,
        effective: bool,
        follow: bool,
    ) -> io::Result<bool> {
        let mut flags = flags(follow);
        flags.set(AtFlags::EACCESS, effective);
        let mode = fs::Access::from_bits_retain(mode);
        Ok(self
            .at(place, |at, path| fs::accessat(at, path, mode, flags))
            .is_ok())
    }
    fn space(&self, path: &[u8]) -> io::Result<Space> {
        Ok(room(&fs::statvfs(path)?))
    }
    fn space_file(&self, file: i32) -> io::Result<Space> {
        Ok(room(&self.with_file(file, |file| fs::fstatvfs(file))?))
    }
    fn current_dir_bytes(&self) -> io::Result<Vec<u8>> {
        Ok(process::getcwd(Vec::new())?.into_bytes())
    }
    fn change_dir(&self, path: &[u8]) -> io::Result<()> {
        Ok(process::chdir(path)?)
    }
    fn change_dir_file(&self, file: i32) -> io::Result<()> {
        self.with_file(file, |file| process::fchdir(file))
    }
    fn set_env(&self, name: &[u8], value: Option<&[u8]>) -> io::Result<()> {
        if name.is_empty() || name.contains(&b'=') {
            return Err(Errno::INVAL.into());
        }
        let mut changed = self.changed.borrow_mut();
        changed.retain(|(known, _)| known.as_bytes() != name);
        let value = value.map(|value| OsString::from_vec(value.to_vec()));
        changed.push((OsString::from_vec(name.to_vec()), value));
        Ok(())
    }
    fn identity(&self, what: Identity) -> io::Result<i64> {
        let raw = |pid: Pid| i64::from(pid.as_raw_nonzero().get());
        Ok(match what {
            Identity::Process => raw(process::getpid()),
            Identity::Parent => process::getppid().map_or(0, raw),
            Identity::ProcessGroup => raw(process::getpgrp()),
            Identity::User => process::getuid().as_raw().into(),
            Identity::EffectiveUser => process::geteuid().as_raw().into(),
            Identity::Group => process::getgid().as_raw().into(),
            Identity::EffectiveGroup => process::getegid().as_raw().into(),
        })
    }
    fn groups(&self) -> io::Result<Vec<u32>> {
        let groups = process::getgroups()?.into_iter();
        Ok(groups.map(|group| group.as_raw()).collect())
    }
    fn umask(&self, mask: u32) -> io::Result<u32> {
        Ok(process::umask(Mode::from_raw_mode(mask)).as_raw_mode())
    }
    fn kill(&self, target: i32, signal: i32) -> io::Result<()> {
        let pid = |raw: i32| (raw > 0).then(|| Pid::from_raw(raw)).flatten();
        let one = pid(target);
        let group = (target < -1)
            .then(|| pid(target.saturating_neg()))
            .flatten();
        if signal == 0 {
            return Ok(match (one, group) {
                (Some(one), _) => process::test_kill_process(one),
                (_, Some(group)) => process::test_kill_process_group(group),
                _ => process::test_kill_current_process_group(),
            }?);
        }
        let signal = Signal::from_named_raw(signal).ok_or(Errno::INVAL)?;
        Ok(match (one, group) {
            (Some(one), _) => process::kill_process(one, signal),
            (_, Some(group)) => process::kill_process_group(group, signal),
            // Every process there is: not what a program should do by mistake.
            _ if target == -1 => Err(Errno::PERM),
            _ => process::kill_current_process_group(signal),
        }?)
    }
    fn exit(&self, status: i32) -> io::Result<()> {
        std::process::exit(status)
    }
    fn system(&self, command: &[u8]) -> io::Result<i32> {
        let mut shell = std::process::Command::new("/bin/sh");
        shell.arg("-c").arg(std::ffi::OsStr::from_bytes(command));
        for (name, value) in &*self.changed.borrow() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        Ok(shell.status()?.into_raw())
    }
    fn system_name(&self) -> io::Result<SystemName> {
        let name = rustix::system::uname();
        Ok(SystemName {
            system: text(name.sysname()),
            node: text(name.nodename()),
            release: text(name.release()),
            version: text(name.version()),
            machine: text(name.machine()),
        })
    }
    fn processors(&self) -> io::Result<usize> {
        let listed = std::fs::read_to_string("/sys/devices/system/cpu/online").unwrap_or_default();
        let count = |range: &str| -> Option<usize> {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
            Some(last.checked_sub(first)? + 1)
        };
        let counted: Option<usize> = listed.trim().split(',').map(count).sum();
        match counted {
            Some(number) => Ok(number),
            None => Ok(std::thread::available_parallelism()?.get()),
        }
    }
    fn affinity(&self) -> io::Result<Vec<usize>> {
        let set = rustix::thread::sched_getaffinity(None)?;
        Ok((0..rustix::thread::CpuSet::MAX_CPU)
            .filter(|&one| set.is_set(one))
            .collect())
    }
    fn random(&self, buffer: &mut [u8]) -> io::Result<()> {
        let mut filled = 0;
        while filled < buffer.len() {
            let rest = &mut buffer[filled..];
            filled += rustix::rand::getrandom(rest, rustix::rand::GetRandomFlags::empty())?;
        }
        Ok(())
    }
    fn clock(&self, id: i32) -> io::Result<Duration> {
        Ok(duration(rustix::time::clock_gettime(clock_id(id)?)))
    }
    fn clock_resolution(&self, id: i32) -> io::Result<Duration> {
        Ok(duration(rustix::time::clock_getres(clock_id(id)?)))
    }
}
