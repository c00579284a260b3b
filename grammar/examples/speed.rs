//! Times the parsing of the file named on the command line.

use std::time::Instant;

use dunder_grammar::{Mode, decode_source, parse};

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let bytes = std::fs::read(path)?;
    for _ in 0..3 {
        let start = Instant::now();
        let outcome = match decode_source(&bytes) {
            Ok(source) => parse(&source, Mode::Module).map(|_| ()),
            Err(error) => Err(error),
        };
        let told = outcome.map_or_else(|error| error.message, |()| "fine".to_owned());
        println!("{:.3} s, {told}", start.elapsed().as_secs_f64());
    }
    Ok(())
}
