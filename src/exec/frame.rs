//! The value stack and the frames on it: where arguments, locals and temporaries live while code runs.
//!
//! All unsafe code of the evaluator is here. What the nodes do with a frame is in the other files of
//! `exec`; the Python-visible frame object is in `types::frame`.

#![allow(unsafe_code)]

use crate::exec::operand::Argument;
use crate::exec::tree::Code;
use crate::object::heap::{Obj, Ref, ValueCell};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::frame::FrameObject;
use crate::types::function::Function;
use crate::vm::Vm;
use dunder_grammar::Span;
use smallvec::SmallVec;
use std::alloc::{Layout, alloc, dealloc};
use std::cell::{Cell, OnceCell, RefCell};
use std::mem::ManuallyDrop;
use std::ptr;
use std::rc::Rc;

/// Values the stack has room for. The memory is only touched as it is used.
const STACK_VALUES: usize = 4 << 20;

/// The stack of values: arguments and locals of all running frames. It never moves.
pub struct Stack {
    base: *mut Value,
    top: Cell<*mut Value>,
    end: *mut Value,
}

impl Stack {
    /// An empty stack.
    pub fn new() -> Stack {
        let layout = Stack::layout();
        // SAFETY: the layout is not empty; null is handled by an empty range, on which pushes fail.
        unsafe {
            let base = alloc(layout) as *mut Value;
            let end = if base.is_null() {
                base
            } else {
                base.add(STACK_VALUES)
            };
            Stack {
                base,
                top: Cell::new(base),
                end,
            }
        }
    }

    fn layout() -> Layout {
        Layout::array::<Value>(STACK_VALUES)
            .expect("the stack's size is a constant below isize::MAX")
    }

    /// Starts an argument list on top of the stack.
    #[inline(always)]
    pub fn args(&self) -> Args<'_> {
        Args {
            stack: self,
            base: self.top.get(),
            len: 0,
        }
    }
}

impl Default for Stack {
    fn default() -> Stack {
        Stack::new()
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        if !self.base.is_null() {
            // SAFETY: allocated with this layout in `new`; all Args and frames borrow the stack, so
            // none is left and all values above the base have been dropped.
            unsafe { dealloc(self.base as *mut u8, Stack::layout()) };
        }
    }
}

/// Values at the top of the stack: the arguments of a call being prepared, dropped with it.
///
/// Argument lists nest: one made later goes earlier, as Rust's scopes have it.
pub struct Args<'s> {
    stack: &'s Stack,
    base: *mut Value,
    len: usize,
}

impl<'s> Args<'s> {
    /// Adds an argument.
    ///
    /// # Errors
    /// RecursionError when the stack is full.
    #[inline(always)]
    pub fn push(&mut self, vm: &Vm, value: Value) -> PyResult<()> {
        // The top is known without loading it again: a chain of loads and stores of it through
        // memory would be the longest dependency of a call.
        // SAFETY: base + len stays between the stack's base and end; the slot there is free.
        unsafe {
            let top = self.base.add(self.len);
            debug_assert!(top == self.stack.top.get());
            if top == self.stack.end {
                return Err(stack_full(vm, value));
            }
            top.write(value);
            self.stack.top.set(top.add(1));
        }
        self.len += 1;
        Ok(())
    }

    /// Makes room by `Unbound` values up to `size` in all.
    ///
    /// # Errors
    /// RecursionError when the stack is full.
    #[inline(always)]
    pub fn extend_to(&mut self, vm: &Vm, size: usize) -> PyResult<()> {
        if size <= self.len {
            return Ok(());
        }
        // SAFETY: frames are small against the gap that `end` leaves before the allocation's end;
        // each slot written is free.
        unsafe {
            let new = self.base.wrapping_add(size);
            if new > self.stack.end {
                return Err(stack_full(vm, Value::Unbound));
            }
            let mut at = self.base.add(self.len);
            while at < new {
                at.write(Value::Unbound);
                at = at.add(1);
            }
            self.stack.top.set(new);
        }
        self.len = size;
        Ok(())
    }

