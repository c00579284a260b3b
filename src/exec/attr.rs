//! Attribute access and subscript nodes. What they remember from one time to the next is in
//! `exec::cache`.

use crate::exec::cache::{AttrCache, Computed, Computing, Found, StoreCache};
use crate::exec::call;
use crate::exec::frame::Frame;
use crate::exec::operand::{Local, Operand, held_is_value};
use crate::exec::tree::{Expr, Leaf, Node};
use crate::object::heap::{Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::vm::Vm;
use dunder_grammar::Span;
use std::slice;

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
        let held = self.value.begin(f)?;
        if let Value::Obj(obj) = self.value.get(&held, f)
            && let Some(value) = self.cache.find_own(obj)
        {
            return Ok(value);
        }
        self.eval_other(held, f)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.value.leaf_with(leaf, |value| {
            let obj = value.obj()?;
            if let Some(value) = self.cache.find_own(obj) {
                return Some(value);
            }
            if let Some(how) = self.cache.computing(obj) {
                return self.computed_leaf(leaf, value, how);
            }
            self.cache.find_elsewhere(obj, &self.name)
        })
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Attribute<Local> {
    /// The attribute, if it stands in the instance where it was found last.
    #[inline(always)]
    pub fn own(&self, f: &Frame<'_>) -> Option<Value> {
        match f.get(self.value.slot) {
            Value::Obj(obj) => self.cache.find_own(obj),
            _ => None,
        }
    }
}

impl Operand for Box<Attribute<Local>> {
    type Held = Value;
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<Value> {
        match self.own(f) {
            Some(value) => Ok(value),
            None => self.eval_other((), f),
        }
    }
    held_is_value!();
    #[inline(always)]
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(&Node::leaf(&**self, leaf)?)
    }
    #[inline(always)]
    fn leaf_value(&self, leaf: &Leaf<'_>) -> Option<Value> {
        Node::leaf(&**self, leaf)
    }
    fn may_be_leaf(&self) -> bool {
        Node::may_be_leaf(&**self)
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl<A: Operand> Attribute<A> {
    /// [`Node::leaf`] for what is computed.
    #[inline(never)]
    fn computed_leaf(&self, leaf: &Leaf<'_>, this: &Value, how: Computing) -> Option<Value> {
        let obj = this.obj()?;
        let by = self.cache.computing_value(obj)?;
        match how {
            Computing::Property => leaf.call(&by, slice::from_ref(this)),
            Computing::Descriptor => {
                let get = self.cache.getter(leaf.vm, obj, &by)?;
                let class = obj.class().value();
                leaf.call(&get, &[by, this.clone(), class])
            }
            Computing::Fallback => leaf.call(&by, &[this.clone(), self.name.value()]),
        }
    }

    /// What does not stand in the instance where the newest answer says.
    #[inline(never)]
    fn eval_other(&self, held: A::Held, f: &mut Frame<'_>) -> PyResult {
        self.value.check(f)?;
        let this = self.value.get(&held, f);
        if let Value::Obj(obj) = this
            && let Some(how) = self.cache.computing(obj)
            && let Some(by) = self.cache.computing_value(obj)
        {
            let (name, span) = (&self.name, self.span);
            match how {
                Computing::Property if let Some(getter) = by.as_ref::<Function>() => {
                    return match call::leaf(f.vm, getter, slice::from_ref(this)) {
                        Ok(value) => Ok(value),
                        Err(done) => {
                            let args = [self.value.take(held, f)];
                            call_computing::<1, 0>(f, getter, args, name, span, done)
                        }
                    };
                }
                Computing::Descriptor
                    if let Some(get) = self.cache.getter(f.vm, obj, &by)
                        && let Some(get) = get.as_ref::<Function>() =>
                {
                    let args = [by, this.clone(), obj.class().value()];
                    return match call::leaf(f.vm, get, &args) {
                        Ok(value) => Ok(value),
                        Err(done) => call_computing::<3, 1>(f, get, args, name, span, done),
                    };
                }
                Computing::Fallback if let Some(hook) = by.as_ref::<Function>() => {
                    let args = [this.clone(), name.value()];
                    return match call::leaf(f.vm, hook, &args) {
                        Ok(value) => Ok(value),
                        Err(done) => call_computing::<2, 0>(f, hook, args, name, span, done),
                    };
                }
                _ => {}
            }
        }
        if let Value::Obj(obj) = this
            && let Some(value) = self.cache.find_elsewhere(obj, &self.name)
        {
            return Ok(value);
        }
        if let Value::Obj(obj) = this
            && let Some(found) = self.cache.find(f.vm, obj, &self.name)
        {
            return match found {
                Found::Value(value) => Ok(value),
                Found::Computed(by) => {
                    let this = self.value.take(held, f);
                    compute(f, by, this, &self.name, self.span, true)
                }
            };
        }
        let value = self.value.take(held, f);
        get_slow(f, value, &self.name, &self.cache, self.span)
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
#[inline(never)]
pub fn read(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult {
    if let Value::Obj(o) = obj
        && let Some(found) = cache.find(f.vm, o, name)
    {
        return match found {
            Found::Value(value) => Ok(value),
            Found::Computed(by) => compute(f, by, obj.clone(), name, span, true),
        };
    }
    get_slow(f, obj.clone(), name, cache, span)
}

/// Calls a function with values that are moved to the stack: one after the other, since an array of them in memory
/// would be read in larger pieces than it has just been written in.
macro_rules! call_with_values {
    ($vm:expr, $function:expr, [$($value:expr),*]) => {
        match $function.as_ref::<Function>() {
            Some(function) => call::call_values($vm, function, [$($value),*]),
            None => $vm.call(&$function, &[$($value),*]),
        }
    };
}

/// Calls what a cache says computes an attribute of `this`. An AttributeError of the getter's is told the
/// attribute where `annotates`: a method call of CPython's does that for hooks only.
#[inline(never)]
fn compute(
    f: &mut Frame<'_>,
    by: Computed,
    this: Value,
    name: &Name,
    span: Span,
    annotates: bool,
) -> PyResult {
    match by {
        Computed::Property(getter) => {
            f.core.span.set(span);
            let owner = this.clone();
            let result = call_with_values!(f.vm, getter, [this]);
            computed(f, result, annotates.then_some(&owner), name, span)
        }
        Computed::Descriptor(descr, get) => {
            compute_by_descriptor(f, get, descr, this, name, span, annotates)
        }
        Computed::Fallback(hook) => compute_by_hook(f, hook, this, name, span),
    }
}

#[inline(never)]
fn compute_by_descriptor(
    f: &mut Frame<'_>,
    get: Value,
    descr: Value,
    this: Value,
    name: &Name,
    span: Span,
    annotates: bool,
) -> PyResult {
    f.core.span.set(span);
    let owner = this.clone();
    let class = f.vm.class_of(&owner).value();
    let result = call_with_values!(f.vm, get, [descr, this, class]);
    computed(f, result, annotates.then_some(&owner), name, span)
}

#[inline(never)]
fn compute_by_hook(
    f: &mut Frame<'_>,
    hook: Value,
    this: Value,
    name: &Name,
    span: Span,
) -> PyResult {
    f.core.span.set(span);
    let owner = this.clone();
    let result = call_with_values!(f.vm, hook, [this, name.value()]);
    computed(f, result, Some(&owner), name, span)
}

/// What has been computed for an attribute, or the error, told the attribute where there is an `owner`.
#[inline(always)]
fn computed(
    f: &Frame<'_>,
    result: PyResult,
    owner: Option<&Value>,
    name: &Name,
    span: Span,
) -> PyResult {
    match result {
        Ok(value) => Ok(value),
        Err(raised) => {
            if let Some(owner) = owner {
                lookup::annotate(f.vm, owner, name);
            }
            Err(f.trace(span, raised))
        }
    }
}

/// Calls what computes an attribute of one of the arguments, `OWNER`. `done` statements of its body have been
/// executed.
#[inline(never)]
fn call_computing<const N: usize, const OWNER: usize>(
    f: &mut Frame<'_>,
    function: &Ref<Function>,
    args: [Value; N],
    name: &Name,
    span: Span,
    done: u32,
) -> PyResult {
    f.core.span.set(span);
    let owner = args[OWNER].clone();
    let args = f.vm.stack.push_values(f.vm, args)?;
    let result = call::call_looked(f.vm, function, args, done);
    computed(f, result, Some(&owner), name, span)
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
    if let Value::Obj(o) = obj
        && let Some(cell) = cache.place(o)
    {
        let old = cell.replace(value);
        drop(old);
        return Ok(());
    }
    store_other(f, obj.clone(), name, value, cache, span)
}

/// A store that does not go where the cache's newest answer says.
///
/// # Errors
/// As [`store`].
#[inline(never)]
pub fn store_other(
    f: &mut Frame<'_>,
    obj: Value,
    name: &Name,
    value: Value,
    cache: &StoreCache,
    span: Span,
) -> PyResult<()> {
    f.core.span.set(span);
    let mut value = value;
    if let Value::Obj(o) = &obj {
        if let Some(setter) = cache.find_setter(f.vm, o) {
            let result = match setter.descr {
                Some(descr) => call_with_values!(f.vm, setter.function, [descr, obj, value]),
                None => call_with_values!(f.vm, setter.function, [obj, value]),
            };
            let result = result.map(drop);
            return f.at(span, result);
        }
        value = match cache.store(o, name, value) {
            Ok(old) => {
                drop(old);
                return Ok(());
            }
            Err(value) => value,
        };
    }
    let before = obj.obj().and_then(StoreCache::layout_before);
    let result = lookup::set(f.vm, &obj, name, value);
    if result.is_ok()
        && let Value::Obj(o) = &obj
    {
        cache.learn(f.vm, o, name, before);
    }
    f.at(span, result)
}

/// What a method call calls.
pub enum Callee {
    /// A function, with the object passed first.
    Method(Value),
    /// A function with something else (the class) passed first.
    With(Value, Value),
    /// Anything, with the arguments alone.
    Plain(Value),
}

/// What a method call calls, where the cache does not know a method for it.
///
/// # Errors
/// As `object::lookup::get_method`.
#[inline(never)]
pub fn method_slow(
    f: &mut Frame<'_>,
    obj: &Value,
    name: &Name,
    cache: &AttrCache,
    span: Span,
) -> PyResult<Callee> {
    f.core.span.set(span);
    if let Value::Obj(o) = obj {
        match cache.find_wrapped(o) {
            Some((function, Some(class))) => return Ok(Callee::With(function, class)),
            Some((function, None)) => return Ok(Callee::Plain(function)),
            None => {}
        }
        match cache.find(f.vm, o, name) {
            Some(Found::Value(value)) => return Ok(Callee::Plain(value)),
            Some(Found::Computed(by)) => {
                let hook = matches!(by, Computed::Fallback(_));
                return compute(f, by, obj.clone(), name, span, hook).map(Callee::Plain);
            }
            None => {}
        }
    }
    let result = lookup::get_method(f.vm, obj, name);
    if result.is_ok()
        && let Value::Obj(o) = obj
    {
        cache.learn(f.vm, o, name);
    }
    match f.at(span, result)? {
        lookup::MethodLookup::Unbound(function) => Ok(Callee::Method(function)),
        lookup::MethodLookup::Bound(callable) => Ok(Callee::Plain(callable)),
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
        let key = self.key.begin(f)?;
        if let (Value::Obj(obj), Value::Int(at)) =
            (self.value.get(&value, f), self.key.get(&key, f))
            && let Some(item) = list_item(f.vm, obj, *at)
        {
            return Ok(item);
        }
        self.eval_other(value, key, f)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.value.leaf_with(leaf, |value| {
            let obj = value.obj()?;
            self.key.leaf_with(leaf, |key| item_fast(leaf.vm, obj, key))
        })
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf() && self.key.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl<A: Operand, B: Operand> Subscript<A, B> {
    /// What is no item of a list.
    #[inline(never)]
    fn eval_other(&self, value: A::Held, key: B::Held, f: &mut Frame<'_>) -> PyResult {
        self.key.check(f)?;
        if let Value::Obj(obj) = self.value.get(&value, f)
            && let Some(item) = item_fast(f.vm, obj, self.key.get(&key, f))
        {
            return Ok(item);
        }
        let (value, key) = (self.value.take(value, f), self.key.take(key, f));
        item_slow(f, value, key, self.span)
    }
}

/// A plain list's item.
#[inline(always)]
fn list_item(vm: &Vm, obj: &Obj, at: i64) -> Option<Value> {
    let items = &obj.get::<crate::types::list::List>()?.items;
    if *obj.class() != vm.types.list {
        return None;
    }
    let at = if at < 0 { at + items.len() as i64 } else { at };
    items.get(usize::try_from(at).ok()?)
}

/// Lists and tuples by a small index, dicts by a plain key.
#[inline(always)]
fn item_fast(vm: &Vm, obj: &Obj, key: &Value) -> Option<Value> {
    if obj.kind() == Kind::Dict {
        return match *obj.class() == vm.types.dict {
            true => obj.get::<Dict>()?.get_plain(vm, key),
            false => None,
        };
    }
    match key {
        Value::Int(i) => match obj.kind() {
            Kind::List => list_item(vm, obj, *i),
            Kind::Tuple if *obj.class() == vm.types.tuple => {
                let items = &obj.get::<crate::types::tuple::Tuple>()?.items;
                let at = if *i < 0 { i + items.len() as i64 } else { *i };
                items.get(usize::try_from(at).ok()?).cloned()
            }
            Kind::Str if *obj.class() == vm.types.str => {
                crate::types::str::character(vm, obj.get::<crate::types::str::Str>()?, *i)
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

/// `value[lower:upper:step]`.
pub struct SliceItem {
    /// The sequence.
    pub value: Expr,
    /// Before the colon.
    pub lower: Option<Expr>,
    /// After the colon.
    pub upper: Option<Expr>,
    /// After the second colon.
    pub step: Option<Expr>,
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
        let step = bound(&self.step)?;
        if let Some(item) = crate::types::quick::slice(f.vm, &value, [&lower, &upper, &step]) {
            return f.at(self.span, item);
        }
        let key = crate::types::slice::new(f.vm, lower, upper, step);
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
