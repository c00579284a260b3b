//! Reads `rules.peg` into a program for `machine`.
//!
//! The text is part of this crate, so that a mistake in it is a bug; the loader reports it by
//! panicking, and a test loads it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::raise::{self, Raise};
use crate::token::Tok;

/// An instruction of the machine: a matcher with backtracking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Op {
    /// Match one token.
    Token(Tok),
    /// Match a name with this text.
    Word(&'static str),
    /// Match a name that (by its first letters) could be a soft keyword.
    Soft,
    /// Match a rule.
    Call(u16),
    /// The rule has matched.
    Return,
    /// On failure, go on at the target from here.
    Choice(u32),
    /// Forget the last choice and go to the target.
    Commit(u32),
    /// Renew the last choice from here and go to the target.
    Repeat(u32),
    /// Forget the last choice, go back to where it was made, and go to the target.
    Back(u32),
    /// Forget the last choice and fail.
    FailTwice,
    /// Fail.
    Fail,
    /// Fail unless mistakes are looked for.
    Mistake,
    /// From now on, the last choice leads nowhere.
    Cut,
    /// The token must come next.
    Force(Tok),
    /// A capture starts, ends.
    Open(u8),
    Close(u8),
    /// Report a mistake, or find that it is none.
    Raise(u16),
}

/// How a rule treats mistakes and memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RuleInfo {
    /// Where its instructions start.
    pub entry: u32,
    /// What was found without mistakes being looked for holds with, and the other way round.
    pub shared: bool,
    /// Within, mistakes aren't looked for.
    pub quiet: bool,
}

/// The rules as instructions.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub ops: Vec<Op>,
    pub rules: Vec<RuleInfo>,
    pub raises: Vec<Raise>,
    names: HashMap<String, u16>,
}

impl Program {
    /// The program, read at its first use.
    pub(super) fn get() -> &'static Program {
        static PROGRAM: OnceLock<Program> = OnceLock::new();
        PROGRAM.get_or_init(|| Loader::new(include_str!("rules.peg")).load())
    }

    /// The number of a rule.
    pub(super) fn rule(&self, name: &str) -> u16 {
        self.names[name]
    }
}

/// A rule as it stands in the text.
#[derive(Clone)]
struct Definition {
    parameters: Vec<&'static str>,
    flag: Option<char>,
    body: Vec<Lexeme>,
}

