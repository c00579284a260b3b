//! `_io`: streams. (The standard streams so far.)

use crate::host::Stream;
use crate::object::heap::{self, Kind, Ref};
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::make_class;
use crate::types::native::{Native, NativePayload};
use crate::types::str::text_of;
use crate::vm::Vm;
use std::any::Any;
use std::cell::RefCell;

struct StandardText {
    stream: Stream,
    pending: RefCell<Vec<u8>>,
}

impl NativePayload for StandardText {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

static TEXT: TypeTable = TypeTable {
    name: "TextIOWrapper",
    module: "_io",
    kind: Kind::Native,
    methods: &[
        method("write(self, text, /)", write, ""),
        method("flush(self, /)", flush, ""),
    ],
    ..TypeTable::DEFAULT
};

/// Opens `sys.stdin`, `sys.stdout` and `sys.stderr`.
pub fn open_standard_streams(vm: &Vm, namespace: &Ref<Dict>) {
    let class = make_class(vm, &TEXT, &vm.types.object);
    for (name, stream) in [("stdout", Stream::Out), ("stderr", Stream::Err)] {
        let payload = StandardText {
            stream,
            pending: RefCell::default(),
        };
        let object: Value = heap::alloc(&class, Native(Box::new(payload))).into();
        drop(namespace.set_name(&vm.intern(name), object.clone()));
        drop(namespace.set_name(&vm.intern(&format!("__{name}__")), object));
    }
}

/// Whether writing to a stream needs no call of a Python method.
pub fn is_plain_text(file: &Value) -> bool {
    file.native::<StandardText>().is_some()
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError.
pub fn write_text(vm: &Vm, file: &Value, text: &Text) -> PyResult<()> {
    let Some(stream) = file.native::<StandardText>() else {
        return Err(vm.type_error("not a stream"));
    };
    let full = {
        let mut pending = stream.pending.borrow_mut();
        pending.extend_from_slice(text.as_bytes());
        stream.stream == Stream::Err || pending.len() > 8192
    };
    if full {
        flush_stream(vm, stream)
    } else {
        Ok(())
    }
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError.
pub fn write_str(vm: &Vm, file: &Value, text: &str) -> PyResult<()> {
    write_text(vm, file, &Text::from_wtf8(text.as_bytes()))
}

fn flush_stream(vm: &Vm, stream: &StandardText) -> PyResult<()> {
    let pending = std::mem::take(&mut *stream.pending.borrow_mut());
    vm.host
        .write(stream.stream, &pending)
        .map_err(|error| super::raise_os(vm, &error, None))
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[1]) {
        Some(text) => {
            write_text(vm, &args[0], text)?;
            Ok(Value::Int(text.len() as i64))
        }
        None => Err(vm.type_error(format!(
            "write() argument must be str, not {}",
            vm.type_name(&args[1])
        ))),
    }
}

fn flush(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(stream) = args[0].native::<StandardText>() {
        flush_stream(vm, stream)?;
    }
    Ok(Value::None)
}
