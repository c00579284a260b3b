//! Exceptions and context managers: `raise`, `try`, `with`. Reference: 7.8, 8.4, 8.5.
//!
//! The variants that can be left and entered again by `yield` are in `exec::resumable`.

use crate::exec::assign::AnyTarget;
use crate::exec::frame::Frame;
use crate::exec::tree::{Expr, Flow, Statement, Stmt};
use crate::object::class::Class;
use crate::object::descriptor::{self, Binding};
use crate::object::exception::Exception;
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::checks;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use dunder_grammar::Span;

/// `raise exc from cause`
pub struct Raise {
    /// Absent in a bare `raise`.
    pub exc: Option<Expr>,
    /// After `from`.
    pub cause: Option<Expr>,
    /// The whole statement.
    pub span: Span,
}

impl Stmt for Raise {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Some(exc) = &self.exc else {
            return reraise(f, self.span);
        };
        let Ok(exc) = exc.eval(f) else {
            return Flow::Raise;
        };
        let cause = match &self.cause {
            Some(cause) => match cause.eval(f) {
                Ok(cause) => Some(cause),
                Err(_) => return Flow::Raise,
            },
            None => None,
        };
        f.core.span.set(self.span);
        let raised = match prepare(f.vm, exc, cause) {
            Ok(exception) => f.vm.raise_value(exception),
            Err(raised) => raised,
        };
        let _ = f.trace(self.span, raised);
        Flow::Raise
    }
}

/// A bare `raise`: what is being handled becomes pending again, its traceback untouched.
fn reraise(f: &mut Frame<'_>, span: Span) -> Flow {
    let handled = f.vm.handled.get();
    if handled.get::<Exception>().is_some() {
        let _ = f.vm.set_pending(handled);
    } else {
        let raised = f.vm.runtime_error("No active exception to reraise");
        let _ = f.trace(span, raised);
    }
    Flow::Raise
}

/// The exception instance to raise.
///
/// # Errors
/// TypeError when it is none, or what its constructor raises.
pub fn prepare(vm: &Vm, exc: Value, cause: Option<Value>) -> PyResult {
    let Some(exception) = instantiate(vm, exc)? else {
        return Err(vm.type_error("exceptions must derive from BaseException"));
    };
    if let Some(cause) = cause {
        let cause = if cause.is_none() {
            Value::Unbound
        } else {
            match instantiate(vm, cause)? {
                Some(cause) => cause,
                None => {
                    return Err(vm.type_error("exception causes must derive from BaseException"));
                }
            }
        };
        if let Some(payload) = exception.get::<Exception>() {
            payload.cause.set(cause);
            payload.suppress_context.set(true);
        }
    }
    let class = vm.class_of(&exception).clone();
    normalise(vm, &class, exception)
}

/// The exception, or one that the class makes of it where the class's metaclass says that the exception's class is
/// not derived from it. That can happen even to an exception's own class.
///
/// # Errors
/// What `__subclasscheck__` or the constructor raises.
pub fn normalise(vm: &Vm, class: &Ref<Class>, exception: Value) -> PyResult {
    let own = vm.class_of(&exception);
    let derived = match class.as_obj().class() == &vm.types.type_ {
        true => own.is_subclass(class),
        false => checks::issubclass(vm, &own.value(), &class.value())?,
    };
    match derived {
        true => Ok(exception),
        false => create(vm, &class.value(), Some(&exception)),
    }
}

/// An exception made of a value: of the items of a tuple, of anything else, or of nothing.
///
/// # Errors
/// What the constructor raises; TypeError when it makes something else.
pub fn create(vm: &Vm, class: &Value, value: Option<&Value>) -> PyResult {
    let made = match value.map(|value| (value, value.get::<Tuple>())) {
        None => vm.call(class, &[])?,
        Some((_, Some(tuple))) => vm.call(class, &tuple.items)?,
        Some((value, None)) => vm.call(class, std::slice::from_ref(value))?,
    };
    if made.get::<Exception>().is_some() {
        return Ok(made);
    }
    let class = ops::repr(vm, class)?;
    Err(vm.type_error(format!(
        "calling {class} should have returned an instance of BaseException, not {}",
        vm.type_name(&made)
    )))
}

