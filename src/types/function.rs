//! `function`: functions written in Python. How they are called is in `exec::call`.

use super::slots;
use crate::exec::frame::{CodeCell, Env};
use crate::exec::tree::Code;
use crate::object::build;
use crate::object::descriptor;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{self, Property, TypeTable, getset, member};
use crate::object::value::{PyResult, Value};
use crate::types::args::call_arguments;
use crate::types::cell::CellObject;
use crate::types::code::CodeObject;
use crate::types::descriptor_methods::with_binding;
use crate::types::dict::Dict;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The payload of functions.
pub struct Function {
    /// `__code__`
    pub code: CodeCell,
    /// `__globals__`, `__builtins__` and the closure.
    pub env: Env,
    /// `__defaults__`: a tuple or `None`.
    pub defaults: ValueCell,
    /// `__module__`
    pub module: ValueCell,
    more: OnceCell<Box<Description>>,
}

/// What a function is besides what is needed to call most of them. It is made of the function's first code
/// when somebody asks.
pub struct Description {
    /// `__name__`
    pub name: RefCell<Name>,
    /// `__qualname__`
    pub qualname: ValueCell,
    /// `__kwdefaults__`: a dict or `None`.
    pub kwdefaults: ValueCell,
    /// `__annotations__`: a dict, or `Unbound` while nobody has asked.
    pub annotations: ValueCell,
    /// `__doc__`
    pub doc: ValueCell,
    /// `__type_params__`: a tuple, or `Unbound` for none.
    pub type_params: ValueCell,
}

impl std::ops::Deref for Function {
    type Target = Env;
    fn deref(&self) -> &Env {
        &self.env
    }
}

impl Trace for Function {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.globals.as_obj());
        visit(self.builtins.as_obj());
        for cell in &self.closure {
            visit(cell.as_obj());
        }
        for cell in self.cells() {
            cell.trace(visit);
        }
    }
    fn clear(&self) {
        for cell in self.cells() {
            drop(cell.take());
        }
    }
}

impl Function {
    /// A function object.
    #[inline(always)]
    pub fn alloc(
        vm: &Vm,
        code: Rc<Code>,
        env: Env,
        defaults: Value,
        module: Value,
    ) -> Ref<Function> {
        let function = Function {
            code: CodeCell::new(code),
            env,
            defaults: ValueCell::new(defaults),
            module: ValueCell::new(module),
            more: OnceCell::new(),
        };
        heap::alloc(&vm.types.function, function)
    }

    /// Its name, documentation and so on.
    pub fn description(&self) -> &Description {
        self.more.get_or_init(|| {
            let code = self.code.first();
            Box::new(Description {
                name: RefCell::new(code.name.clone()),
                qualname: ValueCell::new(code.qualname.value()),
                kwdefaults: ValueCell::new(Value::None),
                annotations: ValueCell::new(Value::Unbound),
                doc: ValueCell::new(code.doc.clone()),
                type_params: ValueCell::new(Value::Unbound),
            })
        })
    }

    /// `__name__`
    #[inline]
    pub fn name(&self) -> Value {
        match self.more.get() {
            Some(more) => more.name.borrow().value(),
            None => self.code.first().name.value(),
        }
    }

    /// `__qualname__`
    #[inline]
    pub fn qualname(&self) -> Value {
        match self.more.get() {
            Some(more) => more.qualname.get(),
            None => self.code.first().qualname.value(),
        }
    }

    fn cells(&self) -> impl Iterator<Item = &ValueCell> {
        let more = self.more.get().into_iter().flat_map(|more| {
            [
                &more.qualname,
                &more.kwdefaults,
                &more.annotations,
                &more.doc,
                &more.type_params,
            ]
        });
        [&self.defaults, &self.module].into_iter().chain(more)
    }
    /// The default of the positional parameter at `index`, of `positional` parameters.
    pub fn default(&self, index: usize, positional: usize) -> Option<Value> {
        let defaults = self.defaults.get();
        let tuple = defaults.get::<crate::types::tuple::Tuple>()?;
        tuple
            .items
            .get((index + tuple.items.len()).checked_sub(positional)?)
            .cloned()
    }
}

