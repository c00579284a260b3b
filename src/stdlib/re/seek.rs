//! Finds the first match in a text: goes from place to place where one can start.

use super::machine::{Goal, Machine, Stop};
use super::program::{Program, Seek};
use super::scan;
use crate::text::wtf8::width;

/// The first match from `from` on, which must not be empty at `from` itself if the goal says so: where it
/// starts and ends.
///
/// # Errors
/// When the machine is told to stop.
pub fn search<const WIDE: bool>(
    machine: &mut Machine<'_>,
    program: &Program,
    data: &[u8],
    from: usize,
    goal: Goal,
) -> Result<Option<(usize, usize)>, Stop> {
    let mut at = from;
    loop {
        if data
            .len()
            .checked_sub(at)
            .is_none_or(|left| left < program.min_width)
        {
            return Ok(None);
        }
        let found = candidate::<WIDE>(program, data, at, from);
        let Some(start) = found else {
            machine.charge((data.len() - at) >> 5)?;
            return Ok(None);
        };
        machine.charge((start - at) >> 5)?;
        if program.is_literal
            && let Seek::Literal(finder) = &program.seek
        {
            return Ok(Some((start, start + finder.needle().len())));
        }
        let goal = Goal {
            not_empty: goal.not_empty && start == from,
            ..goal
        };
        if let Some(end) = machine.run::<WIDE>(program, data, start, goal)? {
            return Ok(Some((start, end)));
        }
        if start >= data.len() {
            return Ok(None);
        }
        at = start + if WIDE { width(data[start]) } else { 1 };
        if let Some(run) = program.leading_run
            && !goal.not_empty
        {
            let set = &program.sets[run as usize];
            if let Some((_, end)) = scan::forward::<WIDE>(set, data, start, (0, usize::MAX)) {
                at = at.max(end);
            }
        }
    }
}

/// The first place from `at` on where a match can start.
#[inline(always)]
fn candidate<const WIDE: bool>(
    program: &Program,
    data: &[u8],
    at: usize,
    from: usize,
) -> Option<usize> {
    let rest = &data[at..];
    let offset = match &program.seek {
        Seek::Anywhere => Some(0),
        Seek::Start => (at == 0).then_some(0),
        Seek::LineStart if at == 0 => Some(0),
        Seek::LineStart => memchr::memchr(b'\n', &data[at - 1..]),
        Seek::Literal(finder) => finder.find(rest),
        Seek::Byte(a) => memchr::memchr(*a, rest),
        Seek::Either(a, b) => memchr::memchr2(*a, *b, rest),
        Seek::Three(a, b, c) => memchr::memchr3(*a, *b, *c, rest),
        Seek::Table(table) => rest.iter().position(|&byte| table[usize::from(byte)]),
        Seek::RunTo(set, byte) => {
            return run_to::<WIDE>(program, data, at, (*set, *byte), from);
        }
    };
    offset.map(|offset| at + offset)
}

/// The start of the first run of a set, not before `at`, that ends at the byte.
fn run_to<const WIDE: bool>(
    program: &Program,
    data: &[u8],
    at: usize,
    (set, byte): (u32, u8),
    _from: usize,
) -> Option<usize> {
    let set = &program.sets[set as usize];
    let mut from = at;
    loop {
        let end = from + memchr::memchr(byte, &data[from..])?;
        let mut start = end;
        while start > at
            && let Some(before) = scan::back::<WIDE>(data, start, 1)
            && set.step::<WIDE>(data, before).is_some()
        {
            start = before;
        }
        if start < end {
            return Some(start);
        }
        from = end + 1;
    }
}