/// An exception from an exception or an exception class; `None` from anything else.
///
/// # Errors
/// What the constructor raises; TypeError when it makes something else.
pub fn instantiate(vm: &Vm, exc: Value) -> PyResult<Option<Value>> {
    if exc.get::<Exception>().is_some() {
        return Ok(Some(exc));
    }
    match exc.get::<Class>() {
        Some(class) if class.is_subclass(&vm.exceptions.BaseException) => {
            let made = vm.call(&exc, &[])?;
            if made.get::<Exception>().is_some() {
                return Ok(Some(made));
            }
            let class = ops::repr(vm, &exc)?;
            Err(vm.type_error(format!(
                "calling {class} should have returned an instance of BaseException, not {}",
                ops::repr(vm, &vm.class_of(&made).value())?
            )))
        }
        _ => Ok(None),
    }
}

/// Whether an `except` clause with this type (or tuple of types) catches the exception.
///
/// # Errors
/// TypeError when the type is none.
pub fn matches(vm: &Vm, exception: &Value, typ: &Value) -> PyResult<bool> {
    let types = match typ.get::<Tuple>() {
        Some(tuple) => &tuple.items[..],
        None => std::slice::from_ref(typ),
    };
    // Only classes derived from BaseException have such instances.
    let is_exception_class = |t: &Value| {
        t.get::<Class>()
            .is_some_and(|c| c.instance_kind == Kind::Exception)
    };
    if !types.iter().all(is_exception_class) {
        return Err(
            vm.type_error("catching classes that do not inherit from BaseException is not allowed")
        );
    }
    let class = vm.class_of(exception);
    Ok(types
        .iter()
        .any(|t| t.get::<Class>().is_some_and(|t| class.is_subclass(t))))
}

/// One `except` clause.
pub struct Handler {
    /// Absent in a bare `except:`.
    pub typ: Option<Expr>,
    /// What the exception is bound to, and unbound from at the end.
    pub name: Option<AnyTarget>,
    /// The block.
    pub body: Statement,
    /// The whole clause.
    pub span: Span,
}

impl Handler {
    /// Whether the clause catches the exception.
    ///
    /// # Errors
    /// As evaluating the type, and [`matches()`].
    pub fn catches(&self, f: &mut Frame<'_>, exception: &Value) -> PyResult<bool> {
        let Some(typ) = &self.typ else {
            return Ok(true);
        };
        let value = typ.eval(f)?;
        let caught = matches(f.vm, exception, &value);
        f.at(self.span, caught)
    }

    /// Runs the block with the exception bound.
    pub fn run(&self, f: &mut Frame<'_>, exception: &Value) -> Flow {
        if let Some(name) = &self.name
            && name.assign(f, exception.clone()).is_err()
        {
            return Flow::Raise;
        }
        let flow = self.body.exec(f);
        if flow != Flow::Yield {
            self.unbind(f);
        }
        flow
    }

    /// "the exception is ... cleared at the end of the except clause", as if by `del` in a `finally`.
    pub fn unbind(&self, f: &mut Frame<'_>) {
        let Some(name) = &self.name else { return };
        if let Some(slot) = name.slot() {
            drop(f.take(slot));
            return;
        }
        let pending = f.vm.pending();
        if name.assign(f, Value::None).is_ok() && name.delete(f).is_err() {
            drop(f.vm.take_pending());
        }
        let _ = f.vm.set_pending(pending);
    }
}

/// `try` with `except` and `else`.
pub struct TryExcept {
    /// The block.
    pub body: Statement,
    /// The clauses.
    pub handlers: Box<[Handler]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
}

impl Stmt for TryExcept {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.body.exec(f) {
            Flow::Next => match &self.orelse {
                Some(orelse) => orelse.exec(f),
                None => Flow::Next,
            },
            Flow::Raise => self.handle(f),
            other => other,
        }
    }
}

impl TryExcept {
    #[inline(never)]
    fn handle(&self, f: &mut Frame<'_>) -> Flow {
        let exception = f.vm.take_pending();
        let previous = f.vm.handled.replace(exception.clone());
        let mut flow = None;
        for handler in &self.handlers {
            match handler.catches(f, &exception) {
                Ok(true) => {
                    flow = Some(handler.run(f, &exception));
                    break;
                }
                // The frame is where it looked last, as `f_lineno` tells.
                Ok(false) => f.core.span.set(handler.span),
                Err(Raised) => {
                    flow = Some(Flow::Raise);
                    break;
                }
            }
        }
        f.vm.handled.set(previous);
        match flow {
            Some(flow) => flow,
            None => {
                let _ = f.vm.set_pending(exception);
                Flow::Raise
            }
        }
    }
}

/// `try` with `finally`.
pub struct TryFinally {
    /// The block (a `TryExcept` when there are clauses).
    pub body: Statement,
    /// The `finally` block.
    pub finalbody: Statement,
}

