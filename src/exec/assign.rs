//! Binding and deleting: assignment, augmented assignment and `del` on every target.
//! Reference: 7.2, Assignment statements; 7.5, The del statement.

use crate::exec::arith;
use crate::exec::attr;
use crate::exec::cache::{AttrCache, StoreCache};
use crate::exec::decision::Place;
use crate::exec::frame::Frame;
use crate::exec::maker::Stored;
use crate::exec::names::{self, free_cell};
use crate::exec::operand::{Argument, Operand};
use crate::exec::tree::{Expr, Flow, Leaf, Node, Stmt};
use crate::object::heap::{Kind, Obj};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::int;
use crate::types::list::List;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use dunder_grammar::Span;
use smallvec::SmallVec;

/// Something that can be assigned to and deleted.
pub trait Target {
    /// Binds it to `value`.
    ///
    /// # Errors
    /// Whatever evaluating the target's parts or storing raises.
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()>;
    /// Unbinds it.
    ///
    /// # Errors
    /// NameError and its kin when it is not bound; whatever else deleting raises.
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()>;
    /// `assign` for [`Stmt::leaf`]: does it, or nothing.
    fn leaf_assign(&self, _leaf: &Leaf<'_>, _value: Value) -> Option<()> {
        None
    }
    /// Whether it is worth while to try `leaf_assign`, and doing it again changes nothing.
    fn may_be_leaf(&self) -> bool {
        false
    }
    /// The slot, if that is all there is to it.
    fn slot(&self) -> Option<u32> {
        None
    }
    /// The attribute, if it is one of the first argument.
    fn own_attribute(&self) -> Option<Name> {
        None
    }
}

/// A target of any kind.
pub type AnyTarget = Box<dyn Target>;

/// A local variable in a slot.
pub struct LocalTarget {
    /// The slot.
    pub slot: u32,
    /// Its name.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
}

impl Target for LocalTarget {
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        f.set(self.slot, value);
        Ok(())
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        f.core.span.set(self.span);
        let old = f.take(self.slot);
        if old.is_unbound() {
            return Err(names::unbound_local(f, &self.name, self.span));
        }
        drop(old);
        Ok(())
    }
    fn slot(&self) -> Option<u32> {
        Some(self.slot)
    }
}

/// A variable in a cell of the frame or of the closure.
pub struct CellTarget {
    /// Where the cell is.
    pub cell: names::CellSource,
    /// The variable.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
}

impl CellTarget {
    fn replace(&self, f: &mut Frame<'_>, value: Value) -> Value {
        match self.cell {
            names::CellSource::Slot(slot) => match f.get(slot).as_ref::<CellObject>().cloned() {
                Some(cell) => cell.value.replace(value),
                None => Value::Unbound,
            },
            names::CellSource::Free(index) => match free_cell(f, index) {
                Some(cell) => cell.value.replace(value),
                None => Value::Unbound,
            },
        }
    }
}

impl Target for CellTarget {
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        drop(self.replace(f, value));
        Ok(())
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        f.core.span.set(self.span);
        let old = self.replace(f, Value::Unbound);
        if old.is_unbound() {
            return Err(match self.cell {
                names::CellSource::Slot(_) => names::unbound_local(f, &self.name, self.span),
                names::CellSource::Free(_) => names::unbound_free(f, &self.name, self.span),
            });
        }
        drop(old);
        Ok(())
    }
}

/// A global variable.
pub struct GlobalTarget {
    /// The name.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
    at: std::cell::Cell<u32>,
}

impl GlobalTarget {
    /// A global target.
    pub fn new(name: Name, span: Span) -> GlobalTarget {
        GlobalTarget {
            name,
            span,
            at: std::cell::Cell::new(u32::MAX),
        }
    }
}

impl Target for GlobalTarget {
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        let globals = &f.core.globals;
        match globals.set_value_at(self.at.get(), &self.name, value) {
            Ok(old) => drop(old),
            Err(value) => {
                drop(globals.set_name(&self.name, value));
                self.at
                    .set(globals.position_of(&self.name).unwrap_or(u32::MAX));
            }
        }
        Ok(())
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        f.core.span.set(self.span);
        match f.core.globals.remove_name(&self.name) {
            Some(old) => {
                drop(old);
                Ok(())
            }
            None => Err(names::undefined(f, &self.name, self.span)),
        }
    }
}