    /// The number of arguments.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// The arguments.
    #[inline(always)]
    pub fn as_slice(&self) -> &[Value] {
        // SAFETY: the values from base on are initialised and stay until this list is dropped.
        unsafe { std::slice::from_raw_parts(self.base, self.len) }
    }
    /// The arguments, for rearrangement.
    #[inline(always)]
    pub fn as_mut_slice(&mut self) -> &mut [Value] {
        // SAFETY: as above, and the list is borrowed mutably.
        unsafe { std::slice::from_raw_parts_mut(self.base, self.len) }
    }
    /// Drops the arguments past the first `len`.
    pub fn truncate(&mut self, len: usize) {
        while self.len > len {
            self.len -= 1;
            // SAFETY: the value is initialised, and out of reach before it is dropped.
            unsafe {
                let at = self.base.add(self.len);
                self.stack.top.set(at);
                drop(at.read());
            }
        }
    }
}

/// Arguments that have just been pushed, for the one who calls: unlike [`Args`] they are not dropped
/// with it, so that they stay in registers on the way. Letting go of it leaks the values.
#[must_use]
pub struct Pushed {
    base: *mut Value,
    len: usize,
}

impl Frame<'_> {
    /// Pushes `first`, if there is one, and the values of the arguments. Where the number of arguments is
    /// known at compile time this becomes straight code.
    ///
    /// # Errors
    /// What an argument raises; RecursionError when the stack is full.
    #[inline(always)]
    pub fn push_all(&mut self, first: Option<Value>, list: &[Argument]) -> PyResult<Pushed> {
        let vm = self.vm;
        let stack = &vm.stack;
        let base = stack.top.get();
        let len = list.len() + usize::from(first.is_some());
        // The stack is not so near to the address space's end that this could wrap around.
        if base.wrapping_add(len) > stack.end {
            return Err(stack_full(vm, first.unwrap_or(Value::Unbound)));
        }
        let guard = Unfinished { stack, base };
        let mut top = base;
        // SAFETY (of the write): there is room for all of them; what evaluation pushes above is gone
        // again when it is over.
        let mut push = |value| {
            unsafe {
                top.write(value);
                top = top.add(1);
            }
            stack.top.set(top);
        };
        if let Some(first) = first {
            push(first);
        }
        for argument in list {
            push(argument.eval(self)?);
        }
        std::mem::forget(guard);
        Ok(Pushed { base, len })
    }
}

impl Stack {
    /// Pushes values that are there already.
    ///
    /// # Errors
    /// RecursionError when the stack is full.
    #[inline(always)]
    pub fn push_values<const N: usize>(&self, vm: &Vm, values: [Value; N]) -> PyResult<Pushed> {
        let base = self.top.get();
        let new = base.wrapping_add(N);
        if new > self.end {
            drop(values);
            return Err(stack_full(vm, Value::Unbound));
        }
        // SAFETY: there is room for them, above all that is in use.
        unsafe { (base as *mut [Value; N]).write(values) };
        self.top.set(new);
        Ok(Pushed { base, len: N })
    }
}

/// Drops what stands above `base`.
struct Unfinished<'s> {
    stack: &'s Stack,
    base: *mut Value,
}

impl Drop for Unfinished<'_> {
    #[cold]
    fn drop(&mut self) {
        while self.stack.top.get() > self.base {
            // SAFETY: the values from base to top are initialised; each is out of reach before it is
            // dropped.
            unsafe {
                let at = self.stack.top.get().sub(1);
                self.stack.top.set(at);
                drop(at.read());
            }
        }
    }
}

