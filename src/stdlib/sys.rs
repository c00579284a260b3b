//! `sys`: the interpreter's own state. Its constants are in `sys_info`.

use super::{NativeModule, spec, sys_audit, sys_coroutines, sys_info, sys_monitoring};
use crate::exec::tree::Source;
use crate::exec::uncaught::Display;
use crate::object::heap::{self, Ref, WeakPtr};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::object::{descriptor, lookup};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::exceptions::payload;
use crate::types::list::List;
use crate::types::module;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::types::{args, class_layout};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// What `sys` keeps per interpreter besides its namespace.
#[derive(Default)]
pub struct SysState {
    /// `sys.is_finalizing()`
    pub finalising: Cell<bool>,
    /// Whether `sys.modules` is being emptied, or has been: only modules of the library import others then.
    pub ending: Cell<bool>,
    /// What `sys.modules` held then, by name.
    pub left: RefCell<Vec<(Name, WeakPtr)>>,
    /// Whether `sys.modules` has been emptied at exit. CPython has nothing to read source files with then.
    pub modules_gone: Cell<bool>,
    /// The command line's options.
    pub flags: RefCell<sys_info::Flags>,
    /// Programs that are in no file, whose lines tracebacks show, by the name they go by: that of `-c`
    /// (`<string>`) and what is typed at the prompt.
    pub typed: RefCell<HashMap<String, std::rc::Rc<str>>>,
    /// How `sys.__excepthook__` shows exceptions, if not as CPython does.
    pub display: Cell<Option<Display>>,
    /// `sys.addaudithook`
    pub audit_hooks: sys_audit::Hooks,
    /// `sys.monitoring`
    pub monitoring: sys_monitoring::Tools,
    /// `sys.setdlopenflags`
    dlopen_flags: Cell<Option<i32>>,
}

impl SysState {
    /// Keeps the text of a program that is in no file.
    pub fn remember_typed(&self, name: &str, text: &str) {
        self.typed.borrow_mut().insert(name.to_owned(), text.into());
    }
}

/// The native module.
pub const SYS: NativeModule = NativeModule {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    functions: FUNCTIONS,
    fill,
};

