//! Interactive mode without a terminal (`dunder -i < file`): prompts go to standard error, every line
//! that can end a statement does, as in CPython.

use super::session::Session;
use dunder::exec::uncaught::Exit;
use dunder::object::value::{PyResult, Raised};
use dunder::stdlib::sys;
use dunder::text::Text;
use dunder_grammar::Mode;
use std::io::ErrorKind;

/// Reads and runs statements until the input ends.
pub fn interact(session: &Session<'_>) -> Exit {
    let vm = session.vm();
    let mut input = Input::default();
    loop {
        show(session, "ps1");
        let mut text = String::new();
        loop {
            let line = match input.line(session) {
                Ok(line) => line,
                Err(raised) => {
                    text.clear();
                    session.finish(Err(raised));
                    break;
                }
            };
            let Some(line) = line else {
                show_text(session, "\n");
                if text.trim().is_empty() {
                    return Exit::Status(0);
                }
                break;
            };
            text.push_str(&line);
            if !needs_more(&text) {
                break;
            }
            show(session, "ps2");
        }
        if text.trim().is_empty() {
            continue;
        }
        if let Some(exit) = session.run_single("<stdin>", &text) {
            return exit;
        }
        if vm.tick().is_err() {
            session.finish(Err(Raised));
        }
    }
}

/// A block ends with an empty line, anything else where it can.
fn needs_more(text: &str) -> bool {
    let line = text.trim_end_matches('\n');
    if text.trim().is_empty() {
        return false;
    }
    let blank = text.ends_with("\n\n");
    let text = if blank { text } else { line };
    dunder_grammar::is_incomplete(text, Mode::Interactive)
}

fn show(session: &Session<'_>, name: &str) {
    show_text(session, &session.prompt(name));
}

fn show_text(session: &Session<'_>, text: &str) {
    sys::write_err(session.vm(), &Text::from_wtf8(text.as_bytes()));
}

/// Standard input by lines.
#[derive(Default)]
struct Input {
    read: Vec<u8>,
    ended: bool,
}

impl Input {
    /// The next line with its end; `None` at the end of the input.
    ///
    /// # Errors
    /// What a signal raises meanwhile.
    fn line(&mut self, session: &Session<'_>) -> PyResult<Option<String>> {
        loop {
            if let Some(end) = self.read.iter().position(|&b| b == b'\n') {
                let line: Vec<u8> = self.read.drain(..=end).collect();
                return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
            }
            if self.ended {
                let line = std::mem::take(&mut self.read);
                let text = String::from_utf8_lossy(&line).into_owned();
                return Ok((!text.is_empty()).then_some(text));
            }
            // One byte at a time: what follows the statement belongs to `input()`, if it asks.
            let mut byte = [0; 1];
            match session.vm().host.read_stdin(&mut byte) {
                Ok(1..) => self.read.push(byte[0]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {
                    session.vm().check_signals()?;
                }
                _ => self.ended = true,
            }
        }
    }
}
