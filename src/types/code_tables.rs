//! The tables of code objects that CPython derives from bytecode: here each place that
//! `Code::places` lists counts as one instruction of two bytes. Code objects are in `code`.

use super::code::{line_runs, this};
use super::warn_deprecated;
use crate::exec::tree::Code;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// `co_linetable`: the location table, one entry in the long form for each place.
///
/// # Errors
/// TypeError for what is no code object.
pub fn line_table(vm: &Vm, value: &Value) -> PyResult {
    const LONG_FORM: u8 = 0x80 | 14 << 3;
    let code = this(vm, value)?;
    let lines = code.source.lines();
    let mut table = Vec::new();
    let mut before = i64::from(super::code::first_line(code));
    for place in code.places() {
        let start = lines.byte_position(place.start);
        let end = lines.byte_position(place.end);
        table.push(LONG_FORM);
        push_signed(&mut table, i64::from(start.line) - before);
        // A column that is none is a 0.
        let rest = match code.is_before_body(place) {
            true => [0; 3],
            false => [
                end.line.saturating_sub(start.line),
                start.column + 1,
                end.column + 1,
            ],
        };
        rest.into_iter()
            .for_each(|n| push_unsigned(&mut table, n.into()));
        before = i64::from(start.line);
    }
    Ok(vm.bytes(&table[..]))
}

/// Six bits a byte, the lowest first; bit 6 says that more follow.
fn push_unsigned(table: &mut Vec<u8>, mut number: u64) {
    while number >= 64 {
        table.push(0x40 | (number & 63) as u8);
        number >>= 6;
    }
    table.push(number as u8);
}

/// The sign is the lowest bit.
fn push_signed(table: &mut Vec<u8>, number: i64) {
    push_unsigned(table, number.unsigned_abs() << 1 | u64::from(number < 0));
}

/// `co_lnotab`: pairs of a number of bytes and how many lines further the next instruction is.
///
/// # Errors
/// TypeError for what is no code object; the DeprecationWarning, where it is an error.
pub fn line_number_table(vm: &Vm, value: &Value) -> PyResult {
    let code = this(vm, value)?;
    warn_deprecated(vm, "co_lnotab is deprecated, use co_lines instead.")?;
    Ok(vm.bytes(&steps(code)[..]))
}

fn steps(code: &Code) -> Vec<u8> {
    let mut table = Vec::new();
    let (mut at, mut line) = (0, i64::from(super::code::first_line(code)));
    for [start, _, next] in line_runs(code) {
        let (mut bytes, mut lines) = (start - at, next - line);
        while bytes > 255 {
            table.extend([255, 0]);
            bytes -= 255;
        }
        while !(-128..=127).contains(&lines) {
            let step = lines.clamp(-128, 127);
            table.extend([bytes as u8, step as u8]);
            (bytes, lines) = (0, lines - step);
        }
        if lines != 0 {
            table.extend([bytes as u8, lines as u8]);
            (at, line) = (start, next);
        }
    }
    table
}

/// `_varname_from_oparg(oparg)`: the name of a local variable, a cell or a free variable.
///
/// # Errors
/// TypeError for what is no code object or no number; IndexError when there is no such variable.
pub fn variable_name(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    let mut names = code.slot_names[..code.locals as usize].to_vec();
    for cell in super::code::cell_names(code) {
        if !names.contains(&cell) {
            names.push(cell);
        }
    }
    names.extend(code.free.iter().cloned());
    let index = super::args::c_int(vm, &args[1])?;
    match usize::try_from(index)
        .ok()
        .and_then(|index| names.get(index))
    {
        Some(name) => Ok(name.value()),
        None => Err(vm.raise(&vm.exceptions.IndexError, "tuple index out of range")),
    }
}
