//! Values between Rust and Python, for programs that embed Dunder.

use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::vm::Vm;

/// What can be handed to a program.
pub trait IntoPython {
    /// The Python object.
    fn into_python(self, vm: &Vm) -> Value;
}

/// What can be taken from a program.
pub trait FromPython: Sized {
    /// The Rust value.
    ///
    /// # Errors
    /// TypeError or OverflowError when the object is no such value; whatever iterating over it raises.
    fn from_python(vm: &Vm, value: &Value) -> PyResult<Self>;
}

macro_rules! into_python {
    ($($type:ty: |$vm:ident, $value:ident| $made:expr;)*) => {
        $(impl IntoPython for $type {
            fn into_python(self, $vm: &Vm) -> Value {
                let $value = self;
                $made
            }
        })*
    };
}

into_python! {
    (): |_vm, _value| Value::None;
    bool: |_vm, value| Value::bool(value);
    i64: |_vm, value| Value::Int(value);
    f64: |_vm, value| Value::float(value);
    &str: |vm, value| vm.str(value);
    String: |vm, value| vm.str(&value);
}

impl<T: IntoPython> IntoPython for Option<T> {
    fn into_python(self, vm: &Vm) -> Value {
        self.map_or(Value::None, |value| value.into_python(vm))
    }
}

impl<T: IntoPython> IntoPython for Vec<T> {
    fn into_python(self, vm: &Vm) -> Value {
        vm.list(
            self.into_iter()
                .map(|value| value.into_python(vm))
                .collect(),
        )
    }
}

fn expected<T>(vm: &Vm, what: &str, value: &Value) -> PyResult<T> {
    Err(vm.type_error(format!("expected {what}, got {}", vm.type_name(value))))
}

impl FromPython for () {
    fn from_python(_vm: &Vm, _value: &Value) -> PyResult<()> {
        Ok(())
    }
}

impl FromPython for bool {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<bool> {
        match value {
            Value::True => Ok(true),
            Value::False => Ok(false),
            other => expected(vm, "bool", other),
        }
    }
}

impl FromPython for i64 {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<i64> {
        match ops::index(vm, value)? {
            Value::Int(i) => Ok(i),
            Value::True => Ok(1),
            Value::False => Ok(0),
            _ => Err(vm.overflow_error("int too large to convert to i64")),
        }
    }
}

impl FromPython for f64 {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<f64> {
        match value {
            Value::Float(f) => Ok(f.get()),
            Value::Int(i) => Ok(*i as f64),
            other => expected(vm, "float", other),
        }
    }
}

/// Lone surrogates become replacement characters.
impl FromPython for String {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<String> {
        match text_of(value) {
            Some(text) => Ok(text.to_string_lossy()),
            None => expected(vm, "str", value),
        }
    }
}

impl<T: FromPython> FromPython for Option<T> {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<Option<T>> {
        match value {
            Value::None => Ok(None),
            other => T::from_python(vm, other).map(Some),
        }
    }
}

/// Of any iterable.
impl<T: FromPython> FromPython for Vec<T> {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<Vec<T>> {
        let items = ops::collect(vm, value)?;
        items.iter().map(|item| T::from_python(vm, item)).collect()
    }
}

/// The items of a dict, in its order.
pub struct Items<K, V>(pub Vec<(K, V)>);

impl<K: FromPython, V: FromPython> FromPython for Items<K, V> {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<Items<K, V>> {
        let Some(dict) = value.get::<Dict>() else {
            return expected(vm, "dict", value);
        };
        let pair = |(key, value): &(Value, Value)| {
            Ok((K::from_python(vm, key)?, V::from_python(vm, value)?))
        };
        let items: PyResult<Vec<_>> = dict.items().iter().map(pair).collect();
        items.map(Items)
    }
}