impl Pushed {
    /// The number of arguments.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// The arguments.
    #[inline(always)]
    pub fn as_slice(&self) -> &[Value] {
        // SAFETY: the values from base on are initialised and stay until whoever calls takes them over.
        unsafe { std::slice::from_raw_parts(self.base, self.len) }
    }
    /// Takes an argument, which leaves `Unbound`.
    #[inline(always)]
    pub fn take(&mut self, index: usize) -> Value {
        match index < self.len {
            // SAFETY: the value is initialised, and stays so.
            true => unsafe { ptr::replace(self.base.add(index), Value::Unbound) },
            false => Value::Unbound,
        }
    }
    /// Replaces an argument.
    #[inline(always)]
    pub fn put(&mut self, index: usize, value: Value) {
        if index < self.len {
            // SAFETY: the value is initialised, and stays so.
            drop(unsafe { ptr::replace(self.base.add(index), value) });
        }
    }
    /// The same with something else at the first place, for which `Unbound` leaves room.
    #[inline(always)]
    pub fn with_first(self, value: Value) -> Pushed {
        if self.len > 0 {
            // SAFETY: the value is initialised.
            drop(unsafe { ptr::replace(self.base, value) });
        }
        self
    }
    /// The same as a list that drops them.
    #[inline(always)]
    pub fn into_args(self, vm: &Vm) -> Args<'_> {
        Args {
            stack: &vm.stack,
            base: self.base,
            len: self.len,
        }
    }
    /// Drops them.
    #[inline(always)]
    pub fn dropped(self, vm: &Vm) {
        // SAFETY: the values are initialised, and the topmost ones.
        unsafe { vm.stack.drop_values(self.base, self.len) };
    }
    /// With as many `Unbound` values added as the frame needs.
    ///
    /// # Errors
    /// RecursionError when the stack is full.
    #[inline(always)]
    pub fn extended(self, vm: &Vm, size: usize) -> PyResult<Pushed> {
        if size <= self.len {
            return Ok(self);
        }
        let new = self.base.wrapping_add(size);
        if new > vm.stack.end {
            return Err(self.stack_full(vm));
        }
        // SAFETY: the slots up to `new` are within the stack, and free.
        unsafe {
            let mut at = self.base.add(self.len);
            while at < new {
                at.write(Value::Unbound);
                at = at.add(1);
            }
        }
        vm.stack.top.set(new);
        Ok(Pushed {
            base: self.base,
            len: size,
        })
    }
    /// With copies of `more` added.
    ///
    /// # Errors
    /// RecursionError when the stack is full.
    #[inline(always)]
    pub fn with_more(self, vm: &Vm, more: &[Value]) -> PyResult<Pushed> {
        let len = self.len + more.len();
        let new = self.base.wrapping_add(len);
        if new > vm.stack.end {
            return Err(self.stack_full(vm));
        }
        // SAFETY: the slots up to `new` are within the stack, and free.
        unsafe {
            let mut at = self.base.add(self.len);
            for value in more {
                at.write(value.clone());
                at = at.add(1);
            }
        }
        vm.stack.top.set(new);
        let base = self.base;
        Ok(Pushed { base, len })
    }
    #[cold]
    #[inline(never)]
    fn stack_full(self, vm: &Vm) -> Raised {
        drop(self.into_args(vm));
        stack_full(vm, Value::Unbound)
    }
}

impl<'s> Args<'s> {
    /// The same for a call.
    #[inline(always)]
    pub fn into_pushed(self) -> Pushed {
        let args = ManuallyDrop::new(self);
        Pushed {
            base: args.base,
            len: args.len,
        }
    }
}

#[cold]
#[inline(never)]
fn stack_full(vm: &Vm, value: Value) -> Raised {
    drop(value);
    vm.recursion_error("maximum recursion depth exceeded")
}

impl Drop for Args<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the values are initialised, and the topmost ones.
        unsafe { self.stack.drop_values(self.base, self.len) };
    }
}

impl Stack {
    /// Drops the topmost values.
    ///
    /// # Safety
    /// `len` initialised values stand from `base` on, and nothing above them.
    #[inline(always)]
    unsafe fn drop_values(&self, base: *mut Value, len: usize) {
        // SAFETY: as the caller says. They are dropped while still below the top, so that finalisers,
        // which push and pop above, can't overwrite those that remain.
        unsafe {
            let (mut at, end) = (base, base.add(len));
            while at < end {
                if let Value::Obj(_) = &*at {
                    drop(ptr::replace(at, Value::Unbound));
                }
                at = at.add(1);
            }
            self.top.set(base);
        }
    }
}

/// The cells for the free variables of a piece of code: most have few.
pub type Closure = SmallVec<[Ref<CellObject>; 2]>;

