//! The order of a frame's variables (`co_varnames`): parameters, then each name where the code first
//! touches it, comprehensions that run in the frame included.

use dunder_grammar::ast::Ident;

use super::declare::{Event, Table, Work, flag};
use super::{IndexMap, IndexSet, Resolution, Scope, ScopeId, ScopeKind};

/// Fills in [`Scope::varnames`].
pub(super) fn order(table: &mut Table) {
    let comprehension_names = names_of_comprehensions(&table.scopes);
    let mut listed = Vec::with_capacity(table.scopes.len());
    for scope in &table.scopes {
        let names = if scope.inlined {
            IndexSet::default()
        } else {
            let id = ScopeId(listed.len() as u32);
            Frame::new(&table.scopes, &table.work, &comprehension_names, id).names()
        };
        listed.push(names);
    }
    for (scope, names) in table.scopes.iter_mut().zip(listed) {
        // Cells that are variables at the same time keep the place they have as such.
        let rank = |cell: &Ident| names.get_index_of(cell).unwrap_or(usize::MAX);
        scope.cellvars.sort_by_key(rank);
        scope.varnames = names.into_iter().collect();
        scope.static_attributes.sort_unstable();
    }
}

/// For every inlined comprehension, the names that it and those inside it use, and whether CPython
/// takes them for its variables: of several meanings, the outermost or first one counts.
fn names_of_comprehensions(scopes: &[Scope]) -> Vec<IndexMap<Ident, bool>> {
    let mut names: Vec<IndexMap<Ident, bool>> = vec![IndexMap::default(); scopes.len()];
    let inlined = scopes.iter().enumerate().filter(|(_, scope)| scope.inlined);
    for (id, scope) in inlined.rev() {
        let own = scope
            .symbols
            .iter()
            .filter(|(_, symbol)| !symbol.is_param());
        let mut all: IndexMap<Ident, bool> = own
            .map(|(name, symbol)| {
                let elsewhere = symbol.flags & flag::NONLOCAL != 0;
                (name.clone(), symbol.is_assigned() && !elsewhere)
            })
            .collect();
        for child in &scope.children {
            for (name, &is_variable) in &names[child.0 as usize] {
                all.entry(name.clone()).or_insert(is_variable);
            }
        }
        names[id] = all;
    }
    names
}

/// A walk over the events of one frame.
struct Frame<'t> {
    scopes: &'t [Scope],
    work: &'t [Work],
    comprehension_names: &'t [IndexMap<Ident, bool>],
    /// The scope whose frame it is.
    host: ScopeId,
    replayed: Vec<bool>,
    names: IndexSet<Ident>,
}

impl<'t> Frame<'t> {
    fn new(
        scopes: &'t [Scope],
        work: &'t [Work],
        comprehension_names: &'t [IndexMap<Ident, bool>],
        host: ScopeId,
    ) -> Frame<'t> {
        let at = host.0 as usize;
        Frame {
            scopes,
            work,
            comprehension_names,
            host,
            replayed: vec![false; work[at].finally_bodies.len()],
            names: scopes[at].params.iter().cloned().collect(),
        }
    }

    /// Walks with a stack of its own: a list of events can lead to another.
    fn names(mut self) -> IndexSet<Ident> {
        let mut pending = vec![(self.host, self.work[self.host.0 as usize].events.iter())];
        while let Some((scope, events)) = pending.last_mut() {
            let scope = *scope;
            match events.next() {
                None => {
                    pending.pop();
                }
                Some(&Event::Name(symbol)) => self.touch(scope, symbol as usize),
                Some(&Event::Comprehension(id)) if self.scopes[id.0 as usize].inlined => {
                    self.enter(scope, id);
                    pending.push((id, self.work[id.0 as usize].events.iter()));
                }
                Some(Event::Comprehension(_)) => {}
                // Touching the same names again changes nothing.
                Some(&Event::Finally(body)) => {
                    let body = body as usize;
                    if !std::mem::replace(&mut self.replayed[body], true) {
                        let events = self.work[self.host.0 as usize].finally_bodies[body].iter();
                        pending.push((self.host, events));
                    }
                }
            }
        }
        self.names
    }

    /// Starts a comprehension, which sets aside whatever its variables' slots hold. Directly in a
    /// class, CPython gives a slot to everything it names.
    fn enter(&mut self, outer: ScopeId, id: ScopeId) {
        let in_class = self.scopes[outer.0 as usize].kind == ScopeKind::Class;
        if in_class {
            let params = self.scopes[id.0 as usize].params.iter();
            self.names.extend(params.cloned());
        }
        let names = self.comprehension_names[id.0 as usize].iter();
        let counted = names
            .filter(|&(name, &is_variable)| is_variable || (in_class && &**name != "__class__"));
        self.names.extend(counted.map(|(name, _)| name.clone()));
    }

    fn touch(&mut self, scope: ScopeId, symbol: usize) {
        let mut scope = &self.scopes[scope.0 as usize];
        let Some((name, mut symbol)) = scope.symbols.get_index(symbol) else {
            return;
        };
        while scope.inlined && !symbol.is_variable_of_comprehension() {
            let Some(parent) = scope.parent else {
                return;
            };
            scope = &self.scopes[parent.0 as usize];
            match scope.symbols.get(name) {
                Some(outer) => symbol = outer,
                None if scope.inlined => {}
                None => return,
            }
        }
        // A cell of a comprehension is one of the frame, whatever the name means around it.
        let is_cell = || scope.cellvars.binary_search(name).is_ok();
        let is_local = symbol.resolution == Resolution::Local;
        if scope.kind.is_function_like() && is_local && !is_cell() {
            self.names.insert(name.clone());
        }
    }
}

impl super::Symbol {
    /// Whether a comprehension in whose scope this is binds it itself, and not by `:=`.
    pub(super) fn is_variable_of_comprehension(&self) -> bool {
        self.flags & flag::LOCAL != 0 && self.flags & (flag::NONLOCAL | flag::GLOBAL) == 0
    }
}
