//! Exception classes with attributes of their own. Their values stand in `Exception::fields`, in the
//! order of each class's table.

use super::exceptions::{
    EXCEPTION, INIT_DOC, NEW, args_of, no_keywords, payload, str as plain_str,
};
use super::{buffer, slots};
use crate::object::class::Class;
use crate::object::exception::Exception as Payload;
use crate::object::heap::{self, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, Property, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_::keyword_args;
use crate::vm::Vm;

/// Reads field `I`; an unset one is `None`.
fn get<const I: usize>(vm: &Vm, this: &Value) -> PyResult {
    Ok(payload(vm, this)?.field(I).bound().unwrap_or(Value::None))
}

/// Sets field `I`; deletion makes it `None`.
fn set<const I: usize>(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    payload(vm, this)?.set_field(I, value);
    Ok(())
}

/// A plain attribute kept in field `I`.
const fn field<const I: usize>(name: &'static str, doc: &'static str) -> Property {
    Property {
        member: true,
        ..getset(name, get::<I>, set::<I>, doc)
    }
}

/// Stores positional `args`, and the named keyword arguments in their fields.
fn init_with(vm: &Vm, class_name: &str, args: &[Value], allowed: &[(&str, usize)]) -> PyResult<()> {
    let inner = payload(vm, &args[0])?;
    inner.args.set(args[1].clone());
    let keywords = keyword_args(vm, &args[2]);
    for &(_, at) in allowed {
        inner.set_field(at, Value::Unbound);
    }
    if keywords.len() > allowed.len() {
        return Err(vm.type_error(format!(
            "{class_name}() takes at most {} keyword argument{} ({} given)",
            allowed.len(),
            if allowed.len() == 1 { "" } else { "s" },
            keywords.len()
        )));
    }
    for (name, value) in keywords {
        let text = name.to_string();
        match allowed.iter().find(|(known, _)| *known == text) {
            Some(&(_, at)) => inner.set_field(at, value),
            None => {
                let text = format!("{class_name}() got an unexpected keyword argument '{name}'");
                return Err(vm.type_error(text));
            }
        }
    }
    Ok(())
}

/// The table of `AttributeError`.
#[allow(non_upper_case_globals)]
pub static AttributeError: TypeTable = TypeTable {
    name: "AttributeError",
    own: &["__str__"],
    doc: "Attribute not found.",
    methods: &[
        method(
            "__init__(self, /, *args, **kwargs)",
            attribute_init,
            INIT_DOC,
        ),
        method("__getstate__(self, /)", attribute_state, ""),
        method("__reduce__(self, /)", attribute_reduce, ""),
    ],
    properties: &[
        field::<0>("name", "attribute name"),
        field::<1>("obj", "object"),
    ],
    ..EXCEPTION
};

/// The table of `NameError`.
#[allow(non_upper_case_globals)]
pub static NameError: TypeTable = TypeTable {
    name: "NameError",
    own: &["__str__"],
    doc: "Name not found globally.",
    methods: &[method(
        "__init__(self, /, *args, **kwargs)",
        name_init,
        INIT_DOC,
    )],
    properties: &[field::<0>("name", "name")],
    ..EXCEPTION
};

/// The table of `ImportError`.
#[allow(non_upper_case_globals)]
pub static ImportError: TypeTable = TypeTable {
    name: "ImportError",
    doc: "Import can't find module, or can't find name in module.",
    methods: &[
        method("__init__(self, /, *args, **kwargs)", import_init, INIT_DOC),
        slots::str(import_str),
        method("__reduce__(self, /)", import_reduce, ""),
    ],
    properties: &[
        field::<0>("msg", "exception message"),
        field::<1>("name", "module name"),
        field::<2>("path", "module path"),
        field::<3>("name_from", "name imported from module"),
    ],
    ..EXCEPTION
};

/// The table of `KeyError`.
#[allow(non_upper_case_globals)]
pub static KeyError: TypeTable = TypeTable {
    name: "KeyError",
    doc: "Mapping key not found.",
    methods: &[
        method("__init__(self, /, *args, **kwargs)", plain_init, INIT_DOC),
        slots::str(key_str),
    ],
    properties: &[],
    ..EXCEPTION
};

/// The table of `StopIteration`.
#[allow(non_upper_case_globals)]
pub static StopIteration: TypeTable = TypeTable {
    name: "StopIteration",
    doc: "Signal the end from iterator.__next__().",
    methods: &[method(
        "__init__(self, /, *args, **kwargs)",
        stop_init,
        INIT_DOC,
    )],
    properties: &[field::<0>("value", "generator return value")],
    ..EXCEPTION
};

/// The table of `SystemExit`.
#[allow(non_upper_case_globals)]
pub static SystemExit: TypeTable = TypeTable {
    name: "SystemExit",
    doc: "Request to exit from the interpreter.",
    methods: &[method(
        "__init__(self, /, *args, **kwargs)",
        exit_init,
        INIT_DOC,
    )],
    properties: &[field::<0>("code", "exception code")],
    ..EXCEPTION
};

/// The table of `OSError`.
#[allow(non_upper_case_globals)]
pub static OSError: TypeTable = TypeTable {
    name: "OSError",
    doc: "Base class for I/O related errors.",
    methods: &[
        table::new("__new__(cls, *args, **kwargs)", os_new),
        method("__init__(self, /, *args, **kwargs)", os_init, INIT_DOC),
        slots::str(os_str),
        method("__reduce__(self, /)", os_reduce, ""),
    ],
    properties: &[
        field::<0>("errno", "POSIX exception code"),
        field::<1>("strerror", "exception strerror"),
        field::<2>("filename", "exception filename"),
        field::<3>("filename2", "second exception filename"),
        getset("characters_written", get_written, set_written, ""),
    ],
    ..EXCEPTION
};

/// The table of `SyntaxError`.
#[allow(non_upper_case_globals)]
pub static SyntaxError: TypeTable = TypeTable {
    name: "SyntaxError",
    doc: "Invalid syntax.",
    methods: &[
        method("__init__(self, /, *args, **kwargs)", syntax_init, INIT_DOC),
        slots::str(syntax_str),
    ],
    properties: &[
        field::<0>("msg", "exception msg"),
        field::<1>("filename", "exception filename"),
        field::<2>("lineno", "exception lineno"),
        field::<3>("offset", "exception offset"),
        field::<4>("text", "exception text"),
        field::<5>("end_lineno", "exception end lineno"),
        field::<6>("end_offset", "exception end offset"),
        field::<7>("print_file_and_line", "exception print_file_and_line"),
    ],
    ..EXCEPTION
};

/// The table of `UnicodeDecodeError`.
#[allow(non_upper_case_globals)]
pub static UnicodeDecodeError: TypeTable = TypeTable {
    name: "UnicodeDecodeError",
    doc: "Unicode decoding error.",
    methods: &[
        NEW,
        method("__init__(self, /, *args, **kwargs)", decode_init, INIT_DOC),
        slots::str(decode_str),
    ],
    properties: &[
        field::<0>("encoding", "exception encoding"),
        field::<1>("object", "exception object"),
        field::<2>("start", "exception start"),
        field::<3>("end", "exception end"),
        field::<4>("reason", "exception reason"),
    ],
    ..EXCEPTION
};

/// The table of `UnicodeEncodeError`.
#[allow(non_upper_case_globals)]
pub static UnicodeEncodeError: TypeTable = TypeTable {
    name: "UnicodeEncodeError",
    doc: "Unicode encoding error.",
    methods: &[
        NEW,
        method("__init__(self, /, *args, **kwargs)", encode_init, INIT_DOC),
        slots::str(encode_str),
    ],
    properties: &[
        field::<0>("encoding", "exception encoding"),
        field::<1>("object", "exception object"),
        field::<2>("start", "exception start"),
        field::<3>("end", "exception end"),
        field::<4>("reason", "exception reason"),
    ],
    ..EXCEPTION
};

/// The table of `UnicodeTranslateError`.
#[allow(non_upper_case_globals)]
pub static UnicodeTranslateError: TypeTable = TypeTable {
    name: "UnicodeTranslateError",
    doc: "Unicode translation error.",
    methods: &[
        NEW,
        method(
            "__init__(self, /, *args, **kwargs)",
            translate_init,
            INIT_DOC,
        ),
        slots::str(translate_str),
    ],
    properties: &[
        field::<0>("encoding", "exception encoding"),
        field::<1>("object", "exception object"),
        field::<2>("start", "exception start"),
        field::<3>("end", "exception end"),
        field::<4>("reason", "exception reason"),
    ],
    ..EXCEPTION
};

fn attribute_init(vm: &Vm, args: &[Value]) -> PyResult {
    init_with(vm, "AttributeError", args, &[("name", 0), ("obj", 1)]).map(|()| Value::None)
}

/// `name` (not `obj`, which may not be picklable), `args` and the instance's own attributes.
fn attribute_state(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let name = inner.field(0);
    let own = lookup::known_dict(vm, &args[0]);
    let state = own.map_or_else(|| vm.dict(), |dict| dict.copied().alloc(vm));
    if !name.is_unbound() {
        drop(state.set_name(&vm.names.name, name));
    }
    drop(state.set_name(&vm.names.args, inner.args.get()));
    Ok(state.into())
}

fn attribute_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let mut parts = vec![
        vm.class_of(&args[0]).value(),
        payload(vm, &args[0])?.args.get(),
    ];
    let state = attribute_state(vm, args)?;
    if !state.is_none() {
        parts.push(state);
    }
    Ok(vm.tuple(parts))
}