/// What names mean to a piece of code besides its locals.
pub struct Env {
    /// Module namespace.
    pub globals: Ref<Dict>,
    /// The namespace of builtins.
    pub builtins: Ref<Dict>,
    /// The cells for the free variables.
    pub closure: Closure,
    /// The namespace of a class body, module or `exec`; `Unbound` in functions.
    pub namespace: Value,
}

impl Env {
    /// The closure for somebody else. Most have nothing to be copied.
    #[inline]
    pub fn share_closure(&self) -> Closure {
        match self.closure.is_empty() {
            true => Closure::new(),
            false => self.closure.clone(),
        }
    }
}

/// Who is handed what a generator yields while the generator runs, so that it can go on at once.
pub trait Receiver {
    /// Takes the value yielded at `span`. Whether the body goes on: if not, it has to leave its frame as
    /// it stands, by `Flow::Yield`.
    fn receive(&self, f: &Frame<'_>, value: Value, span: Span) -> bool;
}

/// What is known of a running frame besides its slots.
pub struct FrameCore<'a> {
    /// The code.
    pub code: CodeRef<'a>,
    /// What names mean.
    pub env: &'a Env,
    /// The function object, when there is one.
    pub function: Option<&'a Ref<Function>>,
    /// Where execution is, as far as calls note it.
    pub span: Cell<Span>,
    /// What `return` or `yield` hands out.
    pub result: ValueCell,
    /// Who gets what is yielded without the body being left.
    pub receiver: Option<&'a dyn Receiver>,
    slots: *mut Value,
    size: usize,
    back: *const FrameCore<'a>,
    object: Cell<Option<Ref<FrameObject>>>,
}

impl std::ops::Deref for FrameCore<'_> {
    type Target = Env;
    fn deref(&self) -> &Env {
        self.env
    }
}

/// Access to a running frame's slots. Nodes get it by `&mut`, so that the borrow checker sees to it
/// that no reference to a local is held while another node runs.
pub struct Frame<'a> {
    slots: *mut Value,
    /// The interpreter.
    pub vm: &'a Vm,
    /// The rest of the frame.
    pub core: &'a FrameCore<'a>,
}

impl<'a> Frame<'a> {
    /// The value in a slot.
    #[inline(always)]
    pub fn get(&self, slot: u32) -> &Value {
        debug_assert!((slot as usize) < self.core.size);
        // SAFETY: lowering hands out slots below the code's frame size, and a body only ever runs
        // on a frame of that size (checked in debug builds).
        unsafe { &*self.slots.add(slot as usize) }
    }

    /// Stores in a slot and returns what was there.
    #[inline(always)]
    #[must_use = "dropping the old value may run user code; say so with drop()"]
    pub fn replace(&mut self, slot: u32, value: Value) -> Value {
        debug_assert!((slot as usize) < self.core.size);
        // SAFETY: as in `get`.
        unsafe { ptr::replace(self.slots.add(slot as usize), value) }
    }

    /// Stores in a slot, then drops what was there.
    #[inline(always)]
    pub fn set(&mut self, slot: u32, value: Value) {
        drop(self.replace(slot, value));
    }

    /// Stores in a slot where nothing is that would have to be dropped.
    #[inline(always)]
    pub fn put(&mut self, slot: u32, value: Value) {
        let old = ManuallyDrop::new(self.replace(slot, value));
        debug_assert!(!matches!(*old, Value::Obj(_)));
    }

    /// Takes the value out of a slot.
    #[inline(always)]
    pub fn take(&mut self, slot: u32) -> Value {
        self.replace(slot, Value::Unbound)
    }

    /// Mutable access to a slot.
    #[inline(always)]
    pub fn get_mut(&mut self, slot: u32) -> &mut Value {
        debug_assert!((slot as usize) < self.core.size);
        // SAFETY: as in `get`; the frame is borrowed mutably.
        unsafe { &mut *self.slots.add(slot as usize) }
    }

    /// Calls `run` as if this frame had been left: the one it was entered from is the innermost one
    /// meanwhile.
    #[inline(always)]
    pub fn outside<R>(&self, run: impl FnOnce() -> R) -> R {
        let inner = self.vm.frame.0.replace(self.core.back as *const ());
        let result = run();
        // If `run` unwinds, this frame's link sees to it.
        self.vm.frame.0.set(inner);
        result
    }

