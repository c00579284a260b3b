//! Parses patterns: alternatives, sequences, repetitions. What starts with a parenthesis is in
//! `parse_group`, escapes and sets are in `parse_set`.

use super::source::{Source, Token};
use super::syntax::{Fault, Greed, MAXREPEAT, Node, Pattern, Place, Width, flag};
use crate::text::Text;
use std::collections::HashMap;

/// A part of a pattern, and how much it takes.
pub(super) type Part = (Node, Width);

/// How deep parentheses can be nested. What walks the tree recurses as deep.
const MAX_DEPTH: usize = 1000;

/// A pattern that is being parsed.
pub(super) struct Parser<'a> {
    pub(super) source: Source<'a>,
    pub(super) flags: u32,
    /// What each group takes, `None` while it is open. Group 0 is the whole.
    pub(super) groups: Vec<Option<Width>>,
    pub(super) names: Vec<(Text, u32)>,
    /// The same, to look them up.
    pub(super) by_name: HashMap<Text, u32>,
    /// Inside of a lookbehind: how many groups there were before it.
    pub(super) behind: Option<usize>,
    /// Groups that conditionals ask about, and where.
    pub(super) asked: Vec<(u32, usize)>,
    pub(super) warnings: Vec<Text>,
    pub(super) depth: usize,
}

/// What is wrong with a pattern, and what there was to warn of before.
pub type Failure = (Fault, Vec<Text>);

/// Parses the code points of a pattern.
///
/// # Errors
/// What is wrong with it.
pub fn parse(chars: &[u32], is_text: bool, flags: u32) -> Result<Pattern, Failure> {
    let source = Source::new(chars, is_text).map_err(|fault| (fault, Vec::new()))?;
    let mut parser = Parser {
        source,
        flags,
        groups: vec![None],
        names: Vec::new(),
        by_name: HashMap::new(),
        behind: None,
        asked: Vec::new(),
        warnings: Vec::new(),
        depth: 0,
    };
    match parser.pattern() {
        Ok((node, width)) => Ok(Pattern {
            node,
            flags: parser.flags,
            groups: parser.groups.len() as u32 - 1,
            names: parser.names,
            width,
            warnings: parser.warnings,
        }),
        Err(fault) => Err((fault, parser.warnings)),
    }
}

/// The flags with those that the pattern's type implies.
fn check_flags(flags: u32, is_text: bool) -> Result<u32, &'static str> {
    let has = |flag| flags & flag != 0;
    match is_text {
        true if has(flag::LOCALE) => Err("cannot use LOCALE flag with a str pattern"),
        true if has(flag::ASCII) && has(flag::UNICODE) => {
            Err("ASCII and UNICODE flags are incompatible")
        }
        true if has(flag::ASCII) => Ok(flags),
        true => Ok(flags | flag::UNICODE),
        false if has(flag::UNICODE) => Err("cannot use UNICODE flag with a bytes pattern"),
        false if has(flag::LOCALE) && has(flag::ASCII) => {
            Err("ASCII and LOCALE flags are incompatible")
        }
        false => Ok(flags),
    }
}

