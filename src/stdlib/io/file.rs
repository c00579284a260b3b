//! `FileIO`: a file by its descriptor, without a buffer.

use super::base::{self, Base, NO_PICKLE, NO_PICKLE_EX, STREAM};
use super::{size_arg, unsupported, writable_arg};
use crate::host::Place;
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{TypeTable, getset, getter, method, new};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::os::paths;
use crate::stdlib::sys_audit;
use crate::stdlib::{extension, raise_os};
use crate::types::{args, buffer, slots};
use crate::vm::Vm;
use std::cell::Cell;
use std::io::{self, SeekFrom};

/// The payload of `FileIO`.
pub struct FileIo {
    /// The descriptor, negative when closed.
    pub fd: Cell<i32>,
    created: Cell<bool>,
    readable: Cell<bool>,
    writable: Cell<bool>,
    appending: Cell<bool>,
    seekable: Cell<Option<bool>>,
    close_fd: Cell<bool>,
    finalizing: Cell<bool>,
}

native_payload!(FileIo);

#[rustfmt::skip]
static FILE_IO: TypeTable = TypeTable {
    name: "FileIO",
    told: Some("(file, mode='r', closefd=True, opener=None)"),
    doc: "A file without a buffer: each call reads or writes once.",
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_file),
        slots::repr(repr),
        method("__init__(self, /, file, mode='r', closefd=True, opener=None)", init, ""),
        method("read(self, size=-1, /)", read, "Read once, or to the end."),
        method("readall(self, /)", read_all, "Read to the end."),
        method("readinto(self, buffer, /)", read_into, "Read into a buffer."),
        method("write(self, b, /)", write, "Write once; the number of bytes written."),
        method("seek(self, pos, whence=0, /)", seek, "Move; the new position."),
        method("tell(self, /)", tell, "The position."),
        method("truncate(self, size=None, /)", truncate, "Set the size, by default to the position."),
        method("close(self, /)", close, "Close the file."),
        method("seekable(self, /)", seekable, "Whether seek() works."),
        method("readable(self, /)", |vm, args| Ok(Value::bool(open_file(vm, &args[0])?.readable.get())), "Whether the file was opened for reading."),
        method("writable(self, /)", |vm, args| Ok(Value::bool(open_file(vm, &args[0])?.writable.get())), "Whether the file was opened for writing."),
        method("fileno(self, /)", |vm, args| Ok(Value::Int(open_file(vm, &args[0])?.fd.get().into())), "The descriptor."),
        method("isatty(self, /)", is_terminal, "Whether it is a terminal."),
        method("_dealloc_warn(self, object, /)", dealloc_warn, ""),
        NO_PICKLE, NO_PICKLE_EX,
    ],
    properties: &[
        getter("_blksize", |_, _| Ok(Value::Int(super::DEFAULT_BUFFER_SIZE as i64)), ""),
        getset("_finalizing", |vm, this| Ok(Value::bool(file(vm, this)?.finalizing.get())), set_finalizing, ""),
        getter("closed", |vm, this| Ok(Value::bool(file(vm, this)?.fd.get() < 0)), "True if the file is closed"),
        getter("closefd", |vm, this| Ok(Value::bool(file(vm, this)?.close_fd.get())), "Whether closing closes the descriptor."),
        getter("mode", |vm, this| Ok(vm.str(file(vm, this)?.mode())), "The mode."),
    ],
    ..STREAM
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &FILE_IO, &base::class(vm, Base::Raw))
}

/// A file of an open descriptor, which closing leaves open.
pub fn standard(vm: &Vm, fd: i32, name: &str) -> Value {
    let file = FileIo::closed();
    file.fd.set(fd);
    file.readable.set(fd == 0);
    file.writable.set(fd != 0);
    file.close_fd.set(false);
    let made = extension::alloc(&class(vm), file);
    if lookup::set(vm, &made, &vm.names.name, vm.str(name)).is_err() {
        drop(vm.take_pending());
    }
    made
}

fn file<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a FileIo> {
    extension::this(vm, std::slice::from_ref(this))
}

