//! The executable tree's shared vocabulary: what a node can do, what statements answer, and the code
//! objects that own trees. The nodes are in the other files of `exec`; `lower` builds them.

use crate::exec::call_expr::Arguments;
use crate::exec::decision::Shortcut;
use crate::exec::deferred::Deferred;
use crate::exec::frame::{Env, Frame};
use crate::exec::iteration::Iterable;
use crate::exec::maker::{Maker, Stored};
use crate::object::heap::{Ref, WeakPtr};
use crate::object::shape::Name;
use crate::object::signature::Signature;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::function::Function;
use crate::types::native::NativeFunction;
use crate::vm::Vm;
use dunder_grammar::{LineIndex, Span};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// An expression.
pub trait Node {
    /// Computes the value.
    ///
    /// # Errors
    /// Whatever Python exception the expression raises; it is pending in the interpreter then, with
    /// this frame already in its traceback.
    fn eval(&self, f: &mut Frame<'_>) -> PyResult;

    /// As `eval`, for who only iterates over the value.
    ///
    /// # Errors
    /// As `eval`.
    fn iterable(&self, f: &mut Frame<'_>) -> PyResult<Iterable> {
        self.eval(f).map(Iterable::Value)
    }

    /// Whether the value is true.
    ///
    /// # Errors
    /// As `eval`, and what `__bool__` raises.
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        cond_of(self, f)
    }

    /// The value, where arguments, constants and remembered attributes tell it: nothing is called,
    /// changed or raised meanwhile. `None` where only `eval` can tell.
    fn leaf(&self, _leaf: &Leaf<'_>) -> Option<Value> {
        None
    }

    /// As `leaf`, for `cond`.
    fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        simple_truth(&self.leaf(leaf)?)
    }

    /// Whether it is worth while to try `leaf`: every way through can give a value.
    fn may_be_leaf(&self) -> bool {
        false
    }

    /// As `leaf`, for a statement that is a call: what is called may store something as `Stmt::leaf` may.
    fn leaf_step(&self, _leaf: &Leaf<'_>) -> Option<Value> {
        None
    }

    /// Whether it is worth while to try `leaf_step`.
    fn may_be_leaf_step(&self) -> bool {
        false
    }

    /// What `cond` is for integers, if it is a comparison of locals.
    fn shortcut(&self) -> Option<Shortcut> {
        None
    }

    /// Where the expression stands.
    fn span(&self) -> Span;

    /// The node's type, for people.
    fn kind(&self) -> &'static str {
        std::any::type_name::<Self>()
    }
}

/// What a body sees that is evaluated without a frame (`Node::leaf`): most calls of short functions need
/// none, since nothing is called by them that could look for one.
pub struct Leaf<'a> {
    /// The interpreter.
    pub vm: &'a Vm,
    /// The arguments: all locals there are.
    pub args: &'a [Value],
    /// What names mean.
    pub env: &'a Env,
    /// In how many other such bodies it is called.
    pub level: u32,
    /// Whether something may be stored: in the outermost body, which knows how far it has come, and in those
    /// of a single statement that are called by such statements.
    pub may_store: bool,
}

impl<'a> Leaf<'a> {
    /// How deep such bodies call one another. What is tried in vain is done again with a frame, so that
    /// this bounds what a call can cost.
    const LEVELS: u32 = 3;

    /// What a Python function returns that is called by the body, where [`Code::leaf`] tells.
    #[inline(always)]
    pub fn call(&self, function: &Value, args: &[Value]) -> Option<Value> {
        self.run(function.as_ref::<Function>()?, args)
    }

    #[inline(always)]
    fn run(&self, function: &Ref<Function>, args: &[Value]) -> Option<Value> {
        self.enter(function, args, false, |code, leaf| code.leaf(leaf).ok())
    }

