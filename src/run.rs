//! Running what the command line names: `sys` is filled in, `__main__` made, its code run.

use crate::check;
use crate::cli::{self, CommandLine, Instead, Program};
use crate::diagnostics::{self, Style};
use crate::explain;
use crate::repl::{self, Session};
use dunder::exec::compile::{self, Unit};
use dunder::exec::import::import_absolute;
use dunder::exec::uncaught::{self, Exit};
use dunder::host::{ConfinedHost, StdHost, Stream};
use dunder::interpreter::{Interpreter, execute, main_namespace, run_module};
use dunder::object::heap::Ref;
use dunder::object::lookup;
use dunder::object::ops;
use dunder::object::value::{PyResult, Raised, Value};
use dunder::stdlib::{finder, spec, sys_info};
use dunder::text::Text;
use dunder::types::dict::Dict;
use dunder::types::list::List;
use dunder::vm::Vm;
use dunder_grammar::Mode;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::rc::Rc;

/// Runs the program and takes the interpreter down.
///
/// # Errors
/// That the environment makes a start impossible.
pub fn run(mut line: CommandLine) -> Result<Exit, Instead> {
    let host = Rc::new(StdHost::new());
    host.catch_interrupts();
    host.watch_memory(|| crate::ALLOCATOR.was_used());
    let interpreter = Interpreter::new(match line.no_io {
        true => Rc::new(confined(host, &line)),
        false => host,
    });
    if std::env::var_os("DUNDER_UNCACHED").is_some() {
        interpreter.without_caches();
    }
    cli::apply_environment(&mut line, |name| interpreter.vm().host.env(name))?;
    let exit = interpreter.enter(|vm| {
        diagnostics::install(vm, line.errors);
        if set_up(vm, &line).is_err() {
            return uncaught::uncaught(vm);
        }
        if line.check {
            return check(vm, &line);
        }
        limit_memory(&line);
        vm.set_limits(line.limits);
        let namespace = main_namespace(vm);
        let mut exit = match run_program(vm, &line, &namespace) {
            Ok(Some(exit)) => exit,
            Ok(None) => Exit::Status(0),
            Err(_) => uncaught::uncaught(vm),
        };
        exit = explain(vm, &line, &namespace, exit);
        if wants_prompt(vm, &line) {
            // What the program is told by its name is over.
            drop(namespace.remove_name(&vm.names.__file__));
            vm.state.sys.flags.borrow_mut().inspect = false;
            // Where one sees what one has typed, CPython's few lines are clearer.
            if line.errors == Style::Automatic {
                diagnostics::install(vm, Style::Python);
            }
            call_interactive_hook(vm);
            let session = Session::new(vm, &namespace);
            let banner = reads_prompt(vm, &line) && !line.flags.quiet;
            exit = repl::interact(&session, banner);
        }
        // The program's objects go when the modules do, not after the interpreter.
        drop(namespace);
        uncaught::finish(vm, exit)
    });
    Ok(exit)
}

fn confined(host: Rc<StdHost>, line: &CommandLine) -> ConfinedHost {
    let source = match &line.program {
        Program::File(path) => Some(path.clone()),
        Program::Command(_) | Program::Module(_) | Program::Stdin { .. } => None,
    };
    ConfinedHost::new(host, source)
}

/// The system refuses what is far beyond `--max-memory`, so that one huge object is a MemoryError too.
fn limit_memory(line: &CommandLine) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Some(bytes) = line.limits.memory else {
        return;
    };
    let Some(mapped) = dunder::host::process_memory().map(|memory| memory.mapped) else {
        return;
    };
    let maximum = getrlimit(Resource::As).maximum;
    let current = Some(mapped.saturating_add(bytes).saturating_add(MEMORY_SLACK));
    // Refused is no worse: the interpreter looks at its memory itself.
    let _ = setrlimit(Resource::As, Rlimit { current, maximum });
}

/// What may be allocated between two looks at the memory in use.
const MEMORY_SLACK: u64 = 64 << 20;

