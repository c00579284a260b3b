//! Runs the rules over the tokens: a backtracking matcher that remembers what it has tried, with its
//! stack on the heap, so that no input can overflow the native one.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::raise::{self, Outcome};
use super::rules::{Op, Program};
use crate::error::SyntaxError;
use crate::token::{Tok, Token};

/// How a run ends.
#[derive(Debug)]
pub(super) enum Run {
    /// The source is fine as far as the rules go.
    Matched,
    /// It is not, and no rule says why.
    Failed,
    /// A rule says why.
    Raised(Box<SyntaxError>),
    /// The rules have come to where the lexer gave up.
    Lexical,
}

enum Entry {
    /// A rule was called from before `pc`.
    Call {
        pc: u32,
        rule: u16,
        start: u32,
        captures: u32,
        loud: bool,
    },
    /// Another way to go on.
    Choice { pc: u32, at: u32 },
}

/// A range of tokens, given by the first and the one after the last.
pub(super) type Capture = (u32, u32);

/// The most captures that a rule has.
const SLOTS: u32 = 3;

/// The matcher's state.
pub(super) struct Machine<'t> {
    pub(super) source: &'t str,
    pub(super) tokens: &'t [Token],
    /// How many brackets are open after each token.
    pub(super) levels: &'t [u32],
    /// How many tokens have been looked at.
    pub(super) read: usize,
    /// The next token.
    pub(super) at: u32,
    program: &'static Program,
    /// Whether mistakes are looked for.
    loud: bool,
    stack: Vec<Entry>,
    captures: Vec<Capture>,
    memory: HashMap<u64, Option<u32>, BuildHasherDefault<KeyHasher>>,
    /// How many rules are under way.
    depth: u32,
}

/// How many rules CPython's parser has the stack for.
const MAX_DEPTH: u32 = 6_000;

/// The keys are numbers that a multiplication spreads well enough.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(byte.into()));
    }

    fn write_u64(&mut self, key: u64) {
        let product = u128::from(self.0 ^ key) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }
}

impl<'t> Machine<'t> {
    pub(super) fn new(source: &'t str, tokens: &'t [Token], levels: &'t [u32]) -> Machine<'t> {
        Machine {
            source,
            tokens,
            levels,
            read: 0,
            at: 0,
            program: Program::get(),
            loud: false,
            stack: Vec::new(),
            captures: Vec::new(),
            memory: HashMap::default(),
            depth: 0,
        }
    }

    /// Matches `rule` from the first token on.
    pub(super) fn run(&mut self, rule: &str, loud: bool) -> Run {
        (self.at, self.loud) = (0, loud);
        self.stack.clear();
        self.captures.clear();
        self.memory.clear();
        self.depth = 0;
        let rule = self.program.rule(rule);
        let mut pc = self.enter(rule, u32::MAX);
        loop {
            let step = self.step(pc);
            pc = match step {
                Step::Go(next) => next,
                Step::Fail => match self.fail() {
                    Some(next) => next,
                    None => return Run::Failed,
                },
                Step::End(run) => return run,
            };
            if pc == u32::MAX {
                return Run::Matched;
            }
        }
    }

    fn enter(&mut self, rule: u16, back: u32) -> u32 {
        let info = self.program.rules[usize::from(rule)];
        let captures = self.captures.len() as u32;
        self.stack.push(Entry::Call {
            pc: back,
            rule,
            start: self.at,
            captures,
            loud: self.loud,
        });
        self.captures.resize((captures + SLOTS) as usize, (0, 0));
        self.loud &= !info.quiet;
        self.depth += 1;
        info.entry
    }

    fn key(&self, rule: u16, start: u32) -> u64 {
        let shared = self.program.rules[usize::from(rule)].shared;
        u64::from(start) << 17 | u64::from(rule) << 1 | u64::from(self.loud || shared)
    }

    /// The token at `index`, which counts as read.
    fn token(&mut self, index: u32) -> Token {
        let last = self.tokens.len() - 1;
        let index = (index as usize).min(last);
        self.read = self.read.max(index + 1);
        self.tokens[index]
    }

    /// Takes the next token if it is right.
    fn take(&mut self, is_right: impl FnOnce(&Self, Token) -> bool) -> Option<bool> {
        let token = self.token(self.at);
        if token.kind == Tok::Error {
            return None;
        }
        let right = is_right(self, token);
        self.at += u32::from(right);
        Some(right)
    }

    pub(super) fn text(&self, token: Token) -> &'t str {
        self.source
            .get(token.span.start as usize..token.span.end as usize)
            .unwrap_or("")
    }

