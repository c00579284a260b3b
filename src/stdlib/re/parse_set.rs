//! Parses escapes and sets in brackets.

use super::parse::{Parser, Part};
use super::source::Token;
use super::syntax::{Category, ClassSet, Fault, Item, Node, Place, Width};
use crate::text::{Text, escape, unicode};

/// What an escape stands for, wherever it is.
enum Escape {
    Char(u32),
    Category(Category, bool),
}

impl Escape {
    fn item(&self) -> Item {
        match *self {
            Escape::Char(c) => Item::Range(c, c),
            Escape::Category(category, negate) => Item::Category(category, negate),
        }
    }
}

fn is_octal(c: &u8) -> bool {
    matches!(c, b'0'..=b'7')
}

/// The characters that short escapes stand for. `\b` is one in sets only.
pub(super) fn short_escape(c: u32) -> Option<u32> {
    Some(match u8::try_from(c).ok()? {
        b'a' => 7,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' => 92,
        _ => return None,
    })
}

fn category(c: u32) -> Option<Escape> {
    let (category, negate) = match u8::try_from(c).ok()? {
        b'd' => (Category::Digit, false),
        b'D' => (Category::Digit, true),
        b's' => (Category::Space, false),
        b'S' => (Category::Space, true),
        b'w' => (Category::Word, false),
        b'W' => (Category::Word, true),
        _ => return None,
    };
    Some(Escape::Category(category, negate))
}

/// A backslash and what followed it.
fn written(c: u32, rest: &str) -> Text {
    let mut text = Text::from("\\");
    text.push(c);
    text.push_str(rest);
    text
}

