//! `deque` and its iterators.

use crate::native_payload;
use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::iterators::{LENGTH_HINT_DOC, SELF_ITER};
use crate::types::list::List;
use crate::types::native::NativePayload;
use crate::types::sequence::{self, Items, ReprGuard};
use crate::types::slice;
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg, class_getitem, quick, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

struct Deque {
    items: RefCell<VecDeque<Value>>,
    maxlen: Cell<Option<usize>>,
    /// Changes whenever items come or go.
    version: Cell<u64>,
}

impl NativePayload for Deque {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for item in self.items.borrow().iter() {
            if let Value::Obj(obj) = item {
                visit(obj);
            }
        }
    }
    fn clear(&self) {
        drop(self.items.take());
    }
}

impl Items for Deque {
    fn count(&self) -> usize {
        self.items.borrow().len()
    }
    fn item(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }
}

/// What a search has found.
enum Search {
    At(usize),
    Missing,
    /// The comparison with an item, which may have been equal, has changed the deque.
    Changed {
        equal: bool,
        at: usize,
    },
}

fn changed(vm: &Vm) -> Raised {
    vm.runtime_error("deque mutated during iteration")
}

impl Deque {
    fn changed(&self) {
        self.version.set(self.version.get() + 1);
    }
    fn is_full(&self) -> bool {
        self.maxlen.get().is_some_and(|max| self.count() >= max)
    }
    /// Adds at one end. What falls out at the other end is dropped when all is in order.
    fn push(&self, vm: &Vm, left: bool, value: Value) -> PyResult<()> {
        self.changed();
        let mut items = self.items.borrow_mut();
        if items.len() == items.capacity() && items.try_reserve(1).is_err() {
            return Err(vm.memory_error(""));
        }
        if left {
            items.push_front(value);
        } else {
            items.push_back(value);
        }
        let too_many = self.maxlen.get().is_some_and(|max| items.len() > max);
        let fallen = match (too_many, left) {
            (false, _) => None,
            (true, true) => items.pop_back(),
            (true, false) => items.pop_front(),
        };
        drop(items);
        drop(fallen);
        Ok(())
    }
    fn pop(&self, vm: &Vm, left: bool) -> PyResult {
        let item = match left {
            true => self.items.borrow_mut().pop_front(),
            false => self.items.borrow_mut().pop_back(),
        };
        self.changed();
        item.ok_or(())
            .map_err(|()| vm.index_error("pop from an empty deque"))
    }
    fn extend(&self, vm: &Vm, left: bool, iterable: &Value) -> PyResult<()> {
        let own = iterable
            .native::<Deque>()
            .is_some_and(|other| std::ptr::eq(self, other));
        let iterable = match own {
            true => vm.list(ops::collect(vm, iterable)?),
            false => iterable.clone(),
        };
        if !left
            && self.maxlen.get().is_none()
            && let Some(items) = quick::collect(vm, &iterable)
        {
            if !items.is_empty() {
                self.changed();
                self.items.borrow_mut().extend(items);
            }
            return Ok(());
        }
        ops::for_each(vm, &iterable, |item| {
            self.push(vm, left, item)?;
            Ok(true)
        })
    }
    fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }
    fn replace(&self, items: Vec<Value>) {
        self.changed();
        let mut items = VecDeque::from(items);
        if let Some(max) = self.maxlen.get() {
            drop(items.drain(..items.len().saturating_sub(max)));
        }
        drop(self.items.replace(items));
    }
    /// Looks for the first item from `start` to `stop` that equals `value`.
    fn search(&self, vm: &Vm, value: &Value, start: usize, stop: usize) -> PyResult<Search> {
        let version = self.version.get();
        let mut at = start;
        while at < stop
            && let Some(item) = self.item(at)
        {
            let equal = ops::eq(vm, &item, value)?;
            match (equal, self.version.get() == version) {
                (equal, false) => return Ok(Search::Changed { equal, at }),
                (true, true) => return Ok(Search::At(at)),
                (false, true) => at += 1,
            }
        }
        Ok(Search::Missing)
    }
    /// The first item from `start` to `stop` that equals `value`, whatever the comparison has changed.
    fn find(&self, vm: &Vm, value: &Value, start: usize, stop: usize) -> PyResult<Option<usize>> {
        match self.search(vm, value, start, stop)? {
            Search::At(at) | Search::Changed { equal: true, at } => Ok(Some(at)),
            Search::Missing => Ok(None),
            Search::Changed { .. } => Err(changed(vm)),
        }
    }
    fn maxlen_value(&self) -> Value {
        let max = self.maxlen.get();
        max.map_or(Value::None, |max| Value::Int(max as i64))
    }
}

