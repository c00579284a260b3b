//! An exception with all that a report says of it, as plain data: places in characters and in bytes, the calls
//! that led to it, causes, notes, members of groups.

use super::advice::{Advice, advise};
use super::rules;
use dunder::exec::uncaught::{Describer, Key};
use dunder::stdlib::sys;
use dunder::text::Text;
use dunder::text::report::{
    self, Frame, FrameSource, Limit, Notes, Report, SyntaxDetails, find_anchors,
};
use dunder::vm::Vm;
use std::ops::Range;
use std::sync::Arc;

/// How many causes of causes are shown.
const MAX_CHAIN: usize = 16;
/// How deep groups in groups are shown, and how many members of one.
const MAX_DEPTH: usize = 8;
const MAX_MEMBERS: usize = 15;

/// An exception.
#[derive(Debug, Default)]
pub struct Problem {
    /// The type, with its module unless that is obvious.
    pub kind: String,
    /// The message; may be empty.
    pub message: String,
    /// Where it was raised, or for a syntax error where that is.
    pub place: Option<Place>,
    /// Other places in the same source that belong to it.
    pub related: Vec<Related>,
    /// What else there is to say.
    pub advice: Advice,
    /// `__notes__`
    pub notes: Vec<String>,
    /// The calls in which the place lies, the innermost first.
    pub calls: Vec<Call>,
    /// Where below the place it was raised, in modules of the interpreter's own.
    pub inside: Option<String>,
    /// The exception that this one is a consequence of.
    pub source: Option<(Relation, Box<Problem>)>,
    /// The members of a group, the first of them.
    pub members: Vec<Problem>,
    /// How many members are not shown.
    pub more_members: usize,
}

/// How an exception is linked to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `raise ... from`
    Cause,
    /// It was being handled.
    Context,
}

/// A part of a source.
#[derive(Clone, Debug)]
pub struct Place {
    /// `co_filename`
    pub file: String,
    /// The function, module or class body.
    pub name: Option<String>,
    /// The source, or the piece of it that is known.
    pub text: Option<Arc<str>>,
    /// The number of its first line.
    pub first_line: usize,
    /// What to mark, in bytes of the text.
    pub span: Range<usize>,
    /// The operator or the brackets in it.
    pub focus: Option<Range<usize>>,
    /// Lines and columns in characters, from 1; the end is just past the last character. Columns are 0 if only the
    /// line is known.
    pub at: Area,
}

/// Lines and columns, as they are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// The column just past the end.
    pub end_column: usize,
}

/// Another place in the source.
#[derive(Clone, Debug)]
pub struct Related {
    /// In bytes of the text.
    pub span: Range<usize>,
    /// Where.
    pub at: Area,
    /// What is there.
    pub text: String,
}

/// A call on the way to the place.
#[derive(Clone, Debug)]
pub struct Call {
    /// `co_filename`
    pub file: String,
    /// The function, module or class body.
    pub name: String,
    /// Where the call is.
    pub at: Area,
    /// The line's text without its indentation.
    pub line: Option<String>,
}

impl Call {
    /// The module, if it is one of the interpreter's own.
    pub fn own_module(&self) -> Option<&str> {
        self.file.strip_prefix("<frozen ")?.strip_suffix('>')
    }
}

/// Collects what is to be said of an exception.
pub fn gather(vm: &Vm, exception: &dunder::object::value::Value) -> Problem {
    let mut describer = Describer::new(vm, Limit::All);
    describer.keeps_sources = true;
    let mut advice = Vec::new();
    let key = Key(exception.clone());
    let report = Report::gather(key, true, |key| {
        let (described, links) = describer.describe(key);
        let text = |text: &Text| text.to_string_lossy();
        let kind = text(&described.type_name);
        let message = match &described.syntax {
            Some(details) => details.msg.as_ref().map(text).unwrap_or_default(),
            None => text(&described.message),
        };
        let suggestion = text(&described.suggestion);
        let found = advise(vm, &key.0, &kind, &message, &suggestion);
        advice.push((kind, message, found));
        (described, links)
    });
    let mut gathering = Gathering {
        vm,
        report,
        advice: advice.into_iter().map(Some).collect(),
    };
    let root = gathering.report.root();
    gathering.problem(root, MAX_CHAIN, MAX_DEPTH)
}