/// `--check`: compiles the program, and the files named after it, and reports what is wrong with each.
fn check(vm: &Vm, line: &CommandLine) -> Exit {
    let files: Vec<String> = match &line.program {
        Program::File(file) => std::iter::once(file.clone())
            .chain(
                line.args
                    .iter()
                    .map(|file| file.to_string_lossy().into_owned()),
            )
            .collect(),
        Program::Command(_) | Program::Module(_) | Program::Stdin { .. } => {
            eprintln!("--check needs files to check");
            return Exit::Status(2);
        }
    };
    let mut status = 0;
    for file in files {
        if !check::check(vm, &file) {
            status = 1;
        }
    }
    Exit::Status(status)
}

/// `--explain`: tells the lookups asked for; the status is 1 if one of them fails.
fn explain(vm: &Vm, line: &CommandLine, namespace: &Ref<Dict>, exit: Exit) -> Exit {
    let mut exit = exit;
    for asked in &line.explain {
        let unit = Unit::new("<explain>", &asked.object, Mode::Expression);
        vm.state.sys.remember_typed("<explain>", &asked.object);
        let told = execute(vm, &unit, namespace)
            .and_then(|object| explain::tell(vm, object, &asked.name))
            .and_then(|told| {
                let stdout = vm.sys.get_name(&vm.names.stdout).unwrap_or(Value::None);
                let text = vm.str(&format!("{}\n", told.text));
                vm.call_method(&stdout, &vm.names.write, &[text])?;
                Ok(told.found)
            });
        let failed = match told {
            Ok(found) => (!found).then_some(Exit::Status(1)),
            Err(_) => Some(uncaught::uncaught(vm)),
        };
        if exit == Exit::Status(0)
            && let Some(failed) = failed
        {
            exit = failed;
        }
    }
    exit
}

/// Whether statements are read at a prompt instead of a program.
fn reads_prompt(vm: &Vm, line: &CommandLine) -> bool {
    matches!(&line.program, Program::Stdin { .. })
        && (line.flags.interactive || vm.host.is_terminal(Stream::In))
}

/// Whether a prompt follows: instead of a program, or after one (`-i`; `PYTHONINSPECT`, which the program
/// may have set, at a terminal).
fn wants_prompt(vm: &Vm, line: &CommandLine) -> bool {
    let asked = || {
        let variable = vm.host.env("PYTHONINSPECT");
        uses_environment(line) && variable.is_some_and(|on| !on.is_empty())
    };
    reads_prompt(vm, line)
        || line.flags.interactive
        || (vm.host.is_terminal(Stream::In) && (line.flags.inspect || asked()))
}

fn absolute(vm: &Vm, path: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    let path = path.strip_prefix("./").unwrap_or(path);
    match vm.host.current_dir() {
        Ok(folder) if path.is_empty() => folder,
        Ok(folder) => format!("{}/{path}", folder.trim_end_matches('/')),
        Err(_) => path.to_owned(),
    }
}

fn folder_of(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((folder, _)) => folder,
        None => ".",
    }
}

/// Fills in what `sys` says of the command line and the environment.
fn set_up(vm: &Vm, line: &CommandLine) -> PyResult<()> {
    let set = |name: &str, value: Value| drop(vm.sys.set_name(&vm.intern(name), value));
    let strings = |items: Vec<String>| vm.list(items.iter().map(|item| vm.str(item)).collect());
    let first = match &line.program {
        Program::File(path) => path.clone(),
        Program::Command(_) => "-c".to_owned(),
        Program::Module(_) => "-m".to_owned(),
        Program::Stdin { name } => name.clone(),
    };
    let mut argv = vec![vm.str(&first)];
    argv.extend(line.args.iter().map(|argument| escaped(vm, argument)));
    set("argv", vm.list(argv));
    let original = std::env::args_os();
    set(
        "orig_argv",
        vm.list(original.map(|argument| escaped(vm, &argument)).collect()),
    );
    let program =
        std::env::current_exe().map_or(String::new(), |path| path.to_string_lossy().into_owned());
    set("executable", vm.str(&program));
    set("_base_executable", vm.str(&program));
    set("warnoptions", strings(warning_options(line)));
    let options = vm.dict();
    for option in &line.implementation {
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, vm.str(value)),
            None => (option.as_str(), Value::True),
        };
        drop(options.set_name(&vm.intern(name), value));
    }
    set("_xoptions", options.into());
    *vm.state.sys.flags.borrow_mut() = line.flags.clone();
    let debug = Value::bool(line.flags.optimize == 0);
    drop(vm.builtins.set_name(&vm.names.__debug__, debug));
    if let Some(limit) = line.digit_limit {
        vm.state.digit_limit.set(limit);
    }
    set("flags", sys_info::flags(vm, &line.flags));
    set("path", strings(search_path(vm, line)));
    if line.unbuffered {
        dunder::stdlib::io::unbuffer_standard_streams(vm);
    }
    if let Some(asked) = &line.stream_encoding {
        set_stream_encoding(vm, asked)?;
    }
    set_interactive_hook(vm, line)
}