/// A name in the namespace of a module or class body.
pub struct NamespaceTarget {
    /// The name, with the global variable it is in a module.
    pub global: GlobalTarget,
}

impl Target for NamespaceTarget {
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        let name = &self.global.name;
        match f.core.namespace.as_ref::<Dict>() {
            Some(dict) if *dict.as_obj().class() == f.vm.types.dict => {
                if *dict == f.core.globals {
                    return self.global.assign(f, value);
                }
                drop(dict.set_name(name, value));
                Ok(())
            }
            _ => {
                let result = ops::set_item(f.vm, &f.core.namespace, &name.value(), value);
                f.at(self.global.span, result)
            }
        }
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        f.core.span.set(self.global.span);
        let name = &self.global.name;
        let removed = match f.core.namespace.as_ref::<Dict>() {
            Some(dict) if *dict.as_obj().class() == f.vm.types.dict => {
                dict.remove_name(name).is_some()
            }
            _ => match ops::del_item(f.vm, &f.core.namespace, &name.value()) {
                Ok(()) => true,
                // Whatever a mapping raises, the name is said to be undefined.
                Err(raised) => {
                    let swallowed = f.vm.swallow(&f.vm.exceptions.BaseException, raised);
                    f.at(self.global.span, swallowed)?;
                    false
                }
            },
        };
        if removed {
            Ok(())
        } else {
            Err(names::undefined(f, name, self.global.span))
        }
    }
}

/// `obj.name`
pub struct AttributeTarget<A: Operand> {
    /// The object.
    pub obj: A,
    /// The attribute.
    pub name: Name,
    /// The target.
    pub span: Span,
    /// Where it was stored last.
    pub cache: StoreCache,
}

impl<A: Operand> Target for AttributeTarget<A> {
    #[inline]
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        let held = self.obj.begin(f)?;
        if let Value::Obj(o) = self.obj.get(&held, f)
            && let Some(cell) = self.cache.place(o)
        {
            let old = cell.replace(value);
            drop(old);
            return Ok(());
        }
        self.assign_other(held, f, value)
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let held = self.obj.hold(f)?;
        let obj = self.obj.take(held, f);
        f.core.span.set(self.span);
        let result = lookup::set(f.vm, &obj, &self.name, Value::Unbound);
        f.at(self.span, result)
    }
    #[inline]
    fn leaf_assign(&self, leaf: &Leaf<'_>, value: Value) -> Option<()> {
        if !leaf.may_store {
            return None;
        }
        self.obj.leaf_with(leaf, |obj| {
            let old = self.cache.quiet_place(obj.obj()?)?.replace(value);
            drop(old);
            Some(())
        })
    }
    fn may_be_leaf(&self) -> bool {
        self.obj.is_fixed()
    }
    fn own_attribute(&self) -> Option<Name> {
        matches!(self.obj.place(), Some(Place::Slot(0))).then(|| self.name.clone())
    }
}

impl<A: Operand> AttributeTarget<A> {
    #[inline(never)]
    fn assign_other(&self, held: A::Held, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        self.obj.check(f)?;
        let obj = self.obj.take(held, f);
        attr::store_other(f, obj, &self.name, value, &self.cache, self.span)
    }
}

/// `obj[key]`
pub struct SubscriptTarget<A: Operand, B: Operand> {
    /// The container.
    pub obj: A,
    /// The key.
    pub key: B,
    /// The target.
    pub span: Span,
}

impl<A: Operand, B: Operand> Target for SubscriptTarget<A, B> {
    #[inline(always)]
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        let obj = self.obj.hold(f)?;
        let key = self.key.begin(f)?;
        if let (Value::Obj(o), Value::Int(i)) = (self.obj.get(&obj, f), self.key.get(&key, f))
            && let Some(list) = o.get::<List>()
            && *o.class() == f.vm.types.list
            && let Some(at) = list_index(list, *i)
        {
            return match list.items.set(at, value) {
                Ok(old) => {
                    drop(old);
                    Ok(())
                }
                Err(value) => self.assign_other(obj, key, f, value),
            };
        }
        self.assign_other(obj, key, f, value)
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let obj = self.obj.hold(f)?;
        let key = self.key.hold(f)?;
        if let Value::Obj(o) = self.obj.get(&obj, f)
            && *o.class() == f.vm.types.dict
            && let Some(dict) = o.get::<Dict>()
            && let Some(item) = dict.remove_plain(f.vm, self.key.get(&key, f))
        {
            drop(item);
            return Ok(());
        }
        let (obj, key) = (self.obj.take(obj, f), self.key.take(key, f));
        f.core.span.set(self.span);
        let result = ops::del_item(f.vm, &obj, &key);
        f.at(self.span, result)
    }
}

