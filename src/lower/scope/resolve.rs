//! The second pass: decides of every name whether it is local, a cell, free or global.
//!
//! Scopes are entered in preorder, where each name meets the bindings visible around its scope, and
//! left in postorder, where names free inside become cells here or pass on outwards. A list, set or
//! dict comprehension runs in the frame around it (PEP 709), but its variables stay its own: only
//! what functions inside it capture needs a cell of the enclosing function.

use dunder_grammar::hash::HashMap;

use dunder_grammar::SyntaxError;
use dunder_grammar::ast::Ident;

use super::declare::{Table, flag, synthetic};
use super::{IndexSet, Resolution, Scope, ScopeId, ScopeKind};

/// Makes the second pass.
pub(super) fn resolve(table: &mut Table) -> Result<(), SyntaxError> {
    let mut resolver = Resolver {
        visible: HashMap::default(),
        notes: table.scopes.iter().map(|_| Notes::default()).collect(),
        class_cell: synthetic("__class__"),
        classdict: synthetic("__classdict__"),
    };
    let mut open: Vec<usize> = Vec::new();
    for id in 0..table.scopes.len() {
        let parent = table.scopes[id].parent;
        while let Some(&innermost) = open.last()
            && parent != Some(ScopeId(innermost as u32))
        {
            resolver.leave(table, innermost);
            open.pop();
        }
        resolver.enter(table, id)?;
        open.push(id);
    }
    for id in open.into_iter().rev() {
        resolver.leave(table, id);
    }
    Ok(())
}

struct Resolver {
    /// What each name means to the scopes within the open ones: whether the innermost function that
    /// says something of it binds it (or else declares it global).
    visible: HashMap<Ident, Vec<bool>>,
    notes: Vec<Notes>,
    class_cell: Ident,
    classdict: Ident,
}

/// What is known of a scope while it is open.
#[derive(Default)]
struct Notes {
    /// The class whose namespace this annotation scope looks names up in.
    class: Option<usize>,
    /// Names of the scopes inside that are bound further out, and may be bound here.
    free_inside: IndexSet<Ident>,
    /// Those of them that a function captures; the others are uses by inlined comprehensions.
    captured: IndexSet<Ident>,
    /// The variables of inlined comprehensions that are cells.
    inlined_cells: IndexSet<Ident>,
    /// Names of this scope that are bound further out.
    free: IndexSet<Ident>,
}

impl Resolver {
    fn enter(&mut self, table: &mut Table, id: usize) -> Result<(), SyntaxError> {
        let parent = table.scopes[id].parent.map(|parent| parent.0 as usize);
        if let (true, Some(parent)) = (table.scopes[id].sees_class_scope, parent) {
            let in_class = table.scopes[parent].kind == ScopeKind::Class;
            self.notes[id].class = if in_class {
                Some(parent)
            } else {
                self.notes[parent].class
            };
        }
        let mut free = IndexSet::default();
        for index in 0..table.scopes[id].symbols.len() {
            let resolution = self.resolve(table, id, index)?;
            let symbols = &mut table.scopes[id].symbols;
            symbols[index].resolution = resolution;
            if let (Resolution::Free, Some((name, _))) = (resolution, symbols.get_index(index)) {
                free.insert(name.clone());
            }
        }
        self.notes[id].free = free;
        self.show(&table.scopes[id]);
        Ok(())
    }

    /// Where a symbol lives, as far as it doesn't depend on the scopes within.
    fn resolve(&self, table: &Table, id: usize, index: usize) -> Result<Resolution, SyntaxError> {
        let scope = &table.scopes[id];
        let Some((name, symbol)) = scope.symbols.get_index(index) else {
            return Ok(Resolution::GlobalImplicit);
        };
        let flags = symbol.flags;
        let is_visible = self.is_visible(name);
        if flags & flag::GLOBAL != 0 {
            if flags & flag::NONLOCAL != 0 {
                let message = format!("name '{name}' is nonlocal and global");
                return Err(error_at_declaration(table, id, name, message));
            }
            return Ok(Resolution::GlobalExplicit);
        }
        if flags & flag::NONLOCAL != 0 {
            let message = if scope.parent.is_none() {
                "nonlocal declaration not allowed at module level".to_owned()
            } else if !is_visible {
                format!("no binding for nonlocal '{name}' found")
            } else if is_type_param(table, scope, name) {
                format!("nonlocal binding not allowed for type parameter '{name}'")
            } else {
                return Ok(Resolution::Free);
            };
            return Err(error_at_declaration(table, id, name, message));
        }
        if flags & flag::BOUND != 0 {
            return Ok(Resolution::Local);
        }
        // A name of the class around an annotation scope hides those of functions further out; if
        // it isn't in the class's namespace after all, it is a global.
        if let Some(class) = self.notes[id].class {
            let in_class = table.scopes[class].symbols.get(name).map_or(0, |s| s.flags);
            if in_class & flag::GLOBAL != 0 {
                return Ok(Resolution::GlobalExplicit);
            }
            if in_class & flag::BOUND != 0 && in_class & flag::NONLOCAL == 0 {
                return Ok(Resolution::GlobalImplicit);
            }
        }
        Ok(if is_visible {
            Resolution::Free
        } else {
            Resolution::GlobalImplicit
        })
    }

