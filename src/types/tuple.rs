//! `tuple`. Its iterator is in `iterators`.

use super::args::{self, position};
use super::iterators;
use super::quick;
use super::sequence::{self, Items, ReprGuard, Subscript, subscript};
use super::slots;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::siphash::TupleHash;
use crate::vm::Vm;
use smallvec::SmallVec;

/// The payload of tuples.
pub struct Tuple {
    /// The items. Up to three stand in the object itself.
    pub items: SmallVec<[Value; 3]>,
}

impl Tuple {
    #[inline(always)]
    fn empty() -> Tuple {
        let items = SmallVec::new();
        Tuple { items }
    }

    /// A payload with these items.
    pub fn new(items: Vec<Value>) -> Tuple {
        let items = if items.len() <= 3 {
            items.into_iter().collect()
        } else {
            SmallVec::from_vec(items)
        };
        Tuple { items }
    }

    /// `hash(self)`.
    ///
    /// # Errors
    /// Whatever an item's `__hash__` raises.
    pub fn hash_value(&self, vm: &Vm) -> PyResult<i64> {
        let mut sum = TupleHash::new();
        for item in &self.items {
            sum.add(ops::hash(vm, item)?);
        }
        Ok(sum.finish())
    }

    /// The same, if all items are plain ints and strs.
    #[inline]
    pub fn plain_hash(&self, vm: &Vm) -> Option<i64> {
        let mut sum = TupleHash::new();
        for item in &self.items {
            sum.add(quick::hash(vm, item)?);
        }
        Some(sum.finish())
    }
}

/// Whether the collector looks at the value.
#[inline(always)]
fn is_collected(item: &Value) -> bool {
    match item {
        Value::Obj(obj) => obj.is_tracked() || obj.class().is_heap(),
        _ => false,
    }
}

impl Vm {
    /// A tuple. One that holds nothing the collector looks at is of no interest to it either.
    #[inline]
    pub fn alloc_tuple(&self, tuple: Tuple) -> Ref<Tuple> {
        let collected = tuple.items.iter().any(is_collected);
        heap::alloc_filled(&self.types.tuple, collected, || tuple, |_| {})
    }

    /// A tuple of these items.
    pub fn tuple_of(&self, items: impl Iterator<Item = Value>) -> Value {
        let items: SmallVec<[Value; 3]> = match items.size_hint().0 {
            0..=3 => items.collect(),
            least => {
                let mut all = Vec::with_capacity(least);
                all.extend(items);
                SmallVec::from_vec(all)
            }
        };
        self.alloc_tuple(Tuple { items }).into()
    }

    /// A tuple of three.
    #[inline]
    pub fn triple(&self, [a, b, c]: [Value; 3]) -> Value {
        let collected = is_collected(&a) || is_collected(&b) || is_collected(&c);
        let fill = |tuple: &mut Tuple| {
            tuple.items.push(a);
            tuple.items.push(b);
            tuple.items.push(c);
        };
        heap::alloc_filled(&self.types.tuple, collected, Tuple::empty, fill).into()
    }

    /// A tuple of two.
    #[inline]
    pub fn pair(&self, a: Value, b: Value) -> Value {
        let collected = is_collected(&a) || is_collected(&b);
        let fill = |tuple: &mut Tuple| {
            tuple.items.push(a);
            tuple.items.push(b);
        };
        heap::alloc_filled(&self.types.tuple, collected, Tuple::empty, fill).into()
    }
}

impl Drop for Tuple {
    /// The last item goes first, as in CPython.
    fn drop(&mut self) {
        while let Some(item) = self.items.pop() {
            drop(item);
        }
    }
}

impl Trace for Tuple {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for item in self.items.iter() {
            if let Value::Obj(obj) = item {
                visit(obj);
            }
        }
    }
}

impl Items for Tuple {
    #[inline]
    fn count(&self) -> usize {
        self.items.len()
    }
    #[inline]
    fn item(&self, index: usize) -> Option<Value> {
        self.items.get(index).cloned()
    }
}

/// The type's table.
pub const TUPLE: TypeTable = TypeTable {
    name: "tuple",
    told: Some("(iterable=(), /)"),
    own: &["__getattribute__"],
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    kind: Kind::Tuple,
    construct: Some(construct),
    subclassable: true,
    sequence: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", tuple_new).quickly(quick_tuple_new),
        slots::repr(repr),
        slots::hash(hash),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::len(len),
        slots::getitem(getitem),
        slots::add(add),
        slots::mul(mul),
        slots::rmul(mul),
        slots::contains(contains),
        method("__getnewargs__(self, /)", getnewargs, ""),
        method(
            "index(self, value, start=0, stop=sys.maxsize, /)",
            index,
            "Return first index of value.\n\nRaises ValueError if the value is not present.",
        ),
        method(
            "count(self, value, /)",
            count,
            "Return number of occurrences of value.",
        ),
        table::class_getitem(super::class_getitem),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    match sequence::check_count(vm, "tuple", args, (0, 1))? {
        [same] if is_plain(vm, same) => Ok(same.clone()),
        [iterable] => Ok(vm.tuple(ops::collect(vm, iterable)?)),
        _ => Ok(vm.tuple(Vec::new())),
    }
}

