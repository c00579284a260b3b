//! Displays and f-strings: expressions that build lists, tuples, dicts, sets and strings.
//! Reference: 6.2.

use crate::exec::call_expr::collect_star;
use crate::exec::frame::Frame;
use crate::exec::operand::Argument;
use crate::exec::tree::{Expr, Node};
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::args::OrRaise;
use crate::types::dict::Dict;
use crate::types::dict_methods::update_from_any_mapping;
use crate::types::formatting::{self, KnownSpec, put_inline, put_text};
use crate::types::set::{self, Set};
use crate::types::set_algebra;
use crate::types::str::{Str, text_of};
use crate::vm::Vm;
use dunder_grammar::Span;
use dunder_grammar::ast::Conversion;
use smallvec::SmallVec;
use std::cell::OnceCell;

/// An item of a display.
pub enum Item {
    /// `value`
    One(Argument),
    /// `*iterable`
    Star(Expr),
}

/// Which type a display builds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `[a, b]`
    List,
    /// `(a, b)`
    Tuple,
    /// `{a, b}`
    Set,
}

/// Of more items than this none waits for the others to be evaluated: each is added to a set or dict at once.
pub const MOST_AT_ONCE: usize = 30;

/// A list, tuple or set display.
pub struct Sequence {
    /// Which type.
    pub kind: Kind,
    /// The items.
    pub items: Box<[Item]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for Sequence {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        if self.kind == Kind::Tuple
            && let [Item::One(a), Item::One(b), rest @ ..] = &*self.items
        {
            match rest {
                [] => {
                    let (a, b) = (a.eval(f)?, b.eval(f)?);
                    return Ok(f.vm.pair(a, b));
                }
                [Item::One(c)] => {
                    let items = [a.eval(f)?, b.eval(f)?, c.eval(f)?];
                    return Ok(f.vm.triple(items));
                }
                _ => {}
            }
        }
        if self.kind == Kind::Set && self.items.len() > MOST_AT_ONCE {
            return self.spread(f, Vec::new(), 0);
        }
        let mut values = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            match item {
                Item::One(node) => values.push(node.eval(f)?),
                Item::Star(_) if self.kind == Kind::Set => return self.spread(f, values, at),
                Item::Star(node) => {
                    let value = node.eval(f)?;
                    f.core.span.set(self.span);
                    let more = collect_star(f.vm, &value);
                    values.extend(f.at(self.span, more)?);
                }
            }
        }
        match self.kind {
            Kind::List => Ok(f.vm.list(values)),
            Kind::Tuple => Ok(f.vm.tuple(values)),
            Kind::Set => {
                f.core.span.set(self.span);
                let set = set::from_values(f.vm, values);
                f.at(self.span, set)
            }
        }
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// A set of three or more constants, which CPython makes by way of a frozenset.
pub struct ConstantSet {
    /// The constants.
    pub items: Box<[Expr]>,
    /// What the sets are copies of, once one was made.
    pub made: OnceCell<Set>,
    /// The whole expression.
    pub span: Span,
}

impl Node for ConstantSet {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        if let Some(made) = self.made.get() {
            return Ok(made.copied().alloc(f.vm).into());
        }
        let values: PyResult<Vec<Value>> = self.items.iter().map(|item| item.eval(f)).collect();
        let set = set::of_constants(f.vm, values?);
        let set = f.at(self.span, set)?;
        Ok(self.made.get_or_init(|| set).copied().alloc(f.vm).into())
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Sequence {
    /// The set of what has been evaluated, and of the items from `at` on, which are added one by one.
    fn spread(&self, f: &mut Frame<'_>, values: Vec<Value>, at: usize) -> PyResult {
        let vm = f.vm;
        let set = Set::new().alloc(vm);
        f.core.span.set(self.span);
        let added = values
            .into_iter()
            .try_for_each(|value| set.add(vm, value).map(drop));
        f.at(self.span, added)?;
        for item in &self.items[at..] {
            let added = match item {
                Item::One(node) => {
                    let value = node.eval(f)?;
                    f.core.span.set(self.span);
                    set.add(vm, value).map(drop)
                }
                Item::Star(node) => {
                    let value = node.eval(f)?;
                    f.core.span.set(self.span);
                    set_algebra::update(vm, &set, &value)
                }
            };
            f.at(self.span, added)?;
        }
        Ok(set.into())
    }
}

/// `{key: value, **mapping}`
pub struct DictDisplay {
    /// What it is put together from.
    pub parts: Box<[DictPart]>,
    /// The whole expression.
    pub span: Span,
}

/// A part of a dict display.
pub enum DictPart {
    /// Pairs that go to the dict as soon as they have been evaluated: nobody can tell when their keys, constants,
    /// are hashed, or they are the first.
    Direct(Box<[(Expr, Expr)]>),
    /// Pairs that make a dict of their own, which is merged.
    Own(Pairs),
    /// `**mapping`
    Mapping(Expr),
}

/// Keys and values that become a dict.
pub struct Pairs {
    /// Keys with their values.
    pub pairs: Box<[(Expr, Expr)]>,
    /// Whether all are evaluated before the first key is hashed.
    pub at_once: bool,
}

impl Node for DictDisplay {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let dict = f.vm.dict();
        for (at, part) in self.parts.iter().enumerate() {
            let mapping = match part {
                DictPart::Direct(pairs) => {
                    self.put_each(f, &dict, pairs)?;
                    continue;
                }
                DictPart::Own(own) if at == 0 => {
                    self.put(f, &dict, own)?;
                    continue;
                }
                DictPart::Own(own) => {
                    let mapping = f.vm.dict();
                    self.put(f, &mapping, own)?;
                    mapping.into()
                }
                DictPart::Mapping(mapping) => mapping.eval(f)?,
            };
            f.core.span.set(self.span);
            let updated = merge(f.vm, &dict, &mapping);
            f.at(self.span, updated)?;
        }
        Ok(dict.into())
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl DictDisplay {
    fn put(&self, f: &mut Frame<'_>, dict: &Dict, own: &Pairs) -> PyResult<()> {
        if !own.at_once {
            return self.put_each(f, dict, &own.pairs);
        }
        let mut values: SmallVec<[(Value, Value); 4]> = SmallVec::with_capacity(own.pairs.len());
        for (key, value) in &own.pairs {
            let key = key.eval(f)?;
            values.push((key, value.eval(f)?));
        }
        f.core.span.set(self.span);
        let put = values
            .into_iter()
            .try_for_each(|(key, value)| dict.insert(f.vm, key, value).map(drop));
        f.at(self.span, put)
    }

    fn put_each(&self, f: &mut Frame<'_>, dict: &Dict, pairs: &[(Expr, Expr)]) -> PyResult<()> {
        for (key, value) in pairs {
            let key = key.eval(f)?;
            let value = value.eval(f)?;
            f.core.span.set(self.span);
            let inserted = dict.insert(f.vm, key, value).map(drop);
            f.at(self.span, inserted)?;
        }
        Ok(())
    }
}

fn merge(vm: &Vm, dict: &Dict, mapping: &Value) -> PyResult<()> {
    update_from_any_mapping(vm, dict, mapping).map_err(|raised| {
        if !vm.pending_is(&vm.exceptions.AttributeError) {
            return raised;
        }
        drop(vm.take_pending());
        let found = vm.type_name(mapping);
        vm.type_error(format!("'{found}' object is not a mapping"))
    })
}

/// `{value!r:spec}` inside an f-string.
pub struct Replacement {
    /// The expression.
    pub value: Argument,
    /// `!s`, `!r` or `!a`.
    pub conversion: Option<Conversion>,
    /// The format specification.
    pub spec: FieldSpec,
    /// The whole field.
    pub span: Span,
}

/// The format specification of a replacement field.
pub enum FieldSpec {
    /// None.
    Empty,
    /// A constant, with what has been read of it.
    Constant(Value, KnownSpec),
    /// One with replacement fields of its own.
    Computed(Expr),
}

impl Replacement {
    /// Whether the value is put as it is.
    fn is_bare(&self) -> bool {
        self.conversion.is_none() && matches!(self.spec, FieldSpec::Empty)
    }

