//! The embedding interface: an interpreter on a host, with a stack of its own to run on.

use crate::exec::call;
use crate::exec::frame::Env;
use crate::exec::tree::Code;
use crate::host::Host;
use crate::object::heap::Ref;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::module;
use crate::vm::{self, Vm};
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
        if crate::stdlib::start(&vm).is_err() {
            drop(vm.take_pending());
        }
        Interpreter { vm }
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
