//! Actions for expressions, arguments and parameters.

use super::{Made, Refused, deepest, leaf, node};
use crate::ast::*;
use crate::check::{Target, is_target};

/// How often prefix operators and conditionals, or lambdas and powers, nest directly in each other:
/// what CPython's parser has the stack for.
const MAX_PREFIXES: u32 = 5_969;
const MAX_TAILS: u32 = 2_984;

/// An argument of a call, or of a class definition.
#[derive(Debug)]
pub(crate) enum ArgumentItem {
    Positional(Expr),
    Keyword(Keyword),
}

/// An entry of a parameter list.
#[derive(Debug)]
pub(crate) enum ParameterItem {
    Plain(Arg, Option<Expr>),
    Slash,
    Star(Option<Arg>),
    DoubleStar(Arg),
}

pub(crate) fn constant(l: u32, value: Constant, r: u32) -> Expr {
    leaf(l, ExprKind::Constant(value), r)
}

pub(crate) fn empty_tuple(l: u32, r: u32) -> Expr {
    Expr {
        parenthesised: true,
        ..leaf(l, ExprKind::Tuple(Vec::new()), r)
    }
}

pub(crate) fn tuple(l: u32, items: Vec<Expr>, r: u32) -> Made<Expr> {
    node(l, deepest(&items), ExprKind::Tuple(items), r)
}

pub(crate) fn list(l: u32, items: Option<Vec<Expr>>, r: u32) -> Made<Expr> {
    let items = items.unwrap_or_default();
    node(l, deepest(&items), ExprKind::List(items), r)
}

pub(crate) fn set(l: u32, items: Vec<Expr>, r: u32) -> Made<Expr> {
    node(l, deepest(&items), ExprKind::Set(items), r)
}

pub(crate) fn dict(l: u32, items: Option<Vec<(Option<Expr>, Expr)>>, r: u32) -> Made<Expr> {
    let items = items.unwrap_or_default();
    let depth = deepest(
        items
            .iter()
            .flat_map(|(key, value)| key.iter().chain([value])),
    );
    node(l, depth, ExprKind::Dict(items), r)
}

/// An expression in parentheses that stays what it is.
pub(crate) fn group(value: Expr) -> Expr {
    Expr {
        parenthesised: true,
        ..value
    }
}

/// What stands between parentheses; they belong to a tuple but to nothing else.
pub(crate) fn parenthesised(l: u32, value: Expr, r: u32) -> Made<Expr> {
    match value.kind {
        ExprKind::Starred(_) => Err(Refused::Here.into()),
        ExprKind::Tuple(_) if !value.parenthesised => Ok(Expr {
            span: Span::new(l, r),
            ..group(value)
        }),
        _ => Ok(group(value)),
    }
}

pub(crate) fn starred(l: u32, value: Expr, r: u32) -> Made<Expr> {
    node(l, value.depth, ExprKind::Starred(Box::new(value)), r)
}

/// `x[*y]`: the same as `x[*y,]`.
pub(crate) fn starred_index(l: u32, value: Expr, r: u32) -> Made<Expr> {
    tuple(l, vec![starred(l, value, r)?], r)
}

pub(crate) fn named(l: u32, target: Expr, value: Expr, r: u32) -> Made<Expr> {
    node(
        l,
        value.depth,
        ExprKind::NamedExpr {
            target: Box::new(target),
            value: Box::new(value),
        },
        r,
    )
}

pub(crate) fn conditional(l: u32, body: Expr, test: Expr, orelse: Expr, r: u32) -> Made<Expr> {
    let depth = body.depth.max(test.depth).max(orelse.depth);
    if depth >= MAX_PREFIXES && matches!(orelse.kind, ExprKind::IfExp { .. }) {
        return Err(Refused::Nested.into());
    }
    let kind = ExprKind::IfExp {
        test: Box::new(test),
        body: Box::new(body),
        orelse: Box::new(orelse),
    };
    node(l, depth, kind, r)
}

pub(crate) fn lambda(l: u32, items: Option<Vec<ParameterItem>>, body: Expr, r: u32) -> Made<Expr> {
    if body.depth >= MAX_TAILS && matches!(body.kind, ExprKind::Lambda { .. }) {
        return Err(Refused::Nested.into());
    }
    let args = arguments(items)?;
    let depth = defaults_depth(&args).max(body.depth);
    node(
        l,
        depth,
        ExprKind::Lambda {
            args: Box::new(args),
            body: Box::new(body),
        },
        r,
    )
}

