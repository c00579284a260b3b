//! Attribute access nodes with their inline caches. The caches remember answers of `object::lookup`,
//! keyed by the class's version and the instance's layout; a miss asks it again.

use crate::exec::frame::Frame;
use crate::exec::operand::Operand;
use crate::exec::tree::{Expr, Node};
use crate::object::class::{Access, Class};
use crate::object::descriptor;
use crate::object::heap::{Kind, Obj};
use crate::object::lookup;
use crate::object::shape::{MAX_SHAPE, Name, Shape};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::native::Member;
use crate::types::property::Property;
use crate::vm::Vm;
use dunder_grammar::Span;
use std::cell::Cell;

/// What a cache remembers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hit {
    /// Nothing.
    Miss,
    /// The value stands inline at `index` when the layout is `layout`.
    Inline,
    /// The value is in the materialised `__dict__`, at `index`.
    InDict,
    /// A `__slots__` member at `index`.
    Slot,
    /// The class's attribute itself, when the instance's layout is `layout`.
    ClassValue,
    /// A function or method descriptor of the class, when the instance's layout is `layout`.
    Method,
    /// A property, whose getter is remembered.
    Property,
    /// The object is a class, and this is its attribute.
    OfClass,
}

/// An inline cache of one attribute access.
pub struct AttrCache {
    version: Cell<u32>,
    hit: Cell<Hit>,
    index: Cell<u32>,
    layout: Cell<u64>,
}

impl Default for AttrCache {
    fn default() -> AttrCache {
        AttrCache {
            version: Cell::new(0),
            hit: Cell::new(Hit::Miss),
            index: Cell::new(0),
            layout: Cell::new(0),
        }
    }
}

/// A number equal for two objects of one class only if the same attributes exist on both instances.
#[inline(always)]
fn layout_of(obj: &Obj) -> u64 {
    match obj.attrs() {
        None => 1,
        Some(head) => match head.shape() {
            Some(shape) => shape.id() as u64,
            None => layout_of_dict(head),
        },
    }
}

#[inline(never)]
fn layout_of_dict(head: &crate::object::heap::AttrHead) -> u64 {
    // An instance without any attribute yet has neither shape nor dict.
    head.dict()
        .get()
        .get::<Dict>()
        .map_or(3, |dict| dict.version() << 1 | 1)
}

impl AttrCache {
    fn store(&self, version: u32, hit: Hit, index: u32, layout: u64) {
        self.version.set(version);
        self.hit.set(hit);
        self.index.set(index);
        self.layout.set(layout);
    }

    /// The remembered answer, if it holds for this object.
    #[inline(always)]
    pub fn find(&self, vm: &Vm, obj: &Obj, name: &Name) -> Option<PyResult> {
        if obj.class().version() != self.version.get() {
            return self.find_of_class(obj);
        }
        match self.hit.get() {
            Hit::Inline if layout_of(obj) == self.layout.get() => obj
                .values()
                .get(self.index.get() as usize)?
                .get()
                .bound()
                .map(Ok),
            Hit::Slot => obj
                .values()
                .get(self.index.get() as usize)?
                .get()
                .bound()
                .map(Ok),
            Hit::ClassValue if layout_of(obj) == self.layout.get() => {
                obj.class().remembered(self.index.get()).map(Ok)
            }
            Hit::InDict => {
                let dict = obj.attrs()?.dict().get();
                dict.get::<Dict>()?.value_at(self.index.get(), name).map(Ok)
            }
            Hit::Property => {
                let getter = obj.class().remembered(self.index.get())?;
                Some(vm.call(&getter, &[Value::Obj(obj.clone())]))
            }
            _ => None,
        }
    }

    #[inline(always)]
    fn find_of_class(&self, obj: &Obj) -> Option<PyResult> {
        if self.hit.get() != Hit::OfClass {
            return None;
        }
        let class = obj.get::<Class>()?;
        if class.version() != self.version.get() {
            return None;
        }
        class.remembered(self.index.get()).map(Ok)
    }

    /// The remembered function for a method call, if it holds for this object.
    #[inline(always)]
    pub fn find_method(&self, obj: &Obj) -> Option<Value> {
        let holds = obj.class().version() == self.version.get()
            && self.hit.get() == Hit::Method
            && layout_of(obj) == self.layout.get();
        if holds {
            obj.class().remembered(self.index.get())
        } else {
            None
        }
    }

