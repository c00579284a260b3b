//! The prompt on a terminal: rustyline with multi-line editing, and the keys that know Python's
//! indentation.

use super::session::Session;
use super::{commands, complete, editing, highlight, signature};
use dunder::exec::uncaught::{self, Exit};
use dunder::stdlib::sys;
use dunder::text::Text;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Context, Editor, Event, EventContext, EventHandler,
    Helper, KeyCode, KeyEvent, Modifiers, Movement, RepeatCount,
};
use std::borrow::Cow;
use std::cell::Cell;
use std::path::PathBuf;

const HISTORY_SIZE: usize = 10_000;

/// Reads and runs statements until Ctrl-D or the program's exit.
pub fn interact(session: &Session<'_>) -> Exit {
    let mut editor = match editor(session) {
        Ok(editor) => editor,
        Err(_) => return super::pipe::interact(session),
    };
    let history = history_file(session);
    if let Some(file) = &history {
        // A first session has no history yet.
        let _ = editor.load_history(file);
    }
    let exit = read_and_run(session, &mut editor);
    if let Some(file) = &history
        && let Err(error) = editor.save_history(file)
    {
        say(
            session,
            &format!(
                "could not save the history to {}: {error}\n",
                file.display()
            ),
        );
    }
    exit
}

type PythonEditor<'s, 'a> = Editor<Assistant<'s, 'a>, FileHistory>;

fn read_and_run<'s, 'a>(session: &'s Session<'a>, editor: &mut PythonEditor<'s, 'a>) -> Exit {
    loop {
        let prompt = session.prompt("ps1");
        if let Some(assistant) = editor.helper_mut() {
            assistant.margin = margin(session);
        }
        if session.vm().host.take_open_line() {
            // The editor draws from the line's start, over what is there.
            say(session, "\n");
        }
        let line = editor.readline(&prompt);
        if let Some(assistant) = editor.helper() {
            assistant.show_cursor();
        }
        let text = match line {
            Ok(text) => text,
            Err(ReadlineError::Interrupted) => {
                say(session, "KeyboardInterrupt\n");
                continue;
            }
            Err(ReadlineError::Eof) => return Exit::Status(0),
            Err(error) => {
                say(session, &format!("can't read from the terminal: {error}\n"));
                return Exit::Status(1);
            }
        };
        let typed = text.trim_end();
        if typed.is_empty() {
            continue;
        }
        // A recalled block has its empty line, so that Enter runs it again. The history is a convenience:
        // what it refuses (a repetition) is no loss.
        let end = if typed.contains('\n') { "\n" } else { "" };
        let _ = editor.add_history_entry(format!("{typed}{end}"));
        if typed == "clear" && !session.has(typed) {
            // A terminal that can't be cleared shows what it has shown.
            let _ = editor.clear_screen();
            continue;
        }
        let exit = match (commands::parse(typed), called(session, typed)) {
            (Some(command), _) => commands::run(session, &command),
            (None, Some(call)) => session.run(&session.next_name(), &call),
            (None, None) => session.run(&session.next_name(), &text),
        };
        if let Some(exit) = exit {
            return exit;
        }
    }
}

/// The call that a word alone stands for, unless the session has given it a meaning.
fn called(session: &Session<'_>, typed: &str) -> Option<String> {
    const CALLED: [&str; 6] = ["copyright", "credits", "exit", "help", "license", "quit"];
    (CALLED.contains(&typed) && !session.has(typed)).then(|| format!("{typed}()"))
}

/// `sys.ps2`, if it can stand before lines, and the width of the terminal.
fn margin(session: &Session<'_>) -> Option<Margin> {
    let text = session.prompt("ps2");
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let (columns, _) = session.vm().host.terminal_size(1).ok()?;
    // A terminal that does not know its size is taken to be as the editor takes it.
    let columns = if columns == 0 { 80 } else { columns.into() };
    (is_plain && !text.is_empty()).then_some(Margin { text, columns })
}

fn say(session: &Session<'_>, text: &str) {
    sys::write_err(session.vm(), &Text::from_wtf8(text.as_bytes()));
}

/// `DUNDER_HISTORY`, or `.dunder_history` in the home folder.
fn history_file(session: &Session<'_>) -> Option<PathBuf> {
    let host = &session.vm().host;
    match host.env("DUNDER_HISTORY") {
        Some(file) => (!file.is_empty()).then(|| file.into()),
        None => Some(PathBuf::from(host.env("HOME")?).join(".dunder_history")),
    }
}

fn editor<'s, 'a>(session: &'s Session<'a>) -> rustyline::Result<PythonEditor<'s, 'a>> {
    let config = Config::builder()
        .max_history_size(HISTORY_SIZE)?
        .history_ignore_dups(true)?
        .completion_type(rustyline::CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .indent_size(editing::INDENT as u8)
        .bracketed_paste(true)
        // Whether there are colours is decided here; the margin is drawn in either case.
        .color_mode(rustyline::ColorMode::Forced)
        .build();
    let mut editor = Editor::with_config(config)?;
    let colours = uncaught::coloured(session.vm());
    editor.set_helper(Some(Assistant {
        session,
        colours,
        margin: None,
        finished: Cell::new(false),
        drawn: Cell::new(Drawn::No),
    }));
    let mut bind = |key: KeyEvent, handler: Box<dyn ConditionalEventHandler>| {
        editor.bind_sequence(key, EventHandler::Conditional(handler));
    };
    bind(KeyEvent(KeyCode::Enter, Modifiers::NONE), Box::new(Enter));
    bind(KeyEvent::ctrl('J'), Box::new(Enter));
    bind(
        KeyEvent(KeyCode::Backspace, Modifiers::NONE),
        Box::new(Backspace),
    );
    bind(KeyEvent(KeyCode::Tab, Modifiers::NONE), Box::new(Tab));
    Ok(editor)
}

/// Runs a whole block, else starts its next line.
struct Enter;

impl ConditionalEventHandler for Enter {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let (text, cursor) = (context.line(), context.pos());
        let on_last_line = !text[cursor..].trim_end().contains('\n');
        if on_last_line && editing::is_whole(text) {
            return Some(Cmd::AcceptLine);
        }
        let next = format!("\n{}", editing::indentation(&text[..cursor]));
        Some(Cmd::Insert(1, next))
    }
}

