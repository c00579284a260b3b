//! The first pass over statements: every scope with the names its code binds and uses.

use std::rc::Rc;

use dunder_grammar::ast::{
    Alias, AnnAssign, Arg, Arguments, Ast, ClassDef, ExceptHandler, Expr, ExprKind, For,
    FunctionDef, Ident, IfBranch, MatchCase, Parameter, Pattern, PatternKind, Stmt, StmtKind, Try,
    TypeAlias, TypeParam, TypeParamKind, With,
};
use dunder_grammar::{LineIndex, Span, SyntaxError, check};

use super::declare::{Event, Restriction, Table, Unwind, Walk, address, flag, synthetic};
use super::expr::Context;
use super::{Options, ScopeKind, skipped};

/// Makes the first pass over `ast`.
pub(super) fn collect<'a>(
    ast: &Ast,
    source: &'a str,
    lines: &'a LineIndex,
    options: Options,
) -> Result<Table<'a>, SyntaxError> {
    let mut table = Table::new(source, lines, options);
    let span = Span::new(0, 0);
    table.enter(ScopeKind::Module, synthetic("<module>"), 0, span);
    let walked = match ast {
        Ast::Module(body) | Ast::Interactive(body) => {
            table.future_annotations |= check::leaves_annotations(ast);
            table.body(body)
        }
        Ast::Expression(expr) => table.load(expr),
    };
    match (walked, table.error.take()) {
        (Err(_), Some(error)) => Err(error),
        _ => Ok(table),
    }
}