    /// Remembers where the attribute will be found next time, if that can be told.
    #[inline(never)]
    pub fn learn(&self, vm: &Vm, obj: &Obj, name: &Name) {
        self.hit.set(Hit::Miss);
        let class = obj.class();
        match class.get_access(vm) {
            Access::Generic | Access::Module => self.learn_instance(vm, obj, name),
            Access::Type => self.learn_class(vm, obj, name),
            _ => {}
        }
    }

    fn learn_instance(&self, vm: &Vm, obj: &Obj, name: &Name) {
        let class = obj.class();
        let version = class.version();
        let on_class = lookup::class_find(vm, class, name);
        if let Some(Value::Obj(descr)) = &on_class {
            match descr.kind() {
                Kind::Member if let Some(member) = descr.get::<Member>() => {
                    if class.is_subclass(&member.owner) {
                        self.store(version, Hit::Slot, member.index.into(), 0);
                    }
                    return;
                }
                Kind::Property if let Some(property) = descr.get::<Property>() => {
                    let getter = property.getter.get();
                    if !descr.class().is_heap()
                        && getter.get::<crate::types::function::Function>().is_some()
                    {
                        self.store(version, Hit::Property, class.remember(name, getter), 0);
                    }
                    return;
                }
                _ => {}
            }
        }
        if on_class
            .as_ref()
            .is_some_and(|descr| descriptor::is_data(vm, descr))
        {
            // Rare enough not to be remembered, with `__get__` or without.
            return;
        }
        if self.learn_own(obj, name, version) {
            return;
        }
        let Some(value) = on_class else { return };
        if descriptor::binds_as_method(&value) {
            self.store(
                version,
                Hit::Method,
                class.remember(name, value),
                layout_of(obj),
            );
        } else if is_plain(&value) {
            self.store(
                version,
                Hit::ClassValue,
                class.remember(name, value),
                layout_of(obj),
            );
        }
    }

    fn learn_own(&self, obj: &Obj, name: &Name, version: u32) -> bool {
        let Some(head) = obj.attrs() else {
            return false;
        };
        if let Some(shape) = head.shape() {
            let Some(at) = shape.find(name) else {
                return false;
            };
            self.store(version, Hit::Inline, at.into(), shape.id() as u64);
            return true;
        }
        let dict = head.dict().get();
        match dict.get::<Dict>().and_then(|dict| dict.position_of(name)) {
            Some(at) => {
                self.store(version, Hit::InDict, at, 0);
                true
            }
            None => false,
        }
    }

    fn learn_class(&self, vm: &Vm, obj: &Obj, name: &Name) {
        let Some(class) = obj.get::<Class>() else {
            return;
        };
        // Only `type` itself as the metaclass: it can't change.
        if *obj.class() != vm.types.type_ || lookup::class_find(vm, &vm.types.type_, name).is_some()
        {
            return;
        }
        let Some(value) = lookup::class_find(vm, class, name) else {
            return;
        };
        let is_function = value.obj().is_some_and(|o| o.kind() == Kind::Function);
        if is_function || is_plain(&value) {
            self.store(
                class.version(),
                Hit::OfClass,
                class.remember(name, value),
                0,
            );
        }
    }
}

/// Whether the value is certainly no descriptor, and holds nothing that waits for a finaliser.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Obj(obj) => {
            matches!(
                obj.kind(),
                Kind::Str | Kind::BigInt | Kind::Bytes | Kind::Tuple | Kind::List | Kind::Dict
            ) && !obj.class().is_heap()
        }
        _ => true,
    }
}

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

/// An inline cache of one attribute assignment.
#[derive(Default)]
pub struct StoreCache {
    version: Cell<u32>,
    index: Cell<u32>,
    kind: Cell<StoreHit>,
    shape: Cell<Option<&'static Shape>>,
    next: Cell<Option<&'static Shape>>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum StoreHit {
    #[default]
    Miss,
    /// A `__slots__` member.
    Slot,
    /// An inline attribute that exists.
    Inline,
    /// An inline attribute that is added, which changes the shape to `next`.
    Add,
    /// An entry of the materialised `__dict__`.
    InDict,
}

