//! What the rules report: the places and words of mistakes.

use super::fragment;
use super::machine::{Capture, Machine};
use crate::ast::{Constant, Expr, ExprKind, Span};
use crate::check::{Wrong, wrong_target};
use crate::error::{ErrorKind, SyntaxError};
use crate::locate::Locator;
use crate::token::{Tok, Token};

/// What stands after `=>` in the rules.
#[derive(Debug)]
pub(super) enum Raise {
    /// A message at a place; in it `{kind:a}` and the like stand for the captures of these names.
    Message(Place, String, Vec<&'static str>),
    /// A function of captures.
    Call(Function, Vec<u8>),
}

/// Where an error is reported; numbers are those of captures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    At(u8),
    Range(u8, u8),
    From(u8),
    Last,
    Next,
    Indent,
}

/// What comes of it.
pub(super) enum Outcome {
    Raised(Box<SyntaxError>),
    /// All is well, the rule goes on.
    Fine,
    /// It wasn't this mistake; the rule fails.
    NoMistake,
}

/// A mistake that takes more than a message.
pub(super) type Function = fn(&Machine<'_>, &[Capture]) -> Outcome;

/// The function of that name in the rules.
pub(super) fn function(name: &str) -> Function {
    match name {
        "target" => |machine, captures| invalid_target(machine, captures, Wrong::Assign),
        "for_target" => |machine, captures| invalid_target(machine, captures, Wrong::For),
        "delete_target" => |machine, captures| invalid_target(machine, captures, Wrong::Delete),
        "comma" => missing_comma,
        "legacy" => legacy,
        "key" => lone_key,
        "comprehension_target" => comprehension_target,
        "tuple_bound" => |machine, captures| bound(machine, captures, "TypeVarTuple"),
        "spec_bound" => |machine, captures| bound(machine, captures, "ParamSpec"),
        "real" => |machine, captures| number(machine, captures, false),
        "imaginary" => |machine, captures| number(machine, captures, true),
        "generator" => generator,
        "generator_after" => generator_after,
        "positional" => positional,
        "conversion" => conversion,
        "converted" => converted,
        "literal" => literal,
        _ => panic!("no function {name}"),
    }
}

/// Carries out what follows `=>`.
pub(super) fn raise(raise: &Raise, machine: &Machine<'_>, captures: [Capture; 3]) -> Outcome {
    match raise {
        Raise::Call(function, slots) => {
            let captures: Vec<Capture> = slots
                .iter()
                .map(|slot| captures[usize::from(*slot)])
                .collect();
            function(machine, &captures)
        }
        Raise::Message(place, template, labels) => {
            let message = fill(template, labels, machine, captures);
            let capture = |slot: u8| captures[usize::from(slot)];
            let error = match *place {
                Place::At(slot) => machine.error(message, machine.span(capture(slot))),
                Place::Range(from, to) => machine.error(
                    message,
                    machine.span(capture(from)).to(machine.span(capture(to))),
                ),
                Place::From(slot) => machine.error_from(message, machine.span(capture(slot)).start),
                Place::Last => machine.locator().at_token(message, machine.last()),
                Place::Next => {
                    let next = machine.tokens[(machine.at as usize).min(machine.tokens.len() - 1)];
                    machine.locator().at_token(message, next)
                }
                Place::Indent => SyntaxError {
                    kind: ErrorKind::Indentation,
                    ..machine.locator().at_token(message, machine.last())
                },
            };
            raised(error)
        }
    }
}

/// The error for a token that had to come next.
pub(super) fn forced(machine: &Machine<'_>, kind: Tok) -> SyntaxError {
    let found = machine.tokens[(machine.at as usize).min(machine.tokens.len() - 1)];
    machine.locator().on_token(
        format!("expected '{}'", kind.spelling().unwrap_or("")),
        found,
    )
}

fn raised(error: SyntaxError) -> Outcome {
    Outcome::Raised(Box::new(error))
}

/// Replaces `{kind:a}`, `{name:a}` and `{line:a}`.
fn fill(template: &str, labels: &[&str], machine: &Machine<'_>, captures: [Capture; 3]) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        message += before;
        // Some messages speak of braces.
        let field = after
            .split_once('}')
            .and_then(|(field, after)| Some((field.split_once(':')?, after)));
        let Some(((what, label), after)) =
            field.filter(|((what, _), _)| matches!(*what, "kind" | "name" | "line"))
        else {
            message.push('{');
            rest = after;
            continue;
        };
        let slot = labels.iter().position(|known| *known == label).unwrap_or(0);
        let capture = captures[slot];
        match what {
            "kind" => {
                message += machine
                    .expr(capture)
                    .as_ref()
                    .map_or("expression", kind_name)
            }
            "line" => {
                message += &machine
                    .locator()
                    .line(machine.span(capture).start)
                    .to_string()
            }
            _ => message += machine.text(machine.tokens[capture.0 as usize]),
        }
        rest = after;
    }
    message + rest
}

