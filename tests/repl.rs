//! The prompt in a pseudo-terminal: keys go in, and what a person would see comes out. One test per
//! feature.

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};
use std::path::{Path, PathBuf};
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
    home: Home,
}

impl Repl {
    fn start(name: &str) -> Repl {
        Repl::start_with(name, &["-q"])
    }

    fn start_with(name: &str, args: &[&str]) -> Repl {
        let home = Home::new(name);
        let mut repl = Repl {
            session: spawn(&home.0, args),
            home,
        };
        repl.shows(PROMPT.trim_start());
        repl
    }

    fn again(&mut self) {
        self.session = spawn(&self.home.0, &["-q"]);
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

/// A folder of a test's own, removed at its end.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Home {
        let home = std::env::temp_dir().join(format!("dunder-repl-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&home).expect("the folder is made");
        Home(home)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dunder"));
    command
        .args(args)
        .current_dir(home)
        .env("HOME", home)
        .env("TERM", "xterm")
        .env("NO_COLOR", "1");
    for name in [
        "DUNDER_HISTORY",
        "PYTHONSTARTUP",
        "PYTHONPATH",
        "PYTHON_COLORS",
        "FORCE_COLOR",
    ] {
        command.env_remove(name);
    }
    command
}

fn options() -> Options {
    Options::new()
        .timeout_ms(Some(TIMEOUT_MS))
        .strip_ansi_escape_codes(true)
}

fn spawn(home: &Path, args: &[&str]) -> PtySession {
    spawn_with_options(command(home, args), options()).expect("the program starts")
}

/// A session in which escape sequences are seen.
fn spawn_in_colour(home: &Home) -> PtySession {
    let mut command = command(&home.0, &["-q"]);
    command.env_remove("NO_COLOR");
    let options = options().strip_ansi_escape_codes(false);
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
fn output_stays_where_it_does_not_end_its_line() {
    let mut repl = Repl::start("open-line");
    repl.keys("print('abc', end='')\r");
    repl.shows("\r\nabc\r\n");
    repl.shows(">>> ");
    repl.keys("input('name? ')\r");
    repl.shows("\r\nname? ");
    // What is typed has ended that line.
    repl.keys("Ada\r");
    repl.shows("'Ada'\r\n\r>>> ");
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
    std::fs::write(repl.home.0.join("data_of_mine.txt"), "inside\n").expect("the file is written");
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
    repl.does("import textwrap\r");
    repl.keys("textwrap.dedent?\r");
    repl.shows("defined:");
    repl.shows("textwrap");
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
fn further_lines_have_the_second_prompt() {
    let mut repl = Repl::start("margin");
    repl.keys("def f(a):\r");
    repl.shows("... ");
    repl.keys("return a +\x03");
    repl.shows("KeyboardInterrupt");
    repl.shows(PROMPT);
    repl.does("import sys; sys.ps2 = '~~> '\r");
    repl.keys("(1,\r2)");
    repl.shows("~~> ");
    repl.keys("\r");
    repl.shows("(1, 2)");
}

#[test]
fn lines_within_a_block_can_be_mended() {
    let mut repl = Repl::start("mend");
    // Up to the second line, its last character replaced; down again and run.
    repl.keys(&format!(
        "def f():\rx = 1\rreturn x{UP}\x05{BACKSPACE}7\x1b[B\x05\r"
    ));
    repl.does("\r");
    repl.answers("f()", "7");
}

#[test]
fn attributes_of_literals_are_completed() {
    let mut repl = Repl::start("literals");
    for (typed, shown) in [
        ("'abc'.upp\t)", "'ABC'"),
        ("[3, 1].cop\t)", "[3, 1]"),
        ("{1: 2}.cop\t)", "{1: 2}"),
        ("{1, 2}.issubs\t{1, 2, 3})", "True"),
        ("(1, 2).ind\t2)", "1"),
        ("(5).bit_l\t)", "3"),
        ("1.5.is_in\t)", "False"),
        ("2j.conj\t)", "-2j"),
        ("b'x'.he\t)", "'78'"),
        ("f'{1}'.isdi\t)", "True"),
    ] {
        repl.answers(typed, shown);
    }
}

#[test]
fn keywords_are_completed() {
    let mut repl = Repl::start("keywords");
    repl.keys("nonl\t");
    repl.shows("nonlocal");
    repl.keys("\x03");
    repl.shows(PROMPT);
    repl.answers("1 if Tr\t els\t 2", "1");
}

#[test]
fn the_lowered_tree_is_shown() {
    let mut repl = Repl::start("tree");
    repl.does("def f(a): return a + 1\r\r");
    repl.keys(":tree f\r");
    repl.shows("Binary<0, Local, Const>");
    repl.shows("Local, slot 0");
    repl.shows(PROMPT);
    repl.keys(":tree x.y + 1\r");
    repl.shows("Binary<");
    repl.shows("Attribute<");
    repl.shows(PROMPT);
    repl.answers(":tree 1 +", "  File \"<string>\", line 1");
}

#[test]
fn matching_brackets_are_marked() {
    let home = Home::new("brackets-marked");
    let mut session = spawn_in_colour(&home);
    session.exp_string(">>> ").expect("a prompt");
    session.send("f(1)").expect("keys are sent");
    session.flush().expect("keys are sent");
    session
        .exp_string("f\x1b[1;7m(\x1b[0m\x1b[36m1\x1b[0m\x1b[1;7m)\x1b[0m")
        .expect("both brackets are marked");
}

#[test]
fn input_has_colours() {
    let home = Home::new("highlighting");
    let mut session = spawn_in_colour(&home);
    session.exp_string(">>> ").expect("a prompt");
    session
        .send("def f(): return 'a' # so\r\r")
        .expect("keys are sent");
    session.flush().expect("keys are sent");
    for shown in [
        "\x1b[1;34mdef\x1b[0m \x1b[1mf\x1b[0m",
        "\x1b[1;34mreturn\x1b[0m \x1b[32m'a'\x1b[0m \x1b[31m# so",
    ] {
        session.exp_string(shown).expect("a coloured line");
    }
}

#[test]
fn errors_have_colours() {
    let home = Home::new("colours");
    let mut session = spawn_in_colour(&home);
    session.exp_string(">>> ").expect("a prompt");
    session.send("1/0\r").expect("keys are sent");
    session.flush().expect("keys are sent");
    session
        .exp_string("\x1b[1;35mZeroDivisionError\x1b[0m")
        .expect("a coloured error");
}

#[test]
fn anything_can_be_pasted() {
    let mut repl = Repl::start("paste-any");
    let source = "import math\n\n@staticmethod\ndef area(r):\n\n    # why\n    if r < 0:\n        raise ValueError(\n            'negative')\n\n    return math.pi * r\n\n\ntext = '''\n\n  a\n'''\nfor i in range(2):\n    pass\nelse:\n    print('done', len(text))\n";
    repl.keys(&format!("\x1b[200~{source}\x1b[201~"));
    repl.keys(ENTER);
    repl.shows("done 6");
    repl.shows(PROMPT);
    repl.answers("round(area(1), 2)", "3.14");
    // An error is placed in what was pasted.
    repl.keys("\x1b[200~a = 1\nb = a / 0\nc = 2\x1b[201~\r");
    repl.shows("line 2, in <module>");
    repl.shows("b = a / 0");
    repl.shows("ZeroDivisionError");
}

#[test]
fn control_c_leaves_input_sleep_and_the_line() {
    let mut repl = Repl::start("interrupts");
    repl.keys("input('name? ')\r");
    repl.shows("\r\nname? ");
    repl.keys("\x03");
    repl.shows("KeyboardInterrupt");
    repl.shows(PROMPT);
    repl.keys("half a line\x03");
    repl.shows("KeyboardInterrupt");
    repl.shows(PROMPT);
    repl.keys("input('again? ')\r");
    repl.shows("\r\nagain? ");
    repl.keys("typed\r");
    repl.shows("'typed'");
    repl.shows(PROMPT);
    repl.keys("import time; print('on'); time.sleep(30)\r");
    repl.shows("\r\non");
    repl.keys("\x03");
    repl.shows("KeyboardInterrupt");
    repl.shows(PROMPT);
    repl.keys("\x04");
    repl.ends(0);
}

#[test]
fn prompts_may_be_objects() {
    let mut repl = Repl::start("prompt-objects");
    repl.does("class Count:\rn = 0\rdef __str__(self):\rCount.n += 1\rreturn f'[{Count.n}] '\r\r");
    repl.keys("import sys; sys.ps1 = Count()\r");
    repl.shows("\r\n\r[1] ");
    repl.keys("5\r");
    repl.shows("\r\n\r[2] ");
    repl.keys("sys.ps1 = None\r");
    repl.shows("\r\n\rNone");
}

#[test]
fn hooks_show_values_and_errors() {
    let mut repl = Repl::start("display");
    repl.answers("[1, 2]", "[1, 2]");
    repl.answers("_.append(3); _", "[1, 2, 3]");
    repl.does("import sys, builtins\r");
    repl.does("def show(value):\rbuiltins._ = value; print('<', value, '>')\r\r");
    repl.does("sys.displayhook = show\r");
    repl.answers("4", "< 4 >");
    repl.answers("_ + 1", "< 5 >");
    repl.does("sys.displayhook = sys.__displayhook__\r");
    repl.answers("6", "6");
    repl.does("sys.excepthook = lambda *args: print('caught', args[0].__name__)\r");
    repl.answers("1/0", "caught ZeroDivisionError");
    repl.answers(
        "type(sys.last_exc), sys.last_value is sys.last_exc",
        "(<class 'ZeroDivisionError'>, True)",
    );
}

#[test]
fn help_is_given() {
    let mut repl = Repl::start("help");
    repl.does("def area(width):\r'What it covers.'\r\r");
    repl.keys("help(area)\r");
    repl.shows("Help on function area in module __main__:");
    repl.shows("What it covers.");
    repl.shows(PROMPT);
    repl.keys("help()\r");
    repl.shows("help> ");
    repl.keys("while\r");
    repl.shows("Related help topics: break, continue, if, TRUTHVALUE");
    repl.shows("help> ");
    repl.keys("\r");
    repl.shows(PROMPT);
    repl.keys("help\r");
    repl.shows("help> ");
    repl.keys("quit\r");
    repl.shows(PROMPT);
}

#[test]
fn exit_and_quit_are_found() {
    for word in ["exit", "quit"] {
        let mut repl = Repl::start(word);
        repl.keys(&format!("{word}('bye')\r"));
        repl.shows("\r\nbye");
        repl.ends(1);
        // A word alone is enough, unless the program uses it.
        let mut repl = Repl::start(&format!("{word}-alone"));
        repl.does(&format!("{word} = 5\r"));
        repl.answers(word, "5");
        repl.does(&format!("del {word}\r"));
        repl.does("clear\r");
        repl.keys(&format!("{word}\r"));
        repl.ends(0);
    }
}

#[test]
fn times_are_taken() {
    let mut repl = Repl::start("times");
    repl.keys(":time 1/0\r");
    repl.shows("ZeroDivisionError");
    repl.shows(PROMPT);
    repl.keys(":time x = sum(range(1000))\r");
    repl.shows("s\r\n");
    repl.answers("x", "499500");
}

#[test]
fn commands_say_what_they_need() {
    let mut repl = Repl::start("usage");
    repl.answers(":load", "usage: :load file");
    repl.answers(":explain x", "usage: :explain obj.attr");
    repl.answers(":nonsense", ":explain obj.attr");
    repl.answers(&format!(":ti{TAB}1"), "1");
    repl.answers(":load nowhere.py", "FileNotFoundError");
    repl.answers("nothing?", "Traceback (most recent call last):");
}

#[test]
fn a_start_up_file_is_run() {
    let home = Home::new("startup");
    std::fs::write(home.0.join("start.py"), "ready = 'steady'\n").expect("the file is written");
    let mut command = command(&home.0, &["-q"]);
    command.env("PYTHONSTARTUP", home.0.join("start.py"));
    let mut session = spawn_with_options(command, options()).expect("the program starts");
    session.exp_string(">>> ").expect("a prompt");
    session.send("ready\r").expect("keys are sent");
    session.flush().expect("keys are sent");
    session.exp_string("\r\n'steady'").expect("it has been run");
}

#[test]
fn the_interactive_hook_is_called_before_the_first_prompt() {
    let home = Home::new("hook");
    let start = "import sys\ndef hook(): print('hooked'); 1 / 0\nsys.__interactivehook__ = hook\n";
    std::fs::write(home.0.join("start.py"), start).expect("the file is written");
    let mut command = command(&home.0, &["-q"]);
    command.env("PYTHONSTARTUP", home.0.join("start.py"));
    let mut session = spawn_with_options(command, options()).expect("the program starts");
    session.exp_string("hooked").expect("it has been called");
    session
        .exp_string("Failed calling sys.__interactivehook__")
        .expect("its failure is told");
    session.exp_string(">>> ").expect("a prompt");
}

#[test]
fn a_banner_is_shown() {
    let home = Home::new("banner");
    let mut session = spawn(&home.0, &[]);
    session.exp_string("Dunder ").expect("a name");
    session.exp_string("(Python 3.13.0)").expect("a version");
    session.exp_string(">>> ").expect("a prompt");
}

/// The statements of a transcript, as typed, with what they print.
fn transcript(block: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(typed) = line.strip_prefix(">>> ") {
            found.push((typed.to_owned(), String::new()));
            continue;
        }
        let (typed, printed) = found.last_mut().expect("a transcript begins with a prompt");
        match line.strip_prefix("...") {
            Some(more) if printed.is_empty() => {
                typed.push('\n');
                typed.push_str(more.strip_prefix(' ').unwrap_or(more));
            }
            _ => {
                printed.push_str(line);
                printed.push('\n');
            }
        }
    }
    found
}

/// A transcript as it stands in a document.
fn written(statements: &[(String, String)]) -> String {
    let mut out = String::new();
    for (typed, printed) in statements {
        let lines = format!(">>> {}", typed.replace('\n', "\n... "));
        for line in lines.lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push_str(printed);
    }
    out
}

impl Repl {
    /// Pastes a statement and gives what it prints.
    fn tell(&mut self, typed: &str) -> String {
        self.keys(&format!("\x1b[200~{typed}\x1b[201~"));
        self.keys(ENTER);
        // What goes back to the line's start before a newline is the editor placing its cursor.
        let mut shown = self.shows(PROMPT) + "\r\n";
        while shown.contains("\r\n") {
            shown = shown.replace("\r\n", "\n");
        }
        let last = typed.rsplit('\n').next().unwrap_or_default();
        let prompt = if typed.contains('\n') { "..." } else { ">>>" };
        let echo = format!("{prompt} {last}\n");
        let at = shown
            .rfind(&echo)
            .unwrap_or_else(|| panic!("{echo:?} is not in {shown:?}"));
        let lines = shown[at + echo.len()..]
            .lines()
            .map(|line| format!("{}\n", line.trim_end()));
        lines.collect()
    }
}

/// With `DUNDER_UPDATE=1` the document is written anew from what is typed in it.
#[test]
fn the_tutorial_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/TUTORIAL.md");
    let text = std::fs::read_to_string(&path).expect("the document exists");
    let mut repl = Repl::start("tutorial");
    let mut now = String::new();
    for (n, part) in text.split("```pycon\n").enumerate() {
        let Some((block, rest)) = part.split_once("```").filter(|_| n > 0) else {
            now.push_str(part);
            continue;
        };
        let mut statements = transcript(block);
        for (typed, printed) in &mut statements {
            *printed = repl.tell(typed);
        }
        now.push_str(&format!("```pycon\n{}```{rest}", written(&statements)));
    }
    if std::env::var_os("DUNDER_UPDATE").is_some() {
        std::fs::write(&path, &now).expect("the document is written");
    }
    let differences = similar::TextDiff::from_lines(&text, &now);
    assert!(
        text == now,
        "docs/TUTORIAL.md differs (DUNDER_UPDATE=1 writes it anew):\n{}",
        differences.unified_diff()
    );
}

#[test]
fn scripts_are_inspected() {
    let mut repl = Repl::start("inspect");
    std::fs::write(repl.home.0.join("script.py"), "y = 12\n").expect("the file is written");
    repl.session = spawn(&repl.home.0, &["-i", "script.py"]);
    repl.shows(PROMPT.trim_start());
    repl.answers("y", "12");
}
