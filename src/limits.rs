//! Limits on what a program may use: steps, time and memory. They are looked at where the interpreter
//! looks for signals, at loop turns and calls, native loops included.
//!
//! What a program may reach of the machine is the business of the host; how deep calls nest that of
//! `sys.setrecursionlimit`.

use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::vm::Vm;
use std::cell::{Cell, OnceCell};
use std::time::Duration;

/// What a program may use; `None` is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Loop turns and calls. Ends in `dunder.StepLimitExceeded`.
    pub steps: Option<u64>,
    /// Time on the host's clock. Ends in `dunder.TimeLimitExceeded`.
    pub time: Option<Duration>,
    /// Bytes of memory the process has grown by. Ends in `MemoryError`.
    pub memory: Option<u64>,
}

impl Limits {
    fn is_any(&self) -> bool {
        self.steps.is_some() || self.time.is_some() || self.memory.is_some()
    }
}

/// What is left of the limits.
#[derive(Default)]
pub struct Budget {
    limits: Cell<Limits>,
    active: Cell<bool>,
    /// Steps not yet handed out.
    steps: Cell<u64>,
    /// On the host's clock.
    deadline: Cell<Option<Duration>>,
    /// What the process may have in use.
    memory: Cell<Option<u64>>,
    classes: OnceCell<Classes>,
}

/// The exceptions, which no `except Exception` catches.
pub struct Classes {
    /// `dunder.LimitExceeded`
    pub limit: Ref<Class>,
    /// `dunder.StepLimitExceeded`
    pub steps: Ref<Class>,
    /// `dunder.TimeLimitExceeded`
    pub time: Ref<Class>,
}

/// What a program at its limit gets for its end.
const LAST_STEPS: u64 = 100_000;
const LAST_TIME: Duration = Duration::from_secs(1);

/// Between two looks at the clock and the memory, in steps.
const PERIOD: u32 = 512;

impl Vm {
    /// Sets limits that count from now, instead of those there were. With `Limits::default()` there are none.
    pub fn set_limits(&self, limits: Limits) {
        let budget = &self.state.limits;
        let from_now = |time: Duration| self.host.monotonic().saturating_add(time);
        budget.limits.set(limits);
        budget.active.set(limits.is_any());
        budget.deadline.set(limits.time.map(from_now));
        // Only asked for when it matters: every start comes through here.
        let most = |bytes: u64| {
            let in_use = self.host.memory_in_use().unwrap_or(0);
            in_use.saturating_add(bytes)
        };
        budget.memory.set(limits.memory.map(most));
        budget.steps.set(limits.steps.unwrap_or(0));
        self.ticks.set(1);
    }

    /// Gives a program that has come to a limit what it takes to report its end and flush its streams.
    pub fn extend_limits(&self) {
        let budget = &self.state.limits;
        if budget.active.get() {
            let until = self.host.monotonic().saturating_add(LAST_TIME);
            budget
                .deadline
                .set(budget.deadline.get().map(|deadline| deadline.max(until)));
            budget.steps.set(budget.steps.get().max(LAST_STEPS));
            budget.memory.set(None);
            self.ticks.set(1);
        }
    }

    /// What is left of the time, if it is limited.
    pub fn time_left(&self) -> Option<Duration> {
        let deadline = self.state.limits.deadline.get()?;
        Some(deadline.saturating_sub(self.host.monotonic()))
    }

    /// The limits in force.
    pub fn limits(&self) -> Limits {
        self.state.limits.limits.get()
    }
}

/// How many steps, the one that has come here included, may pass before the next look, unless a limit is
/// exceeded.
///
/// # Errors
/// The limit's error. The next step is looked at again then, so that no handler can go on.
pub fn next_period(vm: &Vm) -> PyResult<u32> {
    if vm.host.memory_ran_short() {
        return Err(vm.memory_error(""));
    }
    let budget = &vm.state.limits;
    if !budget.active.get() {
        return Ok(PERIOD);
    }
    let limits = budget.limits.get();
    if let Some(deadline) = budget.deadline.get()
        && vm.host.monotonic() >= deadline
    {
        let seconds = limits.time.unwrap_or_default().as_secs_f64();
        return Err(exceeded(
            vm,
            &classes(vm).time,
            format!("more than {seconds} s"),
        ));
    }
    if let Some(most) = budget.memory.get()
        && vm.host.memory_in_use().is_some_and(|in_use| in_use > most)
    {
        let bytes = limits.memory.unwrap_or_default();
        return Err(vm.memory_error(format!("more than {bytes} bytes")));
    }
    let Some(steps) = limits.steps else {
        return Ok(PERIOD);
    };
    let left = budget.steps.get();
    if left == 0 {
        return Err(exceeded(
            vm,
            &classes(vm).steps,
            format!("more than {steps} steps"),
        ));
    }
    let grant = left.min(PERIOD.into());
    budget.steps.set(left - grant);
    Ok(grant as u32)
}

#[cold]
fn exceeded(vm: &Vm, class: &Ref<Class>, message: String) -> Raised {
    vm.raise(class, &message)
}

/// The exceptions' classes.
pub fn classes(vm: &Vm) -> &Classes {
    vm.state.limits.classes.get_or_init(|| {
        let base = &vm.exceptions.BaseException;
        let limit = class(
            vm,
            "LimitExceeded",
            base,
            "A limit set on the program is exceeded.",
        );
        let steps = class(
            vm,
            "StepLimitExceeded",
            &limit,
            "The program has made too many steps.",
        );
        let time = class(
            vm,
            "TimeLimitExceeded",
            &limit,
            "The program has run too long.",
        );
        Classes { limit, steps, time }
    })
}

/// Adds the exceptions to a module's namespace.
///
/// # Errors
/// None.
pub fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let own = classes(vm);
    for class in [&own.limit, &own.steps, &own.time] {
        drop(namespace.set_name(&vm.intern(&class.name_text()), class.value()));
    }
    Ok(())
}

/// `class name(base)` in the module `dunder`. Making it out of known good parts can't fail; if the program
/// has broken `type` so far that it does, its base stands for it.
fn class(vm: &Vm, name: &str, base: &Ref<Class>, doc: &str) -> Ref<Class> {
    let namespace = vm.dict();
    drop(namespace.set_name(&vm.intern("__module__"), vm.str("dunder")));
    drop(namespace.set_name(&vm.names.__doc__, vm.str(doc)));
    let args = [vm.str(name), vm.tuple(vec![base.value()]), namespace.into()];
    match vm.call(&vm.types.type_.value(), &args) {
        Ok(Value::Obj(made)) => made.downcast::<Class>().unwrap_or_else(|_| base.clone()),
        _ => {
            drop(vm.take_pending());
            base.clone()
        }
    }
}