impl Machine<'_> {
    pub(super) fn locator(&self) -> Locator<'_> {
        Locator::new(self.source)
    }

    /// The last token read.
    pub(super) fn last(&self) -> Token {
        self.tokens[self.read.saturating_sub(1)]
    }

    fn captured(&self, (start, end): Capture) -> &[Token] {
        self.tokens.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The expression that a capture holds.
    fn expr(&self, capture: Capture) -> Option<Expr> {
        fragment::expression(self.source, self.captured(capture))
    }

    /// Where a capture stands; parentheses around an expression are no part of it.
    fn span(&self, capture: Capture) -> Span {
        let tokens = self.captured(capture);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return Span::default();
        };
        if tokens.len() > 2
            && first.kind == Tok::LParen
            && let Some(expr) = self.expr(capture)
        {
            return expr.span;
        }
        first.span.to(last.span)
    }

    fn error(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        self.locator().at(message, span)
    }

    /// From `start` to where the lexer is.
    fn error_from(&self, message: impl Into<String>, start: u32) -> SyntaxError {
        self.locator().up_to_lexer(message, start, self.last())
    }
}

fn invalid_target(machine: &Machine<'_>, captures: &[Capture], wrong: Wrong) -> Outcome {
    let Some(expr) = machine.expr(captures[0]) else {
        return Outcome::NoMistake;
    };
    let Some(culprit) = wrong_target(&expr, wrong) else {
        return Outcome::NoMistake;
    };
    let verb = if wrong == Wrong::Delete {
        "delete"
    } else {
        "assign to"
    };
    raised(machine.error(
        format!("cannot {verb} {}", kind_name(culprit)),
        culprit.span,
    ))
}

fn is_legacy(machine: &Machine<'_>, capture: Capture) -> bool {
    matches!(machine.captured(capture), [name] if name.kind == Tok::Name && matches!(machine.text(*name), "print" | "exec"))
}

fn missing_comma(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let &[left, right] = captures else {
        return Outcome::NoMistake;
    };
    let level = machine.levels[(machine.at as usize).saturating_sub(1)];
    if level == 0 || is_legacy(machine, left) {
        return Outcome::NoMistake;
    }
    let span = machine.span(left).to(machine.span(right));
    raised(machine.error("invalid syntax. Perhaps you forgot a comma?", span))
}

fn legacy(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let &[name, arguments] = captures else {
        return Outcome::NoMistake;
    };
    if !is_legacy(machine, name) {
        return Outcome::NoMistake;
    }
    let text = machine.text(machine.tokens[name.0 as usize]);
    let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
    raised(machine.error(message, machine.span(name).to(machine.span(arguments))))
}

/// A key without a value: reported at its last character.
fn lone_key(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    raised(machine.locator().at_end(
        "':' expected after dictionary key",
        machine.span(captures[0]),
    ))
}

fn comprehension_target(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let &[first, rest] = captures else {
        return Outcome::NoMistake;
    };
    let last = match machine.expr(rest) {
        Some(Expr {
            kind: ExprKind::Tuple(items),
            parenthesised: false,
            span,
            ..
        }) => items.last().map_or(span, |last| last.span),
        _ => machine.span(rest),
    };
    let message = "did you forget parentheses around the comprehension target?";
    raised(machine.error(message, machine.span(first).to(last)))
}

