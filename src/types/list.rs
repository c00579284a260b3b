//! `list`. Sorting is in `list_sort`, the iterators are in `iterators`.

use super::args::{self, position};
use super::iterators;
use super::quick;
use super::sequence::{self, Items, ReprGuard, Subscript, subscript};
use super::slice::Span;
use super::slots;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, VecCell};
use crate::object::ops::{self, Compare, Source};
use crate::object::table::{self, TypeTable, method, plain};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::vm::Vm;

/// The payload of lists.
pub struct List {
    /// The items.
    pub items: VecCell,
}

impl List {
    /// A payload with these items.
    pub fn new(items: Vec<Value>) -> List {
        List {
            items: VecCell::new(items),
        }
    }

    /// `list.append`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn append(&self, vm: &Vm, value: Value) -> PyResult<()> {
        if self.items.push(value) {
            Ok(())
        } else {
            Err(vm.memory_error(""))
        }
    }

    /// `list.extend`.
    ///
    /// # Errors
    /// Whatever the iteration raises; what came before stays appended.
    pub fn extend(&self, vm: &Vm, iterable: &Value) -> PyResult<()> {
        if let Some(values) = quick::collect(vm, iterable) {
            return self.extend_values(vm, values);
        }
        let source = Source::new(vm, iterable)?;
        let hint = iterators::length_hint(vm, iterable, 8)?;
        // A hint that can't be true is none.
        let overflows = self.items.len().saturating_add(hint) > isize::MAX as usize;
        if !overflows && !self.items.reserve(hint) {
            return Err(vm.memory_error(""));
        }
        source.for_each(vm, |value| self.append(vm, value).map(|()| true))
    }

    /// `self + other`.
    ///
    /// # Errors
    /// MemoryError.
    pub fn concat(&self, vm: &Vm, other: &List) -> PyResult {
        let mut items = sequence::vec_of_capacity(vm, self.items.len() + other.items.len())?;
        self.items.append_to(&mut items);
        other.items.append_to(&mut items);
        Ok(vm.list(items))
    }

    fn extend_values(&self, vm: &Vm, values: Vec<Value>) -> PyResult<()> {
        if self.items.extend(values) {
            Ok(())
        } else {
            Err(vm.memory_error(""))
        }
    }
}

/// Drops what was taken out of a list in CPython's order. A list that is being sorted keeps some room, which tells
/// that it has held something meanwhile.
fn drop_last_first(vm: &Vm, list: &List, items: Vec<Value>) {
    if vm.state.sorts.get() > 0 && items.capacity() > list.items.capacity() {
        list.items.reserve(1);
    }
    let items = VecCell::new(items);
    while let Some(item) = items.pop_object() {
        drop(item);
    }
}

impl Drop for List {
    /// The last item goes first, as in CPython.
    fn drop(&mut self) {
        while let Some(item) = self.items.pop_object() {
            drop(item);
        }
    }
}

impl Trace for List {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.items.trace(visit);
    }
    fn clear(&self) {
        drop(self.items.take());
    }
}

impl Items for List {
    #[inline]
    fn count(&self) -> usize {
        self.items.len()
    }
    #[inline]
    fn item(&self, index: usize) -> Option<Value> {
        self.items.get(index)
    }
}

/// The type's table.
pub const LIST: TypeTable = TypeTable {
    constants: &[table::UNHASHABLE],
    name: "list",
    told: Some("(iterable=(), /)"),
    own: &["__getattribute__"],
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    kind: Kind::List,
    construct: Some(construct),
    subclassable: true,
    sequence: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", list_new),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(repr),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::len(len),
        plain(
            "__getitem__(self, index, /)",
            getitem,
            "Return self[index].",
        ),
        slots::setitem(setitem),
        slots::delitem(delitem),
        slots::add(add),
        slots::mul(mul),
        slots::rmul(mul),
        slots::contains(contains),
        method("__iadd__(self, value, /)", iadd, "Implement self+=value."),
        method("__imul__(self, value, /)", imul, "Implement self*=value."),
        method(
            "__reversed__(self, /)",
            reversed,
            "Return a reverse iterator over the list.",
        ),
        method(
            "__sizeof__(self, /)",
            sizeof,
            "Return the size of the list in memory, in bytes.",
        ),
        method("clear(self, /)", clear, "Remove all items from list."),
        method("copy(self, /)", copy, "Return a shallow copy of the list."),
        method(
            "append(self, object, /)",
            append,
            "Append object to the end of the list.",
        )
        .done(glance_append),
        method(
            "insert(self, index, object, /)",
            insert,
            "Insert object before index.",
        ),
        method(
            "extend(self, iterable, /)",
            extend,
            "Extend list by appending elements from the iterable.",
        ),
        method(
            "pop(self, index=-1, /)",
            pop,
            "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.",
        )
        .done(glance_pop),
        method(
            "remove(self, value, /)",
            remove,
            "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
        ),
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
        method("reverse(self, /)", reverse, "Reverse *IN PLACE*."),
        method(
            "sort(self, /, *, key=None, reverse=False)",
            super::list_sort::sort,
            "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.",
        ),
        table::class_getitem(super::class_getitem),
    ],
    ..TypeTable::DEFAULT
};

