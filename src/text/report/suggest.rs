//! "Did you mean": the name closest to one that was not found, and the texts that say so.
//!
//! Names are given as their bytes (UTF-8), as which CPython compares them too.

use crate::text::Text;

/// With this many candidates or more, nothing is suggested.
const MAX_CANDIDATES: usize = 750;

/// Where two names differ in a longer stretch than this, they are not compared.
const MAX_STRETCH: usize = 40;

/// What it costs to insert, delete or replace a byte.
const MOVE_COST: usize = 2;

/// What it costs to change a letter's case.
const CASE_COST: usize = 1;

/// The candidate closest to `name`, the first of them if several are, unless none is close.
pub fn closest<'a>(candidates: &[&'a [u8]], name: &[u8]) -> Option<&'a [u8]> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best = None;
    let mut best_cost = usize::MAX;
    for &candidate in candidates.iter().filter(|&&candidate| candidate != name) {
        // Up to a third of the letters of both may be wrong.
        let allowed = (name.len() + candidate.len() + 3) * MOVE_COST / 6;
        let limit = allowed.min(best_cost - 1);
        if let Some(cost) = edit_cost(name, candidate, limit) {
            (best, best_cost) = (Some(candidate), cost);
            if cost == 0 {
                break;
            }
        }
    }
    best
}

/// What it costs to put the byte `b` in the place of `a`.
fn replace_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// What it costs to turn one name into the other, if that is at most `limit`.
fn edit_cost(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev());
    let same = same.take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    if a.is_empty() || b.is_empty() {
        return Some((a.len() + b.len()) * MOVE_COST).filter(|&cost| cost <= limit);
    }
    if a.len().max(b.len()) > MAX_STRETCH || a.len().abs_diff(b.len()) * MOVE_COST > limit {
        return None;
    }
    // The costs of turning each prefix of `a` into the prefix of `b` seen so far.
    let mut row: [usize; MAX_STRETCH + 1] = std::array::from_fn(|at| at * MOVE_COST);
    for &y in b {
        let mut diagonal = row[0];
        row[0] += MOVE_COST;
        let mut least = usize::MAX;
        for (at, &x) in a.iter().enumerate() {
            let moved = row[at].min(row[at + 1]) + MOVE_COST;
            let replaced = diagonal + replace_cost(x, y);
            diagonal = row[at + 1];
            row[at + 1] = moved.min(replaced);
            least = least.min(row[at + 1]);
        }
        if least > limit {
            return None;
        }
    }
    Some(row[a.len()]).filter(|&cost| cost <= limit)
}

/// `name` in `". Did you mean: '...'?"`, or nothing if there is none.
fn did_you_mean(name: Option<&[u8]>) -> Text {
    let mut out = Text::new();
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        out.push_str(". Did you mean: '");
        out.push_wtf8(name);
        out.push_str("'?");
    }
    out
}

/// The candidates without those that start with an underscore, unless `name` does too.
fn public<'a>(candidates: &[&'a [u8]], name: &[u8]) -> Vec<&'a [u8]> {
    let private = name.starts_with(b"_");
    let candidates = candidates.iter().copied();
    candidates
        .filter(|candidate| private || !candidate.starts_with(b"_"))
        .collect()
}

/// What follows an `AttributeError`'s message. The candidates are the object's `dir()`; `own` tells
/// whether the object is the value of the innermost frame's variable `self`.
pub fn attribute(candidates: &[&[u8]], name: &[u8], own: bool) -> Text {
    did_you_mean(match own {
        true => closest(candidates, name),
        false => closest(&public(candidates, name), name),
    })
}

/// What follows the message of an `ImportError` about a name to be imported from a module. The
/// candidates are the module's `dir()`.
pub fn imported_name(candidates: &[&[u8]], name: &[u8]) -> Text {
    did_you_mean(closest(&public(candidates, name), name))
}

/// What follows a `NameError`'s message. The candidates are the innermost frame's locals, globals
/// and built-ins; `own` tells whether the value of its variable `self` has an attribute of that name,
/// `module` whether a module of the standard library is called so.
pub fn name(candidates: &[&[u8]], name: &[u8], own: bool, module: bool) -> Text {
    let mut out = match own {
        true => did_you_mean(Some(&[b"self.", name].concat())),
        false => did_you_mean(closest(candidates, name)),
    };
    if module {
        out.push_str(match out.is_empty() {
            true => ". Did you forget to import '",
            false => " Or did you forget to import '",
        });
        out.push_wtf8(name);
        out.push_str("'?");
    }
    out
}

/// What follows the message about a keyword argument that a function doesn't take. The candidates
/// are the parameters that can be given by keyword.
pub fn keyword(candidates: &[&[u8]], name: &[u8]) -> Text {
    let mut out = Text::new();
    if let Some(candidate) = closest(candidates, name) {
        out.push_str(". Did you mean '");
        out.push_wtf8(candidate);
        out.push_str("'?");
    }
    out
}