    #[inline(always)]
    fn enter(
        &self,
        function: &Ref<Function>,
        args: &[Value],
        may_store: bool,
        run: impl FnOnce(&Code, &Leaf<'_>) -> Option<Value>,
    ) -> Option<Value> {
        let level = self.level + 1;
        let code = function.code.code();
        let vm = self.vm;
        let fits = code.leaf_credit.get() != 0 && code.plain_count == args.len() as u32;
        let deep = level > Leaf::LEVELS || vm.depth.get() + level >= vm.recursion_limit.get();
        if !fits || deep || vm.stack_is_low() || !vm.tick_quietly() {
            return None;
        }
        let leaf = Leaf {
            vm,
            args,
            env: &function.env,
            level,
            may_store,
        };
        run(&code, &leaf)
    }

    /// As `call`, for arguments that are evaluated after the first one.
    #[inline(always)]
    pub fn call_with<L: Arguments>(
        &self,
        function: &Value,
        this: &Value,
        args: &L,
    ) -> Option<Value> {
        let function = function.as_ref::<Function>()?;
        args.leaf(self, Some(this), |args| self.run(function, args))
    }

    /// As `call`, for a callee with arguments alone.
    #[inline(always)]
    pub fn call_alone<L: Arguments>(&self, callee: &Value, args: &L) -> Option<Value> {
        match callee.as_ref::<Function>() {
            // Recursion ends too seldom at once.
            Some(function) if std::ptr::eq(&function.env, self.env) => None,
            Some(function) => args.leaf(self, None, |args| self.run(function, args)),
            None => {
                let signature = callee.get::<NativeFunction>()?.alone()?;
                self.glance(signature, None, args, false)
            }
        }
    }

    /// What a native function or method returns, where that is told at a glance.
    #[inline(always)]
    pub fn glance<L: Arguments>(
        &self,
        signature: &Signature,
        this: Option<&Value>,
        args: &L,
        may_store: bool,
    ) -> Option<Value> {
        let count = args.list().values.len() + usize::from(this.is_some());
        let glance = signature.leaf(count, may_store)?;
        args.leaf(self, this, |args| match args {
            [a] => glance(self.vm, &[a]),
            [a, b] => glance(self.vm, &[a, b]),
            [a, b, c] => glance(self.vm, &[a, b, c]),
            _ => None,
        })
    }

    /// As `call`, for [`Node::leaf_step`].
    #[inline(always)]
    pub fn step_with<L: Arguments>(
        &self,
        function: &Value,
        this: &Value,
        args: &L,
    ) -> Option<Value> {
        let function = function.as_ref::<Function>()?;
        args.leaf(self, Some(this), |args| {
            self.enter(function, args, self.may_store, Code::leaf_step)
        })
    }
}

/// What `Node::cond` is for most nodes: whether the value is true.
///
/// # Errors
/// As `Node::cond`.
#[inline(always)]
pub fn cond_of<N: Node + ?Sized>(node: &N, f: &mut Frame<'_>) -> PyResult<bool> {
    let value = node.eval(f)?;
    truth_of(f, value, || node.span())
}

/// Whether a value is true, asked at a place.
///
/// # Errors
/// Those of `__bool__` and `__len__`.
#[inline(always)]
pub fn truth_of(f: &mut Frame<'_>, value: Value, span: impl FnOnce() -> Span) -> PyResult<bool> {
    match simple_truth(&value) {
        Some(truth) => Ok(truth),
        None => truth_at(f, value, span()),
    }
}

#[inline(never)]
fn truth_at(f: &mut Frame<'_>, value: Value, span: Span) -> PyResult<bool> {
    if value.obj().is_some() {
        f.core.span.set(span);
    }
    let result = crate::object::ops::truth(f.vm, &value);
    f.at(span, result)
}

/// Whether a value is true, where that needs nothing to be called.
#[inline]
pub fn simple_truth(value: &Value) -> Option<bool> {
    match value {
        Value::True => Some(true),
        Value::False | Value::None => Some(false),
        Value::Int(i) => Some(*i != 0),
        _ => None,
    }
}

/// An expression of any kind.
pub type Expr = Box<dyn Node>;

/// How a statement ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Flow {
    /// The next statement follows.
    Next,
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `return`: the value is in the frame's `result`.
    Return,
    /// An exception is pending.
    Raise,
    /// `yield`: the value is in the frame's `result`; running the tree again goes on there.
    Yield,
}