#[rustfmt::skip]
const FUNCTIONS: &[crate::object::table::Row] = &[
    method("exit(status=None, /)", exit, "Exit the interpreter by raising SystemExit(status)."),
    method("exc_info()", exc_info, "Return current exception information: (type, value, traceback)."),
    method("exception()", exception, "Return the current exception."),
    method("getrecursionlimit()", get_recursion_limit, "Return the current value of the recursion limit."),
    method("setrecursionlimit(limit, /)", set_recursion_limit, "Set the maximum depth of the Python interpreter stack to n."),
    method("getsizeof(object, default=<unrepresentable>)", getsizeof, "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes."),
    method("getrefcount(object, /)", getrefcount, "Return the reference count of object."),
    method("intern(string, /)", intern, "``Intern'' the given string."),
    method("_is_interned(string, /)", is_interned, "Return True if the given string is \"interned\"."),
    method("_getframe(depth=0, /)", getframe, "Return a frame object from the call stack."),
    method("_getframemodulename(depth=0)", getframemodulename, "Return the name of the module for a calling frame."),
    method("displayhook(object, /)", displayhook, "Print an object to sys.stdout and also save it in builtins._"),
    method("excepthook(exctype, value, traceback, /)", excepthook, "Handle an exception by displaying it with a traceback on sys.stderr."),
    method("unraisablehook(unraisable, /)", unraisablehook, "Handle an unraisable exception."),
    method("breakpointhook(*args, **kws)", breakpointhook, "This hook function is called by built-in breakpoint()."),
    method("is_finalizing()", is_finalizing, "Return True if Python is exiting."),
    method("get_int_max_str_digits()", get_digits, "Return the maximum string digits limit for non-binary int<->str conversions."),
    method("set_int_max_str_digits(maxdigits)", set_digits, "Set the maximum string digits limit for non-binary int<->str conversions."),
    method("getdefaultencoding()", default_encoding, "Return the current default encoding used by the Unicode implementation."),
    method("getfilesystemencoding()", default_encoding, "Return the encoding used to convert Unicode filenames to OS filenames."),
    method("getfilesystemencodeerrors()", filesystem_errors, "Return the error mode used for Unicode to OS filename conversion."),
    method("getswitchinterval()", switch_interval, "Return the current thread switch interval; see sys.setswitchinterval()."),
    method("setswitchinterval(interval, /)", ignore, "Set the ideal thread switching delay inside the Python interpreter."),
    method("settrace(function, /)", |vm, args| refuse_hook(vm, "settrace", args), "Set the global debug tracing function."),
    method("gettrace()", none, "Return the global debug tracing function set with sys.settrace."),
    method("setprofile(function, /)", |vm, args| refuse_hook(vm, "setprofile", args), "Set the profiling function."),
    method("getprofile()", none, "Return the profiling function set with sys.setprofile."),
    method("call_tracing(func, args, /)", call_tracing, "Call func(*args), while tracing is enabled."),
    method("audit(*args)", sys_audit::audit, "Passes the event to any hooks that are attached."),
    method("addaudithook(hook)", sys_audit::add_hook, "Adds a new audit hook callback."),
    method("_clear_type_cache()", clear_caches, "Clear the internal type lookup cache."),
    method("_clear_internal_caches()", clear_caches, "Clear all internal performance-related caches."),
    method("get_asyncgen_hooks()", sys_coroutines::get_hooks, "Return the installed asynchronous generators hooks."),
    method("set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)", sys_coroutines::set_hooks, "Set a finalizer for async generators objects."),
    method("get_coroutine_origin_tracking_depth()", sys_coroutines::get_depth, "Check status of origin tracking for coroutine objects in this thread."),
    method("set_coroutine_origin_tracking_depth(depth)", sys_coroutines::set_depth, "Enable or disable origin tracking for coroutine objects in this thread."),
    method("_is_gil_enabled()", yes, "Return True if the GIL is currently enabled and False if it is disabled."),
    method("activate_stack_trampoline(backend, /)", activate_trampoline, "Activate stack profiler trampoline *backend*."),
    method("deactivate_stack_trampoline()", none, "Deactivate the current stack profiler trampoline backend."),
    method("is_stack_trampoline_active()", no, "Return *True* if a stack profiler trampoline is active."),
    method("getallocatedblocks()", allocated_blocks, "How many blocks of 16 bytes the heap holds."),
    method("getunicodeinternedsize(*, _only_immortal=False)", interned_size, "Return the number of elements of the unicode interned dictionary."),
    method("getdlopenflags()", dlopen_flags, "The flags that setdlopenflags() gave. No library is ever loaded."),
    method("setdlopenflags(flags, /)", set_dlopen_flags, "Set the flags for libraries. No library is ever loaded."),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    sys_info::fill(vm, namespace);
    let add = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    add("modules", vm.modules.value());
    for hook in [
        "displayhook",
        "excepthook",
        "unraisablehook",
        "breakpointhook",
    ] {
        if let Some(function) = namespace.get_name(&vm.intern(hook)) {
            add(&format!("__{hook}__"), function);
        }
    }
    let own = spec::classes(vm);
    // Where CPython's library is a folder at the end of the path, ours comes with the program: it has
    // to stand behind the path, so that a program's own modules hide it.
    let finders = [&own.builtin, &own.path, &own.frozen];
    add(
        "meta_path",
        vm.list(finders.iter().map(|class| class.value()).collect()),
    );
    for name in ["path", "path_hooks", "argv", "orig_argv", "warnoptions"] {
        add(name, vm.list(Vec::new()));
    }
    add("executable", vm.str(""));
    add("_base_executable", vm.str(""));
    add("path_importer_cache", vm.dict().into());
    add("_xoptions", vm.dict().into());
    let flags = sys_info::flags(vm, &vm.state.sys.flags.borrow());
    add("flags", flags);
    let (monitoring, names) = module::create(vm, vm.str(sys_monitoring::MONITORING.name));
    super::fill(vm, &sys_monitoring::MONITORING, &names)?;
    add("monitoring", monitoring.value());
    super::io::open_standard_streams(vm, namespace);
    Ok(())
}

