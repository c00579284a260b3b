//! `re.Pattern`: the payload, the table, and the methods that only look.

use super::compile::compile;
use super::engine::{Session, Subject, bounds};
use super::machine::{Goal, Memory};
use super::match_object::{self, Spans};
use super::parse::parse;
use super::program::Program;
use super::scanner;
use super::syntax::flag;
use super::template::Template;
use super::{raise, replace};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::stdlib::warn;
use crate::text::Text;
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::str::{Str, text_of};
use crate::types::{args, class_getitem, mapping_proxy, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The payload of patterns.
pub struct PatternObject {
    /// What was compiled.
    pub source: ValueCell,
    /// Whether that is `bytes`.
    pub is_bytes: bool,
    /// All flags.
    pub flags: u32,
    /// How many groups there are.
    pub groups: usize,
    /// The names of groups.
    pub names: Vec<(Text, u32)>,
    /// The dict of groups by their names.
    pub groupindex: ValueCell,
    /// The program.
    pub program: Program,
    /// The class of matches.
    pub match_class: Ref<Class>,
    /// What the machine had allocated.
    pub memory: Cell<Option<Memory>>,
    /// The template used last.
    pub template: RefCell<Option<(Value, Rc<Template>)>>,
}
native_payload!(PatternObject, source, groupindex);

pub(super) static PATTERN: TypeTable = TypeTable {
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    names_module: true,
    name: "Pattern",
    module: "re",
    doc: "Compiled regular expression object.",
    kind: Kind::Native,
    weakrefable: true,
    methods: &[
        slots::repr(repr),
        slots::hash(hash),
        slots::eq(eq),
        slots::ne(ne),
        method(
            "match(self, /, string, pos=0, endpos=sys.maxsize)",
            match_,
            "Matches zero or more characters at the beginning of the string.",
        ),
        method(
            "fullmatch(self, /, string, pos=0, endpos=sys.maxsize)",
            fullmatch,
            "Matches against all of the string.",
        ),
        method(
            "search(self, /, string, pos=0, endpos=sys.maxsize)",
            search,
            "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.",
        ),
        method(
            "sub(self, /, repl, string, count=0)",
            replace::sub,
            "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.",
        ),
        method(
            "subn(self, /, repl, string, count=0)",
            replace::subn,
            "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.",
        ),
        method(
            "findall(self, /, string, pos=0, endpos=sys.maxsize)",
            findall,
            "Return a list of all non-overlapping matches of pattern in string.",
        ),
        method(
            "split(self, /, string, maxsplit=0)",
            split,
            "Split string by the occurrences of pattern.",
        ),
        method(
            "finditer(self, /, string, pos=0, endpos=sys.maxsize)",
            scanner::finditer,
            "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.",
        ),
        method(
            "scanner(self, /, string, pos=0, endpos=sys.maxsize)",
            scanner::scanner,
            "",
        ),
        method("__copy__(self, /)", same, ""),
        method("__deepcopy__(self, memo, /)", same, ""),
        table::class_getitem(class_getitem),
    ],
    properties: &[
        member(
            "pattern",
            |vm, value| Ok(this_of(vm, value)?.source.get()),
            "The pattern string from which the RE object was compiled.",
        ),
        member(
            "flags",
            |vm, value| Ok(Value::Int(this_of(vm, value)?.flags.into())),
            "The regex matching flags.",
        ),
        member(
            "groups",
            |vm, value| Ok(Value::Int(this_of(vm, value)?.groups as i64)),
            "The number of capturing groups in the pattern.",
        ),
        getter(
            "groupindex",
            |vm, value| {
                let names = this_of(vm, value)?.groupindex.get();
                Ok(match names.get::<Dict>() {
                    Some(names) if names.is_empty() => vm.dict().into(),
                    _ => mapping_proxy::new(vm, names),
                })
            },
            "A dictionary mapping group names to group numbers.",
        ),
    ],
    ..TypeTable::DEFAULT
};

impl PatternObject {
    /// Whether it was compiled from an equal text.
    pub fn is_of(&self, source: &Value) -> bool {
        let own = self.source.get();
        if own.is(source) {
            return true;
        }
        match (text_of(&own), text_of(source)) {
            (Some(own), Some(other)) => own == other,
            (None, None) => match (own.get::<Bytes>(), source.get::<Bytes>()) {
                (Some(own), Some(other)) => own.data == other.data,
                _ => false,
            },
            _ => false,
        }
    }
}

fn this_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a PatternObject> {
    this(vm, std::slice::from_ref(value))
}

/// Compiles a `str` or `bytes`.
///
/// # Errors
/// What is wrong with it, or a warning that has been made an error.
pub fn new(vm: &Vm, source: &Value, flags: u32) -> PyResult {
    let (chars, is_bytes): (Vec<u32>, bool) = match (text_of(source), source.get::<Bytes>()) {
        (Some(text), _) => (text.chars().collect(), false),
        (None, Some(bytes)) => (bytes.data.iter().map(|&b| b.into()).collect(), true),
        (None, None) => {
            return Err(vm.type_error("first argument must be string or compiled pattern"));
        }
    };
    let parsed = parse(&chars, !is_bytes, flags).map_err(|(fault, warnings)| {
        match warn_of(vm, &warnings) {
            Ok(()) => raise(vm, fault, source),
            Err(raised) => raised,
        }
    })?;
    warn_of(vm, &parsed.warnings)?;
    let program = compile(&parsed, is_bytes).map_err(|fault| raise(vm, fault, source))?;
    let index = vm.dict();
    for (name, group) in &parsed.names {
        let name = vm.text(name.clone());
        index.insert(vm, name, Value::Int((*group).into()))?;
    }
    let payload = PatternObject {
        source: ValueCell::new(source.clone()),
        is_bytes,
        flags: parsed.flags,
        groups: parsed.groups as usize,
        names: parsed.names,
        groupindex: ValueCell::new(index.value()),
        program,
        match_class: extension::class(vm, &match_object::MATCH),
        memory: Cell::new(None),
        template: RefCell::new(None),
    };
    Ok(alloc(&extension::class(vm, &PATTERN), payload))
}

/// Warns on behalf of who called the function of `re`.
fn warn_of(vm: &Vm, warnings: &[Text]) -> PyResult<()> {
    for text in warnings {
        warn::here(vm, &vm.exceptions.FutureWarning, &text.to_string(), 2)?;
    }
    Ok(())
}

fn same(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

const FLAG_NAMES: [(u32, &str); 8] = [
    (flag::IGNORECASE, "re.IGNORECASE"),
    (flag::LOCALE, "re.LOCALE"),
    (flag::MULTILINE, "re.MULTILINE"),
    (flag::DOTALL, "re.DOTALL"),
    (flag::UNICODE, "re.UNICODE"),
    (flag::VERBOSE, "re.VERBOSE"),
    (flag::DEBUG, "re.DEBUG"),
    (flag::ASCII, "re.ASCII"),
];

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let mut flags = pattern.flags;
    if !pattern.is_bytes && flags & flag::TYPE == flag::UNICODE {
        flags &= !flag::UNICODE;
    }
    let mut names = Vec::new();
    for (flag, name) in FLAG_NAMES {
        if flags & flag != 0 {
            names.push(name.to_owned());
            flags &= !flag;
        }
    }
    if flags != 0 {
        names.push(format!("{flags:#x}"));
    }
    let source = ops::repr(vm, &pattern.source.get())?;
    let mut out = Text::from("re.compile(");
    out.push_text(&source.text.slice(0..200));
    if !names.is_empty() {
        out.push_str(", ");
        out.push_str(&names.join("|"));
    }
    out.push_str(")");
    Ok(vm.text(out))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let hash = ops::hash(vm, &pattern.source.get())?;
    let hash = hash ^ i64::from(pattern.flags) ^ (pattern.groups as i64) << 32;
    Ok(Value::Int(if hash == -1 { -2 } else { hash }))
}

fn is_equal(vm: &Vm, args: &[Value]) -> PyResult<Option<bool>> {
    let pattern = this::<PatternObject>(vm, args)?;
    let Some(other) = args[1].native::<PatternObject>() else {
        return Ok(None);
    };
    if pattern.flags != other.flags || pattern.is_bytes != other.is_bytes {
        return Ok(Some(false));
    }
    ops::eq(vm, &pattern.source.get(), &other.source.get()).map(Some)
}

fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(is_equal(vm, args)?.map_or(Value::NotImplemented, Value::bool))
}

fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(is_equal(vm, args)?.map_or(Value::NotImplemented, |equal| Value::bool(!equal)))
}

/// A method's `string`, `pos` and `endpos`.
///
/// # Errors
/// TypeError, OverflowError.
pub fn range(vm: &Vm, args: &[Value]) -> PyResult<(i64, i64)> {
    let pos = args::size(vm, &args[2])?;
    let endpos = match &args[3] {
        Value::Unbound => i64::MAX,
        endpos => args::size(vm, endpos)?,
    };
    Ok((pos, endpos))
}

/// Looks for one match, by `find`, between two offsets.
fn one(
    vm: &Vm,
    args: &[Value],
    find: impl FnOnce(&mut Session<'_>, usize) -> PyResult<Option<std::ops::Range<usize>>>,
) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let (pos, endpos) = range(vm, args)?;
    let subject = Subject::new(vm, pattern, &args[1])?;
    let (pos, endpos) = bounds(&subject, pos, endpos);
    if pos > endpos {
        return Ok(Value::None);
    }
    let mut session = Session::new(vm, pattern, &subject, subject.byte_offset(endpos));
    let found = find(&mut session, subject.byte_offset(pos))?;
    let result = found.map(|span| Spans::new(&session, span, pattern.groups));
    session.finish();
    Ok(match result {
        None => Value::None,
        Some(spans) => match_object::new(pattern, (&args[0], &args[1]), spans, (pos, endpos)),
    })
}