impl Table<'_> {
    fn body(&mut self, body: &[Stmt]) -> Walk {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Walk {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function_def(def, stmt.span),
            StmtKind::ClassDef(def) => self.class_def(def, stmt.span),
            StmtKind::TypeAlias(alias) => self.type_alias(alias, stmt.span),
            StmtKind::Return(value) => self.return_stmt(value.as_deref(), stmt.span),
            StmtKind::Delete(targets) => self.each(targets, Context::Delete),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target, Context::Update)?;
                self.load(value)
            }
            StmtKind::AnnAssign(assign) => self.ann_assign(assign, stmt.span),
            StmtKind::For(stmt) => self.for_stmt(stmt),
            StmtKind::While { test, body, orelse } => {
                self.load(test)?;
                self.loop_body(body, orelse)
            }
            StmtKind::If { branches, orelse } => self.if_stmt(branches, orelse),
            StmtKind::With(stmt) => self.with_stmt(stmt),
            StmtKind::Match { subject, cases } => self.match_stmt(subject, cases),
            StmtKind::Raise { exc, cause } => {
                self.load_all(exc.as_deref())?;
                self.load_all(cause.as_deref())
            }
            StmtKind::Try(stmt) => self.try_stmt(stmt),
            StmtKind::Assert { test, msg } => {
                self.load(test)?;
                self.load_all(msg.as_deref())
            }
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => self.import(names),
            StmtKind::Global(names) => self.declaration(names, flag::GLOBAL, stmt.span),
            StmtKind::Nonlocal(names) => self.declaration(names, flag::NONLOCAL, stmt.span),
            StmtKind::Expr(value) => self.load(value),
            StmtKind::Break | StmtKind::Continue => {
                self.unwind(true);
                Ok(())
            }
            StmtKind::Skipped => {
                skipped::note_attributes(self, stmt.span);
                skipped::note_class(self, stmt.span)
            }
            StmtKind::Pass => Ok(()),
        }
    }

    fn each(&mut self, targets: &[Expr], context: Context) -> Walk {
        targets
            .iter()
            .try_for_each(|target| self.expr(target, context))
    }

    fn return_stmt(&mut self, value: Option<&Expr>, span: Span) -> Walk {
        if let Some(value) = value {
            self.load(value)?;
            self.work().returned_value.get_or_insert(span);
        }
        self.unwind(false);
        Ok(())
    }

    fn assign(&mut self, targets: &[Expr], value: &Expr) -> Walk {
        let start = self.mark();
        self.each(targets, Context::Store)?;
        let middle = self.mark();
        self.load(value)?;
        self.swap_events(start, middle);
        Ok(())
    }

    /// `target: annotation = value`. Evaluated are the value, the target and, outside functions, the
    /// annotation, in this order.
    fn ann_assign(&mut self, assign: &AnnAssign, span: Span) -> Walk {
        let AnnAssign {
            target,
            annotation,
            value,
            ..
        } = assign;
        let start = self.mark();
        if let ExprKind::Name(name) = &target.kind {
            self.annotated_name(name, assign, span)?;
        } else {
            let context = if value.is_some() {
                Context::Store
            } else {
                Context::Load
            };
            self.expr(target, context)?;
        }
        if self.scope().kind.is_function_like() {
            self.unevaluated(annotation)?;
        } else {
            self.annotation(annotation)?;
        }
        let after_annotation = self.mark();
        self.load_all(value)?;
        let after_value = self.mark();
        let events = &mut self.work().events[start..];
        events.rotate_right(after_value - after_annotation);
        Ok(())
    }

    fn annotated_name(&mut self, name: &Ident, assign: &AnnAssign, span: Span) -> Walk {
        let flags = self.flags(self.current, name);
        let declared = flags & (flag::GLOBAL | flag::NONLOCAL) != 0;
        if declared && assign.simple && self.scope().parent.is_some() {
            let what = if flags & flag::GLOBAL != 0 {
                "global"
            } else {
                "nonlocal"
            };
            return self.fail(format!("annotated name '{name}' can't be {what}"), span);
        }
        let annotated = if assign.simple { flag::ANNOTATED } else { 0 };
        if assign.simple || assign.value.is_some() {
            let symbol = self.define(name, flag::LOCAL | annotated, assign.target.span)?;
            if assign.value.is_some() {
                self.touch(symbol);
            }
        }
        Ok(())
    }

    /// An annotation that is evaluated unless the file says otherwise.
    fn annotation(&mut self, annotation: &Expr) -> Walk {
        self.annotations([annotation])
    }

    fn annotations<'e>(&mut self, annotations: impl IntoIterator<Item = &'e Expr>) -> Walk {
        if !self.future_annotations {
            return self.load_all(annotations);
        }
        let late_error = self.late_error.take();
        self.enter_annotation();
        self.load_all(annotations)?;
        self.leave_annotation();
        self.late_error = late_error;
        Ok(())
    }

    /// A variable's annotation in a function: its names count, but no code is made of it.
    fn unevaluated(&mut self, annotation: &Expr) -> Walk {
        let late_error = self.late_error.take();
        let mark = self.mark();
        self.annotation(annotation)?;
        self.work().events.truncate(mark);
        self.late_error = late_error;
        Ok(())
    }

    fn for_stmt(&mut self, stmt: &For) -> Walk {
        let start = self.mark();
        self.expr(&stmt.target, Context::Store)?;
        let middle = self.mark();
        self.load(&stmt.iter)?;
        self.swap_events(start, middle);
        self.loop_body(&stmt.body, &stmt.orelse)
    }

    fn loop_body(&mut self, body: &[Stmt], orelse: &[Stmt]) -> Walk {
        self.work().unwind.push(Unwind::Loop);
        self.body(body)?;
        self.work().unwind.pop();
        self.body(orelse)
    }

    fn if_stmt(&mut self, branches: &[IfBranch], orelse: &[Stmt]) -> Walk {
        for branch in branches {
            self.load(&branch.test)?;
            self.body(&branch.body)?;
        }
        self.body(orelse)
    }

    fn with_stmt(&mut self, stmt: &With) -> Walk {
        for item in &stmt.items {
            self.load(&item.context_expr)?;
            if let Some(target) = &item.optional_vars {
                self.expr(target, Context::Store)?;
            }
        }
        self.body(&stmt.body)
    }

    fn try_stmt(&mut self, stmt: &Try) -> Walk {
        if stmt.finalbody.is_empty() {
            return self.try_body(stmt);
        }
        let work = self.work();
        let index = work.finally_bodies.len() as u32;
        work.finally_bodies.push(Vec::new());
        work.unwind.push(Unwind::Finally(index));
        self.try_body(stmt)?;
        self.work().unwind.pop();
        let start = self.mark();
        self.body(&stmt.finalbody)?;
        let work = self.work();
        work.finally_bodies[index as usize] = work.events.split_off(start);
        work.events.push(Event::Finally(index));
        Ok(())
    }

    /// The `else` block is visited after the handlers, but its code comes before theirs.
    fn try_body(&mut self, stmt: &Try) -> Walk {
        self.body(&stmt.body)?;
        let start = self.mark();
        for handler in &stmt.handlers {
            self.handler(handler)?;
        }
        let middle = self.mark();
        self.body(&stmt.orelse)?;
        self.swap_events(start, middle);
        Ok(())
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Walk {
        self.load_all(&handler.typ)?;
        if let Some(name) = &handler.name {
            self.bind(name, flag::LOCAL, handler.span)?;
        }
        self.body(&handler.body)
    }

    fn import(&mut self, names: &[Alias]) -> Walk {
        for alias in names {
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            if &**name == "*" {
                if self.scope().parent.is_some() {
                    return self.fail("import * only allowed at module level", alias.span);
                }
                self.scope().star_import = true;
                continue;
            }
            match name.split_once('.') {
                Some((package, _)) => self.bind(&package.into(), flag::IMPORT, alias.span)?,
                None => self.bind(name, flag::IMPORT, alias.span)?,
            }
        }
        Ok(())
    }

    fn declaration(&mut self, names: &[Ident], declared: u16, span: Span) -> Walk {
        let what = if declared == flag::GLOBAL {
            "global"
        } else {
            "nonlocal"
        };
        for name in names {
            let flags = self.flags(self.current, name);
            let problem = if flags & flag::PARAM != 0 {
                format!("name '{name}' is parameter and {what}")
            } else if flags & flag::USED != 0 {
                format!("name '{name}' is used prior to {what} declaration")
            } else if flags & flag::ANNOTATED != 0 {
                format!("annotated name '{name}' can't be {what}")
            } else if flags & flag::LOCAL != 0 {
                format!("name '{name}' is assigned to before {what} declaration")
            } else {
                self.define(name, declared, span)?;
                self.declare(name, span);
                continue;
            };
            return self.fail(problem, span);
        }
        Ok(())
    }

    fn match_stmt(&mut self, subject: &Expr, cases: &[MatchCase]) -> Walk {
        self.load(subject)?;
        for case in cases {
            let mut captures = Vec::new();
            self.pattern(&case.pattern, &mut captures)?;
            for symbol in captures {
                self.touch(symbol);
            }
            self.load_all(&case.guard)?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    /// Visits a pattern. Its names are bound only once all of it matches, so they are put off.
    fn pattern(&mut self, pattern: &Pattern, captures: &mut Vec<u32>) -> Walk {
        let (name, patterns): (_, &[Pattern]) = match &pattern.kind {
            PatternKind::MatchValue(value) => return self.load(value),
            PatternKind::MatchSingleton(_) => return Ok(()),
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => {
                (&None, patterns)
            }
            PatternKind::MatchMapping { items, rest } => {
                self.load_all(items.iter().map(|(key, _)| key))?;
                for (_, value) in items {
                    self.pattern(value, captures)?;
                }
                (rest, &[])
            }
            PatternKind::MatchClass(class) => {
                self.load(&class.cls)?;
                for pattern in &class.patterns {
                    self.pattern(pattern, captures)?;
                }
                for (_, pattern) in &class.kwd_patterns {
                    self.pattern(pattern, captures)?;
                }
                return Ok(());
            }
            PatternKind::MatchStar(name) => (name, &[]),
            PatternKind::MatchAs { pattern, name } => {
                (name, pattern.as_deref().map_or(&[], std::slice::from_ref))
            }
        };
        for pattern in patterns {
            self.pattern(pattern, captures)?;
        }
        if let Some(name) = name {
            captures.push(self.define(name, flag::LOCAL, pattern.span)?);
        }
        Ok(())
    }

    fn function_def(&mut self, def: &FunctionDef, span: Span) -> Walk {
        let symbol = self.define(&def.name, flag::LOCAL, span)?;
        let start = self.mark();
        self.defaults(&def.args)?;
        let middle = self.mark();
        self.load_all(&def.decorators)?;
        self.swap_events(start, middle);
        let generic = !def.type_params.is_empty();
        if generic {
            let kwonly = &def.args.kwonlyargs;
            let kw_defaults = kwonly.iter().any(|parameter| parameter.default.is_some());
            self.enter_type_params(&def.name, &def.type_params, span)?;
            self.define(&synthetic(".defaults"), flag::PARAM, span)?;
            if kw_defaults {
                self.define(&synthetic(".kwdefaults"), flag::PARAM, span)?;
            }
            self.type_params(&def.type_params)?;
        }
        self.signature_annotations(&def.args, def.returns.as_deref())?;
        self.enter(ScopeKind::Function, def.name.clone(), address(def), span);
        self.scope().is_coroutine = def.is_async;
        self.parameters(&def.args)?;
        self.body(&def.body)?;
        if let (true, true, Some(span)) = (
            def.is_async,
            self.scope().is_generator,
            self.work().returned_value,
        ) {
            self.fail_late("'return' with value in async generator", span);
        }
        self.leave();
        if generic {
            self.leave();
        }
        self.touch(symbol);
        Ok(())
    }

    /// The annotations of parameters and of the result, which are evaluated in another order than
    /// visited: positional-only parameters after the next ones, `**kwargs` after keyword-only ones.
    fn signature_annotations(&mut self, args: &Arguments, returns: Option<&Expr>) -> Walk {
        let groups = [
            args_of(&args.posonlyargs),
            args_of(&args.args),
            args.vararg.iter().collect(),
            args.kwarg.iter().collect(),
            args_of(&args.kwonlyargs),
        ];
        if self.future_annotations {
            self.annotations(
                groups
                    .iter()
                    .flatten()
                    .filter_map(|arg| arg.annotation.as_deref()),
            )?;
            return self.annotations(returns);
        }
        let mut bounds = [0; 5];
        for (group, start) in groups.iter().zip(&mut bounds) {
            *start = self.mark();
            self.load_all(group.iter().filter_map(|arg| arg.annotation.as_deref()))?;
        }
        let [posonly, plain, vararg, kwarg, kwonly] = bounds;
        self.swap_events(kwarg, kwonly);
        self.work().events[posonly..vararg].rotate_left(plain - posonly);
        self.load_all(returns)
    }

    fn class_def(&mut self, def: &ClassDef, span: Span) -> Walk {
        let symbol = self.define(&def.name, flag::LOCAL, span)?;
        self.load_all(&def.decorators)?;
        let generic = !def.type_params.is_empty();
        if generic {
            self.enter_type_params(&def.name, &def.type_params, span)?;
            let names = def.type_params.iter().map(|param| param.name.clone());
            let names = names.collect();
            let scope = self.scope();
            scope.class_name = Some(def.name.clone());
            scope.mangled_only = Some(Rc::new(names));
            let made = [".type_params", ".generic_base"].map(synthetic);
            let [params, base] = &made;
            let params = self.define(params, flag::LOCAL | flag::USED, span)?;
            let base = self.define(base, flag::LOCAL | flag::USED, span)?;
            self.type_params(&def.type_params)?;
            self.touch(params);
            self.touch(base);
        }
        self.load_all(&def.bases)?;
        self.keywords(&def.keywords)?;
        self.enter(ScopeKind::Class, def.name.clone(), address(def), span);
        self.scope().class_name = Some(def.name.clone());
        if generic {
            self.define(&synthetic("__type_params__"), flag::LOCAL, span)?;
            self.define(&synthetic(".type_params"), flag::USED, span)?;
        }
        self.body(&def.body)?;
        self.leave();
        if generic {
            self.leave();
        }
        self.touch(symbol);
        Ok(())
    }

    fn type_alias(&mut self, alias: &TypeAlias, span: Span) -> Walk {
        let ExprKind::Name(name) = &alias.name.kind else {
            return Ok(());
        };
        let symbol = self.define(name, flag::LOCAL, alias.name.span)?;
        let in_class = self.scope().kind == ScopeKind::Class;
        let generic = !alias.type_params.is_empty();
        if generic {
            self.enter_type_params(name, &alias.type_params, span)?;
            self.type_params(&alias.type_params)?;
        }
        self.enter(ScopeKind::TypeAlias, name.clone(), address(alias), span);
        self.work().restriction = Restriction::TypeAlias;
        self.see_class_scope(in_class, alias.value.span)?;
        self.load(&alias.value)?;
        self.leave();
        if generic {
            self.leave();
        }
        self.touch(symbol);
        Ok(())
    }

    /// Makes the current scope look names up in the class around it, if there is one.
    fn see_class_scope(&mut self, in_class: bool, span: Span) -> Walk {
        self.scope().sees_class_scope = in_class;
        if in_class {
            self.define(&synthetic("__classdict__"), flag::USED, span)?;
        }
        Ok(())
    }

    fn enter_type_params(&mut self, of: &Ident, params: &[TypeParam], span: Span) -> Walk {
        let in_class = self.scope().kind == ScopeKind::Class;
        let name = format!("<generic parameters of {of}>");
        self.enter(ScopeKind::TypeParams, name.into(), address(params), span);
        self.work().restriction = Restriction::Generic;
        self.see_class_scope(in_class, span)
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Walk {
        let mut seen_default = false;
        for param in params {
            let symbol = self.define(&param.name, flag::TYPE_PARAM | flag::LOCAL, param.span)?;
            let default_of = match &param.kind {
                TypeParamKind::TypeVar { bound } => {
                    if let Some(bound) = bound {
                        let tuple = matches!(bound.kind, ExprKind::Tuple(_));
                        let which = if tuple {
                            "a TypeVar constraint"
                        } else {
                            "a TypeVar bound"
                        };
                        self.type_param_part(ScopeKind::TypeVarBound, param, bound, which)?;
                    }
                    "a TypeVar default"
                }
                TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                TypeParamKind::ParamSpec => "a ParamSpec default",
            };
            if let Some(default) = &param.default {
                self.type_param_part(ScopeKind::TypeVarDefault, param, default, default_of)?;
                seen_default = true;
            } else if seen_default {
                let message = format!(
                    "non-default type parameter '{}' follows default type parameter",
                    param.name
                );
                self.fail_late(message, param.span);
            }
            self.touch(symbol);
        }
        Ok(())
    }

    /// The bound, constraints or default of a type parameter, in a scope of its own.
    fn type_param_part(
        &mut self,
        kind: ScopeKind,
        param: &TypeParam,
        part: &Expr,
        which: &'static str,
    ) -> Walk {
        let in_class = self.scope().sees_class_scope;
        self.enter(kind, param.name.clone(), address(param), part.span);
        self.work().restriction = Restriction::TypeVariable(which);
        self.see_class_scope(in_class, part.span)?;
        self.load(part)?;
        self.leave();
        Ok(())
    }
}

fn args_of(parameters: &[Parameter]) -> Vec<&Arg> {
    parameters.iter().map(|parameter| &parameter.arg).collect()
}
