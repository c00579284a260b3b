//! What a pattern says: the tree that `parse` makes and `compile` turns into a program. Nothing here
//! knows how patterns are written or matched.

use crate::text::Text;

/// The flags, with the values of `re.RegexFlag`.
pub mod flag {
    /// `re.IGNORECASE`
    pub const IGNORECASE: u32 = 2;
    /// `re.LOCALE`
    pub const LOCALE: u32 = 4;
    /// `re.MULTILINE`
    pub const MULTILINE: u32 = 8;
    /// `re.DOTALL`
    pub const DOTALL: u32 = 16;
    /// `re.UNICODE`
    pub const UNICODE: u32 = 32;
    /// `re.VERBOSE`
    pub const VERBOSE: u32 = 64;
    /// `re.DEBUG`
    pub const DEBUG: u32 = 128;
    /// `re.ASCII`
    pub const ASCII: u32 = 256;
    /// The flags that choose what letters, digits and so on are: only one at a time.
    pub const TYPE: u32 = ASCII | LOCALE | UNICODE;
}

/// A repetition without an upper bound.
pub const MAXREPEAT: u32 = u32::MAX;

/// How many groups a pattern can have at most.
pub const MAXGROUPS: u32 = 1_073_741_823;

/// How many characters a part of a pattern takes at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Width {
    /// At least.
    pub min: u64,
    /// At most.
    pub max: u64,
}

impl Width {
    /// Of one character.
    pub const ONE: Width = Width { min: 1, max: 1 };

    /// Of both parts, one after the other.
    pub fn then(self, other: Width) -> Width {
        Width {
            min: self.min.saturating_add(other.min),
            max: self.max.saturating_add(other.max),
        }
    }

    /// Of either part.
    pub fn or(self, other: Width) -> Width {
        Width {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// Of the part repeated.
    pub fn times(self, min: u32, max: u32) -> Width {
        let max = match max {
            MAXREPEAT => u64::MAX,
            max => u64::from(max),
        };
        Width {
            min: self.min.saturating_mul(min.into()),
            max: self.max.saturating_mul(max),
        }
    }
}

/// A class of characters that an escape names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// What stands in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// From the first code point to the second.
    Range(u32, u32),
    /// The category, or (`true`) its complement.
    Category(Category, bool),
}

/// A set in brackets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClassSet {
    /// Whether it starts with `^`.
    pub negate: bool,
    /// What is in it.
    pub items: Vec<Item>,
}

/// A place where something has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `^`
    Start,
    /// `$`
    End,
    /// `\A`
    TextStart,
    /// `\Z`
    TextEnd,
    /// `\b`
    Boundary,
    /// `\B`
    NotBoundary,
}

/// Which of the possible repetitions are tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Greed {
    /// The longest.
    Greedy,
    /// The shortest.
    Lazy,
    /// Only the longest.
    Possessive,
}

/// A part of a pattern.
#[derive(Debug)]
pub enum Node {
    /// One character.
    Literal(u32),
    /// `.`
    Any,
    /// A set.
    Set(ClassSet),
    /// An assertion about the place.
    Place(Place),
    /// Parentheses: a group with a number, or flags for a part.
    Group {
        /// The number, if it captures.
        index: Option<u32>,
        /// Flags turned on inside.
        add: u32,
        /// Flags turned off inside.
        remove: u32,
        /// What is inside.
        body: Box<Node>,
    },
    /// `(?>...)`
    Atomic(Box<Node>),
    /// One after the other.
    Sequence(Vec<Node>),
    /// Alternatives.
    Branch(Vec<Node>),
    /// A repetition.
    Repeat {
        /// At least so many times.
        min: u32,
        /// At most so many times.
        max: u32,
        /// What is tried first.
        greed: Greed,
        /// What is repeated.
        body: Box<Node>,
    },
    /// Looking ahead or behind.
    Look {
        /// Behind, not ahead.
        behind: bool,
        /// Whether the body must not match.
        negative: bool,
        /// How much the body takes.
        width: Width,
        /// What to look for.
        body: Box<Node>,
    },
    /// What a group has matched.
    Backref(u32),
    /// `(?(group)yes|no)`
    Conditional {
        /// The group asked about.
        group: u32,
        /// If it has matched.
        yes: Box<Node>,
        /// If it has not.
        no: Box<Node>,
    },
    /// Matches nowhere.
    Fail,
}

impl Node {
    /// Matches everywhere, nothing.
    pub const EMPTY: Node = Node::Sequence(Vec::new());
}

/// A parsed pattern.
#[derive(Debug)]
pub struct Pattern {
    /// What it says.
    pub node: Node,
    /// All flags, those of the pattern's type and those written in it included.
    pub flags: u32,
    /// How many groups there are.
    pub groups: u32,
    /// The names of groups, in their order.
    pub names: Vec<(Text, u32)>,
    /// How much it matches.
    pub width: Width,
    /// What there is to warn of.
    pub warnings: Vec<Text>,
}

/// What is wrong with a pattern.
#[derive(Debug)]
pub enum Fault {
    /// `re.PatternError`, with a place in the pattern.
    Pattern(Text, Option<usize>),
    /// `OverflowError`
    Overflow(&'static str),
    /// `ValueError`
    Value(&'static str),
    /// `IndexError`
    Index(Text),
    /// `RecursionError`
    Depth,
}
