//! `listdir`, and `scandir` with its `DirEntry` objects.

use super::paths::{self, Accept, PathArg};
use super::structs;
use crate::host::{Entry, Kind as Found, Place};
use crate::native_payload;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, member, method, next, plain};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::types::dict::Dict;
use crate::types::slots;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

fn entries(vm: &Vm, path: &PathArg) -> PyResult<Vec<Entry>> {
    let found = match path.file {
        Some(file) => vm.host.list_dir_file(file),
        None => vm.host.list_dir(&path.bytes),
    };
    match &path.given {
        Value::None => paths::or_raise(vm, found),
        _ => path.or_raise(vm, found),
    }
}

/// `listdir(path=None)`
pub fn listdir(vm: &Vm, args: &[Value]) -> PyResult {
    let path = PathArg::new(vm, &args[0], "listdir", "path", Accept::OrFileOrNone)?;
    let names = entries(vm, &path)?.into_iter();
    let names = names.map(|entry| paths::decode(vm, &entry.name, path.as_bytes));
    Ok(vm.list(names.collect()))
}

/// `os.DirEntry`
struct DirEntry {
    name: Value,
    path: Value,
    /// What the host is asked about.
    bytes: Vec<u8>,
    /// The open folder that `bytes` is in.
    folder: Option<i32>,
    kind: Found,
    inode: u64,
    /// The results of `stat()` with and without following links.
    stat: ValueCell,
    lstat: ValueCell,
}

native_payload!(DirEntry, stat, lstat);

static DIR_ENTRY: TypeTable = TypeTable {
    name: "DirEntry",
    module: "posix",
    doc: "An entry of a folder, as os.scandir() gives it.",
    kind: Kind::Native,
    methods: &[
        slots::repr(entry_repr),
        method(
            "is_dir(self, /, *, follow_symlinks=True)",
            is_dir,
            "Whether it is a folder.",
        ),
        method(
            "is_file(self, /, *, follow_symlinks=True)",
            is_file,
            "Whether it is an ordinary file.",
        ),
        method(
            "is_symlink(self, /)",
            is_symlink,
            "Whether it is a symbolic link.",
        ),
        method(
            "is_junction(self, /)",
            |_, _| Ok(Value::False),
            "Whether it is a junction: never here.",
        ),
        method(
            "stat(self, /, *, follow_symlinks=True)",
            entry_stat,
            "What is known of the file, asked once.",
        ),
        method("inode(self, /)", inode, "The file's number."),
        plain(
            "__fspath__(self, /)",
            |vm, args| get_path(vm, &args[0]),
            "The entry's path.",
        ),
        table::class_getitem(crate::types::class_getitem),
    ],
    properties: &[
        member(
            "name",
            get_name,
            "the entry's base filename, relative to scandir() \"path\" argument",
        ),
        member(
            "path",
            get_path,
            "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn entry<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a DirEntry> {
    extension::this(vm, args)
}

fn get_name(vm: &Vm, this: &Value) -> PyResult {
    Ok(entry(vm, std::slice::from_ref(this))?.name.clone())
}

fn get_path(vm: &Vm, this: &Value) -> PyResult {
    Ok(entry(vm, std::slice::from_ref(this))?.path.clone())
}

fn entry_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = ops::repr(vm, &entry(vm, args)?.name)?;
    Ok(vm.str(&format!("<DirEntry {name}>")))
}

fn inode(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(entry(vm, args)?.inode as i64))
}

/// The cached `stat_result`.
fn stat_of(vm: &Vm, entry: &DirEntry, follow: bool) -> PyResult {
    // Of what is no link both are the same.
    let follow = follow && matches!(entry.kind, Found::Link | Found::Unknown);
    let cell = if follow { &entry.stat } else { &entry.lstat };
    if let Some(known) = cell.get().bound() {
        return Ok(known);
    }
    let place = Place {
        folder: entry.folder,
        path: &entry.bytes,
    };
    match vm.host.stat(place, follow) {
        Ok(found) => {
            let made = structs::stat(vm, &found);
            cell.set(made.clone());
            Ok(made)
        }
        Err(error) => Err(crate::stdlib::raise_os(vm, &error, Some(&entry.path))),
    }
}

fn entry_stat(vm: &Vm, args: &[Value]) -> PyResult {
    let follow = ops::truth(vm, &args[1])?;
    stat_of(vm, entry(vm, args)?, follow)
}