fn defaults_depth(args: &Arguments) -> u32 {
    let all = args
        .posonlyargs
        .iter()
        .chain(&args.args)
        .chain(&args.kwonlyargs);
    deepest(all.filter_map(|parameter| parameter.default.as_deref()))
}

pub(crate) fn bool_op(l: u32, op: BoolOperator, values: Vec<Expr>, r: u32) -> Made<Expr> {
    node(l, deepest(&values), ExprKind::BoolOp { op, values }, r)
}

/// `first`, and what follows it with `and` and `or`.
pub(crate) fn bool_chain(
    l: u32,
    first: Expr,
    r: u32,
    rest: Vec<(BoolOperator, u32, Expr, u32)>,
) -> Made<Expr> {
    let joined = |op, l, mut values: Vec<Expr>, r| match (values.len(), values.pop()) {
        (1, Some(only)) => Ok(only),
        (_, last) => {
            values.extend(last);
            bool_op(l, op, values, r)
        }
    };
    let (mut all, mut start, mut end, mut group) = (Vec::new(), l, r, vec![first]);
    for (op, l, operand, r) in rest {
        if op == BoolOperator::Or {
            all.push(joined(
                BoolOperator::And,
                start,
                std::mem::take(&mut group),
                end,
            )?);
            start = l;
        }
        group.push(operand);
        end = r;
    }
    all.push(joined(BoolOperator::And, start, group, end)?);
    joined(BoolOperator::Or, l, all, end)
}

pub(crate) fn unary(l: u32, op: UnaryOperator, operand: Expr, r: u32) -> Made<Expr> {
    if operand.depth >= MAX_PREFIXES && matches!(operand.kind, ExprKind::UnaryOp { .. }) {
        return Err(Refused::Nested.into());
    }
    node(
        l,
        operand.depth,
        ExprKind::UnaryOp {
            op,
            operand: Box::new(operand),
        },
        r,
    )
}

pub(crate) fn compare(l: u32, left: Expr, rest: Vec<(CmpOperator, Expr)>, r: u32) -> Made<Expr> {
    let depth = deepest(rest.iter().map(|(_, right)| right)).max(left.depth);
    node(
        l,
        depth,
        ExprKind::Compare {
            left: Box::new(left),
            rest,
        },
        r,
    )
}

/// A binary operator with what is to its right.
pub(crate) struct BinaryOperand {
    pub(crate) op: Operator,
    pub(crate) op_span: Span,
    /// Where the operand starts and ends, parentheses included.
    pub(crate) l: u32,
    pub(crate) operand: Expr,
    pub(crate) r: u32,
}

/// How tight a left-associative operator binds.
fn tightness(op: Operator) -> u8 {
    match op {
        Operator::BitOr => 0,
        Operator::BitXor => 1,
        Operator::BitAnd => 2,
        Operator::LShift | Operator::RShift => 3,
        Operator::Add | Operator::Sub => 4,
        _ => 5,
    }
}

/// `first` and the operands that follow it, grouped as their operators say.
pub(crate) fn binary_chain(l: u32, first: Expr, rest: Vec<BinaryOperand>) -> Made<Expr> {
    // What waits for its right operand, each tighter than the one before.
    let mut waiting: Vec<(u32, Expr, Operator, Span)> = Vec::new();
    let (mut l, mut left, mut end) = (l, first, 0);
    for next in rest {
        while let Some((start, outer, op, op_span)) =
            waiting.pop_if(|(_, _, op, _)| tightness(*op) >= tightness(next.op))
        {
            left = binary(start, outer, op, op_span, left, end)?;
            l = start;
        }
        waiting.push((l, left, next.op, next.op_span));
        (l, left, end) = (next.l, next.operand, next.r);
    }
    while let Some((start, outer, op, op_span)) = waiting.pop() {
        left = binary(start, outer, op, op_span, left, end)?;
    }
    Ok(left)
}