/// The first folder of `sys.path` as a real path, unless it may be anything (`-P`, `-I`).
pub fn safe_first_path(vm: &Vm) -> Option<String> {
    let flags = vm.state.sys.flags.borrow();
    if flags.safe_path || flags.isolated {
        return None;
    }
    let path = vm.sys.get_name(&vm.intern("path"))?;
    let first = path.get::<List>()?.items.get(0)?;
    let first = text_of(&first)?.to_string_lossy();
    if first.is_empty() {
        return vm.host.current_dir().ok();
    }
    Some(first)
}

/// A line of a source file as a traceback shows it, without knowing its code.
pub fn source_line(vm: &Vm, filename: &str, line: i64) -> Option<String> {
    let source = source_file(vm, filename)?;
    let line = u32::try_from(line).ok()?;
    if line == 0 {
        return None;
    }
    let span = source.lines().line_span(line);
    source
        .text
        .get(span.start as usize..span.end as usize)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// The text of a source file: found under its name, or on `sys.path`.
pub fn source_file(vm: &Vm, filename: &str) -> Option<Source> {
    if let Some(text) = vm.state.sys.typed.borrow().get(filename) {
        return Some(Source::new(filename, text));
    }
    if filename.starts_with('<') && filename.ends_with('>') && !vm.host.is_file(filename) {
        return None;
    }
    let mut bytes = vm.host.read_file(filename).ok();
    if bytes.is_none() && !filename.starts_with('/') {
        let tail = filename.rsplit('/').next().unwrap_or(filename);
        let path = vm.sys.get_name(&vm.intern("path"))?;
        let folders = path.get::<List>()?.items.to_vec();
        bytes = folders.iter().filter_map(text_of).find_map(|folder| {
            vm.host
                .read_file(&format!("{}/{tail}", folder.to_string_lossy()))
                .ok()
        });
    }
    let pending = vm.pending();
    let text = crate::exec::compile::decode(vm, &bytes?, filename).ok();
    let _ = vm.set_pending(pending);
    Some(Source::new(filename, &text?))
}

/// Writes to `sys.stderr`; what goes wrong there nobody can be told.
pub fn write_err(vm: &Vm, text: &Text) {
    let stream = vm.sys.get_name(&vm.names.stderr);
    let Some(stream) = stream.filter(|stream| !stream.is_none()) else {
        return;
    };
    let pending = vm.take_pending();
    let done = vm
        .call_method(&stream, &vm.names.write, &[vm.text(text.clone())])
        .and_then(|_| vm.call_method(&stream, &vm.names.flush, &[]));
    if done.is_err() {
        drop(vm.take_pending());
    }
    let _ = vm.set_pending(pending);
}

fn none(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}
fn ignore(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}
fn yes(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::True)
}
fn no(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::False)
}

fn exit(vm: &Vm, args: &[Value]) -> PyResult {
    let class = &vm.exceptions.SystemExit;
    let given = match &args[0] {
        Value::None => &[][..],
        status if vm.class_of(status).is_subclass(class) => {
            return Err(vm.raise_value(status.clone()));
        }
        status => match status.get::<Tuple>() {
            Some(several) => &several.items[..],
            None => std::slice::from_ref(status),
        },
    };
    let exception = vm.call(&class.value(), given)?;
    Err(vm.raise_value(exception))
}

fn handled(vm: &Vm) -> Value {
    vm.handled.get().bound().unwrap_or(Value::None)
}

fn exception(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(handled(vm))
}

