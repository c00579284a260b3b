//! `_string`: the readers of format strings, on which `string.Formatter` builds.

use super::NativeModule;
use super::extension::{alloc, class, this};
use crate::native_payload;
use crate::object::heap::{Kind, VecCell};
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::text::str_format::{FieldName, First, Markup, Piece, Step};
use crate::text::{Error, Text};
use crate::types::args::OrRaise;
use crate::types::slots;
use crate::types::str::text_of;
use crate::vm::Vm;
use std::cell::RefCell;

/// The native module.
pub const STRING: NativeModule = NativeModule {
    name: "_string",
    doc: "string helper module",
    functions: &[
        method(
            "formatter_parser(object, /)",
            formatter_parser,
            "parse the argument as a format string",
        ),
        method(
            "formatter_field_name_split(object, /)",
            field_name_split,
            "split the argument as a field name",
        ),
    ],
    fill: super::nothing,
};

/// Gives what was read, in reverse order, and then the error that stopped the reading.
struct Read {
    items: VecCell,
    error: RefCell<Option<Error>>,
}
native_payload!(Read, items);

const METHODS: &[Row] = &[slots::iter(itself), table::next(next)];

static FORMATTER_ITERATOR: TypeTable = TypeTable {
    name: "formatteriterator",
    kind: Kind::Native,
    methods: METHODS,
    ..TypeTable::DEFAULT
};

static FIELD_NAME_ITERATOR: TypeTable = TypeTable {
    name: "fieldnameiterator",
    kind: Kind::Native,
    methods: METHODS,
    ..TypeTable::DEFAULT
};

fn itself(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let read = this::<Read>(vm, std::slice::from_ref(value))?;
    match (read.items.pop(), read.error.take()) {
        (None, Some(error)) => Err(vm.raise_error(error)),
        (item, error) => {
            read.error.replace(error);
            Ok(item)
        }
    }
}

/// Reads to the end or the first error.
fn iterator(
    vm: &Vm,
    table: &'static TypeTable,
    mut read: impl FnMut() -> Result<Option<Value>, Error>,
) -> Value {
    let (mut items, mut error) = (Vec::new(), None);
    loop {
        match read() {
            Ok(Some(item)) => items.push(item),
            Ok(None) => break,
            Err(stop) => {
                error = Some(stop);
                break;
            }
        }
    }
    items.reverse();
    let read = Read {
        items: VecCell::new(items),
        error: RefCell::new(error),
    };
    alloc(&class(vm, table), read)
}

fn argument<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Text> {
    text_of(value)
        .ok_or_else(|| vm.type_error(format!("expected str, got {}", vm.type_name(value))))
}

fn formatter_parser(vm: &Vm, args: &[Value]) -> PyResult {
    let mut markup = Markup::new(argument(vm, &args[0])?.as_bytes());
    Ok(iterator(vm, &FORMATTER_ITERATOR, || {
        Ok(markup.next_piece()?.map(|piece| piece_tuple(vm, piece)))
    }))
}

/// `(literal_text, field_name, format_spec, conversion)`
fn piece_tuple(vm: &Vm, piece: Piece<'_>) -> Value {
    let mut parts = vec![vm.text(Text::from_wtf8(piece.literal))];
    match piece.field {
        Some(field) => parts.extend([
            vm.text(Text::from_wtf8(field.name)),
            vm.text(Text::from_wtf8(field.spec)),
            field.conversion.map_or(Value::None, |c| vm.code_point(c)),
        ]),
        None => parts.resize(4, Value::None),
    }
    vm.tuple(parts)
}

fn field_name_split(vm: &Vm, args: &[Value]) -> PyResult {
    let (first, mut steps) = FieldName::new(argument(vm, &args[0])?.as_bytes()).or_raise(vm)?;
    let first = match first {
        First::Auto => vm.str(""),
        First::Index(index) => Value::Int(index as i64),
        First::Name(name) => vm.text(name),
    };
    let steps = iterator(vm, &FIELD_NAME_ITERATOR, || {
        Ok(steps.next_step()?.map(|step| {
            let (attribute, part) = match step {
                Step::Attribute(name) => (true, vm.text(name)),
                Step::Index(index) => (false, Value::Int(index as i64)),
                Step::Key(key) => (false, vm.text(key)),
            };
            vm.tuple(vec![Value::bool(attribute), part])
        }))
    });
    Ok(vm.tuple(vec![first, steps]))
}
