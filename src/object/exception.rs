//! Exceptions as the interpreter sees them: the payload, the class hierarchy and raising.
//!
//! Constructors, attributes and methods that Python sees are in `types::exceptions`; how an uncaught
//! one is printed is in `text::report`.

use super::class::Class;
use super::heap::{self, Obj, Ref, Trace, ValueCell, VecCell};
use super::value::{Raised, Value};
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of exception objects. Its parts are in the order in which they go, which finalisers see.
pub struct Exception {
    /// The attributes particular to the class (`errno`, `name`, `value`, ...), in its own order.
    pub fields: VecCell,
    /// `args`, always a tuple.
    pub args: ValueCell,
    /// `__traceback__`; `Unbound` for none.
    pub traceback: ValueCell,
    /// `__cause__`; `Unbound` for none.
    pub cause: ValueCell,
    /// `__context__`; `Unbound` for none.
    pub context: ValueCell,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
}

impl Trace for Exception {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.fields.trace(visit);
        for cell in self.cells() {
            cell.trace(visit);
        }
    }
    fn clear(&self) {
        drop(self.fields.take());
        for cell in self.cells() {
            drop(cell.take());
        }
    }
}

impl Exception {
    fn cells(&self) -> [&ValueCell; 4] {
        [&self.args, &self.traceback, &self.cause, &self.context]
    }
    /// A payload with these `args` (a tuple).
    pub fn new(args: Value) -> Exception {
        Exception {
            fields: VecCell::default(),
            args: ValueCell::new(args),
            traceback: ValueCell::new(Value::Unbound),
            cause: ValueCell::new(Value::Unbound),
            context: ValueCell::new(Value::Unbound),
            suppress_context: Cell::new(false),
        }
    }
    /// A class-particular attribute, `Unbound` when it was never set.
    pub fn field(&self, index: usize) -> Value {
        self.fields.get(index).unwrap_or(Value::Unbound)
    }
    /// Sets a class-particular attribute.
    pub fn set_field(&self, index: usize, value: Value) {
        while self.fields.len() <= index {
            self.fields.push(Value::Unbound);
        }
        drop(self.fields.set(index, value));
    }
}