// ---------------------------------------------------------------------------------------------
// Construction, text, comparison

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let items = match sequence::check_count(vm, "list", args, (0, 1))? {
        [iterable] => ops::collect(vm, iterable)?,
        _ => Vec::new(),
    };
    Ok(vm.list(items))
}

fn list_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "list")?;
    Ok(heap::alloc(&class, List::new(Vec::new())).into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let keywords = sequence::keywords_of_init(&args[2], vm.class_of(&args[0]));
    let given = sequence::positional(vm, "list", &args[1], keywords, (0, 1))?;
    drop_last_first(vm, list, list.items.take());
    if let [iterable] = given {
        list.extend(vm, iterable)?;
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    if list.items.is_empty() {
        return Ok(vm.str("[]"));
    }
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("[...]"));
    };
    let mut text = Text::new();
    text.push_str("[");
    sequence::push_reprs(vm, &mut text, list)?;
    text.push_str("]");
    Ok(vm.text(text))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match args[1].get::<List>() {
        Some(other) => sequence::compare(vm, op, list, other),
        None => Ok(Value::NotImplemented),
    }
}

comparison_methods!(compare);

// ---------------------------------------------------------------------------------------------
// The sequence protocol

fn this_ref(vm: &Vm, args: &[Value]) -> PyResult<Ref<List>> {
    vm.this::<List>(args)?;
    match args[0].as_ref::<List>() {
        Some(list) => Ok(list.clone()),
        None => Err(super::internal_error(vm, "a list is no list")),
    }
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(iterators::list_iterator(vm, this_ref(vm, args)?))
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(iterators::list_reverse_iterator(vm, this_ref(vm, args)?))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<List>(args)?.items.len() as i64))
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    sequence::contains(vm, vm.this::<List>(args)?, &args[1]).map(Value::bool)
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match subscript(vm, &args[1], "list")? {
        Subscript::Index(i) => {
            let at = position(i, list.items.len());
            at.and_then(|at| list.items.get(at))
                .ok_or(())
                .map_err(|()| vm.index_error("list index out of range"))
        }
        Subscript::Slice(bounds) => {
            let span = bounds.fit(list.items.len());
            Ok(vm.list(take_span(vm, list, span)?))
        }
    }
}

fn take_span(vm: &Vm, list: &List, span: Span) -> PyResult<Vec<Value>> {
    if span.step == 1 {
        return Ok(list.items.range_to_vec(span.start, span.start + span.count));
    }
    let mut values = sequence::vec_of_capacity(vm, span.count)?;
    values.extend(span.positions().filter_map(|at| list.items.get(at)));
    Ok(values)
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match subscript(vm, &args[1], "list")? {
        Subscript::Index(i) => {
            let at = position(i, list.items.len()).unwrap_or(usize::MAX);
            match list.items.set(at, args[2].clone()) {
                Ok(old) => drop(old),
                Err(_) => return Err(vm.index_error("list assignment index out of range")),
            }
        }
        Subscript::Slice(bounds) => {
            let values = {
                let text = "must assign iterable to extended slice";
                ops::collect_or(vm, &args[2], text)?
            };
            let span = bounds.fit(list.items.len());
            set_span(vm, list, span, values)?;
        }
    }
    Ok(Value::None)
}

fn set_span(vm: &Vm, list: &List, span: Span, values: Vec<Value>) -> PyResult<()> {
    if span.step == 1 {
        let end = span.start + span.count;
        drop_last_first(vm, list, list.items.splice(span.start, end, values));
        return Ok(());
    }
    if values.len() != span.count {
        return Err(vm.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            values.len(),
            span.count
        )));
    }
    let mut old = Vec::with_capacity(span.count);
    for (at, value) in span.positions().zip(values) {
        old.push(list.items.set(at, value));
    }
    drop(old);
    Ok(())
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match subscript(vm, &args[1], "list")? {
        Subscript::Index(i) => {
            let at = position(i, list.items.len());
            match at.and_then(|at| list.items.remove(at)) {
                Some(old) => drop(old),
                None => return Err(vm.index_error("list assignment index out of range")),
            }
        }
        Subscript::Slice(bounds) => {
            let span = bounds.fit(list.items.len()).ascending();
            if span.step == 1 {
                let end = span.start + span.count;
                drop_last_first(vm, list, list.items.splice(span.start, end, Vec::new()));
            } else {
                drop(delete_span(list, span));
            }
        }
    }
    Ok(Value::None)
}