/// Whether the entry (or what it leads to) is of this kind; false if it isn't there any more.
fn is_kind(vm: &Vm, args: &[Value], kind: Found, bits: i64) -> PyResult {
    let follow = ops::truth(vm, &args[1])?;
    let entry = entry(vm, args)?;
    let unsure = entry.kind == Found::Unknown || (entry.kind == Found::Link && follow);
    if !unsure {
        return Ok(Value::bool(entry.kind == kind));
    }
    match stat_of(vm, entry, follow) {
        Ok(found) => {
            let mode = found.get::<Tuple>().and_then(|tuple| tuple.items.first());
            let is = matches!(mode, Some(Value::Int(mode)) if mode & 0o170_000 == bits);
            Ok(Value::bool(is))
        }
        Err(raised) => {
            let missing = vm.exceptions.FileNotFoundError.clone();
            if vm.class_of(&vm.pending()).is_subclass(&missing) {
                drop(vm.take_pending());
                return Ok(Value::False);
            }
            Err(raised)
        }
    }
}

fn is_dir(vm: &Vm, args: &[Value]) -> PyResult {
    is_kind(vm, args, Found::Folder, 0o040_000)
}

fn is_file(vm: &Vm, args: &[Value]) -> PyResult {
    is_kind(vm, args, Found::File, 0o100_000)
}

fn is_symlink(vm: &Vm, args: &[Value]) -> PyResult {
    let args = [args[0].clone(), Value::False];
    is_kind(vm, &args, Found::Link, 0o120_000)
}

/// The iterator of `scandir()`.
struct ScandirIterator {
    /// Those still to come, the next one last.
    rest: RefCell<Vec<Entry>>,
    /// The path up to the entries' names.
    prefix: Vec<u8>,
    folder: Option<i32>,
    as_bytes: bool,
    closed: Cell<bool>,
}

native_payload!(ScandirIterator);

static SCANDIR_ITERATOR: TypeTable = TypeTable {
    name: "ScandirIterator",
    module: "posix",
    kind: Kind::Native,
    finalise: true,
    methods: &[
        slots::iter(|_, args| Ok(args[0].clone())),
        next(next_entry),
        plain("__enter__(self, /)", |_, args| Ok(args[0].clone()), ""),
        plain("__exit__(self, /, *args)", close, "").bare(),
        method("close(self, /)", close, "End the iteration."),
        plain("__del__(self, /)", finalise, ""),
    ],
    ..TypeTable::DEFAULT
};

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &ScandirIterator = extension::this(vm, args)?;
    this.closed.set(true);
    this.rest.take();
    Ok(Value::None)
}

fn finalise(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &ScandirIterator = extension::this(vm, args)?;
    if !this.closed.get() {
        let text = format!("unclosed scandir iterator {}", ops::repr(vm, &args[0])?);
        crate::stdlib::warn::here(vm, &vm.exceptions.ResourceWarning, &text, 1)?;
    }
    close(vm, args)
}

fn next_entry(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this: &ScandirIterator = extension::this(vm, std::slice::from_ref(this))?;
    let Some(found) = this.rest.borrow_mut().pop() else {
        this.closed.set(true);
        return Ok(None);
    };
    let mut bytes = this.prefix.clone();
    bytes.extend_from_slice(&found.name);
    let made = DirEntry {
        name: paths::decode(vm, &found.name, this.as_bytes),
        path: paths::decode(vm, &bytes, this.as_bytes),
        bytes,
        folder: this.folder,
        kind: found.kind,
        inode: found.inode,
        stat: ValueCell::new(Value::Unbound),
        lstat: ValueCell::new(Value::Unbound),
    };
    Ok(Some(extension::alloc(
        &extension::class(vm, &DIR_ENTRY),
        made,
    )))
}

/// `scandir(path=None)`
pub fn scandir(vm: &Vm, args: &[Value]) -> PyResult {
    let path = PathArg::new(vm, &args[0], "scandir", "path", Accept::OrFileOrNone)?;
    let mut rest = entries(vm, &path)?;
    rest.reverse();
    let mut prefix = path.bytes;
    if !prefix.is_empty() && !prefix.ends_with(b"/") {
        prefix.push(b'/');
    }
    let made = ScandirIterator {
        rest: RefCell::new(rest),
        prefix,
        folder: path.file,
        as_bytes: path.as_bytes,
        closed: Cell::new(false),
    };
    Ok(extension::alloc(
        &extension::class(vm, &SCANDIR_ITERATOR),
        made,
    ))
}

/// Adds the classes to the module.
pub fn add_classes(vm: &Vm, namespace: &Ref<Dict>) {
    extension::add_classes(vm, namespace, &[&DIR_ENTRY]);
}
