//! One namespace in which statements are run one after the other, and what becomes of their errors.

use dunder::exec::compile::{self, Unit};
use dunder::exec::uncaught::{self, Exit};
use dunder::interpreter::execute;
use dunder::object::heap::Ref;
use dunder::object::ops;
use dunder::object::value::{PyResult, Value};
use dunder::types::dict::Dict;
use dunder::vm::Vm;
use dunder_grammar::Mode;
use dunder_grammar::ast::{Ast, Stmt, StmtKind};
use std::cell::{Cell, RefCell};

/// An interactive session.
pub struct Session<'a> {
    vm: &'a Vm,
    namespace: Ref<Dict>,
    inputs: Cell<usize>,
    /// The statements that ran without an error, for `:save`.
    log: RefCell<Vec<String>>,
}

impl<'a> Session<'a> {
    /// A session in a namespace.
    pub fn new(vm: &'a Vm, namespace: &Ref<Dict>) -> Session<'a> {
        Session {
            vm,
            namespace: namespace.clone(),
            inputs: Cell::new(0),
            log: RefCell::default(),
        }
    }

    /// The interpreter.
    pub fn vm(&self) -> &'a Vm {
        self.vm
    }

    /// The names of the session.
    pub fn namespace(&self) -> &Ref<Dict> {
        &self.namespace
    }

    /// Whether the session has given a name a meaning.
    pub fn has(&self, name: &str) -> bool {
        self.namespace.get_name(&self.vm.intern(name)).is_some()
    }

    /// What has run without an error.
    pub fn log(&self) -> String {
        self.log.borrow().concat()
    }