    /// Adds this frame, at `span`, to the pending exception's traceback.
    #[cold]
    #[inline(never)]
    pub fn trace(&self, span: Span, raised: Raised) -> Raised {
        self.core.span.set(span);
        crate::types::traceback::add(self.vm, self.core, span);
        raised
    }

    /// `result`, with this frame added to the traceback when it is an error.
    #[inline(always)]
    pub fn at<T>(&self, span: Span, result: PyResult<T>) -> PyResult<T> {
        match result {
            Ok(value) => Ok(value),
            Err(raised) => Err(self.trace(span, raised)),
        }
    }
}

/// A borrow of a code that is held by an `Rc`: one step nearer to the code than a borrow of the `Rc`.
#[derive(Clone, Copy)]
pub struct CodeRef<'a>(&'a Code);

impl std::ops::Deref for CodeRef<'_> {
    type Target = Code;
    #[inline(always)]
    fn deref(&self) -> &Code {
        self.0
    }
}

impl<'a> From<&'a Rc<Code>> for CodeRef<'a> {
    #[inline(always)]
    fn from(code: &'a Rc<Code>) -> CodeRef<'a> {
        CodeRef(code)
    }
}

impl CodeRef<'_> {
    /// The code with a count of its own.
    pub fn shared(self) -> Rc<Code> {
        let at: *const Code = self.0;
        // SAFETY: a CodeRef is only made of what an `Rc` holds, which outlives it.
        unsafe {
            Rc::increment_strong_count(at);
            Rc::from_raw(at)
        }
    }
}

/// The code of a function, which programs may replace even while it runs: every code it has had
/// stays alive as long as the function.
pub struct CodeCell {
    first: Rc<Code>,
    /// What `get` holds.
    code: Cell<*const Code>,
    later: OnceCell<Box<Later>>,
}

/// Code that has replaced a function's first one.
struct Later {
    /// One of `all`, or null for the first one.
    current: Cell<*const Rc<Code>>,
    /// Boxed, since `current` is an address.
    #[allow(clippy::vec_box)]
    all: RefCell<Vec<Box<Rc<Code>>>>,
}

impl CodeCell {
    /// A function's code.
    pub fn new(code: Rc<Code>) -> CodeCell {
        CodeCell {
            code: Cell::new(Rc::as_ptr(&code)),
            first: code,
            later: OnceCell::new(),
        }
    }
    /// The code to run now.
    #[inline(always)]
    pub fn get(&self) -> &Rc<Code> {
        match self.later.get() {
            None => &self.first,
            // SAFETY: null or the address of a box in `all`, from which nothing is ever removed.
            Some(later) => unsafe { later.current.get().as_ref() }.unwrap_or(&self.first),
        }
    }
    /// The code that the function was made with.
    #[inline(always)]
    pub fn first(&self) -> &Rc<Code> {
        &self.first
    }
    /// The code to run now, for calls.
    #[inline(always)]
    pub fn code(&self) -> CodeRef<'_> {
        // SAFETY: what `first` or one of `later` holds, from which nothing is ever removed.
        CodeRef(unsafe { &*self.code.get() })
    }
    /// Replaces the code.
    pub fn set(&self, code: Rc<Code>) {
        let at = Rc::as_ptr(&code);
        let later = self.later.get_or_init(|| {
            Box::new(Later {
                current: Cell::new(ptr::null()),
                all: RefCell::default(),
            })
        });
        self.code.set(at);
        if Rc::ptr_eq(&self.first, &code) {
            later.current.set(ptr::null());
            return;
        }
        let mut all = later.all.borrow_mut();
        let known = all.iter().find(|known| Rc::ptr_eq(known, &code));
        later.current.set(match known {
            Some(known) => &raw const **known,
            None => {
                let boxed = Box::new(code);
                let at = &raw const *boxed;
                all.push(boxed);
                at
            }
        });
    }
}

