//! The `dunder` program.

use dunder::exec::tree::Source;
use dunder::host::StdHost;
use dunder::interpreter::{Interpreter, compile, main_namespace, run_module};
use dunder::lower::Options;
use dunder_grammar::Mode;
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: dunder script.py");
        return ExitCode::from(2);
    };
    let interpreter = Interpreter::new(Rc::new(StdHost::new()));
    interpreter.enter(|vm| {
        let text = match vm.host.read_file(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                eprintln!("dunder: can't open file '{path}': {error}");
                return ExitCode::from(2);
            }
        };
        let source = Rc::new(Source::new(&path, &text));
        let code = match compile(vm, &source, Mode::Module, Options::default()) {
            Ok(code) => code,
            Err(error) => {
                eprintln!("SyntaxError: {} {:?}", error.message, error.location);
                return ExitCode::FAILURE;
            }
        };
        match run_module(vm, &code, &main_namespace(vm)) {
            Ok(_) => ExitCode::SUCCESS,
            Err(_) => {
                let pending = vm.take_pending();
                let text =
                    dunder::object::ops::str(vm, &pending).map_or(String::new(), |s| s.to_string());
                eprintln!("{}: {text}", vm.type_name(&pending));
                ExitCode::FAILURE
            }
        }
    })
}