fn name_init(vm: &Vm, args: &[Value]) -> PyResult {
    init_with(vm, "NameError", args, &[("name", 0)]).map(|()| Value::None)
}

fn import_init(vm: &Vm, args: &[Value]) -> PyResult {
    init_with(
        vm,
        "ImportError",
        args,
        &[("name", 1), ("path", 2), ("name_from", 3)],
    )?;
    let inner = payload(vm, &args[0])?;
    let message = match &args_of(inner)[..] {
        [message] => message.clone(),
        _ => Value::Unbound,
    };
    inner.set_field(0, message);
    Ok(Value::None)
}

fn import_str(vm: &Vm, args: &[Value]) -> PyResult {
    let message = payload(vm, &args[0])?.field(0);
    if message.get::<Str>().is_some() {
        return ops::str(vm, &message).map(Value::from);
    }
    plain_str(vm, args)
}

fn import_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let state =
        lookup::known_dict(vm, &args[0]).map_or_else(|| vm.dict(), |dict| dict.copied().alloc(vm));
    for (name, at) in [("name", 1), ("path", 2), ("name_from", 3)] {
        if let Some(value) = inner.field(at).bound() {
            drop(state.set_name(&vm.intern(name), value));
        }
    }
    let mut parts = vec![vm.class_of(&args[0]).value(), inner.args.get()];
    if !state.is_empty() {
        parts.push(state.into());
    }
    Ok(vm.tuple(parts))
}

