//! The backtracking machine: runs a program at one place of a text. Everything it may have to come back
//! to is on a stack of its own, so that no text and no pattern uses up the native one.
//!
//! Where matches can start is found in `seek`; runs of one set are scanned in `scan`.

use super::charset::{Mode, Table};
use super::program::{At, Index, Look, Loop, NO_TABLE, Op, Program};
use super::scan;
use super::syntax::{Category, Greed, Place};
use crate::text::wtf8::{decode_at, width};

/// No place: a group that has not matched.
pub const NOWHERE: usize = usize::MAX;

/// Why the machine stopped without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Its owner said so.
    Interrupted,
    /// The stack could not grow.
    Memory,
}

/// Steps between two looks at whether to go on.
pub const FUEL: usize = 1 << 15;

/// How large a stack is kept for the next run.
const KEPT_FRAMES: usize = 1 << 12;

/// Whether a match is good enough.
#[derive(Clone, Copy, Debug, Default)]
pub struct Goal {
    /// It has to reach the end.
    pub whole: bool,
    /// It must not be empty.
    pub not_empty: bool,
}

/// Asked every so often whether to go on: the one place to look at interrupts and limits.
pub trait Watch {
    /// Whether to go on.
    fn go_on(&self) -> bool;
}

/// What a machine has allocated, to be used again.
#[derive(Default)]
pub struct Memory {
    stack: Vec<Frame>,
    registers: Vec<usize>,
}

/// What to come back to.
#[derive(Clone, Copy, Debug)]
enum Frame {
    /// Go on there.
    Way { pc: At, at: usize },
    /// Try the alternatives left.
    Alternatives { branch: Index, at: usize, left: u64 },
    /// A register had another value.
    Restore { register: u32, old: usize },
    /// A run of a set can be shorter, down to `min`.
    Shorter { pc: At, min: usize, at: usize },
    /// A run of a set can be longer, by `left` at most.
    Longer { pc: At, at: usize, left: usize },
}

/// The state of a run.
pub struct Machine<'w> {
    stack: Vec<Frame>,
    /// Starts and ends of groups, the last group closed, and what loops and lookarounds keep.
    pub registers: Vec<usize>,
    fuel: usize,
    changed: bool,
    watch: &'w dyn Watch,
}

