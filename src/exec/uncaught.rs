//! What becomes of exceptions that nobody handles: the report on `sys.stderr`, exit codes, exceptions
//! in finalisers, and the end of the program.
//!
//! The text itself is made in `text::report`.

use crate::host::Stream;
use crate::object::collect;
use crate::object::exception::Exception;
use crate::object::heap::{Ref, WeakPtr};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::stdlib::sys;
use crate::text::Text;
use crate::text::report::{
    self, Frame, FrameSource, Limit, Links, Notes, Options, Palette, Report, suggest,
};
use crate::types::dict::Dict;
use crate::types::make_class;
use crate::types::module;
use crate::types::native::NativeFunction;
use crate::types::str::text_of;
use crate::types::struct_sequence::{OPEN_STRUCT, field, make};
use crate::types::traceback::Traceback;
use crate::vm::Vm;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// How a program ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// With a status.
    Status(i32),
    /// By the signal that a KeyboardInterrupt stood for.
    Interrupt,
}

/// Makes a report on an exception.
pub type Display = fn(&Vm, &Value) -> Text;

/// An exception as a key: by identity.
#[derive(Clone)]
pub struct Key(pub Value);

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0.is(&other.0)
    }
}
impl Eq for Key {}
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.id().hash(state);
    }
}

/// Collects what a report needs of exceptions.
pub struct Describer<'a> {
    vm: &'a Vm,
    limit: Limit,
    /// Whether code whose file can't be read shows the text it was compiled from, which CPython doesn't have.
    pub keeps_sources: bool,
    sources: RefCell<HashMap<String, Option<Rc<report::Source>>>>,
}

