//! The class `Unpickler`, `load` and `loads`. What the operations do is in `load`.

use super::load::Loader;
use super::memo::{MemoCell, ReadMemo};
use super::source::{File, Source};
use super::{memo_proxy, module_item, overridden, unpickling_error};
use crate::exec::import::import_absolute;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer, class_arg};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// What an unpickler is told, and what it remembers between loads.
pub(super) struct Unpickler {
    read: ValueCell,
    readline: ValueCell,
    /// An iterator; `Unbound` for none.
    pub(super) buffers: ValueCell,
    pub(super) encoding: RefCell<Text>,
    pub(super) errors: RefCell<Text>,
    pub(super) fix_imports: Cell<bool>,
    /// Of the pickle that is being read.
    pub(super) protocol: Cell<u8>,
    pub(super) memo: MemoCell<ReadMemo>,
    is_ready: Cell<bool>,
}

native_payload!(Unpickler, read, readline, buffers, memo);

pub(super) static UNPICKLER: TypeTable = TypeTable {
    name: "Unpickler",
    told: Some(
        "(file, *, fix_imports=True, encoding='ASCII', errors='strict',\n          buffers=())",
    ),
    module: "_pickle",
    doc: "Reads objects from a file that has read() and readline().\n\nfix_imports, encoding and errors are about what Python 2 wrote; buffers yields what was kept apart.",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        table::new("__new__(type, /, *args, **kwargs)", new),
        method(
            "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        method(
            "persistent_load(self, pid, /)",
            persistent_load,
            "The object that a persistent id stands for.",
        ),
        method(
            "load(self, /)",
            load_method,
            "Reads an object from the file.",
        ),
        method(
            "find_class(self, module_name, global_name, /)",
            find_class_method,
            "The function or class of that name, from a module that is imported if need be.",
        ),
        method(
            "__sizeof__(self, /)",
            |_, _| Ok(Value::Int(size_of::<Unpickler>() as i64)),
            "Returns size in memory, in bytes.",
        ),
    ],
    properties: &[getset("memo", get_memo, set_memo, "")],
    ..TypeTable::DEFAULT
};

impl Unpickler {
    fn blank() -> Unpickler {
        Unpickler {
            read: ValueCell::new(Value::Unbound),
            readline: ValueCell::new(Value::Unbound),
            buffers: ValueCell::new(Value::Unbound),
            encoding: RefCell::default(),
            errors: RefCell::default(),
            fix_imports: Cell::new(true),
            protocol: Cell::new(0),
            memo: MemoCell::default(),
            is_ready: Cell::new(false),
        }
    }

    /// What all ways to make one are told: fix_imports, encoding, errors, buffers.
    fn configure(&self, vm: &Vm, options: &[Value]) -> PyResult<()> {
        let [fix_imports, encoding, errors, buffers] = options else {
            return Ok(());
        };
        self.fix_imports.set(ops::truth(vm, fix_imports)?);
        for (cell, value) in [(&self.encoding, encoding), (&self.errors, errors)] {
            match text_of(value) {
                Some(text) => *cell.borrow_mut() = text.clone(),
                None => {
                    return Err(
                        vm.type_error(format!("argument must be str, not {}", vm.type_name(value)))
                    );
                }
            }
        }
        // The default, an empty tuple, stands for none.
        let is_empty = buffers
            .get::<Tuple>()
            .is_some_and(|tuple| tuple.items.is_empty());
        if buffers.given().is_some() && !is_empty {
            self.buffers.set(ops::iter(vm, buffers)?);
        }
        Ok(())
    }

    /// Forgets what was read.
    pub(super) fn forget(&self) {
        drop(self.memo.take());
    }

    /// What was read, with its numbers.
    pub(super) fn read(&self) -> Vec<(u64, Value)> {
        let memo = self.memo.borrow();
        let entries = memo.entries();
        entries
            .map(|(number, value)| (number, value.clone()))
            .collect()
    }

    /// The function or class of that name.
    pub(super) fn find_class(&self, vm: &Vm, module: &Value, name: &Value) -> PyResult {
        let (mut module, mut name) = (module.clone(), name.clone());
        let protocol = self.protocol.get();
        if protocol < 3 && self.fix_imports.get() {
            let rename = module_item(vm, "_pickle_codes", "from_old_name")?;
            let renamed = vm.call(&rename, &[module, name])?;
            module = ops::get_item(vm, &renamed, &Value::Int(0))?;
            name = ops::get_item(vm, &renamed, &Value::Int(1))?;
        }
        let Some(module_name) = text_of(&module) else {
            return Err(vm.type_error("module name must be a string"));
        };
        let Some(text) = text_of(&name) else {
            return Err(vm.type_error("attribute name must be string"));
        };
        let module_name = module_name.to_string_lossy();
        if module_name.is_empty() {
            return Err(vm.value_error("Empty module name"));
        }
        let module = import_absolute(vm, &module_name)?;
        let text = text.to_string_lossy();
        if protocol < 4 {
            return get_part(vm, &module, &module, &text, &name);
        }
        let mut found = module.clone();
        for part in text.split('.') {
            if part == "<locals>" {
                return Err(vm.unnamed_attribute_error(format!(
                    "Can't get local attribute {} on {}",
                    ops::repr(vm, &name)?,
                    ops::repr(vm, &module)?
                )));
            }
            found = get_part(vm, &module, &found, part, &name)?;
        }
        Ok(found)
    }
}

