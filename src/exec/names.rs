//! Reading names that are not plain locals: cells, free variables, globals, built-ins and the
//! namespaces of modules and class bodies. Reference: 4.2, Naming and binding.
//!
//! Binding and deleting names is in `exec::assign`.

use crate::exec::frame::{Env, Frame};
use crate::exec::tree::{Leaf, Node};
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use dunder_grammar::Span;
use std::cell::Cell;

/// Raises UnboundLocalError for a local.
#[cold]
#[inline(never)]
pub fn unbound_local(f: &Frame<'_>, name: &Name, span: Span) -> Raised {
    let text =
        format!("cannot access local variable '{name}' where it is not associated with a value");
    let raised = f.vm.raise(&f.vm.exceptions.UnboundLocalError, &text);
    f.trace(span, raised)
}

/// Raises NameError for a free variable.
#[cold]
#[inline(never)]
pub fn unbound_free(f: &Frame<'_>, name: &Name, span: Span) -> Raised {
    let text = format!(
        "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
    );
    let raised =
        f.vm.name_error(&f.vm.exceptions.NameError, &name.value(), text);
    f.trace(span, raised)
}

/// Raises NameError for a global.
#[cold]
#[inline(never)]
pub fn undefined(f: &Frame<'_>, name: &Name, span: Span) -> Raised {
    let text = format!("name '{name}' is not defined");
    let raised =
        f.vm.name_error(&f.vm.exceptions.NameError, &name.value(), text);
    f.trace(span, raised)
}

/// A cell that the frame owns.
pub struct CellName {
    /// The slot that holds the cell.
    pub slot: u32,
    /// The variable.
    pub name: Name,
    /// Where it is read.
    pub span: Span,
}

impl Node for CellName {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        cell_value(f, self.slot, &self.name, self.span)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// The value in the cell in a slot.
///
/// # Errors
/// UnboundLocalError.
#[inline(always)]
pub fn cell_value(f: &Frame<'_>, slot: u32, name: &Name, span: Span) -> PyResult {
    let value = match f.get(slot).get::<CellObject>() {
        Some(cell) => cell.value.get(),
        None => Value::Unbound,
    };
    if value.is_unbound() {
        return Err(unbound_local(f, name, span));
    }
    Ok(value)
}

/// The value in a cell of the closure.
///
/// # Errors
/// NameError.
#[inline(always)]
pub fn free_value(f: &Frame<'_>, index: u32, name: &Name, span: Span) -> PyResult {
    let value = free_cell(f, index).map_or(Value::Unbound, |cell| cell.value.get());
    if value.is_unbound() {
        return Err(unbound_free(f, name, span));
    }
    Ok(value)
}

/// A cell from the function's closure.
pub struct FreeName {
    /// Its position in the closure.
    pub index: u32,
    /// The variable.
    pub name: Name,
    /// Where it is read.
    pub span: Span,
}

impl Node for FreeName {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        free_value(f, self.index, &self.name, self.span)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        leaf.env
            .closure
            .get(self.index as usize)?
            .value
            .get()
            .bound()
    }
    fn may_be_leaf(&self) -> bool {
        true
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// The closure's cell at `index`.
#[inline]
pub fn free_cell<'a>(f: &Frame<'a>, index: u32) -> Option<&'a Ref<CellObject>> {
    f.core.closure.get(index as usize)
}

/// The cell object itself, for making closures: from a slot or from the closure.
pub enum CellSource {
    /// A cell that the frame owns.
    Slot(u32),
    /// A cell from the closure.
    Free(u32),
}

impl CellSource {
    /// The cell.
    pub fn cell(&self, f: &Frame<'_>) -> Option<Ref<CellObject>> {
        match *self {
            CellSource::Slot(slot) => f.get(slot).as_ref::<CellObject>().cloned(),
            CellSource::Free(index) => free_cell(f, index).cloned(),
        }
    }
}

/// A global or built-in name.
pub struct GlobalName {
    /// The name.
    pub name: Name,
    /// Where it is read.
    pub span: Span,
    cache: GlobalCache,
}

/// Where a name was found last: its position among the globals, or that they lack it (by version)
/// and its position among the built-ins.
struct GlobalCache {
    at: Cell<u32>,
    absent_version: Cell<u64>,
    builtin_at: Cell<u32>,
}

impl GlobalName {
    /// A read of a global.
    pub fn new(name: Name, span: Span) -> GlobalName {
        let cache = GlobalCache {
            at: Cell::new(u32::MAX),
            absent_version: Cell::new(u64::MAX),
            builtin_at: Cell::new(u32::MAX),
        };
        GlobalName { name, span, cache }
    }

    /// The value, without the frame being traced when there is none.
    #[inline(always)]
    pub fn find(&self, f: &Frame<'_>) -> PyResult<Option<Value>> {
        match self.remembered(f.core.env) {
            Some(value) => Ok(Some(value)),
            None => self.find_slow(f),
        }
    }

    /// The value where it was found last.
    #[inline(always)]
    pub fn remembered(&self, env: &Env) -> Option<Value> {
        let at = self.cache.at.get();
        if at != u32::MAX {
            return env.globals.value_at(at, &self.name);
        }
        if env.globals.version() != self.cache.absent_version.get() {
            return None;
        }
        env.builtins
            .value_at(self.cache.builtin_at.get(), &self.name)
    }

