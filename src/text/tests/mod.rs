//! Checks the algorithms against tables of what CPython answers, which tests/data/text/generate.py
//! makes. `DUNDER_TEXT_TABLES` names another folder of tables, larger ones for instance.

mod codecs;
mod escapes;
mod floats;
mod formats;
mod hashes;
mod ints;
mod panics;
mod strings;
mod unicode;

use std::path::PathBuf;

use super::{Error, Text};

/// A line's arguments.
struct Args<'a>(&'a [Text]);

impl Args<'_> {
    fn text(&self, at: usize) -> &Text {
        &self.0[at]
    }

    fn str(&self, at: usize) -> &str {
        self.0[at].as_str().expect("no surrogates")
    }

    fn bytes(&self, at: usize) -> Vec<u8> {
        self.0[at]
            .chars()
            .map(|c| u8::try_from(c).expect("a byte"))
            .collect()
    }

    fn number<T: std::str::FromStr>(&self, at: usize) -> T {
        self.str(at).parse().ok().expect("a number")
    }

    fn float(&self, at: usize) -> f64 {
        f64::from_bits(u64::from_str_radix(self.str(at), 16).expect("a float's bits"))
    }

    fn limit(&self, at: usize) -> Option<usize> {
        usize::try_from(self.number::<i64>(at)).ok()
    }
}

/// What an operation answers.
type Answer = Result<Text, Error>;

/// An operation of the tables and how to answer it.
type Operation = (&'static str, fn(&Args) -> Answer);

fn shown(value: impl ToString) -> Answer {
    Ok(Text::from(value.to_string()))
}

fn truth(value: bool) -> Answer {
    Ok(Text::from(if value { "True" } else { "False" }))
}

fn bits(value: f64) -> Answer {
    Ok(Text::from(format!("{:016x}", value.to_bits())))
}

fn bytes(value: &[u8]) -> Answer {
    Ok(value.iter().map(|&byte| u32::from(byte)).collect())
}

fn unescape(field: &str) -> Text {
    let mut parts = field.split("\\{");
    let mut out = Text::from(parts.next().unwrap_or_default());
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a closing brace");
        out.push(u32::from_str_radix(code, 16).expect("a code point"));
        out.push_str(rest);
    }
    out
}

/// Runs one area's table; every line that differs is reported.
fn check(area: &str, operations: &[Operation]) {
    let folder = std::env::var_os("DUNDER_TEXT_TABLES").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/text")),
        PathBuf::from,
    );
    let path = folder.join(format!("{area}.txt"));
    let table = std::fs::read_to_string(&path).expect("a table");
    let (mut wrong, mut lines) = (0, 0);
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, arguments @ .., expected] = &fields[..] else {
            panic!("a short line: {line}")
        };
        let (_, operation) = operations
            .iter()
            .find(|(known, _)| known == name)
            .unwrap_or_else(|| panic!("no operation {name}"));
        let arguments: Vec<Text> = arguments.iter().map(|field| unescape(field)).collect();
        let answer = operation(&Args(&arguments)).unwrap_or_else(|error| {
            let (class, message) = (error.class.name(), error.message);
            Text::from(format!("!{class}: {message}"))
        });
        lines += 1;
        if answer != unescape(expected) {
            wrong += 1;
            if wrong <= 20 {
                eprintln!("{line}\n  answered {answer:?}");
            }
        }
    }
    assert!(
        wrong == 0,
        "{wrong} of {lines} lines of {} differ",
        path.display()
    );
}
