//! Making arrays: `array(typecode, initializer)`, and out of pickles.

use super::Array;
use super::items::{CODES, Class, Code, Machine};
use super::methods::ARRAY;
use crate::object::class::Class as PyClass;
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc};
use crate::types::bytes::Bytes;
use crate::types::list::List;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer, class_arg, sequence};
use crate::vm::Vm;

/// `array.__new__`
pub(super) fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "array")?;
    let own = extension::class(vm, &ARRAY);
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &own);
    if !crate::types::type_::keyword_args(vm, keywords).is_empty() {
        return Err(vm.type_error("array.array() takes no keyword arguments"));
    }
    let given: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    let (typecode, initial) = match given {
        [typecode] => (typecode, None),
        [typecode, initial] => (typecode, Some(initial)),
        _ => {
            let (limit, s) = if given.is_empty() {
                ("least 1", "")
            } else {
                ("most 2", "s")
            };
            return Err(vm.type_error(format!(
                "array() takes at {limit} argument{s} ({} given)",
                given.len()
            )));
        }
    };
    let character = text_of(typecode).filter(|text| text.len() == 1);
    let Some(character) = character.and_then(|text| text.get(0)) else {
        let (what, wanted) = ("array() argument 1", "a unicode character");
        return Err(args::wrong_argument(vm, typecode, what, wanted));
    };
    if character == u32::from('u') {
        crate::types::warn_deprecated(
            vm,
            "The 'u' type code is deprecated and will be removed in Python 3.16",
        )?;
    }
    if let Some(initial) = initial
        && !matches!(char::from_u32(character), Some('u' | 'w'))
    {
        refuse_text(vm, character, initial)?;
    }
    let iterator = match initial {
        Some(initial) if !has_parts(initial, character) => Some(ops::iter(vm, initial)?),
        _ => None,
    };
    let Some(code) = Code::of(character) else {
        return Err(
            vm.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        );
    };
    let data = match (iterator, initial) {
        (Some(iterator), _) => {
            let mut bytes = Vec::new();
            ops::for_each(vm, &iterator, |value| {
                add(vm, code, &value, &mut bytes)?;
                Ok(true)
            })?;
            bytes
        }
        (None, Some(initial)) => initial_bytes(vm, code, initial)?,
        (None, None) => Vec::new(),
    };
    Ok(alloc(&class, Array::new(code, data)))
}

/// An array of numbers is not made of text.
fn refuse_text(vm: &Vm, code: u32, initial: &Value) -> PyResult<()> {
    let what = match initial.native::<Array>() {
        Some(array) if array.code.class == Class::Text => "unicode array",
        None if text_of(initial).is_some() => "str",
        _ => return Ok(()),
    };
    let code = char::from_u32(code).unwrap_or('?');
    Err(vm.type_error(format!(
        "cannot use a {what} to initialize an array with typecode '{code}'"
    )))
}

fn initial_bytes(vm: &Vm, code: &'static Code, initial: &Value) -> PyResult<Vec<u8>> {
    if let Some(array) = initial.native::<Array>()
        && (array.code == code || array.code.class == Class::Text)
    {
        return Ok(array.data.borrow().clone());
    }
    if let (Some(text), Class::Text) = (text_of(initial), code.class) {
        return Ok(text.chars().flat_map(|c| c.to_ne_bytes()).collect());
    }
    let kind = initial.obj().map(|obj| obj.kind());
    if let Some(crate::object::heap::Kind::Bytes | crate::object::heap::Kind::ByteArray) = kind {
        let bytes = buffer::required(vm, initial)?.to_vec();
        check_size(vm, code, &bytes)?;
        return Ok(bytes);
    }
    packed(vm, code, initial)
}

/// Whether what an array is made of is taken as it is: anything else is asked for an iterator first.
fn has_parts(initial: &Value, code: u32) -> bool {
    use crate::object::heap::Kind;
    let is_text = Code::of(code).is_some_and(|code| code.class == Class::Text);
    if let Some(array) = initial.native::<Array>() {
        return array.code.class == Class::Text || Code::of(code) == Some(array.code);
    }
    match initial.obj().map(|obj| obj.kind()) {
        Some(Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray) => true,
        Some(Kind::Str) => is_text,
        _ => false,
    }
}

/// The bytes must be those of whole items.
///
/// # Errors
/// ValueError when they are not.
pub(super) fn check_size(vm: &Vm, code: &Code, bytes: &[u8]) -> PyResult<()> {
    if !bytes.len().is_multiple_of(code.size) {
        return Err(vm.value_error("bytes length not a multiple of item size"));
    }
    Ok(())
}