fn plain_init(vm: &Vm, args: &[Value]) -> PyResult {
    no_keywords(vm, &args[0], &args[2])?;
    payload(vm, &args[0])?.args.set(args[1].clone());
    Ok(Value::None)
}

/// A lone key is shown by its repr, so that `KeyError: ''` says something.
fn key_str(vm: &Vm, args: &[Value]) -> PyResult {
    match &args_of(payload(vm, &args[0])?)[..] {
        [key] => ops::repr(vm, key).map(Value::from),
        _ => plain_str(vm, args),
    }
}

fn stop_init(vm: &Vm, args: &[Value]) -> PyResult {
    plain_init(vm, args)?;
    let inner = payload(vm, &args[0])?;
    inner.set_field(0, args_of(inner).first().cloned().unwrap_or(Value::None));
    Ok(Value::None)
}

fn exit_init(vm: &Vm, args: &[Value]) -> PyResult {
    plain_init(vm, args)?;
    let inner = payload(vm, &args[0])?;
    let code = match &args_of(inner)[..] {
        [] => Value::None,
        [code] => code.clone(),
        _ => inner.args.get(),
    };
    inner.set_field(0, code);
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// OSError

/// The subclass that an errno stands for.
fn os_class(vm: &Vm, errno: i64) -> Option<Ref<Class>> {
    let e = &vm.exceptions;
    Some(
        match errno {
            1 | 13 => &e.PermissionError,
            2 => &e.FileNotFoundError,
            3 => &e.ProcessLookupError,
            4 => &e.InterruptedError,
            10 => &e.ChildProcessError,
            11 | 114 | 115 => &e.BlockingIOError,
            17 => &e.FileExistsError,
            20 => &e.NotADirectoryError,
            21 => &e.IsADirectoryError,
            32 | 108 => &e.BrokenPipeError,
            103 => &e.ConnectionAbortedError,
            104 => &e.ConnectionResetError,
            110 => &e.TimeoutError,
            111 => &e.ConnectionRefusedError,
            _ => return None,
        }
        .clone(),
    )
}

/// Whether the arguments are left to `__init__`: when a subclass has one of its own but no `__new__`.
/// Otherwise `__new__` takes them.
fn os_uses_init(vm: &Vm, class: &Class) -> bool {
    let base = &vm.exceptions.OSError;
    let own = |special| match (class.special(vm, special), base.special(vm, special)) {
        (Some(a), Some(b)) => !a.is(&b),
        _ => false,
    };
    own(Special::Init) && !class.asks_for_new.get()
}

fn os_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "OSError")?;
    if os_uses_init(vm, &class) {
        let exception = heap::alloc(&class, Payload::new(vm.tuple(Vec::new())));
        return Ok(exception.into());
    }
    if args[2].get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        let name = class.name_text();
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let chosen = match (class == vm.exceptions.OSError, given) {
        (true, [Value::Int(errno), _, ..]) if given.len() <= 5 => {
            os_class(vm, *errno).unwrap_or(class)
        }
        _ => class,
    };
    let exception = heap::alloc(&chosen, Payload::new(args[1].clone()));
    os_fill(vm, &exception, given)?;
    Ok(exception.into())
}