/// An attribute on the way to a class; the error names the whole way.
fn get_part(vm: &Vm, module: &Value, holder: &Value, part: &str, name: &Value) -> PyResult {
    let key = vm.intern(part);
    if let Some(found) = lookup::get_optional(vm, holder, &key)? {
        return Ok(found);
    }
    let text = format!(
        "Can't get attribute {} on {}",
        ops::repr(vm, name)?,
        ops::repr(vm, module)?
    );
    Err(vm.attribute_error(holder, &key.value(), text))
}

fn unpickler<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Unpickler> {
    this(vm, std::slice::from_ref(value))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "Unpickler")?;
    Ok(alloc(&class, Unpickler::blank()))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let unpickler = unpickler(vm, &args[0])?;
    unpickler.is_ready.set(false);
    unpickler.forget();
    let [read, readline] = File::of(vm, &args[1])?.parts();
    unpickler.read.set(read);
    unpickler.readline.set(readline);
    unpickler.configure(vm, &args[2..])?;
    unpickler.is_ready.set(true);
    Ok(Value::None)
}

fn persistent_load(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(unpickling_error(
        vm,
        "A load persistent id instruction was encountered, but no persistent_load function was specified.",
    ))
}

fn find_class_method(vm: &Vm, args: &[Value]) -> PyResult {
    unpickler(vm, &args[0])?.find_class(vm, &args[1], &args[2])
}

fn load_method(vm: &Vm, args: &[Value]) -> PyResult {
    let unpickler = unpickler(vm, &args[0])?;
    if !unpickler.is_ready.get() {
        let name = vm.class_of(&args[0]).name_text();
        return Err(unpickling_error(
            vm,
            format!("Unpickler.__init__() was not called by {name}.__init__()"),
        ));
    }
    let file = File::from_parts([unpickler.read.get(), unpickler.readline.get()]);
    let mut loader = Loader::new(vm, unpickler, Source::file(vm, file));
    loader.persistent_load = overridden(vm, &args[0], "persistent_load", persistent_load)?;
    loader.find_class = overridden(vm, &args[0], "find_class", find_class_method)?;
    loader.load()
}

/// `load(file, ...)`
pub(super) fn load(vm: &Vm, args: &[Value]) -> PyResult {
    let unpickler = Unpickler::blank();
    let file = File::of(vm, &args[0])?;
    unpickler.configure(vm, &args[1..])?;
    Loader::new(vm, &unpickler, Source::file(vm, file)).load()
}

/// `loads(data, ...)`
pub(super) fn loads(vm: &Vm, args: &[Value]) -> PyResult {
    let unpickler = Unpickler::blank();
    let data = buffer::required_as(vm, &args[0], buffer::ND)?.stable();
    unpickler.configure(vm, &args[1..])?;
    Loader::new(vm, &unpickler, Source::bytes(vm, data)).load()
}

fn get_memo(vm: &Vm, value: &Value) -> PyResult {
    unpickler(vm, value)?;
    Ok(memo_proxy::of(vm, value))
}

fn set_memo(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let unpickler = unpickler(vm, this)?;
    if value.is_unbound() {
        return Err(vm.type_error("attribute deletion is not supported"));
    }
    let shown = memo_proxy::shown(vm, &value)?;
    let dict = shown.as_ref().unwrap_or(&value);
    let Some(dict) = dict.get::<Dict>() else {
        return Err(vm.type_error(format!(
            "'memo' attribute must be an UnpicklerMemoProxy object or dict, not {}",
            vm.type_name(&value)
        )));
    };
    let mut memo = ReadMemo::default();
    for (key, object) in dict.items() {
        if crate::types::int::int_ref(&key).is_none() {
            return Err(vm.type_error("memo key must be integers"));
        }
        let Ok(number) = u64::try_from(args::size(vm, &key)?) else {
            return Err(vm.value_error("memo key must be positive integers."));
        };
        drop(memo.set(number, object));
    }
    let old = unpickler.memo.replace(memo);
    drop(old);
    Ok(())
}
