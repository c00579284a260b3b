//! The exception classes as Python sees them: `BaseException` and the plain classes, which only have a
//! name. Classes with attributes of their own are in `exceptions_special`
//! and `exceptions_unicode`, groups in `exception_group`.

use super::slots;
use crate::object::build;
use crate::object::class::Class;
use crate::object::exception::Exception as Payload;
use crate::object::heap::{self, Kind};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, Property, Row, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::str::Str;
use crate::types::traceback::is_traceback;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

pub use super::exception_group::{BaseExceptionGroup, ExceptionGroup};
pub use super::exceptions_special::{
    AttributeError, ImportError, KeyError, NameError, OSError, StopIteration, SyntaxError,
    SystemExit,
};
pub use super::exceptions_unicode::{
    UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError,
};

/// What every exception class's table has.
pub const EXCEPTION: TypeTable = TypeTable {
    kind: Kind::Exception,
    subclassable: true,
    has_dict: true,
    ..TypeTable::DEFAULT
};

/// A class's own `__init__` row, which all of them have.
pub const INIT_DOC: &str = "Initialize self.  See help(type(self)) for accurate signature.";

/// `__new__` of a class that adds nothing to it.
pub const NEW: Row = table::new("__new__(cls, *args, **kwargs)", new)
    .quickly(|vm, args| new(vm, &collected(vm, args)));

/// The table of `BaseException`.
#[allow(non_upper_case_globals)]
pub static BaseException: TypeTable = TypeTable {
    name: "BaseException",
    own: &["__getattribute__"],
    doc: "Common base class for all exceptions.",
    methods: &[
        slots::repr(repr),
        slots::str(str),
        NEW,
        method("__init__(self, /, *args, **kwargs)", init, INIT_DOC)
            .quickly(|vm, args| init(vm, &collected(vm, args))),
        method("__reduce__(self, /)", reduce, ""),
        method("__setstate__(self, object, /)", set_state, ""),
        method(
            "with_traceback(self, object, /)",
            with_traceback,
            "Set self.__traceback__ to tb and return self.",
        ),
        method(
            "add_note(self, object, /)",
            add_note,
            "Add a note to the exception",
        ),
    ],
    properties: &[
        Property {
            member: true,
            ..getset("__suppress_context__", get_suppress, set_suppress, "")
        },
        getset("__dict__", build::get_dict, build::set_dict, ""),
        getset("args", get_args, set_args, ""),
        getset("__traceback__", get_traceback, set_traceback, ""),
        getset("__context__", get_context, set_context, "exception context"),
        getset("__cause__", get_cause, set_cause, "exception cause"),
    ],
    ..EXCEPTION
};

macro_rules! plain {
    ($($name:ident $doc:literal;)*) => {
        $(#[doc = concat!("The table of `", stringify!($name), "`.")]
        #[allow(non_upper_case_globals)]
        pub static $name: TypeTable = TypeTable {
            name: stringify!($name),
            doc: $doc,
            own: &["__init__", "__new__"],
            ..EXCEPTION
        };)*
    };
}

/// Classes that are made and initialised as their base is, which has attributes of its own.
macro_rules! derived {
    ($($name:ident $doc:literal;)*) => {
        $(#[doc = concat!("The table of `", stringify!($name), "`.")]
        #[allow(non_upper_case_globals)]
        pub static $name: TypeTable = TypeTable {
            name: stringify!($name),
            doc: $doc,
            own: &["__init__"],
            ..EXCEPTION
        };)*
    };
}

derived! {
    ModuleNotFoundError "Module not found.";
    UnboundLocalError "Local name referenced but not bound to a value.";
    FileExistsError "File already exists.";
    FileNotFoundError "File not found.";
    BlockingIOError "I/O operation would block.";
    ChildProcessError "Child process error.";
    ConnectionError "Connection error.";
    BrokenPipeError "Broken pipe.";
    ConnectionAbortedError "Connection aborted.";
    ConnectionRefusedError "Connection refused.";
    ConnectionResetError "Connection reset.";
    InterruptedError "Interrupted by signal.";
    IsADirectoryError "Operation doesn't work on directories.";
    NotADirectoryError "Operation only works on directories.";
    PermissionError "Not enough permissions.";
    ProcessLookupError "Process not found.";
    TimeoutError "Timeout expired.";
    _IncompleteInputError "incomplete input.";
    IndentationError "Improper indentation.";
    TabError "Improper mixture of spaces and tabs.";
}