struct Gathering<'a> {
    vm: &'a Vm,
    report: Report,
    /// By number; taken when first shown.
    advice: Vec<Option<(String, String, Advice)>>,
}

impl Gathering<'_> {
    /// The nesting of calls is bounded by `chain` and `depth`.
    fn problem(&mut self, at: report::Place, chain: usize, depth: usize) -> Problem {
        let number = self.report.number(at);
        let taken = self.advice.get_mut(number).and_then(Option::take);
        let exception = self.report.exception(at).clone();
        let (kind, message, advice) = taken.unwrap_or_else(|| {
            let text = |text: &Text| text.to_string_lossy();
            (
                text(&exception.type_name),
                text(&exception.message),
                Advice::default(),
            )
        });
        let mut problem = Problem {
            kind,
            message,
            advice,
            notes: notes(&exception.notes),
            ..Problem::default()
        };
        self.places(&exception, &mut problem);
        if problem.kind == "AttributeError" {
            focus_on_attribute(&mut problem);
        }
        let linked = match self.report.cause(at) {
            Some(cause) => Some((Relation::Cause, cause)),
            None => self
                .report
                .context(at)
                .map(|context| (Relation::Context, context)),
        };
        if let Some((relation, place)) = linked.filter(|_| chain > 0) {
            let source = self.problem(place, chain - 1, depth);
            problem.source = Some((relation, Box::new(source)));
        }
        if let Some(count) = self.report.member_count(at) {
            let shown = if depth == 0 {
                0
            } else {
                count.min(MAX_MEMBERS)
            };
            for n in 0..shown {
                if let Some(member) = self.report.member(at, n) {
                    let member = self.problem(member, chain.min(2), depth - 1);
                    problem.members.push(member);
                }
            }
            problem.more_members = count - shown;
        }
        problem
    }

    fn places(&self, exception: &report::Exception, problem: &mut Problem) {
        let mut calls: Vec<&Frame> = exception.frames.iter().rev().collect();
        if let Some(details) = &exception.syntax
            && details.filename.is_some()
        {
            syntax_place(self.vm, details, problem);
        } else if let Some(at) = calls.iter().position(|frame| own_module(frame).is_none()) {
            problem.place = Some(place(calls[at]));
            let inner = calls.drain(..=at).next().filter(|_| at > 0);
            problem.inside = inner.and_then(|frame| {
                let name = frame.name.to_string_lossy();
                Some(format!("{name} of {}", own_module(frame)?))
            });
        }
        problem.calls = calls.into_iter().map(call).collect();
    }
}

fn own_module(frame: &Frame) -> Option<String> {
    let file = frame.filename.to_string_lossy();
    let module = file.strip_prefix("<frozen ")?.strip_suffix('>')?;
    Some(module.to_owned())
}

fn notes(notes: &Notes) -> Vec<String> {
    match notes {
        Notes::None => Vec::new(),
        Notes::List(notes) => notes.iter().map(Text::to_string_lossy).collect(),
        Notes::Other(note) => vec![note.to_string_lossy()],
    }
}

/// The column (from 1) of a byte of a line.
fn column(line: &str, byte: usize) -> usize {
    let before = line.char_indices().take_while(|(at, _)| *at < byte);
    before.count() + 1
}

fn area(source: &report::Source, frame: &Frame) -> Area {
    let line = frame.line.unwrap_or(0);
    let number = |line: i64| usize::try_from(line).unwrap_or(0);
    let Some(position) = frame.position else {
        return Area {
            line: number(line),
            end_line: number(line),
            ..Area::default()
        };
    };
    let text = |line| source.line(line).unwrap_or_default();
    Area {
        line: number(line),
        column: column(text(line), position.column),
        end_line: number(position.end_line),
        end_column: column(text(position.end_line), position.end_column),
    }
}