impl<'w> Machine<'w> {
    /// A machine for a program.
    pub fn new(program: &Program, memory: Memory, watch: &'w dyn Watch) -> Machine<'w> {
        let Memory {
            stack,
            mut registers,
        } = memory;
        registers.clear();
        registers.resize(program.registers, NOWHERE);
        Machine {
            stack,
            registers,
            fuel: FUEL,
            changed: false,
            watch,
        }
    }

    /// What can be used again, unless it is large.
    pub fn into_memory(self) -> Option<Memory> {
        (self.stack.capacity() <= KEPT_FRAMES).then_some(Memory {
            stack: self.stack,
            registers: self.registers,
        })
    }

    /// Takes note of work done.
    ///
    /// # Errors
    /// When the owner says to stop.
    #[inline(always)]
    pub fn charge(&mut self, steps: usize) -> Result<(), Stop> {
        match self.fuel.checked_sub(steps) {
            Some(left) => {
                self.fuel = left;
                Ok(())
            }
            None => self.look_up(),
        }
    }

    #[cold]
    #[inline(never)]
    fn look_up(&mut self) -> Result<(), Stop> {
        self.fuel = FUEL;
        match self.watch.go_on() {
            true => Ok(()),
            false => Err(Stop::Interrupted),
        }
    }

    #[inline(always)]
    fn push(&mut self, frame: Frame) -> Result<(), Stop> {
        if self.stack.len() == self.stack.capacity() {
            self.grow()?;
        }
        self.stack.push(frame);
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) -> Result<(), Stop> {
        let more = self.stack.len().max(32);
        self.stack.try_reserve(more).map_err(|_| Stop::Memory)
    }

    /// Sets a register, so that it is set back on the way back.
    #[inline(always)]
    fn set(&mut self, register: u32, value: usize) -> Result<(), Stop> {
        let old = std::mem::replace(&mut self.registers[register as usize], value);
        match self.stack.last() {
            None => Ok(()),
            Some(Frame::Restore { register: same, .. }) if *same == register => Ok(()),
            Some(_) => self.push(Frame::Restore { register, old }),
        }
    }

    #[inline(always)]
    fn get(&self, register: u32) -> usize {
        self.registers[register as usize]
    }

    /// Forgets all ways back above a height, but not which registers to set back.
    fn commit(&mut self, height: usize) {
        if height == 0 {
            self.stack.clear();
            return;
        }
        let mut kept = height;
        for at in height..self.stack.len() {
            if matches!(self.stack[at], Frame::Restore { .. }) {
                self.stack[kept] = self.stack[at];
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    /// Goes back to a height, setting registers back.
    fn unwind(&mut self, height: usize) {
        while self.stack.len() > height {
            if let Some(Frame::Restore { register, old }) = self.stack.pop() {
                self.registers[register as usize] = old;
            }
        }
    }

    /// Matches at a place; where the match ends.
    ///
    /// # Errors
    /// When told to stop.
    #[inline]
    pub fn run<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
        start: usize,
        goal: Goal,
    ) -> Result<Option<usize>, Stop> {
        if self.changed {
            self.registers.fill(NOWHERE);
            self.changed = false;
        }
        self.stack.clear();
        let (mut pc, mut at) = (0, start);
        loop {
            let next = self.step::<WIDE>(program, data, pc, at, (start, goal))?;
            match next {
                Next::Done(end) => return Ok(Some(end)),
                Next::Failed => match self.back::<WIDE>(program, data)? {
                    Some(way) => (pc, at) = way,
                    None => return Ok(None),
                },
            }
        }
    }

    /// Runs operations until one fails or all has matched.
    #[inline(always)]
    fn step<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
        mut pc: At,
        mut at: usize,
        (start, goal): (usize, Goal),
    ) -> Result<Next, Stop> {
        loop {
            let Some(op) = program.ops.get(pc as usize) else {
                return Ok(Next::Failed);
            };
            pc += 1;
            match op {
                Op::Byte(byte) if data.get(at) == Some(byte) => at += 1,
                Op::Bytes(bytes) if data[at..].starts_with(bytes) => at += bytes.len(),
                Op::Set(set) => match program.sets[*set as usize].step::<WIDE>(data, at) {
                    Some(after) => at = after,
                    None => return Ok(Next::Failed),
                },
                Op::Run(run) => match self.run_of::<WIDE>(program, data, (*run, pc - 1), at)? {
                    Some(after) => at = after,
                    None => return Ok(Next::Failed),
                },
                Op::Open(group) => {
                    self.changed = true;
                    self.set(2 * group, at)?;
                }
                Op::Close(group) => {
                    self.set(2 * group + 1, at)?;
                    self.set(program.last_register() as u32, *group as usize)?;
                }
                Op::Jump(to) => {
                    self.charge(1)?;
                    pc = *to;
                }
                Op::Fork(fork) => {
                    let open = |way: usize| match fork.tables[way] {
                        NO_TABLE => true,
                        table => starts(&program.tables[table as usize], data, at),
                    };
                    pc = match (open(0), open(1)) {
                        (true, true) => {
                            self.push(Frame::Way {
                                pc: fork.ways[1],
                                at,
                            })?;
                            fork.ways[0]
                        }
                        (true, false) => fork.ways[0],
                        (false, true) => fork.ways[1],
                        (false, false) => return Ok(Next::Failed),
                    };
                }
                Op::Branch(index) => {
                    let branch = &program.branches[*index as usize];
                    let left = match data.get(at) {
                        Some(byte) => branch.masks[usize::from(*byte)],
                        None => branch.at_end,
                    };
                    if left == 0 {
                        return Ok(Next::Failed);
                    }
                    pc = branch.starts[left.trailing_zeros() as usize];
                    let left = left & (left - 1);
                    if left != 0 {
                        let branch = *index;
                        self.push(Frame::Alternatives { branch, at, left })?;
                    }
                }
                Op::Place(place, mode, lines) => {
                    if !holds::<WIDE>(*place, *mode, *lines, data, at) {
                        return Ok(Next::Failed);
                    }
                }
                Op::Match => {
                    if (goal.whole && at != data.len()) || (goal.not_empty && at == start) {
                        return Ok(Next::Failed);
                    }
                    return Ok(Next::Done(at));
                }
                Op::Byte(_) | Op::Bytes(_) | Op::Fail => return Ok(Next::Failed),
                _ => match self.rare::<WIDE>(program, data, (op, pc), at)? {
                    Some(way) => (pc, at) = way,
                    None => return Ok(Next::Failed),
                },
            }
        }
    }

    /// Operations that are not in most patterns. Where to go on.
    #[inline(never)]
    fn rare<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
        (op, next): (&Op, At),
        at: usize,
    ) -> Result<Option<(At, usize)>, Stop> {
        self.changed = true;
        Ok(match op {
            Op::LoopInit(index) => {
                let register = program.loops[*index as usize].register;
                self.set(register, 0)?;
                self.set(register + 1, NOWHERE)?;
                Some((next, at))
            }
            Op::Loop(index) => self.turn(&program.loops[*index as usize], at)?,
            Op::LoopNext(index) => {
                self.charge(1)?;
                let info = &program.loops[*index as usize];
                if info.greed == Greed::Possessive {
                    self.commit(self.get(info.register + 2));
                }
                self.set(info.register, self.get(info.register) + 1)?;
                Some((info.body - 2, at))
            }
            Op::LoopMore(index) => {
                let info = &program.loops[*index as usize];
                if self.get(info.register) >= info.max || self.get(info.register + 1) == at {
                    return Ok(None);
                }
                self.set(info.register + 1, at)?;
                Some((info.body, at))
            }
            Op::AtomicStart(register) => {
                let height = self.stack.len();
                self.set(*register, height)?;
                self.registers[*register as usize] = self.stack.len();
                Some((next, at))
            }
            Op::AtomicEnd(register) => {
                self.commit(self.get(*register));
                Some((next, at))
            }
            Op::LookStart(index) => {
                self.look::<WIDE>(&program.looks[*index as usize], data, next, at)?
            }
            Op::LookEnd(index) => {
                let look = &program.looks[*index as usize];
                let (height, place) = (self.get(look.register), self.get(look.register + 1));
                match look.negative {
                    true => {
                        self.unwind(height);
                        None
                    }
                    false => {
                        self.commit(height);
                        Some((next, place))
                    }
                }
            }
            Op::Backref(group) => self.group(*group).and_then(|(start, end)| {
                let taken = &data[start..end];
                data[at..]
                    .starts_with(taken)
                    .then(|| (next, at + taken.len()))
            }),
            Op::BackrefFold(group, mode) => self
                .group(*group)
                .and_then(|(start, end)| same_folded::<WIDE>(*mode, data, start..end, at))
                .map(|after| (next, after)),
            Op::IfGroup(group, other) => match self.group(*group) {
                Some(_) => Some((next, at)),
                None => Some((*other, at)),
            },
            _ => None,
        })
    }

    /// Where a group starts and ends, if it has matched.
    fn group(&self, group: u32) -> Option<(usize, usize)> {
        let (start, end) = (self.get(2 * group), self.get(2 * group + 1));
        (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
    }

    /// At the start of a loop's turn.
    fn turn(&mut self, info: &Loop, at: usize) -> Result<Option<(At, usize)>, Stop> {
        let count = self.get(info.register);
        let again = count < info.max && self.get(info.register + 1) != at;
        let exit = Frame::Way { pc: info.exit, at };
        match info.greed {
            Greed::Possessive => {
                if count >= info.min && !again {
                    return Ok(Some((info.exit, at)));
                }
                self.set(info.register + 2, 0)?;
                if count >= info.min {
                    // Restored when the way out is taken, which lies below.
                    self.push(exit)?;
                    self.set(info.register + 1, at)?;
                    let height = self.stack.len();
                    self.registers[info.register as usize + 2] = self.height_below_way(height);
                    return Ok(Some((info.body, at)));
                }
                self.registers[info.register as usize + 2] = self.stack.len();
            }
            _ if count < info.min => {}
            Greed::Greedy => {
                if !again {
                    return Ok(Some((info.exit, at)));
                }
                self.push(exit)?;
                self.set(info.register + 1, at)?;
            }
            Greed::Lazy => {
                // LoopMore comes just before the body.
                self.push(Frame::Way {
                    pc: info.body - 1,
                    at,
                })?;
                return Ok(Some((info.exit, at)));
            }
        }
        Ok(Some((info.body, at)))
    }

    /// The height at which the way out of a possessive loop lies: it has just been pushed, with at most
    /// one register to restore above it.
    fn height_below_way(&self, height: usize) -> usize {
        match self.stack.last() {
            Some(Frame::Restore { .. }) => height - 2,
            _ => height - 1,
        }
    }

    fn look<const WIDE: bool>(
        &mut self,
        look: &Look,
        data: &[u8],
        next: At,
        at: usize,
    ) -> Result<Option<(At, usize)>, Stop> {
        let Some(from) = scan::back::<WIDE>(data, at, look.back) else {
            return Ok(look.negative.then_some((look.exit, at)));
        };
        self.set(look.register, 0)?;
        self.set(look.register + 1, at)?;
        self.registers[look.register as usize] = self.stack.len();
        if look.negative {
            self.push(Frame::Way { pc: look.exit, at })?;
        }
        Ok(Some((next, from)))
    }

    /// Takes a run of a set. `pc` is the operation's own.
    #[inline(always)]
    fn run_of<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
        (index, pc): (Index, At),
        at: usize,
    ) -> Result<Option<usize>, Stop> {
        let run = &program.runs[index as usize];
        let set = &program.sets[run.set as usize];
        if run.greed == Greed::Lazy {
            let Some((start, _)) = scan::forward::<WIDE>(set, data, at, (run.min, run.min)) else {
                return Ok(None);
            };
            let left = match run.max {
                usize::MAX => usize::MAX,
                max => max - run.min,
            };
            return self.longer::<WIDE>(program, data, (index, pc), (start, left));
        }
        let Some((min, end)) = scan::forward::<WIDE>(set, data, at, (run.min, run.max)) else {
            return Ok(None);
        };
        self.charge((end - at) >> 5)?;
        if run.greed == Greed::Possessive || min == end {
            return Ok(Some(end));
        }
        let table = match run.follow {
            NO_TABLE => None,
            table => Some(&program.tables[table as usize]),
        };
        let Some(place) = scan::last(table, run.follow_byte, data, (min, end)) else {
            return Ok(None);
        };
        if place > min {
            let frame = Frame::Shorter { pc, min, at: place };
            self.push(frame)?;
        }
        Ok(Some(place))
    }

    /// Takes as much more of a lazy run as has to be taken for what follows to start.
    fn longer<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
        (index, pc): (Index, At),
        (from, left): (usize, usize),
    ) -> Result<Option<usize>, Stop> {
        let run = &program.runs[index as usize];
        let set = &program.sets[run.set as usize];
        let table = match run.follow {
            NO_TABLE => None,
            table => Some(&program.tables[table as usize]),
        };
        let Some((at, left)) = scan::next::<WIDE>(set, table, data, from, left) else {
            self.charge((data.len() - from) >> 5)?;
            return Ok(None);
        };
        self.charge((at - from) >> 5)?;
        if left > 0 && at < data.len() {
            self.push(Frame::Longer { pc, at, left })?;
        }
        Ok(Some(at))
    }

