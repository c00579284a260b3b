//! The class `Pickler`, `dump` and `dumps`. How objects are written is in `save`.

use super::memo::{MemoCell, WriteMemo};
use super::save::Writer;
use super::{DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, memo_proxy, overridden, pickling_error};
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::table::{self, Property, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::object::{lookup, ops};
use crate::stdlib::extension::{alloc, this};
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg};
use crate::vm::Vm;
use std::cell::Cell;

/// What a pickler is told, and what it remembers between dumps.
pub(super) struct Pickler {
    /// The file's `write`; `Unbound` for none.
    pub(super) write: ValueCell,
    pub(super) buffer_callback: ValueCell,
    /// The attribute of that name, if it was set.
    pub(super) dispatch_table: ValueCell,
    pub(super) memo: MemoCell<WriteMemo>,
    pub(super) protocol: Cell<u8>,
    pub(super) fix_imports: Cell<bool>,
    pub(super) fast: Cell<i32>,
    bin: Cell<i32>,
    is_ready: Cell<bool>,
}

native_payload!(Pickler, write, buffer_callback, dispatch_table, memo);

pub(super) static PICKLER: TypeTable = TypeTable {
    name: "Pickler",
    told: Some("(file, protocol=None, fix_imports=True, buffer_callback=None)"),
    module: "_pickle",
    doc: "Writes objects to a file as a stream of operations, from which Unpickler makes equal ones.\n\nprotocol is the format, 0 to 5, or the newest one if negative; the file needs a write() method.\nWith fix_imports, protocols 0 to 2 use the names that Python 2 had for modules.\nbuffer_callback (protocol 5) is called with buffers: where it returns something false, they are not written.",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        table::new("__new__(type, /, *args, **kwargs)", new),
        method(
            "__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        method(
            "persistent_id(self, obj, /)",
            persistent_id,
            "What stands for an object that is kept elsewhere; None for others.",
        ),
        method(
            "dump(self, obj, /)",
            dump_method,
            "Write a pickled representation of the given object to the open file.",
        ),
        method(
            "clear_memo(self, /)",
            clear_memo,
            "Forgets what was written: it will be written again instead of referred to.",
        ),
        method(
            "__sizeof__(self, /)",
            |_, _| Ok(Value::Int(size_of::<Pickler>() as i64)),
            "Returns size in memory, in bytes.",
        ),
    ],
    properties: &[
        Property {
            member: true,
            ..getset(
                "bin",
                |vm, this| Ok(Value::Int(pickler(vm, this)?.bin.get().into())),
                |vm, this, value| set_number(vm, &pickler(vm, this)?.bin, &value),
                "",
            )
        },
        Property {
            member: true,
            ..getset(
                "fast",
                |vm, this| Ok(Value::Int(pickler(vm, this)?.fast.get().into())),
                |vm, this, value| set_number(vm, &pickler(vm, this)?.fast, &value),
                "",
            )
        },
        Property {
            member: true,
            ..getset("dispatch_table", get_dispatch_table, set_dispatch_table, "")
        },
        getset("memo", get_memo, set_memo, ""),
    ],
    ..TypeTable::DEFAULT
};

impl Pickler {
    fn blank() -> Pickler {
        Pickler {
            write: ValueCell::new(Value::Unbound),
            buffer_callback: ValueCell::new(Value::Unbound),
            dispatch_table: ValueCell::new(Value::Unbound),
            memo: MemoCell::default(),
            protocol: Cell::new(0),
            fix_imports: Cell::new(false),
            fast: Cell::new(0),
            bin: Cell::new(0),
            is_ready: Cell::new(false),
        }
    }

    /// What all ways to make one are told: protocol, fix_imports, buffer_callback.
    fn configure(
        &self,
        vm: &Vm,
        protocol: &Value,
        fix_imports: &Value,
        callback: &Value,
    ) -> PyResult<()> {
        let protocol = match protocol.given() {
            None => DEFAULT_PROTOCOL,
            Some(protocol) => match args::c_int(vm, protocol)? {
                ..0 => HIGHEST_PROTOCOL,
                protocol => protocol.into(),
            },
        };
        if protocol > HIGHEST_PROTOCOL {
            let text = format!("pickle protocol must be <= {HIGHEST_PROTOCOL}");
            return Err(vm.value_error(text));
        }
        if callback.given().is_some() && protocol < 5 {
            return Err(vm.value_error("buffer_callback needs protocol >= 5"));
        }
        self.protocol.set(protocol as u8);
        self.bin.set(i32::from(protocol > 0));
        self.fix_imports
            .set(ops::truth(vm, fix_imports)? && protocol < 3);
        let callback = callback.given().cloned().unwrap_or(Value::Unbound);
        self.buffer_callback.set(callback);
        self.is_ready.set(true);
        Ok(())
    }

