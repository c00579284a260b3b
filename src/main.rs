//! The `dunder` program.

#![deny(unsafe_code)]

mod check;
mod cli;
mod diagnostics;
mod explain;
mod repl;
mod run;

use cli::Instead;
use dunder::exec::uncaught::Exit;
use dunder::object::heap::ReservingAllocator;
use std::io::Write;
use std::process::ExitCode;

/// So that running out of memory is a MemoryError.
#[global_allocator]
static ALLOCATOR: ReservingAllocator = ReservingAllocator::new();

fn main() -> ExitCode {
    ALLOCATOR.fill();
    ALLOCATOR.keep_blocks();
    let line = cli::parse(std::env::args_os().skip(1));
    match line.and_then(run::run) {
        Err(instead) => refuse(instead),
        Ok(exit) => end(exit),
    }
}

/// Nothing could be run.
fn refuse(instead: Instead) -> ExitCode {
    match instead {
        Instead::Print(text) => {
            // A closed pipe is no reason to complain about help.
            let _ = writeln!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Instead::Usage(text) => {
            eprintln!(
                "{text}\n{}\nTry `dunder -h' for more information.",
                cli::usage()
            );
            ExitCode::from(2)
        }
        Instead::Fatal(text) => {
            let state = match text.starts_with("preconfig") {
                true => "preinitializing",
                false => "preinitialized",
            };
            eprintln!("Fatal Python error: {text}\nPython runtime state: {state}\n");
            ExitCode::FAILURE
        }
    }
}

fn end(exit: Exit) -> ExitCode {
    match exit {
        Exit::Status(status) => ExitCode::from((status & 0xFF) as u8),
        Exit::Interrupt => {
            // "die of the signal", so that a calling shell can tell.
            let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
            ExitCode::from(130)
        }
    }
}