pub(super) static DEQUE: TypeTable = TypeTable {
    name: "deque",
    told: Some("([iterable[, maxlen]])"),
    own: &["__getattribute__"],
    names_module: true,
    module: "collections",
    constants: &[table::UNHASHABLE],
    doc: "A sequence with fast appends and pops at both ends.",
    kind: Kind::Native,
    subclassable: true,
    weakrefable: true,
    sequence: true,
    indexed: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        method(
            "__init__(self, /, iterable=<unrepresentable>, maxlen=None)",
            init,
            "",
        ),
        slots::repr(repr),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::len(|vm, args| Ok(Value::Int(this::<Deque>(vm, args)?.count() as i64))),
        slots::add(add),
        slots::mul(mul),
        slots::rmul(mul),
        slots::getitem(getitem),
        slots::setitem(setitem),
        slots::delitem(delitem),
        slots::contains(contains),
        slots::iadd(iadd),
        slots::imul(imul),
        method(
            "append(self, item, /)",
            append,
            "Add an item at the right end.",
        ),
        method(
            "appendleft(self, item, /)",
            appendleft,
            "Add an item at the left end.",
        ),
        method("clear(self, /)", clear, "Remove all items."),
        method("__copy__(self, /)", copy, "A shallow copy."),
        method("copy(self, /)", copy, "A shallow copy."),
        method(
            "count(self, value, /)",
            count,
            "How many items equal the value.",
        ),
        method(
            "extend(self, iterable, /)",
            extend,
            "Add items at the right end.",
        ),
        method(
            "extendleft(self, iterable, /)",
            extendleft,
            "Add items at the left end, one by one.",
        ),
        method(
            "index(self, value, start=0, stop=sys.maxsize, /)",
            index,
            "The first position of the value.",
        )
        .told("($self, value, [start, [stop]])"),
        method(
            "insert(self, index, value, /)",
            insert,
            "Insert a value before the index.",
        ),
        method("pop(self, /)", pop, "Remove and return the rightmost item."),
        method(
            "popleft(self, /)",
            popleft,
            "Remove and return the leftmost item.",
        ),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling.",
        ),
        method(
            "remove(self, value, /)",
            remove,
            "Remove the first item that equals the value.",
        ),
        method(
            "__reversed__(self, /)",
            reversed,
            "An iterator from right to left.",
        ),
        method("reverse(self, /)", reverse, "Reverse in place."),
        method(
            "rotate(self, n=1, /)",
            rotate,
            "Move n items from the right end to the left one.",
        ),
        method(
            "__sizeof__(self, /)",
            sizeof,
            "The size in memory, in bytes.",
        ),
        table::class_getitem(class_getitem),
    ],
    properties: &[getter(
        "maxlen",
        |vm, value| Ok(this::<Deque>(vm, std::slice::from_ref(value))?.maxlen_value()),
        "The greatest length, or None.",
    )],
    ..TypeTable::DEFAULT
};

fn empty() -> Deque {
    Deque {
        items: RefCell::default(),
        maxlen: Cell::new(None),
        version: Cell::new(0),
    }
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(alloc(&class_arg(vm, &args[0], "deque")?, empty()))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let maxlen = match &args[2] {
        Value::None => None,
        max => match usize::try_from(args::word(vm, max)?) {
            Ok(max) => Some(max),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
    };
    deque.maxlen.set(maxlen);
    deque.replace(Vec::new());
    match &args[1] {
        Value::Unbound => {}
        iterable => deque.extend(vm, false, iterable)?,
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("[...]"));
    };
    // What iterating gives, which a subclass may have a say in.
    let items = vm.list(ops::collect(vm, &args[0])?);
    let mut text = Text::new();
    text.push_str(&vm.class_of(&args[0]).name.borrow().to_string());
    text.push_str("([");
    if let Some(items) = items.get::<List>() {
        sequence::push_reprs(vm, &mut text, items)?;
    }
    text.push_str("]");
    if let Some(max) = deque.maxlen.get() {
        text.push_str(&format!(", maxlen={max}"));
    }
    text.push_str(")");
    Ok(vm.text(text))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let Some(other) = args[1].native::<Deque>() else {
        return Ok(Value::NotImplemented);
    };
    if matches!(op, Compare::Eq | Compare::Ne) {
        let same = args[0].is(&args[1]);
        if same || deque.count() != other.count() {
            return Ok(Value::bool(same == (op == Compare::Eq)));
        }
    }
    if !args.iter().all(|value| iterates_itself(vm, value)) {
        let (a, b) = (ops::iter(vm, &args[0])?, ops::iter(vm, &args[1])?);
        return compare_pairs(vm, op, || Ok((ops::next(vm, &a)?, ops::next(vm, &b)?)));
    }
    let versions = || (deque.version.get(), other.version.get());
    let (first, mut at) = (versions(), 0);
    compare_pairs(vm, op, || {
        if versions() != first {
            return Err(changed(vm));
        }
        at += 1;
        Ok((deque.item(at - 1), other.item(at - 1)))
    })
}