/// Removes one step of indentation.
struct Backspace;

impl ConditionalEventHandler for Backspace {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let (before, after) = context.line().split_at(context.pos());
        // A count would be replaced by the key's own, so it is no `Kill` of several characters.
        editing::steps_back(before, after).then_some(Cmd::Dedent(Movement::WholeLine))
    }
}

/// Indents where nothing stands before the cursor, completes elsewhere.
struct Tab;

impl ConditionalEventHandler for Tab {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let blanks = editing::step_forward(&context.line()[..context.pos()])?;
        Some(Cmd::Insert(1, " ".repeat(blanks)))
    }
}

/// What rustyline asks while a text is being typed.
struct Assistant<'s, 'a> {
    session: &'s Session<'a>,
    colours: bool,
    /// What stands before the lines of a block.
    margin: Option<Margin>,
    /// The text is shown a last time: no bracket is marked.
    finished: Cell<bool>,
    /// Where the cursor is drawn.
    drawn: Cell<Drawn>,
}

struct Margin {
    text: String,
    columns: usize,
}

/// Behind a margin the terminal's own cursor would be at the wrong place: it is hidden, another drawn.
#[derive(Clone, Copy, PartialEq)]
enum Drawn {
    No,
    Inside,
    AtEnd,
}

const SHOW_CURSOR: &str = "\x1b[?25h";
const HIDE_CURSOR: &str = "\x1b[?25l";

impl Assistant<'_, '_> {
    /// Gives the terminal its cursor back.
    fn show_cursor(&self) {
        if self.drawn.replace(Drawn::No) != Drawn::No {
            say(self.session, SHOW_CURSOR);
        }
    }

    /// The margin of a text, if it needs one and there is room.
    fn margin_of(&self, text: &str) -> Option<&Margin> {
        let margin = self.margin.as_ref()?;
        let fits = text.contains('\n') && highlight::fits(text, margin.text.len(), margin.columns);
        fits.then_some(margin)
    }

    fn painted(&self, margin: &Margin, coloured: &str, cursor: Option<usize>) -> String {
        let before = self.highlight_prompt(&margin.text, true);
        let drawn = highlight::with_margin(coloured, &before, cursor);
        match cursor {
            Some(_) => format!("{HIDE_CURSOR}{drawn}"),
            None => format!("{SHOW_CURSOR}{drawn}"),
        }
    }
}

impl Helper for Assistant<'_, '_> {}
impl Validator for Assistant<'_, '_> {}

impl Completer for Assistant<'_, '_> {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let session = self.session;
        Ok(complete::complete(
            session.vm(),
            session.namespace(),
            line,
            pos,
        ))
    }
}

/// Shown behind the cursor, never taken over.
struct SignatureHint(String);

impl Hint for SignatureHint {
    fn display(&self) -> &str {
        &self.0
    }
    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Assistant<'_, '_> {
    type Hint = SignatureHint;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<SignatureHint> {
        if pos < line.len() {
            return None;
        }
        let session = self.session;
        let hint = signature::hint(session.vm(), session.namespace(), line)?;
        // A hint that goes on in the next line would stand before its margin.
        let has_room = self.margin_of(line).is_none() || {
            let whole = format!("{line}{hint}");
            self.margin_of(&whole).is_some()
        };
        has_room.then_some(SignatureHint(hint))
    }
}

impl Highlighter for Assistant<'_, '_> {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        let cursor = (!self.finished.get()).then_some(pos);
        let coloured = match self.colours {
            true => Cow::Owned(highlight::highlight(line, cursor)),
            false => Cow::Borrowed(line),
        };
        let Some(margin) = self.margin_of(line) else {
            return match self.drawn.replace(Drawn::No) {
                Drawn::No => coloured,
                _ => Cow::Owned(format!("{SHOW_CURSOR}{coloured}")),
            };
        };
        // On the first line the terminal's cursor is right.
        let cursor = cursor.filter(|pos| line[..*pos].contains('\n'));
        self.drawn.set(match cursor {
            None => Drawn::No,
            Some(pos) if pos == line.len() => Drawn::AtEnd,
            Some(_) => Drawn::Inside,
        });
        Cow::Owned(self.painted(margin, &coloured, cursor))
    }
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        _default: bool,
    ) -> Cow<'b, str> {
        match self.colours {
            true => Cow::Owned(format!("\x1b[1;35m{prompt}\x1b[0m")),
            false => Cow::Borrowed(prompt),
        }
    }
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        let first = hint.chars().next().map_or(0, char::len_utf8);
        let (first, rest) = hint.split_at(first);
        let dim = if self.colours { "\x1b[2m" } else { "" };
        match self.drawn.get() {
            Drawn::AtEnd => Cow::Owned(format!("{dim}\x1b[7m{first}\x1b[27m{rest}\x1b[0m")),
            _ if self.colours => Cow::Owned(format!("{dim}{hint}\x1b[0m")),
            _ => Cow::Borrowed(hint),
        }
    }
    fn highlight_char(&self, line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.finished.set(kind == CmdKind::ForcedRefresh);
        self.colours || (self.margin.is_some() && line.contains('\n'))
    }
}
