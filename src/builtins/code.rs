//! Built-in functions on code and namespaces: `compile`, `exec`, `eval`, `globals`, `locals`,
//! `__import__`.

use crate::exec::call;
use crate::exec::compile::{self, Unit};
use crate::exec::frame::Env;
use crate::exec::tree::Code;
use crate::lower::Options;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::os::paths;
use crate::stdlib::sys_audit;
use crate::text::Text;
use crate::types::bytes::Bytes;
use crate::types::cell::CellObject;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::encoding;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer, frame};
use crate::vm::Vm;
use dunder_grammar::Mode;
use std::rc::Rc;

/// `co_flags` of code under `from __future__ import annotations`.
const FUTURE_ANNOTATIONS: i64 = 0x100_0000;
const FUTURE_FLAGS: i64 = 0x1FF_0000 | 0x10;
const ONLY_AST: i64 = 0x400;
const TOP_LEVEL_AWAIT: i64 = 0x2000;
const DONT_IMPLY_DEDENT: i64 = 0x200;
const ALLOW_INCOMPLETE: i64 = 0x4000;
/// `PyCF_*` flags that `compile` knows besides.
const OTHER_FLAGS: i64 = 0x9100 | DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE | ONLY_AST | TOP_LEVEL_AWAIT;

pub(super) fn import(vm: &Vm, args: &[Value]) -> PyResult {
    let level = i64::from(args::c_int(vm, &args[4])?);
    let globals = args[1].as_ref::<Dict>();
    if level > 0 && globals.is_none() && args[1].given().is_some() {
        return Err(vm.type_error("globals must be a dict"));
    }
    crate::exec::import::import(vm, globals, &args[0], &args[3], level)
}

pub(super) fn globals(vm: &Vm, _args: &[Value]) -> PyResult {
    match vm.with_frame(0, |frame| frame.globals.value()) {
        Some(globals) => Ok(globals),
        None => Ok(Value::None),
    }
}

pub(super) fn locals(vm: &Vm, _args: &[Value]) -> PyResult {
    match vm.with_frame(0, |core| frame::locals(vm, core)) {
        Some(locals) => locals,
        None => Err(vm.system_error("frame does not exist")),
    }
}

/// The text of a source argument.
fn source_text(vm: &Vm, source: &Value, what: &str, filename: &str) -> PyResult<String> {
    if let Some(text) = text_of(source) {
        if let Some(text) = text.as_str() {
            return Ok(text.to_owned());
        }
        let strict = Text::from_ascii(b"strict");
        encoding::encode_text(vm, text, crate::text::codec::Codec::Utf8, &strict)?;
        return Ok(text.to_string_lossy());
    }
    let Some(view) = buffer::attempt(vm, source) else {
        return Err(vm.type_error(what));
    };
    let bytes = view.stable();
    if bytes.contains(&0) {
        let text = "source code string cannot contain null bytes";
        let error = vm.call(&vm.exceptions.SyntaxError.value(), &[vm.str(text)])?;
        return Err(vm.raise_value(error));
    }
    compile::decode(vm, &bytes, filename)
}

/// What code compiled on behalf of the running frame inherits.
fn inherited(vm: &Vm) -> bool {
    vm.with_frame(0, |frame| {
        i64::from(frame.code.flags) & FUTURE_ANNOTATIONS != 0
    })
    .unwrap_or(false)
}

pub(super) fn compile(vm: &Vm, args: &[Value]) -> PyResult {
    let filename = file_name(vm, &args[1])?;
    let Some(mode_text) = text_of(&args[2]) else {
        let what = "compile() argument 'mode'";
        return Err(args::wrong_argument(vm, &args[2], what, "str"));
    };
    let flags = i64::from(args::c_int(vm, &args[3])?);
    let dont_inherit = ops::truth(vm, &args[4])?;
    let optimize = args::c_int(vm, &args[5])?;
    if flags & !(FUTURE_FLAGS | OTHER_FLAGS) != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    if !(-1..=2).contains(&optimize) {
        return Err(vm.value_error("compile(): invalid optimize value"));
    }
    let mode = mode_called(vm, mode_text, flags)?;
    let mut source = args[0].clone();
    if is_syntax_tree(vm, &source)? {
        if flags & ONLY_AST != 0 {
            return Ok(args[0].clone());
        }
        // The tree becomes text again, with its statements in their lines.
        let module = crate::exec::import::import_absolute(vm, "_unparse")?;
        let function = lookup::get(vm, &module, &vm.intern("source_for"))?;
        source = vm.call(&function, &[source, args[2].clone()])?;
    }
    audit_compile(vm, &args[0], vm.str(&filename))?;
    let what = "compile() arg 1 must be a string, bytes or AST object";
    let text = source_text(vm, &source, what, &filename)?;
    let unit = Unit {
        filename: &filename,
        text: &text,
        mode,
        options: Options {
            future_annotations: flags & FUTURE_ANNOTATIONS != 0 || (!dont_inherit && inherited(vm)),
            top_level_await: flags & TOP_LEVEL_AWAIT != 0,
            interactive: mode == Mode::Interactive,
            optimize: u8::try_from(optimize).ok(),
        },
        is_file: false,
        by_lines: false,
    };
    if flags & DONT_IMPLY_DEDENT != 0 && is_unfinished(&unit) {
        return Err(raise_unfinished(vm, flags));
    }
    if flags & ONLY_AST != 0 {
        let (source, tree) = compile::parse_only(vm, &unit)?;
        return super::syntax_tree::objects(vm, &source, &tree);
    }
    match compile::compile(vm, &unit) {
        Ok(code) => CodeObject::of(vm, &code),
        Err(raised) if flags & ALLOW_INCOMPLETE != 0 && is_unfinished(&unit) => {
            vm.swallow(&vm.exceptions.SyntaxError, raised)?;
            Err(raise_unfinished(vm, flags))
        }
        Err(raised) => Err(raised),
    }
}

