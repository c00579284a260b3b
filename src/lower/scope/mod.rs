//! Scopes: which names each block of a program binds and where each name it uses lives.
//!
//! This is Python 3.13's symbol table, built as a step of its own between parsing and lowering. It
//! knows nothing of values, slots or evaluation; the rest of lowering asks it two questions:
//!
//! * which scope does this piece of syntax open ([`ScopeTree::function`], [`ScopeTree::class`],
//!   [`ScopeTree::of`] for lambdas and comprehensions, ...), keyed by the node itself, so that
//!   lowering may walk the tree in whatever order it likes;
//! * what does this name mean here ([`ScopeTree::resolve`]).
//!
//! Names in a [`Scope`] are already mangled; [`Scope::mangle`] does the same to names that lowering
//! takes from the tree (attributes, keywords and imports as well as variables).
//!
//! `collect` makes the first pass, which finds every binding and use; `expr` is its part for
//! expressions and `declare` what both record. `resolve` makes the second pass, which decides
//! between local, cell, free and global; `order` then puts the variables in `co_varnames`'s order.

mod collect;
mod declare;
mod expr;
mod order;
mod resolve;
mod skipped;
#[cfg(test)]
mod tests;

use dunder_grammar::hash::{HashMap, RandomState};
use std::ops::Index;
use std::rc::Rc;

use dunder_grammar::ast::{
    Ast, ClassDef, Expr, ExprKind, FunctionDef, Ident, TypeAlias, TypeParam,
};
use dunder_grammar::{LineIndex, Span, SyntaxError};

use declare::flag;

/// Names with what belongs to them, in order of first appearance.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;

/// Names in order of first appearance.
pub type IndexSet<T> = indexmap::IndexSet<T, RandomState>;

/// Builds the scopes of `ast`, the tree of `source`, and makes the checks that need them.
///
/// The tree finds scopes by the address of their syntax node, so `ast` must stay where it is for as
/// long as the result is used.
pub fn analyse(ast: &Ast, source: &str, lines: &LineIndex) -> Result<ScopeTree, SyntaxError> {
    analyse_with(ast, source, lines, Options::default())
}

/// As [`analyse`], for code that inherits settings from the code that compiles it.
pub fn analyse_with(
    ast: &Ast,
    source: &str,
    lines: &LineIndex,
    options: Options,
) -> Result<ScopeTree, SyntaxError> {
    let mut table = collect::collect(ast, source, lines, options)?;
    resolve::resolve(&mut table)?;
    order::order(&mut table);
    table.finish()
}

/// The mistake in the names of `ast`, if there is one: CPython tells it rather than those of its compiler.
pub fn mistake(
    ast: &Ast,
    source: &str,
    lines: &LineIndex,
    options: Options,
) -> Option<SyntaxError> {
    let table = collect::collect(ast, source, lines, options);
    table
        .and_then(|mut table| resolve::resolve(&mut table))
        .err()
}

/// What analysis depends on besides the tree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// `from __future__ import annotations` is in force already.
    pub future_annotations: bool,
    /// Asynchronous comprehensions outside functions were asked for: that is refused as not supported.
    pub top_level_await: bool,
}

/// The number of a scope in [`ScopeTree::scopes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub u32);

impl ScopeId {
    /// The module's (or the expression's) own scope.
    pub const TOP: ScopeId = ScopeId(0);
}

/// All scopes of one compilation.
#[derive(Debug)]
pub struct ScopeTree {
    /// In preorder: a scope comes after its parent. The first is the module's or expression's.
    pub scopes: Vec<Scope>,
    /// Whether annotations stay unevaluated strings. Their names and scopes are then not recorded.
    pub future_annotations: bool,
    by_node: HashMap<(usize, ScopeKind), ScopeId>,
}

impl Index<ScopeId> for ScopeTree {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }
}

/// What opened a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// A file, an interactive statement or an expression.
    Module,
    /// `def`
    Function,
    /// `lambda`
    Lambda,
    /// `class`
    Class,
    /// `[x for ...]`
    ListComp,
    /// `{x for ...}`
    SetComp,
    /// `{k: v for ...}`
    DictComp,
    /// `(x for ...)`
    GenExpr,
    /// The type parameters of a generic function, class or alias; the parent of its own scope.
    TypeParams,
    /// The lazily evaluated value of a `type` statement.
    TypeAlias,
    /// The lazily evaluated bound or constraints of a type variable.
    TypeVarBound,
    /// The lazily evaluated default of a type parameter.
    TypeVarDefault,
}

