//! The embedding interface: an interpreter on a host, with a stack of its own to run on.

use crate::convert::{FromPython, IntoArguments, IntoPython};
use crate::exec::call;
use crate::exec::compile::{self, Unit};
use crate::exec::frame::Env;
use crate::exec::tree::Code;
use crate::exec::uncaught::{self, Exit};
use crate::function::{Namespace, RustFunction};
use crate::host::Host;
use crate::limits::Limits;
use crate::object::heap::{self, Kind, Ref};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::module;
use crate::vm::{self, Vm};
use dunder_grammar::Mode;
use std::rc::Rc;

/// Native stack for running code. Memory is only touched as it is used.
const STACK: usize = 1 << 30;
/// What native code may need when the check of the stack has said yes.
const RESERVE: usize = 512 << 10;

/// How much stack to take: a part of the address space, where that is limited.
fn stack_size() -> usize {
    let part = crate::host::address_space().and_then(|bytes| usize::try_from(bytes / 4).ok());
    part.map_or(STACK, |part| part.clamp(4 * RESERVE, STACK))
}

/// A Python interpreter.
pub struct Interpreter {
    vm: Rc<Vm>,
}

impl Interpreter {
    /// An interpreter on `host`, with `builtins` and an empty `__main__`.
    pub fn new(host: Rc<dyn Host>) -> Interpreter {
        let vm = Rc::new(Vm::new(host));
        let _entered = vm::enter(&vm);
        vm.register_access();
        if crate::stdlib::start(&vm).is_err() {
            drop(vm.take_pending());
        }
        Interpreter { vm }
    }

    /// Runs a program as `__main__`, whose names stay for the next one. `name` is what tracebacks call it.
    ///
    /// # Errors
    /// The exception that ends it.
    pub fn run(&self, name: &str, source: &str) -> Result<(), ScriptError> {
        self.attempt(|vm| execute_typed(vm, name, source, Mode::Module).map(drop))
    }

    /// The value of an expression over `__main__`'s names.
    ///
    /// # Errors
    /// The exception that it raises, or that its value is no `T`.
    pub fn eval<T: FromPython>(&self, expression: &str) -> Result<T, ScriptError> {
        self.attempt(|vm| {
            let value = execute_typed(vm, "<eval>", expression, Mode::Expression)?;
            T::from_python(vm, &value)
        })
    }

    /// Calls a function of `__main__`: what an expression over its names gives, called with arguments.
    ///
    /// # Errors
    /// The exception that finding or calling it raises, or that its value is no `T`.
    pub fn call<T: FromPython>(
        &self,
        function: &str,
        args: impl IntoArguments,
    ) -> Result<T, ScriptError> {
        self.attempt(|vm| {
            let function = execute_typed(vm, "<call>", function, Mode::Expression)?;
            let value = vm.call(&function, &args.into_arguments(vm))?;
            T::from_python(vm, &value)
        })
    }

    /// Gives a name of `__main__` a value.
    pub fn set(&self, name: &str, value: impl IntoPython) {
        self.main().set(name, value);
    }

    /// Gives a name of `__main__` a Rust function as its value.
    pub fn define<P>(&self, name: &str, function: impl RustFunction<P>) {
        self.main().define(name, function);
    }

    /// The names of `__main__`.
    pub fn main(&self) -> Namespace<'_> {
        Namespace::new(self, "__main__", self.enter(main_of))
    }

    /// The names of a module that programs can import, made when it is not there.
    pub fn module(&self, name: &str) -> Namespace<'_> {
        let names = self.enter(|vm| {
            names_of_module(vm, name).unwrap_or_else(|| {
                let key = vm.intern(name);
                let (module, names) = module::create(vm, key.value());
                drop(vm.modules.set_name(&key, module.into()));
                names
            })
        });
        Namespace::new(self, name, names)
    }

    /// Sets limits on what programs may use, counted from now.
    pub fn set_limits(&self, limits: Limits) {
        self.enter(|vm| vm.set_limits(limits));
    }

    fn attempt<R>(&self, act: impl FnOnce(&Vm) -> PyResult<R>) -> Result<R, ScriptError> {
        self.enter(|vm| {
            let done = act(vm);
            let done = done.map_err(|_| {
                vm.extend_limits();
                ScriptError::of_pending(vm)
            });
            // A stream that can't be flushed has told so on standard error.
            let _ = uncaught::flush_streams(vm);
            done
        })
    }

    /// Its state.
    pub fn vm(&self) -> &Vm {
        &self.vm
    }

    /// Makes every lookup anew from here on: no inline cache learns and no class remembers. Programs
    /// must not be able to tell; tests run them both ways.
    pub fn without_caches(&self) {
        self.vm.state.uncached.set(true);
    }

    /// Runs `f` on the interpreter's own large stack.
    pub fn enter<R>(&self, f: impl FnOnce(&Vm) -> R) -> R {
        let _entered = vm::enter(&self.vm);
        let outer = self.vm.stack_floor.get();
        let size = stack_size();
        let result = stacker::grow(size, || {
            let here = 0u8;
            let top = &raw const here as usize;
            self.vm.stack_floor.set(top.saturating_sub(size - RESERVE));
            f(&self.vm)
        });
        self.vm.stack_floor.set(outer);
        result
    }
}

/// The end of the program that ran last, unless it was reached already: exit functions run, and what the
/// modules held goes, finalisers included.
impl Drop for Interpreter {
    fn drop(&mut self) {
        if !self.vm.state.sys.finalising.get() {
            self.enter(|vm| uncaught::finish(vm, Exit::Status(0)));
        }
        if vm::current().is_none() {
            heap::free_retired();
        }
    }
}