    /// Of globals that are an instance of a subclass, which `exec` accepts, the item is asked for, and nothing is
    /// remembered.
    #[inline(never)]
    fn find_slow(&self, f: &Frame<'_>) -> PyResult<Option<Value>> {
        let globals = &f.core.globals;
        if *globals.as_obj().class() == f.vm.types.dict {
            return self.find_own(f);
        }
        match item_or_none(f, &globals.value(), &self.name)? {
            Some(value) => Ok(Some(value)),
            None => self.find_builtin(f),
        }
    }

    /// The value in the globals' own table, or else among the built-ins.
    fn find_own(&self, f: &Frame<'_>) -> PyResult<Option<Value>> {
        let globals = &f.core.globals;
        let unclear = globals.is_unclear(&self.name);
        if unclear && let Some(value) = globals.ask_name(f.vm, &self.name)? {
            return Ok(Some(value));
        }
        let is_plain = *globals.as_obj().class() == f.vm.types.dict;
        let learns = is_plain && !unclear && !f.vm.state.uncached.get();
        if let Some(at) = globals.position_of(&self.name) {
            if learns {
                self.cache.at.set(at);
            }
            return Ok(globals.get_name(&self.name));
        }
        if learns {
            self.cache.at.set(u32::MAX);
            self.cache.absent_version.set(globals.version());
        }
        self.find_builtin(f)
    }

    fn find_builtin(&self, f: &Frame<'_>) -> PyResult<Option<Value>> {
        match f.core.builtins.position_of(&self.name) {
            Some(at) => {
                self.cache.builtin_at.set(at);
                Ok(f.core.builtins.get_name(&self.name))
            }
            None => match f.core.builtins.ask_name(f.vm, &self.name)? {
                Some(value) => Ok(Some(value)),
                None => crate::interpreter::builtin_item(f.vm, &f.core.globals, &self.name),
            },
        }
    }

    #[inline(always)]
    fn or_undefined(&self, f: &Frame<'_>, found: PyResult<Option<Value>>) -> PyResult {
        match found {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err(undefined(f, &self.name, self.span)),
            Err(raised) => Err(f.trace(self.span, raised)),
        }
    }
}

impl Node for GlobalName {
    #[inline]
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let found = self.find(f);
        self.or_undefined(f, found)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.remembered(leaf.env)
    }
    fn may_be_leaf(&self) -> bool {
        true
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `mapping[name]`, `None` for KeyError.
fn item_or_none(f: &Frame<'_>, mapping: &Value, name: &Name) -> PyResult<Option<Value>> {
    match ops::get_item(f.vm, mapping, &name.value()) {
        Ok(value) => Ok(Some(value)),
        Err(raised) => {
            f.vm.swallow(&f.vm.exceptions.KeyError, raised)
                .map(|()| None)
        }
    }
}

/// What the frame's namespace (of a module or class body) holds under a name.
///
/// # Errors
/// What a namespace that is no dict raises.
pub fn from_namespace(f: &Frame<'_>, name: &Name) -> PyResult<Option<Value>> {
    match &f.core.namespace {
        Value::Unbound => Ok(None),
        namespace => match namespace.as_ref::<Dict>() {
            Some(dict) if *dict.as_obj().class() == f.vm.types.dict => Ok(dict.get_name(name)),
            _ => item_or_none(f, namespace, name),
        },
    }
}

/// A name in a module or class body: the namespace, then globals, then built-ins.
pub struct NamespaceName {
    /// The name, with the global lookup.
    pub global: GlobalName,
}

impl Node for NamespaceName {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let is_plain = *f.core.globals.as_obj().class() == f.vm.types.dict;
        let namespace = f.core.namespace.as_ref::<Dict>();
        let is_globals = is_plain && namespace.is_some_and(|dict| *dict == f.core.globals);
        if !is_globals
            && let Some(value) = f.at(self.global.span, from_namespace(f, &self.global.name))?
        {
            return Ok(value);
        }
        if is_plain {
            return self.global.eval(f);
        }
        let found = self.global.find_own(f);
        self.global.or_undefined(f, found)
    }
    fn span(&self) -> Span {
        self.global.span
    }
}

/// A name in a class body that an enclosing function binds: the namespace, then the cell.
pub struct NamespaceOrFree {
    /// The cell.
    pub free: FreeName,
}

impl Node for NamespaceOrFree {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        if let Some(value) = f.at(self.free.span, from_namespace(f, &self.free.name))? {
            return Ok(value);
        }
        self.free.eval(f)
    }
    fn span(&self) -> Span {
        self.free.span
    }
}

/// A name in an annotation scope of a class: the class's namespace in the `__classdict__` cell, then
/// what `rest` finds.
pub struct ClassdictName {
    /// Where the `__classdict__` cell is.
    pub classdict: CellSource,
    /// The name.
    pub name: Name,
    /// The lookup when the namespace lacks it.
    pub rest: crate::exec::tree::Expr,
}

impl Node for ClassdictName {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let namespace = self
            .classdict
            .cell(f)
            .map_or(Value::Unbound, |cell| cell.value.get());
        if !namespace.is_unbound()
            && let Some(value) = f.at(self.rest.span(), item_or_none(f, &namespace, &self.name))?
        {
            return Ok(value);
        }
        self.rest.eval(f)
    }
    fn span(&self) -> Span {
        self.rest.span()
    }
}
