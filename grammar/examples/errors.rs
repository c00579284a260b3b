//! Prints the error of each source in a file of sources separated by NUL bytes, for comparison with
//! CPython's. A source may start with `single:` or `eval:`. `--warnings` prints warnings, too;
//! `--incomplete` tells whether the prompt would ask for more, `--parse-only` leaves out the checks after parsing.

use std::io::Write;

use dunder_grammar::{ErrorKind, LineIndex, Mode, Options, is_incomplete, parse};

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let check = std::env::args().nth(2).as_deref() != Some("--parse-only");
    let incomplete = std::env::args().nth(2).as_deref() == Some("--incomplete");
    let warnings = std::env::args().nth(2).as_deref() == Some("--warnings");
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for source in text.split('\0') {
        let (mode, source) = match (source.strip_prefix("single:"), source.strip_prefix("eval:")) {
            (Some(rest), _) => (Mode::Interactive, rest),
            (_, Some(rest)) => (Mode::Expression, rest),
            _ => (Mode::Module, source),
        };
        if incomplete {
            writeln!(out, "{}", is_incomplete(source, Mode::Interactive))?;
            continue;
        }
        match parse(
            source,
            Options {
                check,
                ..mode.into()
            },
        ) {
            Ok(parsed) if warnings => {
                let lines = LineIndex::new(source);
                let told = parsed.warnings.iter().map(|warning| {
                    format!("{}:{}", lines.line(warning.span.start), warning.message)
                });
                writeln!(out, "{}", told.collect::<Vec<_>>().join("; "))?;
            }
            Ok(_) => writeln!(out, "OK")?,
            Err(error) => {
                let kind = match error.kind {
                    ErrorKind::Syntax => "SyntaxError",
                    ErrorKind::Indentation => "IndentationError",
                    ErrorKind::Tab => "TabError",
                    ErrorKind::Recursion => "RecursionError",
                    ErrorKind::Memory => "MemoryError",
                };
                let place = error.location.map_or("None".to_owned(), |place| {
                    format!(
                        "({}, {}, {}, {})",
                        place.line,
                        place.offset,
                        place.end_line.unwrap_or(0),
                        place
                            .end_offset
                            .map_or("None".to_owned(), |offset| offset.to_string())
                    )
                });
                let message = error.message.replace('\n', "\\n");
                writeln!(
                    out,
                    "{kind}|{message}|{place}|{:?}",
                    error.text.unwrap_or_default().trim_end()
                )?;
            }
        }
    }
    Ok(())
}
