//! `traceback`: the frames an exception has passed through.

use crate::exec::frame::FrameCore;
use crate::object::exception::Exception;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::types::frame::FrameObject;
use crate::vm::Vm;
use dunder_grammar::Span;

/// The payload of traceback objects: one frame, and the link to the next inner one.
pub struct Traceback {
    /// `tb_frame`
    pub frame: Ref<FrameObject>,
    /// Where in the frame's code.
    pub span: Span,
    /// `tb_next`; `Unbound` for none.
    pub next: ValueCell,
}

impl Trace for Traceback {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.frame.as_obj());
        self.next.trace(visit);
    }
    fn clear(&self) {
        drop(self.next.take());
    }
}

/// Adds a frame to the pending exception's traceback.
pub fn add(vm: &Vm, core: &FrameCore<'_>, span: Span) {
    let pending = vm.pending();
    let Some(exception) = pending.get::<Exception>() else {
        return;
    };
    let entry = Traceback {
        frame: core.object(vm),
        span,
        next: ValueCell::new(exception.traceback.take()),
    };
    exception
        .traceback
        .set(heap::alloc(&vm.types.traceback, entry).into());
}

/// The type's table.
pub const TRACEBACK: TypeTable = TypeTable {
    name: "traceback",
    kind: Kind::Traceback,
    ..TypeTable::DEFAULT
};

/// Whether a value is a traceback.
pub fn is_traceback(value: &Value) -> bool {
    value.get::<Traceback>().is_some()
}