/// Where a name lives, as seen from one scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolution {
    /// Bound here and used by no nested function.
    Local,
    /// Bound here and used by a nested function.
    Cell,
    /// Bound by an enclosing function.
    Free,
    /// Declared `global`.
    GlobalExplicit,
    /// Bound nowhere around: a global or a built-in.
    GlobalImplicit,
}

/// How code in a scope reads a name; stores and deletions differ only as noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// A slot of the frame. Unbound: `UnboundLocalError`.
    Fast,
    /// A cell that the frame owns. Unbound: `UnboundLocalError`.
    Cell,
    /// A cell from the function's closure. Unbound: `NameError` about a free variable.
    Free,
    /// The global namespace, then the built-ins.
    Global,
    /// The frame's namespace (`f_locals` of a module or class body), then globals, then built-ins.
    /// Stores and deletions touch only the namespace.
    Name,
    /// A class body's namespace, then the closure's cell. Stores and deletions go to the cell.
    NamespaceOrFree,
    /// In an annotation scope of a class: the class's namespace (found in `__classdict__`), then
    /// globals, then built-ins. Never stored to.
    ClassdictOrGlobal,
    /// In an annotation scope of a class: the class's namespace (found in `__classdict__`), then the
    /// closure's cell. Stores and deletions go to the cell.
    ClassdictOrFree,
}

/// What [`ScopeTree::resolve`] says of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The name after mangling.
    pub name: Ident,
    /// How to reach it.
    pub access: Access,
    /// For `Fast` and `Cell`, the scope that binds it: the scope asked about or, when that is an
    /// inlined comprehension, possibly one around it that shares its frame. For the others, the
    /// scope whose frame executes the access.
    pub owner: ScopeId,
}

/// One name of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol {
    /// Where the name lives.
    pub resolution: Resolution,
    pub(crate) flags: u16,
}

/// A block of code with names of its own.
#[derive(Debug)]
pub struct Scope {
    /// What opened it.
    pub kind: ScopeKind,
    /// `co_name`, and what `__qualname__` is made of; for [`ScopeKind::Module`] it is `<module>`.
    pub name: Ident,
    /// The syntax that opened it.
    pub span: Span,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// The scopes directly inside, in the order in which CPython's symbol table lists them, inlined
    /// comprehensions included. Not the order of evaluation: look scopes up by node.
    pub children: Vec<ScopeId>,
    /// Every name used or bound, mangled, in order of first appearance.
    pub symbols: IndexMap<Ident, Symbol>,
    /// The class whose name private names are mangled with.
    pub class_name: Option<Ident>,
    /// In the type parameter scope of a class (and what it holds), only these names are mangled.
    pub(crate) mangled_only: Option<Rc<IndexSet<Ident>>>,
    /// Parameters in the order of `co_varnames`: positional, keyword-only, `*args`, `**kwargs`.
    pub params: Vec<Ident>,
    /// `co_varnames`: parameters, then locals in the order in which the code first touches them.
    pub varnames: Vec<Ident>,
    /// `co_cellvars`.
    pub cellvars: Vec<Ident>,
    /// `co_freevars`.
    pub freevars: Vec<Ident>,
    /// The body contains `yield`, or this is a generator expression.
    pub is_generator: bool,
    /// `async def`, or the body contains `await` or an asynchronous comprehension.
    pub is_coroutine: bool,
    /// Somewhere inside a function.
    pub nested: bool,
    /// A comprehension that runs in the frame of the scope around it (PEP 709).
    pub inlined: bool,
    /// A class: a method needs the `__class__` cell, which the class statement fills.
    pub needs_class_cell: bool,
    /// A class: an annotation scope needs the `__classdict__` cell, which holds the namespace.
    pub needs_classdict: bool,
    /// An annotation scope directly in a class: names come from the class's namespace first.
    pub sees_class_scope: bool,
    /// Contains `from x import *`; only a module may.
    pub star_import: bool,
    /// A class's `__static_attributes__`: what its methods assign through `self`.
    pub static_attributes: IndexSet<Ident>,
    /// Which functions that look at the frame are read by name here.
    pub hints: Hints,
}