/// `OSError(errno, strerror[, filename[, winerror[, filename2]]])`: the file names leave `args`.
fn os_fill(vm: &Vm, exception: &Ref<Payload>, given: &[Value]) -> PyResult<()> {
    if !(2..=5).contains(&given.len()) {
        return Ok(());
    }
    exception.set_field(0, given[0].clone());
    exception.set_field(1, given[1].clone());
    let filename = given.get(2).filter(|name| !name.is_none());
    if let Some(filename) = filename {
        if *exception.as_obj().class() == vm.exceptions.BlockingIOError
            && matches!(filename, Value::Int(_))
        {
            exception.set_field(4, filename.clone());
            return Ok(());
        }
        exception.set_field(2, filename.clone());
        if let Some(second) = given.get(4).filter(|name| !name.is_none()) {
            exception.set_field(3, second.clone());
        }
        exception.args.set(vm.tuple(given[..2].to_vec()));
    }
    Ok(())
}

fn os_init(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(exception) = args[0].as_ref::<Payload>() else {
        return Ok(Value::None);
    };
    if os_uses_init(vm, exception.as_obj().class()) {
        no_keywords(vm, &args[0], &args[2])?;
        exception.args.set(args[1].clone());
        let given = args[1]
            .get::<Tuple>()
            .map_or_else(Vec::new, |tuple| tuple.items.to_vec());
        os_fill(vm, exception, &given)?;
    }
    Ok(Value::None)
}

