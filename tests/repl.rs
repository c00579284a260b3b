//! The prompt in a pseudo-terminal: keys go in, and what a person would see comes out. One test per
//! feature.

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};
use std::path::PathBuf;
use std::process::Command;

const TIMEOUT_MS: u64 = 20_000;
/// A new prompt, not one that is painted again.
const PROMPT: &str = "\r\n\r>>> ";
const ENTER: &str = "\r";
const TAB: &str = "\t";
const UP: &str = "\x1b[A";
const BACKSPACE: &str = "\x7f";

/// A session of the program, in a home folder of its own.
struct Repl {
    session: PtySession,
    home: PathBuf,
}

impl Repl {
    fn start(name: &str) -> Repl {
        Repl::start_with(name, &["-q"])
    }

    fn start_with(name: &str, args: &[&str]) -> Repl {
        let home = std::env::temp_dir().join(format!("dunder-repl-{}-{name}", std::process::id()));
        let _ = std::fs::create_dir_all(&home);
        let mut repl = Repl {
            session: spawn(&home, args),
            home,
        };
        repl.shows(PROMPT.trim_start());
        repl
    }

    fn again(&mut self) {
        self.session = spawn(&self.home, &["-q"]);
        self.shows(PROMPT.trim_start());
    }

    fn keys(&mut self, keys: &str) {
        self.session.send(keys).expect("keys are sent");
        self.session.flush().expect("keys are sent");
    }

    /// Waits for a text; what came before it.
    fn shows(&mut self, text: &str) -> String {
        self.session
            .exp_string(text)
            .unwrap_or_else(|error| panic!("{text:?} is not shown: {error}"))
    }

    /// Types and waits for the next prompt.
    fn does(&mut self, keys: &str) {
        self.keys(keys);
        self.shows(PROMPT);
    }

    /// Types lines and waits for the text, then for the next prompt.
    fn answers(&mut self, keys: &str, text: &str) {
        self.keys(keys);
        self.keys(ENTER);
        self.shows(&format!("\r\n{text}"));
        self.shows(PROMPT);
    }

    /// The program ends with that status.
    fn ends(&mut self, status: i32) {
        self.session.exp_eof().expect("the program ends");
        let how = self
            .session
            .process()
            .wait()
            .expect("the program has ended");
        let how = format!("{how:?}");
        let exited = how.starts_with("Exited(") && how.ends_with(&format!(", {status})"));
        assert!(exited, "{how}");
    }
}

impl Drop for Repl {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

fn spawn(home: &PathBuf, args: &[&str]) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dunder"));
    command
        .args(args)
        .current_dir(home)
        .env("HOME", home)
        .env("TERM", "xterm")
        .env("NO_COLOR", "1")
        .env_remove("DUNDER_HISTORY")
        .env_remove("PYTHONSTARTUP")
        .env_remove("PYTHONPATH");
    let options = Options::new()
        .timeout_ms(Some(TIMEOUT_MS))
        .strip_ansi_escape_codes(true);
    spawn_with_options(command, options).expect("the program starts")
}

#[test]
fn expressions_show_their_value() {
    let mut repl = Repl::start("values");
    repl.answers("6 * 7", "42");
    repl.answers("_ + 1", "43");
    repl.answers("None or 'x'", "'x'");
}

#[test]
fn blocks_are_indented_and_end_with_an_empty_line() {
    let mut repl = Repl::start("blocks");
    repl.does("def f(a):\rif a:\rreturn 1\rreturn 2\r\r");
    repl.answers("f(0), f(1)", "(2, 1)");
}

#[test]
fn backspace_leaves_a_block() {
    let mut repl = Repl::start("backspace");
    repl.does(&format!("if 1:\rx = 1\r{BACKSPACE}else:\rx = 2\r\r"));
    repl.answers("x", "1");
}

#[test]
fn brackets_and_strings_go_on() {
    let mut repl = Repl::start("brackets");
    repl.answers("[1,\r2,\r3]", "[1, 2, 3]");
    repl.answers("'''a\rb'''", "'a\\nb'");
}

#[test]
fn pasted_classes_may_hold_blank_lines() {
    let mut repl = Repl::start("paste");
    let class = "class A:\n    x = 1\n\n    def g(self):\n        return self.x + 4\n\n\nA().g()";
    repl.answers(&format!("\x1b[200~{class}\x1b[201~"), "5");
}

#[test]
fn a_block_is_recalled_as_a_whole() {
    let mut repl = Repl::start("recall");
    repl.answers("for i in (1, 2):\rprint(i * 10)\r", "10\r\n20");
    repl.answers(UP, "10\r\n20");
}

#[test]
fn history_is_kept() {
    let mut repl = Repl::start("history");
    repl.answers("print('kept')", "kept");
    repl.answers("if 1:\rprint('whole block')\r", "whole block");
    repl.keys("\x04");
    repl.ends(0);
    repl.again();
    repl.answers(UP, "whole block");
    repl.keys(&format!("{UP}{UP}{UP}{UP}"));
    repl.answers("", "kept");
}

