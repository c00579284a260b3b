//! `traceback`: the frames an exception has passed through.

use crate::exec::frame::FrameCore;
use crate::exec::tree::Code;
use crate::object::exception::Exception;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::{self, TypeTable, getset, getter, member};
use crate::object::value::{PyResult, Value};
use crate::types::frame::FrameObject;
use crate::vm::Vm;
use dunder_grammar::Span;

/// The payload of traceback objects: one frame, and the link to the next inner one. Inner frames go first.
pub struct Traceback {
    /// `tb_next`; `Unbound` for none.
    pub next: ValueCell,
    /// `tb_frame`
    pub frame: Ref<FrameObject>,
    /// Where in the frame's code.
    pub span: Span,
    /// `tb_lasti` and `tb_lineno`, if the program has made the traceback.
    given: Option<(i32, i32)>,
}

impl Traceback {
    /// Whether more than the line is known: not where the program has made it, nor before a generator's body.
    pub fn has_columns(&self) -> bool {
        self.given.is_none() && !self.frame.code.is_before_body(self.span)
    }
    /// `tb_lineno`
    pub fn line(&self) -> i64 {
        match self.given {
            Some((_, line)) => line.into(),
            None => self.frame.code.source.line(self.span.start).into(),
        }
    }
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

/// Modules in Python that stand for native ones, whose functions have no frames.
const STAND_FOR_NATIVE: &[&str] = &[
    "_calendar_days",
    "_datetime_delta",
    "_datetime_iso",
    "_datetime_parts",
    "_decimal_context",
    "_decimal_math",
    "_decimal_methods",
    "_decimal_more",
    "_decimal_round",
    "_decimal_text",
    "_io",
    "_pickle_codes",
    "asyncio.futures",
    "datetime",
    "decimal",
    "pickle",
];

/// Whether code is of one of [`STAND_FOR_NATIVE`], or the `__getattr__` by which a module of the library makes
/// parts of itself when they are first asked for: CPython's modules have theirs from the start.
fn stands_for_native(code: &Code) -> bool {
    let module = code.source.filename.strip_prefix("<frozen ");
    let module = module.and_then(|rest| rest.strip_suffix('>'));
    module.is_some_and(|module| {
        STAND_FOR_NATIVE.contains(&module) || code.qualname.as_str() == Some("__getattr__")
    })
}

/// Adds a frame to the pending exception's traceback.
pub fn add(vm: &Vm, core: &FrameCore<'_>, span: Span) {
    let pending = vm.pending();
    let Some(exception) = pending.get::<Exception>() else {
        return;
    };
    if stands_for_native(&core.code) {
        return;
    }
    let entry = Traceback {
        frame: core.object(vm),
        span,
        given: None,
        next: ValueCell::new(exception.traceback.take()),
    };
    exception
        .traceback
        .set(heap::alloc(&vm.types.traceback, entry).into());
}

/// `tb_lineno` is where the frame was, not where it is now.
fn get_lineno(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::Int(this(vm, value)?.line()))
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Traceback> {
    vm.this(std::slice::from_ref(value))
}

fn get_frame(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.frame.value())
}

fn get_lasti(vm: &Vm, value: &Value) -> PyResult {
    let this = this(vm, value)?;
    Ok(Value::Int(match this.given {
        Some((last, _)) => last.into(),
        None => this.frame.code.instruction(this.span) as i64,
    }))
}

fn get_next(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.next.get().bound().unwrap_or(Value::None))
}

fn set_next(vm: &Vm, value: &Value, new: Value) -> PyResult<()> {
    let this = this(vm, value)?;
    let new = match new {
        Value::Unbound => return Err(vm.type_error("can't delete tb_next attribute")),
        Value::None => Value::Unbound,
        new if is_traceback(&new) => new,
        new => {
            return Err(vm.type_error(format!(
                "expected traceback object, got '{}'",
                vm.type_name(&new)
            )));
        }
    };
    let mut at = new.clone();
    while let Ok(entry) = at.downcast::<Traceback>() {
        if value.is(&entry.value()) {
            return Err(vm.value_error("traceback loop detected"));
        }
        at = entry.next.get();
    }
    this.next.set(new);
    Ok(())
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(frame) = args[2].as_ref::<FrameObject>() else {
        let what = "traceback() argument 'tb_frame'";
        return Err(super::args::wrong_argument(vm, &args[2], what, "frame"));
    };
    let last = super::args::c_int(vm, &args[3])?;
    let line = super::args::c_int(vm, &args[4])?;
    let next = match &args[1] {
        Value::None => Value::Unbound,
        next if is_traceback(next) => next.clone(),
        other => {
            return Err(vm.type_error(format!(
                "expected traceback object or None, got '{}'",
                vm.type_name(other)
            )));
        }
    };
    let lines = frame.code.source.lines();
    let span = lines.line_span(u32::try_from(line).unwrap_or(0));
    let entry = Traceback {
        frame: frame.clone(),
        span: Span::new(span.start, span.start),
        given: Some((last, line)),
        next: ValueCell::new(next),
    };
    Ok(heap::alloc(&vm.types.traceback, entry).into())
}

/// The type's table.
pub const TRACEBACK: TypeTable = TypeTable {
    name: "traceback",
    kind: Kind::Traceback,
    doc: "Create a new traceback object.",
    methods: &[
        table::new("__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", new),
        table::method("__dir__(self, /)", dir, ""),
    ],
    properties: &[
        member("tb_frame", get_frame, ""),
        getset("tb_next", get_next, set_next, ""),
        member("tb_lasti", get_lasti, ""),
        getter("tb_lineno", get_lineno, ""),
    ],
    ..TypeTable::DEFAULT
};

fn dir(vm: &Vm, _args: &[Value]) -> PyResult {
    let names = TRACEBACK.properties.iter().map(|p| vm.str(p.name));
    Ok(vm.list(names.collect()))
}

/// Whether a value is a traceback.
pub fn is_traceback(value: &Value) -> bool {
    value.get::<Traceback>().is_some()
}
