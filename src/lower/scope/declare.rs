//! What the first pass writes down: scopes entered and left, names bound and used, the order in
//! which code touches them, and the errors that follow from it. It does not walk the tree.

use dunder_grammar::hash::HashMap;
use std::rc::Rc;

use super::{IndexMap, IndexSet};
use dunder_grammar::ast::{Expr, Ident};
use dunder_grammar::{LineIndex, Span, SyntaxError};

use super::{Hints, Options, Resolution, Scope, ScopeId, ScopeKind, ScopeTree, Symbol};

/// Flags of a [`Symbol`], gathered over all its appearances in the scope.
pub(super) mod flag {
    /// Read.
    pub const USED: u16 = 1 << 0;
    /// Declared `global`.
    pub const GLOBAL: u16 = 1 << 1;
    /// Declared `nonlocal`.
    pub const NONLOCAL: u16 = 1 << 2;
    /// Bound by anything but an import or being a parameter.
    pub const LOCAL: u16 = 1 << 3;
    /// A parameter.
    pub const PARAM: u16 = 1 << 4;
    /// Bound by an import.
    pub const IMPORT: u16 = 1 << 5;
    /// Annotated.
    pub const ANNOTATED: u16 = 1 << 6;
    /// A type parameter.
    pub const TYPE_PARAM: u16 = 1 << 7;
    /// The iteration variable of a comprehension.
    pub const COMP_ITER: u16 = 1 << 8;
    /// Means something of its own here and, in scopes within, a variable further out.
    pub const FREE_CLASS: u16 = 1 << 9;
    /// Makes the name a variable of the scope.
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

/// The walk must stop: the error is in [`Table::error`]. Empty, so that the frames of the recursive
/// walk stay small.
#[derive(Debug)]
pub(super) struct Stopped;

/// What the walk's functions return.
pub(super) type Walk<T = ()> = Result<T, Stopped>;

/// What expressions that suspend or bind may not appear in.
#[derive(Clone, Copy)]
pub(super) enum Restriction {
    /// Nothing is forbidden.
    None,
    /// An annotation that is never evaluated. Its scope is thrown away after the checks.
    Annotation,
    /// A bound, constraint or default; the text says which.
    TypeVariable(&'static str),
    /// The value of a `type` statement.
    TypeAlias,
    /// The bases or annotations of something generic.
    Generic,
}

/// A step of a scope's code that matters for the order of its variables.
#[derive(Clone, Copy)]
pub(super) enum Event {
    /// Touches the symbol with this index.
    Name(u32),
    /// Runs a list, set or dict comprehension.
    Comprehension(ScopeId),
    /// Leaves through a `finally` block, whose code is repeated here: its index in
    /// [`Work::finally_bodies`].
    Finally(u32),
}

/// What `return`, `break` and `continue` leave on their way out.
#[derive(Clone, Copy)]
pub(super) enum Unwind {
    /// Stops `break` and `continue`.
    Loop,
    /// A `try` with this `finally` block.
    Finally(u32),
}

/// What only the passes need to know of a scope.
pub(super) struct Work {
    /// The address of the syntax node that opened it.
    pub node: usize,
    /// Which expressions may not appear directly inside.
    pub restriction: Restriction,
    /// Inside how many iterables of comprehensions the code being walked is.
    pub comp_iter_expr: u32,
    /// Whether the target of a comprehension is being walked.
    pub comp_iter_target: bool,
    /// The innermost class that is or contains this scope.
    pub class: Option<ScopeId>,
    /// Where names were declared global or nonlocal, for errors found by the second pass.
    pub directives: Vec<(Ident, Span)>,
    /// The first `return` with a value.
    pub returned_value: Option<Span>,
    /// What the code does, in the order of evaluation.
    pub events: Vec<Event>,
    /// The events of `finally` blocks.
    pub finally_bodies: Vec<Vec<Event>>,
    /// The loops and `try` statements around the statement being walked.
    pub unwind: Vec<Unwind>,
}

/// The scopes under construction.
pub(super) struct Table<'a> {
    pub source: &'a str,
    pub lines: &'a LineIndex,
    pub scopes: Vec<Scope>,
    pub work: Vec<Work>,
    pub current: ScopeId,
    pub future_annotations: bool,
    pub top_level_await: bool,
    pub error: Option<SyntaxError>,
    /// What CPython's compiler finds after its symbol table is complete.
    pub late_error: Option<(u32, SyntaxError)>,
}

/// The address of a syntax node, which identifies it for as long as the tree is borrowed.
pub(super) fn address<T: ?Sized>(node: &T) -> usize {
    std::ptr::from_ref(node).cast::<()>().addr()
}

impl ScopeKind {
    /// Whether variables live in the frame: everything but modules and classes.
    pub(super) fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    /// Whether this is a comprehension or generator expression.
    pub(super) fn is_comprehension(self) -> bool {
        self.is_inlinable() || self == ScopeKind::GenExpr
    }