/// The type's table.
pub const FUNCTION: TypeTable = TypeTable {
    name: "function",
    told: Some("(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)"),
    kind: Kind::Function,
    has_dict: true,
    weakrefable: true,
    doc: "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n  kwdefaults\n    a dictionary that specifies the default keyword argument values",
    methods: &[
        table::new(
            "__new__(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
            new,
        ),
        slots::repr(repr),
        slots::call(call).quickly(|vm, args| vm.call(&args[0], &args[1..])),
        slots::get(get),
    ],
    properties: &[
        member("__closure__", get_closure, ""),
        Property {
            member: true,
            ..getset(
                "__doc__",
                |vm, f| Ok(shown(described(vm, f)?.doc.get())),
                |vm, f, v| store(vm, &described(vm, f)?.doc, v),
                "",
            )
        },
        member("__globals__", |vm, f| Ok(this(vm, f)?.globals.value()), ""),
        Property {
            member: true,
            ..getset(
                "__module__",
                |vm, f| Ok(shown(this(vm, f)?.module.get())),
                |vm, f, v| store(vm, &this(vm, f)?.module, v),
                "",
            )
        },
        member(
            "__builtins__",
            |vm, f| {
                let function = this(vm, f)?;
                let odd = crate::interpreter::odd_builtins(vm, &function.env.globals);
                Ok(odd.unwrap_or_else(|| function.builtins.value()))
            },
            "",
        ),
        getset(
            "__code__",
            |vm, f| CodeObject::of(vm, this(vm, f)?.code(vm)?),
            set_code,
            "",
        ),
        getset(
            "__defaults__",
            |vm, f| Ok(shown(this(vm, f)?.defaults.get())),
            set_defaults,
            "",
        ),
        getset(
            "__kwdefaults__",
            |vm, f| Ok(shown(described(vm, f)?.kwdefaults.get())),
            set_kwdefaults,
            "",
        ),
        getset("__annotations__", get_annotations, set_annotations, ""),
        getset("__dict__", build::get_dict, set_dict, ""),
        getset(
            "__name__",
            |vm, f| Ok(described(vm, f)?.name.borrow().value()),
            set_name,
            "",
        ),
        getset(
            "__qualname__",
            |vm, f| Ok(described(vm, f)?.qualname.get()),
            set_qualname,
            "",
        ),
        getset("__type_params__", get_type_params, set_type_params, ""),
    ],
    ..TypeTable::DEFAULT
};

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Function> {
    value
        .get::<Function>()
        .ok_or(())
        .map_err(|()| vm.type_error("a function is required"))
}

fn described<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Description> {
    Ok(this(vm, value)?.description())
}

fn shown(value: Value) -> Value {
    if value.is_unbound() {
        Value::None
    } else {
        value
    }
}