fn bound(machine: &Machine<'_>, captures: &[Capture], kind: &str) -> Outcome {
    let &[colon, bound] = captures else {
        return Outcome::NoMistake;
    };
    let is_tuple = matches!(
        machine.expr(bound),
        Some(Expr {
            kind: ExprKind::Tuple(_),
            ..
        })
    );
    let what = if is_tuple { "constraints" } else { "bound" };
    raised(machine.error_from(
        format!("cannot use {what} with {kind}"),
        machine.span(colon).start,
    ))
}

fn number(machine: &Machine<'_>, captures: &[Capture], imaginary: bool) -> Outcome {
    let number = machine.tokens[captures[0].0 as usize];
    if machine.text(number).ends_with(['j', 'J']) == imaginary {
        return Outcome::Fine;
    }
    let kind = if imaginary { "imaginary" } else { "real" };
    raised(machine.error(
        format!("{kind} number required in complex literal"),
        number.span,
    ))
}

const NEEDS_PARENTHESES: &str = "Generator expression must be parenthesized";

fn generator(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let &[element, generators] = captures else {
        return Outcome::NoMistake;
    };
    let end = fragment::last_condition(machine.source, machine.captured(generators))
        .unwrap_or_else(|| machine.span(generators));
    raised(machine.error(NEEDS_PARENTHESES, machine.span(element).to(end)))
}

/// Arguments, the last of which is followed by `for`: fine if it is the only one.
fn generator_after(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let &[arguments, generators] = captures else {
        return Outcome::NoMistake;
    };
    let (args, _) = fragment::arguments(machine.source, machine.captured(arguments));
    let [_, .., last] = &args[..] else {
        return Outcome::NoMistake;
    };
    let end = fragment::last_condition(machine.source, machine.captured(generators))
        .unwrap_or_else(|| machine.span(generators));
    raised(machine.error(NEEDS_PARENTHESES, last.span.to(end)))
}

fn positional(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let (_, keywords) = fragment::arguments(machine.source, machine.captured(captures[0]));
    let unpacking = if keywords.iter().any(|keyword| keyword.arg.is_none()) {
        " unpacking"
    } else {
        ""
    };
    let message = format!("positional argument follows keyword argument{unpacking}");
    raised(machine.locator().at_token(message, machine.last()))
}

fn conversion(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let (mark, name) = (
        machine.tokens[captures[0].0 as usize],
        machine.tokens[captures[1].0 as usize],
    );
    if mark.span.end != name.span.start {
        // The misspelling is the original's.
        let message = "f-string: conversion type must come right after the exclamanation mark";
        return raised(machine.error(message, mark.span.to(name.span)));
    }
    Outcome::Fine
}

/// A field of an f-string that is complete, with its conversion.
fn converted(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    let (start, end) = captures[0];
    let Some(name) = (start..end).last().map(|at| machine.tokens[at as usize]) else {
        return Outcome::Fine;
    };
    match machine.text(name) {
        "s" | "r" | "a" => Outcome::Fine,
        other => {
            let message = format!(
                "f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'"
            );
            raised(machine.error(message, name.span))
        }
    }
}

/// String literals, which may be wrong in themselves.
fn literal(machine: &Machine<'_>, captures: &[Capture]) -> Outcome {
    match fragment::wrong_literal(machine.source, machine.captured(captures[0])) {
        None => Outcome::Fine,
        Some((message, Some(span))) => raised(machine.error(message, span)),
        Some((message, None)) => raised(machine.locator().at_token(message, machine.last())),
    }
}

/// What CPython calls an expression in its messages.
pub(crate) fn kind_name(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred(_) => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List(_) => "list",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call(_) => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp { .. } => "generator expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Set(_) => "set display",
        ExprKind::JoinedStr(_) | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::Constant(constant) => match constant {
            Constant::None => "None",
            Constant::True => "True",
            Constant::False => "False",
            Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice { .. } => "slice",
    }
}