    /// Whether this is a comprehension of the kinds that run in the frame around them.
    pub(super) fn is_inlinable(self) -> bool {
        matches!(
            self,
            ScopeKind::ListComp | ScopeKind::SetComp | ScopeKind::DictComp
        )
    }
}

impl<'a> Table<'a> {
    pub fn new(source: &'a str, lines: &'a LineIndex, options: Options) -> Table<'a> {
        Table {
            source,
            lines,
            scopes: Vec::new(),
            work: Vec::new(),
            current: ScopeId::TOP,
            future_annotations: options.future_annotations,
            top_level_await: options.top_level_await,
            error: None,
            late_error: None,
        }
    }

    /// The scope being walked.
    pub fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current.0 as usize]
    }

    /// The passes' notes on the scope being walked.
    pub fn work(&mut self) -> &mut Work {
        &mut self.work[self.current.0 as usize]
    }

    pub fn syntax_error(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError {
            only_message: true,
            ..SyntaxError::after_parsing(message, span, self.source, self.lines)
        }
    }

    pub fn fail<T>(&mut self, message: impl Into<String>, span: Span) -> Walk<T> {
        self.error = Some(self.syntax_error(message, span));
        Err(Stopped)
    }

    /// Notes an error that counts only if nothing else is wrong; the first in the file is reported.
    pub fn fail_late(&mut self, message: impl Into<String>, span: Span) {
        if self
            .late_error
            .as_ref()
            .is_none_or(|&(at, _)| span.start < at)
        {
            // CPython's compiler finds these.
            let error = SyntaxError::after_parsing(message, span, self.source, self.lines);
            self.late_error = Some((span.start, error));
        }
    }

    /// Opens a scope and makes it the current one.
    pub fn enter(&mut self, kind: ScopeKind, name: Ident, node: usize, span: Span) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        let parent = (!self.scopes.is_empty()).then_some(self.current);
        let mut scope = new_scope(kind, name, span, parent);
        let mut work = new_work(node);
        if let Some(parent) = parent {
            let outer = &mut self.scopes[parent.0 as usize];
            let outer_work = &self.work[parent.0 as usize];
            scope.nested = outer.nested || outer.kind.is_function_like();
            scope.class_name = outer.class_name.clone();
            if kind != ScopeKind::Class {
                scope.mangled_only = outer.mangled_only.clone();
            }
            work.comp_iter_expr = outer_work.comp_iter_expr;
            work.class = outer_work.class;
            outer.children.push(id);
        }
        if kind == ScopeKind::Class {
            work.class = Some(id);
        }
        self.scopes.push(scope);
        self.work.push(work);
        self.current = id;
        id
    }

    /// Returns to the scope around the current one.
    pub fn leave(&mut self) {
        if let Some(parent) = self.scope().parent {
            self.current = parent;
        }
    }

    /// Opens the scope of an annotation that is never evaluated.
    pub fn enter_annotation(&mut self) {
        let name = self.scope().name.clone();
        let span = self.scope().span;
        self.enter(ScopeKind::Module, name, 0, span);
        self.work().restriction = Restriction::Annotation;
    }

    /// Leaves such a scope and forgets it with all that is in it.
    pub fn leave_annotation(&mut self) {
        let first = self.current.0 as usize;
        self.leave();
        self.scope().children.pop();
        self.scopes.truncate(first);
        self.work.truncate(first);
    }

    /// The flags that `name` has in `scope` so far.
    pub fn flags(&self, scope: ScopeId, name: &Ident) -> u16 {
        let scope = &self.scopes[scope.0 as usize];
        let mangled = scope.mangle(name);
        scope.symbols.get(&mangled).map_or(0, |s| s.flags)
    }

    /// Records that the current scope's code does to `name` what `flags` say. The result is the
    /// symbol's index.
    pub fn define(&mut self, name: &Ident, flags: u16, span: Span) -> Walk<u32> {
        self.define_in(self.current, name, flags, span)
    }

    /// Records that code in the current scope makes `name` what `flags` say in `scope`.
    pub fn define_in(&mut self, scope: ScopeId, name: &Ident, flags: u16, span: Span) -> Walk<u32> {
        let mangled = self.scope().mangle(name);
        let (index, old) = {
            let symbols = &mut self.scopes[scope.0 as usize].symbols;
            let index = symbols
                .get_index_of(&mangled)
                .unwrap_or_else(|| symbols.insert_full(mangled.clone(), UNRESOLVED).0);
            (index, symbols[index].flags)
        };
        for (once, what) in [
            (flag::PARAM, DUPLICATE_ARGUMENT),
            (flag::TYPE_PARAM, DUPLICATE_TYPE_PARAM),
        ] {
            if flags & old & once != 0 {
                return self.fail(what.replace("{}", name), span);
            }
        }
        let mut new = old | flags;
        if self.work[scope.0 as usize].comp_iter_target {
            if new & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                return self.fail(
                    format!("comprehension inner loop cannot rebind assignment expression target '{name}'"),
                    span,
                );
            }
            new |= flag::COMP_ITER;
        }
        self.scopes[scope.0 as usize].symbols[index].flags = new;
        if flags & flag::PARAM != 0 {
            self.scopes[scope.0 as usize].params.push(mangled);
        } else if flags & flag::GLOBAL != 0 {
            // A global declared anywhere is a declared global of the module as well.
            let top = self.scopes[0].symbols.entry(mangled).or_insert(UNRESOLVED);
            top.flags |= flag::GLOBAL;
        }
        Ok(index as u32)
    }

    /// Records that the current scope's code touches a symbol.
    pub fn touch(&mut self, symbol: u32) {
        if self.scope().kind.is_function_like() {
            self.work().events.push(Event::Name(symbol));
        }
    }

    /// Records a binding of `name` by the code at this point.
    pub fn bind(&mut self, name: &Ident, flags: u16, span: Span) -> Walk {
        let symbol = self.define(name, flags, span)?;
        self.touch(symbol);
        Ok(())
    }

    /// The class around the code object that the current scope's code is part of.
    pub fn class_around(&self) -> Option<ScopeId> {
        let mut scope = &self.scopes[self.current.0 as usize];
        while let (true, Some(parent)) = (scope.kind.is_inlinable(), scope.parent) {
            scope = &self.scopes[parent.0 as usize];
        }
        self.work[scope.parent?.0 as usize].class
    }

    /// How many events the current scope has.
    pub fn mark(&mut self) -> usize {
        self.work().events.len()
    }

    /// Puts the events since `start` into the order of evaluation: those since `middle` first.
    pub fn swap_events(&mut self, start: usize, middle: usize) {
        self.work().events[start..].rotate_left(middle - start);
    }

    /// Records that control leaves the statements around it: all of them, or up to the loop.
    pub fn unwind(&mut self, up_to_loop: bool) {
        let Work { unwind, events, .. } = self.work();
        for step in unwind.iter().rev() {
            match *step {
                Unwind::Finally(body) => events.push(Event::Finally(body)),
                Unwind::Loop if up_to_loop => break,
                Unwind::Loop => {}
            }
        }
    }

    /// Forbids suspending or binding (`what`) where the current scope's code must do neither.
    pub fn check_restriction(&mut self, what: &str, expr: &Expr) -> Walk {
        let place = match self.work().restriction {
            Restriction::None => return Ok(()),
            Restriction::Annotation => "an annotation",
            Restriction::TypeVariable(which) => which,
            Restriction::TypeAlias => "a type alias",
            Restriction::Generic => "the definition of a generic",
        };
        self.fail(format!("{what} cannot be used within {place}"), expr.span)
    }

    /// The finished tree, unless the compiler would have rejected it after all.
    pub fn finish(self) -> Result<ScopeTree, SyntaxError> {
        if let Some((_, error)) = self.late_error {
            return Err(error);
        }
        let nodes = self.scopes.iter().zip(&self.work).zip(0u32..);
        let by_node: HashMap<_, _> = nodes
            .map(|((scope, work), id)| ((work.node, scope.kind), ScopeId(id)))
            .collect();
        Ok(ScopeTree {
            by_node,
            scopes: self.scopes,
            future_annotations: self.future_annotations,
        })
    }
}