fn exc_info(vm: &Vm, _args: &[Value]) -> PyResult {
    let exception = handled(vm);
    if exception.is_none() {
        return Ok(vm.tuple(vec![Value::None, Value::None, Value::None]));
    }
    let traceback = payload(vm, &exception)?
        .traceback
        .get()
        .bound()
        .unwrap_or(Value::None);
    Ok(vm.tuple(vec![
        vm.class_of(&exception).value(),
        exception.clone(),
        traceback,
    ]))
}

fn get_recursion_limit(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.recursion_limit.get().into()))
}

fn set_recursion_limit(vm: &Vm, args: &[Value]) -> PyResult {
    let limit = args::c_int(vm, &args[0])?;
    let Some(limit) = u32::try_from(limit).ok().filter(|&limit| limit > 0) else {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    };
    let depth = vm.depth.get();
    if depth >= limit {
        return Err(vm.recursion_error(format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        )));
    }
    vm.recursion_limit.set(limit);
    Ok(Value::None)
}

fn getsizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let found = lookup::class_find(vm, vm.class_of(&args[0]), &vm.intern("__sizeof__"));
    let Some(method) = found else {
        if !args[1].is_unbound() {
            return Ok(args[1].clone());
        }
        return Err(vm.type_error(format!(
            "Type {} doesn't define __sizeof__",
            vm.type_name(&args[0])
        )));
    };
    let size = match descriptor::bind(vm, &method, &args[0])
        .and_then(|method| vm.call(&method, &[]))
        .and_then(|size| args::word(vm, &size))
    {
        Ok(size) => size,
        Err(raised) if !args[1].is_unbound() => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            return Ok(args[1].clone());
        }
        Err(raised) => return Err(raised),
    };
    if size < 0 {
        return Err(vm.value_error("__sizeof__() should return >= 0"));
    }
    let class = vm.class_of(&args[0]);
    Ok(Value::Int(size + class_layout::size_before(class)))
}

fn getrefcount(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(match args[0].obj() {
        Some(obj) => i64::from(obj.count()),
        None => i64::from(u32::MAX),
    }))
}

fn intern(vm: &Vm, args: &[Value]) -> PyResult {
    match args[0].as_ref::<Str>() {
        Some(text) if *vm.class_of(&args[0]) == vm.types.str => {
            Ok(vm.interner.intern_object(text).into())
        }
        Some(_) => Err(vm.type_error(format!("can't intern {}", vm.type_name(&args[0])))),
        None => Err(vm.type_error(format!(
            "intern() argument must be str, not {}",
            vm.type_name(&args[0])
        ))),
    }
}

fn is_interned(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(
        args[0].get::<Str>().is_some_and(Str::is_interned),
    ))
}

/// Tracing and profiling hooks would never be called: only taking none of them away works.
fn refuse_hook(vm: &Vm, name: &str, args: &[Value]) -> PyResult {
    match args[0].is_none() {
        true => Ok(Value::None),
        false => Err(vm.not_implemented_error(format!("sys.{name}() is not supported"))),
    }
}

