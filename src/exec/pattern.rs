//! Structural pattern matching. Reference: 8.6, The match statement.

use crate::exec::assign::{AnyTarget, unpack};
use crate::exec::frame::Frame;
use crate::exec::tree::{Expr, Flow, Statement, Stmt};
use crate::object::class::{Class, Collection};
use crate::object::heap::{self, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::object::Plain;
use crate::types::quick;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use dunder_grammar::Span;

/// A pattern. Captures are collected while matching and bound only when the whole pattern matches.
pub enum Pattern {
    /// Compares with `==`.
    Value(Expr),
    /// Compares with a literal.
    Literal(Value, Span),
    /// Compares with `is`.
    Singleton(Value),
    /// `[a, b, *rest]`
    Sequence {
        /// The patterns, the starred one included.
        patterns: Box<[Pattern]>,
        /// Which of them is starred.
        star: Option<usize>,
        /// The pattern.
        span: Span,
    },
    /// `{key: pattern, **rest}`
    Mapping {
        /// Keys with their patterns.
        items: Box<[(Key, Pattern)]>,
        /// What takes the remaining items.
        rest: Option<usize>,
        /// The pattern.
        span: Span,
    },
    /// `Cls(patterns, name=pattern)`
    Class {
        /// The class.
        class: Expr,
        /// Positional sub-patterns.
        positional: Box<[Pattern]>,
        /// Keyword sub-patterns.
        keywords: Box<[(Name, Pattern)]>,
        /// The pattern.
        span: Span,
    },
    /// `*name`, `name` or `_`: matches anything; the number says which capture it is.
    Capture(Option<usize>),
    /// `pattern as name`
    As(Box<Pattern>, usize),
    /// `a | b`
    Or(Box<[Pattern]>),
}

/// The key of a mapping pattern.
pub enum Key {
    /// A literal. No two of a pattern are the same.
    Literal(Value),
    /// A dotted name.
    Computed(Expr),
}

/// `case pattern if guard: body`
pub struct Case {
    /// The pattern.
    pub pattern: Pattern,
    /// What captures bind.
    pub targets: Box<[AnyTarget]>,
    /// The condition.
    pub guard: Option<Expr>,
    /// The block.
    pub body: Statement,
}

impl Case {
    /// Whether the case applies; its names are bound then. `captured` is room for what they are bound to.
    ///
    /// # Errors
    /// Whatever matching or the guard raises.
    pub fn applies(
        &self,
        f: &mut Frame<'_>,
        subject: &Value,
        captured: &mut Vec<Value>,
    ) -> PyResult<bool> {
        captured.clear();
        captured.resize(self.targets.len(), Value::Unbound);
        if !self.pattern.matches(f, subject, captured)? {
            return Ok(false);
        }
        for (target, value) in self.targets.iter().zip(captured.drain(..)) {
            if !value.is_unbound() {
                target.assign(f, value)?;
            }
        }
        match &self.guard {
            Some(guard) => guard.cond(f),
            None => Ok(true),
        }
    }
}

/// `match subject: cases`
pub struct Match {
    /// What is matched.
    pub subject: Expr,
    /// The cases.
    pub cases: Box<[Case]>,
}

impl Stmt for Match {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(subject) = self.subject.eval(f) else {
            return Flow::Raise;
        };
        let mut captured = Vec::new();
        for case in &self.cases {
            match case.applies(f, &subject, &mut captured) {
                Ok(true) => {
                    drop(subject);
                    return case.body.exec(f);
                }
                Ok(false) => {}
                Err(_) => return Flow::Raise,
            }
        }
        Flow::Next
    }
}

impl Pattern {
    /// `_`, or a star that binds nothing.
    fn is_wildcard(&self) -> bool {
        matches!(self, Pattern::Capture(None))
    }