#[test]
fn names_attributes_and_keys_are_completed() {
    let mut repl = Repl::start("complete");
    repl.answers(&format!("isinst{TAB}1, int)"), "True");
    repl.does("class A:\rdef method_of_a(self): return 'called'\r\r");
    repl.does("a = A()\r");
    repl.answers(&format!("a.meth{TAB})"), "'called'");
    repl.does("d = {'first': 1, 'second': 2}\r");
    repl.answers(&format!("d['se{TAB}"), "2");
}

#[test]
fn completion_runs_no_property() {
    let mut repl = Repl::start("property");
    repl.does("class A:\r@property\rdef danger(self): print('ran')\r\r");
    repl.does("a = A()\r");
    repl.keys(&format!("a.dan{TAB}"));
    let before = repl.shows("a.danger");
    repl.keys(&format!(".x{TAB}"));
    repl.keys("\x03");
    let after = repl.shows("KeyboardInterrupt");
    assert!(!before.contains("ran") && !after.contains("ran"));
}

#[test]
fn modules_and_files_are_completed() {
    let mut repl = Repl::start("modules");
    repl.does(&format!("import textwr{TAB}\r"));
    repl.answers("textwrap.__name__", "'textwrap'");
    std::fs::write(repl.home.join("data_of_mine.txt"), "inside\n").expect("the file is written");
    repl.answers(&format!("open('data_of{TAB}').read()"), "'inside\\n'");
}

#[test]
fn calls_show_their_signature() {
    let mut repl = Repl::start("hints");
    repl.does("def area(width, height=2): return width * height\r\r");
    repl.keys("area(");
    repl.shows("width, height=2)");
    repl.answers("3)", "6");
}

#[test]
fn errors_leave_the_session_alive() {
    let mut repl = Repl::start("errors");
    repl.answers("1/0", "Traceback (most recent call last):");
    repl.answers("for", "  File \"<python-input-1>\", line 1");
    repl.answers("import sys; type(sys.last_exc).__name__", "'SyntaxError'");
}

#[test]
fn control_c_stops_a_loop() {
    let mut repl = Repl::start("interrupt");
    repl.does("x = 5\r");
    repl.keys("print('go'); [0 for i in iter(int, 1)]\r");
    repl.shows("\r\ngo");
    repl.keys("\x03");
    repl.shows("KeyboardInterrupt");
    repl.shows(PROMPT);
    repl.answers("x", "5");
}

#[test]
fn leaving() {
    let mut repl = Repl::start("leaving");
    repl.answers("exit", "Use exit() or Ctrl-D (i.e. EOF) to exit");
    repl.keys("exit(7)\r");
    repl.ends(7);
}

#[test]
fn prompts_are_the_programs() {
    let mut repl = Repl::start("prompts");
    repl.keys("import sys; sys.ps1 = 'next? '\r");
    repl.shows("\r\n\rnext? ");
    repl.keys("sys.displayhook = lambda value: print('it is', value)\r");
    repl.shows("\r\n\rnext? ");
    repl.keys("4\r");
    repl.shows("\r\nit is 4");
}

#[test]
fn objects_are_looked_into() {
    let mut repl = Repl::start("info");
    repl.does("def area(width, height=2):\r\"What it covers.\"\rreturn width * height\r\r");
    repl.keys("area?\r");
    repl.shows("signature: area(width, height=2)");
    repl.shows("class:     function");
    repl.shows("What it covers.");
    repl.shows(PROMPT);
    repl.keys("area??\r");
    repl.shows("return width * height");
    repl.shows(PROMPT);
    repl.answers(":type True", "bool ");
    repl.answers(":help", ":explain obj.attr");
    repl.does("class A: colour = 'red'\r\r");
    repl.answers("A().colour???", "'colour' of an A object");
    repl.answers(":explain A.colour", "'colour' of ");
    repl.keys(":time sum(range(10))\r");
    repl.shows("\r\n45");
    repl.shows("s\r\n");
}

#[test]
fn sessions_are_saved_and_loaded() {
    let mut repl = Repl::start("save");
    repl.does("x = 41\r");
    repl.does(":save mine.py\r");
    repl.does(":reset\r");
    repl.answers("x", "Traceback (most recent call last):");
    repl.does(":load mine.py\r");
    repl.answers("x + 1", "42");
}

#[test]
fn scripts_are_inspected() {
    let mut repl = Repl::start("inspect");
    std::fs::write(repl.home.join("script.py"), "y = 12\n").expect("the file is written");
    repl.session = spawn(&repl.home, &["-i", "script.py"]);
    repl.shows(PROMPT.trim_start());
    repl.answers("y", "12");
}
