//! The embedding interface: an interpreter on a host, with a stack of its own to run on.

use crate::exec::call;
use crate::exec::frame::Env;
use crate::exec::tree::{Code, Source};
use crate::host::Host;
use crate::lower::{self, Options};
use crate::object::heap::Ref;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::vm::{self, Vm};
use dunder_grammar::{Mode, SyntaxError};
use std::rc::Rc;

/// Native stack for running code. Memory is only touched as it is used.
const STACK: usize = 1 << 30;
/// What native code may need when the check of the stack has said yes.
const RESERVE: usize = 512 << 10;

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
        crate::builtins::fill(&vm);
        Interpreter { vm }
    }

    /// Its state.
    pub fn vm(&self) -> &Vm {
        &self.vm
    }

    /// Runs `f` on the interpreter's own large stack.
    pub fn enter<R>(&self, f: impl FnOnce(&Vm) -> R) -> R {
        let _entered = vm::enter(&self.vm);
        let outer = self.vm.stack_floor.get();
        let result = stacker::grow(STACK, || {
            let here = 0u8;
            let top = &raw const here as usize;
            self.vm.stack_floor.set(top.saturating_sub(STACK - RESERVE));
            f(&self.vm)
        });
        self.vm.stack_floor.set(outer);
        result
    }
}

/// Compiles a source.
///
/// # Errors
/// The syntax error.
pub fn compile(
    vm: &Vm,
    source: &Rc<Source>,
    mode: Mode,
    options: Options,
) -> Result<Rc<Code>, Box<SyntaxError>> {
    let parsed = dunder_grammar::parse(&source.text, mode).map_err(Box::new)?;
    lower::lower(vm, &parsed.ast, source, options)
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
        closure: Box::new([]),
        namespace: namespace.value(),
    };
    call::run_code(vm, code, &env)
}

/// The namespace of built-ins that code with these globals uses: their `__builtins__`.
pub fn builtins_of(vm: &Vm, globals: &Ref<Dict>) -> Ref<Dict> {
    match globals.get_name(&vm.names.__builtins__) {
        Some(Value::Obj(obj)) => match obj.as_ref::<Dict>() {
            Some(dict) => dict.clone(),
            None => {
                crate::types::module::namespace(vm, &obj).unwrap_or_else(|| vm.builtins.clone())
            }
        },
        _ => vm.builtins.clone(),
    }
}

/// A namespace for `__main__`.
pub fn main_namespace(vm: &Vm) -> Ref<Dict> {
    let namespace = vm.dict();
    drop(namespace.set_name(&vm.names.__name__, vm.str("__main__")));
    for name in [
        &vm.names.__doc__,
        &vm.names.__package__,
        &vm.names.__loader__,
        &vm.names.__spec__,
    ] {
        drop(namespace.set_name(name, Value::None));
    }
    namespace
}