/// A statement.
pub trait Stmt {
    /// Executes it.
    fn exec(&self, f: &mut Frame<'_>) -> Flow;

    /// Executes it as the last statement of a body and gives what the body returns. This lets the
    /// value of a `return` travel in registers.
    ///
    /// # Errors
    /// Whatever Python exception it raises.
    fn run(&self, f: &mut Frame<'_>) -> PyResult {
        match self.exec(f) {
            Flow::Return => Ok(f.core.result.take()),
            Flow::Raise => Err(Raised),
            _ => Ok(Value::None),
        }
    }

    /// What `run` returns, if [`Node::leaf`] of what it evaluates tells. An attribute may be stored by it, if
    /// that is certain to work and ends no object; then there is an answer.
    fn leaf(&self, _leaf: &Leaf<'_>) -> Option<Value> {
        None
    }

    /// Whether the next statement follows this one, and has been executed when `leaf` has an answer.
    fn is_step(&self) -> bool {
        false
    }

    /// Whether a block may do without it.
    fn is_nothing(&self) -> bool {
        false
    }

    /// `leaf` for a whole body, which may be a part of it: then `done` says how many of its statements have
    /// been executed.
    fn leaf_body(&self, leaf: &Leaf<'_>, _done: &mut u32) -> Option<Value> {
        self.leaf(leaf)
    }

    /// Whether it is worth while to try `leaf_body`.
    fn may_be_leaf_body(&self) -> bool {
        self.may_be_leaf()
    }

    /// `run` for what `leaf_body` has left to be done.
    ///
    /// # Errors
    /// As `run`.
    fn run_rest(&self, f: &mut Frame<'_>, _done: u32) -> PyResult {
        self.run(f)
    }

    /// Whether it is worth while to try `leaf`: every way through can give a value.
    fn may_be_leaf(&self) -> bool {
        false
    }

    /// Whether it only stores arguments and constants as attributes of the first argument: adds them to the list.
    fn stores(&self, _list: &mut Vec<Stored>) -> bool {
        false
    }

    /// The node's type, for people.
    fn kind(&self) -> &'static str {
        std::any::type_name::<Self>()
    }
}

/// A statement of any kind.
pub type Statement = Box<dyn Stmt>;

/// A piece of source text that code came from.
pub struct Source {
    /// `co_filename`
    pub filename: Rc<str>,
    /// The text.
    pub text: Rc<str>,
    lines: OnceCell<LineIndex>,
}

impl Source {
    /// A source.
    pub fn new(filename: &str, text: &str) -> Source {
        Source {
            filename: filename.into(),
            text: text.into(),
            lines: OnceCell::new(),
        }
    }
    /// Where its lines start.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
    /// The line (from 1) of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.lines().line(offset)
    }
}

/// What kind of thing a code object's body is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// A module, or `exec`'s argument: names live in a namespace.
    Module,
    /// `eval`'s argument.
    Expression,
    /// A class body: names live in a namespace.
    Class,
    /// A function: names are slots.
    Function,
}

/// How calling a function of this code behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resumable {
    /// It runs.
    No,
    /// It makes a generator.
    Generator,
    /// It makes a coroutine.
    Coroutine,
    /// It makes an asynchronous generator.
    AsyncGenerator,
}

/// A function's parameters. They take the first slots of the frame, in the order: positional,
/// keyword-only, `*args`, `**kwargs` (CPython's `co_varnames` order).
#[derive(Clone, Copy, Default, Debug)]
pub struct Parameters {
    /// How many are positional-only.
    pub positional_only: u32,
    /// How many can be given by position.
    pub positional: u32,
    /// How many are keyword-only.
    pub keyword_only: u32,
    /// Whether there is a `*args`.
    pub varargs: bool,
    /// Whether there is a `**kwargs`.
    pub varkeywords: bool,
}