/// `sys.__interactivehook__`, as the module `site` sets it. There is nothing left for it to do: the prompt edits
/// and completes lines by itself.
fn set_interactive_hook(vm: &Vm, line: &CommandLine) -> PyResult<()> {
    const HOOK: &str =
        "def register_readline():\n    'Does nothing: the prompt completes names by itself.'\n";
    if line.flags.no_site || line.flags.isolated {
        return Ok(());
    }
    let site = vm.dict();
    drop(site.set_name(&vm.names.__name__, vm.str("site")));
    execute(vm, &Unit::new("<frozen site>", HOOK, Mode::Module), &site)?;
    if let Some(hook) = site.remove_name(&vm.intern("register_readline")) {
        let name = vm.intern("__interactivehook__");
        drop(vm.sys.set_name(&name, hook));
    }
    Ok(())
}

/// Calls `sys.__interactivehook__` before the first prompt.
fn call_interactive_hook(vm: &Vm) {
    let Some(hook) = vm.sys.get_name(&vm.intern("__interactivehook__")) else {
        return;
    };
    if vm.call(&hook, &[]).is_err() {
        eprintln!("Failed calling sys.__interactivehook__");
        let _ = uncaught::uncaught(vm);
    }
}

/// An argument as a str: bytes that are no UTF-8 become lone surrogates ("surrogateescape").
fn escaped(vm: &Vm, argument: &OsStr) -> Value {
    let mut out = Vec::with_capacity(argument.len());
    for chunk in argument.as_bytes().utf8_chunks() {
        out.extend_from_slice(chunk.valid().as_bytes());
        for byte in chunk.invalid() {
            // U+DC80 and up, as WTF-8 spells it.
            out.extend([0xED, 0xB0 | byte >> 6, 0x80 | byte & 0x3F]);
        }
    }
    vm.text(Text::from_wtf8(&out))
}

/// `PYTHONIOENCODING`: `encoding:errors`, of which either may be missing. Standard error never fails.
fn set_stream_encoding(vm: &Vm, asked: &str) -> PyResult<()> {
    let (encoding, errors) = asked.split_once(':').unwrap_or((asked, ""));
    let errors = if errors.is_empty() { "strict" } else { errors };
    let (mut names, mut values) = (vec![vm.intern("errors")], vec![vm.str(errors)]);
    if !encoding.is_empty() {
        let codecs = import_absolute(vm, "codecs")?;
        let find = lookup::get(vm, &codecs, &vm.intern("lookup"))?;
        let found = vm.call(&find, &[vm.str(encoding)])?;
        names.push(vm.intern("encoding"));
        values.push(lookup::get(vm, &found, &vm.names.name)?);
    }
    for name in [&vm.names.stdin, &vm.names.stdout, &vm.names.stderr] {
        if *name == vm.names.stderr {
            values[0] = vm.str("backslashreplace");
        }
        if let Some(stream) = vm.sys.get_name(name) {
            let reconfigure = lookup::get(vm, &stream, &vm.intern("reconfigure"))?;
            vm.call_with(&reconfigure, &values, &names)?;
        }
    }
    Ok(())
}

