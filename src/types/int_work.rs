//! Work on very large integers, which may take minutes. A thread of its own does it, so that this one
//! can look at signals and limits meanwhile; when one of them ends the wait, the thread is left to itself.
//! What is large, and what memory it takes, is estimated here. The arithmetic is in `text::int`.

use crate::object::value::PyResult;
use crate::text::Error;
use crate::text::int::{Int, IntRef};
use crate::types::args::OrRaise;
use crate::vm::Vm;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// The name of the threads: the program keeps quiet when one of them runs out of memory.
pub const THREAD: &str = "dunder-int";

/// Operands of fewer bits together are multiplied at once: it takes some milliseconds.
const LARGE_PRODUCT: u64 = 1 << 20;
/// Likewise for a quotient's, for what is converted to digits, and for a power.
const LARGE_QUOTIENT: u64 = 1 << 18;
const LARGE_NUMBER: u64 = 1 << 18;
/// Likewise the steps of a power under a modulus, counted in products of words.
const LARGE_MODULAR: u64 = 1 << 24;
/// How many digits are read at once.
pub const LARGE_TEXT: usize = 1 << 17;

/// Between two looks at signals and limits.
const PERIOD: Duration = Duration::from_millis(5);

/// Multiplication needs so many bytes for every byte of what it computes, at the worst.
const SCRATCH: u64 = 20;

/// Whether so many bytes could be had.
pub fn has_memory(bytes: u64) -> bool {
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

/// Does some work in a thread of its own. It needs memory for the given number of bits.
///
/// # Errors
/// MemoryError, what a signal's handler raises, a limit's error.
pub fn apart<T: Send + 'static>(
    vm: &Vm,
    bits: u64,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if !has_memory((bits / 8).saturating_mul(SCRATCH)) {
        return Err(vm.memory_error(""));
    }
    let (sender, receiver) = mpsc::channel();
    let run = move || {
        // Nobody may be waiting any longer.
        let _ = sender.send(work());
    };
    if thread::Builder::new()
        .name(THREAD.into())
        .spawn(run)
        .is_err()
    {
        return Err(vm.memory_error(""));
    }
    loop {
        match receiver.recv_timeout(PERIOD) {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => vm.look()?,
            // The arithmetic panics for want of memory only.
            Err(RecvTimeoutError::Disconnected) => return Err(vm.memory_error("")),
        }
    }
}

/// Applies an operation to two integers: in a thread of its own if that is said to take long.
fn apply<T: Send + 'static>(
    vm: &Vm,
    (a, b): (IntRef<'_>, IntRef<'_>),
    bits: Option<u64>,
    operation: fn(IntRef<'_>, IntRef<'_>) -> Result<T, Error>,
) -> PyResult<T> {
    let Some(bits) = bits else {
        return operation(a, b).or_raise(vm);
    };
    let (a, b) = (a.to_int(), b.to_int());
    let work = move || operation(a.as_ref(), b.as_ref());
    apart(vm, bits, work)?.or_raise(vm)
}

/// `a * b`
///
/// # Errors
/// MemoryError, and as [`apart`].
#[inline]
pub fn multiply(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Int> {
    if !is_quick_product(a, b) {
        let bits = a.bit_length() + b.bit_length();
        return apply(vm, (a, b), Some(bits), |a, b| a.mul(b));
    }
    a.mul(b).or_raise(vm)
}

/// Whether `a * b` is computed at once.
#[inline]
pub fn is_quick_product(a: IntRef<'_>, b: IntRef<'_>) -> bool {
    !matches!((a, b), (IntRef::Big(_), IntRef::Big(_)))
        || (a.words() + b.words()) * 64 <= LARGE_PRODUCT
}

/// Whether `a // b` is computed at once.
#[inline]
pub fn is_quick_quotient(a: IntRef<'_>, b: IntRef<'_>) -> bool {
    division(a, b).is_none()
}

/// The bits that a division is about, if it takes long.
#[inline]
fn division(a: IntRef<'_>, b: IntRef<'_>) -> Option<u64> {
    if a.words() * 64 <= LARGE_QUOTIENT {
        return None;
    }
    let (above, below) = (a.bit_length(), b.bit_length());
    let quotient = above.saturating_sub(below);
    // A short divisor or quotient takes one pass.
    (above > LARGE_QUOTIENT && below > 1 << 12 && quotient > 1 << 12).then_some(above)
}

/// `divmod(a, b)`
///
/// # Errors
/// ZeroDivisionError, and as [`apart`].
pub fn div_mod(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<(Int, Int)> {
    apply(vm, (a, b), division(a, b), |a, b| a.div_mod(b))
}

/// `a // b`
///
/// # Errors
/// ZeroDivisionError, and as [`apart`].
pub fn floor_div(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Int> {
    apply(vm, (a, b), division(a, b), |a, b| a.floor_div(b))
}

/// `a % b`
///
/// # Errors
/// ZeroDivisionError, and as [`apart`].
pub fn modulo(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Int> {
    apply(vm, (a, b), division(a, b), |a, b| a.modulo(b))
}

/// `a ** b` for `b` at least 0.
///
/// # Errors
/// MemoryError, and as [`apart`].
pub fn power(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Int> {
    let bits = b.to_u64().map(|b| a.bit_length().saturating_mul(b));
    let long = bits.filter(|&bits| a.bit_length() > 1 && bits > LARGE_PRODUCT);
    // Powers of two are shifts of the last of them, but not cheaper here; what is too large is seen first.
    let long = long.filter(|&bits| bits < crate::text::int::MAX_BITS * 2);
    apply(vm, (a, b), long, |a, b| a.pow(b))
}

/// `pow(a, b, modulus)`
///
/// # Errors
/// ValueError for a modulus of 0 and what has no inverse, and as [`apart`].
pub fn power_modulo(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>, modulus: IntRef<'_>) -> PyResult<Int> {
    let words = modulus.bit_length() / 64 + 1;
    let steps = b.bit_length().saturating_mul(words.saturating_mul(words));
    let size = a.bit_length() + modulus.bit_length();
    if steps < LARGE_MODULAR && size < LARGE_QUOTIENT {
        return a.pow_mod(b, modulus).or_raise(vm);
    }
    let (a, b, modulus) = (a.to_int(), b.to_int(), modulus.to_int());
    let work = move || a.as_ref().pow_mod(b.as_ref(), modulus.as_ref());
    apart(vm, size, work)?.or_raise(vm)
}

/// An operation on one integer: in a thread of its own if the integer is large.
///
/// # Errors
/// The operation's, and as [`apart`].
pub fn alone<T: Send + 'static>(
    vm: &Vm,
    a: IntRef<'_>,
    operation: impl FnOnce(IntRef<'_>) -> Result<T, Error> + Send + 'static,
) -> PyResult<T> {
    if a.bit_length() < LARGE_NUMBER {
        return operation(a).or_raise(vm);
    }
    let bits = a.bit_length();
    let a = a.to_int();
    apart(vm, bits, move || operation(a.as_ref()))?.or_raise(vm)
}

/// `math.gcd(a, b)`
///
/// # Errors
/// As [`apart`].
pub fn gcd(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Int> {
    let bits = a.bit_length().min(b.bit_length());
    let long = (bits > LARGE_QUOTIENT).then_some(bits);
    apply(vm, (a, b), long, |a, b| Ok(a.gcd(b)))
}