fn os_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let shown = |at: usize| ops::str(vm, &inner.field(at).bound().unwrap_or(Value::None));
    let quoted = |at: usize| ops::repr(vm, &inner.field(at));
    let (filename, second) = (inner.field(2).bound(), inner.field(3).bound());
    let text = match (filename.is_some(), second.is_some()) {
        (true, true) => format!(
            "[Errno {}] {}: {} -> {}",
            shown(0)?,
            shown(1)?,
            quoted(2)?,
            quoted(3)?
        ),
        (true, false) => format!("[Errno {}] {}: {}", shown(0)?, shown(1)?, quoted(2)?),
        _ if inner.field(0).bound().is_some() && inner.field(1).bound().is_some() => {
            format!("[Errno {}] {}", shown(0)?, shown(1)?)
        }
        _ => return plain_str(vm, args),
    };
    Ok(vm.str(&text))
}

fn os_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let mut given = args_of(inner);
    if given.len() == 2
        && let Some(filename) = inner.field(2).bound()
    {
        given.push(filename);
        if let Some(second) = inner.field(3).bound() {
            given.extend([Value::None, second]);
        }
    }
    let mut parts = vec![vm.class_of(&args[0]).value(), vm.tuple(given)];
    if let Some(dict) = lookup::known_dict(vm, &args[0]) {
        parts.push(dict.into());
    }
    Ok(vm.tuple(parts))
}

fn get_written(vm: &Vm, this: &Value) -> PyResult {
    match payload(vm, this)?.field(4).bound() {
        Some(count) => Ok(count),
        None => Err(vm.unnamed_attribute_error("characters_written")),
    }
}

fn set_written(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let inner = payload(vm, this)?;
    if value.is_unbound() {
        if inner.field(4).is_unbound() {
            return Err(vm.unnamed_attribute_error("characters_written"));
        }
        inner.set_field(4, Value::Unbound);
        return Ok(());
    }
    inner.set_field(4, ops::index(vm, &value)?);
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// SyntaxError

fn syntax_init(vm: &Vm, args: &[Value]) -> PyResult {
    plain_init(vm, args)?;
    let inner = payload(vm, &args[0])?;
    let given = args_of(inner);
    if let Some(message) = given.first() {
        inner.set_field(0, message.clone());
    }
    if given.len() != 2 {
        return Ok(Value::None);
    }
    let details = ops::collect(vm, &given[1])?;
    if details.len() < 4 {
        return Err(vm.type_error(format!(
            "function takes at least 4 arguments ({} given)",
            details.len()
        )));
    }
    if details.len() > 6 {
        return Err(vm.type_error(format!(
            "function takes at most 6 arguments ({} given)",
            details.len()
        )));
    }
    if details.len() == 5 {
        return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
    }
    for (at, value) in details.into_iter().enumerate() {
        inner.set_field(at + 1, value);
    }
    Ok(Value::None)
}

fn syntax_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let message = ops::str(vm, &inner.field(0).bound().unwrap_or(Value::None))?;
    let filename = inner.field(1);
    let file = filename.get::<Str>().map(|name| name.to_string());
    let file = file
        .as_deref()
        .map(|name| name.rsplit('/').next().unwrap_or(name));
    let line = match inner.field(2) {
        Value::Int(line) => Some(line),
        _ => None,
    };
    Ok(vm.str(&match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => return Ok(message.into()),
    }))
}

// ---------------------------------------------------------------------------------------------
// Unicode errors

fn type_check(vm: &Vm, position: usize, value: &Value, wanted: &str, fits: bool) -> PyResult<()> {
    if fits {
        return Ok(());
    }
    Err(vm.type_error(format!(
        "argument {position} must be {wanted}, not {}",
        vm.type_name(value)
    )))
}