    /// Appends the formatted value.
    fn put(&self, f: &mut Frame<'_>, value: Value, out: &mut Vec<u8>) -> PyResult<()> {
        if let Some(text) = self.put_or_give(f, value, out)? {
            out.extend_from_slice(text.text.as_bytes());
        }
        Ok(())
    }

    /// Appends the formatted value, or gives the text that a method made of it.
    fn put_or_give(
        &self,
        f: &mut Frame<'_>,
        value: Value,
        out: &mut Vec<u8>,
    ) -> PyResult<Option<Ref<Str>>> {
        let vm = f.vm;
        let bare = match self.conversion {
            None | Some(Conversion::Str) => put_text,
            Some(_) => |_: &Vm, out: &mut Vec<u8>, value: &Value| put_inline(out, value),
        };
        if matches!(self.spec, FieldSpec::Empty) && bare(vm, out, &value) {
            return Ok(None);
        }
        f.core.span.set(self.span);
        let converted = match self.conversion {
            None => Ok(value),
            Some(Conversion::Str) => ops::str(vm, &value).map(Value::from),
            Some(Conversion::Repr) => ops::repr(vm, &value).map(Value::from),
            Some(Conversion::Ascii) => formatting::ascii(vm, &value),
        };
        let value = f.at(self.span, converted)?;
        let spec = match &self.spec {
            FieldSpec::Empty => vm.empty_str().value(),
            FieldSpec::Constant(spec, known) => {
                let bytes = text_of(spec).map_or(&[][..], Text::as_bytes);
                if let Some(done) = known.put(vm, out, &value, bytes) {
                    return f.at(self.span, done.or_raise(vm).map(|()| None));
                }
                spec.clone()
            }
            FieldSpec::Computed(spec) => {
                let spec = spec.eval(f)?;
                f.core.span.set(self.span);
                spec
            }
        };
        let text = ops::format(vm, &value, &spec);
        f.at(self.span, text).map(Some)
    }
}

/// A part of an f-string.
pub enum Part {
    /// What stands there.
    Literal(Value),
    /// A replacement field.
    Field(Replacement),
    /// Something whose value is the text.
    Text(Expr),
}

/// An f-string.
pub struct FString {
    /// String constants and replacement fields.
    pub parts: Box<[Part]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for FString {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        // A single part that is a str already is the value itself.
        let first = match &*self.parts {
            [Part::Literal(value)] => return Ok(value.clone()),
            [Part::Text(expr)] => return expr.eval(f),
            [Part::Field(field)] if field.is_bare() => Some(field.value.eval(f)?),
            _ => None,
        };
        if let Some(Value::Obj(obj)) = &first
            && *obj.class() == f.vm.types.str
        {
            return Ok(obj.clone().into());
        }
        let mut out = f.vm.scratch();
        // So is what a method made of it, even if that is of a class derived from str.
        if let [Part::Field(field)] = &*self.parts {
            let value = match first {
                Some(value) => value,
                None => field.value.eval(f)?,
            };
            return Ok(match field.put_or_give(f, value, &mut out)? {
                Some(text) => text.into(),
                None => f.vm.collected(out).into(),
            });
        }
        for part in &self.parts {
            match part {
                Part::Literal(value) => push(&mut out, value),
                Part::Field(field) => {
                    let value = field.value.eval(f)?;
                    field.put(f, value, &mut out)?;
                }
                Part::Text(expr) => push(&mut out, &expr.eval(f)?),
            }
        }
        Ok(f.vm.collected(out).into())
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Appends a `str`.
fn push(out: &mut Vec<u8>, value: &Value) {
    if let Some(text) = text_of(value) {
        out.extend_from_slice(text.as_bytes());
    }
}
