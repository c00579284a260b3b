//! The interactive interpreter: what is typed (or piped in) is run statement by statement in one
//! namespace.
//!
//! `session` runs statements, `pipe` reads them from what is no terminal as CPython does, `terminal`
//! from one with rustyline; `editing`, `highlight`, `complete` and `signature` are what helps while
//! typing, `commands` what can be asked beside Python. What Python means is not here.

mod commands;
mod complete;
mod editing;
mod highlight;
mod objects;
mod pipe;
mod session;
mod signature;
mod terminal;

pub use session::Session;

use dunder::exec::uncaught::Exit;
use dunder::host::Stream;
use dunder::stdlib::sys;
use dunder::text::Text;

/// Reads and runs statements until the input ends or the program exits.
pub fn interact(session: &Session<'_>, banner: bool) -> Exit {
    let vm = session.vm();
    if banner {
        let text = format!(
            "Dunder {} (Python 3.13.0) on {}\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
        );
        sys::write_err(vm, &Text::from_wtf8(text.as_bytes()));
    }
    session.set_prompts();
    let is_terminal = vm.host.is_terminal(Stream::In) && vm.host.is_terminal(Stream::Out);
    match is_terminal {
        true => terminal::interact(session),
        false => pipe::interact(session),
    }
}