impl<A: Operand, B: Operand> SubscriptTarget<A, B> {
    /// What is no item of a list.
    #[inline(never)]
    fn assign_other(
        &self,
        obj: A::Held,
        key: B::Held,
        f: &mut Frame<'_>,
        value: Value,
    ) -> PyResult<()> {
        self.key.check(f)?;
        let value = match (self.obj.get(&obj, f), self.key.get(&key, f)) {
            (Value::Obj(o), key) => match set_dict_item(f.vm, o, key, value) {
                Ok(old) => {
                    drop(old);
                    return Ok(());
                }
                Err(value) => value,
            },
            _ => value,
        };
        let (obj, key) = (self.obj.take(obj, f), self.key.take(key, f));
        set_item_slow(f, obj, key, value, self.span)
    }
}

/// Sets an item of a plain dict by a plain key; gives `value` back for anything else.
#[inline(always)]
fn set_dict_item(vm: &Vm, obj: &Obj, key: &Value, value: Value) -> Result<Value, Value> {
    match obj.get::<Dict>() {
        Some(dict) if *obj.class() == vm.types.dict => dict.set_plain(vm, key, value),
        _ => Err(value),
    }
}

#[inline(always)]
fn set_list_item(list: Option<&List>, index: i64, value: Value) -> Result<Value, Value> {
    let Some(list) = list else { return Err(value) };
    match list_index(list, index) {
        Some(at) => list.items.set(at, value),
        None => Err(value),
    }
}

/// An index counted from the start.
#[inline(always)]
fn list_index(list: &List, index: i64) -> Option<usize> {
    let at = if index < 0 {
        index + list.items.len() as i64
    } else {
        index
    };
    usize::try_from(at).ok()
}

#[inline(never)]
fn set_item_slow(
    f: &mut Frame<'_>,
    obj: Value,
    key: Value,
    value: Value,
    span: Span,
) -> PyResult<()> {
    f.core.span.set(span);
    let result = match obj.get::<Dict>() {
        Some(dict) if *f.vm.class_of(&obj) == f.vm.types.dict => {
            dict.insert(f.vm, key, value).map(drop)
        }
        _ => ops::set_item(f.vm, &obj, &key, value),
    };
    drop(obj);
    f.at(span, result)
}

/// `a, *b, c`
pub struct SequenceTarget {
    /// The targets.
    pub targets: Box<[AnyTarget]>,
    /// Which of them is starred.
    pub star: Option<usize>,
    /// The slots of two targets that are both local variables.
    pub pair_slots: Option<(u32, u32)>,
    /// The whole target.
    pub span: Span,
}

impl SequenceTarget {
    /// Some targets.
    pub fn new(targets: Box<[AnyTarget]>, star: Option<usize>, span: Span) -> SequenceTarget {
        let pair_slots = match (&*targets, star) {
            ([a, b], None) => a.slot().zip(b.slot()),
            _ => None,
        };
        SequenceTarget {
            targets,
            star,
            pair_slots,
            span,
        }
    }
}

impl Target for SequenceTarget {
    fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        let values = match (&value, self.star) {
            (Value::Obj(o), None) if *o.class() == f.vm.types.tuple => match o.get::<Tuple>() {
                Some(tuple) if tuple.items.len() == self.targets.len() => {
                    if let (Some((first, second)), [a, b]) = (self.pair_slots, &*tuple.items) {
                        let (a, b) = (a.clone(), b.clone());
                        f.set(first, a);
                        f.set(second, b);
                        return Ok(());
                    }
                    for (target, item) in self.targets.iter().zip(&tuple.items) {
                        target.assign(f, item.clone())?;
                    }
                    return Ok(());
                }
                _ => unpack(f.vm, &value, self.targets.len(), self.star),
            },
            (Value::Obj(o), None) if *o.class() == f.vm.types.list => match o.get::<List>() {
                Some(list) if list.items.len() == self.targets.len() => Ok(list.items.to_vec()),
                _ => unpack(f.vm, &value, self.targets.len(), self.star),
            },
            _ => unpack(f.vm, &value, self.targets.len(), self.star),
        };
        drop(value);
        let values = f.at(self.span, values)?;
        for (target, value) in self.targets.iter().zip(values) {
            target.assign(f, value)?;
        }
        Ok(())
    }
    fn delete(&self, f: &mut Frame<'_>) -> PyResult<()> {
        for target in &self.targets {
            target.delete(f)?;
        }
        Ok(())
    }
}