pub(crate) fn binary(
    l: u32,
    left: Expr,
    op: Operator,
    op_span: Span,
    right: Expr,
    r: u32,
) -> Made<Expr> {
    if op == Operator::Pow
        && right.depth >= MAX_TAILS
        && matches!(
            right.kind,
            ExprKind::BinOp {
                op: Operator::Pow,
                ..
            }
        )
    {
        return Err(Refused::Nested.into());
    }
    let depth = left.depth.max(right.depth);
    node(
        l,
        depth,
        ExprKind::BinOp {
            left: Box::new(left),
            op,
            op_span,
            right: Box::new(right),
        },
        r,
    )
}

/// `1 + 2j` in a pattern; only a real number and an imaginary one go together.
pub(crate) fn complex(
    l: u32,
    left: Expr,
    op: Operator,
    op_span: Span,
    right: Expr,
    r: u32,
) -> Made<Expr> {
    let is_imaginary = |expr: &Expr| matches!(expr.kind, ExprKind::Constant(Constant::Complex(_)));
    let real = match &left.kind {
        ExprKind::UnaryOp { operand, .. } => operand,
        _ => &left,
    };
    if is_imaginary(real) || !is_imaginary(&right) {
        return Err(Refused::Here.into());
    }
    binary(l, left, op, op_span, right, r)
}

pub(crate) fn await_value(l: u32, value: Expr, r: u32) -> Made<Expr> {
    node(l, value.depth, ExprKind::Await(Box::new(value)), r)
}

pub(crate) fn yield_from(l: u32, value: Expr, r: u32) -> Made<Expr> {
    node(l, value.depth, ExprKind::YieldFrom(Box::new(value)), r)
}

pub(crate) fn yield_value(l: u32, value: Option<Expr>, r: u32) -> Made<Expr> {
    node(l, deepest(&value), ExprKind::Yield(value.map(Box::new)), r)
}

pub(crate) fn attribute(l: u32, value: Expr, attr: Ident, attr_span: Span) -> Made<Expr> {
    let kind = ExprKind::Attribute {
        value: Box::new(value),
        attr,
        attr_span,
    };
    let ExprKind::Attribute { value, .. } = &kind else {
        return Err(Refused::Here.into());
    };
    node(l, value.depth, kind, attr_span.end)
}

pub(crate) fn subscript(l: u32, value: Expr, slice: Expr, r: u32) -> Made<Expr> {
    let depth = value.depth.max(slice.depth);
    node(
        l,
        depth,
        ExprKind::Subscript {
            value: Box::new(value),
            slice: Box::new(slice),
        },
        r,
    )
}

pub(crate) fn slice(
    l: u32,
    lower: Option<Expr>,
    upper: Option<Expr>,
    step: Option<Expr>,
    r: u32,
) -> Made<Expr> {
    let depth = deepest(lower.iter().chain(&upper).chain(&step));
    let kind = ExprKind::Slice {
        lower: lower.map(Box::new),
        upper: upper.map(Box::new),
        step: step.map(Box::new),
    };
    node(l, depth, kind, r)
}

fn generators_depth(generators: &[Comprehension]) -> u32 {
    deepest(
        generators
            .iter()
            .flat_map(|g| [&g.target, &g.iter].into_iter().chain(&g.ifs)),
    )
}

pub(crate) fn comprehension(
    is_async: bool,
    target: Expr,
    iter: Expr,
    ifs: Vec<Expr>,
) -> Made<Comprehension> {
    if !is_target(&target, Target::Star) {
        return Err(Refused::Here.into());
    }
    Ok(Comprehension {
        target,
        iter,
        ifs,
        is_async,
    })
}

pub(crate) fn generator(l: u32, elt: Expr, generators: Vec<Comprehension>, r: u32) -> Made<Expr> {
    let depth = generators_depth(&generators).max(elt.depth);
    node(
        l,
        depth,
        ExprKind::GeneratorExp {
            elt: Box::new(elt),
            generators,
        },
        r,
    )
    .map(group)
}

pub(crate) fn list_comp(l: u32, elt: Expr, generators: Vec<Comprehension>, r: u32) -> Made<Expr> {
    let depth = generators_depth(&generators).max(elt.depth);
    node(
        l,
        depth,
        ExprKind::ListComp {
            elt: Box::new(elt),
            generators,
        },
        r,
    )
}

pub(crate) fn set_comp(l: u32, elt: Expr, generators: Vec<Comprehension>, r: u32) -> Made<Expr> {
    let depth = generators_depth(&generators).max(elt.depth);
    node(
        l,
        depth,
        ExprKind::SetComp {
            elt: Box::new(elt),
            generators,
        },
        r,
    )
}

