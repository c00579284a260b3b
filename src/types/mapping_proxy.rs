//! stub
use crate::object::value::Value;
use crate::vm::Vm;
pub fn new(_vm: &Vm, v: Value) -> Value {
    v
}