impl SequenceTarget {
    /// The two targets, if that is what there are.
    #[inline]
    pub fn as_pair(&self) -> Option<(&AnyTarget, &AnyTarget)> {
        match (&*self.targets, self.star) {
            ([a, b], None) => Some((a, b)),
            _ => None,
        }
    }
}

/// The values of an iterable for `count` targets, of which `star` takes the surplus as a list.
///
/// # Errors
/// TypeError for what is not iterable, ValueError for another number of values; what iterating raises.
pub fn unpack(vm: &Vm, value: &Value, count: usize, star: Option<usize>) -> PyResult<Vec<Value>> {
    if !super::call_expr::is_iterable(vm, value) {
        return Err(vm.type_error(format!(
            "cannot unpack non-iterable {} object",
            vm.type_name(value)
        )));
    }
    let source = ops::Source::new(vm, value)?;
    let mut values = Vec::with_capacity(count);
    let before = star.unwrap_or(count);
    while values.len() < before {
        match source.next(vm)? {
            Some(item) => values.push(item),
            None => return Err(not_enough(vm, star, count, values.len())),
        }
        vm.tick()?;
    }
    let Some(at) = star else {
        return match source.next(vm)? {
            Some(_) => Err(too_many(vm, count)),
            None => Ok(values),
        };
    };
    let mut middle = ops::collect(vm, &source.iterator)?;
    let after = count - at - 1;
    if middle.len() < after {
        return Err(not_enough(vm, star, count, at + middle.len()));
    }
    let rest = middle.split_off(middle.len() - after);
    values.push(vm.list(middle));
    values.extend(rest);
    Ok(values)
}

fn not_enough(vm: &Vm, star: Option<usize>, count: usize, got: usize) -> Raised {
    let expected = match star {
        Some(_) => format!("at least {}", count - 1),
        None => count.to_string(),
    };
    vm.value_error(format!(
        "not enough values to unpack (expected {expected}, got {got})"
    ))
}

fn too_many(vm: &Vm, count: usize) -> Raised {
    vm.value_error(format!("too many values to unpack (expected {count})"))
}

/// `x = value` for a local variable.
pub struct AssignLocal<V: Operand> {
    /// The slot.
    pub slot: u32,
    /// The value.
    pub value: V,
}

impl<V: Operand> Stmt for AssignLocal<V> {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.value.hold(f) {
            Ok(held) => {
                let value = self.value.take(held, f);
                f.set(self.slot, value);
                Flow::Next
            }
            Err(_) => Flow::Raise,
        }
    }
}

/// `obj.name = value`
pub struct AssignAttribute<A: Operand, V: Operand> {
    /// The target.
    pub target: AttributeTarget<A>,
    /// The value.
    pub value: V,
}

impl<A: Operand, V: Operand> Stmt for AssignAttribute<A, V> {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(held) = self.value.hold(f) else {
            return Flow::Raise;
        };
        let value = self.value.take(held, f);
        match self.target.assign(f, value) {
            Ok(()) => Flow::Next,
            Err(_) => Flow::Raise,
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let value = self.value.leaf_value(leaf)?;
        self.target.leaf_assign(leaf, value)?;
        Some(Value::None)
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf() && self.target.may_be_leaf()
    }
    fn is_step(&self) -> bool {
        true
    }
    fn stores(&self, list: &mut Vec<Stored>) -> bool {
        listed(list, self.target.own_attribute().zip(self.value.source()))
    }
}

/// Adds what is stored to a list; false where it is not known.
fn listed(list: &mut Vec<Stored>, stored: Option<Stored>) -> bool {
    let known = stored.is_some();
    list.extend(stored);
    known
}

/// `obj[key] = value`
pub struct AssignSubscript<A: Operand, B: Operand> {
    /// The target.
    pub target: SubscriptTarget<A, B>,
    /// Evaluated first.
    pub value: Argument,
}