/// The exception that ended a program.
#[derive(Clone, Debug)]
pub struct ScriptError {
    /// The exception's class: `ValueError`.
    pub class: String,
    /// `str(exception)`
    pub message: String,
    /// The traceback, as CPython prints it.
    pub report: String,
    /// The status, when the program asked to exit.
    pub exit_status: Option<i32>,
}

impl ScriptError {
    /// Takes the pending exception.
    fn of_pending(vm: &Vm) -> ScriptError {
        let exception = vm.take_pending();
        let report = uncaught::report(vm, &exception).to_string_lossy();
        let message = match crate::object::ops::str(vm, &exception) {
            Ok(text) => text.text.to_string_lossy(),
            Err(_) => {
                drop(vm.take_pending());
                String::new()
            }
        };
        ScriptError {
            class: vm.type_name(&exception),
            message,
            report,
            exit_status: uncaught::exit_status(vm, &exception),
        }
    }
}

impl std::fmt::Display for ScriptError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.message.is_empty() {
            true => write!(f, "{}", self.class),
            false => write!(f, "{}: {}", self.class, self.message),
        }
    }
}

impl std::error::Error for ScriptError {}

/// The namespace of a module that is in `sys.modules`.
fn names_of_module(vm: &Vm, name: &str) -> Option<Ref<Dict>> {
    let module = vm.modules.get_name(&vm.intern(name))?;
    module::namespace(vm, module.obj()?)
}

/// `__main__`'s namespace, made when it is not there.
fn main_of(vm: &Vm) -> Ref<Dict> {
    names_of_module(vm, "__main__").unwrap_or_else(|| main_namespace(vm))
}

/// Runs a text that is in no file over `__main__`'s names.
fn execute_typed(vm: &Vm, name: &str, text: &str, mode: Mode) -> PyResult {
    vm.state.sys.remember_typed(name, text);
    execute(vm, &Unit::new(name, text, mode), &main_of(vm))
}

/// Compiles a text and runs it in a namespace.
///
/// # Errors
/// What compiling or running it raises.
pub fn execute(vm: &Vm, unit: &Unit<'_>, namespace: &Ref<Dict>) -> PyResult {
    run_module(vm, &compile::compile(vm, unit)?, namespace)
}

/// Runs a module's code in its namespace.
///
/// # Errors
/// Whatever the code raises.
pub fn run_module(vm: &Vm, code: &Rc<Code>, namespace: &Ref<Dict>) -> PyResult {
    if namespace.get_name(&vm.names.__builtins__).is_none() {
        drop(namespace.set_name(&vm.names.__builtins__, vm.builtins.value()));
    }
    let env = Env {
        globals: namespace.clone(),
        builtins: builtins_of(vm, namespace),
        closure: Default::default(),
        namespace: namespace.value(),
    };
    call::run_code(vm, code, &env)
}

/// The namespace of built-ins that code with these globals uses: their `__builtins__`.
pub fn builtins_of(vm: &Vm, globals: &Ref<Dict>) -> Ref<Dict> {
    match globals.get_name(&vm.names.__builtins__) {
        // Nothing is found in a new one, so that `builtin_item` is asked.
        Some(builtins) => plain_namespace(vm, &builtins).unwrap_or_else(|| vm.dict()),
        None => vm.builtins.clone(),
    }
}

/// The plain dict that a `__builtins__` is or, as a module, has.
fn plain_namespace(vm: &Vm, builtins: &Value) -> Option<Ref<Dict>> {
    let obj = builtins.obj()?;
    match obj.as_ref::<Dict>() {
        Some(dict) => (*obj.class() == vm.types.dict).then(|| dict.clone()),
        None if obj.kind() == Kind::Module => module::namespace(vm, obj),
        None => None,
    }
}

/// The `__builtins__` of code with these globals, where names are asked of it itself.
pub fn odd_builtins(vm: &Vm, globals: &Ref<Dict>) -> Option<Value> {
    let own = globals.get_name(&vm.names.__builtins__)?;
    plain_namespace(vm, &own).is_none().then_some(own)
}

/// A built-in name that the namespace made of `__builtins__` lacks: what is there may be no plain dict, and
/// is then asked itself.
///
/// # Errors
/// What it raises, KeyError apart.
#[cold]
pub fn builtin_item(vm: &Vm, globals: &Ref<Dict>, name: &Name) -> PyResult<Option<Value>> {
    let Some(own) = odd_builtins(vm, globals) else {
        return Ok(None);
    };
    match ops::get_item(vm, &own, &name.value()) {
        Ok(value) => Ok(Some(value)),
        Err(raised) => vm.swallow(&vm.exceptions.KeyError, raised).map(|()| None),
    }
}

/// The module `__main__`, new and in `sys.modules`; its namespace.
pub fn main_namespace(vm: &Vm) -> Ref<Dict> {
    let name = vm.intern("__main__");
    let (module, namespace) = module::create(vm, name.value());
    drop(namespace.set_name(&vm.names.__annotations__, vm.dict().into()));
    drop(namespace.set_name(&vm.names.__builtins__, builtins_module(vm)));
    drop(vm.modules.set_name(&name, module.into()));
    namespace
}

/// The module `builtins`, or its namespace if the program has removed it.
fn builtins_module(vm: &Vm) -> Value {
    let module = vm.modules.get_name(&vm.names.builtins);
    module.unwrap_or_else(|| vm.builtins.value())
}