fn getframe(vm: &Vm, args: &[Value]) -> PyResult {
    let depth = args::c_int(vm, &args[0])?;
    let depth = usize::try_from(depth).unwrap_or(0);
    match vm.with_frame(depth, |frame| frame.object(vm)) {
        Some(frame) => Ok(frame.into()),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

fn getframemodulename(vm: &Vm, args: &[Value]) -> PyResult {
    let depth = usize::try_from(args::c_int(vm, &args[0])?).unwrap_or(0);
    let name = vm.with_frame(depth, |frame| frame.globals.get_name(&vm.names.__name__));
    Ok(name.flatten().unwrap_or(Value::None))
}

fn displayhook(vm: &Vm, args: &[Value]) -> PyResult {
    let value = &args[0];
    if value.is_none() {
        return Ok(Value::None);
    }
    let underscore = vm.intern("_");
    drop(vm.builtins.set_name(&underscore, Value::None));
    let Some(stdout) = vm
        .sys
        .get_name(&vm.names.stdout)
        .filter(|out| !out.is_none())
    else {
        return Err(vm.runtime_error("lost sys.stdout"));
    };
    let text = ops::repr(vm, value)?;
    vm.call_method(&stdout, &vm.names.write, &[text.into()])?;
    vm.call_method(&stdout, &vm.names.write, &[vm.str("\n")])?;
    drop(vm.builtins.set_name(&underscore, value.clone()));
    Ok(Value::None)
}

fn excepthook(vm: &Vm, args: &[Value]) -> PyResult {
    crate::exec::uncaught::display(vm, &args[1], &args[2]);
    Ok(Value::None)
}

fn unraisablehook(vm: &Vm, args: &[Value]) -> PyResult {
    let field = |name: &str| lookup::get(vm, &args[0], &vm.intern(name));
    let (value, message, object) = (field("exc_value")?, field("err_msg")?, field("object")?);
    crate::exec::uncaught::display_unraisable(vm, &value, &message, &object);
    Ok(Value::None)
}

fn breakpointhook(vm: &Vm, args: &[Value]) -> PyResult {
    if vm.host.env("PYTHONBREAKPOINT").as_deref() == Some("0") {
        return Ok(Value::None);
    }
    let pdb = crate::exec::import::import_absolute(vm, "pdb")?;
    let trace = lookup::get(vm, &pdb, &vm.intern("set_trace"))?;
    let given = ops::collect(vm, &args[0])?;
    vm.call(&trace, &given)
}

fn is_finalizing(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::bool(vm.state.sys.finalising.get()))
}

fn get_digits(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.state.digit_limit.get() as i64))
}

fn set_digits(vm: &Vm, args: &[Value]) -> PyResult {
    let limit = args::c_int(vm, &args[0])?;
    if limit != 0 && limit < 640 {
        return Err(vm.value_error("maxdigits must be 0 or larger than 640"));
    }
    vm.state
        .digit_limit
        .set(usize::try_from(limit).unwrap_or(0));
    Ok(Value::None)
}

fn default_encoding(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("utf-8"))
}

fn filesystem_errors(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("surrogateescape"))
}

fn switch_interval(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::float(0.005))
}

fn call_tracing(vm: &Vm, args: &[Value]) -> PyResult {
    let given = ops::collect(vm, &args[1])?;
    vm.call(&args[0], &given)
}

/// No profiler knows this interpreter's frames.
fn activate_trampoline(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[0]).map(|backend| backend.to_string_lossy()) {
        Some(backend) if backend == "perf" || backend == "perf_jit" => {
            Err(vm.value_error(format!("{backend} trampoline not available")))
        }
        Some(backend) => Err(vm.value_error(format!("invalid backend: {backend}"))),
        None => {
            let got = vm.type_name(&args[0]);
            let text = format!("activate_stack_trampoline() argument must be str, not {got}");
            Err(vm.type_error(text))
        }
    }
}

fn allocated_blocks(_vm: &Vm, _args: &[Value]) -> PyResult {
    const BLOCK: usize = 16;
    Ok(Value::Int((heap::bytes_in_use() / BLOCK) as i64))
}

fn interned_size(vm: &Vm, args: &[Value]) -> PyResult {
    // No interned string is immortal.
    let only_immortal = ops::truth(vm, &args[0])?;
    let count = if only_immortal { 0 } else { vm.interner.len() };
    Ok(Value::Int(count as i64))
}

fn dlopen_flags(vm: &Vm, _args: &[Value]) -> PyResult {
    const RTLD_NOW: i32 = 2;
    let flags = vm.state.sys.dlopen_flags.get().unwrap_or(RTLD_NOW);
    Ok(Value::Int(flags.into()))
}

fn set_dlopen_flags(vm: &Vm, args: &[Value]) -> PyResult {
    let flags = args::c_int(vm, &args[0])?;
    vm.state.sys.dlopen_flags.set(Some(flags));
    Ok(Value::None)
}

fn clear_caches(vm: &Vm, _args: &[Value]) -> PyResult {
    vm.state.method_cache.clear();
    Ok(Value::None)
}