impl<A: Operand, B: Operand> Stmt for AssignSubscript<A, B> {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.value.eval(f) {
            Ok(value) => flow(self.target.assign(f, value)),
            Err(_) => Flow::Raise,
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        if !leaf.may_store {
            return None;
        }
        let (target, value) = (&self.target, self.value.leaf_any(leaf)?);
        target.obj.leaf_with(leaf, |obj| {
            target.key.leaf_with(leaf, |key| {
                set_quietly(leaf.vm, obj.obj()?, key, value).then_some(Value::None)
            })
        })
    }
    fn may_be_leaf(&self) -> bool {
        let target = &self.target;
        self.value.may_be_leaf_any() && target.obj.may_be_leaf() && target.key.may_be_leaf()
    }
    fn is_step(&self) -> bool {
        true
    }
}

/// Sets an item of a plain list or dict where that is all that happens: no object comes to its end. False,
/// and nothing done, elsewhere.
#[inline(never)]
fn set_quietly(vm: &Vm, obj: &Obj, key: &Value, value: Value) -> bool {
    let quiet = |old: &Value| old.obj().is_none_or(|old| old.count() > 1);
    let old = match (key, obj.kind()) {
        (Value::Int(i), Kind::List) if *obj.class() == vm.types.list => {
            let Some(list) = obj.get::<List>() else {
                return false;
            };
            match list_index(list, *i).and_then(|at| Some((at, list.items.get(at)?))) {
                // This copy of the old value counts too.
                Some((at, old)) if old.obj().is_none_or(|old| old.count() > 2) => {
                    list.items.set(at, value)
                }
                _ => return false,
            }
        }
        (key, Kind::Dict) if *obj.class() == vm.types.dict => match obj.get::<Dict>() {
            Some(dict) => dict.set_plain_if(vm, key, value, quiet),
            None => return false,
        },
        _ => return false,
    };
    old.is_ok()
}

/// `a = b = value`
pub struct Assign {
    /// From left to right.
    pub targets: Box<[AnyTarget]>,
    /// Evaluated first.
    pub value: Expr,
}

impl Stmt for Assign {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(value) = self.value.eval(f) else {
            return Flow::Raise;
        };
        if let [target] = &*self.targets {
            return flow(target.assign(f, value));
        }
        for target in &self.targets {
            if target.assign(f, value.clone()).is_err() {
                return Flow::Raise;
            }
        }
        Flow::Next
    }
}

/// `a, b = x, y`: as many values as targets, without a tuple.
pub struct AssignEach {
    /// The targets and their values; at most [`AssignEach::MOST`].
    pub pairs: Box<[(AnyTarget, Argument)]>,
}

impl AssignEach {
    /// With more values than this a tuple is no worse.
    pub const MOST: usize = 4;
}

impl Stmt for AssignEach {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let assigned = match &*self.pairs {
            [first, second] => assign_two(f, first, second),
            [first, second, third] => assign_three(f, [first, second, third]),
            pairs => assign_all(f, pairs),
        };
        flow(assigned)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        // Values and objects don't change by the assignments, so that each may be looked at when it is
        // wanted, and all may be done again where one can't be done.
        for (target, value) in &self.pairs {
            target.leaf_assign(leaf, value.leaf(leaf)?)?;
        }
        Some(Value::None)
    }
    fn may_be_leaf(&self) -> bool {
        let mut pairs = self.pairs.iter();
        pairs.all(|(target, value)| target.may_be_leaf() && value.may_be_leaf())
    }
    fn is_step(&self) -> bool {
        true
    }
    fn stores(&self, list: &mut Vec<Stored>) -> bool {
        let mut pairs = self.pairs.iter();
        pairs.all(|(target, value)| listed(list, target.own_attribute().zip(value.source())))
    }
}

// All values are there before the first target changes anything.

type Pair = (AnyTarget, Argument);

#[inline(always)]
fn assign_two(f: &mut Frame<'_>, first: &Pair, second: &Pair) -> PyResult<()> {
    let a = first.1.eval(f)?;
    let b = second.1.eval(f)?;
    first.0.assign(f, a)?;
    second.0.assign(f, b)
}