    fn set_file(&self, vm: &Vm, file: &Value) -> PyResult<()> {
        match lookup::get_optional(vm, file, &vm.names.write)? {
            Some(write) => {
                self.write.set(write);
                Ok(())
            }
            None => Err(vm.type_error("file must have a 'write' attribute")),
        }
    }

    /// Forgets what was written.
    pub(super) fn forget(&self) {
        drop(self.memo.take());
    }

    /// What was written, with its numbers.
    pub(super) fn written(&self) -> Vec<(Value, u64)> {
        self.memo.borrow().entries().collect()
    }
}

fn pickler<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Pickler> {
    this(vm, std::slice::from_ref(value))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "Pickler")?;
    Ok(alloc(&class, Pickler::blank()))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let pickler = pickler(vm, &args[0])?;
    pickler.is_ready.set(false);
    pickler.forget();
    pickler.fast.set(0);
    pickler.configure(vm, &args[2], &args[3], &args[4])?;
    pickler.is_ready.set(false);
    pickler.set_file(vm, &args[1])?;
    pickler.is_ready.set(true);
    Ok(Value::None)
}

fn persistent_id(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn dump_method(vm: &Vm, args: &[Value]) -> PyResult {
    let pickler = pickler(vm, &args[0])?;
    if !pickler.is_ready.get() {
        let name = vm.class_of(&args[0]).name_text();
        return Err(pickling_error(
            vm,
            format!("Pickler.__init__() was not called by {name}.__init__()"),
        ));
    }
    let mut writer = Writer::new(vm, pickler)?;
    let id = overridden(vm, &args[0], "persistent_id", persistent_id)?;
    writer.ask(
        id,
        lookup::get_optional(vm, &args[0], &vm.intern("reducer_override"))?,
        // A class may have one too.
        lookup::get_optional(vm, &args[0], &vm.intern("dispatch_table"))?,
    );
    writer.dump(&args[1])?;
    writer.flush()?;
    Ok(Value::None)
}

fn clear_memo(vm: &Vm, args: &[Value]) -> PyResult {
    pickler(vm, &args[0])?.forget();
    Ok(Value::None)
}

/// `dump(obj, file, ...)`
pub(super) fn dump(vm: &Vm, args: &[Value]) -> PyResult {
    let pickler = Pickler::blank();
    pickler.configure(vm, &args[2], &args[3], &args[4])?;
    pickler.set_file(vm, &args[1])?;
    let mut writer = Writer::new(vm, &pickler)?;
    writer.dump(&args[0])?;
    writer.flush()?;
    Ok(Value::None)
}

/// `dumps(obj, ...)`
pub(super) fn dumps(vm: &Vm, args: &[Value]) -> PyResult {
    let pickler = Pickler::blank();
    pickler.configure(vm, &args[1], &args[2], &args[3])?;
    let mut writer = Writer::new(vm, &pickler)?;
    writer.dump(&args[0])?;
    Ok(vm.bytes(writer.into_bytes()))
}

// ---------------------------------------------------------------------------------------------
// Attributes

fn set_number(vm: &Vm, cell: &Cell<i32>, value: &Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(vm.type_error("can't delete numeric/char attribute"));
    }
    cell.set(args::c_int(vm, value)?);
    Ok(())
}

fn get_dispatch_table(vm: &Vm, value: &Value) -> PyResult {
    match pickler(vm, value)?.dispatch_table.get().bound() {
        Some(table) => Ok(table),
        None => Err(vm.unnamed_attribute_error(format!(
            "'{}' object has no attribute 'dispatch_table'",
            vm.type_name(value)
        ))),
    }
}

fn set_dispatch_table(vm: &Vm, value: &Value, table: Value) -> PyResult<()> {
    let pickler = pickler(vm, value)?;
    if table.is_unbound() && pickler.dispatch_table.is_unbound() {
        return Err(vm.unnamed_attribute_error("dispatch_table"));
    }
    pickler.dispatch_table.set(table);
    Ok(())
}

fn get_memo(vm: &Vm, value: &Value) -> PyResult {
    pickler(vm, value)?;
    Ok(memo_proxy::of(vm, value))
}

fn set_memo(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let pickler = pickler(vm, this)?;
    if value.is_unbound() {
        return Err(vm.type_error("attribute deletion is not supported"));
    }
    let shown = memo_proxy::shown(vm, &value)?;
    let dict = shown.as_ref().unwrap_or(&value);
    let Some(dict) = dict.get::<Dict>() else {
        return Err(vm.type_error(format!(
            "'memo' attribute must be a PicklerMemoProxy object or dict, not {}",
            vm.type_name(&value)
        )));
    };
    let mut memo = WriteMemo::default();
    for (_, pair) in dict.items() {
        let Some([number, object]) = pair.get::<Tuple>().map(|pair| &pair.items[..]) else {
            return Err(vm.type_error("'memo' values must be 2-item tuples"));
        };
        memo.insert(object, args::size(vm, number)?.unsigned_abs());
    }
    let old = pickler.memo.replace(memo);
    drop(old);
    Ok(())
}
