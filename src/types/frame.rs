//! `frame`: frame objects as programs see them. Running frames are in `exec::frame`.

use crate::exec::frame::{Closure, FrameCore};
use crate::exec::generator::{Generator, State};
use crate::exec::tree::{Code, CodeKind};
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell, VecCell, WeakPtr};
use crate::object::shape::Name;
use crate::object::table::{Property, TypeTable, getset, getter, method};
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::dict_methods::merge;
use crate::types::frame_locals;
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
    pub closure: Closure,
    /// Where execution was when the frame ended.
    pub span: Cell<Span>,
    /// The slots' values after the frame has ended.
    pub values: VecCell,
    /// `f_back`, filled in when the frame ends; it goes after the values.
    pub back: ValueCell,
    /// The generator whose frame it is: between resumptions that has the slots.
    pub generator: RefCell<Option<WeakPtr>>,
    /// What has been stored through `f_locals` under names that are no variables.
    extra: ValueCell,
    tracing: Tracing,
}

/// What a trace function would go by. There are none, but debuggers keep these in order.
struct Tracing {
    /// `f_trace`
    function: ValueCell,
    /// `f_trace_lines`
    lines: Cell<bool>,
    /// `f_trace_opcodes`
    opcodes: Cell<bool>,
}

impl Default for Tracing {
    fn default() -> Tracing {
        Tracing {
            function: ValueCell::new(Value::Unbound),
            lines: Cell::new(true),
            opcodes: Cell::new(false),
        }
    }
}

