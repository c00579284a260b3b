//! The values of literals. What the tree does with them is not here.

use crate::object::value::Value;
use crate::text::Text;
use crate::types::int::parse_literal;
use crate::vm::Vm;
use dunder_grammar::ast::Constant;

/// Longer texts are hardly names.
const LONGEST_NAME: usize = 64;

/// The value of a literal; `None` for what is no integer although it should be.
pub fn value(vm: &Vm, constant: &Constant) -> Option<Value> {
    Some(match constant {
        Constant::None => Value::None,
        Constant::True => Value::True,
        Constant::False => Value::False,
        Constant::Ellipsis => Value::Ellipsis,
        Constant::Int(i) => Value::Int(*i),
        Constant::BigInt(text) => parse_literal(vm, text)?,
        Constant::Float(f) => Value::float(*f),
        Constant::Complex(imaginary) => vm.complex(0.0, *imaginary),
        Constant::Str { value, .. } => string(vm, value),
        Constant::Bytes(bytes) => vm.bytes(&**bytes),
    })
}

/// Whether a text looks like a name.
pub fn is_name_like(bytes: &[u8]) -> bool {
    let is_name_part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    bytes.len() <= LONGEST_NAME && bytes.iter().all(is_name_part)
}

/// What looks like a name is interned, as it may become one.
fn string(vm: &Vm, bytes: &[u8]) -> Value {
    if is_name_like(bytes) {
        vm.interner.intern(bytes).into()
    } else {
        vm.text(Text::from_wtf8(bytes))
    }
}