fn store(_vm: &Vm, cell: &ValueCell, value: Value) -> PyResult<()> {
    cell.set(shown(value));
    Ok(())
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let wrong = |name: &str, wanted: &str, got: &Value| {
        let what = format!("function() argument '{name}'");
        super::args::wrong_argument(vm, got, &what, wanted)
    };
    let Some(code) = args[1].get::<CodeObject>().map(|c| c.code.clone()) else {
        return Err(wrong("code", "code", &args[1]));
    };
    let Some(globals) = args[2].as_ref::<Dict>() else {
        return Err(wrong("globals", "dict", &args[2]));
    };
    let name = match &args[3] {
        Value::None => code.name.clone(),
        other => match other.as_ref::<Str>() {
            Some(name) => vm.interner.own_name(name),
            None => return Err(vm.type_error("arg 3 (name) must be None or string")),
        },
    };
    if !args[4].is_none() && args[4].get::<Tuple>().is_none() {
        return Err(vm.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let closure = closure_arg(vm, &code, &args[5])?;
    if !args[6].is_none() && args[6].get::<Dict>().is_none() {
        return Err(vm.type_error("arg 6 (kwdefaults) must be None or dict"));
    }
    let builtins = match globals.get_name(&vm.names.__builtins__) {
        Some(_) => crate::interpreter::builtins_of(vm, globals),
        None => crate::builtins::current(vm),
    };
    let module = globals.get_name(&vm.names.__name__).unwrap_or(Value::None);
    let env = Env {
        globals: globals.clone(),
        builtins,
        closure: closure.into(),
        namespace: Value::Unbound,
    };
    let function = Function::alloc(vm, code, env, args[4].clone(), module);
    let described = function.description();
    described.name.replace(name);
    described.kwdefaults.set(args[6].clone());
    Ok(function.into())
}

fn closure_arg(vm: &Vm, code: &Code, closure: &Value) -> PyResult<Vec<Ref<CellObject>>> {
    let cells = match (closure.get::<Tuple>(), closure.is_none()) {
        (Some(tuple), _) => tuple.items.to_vec(),
        (None, true) if code.free.is_empty() => Vec::new(),
        (None, true) => return Err(vm.type_error("arg 5 (closure) must be tuple")),
        (None, false) => return Err(vm.type_error("arg 5 (closure) must be None or tuple")),
    };
    if cells.len() != code.free.len() {
        return Err(vm.value_error(format!(
            "{} requires closure of length {}, not {}",
            code.name,
            code.free.len(),
            cells.len()
        )));
    }
    cells
        .into_iter()
        .map(|cell| {
            cell.downcast::<CellObject>().map_err(|other| {
                vm.type_error(format!(
                    "arg 5 (closure) expected cell, found {}",
                    vm.type_name(&other)
                ))
            })
        })
        .collect()
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let qualname = ops::str(vm, &described(vm, &args[0])?.qualname.get())?;
    Ok(vm.str(&format!("<function {qualname} at {:#x}>", args[0].id())))
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    vm.call_with(&args[0], &all, &names)
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |binding| descriptor::get(vm, &args[0], binding))
}

fn get_closure(vm: &Vm, f: &Value) -> PyResult {
    let function = this(vm, f)?;
    if function.closure.is_empty() {
        return Ok(Value::None);
    }
    Ok(vm.tuple(function.closure.iter().map(Ref::value).collect()))
}

fn set_code(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    let function = this(vm, f)?;
    let Some(code) = value.get::<CodeObject>() else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    let (has, wants) = (function.closure.len(), code.code.free.len());
    if has != wants {
        return Err(vm.value_error(format!(
            "{}() requires a code object with {has} free vars, not {wants}",
            function.description().name.borrow()
        )));
    }
    // Of a generator, a coroutine, an asynchronous generator.
    let kinds = 0x20 | 0x80 | 0x200;
    let differs = (function.code(vm)?.flags ^ code.code.flags) & kinds != 0;
    if differs {
        super::warn_deprecated(
            vm,
            "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)",
        )?;
    }
    function.code.set(code.code.clone());
    Ok(())
}

fn set_defaults(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    match value {
        Value::Unbound | Value::None => store(vm, &this(vm, f)?.defaults, Value::None),
        value if value.get::<Tuple>().is_some() => store(vm, &this(vm, f)?.defaults, value),
        _ => Err(vm.type_error("__defaults__ must be set to a tuple object")),
    }
}

fn set_kwdefaults(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    match value {
        Value::Unbound | Value::None => store(vm, &described(vm, f)?.kwdefaults, Value::None),
        value if value.get::<Dict>().is_some() => store(vm, &described(vm, f)?.kwdefaults, value),
        _ => Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
    }
}

fn get_annotations(vm: &Vm, f: &Value) -> PyResult {
    let cell = &described(vm, f)?.annotations;
    if cell.is_unbound() {
        cell.set(vm.dict().into());
    }
    Ok(cell.get())
}

fn set_annotations(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    let cell = &described(vm, f)?.annotations;
    match value {
        Value::Unbound | Value::None => cell.set(Value::Unbound),
        value if value.get::<Dict>().is_some() => cell.set(value),
        _ => return Err(vm.type_error("__annotations__ must be set to a dict object")),
    }
    Ok(())
}

fn set_dict(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(vm.type_error("cannot delete __dict__"));
    }
    build::set_dict(vm, f, value)
}

fn set_name(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    let Some(name) = value.as_ref::<Str>() else {
        return Err(vm.type_error("__name__ must be set to a string object"));
    };
    drop(described(vm, f)?.name.replace(vm.interner.own_name(name)));
    Ok(())
}

fn set_qualname(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    if value.get::<Str>().is_none() {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    }
    described(vm, f)?.qualname.set(value);
    Ok(())
}

fn get_type_params(vm: &Vm, f: &Value) -> PyResult {
    Ok(described(vm, f)?
        .type_params
        .get()
        .bound()
        .unwrap_or_else(|| vm.tuple(Vec::new())))
}

fn set_type_params(vm: &Vm, f: &Value, value: Value) -> PyResult<()> {
    if value.get::<Tuple>().is_none() {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    described(vm, f)?.type_params.set(value);
    Ok(())
}
