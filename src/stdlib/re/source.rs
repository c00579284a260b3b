//! Reads patterns and templates token by token: a character, or a backslash with the one after it.
//! What tokens mean is in `parse` and `template`.

use super::syntax::Fault;
use crate::text::{Text, escape, unicode};

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A character that stands for itself or for syntax.
    Plain(u32),
    /// The character after a backslash.
    Escape(u32),
}

impl Token {
    /// How many characters it has.
    pub fn len(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// As it is written.
    pub fn push_to(self, out: &mut Text) {
        match self {
            Token::Plain(c) => out.push(c),
            Token::Escape(c) => {
                out.push(u32::from(b'\\'));
                out.push(c);
            }
        }
    }
}

/// What is read.
pub struct Source<'a> {
    chars: &'a [u32],
    /// Of text, not of bytes.
    pub is_text: bool,
    /// After `next`.
    index: usize,
    /// The token that comes next.
    pub next: Option<Token>,
}

impl<'a> Source<'a> {
    /// Starts reading.
    ///
    /// # Errors
    /// PatternError for a lone backslash.
    pub fn new(chars: &'a [u32], is_text: bool) -> Result<Source<'a>, Fault> {
        let mut source = Source {
            chars,
            is_text,
            index: 0,
            next: None,
        };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Result<(), Fault> {
        let Some(&c) = self.chars.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        self.index += 1;
        self.next = Some(Token::Plain(c));
        if c == u32::from(b'\\') {
            let Some(&escaped) = self.chars.get(self.index) else {
                let at = self.chars.len() - 1;
                let message = Text::from("bad escape (end of pattern)");
                return Err(Fault::Pattern(message, Some(at)));
            };
            self.index += 1;
            self.next = Some(Token::Escape(escaped));
        }
        Ok(())
    }

    /// Takes the next token.
    ///
    /// # Errors
    /// PatternError for a lone backslash after it.
    pub fn get(&mut self) -> Result<Option<Token>, Fault> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Whether the next token is this character.
    pub fn at(&self, c: u8) -> bool {
        self.next == Some(Token::Plain(c.into()))
    }

    /// Takes the next token if it is this character.
    ///
    /// # Errors
    /// PatternError for a lone backslash after it.
    pub fn take(&mut self, c: u8) -> Result<bool, Fault> {
        let found = self.at(c);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// The next token, if it is an ASCII character that passes.
    pub fn peek_ascii(&self, passes: fn(&u8) -> bool) -> Option<u8> {
        match self.next {
            Some(Token::Plain(c)) => u8::try_from(c).ok().filter(|c| c.is_ascii() && passes(c)),
            _ => None,
        }
    }

    /// Takes up to `count` ASCII characters that pass.
    ///
    /// # Errors
    /// PatternError for a lone backslash after them.
    pub fn take_while(&mut self, count: usize, passes: fn(&u8) -> bool) -> Result<String, Fault> {
        let mut found = String::new();
        while found.len() < count
            && let Some(c) = self.peek_ascii(passes)
        {
            found.push(c.into());
            self.advance()?;
        }
        Ok(found)
    }

    /// Takes everything before `end`, which is taken too; there has to be something.
    ///
    /// # Errors
    /// PatternError when there is nothing, or no end.
    pub fn take_until(&mut self, end: u8, what: &str) -> Result<Text, Fault> {
        let mut found = Text::new();
        loop {
            let Some(token) = self.get()? else {
                if found.is_empty() {
                    return Err(self.error(format!("missing {what}"), 0));
                }
                let message = format!("missing {}, unterminated name", char::from(end));
                return Err(self.error(message, found.len()));
            };
            if token == Token::Plain(end.into()) {
                if found.is_empty() {
                    return Err(self.error(format!("missing {what}"), 1));
                }
                return Ok(found);
            }
            token.push_to(&mut found);
        }
    }

    /// Where the next token starts.
    pub fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::len)
    }

    /// Goes back to where a token started.
    ///
    /// # Errors
    /// PatternError for a lone backslash there.
    pub fn seek(&mut self, at: usize) -> Result<(), Fault> {
        self.index = at;
        self.advance()
    }

    /// The error at a place `back` characters before the next token.
    pub fn error(&self, message: impl Into<Text>, back: usize) -> Fault {
        let message = message.into();
        let message = match self.is_text {
            true => message,
            // Of bytes, messages show what is beyond ASCII escaped.
            false => message.chars().fold(Text::new(), |mut out, c| {
                match c {
                    0..0x80 => out.push(c),
                    _ => out.push_str(&format!("\\x{c:02x}")),
                }
                out
            }),
        };
        Fault::Pattern(message, Some(self.tell().saturating_sub(back)))
    }

    /// The error for a token as it is written.
    pub fn bad(&self, start: &str, token: &Text) -> Fault {
        let mut message = Text::from(start);
        message.push_text(token);
        self.error(message, token.len())
    }

    /// Checks what is to be the name of a group.
    ///
    /// # Errors
    /// PatternError when it is no identifier.
    pub fn check_name(&self, name: &Text, extra: usize) -> Result<(), Fault> {
        let quoted = match self.is_text {
            true => escape::repr(name),
            false => escape::ascii(name),
        };
        if (!self.is_text && !name.is_ascii()) || !unicode::is_identifier(name) {
            let message = format!("bad character in group name {quoted}");
            return Err(self.error(message, name.len() + extra));
        }
        Ok(())
    }

    /// A group's number, if the name is one.
    pub fn number(name: &Text) -> Option<u64> {
        let digits = name
            .as_str()
            .filter(|n| n.bytes().all(|b| b.is_ascii_digit()))?;
        Some(digits.parse().unwrap_or(u64::MAX))
    }
}