/// Takes an ascending span out, in one pass.
fn delete_span(list: &List, span: Span) -> Vec<Value> {
    let mut gone = Vec::with_capacity(span.count);
    let mut kept = Vec::with_capacity(list.items.len().saturating_sub(span.count));
    let mut positions = span.positions().peekable();
    for (at, value) in list.items.take().into_iter().enumerate() {
        if positions.next_if_eq(&at).is_some() {
            gone.push(value);
        } else {
            kept.push(value);
        }
    }
    drop(list.items.replace(kept));
    gone
}

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let Some(other) = args[1].get::<List>() else {
        return Err(vm.type_error(format!(
            "can only concatenate list (not \"{}\") to list",
            vm.type_name(&args[1])
        )));
    };
    list.concat(vm, other)
}

fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let times = args::times(vm, &args[1])?;
    Ok(vm.list(sequence::repeat(vm, &list.items.to_vec(), times)?))
}

fn iadd(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<List>(args)?.extend(vm, &args[1])?;
    Ok(args[0].clone())
}

fn imul(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let times = args::times(vm, &args[1])?;
    if times != 1 {
        let items = sequence::repeat(vm, &list.items.to_vec(), times)?;
        drop_last_first(vm, list, list.items.replace(items));
    }
    Ok(args[0].clone())
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let capacity = vm.this::<List>(args)?.items.capacity();
    let own = args[0].obj().map_or(0, Obj::size);
    Ok(Value::Int((own + capacity * size_of::<Value>()) as i64))
}

// ---------------------------------------------------------------------------------------------
// Methods

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    drop_last_first(vm, list, list.items.take());
    Ok(Value::None)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.list(vm.this::<List>(args)?.items.to_vec()))
}

fn append(vm: &Vm, args: &[Value]) -> PyResult {
    if let [this, item] = args
        && let Some(list) = this.get::<List>()
        && list.items.push_within(item)
    {
        return Ok(Value::None);
    }
    append_growing(vm, args)
}

#[inline(never)]
fn append_growing(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    list.append(vm, args[1].clone()).map(|()| Value::None)
}

fn glance_append(_vm: &Vm, args: &[&Value]) -> Option<Value> {
    let list = args[0].get::<List>()?;
    list.items.push(args[1].clone()).then_some(Value::None)
}

fn insert(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let index = args::size(vm, &args[1])?;
    let len = list.items.len();
    let at = if index < 0 {
        index.saturating_add(len as i64).max(0) as usize
    } else {
        (index as usize).min(len)
    };
    if list.items.insert(at, args[2].clone()) {
        Ok(Value::None)
    } else {
        Err(vm.memory_error(""))
    }
}

fn extend(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<List>(args)?.extend(vm, &args[1])?;
    Ok(Value::None)
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let index = args::size(vm, &args[1])?;
    if index == -1
        && let Some(value) = list.items.pop()
    {
        return Ok(value);
    }
    if list.items.is_empty() {
        return Err(vm.index_error("pop from empty list"));
    }
    let at = position(index, list.items.len());
    match at.and_then(|at| list.items.remove(at)) {
        Some(value) => Ok(value),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn glance_pop(_vm: &Vm, args: &[&Value]) -> Option<Value> {
    match args {
        [list] => list.get::<List>()?.items.pop(),
        _ => None,
    }
}

fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match sequence::find(vm, list, &args[1], &Value::Unbound, &Value::Unbound)? {
        Some(at) => {
            drop(list.items.remove(at));
            Ok(Value::None)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    match sequence::find(vm, list, &args[1], &args[2], &args[3])? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            let value = ops::repr(vm, &args[1])?;
            Err(vm.value_error(format!("{value} is not in list")))
        }
    }
}

fn count(vm: &Vm, args: &[Value]) -> PyResult {
    sequence::count(vm, vm.this::<List>(args)?, &args[1])
}

fn reverse(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<List>(args)?.items.reverse();
    Ok(Value::None)
}
