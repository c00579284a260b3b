//! `code`: code objects as programs see them. What they hold is in `exec::tree`.

use super::{code_tables, slots};
use crate::exec::deferred;
use crate::exec::tree::{Code, CodeKind};
use crate::object::heap::{self, Kind, Obj, Trace, WeakPtr};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::str::Str;
use crate::types::type_::keyword_args;
use crate::vm::Vm;
use std::rc::Rc;

/// The payload of code objects.
pub struct CodeObject {
    /// The code.
    pub code: Rc<Code>,
}

impl CodeObject {
    /// The code object of `code`: the same one each time, while somebody holds it.
    ///
    /// # Errors
    /// Those of [`deferred::complete`].
    pub fn of(vm: &Vm, code: &Rc<Code>) -> PyResult {
        if code.deferred.is_some() {
            return CodeObject::of(vm, &deferred::complete(vm, code)?);
        }
        if let Some(known) = code.object.borrow().as_ref().and_then(WeakPtr::upgrade) {
            return Ok(known.into());
        }
        let object = heap::alloc(&vm.types.code, CodeObject { code: code.clone() });
        *code.object.borrow_mut() = Some(WeakPtr::new(object.as_obj()));
        Ok(object.into())
    }
}

impl Trace for CodeObject {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const CODE: TypeTable = TypeTable {
    name: "code",
    told: Some(
        "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
    ),
    own: &["__lt__", "__le__", "__gt__", "__ge__", "__ne__"],
    kind: Kind::Code,
    weakrefable: true,
    doc: "Create a code object.  Not for mere mortals.",
    methods: &[
        super::object::SIZEOF,
        table::new("__new__(type, /, *args, **kwargs)", new),
        slots::repr(repr),
        slots::hash(hash),
        slots::eq(eq),
        method("co_lines(self, /)", lines, ""),
        method("co_positions(self, /)", positions, ""),
        method(
            "replace(self, /, **changes)",
            replace,
            "Return a copy of the code object with new values for the specified fields.",
        ),
        method(
            "_varname_from_oparg(self, /, oparg)",
            code_tables::variable_name,
            "",
        ),
        method(
            "__replace__(self, /, **changes)",
            replace,
            "The same as replace().",
        ),
    ],
    properties: &[
        member(
            "co_argcount",
            |vm, c| int(vm, c, |code| code.parameters.positional),
            "",
        ),
        member(
            "co_posonlyargcount",
            |vm, c| int(vm, c, |code| code.parameters.positional_only),
            "",
        ),
        member(
            "co_kwonlyargcount",
            |vm, c| int(vm, c, |code| code.parameters.keyword_only),
            "",
        ),
        member(
            "co_stacksize",
            |vm, c| int(vm, c, |code| code.frame_size),
            "",
        ),
        member("co_flags", |vm, c| int(vm, c, |code| code.flags), ""),
        member("co_nlocals", |vm, c| int(vm, c, |code| code.locals), ""),
        member("co_consts", consts, ""),
        member(
            "co_names",
            |vm, c| names(vm, c, |code| code.names.to_vec()),
            "",
        ),
        member(
            "co_filename",
            |vm, c| Ok(vm.str(&this(vm, c)?.source.filename)),
            "",
        ),
        member("co_name", |vm, c| Ok(this(vm, c)?.name.value()), ""),
        member("co_qualname", |vm, c| Ok(this(vm, c)?.qualname.value()), ""),
        member("co_firstlineno", |vm, c| int(vm, c, first_line), ""),
        member("co_linetable", code_tables::line_table, ""),
        // Handlers are parts of the tree.
        member(
            "co_exceptiontable",
            |vm, c| this(vm, c).map(|_| vm.bytes(&[][..])),
            "",
        ),
        getter("co_lnotab", code_tables::line_number_table, ""),
        getter("_co_code_adaptive", place_as_code, ""),
        getter(
            "co_varnames",
            |vm, c| {
                names(vm, c, |code| {
                    code.slot_names[..code.locals as usize].to_vec()
                })
            },
            "",
        ),
        getter("co_cellvars", |vm, c| names(vm, c, cell_names), ""),
        getter(
            "co_freevars",
            |vm, c| names(vm, c, |code| code.free.to_vec()),
            "",
        ),
        getter("co_code", place_as_code, ""),
    ],
    ..TypeTable::DEFAULT
};

pub(super) fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Rc<Code>> {
    match value.get::<CodeObject>() {
        Some(object) => Ok(&object.code),
        None => Err(vm.type_error("a code object is required")),
    }
}

/// There is no bytecode: where the code stands in its source tells it from others.
fn place_as_code(vm: &Vm, value: &Value) -> PyResult {
    Ok(vm.bytes(&this(vm, value)?.span.start.to_le_bytes()[..]))
}

fn int(vm: &Vm, value: &Value, get: fn(&Code) -> u32) -> PyResult {
    Ok(Value::Int(get(this(vm, value)?).into()))
}

fn names(vm: &Vm, value: &Value, get: fn(&Code) -> Vec<Name>) -> PyResult {
    Ok(vm.tuple(get(this(vm, value)?).into_iter().map(Value::from).collect()))
}

pub(super) fn first_line(code: &Code) -> u32 {
    if code.kind == CodeKind::Module {
        1
    } else {
        code.first_line()
    }
}

pub(super) fn cell_names(code: &Code) -> Vec<Name> {
    let own = code.comprehension_slots.iter().filter(|own| own.1);
    let mut names: Vec<Name> = code
        .cells
        .iter()
        .map(|cell| cell.slot)
        .chain(own.map(|own| own.0))
        .filter_map(|slot| code.slot_names.get(slot as usize).cloned())
        .collect();
    names.sort_by(|a, b| a.text.as_bytes().cmp(b.text.as_bytes()));
    names.dedup();
    names
}

fn consts(vm: &Vm, value: &Value) -> PyResult {
    let code = this(vm, value)?;
    let mut all = Vec::new();
    if code.kind == CodeKind::Function {
        all.push(code.doc.clone());
    }
    let none_is_there = all.first().is_some_and(Value::is_none);
    all.extend(
        code.consts
            .iter()
            .filter(|c| !(none_is_there && c.is_none()))
            .cloned(),
    );
    for nested in code.nested.borrow().iter() {
        all.push(CodeObject::of(vm, nested)?);
    }
    Ok(vm.tuple(all))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    Ok(vm.str(&format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.name,
        args[0].id(),
        code.source.filename,
        first_line(code)
    )))
}

