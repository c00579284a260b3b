//! Turns the tree of a pattern into a program. Where what follows a part is known to start with
//! certain bytes, the operations say so, and many choices need not be tried.

use super::charset::{CharSet, Mode, Table};
use super::first::{Bytes, combine, first, literal, single};
use super::program::{At, Branch, Fork, Index, Look, Loop, NO_TABLE, Op, Program, Run, Seek};
use super::syntax::{ClassSet, Fault, Greed, MAXREPEAT, Node, Pattern, Place, Width, flag};
use memchr::memmem::Finder;
use std::collections::HashMap;

/// What can follow a part: `None` when that may be nothing.
type Follow = Option<Bytes>;

struct Compiler {
    program: Program,
    sets: HashMap<(ClassSet, Mode), Index>,
    tables: HashMap<Bytes, Index>,
    bytes: bool,
    has_backrefs: bool,
}

/// Compiles a pattern.
///
/// # Errors
/// What the parser could not see: lookbehinds of no fixed width.
pub fn compile(pattern: &Pattern, bytes: bool) -> Result<Program, Fault> {
    let groups = pattern.groups as usize;
    let mut compiler = Compiler {
        program: Program {
            ops: Vec::new(),
            sets: Vec::new(),
            tables: Vec::new(),
            branches: Vec::new(),
            runs: Vec::new(),
            loops: Vec::new(),
            looks: Vec::new(),
            groups,
            registers: 2 * groups + 1,
            seek: Seek::Anywhere,
            is_literal: false,
            leading_run: None,
            min_width: usize::try_from(pattern.width.min).unwrap_or(usize::MAX),
        },
        sets: HashMap::new(),
        tables: HashMap::new(),
        bytes,
        has_backrefs: false,
    };
    compiler.emit(&pattern.node, pattern.flags, None)?;
    compiler.push(Op::Match);
    compiler.seek(&pattern.node, pattern.flags);
    Ok(compiler.program)
}

/// A number that fits the machine's counters.
fn bound(n: u32) -> usize {
    match n {
        MAXREPEAT => usize::MAX,
        n => n as usize,
    }
}

/// Adds to a list, and tells where.
fn add<T>(list: &mut Vec<T>, item: T) -> Index {
    list.push(item);
    list.len() as Index - 1
}

impl Compiler {
    fn push(&mut self, op: Op) -> At {
        add(&mut self.program.ops, op)
    }

    fn here(&self) -> At {
        self.program.ops.len() as At
    }

    fn registers(&mut self, count: usize) -> u32 {
        let register = self.program.registers;
        self.program.registers += count;
        register as u32
    }

    fn mode(&self, flags: u32) -> Mode {
        Mode::new(self.bytes, flags)
    }

    fn set(&mut self, class: ClassSet, flags: u32) -> Index {
        let key = (class, self.mode(flags));
        if let Some(&index) = self.sets.get(&key) {
            return index;
        }
        let index = add(&mut self.program.sets, CharSet::new(&key.0, key.1));
        self.sets.insert(key, index);
        index
    }

    fn table(&mut self, bytes: Follow) -> Index {
        let Some(bytes) = bytes.filter(|bytes| *bytes != Bytes::ALL) else {
            return NO_TABLE;
        };
        if let Some(&index) = self.tables.get(&bytes) {
            return index;
        }
        let index = add(&mut self.program.tables, table_of(&bytes));
        self.tables.insert(bytes, index);
        index
    }

