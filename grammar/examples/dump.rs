//! Prints the syntax trees of the files named on the command line, for comparison with CPython's.
//!
//! With `-o DIR` each goes to a file of that directory, named by its number.

#[path = "../tests/support/dump.rs"]
mod dump;

use std::io::Write;

use dunder_grammar::{Mode, Options, decode_source, parse};

fn main() -> std::io::Result<()> {
    // The tree of a hostile source is deep, and printing it recurses.
    let worker = std::thread::Builder::new().stack_size(1 << 30).spawn(run)?;
    worker.join().unwrap_or(Ok(()))
}

fn run() -> std::io::Result<()> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let directory = (args.first().map(String::as_str) == Some("-o"))
        .then(|| args.drain(..2).nth(1))
        .flatten();
    for (number, path) in args.iter().enumerate() {
        let text = match decode_source(&std::fs::read(path)?) {
            Err(error) => format!("{error:?}"),
            Ok(source) => match parse(
                &source,
                Options {
                    check: false,
                    ..Mode::Module.into()
                },
            ) {
                Ok(parsed) => dump::dump(&parsed.ast, &source),
                Err(error) => format!("{error:?}"),
            },
        };
        match &directory {
            Some(directory) => std::fs::write(format!("{directory}/{number}"), text)?,
            None => writeln!(std::io::stdout(), "{text}")?,
        }
    }
    Ok(())
}