/// The place of a frame.
fn place(frame: &Frame) -> Place {
    let mut place = Place {
        file: frame.filename.to_string_lossy(),
        name: Some(frame.name.to_string_lossy()),
        text: None,
        first_line: 1,
        span: 0..0,
        focus: None,
        at: Area {
            line: frame
                .line
                .and_then(|line| line.try_into().ok())
                .unwrap_or(0),
            ..Area::default()
        },
    };
    let (FrameSource::File(source), Some(line)) = (&frame.source, frame.line) else {
        return place;
    };
    let Some(text) = source.line(line) else {
        return place;
    };
    place.at = area(source, frame);
    let start = source.start(line);
    let indent = text.len() - text.trim_start().len();
    place.span = match frame.position {
        Some(position) => {
            let end = source.start(position.end_line) + position.end_column;
            clamped(source.text(), start + position.column..end)
        }
        None => start + indent..start + text.trim_end().len().max(indent),
    };
    place.span.end = clipped(source.text(), &place.span);
    let marked = &source.text()[place.span.clone()];
    place.focus = find_anchors(marked).map(|anchors| {
        let at = |(line, column)| place.span.start + offset(marked, line, column);
        at(anchors.start)..at(anchors.end)
    });
    place.text = Some(source.text().into());
    place
}

/// Of an attribute lookup, the name matters most.
fn focus_on_attribute(problem: &mut Problem) {
    let Some(place) = problem.place.as_mut().filter(|place| place.focus.is_none()) else {
        return;
    };
    let marked = place
        .text
        .as_deref()
        .and_then(|text| text.get(place.span.clone()));
    let Some((before, name)) = marked.and_then(|marked| marked.rsplit_once('.')) else {
        return;
    };
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    if is_name(name.trim()) && !before.is_empty() {
        place.focus = Some(place.span.end - name.trim_start().len()..place.span.end);
    }
}

/// The end of what is marked: of a statement with a block, the first line is enough.
fn clipped(text: &str, span: &Range<usize>) -> usize {
    let marked = &text[span.clone()];
    let heads = [
        "class ", "def ", "async ", "except", "with ", "for ", "while ", "match ",
    ];
    match marked.find('\n') {
        Some(newline) if heads.iter().any(|head| marked.starts_with(head)) => {
            span.start + marked[..newline].trim_end().len()
        }
        _ => span.end,
    }
}

/// The byte of a line and column, both from 0, the latter in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = &text[start..];
    let inside = rest
        .char_indices()
        .nth(column)
        .map_or(rest.len(), |(at, _)| at);
    start + inside
}

/// The span, made to lie in the text and between its characters.
fn clamped(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.min(text.len()));
    start..end.max(start)
}

/// A frame as a call.
fn call(frame: &Frame) -> Call {
    let mut call = Call {
        file: frame.filename.to_string_lossy(),
        name: frame.name.to_string_lossy(),
        at: Area::default(),
        line: None,
    };
    call.at.line = frame
        .line
        .and_then(|line| line.try_into().ok())
        .unwrap_or(0);
    call.at.end_line = call.at.line;
    if let (FrameSource::File(source), Some(line)) = (&frame.source, frame.line) {
        call.at = area(source, frame);
        call.line = source.line(line).map(|text| text.trim().to_owned());
    }
    call
}

/// The source that a syntax error is in: all of it, or the lines that the error has.
fn syntax_source(
    vm: &Vm,
    file: &str,
    details: &SyntaxDetails,
    line: usize,
) -> Option<(Arc<str>, usize)> {
    let shown = details.text.as_ref().map(|text| text.to_string_lossy());
    if let Some(source) = sys::source_file(vm, file) {
        let found = source.text.split('\n').nth(line.saturating_sub(1));
        let same = shown.as_deref().is_none_or(|shown| {
            let last = shown.trim_end_matches('\n').rsplit('\n').next();
            last.map(str::trim) == found.map(str::trim)
        });
        if found.is_some() && same {
            return Some(((&*source.text).into(), 1));
        }
    }
    let shown = shown?;
    let lines = shown.trim_end_matches('\n').matches('\n').count();
    Some((shown.into(), line.saturating_sub(lines).max(1)))
}