impl Parser<'_> {
    fn pattern(&mut self) -> Result<Part, Fault> {
        let verbose = self.flags & flag::VERBOSE != 0;
        let part = self.alternatives(verbose, true)?;
        self.flags = check_flags(self.flags, self.source.is_text).map_err(Fault::Value)?;
        if self.source.next.is_some() {
            return Err(self.source.error("unbalanced parenthesis", 0));
        }
        for &(group, at) in &self.asked {
            if group as usize >= self.groups.len() {
                let message = format!("invalid group reference {group}");
                return Err(Fault::Pattern(message.into(), Some(at)));
            }
        }
        Ok(part)
    }

    /// Alternatives up to a closing parenthesis or the end.
    pub(super) fn alternatives(&mut self, verbose: bool, top: bool) -> Result<Part, Fault> {
        self.deeper()?;
        let (mut verbose, mut first) = (verbose, top);
        let mut all: Vec<Node> = Vec::new();
        let mut width: Option<Width> = None;
        loop {
            let (node, of_node) = self.sequence(verbose, first)?;
            width = Some(width.map_or(of_node, |width| width.or(of_node)));
            all.push(node);
            if !self.source.take(b'|')? {
                break;
            }
            first = false;
            if top {
                verbose = self.flags & flag::VERBOSE != 0;
            }
        }
        self.depth -= 1;
        let node = match all.len() {
            1 => all.pop().unwrap_or(Node::EMPTY),
            _ => Node::Branch(all),
        };
        Ok((node, width.unwrap_or_default()))
    }

    /// Counts one level of nesting.
    pub(super) fn deeper(&mut self) -> Result<(), Fault> {
        if self.depth == MAX_DEPTH {
            return Err(Fault::Depth);
        }
        self.depth += 1;
        Ok(())
    }

    /// One alternative. `first`: nothing has been parsed before it.
    pub(super) fn sequence(&mut self, verbose: bool, first: bool) -> Result<Part, Fault> {
        let mut verbose = verbose;
        let mut parts: Vec<Part> = Vec::new();
        while let Some(token) = self.source.next {
            let start = self.source.tell();
            let c = match token {
                Token::Plain(c) if c == u32::from(b'|') || c == u32::from(b')') => break,
                Token::Plain(c) => c,
                Token::Escape(c) => {
                    self.source.get()?;
                    parts.push(self.escape(c)?);
                    continue;
                }
            };
            self.source.get()?;
            if verbose && self.skip_blank(c)? {
                continue;
            }
            match u8::try_from(c).unwrap_or(0) {
                b'[' => {
                    let node = self.set(start)?;
                    parts.push((node, Width::ONE));
                }
                b'.' => parts.push((Node::Any, Width::ONE)),
                b'^' => parts.push((Node::Place(Place::Start), Width::default())),
                b'$' => parts.push((Node::Place(Place::End), Width::default())),
                b'(' => {
                    let place = (verbose, first && parts.is_empty());
                    match self.group(start, place)? {
                        Some(part) => parts.push(part),
                        // A comment, or global flags.
                        None if self.flags & flag::VERBOSE != 0 && first && parts.is_empty() => {
                            verbose = true;
                        }
                        None => {}
                    }
                }
                b'*' | b'+' | b'?' | b'{' => self.repeat(c as u8, start, &mut parts)?,
                _ => parts.push((Node::Literal(c), Width::ONE)),
            }
        }
        Ok(join(parts))
    }

    /// Blanks and comments of verbose patterns.
    fn skip_blank(&mut self, c: u32) -> Result<bool, Fault> {
        if matches!(c, 0x20 | 0x09..=0x0d) {
            return Ok(true);
        }
        if c != u32::from(b'#') {
            return Ok(false);
        }
        loop {
            match self.source.get()? {
                None => break,
                Some(token) if token == Token::Plain(u32::from(b'\n')) => break,
                Some(_) => {}
            }
        }
        Ok(true)
    }

    /// Puts the last part into a repetition.
    fn repeat(&mut self, c: u8, start: usize, parts: &mut Vec<Part>) -> Result<(), Fault> {
        let Some((min, max)) = self.bounds(c)? else {
            parts.push((Node::Literal(c.into()), Width::ONE));
            return Ok(());
        };
        let written = self.source.tell() - start;
        let item = match parts.pop() {
            None | Some((Node::Place(_), _)) => {
                return Err(self.source.error("nothing to repeat", written));
            }
            Some((Node::Repeat { .. }, _)) => {
                return Err(self.source.error("multiple repeat", written));
            }
            Some(item) => item,
        };
        let greed = if self.source.take(b'?')? {
            Greed::Lazy
        } else if self.source.take(b'+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        let width = item.1.times(min, max);
        let body = Box::new(item.0);
        let node = Node::Repeat {
            min,
            max,
            greed,
            body,
        };
        parts.push((node, width));
        Ok(())
    }

    /// The bounds of a repetition whose first character has been read, if it is one.
    fn bounds(&mut self, c: u8) -> Result<Option<(u32, u32)>, Fault> {
        match c {
            b'?' => return Ok(Some((0, 1))),
            b'*' => return Ok(Some((0, MAXREPEAT))),
            b'+' => return Ok(Some((1, MAXREPEAT))),
            _ => {}
        }
        if self.source.at(b'}') {
            return Ok(None);
        }
        let here = self.source.tell();
        let low = self.source.take_while(usize::MAX, u8::is_ascii_digit)?;
        let high = match self.source.take(b',')? {
            true => self.source.take_while(usize::MAX, u8::is_ascii_digit)?,
            false => low.clone(),
        };
        if !self.source.take(b'}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let number = |digits: &str, absent: u32| match digits {
            "" => Ok(absent),
            digits => match digits.parse() {
                Ok(MAXREPEAT) | Err(_) => {
                    Err(Fault::Overflow("the repetition number is too large"))
                }
                Ok(number) => Ok(number),
            },
        };
        let (min, max) = (number(&low, 0)?, number(&high, MAXREPEAT)?);
        if max < min {
            let written = self.source.tell() - here;
            return Err(self
                .source
                .error("min repeat greater than max repeat", written));
        }
        Ok(Some((min, max)))
    }
}

/// Parts one after the other.
fn join(mut parts: Vec<Part>) -> Part {
    if parts.len() == 1
        && let Some(part) = parts.pop()
    {
        return part;
    }
    let width = parts
        .iter()
        .fold(Width::default(), |all, (_, width)| all.then(*width));
    let nodes = parts.into_iter().map(|(node, _)| node).collect();
    (Node::Sequence(nodes), width)
}