impl StoreCache {
    /// Stores if the remembered place holds for this object; gives the value back otherwise.
    #[inline(always)]
    fn store(&self, obj: &Obj, name: &Name, value: Value) -> Result<Value, Value> {
        if obj.class().version() != self.version.get() {
            return Err(value);
        }
        match self.kind.get() {
            StoreHit::Slot => Self::at(obj, self.index.get(), value),
            StoreHit::Inline | StoreHit::Add => {
                let Some(head) = obj.attrs() else {
                    return Err(value);
                };
                let same = match (head.shape(), self.shape.get()) {
                    (Some(a), Some(b)) => std::ptr::eq(a, b),
                    (None, None) => head.dict().is_unbound(),
                    _ => false,
                };
                if !same {
                    return Err(value);
                }
                if self.kind.get() == StoreHit::Add {
                    if obj.values().len() <= self.index.get() as usize {
                        return Err(value);
                    }
                    head.set_shape(self.next.get());
                }
                Self::at(obj, self.index.get(), value)
            }
            StoreHit::InDict => {
                let Some(head) = obj.attrs() else {
                    return Err(value);
                };
                let dict = head.dict().get();
                match dict.get::<Dict>() {
                    Some(dict) => dict.set_value_at(self.index.get(), name, value),
                    None => Err(value),
                }
            }
            StoreHit::Miss => Err(value),
        }
    }

    #[inline(always)]
    fn at(obj: &Obj, index: u32, value: Value) -> Result<Value, Value> {
        match obj.values().get(index as usize) {
            Some(cell) => Ok(cell.replace(value)),
            None => Err(value),
        }
    }

    /// What the object looks like before a store that missed.
    fn before(obj: &Obj) -> Option<Option<&'static Shape>> {
        let head = obj.attrs()?;
        if head.dict().is_unbound() {
            Some(head.shape())
        } else {
            None
        }
    }

    /// Remembers where a store that has just been made went.
    fn learn(&self, vm: &Vm, obj: &Obj, name: &Name, before: Option<Option<&'static Shape>>) {
        self.kind.set(StoreHit::Miss);
        let class = obj.class();
        if class.set_access(vm) != Access::Generic && class.set_access(vm) != Access::Module {
            return;
        }
        self.version.set(class.version());
        if let Some(descr) = lookup::class_find(vm, class, name) {
            if let Some(member) = descr.get::<Member>() {
                self.index.set(member.index.into());
                self.kind.set(StoreHit::Slot);
                return;
            }
            if descriptor::is_data(vm, &descr) {
                return;
            }
        }
        let Some(head) = obj.attrs() else { return };
        match (before, head.shape()) {
            (Some(before), Some(now)) if let Some(at) = now.find(name) => {
                self.index.set(at.into());
                self.shape.set(before);
                self.next.set(Some(now));
                let same = before.is_some_and(|before| std::ptr::eq(before, now));
                self.kind.set(if same {
                    StoreHit::Inline
                } else {
                    StoreHit::Add
                });
            }
            (None, None) => {
                let dict = head.dict().get();
                if let Some(at) = dict.get::<Dict>().and_then(|dict| dict.position_of(name)) {
                    self.index.set(at);
                    self.kind.set(StoreHit::InDict);
                }
            }
            _ => {}
        }
    }
}

const _: () = assert!(MAX_SHAPE < u16::MAX as usize);

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
    let before = obj.obj().and_then(StoreCache::before);
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

/// Lists and tuples by a small index, dicts by a string.
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
            Kind::Dict if *obj.class() == vm.types.dict => dict_item(vm, obj, key),
            _ => None,
        },
        Value::Obj(k) if *k.class() == vm.types.str && *obj.class() == vm.types.dict => {
            dict_item(vm, obj, key)
        }
        _ => None,
    }
}

#[inline(never)]
fn dict_item(vm: &Vm, obj: &Obj, key: &Value) -> Option<Value> {
    // An error (from a user's __eq__) is raised again by the slow way.
    let found = obj.get::<Dict>()?.get(vm, key);
    match found {
        Ok(found) => found,
        Err(_) => {
            drop(vm.take_pending());
            None
        }
    }
}

#[inline(never)]
fn item_slow(f: &mut Frame<'_>, value: Value, key: Value, span: Span) -> PyResult {
    f.core.span.set(span);
    let result = ops::get_item(f.vm, &value, &key);
    drop((value, key));
    f.at(span, result)
}

use crate::object::ops;

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