#[derive(Debug, Clone, PartialEq)]
enum Lexeme {
    /// `'if'`
    Quoted(&'static str),
    /// `"match"`, or a message.
    Double(String),
    /// A rule with its arguments, a token class, or a label.
    Word(&'static str),
    Symbol(&'static str),
}

const SYMBOLS: [&str; 19] = [
    "=>", "&&", "..", "(", ")", "<", ">", "|", "?", "*", "+", "%", "&", "!", "~", ":", ",", "-",
    "=",
];

fn lex(mut text: &'static str) -> Vec<Lexeme> {
    let mut out = Vec::new();
    loop {
        text = text.trim_start();
        let Some(first) = text.chars().next() else {
            return out;
        };
        if first == '\'' {
            let end = text[1..]
                .find('\'')
                .unwrap_or_else(|| panic!("quote in {text}"))
                + 1;
            out.push(Lexeme::Quoted(&text[1..end]));
            text = &text[end + 1..];
        } else if first == '"' {
            let mut end = 1;
            while !text[end..].starts_with('"') {
                end += if text[end..].starts_with('\\') { 2 } else { 1 };
            }
            out.push(Lexeme::Double(text[1..end].replace("\\\"", "\"")));
            text = &text[end + 1..];
        } else if first.is_alphanumeric() || first == '_' {
            let end = text
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(text.len());
            out.push(Lexeme::Word(&text[..end]));
            text = &text[end..];
        } else {
            let symbol = SYMBOLS
                .iter()
                .find(|symbol| text.starts_with(**symbol))
                .unwrap_or_else(|| panic!("{text}"));
            out.push(Lexeme::Symbol(symbol));
            text = &text[symbol.len()..];
        }
    }
}

struct Loader {
    definitions: HashMap<&'static str, Definition>,
    program: Program,
    /// Instances of rules that are still to be compiled.
    pending: Vec<(u16, &'static str, Vec<Vec<Lexeme>>)>,
}

impl Loader {
    fn new(text: &'static str) -> Loader {
        let mut definitions = HashMap::new();
        let mut start = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let is_head = line.starts_with(|c: char| c.is_ascii_lowercase());
            if (is_head || line.starts_with('#'))
                && let Some(from) = start.take()
            {
                define(&text[from..at], &mut definitions);
            }
            if is_head {
                start = Some(at);
            }
            at += line.len();
        }
        if let Some(from) = start {
            define(&text[from..], &mut definitions);
        }
        Loader {
            definitions,
            program: Program::default(),
            pending: Vec::new(),
        }
    }

    fn load(mut self) -> Program {
        for start in ["module", "interactive", "evaluated"] {
            self.instance(start, Vec::new());
        }
        while let Some((number, name, arguments)) = self.pending.pop() {
            let definition = self.definitions[name].clone();
            self.program.rules[usize::from(number)] = RuleInfo {
                entry: self.program.ops.len() as u32,
                shared: definition.flag == Some('!'),
                quiet: definition.flag == Some('-'),
            };
            let body = substitute(&definition, &arguments);
            let mut compiler = Compiler {
                loader: &mut self,
                lexemes: body,
                at: 0,
                labels: Vec::new(),
            };
            compiler.alternatives();
            assert_eq!(compiler.at, compiler.lexemes.len(), "rest of rule {name}");
            self.program.ops.push(Op::Return);
        }
        self.program
    }

    /// The number of a rule with these arguments.
    fn instance(&mut self, name: &'static str, arguments: Vec<Vec<Lexeme>>) -> u16 {
        assert!(self.definitions.contains_key(name), "no rule {name}");
        let key = format!("{name}{arguments:?}");
        if let Some(&number) = self.program.names.get(&key) {
            return number;
        }
        let number = self.program.rules.len() as u16;
        self.program.rules.push(RuleInfo {
            entry: 0,
            shared: false,
            quiet: false,
        });
        if arguments.is_empty() {
            self.program.names.insert(name.to_owned(), number);
        }
        self.program.names.insert(key, number);
        self.pending.push((number, name, arguments));
        number
    }
}

/// Enters `name<P, Q>!: body`.
fn define(text: &'static str, definitions: &mut HashMap<&'static str, Definition>) {
    let lexemes = lex(text);
    let colon = lexemes
        .iter()
        .position(|lexeme| *lexeme == Lexeme::Symbol(":"))
        .expect("a colon after the name");
    let Lexeme::Word(name) = lexemes[0] else {
        panic!("{text}")
    };
    let parameters = lexemes[1..colon]
        .iter()
        .filter_map(|lexeme| {
            if let Lexeme::Word(word) = lexeme {
                Some(*word)
            } else {
                None
            }
        })
        .collect();
    let flag = lexemes[1..colon].iter().find_map(|lexeme| match lexeme {
        Lexeme::Symbol("!") => Some('!'),
        Lexeme::Symbol("-") => Some('-'),
        _ => None,
    });
    definitions.insert(
        name,
        Definition {
            parameters,
            flag,
            body: lexemes[colon + 1..].to_vec(),
        },
    );
}

fn substitute(definition: &Definition, arguments: &[Vec<Lexeme>]) -> Vec<Lexeme> {
    let mut out = Vec::new();
    for lexeme in &definition.body {
        let argument = definition
            .parameters
            .iter()
            .position(|parameter| *lexeme == Lexeme::Word(parameter));
        match argument {
            Some(index) => out.extend_from_slice(&arguments[index]),
            None => out.push(lexeme.clone()),
        }
    }
    out
}

fn class(word: &str) -> Option<Op> {
    Some(match word {
        "NAME" => Op::Token(Tok::Name),
        "NUMBER" => Op::Token(Tok::Number),
        "STRING" => Op::Token(Tok::String),
        "NEWLINE" => Op::Token(Tok::Newline),
        "INDENT" => Op::Token(Tok::Indent),
        "DEDENT" => Op::Token(Tok::Dedent),
        "END" => Op::Token(Tok::EndMarker),
        "FSTART" => Op::Token(Tok::FStringStart),
        "FTEXT" => Op::Token(Tok::FStringMiddle),
        "FEND" => Op::Token(Tok::FStringEnd),
        "SOFT" => Op::Soft,
        _ => return None,
    })
}

fn token(text: &str) -> Tok {
    Tok::from_spelling(text).unwrap_or_else(|| panic!("no token {text}"))
}

/// Compiles the body of one rule.
struct Compiler<'l> {
    loader: &'l mut Loader,
    lexemes: Vec<Lexeme>,
    at: usize,
    labels: Vec<&'static str>,
}

impl Compiler<'_> {
    fn is(&self, symbol: &str) -> bool {
        self.lexemes.get(self.at)
            == Some(&Lexeme::Symbol(
                SYMBOLS.iter().find(|s| **s == symbol).unwrap_or(&""),
            ))
    }

    fn take(&mut self, symbol: &str) -> bool {
        let found = self.is(symbol);
        self.at += usize::from(found);
        found
    }

    fn require(&mut self, symbol: &str) {
        assert!(
            self.take(symbol),
            "expected {symbol} at {:?}",
            &self.lexemes[self.at..]
        );
    }

    fn word(&mut self) -> &'static str {
        let Some(Lexeme::Word(word)) = self.lexemes.get(self.at) else {
            panic!("{:?}", &self.lexemes[self.at..])
        };
        self.at += 1;
        word
    }