/// The mode that `compile` is given by name.
fn mode_called(vm: &Vm, name: &Text, flags: i64) -> PyResult<Mode> {
    let text = match (name.as_bytes(), flags & ONLY_AST != 0) {
        (b"exec", _) => return Ok(Mode::Module),
        (b"eval", _) => return Ok(Mode::Expression),
        (b"single", _) => return Ok(Mode::Interactive),
        (b"func_type", false) => "compile() mode 'func_type' requires flag PyCF_ONLY_AST",
        (_, true) => "compile() mode must be 'exec', 'eval', 'single' or 'func_type'",
        (_, false) => "compile() mode must be 'exec', 'eval' or 'single'",
    };
    Err(vm.value_error(text))
}

/// Whether more lines have to follow what is to be compiled.
fn is_unfinished(unit: &Unit) -> bool {
    let is_blank = |line: &str| line.trim().is_empty() || line.trim().starts_with('#');
    unit.mode == Mode::Interactive && unit.text.lines().all(is_blank)
        || dunder_grammar::is_incomplete(unit.text, unit.mode)
}

#[cold]
fn raise_unfinished(vm: &Vm, flags: i64) -> Raised {
    if flags & ALLOW_INCOMPLETE != 0 {
        return vm.raise(&vm.exceptions._IncompleteInputError, "incomplete input");
    }
    vm.raise(&vm.exceptions.SyntaxError, "invalid syntax")
}

/// Whether the value is a node of `_ast`, which is only there when it has been imported.
fn is_syntax_tree(vm: &Vm, value: &Value) -> PyResult<bool> {
    let Some(module) = vm.modules.get_name(&vm.intern("_ast")) else {
        return Ok(false);
    };
    match lookup::get_optional(vm, &module, &vm.intern("AST"))? {
        Some(class) => crate::types::checks::isinstance(vm, value, &class),
        None => Ok(false),
    }
}

/// A file name: `str`, `bytes` or something with `__fspath__`.
fn file_name(vm: &Vm, value: &Value) -> PyResult<String> {
    let path = paths::path_object(vm, value)?.ok_or_else(|| paths::no_path(vm, value))?;
    let bytes = path.get::<Bytes>().map(|bytes| &*bytes.data);
    match text_of(&path) {
        Some(text) => Ok(text.to_string_lossy()),
        None => Ok(String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()),
    }
}

/// The namespaces that `exec` and `eval` run in.
struct Spaces {
    globals: Ref<Dict>,
    builtins: Ref<Dict>,
    locals: Value,
}

fn spaces(vm: &Vm, globals: &Value, locals: &Value, function: &str) -> PyResult<Spaces> {
    if locals.given().is_some() && !ops::is_mapping(vm, locals) {
        return Err(vm.type_error(match function {
            "eval" => "locals must be a mapping".to_owned(),
            _ => format!(
                "locals must be a mapping or None, not {}",
                vm.type_name(locals)
            ),
        }));
    }
    let (globals, default) = match globals.given() {
        None => {
            let own = vm.with_frame(0, |core| (core.globals.clone(), frame::locals(vm, core)));
            let Some((globals, own)) = own else {
                return Err(vm.system_error("globals and locals cannot be NULL"));
            };
            (globals, own?)
        }
        Some(given) => match given.as_ref::<Dict>() {
            Some(globals) => (globals.clone(), given.clone()),
            None if function == "exec" => {
                return Err(vm.type_error(format!(
                    "exec() globals must be a dict, not {}",
                    vm.type_name(given)
                )));
            }
            None if ops::is_mapping(vm, given) => {
                let text = "globals must be a real dict; try eval(expr, {}, mapping)";
                return Err(vm.type_error(text));
            }
            None => return Err(vm.type_error("globals must be a dict")),
        },
    };
    let locals = locals.given().cloned().unwrap_or(default);
    let builtins = builtins_of(vm, &globals);
    Ok(Spaces {
        globals,
        builtins,
        locals,
    })
}