pub(crate) fn dict_comp(
    l: u32,
    key: Expr,
    value: Expr,
    generators: Vec<Comprehension>,
    r: u32,
) -> Made<Expr> {
    let depth = generators_depth(&generators)
        .max(key.depth)
        .max(value.depth);
    node(
        l,
        depth,
        ExprKind::DictComp(Box::new(DictComp {
            key,
            value,
            generators,
        })),
        r,
    )
}

pub(crate) fn call(l: u32, func: Expr, args: Option<Vec<ArgumentItem>>, r: u32) -> Made<Expr> {
    let (args, keywords) = split_arguments(args.unwrap_or_default())?;
    let depth = deepest(
        args.iter()
            .chain(keywords.iter().map(|keyword| &keyword.value))
            .chain([&func]),
    );
    node(
        l,
        depth,
        ExprKind::Call(Box::new(Call {
            func,
            args,
            keywords,
        })),
        r,
    )
}

/// `f(x for x in y)`: the parentheses, which start at `args_start`, are the generator's, too.
pub(crate) fn call_generator(
    l: u32,
    func: Expr,
    args_start: u32,
    elt: Expr,
    generators: Vec<Comprehension>,
    r: u32,
) -> Made<Expr> {
    let argument = generator(args_start, elt, generators, r)?;
    call(l, func, Some(vec![ArgumentItem::Positional(argument)]), r)
}

/// Separates positional from keyword arguments, if their order is legal.
pub(crate) fn split_arguments(items: Vec<ArgumentItem>) -> Made<(Vec<Expr>, Vec<Keyword>)> {
    let (mut args, mut keywords) = (Vec::with_capacity(items.len()), Vec::new());
    let (mut seen_keyword, mut seen_mapping) = (false, false);
    for item in items {
        match item {
            ArgumentItem::Positional(value) => {
                let is_starred = matches!(value.kind, ExprKind::Starred(_));
                if seen_mapping || seen_keyword && !is_starred {
                    return Err(Refused::Here.into());
                }
                args.push(value);
            }
            ArgumentItem::Keyword(keyword) => {
                seen_keyword = true;
                seen_mapping |= keyword.arg.is_none();
                keywords.push(keyword);
            }
        }
    }
    Ok((args, keywords))
}

pub(crate) fn keyword(l: u32, arg: Option<Ident>, value: Expr, r: u32) -> ArgumentItem {
    ArgumentItem::Keyword(Keyword {
        span: Span::new(l, r),
        arg,
        value,
    })
}

pub(crate) fn arg(l: u32, name: Ident, annotation: Option<Expr>, r: u32) -> Arg {
    Arg {
        span: Span::new(l, r),
        name,
        annotation: annotation.map(Box::new),
    }
}

/// A parameter list, if its entries are in a legal order.
pub(crate) fn arguments(items: Option<Vec<ParameterItem>>) -> Made<Arguments> {
    let mut result = Arguments::default();
    let (mut seen_default, mut seen_slash, mut seen_star) = (false, false, false);
    let mut bare_star = false;
    for item in items.unwrap_or_default() {
        if result.kwarg.is_some() {
            return Err(Refused::Here.into());
        }
        match item {
            ParameterItem::Plain(arg, default) => {
                if !seen_star && seen_default && default.is_none() {
                    return Err(Refused::Here.into());
                }
                seen_default |= default.is_some();
                bare_star = false;
                let parameter = Parameter {
                    arg,
                    default: default.map(Box::new),
                };
                if seen_star {
                    result.kwonlyargs.push(parameter)
                } else {
                    result.args.push(parameter)
                }
            }
            ParameterItem::Slash => {
                if seen_slash || seen_star || result.args.is_empty() {
                    return Err(Refused::Here.into());
                }
                seen_slash = true;
                result.posonlyargs = std::mem::take(&mut result.args);
            }
            ParameterItem::Star(vararg) => {
                if seen_star {
                    return Err(Refused::Here.into());
                }
                seen_star = true;
                bare_star = vararg.is_none();
                result.vararg = vararg;
            }
            ParameterItem::DoubleStar(kwarg) => {
                if bare_star {
                    return Err(Refused::Here.into());
                }
                result.kwarg = Some(kwarg);
            }
        }
    }
    if bare_star {
        Err(Refused::Here.into())
    } else {
        Ok(result)
    }
}