    fn matches(&self, f: &mut Frame<'_>, subject: &Value, out: &mut Vec<Value>) -> PyResult<bool> {
        match self {
            Pattern::Value(expr) => {
                let value = expr.eval(f)?;
                f.core.span.set(expr.span());
                let equal = ops::compare_bool(f.vm, ops::Compare::Eq, subject, &value);
                f.at(expr.span(), equal)
            }
            Pattern::Literal(value, span) => match quick::eq(f.vm, subject, value) {
                Some(equal) => Ok(equal),
                None => {
                    f.core.span.set(*span);
                    let equal = ops::compare_bool(f.vm, ops::Compare::Eq, subject, value);
                    f.at(*span, equal)
                }
            },
            Pattern::Singleton(value) => Ok(subject.is(value)),
            Pattern::Capture(at) => {
                if let Some(at) = at {
                    out[*at] = subject.clone();
                }
                Ok(true)
            }
            Pattern::As(inner, at) => {
                if !inner.matches(f, subject, out)? {
                    return Ok(false);
                }
                out[*at] = subject.clone();
                Ok(true)
            }
            Pattern::Or(alternatives) => {
                for alternative in alternatives {
                    let mut trial = out.clone();
                    if alternative.matches(f, subject, &mut trial)? {
                        *out = trial;
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Pattern::Sequence {
                patterns,
                star,
                span,
            } => sequence(f, subject, patterns, *star, *span, out),
            Pattern::Mapping { items, rest, span } => mapping(f, subject, items, *rest, *span, out),
            Pattern::Class {
                class,
                positional,
                keywords,
                span,
            } => class_pattern(f, subject, class, positional, keywords, *span, out),
        }
    }
}

fn sequence(
    f: &mut Frame<'_>,
    subject: &Value,
    patterns: &[Pattern],
    star: Option<usize>,
    span: Span,
    out: &mut Vec<Value>,
) -> PyResult<bool> {
    let vm = f.vm;
    if star.is_none()
        && let Some(tuple) = subject.get::<Tuple>()
        && *vm.class_of(subject) == vm.types.tuple
    {
        return Ok(tuple.items.len() == patterns.len() && each(f, patterns, &tuple.items, out)?);
    }
    if vm.class_of(subject).collection.get() != Collection::Sequence {
        return Ok(false);
    }
    f.core.span.set(span);
    if star.is_none() || patterns.len() > 1 {
        let len = ops::len(vm, subject);
        let len = f.at(span, len)?;
        let fits = match star {
            None => len == patterns.len(),
            Some(_) => len + 1 >= patterns.len(),
        };
        if !fits {
            return Ok(false);
        }
    }
    if patterns.iter().all(Pattern::is_wildcard) {
        return Ok(true);
    }
    match star {
        Some(at) if patterns[at].is_wildcard() => ends(f, subject, patterns, at, span, out),
        _ => {
            let list = subject
                .get::<List>()
                .filter(|_| *vm.class_of(subject) == vm.types.list);
            if let Some(list) = list.filter(|_| star.is_none()) {
                // Most cases are told apart by their first items.
                if let [Pattern::Literal(value, _), ..] = patterns
                    && let Some(first) = list.items.get(0)
                    && quick::eq(vm, &first, value) == Some(false)
                {
                    return Ok(false);
                }
                let items = list.items.to_vec();
                if items.len() == patterns.len() {
                    return each(f, patterns, &items, out);
                }
            }
            let items = unpack(vm, subject, patterns.len(), star);
            let items = f.at(span, items)?;
            each(f, patterns, &items, out)
        }
    }
}

/// Whether all items match.
fn each(
    f: &mut Frame<'_>,
    patterns: &[Pattern],
    items: &[Value],
    out: &mut Vec<Value>,
) -> PyResult<bool> {
    for (pattern, item) in patterns.iter().zip(items) {
        if !pattern.matches(f, item, out)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A sequence of which only the items around the star are looked at: by index.
fn ends(
    f: &mut Frame<'_>,
    subject: &Value,
    patterns: &[Pattern],
    star: usize,
    span: Span,
    out: &mut Vec<Value>,
) -> PyResult<bool> {
    let vm = f.vm;
    for (i, pattern) in patterns.iter().enumerate() {
        if pattern.is_wildcard() {
            continue;
        }
        let index = if i < star {
            i as i64
        } else {
            let len = ops::len(vm, subject);
            f.at(span, len)? as i64 - (patterns.len() - i) as i64
        };
        let item = ops::get_item(vm, subject, &Value::Int(index));
        if !pattern.matches(f, &f.at(span, item)?, out)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn mapping(
    f: &mut Frame<'_>,
    subject: &Value,
    items: &[(Key, Pattern)],
    rest: Option<usize>,
    span: Span,
    out: &mut Vec<Value>,
) -> PyResult<bool> {
    let vm = f.vm;
    if vm.class_of(subject).collection.get() != Collection::Mapping {
        return Ok(false);
    }
    f.core.span.set(span);
    if !items.is_empty() {
        let len = ops::len(vm, subject);
        if f.at(span, len)? < items.len() {
            return Ok(false);
        }
    }
    let mut keys = Vec::with_capacity(items.len());
    for (key, _) in items {
        keys.push(match key {
            Key::Literal(value) => value.clone(),
            Key::Computed(expr) => expr.eval(f)?,
        });
    }
    let distinct = items.iter().all(|(key, _)| matches!(key, Key::Literal(_)));
    f.core.span.set(span);
    let values = match exact_dict(vm, subject) {
        Some(dict) if distinct => keys.iter().map(|key| dict.get(vm, key)).collect(),
        _ => item_values(vm, subject, &keys),
    };
    let Some(values) = f.at(span, values)? else {
        return Ok(false);
    };
    for ((_, pattern), value) in items.iter().zip(values) {
        if !pattern.matches(f, &value, out)? {
            return Ok(false);
        }
    }
    if let Some(at) = rest {
        f.core.span.set(span);
        let copy = remaining(vm, subject, &keys);
        out[at] = f.at(span, copy)?;
    }
    Ok(true)
}

/// The values of the keys, through `get` so that no default is made.
fn item_values(vm: &Vm, subject: &Value, keys: &[Value]) -> PyResult<Option<Vec<Value>>> {
    if keys.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let seen = vm.dict();
    let get = lookup::get(vm, subject, &vm.names.get)?;
    let sentinel: Value = heap::alloc(&vm.types.object, Plain).into();
    let mut values = Vec::with_capacity(keys.len());
    for key in keys {
        if seen.insert(vm, key.clone(), Value::None)?.is_some() {
            let shown = ops::repr(vm, key)?;
            return Err(vm.value_error(format!("mapping pattern checks duplicate key ({shown})")));
        }
        let value = vm.call(&get, &[key.clone(), sentinel.clone()])?;
        if value.is(&sentinel) {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(values))
}

/// A dict whose class is `dict` itself.
fn exact_dict<'a>(vm: &Vm, subject: &'a Value) -> Option<&'a Ref<Dict>> {
    subject
        .as_ref::<Dict>()
        .filter(|dict| *dict.as_obj().class() == vm.types.dict)
}

fn remaining(vm: &Vm, subject: &Value, keys: &[Value]) -> PyResult {
    let copy = match exact_dict(vm, subject) {
        Some(dict) => dict.copied().alloc(vm),
        None => {
            let copy = vm.dict();
            let update = vm.intern("update");
            vm.call_method(&copy.value(), &update, std::slice::from_ref(subject))?;
            copy
        }
    };
    for key in keys {
        ops::del_item(vm, &copy.value(), key)?;
    }
    Ok(copy.into())
}

fn class_pattern(
    f: &mut Frame<'_>,
    subject: &Value,
    class: &Expr,
    positional: &[Pattern],
    keywords: &[(Name, Pattern)],
    span: Span,
    out: &mut Vec<Value>,
) -> PyResult<bool> {
    let vm = f.vm;
    let class = class.eval(f)?;
    f.core.span.set(span);
    let names: Vec<&Name> = keywords.iter().map(|(name, _)| name).collect();
    let values = class_values(vm, subject, &class, positional.len(), &names);
    let Some(values) = f.at(span, values)? else {
        return Ok(false);
    };
    let patterns = positional
        .iter()
        .chain(keywords.iter().map(|(_, pattern)| pattern));
    for (pattern, value) in patterns.zip(values) {
        if !pattern.matches(f, &value, out)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The values that the sub-patterns of a class pattern are matched against; `None` when the subject
/// is no instance or lacks an attribute.
fn class_values(
    vm: &Vm,
    subject: &Value,
    class: &Value,
    positional: usize,
    keywords: &[&Name],
) -> PyResult<Option<Vec<Value>>> {
    let Some(class) = class.as_ref::<Class>() else {
        return Err(vm.type_error("called match pattern must be a class"));
    };
    if !crate::types::checks::isinstance(vm, subject, &class.value())? {
        return Ok(None);
    }
    let mut values = Vec::new();
    let mut seen: Vec<Name> = Vec::new();
    if positional > 0 {
        let names = match_args(vm, class)?;
        let allowed = names.as_ref().map_or(1, Vec::len);
        if positional > allowed {
            let plural = if allowed == 1 { "" } else { "s" };
            return Err(vm.type_error(format!(
                "{}() accepts {allowed} positional sub-pattern{plural} ({positional} given)",
                class.name_text()
            )));
        }
        let Some(names) = names else {
            values.push(subject.clone());
            return attributes(vm, subject, class, keywords, &mut seen, values);
        };
        for name in &names[..positional] {
            let Some(name) = name
                .as_ref::<Str>()
                .filter(|name| lookup::is_plain(vm, name))
            else {
                return Err(vm.type_error(format!(
                    "__match_args__ elements must be strings (got {})",
                    vm.type_name(name)
                )));
            };
            let name = vm.interner.intern_object(name);
            match attribute(vm, subject, class, &name, &mut seen)? {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
    }
    attributes(vm, subject, class, keywords, &mut seen, values)
}

fn attributes(
    vm: &Vm,
    subject: &Value,
    class: &Ref<Class>,
    names: &[&Name],
    seen: &mut Vec<Name>,
    mut values: Vec<Value>,
) -> PyResult<Option<Vec<Value>>> {
    for name in names {
        match attribute(vm, subject, class, name, seen)? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(values))
}

fn attribute(
    vm: &Vm,
    subject: &Value,
    class: &Ref<Class>,
    name: &Name,
    seen: &mut Vec<Name>,
) -> PyResult<Option<Value>> {
    if seen.contains(name) {
        return Err(vm.type_error(format!(
            "{}() got multiple sub-patterns for attribute '{name}'",
            class.name_text()
        )));
    }
    seen.push(name.clone());
    lookup::get_optional(vm, subject, name)
}

/// `__match_args__`, or `None` for a built-in class that matches itself.
fn match_args(vm: &Vm, class: &Ref<Class>) -> PyResult<Option<Vec<Value>>> {
    if let Some(found) = lookup::get_optional(vm, &class.value(), &vm.names.__match_args__)? {
        return match found.get::<Tuple>() {
            Some(tuple) if *vm.class_of(&found) == vm.types.tuple => Ok(Some(tuple.items.to_vec())),
            _ => Err(vm.type_error(format!(
                "{}.__match_args__ must be a tuple (got {})",
                class.name_text(),
                vm.type_name(&found)
            ))),
        };
    }
    Ok((!matches_itself(class)).then(Vec::new))
}

/// Built-in classes whose one positional sub-pattern matches the subject itself.
const MATCH_SELF: &[&str] = &[
    "bool",
    "bytearray",
    "bytes",
    "dict",
    "float",
    "frozenset",
    "int",
    "list",
    "set",
    "str",
    "tuple",
];

/// Whether one positional sub-pattern of a class pattern matches the instance itself.
pub fn matches_itself(class: &Class) -> bool {
    let known = |table: &TypeTable| MATCH_SELF.contains(&table.name);
    class.mro().iter().any(|c| c.table.is_some_and(known))
}
