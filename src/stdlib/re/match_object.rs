//! `re.Match`: the payload, the table, and the methods.

use super::engine::{Session, Subject};
use super::pattern::PatternObject;
use super::template;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::types::{args, class_getitem, slots};
use crate::vm::Vm;
use std::ops::Range;

/// What the groups have matched, as offsets; the whole match is group 0.
pub struct Spans {
    whole: Range<usize>,
    groups: Box<[Option<Range<usize>>]>,
    last: Option<usize>,
}

impl Spans {
    /// Those of a session's last match.
    #[inline]
    pub fn new(session: &Session<'_>, whole: Range<usize>, groups: usize) -> Spans {
        Spans {
            whole,
            groups: (1..=groups).map(|group| session.group(group)).collect(),
            last: session.last(),
        }
    }

    fn get(&self, group: usize) -> Option<Range<usize>> {
        match group.checked_sub(1) {
            None => Some(self.whole.clone()),
            Some(at) => self.groups.get(at).cloned().flatten(),
        }
    }
}

/// The payload of matches.
pub struct MatchObject {
    pattern: ValueCell,
    string: ValueCell,
    spans: Spans,
    pos: usize,
    endpos: usize,
}
native_payload!(MatchObject, pattern, string);

/// A match of a pattern, also as the object it is, in a string, looked for between two places.
pub fn new(
    object: &PatternObject,
    (pattern, string): (&Value, &Value),
    spans: Spans,
    (pos, endpos): (usize, usize),
) -> Value {
    let payload = MatchObject {
        pattern: ValueCell::new(pattern.clone()),
        string: ValueCell::new(string.clone()),
        spans,
        pos,
        endpos,
    };
    alloc(&object.match_class, payload)
}

pub(super) static MATCH: TypeTable = TypeTable {
    names_module: true,
    keyed: true,
    name: "Match",
    module: "re",
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    kind: Kind::Native,
    methods: &[
        slots::repr(repr),
        slots::getitem(getitem),
        method(
            "group(self, /, *args)",
            group,
            "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match.",
        ).bare(),
        method(
            "start(self, group=0, /)",
            |vm, args| Ok(Value::Int(ends(vm, args)?.0)),
            "Return index of the start of the substring matched by group.",
        ),
        method(
            "end(self, group=0, /)",
            |vm, args| Ok(Value::Int(ends(vm, args)?.1)),
            "Return index of the end of the substring matched by group.",
        ),
        method(
            "span(self, group=0, /)",
            |vm, args| Ok(pair(vm, ends(vm, args)?)),
            "For match object m, return the 2-tuple (m.start(group), m.end(group)).",
        ),
        method(
            "groups(self, /, default=None)",
            groups,
            "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.",
        ),
        method(
            "groupdict(self, /, default=None)",
            groupdict,
            "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.",
        ),
        method(
            "expand(self, /, template)",
            expand,
            "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.",
        ),
        method("__copy__(self, /)", same, ""),
        method("__deepcopy__(self, memo, /)", same, ""),
        table::class_getitem(class_getitem),
    ],
    properties: &[
        member(
            "string",
            |vm, value| Ok(this_of(vm, value)?.string.get()),
            "The string passed to match() or search().",
        ),
        member(
            "re",
            |vm, value| Ok(this_of(vm, value)?.pattern.get()),
            "The regular expression object.",
        ),
        member(
            "pos",
            |vm, value| Ok(Value::Int(this_of(vm, value)?.pos as i64)),
            "The index into the string at which the RE engine started looking for a match.",
        ),
        member(
            "endpos",
            |vm, value| Ok(Value::Int(this_of(vm, value)?.endpos as i64)),
            "The index into the string beyond which the RE engine will not go.",
        ),
        getter(
            "lastindex",
            lastindex,
            "The integer index of the last matched capturing group.",
        ),
        getter(
            "lastgroup",
            lastgroup,
            "The name of the last matched capturing group.",
        ),
        getter("regs", regs, ""),
    ],
    ..TypeTable::DEFAULT
};

fn this_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a MatchObject> {
    this(vm, std::slice::from_ref(value))
}

fn same(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

/// What a match was found in, with the pattern it is of.
struct Found<'a> {
    spans: &'a Spans,
    pattern: &'a PatternObject,
    string: &'a Value,
    subject: Subject<'a>,
}

impl Found<'_> {
    fn group(&self, vm: &Vm, group: usize, default: &Value) -> Value {
        match self.spans.get(group) {
            None => default.clone(),
            Some(range) => self.subject.slice(vm, self.string, range),
        }
    }

    /// The number of a group given by number or name.
    fn index(&self, vm: &Vm, index: &Value) -> PyResult<usize> {
        let number = if let Value::Int(number) = index {
            Some(*number)
        } else if args::has_index(vm, index) {
            // One that is too large is no group either.
            match ops::index(vm, index)? {
                Value::Int(number) => Some(number),
                _ => None,
            }
        } else {
            let names = self.pattern.groupindex.get();
            let names = names.get::<Dict>().filter(|names| !names.is_empty());
            match names.map(|names| names.get(vm, index)) {
                Some(Ok(Some(Value::Int(number)))) => Some(number),
                Some(Err(raised)) => return Err(raised),
                _ => None,
            }
        };
        let number = number.and_then(|number| usize::try_from(number).ok());
        match number.filter(|&number| number <= self.pattern.groups) {
            Some(number) => Ok(number),
            None => Err(vm.index_error("no such group")),
        }
    }
}