/// What a frame runs.
pub struct Entry<'a> {
    /// The code.
    pub code: CodeRef<'a>,
    /// What names mean.
    pub env: &'a Env,
    /// The function object, when there is one.
    pub function: Option<&'a Ref<Function>>,
    /// The frame object that stands for the frame already (a generator's).
    pub object: Option<Ref<FrameObject>>,
    /// What the frame's `result` starts with.
    pub result: Value,
    /// See [`FrameCore::receiver`].
    pub receiver: Option<&'a dyn Receiver>,
}

/// Runs `body` on a new frame whose slots are the arguments of the call.
#[inline(always)]
pub fn run<R>(
    vm: &Vm,
    entry: Entry<'_>,
    args: Pushed,
    body: impl FnOnce(&mut Frame<'_>) -> R,
) -> R {
    run_on::<true, R>(vm, entry, args.base, args.len, body)
}

/// Runs `body` on a frame whose slots a generator keeps between resumptions.
#[inline(always)]
pub fn run_on_heap<R>(
    vm: &Vm,
    entry: Entry<'_>,
    cells: &[ValueCell],
    body: impl FnOnce(&mut Frame<'_>) -> R,
) -> R {
    // SAFETY (of later use): ValueCell is a transparent wrapper of Value's storage; the frame is
    // the only one that uses the cells while the generator runs.
    run_on::<false, R>(vm, entry, cells.as_ptr() as *mut Value, cells.len(), body)
}

/// Runs `body` on a new frame, which is the interpreter's innermost one meanwhile.
#[inline(always)]
fn run_on<const ON_STACK: bool, R>(
    vm: &Vm,
    entry: Entry<'_>,
    slots: *mut Value,
    size: usize,
    body: impl FnOnce(&mut Frame<'_>) -> R,
) -> R {
    let core = ManuallyDrop::new(FrameCore {
        code: entry.code,
        env: entry.env,
        function: entry.function,
        span: Cell::new(entry.code.span),
        result: ValueCell::new(entry.result),
        receiver: entry.receiver,
        slots,
        size,
        back: vm.frame.0.get() as *const FrameCore,
        object: Cell::new(None),
    });
    let core: &FrameCore<'_> = &core;
    if let Some(object) = entry.object {
        object.live.set(&raw const *core as *const ());
        core.object.set(Some(object));
    }
    let mut running = Running::<ON_STACK>(Frame { slots, vm, core });
    vm.frame.0.set(&raw const *core as *const ());
    let result = body(&mut running.0);
    // Dropping it would do the same by an outlined copy that unwinding has.
    std::mem::forget(running);
    Running::<ON_STACK>::end(vm, core);
    result
}

/// Unlinks a frame however its body ends, and drops its slots if they are on the stack.
struct Running<'a, const ON_STACK: bool>(Frame<'a>);

impl<const ON_STACK: bool> Drop for Running<'_, ON_STACK> {
    #[cold]
    fn drop(&mut self) {
        Self::end(self.0.vm, self.0.core);
    }
}

impl<const ON_STACK: bool> Running<'_, ON_STACK> {
    /// The frame is over. Nothing of it is left to be dropped afterwards.
    #[inline(always)]
    fn end(vm: &Vm, core: &FrameCore<'_>) {
        vm.frame.0.set(core.back as *const ());
        core.end_object(vm);
        if ON_STACK {
            // SAFETY: the frame's slots, which it took over from the arguments of its call.
            unsafe { vm.stack.drop_values(core.slots, core.size) };
        }
        // Seldom anything: what `return` leaves there is taken by the caller.
        if !core.result.is_unbound() {
            core.drop_result();
        }
    }
}

/// The interpreter's innermost frame.
pub struct FrameLink(Cell<*const ()>);

impl Default for FrameLink {
    fn default() -> FrameLink {
        FrameLink(Cell::new(ptr::null()))
    }
}