impl FrameObject {
    /// A frame object for a running frame at address `live`.
    pub fn alloc(vm: &Vm, core: &FrameCore<'_>, live: *const ()) -> Ref<FrameObject> {
        let frame = FrameObject {
            live: Cell::new(live),
            code: core.code.shared(),
            globals: core.globals.clone(),
            builtins: core.builtins.clone(),
            namespace: core.namespace.clone(),
            closure: core.share_closure(),
            back: ValueCell::new(Value::Unbound),
            span: Cell::new(core.span.get()),
            values: VecCell::default(),
            generator: RefCell::new(None),
            extra: ValueCell::new(Value::Unbound),
            tracing: Tracing::default(),
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
            closure: function.env.share_closure(),
            back: ValueCell::new(Value::Unbound),
            span: Cell::new(generator.span.get()),
            values: VecCell::default(),
            generator: RefCell::new(Some(WeakPtr::new(generator.as_obj()))),
            extra: ValueCell::new(Value::Unbound),
            tracing: Tracing::default(),
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
        self.extra.trace(visit);
        self.tracing.function.trace(visit);
    }
    fn clear(&self) {
        drop(self.back.take());
        drop(self.values.take());
        drop(self.extra.take());
        drop(self.tracing.function.take());
    }
}

/// `locals()` in a running frame: the namespace of a module or class body; in functions, and while a
/// comprehension that is part of such a body runs, a new dict of the variables that are bound.
/// Reference: PEP 667.
///
/// # Errors
/// Whatever the keys stored through `f_locals` raise.
pub fn locals(vm: &Vm, core: &FrameCore<'_>) -> PyResult {
    let slot = |slot| core.slot(slot);
    if is_namespace(&core.namespace, &core.code, slot) {
        return Ok(core.namespace.clone());
    }
    let dict = variables(vm, &core.code, &core.closure, slot);
    if let Some(extra) = core.existing_object().and_then(|o| o.extra_locals()) {
        merge(vm, &dict, &extra)?;
    }
    Ok(dict.into())
}

/// Whether the namespace is all there is: no comprehension of a module's or class's body runs.
fn is_namespace(namespace: &Value, code: &Code, slot: impl Fn(u32) -> Value) -> bool {
    let running = |own: &(u32, bool)| !bound_value(slot(own.0), own.1).is_unbound();
    !namespace.is_unbound() && !code.comprehension_slots.iter().any(running)
}

/// A variable's value, given what its slot holds.
fn bound_value(held: Value, is_cell: bool) -> Value {
    if !is_cell {
        return held;
    }
    held.get::<CellObject>()
        .map_or(Value::Unbound, |cell| cell.value.get())
}

impl Code {
    /// The slots that are variables, with their names, and whether they hold cells. A slot hides those
    /// of the same name that come before it while it is bound: it is a comprehension's.
    fn variable_slots(&self) -> impl DoubleEndedIterator<Item = (u32, &Name, bool)> {
        let own = &self.comprehension_slots;
        let is_cell =
            |slot| self.cells.iter().any(|cell| cell.slot == slot) || own.contains(&(slot, true));
        let visible = |slot| self.kind == CodeKind::Function || own.iter().any(|own| own.0 == slot);
        let slots = self.slot_names.iter().enumerate();
        slots
            .map(move |(slot, name)| (slot as u32, name, is_cell(slot as u32)))
            .filter(move |(slot, ..)| visible(*slot))
    }
}

/// The bound variables of a frame.
fn variables(
    vm: &Vm,
    code: &Code,
    closure: &[Ref<CellObject>],
    slot: impl Fn(u32) -> Value,
) -> Ref<Dict> {
    let dict = vm.dict();
    for (at, name, is_cell) in code.variable_slots() {
        let value = bound_value(slot(at), is_cell);
        if !value.is_unbound() {
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

/// Where a variable is.
enum Place {
    Slot(u32),
    Cell(Ref<CellObject>),
}

impl FrameObject {
    /// `f_locals`
    pub fn locals(&self, vm: &Vm, this: &Ref<FrameObject>) -> Value {
        if is_namespace(&self.namespace, &self.code, |slot| self.slot(slot)) {
            return self.namespace.clone();
        }
        frame_locals::new(vm, this.clone())
    }

    /// The variables as a dict, which is the namespace itself where there is one.
    pub fn variables(&self, vm: &Vm) -> Ref<Dict> {
        let slot = |slot| self.slot(slot);
        if is_namespace(&self.namespace, &self.code, slot)
            && let Some(dict) = self.namespace.as_ref::<Dict>()
        {
            return dict.clone();
        }
        variables(vm, &self.code, &self.closure, slot)
    }

    /// The variables that are no namespace's, with what else has been stored through `f_locals`.
    ///
    /// # Errors
    /// Whatever the keys stored there raise.
    pub fn snapshot(&self, vm: &Vm) -> PyResult<Ref<Dict>> {
        let dict = variables(vm, &self.code, &self.closure, |slot| self.slot(slot));
        if let Some(extra) = self.extra_locals() {
            merge(vm, &dict, &extra)?;
        }
        Ok(dict)
    }

    /// What has been stored through `f_locals` under names that are no variables.
    pub fn extra_locals(&self) -> Option<Ref<Dict>> {
        self.extra.get().downcast().ok()
    }

    /// As `extra_locals`, made if need be.
    pub fn extra_or_new(&self, vm: &Vm) -> Ref<Dict> {
        self.extra_locals().unwrap_or_else(|| {
            let dict = vm.dict();
            self.extra.set(dict.value());
            dict
        })
    }

    /// What a slot holds: of the running frame, of the generator that waits, or what was left.
    fn slot(&self, slot: u32) -> Value {
        if let Some(value) = self.with_live(|core| core.slot(slot)) {
            return value;
        }
        match self.owner().filter(|owner| owner.is_alive()) {
            Some(generator) => generator.slot(slot),
            None => self.values.get(slot as usize).unwrap_or(Value::Unbound),
        }
    }

    fn set_slot(&self, slot: u32, value: Value) {
        if self.with_live(|_| ()).is_some() {
            self.with_live(|core| core.set_slot(slot, value));
            return;
        }
        match self.owner().filter(|owner| owner.is_alive()) {
            Some(generator) => generator.set_slot(slot, value),
            None => drop(self.values.set(slot as usize, value)),
        }
    }

    fn place(&self, name: &Name) -> Option<Place> {
        let mut first = None;
        let same = |entry: &(u32, &Name, bool)| entry.1 == name;
        for (slot, _, is_cell) in self.code.variable_slots().rev().filter(same) {
            let held = self.slot(slot);
            let place = match held.as_ref::<CellObject>() {
                Some(cell) if is_cell => Place::Cell(cell.clone()),
                _ => Place::Slot(slot),
            };
            if !bound_value(held, is_cell).is_unbound() {
                return Some(place);
            }
            first = Some(place);
        }
        first.or_else(|| Some(Place::Cell(self.free_cell(name)?.clone())))
    }

    /// The cell of a free variable.
    fn free_cell(&self, name: &Name) -> Option<&Ref<CellObject>> {
        let at = self.code.free.iter().position(|free| free == name)?;
        self.closure.get(at)
    }

    /// The value of a variable that is bound.
    pub fn variable(&self, name: &Name) -> Option<Value> {
        let found = match self.place(name)? {
            Place::Slot(slot) => self.slot(slot).bound(),
            Place::Cell(cell) => cell.value.get().bound(),
        };
        // A comprehension's variable may have the name of a free one.
        found.or_else(|| self.free_cell(name)?.value.get().bound())
    }

    /// Binds a variable; false when there is none of that name.
    pub fn set_variable(&self, name: &Name, value: Value) -> bool {
        match self.place(name) {
            Some(Place::Slot(slot)) => self.set_slot(slot, value),
            Some(Place::Cell(cell)) => cell.value.set(value),
            None => return false,
        }
        true
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
    match value.as_ref::<FrameObject>() {
        Some(this) => Ok(this.locals(vm, this)),
        None => Err(vm.type_error("a frame object is required")),
    }
}
fn get_globals(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.globals.value())
}
fn get_builtins(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.builtins.value())
}
fn get_code(vm: &Vm, value: &Value) -> PyResult {
    CodeObject::of(vm, &this(vm, value)?.code)
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
    let frame = this(vm, value)?;
    Ok(Value::Int(frame.code.instruction(frame.position()) as i64))
}
/// Only a trace function may have execution go on elsewhere, and there are none.
fn set_lineno(vm: &Vm, _value: &Value, new: Value) -> PyResult<()> {
    if new.is_unbound() {
        return Err(vm.raise(&vm.exceptions.AttributeError, "cannot delete attribute"));
    }
    Err(vm.value_error(match *vm.class_of(&new) == vm.types.int {
        true => "f_lineno can only be set in a trace function",
        false => "lineno must be an integer",
    }))
}
fn get_trace(vm: &Vm, value: &Value) -> PyResult {
    let function = this(vm, value)?.tracing.function.get();
    Ok(function.bound().unwrap_or(Value::None))
}
fn set_trace(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    drop(this(vm, value)?.tracing.function.replace(new));
    Ok(())
}
fn get_trace_lines(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::bool(this(vm, value)?.tracing.lines.get()))
}
fn set_trace_lines(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    set_flag(vm, &this(vm, value)?.tracing.lines, &new)
}
fn get_trace_opcodes(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::bool(this(vm, value)?.tracing.opcodes.get()))
}
fn set_trace_opcodes(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    set_flag(vm, &this(vm, value)?.tracing.opcodes, &new)
}

fn set_flag(vm: &Vm, flag: &Cell<bool>, new: &Value) -> PyResult<()> {
    let on = match new {
        Value::True => true,
        Value::False => false,
        Value::Unbound => return Err(vm.type_error("can't delete numeric/char attribute")),
        _ => return Err(vm.type_error("attribute value type must be bool")),
    };
    flag.set(on);
    Ok(())
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
    drop(frame.extra.take());
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
        super::object::SIZEOF,
    ],
    properties: &[
        Property {
            member: true,
            ..getset("f_trace_lines", get_trace_lines, set_trace_lines, "")
        },
        getter("f_back", get_back, ""),
        getter("f_locals", get_locals, ""),
        getset("f_lineno", get_lineno, set_lineno, ""),
        getset("f_trace", get_trace, set_trace, ""),
        getter("f_lasti", get_lasti, ""),
        getter("f_globals", get_globals, ""),
        getter("f_builtins", get_builtins, ""),
        getter("f_code", get_code, ""),
        getset("f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, ""),
    ],
    ..TypeTable::DEFAULT
};