/// Two code objects are equal when the same source made them the same way.
fn same(a: &Code, b: &Code) -> bool {
    let text = |code: &Code| {
        code.source
            .text
            .get(code.span.start as usize..code.span.end as usize)
            .map(str::to_owned)
    };
    std::ptr::eq(a, b)
        || (a.name == b.name
            && a.flags == b.flags
            && first_line(a) == first_line(b)
            && a.free == b.free
            && {
                if a.kind == CodeKind::Module {
                    a.source.text == b.source.text
                } else {
                    text(a) == text(b)
                }
            })
}

fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    Ok(match args[1].get::<CodeObject>() {
        Some(other) => Value::bool(same(code, &other.code)),
        None => Value::NotImplemented,
    })
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    Ok(Value::Int(
        code.name.hash_value() ^ i64::from(first_line(code)),
    ))
}

/// Runs of places on one line, in the numbering of `Code::instruction`: start, end, line.
pub(super) fn line_runs(code: &Code) -> Vec<[i64; 3]> {
    let mut runs: Vec<[i64; 3]> = Vec::new();
    for (at, place) in code.places().iter().enumerate() {
        let line = match at {
            0 => first_line(code),
            _ => code.source.line(place.start),
        };
        let (start, line) = (2 * at as i64, i64::from(line));
        match runs.last_mut() {
            Some(run) if run[2] == line => run[1] = start + 2,
            _ => runs.push([start, start + 2, line]),
        }
    }
    runs
}

fn lines(vm: &Vm, args: &[Value]) -> PyResult {
    let runs = line_runs(this(vm, &args[0])?);
    let entries = runs
        .iter()
        .map(|run| vm.tuple(run.map(Value::Int).to_vec()));
    ops::iter(vm, &vm.list(entries.collect()))
}

fn positions(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    let lines = code.source.lines();
    let entries = code.places().into_iter().map(|place| {
        let start = lines.byte_position(place.start);
        let end = lines.byte_position(place.end);
        let entry = match code.is_before_body(place) {
            true => [Some(start.line), Some(start.line), None, None],
            false => [start.line, end.line, start.column, end.column].map(Some),
        };
        let shown = |n: Option<u32>| n.map_or(Value::None, |n| Value::Int(n.into()));
        vm.tuple(entry.map(shown).to_vec())
    });
    ops::iter(vm, &vm.list(entries.collect()))
}

/// Fields that other fields determine here: they can be given if that changes nothing.
const FIXED: &[&str] = &[
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_firstlineno",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_linetable",
    "co_exceptiontable",
];

/// Names, flags and the file can be replaced; what would need other bytecode can't.
fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    let code = this(vm, &args[0])?;
    let mut changes = crate::exec::tree::CodeChanges::default();
    for (name, value) in keyword_args(vm, &args[1]) {
        match name.to_string().as_str() {
            "co_name" => changes.name = Some(str_field(vm, "co_name", &value)?),
            "co_qualname" => changes.qualname = Some(str_field(vm, "co_qualname", &value)?),
            "co_flags" => changes.flags = Some(super::args::c_int(vm, &value)? as u32),
            "co_filename" => {
                changes.filename = Some(str_field(vm, "co_filename", &value)?.to_string());
            }
            fixed if FIXED.contains(&fixed) => {
                let current = lookup::get(vm, &args[0], &name)?;
                if !ops::compare_bool(vm, Compare::Eq, &current, &value)? {
                    return Err(cannot_replace(vm, fixed));
                }
            }
            other => {
                let text = format!("replace() got an unexpected keyword argument '{other}'");
                return Err(vm.type_error(text));
            }
        }
    }
    CodeObject::of(vm, &Rc::new(code.changed(changes)))
}

fn cannot_replace(vm: &Vm, field: &str) -> Raised {
    vm.not_implemented_error(format!(
        "code.replace({field}=...) is not supported by Dunder"
    ))
}

fn str_field(vm: &Vm, field: &str, value: &Value) -> PyResult<Name> {
    match value.as_ref::<Str>() {
        Some(text) => Ok(vm.interner.intern_object(text)),
        None => {
            let what = format!("replace() argument '{field}'");
            Err(super::args::wrong_argument(vm, value, &what, "str"))
        }
    }
}

/// Code objects are made by `compile`: there is no bytecode to make one of.
fn new(vm: &Vm, args: &[Value]) -> PyResult {
    super::sequence::positional(vm, "code", &args[1], &args[2], (16, 18))?;
    Err(vm.not_implemented_error("making code objects of bytecode is not supported by Dunder"))
}