fn uses_environment(line: &CommandLine) -> bool {
    !line.flags.ignore_environment && !line.flags.isolated
}

fn warning_options(line: &CommandLine) -> Vec<String> {
    let mut options = line.warnings.clone();
    if line.flags.dev_mode {
        options.insert(0, "default".to_owned());
    }
    match line.flags.bytes_warning {
        0 => {}
        1 => options.push("default::BytesWarning".to_owned()),
        _ => options.push("error::BytesWarning".to_owned()),
    }
    options
}

/// `sys.path`: where the program is, then `PYTHONPATH`.
fn search_path(vm: &Vm, line: &CommandLine) -> Vec<String> {
    let mut path = Vec::new();
    if !line.flags.safe_path && !line.flags.isolated {
        path.push(match &line.program {
            Program::File(file) if vm.host.is_dir(file) => absolute(vm, file),
            Program::File(file) => {
                let file = vm
                    .host
                    .real_path(file)
                    .unwrap_or_else(|_| absolute(vm, file));
                folder_of(&file).to_owned()
            }
            Program::Module(_) => vm.host.current_dir().unwrap_or_default(),
            Program::Command(_) | Program::Stdin { .. } => String::new(),
        });
    }
    if uses_environment(line)
        && let Some(listed) = vm.host.env("PYTHONPATH")
    {
        path.extend(listed.split(':').map(|folder| absolute(vm, folder)));
    }
    path
}

fn run_program(vm: &Vm, line: &CommandLine, namespace: &Ref<Dict>) -> PyResult<Option<Exit>> {
    if !warning_options(line).is_empty() {
        import_absolute(vm, "warnings")?;
    }
    match &line.program {
        Program::File(path) if vm.host.is_dir(path) => {
            run_as_module(vm, line, namespace, "__main__", true)
        }
        Program::File(path) => run_file(vm, line, namespace, path),
        Program::Command(text) => {
            // As CPython does, whatever the text ends with.
            let text = format!("{text}\n");
            vm.state.sys.remember_typed("<string>", &text);
            run_unit(vm, namespace, &Unit::new("<string>", &text, Mode::Module))
        }
        Program::Module(name) => run_as_module(vm, line, namespace, name, false),
        Program::Stdin { .. } if reads_prompt(vm, line) => start_up(vm, line, namespace),
        Program::Stdin { .. } => {
            let mut bytes = Vec::new();
            let mut buffer = [0; 8192];
            loop {
                match vm.host.read_stdin(&mut buffer) {
                    Ok(count @ 1..) => bytes.extend_from_slice(&buffer[..count]),
                    Err(error) if error.kind() == ErrorKind::Interrupted => vm.check_signals()?,
                    _ => break,
                }
            }
            let text = compile::decode(vm, &bytes, "<stdin>")?;
            run_unit(
                vm,
                namespace,
                &Unit::new("<stdin>", &text, Mode::Module).by_lines(),
            )
        }
    }
}

/// `PYTHONSTARTUP` is run before the first prompt.
fn start_up(vm: &Vm, line: &CommandLine, namespace: &Ref<Dict>) -> PyResult<Option<Exit>> {
    let asked = vm.host.env("PYTHONSTARTUP").filter(|file| !file.is_empty());
    let Some(file) = asked.filter(|_| uses_environment(line)) else {
        return Ok(None);
    };
    match vm.host.read_file(&file) {
        Ok(bytes) => {
            let text = compile::decode_file(vm, &bytes, &file)?;
            run_unit(vm, namespace, &Unit::of_file(&file, &text).by_lines())
        }
        Err(error) => {
            eprintln!("Could not open PYTHONSTARTUP");
            Err(dunder::stdlib::raise_os(vm, &error, Some(&vm.str(&file))))
        }
    }
}

