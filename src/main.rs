//! The `dunder` program.

#![deny(unsafe_code)]

mod cli;
mod repl;
mod run;

use dunder::exec::uncaught::Exit;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let line = match cli::parse(std::env::args_os().skip(1)) {
        Ok(line) => line,
        Err(cli::Instead::Print(text)) => {
            // A closed pipe is no reason to complain about help.
            let _ = writeln!(std::io::stdout(), "{text}");
            return ExitCode::SUCCESS;
        }
        Err(cli::Instead::Usage(text)) => {
            eprintln!(
                "{text}\n{}\nTry `dunder -h' for more information.",
                cli::USAGE
            );
            return ExitCode::from(2);
        }
    };
    match run::run(line) {
        Exit::Status(status) => ExitCode::from((status & 0xFF) as u8),
        Exit::Interrupt => {
            // "die of the signal", so that a calling shell can tell.
            let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
            ExitCode::from(130)
        }
    }
}