impl Vm {
    /// Calls `f` with the `depth`-th frame from the innermost one, if there is one.
    pub fn with_frame<R>(&self, depth: usize, f: impl FnOnce(&FrameCore<'_>) -> R) -> Option<R> {
        let mut at = self.frame.0.get() as *const FrameCore<'_>;
        for _ in 0..depth {
            // SAFETY: the linked frames are on the native stack below us: each `run` unlinks its own
            // before it returns.
            at = unsafe { at.as_ref() }?.back;
        }
        // SAFETY: as above.
        unsafe { at.as_ref() }.map(f)
    }
}

impl FrameCore<'_> {
    /// A copy of the value in a slot.
    pub fn slot(&self, slot: u32) -> Value {
        if slot as usize >= self.size {
            return Value::Unbound;
        }
        // SAFETY: within the frame's slots; cloning runs no user code.
        unsafe { (*self.slots.add(slot as usize)).clone() }
    }

    /// Stores in a slot, as a write through `f_locals` does.
    pub fn set_slot(&self, slot: u32, value: Value) {
        if (slot as usize) < self.size {
            // SAFETY: as above; the old value is dropped after the store.
            drop(unsafe { ptr::replace(self.slots.add(slot as usize), value) });
        }
    }

    /// The frame object that stands for this frame, made on first use.
    pub fn object(&self, vm: &Vm) -> Ref<FrameObject> {
        let object = match self.object.take() {
            Some(object) => object,
            None => FrameObject::alloc(vm, self, &raw const *self as *const ()),
        };
        self.object.set(Some(object.clone()));
        object
    }

    /// The frame object, if somebody has asked for it.
    #[inline(always)]
    pub fn existing_object(&self) -> Option<Ref<FrameObject>> {
        if !self.has_object() {
            return None;
        }
        let object = self.object.take()?;
        self.object.set(Some(object.clone()));
        Some(object)
    }

    /// Whether these cells are the frame's slots.
    pub fn has_slots(&self, cells: &[ValueCell]) -> bool {
        ptr::eq(self.slots, cells.as_ptr() as *mut Value) && !cells.is_empty()
    }

    /// A generator's body is over: its frame object, if somebody else holds it, keeps the locals and the frame
    /// that has resumed it.
    pub fn keep_locals(&self, vm: &Vm) {
        if let Some(object) = self.existing_object() {
            self.keep(vm, &object);
        }
    }

    fn keep(&self, vm: &Vm, object: &FrameObject) {
        object.keep(
            self,
            (0..self.size as u32).map(|slot| self.slot(slot)).collect(),
        );
        if let Some(back) = self.back_object(vm) {
            object.back.set(back.into());
        }
    }

    /// The object of the calling frame.
    pub fn back_object(&self, vm: &Vm) -> Option<Ref<FrameObject>> {
        // SAFETY: as in `with_frame`.
        unsafe { self.back.as_ref() }.map(|back| back.object(vm))
    }

    /// Visits the values in the slots.
    pub fn trace_slots(&self, visit: &mut dyn FnMut(&Obj)) {
        for slot in 0..self.size as u32 {
            if let Value::Obj(obj) = self.slot(slot) {
                visit(&obj);
            }
        }
    }

    /// Whether somebody has asked for the frame object.
    #[inline(always)]
    pub fn has_object(&self) -> bool {
        // SAFETY: a read, while nothing else runs.
        unsafe { (*self.object.as_ptr()).is_some() }
    }

    #[inline(always)]
    fn end_object(&self, vm: &Vm) {
        if self.has_object()
            && let Some(object) = self.object.take()
        {
            self.detach(vm, object);
        }
    }

    #[cold]
    #[inline(never)]
    fn drop_result(&self) {
        drop(self.result.take());
    }

    /// The frame ends: its object, if somebody else holds it, keeps the locals and the caller's frame.
    #[cold]
    #[inline(never)]
    fn detach(&self, vm: &Vm, object: Ref<FrameObject>) {
        object.live.set(ptr::null());
        if object.as_obj().count() > 1 && !self.code.is_resumable() {
            self.keep(vm, &object);
        }
    }
}

impl FrameObject {
    /// Calls `f` with the running frame this object stands for, unless it has ended.
    pub fn with_live<R>(&self, f: impl FnOnce(&FrameCore<'_>) -> R) -> Option<R> {
        let at = self.live.get() as *const FrameCore<'_>;
        // SAFETY: `detach` resets the pointer before the frame goes.
        unsafe { at.as_ref() }.map(f)
    }
}
