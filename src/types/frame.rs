//! `frame`: frame objects as programs see them. Running frames are in `exec::frame`.

use crate::exec::frame::FrameCore;
use crate::exec::generator::Generator;
use crate::exec::tree::Code;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell, VecCell, WeakPtr};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::types::dict::Dict;
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

/// The type's table.
pub const FRAME: TypeTable = TypeTable {
    name: "frame",
    kind: Kind::Frame,
    ..TypeTable::DEFAULT
};
