//! `frame`: frame objects as programs see them. Running frames are in `exec::frame`.

use crate::exec::frame::FrameCore;
use crate::exec::generator::{Generator, State};
use crate::exec::tree::Code;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell, VecCell, WeakPtr};
use crate::object::table::{TypeTable, getset, getter, method};
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::slots;
use crate::vm::Vm;
use dunder_grammar::Span;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The payload of frame objects.
pub struct FrameObject {
    /// The running frame, null when it has ended. Only `exec::frame` looks through it.
    pub live: Cell<*const ()>,
    /// `f_code`
    pub code: Rc<Code>,
    /// `f_globals`
    pub globals: Ref<Dict>,
    /// `f_builtins`
    pub builtins: Ref<Dict>,
    /// The namespace of a class body or module, `Unbound` in functions.
    pub namespace: Value,
    /// The cells of the free variables.
    pub closure: Box<[Ref<super::cell::CellObject>]>,
    /// `f_back`, filled in when the frame ends.
    pub back: ValueCell,
    /// Where execution was when the frame ended.
    pub span: Cell<Span>,
    /// The slots' values after the frame has ended.
    pub values: VecCell,
    /// The generator whose frame it is: between resumptions that has the slots.
    pub generator: RefCell<Option<WeakPtr>>,
}

impl FrameObject {
    /// A frame object for a running frame at address `live`.
    pub fn alloc(vm: &Vm, core: &FrameCore<'_>, live: *const ()) -> Ref<FrameObject> {
        let frame = FrameObject {
            live: Cell::new(live),
            code: core.code.clone(),
            globals: core.globals.clone(),
            builtins: core.builtins.clone(),
            namespace: core.namespace.clone(),
            closure: core.closure.clone(),
            back: ValueCell::new(Value::Unbound),
            span: Cell::new(core.span.get()),
            values: VecCell::default(),
            generator: RefCell::new(None),
        };
        heap::alloc(&vm.types.frame, frame)
    }

    /// The frame object of a generator that is not running.
    pub fn suspended(vm: &Vm, generator: &Ref<Generator>) -> Ref<FrameObject> {
        let function = &generator.function;
        let frame = FrameObject {
            live: Cell::new(std::ptr::null()),
            code: generator.code.clone(),
            globals: function.globals.clone(),
            builtins: function.builtins.clone(),
            namespace: Value::Unbound,
            closure: function.closure.clone(),
            back: ValueCell::new(Value::Unbound),
            span: Cell::new(generator.span.get()),
            values: VecCell::default(),
            generator: RefCell::new(Some(WeakPtr::new(generator.as_obj()))),
        };
        heap::alloc(&vm.types.frame, frame)
    }

    /// The generator whose frame it is, while that lives.
    pub fn owner(&self) -> Option<Ref<Generator>> {
        self.generator.borrow().as_ref()?.upgrade()?.downcast().ok()
    }

    /// Called when the frame ends: the locals live on here.
    pub fn keep(&self, core: &FrameCore<'_>, values: Vec<Value>) {
        self.span.set(core.span.get());
        drop(self.values.replace(values));
    }
}

impl Trace for FrameObject {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.globals.as_obj());
        visit(self.builtins.as_obj());
        if let Value::Obj(namespace) = &self.namespace {
            visit(namespace);
        }
        for cell in &self.closure {
            visit(cell.as_obj());
        }
        self.back.trace(visit);
        self.values.trace(visit);
    }
    fn clear(&self) {
        drop(self.back.take());
        drop(self.values.take());
    }
}

/// `locals()` in a running frame: the namespace of a module or class body; in functions a new dict of
/// the variables that are bound. Reference: PEP 667.
///
/// # Errors
/// None that is expected.
pub fn locals(vm: &Vm, core: &FrameCore<'_>) -> PyResult {
    if !core.namespace.is_unbound() {
        return Ok(core.namespace.clone());
    }
    Ok(variables(vm, core.code, &core.closure, |slot| core.slot(slot)).into())
}