/// A symbol that has appeared; the second pass finds out where it lives.
const UNRESOLVED: Symbol = Symbol {
    resolution: Resolution::GlobalImplicit,
    flags: 0,
};

const DUPLICATE_ARGUMENT: &str = "duplicate argument '{}' in function definition";
const DUPLICATE_TYPE_PARAM: &str = "duplicate type parameter '{}'";

fn new_scope(kind: ScopeKind, name: Ident, span: Span, parent: Option<ScopeId>) -> Scope {
    Scope {
        kind,
        name,
        span,
        parent,
        children: Vec::new(),
        symbols: IndexMap::default(),
        class_name: None,
        mangled_only: None,
        params: Vec::new(),
        varnames: Vec::new(),
        cellvars: Vec::new(),
        freevars: Vec::new(),
        is_generator: false,
        is_coroutine: false,
        nested: false,
        inlined: false,
        needs_class_cell: false,
        needs_classdict: false,
        sees_class_scope: false,
        star_import: false,
        static_attributes: IndexSet::default(),
        hints: Hints::default(),
    }
}

fn new_work(node: usize) -> Work {
    Work {
        node,
        restriction: Restriction::None,
        comp_iter_expr: 0,
        comp_iter_target: false,
        class: None,
        directives: Vec::new(),
        returned_value: None,
        events: Vec::new(),
        finally_bodies: Vec::new(),
        unwind: Vec::new(),
    }
}

/// A name that is no part of the source.
pub(super) fn synthetic(name: &str) -> Ident {
    Rc::from(name)
}