impl Parser<'_> {
    /// What a backslash and `c` mean outside of sets.
    pub(super) fn escape(&mut self, c: u32) -> Result<Part, Fault> {
        let place = match u8::try_from(c).unwrap_or(0) {
            b'A' => Some(Place::TextStart),
            b'Z' => Some(Place::TextEnd),
            b'b' => Some(Place::Boundary),
            b'B' => Some(Place::NotBoundary),
            _ => None,
        };
        if let Some(place) = place {
            return Ok((Node::Place(place), Width::default()));
        }
        let digit = u8::try_from(c).ok().filter(u8::is_ascii_digit);
        let escape = match digit {
            Some(b'0') => {
                let digits = self.source.take_while(2, is_octal)?;
                Escape::Char(u32::from_str_radix(&digits, 8).unwrap_or(0))
            }
            Some(first) => return self.numbered(first),
            None => self.common(c)?,
        };
        let node = match escape {
            Escape::Char(c) => Node::Literal(c),
            Escape::Category(..) => Node::Set(ClassSet {
                negate: false,
                items: vec![escape.item()],
            }),
        };
        Ok((node, Width::ONE))
    }

    /// A backslash and a digit other than 0: three octal digits, or a group.
    fn numbered(&mut self, first: u8) -> Result<Part, Fault> {
        let mut digits = String::from(char::from(first));
        if self.source.peek_ascii(u8::is_ascii_digit).is_some() {
            digits += &self.source.take_while(1, u8::is_ascii_digit)?;
            let octal = digits.bytes().all(|c| is_octal(&c));
            if octal && self.source.peek_ascii(is_octal).is_some() {
                digits += &self.source.take_while(1, is_octal)?;
                let c = self.octal(&digits)?;
                return Ok((Node::Literal(c), Width::ONE));
            }
        }
        let group: u32 = digits.parse().unwrap_or(u32::MAX);
        match self.groups.get(group as usize) {
            Some(Some(_)) => self.backref(group),
            Some(None) => {
                let message = "cannot refer to an open group";
                Err(self.source.error(message, digits.len() + 1))
            }
            None => {
                let message = format!("invalid group reference {group}");
                Err(self.source.error(message, digits.len()))
            }
        }
    }

    fn octal(&self, digits: &str) -> Result<u32, Fault> {
        let c = u32::from_str_radix(digits, 8).unwrap_or(u32::MAX);
        if c > 0o377 {
            let message = format!("octal escape value \\{digits} outside of range 0-0o377");
            return Err(self.source.error(message, digits.len() + 1));
        }
        Ok(c)
    }

    /// Escapes that mean the same everywhere.
    fn common(&mut self, c: u32) -> Result<Escape, Fault> {
        if let Some(c) = short_escape(c) {
            return Ok(Escape::Char(c));
        }
        if let Some(category) = category(c) {
            return Ok(category);
        }
        match u8::try_from(c).unwrap_or(0) {
            b'x' => self.hexadecimal(c, 2),
            b'u' if self.source.is_text => self.hexadecimal(c, 4),
            b'U' if self.source.is_text => self.hexadecimal(c, 8),
            b'N' if self.source.is_text => self.named_character(),
            other if other.is_ascii_alphanumeric() => {
                Err(self.source.bad("bad escape ", &written(c, "")))
            }
            _ => Ok(Escape::Char(c)),
        }
    }

    fn hexadecimal(&mut self, c: u32, count: usize) -> Result<Escape, Fault> {
        let digits = self.source.take_while(count, u8::is_ascii_hexdigit)?;
        let text = written(c, &digits);
        if digits.len() != count {
            return Err(self.source.bad("incomplete escape ", &text));
        }
        match u32::from_str_radix(&digits, 16) {
            Ok(c) if c < 0x11_0000 => Ok(Escape::Char(c)),
            _ => Err(self.source.bad("bad escape ", &text)),
        }
    }

    /// After `\N`.
    fn named_character(&mut self) -> Result<Escape, Fault> {
        if !self.source.take(b'{')? {
            return Err(self.source.error("missing {", 0));
        }
        let name = self.source.take_until(b'}', "character name")?;
        match name.as_str().and_then(unicode::character) {
            Some(c) => Ok(Escape::Char(c)),
            None => {
                let message = format!("undefined character name {}", escape::repr(&name));
                Err(self.source.error(message, name.len() + 4))
            }
        }
    }

    /// What a backslash and `c` mean in a set, and how it is written.
    fn set_escape(&mut self, c: u32) -> Result<Escape, Fault> {
        match u8::try_from(c).unwrap_or(0) {
            b'b' => Ok(Escape::Char(8)),
            first @ b'0'..=b'7' => {
                let mut digits = String::from(char::from(first));
                digits += &self.source.take_while(2, is_octal)?;
                self.octal(&digits).map(Escape::Char)
            }
            _ => self.common(c),
        }
    }

    /// A set whose bracket, at `start`, has been read.
    pub(super) fn set(&mut self, start: usize) -> Result<Node, Fault> {
        if self.source.at(b'[') {
            let at = self.source.tell();
            self.warnings
                .push(format!("Possible nested set at position {at}").into());
        }
        let negate = self.source.take(b'^')?;
        let mut items: Vec<Item> = Vec::new();
        loop {
            let token = self.in_set(start)?;
            if token == Token::Plain(0x5d) && !items.is_empty() {
                break;
            }
            let low = token;
            let first = self.set_member(token, !items.is_empty())?;
            if !self.source.take(b'-')? {
                push(&mut items, first.item());
                continue;
            }
            let token = self.in_set(start)?;
            if token == Token::Plain(0x5d) {
                push(&mut items, first.item());
                push(&mut items, Item::Range(0x2d, 0x2d));
                break;
            }
            if token == Token::Plain(0x2d) {
                let at = self.source.tell() - 2;
                self.warnings
                    .push(format!("Possible set difference at position {at}").into());
            }
            let last = match token {
                Token::Escape(c) => self.set_escape(c)?,
                Token::Plain(c) => Escape::Char(c),
            };
            match (&first, &last) {
                (Escape::Char(low), Escape::Char(high)) if low <= high => {
                    push(&mut items, Item::Range(*low, *high));
                }
                _ => return Err(self.bad_range(low, token)),
            }
        }
        Ok(simple(negate, items))
    }

    /// The next token in a set, which has to be closed.
    fn in_set(&mut self, start: usize) -> Result<Token, Fault> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => {
                let written = self.source.tell() - start;
                Err(self.source.error("unterminated character set", written))
            }
        }
    }

    fn set_member(&mut self, token: Token, later: bool) -> Result<Escape, Fault> {
        let c = match token {
            Token::Escape(c) => return self.set_escape(c),
            Token::Plain(c) => c,
        };
        if later && self.source.next == Some(token) {
            let operation = match u8::try_from(c).unwrap_or(0) {
                b'-' => "difference",
                b'&' => "intersection",
                b'~' => "symmetric difference",
                b'|' => "union",
                _ => return Ok(Escape::Char(c)),
            };
            let at = self.source.tell() - 1;
            let message = format!("Possible set {operation} at position {at}");
            self.warnings.push(message.into());
        }
        Ok(Escape::Char(c))
    }

    fn bad_range(&self, low: Token, high: Token) -> Fault {
        let mut range = Text::new();
        low.push_to(&mut range);
        range.push(u32::from(b'-'));
        high.push_to(&mut range);
        self.source.bad("bad character range ", &range)
    }
}

/// Adds to a set what is not yet in it.
fn push(items: &mut Vec<Item>, item: Item) {
    if items.last() != Some(&item) {
        items.push(item);
    }
}

/// The node of a set: a literal if it is no more than that.
fn simple(negate: bool, items: Vec<Item>) -> Node {
    match *items {
        [Item::Range(low, high)] if low == high && !negate => Node::Literal(low),
        _ => Node::Set(ClassSet { negate, items }),
    }
}