#[cold]
fn closed_error(vm: &Vm) -> Raised {
    vm.value_error("I/O operation on closed file")
}

fn open_file<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a FileIo> {
    let file = file(vm, this)?;
    match file.fd.get() {
        ..0 => Err(closed_error(vm)),
        _ => Ok(file),
    }
}

impl FileIo {
    fn closed() -> FileIo {
        FileIo {
            fd: Cell::new(-1),
            created: Cell::default(),
            readable: Cell::default(),
            writable: Cell::default(),
            appending: Cell::default(),
            seekable: Cell::default(),
            close_fd: Cell::new(true),
            finalizing: Cell::default(),
        }
    }

    fn mode(&self) -> &'static str {
        let both = self.readable.get() && self.writable.get();
        match (self.created.get(), self.appending.get(), both) {
            (true, _, false) => "xb",
            (true, _, true) => "xb+",
            (_, true, false) => "ab",
            (_, true, true) => "ab+",
            (_, _, true) => "rb+",
            _ if self.readable.get() => "rb",
            _ => "wb",
        }
    }

    /// Reads once; `None` if the file would have to be waited for.
    ///
    /// # Errors
    /// OSError; what the handlers of signals raise.
    pub fn read_once(&self, vm: &Vm, target: &mut [u8]) -> PyResult<Option<usize>> {
        if self.fd.get() < 0 {
            return Err(closed_error(vm));
        }
        if !self.readable.get() {
            return Err(unsupported(vm, "File not open for reading"));
        }
        without_waiting(vm, || vm.host.read(self.fd.get(), target))
    }

    /// Writes once; `None` if the file would have to be waited for.
    ///
    /// # Errors
    /// As [`FileIo::read_once`].
    pub fn write_once(&self, vm: &Vm, bytes: &[u8]) -> PyResult<Option<usize>> {
        if self.fd.get() < 0 {
            return Err(closed_error(vm));
        }
        if !self.writable.get() {
            return Err(unsupported(vm, "File not open for writing"));
        }
        without_waiting(vm, || vm.host.write_file(self.fd.get(), bytes))
    }

    /// Moves.
    ///
    /// # Errors
    /// OSError.
    pub fn move_to(&self, vm: &Vm, offset: i64, whence: i32) -> PyResult<i64> {
        if self.fd.get() < 0 {
            return Err(closed_error(vm));
        }
        let to = match (whence, u64::try_from(offset)) {
            (0, Ok(offset)) => SeekFrom::Start(offset),
            (1, _) => SeekFrom::Current(offset),
            (2, _) => SeekFrom::End(offset),
            _ => return Err(raise_os(vm, &io::Error::from_raw_os_error(22), None)),
        };
        match vm.host.seek(self.fd.get(), to) {
            Ok(at) => Ok(i64::try_from(at).unwrap_or(i64::MAX)),
            Err(error) => Err(raise_os(vm, &error, None)),
        }
    }

    /// Sets what a mode says.
    fn set_mode(&self, vm: &Vm, mode: &str) -> PyResult<()> {
        let bad = || {
            vm.value_error(
                "Must have exactly one of create/read/write/append mode and at most one plus",
            )
        };
        let (mut kind, mut plus) = (None, false);
        for c in mode.chars() {
            match c {
                'r' | 'w' | 'a' | 'x' if kind.replace(c).is_none() => {}
                '+' if !std::mem::replace(&mut plus, true) => {}
                'b' => {}
                'r' | 'w' | 'a' | 'x' | '+' => return Err(bad()),
                _ => return Err(vm.value_error(format!("invalid mode: {mode}"))),
            }
        }
        let Some(kind) = kind else { return Err(bad()) };
        self.created.set(kind == 'x');
        self.appending.set(kind == 'a');
        self.readable.set(kind == 'r' || plus);
        self.writable.set(kind != 'r' || plus);
        Ok(())
    }

    /// The flags of open(2), close-on-exec included.
    fn flags(&self, mode: &str) -> i32 {
        let access = match (self.readable.get(), self.writable.get()) {
            (true, true) => 2,
            (true, false) => 0,
            _ => 1,
        };
        let create = match mode.chars().find(|c| "wax".contains(*c)) {
            Some('w') => 0o100 | 0o1000,
            Some('a') => 0o100 | 0o2000,
            Some('x') => 0o100 | 0o200,
            _ => 0,
        };
        access | create | 0o2_000_000
    }
}