/// The comparison of two series, of which `next` gives the next items.
fn compare_pairs(
    vm: &Vm,
    op: Compare,
    mut next: impl FnMut() -> PyResult<(Option<Value>, Option<Value>)>,
) -> PyResult {
    loop {
        vm.tick()?;
        match next()? {
            (Some(x), Some(y)) if ops::eq(vm, &x, &y)? => {}
            (Some(x), Some(y)) => {
                let holds = ops::compare(vm, op, &x, &y)?;
                return ops::truth(vm, &holds).map(Value::bool);
            }
            (x, y) => return Ok(Value::bool(op.holds(x.is_some(), y.is_some()))),
        }
    }
}

/// Whether a deque's items are what iterating over it gives.
fn iterates_itself(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    !class.is_heap() || class.iterates_as(vm, &extension::class(vm, &DEQUE))
}

crate::types::comparison_methods!(compare);

/// A deque of the same class with the same items and limit.
fn copied(vm: &Vm, value: &Value) -> PyResult {
    let deque = this::<Deque>(vm, std::slice::from_ref(value))?;
    let class = vm.class_of(value);
    let plain = extension::class(vm, &DEQUE);
    if *class == plain {
        let new = empty();
        new.maxlen.set(deque.maxlen.get());
        new.replace(deque.to_vec());
        return Ok(alloc(&plain, new));
    }
    let mut arguments = vec![value.clone()];
    if deque.maxlen.get().is_some() {
        arguments.push(deque.maxlen_value());
    }
    let made = vm.call(&class.value(), &arguments)?;
    if made.native::<Deque>().is_none() {
        return Err(vm.type_error(format!(
            "{}() must return a deque, not {}",
            vm.type_name(value),
            vm.type_name(&made)
        )));
    }
    Ok(made)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    copied(vm, &args[0])
}

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].native::<Deque>().is_none() {
        return Err(vm.type_error(format!(
            "can only concatenate deque (not \"{}\") to deque",
            vm.type_name(&args[1])
        )));
    }
    let made = copied(vm, &args[0])?;
    this::<Deque>(vm, std::slice::from_ref(&made))?.extend(vm, false, &args[1])?;
    Ok(made)
}

/// The items of the deque so many times over, as far as it has room for them.
fn repeated(vm: &Vm, value: &Value, mut times: usize) -> PyResult<Vec<Value>> {
    let deque = this::<Deque>(vm, std::slice::from_ref(value))?;
    if let Some(max) = deque.maxlen.get() {
        // More than enough to fill it to its limit.
        times = times.min(max / deque.count().max(1) + 2);
    }
    let mut items = deque.to_vec();
    if items.len() < 2 || times < 2 {
        return sequence::repeat(vm, &items, times);
    }
    // What a subclass iterates over is what comes after its own items.
    let more = sequence::repeat(vm, &ops::collect(vm, value)?, times - 1)?;
    items.extend(more);
    Ok(items)
}

fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let times = args::times(vm, &args[1])?;
    let made = copied(vm, &args[0])?;
    repeat(vm, &made, times)?;
    Ok(made)
}

fn imul(vm: &Vm, args: &[Value]) -> PyResult {
    repeat(vm, &args[0], args::times(vm, &args[1])?)?;
    Ok(args[0].clone())
}

fn repeat(vm: &Vm, value: &Value, times: usize) -> PyResult<()> {
    if times == 1 {
        return Ok(());
    }
    let items = repeated(vm, value, times)?;
    this::<Deque>(vm, std::slice::from_ref(value))?.replace(items);
    Ok(())
}