fn tuple_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "tuple")?;
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &vm.types.tuple);
    let given = sequence::positional(vm, "tuple", &args[1], keywords, (0, 1))?;
    made(vm, &class, given)
}

fn quick_tuple_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "tuple")?;
    let given = sequence::check_count(vm, "tuple", &args[1..], (0, 1))?;
    made(vm, &class, given)
}

/// An instance of `tuple` or a subclass with the items of what is given, if something is.
fn made(vm: &Vm, class: &Ref<Class>, given: &[Value]) -> PyResult {
    let items = match given {
        [iterable] if *vm.class_of(iterable) == vm.types.tuple => {
            if *class == vm.types.tuple {
                return Ok(iterable.clone());
            }
            iterable
                .get::<Tuple>()
                .map_or_else(SmallVec::new, |tuple| tuple.items.clone())
        }
        [iterable] => SmallVec::from_vec(ops::collect(vm, iterable)?),
        _ => SmallVec::new(),
    };
    if *class == vm.types.tuple {
        return Ok(vm.tuple(items.into_vec()));
    }
    Ok(heap::alloc(class, Tuple { items }).into())
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let tuple = vm.this::<Tuple>(args)?;
    if tuple.items.is_empty() {
        return Ok(vm.str("()"));
    }
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("(...)"));
    };
    let mut text = Text::new();
    text.push_str("(");
    sequence::push_reprs(vm, &mut text, tuple)?;
    text.push_str(if tuple.items.len() == 1 { ",)" } else { ")" });
    Ok(vm.text(text))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Tuple>(args)?.hash_value(vm).map(Value::Int)
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let tuple = vm.this::<Tuple>(args)?;
    match args[1].get::<Tuple>() {
        Some(other) => sequence::compare(vm, op, tuple, other),
        None => Ok(Value::NotImplemented),
    }
}

comparison_methods!(compare);

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Tuple>(args)?;
    match args[0].as_ref::<Tuple>() {
        Some(tuple) => Ok(iterators::tuple_iterator(vm, tuple.clone())),
        None => Err(super::internal_error(vm, "a tuple is no tuple")),
    }
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Tuple>(args)?.items.len() as i64))
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    sequence::contains(vm, vm.this::<Tuple>(args)?, &args[1]).map(Value::bool)
}

fn is_plain(vm: &Vm, value: &Value) -> bool {
    *vm.class_of(value) == vm.types.tuple
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let items = &vm.this::<Tuple>(args)?.items;
    match subscript(vm, &args[1], "tuple")? {
        Subscript::Index(i) => match position(i, items.len()) {
            Some(at) => Ok(items[at].clone()),
            None => Err(vm.index_error("tuple index out of range")),
        },
        Subscript::Slice(bounds) => {
            let span = bounds.fit(items.len());
            if span.step == 1 && span.count == items.len() && is_plain(vm, &args[0]) {
                return Ok(args[0].clone());
            }
            if span.step == 1 {
                let items = &items[span.start..span.start + span.count];
                return Ok(vm.tuple_of(items.iter().cloned()));
            }
            Ok(vm.tuple_of(span.positions().map(|at| items[at].clone())))
        }
    }
}

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    let items = &vm.this::<Tuple>(args)?.items;
    let Some(other) = args[1].get::<Tuple>() else {
        return Err(vm.type_error(format!(
            "can only concatenate tuple (not \"{}\") to tuple",
            vm.type_name(&args[1])
        )));
    };
    if items.is_empty() && is_plain(vm, &args[1]) {
        return Ok(args[1].clone());
    }
    if other.items.is_empty() && is_plain(vm, &args[0]) {
        return Ok(args[0].clone());
    }
    Ok(vm.tuple_of(items.iter().chain(&other.items).cloned()))
}

fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let items = &vm.this::<Tuple>(args)?.items;
    let times = args::times(vm, &args[1])?;
    if (times == 1 || items.is_empty()) && is_plain(vm, &args[0]) {
        return Ok(args[0].clone());
    }
    Ok(vm.tuple(sequence::repeat(vm, items, times)?))
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Tuple>(args)?;
    let plain = match *vm.class_of(&args[0]) == vm.types.tuple {
        true => args[0].clone(),
        false => vm.tuple(this.items.to_vec()),
    };
    Ok(vm.tuple(vec![plain]))
}

fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let tuple = vm.this::<Tuple>(args)?;
    match sequence::find(vm, tuple, &args[1], &args[2], &args[3])? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn count(vm: &Vm, args: &[Value]) -> PyResult {
    sequence::count(vm, vm.this::<Tuple>(args)?, &args[1])
}
