//! What a pattern is compiled to: operations for the machine, the sets and tables they refer to, and
//! how to find where a match can start.

use super::charset::{CharSet, Mode, Table};
use super::syntax::{Greed, Place};
use memchr::memmem::Finder;

/// The number of an operation.
pub type At = u32;

/// The number of a set, table and so on.
pub type Index = u32;

/// No such thing.
pub const NO_TABLE: Index = Index::MAX;

/// An operation of the machine.
#[derive(Debug)]
pub enum Op {
    /// A byte.
    Byte(u8),
    /// Bytes.
    Bytes(Box<[u8]>),
    /// A character of a set.
    Set(Index),
    /// An assertion about the place.
    Place(Place, Mode, bool),
    /// Notes the start of a group.
    Open(u32),
    /// Notes the end of a group.
    Close(u32),
    /// Goes on elsewhere.
    Jump(At),
    /// Tries alternatives.
    Branch(Index),
    /// Tries both ways.
    Fork(Fork),
    /// A repetition of one set.
    Run(Index),
    /// Starts counting.
    LoopInit(Index),
    /// Repeats or goes on.
    Loop(Index),
    /// Counts, and goes to the loop.
    LoopNext(Index),
    /// Repeats a lazy loop once more, when what follows has failed.
    LoopMore(Index),
    /// Starts a part whose ways of matching are forgotten once it has matched.
    AtomicStart(u32),
    /// Forgets them.
    AtomicEnd(u32),
    /// Starts looking.
    LookStart(Index),
    /// Looking has succeeded.
    LookEnd(Index),
    /// What a group has matched.
    Backref(u32),
    /// The same, whatever its case.
    BackrefFold(u32, Mode),
    /// Goes on elsewhere when a group has not matched.
    IfGroup(u32, At),
    /// All has matched.
    Match,
    /// Nothing matches.
    Fail,
}

/// Two ways: the first is tried first. Each has a table of the bytes it can start with, if known.
#[derive(Debug)]
pub struct Fork {
    /// Where the ways start.
    pub ways: [At; 2],
    /// Their tables.
    pub tables: [Index; 2],
}

/// Up to 64 alternatives.
#[derive(Debug)]
pub struct Branch {
    /// Where they start.
    pub starts: Vec<At>,
    /// Which of them can start with each byte.
    pub masks: Box<[u64; 256]>,
    /// Which of them can match at the end.
    pub at_end: u64,
}

/// A repetition of one set.
#[derive(Debug)]
pub struct Run {
    /// The set.
    pub set: Index,
    /// At least so many.
    pub min: usize,
    /// At most so many.
    pub max: usize,
    /// What is tried first.
    pub greed: Greed,
    /// What can follow, if known.
    pub follow: Index,
    /// The only byte that can follow.
    pub follow_byte: Option<u8>,
}

/// A counted repetition.
#[derive(Debug)]
pub struct Loop {
    /// The register of the count; the place of the last turn's start is in the next.
    pub register: u32,
    /// At least so many turns.
    pub min: usize,
    /// At most so many.
    pub max: usize,
    /// What is tried first.
    pub greed: Greed,
    /// Where the body starts.
    pub body: At,
    /// Where to go on after it.
    pub exit: At,
}

/// Looking ahead or behind.
#[derive(Debug)]
pub struct Look {
    /// The register of the height of the stack; the place is in the next.
    pub register: u32,
    /// How many characters to go back first.
    pub back: usize,
    /// Whether the body must not match.
    pub negative: bool,
    /// Where to go on after the body.
    pub exit: At,
}

/// Where matches can start.
#[derive(Debug)]
pub enum Seek {
    /// Anywhere.
    Anywhere,
    /// At the start only.
    Start,
    /// At the start of lines.
    LineStart,
    /// Where these bytes are.
    Literal(Box<Finder<'static>>),
    /// Where this byte is.
    Byte(u8),
    /// Where one of these two bytes is.
    Either(u8, u8),
    /// Where one of these three bytes is.
    Three(u8, u8, u8),
    /// Where a byte is in the table.
    Table(Box<Table>),
    /// Where a run of the set starts that ends at the byte, which is not in the set.
    RunTo(Index, u8),
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    /// The operations.
    pub ops: Vec<Op>,
    /// Sets of characters.
    pub sets: Vec<CharSet>,
    /// Tables of bytes.
    pub tables: Vec<Table>,
    /// Alternatives.
    pub branches: Vec<Branch>,
    /// Repetitions of sets.
    pub runs: Vec<Run>,
    /// Counted repetitions.
    pub loops: Vec<Loop>,
    /// Lookarounds.
    pub looks: Vec<Look>,
    /// How many groups there are. The first registers are their starts and ends.
    pub groups: usize,
    /// How many registers there are.
    pub registers: usize,
    /// Where matches can start.
    pub seek: Seek,
    /// The pattern is no more than the bytes sought.
    pub is_literal: bool,
    /// What every match starts with: a run of the set without an upper bound, of which a match from
    /// later in the run needs no trying when that from its start has failed.
    pub leading_run: Option<Index>,
    /// How many characters a match has at least.
    pub min_width: usize,
}

impl Program {
    /// The register that holds the number of the group closed last.
    pub fn last_register(&self) -> usize {
        2 * self.groups
    }
}