    /// The operations of a node that `follow` follows.
    fn emit(&mut self, node: &Node, flags: u32, follow: Follow) -> Result<(), Fault> {
        match node {
            Node::Literal(c) => self.literal(*c, flags),
            Node::Any | Node::Set(_) => self.one(node, flags),
            Node::Place(place) => {
                let lines = flags & flag::MULTILINE != 0;
                self.push(Op::Place(*place, self.mode(flags), lines));
            }
            Node::Group {
                index,
                add,
                remove,
                body,
            } => {
                let flags = combine(flags, *add, *remove);
                let Some(index) = index else {
                    return self.emit(body, flags, follow);
                };
                self.push(Op::Open(index - 1));
                self.emit(body, flags, follow)?;
                self.push(Op::Close(index - 1));
            }
            Node::Atomic(body) => {
                let register = self.registers(1);
                self.push(Op::AtomicStart(register));
                self.emit(body, flags, None)?;
                self.push(Op::AtomicEnd(register));
            }
            Node::Sequence(nodes) => return self.sequence(nodes, flags, follow),
            Node::Branch(nodes) => match single(node, flags) {
                Some(_) => self.one(node, flags),
                None => return self.branch(nodes, flags, follow),
            },
            Node::Repeat {
                min,
                max,
                greed,
                body,
            } => return self.repeat(body, (*min, *max, *greed), flags, follow),
            Node::Look {
                behind,
                negative,
                width,
                body,
            } => return self.look(body, behind.then_some(*width), *negative, flags),
            Node::Backref(group) => {
                self.has_backrefs = true;
                let mode = self.mode(flags);
                self.push(match mode.ignore_case {
                    false => Op::Backref(group - 1),
                    true => Op::BackrefFold(group - 1, mode),
                });
            }
            Node::Conditional { group, yes, no } => {
                let test = self.push(Op::IfGroup(group - 1, 0));
                self.emit(yes, flags, follow)?;
                let end = self.push(Op::Jump(0));
                let other = self.here();
                self.program.ops[test as usize] = Op::IfGroup(group - 1, other);
                self.emit(no, flags, follow)?;
                self.program.ops[end as usize] = Op::Jump(self.here());
            }
            Node::Fail => {
                self.push(Op::Fail);
            }
        }
        Ok(())
    }

    /// One character out of a set.
    fn one(&mut self, node: &Node, flags: u32) {
        if let Some((class, flags)) = single(node, flags) {
            let set = self.set(class, flags);
            self.push(Op::Set(set));
        }
    }

    fn literal(&mut self, c: u32, flags: u32) {
        match literal(c, self.mode(flags)) {
            None => self.one(&Node::Literal(c), flags),
            Some((bytes, 1)) => {
                self.push(Op::Byte(bytes[0]));
            }
            Some((bytes, len)) => {
                self.push(Op::Bytes(bytes[..len].into()));
            }
        }
    }

    fn sequence(&mut self, nodes: &[Node], flags: u32, follow: Follow) -> Result<(), Fault> {
        let mut follows = vec![follow; nodes.len()];
        for at in (1..nodes.len()).rev() {
            let next = first(&nodes[at], flags, self.bytes);
            follows[at - 1] = next.before(follows[at]);
        }
        let mode = self.mode(flags);
        let mut at = 0;
        while at < nodes.len() {
            let mut run = Vec::new();
            while let Some(Node::Literal(c)) = nodes.get(at)
                && let Some((bytes, len)) = literal(*c, mode)
            {
                run.extend_from_slice(&bytes[..len]);
                at += 1;
            }
            match run.as_slice() {
                [] => {
                    self.emit(&nodes[at], flags, follows[at])?;
                    at += 1;
                }
                [byte] => {
                    self.push(Op::Byte(*byte));
                }
                _ => {
                    self.push(Op::Bytes(run.into()));
                }
            }
        }
        Ok(())
    }

    fn branch(&mut self, nodes: &[Node], flags: u32, follow: Follow) -> Result<(), Fault> {
        let mut ends = Vec::new();
        for (number, chunk) in nodes.chunks(63).enumerate() {
            let op = self.push(Op::Fail);
            let mut branch = Branch {
                starts: Vec::new(),
                masks: Box::new([0; 256]),
                at_end: 0,
            };
            for node in chunk {
                let firsts = first(node, flags, self.bytes).before(follow);
                self.alternative(&mut branch, firsts);
                self.emit(node, flags, follow)?;
                ends.push(self.push(Op::Jump(0)));
            }
            if (number + 1) * 63 < nodes.len() {
                // The rest are the last alternative.
                self.alternative(&mut branch, None);
            }
            let index = add(&mut self.program.branches, branch);
            self.program.ops[op as usize] = Op::Branch(index);
        }
        for end in ends {
            self.program.ops[end as usize] = Op::Jump(self.here());
        }
        Ok(())
    }

