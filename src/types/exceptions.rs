//! The exception classes as Python sees them: tables, constructors and attributes.

use crate::object::exception::Exception as Payload;
use crate::object::heap::{self, Kind};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// What every exception class's table has.
const EXCEPTION: TypeTable = TypeTable {
    kind: Kind::Exception,
    subclassable: true,
    has_dict: true,
    ..TypeTable::DEFAULT
};

/// The table of `BaseException`.
#[allow(non_upper_case_globals)]
pub static BaseException: TypeTable = TypeTable {
    name: "BaseException",
    doc: "Common base class for all exceptions.",
    methods: &[
        table::new("__new__(cls, *args, **kwargs)", new),
        method(
            "__init__(self, /, *args)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
    ],
    ..EXCEPTION
};

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "BaseException")?;
    Ok(heap::alloc(&class, Payload::new(args[1].clone())).into())
}

fn init(_vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(exception) = args[0].get::<Payload>() {
        exception.args.set(args[1].clone());
    }
    Ok(Value::None)
}

macro_rules! plain {
    ($($name:ident $doc:literal;)*) => {
        $(#[doc = concat!("The table of `", stringify!($name), "`.")]
        #[allow(non_upper_case_globals)]
        pub static $name: TypeTable = TypeTable { name: stringify!($name), doc: $doc, ..EXCEPTION };)*
    };
}

plain! {
    BaseExceptionGroup "A combination of multiple unrelated exceptions.";
    GeneratorExit "Request that a generator exit.";
    KeyboardInterrupt "Program interrupted by user.";
    SystemExit "Request to exit from the interpreter.";
    Exception "Common base class for all non-exit exceptions.";
    ExceptionGroup "";
    ArithmeticError "Base class for arithmetic errors.";
    FloatingPointError "Floating-point operation failed.";
    OverflowError "Result too large to be represented.";
    ZeroDivisionError "Second argument to a division or modulo operation was zero.";
    AssertionError "Assertion failed.";
    AttributeError "Attribute not found.";
    BufferError "Buffer error.";
    EOFError "Read beyond end of file.";
    ImportError "Import can't find module, or can't find name in module.";
    ModuleNotFoundError "Module not found.";
    LookupError "Base class for lookup errors.";
    IndexError "Sequence index out of range.";
    KeyError "Mapping key not found.";
    MemoryError "Out of memory.";
    NameError "Name not found globally.";
    UnboundLocalError "Local name referenced but not bound to a value.";
    OSError "Base class for I/O related errors.";
    BlockingIOError "I/O operation would block.";
    ChildProcessError "Child process error.";
    ConnectionError "Connection error.";
    BrokenPipeError "Broken pipe.";
    ConnectionAbortedError "Connection aborted.";
    ConnectionRefusedError "Connection refused.";
    ConnectionResetError "Connection reset.";
    FileExistsError "File already exists.";
    FileNotFoundError "File not found.";
    InterruptedError "Interrupted by signal.";
    IsADirectoryError "Operation doesn't work on directories.";
    NotADirectoryError "Operation only works on directories.";
    PermissionError "Not enough permissions.";
    ProcessLookupError "Process not found.";
    TimeoutError "Timeout expired.";
    ReferenceError "Weak ref proxy used after referent went away.";
    RuntimeError "Unspecified run-time error.";
    NotImplementedError "Method or function hasn't been implemented yet.";
    PythonFinalizationError "Operation blocked during Python finalization.";
    RecursionError "Recursion limit exceeded.";
    StopAsyncIteration "Signal the end from iterator.__anext__().";
    StopIteration "Signal the end from iterator.__next__().";
    SyntaxError "Invalid syntax.";
    _IncompleteInputError "incomplete input.";
    IndentationError "Improper indentation.";
    TabError "Improper mixture of spaces and tabs.";
    SystemError "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.";
    TypeError "Inappropriate argument type.";
    ValueError "Inappropriate argument value (of correct type).";
    UnicodeError "Unicode related error.";
    UnicodeDecodeError "Unicode decoding error.";
    UnicodeEncodeError "Unicode encoding error.";
    UnicodeTranslateError "Unicode translation error.";
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

/// Adds a note to the pending exception, as `add_note` does.
pub fn add_note_to_pending(vm: &Vm, note: &str) {
    let pending = vm.pending();
    let name = &vm.names.__notes__;
    let Value::Obj(obj) = &pending else { return };
    match crate::object::lookup::instance_find(vm, obj, name) {
        Some(notes) => {
            if let Some(list) = notes.get::<crate::types::list::List>() {
                list.items.push(vm.str(note));
            }
        }
        None => crate::object::lookup::instance_set(vm, obj, name, vm.list(vec![vm.str(note)])),
    }
}