fn run_file(
    vm: &Vm,
    line: &CommandLine,
    namespace: &Ref<Dict>,
    path: &str,
) -> PyResult<Option<Exit>> {
    let full = absolute(vm, path);
    let mut bytes = match vm.host.read_file(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let text = error.to_string();
            let reason = text.split(" (os error").next().unwrap_or_default();
            let errno = error.raw_os_error().unwrap_or(5);
            let program = std::env::args().next().unwrap_or_default();
            eprintln!("{program}: can't open file '{full}': [Errno {errno}] {reason}");
            return Ok(Some(Exit::Status(2)));
        }
    };
    if is_archive(&bytes) {
        put_first(vm, &full);
        return run_as_module(vm, line, namespace, "__main__", true);
    }
    if line.skip_first_line {
        // The line's end stays, so that the lines keep their numbers.
        let end = bytes.iter().position(|&byte| byte == b'\n');
        bytes.drain(..end.unwrap_or(bytes.len()));
    }
    drop(namespace.set_name(&vm.names.__file__, vm.str(&full)));
    drop(namespace.set_name(&vm.names.__cached__, Value::None));
    let loader = spec::source_loader(vm, "__main__", &full);
    drop(namespace.set_name(&vm.names.__loader__, loader));
    let text = compile::decode_file(vm, &bytes, &full)?;
    run_unit(vm, namespace, &Unit::of_file(&full, &text).by_lines())
}

/// Whether a file's content is a zip archive: told by its end, since a line for the shell may stand before it.
fn is_archive(bytes: &[u8]) -> bool {
    const END: usize = 22;
    let end = bytes.len().checked_sub(END).map(|at| &bytes[at..]);
    end.is_some_and(|end| end.starts_with(b"PK\x05\x06"))
}

/// Puts the program into the first place of `sys.path`, in place of its folder.
fn put_first(vm: &Vm, entry: &str) {
    let flags = vm.state.sys.flags.borrow();
    if let Some(path) = vm.sys.get_name(&vm.intern("path"))
        && let Some(path) = path.get::<List>()
    {
        if !flags.safe_path && !flags.isolated {
            drop(path.items.remove(0));
        }
        path.items.insert(0, vm.str(entry));
    }
}

/// Runs a program, after which nothing asks to leave.
fn run_unit(vm: &Vm, namespace: &Ref<Dict>, unit: &Unit<'_>) -> PyResult<Option<Exit>> {
    execute(vm, unit, namespace)?;
    Ok(None)
}

/// `-m name`: the module (or its `__main__`) is found as by `import` and run as `__main__`.
fn run_as_module(
    vm: &Vm,
    line: &CommandLine,
    namespace: &Ref<Dict>,
    name: &str,
    is_program: bool,
) -> PyResult<Option<Exit>> {
    let main = match find_main(vm, name)? {
        Ok(main) => main,
        Err(_) if is_program => {
            let program = absolute(vm, line_name(line));
            let text = format!("can't find '__main__' module in '{program}'");
            return Ok(Some(refuse(vm, &text)));
        }
        Err(reason) => return Ok(Some(refuse(vm, &reason))),
    };
    let loader = spec::field(vm, &main.spec, "loader");
    if !is_program
        && let Some(argv) = vm.sys.get_name(&vm.intern("argv"))
        && let Some(argv) = argv.get::<List>()
    {
        drop(argv.items.set(0, vm.str(&main.file)));
    }
    let parent = lookup::get(vm, &main.spec, &vm.intern("parent"))?;
    drop(namespace.set_name(&vm.names.__package__, parent));
    drop(namespace.set_name(&vm.names.__spec__, main.spec));
    drop(namespace.set_name(&vm.names.__loader__, loader.clone()));
    if main.is_located {
        drop(namespace.set_name(&vm.names.__file__, vm.str(&main.file)));
    }
    if main.is_located && vm.host.is_file(&main.file) {
        let code = finder::compile_file(vm, &main.file)?;
        run_module(vm, &code, namespace)?;
        return Ok(None);
    }
    // What is no file is run from the source its loader has.
    let source = lookup::get(vm, &loader, &vm.intern("get_source"))?;
    let Some(text) = text_of(&vm.call(&source, &[vm.str(&main.name)])?) else {
        let text = format!("No code object available for {}", main.name);
        return Ok(Some(refuse(vm, &text)));
    };
    if main.is_located {
        vm.state.sys.remember_typed(&main.file, &text);
        return run_unit(vm, namespace, &Unit::of_file(&main.file, &text));
    }
    let filename = format!("<frozen {}>", main.name);
    run_unit(vm, namespace, &Unit::new(&filename, &text, Mode::Module))
}

