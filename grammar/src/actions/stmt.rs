//! Actions for statements.

use super::{ArgumentItem, Made, ParameterItem, Refused, arguments, prepend, split_arguments};
use crate::ast::*;
use crate::check::{Target, is_target};

/// The number of `elif`s that CPython's parser has the stack for.
const MAX_ELIFS: usize = 5_965;

pub(crate) fn stmt(l: u32, kind: StmtKind, r: u32) -> Stmt {
    Stmt {
        span: Span::new(l, r),
        kind,
    }
}

fn require(target: &Expr, kind: Target) -> Made<()> {
    if is_target(target, kind) {
        Ok(())
    } else {
        Err(Refused::Here.into())
    }
}

/// `first = ... = last`.
pub(crate) fn assign(first: Expr, mut rest: Vec<Expr>) -> Made<StmtKind> {
    let Some(value) = rest.pop() else {
        return Err(Refused::Here.into());
    };
    let targets = prepend(first, rest);
    targets
        .iter()
        .try_for_each(|target| require(target, Target::Star))?;
    Ok(StmtKind::Assign {
        targets,
        value: Box::new(value),
    })
}

pub(crate) fn augmented(target: Expr, op: Operator, op_span: Span, value: Expr) -> Made<StmtKind> {
    require(&target, Target::Single)?;
    Ok(StmtKind::AugAssign {
        target: Box::new(target),
        op,
        op_span,
        value: Box::new(value),
    })
}

/// Whether something begins with a target in parentheses, which is taken for all of an annotated target.
fn begins_with_target(mut expr: &Expr) -> bool {
    loop {
        expr = match &expr.kind {
            _ if expr.parenthesised => return is_target(expr, Target::Single),
            ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
            ExprKind::Call(call) => &call.func,
            _ => return false,
        };
    }
}

pub(crate) fn annotated(target: Expr, annotation: Expr, value: Option<Expr>) -> Made<StmtKind> {
    require(&target, Target::Single)?;
    if !target.parenthesised && begins_with_target(&target) {
        return Err(Refused::Here.into());
    }
    let simple = matches!(target.kind, ExprKind::Name(_)) && !target.parenthesised;
    Ok(StmtKind::AnnAssign(Box::new(AnnAssign {
        target,
        annotation,
        value,
        simple,
    })))
}

pub(crate) fn delete(targets: Expr) -> Made<StmtKind> {
    require(&targets, Target::Delete)?;
    Ok(StmtKind::Delete(match targets.kind {
        ExprKind::Tuple(items) if !targets.parenthesised => items,
        kind => vec![Expr { kind, ..targets }],
    }))
}

pub(crate) fn type_alias(name: Expr, params: Option<Vec<TypeParam>>, value: Expr) -> StmtKind {
    StmtKind::TypeAlias(Box::new(TypeAlias {
        name,
        type_params: params.unwrap_or_default(),
        value,
    }))
}

pub(crate) fn type_param(
    l: u32,
    name: Ident,
    kind: TypeParamKind,
    default: Option<Expr>,
    r: u32,
) -> TypeParam {
    TypeParam {
        span: Span::new(l, r),
        name,
        kind,
        default: default.map(Box::new),
    }
}

pub(crate) fn alias(l: u32, name: Ident, asname: Option<Ident>, r: u32) -> Alias {
    Alias {
        span: Span::new(l, r),
        name,
        asname,
    }
}

pub(crate) fn dotted(left: Ident, right: Ident) -> Ident {
    format!("{left}.{right}").into()
}

pub(crate) fn import_from(
    dots: Vec<u32>,
    module: Option<Ident>,
    names: Vec<Alias>,
) -> Made<StmtKind> {
    if dots.is_empty() && module.is_none() {
        return Err(Refused::Here.into());
    }
    Ok(StmtKind::ImportFrom {
        module,
        names,
        level: dots.iter().sum(),
    })
}

/// The decorators before a definition.
pub(crate) fn decorated(list: Vec<Expr>, mut definition: Stmt) -> Stmt {
    match &mut definition.kind {
        StmtKind::FunctionDef(function) => function.decorators = list,
        StmtKind::ClassDef(class) => class.decorators = list,
        _ => {}
    }
    definition
}

pub(crate) fn function(
    is_async: bool,
    (name, name_span): (Ident, Span),
    params: Option<Vec<TypeParam>>,
    args: Option<Vec<ParameterItem>>,
    returns: Option<Expr>,
    body: Vec<Stmt>,
) -> Made<StmtKind> {
    Ok(StmtKind::FunctionDef(Box::new(FunctionDef {
        name,
        name_span,
        args: arguments(args)?,
        body,
        decorators: Vec::new(),
        returns: returns.map(Box::new),
        type_params: params.unwrap_or_default(),
        is_async,
    })))
}