impl<'a> Describer<'a> {
    /// A describer that shows the frames within `limit`.
    pub fn new(vm: &'a Vm, limit: Limit) -> Describer<'a> {
        Describer {
            vm,
            limit,
            keeps_sources: false,
            sources: RefCell::default(),
        }
    }

    fn source(&self, source: &crate::exec::tree::Source) -> FrameSource {
        let filename: &str = &source.filename;
        let own = || FrameSource::File(Rc::new(report::Source::new(source.text.to_string())));
        if self.vm.state.sys.modules_gone.get() && !self.keeps_sources {
            return FrameSource::Missing;
        }
        if self.vm.state.sys.typed.borrow().contains_key(filename) {
            // Several inputs may go by one name; the code knows its own.
            return own();
        }
        let mut sources = self.sources.borrow_mut();
        let known = sources.entry(filename.to_owned()).or_insert_with(|| {
            let source = sys::source_file(self.vm, filename)?;
            Some(Rc::new(report::Source::new(source.text.to_string())))
        });
        match known {
            Some(source) => FrameSource::File(source.clone()),
            None if self.keeps_sources && !filename.starts_with("<frozen ") => own(),
            None => FrameSource::Missing,
        }
    }

    /// The frames of a traceback.
    pub fn frames(&self, traceback: &Value) -> Vec<Frame> {
        let mut entries = Vec::new();
        let mut at = traceback.clone();
        while let Ok(entry) = at.downcast::<Traceback>() {
            at = entry.next.get();
            entries.push(entry);
        }
        entries[self.limit.range(entries.len())]
            .iter()
            .map(|entry| {
                let code = &entry.frame.code;
                let lines = code.source.lines();
                let start = lines.byte_position(entry.span.start);
                let end = lines.byte_position(entry.span.end);
                Frame {
                    filename: text(&code.source.filename),
                    name: code.name.text.clone(),
                    line: Some(entry.line()),
                    position: entry.has_columns().then(|| report::Position {
                        end_line: end.line.into(),
                        column: start.column as usize,
                        end_column: end.column as usize,
                    }),
                    source: self.source(&code.source),
                    locals: Vec::new(),
                }
            })
            .collect()
    }

    /// An exception and what it is linked to.
    pub fn describe(&self, key: &Key) -> (report::Exception, Links<Key>) {
        let vm = self.vm;
        let value = &key.0;
        let Some(exception) = value.get::<Exception>() else {
            return (report::Exception::default(), Links::default());
        };
        let traceback = exception.traceback.get();
        let described = report::Exception {
            type_name: type_name(vm, value),
            message: or_text(vm, ops::str(vm, value), report::STR_FAILED),
            suggestion: suggestion(vm, value, exception, &traceback),
            notes: notes(vm, value),
            frames: self.frames(&traceback),
            syntax: syntax_details(vm, value, exception),
        };
        let link = |cell: Value| cell.bound().map(Key);
        let links = Links {
            cause: link(exception.cause.get()),
            context: link(exception.context.get()),
            suppress_context: exception.suppress_context.get(),
            members: crate::types::exception_group::members(vm, value)
                .map(|members| members.into_iter().map(Key).collect()),
        };
        (described, links)
    }
}

fn text(s: &str) -> Text {
    Text::from_wtf8(s.as_bytes())
}

/// The text, or what stands for it when making it has failed.
fn or_text(
    vm: &Vm,
    result: crate::object::value::PyResult<Ref<crate::types::str::Str>>,
    failed: &str,
) -> Text {
    match result {
        Ok(made) => made.text.clone(),
        Err(_) => {
            drop(vm.take_pending());
            text(failed)
        }
    }
}

/// An attribute, or nothing whatever goes wrong.
fn attribute(vm: &Vm, value: &Value, name: &str) -> Option<Value> {
    lookup::get_optional(vm, value, &vm.intern(name)).unwrap_or_else(|_| {
        drop(vm.take_pending());
        None
    })
}

fn type_name(vm: &Vm, value: &Value) -> Text {
    let class = vm.class_of(value).value();
    let name = attribute(vm, &class, "__qualname__");
    let name = name.as_ref().and_then(text_of).cloned().unwrap_or_default();
    match attribute(vm, &class, "__module__") {
        Some(module) => match text_of(&module) {
            Some(module) if matches!(module.as_bytes(), b"builtins" | b"__main__") => name,
            Some(module) => {
                let mut full = module.clone();
                full.push_str(".");
                full.push_text(&name);
                full
            }
            None => {
                let mut full = text("<unknown>.");
                full.push_text(&name);
                full
            }
        },
        None => name,
    }
}

fn notes(vm: &Vm, value: &Value) -> Notes {
    let notes = match lookup::get_optional(vm, value, &vm.names.__notes__) {
        Ok(None | Some(Value::None)) => return Notes::None,
        Ok(Some(notes)) => notes,
        Err(_) => {
            let error = or_text(
                vm,
                ops::repr(vm, &vm.take_pending()),
                report::NOTES_REPR_FAILED,
            );
            let mut line = text("Ignored error getting __notes__: ");
            line.push_text(&error);
            return Notes::List(vec![line]);
        }
    };
    let is_sequence = notes.get::<crate::types::list::List>().is_some()
        || notes.get::<crate::types::tuple::Tuple>().is_some();
    if is_sequence && let Ok(items) = ops::collect(vm, &notes) {
        let show = |item: &Value| or_text(vm, ops::str(vm, item), report::NOTE_STR_FAILED);
        return Notes::List(items.iter().map(show).collect());
    }
    Notes::Other(or_text(
        vm,
        ops::repr(vm, &notes),
        report::NOTES_REPR_FAILED,
    ))
}

fn syntax_details(vm: &Vm, value: &Value, exception: &Exception) -> Option<report::SyntaxDetails> {
    if !vm.class_of(value).is_subclass(&vm.exceptions.SyntaxError) {
        return None;
    }
    let string = |at: usize| {
        let value = exception.field(at);
        text_of(&value).cloned()
    };
    let number = |at: usize| match exception.field(at) {
        Value::Int(n) => Some(n),
        _ => None,
    };
    Some(report::SyntaxDetails {
        msg: string(0),
        filename: string(1),
        lineno: number(2),
        offset: number(3),
        text: string(4),
        end_lineno: number(5),
        end_offset: number(6),
    })
}

/// "Did you mean" for AttributeError, NameError and ImportError.
fn suggestion(vm: &Vm, value: &Value, exception: &Exception, traceback: &Value) -> Text {
    let class = vm.class_of(value);
    let e = &vm.exceptions;
    let innermost = || innermost(traceback);
    if class.is_subclass(&e.ImportError) {
        let (module, name) = (exception.field(1), exception.field(3));
        if let (Some(module), Some(name)) = (text_of(&module), text_of(&name))
            && let Some(module) = vm.modules.get_name(&vm.intern(&module.to_string_lossy()))
        {
            let names = names_of(vm, &module);
            return suggest::imported_name(&bytes(&names), name.as_bytes());
        }
    } else if class.is_subclass(&e.NameError) {
        let name = exception.field(0);
        if let (Some(name), Some(entry)) = (text_of(&name), innermost()) {
            return name_suggestion(vm, name, &entry);
        }
    } else if class.is_subclass(&e.AttributeError) {
        let (name, obj) = (exception.field(0), exception.field(1));
        if let Some(name) = text_of(&name)
            && !obj.is_unbound()
        {
            let own = innermost()
                .is_some_and(|entry| own_self(vm, &entry).is_some_and(|this| this.is(&obj)));
            let names = names_of(vm, &obj);
            return suggest::attribute(&bytes(&names), name.as_bytes(), own);
        }
    }
    Text::new()
}

/// The entry of a traceback where the exception was raised.
pub fn innermost(traceback: &Value) -> Option<Ref<Traceback>> {
    let mut at = traceback.clone().downcast::<Traceback>().ok()?;
    while let Ok(next) = at.next.get().downcast::<Traceback>() {
        at = next;
    }
    Some(at)
}

fn own_self(vm: &Vm, entry: &Traceback) -> Option<Value> {
    entry.frame.variables(vm).get_name(&vm.intern("self"))
}

fn name_suggestion(vm: &Vm, name: &Text, entry: &Traceback) -> Text {
    let mut names = Vec::new();
    let spaces = [
        entry.frame.variables(vm).value(),
        entry.frame.globals.value(),
        entry.frame.builtins.value(),
    ];
    for space in &spaces {
        if let Some(dict) = space.get::<Dict>() {
            names.extend(dict.keys().iter().filter_map(text_of).cloned());
        }
    }
    let written = name.to_string_lossy();
    let own = own_self(vm, entry).is_some_and(|this| attribute(vm, &this, &written).is_some());
    let module = crate::stdlib::names::is_stdlib(&written);
    suggest::name(&bytes(&names), name.as_bytes(), own, module)
}

/// `dir(value)`; nothing when that fails.
fn names_of(vm: &Vm, value: &Value) -> Vec<Text> {
    let names = crate::builtins::names_of(vm, value).unwrap_or_else(|_| {
        drop(vm.take_pending());
        Vec::new()
    });
    if names.iter().any(|name| text_of(name).is_none()) {
        return Vec::new(); // `dir` can't sort them
    }
    let mut names: Vec<Text> = names.iter().filter_map(text_of).cloned().collect();
    names.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
    names
}

fn bytes(names: &[Text]) -> Vec<&[u8]> {
    names.iter().map(Text::as_bytes).collect()
}

/// `sys.tracebacklimit`
fn system_limit(vm: &Vm) -> Option<i64> {
    match vm.sys.get_name(&vm.intern("tracebacklimit")) {
        Some(Value::Int(limit)) => Some(limit),
        _ => None,
    }
}

/// Whether native code may go on asking objects for their text: reports run with the pending exception
/// put aside.
pub fn aside<R>(vm: &Vm, f: impl FnOnce() -> R) -> R {
    let pending = vm.take_pending();
    let result = f();
    let _ = vm.set_pending(pending);
    result
}

/// The report on an exception, as the interpreter prints it.
pub fn report(vm: &Vm, exception: &Value) -> Text {
    aside(vm, || {
        let describer = Describer::new(vm, Limit::of_uncaught(system_limit(vm)));
        let key = Key(exception.clone());
        let options = Options {
            palette: palette(vm),
            ..Options::default()
        };
        Report::gather(key, true, |key| describer.describe(key)).render(&options)
    })
}

/// Colours for a terminal, unless the environment says otherwise (`PYTHON_COLORS`, `NO_COLOR`,
/// `FORCE_COLOR`, `TERM`).
fn palette(vm: &Vm) -> Palette {
    match coloured(vm) {
        true => Palette::ANSI,
        false => Palette::PLAIN,
    }
}

/// Whether reports on standard error have colours.
pub fn coloured(vm: &Vm) -> bool {
    environment_colours(vm).unwrap_or_else(|| vm.host.is_terminal(Stream::Err))
}

fn environment_colours(vm: &Vm) -> Option<bool> {
    let flags = vm.state.sys.flags.borrow();
    if flags.ignore_environment || flags.isolated {
        return None;
    }
    let env = |name: &str| vm.host.env(name);
    match env("PYTHON_COLORS").as_deref() {
        Some("0") => Some(false),
        Some("1") => Some(true),
        _ if env("NO_COLOR").is_some() => Some(false),
        _ if env("FORCE_COLOR").is_some() => Some(true),
        _ => (env("TERM").as_deref() == Some("dumb")).then_some(false),
    }
}

/// What `sys.__excepthook__` does.
pub fn display(vm: &Vm, value: &Value, traceback: &Value) {
    let Some(exception) = value.get::<Exception>() else {
        let found = vm.type_name(value);
        let message =
            format!("TypeError: print_exception(): Exception expected for value, {found} found\n");
        return sys::write_err(vm, &text(&message));
    };
    if crate::types::traceback::is_traceback(traceback) && exception.traceback.is_unbound() {
        exception.traceback.set(traceback.clone());
    }
    let stdout = vm.sys.get_name(&vm.names.stdout);
    flush(vm, stdout);
    let display = vm.state.sys.display.get().unwrap_or(report);
    sys::write_err(vm, &display(vm, value));
}

fn flush(vm: &Vm, stream: Option<Value>) {
    if let Some(stream) = stream.filter(|stream| !stream.is_none())
        && vm.call_method(&stream, &vm.names.flush, &[]).is_err()
    {
        drop(vm.take_pending());
    }
}

/// What `sys.unraisablehook` does by default.
pub fn display_unraisable(vm: &Vm, value: &Value, message: &Value, object: &Value) {
    let shown = aside(vm, || {
        let describer = Describer::new(vm, Limit::of_unraisable(system_limit(vm)));
        let (mut described, _) = describer.describe(&Key(value.clone()));
        if value.get::<Exception>().is_none() {
            described.type_name = type_name(vm, value);
        }
        let subject = object
            .given()
            .map(|object| or_text(vm, ops::repr(vm, object), "<object repr() failed>"));
        let message = text_of(message).map(|text| text.to_string_lossy());
        report::format_unraisable(message.as_deref(), subject.as_ref(), &described)
    });
    sys::write_err(vm, &shown);
}

static UNRAISABLE: TypeTable = TypeTable {
    name: "UnraisableHookArgs",
    module: "builtins",
    doc: "UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.",
    properties: &[
        field::<0>("exc_type", "Exception type"),
        field::<1>("exc_value", "Exception value"),
        field::<2>("exc_traceback", "Exception traceback"),
        field::<3>("err_msg", "Error message"),
        field::<4>("object", "Object causing the exception"),
    ],
    ..OPEN_STRUCT
};

/// Hands the pending exception to `sys.unraisablehook`.
pub fn unraisable(vm: &Vm, situation: Option<&str>, object: &Value) {
    let is_placeless = |exception: &Exception| exception.traceback.get().bound().is_none();
    if vm.pending().get::<Exception>().is_some_and(is_placeless) {
        // What no Python code has raised is told of the code that runs.
        vm.with_frame(0, |core| {
            crate::types::traceback::add(vm, core, core.span.get());
        });
    }
    let exception = vm.take_pending();
    if exception.is_unbound() {
        return;
    }
    let message = situation.map_or(Value::None, |text| vm.str(text));
    let object = object.clone().bound().unwrap_or(Value::None);
    let hook = vm.sys.get_name(&vm.intern("unraisablehook"));
    match hook.filter(|hook| !hook.is_none()) {
        Some(hook) if !is_native(&hook, "unraisablehook") => {
            let traceback = exception
                .get::<Exception>()
                .and_then(|e| e.traceback.get().bound())
                .unwrap_or(Value::None);
            let class = make_class(vm, &UNRAISABLE, &vm.types.tuple);
            let args = make(
                &class,
                vec![
                    vm.class_of(&exception).value(),
                    exception.clone(),
                    traceback,
                    message,
                    object,
                ],
            );
            if vm.call(&hook, &[args]).is_err() {
                let failed = vm.take_pending();
                let text = vm.str("Exception ignored in sys.unraisablehook");
                display_unraisable(vm, &failed, &text, &hook);
            }
        }
        _ => display_unraisable(vm, &exception, &message, &object),
    }
}

fn is_native(hook: &Value, name: &str) -> bool {
    hook.get::<NativeFunction>()
        .is_some_and(|function| function.row.name() == name)
}

/// Ends a program whose code has left an exception pending: reports it, and gives the exit code.
pub fn uncaught(vm: &Vm) -> Exit {
    vm.extend_limits();
    let exception = vm.take_pending();
    // With -i, the end of the program is looked at as any other exception.
    let leaves = vm
        .class_of(&exception)
        .is_subclass(&vm.exceptions.SystemExit);
    if leaves && !vm.state.sys.flags.borrow().inspect {
        return system_exit(vm, &exception);
    }
    let traceback = exception
        .get::<Exception>()
        .and_then(|e| e.traceback.get().bound())
        .unwrap_or(Value::None);
    let class = vm.class_of(&exception).value();
    for (name, value) in [
        ("last_exc", &exception),
        ("last_type", &class),
        ("last_value", &exception),
        ("last_traceback", &traceback),
    ] {
        drop(vm.sys.set_name(&vm.intern(name), value.clone()));
    }
    let stdout = vm.sys.get_name(&vm.names.stdout);
    match vm.sys.get_name(&vm.names.excepthook) {
        None => {
            sys::write_err(vm, &text("sys.excepthook is missing\n"));
            display(vm, &exception, &traceback);
        }
        Some(hook) if is_native(&hook, "excepthook") => display(vm, &exception, &traceback),
        Some(hook) => {
            if vm
                .call(&hook, &[class, exception.clone(), traceback.clone()])
                .is_err()
            {
                let failed = vm.take_pending();
                if vm.class_of(&failed).is_subclass(&vm.exceptions.SystemExit) {
                    return system_exit(vm, &failed);
                }
                flush(vm, stdout);
                sys::write_err(vm, &text("Error in sys.excepthook:\n"));
                sys::write_err(vm, &report(vm, &failed));
                sys::write_err(vm, &text("\nOriginal exception was:\n"));
                display(vm, &exception, &traceback);
            }
        }
    }
    if vm
        .class_of(&exception)
        .is_subclass(&vm.exceptions.KeyboardInterrupt)
    {
        return Exit::Interrupt;
    }
    Exit::Status(1)
}

/// The status that a SystemExit asks for; `None` for other exceptions. A text is written to `sys.stderr`.
pub fn exit_status(vm: &Vm, exception: &Value) -> Option<i32> {
    let leaves = vm
        .class_of(exception)
        .is_subclass(&vm.exceptions.SystemExit);
    match leaves.then(|| system_exit(vm, exception))? {
        Exit::Status(status) => Some(status),
        Exit::Interrupt => None,
    }
}

/// "If the value is an integer, it specifies the system exit status; None: zero; another type: the
/// object's value is printed and the exit status is one".
fn system_exit(vm: &Vm, exception: &Value) -> Exit {
    let code = attribute(vm, exception, "code").unwrap_or(Value::None);
    match &code {
        Value::None => Exit::Status(0),
        Value::True => Exit::Status(1),
        Value::False => Exit::Status(0),
        Value::Int(code) => Exit::Status(i32::try_from(*code).unwrap_or(-1)),
        other if crate::types::int::int_ref(other).is_some() => {
            Exit::Status(match ops::index(vm, other) {
                Ok(Value::Int(code)) => i32::try_from(code).unwrap_or(-1),
                _ => -1,
            })
        }
        other => {
            let stdout = vm.sys.get_name(&vm.names.stdout);
            flush(vm, stdout);
            let mut shown = or_text(vm, ops::str(vm, other), "");
            shown.push_str("\n");
            sys::write_err(vm, &shown);
            Exit::Status(1)
        }
    }
}

// ---------------------------------------------------------------------------------------------
// The end of the program

/// Runs exit functions, flushes the streams and takes the modules down, so that objects get their
/// finalisers. The status is 120 when standard output can't be flushed.
pub fn finish(vm: &Vm, exit: Exit) -> Exit {
    vm.extend_limits();
    if let Some(atexit) = vm.modules.get_name(&vm.intern("atexit"))
        && let Some(run) = attribute(vm, &atexit, "_run_exitfuncs")
        && vm.call(&run, &[]).is_err()
    {
        unraisable(vm, Some("Exception ignored in atexit callback"), &run);
    }
    let flushed = flush_streams(vm);
    vm.state.sys.finalising.set(true);
    take_down(vm);
    // What could not be written then has been told.
    let flushed = flushed && flush_streams(vm);
    match exit {
        Exit::Status(_) if !flushed => Exit::Status(120),
        exit => exit,
    }
}

/// Flushes `sys.stdout` and `sys.stderr`; whether that could be done.
pub fn flush_streams(vm: &Vm) -> bool {
    let mut done = true;
    for name in [&vm.names.stdout, &vm.names.stderr] {
        let Some(stream) = vm.sys.get_name(name).filter(|stream| !stream.is_none()) else {
            continue;
        };
        let closed = attribute(vm, &stream, "closed").is_some_and(|closed| closed.is(&Value::True));
        if !closed && vm.call_method(&stream, &vm.names.flush, &[]).is_err() {
            if *name == vm.names.stdout {
                let situation = "Exception ignored on flushing sys.stdout";
                unraisable(vm, Some(situation), &Value::None);
            } else {
                drop(vm.take_pending());
            }
            done = false;
        }
    }
    done
}

/// Modules go in CPython's order: `sys`' references to the program's objects, `sys.modules`, what
/// only cycles keep, then the namespaces of modules that something still holds, last imported first.
fn take_down(vm: &Vm) {
    if vm.state.collector.enabled.get() {
        collect::collect(vm, true);
    }
    for name in [
        "path",
        "argv",
        "ps1",
        "ps2",
        "last_exc",
        "last_type",
        "last_value",
        "last_traceback",
        "path_hooks",
        "path_importer_cache",
        "meta_path",
    ] {
        let name = vm.intern(name);
        if vm.sys.get_name(&name).is_some() {
            drop(vm.sys.set_name(&name, Value::None));
        }
    }
    for name in ["stdin", "stdout", "stderr"] {
        let original = vm.sys.get_name(&vm.intern(&format!("__{name}__")));
        drop(
            vm.sys
                .set_name(&vm.intern(name), original.unwrap_or(Value::None)),
        );
    }
    vm.state.sys.audit_hooks.clear();
    vm.state.sys.monitoring.clear();
    let modules = named_modules(vm);
    let weakly = |(name, module): &(Name, Value)| Some((name.clone(), WeakPtr::new(module.obj()?)));
    let left: Vec<_> = modules.iter().filter_map(weakly).collect();
    vm.state.sys.left.replace(left.clone());
    vm.state.sys.ending.set(true);
    for (name, module) in modules {
        drop(module);
        drop(vm.modules.set_name(&name, Value::None));
    }
    vm.modules.clear();
    vm.state.sys.modules_gone.set(true);
    let mut changed = collect::collect(vm, true) > 0;
    for (_, module) in left.iter().rev() {
        if let Some(obj) = module.upgrade()
            && let Some(namespace) = module::namespace(vm, &obj)
            && namespace != vm.sys
            && namespace != vm.builtins
        {
            clear_namespace(vm, &namespace);
            changed = true;
        }
    }
    // Finalisers may have had modules of the library imported.
    changed |= !vm.modules.is_empty();
    vm.modules.clear();
    if changed {
        collect::collect(vm, true);
    }
    drop(vm.state.sys.left.take());
}

fn named_modules(vm: &Vm) -> Vec<(Name, Value)> {
    let named = |(key, module): (Value, Value)| {
        let key = key.as_ref::<crate::types::str::Str>()?;
        Some((vm.interner.intern_object(key), module))
    };
    vm.modules.items().into_iter().filter_map(named).collect()
}

/// Names with one leading underscore go first, `__builtins__` stays.
fn clear_namespace(vm: &Vm, namespace: &Ref<Dict>) {
    let keys = namespace.keys();
    for private in [true, false] {
        for key in &keys {
            let Some(name) = key.as_ref::<crate::types::str::Str>() else {
                continue;
            };
            let bytes = name.text.as_bytes();
            let is_private = bytes.starts_with(b"_") && !bytes.starts_with(b"__");
            if (private && is_private) || (!private && bytes != b"__builtins__") {
                drop(namespace.set_name(&vm.interner.intern_object(name), Value::None));
            }
        }
    }
}