impl Stmt for TryFinally {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.body.exec(f) {
            Flow::Raise => {
                let exception = f.vm.take_pending();
                let previous = f.vm.handled.replace(exception.clone());
                let flow = self.finalbody.exec(f);
                f.vm.handled.set(previous);
                if flow == Flow::Next {
                    let _ = f.vm.set_pending(exception);
                    return Flow::Raise;
                }
                flow
            }
            Flow::Return => {
                let result = f.core.result.take();
                match self.finalbody.exec(f) {
                    Flow::Next => {
                        f.core.result.set(result);
                        Flow::Return
                    }
                    other => other,
                }
            }
            flow => match self.finalbody.exec(f) {
                Flow::Next => flow,
                other => other,
            },
        }
    }
}

/// `with context as target: body`; several items are nested.
pub struct With {
    /// The context manager.
    pub context: Expr,
    /// The target after `as`.
    pub target: Option<AnyTarget>,
    /// The block.
    pub body: Statement,
}

/// A context manager that has been entered.
pub struct Entered {
    /// The bound `__exit__`.
    pub exit: Value,
    /// What `__enter__` returned.
    pub value: Value,
}

/// A special method of an object, about to be called.
pub struct Method {
    function: Value,
    /// What is passed first, for which no bound method has been made.
    this: Option<Value>,
}

impl Method {
    /// The object's method as the type has it, if there is one.
    fn find(vm: &Vm, this: &Value, special: Special) -> PyResult<Option<Method>> {
        let class = vm.class_of(this);
        let Some(method) = class.special(vm, special) else {
            return Ok(None);
        };
        descriptor::check_applies(vm, &method, this)?;
        if descriptor::binds_as_method(&method) {
            return Ok(Some(Method {
                function: method,
                this: Some(this.clone()),
            }));
        }
        let class = class.clone();
        let function = descriptor::get(vm, &method, Binding::Instance(this, &class))?;
        Ok(Some(Method {
            function,
            this: None,
        }))
    }

    fn call(&self, vm: &Vm, args: &[Value]) -> PyResult {
        match &self.this {
            Some(this) => vm.call_method_value(&self.function, this, args, &[]),
            None => vm.call(&self.function, args),
        }
    }

    /// The same as an object.
    fn bound(self, vm: &Vm) -> PyResult {
        match &self.this {
            Some(this) => {
                let class = vm.class_of(this).clone();
                descriptor::get(vm, &self.function, Binding::Instance(this, &class))
            }
            None => Ok(self.function),
        }
    }
}

/// Looks `__enter__` and `__exit__` up on the type and calls the first.
///
/// # Errors
/// TypeError when it is no context manager, or what `__enter__` raises.
pub fn enter(vm: &Vm, manager: &Value) -> PyResult<Entered> {
    let (enter, exit) = protocol(vm, manager)?;
    let exit = exit.bound(vm)?;
    let value = enter.call(vm, &[])?;
    Ok(Entered { exit, value })
}

/// `__enter__` and `__exit__`.
fn protocol(vm: &Vm, manager: &Value) -> PyResult<(Method, Method)> {
    let Some(enter) = Method::find(vm, manager, Special::Enter)? else {
        return Err(no_protocol(vm, manager, ""));
    };
    let Some(exit) = Method::find(vm, manager, Special::Exit)? else {
        return Err(no_protocol(vm, manager, " (missed __exit__ method)"));
    };
    Ok((enter, exit))
}

fn no_protocol(vm: &Vm, manager: &Value, missed: &str) -> Raised {
    let name = vm.type_name(manager);
    vm.type_error(format!(
        "'{name}' object does not support the context manager protocol{missed}"
    ))
}

/// The arguments of `__exit__` for an exception.
pub fn exit_args(vm: &Vm, exception: &Value) -> [Value; 3] {
    let traceback = exception
        .get::<Exception>()
        .and_then(|e| e.traceback.get().bound());
    [
        vm.class_of(exception).value(),
        exception.clone(),
        traceback.unwrap_or(Value::None),
    ]
}