/// What `-m` runs.
struct MainModule {
    name: String,
    spec: Value,
    /// The file it is from, or one that its name would have.
    file: String,
    is_located: bool,
}

/// Finds what `-m` runs: of a package, its `__main__`. Or says why there is nothing.
fn find_main(vm: &Vm, asked: &str) -> PyResult<Result<MainModule, String>> {
    if asked.starts_with('.') {
        return Ok(Err("Relative module names not supported".to_owned()));
    }
    if asked.is_empty() {
        return Ok(Err("No module named ".to_owned()));
    }
    let mut name = asked.to_owned();
    let mut spec = match find(vm, asked)? {
        Ok(spec) => spec,
        Err(reason) => {
            let text = format!("Error while finding module specification for '{asked}' ({reason})");
            return Ok(Err(text));
        }
    };
    if spec.is_none() {
        return Ok(Err(format!("No module named {asked}")));
    }
    if !spec::field(vm, &spec, "submodule_search_locations").is_none() {
        name += ".__main__";
        spec = find(vm, &name)?.unwrap_or(Value::None);
        if spec.is_none() {
            let text = format!(
                "No module named {name}; '{asked}' is a package and cannot be directly executed"
            );
            return Ok(Err(text));
        }
    }
    let is_located = ops::truth(vm, &lookup::get(vm, &spec, &vm.intern("has_location"))?)?;
    let origin = text_of(&spec::field(vm, &spec, "origin")).filter(|_| is_located);
    let file = origin.unwrap_or_else(|| name.replace('.', "/") + ".py");
    Ok(Ok(MainModule {
        name,
        spec,
        file,
        is_located,
    }))
}

/// Says why nothing is run.
fn refuse(vm: &Vm, text: &str) -> Exit {
    let program = vm.sys.get_name(&vm.intern("executable"));
    let program = program.as_ref().and_then(text_of).unwrap_or_default();
    eprintln!("{program}: {text}");
    Exit::Status(1)
}

fn text_of(value: &Value) -> Option<String> {
    dunder::types::str::text_of(value).map(|text| text.to_string_lossy())
}

fn line_name(line: &CommandLine) -> &str {
    match &line.program {
        Program::File(path) => path,
        _ => "",
    }
}

/// The spec of a module whose parents are imported first, or why there can't be one.
fn find(vm: &Vm, name: &str) -> PyResult<Result<Value, String>> {
    let mut path = Value::None;
    if let Some((parent, _)) = name.rsplit_once('.') {
        let module = match import_absolute(vm, parent) {
            Ok(module) => module,
            Err(raised) => return missing_parent(vm, parent, raised).map(Err),
        };
        match lookup::get_optional(vm, &module, &vm.names.__path__)? {
            Some(found) => path = found,
            None => {
                return Ok(Err(format!(
                    "ModuleNotFoundError: __path__ attribute not found on '{parent}' while trying to find '{name}'"
                )));
            }
        }
    }
    finder::find_spec(vm, name, &path, &Value::None).map(Ok)
}

/// What is said of a package that is not there; an error of its own code stays one.
fn missing_parent(vm: &Vm, parent: &str, raised: Raised) -> PyResult<String> {
    if !vm.pending_is(&vm.exceptions.ModuleNotFoundError) {
        return Err(raised);
    }
    let error = vm.take_pending();
    let name = text_of(&lookup::get(vm, &error, &vm.names.name)?).unwrap_or_default();
    let rest = parent.strip_prefix(&name);
    if rest.is_none_or(|rest| !rest.is_empty() && !rest.starts_with('.')) {
        return Err(vm.set_pending(error));
    }
    let text = ops::str(vm, &error)?.text.to_string_lossy();
    Ok(format!("ModuleNotFoundError: {text}"))
}
