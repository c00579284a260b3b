//! `_heapq`: heaps in lists, the smallest item first, or the largest one. What is made of these functions
//! is written in Python in `heapq`.

use super::NativeModule;
use crate::object::ops::{self, Compare};
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::args;
use crate::types::list::List;
use crate::vm::Vm;

/// The module.
pub const HEAPQ: NativeModule = NativeModule {
    name: "_heapq",
    doc: "Heap queues in lists.",
    functions: FUNCTIONS,
    fill: super::nothing,
};

static FUNCTIONS: &[Row] = &[
    method(
        "heappush(heap, item, /)",
        |vm, args| {
            let heap = Heap::of(vm, "heappush() argument 1", &args[0], false)?;
            heap.list.append(vm, args[1].clone())?;
            heap.up(0, heap.list.items.len().saturating_sub(1))?;
            Ok(Value::None)
        },
        "Add an item.",
    ),
    method(
        "heappushpop(heap, item, /)",
        pushpop,
        "heappush() and then heappop(), in one step.",
    ),
    method(
        "heappop(heap, /)",
        |vm, args| Heap::of(vm, "heappop() argument", &args[0], false)?.pop(),
        "Remove and return the smallest item; IndexError when there is none.",
    ),
    method(
        "heapreplace(heap, item, /)",
        |vm, args| Heap::of(vm, "heapreplace() argument 1", &args[0], false)?.replace(&args[1]),
        "heappop() and then heappush(), in one step.",
    ),
    method(
        "heapify(heap, /)",
        |vm, args| Heap::of(vm, "heapify() argument", &args[0], false)?.make(),
        "Turn a list into a heap, in place and in linear time.",
    ),
    method(
        "_heappop_max(heap, /)",
        |vm, args| Heap::of(vm, "_heappop_max() argument", &args[0], true)?.pop(),
        "heappop() for a heap whose largest item is the first.",
    ),
    method(
        "_heapreplace_max(heap, item, /)",
        |vm, args| Heap::of(vm, "_heapreplace_max() argument 1", &args[0], true)?.replace(&args[1]),
        "heapreplace() for such a heap.",
    ),
    method(
        "_heapify_max(heap, /)",
        |vm, args| Heap::of(vm, "_heapify_max() argument", &args[0], true)?.make(),
        "heapify() for such a heap.",
    ),
];

/// A list that is a heap.
struct Heap<'a> {
    vm: &'a Vm,
    list: &'a List,
    /// Whether the largest item comes first.
    largest: bool,
}

impl<'a> Heap<'a> {
    fn of(vm: &'a Vm, argument: &str, value: &'a Value, largest: bool) -> PyResult<Heap<'a>> {
        match value.get::<List>() {
            Some(list) => Ok(Heap { vm, list, largest }),
            None => Err(args::wrong_argument(vm, value, argument, "list")),
        }
    }

    fn get(&self, at: usize) -> PyResult {
        self.list
            .items
            .get(at)
            .ok_or(())
            .map_err(|()| self.changed())
    }

    #[cold]
    fn changed(&self) -> Raised {
        self.vm.runtime_error("list changed size during iteration")
    }

    /// Whether `a` belongs nearer to the root than `b`. The comparison must not change the list's size.
    #[inline]
    fn before(&self, a: &Value, b: &Value, size: usize) -> PyResult<bool> {
        let (a, b) = if self.largest { (b, a) } else { (a, b) };
        let before = ops::compare_bool(self.vm, Compare::Lt, a, b)?;
        match self.list.items.len() == size {
            true => Ok(before),
            false => Err(self.changed()),
        }
    }

    /// Moves the item at `at` towards the root at `start`, as far as it belongs.
    fn up(&self, start: usize, mut at: usize) -> PyResult<()> {
        let size = self.list.items.len();
        self.get(at)?;
        while at > start {
            let parent = (at - 1) / 2;
            // A comparison may have put something else there.
            if !self.before(&self.get(at)?, &self.get(parent)?, size)? {
                break;
            }
            self.list.items.swap(at, parent);
            at = parent;
        }
        Ok(())
    }

    /// Moves the item at `at` to its place among those below: all the way down, then up again, which
    /// takes fewer comparisons for an item that comes from the end.
    fn down(&self, mut at: usize) -> PyResult<()> {
        let start = at;
        let size = self.list.items.len();
        while 2 * at + 1 < size {
            let mut child = 2 * at + 1;
            if child + 1 < size && !self.before(&self.get(child)?, &self.get(child + 1)?, size)? {
                child += 1;
            }
            self.list.items.swap(at, child);
            at = child;
        }
        self.up(start, at)
    }

    fn make(&self) -> PyResult {
        for at in (0..self.list.items.len() / 2).rev() {
            self.down(at)?;
        }
        Ok(Value::None)
    }

    fn out_of_range(&self) -> Raised {
        self.vm.index_error("index out of range")
    }

    fn pop(&self) -> PyResult {
        let Some(last) = self.list.items.pop() else {
            return Err(self.out_of_range());
        };
        match self.list.items.set(0, last) {
            Ok(first) => {
                self.down(0)?;
                Ok(first)
            }
            Err(only) => Ok(only),
        }
    }

    fn replace(&self, item: &Value) -> PyResult {
        match self.list.items.set(0, item.clone()) {
            Ok(first) => {
                self.down(0)?;
                Ok(first)
            }
            Err(_) => Err(self.out_of_range()),
        }
    }
}

fn pushpop(vm: &Vm, args: &[Value]) -> PyResult {
    let heap = Heap::of(vm, "heappushpop() argument 1", &args[0], false)?;
    let Some(first) = heap.list.items.get(0) else {
        return Ok(args[1].clone());
    };
    if !ops::compare_bool(vm, Compare::Lt, &first, &args[1])? {
        return Ok(args[1].clone());
    }
    heap.replace(&args[1])
}