pub(crate) fn class(
    (name, name_span): (Ident, Span),
    params: Option<Vec<TypeParam>>,
    args: Option<Option<Vec<ArgumentItem>>>,
    body: Vec<Stmt>,
) -> Made<StmtKind> {
    let (bases, keywords) = split_arguments(args.flatten().unwrap_or_default())?;
    let type_params = params.unwrap_or_default();
    let decorators = Vec::new();
    Ok(StmtKind::ClassDef(Box::new(ClassDef {
        name,
        name_span,
        bases,
        keywords,
        body,
        decorators,
        type_params,
    })))
}

/// An `if` with its `elif`s, each given by where it starts.
pub(crate) fn if_chain(
    l: u32,
    test: Expr,
    body: Vec<Stmt>,
    elifs: Vec<(u32, Expr, Vec<Stmt>)>,
    orelse: Option<Vec<Stmt>>,
    r: u32,
) -> Made<StmtKind> {
    if elifs.len() > MAX_ELIFS {
        return Err(Refused::Nested.into());
    }
    let branch = |(start, test, body)| IfBranch {
        span: Span::new(start, r),
        test,
        body,
    };
    let branches = std::iter::once((l, test, body))
        .chain(elifs)
        .map(branch)
        .collect();
    Ok(StmtKind::If {
        branches,
        orelse: orelse.unwrap_or_default(),
    })
}

pub(crate) fn while_loop(test: Expr, body: Vec<Stmt>, orelse: Option<Vec<Stmt>>) -> StmtKind {
    StmtKind::While {
        test: Box::new(test),
        body,
        orelse: orelse.unwrap_or_default(),
    }
}

pub(crate) fn for_loop(
    is_async: bool,
    target: Expr,
    iter: Expr,
    body: Vec<Stmt>,
    orelse: Option<Vec<Stmt>>,
) -> Made<StmtKind> {
    require(&target, Target::Star)?;
    Ok(StmtKind::For(Box::new(For {
        target,
        iter,
        body,
        orelse: orelse.unwrap_or_default(),
        is_async,
    })))
}

pub(crate) fn with_item(context_expr: Expr, optional_vars: Option<Expr>) -> Made<WithItem> {
    if let Some(target) = &optional_vars {
        require(target, Target::Star)?;
    }
    Ok(WithItem {
        context_expr,
        optional_vars,
    })
}

/// `with a as b, c:`. In `with (a, b):` the parentheses are the statement's, not a tuple's; the items
/// begin at `start`.
pub(crate) fn with(
    is_async: bool,
    start: u32,
    mut items: Vec<WithItem>,
    body: Vec<Stmt>,
) -> Made<StmtKind> {
    if let [
        WithItem {
            context_expr,
            optional_vars: None,
        },
    ] = &mut items[..]
        && context_expr.parenthesised
        && context_expr.span.start == start
        && let ExprKind::Tuple(elements) = &mut context_expr.kind
        && !elements.is_empty()
        && elements.iter().all(is_plain)
    {
        let item = |context_expr| WithItem {
            context_expr,
            optional_vars: None,
        };
        items = std::mem::take(elements).into_iter().map(item).collect();
    }
    with_in_parentheses(is_async, items, body)
}

/// Whether the element of a tuple could stand there without the tuple.
fn is_plain(element: &Expr) -> bool {
    match element.kind {
        ExprKind::Starred(_) => false,
        ExprKind::NamedExpr { .. } => element.parenthesised,
        _ => true,
    }
}

pub(crate) fn with_in_parentheses(
    is_async: bool,
    items: Vec<WithItem>,
    body: Vec<Stmt>,
) -> Made<StmtKind> {
    Ok(StmtKind::With(Box::new(With {
        items,
        body,
        is_async,
    })))
}

pub(crate) fn handler(
    l: u32,
    typ: Option<Expr>,
    name: Option<Ident>,
    body: Vec<Stmt>,
    r: u32,
) -> ExceptHandler {
    ExceptHandler {
        span: Span::new(l, r),
        typ,
        name,
        body,
    }
}

/// Each handler comes with whether it is an `except*`.
pub(crate) fn try_except(
    body: Vec<Stmt>,
    handlers: Vec<(bool, ExceptHandler)>,
    orelse: Option<Vec<Stmt>>,
    finalbody: Option<Vec<Stmt>>,
) -> Made<StmtKind> {
    let is_star = handlers.first().is_some_and(|(star, _)| *star);
    if handlers.iter().any(|(star, _)| *star != is_star) {
        return Err(Refused::Here.into());
    }
    Ok(StmtKind::Try(Box::new(Try {
        body,
        handlers: handlers.into_iter().map(|(_, handler)| handler).collect(),
        orelse: orelse.unwrap_or_default(),
        finalbody: finalbody.unwrap_or_default(),
        is_star,
    })))
}

pub(crate) fn match_statement(subject: Expr, cases: Vec<MatchCase>) -> Made<StmtKind> {
    if matches!(subject.kind, ExprKind::Starred(_)) {
        return Err(Refused::Here.into());
    }
    Ok(StmtKind::Match {
        subject: Box::new(subject),
        cases,
    })
}
