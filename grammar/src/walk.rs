//! Walks over trees.

use crate::ast::*;

/// Calls `visit` with each expression directly inside `expr`, in the order of the source.
pub fn children<'e>(expr: &'e Expr, mut visit: impl FnMut(&'e Expr)) {
    match &expr.kind {
        ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr(values) => {
            values.iter().for_each(visit)
        }
        ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple(items) => {
            items.iter().for_each(visit)
        }
        ExprKind::NamedExpr { target, value } => [target, value].into_iter().for_each(|e| visit(e)),
        ExprKind::BinOp { left, right, .. } => [left, right].into_iter().for_each(|e| visit(e)),
        ExprKind::Subscript { value, slice } => [value, slice].into_iter().for_each(|e| visit(e)),
        ExprKind::UnaryOp { operand: value, .. }
        | ExprKind::Await(value)
        | ExprKind::YieldFrom(value)
        | ExprKind::Starred(value)
        | ExprKind::Attribute { value, .. } => visit(value),
        ExprKind::Yield(value) => value.iter().for_each(|e| visit(e)),
        ExprKind::Lambda { args, body } => {
            defaults(args).for_each(&mut visit);
            visit(body);
        }
        ExprKind::IfExp { test, body, orelse } => {
            [body, test, orelse].into_iter().for_each(|e| visit(e))
        }
        ExprKind::Dict(items) => items
            .iter()
            .flat_map(|(key, value)| key.iter().chain([value]))
            .for_each(visit),
        ExprKind::ListComp { elt, generators }
        | ExprKind::SetComp { elt, generators }
        | ExprKind::GeneratorExp { elt, generators } => {
            visit(elt);
            generators.iter().flat_map(parts).for_each(visit);
        }
        ExprKind::DictComp(comp) => {
            visit(&comp.key);
            visit(&comp.value);
            comp.generators.iter().flat_map(parts).for_each(visit);
        }
        ExprKind::Compare { left, rest } => {
            visit(left);
            rest.iter().for_each(|(_, right)| visit(right));
        }
        ExprKind::Call(call) => {
            visit(&call.func);
            call.args.iter().for_each(&mut visit);
            call.keywords
                .iter()
                .for_each(|keyword| visit(&keyword.value));
        }
        ExprKind::FormattedValue {
            value, format_spec, ..
        } => {
            visit(value);
            format_spec.iter().for_each(|e| visit(e));
        }
        ExprKind::Slice { lower, upper, step } => {
            lower.iter().chain(upper).chain(step).for_each(|e| visit(e));
        }
        ExprKind::Constant(_) | ExprKind::Name(_) => {}
    }
}

/// The expressions of one `for ... in ... if ...`.
fn parts(generator: &Comprehension) -> impl Iterator<Item = &Expr> {
    [&generator.target, &generator.iter]
        .into_iter()
        .chain(&generator.ifs)
}

/// The defaults of parameters, from left to right.
pub fn defaults(args: &Arguments) -> impl Iterator<Item = &Expr> {
    let all = args
        .posonlyargs
        .iter()
        .chain(&args.args)
        .chain(&args.kwonlyargs);
    all.filter_map(|parameter| parameter.default.as_deref())
}

/// Whether an expression that belongs to the code of `body` itself (not to that of functions,
/// classes or lambdas in it) satisfies `test`.
pub fn any_expr(body: &[Stmt], test: &mut impl FnMut(&Expr) -> bool) -> bool {
    body.iter().any(|stmt| in_stmt(stmt, test))
}

fn in_expr(root: &Expr, test: &mut impl FnMut(&Expr) -> bool) -> bool {
    let mut pending = vec![root];
    while let Some(expr) = pending.pop() {
        if test(expr) {
            return true;
        }
        match &expr.kind {
            ExprKind::Lambda { args, .. } => pending.extend(defaults(args)),
            _ => children(expr, |child| pending.push(child)),
        }
    }
    false
}

fn in_stmt(stmt: &Stmt, test: &mut impl FnMut(&Expr) -> bool) -> bool {
    let (exprs, bodies) = contents(stmt);
    exprs.into_iter().any(|expr| in_expr(expr, test))
        || bodies.into_iter().any(|body| any_expr(body, test))
}

/// The expressions and the blocks directly inside a statement, but not what is another scope's.
fn contents(stmt: &Stmt) -> (Vec<&Expr>, Vec<&[Stmt]>) {
    match &stmt.kind {
        StmtKind::FunctionDef(function) => (
            function
                .decorators
                .iter()
                .chain(defaults(&function.args))
                .collect(),
            vec![],
        ),
        StmtKind::ClassDef(class) => {
            let keywords = class.keywords.iter().map(|keyword| &keyword.value);
            (
                class
                    .decorators
                    .iter()
                    .chain(&class.bases)
                    .chain(keywords)
                    .collect(),
                vec![],
            )
        }
        StmtKind::Return(value) => (value.as_deref().into_iter().collect(), vec![]),
        StmtKind::Delete(targets) => (targets.iter().collect(), vec![]),
        StmtKind::Assign { targets, value } => (targets.iter().chain([&**value]).collect(), vec![]),
        StmtKind::AugAssign { target, value, .. } => (vec![target, value], vec![]),
        StmtKind::AnnAssign(assign) => (
            [&assign.target].into_iter().chain(&assign.value).collect(),
            vec![],
        ),
        StmtKind::For(node) => (
            vec![&node.target, &node.iter],
            vec![&node.body, &node.orelse],
        ),
        StmtKind::While { test, body, orelse } => (vec![test], vec![body, orelse]),
        StmtKind::If { branches, orelse } => {
            let bodies = branches
                .iter()
                .map(|branch| &branch.body[..])
                .chain([&orelse[..]]);
            (
                branches.iter().map(|branch| &branch.test).collect(),
                bodies.collect(),
            )
        }
        StmtKind::With(node) => {
            let items = node.items.iter();
            let exprs =
                items.flat_map(|item| [&item.context_expr].into_iter().chain(&item.optional_vars));
            (exprs.collect(), vec![&node.body])
        }
        StmtKind::Match { subject, cases } => {
            let guards = cases.iter().filter_map(|case| case.guard.as_ref());
            (
                [&**subject].into_iter().chain(guards).collect(),
                cases.iter().map(|case| &case.body[..]).collect(),
            )
        }
        StmtKind::Raise { exc, cause } => (
            exc.as_deref().into_iter().chain(cause.as_deref()).collect(),
            vec![],
        ),
        StmtKind::Try(node) => {
            let types = node
                .handlers
                .iter()
                .filter_map(|handler| handler.typ.as_ref());
            let handlers = node.handlers.iter().map(|handler| &handler.body[..]);
            let bodies = [&node.body[..], &node.orelse, &node.finalbody]
                .into_iter()
                .chain(handlers);
            (types.collect(), bodies.collect())
        }
        StmtKind::Assert { test, msg } => (
            [&**test].into_iter().chain(msg.as_deref()).collect(),
            vec![],
        ),
        StmtKind::Expr(value) => (vec![value], vec![]),
        StmtKind::TypeAlias(_)
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::Global(_)
        | StmtKind::Nonlocal(_)
        | StmtKind::Pass
        | StmtKind::Skipped
        | StmtKind::Break
        | StmtKind::Continue => (vec![], vec![]),
    }
}
