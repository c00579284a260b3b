//! What every expression evaluates to: sixteen bytes that hold an inline scalar or a heap pointer.
//!
//! Nothing here needs the interpreter; what values *do* is in `ops`, `lookup` and `types`.

use super::heap::{Obj, Payload, Ref};

/// The marker that an exception is pending in the interpreter. It carries nothing, so that
/// `Result<Value, Raised>` fits in two registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Raised;

/// What evaluation returns.
pub type PyResult<T = Value> = Result<T, Raised>;

/// A float's bits. The payload of every [`Value`] variant is of the integer class, which is what
/// lets a value travel in two integer registers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FloatBits(u64);

impl FloatBits {
    /// The number.
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// A Python value.
#[derive(Clone)]
pub enum Value {
    /// No value: an unset local or slot, an argument that was not given. Never seen by a program.
    Unbound,
    /// `None`
    None,
    /// `False`
    False,
    /// `True`
    True,
    /// `NotImplemented`
    NotImplemented,
    /// `Ellipsis`
    Ellipsis,
    /// An `int` that fits.
    Int(i64),
    /// A `float`.
    Float(FloatBits),
    /// Everything else.
    Obj(Obj),
}

const _: () = assert!(size_of::<Value>() == 16 && size_of::<PyResult>() == 16);

impl Value {
    /// A float.
    #[inline(always)]
    pub fn float(f: f64) -> Value {
        Value::Float(FloatBits(f.to_bits()))
    }
    /// `True` or `False`.
    #[inline(always)]
    pub fn bool(b: bool) -> Value {
        if b { Value::True } else { Value::False }
    }
    /// The payload, when this is a heap object whose payload is a `T`.
    #[inline(always)]
    pub fn get<T: Payload>(&self) -> Option<&T> {
        match self {
            Value::Obj(obj) => obj.get::<T>(),
            _ => None,
        }
    }
    /// A typed borrow, when this is a heap object whose payload is a `T`.
    #[inline(always)]
    pub fn as_ref<T: Payload>(&self) -> Option<&Ref<T>> {
        match self {
            Value::Obj(obj) => obj.as_ref::<T>(),
            _ => None,
        }
    }
    /// A typed pointer, when this is a heap object whose payload is a `T`.
    #[inline(always)]
    pub fn downcast<T: Payload>(self) -> Result<Ref<T>, Value> {
        match self {
            Value::Obj(obj) => obj.downcast::<T>().map_err(Value::Obj),
            other => Err(other),
        }
    }
    /// The heap object.
    #[inline(always)]
    pub fn obj(&self) -> Option<&Obj> {
        match self {
            Value::Obj(obj) => Some(obj),
            _ => None,
        }
    }
    /// Python's `is`. Equal inline numbers are the same object.
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Obj(a), Value::Obj(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a == b,
            (Value::Obj(_) | Value::Int(_) | Value::Float(_), _) => false,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
    /// Whether this is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }
    /// Whether there is no value.
    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }
    /// Whether this is `NotImplemented`.
    #[inline(always)]
    pub fn is_not_implemented(&self) -> bool {
        matches!(self, Value::NotImplemented)
    }
    /// `Some` unless there is no value.
    #[inline]
    pub fn bound(self) -> Option<Value> {
        if self.is_unbound() { None } else { Some(self) }
    }
    /// `Some` unless there is no value or it is `None`.
    #[inline]
    pub fn given(&self) -> Option<&Value> {
        if matches!(self, Value::Unbound | Value::None) {
            None
        } else {
            Some(self)
        }
    }
    /// What `id()` returns.
    pub fn id(&self) -> i64 {
        match self {
            Value::Obj(obj) => obj.address() as i64,
            Value::Int(i) => i.wrapping_mul(32).wrapping_add(0x1000_0003),
            Value::Float(f) => (f.0 >> 3) as i64 | 5,
            Value::Unbound => 0,
            Value::None => 0x1001,
            Value::False => 0x1011,
            Value::True => 0x1021,
            Value::NotImplemented => 0x1031,
            Value::Ellipsis => 0x1041,
        }
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::bool(b)
    }
}
impl From<i64> for Value {
    fn from(i: i64) -> Value {
        Value::Int(i)
    }
}
impl From<f64> for Value {
    fn from(f: f64) -> Value {
        Value::float(f)
    }
}
impl From<Obj> for Value {
    fn from(obj: Obj) -> Value {
        Value::Obj(obj)
    }
}