/// Appends the bytes of a value.
fn put(vm: &Vm, code: &Code, value: &Value, bytes: &mut Vec<u8>) -> PyResult<()> {
    if bytes.capacity() - bytes.len() < code.size {
        sequence::make_room(vm, bytes, code.size)?;
    }
    code.put(vm, value, bytes)
}

/// Appends the bytes of a further item: an object is converted once to see that it can be, then to store it.
///
/// # Errors
/// The errors of wrong values.
pub(super) fn add(vm: &Vm, code: &Code, value: &Value, bytes: &mut Vec<u8>) -> PyResult<()> {
    let end = bytes.len();
    if let Value::Obj(_) = value {
        put(vm, code, value, bytes)?;
        bytes.truncate(end);
    }
    put(vm, code, value, bytes)
}

/// The bytes of a list's or tuple's items, whatever a subclass iterates over.
///
/// # Errors
/// The errors of wrong values; IndexError when the list gets shorter.
pub(super) fn packed(vm: &Vm, code: &Code, items: &Value) -> PyResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut put = |value: &Value| {
        vm.tick()?;
        put(vm, code, value, &mut bytes)
    };
    if let Some(list) = items.get::<List>() {
        for at in 0..list.items.len() {
            match list.items.get(at) {
                Some(value) => put(&value)?,
                None => return Err(vm.index_error("list index out of range")),
            }
        }
    } else if let Some(tuple) = items.get::<Tuple>() {
        tuple.items.iter().try_for_each(put)?;
    }
    Ok(bytes)
}

// ---------------------------------------------------------------------------------------------
// Pickles

/// `_array_reconstructor(arraytype, typecode, mformat_code, items)`
pub(super) fn reconstruct(vm: &Vm, args: &[Value]) -> PyResult {
    let [class, typecode, machine, items] = args else {
        return Ok(Value::None);
    };
    let machine = i64::from(args::c_int(vm, machine)?);
    let code = text_of(typecode).filter(|text| text.len() == 1);
    let Some(character) = code.and_then(|text| text.get(0)) else {
        let (what, wanted) = ("_array_reconstructor() argument 2", "a unicode character");
        return Err(args::wrong_argument(vm, typecode, what, wanted));
    };
    let Some(array_type) = class.as_ref::<PyClass>() else {
        return Err(vm.type_error(format!(
            "first argument must be a type object, not {}",
            vm.type_name(class)
        )));
    };
    if !array_type.is_subclass(&extension::class(vm, &ARRAY)) {
        return Err(vm.type_error(format!(
            "{} is not a subtype of array.array",
            array_type.name.borrow()
        )));
    }
    let Some(code) = Code::of(character) else {
        return Err(vm.value_error("second argument must be a valid type code"));
    };
    let Some(format) = Machine::of(machine) else {
        return Err(vm.value_error("third argument must be a valid machine format code."));
    };
    let Some(bytes) = items.get::<Bytes>() else {
        return Err(vm.type_error(format!(
            "fourth argument should be bytes, not {}",
            vm.type_name(items)
        )));
    };
    if i64::from(code.machine_format()) == machine {
        return make(vm, array_type, code, items.clone());
    }
    convert(vm, array_type, code, &format, &bytes.data)
}

fn make(vm: &Vm, class: &Ref<PyClass>, code: &Code, initial: Value) -> PyResult {
    let typecode = vm.str(&code.code.to_string());
    vm.call(&class.value(), &[typecode, initial])
}

/// An array of items that another machine has stored.
fn convert(vm: &Vm, class: &Ref<PyClass>, code: &Code, format: &Machine, bytes: &[u8]) -> PyResult {
    // CPython wants pairs of characters.
    let unit = match format.class {
        Class::Text => 2 * format.size,
        _ => format.size,
    };
    if !bytes.len().is_multiple_of(unit) {
        return Err(vm.value_error("string length not a multiple of item size"));
    }
    if format.class == Class::Text {
        let encoding = match (format.size, format.big) {
            (2, false) => "utf-16-le",
            (2, true) => "utf-16-be",
            (_, false) => "utf-32-le",
            (_, true) => "utf-32-be",
        };
        let text = vm.call_method(&vm.bytes(bytes), &vm.intern("decode"), &[vm.str(encoding)])?;
        return make(vm, class, code, text);
    }
    let items = bytes.chunks_exact(format.size);
    let items = items.map(|bytes| format.get(vm, bytes)).collect();
    // Ints go into the type that has their size here.
    let fitting = CODES
        .iter()
        .find(|known| known.class == format.class && known.size == format.size);
    let code = match format.class {
        Class::Float => code,
        _ => fitting.unwrap_or(code),
    };
    make(vm, class, code, vm.list(items))
}
