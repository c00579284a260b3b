//! Values between Rust and Python, for programs that embed Dunder.

use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::int;

use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// What can be handed to a program.
pub trait IntoPython {
    /// The Python object.
    fn into_python(self, vm: &Vm) -> Value;
}

/// What can be taken from a program.
pub trait FromPython: Sized {
    /// Whether `None` stands for a value that is not there.
    const IS_OPTIONAL: bool = false;
    /// The Rust value.
    ///
    /// # Errors
    /// TypeError or OverflowError when the object is no such value; whatever iterating over it raises.
    fn from_python(vm: &Vm, value: &Value) -> PyResult<Self>;
}

/// What can be the key of a dict without running a program: numbers and text.
pub trait IntoKey: IntoPython {}

macro_rules! into_python {
    ($($type:ty: |$vm:ident, $value:ident| $made:expr;)*) => {
        $(impl IntoPython for $type {
            fn into_python(self, $vm: &Vm) -> Value {
                let $value = self;
                $made
            }
        }
        impl IntoKey for $type {})*
    };
}

into_python! {
    (): |_vm, _value| Value::None;
    bool: |_vm, value| Value::bool(value);
    i8: |_vm, value| Value::Int(value.into());
    i16: |_vm, value| Value::Int(value.into());
    i32: |_vm, value| Value::Int(value.into());
    i64: |_vm, value| Value::Int(value);
    isize: |vm, value| int::from_big(vm, value.into());
    u8: |_vm, value| Value::Int(value.into());
    u16: |_vm, value| Value::Int(value.into());
    u32: |_vm, value| Value::Int(value.into());
    u64: |vm, value| int::from_big(vm, value.into());
    usize: |vm, value| int::from_big(vm, value.into());
    f32: |_vm, value| Value::float(value.into());
    f64: |_vm, value| Value::float(value);
    char: |vm, value| vm.str(value.encode_utf8(&mut [0; 4]));
    &str: |vm, value| vm.str(value);
    String: |vm, value| vm.str(&value);
}

/// As it is.
impl IntoPython for Value {
    fn into_python(self, _vm: &Vm) -> Value {
        self
    }
}

/// `bytes`
impl IntoPython for &[u8] {
    fn into_python(self, vm: &Vm) -> Value {
        vm.bytes(self)
    }
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

macro_rules! integers_from_python {
    ($($type:ident)*) => {
        $(impl FromPython for $type {
            fn from_python(vm: &Vm, value: &Value) -> PyResult<$type> {
                let index = ops::index(vm, value)?;
                let fitting = int::to_big(&index).and_then(|big| $type::try_from(big).ok());
                fitting.ok_or_else(|| {
                    let text = concat!("int too large to convert to ", stringify!($type));
                    vm.overflow_error(text)
                })
            }
        })*
    };
}

integers_from_python!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// As it is: any object.
impl FromPython for Value {
    fn from_python(_vm: &Vm, value: &Value) -> PyResult<Value> {
        Ok(value.clone())
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

impl FromPython for char {
    fn from_python(vm: &Vm, value: &Value) -> PyResult<char> {
        let text = String::from_python(vm, value)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(vm.type_error("expected one character")),
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
    const IS_OPTIONAL: bool = true;
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

macro_rules! maps {
    ($($map:ident: $($bound:ident)+;)*) => {
        $(
            impl<K: IntoKey, V: IntoPython> IntoPython for $map<K, V> {
                fn into_python(self, vm: &Vm) -> Value {
                    dict(vm, self.into_iter())
                }
            }

            impl<K: FromPython $(+ $bound)+, V: FromPython> FromPython for $map<K, V> {
                fn from_python(vm: &Vm, value: &Value) -> PyResult<$map<K, V>> {
                    Ok(Items::from_python(vm, value)?.0.into_iter().collect())
                }
            }
        )*
    };
}

maps! {
    HashMap: Eq Hash;
    BTreeMap: Ord;
}

impl<K: IntoKey, V: IntoPython> IntoPython for Items<K, V> {
    fn into_python(self, vm: &Vm) -> Value {
        dict(vm, self.0.into_iter())
    }
}

fn dict<K: IntoKey, V: IntoPython>(vm: &Vm, items: impl Iterator<Item = (K, V)>) -> Value {
    let dict = vm.dict();
    for (key, value) in items {
        // Such keys hash and compare without raising anything.
        drop(dict.insert(vm, key.into_python(vm), value.into_python(vm)));
    }
    dict.into()
}

/// The arguments of a call: a tuple.
pub trait IntoArguments {
    /// The Python objects.
    fn into_arguments(self, vm: &Vm) -> Vec<Value>;
}

impl IntoArguments for () {
    fn into_arguments(self, _vm: &Vm) -> Vec<Value> {
        Vec::new()
    }
}

macro_rules! tuples {
    ($($count:literal: $($item:ident $at:tt),*;)*) => {
        $(
            impl<$($item: IntoPython),*> IntoArguments for ($($item,)*) {
                fn into_arguments(self, vm: &Vm) -> Vec<Value> {
                    vec![$(self.$at.into_python(vm)),*]
                }
            }

            impl<$($item: IntoPython),*> IntoPython for ($($item,)*) {
                fn into_python(self, vm: &Vm) -> Value {
                    vm.tuple(self.into_arguments(vm))
                }
            }

            impl<$($item: FromPython),*> FromPython for ($($item,)*) {
                fn from_python(vm: &Vm, value: &Value) -> PyResult<Self> {
                    let Some(tuple) = value.get::<Tuple>() else {
                        return expected(vm, "tuple", value);
                    };
                    match &tuple.items[..] {
                        items if items.len() == $count => Ok(($($item::from_python(vm, &items[$at])?,)*)),
                        items => Err(vm.value_error(format!(
                            "expected a tuple of {}, got one of {}", $count, items.len()
                        ))),
                    }
                }
            }
        )*
    };
}

tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
}