plain! {
    GeneratorExit "Request that a generator exit.";
    KeyboardInterrupt "Program interrupted by user.";
    Exception "Common base class for all non-exit exceptions.";
    ArithmeticError "Base class for arithmetic errors.";
    FloatingPointError "Floating-point operation failed.";
    OverflowError "Result too large to be represented.";
    ZeroDivisionError "Second argument to a division or modulo operation was zero.";
    AssertionError "Assertion failed.";
    BufferError "Buffer error.";
    EOFError "Read beyond end of file.";
    LookupError "Base class for lookup errors.";
    IndexError "Sequence index out of range.";
    MemoryError "Out of memory.";
    ReferenceError "Weak ref proxy used after referent went away.";
    RuntimeError "Unspecified run-time error.";
    NotImplementedError "Method or function hasn't been implemented yet.";
    PythonFinalizationError "Operation blocked during Python finalization.";
    RecursionError "Recursion limit exceeded.";
    StopAsyncIteration "Signal the end from iterator.__anext__().";
    SystemError "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.";
    TypeError "Inappropriate argument type.";
    ValueError "Inappropriate argument value (of correct type).";
    UnicodeError "Unicode related error.";
    Warning "Base class for warning categories.";
    BytesWarning "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.";
    DeprecationWarning "Base class for warnings about deprecated features.";
    EncodingWarning "Base class for warnings about encodings.";
    FutureWarning "Base class for warnings about constructs that will change semantically\nin the future.";
    ImportWarning "Base class for warnings about probable mistakes in module imports";
    PendingDeprecationWarning "Base class for warnings about features which will be deprecated\nin the future.";
    ResourceWarning "Base class for warnings about resource usage.";
    RuntimeWarning "Base class for warnings about dubious runtime behavior.";
    SyntaxWarning "Base class for warnings about dubious syntax.";
    UnicodeWarning "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.";
    UserWarning "Base class for warnings generated by user code.";
}

/// The payload of an exception object.
///
/// # Errors
/// TypeError when it is none.
pub fn payload<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Payload> {
    value
        .get::<Payload>()
        .ok_or(())
        .map_err(|()| vm.type_error("an exception object is required"))
}

/// Arguments by position as `(first, *args, **kwargs)` takes them.
fn collected(vm: &Vm, args: &[Value]) -> [Value; 3] {
    let first = args.first().cloned().unwrap_or(Value::Unbound);
    let rest = args.get(1..).unwrap_or_default();
    [first, vm.tuple_of(rest.iter().cloned()), Value::Unbound]
}

/// A new exception object with `args`, not initialised further.
///
/// # Errors
/// TypeError when the class is not suitable.
pub fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "BaseException")?;
    Ok(heap::alloc(&class, Payload::new(args[1].clone())).into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    no_keywords(vm, &args[0], &args[2])?;
    payload(vm, &args[0])?.args.set(args[1].clone());
    Ok(Value::None)
}

/// Refuses keyword arguments.
///
/// # Errors
/// TypeError when there are any.
pub fn no_keywords(vm: &Vm, this: &Value, keywords: &Value) -> PyResult<()> {
    if keywords.get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        return Err(vm.type_error(format!(
            "{}() takes no keyword arguments",
            vm.type_name(this)
        )));
    }
    Ok(())
}

/// `args` as a vector.
pub fn args_of(exception: &Payload) -> Vec<Value> {
    exception
        .args
        .get()
        .get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec())
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = vm.type_name(&args[0]);
    let inner = payload(vm, &args[0])?;
    let shown = match &args_of(inner)[..] {
        [one] => format!("({})", ops::repr(vm, one)?),
        _ => ops::repr(vm, &inner.args.get())?.to_string(),
    };
    Ok(vm.str(&format!("{name}{shown}")))
}

/// `str()` of an exception without a rule of its own.
///
/// # Errors
/// What the argument's `__str__` raises.
pub fn str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    match &args_of(inner)[..] {
        [] => Ok(vm.str("")),
        [one] => ops::str(vm, one).map(Value::from),
        _ => ops::str(vm, &inner.args.get()).map(Value::from),
    }
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let mut parts = vec![
        vm.class_of(&args[0]).value(),
        payload(vm, &args[0])?.args.get(),
    ];
    if let Some(dict) = lookup::known_dict(vm, &args[0]) {
        parts.push(dict.into());
    }
    Ok(vm.tuple(parts))
}