macro_rules! exceptions {
    (root $object:ident; $($name:ident: $base:ident;)*) => {
        /// The built-in exception classes.
        #[allow(non_snake_case, missing_docs)]
        pub struct Exceptions { $(pub $name: Ref<Class>),* }

        impl Exceptions {
            /// Makes the classes with `make(table, base)`.
            #[allow(non_snake_case)]
            pub fn new($object: &Ref<Class>, make: &mut dyn FnMut(&'static super::table::TypeTable, &Ref<Class>) -> Ref<Class>) -> Exceptions {
                $(let $name = &make(&crate::types::exceptions::$name, $base);)*
                Exceptions { $($name: $name.clone()),* }
            }
            /// All of them, in the order of their making.
            pub fn all(&self) -> Vec<&Ref<Class>> {
                vec![$(&self.$name),*]
            }
        }
    };
}

exceptions! {
    root Object;
    BaseException: Object;
    BaseExceptionGroup: BaseException;
    Exception: BaseException;
    GeneratorExit: BaseException;
    KeyboardInterrupt: BaseException;
    SystemExit: BaseException;
    ArithmeticError: Exception;
    AssertionError: Exception;
    AttributeError: Exception;
    BufferError: Exception;
    EOFError: Exception;
    ImportError: Exception;
    LookupError: Exception;
    MemoryError: Exception;
    NameError: Exception;
    OSError: Exception;
    ReferenceError: Exception;
    RuntimeError: Exception;
    StopAsyncIteration: Exception;
    StopIteration: Exception;
    SyntaxError: Exception;
    SystemError: Exception;
    TypeError: Exception;
    ValueError: Exception;
    Warning: Exception;
    FloatingPointError: ArithmeticError;
    OverflowError: ArithmeticError;
    ZeroDivisionError: ArithmeticError;
    BytesWarning: Warning;
    DeprecationWarning: Warning;
    EncodingWarning: Warning;
    FutureWarning: Warning;
    ImportWarning: Warning;
    PendingDeprecationWarning: Warning;
    ResourceWarning: Warning;
    RuntimeWarning: Warning;
    SyntaxWarning: Warning;
    UnicodeWarning: Warning;
    UserWarning: Warning;
    BlockingIOError: OSError;
    ChildProcessError: OSError;
    ConnectionError: OSError;
    FileExistsError: OSError;
    FileNotFoundError: OSError;
    InterruptedError: OSError;
    IsADirectoryError: OSError;
    NotADirectoryError: OSError;
    PermissionError: OSError;
    ProcessLookupError: OSError;
    TimeoutError: OSError;
    IndentationError: SyntaxError;
    _IncompleteInputError: SyntaxError;
    IndexError: LookupError;
    KeyError: LookupError;
    ModuleNotFoundError: ImportError;
    NotImplementedError: RuntimeError;
    PythonFinalizationError: RuntimeError;
    RecursionError: RuntimeError;
    UnboundLocalError: NameError;
    UnicodeError: ValueError;
    BrokenPipeError: ConnectionError;
    ConnectionAbortedError: ConnectionError;
    ConnectionRefusedError: ConnectionError;
    ConnectionResetError: ConnectionError;
    TabError: IndentationError;
    UnicodeDecodeError: UnicodeError;
    UnicodeEncodeError: UnicodeError;
    UnicodeTranslateError: UnicodeError;
    ExceptionGroup: BaseExceptionGroup;
}

macro_rules! raisers {
    ($($method:ident $class:ident;)*) => {
        impl Vm {
            $(#[doc = concat!("Raises ", stringify!($class), ".")]
            #[cold]
            pub fn $method(&self, message: impl AsRef<str>) -> Raised {
                self.raise(&self.exceptions.$class, message.as_ref())
            })*
        }
    };
}

raisers! {
    type_error TypeError;
    value_error ValueError;
    index_error IndexError;
    runtime_error RuntimeError;
    recursion_error RecursionError;
    overflow_error OverflowError;
    zero_division_error ZeroDivisionError;
    memory_error MemoryError;
    system_error SystemError;
    assertion_error AssertionError;
    buffer_error BufferError;
    eof_error EOFError;
    lookup_error LookupError;
    reference_error ReferenceError;
    not_implemented_error NotImplementedError;
}

/// Positions of the class-particular attributes in [`Exception::fields`].
pub mod field {
    /// `AttributeError.name`, `NameError.name`
    pub const NAME: usize = 0;
    /// `AttributeError.obj`
    pub const OBJ: usize = 1;
    /// `StopIteration.value`, `SystemExit.code`
    pub const VALUE: usize = 0;
}

impl Vm {
    /// A new exception of a built-in class, not raised.
    pub fn new_exception(&self, class: &Ref<Class>, args: Vec<Value>) -> Ref<Exception> {
        heap::alloc(class, Exception::new(self.tuple(args)))
    }

    /// As `new_exception`, for arguments that somebody else has.
    #[inline]
    pub fn new_exception_of(&self, class: &Ref<Class>, args: &[Value]) -> Ref<Exception> {
        let args = self.tuple_of(args.iter().cloned());
        heap::alloc(class, Exception::new(args))
    }

    /// Replaces a TypeError that has been raised by one with another message.
    #[cold]
    pub fn reword_type_error(&self, raised: Raised, message: &str) -> Raised {
        if !self.pending_is(&self.exceptions.TypeError) {
            return raised;
        }
        drop(self.take_pending());
        self.type_error(message)
    }

    /// Raises a built-in exception with a message; an empty one means no argument.
    #[cold]
    pub fn raise(&self, class: &Ref<Class>, message: &str) -> Raised {
        let args = if message.is_empty() {
            Vec::new()
        } else {
            vec![self.str(message)]
        };
        let exception = self.new_exception(class, args);
        self.raise_value(exception.into())
    }

    /// Makes `exception` pending, with what is being handled as its context.
    /// Reference: 7.8, The raise statement.
    #[cold]
    pub fn raise_value(&self, exception: Value) -> Raised {
        let handled = self.handled.get();
        if let (Some(new), Some(old)) = (
            exception.as_ref::<Exception>(),
            handled.as_ref::<Exception>(),
        ) && new != old
        {
            break_context_cycle(old, new);
            new.context.set(old.value());
        }
        self.set_pending(exception)
    }

    /// Raises StopIteration carrying `value`.
    #[cold]
    pub fn stop_iteration(&self, value: Value) -> Raised {
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value.clone()]
        };
        let exception = self.new_exception(&self.exceptions.StopIteration, args);
        exception.set_field(field::VALUE, value);
        self.raise_value(exception.into())
    }

    /// Raises KeyError for `key`.
    #[cold]
    pub fn key_error(&self, key: &Value) -> Raised {
        let exception = self.new_exception_of(&self.exceptions.KeyError, std::slice::from_ref(key));
        self.raise_value(exception.into())
    }

    /// Raises AttributeError with its `name` and `obj`.
    #[cold]
    pub fn attribute_error(&self, obj: &Value, name: &Value, message: impl AsRef<str>) -> Raised {
        let class = &self.exceptions.AttributeError;
        let exception = self.new_exception(class, vec![self.str(message.as_ref())]);
        exception.set_field(field::NAME, name.clone());
        exception.set_field(field::OBJ, obj.clone());
        self.raise_value(exception.into())
    }

    /// Raises AttributeError without `name` and `obj`: where it leaves an attribute access, that fills them in.
    #[cold]
    pub fn unnamed_attribute_error(&self, message: impl AsRef<str>) -> Raised {
        self.raise(&self.exceptions.AttributeError, message.as_ref())
    }

    /// Raises NameError (or a subclass) with its `name`.
    #[cold]
    pub fn name_error(&self, class: &Ref<Class>, name: &Value, message: impl AsRef<str>) -> Raised {
        let exception = self.new_exception(class, vec![self.str(message.as_ref())]);
        exception.set_field(field::NAME, name.clone());
        self.raise_value(exception.into())
    }

    /// Whether the pending exception is an instance of `class`.
    pub fn pending_is(&self, class: &Ref<Class>) -> bool {
        self.class_of(&self.pending()).is_subclass(class)
    }

    /// Clears the pending exception if it is an instance of `class`; gives the error back otherwise.
    ///
    /// # Errors
    /// The pending exception, when it is another one.
    pub fn swallow(&self, class: &Ref<Class>, raised: Raised) -> Result<(), Raised> {
        if self.pending_is(class) {
            drop(self.take_pending());
            Ok(())
        } else {
            Err(raised)
        }
    }
}

/// Setting `new.__context__ = old` must not close a cycle: the link to `new` in old's chain is cut.
fn break_context_cycle(old: &Ref<Exception>, new: &Ref<Exception>) {
    let mut at = old.clone();
    let mut slow = old.clone();
    let mut step = false;
    while let Ok(next) = at.context.get().downcast::<Exception>() {
        if next == *new {
            drop(at.context.take());
            return;
        }
        at = next;
        if at == slow {
            return;
        }
        if step && let Ok(next) = slow.context.get().downcast::<Exception>() {
            slow = next;
        }
        step = !step;
    }
}