    fn emit(&mut self, op: Op) -> usize {
        self.loader.program.ops.push(op);
        self.loader.program.ops.len() - 1
    }

    fn here(&self) -> u32 {
        self.loader.program.ops.len() as u32
    }

    /// Makes the jump at `index` lead here.
    fn land(&mut self, index: usize) {
        let here = self.here();
        let op = &mut self.loader.program.ops[index];
        *op = match *op {
            Op::Choice(_) => Op::Choice(here),
            Op::Commit(_) => Op::Commit(here),
            Op::Back(_) => Op::Back(here),
            other => other,
        };
    }

    fn ends_sequence(&self) -> bool {
        self.at == self.lexemes.len() || self.is("|") || self.is(")") || self.is("=>")
    }

    /// `x | y`: `choice next; x; commit end; next: y; end:`
    fn alternatives(&mut self) {
        let mut ends = Vec::new();
        loop {
            let choice = self.emit(Op::Choice(0));
            if self.take("?") {
                self.emit(Op::Mistake);
            }
            while !self.ends_sequence() {
                self.repeated();
            }
            if self.take("=>") {
                self.action();
            }
            ends.push(self.emit(Op::Commit(0)));
            self.land(choice);
            if !self.take("|") {
                break;
            }
        }
        self.emit(Op::Fail);
        for end in ends {
            self.land(end);
        }
    }

    /// An element with what follows it: `?`, `*`, `+`, `% s`.
    fn repeated(&mut self) {
        let start = self.at;
        if self.take("~") {
            self.emit(Op::Cut);
            return;
        }
        // `?` and `*` enclose the element, so that the first reading only finds their place.
        let (ops, pending) = (self.loader.program.ops.len(), self.labels.len());
        self.element();
        let end = self.at;
        let suffix = ["?", "*", "+", "%"]
            .into_iter()
            .find(|suffix| self.is(suffix));
        // A `?` in front of an alternative isn't one behind an element.
        let Some(suffix) = suffix else { return };
        self.loader.program.ops.truncate(ops);
        self.labels.truncate(pending);
        self.at = start;
        match suffix {
            "?" => {
                let choice = self.emit(Op::Choice(0));
                self.element();
                let commit = self.emit(Op::Commit(0));
                self.land(choice);
                self.land(commit);
                self.at = end + 1;
            }
            "%" => {
                self.element();
                let choice = self.emit(Op::Choice(0));
                let again = self.here();
                self.at = end + 1;
                self.element();
                let after = self.at;
                self.at = start;
                self.element();
                self.emit(Op::Repeat(again));
                self.land(choice);
                self.at = after;
            }
            _ => {
                if suffix == "+" {
                    self.element();
                    self.at = start;
                }
                let choice = self.emit(Op::Choice(0));
                let again = self.here();
                self.element();
                self.emit(Op::Repeat(again));
                self.land(choice);
                self.at = end + 1;
            }
        }
    }