fn set_state(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].is_none() {
        return Ok(Value::None);
    }
    let Some(state) = args[1].get::<Dict>() else {
        return Err(vm.type_error("state is not a dictionary"));
    };
    for (name, value) in state.items() {
        let name = super::name_arg(vm, &name, "attribute name must be string, not ")?;
        lookup::set(vm, &args[0], &name, value)?;
    }
    Ok(Value::None)
}

fn with_traceback(vm: &Vm, args: &[Value]) -> PyResult {
    set_traceback(vm, &args[0], args[1].clone())?;
    Ok(args[0].clone())
}

fn add_note(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].get::<Str>().is_none() {
        return Err(vm.type_error(format!(
            "note must be a str, not '{}'",
            vm.type_name(&args[1])
        )));
    }
    let name = &vm.names.__notes__;
    let notes = match lookup::get_optional(vm, &args[0], name)? {
        Some(notes) => notes,
        None => {
            let notes = vm.list(Vec::new());
            lookup::set(vm, &args[0], name, notes.clone())?;
            notes
        }
    };
    match notes.get::<List>() {
        Some(list) => {
            list.items.push(args[1].clone());
            Ok(Value::None)
        }
        None => Err(vm.type_error("Cannot add note: __notes__ is not a list")),
    }
}

/// Adds a note to the pending exception, as `add_note` does.
pub fn add_note_to_pending(vm: &Vm, note: &str) {
    let pending = vm.pending();
    // A failure to add leaves the exception as it is.
    if add_note(vm, &[pending.clone(), vm.str(note)]).is_err() {
        let _ = vm.set_pending(pending);
    }
}

fn get_suppress(vm: &Vm, this: &Value) -> PyResult {
    Ok(Value::bool(payload(vm, this)?.suppress_context.get()))
}

fn set_suppress(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let on = match value {
        Value::True => true,
        Value::False => false,
        Value::Unbound => return Err(vm.type_error("can't delete numeric/char attribute")),
        _ => return Err(vm.type_error("attribute value type must be bool")),
    };
    payload(vm, this)?.suppress_context.set(on);
    Ok(())
}

fn get_args(vm: &Vm, this: &Value) -> PyResult {
    Ok(payload(vm, this)?.args.get())
}

fn set_args(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let items = ops::collect(vm, &value)?;
    payload(vm, this)?.args.set(vm.tuple(items));
    Ok(())
}

fn or_none(value: Value) -> Value {
    if value.is_unbound() {
        Value::None
    } else {
        value
    }
}

fn get_traceback(vm: &Vm, this: &Value) -> PyResult {
    Ok(or_none(payload(vm, this)?.traceback.get()))
}

/// Gives an exception another traceback, or none.
///
/// # Errors
/// TypeError if it is neither a traceback nor None, or nothing at all.
pub fn set_traceback(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let value = match value {
        Value::Unbound => return Err(vm.type_error("__traceback__ may not be deleted")),
        Value::None => Value::Unbound,
        value if is_traceback(&value) => value,
        _ => return Err(vm.type_error("__traceback__ must be a traceback or None")),
    };
    payload(vm, this)?.traceback.set(value);
    Ok(())
}

/// An exception or nothing, for `__context__` and `__cause__`.
fn linked(vm: &Vm, value: Value, name: &str, what: &str) -> PyResult {
    match value {
        Value::Unbound => Err(vm.type_error(format!("{name} may not be deleted"))),
        Value::None => Ok(Value::Unbound),
        value if value.get::<Payload>().is_some() => Ok(value),
        _ => Err(vm.type_error(format!(
            "exception {what} must be None or derive from BaseException"
        ))),
    }
}

fn get_context(vm: &Vm, this: &Value) -> PyResult {
    Ok(or_none(payload(vm, this)?.context.get()))
}

fn set_context(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let value = linked(vm, value, "__context__", "context")?;
    payload(vm, this)?.context.set(value);
    Ok(())
}

fn get_cause(vm: &Vm, this: &Value) -> PyResult {
    Ok(or_none(payload(vm, this)?.cause.get()))
}

fn set_cause(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let value = linked(vm, value, "__cause__", "cause")?;
    let inner = payload(vm, this)?;
    inner.cause.set(value);
    inner.suppress_context.set(true);
    Ok(())
}

/// Whether a value is an exception class.
pub fn is_exception_class(vm: &Vm, value: &Value) -> bool {
    value
        .get::<Class>()
        .is_some_and(|class| class.is_subclass(&vm.exceptions.BaseException))
}