    /// Goes back to the last choice. Where to go on.
    #[inline(always)]
    fn back<const WIDE: bool>(
        &mut self,
        program: &Program,
        data: &[u8],
    ) -> Result<Option<(At, usize)>, Stop> {
        loop {
            let Some(frame) = self.stack.pop() else {
                return Ok(None);
            };
            match frame {
                Frame::Restore { register, old } => {
                    self.registers[register as usize] = old;
                    continue;
                }
                Frame::Way { pc, at } => {
                    self.charge(1)?;
                    return Ok(Some((pc, at)));
                }
                Frame::Alternatives { branch, at, left } => {
                    self.charge(1)?;
                    let starts = &program.branches[branch as usize].starts;
                    let pc = starts[left.trailing_zeros() as usize];
                    let left = left & (left - 1);
                    if left != 0 {
                        self.push(Frame::Alternatives { branch, at, left })?;
                    }
                    return Ok(Some((pc, at)));
                }
                Frame::Shorter { pc, min, at } => {
                    let Some(Op::Run(index)) = program.ops.get(pc as usize) else {
                        continue;
                    };
                    let run = &program.runs[*index as usize];
                    let table = match run.follow {
                        NO_TABLE => None,
                        table => Some(&program.tables[table as usize]),
                    };
                    let shorter = scan::back::<WIDE>(data, at, 1).unwrap_or(min);
                    let place = scan::last(table, run.follow_byte, data, (min, shorter));
                    self.charge(1 + ((at - place.unwrap_or(min)) >> 5))?;
                    let Some(place) = place else { continue };
                    if place > min {
                        let frame = Frame::Shorter { pc, min, at: place };
                        self.push(frame)?;
                    }
                    return Ok(Some((pc + 1, place)));
                }
                Frame::Longer { pc, at, left } => {
                    self.charge(1)?;
                    let Some(Op::Run(index)) = program.ops.get(pc as usize) else {
                        continue;
                    };
                    let set = &program.sets[program.runs[*index as usize].set as usize];
                    let Some(after) = set.step::<WIDE>(data, at) else {
                        continue;
                    };
                    let more = (after, left.saturating_sub(usize::from(left != usize::MAX)));
                    if let Some(at) = self.longer::<WIDE>(program, data, (*index, pc), more)? {
                        return Ok(Some((pc + 1, at)));
                    }
                }
            }
        }
    }
}

