//! `try` and `with` in generators and coroutines. What they share with the plain ones is in
//! `exec::except`; how nodes are left and entered again in `exec::resumable`.
//!
//! What a suspended block is handling is not the interpreter's handled exception: each node puts its
//! own back when it goes on, on top of what the caller is handling then.

use crate::exec::except::{self, Handler, StarState};
use crate::exec::frame::Frame;
use crate::exec::resumable::{end, leave, note, state};
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Flow, Statement, Stmt};
use crate::object::value::Value;
use crate::types::list::List;
use dunder_grammar::Span;

/// An `except` clause whose type may have to suspend.
pub struct Clause {
    /// What comes before the type.
    pub before: Option<Statement>,
    /// The rest.
    pub handler: Handler,
}

/// `try` with `except` and `else`.
pub struct TryExcept {
    /// The block.
    pub body: Statement,
    /// The clauses.
    pub clauses: Box<[Clause]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// `Unbound` in the block, -1 in `else`, twice the clause before its type, one more in its block.
    pub state: u32,
    /// The exception being handled.
    pub exception: u32,
}

const ORELSE: i64 = -1;

impl Stmt for TryExcept {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match state(f, self.state) {
            None => match self.body.exec(f) {
                Flow::Next => self.finish(f),
                Flow::Raise => {
                    let exception = f.vm.take_pending();
                    self.handle(f, exception, 0)
                }
                other => other,
            },
            Some(ORELSE) => self.finish(f),
            Some(at) => {
                let exception = f.take(self.exception);
                self.handle(f, exception, at)
            }
        }
    }
}

impl TryExcept {
    fn finish(&self, f: &mut Frame<'_>) -> Flow {
        let Some(orelse) = &self.orelse else {
            return Flow::Next;
        };
        note(f, self.state, ORELSE);
        let flow = orelse.exec(f);
        end(f, self.state, flow)
    }

    #[inline(never)]
    fn handle(&self, f: &mut Frame<'_>, exception: Value, mut at: i64) -> Flow {
        let previous = f.vm.handled.replace(exception.clone());
        let flow = self.clauses(f, &exception, &mut at);
        f.vm.handled.set(previous);
        match flow {
            Some(flow) => {
                if flow == Flow::Yield {
                    f.set(self.exception, exception);
                }
                leave(f, self.state, at, flow)
            }
            None => {
                let _ = f.vm.set_pending(exception);
                leave(f, self.state, 0, Flow::Raise)
            }
        }
    }

    /// How the clause that catches the exception ends; `None` when there is none.
    fn clauses(&self, f: &mut Frame<'_>, exception: &Value, at: &mut i64) -> Option<Flow> {
        while let Some(clause) = self.clauses.get(*at as usize / 2) {
            if *at % 2 == 0 {
                if let Some(before) = &clause.before {
                    let flow = before.exec(f);
                    if flow != Flow::Next {
                        return Some(flow);
                    }
                }
                match clause.handler.catches(f, exception) {
                    Ok(true) => {}
                    Ok(false) => {
                        *at += 2;
                        continue;
                    }
                    Err(_) => return Some(Flow::Raise),
                }
                *at += 1;
                return Some(clause.handler.run(f, exception));
            }
            let flow = clause.handler.body.exec(f);
            if flow != Flow::Yield {
                clause.handler.unbind(f);
            }
            return Some(flow);
        }
        None
    }
}

/// A way a block was left, as a number: what has to happen after `finally` or `__exit__`.
fn code_of(flow: Flow) -> i64 {
    flow as i64
}

/// The way that a number stands for.
pub fn flow_of(code: i64) -> Flow {
    [Flow::Next, Flow::Break, Flow::Continue, Flow::Return]
        .into_iter()
        .find(|flow| code_of(*flow) == code)
        .unwrap_or(Flow::Raise)
}

/// `try` with `finally`.
pub struct TryFinally {
    /// The block (a `TryExcept` when there are clauses).
    pub body: Statement,
    /// The `finally` block.
    pub finalbody: Statement,
    /// `Unbound` in the block, else how it was left.
    pub state: u32,
    /// The exception or the return value that waits for the end of the `finally` block.
    pub kept: u32,
}

impl Stmt for TryFinally {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let (left_by, kept) = match state(f, self.state) {
            None => {
                let flow = self.body.exec(f);
                let kept = match flow {
                    Flow::Yield => return Flow::Yield,
                    Flow::Raise => f.vm.take_pending(),
                    Flow::Return => f.core.result.take(),
                    _ => Value::Unbound,
                };
                (flow, kept)
            }
            Some(code) => (flow_of(code), f.take(self.kept)),
        };
        let flow = if left_by == Flow::Raise {
            let previous = f.vm.handled.replace(kept.clone());
            let flow = self.finalbody.exec(f);
            f.vm.handled.set(previous);
            flow
        } else {
            self.finalbody.exec(f)
        };
        match flow {
            Flow::Next => {
                f.set(self.state, Value::Unbound);
                match left_by {
                    Flow::Raise => drop(f.vm.set_pending(kept)),
                    Flow::Return => f.core.result.set(kept),
                    _ => {}
                }
                left_by
            }
            Flow::Yield => {
                f.set(self.kept, kept);
                leave(f, self.state, code_of(left_by), flow)
            }
            other => leave(f, self.state, 0, other),
        }
    }
}

