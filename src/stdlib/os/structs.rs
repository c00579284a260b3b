//! The struct sequences of `os`: `stat_result` and its like.

use crate::host::{Space, Stat, SystemName};
use crate::object::heap::Ref;
use crate::object::table::{TypeTable, new as new_row};
use crate::object::value::{PyResult, Value};
use crate::stdlib::os::paths;
use crate::types::dict::Dict;
use crate::types::int;
use crate::types::struct_sequence::{
    self, OPEN_STRUCT, REDUCE, REPLACE, REPR, class, field, hidden, make, make_with,
};
use crate::types::tuple::Tuple;
use crate::vm::Vm;

static STAT_RESULT: TypeTable = TypeTable {
    names_module: true,
    name: "stat_result",
    module: "os",
    doc: "What is known of a file: as a tuple of mode, ino, dev, nlink, uid, gid, size, atime, mtime,\nctime, or by the names of its attributes, of which there are more.",
    hidden: 9,
    unnamed: 3,
    methods: &[
        new_row("__new__(type, /, *args, **kwargs)", new_stat),
        REPR,
        REDUCE,
        REPLACE,
    ],
    properties: &[
        field::<0>("st_mode", "protection bits"),
        field::<1>("st_ino", "inode"),
        field::<2>("st_dev", "device"),
        field::<3>("st_nlink", "number of hard links"),
        field::<4>("st_uid", "user ID of owner"),
        field::<5>("st_gid", "group ID of owner"),
        field::<6>("st_size", "total size, in bytes"),
        hidden::<0>("st_atime", "time of last access"),
        hidden::<1>("st_mtime", "time of last modification"),
        hidden::<2>("st_ctime", "time of last change"),
        hidden::<3>("st_atime_ns", "time of last access in nanoseconds"),
        hidden::<4>("st_mtime_ns", "time of last modification in nanoseconds"),
        hidden::<5>("st_ctime_ns", "time of last change in nanoseconds"),
        hidden::<6>("st_blksize", "blocksize for filesystem I/O"),
        hidden::<7>("st_blocks", "number of blocks allocated"),
        hidden::<8>("st_rdev", "device type (if inode device)"),
    ],
    ..OPEN_STRUCT
};

static STATVFS_RESULT: TypeTable = TypeTable {
    name: "statvfs_result",
    module: "os",
    doc: "The room in a file system.",
    hidden: 1,
    properties: &[
        field::<0>("f_bsize", ""),
        field::<1>("f_frsize", ""),
        field::<2>("f_blocks", ""),
        field::<3>("f_bfree", ""),
        field::<4>("f_bavail", ""),
        field::<5>("f_files", ""),
        field::<6>("f_ffree", ""),
        field::<7>("f_favail", ""),
        field::<8>("f_flag", ""),
        field::<9>("f_namemax", ""),
        hidden::<0>("f_fsid", ""),
    ],
    ..OPEN_STRUCT
};

static TERMINAL_SIZE: TypeTable = TypeTable {
    name: "terminal_size",
    module: "os",
    doc: "A tuple of (columns, lines) for holding terminal window size",
    properties: &[
        field::<0>("columns", "width of the terminal window in characters"),
        field::<1>("lines", "height of the terminal window in characters"),
    ],
    ..OPEN_STRUCT
};

static UNAME_RESULT: TypeTable = TypeTable {
    name: "uname_result",
    module: "posix",
    doc: "What the system calls itself.",
    properties: &[
        field::<0>("sysname", "operating system name"),
        field::<1>(
            "nodename",
            "name of machine on network (implementation-defined)",
        ),
        field::<2>("release", "operating system release"),
        field::<3>("version", "operating system version"),
        field::<4>("machine", "hardware identifier"),
    ],
    ..OPEN_STRUCT
};

static TIMES_RESULT: TypeTable = TypeTable {
    name: "times_result",
    module: "posix",
    doc: "The processor time used so far.",
    properties: &[
        field::<0>("user", "user time"),
        field::<1>("system", "system time"),
        field::<2>("children_user", "user time of children"),
        field::<3>("children_system", "system time of children"),
        field::<4>(
            "elapsed",
            "elapsed time since an arbitrary point in the past",
        ),
    ],
    ..OPEN_STRUCT
};