/// The namespace of built-ins that code with these globals uses, put there if it is missing.
fn builtins_of(vm: &Vm, globals: &Ref<Dict>) -> Ref<Dict> {
    let found = globals.get_name(&vm.names.__builtins__);
    match found {
        None => {
            let current = super::current(vm);
            drop(globals.set_name(&vm.names.__builtins__, current.value()));
            current
        }
        Some(_) => crate::interpreter::builtins_of(vm, globals),
    }
}

fn run(vm: &Vm, code: &Rc<Code>, spaces: Spaces, closure: &[Ref<CellObject>]) -> PyResult {
    if sys_audit::is_heard(vm) {
        let object = CodeObject::of(vm, code)?;
        sys_audit::event(vm, "exec", || vec![object])?;
    }
    let env = Env {
        globals: spaces.globals,
        builtins: spaces.builtins,
        closure: closure.into(),
        namespace: spaces.locals,
    };
    call::run_code(vm, code, &env)
}

/// Runs the code of a function that takes arguments, which get none.
fn call_code(vm: &Vm, code: &Value, spaces: &Spaces) -> PyResult {
    let arguments = [code.clone(), spaces.globals.value()];
    let function = vm.call(&vm.types.function.value(), &arguments)?;
    let name = lookup::get(vm, &function, &vm.names.__name__)?;
    lookup::set(vm, &function, &vm.names.__qualname__, name)?;
    vm.call(&function, &[])
}

fn audit_compile(vm: &Vm, source: &Value, filename: Value) -> PyResult<()> {
    sys_audit::event(vm, "compile", || {
        let text = text_of(source).map(|text| vm.bytes(text.as_bytes()));
        vec![text.unwrap_or_else(|| source.clone()), filename]
    })
}

fn compiled(vm: &Vm, source: &Value, what: &str, mode: Mode) -> PyResult<Rc<Code>> {
    let text = source_text(vm, source, what, "<string>")?;
    let text = match mode {
        Mode::Expression => text.trim_start_matches([' ', '\t']),
        _ => &text,
    };
    audit_compile(vm, source, vm.str("<string>"))?;
    let unit = Unit {
        filename: "<string>",
        text,
        mode,
        options: Options {
            future_annotations: inherited(vm),
            ..Options::default()
        },
        is_file: false,
        by_lines: false,
    };
    compile::compile(vm, &unit)
}

pub(super) fn eval(vm: &Vm, args: &[Value]) -> PyResult {
    let spaces = spaces(vm, &args[1], &args[2], "eval")?;
    if let Some(code) = args[0].get::<CodeObject>() {
        if !code.code.free.is_empty() {
            let text = "code object passed to eval() may not contain free variables";
            return Err(vm.type_error(text));
        }
        if code.code.parameters.any() {
            return call_code(vm, &args[0], &spaces);
        }
        return run(vm, &code.code, spaces, &[]);
    }
    let what = "eval() arg 1 must be a string, bytes or code object";
    let code = compiled(vm, &args[0], what, Mode::Expression)?;
    run(vm, &code, spaces, &[])
}

pub(super) fn exec(vm: &Vm, args: &[Value]) -> PyResult {
    let spaces = spaces(vm, &args[1], &args[2], "exec")?;
    let closure = args[3].given();
    let Some(code) = args[0].get::<CodeObject>() else {
        let what = "exec() arg 1 must be a string, bytes or code object";
        if closure.is_some() {
            source_text(vm, &args[0], what, "<string>")?;
            let text = "closure can only be used when source is a code object";
            return Err(vm.type_error(text));
        }
        let code = compiled(vm, &args[0], what, Mode::Module)?;
        run(vm, &code, spaces, &[])?;
        return Ok(Value::None);
    };
    let count = code.code.free.len();
    if count == 0 && closure.is_some() {
        return Err(vm.type_error("cannot use a closure with this code object"));
    }
    let cells: Vec<Ref<CellObject>> = closure
        .and_then(|closure| closure.get::<Tuple>())
        .map_or_else(Vec::new, |tuple| {
            let cells = tuple
                .items
                .iter()
                .filter_map(|cell| cell.as_ref::<CellObject>());
            cells.cloned().collect()
        });
    if cells.len() != count
        || closure
            .and_then(|closure| closure.get::<Tuple>())
            .is_some_and(|tuple| tuple.items.len() != count)
    {
        return Err(vm.type_error(format!(
            "code object requires a closure of exactly length {count}"
        )));
    }
    if count == 0 && code.code.parameters.any() {
        return call_code(vm, &args[0], &spaces).map(|_| Value::None);
    }
    run(vm, &code.code, spaces, &cells)?;
    Ok(Value::None)
}
