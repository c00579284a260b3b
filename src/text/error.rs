//! The one error type of the text algorithms: an exception class and CPython's message for it.

use std::borrow::Cow;
use std::fmt;

/// The built-in exception classes that the text algorithms ask their callers to raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// `IndexError`
    Index,
    /// `KeyError`
    Key,
    /// `LookupError`
    Lookup,
    /// `MemoryError`
    Memory,
    /// `OverflowError`
    Overflow,
    /// `TypeError`
    Type,
    /// `ValueError`
    Value,
    /// `ZeroDivisionError`
    ZeroDivision,
}

impl Class {
    /// The Python name of the class.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Index => "IndexError",
            Class::Key => "KeyError",
            Class::Lookup => "LookupError",
            Class::Memory => "MemoryError",
            Class::Overflow => "OverflowError",
            Class::Type => "TypeError",
            Class::Value => "ValueError",
            Class::ZeroDivision => "ZeroDivisionError",
        }
    }
}

/// What Python raises: `class(message)`; an empty message means no argument at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The exception's class.
    pub class: Class,
    /// The exception's text, word for word CPython's.
    pub message: Cow<'static, str>,
}

impl Error {
    /// An error of any class.
    pub fn new(class: Class, message: impl Into<Cow<'static, str>>) -> Error {
        Error {
            class,
            message: message.into(),
        }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(Class::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(Class::Type, message)
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(Class::Overflow, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(Class::ZeroDivision, message)
    }

    /// A `MemoryError`, which has no text.
    pub const fn memory() -> Error {
        Error {
            class: Class::Memory,
            message: Cow::Borrowed(""),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.message {
            "" => f.write_str(self.class.name()),
            message => write!(f, "{}: {message}", self.class.name()),
        }
    }
}

impl std::error::Error for Error {}