/// `with context as target: body`; several items are nested.
pub struct With {
    /// The context manager.
    pub context: Expr,
    /// The target after `as`.
    pub target: Option<LoopTarget>,
    /// The block.
    pub body: Statement,
    /// The bound `__exit__` while the block is suspended.
    pub exit: u32,
}

impl Stmt for With {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        if f.get(self.exit).is_unbound() {
            let Ok(manager) = self.context.eval(f) else {
                return Flow::Raise;
            };
            f.core.span.set(self.context.span());
            let entered = except::enter(f.vm, &manager);
            let Ok(entered) = f.at(self.context.span(), entered) else {
                return Flow::Raise;
            };
            f.put(self.exit, entered.exit);
            if let Some(target) = &self.target
                && target.assign(f, entered.value).is_err()
            {
                let exit = f.take(self.exit);
                return except::leave(f, &exit, Flow::Raise, self.context.span());
            }
        }
        let flow = self.body.exec(f);
        if flow == Flow::Yield {
            return Flow::Yield;
        }
        let exit = f.take(self.exit);
        except::leave(f, &exit, flow, self.context.span())
    }
}

/// `try` with `except*`.
pub struct TryStar {
    /// The block.
    pub body: Statement,
    /// The clauses.
    pub clauses: Box<[Clause]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// As in [`TryExcept`].
    pub state: u32,
    /// While a clause is suspended: a list of the exception, what is left of it, the group of the clause,
    /// what the last clause that matched got, and what clauses have raised.
    pub kept: u32,
    /// Where a group that the clauses leave is raised.
    pub span: Span,
}

impl Stmt for TryStar {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match state(f, self.state) {
            None => match self.body.exec(f) {
                Flow::Next => self.finish(f),
                Flow::Raise => {
                    let exception = f.vm.take_pending();
                    self.handle(f, StarState::new(exception), Value::Unbound, 0)
                }
                other => other,
            },
            Some(ORELSE) => self.finish(f),
            Some(at) => {
                let kept = f.take(self.kept);
                let mut kept = kept.get::<List>().map_or(Vec::new(), |l| l.items.to_vec());
                let raised = kept.split_off(kept.len().min(4));
                let [original, rest, group, handled] = <[Value; 4]>::try_from(kept).unwrap_or([
                    Value::None,
                    Value::Unbound,
                    Value::None,
                    Value::None,
                ]);
                let mut star = StarState::new(original);
                star.rest = rest.bound();
                star.handled = handled;
                star.raised = raised;
                self.handle(f, star, group, at)
            }
        }
    }
}

impl TryStar {
    fn finish(&self, f: &mut Frame<'_>) -> Flow {
        let Some(orelse) = &self.orelse else {
            return Flow::Next;
        };
        note(f, self.state, ORELSE);
        let flow = orelse.exec(f);
        end(f, self.state, flow)
    }

    fn handle(&self, f: &mut Frame<'_>, mut star: StarState, group: Value, at: i64) -> Flow {
        let previous = f.vm.handled.replace(star.handled.clone());
        let mut at = at;
        let mut group = group.bound();
        while let Some(clause) = self.clauses.get(at as usize / 2) {
            let flow = self.clause(f, clause, &mut star, &mut group, &mut at);
            drop(f.vm.handled.replace(star.handled.clone()));
            match flow {
                Ok(Flow::Raise) => star.raised.push(f.vm.take_pending()),
                Ok(Flow::Next) => {}
                Ok(flow) | Err(flow) => {
                    f.vm.handled.set(previous);
                    if flow == Flow::Yield {
                        let group = group.unwrap_or(Value::Unbound);
                        let rest = star.rest.take().unwrap_or(Value::Unbound);
                        let mut kept = vec![star.original, rest, group, star.handled];
                        kept.append(&mut star.raised);
                        f.set(self.kept, f.vm.list(kept));
                    }
                    return leave(f, self.state, at, flow);
                }
            }
            group = None;
            at = (at / 2 + 1) * 2;
        }
        let left = star.finish(f.vm);
        f.vm.handled.set(previous);
        f.set(self.state, Value::Unbound);
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

    /// One clause: how its block ends, or (`Err`) how the statement does.
    fn clause(
        &self,
        f: &mut Frame<'_>,
        clause: &Clause,
        star: &mut StarState,
        group: &mut Option<Value>,
        at: &mut i64,
    ) -> Result<Flow, Flow> {
        if *at % 2 == 1 {
            drop(f.vm.handled.replace(group.clone().unwrap_or(Value::None)));
            let flow = clause.handler.body.exec(f);
            if flow != Flow::Yield {
                clause.handler.unbind(f);
            }
            return Ok(flow);
        }
        if let Some(before) = &clause.before {
            let flow = before.exec(f);
            if flow != Flow::Next {
                return Err(flow);
            }
        }
        let Some(typ) = &clause.handler.typ else {
            return Ok(Flow::Next);
        };
        match star.matching(f, typ, clause.handler.span) {
            Ok(Some(matched)) => {
                *at += 1;
                drop(f.vm.handled.replace(matched.clone()));
                *group = Some(matched.clone());
                Ok(clause.handler.run(f, &matched))
            }
            Ok(None) => Ok(Flow::Next),
            Err(_) => Err(Flow::Raise),
        }
    }
}