    /// Gives `sys` its prompts, unless the program has.
    pub fn set_prompts(&self) {
        for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
            let name = self.vm.intern(name);
            if self.vm.sys.get_name(&name).is_none() {
                drop(self.vm.sys.set_name(&name, self.vm.str(text)));
            }
        }
    }

    /// `str(sys.ps1)` or `str(sys.ps2)`; nothing when there is none or that fails.
    pub fn prompt(&self, name: &str) -> String {
        let Some(value) = self.vm.sys.get_name(&self.vm.intern(name)) else {
            return String::new();
        };
        match ops::str(self.vm, &value) {
            Ok(text) => text.text.to_string_lossy(),
            Err(_) => {
                drop(self.vm.take_pending());
                String::new()
            }
        }
    }

    /// The name under which tracebacks know the next input.
    pub fn next_name(&self) -> String {
        let n = self.inputs.replace(self.inputs.get() + 1);
        format!("<python-input-{n}>")
    }

    /// Runs what was typed at once: one or more statements, the last of which shows its values. Answers
    /// with the way out when the program exits.
    pub fn run(&self, filename: &str, text: &str) -> Option<Exit> {
        self.run_logged(filename, text, Session::run_statements)
    }

    /// Runs one statement; more are a SyntaxError.
    pub fn run_single(&self, filename: &str, text: &str) -> Option<Exit> {
        self.run_logged(filename, text, |session, filename, text| {
            session.execute(filename, text, Mode::Interactive)
        })
    }

    fn run_logged(
        &self,
        filename: &str,
        text: &str,
        run: fn(&Session<'a>, &str, &str) -> PyResult,
    ) -> Option<Exit> {
        let text = text.trim_end_matches([' ', '\t']);
        let text = if text.ends_with('\n') {
            text.to_owned()
        } else {
            format!("{text}\n")
        };
        self.vm.state.sys.remember_typed(filename, &text);
        let done = run(self, filename, &text);
        if done.is_ok() {
            self.log.borrow_mut().push(text);
        }
        self.finish(done.map(drop))
    }

    /// Shows the error of a statement, if it has one, and what it has printed.
    pub fn finish(&self, done: PyResult<()>) -> Option<Exit> {
        let vm = self.vm;
        let mut exit = None;
        if done.is_err() {
            let leaves = vm.pending_is(&vm.exceptions.SystemExit);
            let how = uncaught::uncaught(vm);
            exit = leaves.then_some(how);
        }
        // A stream that can't be flushed has told so.
        let _ = uncaught::flush_streams(vm);
        exit
    }

    fn run_statements(&self, filename: &str, text: &str) -> PyResult {
        let Some(start) = start_of_last(text) else {
            return self.execute(filename, text, Mode::Interactive);
        };
        self.execute(filename, &text[..start], Mode::Module)?;
        let lines = "\n".repeat(text[..start].matches('\n').count());
        self.execute(filename, &(lines + &text[start..]), Mode::Interactive)
    }

    fn execute(&self, filename: &str, text: &str, mode: Mode) -> PyResult {
        execute(self.vm, &Unit::new(filename, text, mode), &self.namespace)
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// What compiling or evaluating it raises.
    pub fn evaluate(&self, expression: &str) -> PyResult {
        self.execute("<string>", expression.trim(), Mode::Expression)
    }

    /// Runs a statement, which shows its value.
    ///
    /// # Errors
    /// What compiling or running it raises.
    pub fn statement(&self, text: &str) -> PyResult<()> {
        self.execute(
            &self.next_name(),
            &format!("{}\n", text.trim()),
            Mode::Interactive,
        )
        .map(drop)
    }

    /// Runs a file's text.
    ///
    /// # Errors
    /// What compiling or running it raises.
    pub fn load(&self, file: &str, bytes: &[u8]) -> PyResult<()> {
        let text = compile::decode_file(self.vm, bytes, file)?;
        self.execute(file, &text, Mode::Module).map(drop)
    }

    /// Forgets all names.
    pub fn reset(&self) {
        let keep = [
            "__name__",
            "__doc__",
            "__package__",
            "__loader__",
            "__spec__",
            "__builtins__",
        ];
        for (key, _) in self.namespace.items() {
            let is_kept = dunder::types::str::text_of(&key)
                .is_some_and(|name| keep.contains(&name.to_string_lossy().as_str()));
            if !is_kept && self.namespace.remove(self.vm, &key).is_err() {
                drop(self.vm.take_pending());
            }
        }
        drop(self.vm.builtins.set_name(&self.vm.intern("_"), Value::None));
        self.log.borrow_mut().clear();
    }
}

/// Where the line of the last statement starts, when there are statements on the lines before.
fn start_of_last(text: &str) -> Option<usize> {
    let parsed = dunder_grammar::parse(text, Mode::Module).ok()?;
    let Ast::Module(statements) = parsed.ast else {
        return None;
    };
    let line_start = |statement: &Stmt| {
        let at = first_offset(statement) as usize;
        text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    };
    let first = line_start(statements.first()?);
    let last = line_start(statements.last()?);
    (first < last).then_some(last)
}

/// Where a statement starts, its decorators included.
fn first_offset(statement: &Stmt) -> u32 {
    let decorators = match &statement.kind {
        StmtKind::FunctionDef(function) => &function.decorators,
        StmtKind::ClassDef(class) => &class.decorators,
        _ => return statement.span.start,
    };
    let first = decorators.first().map(|decorator| decorator.span.start);
    first
        .unwrap_or(statement.span.start)
        .min(statement.span.start)
}

#[cfg(test)]
mod tests {
    use super::start_of_last;

    #[test]
    fn the_last_line_of_statements_is_found() {
        assert_eq!(start_of_last("1\n"), None);
        assert_eq!(start_of_last("1; 2\n"), None);
        assert_eq!(start_of_last("1\n2; 3\n"), Some(2));
        assert_eq!(start_of_last("x = 1\n\n@a\n@b\ndef f(): pass\n"), Some(7));
        assert_eq!(start_of_last("x = 1\nif x:\n  y\n"), Some(6));
        assert_eq!(start_of_last("1 +\n"), None);
    }
}