    /// An alternative that starts here.
    fn alternative(&self, branch: &mut Branch, firsts: Follow) {
        let bit = 1 << branch.starts.len();
        branch.starts.push(self.here());
        let bytes = firsts.unwrap_or(Bytes::ALL);
        bytes
            .iter()
            .for_each(|byte| branch.masks[usize::from(byte)] |= bit);
        if firsts.is_none() {
            branch.at_end |= bit;
        }
    }

    fn repeat(
        &mut self,
        body: &Node,
        (min, max, greed): (u32, u32, Greed),
        flags: u32,
        follow: Follow,
    ) -> Result<(), Fault> {
        if max == 0 {
            return Ok(());
        }
        if (min, max) == (1, 1) && greed != Greed::Possessive {
            return self.emit(body, flags, follow);
        }
        if let Some((class, flags)) = single(body, flags) {
            let set = self.set(class, flags);
            self.run(set, (min, max, greed), follow);
            return Ok(());
        }
        let firsts = first(body, flags, self.bytes);
        if greed != Greed::Possessive && !firsts.nullable {
            match (min, max) {
                (0, 1) => return self.optional(body, flags, greed, follow),
                (0 | 1, MAXREPEAT) => return self.endless(body, flags, (min, greed), follow),
                _ => {}
            }
        }
        let inside = match greed {
            Greed::Possessive => None,
            _ => firsts
                .before(follow)
                .and_then(|bytes| follow.map(|f| f.or(bytes))),
        };
        let count = if greed == Greed::Possessive { 3 } else { 2 };
        let register = self.registers(count);
        let index = add(
            &mut self.program.loops,
            Loop {
                register,
                min: bound(min),
                max: bound(max),
                greed,
                body: 0,
                exit: 0,
            },
        );
        self.push(Op::LoopInit(index));
        self.push(Op::Loop(index));
        self.push(Op::LoopMore(index));
        let start = self.here();
        self.emit(body, flags, inside)?;
        self.push(Op::LoopNext(index));
        let exit = self.here();
        let entry = &mut self.program.loops[index as usize];
        (entry.body, entry.exit) = (start, exit);
        Ok(())
    }

    /// Parts of what may be tried first and what second.
    fn fork(&mut self, ways: [At; 2], bytes: [Follow; 2], greed: Greed) -> Op {
        let tables = [self.table(bytes[0]), self.table(bytes[1])];
        Op::Fork(match greed {
            Greed::Lazy => Fork {
                ways: [ways[1], ways[0]],
                tables: [tables[1], tables[0]],
            },
            _ => Fork { ways, tables },
        })
    }

    /// `(...)?` of something that takes at least one character.
    fn optional(
        &mut self,
        body: &Node,
        flags: u32,
        greed: Greed,
        follow: Follow,
    ) -> Result<(), Fault> {
        let firsts = first(body, flags, self.bytes).before(follow);
        let fork = self.push(Op::Fail);
        self.emit(body, flags, follow)?;
        let ways = [fork + 1, self.here()];
        self.program.ops[fork as usize] = self.fork(ways, [firsts, follow], greed);
        Ok(())
    }

    /// `(...)*` or `(...)+` of something that takes at least one character.
    fn endless(
        &mut self,
        body: &Node,
        flags: u32,
        (min, greed): (u32, Greed),
        follow: Follow,
    ) -> Result<(), Fault> {
        let firsts = first(body, flags, self.bytes).before(follow);
        let inside = firsts.and_then(|bytes| follow.map(|follow| follow.or(bytes)));
        let start = self.here();
        if min == 1 {
            self.emit(body, flags, inside)?;
            let ways = [start, self.here() + 1];
            let fork = self.fork(ways, [firsts, follow], greed);
            self.push(fork);
            return Ok(());
        }
        self.push(Op::Fail);
        self.emit(body, flags, inside)?;
        self.push(Op::Jump(start));
        let ways = [start + 1, self.here()];
        self.program.ops[start as usize] = self.fork(ways, [firsts, follow], greed);
        Ok(())
    }