/// Adds the classes to the module.
pub fn add_classes(vm: &Vm, namespace: &Ref<Dict>) {
    for table in [
        &STAT_RESULT,
        &STATVFS_RESULT,
        &TERMINAL_SIZE,
        &UNAME_RESULT,
        &TIMES_RESULT,
    ] {
        drop(namespace.set_name(&vm.intern(table.name), class(vm, table).value()));
    }
}

/// The times without a fraction stand in for those with one.
fn new_stat(vm: &Vm, args: &[Value]) -> PyResult {
    let made = struct_sequence::new(vm, args)?;
    if let (Some(tuple), Some(obj)) = (made.get::<Tuple>(), made.obj()) {
        for (cell, item) in obj.values()[..3].iter().zip(&tuple.items[7..]) {
            if cell.is(&Value::None) {
                cell.set(item.clone());
            }
        }
    }
    Ok(made)
}

fn unsigned(vm: &Vm, number: u64) -> Value {
    match i64::try_from(number) {
        Ok(number) => Value::Int(number),
        Err(_) => int::from_big(vm, number.into()),
    }
}

const NANOS: i128 = 1_000_000_000;

/// `os.stat_result`
pub fn stat(vm: &Vm, stat: &Stat) -> Value {
    let times = [stat.accessed, stat.modified, stat.changed];
    let seconds = |time: i128| Value::Int(i64::try_from(time.div_euclid(NANOS)).unwrap_or(0));
    let exact = |time: i128| {
        let (whole, part) = (time.div_euclid(NANOS), time.rem_euclid(NANOS));
        Value::float(whole as f64 + 1e-9 * part as f64)
    };
    let nanos = |time: i128| match i64::try_from(time) {
        Ok(time) => Value::Int(time),
        Err(_) => int::from_big(vm, time.into()),
    };
    let mut items = vec![
        Value::Int(stat.mode.into()),
        unsigned(vm, stat.inode),
        unsigned(vm, stat.device),
        unsigned(vm, stat.links),
        Value::Int(stat.owner.into()),
        Value::Int(stat.group.into()),
        Value::Int(stat.size),
    ];
    items.extend(times.map(seconds));
    let mut more: Vec<Value> = times.map(exact).into();
    more.extend(times.map(nanos));
    more.push(Value::Int(stat.block_size));
    more.push(Value::Int(stat.blocks));
    more.push(unsigned(vm, stat.special_device));
    make_with(&class(vm, &STAT_RESULT), items, more)
}

/// `os.statvfs_result`
pub fn space(vm: &Vm, space: &Space) -> Value {
    let items = [
        space.block_size,
        space.fragment_size,
        space.blocks,
        space.free_blocks,
        space.available_blocks,
        space.files,
        space.free_files,
        space.available_files,
        space.flags,
        space.name_max,
    ];
    let items = items.map(|number| unsigned(vm, number)).into();
    make_with(
        &class(vm, &STATVFS_RESULT),
        items,
        vec![unsigned(vm, space.id)],
    )
}

/// `os.terminal_size`
pub fn terminal_size(vm: &Vm, (columns, lines): (u16, u16)) -> Value {
    let items = vec![Value::Int(columns.into()), Value::Int(lines.into())];
    make(&class(vm, &TERMINAL_SIZE), items)
}

/// `os.uname_result`
pub fn system_name(vm: &Vm, name: &SystemName) -> Value {
    let fields = [
        &name.system,
        &name.node,
        &name.release,
        &name.version,
        &name.machine,
    ];
    let items = fields.map(|text| vm.text(paths::decode_text(text.as_bytes())));
    make(&class(vm, &UNAME_RESULT), items.into())
}

/// `os.times_result`
pub fn times(vm: &Vm, seconds: [f64; 5]) -> Value {
    make(&class(vm, &TIMES_RESULT), seconds.map(Value::float).into())
}
