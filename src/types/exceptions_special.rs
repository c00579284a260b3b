//! Exception classes with attributes of their own. Their values stand in `Exception::fields`, in the
//! order of each class's table.

use super::exceptions::{EXCEPTION, INIT_DOC, args_of, no_keywords, payload, str as plain_str};
use super::{args, slots};
use crate::object::class::Class;
use crate::object::exception::Exception as Payload;
use crate::object::heap::{self, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, Property, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::native::MethodDescriptor;
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
pub(super) const fn field<const I: usize>(name: &'static str, doc: &'static str) -> Property {
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
    if keywords.len() > allowed.len() {
        return Err(vm.type_error(format!(
            "{class_name}() takes at most {} keyword argument{} ({} given)",
            allowed.len(),
            if allowed.len() == 1 { "" } else { "s" },
            keywords.len()
        )));
    }
    let known = |name: &str| allowed.iter().find(|(known, _)| *known == name);
    if let Some((name, _)) = keywords
        .iter()
        .find(|(name, _)| known(&name.to_string()).is_none())
    {
        let possible: Vec<String> = allowed.iter().map(|(known, _)| known.to_string()).collect();
        let hint = super::did_you_mean(&name.to_string(), &possible);
        let text = format!("{class_name}() got an unexpected keyword argument '{name}'{hint}");
        return Err(vm.type_error(text));
    }
    // Not before all fit: what the fields hold stays otherwise.
    for &(_, at) in allowed {
        inner.set_field(at, Value::Unbound);
    }
    for (name, value) in keywords {
        if let Some(&(_, at)) = known(&name.to_string()) {
            inner.set_field(at, value);
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

fn is_exact_str(vm: &Vm, value: &Value) -> bool {
    value.get::<Str>().is_some() && *vm.class_of(value) == vm.types.str
}

fn import_str(vm: &Vm, args: &[Value]) -> PyResult {
    let message = payload(vm, &args[0])?.field(0);
    match is_exact_str(vm, &message) {
        true => Ok(message),
        false => plain_str(vm, args),
    }
}

fn import_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = payload(vm, &args[0])?;
    let own = lookup::known_dict(vm, &args[0]);
    let has_own = own.is_some();
    let state = own.map_or_else(|| vm.dict(), |dict| dict.copied().alloc(vm));
    for (name, at) in [("name", 1), ("path", 2), ("name_from", 3)] {
        if let Some(value) = inner.field(at).bound() {
            drop(state.set_name(&vm.intern(name), value));
        }
    }
    let mut parts = vec![vm.class_of(&args[0]).value(), inner.args.get()];
    if has_own || !state.is_empty() {
        parts.push(state.into());
    }
    Ok(vm.tuple(parts))
}

/// Takes the arguments as `args`, by position only.
///
/// # Errors
/// TypeError for keyword arguments.
pub(super) fn plain_init(vm: &Vm, args: &[Value]) -> PyResult {
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
        // What it was before remains.
        [] => return Ok(Value::None),
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
    let row = |class: &Class| {
        let init = class.special(vm, Special::Init)?;
        Some(std::ptr::from_ref(init.get::<MethodDescriptor>()?.row))
    };
    // The classes derived from `OSError` have wrappers of their own for its `__init__`.
    row(class) != row(&vm.exceptions.OSError) && !class.asks_for_new.get()
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
            && args::is_number(vm, filename)
        {
            exception.set_field(4, written(vm, filename)?);
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

/// How many characters were written; `Unbound` for -1, which stands for none being known.
fn written(vm: &Vm, value: &Value) -> PyResult {
    match ops::index(vm, value)? {
        Value::Int(-1) => Ok(Value::Unbound),
        Value::Int(count) => Ok(Value::Int(count)),
        _ => Err(vm.value_error(args::cannot_fit(vm, value))),
    }
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
    inner.set_field(4, written(vm, &value)?);
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
    inner.set_field(5, Value::Unbound);
    inner.set_field(6, Value::Unbound);
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
    let lacks_end = details.len() == 5;
    for (at, value) in details.into_iter().enumerate() {
        inner.set_field(at + 1, value);
    }
    if lacks_end {
        return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
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
        // One that is no word is shown as -1.
        other if *vm.class_of(&other) == vm.types.int => Some(-1),
        _ => None,
    };
    Ok(vm.str(&match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => return Ok(message.into()),
    }))
}