/// Does it again for as long as signals interrupt it; `None` for what would have to wait.
fn without_waiting(vm: &Vm, mut act: impl FnMut() -> io::Result<usize>) -> PyResult<Option<usize>> {
    loop {
        match act() {
            Ok(count) => return Ok(Some(count)),
            // Limits hold for what waits, too.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => vm.look()?,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(None),
            Err(error) => return Err(raise_os(vm, &error, None)),
        }
    }
}

fn new_file(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "FileIO")?;
    Ok(extension::alloc(&class, FileIo::closed()))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = file(vm, &args[0])?;
    if this.fd.get() >= 0 {
        if this.close_fd.get() {
            release(vm, this)?;
        }
        this.fd.set(-1);
    }
    this.seekable.set(None);
    this.finalizing.set(false);
    let mode = args::text(vm, &args[2], "FileIO() argument 'mode'")?.to_string_lossy();
    let close_fd = ops::truth(vm, &args[3])?;
    // What is no descriptor's number may be a path, or is refused as one.
    let number = match args::has_index(vm, &args[1]) {
        true => args::c_int(vm, &args[1]).ok(),
        false => None,
    };
    if number.is_none() {
        drop(vm.take_pending());
    }
    if number.is_some_and(|number| number < 0) {
        return Err(vm.value_error("negative file descriptor"));
    }
    this.set_mode(vm, &mode)?;
    this.close_fd.set(close_fd);
    sys_audit::event(vm, "open", || {
        let flags = Value::Int(this.flags(&mode).into());
        vec![args[1].clone(), vm.str(&mode), flags]
    })?;
    match number {
        Some(number) => {
            this.fd.set(number);
            if let Err(error) = vm.host.stat_file(number) {
                this.fd.set(-1);
                // A sandbox knows nothing of its standard streams but that they are there.
                if !(0..3).contains(&number) || error.raw_os_error() == Some(9) {
                    return Err(raise_os(vm, &error, None));
                }
                this.fd.set(number);
            }
        }
        None => open_path(vm, this, &args[1], &args[4], &mode)?,
    }
    lookup::set(vm, &args[0], &vm.names.name, args[1].clone())?;
    if this.appending.get() {
        // What can't be moved in is at its end anyway.
        let _ = vm.host.seek(this.fd.get(), SeekFrom::End(0));
    }
    Ok(Value::None)
}

fn open_path(vm: &Vm, this: &FileIo, given: &Value, opener: &Value, mode: &str) -> PyResult<()> {
    let Some(path) = paths::path_object(vm, given)? else {
        return Err(paths::no_path(vm, given));
    };
    let bytes = paths::encode(vm, &path)?;
    if bytes.contains(&0) {
        return Err(vm.value_error("embedded null byte"));
    }
    if !this.close_fd.get() {
        return Err(vm.value_error("Cannot use closefd=False with file name"));
    }
    let flags = this.flags(mode);
    let fd = if opener.is_none() {
        open_flags(vm, &bytes, flags).map_err(|error| raise_opening(vm, error, given))?
    } else {
        let number = vm.call(opener, &[given.clone(), Value::Int(flags.into())])?;
        if !args::has_index(vm, &number) {
            return Err(vm.type_error("expected integer from opener"));
        }
        match args::c_int(vm, &number)? {
            number @ ..0 => {
                return Err(vm.value_error(format!("opener returned {number}")));
            }
            number => number,
        }
    };
    let is_folder = vm
        .host
        .stat_file(fd)
        .is_ok_and(|found| found.mode & 0o170_000 == 0o040_000);
    if is_folder {
        let _ = vm.host.close(fd);
        return Err(raise_os(vm, &io::Error::from_raw_os_error(21), Some(given)));
    }
    this.fd.set(fd);
    Ok(())
}

