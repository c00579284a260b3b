//! The items of memoryviews: subscripts, lists, iteration and comparison.

use super::slots;
use crate::object::heap::{self, Extension, Kind, Obj};
use crate::object::ops;
use crate::object::table::{self, TypeTable};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::memoryview::{Layout, MemoryView, open, viewable};
use crate::types::native::{Native, NativePayload};
use crate::types::slice::Slice;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer};
use crate::vm::Vm;
use std::cell::Cell;

impl Layout {
    /// Calls `each` with the byte at which each item starts, the last dimension moving fastest, or the
    /// first one.
    pub(super) fn for_each(&self, first_fastest: bool, each: &mut dyn FnMut(usize)) {
        let mut order: Vec<usize> = (0..self.shape.len()).collect();
        if first_fastest {
            order.reverse();
        }
        let mut counters = vec![0i64; order.len()];
        let mut at = self.start;
        for _ in 0..self.count() {
            each(at as usize);
            // Counts up, from the dimension that moves fastest.
            for (counter, &k) in counters.iter_mut().zip(&order).rev() {
                *counter += 1;
                at += self.strides[k];
                if *counter < self.shape[k] {
                    break;
                }
                at -= self.strides[k] * *counter;
                *counter = 0;
            }
        }
    }

    /// The byte at which the item of an index along each dimension starts.
    fn position(&self, vm: &Vm, indices: &[i64]) -> PyResult<usize> {
        let mut at = self.start;
        for (k, &index) in indices.iter().enumerate() {
            match args::position(index, self.shape[k] as usize) {
                Some(index) => at += index as i64 * self.strides[k],
                None => {
                    return Err(
                        vm.index_error(format!("index out of bounds on dimension {}", k + 1))
                    );
                }
            }
        }
        Ok(at as usize)
    }

    /// The layout of a slice of the first dimension.
    fn sliced(&self, vm: &Vm, slice: &Slice) -> PyResult<Layout> {
        let span = slice.bounds(vm)?.fit(self.shape[0] as usize);
        let mut layout = self.clone();
        layout.start += span.start as i64 * self.strides[0];
        layout.shape[0] = span.count as i64;
        layout.strides[0] = self.strides[0].wrapping_mul(span.step);
        Ok(layout)
    }
}

impl MemoryView {
    fn item_at(&self, vm: &Vm, at: usize) -> PyResult {
        let format = self.layout.format;
        let mut item = [0u8; 8];
        let item = &mut item[..format.size()];
        item.copy_from_slice(&self.exporter(vm)?.bytes()[at..at + format.size()]);
        format.unpack(vm, item)
    }

    fn set_item_at(&self, vm: &Vm, indices: &[i64], value: &Value) -> PyResult<()> {
        let at = self.layout.position(vm, indices)?;
        let item = self.layout.format.pack(vm, value)?;
        // The conversion may have released the view.
        let mut bytes = self.exporter(vm)?.bytes_mut(vm)?;
        match bytes.get_mut(at..at + item.len()) {
            Some(place) => place.copy_from_slice(&item),
            None => return Err(vm.index_error("index out of bounds on dimension 1")),
        }
        Ok(())
    }
}

/// What stands between the brackets.
enum Key<'a> {
    /// An index along the first dimension.
    Index(i64),
    /// A tuple of indices.
    Indices(Vec<i64>),
    Slice(&'a Slice),
    /// A tuple of slices.
    Slices,
    Ellipsis,
}

fn key<'a>(vm: &Vm, value: &'a Value) -> PyResult<Key<'a>> {
    if let Some(slice) = value.get::<Slice>() {
        return Ok(Key::Slice(slice));
    }
    if matches!(value, Value::Ellipsis) {
        return Ok(Key::Ellipsis);
    }
    let is_index = args::has_index(vm, value);
    if let (Some(tuple), false) = (value.get::<Tuple>(), is_index) {
        if tuple.items.iter().all(|item| args::has_index(vm, item)) {
            let indices = tuple.items.iter().map(|item| args::subscript(vm, item));
            return Ok(Key::Indices(indices.collect::<PyResult<_>>()?));
        }
        if tuple.items.iter().all(|item| item.get::<Slice>().is_some()) {
            return Ok(Key::Slices);
        }
    }
    match is_index {
        true => args::subscript(vm, value).map(Key::Index),
        false => Err(invalid_key(vm)),
    }
}

#[cold]
fn invalid_key(vm: &Vm) -> Raised {
    vm.type_error("memoryview: invalid slice key")
}

#[cold]
fn not_implemented(vm: &Vm, what: &str) -> Raised {
    vm.not_implemented_error(what)
}