/// Names read in a scope whose usual meaning is a function that inspects its caller's frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints {
    /// `locals`
    pub locals: bool,
    /// `vars`
    pub vars: bool,
    /// `dir`
    pub dir: bool,
    /// `eval`
    pub eval: bool,
    /// `exec`
    pub exec: bool,
    /// `super`
    pub super_: bool,
}

impl ScopeTree {
    /// The scope of a function's body.
    pub fn function(&self, def: &FunctionDef) -> ScopeId {
        self.at(def, ScopeKind::Function)
    }

    /// The scope of a class's body.
    pub fn class(&self, def: &ClassDef) -> ScopeId {
        self.at(def, ScopeKind::Class)
    }

    /// The scope of a lambda or a comprehension; `expr` must be one.
    pub fn of(&self, expr: &Expr) -> ScopeId {
        let kind = match expr.kind {
            ExprKind::ListComp { .. } => ScopeKind::ListComp,
            ExprKind::SetComp { .. } => ScopeKind::SetComp,
            ExprKind::DictComp(_) => ScopeKind::DictComp,
            ExprKind::GeneratorExp { .. } => ScopeKind::GenExpr,
            _ => ScopeKind::Lambda,
        };
        self.at(expr, kind)
    }

    /// The scope around a generic function, class or alias with these type parameters.
    pub fn type_params(&self, params: &[TypeParam]) -> ScopeId {
        self.at(params, ScopeKind::TypeParams)
    }

    /// The scope of an alias's value.
    pub fn type_alias(&self, alias: &TypeAlias) -> ScopeId {
        self.at(alias, ScopeKind::TypeAlias)
    }

    /// The scope of a type variable's bound; it must have one.
    pub fn bound(&self, param: &TypeParam) -> ScopeId {
        self.at(param, ScopeKind::TypeVarBound)
    }

    /// The scope of a type parameter's default; it must have one.
    pub fn default(&self, param: &TypeParam) -> ScopeId {
        self.at(param, ScopeKind::TypeVarDefault)
    }

    fn at<T: ?Sized>(&self, node: &T, kind: ScopeKind) -> ScopeId {
        self.by_node[&(declare::address(node), kind)]
    }

    /// What `name`, as written, means in `scope`.
    pub fn resolve(&self, scope: ScopeId, name: &Ident) -> Resolved {
        let name = self[scope].mangle(name);
        let asked = self[scope].symbols.get(&name).map(|s| s.resolution);
        let (mut owner, mut own) = (scope, self[scope].symbols.get(&name));
        while let (true, Some(parent)) = (self[owner].inlined, self[owner].parent) {
            if let Some(symbol) = own.filter(|symbol| symbol.is_variable_of_comprehension()) {
                let is_cell = symbol.resolution == Resolution::Cell;
                let access = if is_cell { Access::Cell } else { Access::Fast };
                return Resolved {
                    name,
                    access,
                    owner,
                };
            }
            owner = parent;
            own = self[owner].symbols.get(&name);
        }
        let host = &self[owner];
        let access = match own.map(|symbol| symbol.resolution) {
            // The names of a class's body don't exist for the comprehensions in it.
            _ if owner != scope && host.kind == ScopeKind::Class => match asked {
                Some(Resolution::Free) => Access::Free,
                _ => Access::Global,
            },
            found => host.access(found.or(asked).unwrap_or(Resolution::GlobalImplicit)),
        };
        Resolved {
            name,
            access,
            owner,
        }
    }

    /// The function, class or module whose frame runs `scope`: itself, or for an inlined
    /// comprehension the nearest scope around it that is not one.
    pub fn host(&self, mut scope: ScopeId) -> ScopeId {
        while let (true, Some(parent)) = (self[scope].inlined, self[scope].parent) {
            scope = parent;
        }
        scope
    }