#[inline(always)]
fn assign_three(f: &mut Frame<'_>, [first, second, third]: [&Pair; 3]) -> PyResult<()> {
    let a = first.1.eval(f)?;
    let b = second.1.eval(f)?;
    let c = third.1.eval(f)?;
    first.0.assign(f, a)?;
    second.0.assign(f, b)?;
    third.0.assign(f, c)
}

#[inline(never)]
fn assign_all(f: &mut Frame<'_>, pairs: &[Pair]) -> PyResult<()> {
    let mut values: SmallVec<[Value; AssignEach::MOST]> = SmallVec::new();
    for (_, value) in pairs {
        values.push(value.eval(f)?);
    }
    for (value, (target, _)) in values.into_iter().zip(pairs) {
        target.assign(f, value)?;
    }
    Ok(())
}

/// How a step that may raise ends a statement.
#[inline(always)]
pub fn flow(result: PyResult<()>) -> Flow {
    match result {
        Ok(()) => Flow::Next,
        Err(_) => Flow::Raise,
    }
}

/// `target := value`
pub struct Walrus {
    /// The target.
    pub target: AnyTarget,
    /// The value.
    pub value: Expr,
    /// The whole expression.
    pub span: Span,
}

impl Node for Walrus {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.value.eval(f)?;
        self.target.assign(f, value.clone())?;
        Ok(value)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `del targets`
pub struct Delete {
    /// From left to right.
    pub targets: Box<[AnyTarget]>,
}

impl Stmt for Delete {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        for target in &self.targets {
            if target.delete(f).is_err() {
                return Flow::Raise;
            }
        }
        Flow::Next
    }
}

/// `x op= value` for a local variable.
pub struct AugmentLocal<const OP: u8, B: Operand> {
    /// The variable.
    pub local: crate::exec::operand::Local,
    /// The right-hand side.
    pub value: B,
    /// The whole statement.
    pub span: Span,
}

impl<const OP: u8, B: Operand> Stmt for AugmentLocal<OP, B> {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        if self.local.hold(f).is_err() {
            return Flow::Raise;
        }
        let Ok(held) = self.value.hold(f) else {
            return Flow::Raise;
        };
        if let Some(value) = arith::fast::<OP>(f.get(self.local.slot), self.value.get(&held, f)) {
            // Numbers only: nothing to finalise.
            f.set(self.local.slot, value);
            return Flow::Next;
        }
        let value = self.value.take(held, f);
        augment_local_slow(f, OP, self.local.slot, value, self.span)
    }
}

#[inline(never)]
fn augment_local_slow(f: &mut Frame<'_>, op: u8, slot: u32, mut value: Value, span: Span) -> Flow {
    use crate::types::str::Str;
    let is_add = op == arith::op_index(dunder_grammar::ast::Operator::Add);
    if is_add && crate::types::str::append_to_sole(f.vm, f.get_mut(slot), &value) {
        return Flow::Next;
    }
    if let Some(flow) = augment_local_int(f, op, slot, &mut value, span) {
        return flow;
    }
    if is_add && f.get(slot).get::<Str>().is_some() && value.get::<Str>().is_some() {
        // The variable gives its reference up, so that a sole one can be appended to in place.
        let left = f.take(slot);
        let kept = if left.obj().is_some_and(|o| o.count() > 1) {
            Some(left.clone())
        } else {
            None
        };
        return match crate::types::str::str_append(f.vm, left, &value) {
            Ok(result) => {
                f.set(slot, result);
                Flow::Next
            }
            Err(raised) => {
                if let Some(kept) = kept {
                    f.set(slot, kept);
                }
                let _ = f.trace(span, raised);
                Flow::Raise
            }
        };
    }
    let left = f.get(slot).clone();
    match arith::in_place(f, op, &left, &value, span) {
        Ok(result) => {
            drop((left, value));
            f.set(slot, result);
            Flow::Next
        }
        Err(_) => Flow::Raise,
    }
}

/// [`AugmentLocal`] of exact ints: the variable gives its reference up, so that the result can take a big
/// integer's place.
#[inline(always)]
fn augment_local_int(
    f: &mut Frame<'_>,
    op: u8,
    slot: u32,
    value: &mut Value,
    span: Span,
) -> Option<Flow> {
    if !int::is_exact(f.vm, f.get(slot)) || !int::is_exact(f.vm, value) {
        return None;
    }
    let mut left = f.take(slot);
    let result = arith::in_place_int(f, op, &mut left, value, span);
    let flow = match result {
        Some(Err(_)) => Some(Flow::Raise),
        Some(Ok(result)) => {
            left = result;
            Some(Flow::Next)
        }
        None => None,
    };
    f.set(slot, left);
    flow
}