/// A tuple of indices must have one for each dimension.
fn check_indices(vm: &Vm, layout: &Layout, indices: &[i64]) -> PyResult<()> {
    let (dimensions, given) = (layout.shape.len(), indices.len());
    match given.cmp(&dimensions) {
        std::cmp::Ordering::Less => Err(not_implemented(vm, "sub-views are not implemented")),
        std::cmp::Ordering::Greater => Err(vm.type_error(format!(
            "cannot index {dimensions}-dimension view with {given}-element tuple"
        ))),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// What is not `...` must be an empty tuple to name the only item of a view without dimensions.
fn check_only(vm: &Vm, key: &Value) -> PyResult<()> {
    match key.get::<Tuple>() {
        Some(tuple) if tuple.items.is_empty() => Ok(()),
        _ => Err(vm.type_error("invalid indexing of 0-dim memory")),
    }
}

pub(super) fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let view = open(vm, &args[0])?;
    if view.layout.shape.is_empty() {
        return match matches!(args[1], Value::Ellipsis) {
            true => Ok(args[0].clone()),
            false => {
                check_only(vm, &args[1])?;
                view.item_at(vm, view.layout.start as usize)
            }
        };
    }
    match key(vm, &args[1])? {
        Key::Index(_) if view.layout.shape.len() > 1 => Err(not_implemented(
            vm,
            "multi-dimensional sub-views are not implemented",
        )),
        Key::Index(index) => view.item_at(vm, view.layout.position(vm, &[index])?),
        Key::Indices(indices) => {
            check_indices(vm, &view.layout, &indices)?;
            view.item_at(vm, view.layout.position(vm, &indices)?)
        }
        Key::Slice(slice) => {
            let layout = viewable(vm, &args[0])?.layout.sliced(vm, slice)?;
            // The new view keeps the bytes, even if a bound's `__index__` has released the old one.
            Ok(view.with_layout(vm, layout, view.is_readonly()))
        }
        Key::Slices => Err(not_implemented(
            vm,
            "multi-dimensional slicing is not implemented",
        )),
        Key::Ellipsis => Err(invalid_key(vm)),
    }
}

pub(super) fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let view = open(vm, &args[0])?;
    if view.is_readonly() {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    let dimensions = view.layout.shape.len();
    if dimensions == 0 {
        if !matches!(args[1], Value::Ellipsis) {
            check_only(vm, &args[1])?;
        }
        view.set_item_at(vm, &[], &args[2])?;
        return Ok(Value::None);
    }
    if dimensions > 1 && args::has_index(vm, &args[1]) {
        return Err(not_implemented(vm, "sub-views are not implemented"));
    }
    let key = key(vm, &args[1])?;
    let view = open(vm, &args[0])?;
    match key {
        Key::Index(index) => view.set_item_at(vm, &[index], &args[2])?,
        Key::Slice(slice) if dimensions == 1 => assign_slice(vm, args, slice)?,
        Key::Indices(indices) => {
            check_indices(vm, &view.layout, &indices)?;
            view.set_item_at(vm, &indices, &args[2])?;
        }
        Key::Slice(_) | Key::Slices => {
            return Err(not_implemented(
                vm,
                "memoryview slice assignments are currently restricted to ndim = 1",
            ));
        }
        Key::Ellipsis => return Err(invalid_key(vm)),
    }
    Ok(Value::None)
}

fn assign_slice(vm: &Vm, args: &[Value], slice: &Slice) -> PyResult<()> {
    if !buffer::is_bytes_like(vm, &args[2]) {
        return Err(buffer::not_bytes_like(vm, &args[2]));
    }
    let source = crate::types::memoryview::new(vm, &args[2], buffer::FULL_RO)?;
    let source = open(vm, &source)?;
    let view = open(vm, &args[0])?;
    let layout = view.layout.sliced(vm, slice)?;
    let same = source.layout.format == layout.format && source.layout.shape == layout.shape;
    if !same {
        return Err(
            vm.value_error("memoryview assignment: lvalue and rvalue have different structures")
        );
    }
    // The two may share their bytes.
    let bytes = source.view(vm)?.stable().into_owned();
    let mut rest = bytes.chunks_exact(layout.format.size());
    let mut target = open(vm, &args[0])?.exporter(vm)?.bytes_mut(vm)?;
    layout.for_each(false, &mut |at| {
        if let Some(item) = rest.next() {
            target[at..at + item.len()].copy_from_slice(item);
        }
    });
    Ok(())
}

pub(super) fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    match open(vm, &args[0])?.is_readonly() {
        true => Err(vm.type_error("cannot modify read-only memory")),
        false => Err(vm.type_error("cannot delete memory")),
    }
}