    fn step(&mut self, pc: u32) -> Step {
        let next = pc + 1;
        let matched = match self.program.ops[pc as usize] {
            Op::Token(kind) => self.take(|_, token| token.kind == kind),
            Op::Word(word) => {
                self.take(|this, token| token.kind == Tok::Name && this.text(token) == word)
            }
            // The original compares only as many letters as the name has.
            Op::Soft => self.take(|this, token| {
                token.kind == Tok::Name
                    && ["_", "case", "match", "type"]
                        .iter()
                        .any(|word| word.starts_with(this.text(token)))
            }),
            Op::Force(kind) => match self.take(|_, token| token.kind == kind) {
                Some(false) => return Step::End(Run::Raised(Box::new(raise::forced(self, kind)))),
                other => other,
            },
            Op::Call(rule) => return self.call(rule, next),
            Op::Return => return self.leave(),
            other => return self.control(other, next),
        };
        match matched {
            Some(true) => Step::Go(next),
            Some(false) => Step::Fail,
            None => Step::End(Run::Lexical),
        }
    }

    fn call(&mut self, rule: u16, next: u32) -> Step {
        match self.memory.get(&self.key(rule, self.at)) {
            Some(Some(end)) => {
                self.at = *end;
                Step::Go(next)
            }
            Some(None) => Step::Fail,
            None if self.depth > MAX_DEPTH => {
                Step::End(Run::Raised(Box::new(SyntaxError::too_complex())))
            }
            None => Step::Go(self.enter(rule, next)),
        }
    }

    /// A rule has matched.
    fn leave(&mut self) -> Step {
        let Some(Entry::Call {
            pc,
            rule,
            start,
            captures,
            loud,
        }) = self.stack.pop()
        else {
            return Step::Fail;
        };
        self.captures.truncate(captures as usize);
        self.loud = loud;
        self.depth -= 1;
        self.memory.insert(self.key(rule, start), Some(self.at));
        Step::Go(pc)
    }

    /// Undoes what was done since the last choice; where that goes on.
    fn fail(&mut self) -> Option<u32> {
        loop {
            match self.stack.pop()? {
                Entry::Choice { pc, at } => {
                    self.at = at;
                    return Some(pc);
                }
                Entry::Call {
                    rule,
                    start,
                    captures,
                    loud,
                    ..
                } => self.unmatched(rule, start, captures, loud),
            }
        }
    }

    fn unmatched(&mut self, rule: u16, start: u32, captures: u32, loud: bool) {
        self.captures.truncate(captures as usize);
        self.loud = loud;
        self.depth -= 1;
        self.memory.insert(self.key(rule, start), None);
    }

    /// The innermost rule fails as a whole.
    fn fail_rule(&mut self) -> Step {
        while let Some(entry) = self.stack.pop() {
            if let Entry::Call {
                rule,
                start,
                captures,
                loud,
                ..
            } = entry
            {
                self.unmatched(rule, start, captures, loud);
                return Step::Fail;
            }
        }
        Step::Fail
    }

    fn control(&mut self, op: Op, next: u32) -> Step {
        match op {
            Op::Choice(pc) => self.stack.push(Entry::Choice { pc, at: self.at }),
            Op::Commit(target) => {
                self.stack.pop();
                return Step::Go(target);
            }
            Op::Repeat(target) => {
                if let Some(Entry::Choice { at, .. }) = self.stack.last_mut() {
                    // A repetition of nothing would never end.
                    if *at == self.at {
                        return Step::Fail;
                    }
                    *at = self.at;
                }
                return Step::Go(target);
            }
            Op::Back(target) => {
                if let Some(Entry::Choice { at, .. }) = self.stack.pop() {
                    self.at = at;
                }
                return Step::Go(target);
            }
            Op::FailTwice => {
                self.stack.pop();
                return Step::Fail;
            }
            Op::Mistake if self.loud => {}
            Op::Cut => return self.cut(next),
            Op::Open(slot) => *self.capture(slot) = (self.at, self.at),
            Op::Close(slot) => {
                let at = self.at;
                self.capture(slot).1 = at;
            }
            Op::Raise(number) => return self.raise(number, next),
            _ => return Step::Fail,
        }
        Step::Go(next)
    }

    /// From now on a failure is one of the whole rule.
    fn cut(&mut self, next: u32) -> Step {
        let fail = self
            .program
            .ops
            .iter()
            .position(|op| *op == Op::Fail)
            .unwrap_or(0) as u32;
        if let Some(Entry::Choice { pc, .. }) = self.stack.last_mut() {
            *pc = fail;
        }
        Step::Go(next)
    }

    fn capture(&mut self, slot: u8) -> &mut Capture {
        let base = self.captures.len() - SLOTS as usize;
        &mut self.captures[base + usize::from(slot)]
    }

    fn raise(&mut self, number: u16, next: u32) -> Step {
        let base = self.captures.len() - SLOTS as usize;
        let captures = [
            self.captures[base],
            self.captures[base + 1],
            self.captures[base + 2],
        ];
        if let raise::Raise::Message(raise::Place::Next, ..) =
            self.program.raises[usize::from(number)]
            && self.token(self.at).kind == Tok::Error
        {
            return Step::End(Run::Lexical);
        }
        match raise::raise(&self.program.raises[usize::from(number)], self, captures) {
            Outcome::Raised(error) => Step::End(Run::Raised(error)),
            Outcome::Fine => Step::Go(next),
            Outcome::NoMistake => self.fail_rule(),
        }
    }
}

/// What an instruction leads to.
enum Step {
    Go(u32),
    Fail,
    End(Run),
}