    /// A repetition of one set.
    fn run(&mut self, set: Index, (min, max, greed): (u32, u32, Greed), follow: Follow) {
        let members = Bytes::of(&self.program.sets[set as usize]);
        // Where nothing in the set can follow, giving back what was taken is no use.
        let greed = match (greed, follow) {
            (Greed::Greedy, Some(follow)) if follow.is_disjoint(&members) => Greed::Possessive,
            _ => greed,
        };
        let follow_byte = follow
            .filter(|follow| follow.count() == 1)
            .and_then(|follow| follow.iter().next());
        let run = Run {
            set,
            min: bound(min),
            max: bound(max),
            greed,
            follow: self.table(follow),
            follow_byte,
        };
        let index = add(&mut self.program.runs, run);
        self.push(Op::Run(index));
    }

    fn look(
        &mut self,
        body: &Node,
        behind: Option<Width>,
        negative: bool,
        flags: u32,
    ) -> Result<(), Fault> {
        let back = match behind {
            None => 0,
            Some(width) if width.min > u64::from(u32::MAX) => {
                return Err(Fault::Pattern("looks too much behind".into(), None));
            }
            Some(width) if width.min != width.max => {
                let message = "look-behind requires fixed-width pattern";
                return Err(Fault::Pattern(message.into(), None));
            }
            Some(width) => width.min as usize,
        };
        let register = self.registers(2);
        let index = add(
            &mut self.program.looks,
            Look {
                register,
                back,
                negative,
                exit: 0,
            },
        );
        self.push(Op::LookStart(index));
        self.emit(body, flags, None)?;
        self.push(Op::LookEnd(index));
        self.program.looks[index as usize].exit = self.here();
        Ok(())
    }

    /// Finds out where matches can start.
    fn seek(&mut self, node: &Node, flags: u32) {
        let mut ops = self.program.ops.iter();
        let mut ops = ops.by_ref().skip_while(|op| matches!(op, Op::Open(_)));
        let seek = match (ops.next(), ops.next(), ops.next()) {
            (Some(Op::Place(Place::TextStart, ..) | Op::Place(Place::Start, _, false)), ..) => {
                Seek::Start
            }
            (Some(Op::Place(Place::Start, _, true)), ..) => Seek::LineStart,
            (Some(Op::Bytes(bytes)), next, _) => {
                self.program.is_literal =
                    self.program.groups == 0 && matches!(next, Some(Op::Match));
                Seek::Literal(Box::new(Finder::new(&**bytes).into_owned()))
            }
            (Some(Op::Run(run)), next, third) => {
                let run = &self.program.runs[*run as usize];
                let endless = run.max == usize::MAX && run.greed != Greed::Lazy;
                if run.max == usize::MAX && !self.has_backrefs {
                    self.program.leading_run = Some(run.set);
                }
                let byte = match (next, third) {
                    (Some(Op::Byte(byte)), _) | (Some(Op::Close(_)), Some(Op::Byte(byte))) => {
                        Some(*byte)
                    }
                    _ => None,
                };
                let set = &self.program.sets[run.set as usize];
                match byte {
                    Some(byte)
                        if endless
                            && run.min > 0
                            && !self.has_backrefs
                            && !set.table[usize::from(byte)] =>
                    {
                        Seek::RunTo(run.set, byte)
                    }
                    _ => self.seek_first(node, flags),
                }
            }
            _ => self.seek_first(node, flags),
        };
        self.program.seek = seek;
    }

    fn seek_first(&self, node: &Node, flags: u32) -> Seek {
        let firsts = first(node, flags, self.bytes);
        let mut bytes = firsts.bytes.iter();
        if firsts.nullable {
            return Seek::Anywhere;
        }
        match (
            firsts.bytes.count(),
            bytes.next(),
            bytes.next(),
            bytes.next(),
        ) {
            (1, Some(a), ..) => Seek::Byte(a),
            (2, Some(a), Some(b), _) => Seek::Either(a, b),
            (3, Some(a), Some(b), Some(c)) => Seek::Three(a, b, c),
            (256, ..) => Seek::Anywhere,
            _ => Seek::Table(Box::new(table_of(&firsts.bytes))),
        }
    }
}

fn table_of(bytes: &Bytes) -> Table {
    std::array::from_fn(|byte| bytes.has(byte as u8))
}