fn unicode_init(vm: &Vm, args: &[Value], bytes: bool, translate: bool) -> PyResult {
    plain_init(vm, args)?;
    let inner = payload(vm, &args[0])?;
    let given = args_of(inner);
    let count = if translate { 4 } else { 5 };
    if given.len() != count {
        return Err(vm.type_error(format!(
            "function takes exactly {count} arguments ({} given)",
            given.len()
        )));
    }
    let first = if translate { 1 } else { 0 };
    if !translate {
        type_check(vm, 1, &given[0], "str", given[0].get::<Str>().is_some())?;
        inner.set_field(0, given[0].clone());
    }
    let object = &given[1 - first];
    let object = match bytes {
        true if object.get::<Bytes>().is_none() => vm.bytes(&buffer::required(vm, object)?[..]),
        true => object.clone(),
        false => {
            type_check(vm, 2 - first, object, "str", object.get::<Str>().is_some())?;
            object.clone()
        }
    };
    inner.set_field(1, object);
    for at in 2..4 {
        let position = ops::index(vm, &given[at - first])?;
        inner.set_field(at, position);
    }
    let reason = &given[4 - first];
    type_check(vm, 5 - first, reason, "str", reason.get::<Str>().is_some())?;
    inner.set_field(4, reason.clone());
    Ok(Value::None)
}

fn decode_init(vm: &Vm, args: &[Value]) -> PyResult {
    unicode_init(vm, args, true, false)
}

fn encode_init(vm: &Vm, args: &[Value]) -> PyResult {
    unicode_init(vm, args, false, false)
}

fn translate_init(vm: &Vm, args: &[Value]) -> PyResult {
    unicode_init(vm, args, false, true)
}

/// Start and end, which need not be positions of the object.
fn range(exception: &Payload) -> (i64, i64) {
    let at = |field: usize| match exception.field(field) {
        Value::Int(i) => i,
        _ => 0,
    };
    (at(2), at(3))
}

fn decode_str(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let object = inner.field(1);
    let Some(bytes) = object.get::<Bytes>() else {
        return Ok(vm.str(""));
    };
    let (start, end) = range(inner);
    let encoding = ops::str(vm, &inner.field(0))?;
    let reason = ops::str(vm, &inner.field(4))?;
    Ok(vm.str(&match usize::try_from(start)
        .ok()
        .and_then(|at| bytes.data.get(at))
    {
        Some(byte) if end.checked_sub(1) == Some(start) => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }))
}

fn character(object: &Value, at: i64) -> Option<String> {
    let c = object.get::<Str>()?.text.get(usize::try_from(at).ok()?)?;
    Some(match c {
        0..=0xff => format!("\\x{c:02x}"),
        0x100..=0xffff => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    })
}

fn encode_text(vm: &Vm, this: &Value, what: &str) -> PyResult {
    let inner = payload(vm, this)?;
    let object = inner.field(1);
    if object.get::<Str>().is_none() {
        return Ok(vm.str(""));
    }
    let (start, end) = range(inner);
    let reason = ops::str(vm, &inner.field(4))?;
    Ok(vm.str(&match character(&object, start) {
        Some(c) if end.checked_sub(1) == Some(start) => {
            format!("{what} character '{c}' in position {start}: {reason}")
        }
        _ => format!(
            "{what} characters in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }))
}

fn encode_str(vm: &Vm, args: &[Value]) -> PyResult {
    let encoding = ops::str(
        vm,
        &payload(vm, &args[0])?
            .field(0)
            .bound()
            .unwrap_or(Value::None),
    )?;
    encode_text(vm, &args[0], &format!("'{encoding}' codec can't encode"))
}

fn translate_str(vm: &Vm, args: &[Value]) -> PyResult {
    encode_text(vm, &args[0], "can't translate")
}