fn iadd(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.extend(vm, false, &args[1])?;
    Ok(args[0].clone())
}

fn out_of_range(vm: &Vm) -> Raised {
    vm.index_error("deque index out of range")
}

fn position(vm: &Vm, deque: &Deque, index: &Value) -> PyResult<usize> {
    let index = args::index(vm, index)?;
    args::position(index, deque.count())
        .ok_or(())
        .map_err(|()| out_of_range(vm))
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let at = position(vm, deque, &args[1])?;
    deque.item(at).ok_or(()).map_err(|()| out_of_range(vm))
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let at = position(vm, deque, &args[1])?;
    let old = deque
        .items
        .borrow_mut()
        .get_mut(at)
        .map(|slot| std::mem::replace(slot, args[2].clone()));
    drop(old);
    Ok(Value::None)
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let at = position(vm, deque, &args[1])?;
    let old = deque.items.borrow_mut().remove(at);
    deque.changed();
    drop(old);
    Ok(Value::None)
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let found = this::<Deque>(vm, args)?.find(vm, &args[1], 0, usize::MAX)?;
    Ok(Value::bool(found.is_some()))
}

fn append(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.push(vm, false, args[1].clone())?;
    Ok(Value::None)
}

fn appendleft(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.push(vm, true, args[1].clone())?;
    Ok(Value::None)
}

fn extend(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.extend(vm, false, &args[1])?;
    Ok(Value::None)
}

fn extendleft(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.extend(vm, true, &args[1])?;
    Ok(Value::None)
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.pop(vm, false)
}

fn popleft(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.pop(vm, true)
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Deque>(vm, args)?.replace(Vec::new());
    Ok(Value::None)
}

fn count(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let (mut at, mut found) = (0, 0);
    loop {
        match deque.search(vm, &args[1], at, usize::MAX)? {
            Search::At(next) => {
                found += 1;
                at = next + 1;
            }
            Search::Missing => return Ok(Value::Int(found)),
            Search::Changed { .. } => return Err(changed(vm)),
        }
    }
}

fn not_found(vm: &Vm, value: &Value) -> Raised {
    match ops::repr(vm, value) {
        Ok(repr) => vm.value_error(format!("{repr} is not in deque")),
        Err(raised) => raised,
    }
}

fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let range = slice::bounds(vm, &args[2], &args[3], deque.count())?;
    match deque.find(vm, &args[1], range.start, range.end)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(not_found(vm, &args[1])),
    }
}

fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let at = match deque.search(vm, &args[1], 0, usize::MAX)? {
        Search::At(at) => at,
        Search::Missing => return Err(not_found(vm, &args[1])),
        // Elsewhere this is a RuntimeError.
        Search::Changed { .. } => return Err(vm.index_error("deque mutated during iteration")),
    };
    let old = deque.items.borrow_mut().remove(at);
    deque.changed();
    drop(old);
    Ok(Value::None)
}