fn syntax_place(vm: &Vm, details: &SyntaxDetails, problem: &mut Problem) {
    let number = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
    let file = details.filename.as_ref().map(|name| name.to_string_lossy());
    let file = file.unwrap_or_default();
    // An encoding that is not known has no line; it is named at the top.
    let line = number(details.lineno).unwrap_or(1);
    let mut place = Place {
        name: None,
        text: None,
        first_line: 1,
        span: 0..0,
        focus: None,
        at: Area {
            line,
            end_line: line,
            ..Area::default()
        },
        file,
    };
    if let Some((text, first_line)) = syntax_source(vm, &place.file, details, line) {
        let counts_bytes = first_line == 1 && found_after_parsing(&text, &problem.message);
        let lines = Lines {
            text: &text,
            first_line,
            counts_bytes,
        };
        let start = lines.offset(line, number(details.offset).unwrap_or(0));
        let end_line = number(details.end_lineno)
            .filter(|end| *end >= line)
            .unwrap_or(line);
        let end = match number(details.end_offset) {
            Some(column @ 1..) => lines.offset(end_line, column),
            _ => start,
        };
        place.span = clamped(&text, start..end.max(start));
        if number(details.offset).is_none_or(|offset| offset == 0) {
            place.span = lines.content(line);
            place.at = Area {
                line,
                end_line: line,
                ..Area::default()
            };
        } else {
            place.at = lines.area(&place.span);
        }
        if first_line == 1
            && let Ok(at) = u32::try_from(place.span.start)
        {
            let related = dunder_grammar::related(&text, &problem.message, at);
            problem.related = related
                .into_iter()
                .map(|related| {
                    let span = related.span.start as usize..related.span.end as usize;
                    Related {
                        at: lines.area(&span),
                        span,
                        text: related.text,
                    }
                })
                .collect();
        }
        place.text = Some(text);
    }
    problem.place = Some(place);
}

/// Whether a syntax error is one of those whose columns CPython counts in bytes.
fn found_after_parsing(text: &str, message: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    match dunder_grammar::parse(text, dunder_grammar::Mode::Module) {
        Ok(_) => true,
        Err(error) => error.after_parsing && error.message == message,
    }
}

/// A source by lines and columns.
struct Lines<'a> {
    text: &'a str,
    first_line: usize,
    counts_bytes: bool,
}

impl Lines<'_> {
    /// Where a line's content is, without the newline.
    fn line(&self, line: usize) -> Range<usize> {
        let skipped = line.saturating_sub(self.first_line);
        let start: usize = self
            .text
            .split_inclusive('\n')
            .take(skipped)
            .map(str::len)
            .sum();
        let len = self.text[start..].split('\n').next().map_or(0, str::len);
        start..start + len
    }

    /// The same without white space around it.
    fn content(&self, line: usize) -> Range<usize> {
        let span = self.line(line);
        let text = &self.text[span.clone()];
        let indent = text.len() - text.trim_start().len();
        span.start + indent..span.start + text.trim_end().len().max(indent)
    }

    /// The byte at a column from 1.
    fn offset(&self, line: usize, column: usize) -> usize {
        let span = self.line(line);
        let text = &self.text[span.clone()];
        let before = column.saturating_sub(1);
        let inside = match self.counts_bytes {
            true => text.floor_char_boundary(before.min(text.len())),
            false => text
                .char_indices()
                .nth(before)
                .map_or(text.len(), |(at, _)| at),
        };
        span.start + inside
    }

    fn area(&self, span: &Range<usize>) -> Area {
        let place = |at: usize| {
            let before = &self.text[..at.min(self.text.len())];
            let start = before.rfind('\n').map_or(0, |newline| newline + 1);
            let line = before.matches('\n').count() + self.first_line;
            (line, before[start..].chars().count() + 1)
        };
        let ((line, column), (end_line, end_column)) = (place(span.start), place(span.end));
        Area {
            line,
            column,
            end_line,
            end_column,
        }
    }
}

impl Problem {
    /// What is told of it in words: each with what it is.
    pub fn remarks(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = Vec::new();
        let mut say = |what: &str, text: String| out.push((what.to_owned(), text));
        if let Some(inside) = &self.inside {
            say("raised in", inside.clone());
        }
        if !self.advice.looked_in.is_empty() {
            say("looked in", self.advice.looked_in.join(", "));
        }
        for (what, text) in &self.advice.facts {
            say(what, text.clone());
        }
        for note in &self.notes {
            say("note", note.clone());
        }
        if let Some(rule) = self.advice.rule {
            say("rule", rule.text.to_owned());
        }
        for help in &self.advice.help {
            say("help", help.clone());
        }
        if let Some(rule) = self.advice.rule {
            say("see", rule.url());
        } else if !self.advice.looked_in.is_empty() && self.kind == "AttributeError" {
            say("see", format!("{}#attributes", rules::DOCUMENT));
        }
        out
    }
}
