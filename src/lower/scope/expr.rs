//! The first pass over expressions: names, lambdas, comprehensions, `:=`, `yield` and `await`.
//! Expressions are visited in the order in which CPython's symbol table does, which decides which
//! of several errors is reported; where evaluation goes in another order, the events are put right.

use dunder_grammar::Span;
use dunder_grammar::ast::{
    Arg, Arguments, Call, Comprehension, DictComp, Expr, ExprKind, Ident, Keyword, Parameter,
};

use super::declare::{Event, Restriction, Table, Walk, address, flag, synthetic};
use super::{ScopeId, ScopeKind};

/// What happens to the target or value that an expression names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Load,
    Store,
    /// The target of `+=` and the like.
    Update,
    Delete,
}

impl Table<'_> {
    pub(super) fn load(&mut self, expr: &Expr) -> Walk {
        self.expr(expr, Context::Load)
    }

    pub(super) fn load_all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Walk {
        for expr in exprs {
            self.expr(expr, Context::Load)?;
        }
        Ok(())
    }

    /// Visits an expression. Every arm but the trivial ones is a call, because this function's frame
    /// is what limits the depth of expressions.
    pub(super) fn expr(&mut self, expr: &Expr, context: Context) -> Walk {
        match &expr.kind {
            ExprKind::Name(name) => self.name(name, context, expr.span),
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Attribute { value, attr, .. } => self.attribute(value, attr, context),
            ExprKind::Call(call) => self.call(call),
            ExprKind::BinOp { left, right, .. } => self.load_pair(left, right),
            ExprKind::Subscript { value, slice } => self.load_pair(value, slice),
            ExprKind::Compare { left, rest } => self.compare(left, rest),
            ExprKind::UnaryOp { operand, .. } => self.load(operand),
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr(values) => self.load_all(values),
            ExprKind::Set(items) => self.load_all(items),
            ExprKind::List(items) | ExprKind::Tuple(items) => self.items(items, context),
            ExprKind::Starred(value) => self.expr(value, context),
            ExprKind::IfExp { test, body, orelse } => self.conditional(test, body, orelse),
            ExprKind::Dict(items) => self.dict(items),
            ExprKind::Slice { lower, upper, step } => self.load_optional([lower, upper, step]),
            ExprKind::FormattedValue {
                value, format_spec, ..
            } => self.formatted_value(value, format_spec.as_deref()),
            ExprKind::NamedExpr { target, value } => self.named_expr(expr, target, value),
            ExprKind::Lambda { args, body } => self.lambda(expr, args, body),
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(ScopeKind::ListComp, expr, generators, elt)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(ScopeKind::SetComp, expr, generators, elt)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(ScopeKind::GenExpr, expr, generators, elt)
            }
            ExprKind::DictComp(comp) => self.dict_comprehension(expr, comp),
            ExprKind::Await(value) => self.await_expr(expr, value),
            ExprKind::Yield(value) => self.yield_expr(expr, value.as_deref()),
            ExprKind::YieldFrom(value) => self.yield_expr(expr, Some(value)),
        }
    }

    fn name(&mut self, name: &Ident, context: Context, span: Span) -> Walk {
        if context != Context::Load {
            return self.bind(name, flag::LOCAL, span);
        }
        let symbol = self.define(name, flag::USED, span)?;
        self.touch(symbol);
        let hints = &mut self.scope().hints;
        match &**name {
            "locals" => hints.locals = true,
            "vars" => hints.vars = true,
            "dir" => hints.dir = true,
            "eval" => hints.eval = true,
            "exec" => hints.exec = true,
            "super" => {
                hints.super_ = true;
                if self.scope().kind.is_function_like() {
                    self.define(&synthetic("__class__"), flag::USED, span)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn attribute(&mut self, value: &Expr, attr: &Ident, context: Context) -> Walk {
        let on_self = matches!(&value.kind, ExprKind::Name(name) if &**name == "self");
        if on_self
            && context == Context::Store
            && let Some(class) = self.class_around()
        {
            let attributes = &mut self.scopes[class.0 as usize].static_attributes;
            attributes.insert(attr.clone());
        }
        self.load(value)
    }

    fn load_pair(&mut self, first: &Expr, second: &Expr) -> Walk {
        self.load(first)?;
        self.load(second)
    }

    fn load_optional(&mut self, exprs: [&Option<Box<Expr>>; 3]) -> Walk {
        for expr in exprs.into_iter().flatten() {
            self.load(expr)?;
        }
        Ok(())
    }

    fn compare<O>(&mut self, left: &Expr, rest: &[(O, Expr)]) -> Walk {
        self.load(left)?;
        self.load_all(rest.iter().map(|(_, right)| right))
    }

    fn items(&mut self, items: &[Expr], context: Context) -> Walk {
        for item in items {
            self.expr(item, context)?;
        }
        Ok(())
    }

    fn conditional(&mut self, test: &Expr, body: &Expr, orelse: &Expr) -> Walk {
        self.load(test)?;
        self.load(body)?;
        self.load(orelse)
    }

    fn formatted_value(&mut self, value: &Expr, spec: Option<&Expr>) -> Walk {
        self.load(value)?;
        self.load_all(spec)
    }

    fn call(&mut self, call: &Call) -> Walk {
        self.load(&call.func)?;
        self.load_all(&call.args)?;
        self.keywords(&call.keywords)
    }

    pub(super) fn keywords(&mut self, keywords: &[Keyword]) -> Walk {
        self.load_all(keywords.iter().map(|keyword| &keyword.value))
    }

    /// All keys are visited before all values, but evaluated with theirs.
    fn dict(&mut self, items: &[(Option<Expr>, Expr)]) -> Walk {
        let start = self.mark();
        let mut bounds = Vec::with_capacity(2 * items.len() + 1);
        for (key, _) in items {
            bounds.push(self.mark());
            self.load_all(key)?;
        }
        for (_, value) in items {
            bounds.push(self.mark());
            self.load(value)?;
        }
        bounds.push(self.mark());
        if bounds[items.len()] == start {
            return Ok(());
        }
        let events = &mut self.work().events;
        let visited = events.split_off(start);
        for item in 0..items.len() {
            for part in [item, items.len() + item] {
                events.extend_from_slice(&visited[bounds[part] - start..bounds[part + 1] - start]);
            }
        }
        Ok(())
    }

    fn lambda(&mut self, expr: &Expr, args: &Arguments, body: &Expr) -> Walk {
        self.defaults(args)?;
        let name = synthetic("<lambda>");
        self.enter(ScopeKind::Lambda, name, address(expr), expr.span);
        self.parameters(args)?;
        self.load(body)?;
        self.leave();
        Ok(())
    }

    /// The defaults of a function's parameters, which the scope around it evaluates.
    pub(super) fn defaults(&mut self, args: &Arguments) -> Walk {
        let parameters = args.posonlyargs.iter().chain(&args.args);
        let defaults = parameters.chain(&args.kwonlyargs);
        self.load_all(defaults.filter_map(|parameter| parameter.default.as_deref()))
    }

    /// The names of a function's parameters, which its own scope binds.
    pub(super) fn parameters(&mut self, args: &Arguments) -> Walk {
        let named = args.posonlyargs.iter().chain(&args.args);
        let named = named.chain(&args.kwonlyargs);
        let named = named.map(|Parameter { arg, .. }| arg);
        for Arg { name, span, .. } in named.chain(&args.vararg).chain(&args.kwarg) {
            self.define(name, flag::PARAM, *span)?;
        }
        Ok(())
    }

    fn await_expr(&mut self, expr: &Expr, value: &Expr) -> Walk {
        self.check_restriction("await expression", expr)?;
        self.load(value)?;
        self.scope().is_coroutine = true;
        Ok(())
    }

    fn yield_expr(&mut self, expr: &Expr, value: Option<&Expr>) -> Walk {
        self.check_restriction("yield expression", expr)?;
        self.load_all(value)?;
        self.scope().is_generator = true;
        let inside = match self.scope().kind {
            ScopeKind::ListComp => "list comprehension",
            ScopeKind::SetComp => "set comprehension",
            ScopeKind::DictComp => "dict comprehension",
            ScopeKind::GenExpr => "generator expression",
            _ => return Ok(()),
        };
        self.fail(format!("'yield' inside {inside}"), expr.span)
    }

    fn named_expr(&mut self, expr: &Expr, target: &Expr, value: &Expr) -> Walk {
        self.check_restriction("named expression", expr)?;
        if self.work().comp_iter_expr > 0 {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return self.fail(message, expr.span);
        }
        if let (true, ExprKind::Name(name)) = (self.scope().kind.is_comprehension(), &target.kind) {
            self.bind_outside_comprehensions(name, target.span)?;
        }
        self.load(value)?;
        self.expr(target, Context::Store)
    }

    /// Makes the target of a `:=` in a comprehension a variable of the scope around it.
    fn bind_outside_comprehensions(&mut self, name: &Ident, span: Span) -> Walk {
        let mut around = Some(self.current);
        while let Some(id) = around {
            let kind = self.scopes[id.0 as usize].kind;
            around = self.scopes[id.0 as usize].parent;
            if kind.is_comprehension() {
                let both = flag::COMP_ITER | flag::LOCAL;
                if self.flags(id, name) & both == both {
                    return self.fail(
                        format!("assignment expression cannot rebind comprehension iteration variable '{name}'"),
                        span,
                    );
                }
                continue;
            }
            let place = match self.work[id.0 as usize].restriction {
                Restriction::Annotation => continue,
                Restriction::None if kind == ScopeKind::Class => "in a class body",
                Restriction::None => return self.bind_in(id, name, span),
                Restriction::TypeVariable(_) => "in a TypeVar bound",
                Restriction::TypeAlias => "in a type alias",
                Restriction::Generic => "within the definition of a generic",
            };
            return self.fail(
                format!("assignment expression within a comprehension cannot be used {place}"),
                span,
            );
        }
        Ok(())
    }

    /// Makes `name`, bound by `:=` in the current comprehension, a variable of the scope `id`.
    fn bind_in(&mut self, id: ScopeId, name: &Ident, span: Span) -> Walk {
        let is_module = id == ScopeId::TOP;
        let declared = if is_module || self.flags(id, name) & flag::GLOBAL != 0 {
            flag::GLOBAL
        } else {
            flag::NONLOCAL
        };
        self.define(name, declared, span)?;
        self.declare(name, span);
        let binding = if is_module { flag::GLOBAL } else { flag::LOCAL };
        self.define_in(id, name, binding, span)?;
        Ok(())
    }

    /// Notes where the current scope declares `name` global or nonlocal.
    pub(super) fn declare(&mut self, name: &Ident, span: Span) {
        let mangled = self.scope().mangle(name);
        self.work().directives.push((mangled, span));
    }

    fn comprehension(
        &mut self,
        kind: ScopeKind,
        expr: &Expr,
        generators: &[Comprehension],
        elt: &Expr,
    ) -> Walk {
        self.enter_comprehension(kind, expr, generators)?;
        self.load(elt)?;
        self.leave_comprehension(expr);
        Ok(())
    }

    fn dict_comprehension(&mut self, expr: &Expr, comp: &DictComp) -> Walk {
        self.enter_comprehension(ScopeKind::DictComp, expr, &comp.generators)?;
        let start = self.mark();
        self.load(&comp.value)?;
        let middle = self.mark();
        self.load(&comp.key)?;
        self.swap_events(start, middle);
        self.leave_comprehension(expr);
        Ok(())
    }

    /// Opens a comprehension's scope and visits everything but what it produces.
    fn enter_comprehension(
        &mut self,
        kind: ScopeKind,
        expr: &Expr,
        generators: &[Comprehension],
    ) -> Walk {
        let Some((first, rest)) = generators.split_first() else {
            return Ok(());
        };
        self.iterable(&first.iter)?;
        let name = synthetic(match kind {
            ScopeKind::ListComp => "<listcomp>",
            ScopeKind::SetComp => "<setcomp>",
            ScopeKind::DictComp => "<dictcomp>",
            _ => "<genexpr>",
        });
        let outer = self.current;
        let id = self.enter(kind, name, address(expr), expr.span);
        if kind.is_inlinable() {
            let events = &mut self.work[outer.0 as usize].events;
            events.push(Event::Comprehension(id));
        }
        self.scope().is_coroutine = first.is_async;
        self.define(&synthetic(".0"), flag::PARAM, expr.span)?;
        self.comprehension_target(&first.target)?;
        self.load_all(&first.ifs)?;
        for generator in rest {
            let start = self.mark();
            self.comprehension_target(&generator.target)?;
            let middle = self.mark();
            self.iterable(&generator.iter)?;
            self.swap_events(start, middle);
            self.load_all(&generator.ifs)?;
            self.scope().is_coroutine |= generator.is_async;
        }
        Ok(())
    }

    fn iterable(&mut self, iter: &Expr) -> Walk {
        self.work().comp_iter_expr += 1;
        self.load(iter)?;
        self.work().comp_iter_expr -= 1;
        Ok(())
    }

    fn comprehension_target(&mut self, target: &Expr) -> Walk {
        self.work().comp_iter_target = true;
        self.expr(target, Context::Store)?;
        self.work().comp_iter_target = false;
        Ok(())
    }

    fn leave_comprehension(&mut self, expr: &Expr) {
        let scope = self.scope();
        let is_generator = scope.kind == ScopeKind::GenExpr;
        let is_coroutine = scope.is_coroutine;
        scope.is_generator = is_generator;
        self.leave();
        if is_coroutine && !is_generator {
            self.check_async_comprehension(expr);
            self.scope().is_coroutine = true;
        }
    }

    /// Only code that can suspend may run an asynchronous comprehension (a generator expression is
    /// a function of its own). One inside another is the outer one's mistake.
    fn check_async_comprehension(&mut self, expr: &Expr) {
        let top_level_await = self.top_level_await;
        let scope = self.scope();
        let legal = match scope.kind {
            ScopeKind::Function => scope.is_coroutine,
            kind => kind.is_comprehension(),
        };
        if !legal {
            let message = match scope.kind == ScopeKind::Module && top_level_await {
                true => {
                    "asynchronous comprehensions outside functions (PyCF_ALLOW_TOP_LEVEL_AWAIT) are not supported"
                }
                false => "asynchronous comprehension outside of an asynchronous function",
            };
            self.fail_late(message, expr.span);
        }
    }
}