fn match_(vm: &Vm, args: &[Value]) -> PyResult {
    one(vm, args, |session, from| {
        session.match_at(from, Goal::default())
    })
}

fn fullmatch(vm: &Vm, args: &[Value]) -> PyResult {
    one(vm, args, |session, from| {
        let goal = Goal {
            whole: true,
            not_empty: false,
        };
        session.match_at(from, goal)
    })
}

fn search(vm: &Vm, args: &[Value]) -> PyResult {
    one(vm, args, |session, from| session.search(from, false))
}

fn findall(vm: &Vm, args: &[Value]) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let (pos, endpos) = range(vm, args)?;
    let string = &args[1];
    let subject = Subject::new(vm, pattern, string)?;
    let (pos, endpos) = bounds(&subject, pos, endpos);
    let mut found = Vec::new();
    let mut session = Session::new(vm, pattern, &subject, subject.byte_offset(endpos));
    let mut from = subject.byte_offset(pos);
    let mut not_empty = false;
    let empty = 0..0;
    while pos <= endpos
        && let Some(span) = session.search(from, not_empty)?
    {
        (from, not_empty) = (span.end, span.is_empty());
        let group = |group: usize| {
            let range = session.group(group).unwrap_or(empty.clone());
            subject.slice(vm, string, range)
        };
        found.push(match pattern.groups {
            0 => subject.slice(vm, string, span),
            1 => group(1),
            groups => vm.tuple((1..=groups).map(group).collect()),
        });
    }
    session.finish();
    Ok(vm.list(found))
}

fn split(vm: &Vm, args: &[Value]) -> PyResult {
    let pattern = this::<PatternObject>(vm, args)?;
    let most = args::size(vm, &args[2])?;
    let string = &args[1];
    let subject = Subject::new(vm, pattern, string)?;
    let end = subject.data().len();
    let mut session = Session::new(vm, pattern, &subject, end);
    let (mut parts, mut last, mut count) = (Vec::new(), 0, 0);
    let mut not_empty = false;
    while (most == 0 || count < most)
        && let Some(span) = session.search(last, not_empty)?
    {
        parts.push(subject.slice(vm, string, last..span.start));
        for group in 1..=pattern.groups {
            let range = session.group(group);
            parts.push(range.map_or(Value::None, |range| subject.slice(vm, string, range)));
        }
        (last, not_empty) = (span.end, span.is_empty());
        count += 1;
    }
    session.finish();
    parts.push(subject.slice(vm, string, last..end));
    Ok(vm.list(parts))
}

/// What `re.compile` does.
///
/// # Errors
/// What is wrong with the arguments.
pub fn compile_cached(vm: &Vm, args: &[Value]) -> PyResult {
    let (source, flags) = (&args[0], flags_of(vm, &args[1])?);
    if source.native::<PatternObject>().is_some() {
        return match flags {
            0 => Ok(source.clone()),
            _ => Err(vm.value_error("cannot process flags argument with a compiled pattern")),
        };
    }
    if source.get::<Str>().is_none() && source.get::<Bytes>().is_none() {
        ops::hash(vm, source)?;
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    }
    // Objects of subclasses are kept as they are.
    let class = vm.class_of(source);
    let exact = *class == vm.types.str || *class == vm.types.bytes;
    if exact && let Some(known) = vm.state.patterns.get(source, flags) {
        return Ok(known);
    }
    let pattern = new(vm, source, flags)?;
    if exact {
        vm.state.patterns.insert(source, flags, &pattern);
    }
    Ok(pattern)
}

fn flags_of(vm: &Vm, flags: &Value) -> PyResult<u32> {
    let flags = match flags {
        Value::Int(flags) => *flags,
        other if !args::has_index(vm, other) => {
            return Err(vm.type_error(format!(
                "unsupported operand type(s) for &: '{}' and 'int'",
                vm.type_name(other)
            )));
        }
        other => args::size(vm, other)?,
    };
    let flags = i32::try_from(flags)
        .map_err(|_| vm.overflow_error("Python int too large to convert to C int"))?;
    if flags as u32 & flag::DEBUG != 0 {
        let message = "re.DEBUG: there is no code of a pattern to show";
        return Err(vm.not_implemented_error(message));
    }
    Ok(flags as u32)
}