/// The bound variables of a function's frame.
fn variables(
    vm: &Vm,
    code: &Code,
    closure: &[Ref<CellObject>],
    slot: impl Fn(u32) -> Value,
) -> Ref<Dict> {
    let dict = vm.dict();
    for (at, name) in code.slot_names.iter().enumerate() {
        let value = match slot(at as u32) {
            value if code.cells.iter().any(|cell| cell.slot == at as u32) => value
                .get::<CellObject>()
                .map_or(Value::Unbound, |cell| cell.value.get()),
            value => value,
        };
        if !value.is_unbound() && !name.text.as_bytes().starts_with(b".") {
            drop(dict.set_name(name, value));
        }
    }
    for (name, cell) in code.free.iter().zip(closure) {
        let value = cell.value.get();
        if !value.is_unbound() {
            drop(dict.set_name(name, value));
        }
    }
    dict
}

impl FrameObject {
    /// `f_locals`
    pub fn locals(&self, vm: &Vm) -> Value {
        if !self.namespace.is_unbound() {
            return self.namespace.clone();
        }
        let live =
            self.with_live(|core| variables(vm, core.code, &core.closure, |slot| core.slot(slot)));
        let owner = self.owner().filter(|owner| owner.is_alive());
        let dict = live.unwrap_or_else(|| {
            variables(vm, &self.code, &self.closure, |slot| match &owner {
                Some(generator) => generator.slot(slot),
                None => self.values.get(slot as usize).unwrap_or(Value::Unbound),
            })
        });
        dict.into()
    }
    /// Where execution is, or was when the frame ended.
    pub fn position(&self) -> Span {
        self.with_live(|core| core.span.get())
            .unwrap_or(self.span.get())
    }
    /// `f_back`
    pub fn caller(&self, vm: &Vm) -> Value {
        match self.with_live(|core| core.back_object(vm)) {
            Some(Some(back)) => back.into(),
            Some(None) => Value::None,
            None => self.back.get().bound().unwrap_or(Value::None),
        }
    }
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a FrameObject> {
    vm.this(std::slice::from_ref(value))
}

fn get_locals(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.locals(vm))
}
fn get_globals(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.globals.value())
}
fn get_builtins(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.builtins.value())
}
fn get_code(vm: &Vm, value: &Value) -> PyResult {
    Ok(CodeObject::of(vm, &this(vm, value)?.code))
}
fn get_back(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.caller(vm))
}
fn get_lineno(vm: &Vm, value: &Value) -> PyResult {
    let frame = this(vm, value)?;
    Ok(Value::Int(
        frame.code.source.line(frame.position().start).into(),
    ))
}
fn get_lasti(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::Int(this(vm, value)?.position().start.into()))
}
fn get_none(_vm: &Vm, _value: &Value) -> PyResult {
    Ok(Value::None)
}
fn set_ignored(_vm: &Vm, _value: &Value, _new: Value) -> PyResult<()> {
    Ok(())
}
fn get_false(_vm: &Vm, _value: &Value) -> PyResult {
    Ok(Value::False)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let frame = this(vm, &args[0])?;
    let line = frame.code.source.line(frame.position().start);
    let file = crate::text::escape::repr(&vm.intern(&frame.code.source.filename).text);
    Ok(vm.str(&format!(
        "<frame at {:#x}, file {file}, line {line}, code {}>",
        args[0].id(),
        frame.code.name
    )))
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    let frame = this(vm, &args[0])?;
    if frame.with_live(|_| ()).is_some() {
        return Err(vm.runtime_error("cannot clear an executing frame"));
    }
    if let Some(generator) = frame.owner() {
        if generator.state.get() == State::Suspended {
            return Err(vm.runtime_error("cannot clear a suspended frame"));
        }
        crate::exec::generator::finalise(vm, &generator);
    }
    drop(frame.values.take());
    Ok(Value::None)
}

/// The type's table.
pub const FRAME: TypeTable = TypeTable {
    name: "frame",
    kind: Kind::Frame,
    methods: &[
        slots::repr(repr),
        method(
            "clear(self, /)",
            clear,
            "Clear all references held by the frame.",
        ),
    ],
    properties: &[
        getter("f_back", get_back, ""),
        getter("f_code", get_code, ""),
        getter("f_builtins", get_builtins, ""),
        getter("f_globals", get_globals, ""),
        getter("f_locals", get_locals, ""),
        getter("f_lineno", get_lineno, ""),
        getter("f_lasti", get_lasti, ""),
        getset("f_trace", get_none, set_ignored, ""),
        getset("f_trace_lines", get_false, set_ignored, ""),
        getset("f_trace_opcodes", get_false, set_ignored, ""),
    ],
    ..TypeTable::DEFAULT
};