/// `target op= value` for any name but a local in a slot.
pub struct AugmentName {
    /// Reads the name.
    pub read: Expr,
    /// Binds it.
    pub target: AnyTarget,
    /// The operator.
    pub op: u8,
    /// The right-hand side.
    pub value: Expr,
    /// The whole statement.
    pub span: Span,
}

impl Stmt for AugmentName {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let result = (|| {
            let left = self.read.eval(f)?;
            let right = self.value.eval(f)?;
            let value = match self.op {
                op if let Some(value) = fast_any(op, &left, &right) => value,
                op => arith::in_place(f, op, &left, &right, self.span)?,
            };
            drop((left, right));
            self.target.assign(f, value)
        })();
        flow(result)
    }
}

/// `x op= value` for a variable in a cell.
pub struct AugmentCell {
    /// The variable.
    pub target: CellTarget,
    /// The operator.
    pub op: u8,
    /// The right-hand side.
    pub value: Expr,
    /// The whole statement.
    pub span: Span,
}

impl AugmentCell {
    fn update(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let target = &self.target;
        let left = match target.cell {
            names::CellSource::Slot(slot) => names::cell_value(f, slot, &target.name, target.span),
            names::CellSource::Free(at) => names::free_value(f, at, &target.name, target.span),
        }?;
        let right = self.value.eval(f)?;
        let value = match fast_any(self.op, &left, &right) {
            Some(value) => value,
            None => arith::in_place(f, self.op, &left, &right, self.span)?,
        };
        drop((left, right));
        drop(target.replace(f, value));
        Ok(())
    }
}

impl Stmt for AugmentCell {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        flow(self.update(f))
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let names::CellSource::Free(at) = self.target.cell else {
            return None;
        };
        if !leaf.may_store {
            return None;
        }
        let right = self.value.leaf(leaf)?;
        let cell = &leaf.env.closure.get(at as usize)?.value;
        cell.set(fast_any(self.op, &cell.get(), &right)?);
        Some(Value::None)
    }
    fn may_be_leaf(&self) -> bool {
        matches!(self.target.cell, names::CellSource::Free(_)) && self.value.may_be_leaf()
    }
    fn is_step(&self) -> bool {
        true
    }
}

#[inline]
fn fast_any(op: u8, a: &Value, b: &Value) -> Option<Value> {
    use dunder_grammar::ast::Operator;
    const ADD: u8 = Operator::Add as u8;
    const SUB: u8 = Operator::Sub as u8;
    const MUL: u8 = Operator::Mult as u8;
    match op {
        ADD => arith::fast::<ADD>(a, b),
        SUB => arith::fast::<SUB>(a, b),
        MUL => arith::fast::<MUL>(a, b),
        _ => None,
    }
}

/// `obj.name op= value`; `OP` is the operator, or [`ANY_OP`] for one that is not frequent.
pub struct AugmentAttribute<const OP: u8, A: Operand> {
    /// The target, whose object is evaluated once.
    pub target: AttributeTarget<A>,
    /// What was read last.
    pub cache: AttrCache,
    /// The operator.
    pub op: u8,
    /// The right-hand side.
    pub value: Argument,
    /// The whole statement.
    pub span: Span,
}

/// Any operator.
pub const ANY_OP: u8 = u8::MAX;

impl<const OP: u8, A: Operand> Stmt for AugmentAttribute<OP, A> {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(held) = self.target.obj.begin(f) else {
            return Flow::Raise;
        };
        // No code runs between reading and storing.
        if let Some(right) = self.value.quick(f)
            && let Value::Obj(obj) = self.target.obj.get(&held, f)
            && let Some(cell) = self.target.cache.place_to_update(obj)
            && let Some(value) = arith::fast::<OP>(&cell.get(), &right)
        {
            cell.set(value);
            return Flow::Next;
        }
        flow(self.update(held, f))
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        if !leaf.may_store {
            return None;
        }
        let evaluated;
        let right = match &self.value {
            Argument::Local(local) => leaf.args.get(local.slot as usize)?,
            Argument::Const(constant) => &constant.value,
            other => {
                evaluated = other.leaf_any(leaf)?;
                &evaluated
            }
        };
        self.target.obj.leaf_with(leaf, |obj| {
            let cell = self.target.cache.place_to_update(obj.obj()?)?;
            cell.set(arith::fast::<OP>(&cell.get(), right)?);
            Some(Value::None)
        })
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf_any() && self.target.may_be_leaf()
    }
    fn is_step(&self) -> bool {
        true
    }
}