    /// Whether a function around the scopes being entered binds `name`.
    fn is_visible(&self, name: &Ident) -> bool {
        self.visible.get(name).and_then(|around| around.last()) == Some(&true)
    }

    /// What scopes inside `scope` see of it: a name and whether it is a variable.
    fn shown<'s>(&'s self, scope: &'s Scope) -> impl Iterator<Item = (&'s Ident, bool)> {
        let has_children = !scope.children.is_empty();
        let is_class = has_children && scope.kind == ScopeKind::Class;
        let shows_symbols = has_children && scope.kind.is_function_like();
        let implicit = [&self.class_cell, &self.classdict].into_iter();
        let implicit = implicit.filter(move |_| is_class).map(|name| (name, true));
        let symbols = scope.symbols.iter().filter(move |_| shows_symbols);
        implicit.chain(symbols.filter_map(|(name, symbol)| {
            if symbol.flags & flag::GLOBAL != 0 {
                return Some((name, false));
            }
            let bound = symbol.flags & flag::BOUND != 0 && symbol.flags & flag::NONLOCAL == 0;
            bound.then_some((name, true))
        }))
    }

    fn show(&mut self, scope: &Scope) {
        let shown: Vec<_> = self
            .shown(scope)
            .map(|(name, bound)| (name.clone(), bound))
            .collect();
        for (name, bound) in shown {
            self.visible.entry(name).or_default().push(bound);
        }
    }

    fn hide(&mut self, scope: &Scope) {
        let shown: Vec<_> = self.shown(scope).map(|(name, _)| name.clone()).collect();
        for name in shown {
            if let Some(around) = self.visible.get_mut(&name) {
                around.pop();
            }
        }
    }

    fn leave(&mut self, table: &mut Table, id: usize) {
        let mut notes = std::mem::take(&mut self.notes[id]);
        self.hide(&table.scopes[id]);
        let scope = &mut table.scopes[id];
        match scope.kind {
            ScopeKind::Module => {}
            ScopeKind::Class => {
                scope.needs_class_cell = notes.free_inside.swap_remove(&self.class_cell);
                scope.needs_classdict = notes.free_inside.swap_remove(&self.classdict);
            }
            _ => make_cells(scope, &mut notes),
        }
        self.pass_on(scope, &mut notes);
        list_cells(scope, &notes);
        let Some(parent) = scope.parent else {
            return;
        };
        let parent = parent.0 as usize;
        let outer = &table.scopes[parent];
        if table.scopes[id].kind.is_inlinable() && !outer.sees_class_scope {
            let (outer, scope) = two(&mut table.scopes, parent, id);
            self.inline(outer, scope, &mut notes, parent);
        }
        let into_comprehension = table.scopes[parent].kind.is_inlinable();
        let outer = &mut self.notes[parent];
        if into_comprehension && !table.scopes[id].inlined {
            add(&mut outer.captured, notes.free.clone());
        }
        add(&mut outer.free_inside, notes.free);
    }

    /// Makes names that are free inside and bound further out free here, too.
    fn pass_on(&self, scope: &mut Scope, notes: &mut Notes) {
        let keeps_own = scope.kind == ScopeKind::Class || scope.sees_class_scope;
        for name in &notes.free_inside {
            if let Some(symbol) = scope.symbols.get_mut(name) {
                if keeps_own {
                    symbol.flags |= flag::FREE_CLASS;
                }
            } else if self.is_visible(name) {
                let symbol = super::Symbol {
                    resolution: Resolution::Free,
                    flags: 0,
                };
                scope.symbols.insert(name.clone(), symbol);
            }
        }
        let inside = std::mem::take(&mut notes.free_inside);
        add(&mut notes.free, inside);
    }

    /// Makes the comprehension `scope` part of the frame of `outer`.
    fn inline(&mut self, outer: &mut Scope, scope: &mut Scope, notes: &mut Notes, parent: usize) {
        scope.inlined = true;
        let in_class = outer.kind == ScopeKind::Class;
        if in_class {
            // The class's cell doesn't exist yet for the class's own code.
            if let Some(symbol) = scope.symbols.get_mut(&self.class_cell)
                && symbol.resolution == Resolution::Free
            {
                symbol.resolution = Resolution::GlobalImplicit;
                notes.free.swap_remove(&self.class_cell);
            }
        }
        if !in_class {
            // A variable of the function around is at hand without a cell.
            notes.free.retain(|name| {
                let bound = outer
                    .symbols
                    .get(name)
                    .is_some_and(|s| s.flags & flag::BOUND != 0);
                !bound || notes.captured.contains(name)
            });
        }
        let outer_notes = &mut self.notes[parent];
        let cells = scope
            .symbols
            .iter()
            .filter(|(_, s)| s.resolution == Resolution::Cell);
        let cells: IndexSet<_> = cells.map(|(name, _)| name.clone()).collect();
        add(&mut outer_notes.inlined_cells, cells);
        add(
            &mut outer_notes.inlined_cells,
            std::mem::take(&mut notes.inlined_cells),
        );
        let captured = std::mem::take(&mut notes.captured);
        let captured = captured
            .into_iter()
            .filter(|name| notes.free.contains(name));
        add(&mut outer_notes.captured, captured.collect());
        let hints = &mut outer.hints;
        hints.locals |= scope.hints.locals;
        hints.vars |= scope.hints.vars;
        hints.dir |= scope.hints.dir;
        hints.eval |= scope.hints.eval;
        hints.exec |= scope.hints.exec;
        hints.super_ |= scope.hints.super_;
    }
}