/// An error of opening: one of the system's, or what a signal's handler raised.
enum Failed {
    System(io::Error),
    Raised(Raised),
}

fn raise_opening(vm: &Vm, failed: Failed, name: &Value) -> Raised {
    match failed {
        Failed::System(error) => raise_os(vm, &error, Some(name)),
        Failed::Raised(raised) => raised,
    }
}

fn open_flags(vm: &Vm, path: &[u8], flags: i32) -> Result<i32, Failed> {
    loop {
        match vm.host.open(Place::new(path), flags, 0o666) {
            Ok(fd) => return Ok(fd),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                vm.check_signals().map_err(Failed::Raised)?;
            }
            Err(error) => return Err(Failed::System(error)),
        }
    }
}

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    if !this.readable.get() {
        return Err(unsupported(vm, "File not open for reading"));
    }
    let Some(size) = size_arg(vm, &args[1])? else {
        return vm.call_method(&args[0], &vm.intern("readall"), &[]);
    };
    let mut data = super::room(vm, size.min(1 << 30))?;
    Ok(match this.read_once(vm, &mut data)? {
        Some(count) => {
            data.truncate(count);
            vm.bytes(data)
        }
        None => Value::None,
    })
}

/// Everything up to the end; `None` if there is nothing yet.
///
/// # Errors
/// As [`FileIo::read_once`].
pub fn rest(vm: &Vm, this: &FileIo) -> PyResult<Option<Vec<u8>>> {
    let size = vm
        .host
        .stat_file(this.fd.get())
        .map_or(0, |found| found.size);
    let at = match size {
        0 => 0,
        _ => vm
            .host
            .seek(this.fd.get(), SeekFrom::Current(0))
            .unwrap_or(0),
    };
    // One more than there should be shows the end by a short answer.
    let expected = usize::try_from(size)
        .unwrap_or(0)
        .saturating_sub(at as usize)
        + 1;
    let mut data: Vec<u8> = Vec::new();
    let mut filled = 0;
    loop {
        if filled == data.len() {
            let more = if filled == 0 {
                expected.clamp(8192, 1 << 30)
            } else {
                filled.max(8192)
            };
            if data.try_reserve(more).is_err() {
                return Err(vm.memory_error(""));
            }
            data.resize(filled + more, 0);
        }
        match this.read_once(vm, &mut data[filled..])? {
            Some(0) => break,
            Some(count) => filled += count,
            None if filled == 0 => return Ok(None),
            None => break,
        }
    }
    data.truncate(filled);
    Ok(Some(data))
}

fn read_all(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    if !this.readable.get() {
        return Err(unsupported(vm, "File not open for reading"));
    }
    Ok(rest(vm, this)?.map_or(Value::None, |data| vm.bytes(data)))
}

fn read_into(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    if !this.readable.get() {
        return Err(unsupported(vm, "File not open for reading"));
    }
    let (target, room) = writable_arg(vm, &args[1], "readinto")?;
    let mut data = super::room(vm, room)?;
    match this.read_once(vm, &mut data)? {
        Some(count) => {
            target.overwrite(vm, 0, &data[..count])?;
            Ok(Value::Int(count as i64))
        }
        None => Ok(Value::None),
    }
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    if !this.writable.get() {
        return Err(unsupported(vm, "File not open for writing"));
    }
    let data = buffer::required(vm, &args[1])?.stable();
    Ok(match this.write_once(vm, &data)? {
        Some(count) => Value::Int(count as i64),
        None => Value::None,
    })
}

fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    let (offset, whence) = (args::size(vm, &args[1])?, args::c_int(vm, &args[2])?);
    this.move_to(vm, offset, whence).map(Value::Int)
}

fn tell(vm: &Vm, args: &[Value]) -> PyResult {
    open_file(vm, &args[0])?.move_to(vm, 0, 1).map(Value::Int)
}

fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    if !this.writable.get() {
        return Err(unsupported(vm, "File not open for writing"));
    }
    let size = match args[1].given() {
        Some(size) if !size.is_none() => args::size(vm, size)?,
        _ => this.move_to(vm, 0, 1)?,
    };
    let Ok(wanted) = u64::try_from(size) else {
        return Err(raise_os(vm, &io::Error::from_raw_os_error(22), None));
    };
    match vm.host.truncate(this.fd.get(), wanted) {
        Ok(()) => Ok(Value::Int(size)),
        Err(error) => Err(raise_os(vm, &error, None)),
    }
}

fn release(vm: &Vm, this: &FileIo) -> PyResult<()> {
    let fd = this.fd.replace(-1);
    match vm.host.close(fd) {
        Ok(()) => Ok(()),
        Err(error) => Err(raise_os(vm, &error, None)),
    }
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this = file(vm, &args[0])?;
    if this.fd.get() < 0 {
        return Ok(Value::None);
    }
    if !this.close_fd.get() {
        this.fd.set(-1);
        return Ok(Value::None);
    }
    let flushed = base::close(vm, args);
    let pending = flushed.is_err().then(|| vm.take_pending());
    if this.finalizing.get() {
        dealloc_warn(vm, &[args[0].clone(), args[0].clone()])?;
    }
    let released = if this.fd.get() >= 0 {
        release(vm, this)
    } else {
        Ok(())
    };
    match pending {
        Some(error) => Err(vm.set_pending(error)),
        None => released.map(|()| Value::None),
    }
}

fn seekable(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open_file(vm, &args[0])?;
    Ok(Value::bool(this.is_seekable(vm)))
}

impl FileIo {
    fn is_seekable(&self, vm: &Vm) -> bool {
        self.seekable.get().unwrap_or_else(|| {
            let moved = vm.host.seek(self.fd.get(), SeekFrom::Current(0));
            self.seekable.set(Some(moved.is_ok()));
            moved.is_ok()
        })
    }
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    let fd = open_file(vm, &args[0])?.fd.get();
    Ok(Value::bool(vm.host.is_terminal_file(fd).unwrap_or(false)))
}

fn set_finalizing(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    file(vm, this)?.finalizing.set(ops::truth(vm, &value)?);
    Ok(())
}

/// Warns of a file that was not closed, naming the stream through which it was used.
fn dealloc_warn(vm: &Vm, args: &[Value]) -> PyResult {
    let this = file(vm, &args[0])?;
    if this.fd.get() < 0 || !this.close_fd.get() {
        return Ok(Value::None);
    }
    let text = format!("unclosed file {}", ops::repr(vm, &args[1])?);
    let warned = crate::stdlib::warn::here(vm, &vm.exceptions.ResourceWarning, &text, 1);
    if warned.is_err() {
        // What else goes wrong with a warning may be the end of the program, and is passed over.
        match vm.pending_is(&vm.exceptions.Warning) {
            true => crate::types::unraisable(vm, "", &args[0]),
            false => drop(vm.take_pending()),
        }
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let this = file(vm, &args[0])?;
    let class = vm.type_name(&args[0]);
    if this.fd.get() < 0 {
        return Ok(vm.str(&format!("<{class} [closed]>")));
    }
    let name = match lookup::get_optional(vm, &args[0], &vm.names.name)? {
        Some(name) => format!("name={}", super::shown(vm, &args[0], &name)?),
        None => format!("fd={}", this.fd.get()),
    };
    let close_fd = if this.close_fd.get() { "True" } else { "False" };
    Ok(vm.str(&format!(
        "<{class} {name} mode='{}' closefd={close_fd}>",
        this.mode()
    )))
}

/// Whether a value is a `FileIO` and nothing else: then nothing of it is overridden.
#[inline]
pub fn exact<'a>(vm: &Vm, value: &'a Value) -> Option<&'a FileIo> {
    match super::is_exact(vm, value, &FILE_IO) {
        true => value.native::<FileIo>(),
        false => None,
    }
}