impl<const OP: u8, A: Operand> AugmentAttribute<OP, A> {
    #[inline(never)]
    fn update(&self, held: A::Held, f: &mut Frame<'_>) -> PyResult<()> {
        let target = &self.target;
        target.obj.check(f)?;
        let obj = target.obj.take(held, f);
        let left = match &obj {
            Value::Obj(o) if let Some(cell) = target.cache.place_to_update(o) => cell.get(),
            _ => Value::Unbound,
        };
        let left = match left {
            Value::Unbound => attr::read(f, &obj, &target.name, &self.cache, target.span)?,
            left => left,
        };
        let right = self.value.eval(f)?;
        let value = match arith::fast::<OP>(&left, &right) {
            Some(value) => value,
            None => arith::in_place(f, self.op, &left, &right, self.span)?,
        };
        drop((left, right));
        // The cache checks class and layout again: the right-hand side may have changed them.
        attr::store(f, &obj, &target.name, value, &target.cache, target.span)
    }
}

/// `obj[key] op= value`
pub struct AugmentSubscript {
    /// The container.
    pub obj: Argument,
    /// The key.
    pub key: Argument,
    /// The operator.
    pub op: u8,
    /// The right-hand side.
    pub value: Argument,
    /// The target.
    pub target_span: Span,
    /// The whole statement.
    pub span: Span,
}

impl Stmt for AugmentSubscript {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.update_quickly(f) {
            Some(()) => Flow::Next,
            None => flow(self.update(f)),
        }
    }
}

impl AugmentSubscript {
    /// Where container, key and value are there without a call.
    #[inline(always)]
    fn update_quickly(&self, f: &Frame<'_>) -> Option<()> {
        let held;
        let obj = match self.obj.peek(f) {
            Some(local) => local,
            None => {
                held = self.obj.quick(f)?;
                &held
            }
        };
        let (key, right) = (self.key.quick(f)?, self.value.quick(f)?);
        self.change(f.vm, obj, &key, &right).then_some(())
    }

    /// Does it where there are numbers in a plain list or dict; false, and nothing done, for anything else.
    #[inline(always)]
    fn change(&self, vm: &Vm, obj: &Value, key: &Value, right: &Value) -> bool {
        let Value::Obj(o) = obj else { return false };
        // No code runs between reading and storing.
        if let (Value::Int(i), Some(list)) = (key, o.get::<List>())
            && *o.class() == vm.types.list
            && let Some(at) = list_index(list, *i)
            && let Some(left) = list.items.get(at)
            && let Some(value) = fast_any(self.op, &left, right)
        {
            drop(list.items.set(at, value));
            return true;
        }
        match o.get::<Dict>() {
            Some(dict) if *o.class() == vm.types.dict => {
                dict.change_plain(vm, key, |left| fast_any(self.op, left, right))
            }
            _ => false,
        }
    }

    #[inline(never)]
    fn update(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let obj = self.obj.eval(f)?;
        let key = self.key.eval(f)?;
        if let Some(right) = self.value.peek(f)
            && self.change(f.vm, &obj, &key, right)
        {
            return Ok(());
        }
        let left = attr::item(f, &obj, &key, self.target_span)?;
        let right = self.value.eval(f)?;
        let value = match fast_any(self.op, &left, &right) {
            Some(value) => value,
            None => arith::in_place(f, self.op, &left, &right, self.span)?,
        };
        drop((left, right));
        let value = match (&obj, &key) {
            (Value::Obj(o), Value::Int(i)) if *o.class() == f.vm.types.list => {
                set_list_item(o.get::<List>(), *i, value)
            }
            (Value::Obj(o), key) => set_dict_item(f.vm, o, key, value),
            _ => Err(value),
        };
        match value {
            Ok(old) => {
                drop(old);
                Ok(())
            }
            Err(value) => set_item_slow(f, obj, key, value, self.target_span),
        }
    }
}