    /// `__qualname__` (of a function, lambda or class) and `co_qualname`. Built anew at each call, in
    /// time proportional to its length, which is that of all the names around.
    pub fn qualname(&self, scope: ScopeId) -> String {
        let mut parts: Vec<&str> = vec![&self[scope].name];
        let mut inner = scope;
        while let Some(outer) = self.qualifier(inner) {
            parts.push(match self[outer].kind {
                ScopeKind::Function | ScopeKind::Lambda | ScopeKind::TypeAlias => ".<locals>.",
                _ => ".",
            });
            parts.push(&self[outer].name);
            inner = outer;
        }
        parts.reverse();
        parts.concat()
    }

    /// The scope whose qualified name starts that of `scope`.
    fn qualifier(&self, scope: ScopeId) -> Option<ScopeId> {
        let mut outer = self.host(self[scope].parent?);
        // What is written in a scope of type parameters counts as written around it.
        if self[outer].kind.is_type_parameters() {
            outer = self.host(self[outer].parent?);
        }
        let may_be_global = matches!(
            self[scope].kind,
            ScopeKind::Function | ScopeKind::Class | ScopeKind::TypeAlias
        );
        if may_be_global {
            let name = self[outer].mangle(&self[scope].name);
            let symbol = self[outer].symbols.get(&name);
            if symbol.is_some_and(|s| s.resolution == Resolution::GlobalExplicit) {
                return None;
            }
        }
        (outer != ScopeId::TOP).then_some(outer)
    }
}

impl ScopeKind {
    /// Whether CPython treats the scope's code as that of type parameters.
    fn is_type_parameters(self) -> bool {
        matches!(
            self,
            ScopeKind::TypeParams | ScopeKind::TypeVarBound | ScopeKind::TypeVarDefault
        )
    }
}

impl Symbol {
    /// A parameter.
    pub fn is_param(&self) -> bool {
        self.flags & flag::PARAM != 0
    }

    /// Assigned, deleted, defined or captured by a pattern; not merely a parameter or imported.
    pub fn is_assigned(&self) -> bool {
        self.flags & flag::LOCAL != 0
    }

    /// Bound by an import.
    pub fn is_imported(&self) -> bool {
        self.flags & flag::IMPORT != 0
    }

    /// Read.
    pub fn is_referenced(&self) -> bool {
        self.flags & flag::USED != 0
    }

    /// Has an annotation.
    pub fn is_annotated(&self) -> bool {
        self.flags & flag::ANNOTATED != 0
    }

    /// A type parameter.
    pub fn is_type_param(&self) -> bool {
        self.flags & flag::TYPE_PARAM != 0
    }

    /// The iteration variable of a comprehension.
    pub fn is_comp_iter(&self) -> bool {
        self.flags & flag::COMP_ITER != 0
    }

    /// Declared `nonlocal` here (or bound by `:=` in this comprehension for the function around).
    pub fn is_declared_nonlocal(&self) -> bool {
        self.flags & flag::NONLOCAL != 0
    }
}

impl Scope {
    /// `name` as code in this scope spells it: `__x` inside class `C` is `_C__x`.
    pub fn mangle(&self, name: &Ident) -> Ident {
        match &self.mangled_only {
            Some(only) if !only.contains(name) => name.clone(),
            _ => mangle(self.class_name.as_deref(), name),
        }
    }

    /// How this scope's own code reads a name that lives there.
    fn access(&self, resolution: Resolution) -> Access {
        let sees_class = self.sees_class_scope;
        match (resolution, self.kind) {
            (Resolution::GlobalExplicit, _) => Access::Global,
            (Resolution::Free, ScopeKind::Class) => Access::NamespaceOrFree,
            (Resolution::Free, _) if sees_class => Access::ClassdictOrFree,
            (Resolution::Free, _) => Access::Free,
            (_, ScopeKind::Class | ScopeKind::Module) => Access::Name,
            (Resolution::Local, _) => Access::Fast,
            (Resolution::Cell, _) => Access::Cell,
            (Resolution::GlobalImplicit, _) if sees_class => Access::ClassdictOrGlobal,
            (Resolution::GlobalImplicit, _) => Access::Global,
        }
    }
}

/// Mangles `name` as code directly inside the class named `class` does.
pub fn mangle(class: Option<&str>, name: &Ident) -> Ident {
    let Some(class) = class else {
        return name.clone();
    };
    let stripped = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || stripped.is_empty()
    {
        return name.clone();
    }
    format!("_{stripped}{name}").into()
}