// ---------------------------------------------------------------------------------------------
// Lists and iteration

pub(super) fn tolist(vm: &Vm, args: &[Value]) -> PyResult {
    let view = open(vm, &args[0])?;
    let bytes = view.view(vm)?;
    let layout = &view.layout;
    let items = bytes.chunks_exact(layout.format.size());
    let items = items.map(|item| layout.format.unpack(vm, item));
    let mut items = items.collect::<PyResult<Vec<Value>>>()?;
    // Items become lists, these lists of lists, and so on.
    for &count in layout.shape.iter().skip(1).rev() {
        let mut rest = items.into_iter();
        let mut lists = Vec::new();
        while rest.len() > 0 {
            lists.push(vm.list(rest.by_ref().take(count as usize).collect()));
        }
        items = lists;
    }
    match (layout.shape.is_empty(), items.pop()) {
        (true, Some(item)) => Ok(item),
        (_, last) => {
            items.extend(last);
            Ok(vm.list(items))
        }
    }
}

/// The iterator of a memoryview.
struct Iterator {
    view: Value,
    at: Cell<i64>,
    end: i64,
}

impl NativePayload for Iterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(obj) = &self.view {
            visit(obj);
        }
    }
}

/// The table of `memory_iterator`.
pub const MEMORY_ITERATOR: TypeTable = TypeTable {
    name: "memory_iterator",
    kind: Kind::Native,
    methods: &[slots::iter(iter_self), table::next(next)],
    ..TypeTable::DEFAULT
};

fn iter_self(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

pub(super) fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    let end = match open(vm, &args[0])?.layout.shape[..] {
        [] => return Err(vm.type_error("invalid indexing of 0-dim memory")),
        [len] => len,
        _ => {
            return Err(not_implemented(
                vm,
                "multi-dimensional sub-views are not implemented",
            ));
        }
    };
    let iterator = Iterator {
        view: args[0].clone(),
        at: Cell::new(0),
        end,
    };
    Ok(heap::alloc(&vm.types.memory_iterator, Native(Extension::new(iterator))).into())
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let Some(this) = this.native::<Iterator>() else {
        return Ok(None);
    };
    let at = this.at.get();
    if at >= this.end {
        return Ok(None);
    }
    this.at.set(at + 1);
    let view = open(vm, &this.view)?;
    let at = view.layout.position(vm, &[at])?;
    view.item_at(vm, at).map(Some)
}

// ---------------------------------------------------------------------------------------------
// Comparison

/// The memoryview of what one is compared with, if the object gives one.
fn compared(vm: &Vm, value: &Value) -> Option<Value> {
    if value.get::<MemoryView>().is_some() {
        return Some(value.clone());
    }
    let made = crate::types::memoryview::new(vm, value, buffer::FULL_RO);
    made.map_err(|_raised| drop(vm.take_pending())).ok()
}

/// Whether a memoryview equals another object; `None` when the other exposes no bytes.
fn equal(vm: &Vm, args: &[Value]) -> PyResult<Option<bool>> {
    let view = vm.this::<MemoryView>(args)?;
    let other = args[1].get::<MemoryView>();
    if args[0].is(&args[1]) && view.is_released() {
        return Ok(Some(true));
    }
    if view.is_released() || other.is_some_and(MemoryView::is_released) {
        return Ok(Some(false));
    }
    if !buffer::is_bytes_like(vm, &args[1]) {
        return Ok(None);
    }
    let Some(other) = compared(vm, &args[1]) else {
        return Ok(None);
    };
    let other = open(vm, &other)?;
    if view.layout.shape != other.layout.shape {
        return Ok(Some(false));
    }
    let (format_a, format_b) = (view.layout.format, other.layout.format);
    if !format_a.is_supported() || !format_b.is_supported() {
        return Ok(Some(false));
    }
    let (a, b) = (view.view(vm)?, other.view(vm)?);
    if format_a == format_b && format_a.compares_by_bytes() {
        return Ok(Some(*a == *b));
    }
    let items = a
        .chunks_exact(format_a.size())
        .zip(b.chunks_exact(format_b.size()));
    for (a, b) in items {
        let (a, b) = (format_a.unpack(vm, a)?, format_b.unpack(vm, b)?);
        // A NaN is not even equal to itself.
        if !ops::compare_bool(vm, ops::Compare::Eq, &a, &b)? {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

pub(super) fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(equal(vm, args)?.map_or(Value::NotImplemented, Value::bool))
}

pub(super) fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(equal(vm, args)?.map_or(Value::NotImplemented, |equal| Value::bool(!equal)))
}
