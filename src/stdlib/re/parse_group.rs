//! Parses what starts with a parenthesis: groups, lookarounds, conditionals, flags, comments.

use super::parse::{Parser, Part};
use super::source::{Source, Token};
use super::syntax::{Fault, MAXGROUPS, Node, Width, flag};
use crate::text::{Text, escape, unicode};

/// What the characters after an opening parenthesis ask for.
enum Opening {
    /// A capturing group, maybe with a name.
    Capture(Option<Text>),
    /// `(?:...)` or `(?flags:...)`: flags to add and to remove.
    Plain(u32, u32),
    /// `(?>...)`
    Atomic,
    /// Something complete in itself.
    Done(Option<Part>),
}

impl Parser<'_> {
    /// What starts with the parenthesis at `start`; `None` for comments and global flags. `place`:
    /// whether the pattern is verbose here, and whether nothing has been parsed before.
    pub(super) fn group(
        &mut self,
        start: usize,
        place: (bool, bool),
    ) -> Result<Option<Part>, Fault> {
        let verbose = place.0;
        let (index, add, remove, atomic) = match self.opening(start, place)? {
            Opening::Done(part) => return Ok(part),
            Opening::Capture(name) => (Some(self.open(name)?), 0, 0, false),
            Opening::Plain(add, remove) => (None, add, remove, false),
            Opening::Atomic => (None, 0, 0, true),
        };
        let verbose = (verbose || add & flag::VERBOSE != 0) && remove & flag::VERBOSE == 0;
        let (node, width) = self.alternatives(verbose, false)?;
        self.close(start)?;
        if let Some(index) = index {
            self.groups[index as usize] = Some(width);
        }
        let body = Box::new(node);
        let node = match (atomic, index, add | remove) {
            (true, ..) => Node::Atomic(body),
            (false, None, 0) => match *body {
                // Repeating this is no multiple repeat.
                body @ (Node::Repeat { .. } | Node::Place(_)) => Node::Sequence(vec![body]),
                body => body,
            },
            _ => Node::Group {
                index,
                add,
                remove,
                body,
            },
        };
        Ok(Some((node, width)))
    }

    fn close(&mut self, start: usize) -> Result<(), Fault> {
        if self.source.take(b')')? {
            return Ok(());
        }
        let written = self.source.tell() - start;
        Err(self
            .source
            .error("missing ), unterminated subpattern", written))
    }

    fn opening(&mut self, start: usize, place: (bool, bool)) -> Result<Opening, Fault> {
        if !self.source.take(b'?')? {
            return Ok(Opening::Capture(None));
        }
        let token = self.more()?;
        let c = match token {
            Token::Plain(c) => u8::try_from(c).unwrap_or(0),
            Token::Escape(_) => 0,
        };
        match c {
            b'P' => self.named(),
            b':' => Ok(Opening::Plain(0, 0)),
            b'#' => self.comment(start),
            b'=' | b'!' => self.look(start, place.0, false, c == b'!'),
            b'<' => match self.more()? {
                Token::Plain(0x3d) => self.look(start, place.0, true, false),
                Token::Plain(0x21) => self.look(start, place.0, true, true),
                other => Err(self.unknown("?<", other)),
            },
            b'(' => self.conditional(start, place.0),
            b'>' => Ok(Opening::Atomic),
            c if c == b'-' || flag_of(c).is_some() => match self.inline_flags(c)? {
                Some((add, remove)) => Ok(Opening::Plain(add, remove)),
                None if place.1 => Ok(Opening::Done(None)),
                None => {
                    let message = "global flags not at the start of the expression";
                    let written = self.source.tell() - start;
                    Err(self.source.error(message, written))
                }
            },
            _ => Err(self.unknown("?", token)),
        }
    }

    /// The next token, which there has to be.
    fn more(&mut self) -> Result<Token, Fault> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => Err(self.source.error("unexpected end of pattern", 0)),
        }
    }

    fn unknown(&self, start: &str, token: Token) -> Fault {
        let mut message = Text::from("unknown extension ");
        message.push_str(start);
        token.push_to(&mut message);
        self.source.error(message, start.len() + token.len())
    }

    /// After `(?P`.
    fn named(&mut self) -> Result<Opening, Fault> {
        if self.source.take(b'<')? {
            let name = self.source.take_until(b'>', "group name")?;
            self.source.check_name(&name, 1)?;
            return Ok(Opening::Capture(Some(name)));
        }
        if !self.source.take(b'=')? {
            let token = self.more()?;
            return Err(self.unknown("?P", token));
        }
        let name = self.source.take_until(b')', "group name")?;
        self.source.check_name(&name, 1)?;
        let group = self.group_of(&name)?;
        if self.groups[group as usize].is_none() {
            let message = "cannot refer to an open group";
            return Err(self.source.error(message, name.len() + 1));
        }
        self.backref(group).map(|part| Opening::Done(Some(part)))
    }

    fn group_of(&self, name: &Text) -> Result<u32, Fault> {
        self.by_name.get(name).copied().ok_or_else(|| {
            let message = format!("unknown group name {}", escape::repr(name));
            self.source.error(message, name.len() + 1)
        })
    }

    /// A reference to a closed group.
    pub(super) fn backref(&self, group: u32) -> Result<Part, Fault> {
        self.check_behind(group)?;
        let width = self.groups[group as usize].unwrap_or_default();
        Ok((Node::Backref(group), width))
    }

    /// Groups of a lookbehind can't be referred to in it.
    fn check_behind(&self, group: u32) -> Result<(), Fault> {
        let Some(before) = self.behind else {
            return Ok(());
        };
        let group = group as usize;
        if self.groups.get(group).is_none_or(Option::is_none) {
            return Err(self.source.error("cannot refer to an open group", 0));
        }
        if group >= before {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.source.error(message, 0));
        }
        Ok(())
    }

    fn open(&mut self, name: Option<Text>) -> Result<u32, Fault> {
        let group = self.groups.len() as u32;
        let extra = name.as_ref().map_or(0, |name| name.len() + 1);
        if group >= MAXGROUPS {
            return Err(self.source.error("too many groups", extra));
        }
        if let Some(name) = name {
            if let Some(other) = self.by_name.get(&name) {
                let name = escape::repr(&name);
                let message = format!(
                    "redefinition of group name {name} as group {group}; was group {other}"
                );
                return Err(self.source.error(message, extra));
            }
            self.by_name.insert(name.clone(), group);
            self.names.push((name, group));
        }
        self.groups.push(None);
        Ok(group)
    }

    fn comment(&mut self, start: usize) -> Result<Opening, Fault> {
        loop {
            match self.source.get()? {
                None => {
                    let written = self.source.tell() - start;
                    return Err(self
                        .source
                        .error("missing ), unterminated comment", written));
                }
                Some(Token::Plain(0x29)) => return Ok(Opening::Done(None)),
                Some(_) => {}
            }
        }
    }

    fn look(
        &mut self,
        start: usize,
        verbose: bool,
        behind: bool,
        negative: bool,
    ) -> Result<Opening, Fault> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.groups.len());
        }
        let (body, width) = self.alternatives(verbose, false)?;
        self.behind = outer;
        self.close(start)?;
        let is_empty = matches!(&body, Node::Sequence(nodes) if nodes.is_empty());
        let node = match negative && is_empty {
            true => Node::Fail,
            false => Node::Look {
                behind,
                negative,
                width,
                body: Box::new(body),
            },
        };
        Ok(Opening::Done(Some((node, Width::default()))))
    }

    fn conditional(&mut self, start: usize, verbose: bool) -> Result<Opening, Fault> {
        let name = self.source.take_until(b')', "group name")?;
        let group = match Source::number(&name) {
            None => {
                self.source.check_name(&name, 1)?;
                self.group_of(&name)?
            }
            Some(0) => return Err(self.source.error("bad group number", name.len() + 1)),
            Some(group) => {
                let known = u32::try_from(group).ok().filter(|&group| group < MAXGROUPS);
                let Some(group) = known else {
                    let digits = name.as_str().unwrap_or_default().trim_start_matches('0');
                    let message = format!("invalid group reference {digits}");
                    return Err(self.source.error(message, name.len() + 1));
                };
                if self.asked.iter().all(|(asked, _)| *asked != group) {
                    let at = self.source.tell() - name.len() - 1;
                    self.asked.push((group, at));
                }
                group
            }
        };
        self.check_behind(group)?;
        let (yes, width) = self.branch(verbose)?;
        let (no, other) = match self.source.take(b'|')? {
            false => (Node::EMPTY, Width::default()),
            true => {
                let part = self.branch(verbose)?;
                if self.source.at(b'|') {
                    let message = "conditional backref with more than two branches";
                    return Err(self.source.error(message, 0));
                }
                part
            }
        };
        self.close(start)?;
        let (yes, no) = (Box::new(yes), Box::new(no));
        let node = Node::Conditional { group, yes, no };
        Ok(Opening::Done(Some((node, width.or(other)))))
    }

    /// One branch of a conditional.
    fn branch(&mut self, verbose: bool) -> Result<Part, Fault> {
        self.deeper()?;
        let part = self.sequence(verbose, false)?;
        self.depth -= 1;
        Ok(part)
    }

    /// The flags after `(?`, the first of them read: those to add and to remove, or `None` when they
    /// are for the whole pattern.
    fn inline_flags(&mut self, first: u8) -> Result<Option<(u32, u32)>, Fault> {
        let (mut add, mut remove) = (0, 0);
        let mut c = first;
        if c != b'-' {
            loop {
                add |= self.added_flag(c, add)?;
                c = self.next_flag(b":-)", "missing -, : or )")?;
                if flag_of(c).is_none() {
                    break;
                }
            }
        }
        if c == b')' {
            self.flags |= add;
            return Ok(None);
        }
        if c == b'-' {
            c = self.next_flag(b"", "missing flag")?;
            while let Some(flag) = flag_of(c) {
                if flag & flag::TYPE != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.source.error(message, 0));
                }
                remove |= flag;
                c = self.next_flag(b":", "missing :")?;
            }
        }
        if add & remove != 0 {
            let message = "bad inline flags: flag turned on and off";
            return Err(self.source.error(message, 1));
        }
        Ok(Some((add, remove)))
    }

    fn added_flag(&self, c: u8, before: u32) -> Result<u32, Fault> {
        let flag = flag_of(c).unwrap_or(0);
        let message = match (self.source.is_text, c) {
            (true, b'L') => "bad inline flags: cannot use 'L' flag with a str pattern",
            (false, b'u') => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            _ if flag & flag::TYPE != 0 && (before | flag) & flag::TYPE != flag => {
                "bad inline flags: flags 'a', 'u' and 'L' are incompatible"
            }
            _ => return Ok(flag),
        };
        Err(self.source.error(message, 0))
    }

    /// The next flag, or one of the characters that may follow.
    fn next_flag(&mut self, ends: &[u8], missing: &'static str) -> Result<u8, Fault> {
        let Some(token) = self.source.get()? else {
            return Err(self.source.error(missing, 0));
        };
        if let Token::Plain(c) = token
            && let Ok(c) = u8::try_from(c)
            && (flag_of(c).is_some() || ends.contains(&c))
        {
            return Ok(c);
        }
        let is_letter =
            matches!(token, Token::Plain(c) if unicode::is_alpha(&Text::from_code_point(c)));
        let message = if is_letter { "unknown flag" } else { missing };
        Err(self.source.error(message, token.len()))
    }
}

fn flag_of(c: u8) -> Option<u32> {
    Some(match c {
        b'i' => flag::IGNORECASE,
        b'L' => flag::LOCALE,
        b'm' => flag::MULTILINE,
        b's' => flag::DOTALL,
        b'x' => flag::VERBOSE,
        b'a' => flag::ASCII,
        b'u' => flag::UNICODE,
        _ => return None,
    })
}