impl Stmt for With {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(manager) = self.context.eval(f) else {
            return Flow::Raise;
        };
        f.core.span.set(self.context.span());
        let vm = f.vm;
        let entered = protocol(vm, &manager).and_then(|(enter, exit)| {
            let value = enter.call(vm, &[])?;
            Ok((exit, value))
        });
        let Ok((exit, value)) = f.at(self.context.span(), entered) else {
            return Flow::Raise;
        };
        let assigned = match &self.target {
            Some(target) => target.assign(f, value),
            None => {
                drop(value);
                Ok(())
            }
        };
        let flow = match assigned {
            Ok(()) => self.body.exec(f),
            Err(_) => Flow::Raise,
        };
        leave_by(f, &exit, flow, self.context.span())
    }
}

/// Calls the bound `__exit__` of a `with` whose block was left by `flow`.
pub fn leave(f: &mut Frame<'_>, exit: &Value, flow: Flow, span: Span) -> Flow {
    let exit = Method {
        function: exit.clone(),
        this: None,
    };
    leave_by(f, &exit, flow, span)
}

fn leave_by(f: &mut Frame<'_>, exit: &Method, flow: Flow, span: Span) -> Flow {
    let raised_at = f.core.span.replace(span);
    if flow == Flow::Raise {
        let exception = f.vm.take_pending();
        let previous = f.vm.handled.replace(exception.clone());
        let result = exit.call(f.vm, &exit_args(f.vm, &exception));
        let suppressed = f.at(span, result).and_then(|result| {
            let truth = ops::truth(f.vm, &result);
            f.at(span, truth)
        });
        f.vm.handled.set(previous);
        return match suppressed {
            Ok(true) => Flow::Next,
            Ok(false) => {
                f.core.span.set(raised_at);
                let _ = f.vm.set_pending(exception);
                Flow::Raise
            }
            Err(_) => Flow::Raise,
        };
    }
    let result = f.core.result.take();
    let called = exit.call(f.vm, &[Value::None, Value::None, Value::None]);
    if f.at(span, called).is_err() {
        return Flow::Raise;
    }
    f.core.result.set(result);
    flow
}

/// `try` with `except*`. Reference: 8.4.2, except* clause.
pub struct TryStar {
    /// The block.
    pub body: Statement,
    /// The clauses.
    pub handlers: Box<[Handler]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// Where a group that the clauses leave is raised.
    pub span: Span,
}

impl Stmt for TryStar {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.body.exec(f) {
            Flow::Next => match &self.orelse {
                Some(orelse) => orelse.exec(f),
                None => Flow::Next,
            },
            Flow::Raise => self.handle(f),
            other => other,
        }
    }
}

impl TryStar {
    fn handle(&self, f: &mut Frame<'_>) -> Flow {
        let original = f.vm.take_pending();
        let previous = f.vm.handled.replace(original.clone());
        let mut state = StarState::new(original);
        for handler in &self.handlers {
            let Some(typ) = &handler.typ else { continue };
            match state.matching(f, typ, handler.span) {
                Ok(Some(group)) => {
                    drop(f.vm.handled.replace(group.clone()));
                    let flow = handler.run(f, &group);
                    drop(f.vm.handled.replace(state.handled.clone()));
                    if flow == Flow::Raise {
                        state.raised.push(f.vm.take_pending());
                    }
                }
                Ok(None) => {}
                Err(Raised) => {
                    f.vm.handled.set(previous);
                    return Flow::Raise;
                }
            }
        }
        let left = state.finish(f.vm);
        f.vm.handled.set(previous);
        match left {
            Ok(None) => Flow::Next,
            Ok(Some(exception)) => {
                let _ = f.vm.set_pending(exception);
                Flow::Raise
            }
            Err(raised) => {
                let _ = f.trace(self.span, raised);
                Flow::Raise
            }
        }
    }
}

/// What the clauses of a `try`/`except*` have made of the exception so far.
pub struct StarState {
    /// What the block raised.
    pub original: Value,
    /// What no clause has handled yet.
    pub rest: Option<Value>,
    /// What is being handled where the next clause looks: what the last one that matched got.
    pub handled: Value,
    /// What clauses raised.
    pub raised: Vec<Value>,
}

impl StarState {
    /// The start: nothing is handled yet.
    pub fn new(original: Value) -> StarState {
        StarState {
            rest: Some(original.clone()),
            handled: original.clone(),
            original,
            raised: Vec::new(),
        }
    }