fn insert(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let index = args::size(vm, &args[1])?;
    if deque.is_full() {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let len = deque.count() as i64;
    let at = if index < 0 {
        (index + len).max(0)
    } else {
        index.min(len)
    };
    deque.changed();
    deque
        .items
        .borrow_mut()
        .insert(at as usize, args[2].clone());
    Ok(Value::None)
}

fn reverse(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    deque.items.borrow_mut().make_contiguous().reverse();
    Ok(Value::None)
}

fn rotate(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let n = args::size(vm, &args[1])?;
    let len = deque.count() as i64;
    if len > 1 {
        deque.changed();
        let by = n.rem_euclid(len) as usize;
        deque.items.borrow_mut().rotate_right(by);
    }
    Ok(Value::None)
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let capacity = this::<Deque>(vm, args)?.items.borrow().capacity();
    let own = args[0].obj().map_or(0, Obj::size) + size_of::<Deque>();
    Ok(Value::Int((own + capacity * size_of::<Value>()) as i64))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let deque = this::<Deque>(vm, args)?;
    let state = lookup::get(vm, &args[0], &vm.names.__getstate__)?;
    let state = vm.call(&state, &[])?;
    let arguments = match deque.maxlen.get() {
        None => vm.tuple(Vec::new()),
        Some(_) => vm.tuple(vec![vm.tuple(Vec::new()), deque.maxlen_value()]),
    };
    let class = vm.class_of(&args[0]).value();
    let items = ops::iter(vm, &args[0])?;
    Ok(vm.tuple(vec![class, arguments, state, items]))
}

// ---------------------------------------------------------------------------------------------
// Iterators

struct DequeIterator {
    deque: ValueCell,
    /// How many items it has given.
    at: Cell<usize>,
    left: Cell<usize>,
    version: u64,
    reverse: bool,
}
native_payload!(DequeIterator, deque);

const fn iterator_rows(new: table::Method) -> [table::Row; 5] {
    [
        table::new("__new__(type, *args, **kwargs)", new),
        SELF_ITER,
        table::next(next),
        method("__length_hint__(self, /)", hint, LENGTH_HINT_DOC),
        method(
            "__reduce__(self, /)",
            iterator_reduce,
            "Return state information for pickling.",
        ),
    ]
}

static FORWARD_ROWS: [table::Row; 5] = iterator_rows(forward_new);
static REVERSE_ROWS: [table::Row; 5] = iterator_rows(reverse_new);

pub(super) static DEQUE_ITERATOR: TypeTable = TypeTable {
    name: "_deque_iterator",
    module: "collections",
    names_module: true,
    own: &["__getattribute__"],
    kind: Kind::Native,
    methods: &FORWARD_ROWS,
    ..TypeTable::DEFAULT
};

pub(super) static DEQUE_REVERSE_ITERATOR: TypeTable = TypeTable {
    name: "_deque_reverse_iterator",
    own: &["__getattribute__"],
    methods: &REVERSE_ROWS,
    ..DEQUE_ITERATOR_BASE
};

const DEQUE_ITERATOR_BASE: TypeTable = TypeTable {
    module: "collections",
    names_module: true,
    kind: Kind::Native,
    ..TypeTable::DEFAULT
};

fn iterator(vm: &Vm, value: &Value, reverse: bool, skip: usize) -> PyResult {
    let Some(deque) = value.native::<Deque>() else {
        return Err(args::wrong_argument(
            vm,
            value,
            "argument 1",
            "collections.deque",
        ));
    };
    let skip = skip.min(deque.count());
    let payload = DequeIterator {
        deque: ValueCell::new(value.clone()),
        at: Cell::new(skip),
        left: Cell::new(deque.count() - skip),
        version: deque.version.get(),
        reverse,
    };
    let table = if reverse {
        &DEQUE_REVERSE_ITERATOR
    } else {
        &DEQUE_ITERATOR
    };
    Ok(alloc(&extension::class(vm, table), payload))
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    iterator(vm, &args[0], false, 0)
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    iterator(vm, &args[0], true, 0)
}

fn forward_new(vm: &Vm, args: &[Value]) -> PyResult {
    iterator_new(vm, args, false)
}

fn reverse_new(vm: &Vm, args: &[Value]) -> PyResult {
    iterator_new(vm, args, true)
}

/// Keyword arguments are not looked at.
fn iterator_new(vm: &Vm, args: &[Value], reverse: bool) -> PyResult {
    let given = args[1].get::<Tuple>().map_or(&[][..], |given| &given.items);
    args::unnamed(vm, given, (1, 2))?;
    let skip = match given {
        [deque, index] if deque.native::<Deque>().is_some() => args::size(vm, index)?,
        _ => 0,
    };
    iterator(vm, &given[0], reverse, skip.max(0) as usize)
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<DequeIterator>(vm, std::slice::from_ref(value))?;
    let held = this.deque.get();
    let Some(deque) = held.native::<Deque>() else {
        return Ok(None);
    };
    let is_over = this.left.get() == 0;
    // Backwards, the end comes before the check.
    if deque.version.get() != this.version && !(this.reverse && is_over) {
        this.left.set(0);
        return Err(changed(vm));
    }
    if is_over {
        return Ok(None);
    }
    let at = this.at.get();
    this.at.set(at + 1);
    this.left.set(this.left.get() - 1);
    Ok(match this.reverse {
        false => deque.item(at),
        true => deque.item(deque.count().wrapping_sub(at + 1)),
    })
}

fn hint(vm: &Vm, args: &[Value]) -> PyResult {
    let left = this::<DequeIterator>(vm, args)?.left.get();
    Ok(Value::Int(left as i64))
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<DequeIterator>(vm, args)?;
    let state = vm.tuple(vec![this.deque.get(), Value::Int(this.at.get() as i64)]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), state]))
}