impl Parameters {
    /// Whether there are any.
    pub fn any(&self) -> bool {
        self.positional + self.keyword_only > 0 || self.varargs || self.varkeywords
    }
}

/// A slot that holds a cell: a local that inner functions see.
#[derive(Clone, Copy, Debug)]
pub struct CellSlot {
    /// The slot.
    pub slot: u32,
    /// Whether the cell starts with what the slot holds at entry (a parameter).
    pub parameter: bool,
}

/// Lowered code: a tree with what is needed to run it.
pub struct Code {
    /// `co_name`
    pub name: Name,
    /// `co_qualname`
    pub qualname: Name,
    /// Where it came from.
    pub source: Rc<Source>,
    /// The definition.
    pub span: Span,
    /// Where its first line, which is `co_firstlineno`, starts: a decorator's, or its own.
    pub first_at: Cell<u32>,
    /// Module, class or function.
    pub kind: CodeKind,
    /// What calling it makes.
    pub resumable: Resumable,
    /// The parameters.
    pub parameters: Parameters,
    /// Names of the first slots: parameters, then other locals. `co_varnames`, and cells after them.
    pub slot_names: Box<[Name]>,
    /// How many of `slot_names` are plain locals (`co_nlocals`).
    pub locals: u32,
    /// All slots, temporaries included.
    pub frame_size: u32,
    /// The slot in which a resumable body notes what it waits for.
    pub waiting: u32,
    /// A resumable body never waits while it handles an exception: what it delegates to can be
    /// resumed without going through its tree.
    pub direct: bool,
    /// A resumable body may wait within a `try` or `with`, which sees it closed.
    pub guarded: bool,
    /// Slots that hold cells.
    pub cells: Box<[CellSlot]>,
    /// Slots of the variables of comprehensions that run in this frame, and whether they hold cells.
    pub comprehension_slots: Box<[(u32, bool)]>,
    /// Names of the free variables, in the order of the closure's cells.
    pub free: Box<[Name]>,
    /// The doc string.
    pub doc: Value,
    /// `co_flags`
    pub flags: u32,
    /// With so many positional arguments a call needs no binding: there are no cells, no `*args`, no
    /// `**kwargs`, no keyword-only parameters, and it is not resumable. [`Code::NOT_PLAIN`] otherwise.
    pub plain_count: u32,
    /// How much longer it is worth while to try `Stmt::leaf`; 0 for never.
    pub leaf_credit: Cell<u8>,
    /// Makes instances if the body only stores its arguments.
    pub maker: Option<Box<Maker>>,
    /// Names for `co_names` and values for `co_consts`, as programs look at them.
    pub names: Box<[Name]>,
    /// See `names`.
    pub consts: Box<[Value]>,
    /// Where the statements stand, in the order of the source.
    pub statements: Box<[Span]>,
    /// Further places that somebody has asked about: see `Code::instruction`.
    pub positions: RefCell<Vec<Span>>,
    /// Code of functions and classes defined directly inside.
    pub nested: RefCell<Vec<Rc<Code>>>,
    /// The object that stands for it, while there is one.
    pub object: RefCell<Option<WeakPtr>>,
    /// Set while the body is yet to be compiled: then this is no code that runs.
    pub deferred: Option<Box<Deferred>>,
    /// The body, shared with copies made by `replace`. Its end without `return` means `None`. Boxed, since
    /// where a value of unknown type stands in an `Rc` takes reckoning.
    pub body: Rc<Statement>,
}

/// What `code.replace` changes.
#[derive(Default)]
pub struct CodeChanges {
    /// `co_name`
    pub name: Option<Name>,
    /// `co_qualname`
    pub qualname: Option<Name>,
    /// `co_flags`
    pub flags: Option<u32>,
    /// `co_filename`
    pub filename: Option<String>,
}

impl Code {
    /// No call goes without binding.
    pub const NOT_PLAIN: u32 = u32::MAX;
    /// What `leaf_credit` starts with and never exceeds.
    pub const LEAF_CREDIT: u8 = 200;