    /// The part of what is left that the clause at `clause` of this type handles, as a group.
    ///
    /// # Errors
    /// TypeError for a type that is none, or a group; what splitting raises.
    pub fn matching(
        &mut self,
        f: &mut Frame<'_>,
        typ: &Expr,
        clause: Span,
    ) -> PyResult<Option<Value>> {
        let types = typ.eval(f)?;
        let checked = check_star_types(f.vm, &types);
        f.at(clause, checked)?;
        let Some(rest) = self.rest.take() else {
            return Ok(None);
        };
        let vm = f.vm;
        let split = if vm
            .class_of(&rest)
            .is_subclass(&vm.exceptions.BaseExceptionGroup)
        {
            split_group(vm, &rest, &types)
        } else if matches(vm, &rest, &types)? {
            wrap(vm, &rest).map(|group| (Some(group), None))
        } else {
            Ok((None, Some(rest)))
        };
        let (matching, rest) = f.at(typ.span(), split)?;
        self.rest = rest;
        if let Some(matching) = &matching {
            self.handled = matching.clone();
        }
        Ok(matching)
    }

    /// What is to be raised after the clauses, if anything.
    ///
    /// # Errors
    /// What making the group raises.
    pub fn finish(mut self, vm: &Vm) -> PyResult<Option<Value>> {
        let naked = !vm
            .class_of(&self.original)
            .is_subclass(&vm.exceptions.BaseExceptionGroup);
        let mut all = self.raised;
        all.extend(self.rest.take());
        if naked {
            // It was wrapped for the one clause that can have handled it.
            all.truncate(1);
            return Ok(all.pop());
        }
        let (reraised, mut fresh): (Vec<Value>, Vec<Value>) = all
            .into_iter()
            .partition(|raised| same_metadata(raised, &self.original));
        if !reraised.is_empty() {
            let mut kept: Vec<Value> = Vec::new();
            reraised.iter().for_each(|part| leaves(vm, part, &mut kept));
            let matcher = crate::types::exception_group::Matcher::Instances(kept);
            fresh.extend(crate::types::exception_group::split(vm, &self.original, &matcher)?.0);
        }
        match fresh.len() {
            0 | 1 => Ok(fresh.pop()),
            _ => new_group(vm, fresh).map(Some),
        }
    }
}

/// Whether an exception is a part of the original group raised again: they share their metadata.
fn same_metadata(raised: &Value, original: &Value) -> bool {
    match (raised.get::<Exception>(), original.get::<Exception>()) {
        (Some(a), Some(b)) => {
            a.traceback.get().is(&b.traceback.get())
                && a.cause.get().is(&b.cause.get())
                && a.context.get().is(&b.context.get())
        }
        _ => false,
    }
}

fn leaves(vm: &Vm, value: &Value, out: &mut Vec<Value>) {
    match crate::types::exception_group::members(vm, value) {
        Some(members) => members.iter().for_each(|member| leaves(vm, member, out)),
        None => out.push(value.clone()),
    }
}

fn new_group(vm: &Vm, list: Vec<Value>) -> PyResult {
    let class = vm.exceptions.BaseExceptionGroup.value();
    vm.call(&class, &[vm.str(""), vm.list(list)])
}

/// A naked exception as a group of one.
fn wrap(vm: &Vm, exception: &Value) -> PyResult {
    let members = vm.tuple(vec![exception.clone()]);
    let class = vm.exceptions.BaseExceptionGroup.value();
    vm.call(&class, &[vm.str(""), members])
}

/// Splits by the group's own `split`, which a subclass may override.
fn split_group(vm: &Vm, group: &Value, types: &Value) -> PyResult<(Option<Value>, Option<Value>)> {
    let pair = vm.call_method(group, &vm.intern("split"), std::slice::from_ref(types))?;
    let Some(tuple) = pair.get::<Tuple>() else {
        return Err(vm.type_error(format!(
            "{}.split must return a tuple, not {}",
            vm.type_name(group),
            vm.type_name(&pair)
        )));
    };
    if tuple.items.len() < 2 {
        return Err(vm.type_error(format!(
            "{}.split must return a 2-tuple, got tuple of size {}",
            vm.type_name(group),
            tuple.items.len()
        )));
    }
    Ok((
        tuple.items[0].given().cloned(),
        tuple.items[1].given().cloned(),
    ))
}

fn check_star_types(vm: &Vm, types: &Value) -> PyResult<()> {
    let list = match types.get::<Tuple>() {
        Some(tuple) => tuple.items.to_vec(),
        None => vec![types.clone()],
    };
    for typ in &list {
        let Some(class) = typ
            .get::<Class>()
            .filter(|c| c.is_subclass(&vm.exceptions.BaseException))
        else {
            return Err(vm.type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            ));
        };
        if class.is_subclass(&vm.exceptions.BaseExceptionGroup) {
            return Err(vm.type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            ));
        }
    }
    Ok(())
}