    fn element(&mut self) {
        if self.take("&&") {
            let Lexeme::Quoted(text) = self.lexemes[self.at] else {
                panic!("&& without a token")
            };
            self.at += 1;
            self.emit(Op::Force(token(text)));
        } else if self.take("&") {
            let choice = self.emit(Op::Choice(0));
            self.element();
            let back = self.emit(Op::Back(0));
            self.land(choice);
            self.emit(Op::Fail);
            self.land(back);
        } else if self.take("!") {
            let choice = self.emit(Op::Choice(0));
            self.element();
            self.emit(Op::FailTwice);
            self.land(choice);
        } else if self.take("(") {
            self.alternatives();
            self.require(")");
        } else {
            self.simple_element();
        }
    }

    fn simple_element(&mut self) {
        match self.lexemes[self.at].clone() {
            Lexeme::Quoted(text) => {
                self.at += 1;
                self.emit(Op::Token(token(text)));
            }
            Lexeme::Double(text) => {
                self.at += 1;
                let word = ["match", "case", "type", "_"]
                    .into_iter()
                    .find(|word| *word == text)
                    .expect("a soft keyword");
                self.emit(Op::Word(word));
            }
            Lexeme::Word(word) => {
                self.at += 1;
                if self.take(":") {
                    let slot = self.label(word);
                    self.emit(Op::Open(slot));
                    self.element();
                    self.emit(Op::Close(slot));
                } else if let Some(op) = class(word) {
                    self.emit(op);
                } else {
                    let arguments = self.arguments();
                    let number = self.loader.instance(word, arguments);
                    self.emit(Op::Call(number));
                }
            }
            other => panic!("unexpected {other:?}"),
        }
    }

    fn label(&mut self, name: &'static str) -> u8 {
        let known = self.labels.iter().position(|label| *label == name);
        let slot = known.unwrap_or_else(|| {
            self.labels.push(name);
            self.labels.len() - 1
        });
        slot as u8
    }

    /// `<a, b<c>>`
    fn arguments(&mut self) -> Vec<Vec<Lexeme>> {
        let mut arguments = Vec::new();
        if !self.take("<") {
            return arguments;
        }
        loop {
            let start = self.at;
            self.at += 1;
            arguments.push(self.lexemes[start..self.at].to_vec());
            if !self.take(",") {
                break;
            }
        }
        self.require(">");
        arguments
    }

    /// What follows `=>`.
    fn action(&mut self) {
        let raise = if matches!(self.lexemes[self.at], Lexeme::Word("call")) {
            self.at += 1;
            let name = self.word();
            let mut slots = Vec::new();
            self.require("(");
            while !self.take(")") {
                let label = self.word();
                slots.push(self.label(label));
                self.take(",");
            }
            Raise::Call(raise::function(name), slots)
        } else {
            let word = self.word();
            let place = match word {
                "last" => raise::Place::Last,
                "next" => raise::Place::Next,
                "indent" => raise::Place::Indent,
                _ => {
                    let slot = self.label(word);
                    if !self.take("..") {
                        raise::Place::At(slot)
                    } else if let Some(Lexeme::Word(end)) = self.lexemes.get(self.at).cloned() {
                        self.at += 1;
                        raise::Place::Range(slot, self.label(end))
                    } else {
                        raise::Place::From(slot)
                    }
                }
            };
            let Lexeme::Double(message) = self.lexemes[self.at].clone() else {
                panic!("a message")
            };
            self.at += 1;
            Raise::Message(place, message, self.labels.clone())
        };
        self.loader.program.raises.push(raise);
        let number = self.loader.program.raises.len() - 1;
        self.emit(Op::Raise(number as u16));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_load() {
        let program = Program::get();
        assert!(
            program.rules.len() > 150 && program.ops.len() > 2_000,
            "{}",
            program.ops.len()
        );
    }
}