    /// What the body returns, where [`Stmt::leaf_body`] tells.
    ///
    /// # Errors
    /// How many statements have been executed.
    #[inline(always)]
    pub fn leaf(&self, leaf: &Leaf<'_>) -> Result<Value, u32> {
        let mut done = 0;
        let value = self.body.leaf_body(leaf, &mut done);
        self.settle(value.is_some());
        value.ok_or(done)
    }

    /// As `leaf`, for a body that is evaluated as a whole or not at all.
    #[inline(always)]
    fn leaf_step(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let value = self.body.leaf(leaf);
        self.settle(value.is_some());
        value
    }

    #[inline(always)]
    fn settle(&self, told: bool) {
        let credit = self.leaf_credit.get();
        if !told {
            // A body that calls itself has paid already.
            self.leaf_credit.set(credit.saturating_sub(2));
        } else if credit < Code::LEAF_CREDIT {
            self.leaf_credit.set(credit + 1);
        }
    }

    /// Whether calling it makes a generator or a kin of it.
    pub fn is_resumable(&self) -> bool {
        self.resumable != Resumable::No
    }
    /// The number that stands for a place where there is bytecode elsewhere (`f_lasti`): the offset
    /// of its entry in [`Code::places`].
    pub fn instruction(&self, place: Span) -> usize {
        let known = self.places().iter().position(|known| *known == place);
        2 * known.unwrap_or_else(|| {
            self.positions.borrow_mut().push(place);
            self.statements.len() + self.positions.borrow().len()
        })
    }
    /// The places that have a number: the definition, the statements, and those asked about.
    pub fn places(&self) -> Vec<Span> {
        let mut places = vec![self.entry_span()];
        places.extend(&self.statements);
        places.extend(&*self.positions.borrow());
        places
    }
    /// Whether a place is the definition of a generator or the like, where it stands before its body has begun:
    /// that has a line, and no columns. The loop of an asynchronous generator expression is in the very same place.
    pub fn is_before_body(&self, place: Span) -> bool {
        let looping =
            self.resumable == Resumable::AsyncGenerator && self.name.as_str() == Some("<genexpr>");
        self.resumable != Resumable::No && !looping && place == self.entry_span()
    }
    /// A copy with changes.
    pub fn changed(&self, changes: CodeChanges) -> Code {
        let source = match changes.filename {
            Some(filename) => Rc::new(Source::new(&filename, &self.source.text)),
            None => self.source.clone(),
        };
        let flags = changes.flags.unwrap_or(self.flags);
        Code {
            name: changes.name.unwrap_or_else(|| self.name.clone()),
            qualname: changes.qualname.unwrap_or_else(|| self.qualname.clone()),
            source,
            span: self.span,
            first_at: self.first_at.clone(),
            kind: self.kind,
            resumable: self.resumable,
            parameters: self.parameters,
            slot_names: self.slot_names.clone(),
            locals: self.locals,
            frame_size: self.frame_size,
            waiting: self.waiting,
            direct: self.direct,
            guarded: self.guarded,
            cells: self.cells.clone(),
            comprehension_slots: self.comprehension_slots.clone(),
            free: self.free.clone(),
            doc: self.doc.clone(),
            flags,
            plain_count: self.plain_count,
            leaf_credit: self.leaf_credit.clone(),
            maker: Maker::of(&**self.body, self.parameters.positional),
            names: self.names.clone(),
            consts: self.consts.clone(),
            statements: self.statements.clone(),
            positions: self.positions.clone(),
            nested: self.nested.clone(),
            object: RefCell::new(None),
            // Code objects are complete.
            deferred: None,
            body: self.body.clone(),
        }
    }
    /// `co_firstlineno`
    pub fn first_line(&self) -> u32 {
        self.source.line(self.first_at.get())
    }
    /// What a frame stands at before its first statement.
    pub fn entry_span(&self) -> Span {
        Span {
            start: self.first_at.get(),
            ..self.span
        }
    }
}
