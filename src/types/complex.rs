//! `complex`: the payload, the method table and the arithmetic. Text to and from complex numbers is in
//! `text::float`.

use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of complex numbers.
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Trace for Complex {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const COMPLEX: TypeTable = TypeTable {
    name: "complex",
    kind: Kind::Complex,
    subclassable: true,
    ..TypeTable::DEFAULT
};

impl Vm {
    /// A `complex`.
    pub fn complex(&self, re: f64, im: f64) -> Value {
        heap::alloc(&self.types.complex, Complex { re, im }).into()
    }
}

/// `a ** b` of complex numbers.
///
/// # Errors
/// ZeroDivisionError for zero to a negative or complex power, OverflowError for what is too large.
pub fn power(vm: &Vm, a: (f64, f64), b: (f64, f64)) -> PyResult {
    let (re, im) = if b == (0.0, 0.0) {
        (1.0, 0.0)
    } else if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(vm.zero_division_error("zero to a negative or complex power"));
        }
        (0.0, 0.0)
    } else {
        let size = a.0.hypot(a.1);
        let mut len = size.powf(b.0);
        let angle = a.1.atan2(a.0);
        let mut phase = angle * b.0;
        if b.1 != 0.0 {
            len *= (-angle * b.1).exp();
            phase += b.1 * size.ln();
        }
        (len * phase.cos(), len * phase.sin())
    };
    if re.is_infinite() || im.is_infinite() {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(vm.complex(re, im))
}