/// What running operations comes to.
enum Next {
    Done(usize),
    Failed,
}

/// Whether the byte at a place, if there is one, is in the table.
#[inline(always)]
fn starts(table: &Table, data: &[u8], at: usize) -> bool {
    data.get(at).is_some_and(|&byte| table[usize::from(byte)])
}

const LINE_FEED: u8 = b'\n';

#[inline]
fn holds<const WIDE: bool>(place: Place, mode: Mode, lines: bool, data: &[u8], at: usize) -> bool {
    match place {
        Place::TextStart => at == 0,
        Place::TextEnd => at == data.len(),
        Place::Start => at == 0 || (lines && data[at - 1] == LINE_FEED),
        Place::End => match data.get(at) {
            None => true,
            Some(&byte) => byte == LINE_FEED && (lines || at + 1 == data.len()),
        },
        // There is no boundary in nothing, and no place that is none either.
        Place::Boundary | Place::NotBoundary if data.is_empty() => false,
        Place::Boundary => at_boundary::<WIDE>(mode, data, at),
        Place::NotBoundary => !at_boundary::<WIDE>(mode, data, at),
    }
}

fn at_boundary<const WIDE: bool>(mode: Mode, data: &[u8], at: usize) -> bool {
    let before = scan::back::<WIDE>(data, at, 1).map(|at| character::<WIDE>(data, at));
    let after = (at < data.len()).then(|| character::<WIDE>(data, at));
    let word = |c: Option<u32>| c.is_some_and(|c| mode.is(Category::Word, c));
    word(before) != word(after)
}

/// The character at a place.
#[inline]
fn character<const WIDE: bool>(data: &[u8], at: usize) -> u32 {
    match WIDE {
        true => decode_at(data, at).unwrap_or(0),
        false => u32::from(data[at]),
    }
}

/// Where what a group has matched ends when it stands at `at`, whatever its case.
fn same_folded<const WIDE: bool>(
    mode: Mode,
    data: &[u8],
    taken: std::ops::Range<usize>,
    at: usize,
) -> Option<usize> {
    let (mut from, mut at) = (taken.start, at);
    let size = |at: usize| if WIDE { width(data[at]) } else { 1 };
    while from < taken.end {
        if at >= data.len() {
            return None;
        }
        let (a, b) = (character::<WIDE>(data, from), character::<WIDE>(data, at));
        if a != b && mode.lower(a) != mode.lower(b) {
            return None;
        }
        from += size(from);
        at += size(at);
    }
    Some(at)
}
