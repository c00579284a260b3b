//! Attribute access and subscript nodes. What they remember from one time to the next is in
//! `exec::cache`.

use crate::exec::cache::{AttrCache, StoreCache};
use crate::exec::frame::Frame;
use crate::exec::operand::Operand;
use crate::exec::tree::{Expr, Node};
use crate::object::heap::{Kind, Obj};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::vm::Vm;
use dunder_grammar::Span;

/// `value.name`.
pub struct Attribute<A: Operand> {
    /// The object.
    pub value: A,
    /// The attribute.
    pub name: Name,
    /// The whole expression.
    pub span: Span,
    /// What was found last.
    pub cache: AttrCache,
}

impl<A: Operand> Node for Attribute<A> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let held = self.value.hold(f)?;
        if let Value::Obj(obj) = self.value.get(&held, f)
            && let Some(result) = self.cache.find(f.vm, obj, &self.name)
        {
            return match result {
                Ok(value) => Ok(value),
                Err(raised) => Err(f.trace(self.span, raised)),
            };
        }
        let value = self.value.take(held, f);
        get_slow(f, value, &self.name, &self.cache, self.span)
    }
    fn span(&self) -> Span {
        self.span
    }
}

#[inline(never)]
fn get_slow(
    f: &mut Frame<'_>,
    value: Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult {
    f.core.span.set(span);
    let result = lookup::get(f.vm, &value, name);
    if result.is_ok()
        && let Value::Obj(obj) = &value
    {
        cache.learn(f.vm, obj, name);
    }
    drop(value);
    f.at(span, result)
}

/// `obj.name` for an object evaluated already.
///
/// # Errors
/// As `object::lookup::get`.
pub fn read(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult {
    if let Value::Obj(o) = obj
        && let Some(result) = cache.find(f.vm, o, name)
    {
        return f.at(span, result);
    }
    get_slow(f, obj.clone(), name, cache, span)
}

/// `obj[key]` for values evaluated already.
///
/// # Errors
/// As `object::ops::get_item`.
pub fn item(f: &mut Frame<'_>, obj: &Value, key: &Value, span: Span) -> PyResult {
    if let Value::Obj(o) = obj
        && let Some(item) = item_fast(f.vm, o, key)
    {
        return Ok(item);
    }
    item_slow(f, obj.clone(), key.clone(), span)
}

/// `obj.name = value`, through a cache.
///
/// # Errors
/// As `object::lookup::set`.
#[inline(always)]
pub fn store(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    value: Value,
    cache: &StoreCache,
    span: Span,
) -> PyResult<()> {
    let value = match obj {
        Value::Obj(o) => match cache.store(o, name, value) {
            Ok(old) => {
                drop(old);
                return Ok(());
            }
            Err(value) => value,
        },
        _ => value,
    };
    store_slow(f, obj.clone(), name, value, cache, span)
}

#[inline(never)]
fn store_slow(
    f: &mut Frame<'_>,
    obj: Value,
    name: &Name,
    value: Value,
    cache: &StoreCache,
    span: Span,
) -> PyResult<()> {
    f.core.span.set(span);
    let before = obj.obj().and_then(StoreCache::layout_before);
    let result = lookup::set(f.vm, &obj, name, value);
    if result.is_ok()
        && let Value::Obj(o) = &obj
    {
        cache.learn(f.vm, o, name, before);
    }
    f.at(span, result)
}

/// The function a method call calls, and whether the object is passed first.
///
/// # Errors
/// As `object::lookup::get_method`.
#[inline(always)]
pub fn method(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult<(Value, bool)> {
    if let Value::Obj(o) = obj
        && let Some(function) = cache.find_method(o)
    {
        return Ok((function, true));
    }
    method_slow(f, obj, name, cache, span)
}

#[inline(never)]
fn method_slow(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult<(Value, bool)> {
    f.core.span.set(span);
    if let Value::Obj(o) = obj
        && let Some(result) = cache.find(f.vm, o, name)
    {
        return f.at(span, result).map(|value| (value, false));
    }
    let result = lookup::get_method(f.vm, obj, name);
    if result.is_ok()
        && let Value::Obj(o) = obj
    {
        cache.learn(f.vm, o, name);
    }
    match f.at(span, result)? {
        lookup::MethodLookup::Unbound(function) => Ok((function, true)),
        lookup::MethodLookup::Bound(callable) => Ok((callable, false)),
    }
}

/// `value[key]`.
pub struct Subscript<A: Operand, B: Operand> {
    /// The container.
    pub value: A,
    /// The key.
    pub key: B,
    /// The whole expression.
    pub span: Span,
}

impl<A: Operand, B: Operand> Node for Subscript<A, B> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.value.hold(f)?;
        let key = self.key.hold(f)?;
        if let Value::Obj(obj) = self.value.get(&value, f)
            && let Some(item) = item_fast(f.vm, obj, self.key.get(&key, f))
        {
            return Ok(item);
        }
        let (value, key) = (self.value.take(value, f), self.key.take(key, f));
        item_slow(f, value, key, self.span)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Lists and tuples by a small index.
#[inline(always)]
fn item_fast(vm: &Vm, obj: &Obj, key: &Value) -> Option<Value> {
    match key {
        Value::Int(i) => match obj.kind() {
            Kind::List if *obj.class() == vm.types.list => {
                let items = &obj.get::<crate::types::list::List>()?.items;
                let at = if *i < 0 { i + items.len() as i64 } else { *i };
                items.get(usize::try_from(at).ok()?)
            }
            Kind::Tuple if *obj.class() == vm.types.tuple => {
                let items = &obj.get::<crate::types::tuple::Tuple>()?.items;
                let at = if *i < 0 { i + items.len() as i64 } else { *i };
                items.get(usize::try_from(at).ok()?).cloned()
            }
            _ => None,
        },
        _ => None,
    }
}

#[inline(never)]
fn item_slow(f: &mut Frame<'_>, value: Value, key: Value, span: Span) -> PyResult {
    f.core.span.set(span);
    let result = match value.get::<Dict>() {
        Some(dict) if *f.vm.class_of(&value) == f.vm.types.dict => match dict.get(f.vm, &key) {
            Ok(None) => Err(f.vm.key_error(&key)),
            Ok(Some(item)) => Ok(item),
            Err(raised) => Err(raised),
        },
        _ => ops::get_item(f.vm, &value, &key),
    };
    drop((value, key));
    f.at(span, result)
}

/// `value[lower:upper]`.
pub struct SliceItem {
    /// The sequence.
    pub value: Expr,
    /// Before the colon.
    pub lower: Option<Expr>,
    /// After the colon.
    pub upper: Option<Expr>,
    /// The whole expression.
    pub span: Span,
}

impl Node for SliceItem {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.value.eval(f)?;
        let mut bound = |part: &Option<Expr>| match part {
            Some(node) => node.eval(f),
            None => Ok(Value::None),
        };
        let (lower, upper) = (bound(&self.lower)?, bound(&self.upper)?);
        if let Some(item) = crate::types::quick::slice(f.vm, &value, &lower, &upper) {
            return f.at(self.span, item);
        }
        let key = crate::types::slice::new(f.vm, lower, upper, Value::None);
        item_slow(f, value, key, self.span)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `lower:upper:step`.
pub struct SliceExpr {
    /// Before the first colon.
    pub lower: Option<Expr>,
    /// After the first colon.
    pub upper: Option<Expr>,
    /// After the second colon.
    pub step: Option<Expr>,
    /// The whole expression.
    pub span: Span,
}

impl Node for SliceExpr {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let part = |part: &Option<Expr>, f: &mut Frame<'_>| match part {
            Some(node) => node.eval(f),
            None => Ok(Value::None),
        };
        let lower = part(&self.lower, f)?;
        let upper = part(&self.upper, f)?;
        let step = part(&self.step, f)?;
        Ok(crate::types::slice::new(f.vm, lower, upper, step))
    }
    fn span(&self) -> Span {
        self.span
    }
}