/// Turns the variables of a function that functions inside use into cells.
fn make_cells(scope: &mut Scope, notes: &mut Notes) {
    let symbols = &mut scope.symbols;
    notes
        .free_inside
        .retain(|name| match symbols.get_mut(name) {
            Some(symbol) if symbol.resolution == Resolution::Local => {
                symbol.resolution = Resolution::Cell;
                false
            }
            _ => true,
        });
}

/// Fills in `co_cellvars` and `co_freevars`.
fn list_cells(scope: &mut Scope, notes: &Notes) {
    let Scope { symbols, .. } = scope;
    let own = symbols
        .iter()
        .filter(|(_, s)| s.resolution == Resolution::Cell);
    let own = own.map(|(name, _)| name.clone());
    let cells: IndexSet<_> = own.chain(notes.inlined_cells.iter().cloned()).collect();
    scope.cellvars = cells.into_iter().collect();
    scope.cellvars.sort_unstable();
    let implicit = [
        (scope.needs_class_cell, "__class__"),
        (scope.needs_classdict, "__classdict__"),
    ];
    let implicit = implicit.iter().filter(|(needed, _)| *needed);
    scope
        .cellvars
        .extend(implicit.map(|(_, name)| synthetic(name)));
    let free = symbols.iter().filter(|(_, symbol)| {
        symbol.resolution == Resolution::Free || symbol.flags & flag::FREE_CLASS != 0
    });
    scope.freevars = free.map(|(name, _)| name.clone()).collect();
    scope.freevars.sort_unstable();
}

/// Adds a set to another, the smaller to the larger.
fn add(to: &mut IndexSet<Ident>, mut names: IndexSet<Ident>) {
    if names.len() > to.len() {
        std::mem::swap(to, &mut names);
    }
    to.extend(names);
}

/// Two different elements at once; `first` comes before `second`.
fn two<T>(items: &mut [T], first: usize, second: usize) -> (&mut T, &mut T) {
    let (head, tail) = items.split_at_mut(second);
    (&mut head[first], &mut tail[0])
}

/// Whether the binding of `name` nearest to `scope` is that of a type parameter.
fn is_type_param(table: &Table, scope: &Scope, name: &Ident) -> bool {
    let around = std::iter::successors(scope.parent, |id| table.scopes[id.0 as usize].parent);
    let bindings = around.filter_map(|id| table.scopes[id.0 as usize].symbols.get(name));
    let mut flags = bindings.map(|symbol| symbol.flags);
    let elsewhere = flag::GLOBAL | flag::NONLOCAL;
    let nearest = flags.find(|flags| flags & flag::BOUND != 0 && flags & elsewhere == 0);
    nearest.is_some_and(|flags| flags & flag::TYPE_PARAM != 0)
}

fn error_at_declaration(table: &Table, id: usize, name: &Ident, message: String) -> SyntaxError {
    let declared = table.work[id]
        .directives
        .iter()
        .find(|(declared, _)| declared == name);
    let span = declared.map_or(table.scopes[id].span, |&(_, span)| span);
    table.syntax_error(message, span)
}