/// Does something with a match.
fn with<R>(vm: &Vm, args: &[Value], action: impl FnOnce(&Found<'_>) -> PyResult<R>) -> PyResult<R> {
    let this = this::<MatchObject>(vm, args)?;
    let (pattern, string) = (this.pattern.get(), this.string.get());
    let Some(object) = pattern.native::<PatternObject>() else {
        return Err(vm.system_error("a match without its pattern"));
    };
    action(&Found {
        spans: &this.spans,
        pattern: object,
        string: &string,
        subject: Subject::new(vm, object, &string)?,
    })
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    with(vm, args, |found| {
        let group = found.index(vm, &args[1])?;
        Ok(found.group(vm, group, &Value::None))
    })
}

fn group(vm: &Vm, args: &[Value]) -> PyResult {
    let wanted = args[1].get::<Tuple>().map_or(&[][..], |t| &t.items);
    with(vm, args, |found| {
        let one = |index: &Value| {
            let group = found.index(vm, index)?;
            Ok(found.group(vm, group, &Value::None))
        };
        match wanted {
            [] => Ok(found.group(vm, 0, &Value::None)),
            [index] => one(index),
            all => Ok(vm.tuple(all.iter().map(one).collect::<PyResult<_>>()?)),
        }
    })
}

fn pair(vm: &Vm, (start, end): (i64, i64)) -> Value {
    vm.tuple(vec![Value::Int(start), Value::Int(end)])
}

/// The places in characters where a group starts and ends.
fn places(found: &Found<'_>, group: usize) -> (i64, i64) {
    match found.spans.get(group) {
        None => (-1, -1),
        Some(range) => (
            found.subject.char_offset(range.start) as i64,
            found.subject.char_offset(range.end) as i64,
        ),
    }
}

fn ends(vm: &Vm, args: &[Value]) -> PyResult<(i64, i64)> {
    with(vm, args, |found| {
        let group = found.index(vm, &args[1])?;
        Ok(places(found, group))
    })
}

fn groups(vm: &Vm, args: &[Value]) -> PyResult {
    with(vm, args, |found| {
        let all = 1..=found.pattern.groups;
        Ok(vm.tuple(all.map(|group| found.group(vm, group, &args[1])).collect()))
    })
}

fn groupdict(vm: &Vm, args: &[Value]) -> PyResult {
    with(vm, args, |found| {
        let dict = vm.dict();
        for (name, group) in &found.pattern.names {
            let value = found.group(vm, *group as usize, &args[1]);
            dict.insert(vm, vm.text(name.clone()), value)?;
        }
        Ok(dict.value())
    })
}

fn expand(vm: &Vm, args: &[Value]) -> PyResult {
    with(vm, args, |found| {
        let template = template::of(vm, found.pattern, &args[1])?;
        let mut out = Vec::new();
        let data = found.subject.data();
        template.expand(&mut out, data, |group| found.spans.get(group));
        Ok(match found.pattern.is_bytes {
            true => vm.bytes(out),
            false => vm.text(Text::from_wtf8_vec(out)),
        })
    })
}

fn lastindex(vm: &Vm, value: &Value) -> PyResult {
    let last = this_of(vm, value)?.spans.last;
    Ok(last.map_or(Value::None, |group| Value::Int(group as i64)))
}

fn lastgroup(vm: &Vm, value: &Value) -> PyResult {
    let last = this_of(vm, value)?.spans.last;
    with(vm, std::slice::from_ref(value), |found| {
        let mut names = found.pattern.names.iter();
        let name = names.find(|(_, group)| Some(*group as usize) == last);
        Ok(name.map_or(Value::None, |(name, _)| vm.text(name.clone())))
    })
}

fn regs(vm: &Vm, value: &Value) -> PyResult {
    with(vm, std::slice::from_ref(value), |found| {
        let all = 0..=found.pattern.groups;
        let pairs = all.map(|group| pair(vm, places(found, group))).collect();
        Ok(vm.tuple(pairs))
    })
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let (span, text) = with(vm, args, |found| {
        Ok((places(found, 0), found.group(vm, 0, &Value::None)))
    })?;
    let text = ops::repr(vm, &text)?;
    let class = vm.type_name(&args[0]);
    let mut out = Text::from(format!(
        "<{class} object; span=({}, {}), match=",
        span.0, span.1
    ));
    out.push_text(&text.text.slice(0..50));
    out.push_str(">");
    Ok(vm.text(out))
}
