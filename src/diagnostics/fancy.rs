//! Reports for people at a terminal: a problem is offered as a `miette::Diagnostic`, and a `miette::ReportHandler` of
//! our own draws whatever keeps to that protocol. miette's graphical handler counts columns in bytes, wraps
//! messages but not source lines, and brings fifty crates.

use super::excerpt::{Label, Piece, Row, Weight, rows, text_width, wrapped};
use super::problem::{Area, Call, Place, Problem, Relation};
use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, ReportHandler, Severity, SourceCode,
    SourceSpan, SpanContents,
};
use std::fmt::{self, Display, Formatter, Write};

/// The names of remarks that are drawn in their own ways: a call, and how many members of a group are left out.
const CALLED: &str = "called";
const MORE: &str = "more";
/// How many calls are shown at either end of a long chain.
const SOME_CALLS: usize = 4;

/// The report on a problem.
pub fn render(problem: &Problem, sheet: &Sheet) -> String {
    struct Shown<'a>(&'a Problem, &'a Sheet);
    impl Display for Shown<'_> {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            let view = View::new(self.0, None);
            self.1.debug(&view, f)
        }
    }
    Shown(problem, sheet).to_string()
}

// ---------------------------------------------------------------------------------------------
// What is told: the protocol

/// A problem as miette sees it. Members of a group, calls and remarks are all `related`: errors, and advice with and
/// without a place.
#[derive(Debug)]
struct View<'a> {
    problem: &'a Problem,
    relation: Option<Relation>,
    related: Vec<Box<dyn Diagnostic + 'a>>,
    source: Option<Box<View<'a>>>,
}

impl<'a> View<'a> {
    fn new(problem: &'a Problem, relation: Option<Relation>) -> View<'a> {
        let mut related: Vec<Box<dyn Diagnostic + 'a>> = Vec::new();
        for (what, text) in problem.remarks() {
            related.push(Box::new(Remark { what, text }));
        }
        for member in &problem.members {
            related.push(Box::new(View::new(member, None)));
        }
        if problem.more_members > 0 {
            related.push(Box::new(Remark {
                what: MORE.to_owned(),
                text: problem.more_members.to_string(),
            }));
        }
        for line in chain(&problem.calls) {
            related.push(Box::new(Remark {
                what: CALLED.to_owned(),
                text: line,
            }));
        }
        let source = problem.source.as_ref();
        View {
            problem,
            relation: relation.or(None),
            related,
            source: source.map(|(relation, source)| Box::new(View::new(source, Some(*relation)))),
        }
    }

    fn place(&self) -> Option<&Place> {
        self.problem.place.as_ref()
    }
}

impl Display for View<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.relation {
            Some(Relation::Cause) => "caused by ",
            Some(Relation::Context) => "while handling ",
            None => "",
        })?;
        f.write_str(&self.problem.kind)?;
        if !self.problem.message.is_empty() {
            write!(f, ": {}", self.problem.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for View<'_> {}

impl Diagnostic for View<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn Display + 'b>> {
        let rule = self.problem.advice.rule?;
        Some(Box::new(rule.name))
    }

    fn url<'b>(&'b self) -> Option<Box<dyn Display + 'b>> {
        let rule = self.problem.advice.rule?;
        Some(Box::new(rule.url()))
    }

    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.place()?)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = self.place()?;
        let span = |span: &std::ops::Range<usize>| SourceSpan::from(span.clone());
        let whole = LabeledSpan::new_primary_with_span(None, span(&place.span));
        let focus = place.focus.as_ref();
        let focus = focus.map(|focus| LabeledSpan::new_primary_with_span(None, span(focus)));
        let related = self.problem.related.iter().map(move |related| {
            LabeledSpan::new_with_span(Some(related.text.clone()), span(&related.span))
        });
        Some(Box::new(std::iter::once(whole).chain(focus).chain(related)))
    }

    fn related<'b>(&'b self) -> Option<Box<dyn Iterator<Item = &'b dyn Diagnostic> + 'b>> {
        Some(Box::new(
            self.related.iter().map(|one| &**one as &dyn Diagnostic),
        ))
    }

    fn diagnostic_source(&self) -> Option<&dyn Diagnostic> {
        Some(&**self.source.as_ref()?)
    }
}

impl SourceCode for Place {
    /// The whole text that is known: what is shown of it depends on the terminal. The name is what the excerpt is headed
    /// with, and the line that of its first line.
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let text = self.text.as_deref().unwrap_or_default();
        if span.offset() > text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let all = SourceSpan::from(0..text.len());
        let count = text.lines().count();
        Ok(Box::new(MietteSpanContents::new_named(
            heading(self),
            text.as_bytes(),
            all,
            self.first_line,
            0,
            count,
        )))
    }
}

/// `file:line:column in name`
fn heading(place: &Place) -> String {
    let mut out = location(&place.file, &place.at);
    if let Some(name) = &place.name {
        let _ = write!(out, " in {name}");
    }
    out
}

fn location(file: &str, at: &Area) -> String {
    let mut out = format!("{}:{}", shortened(file), at.line);
    if at.column > 0 {
        let _ = write!(out, ":{}", at.column);
    }
    out
}

/// A file below the current folder by its path from there.
fn shortened(file: &str) -> String {
    let folder = std::env::current_dir().ok();
    let folder = folder.as_ref().and_then(|folder| folder.to_str());
    let rest = folder.and_then(|folder| file.strip_prefix(folder)?.strip_prefix('/'));
    rest.unwrap_or(file).to_owned()
}

/// Something to say: advice without a place.
#[derive(Debug)]
struct Remark {
    what: String,
    text: String,
}

impl Display for Remark {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.text)
    }
}

impl std::error::Error for Remark {}

impl Diagnostic for Remark {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Advice)
    }
}

/// The lines about the calls, the innermost first: what repeats is counted, and of many the middle is left out.
fn chain(calls: &[Call]) -> Vec<String> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for run in calls.chunk_by(|a, b| a.own_module().is_some() && b.own_module().is_some()) {
        let mut modules: Vec<&str> = run.iter().filter_map(Call::own_module).collect();
        if modules.is_empty() {
            let Some(call) = run.first() else { continue };
            let line = call.line.as_deref().unwrap_or_default();
            let text = format!(
                "{} in {}  {line}",
                location(&call.file, &call.at),
                call.name
            );
            match rows.last_mut() {
                Some((last, count)) if *last == text => *count += 1,
                _ => rows.push((text, 1)),
            }
            continue;
        }
        modules.dedup();
        rows.push((format!("(inside {})", modules.join(", ")), 1));
    }
    let left_out: usize = match rows.len() > 2 * SOME_CALLS + 1 {
        true => rows[SOME_CALLS..rows.len() - SOME_CALLS]
            .iter()
            .map(|row| row.1)
            .sum(),
        false => 0,
    };
    let mut out = Vec::new();
    for (n, (text, count)) in rows.iter().enumerate() {
        if left_out > 0 && n == SOME_CALLS {
            out.push(format!("({left_out} more calls)"));
        }
        if left_out > 0 && (SOME_CALLS..rows.len() - SOME_CALLS).contains(&n) {
            continue;
        }
        out.push(text.clone());
        if *count > 1 {
            out.push(format!("(and {} times more)", count - 1));
        }
    }
    out
}

// ---------------------------------------------------------------------------------------------
// How it is drawn

/// Where a report is drawn.
pub struct Sheet {
    /// The columns there are.
    pub width: usize,
    /// Whether escape sequences may be used.
    pub coloured: bool,
}

/// The sequences used are readable on light and on dark ground: no white, no black, no yellow.
#[derive(Clone, Copy)]
enum Ink {
    Error,
    Message,
    Place,
    Faint,
    Word,
}

impl Sheet {
    fn paint(&self, ink: Ink, text: &str) -> String {
        let sequence = match ink {
            Ink::Error => "\x1b[1;31m",
            Ink::Message => "\x1b[1m",
            Ink::Place => "\x1b[35m",
            Ink::Faint => "\x1b[2m",
            Ink::Word => "\x1b[1;35m",
        };
        if !self.coloured || text.is_empty() {
            return text.to_owned();
        }
        format!("{sequence}{text}\x1b[0m")
    }

    fn narrower(&self, by: usize) -> Sheet {
        Sheet {
            width: self.width.saturating_sub(by).max(20),
            coloured: self.coloured,
        }
    }

    /// The first line: what it is.
    fn title(&self, error: &dyn Diagnostic) -> String {
        let text = error.to_string();
        let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let (lead, words) = ["caused by ", "while handling "]
            .into_iter()
            .find_map(|lead| Some((lead, first.strip_prefix(lead)?)))
            .unwrap_or(("", first));
        let (kind, message) = words.split_once(':').unwrap_or((words, ""));
        let mut out = self.paint(Ink::Word, lead) + &self.paint(Ink::Error, kind);
        if !message.is_empty() {
            out += &self.paint(Ink::Message, &format!(":{message}"));
        }
        for line in rest.lines() {
            out += "\n";
            out += &self.paint(Ink::Message, &format!("  {line}"));
        }
        out + "\n"
    }

    /// The excerpt of the source.
    fn excerpt(&self, error: &dyn Diagnostic) -> String {
        let Some(source) = error.source_code() else {
            return String::new();
        };
        let spans: Vec<LabeledSpan> = error.labels().into_iter().flatten().collect();
        let Some(first) = spans.first() else {
            return String::new();
        };
        let Ok(contents) = source.read_span(first.inner(), 0, 0) else {
            return String::new();
        };
        let text = String::from_utf8_lossy(contents.data());
        let focused = spans.iter().filter(|span| span.primary()).count() > 1;
        let labels: Vec<Label<'_>> = spans
            .iter()
            .enumerate()
            .map(|(n, span)| Label {
                span: span.offset()..span.offset() + span.len(),
                text: span.label().unwrap_or_default(),
                weight: match span.primary() {
                    false => Weight::Related,
                    true if focused && n == 0 => Weight::Whole,
                    true => Weight::Focus,
                },
            })
            .collect();
        let name = contents.name().unwrap_or_default();
        if text.is_empty() {
            let line = format!("  ╶─ {name}");
            return self.paint(Ink::Place, &line) + "\n";
        }
        self.drawn(&text, contents.line(), &labels, name)
    }

    fn drawn(&self, text: &str, first_line: usize, labels: &[Label<'_>], name: &str) -> String {
        let last = first_line + text.matches('\n').count();
        let shown =
            |label: &Label<'_>| text[..label.span.end.min(text.len())].matches('\n').count();
        let highest = labels.iter().map(shown).max().unwrap_or(0) + first_line;
        let digits = highest.min(last).to_string().len();
        let gutter = " ".repeat(digits);
        let room = self.width.saturating_sub(digits + 4);
        let mut out = self.paint(Ink::Faint, &format!("{gutter} ╭─"));
        out += &self.paint(Ink::Place, &format!(" {}", ending(name, room)));
        out += "\n";
        for row in rows(text, first_line, labels, room) {
            let (lead, pieces) = match row {
                Row::Source(number, pieces) => (format!("{number:>digits$} │"), pieces),
                Row::Marks(pieces) => (format!("{gutter} │"), pieces),
                Row::Gap => (format!("{gutter} ⋮"), Vec::new()),
            };
            out += &self.paint(Ink::Faint, &lead);
            let mut line = String::from(" ");
            for piece in pieces {
                line += &match piece {
                    Piece::Source(text) => text,
                    Piece::Mark(Weight::Related, text) => self.paint(Ink::Place, &text),
                    Piece::Mark(_, text) => self.paint(Ink::Error, &text),
                };
            }
            out += line.trim_end();
            out += "\n";
        }
        out
    }

    /// A remark, its lines below each other.
    fn remark(&self, what: &str, text: &str) -> String {
        let lead = format!("  {what}: ");
        let indent = if self.width < 60 {
            4
        } else {
            text_width(&lead)
        };
        let mut out = self.paint(Ink::Word, lead.trim_end());
        out += " ";
        let mut column = text_width(&lead);
        for (n, line) in text.lines().enumerate() {
            if n > 0 {
                column = indent;
            }
            let room = self.width.saturating_sub(indent);
            let taken = column.saturating_sub(indent);
            for (m, part) in wrapped(line, room, taken).iter().enumerate() {
                if n + m > 0 {
                    out += "\n";
                    out += &" ".repeat(indent);
                }
                out += part;
            }
        }
        out.trim_end().to_owned() + "\n"
    }

    /// One call: where it is, and as much of the line as there is room for.
    fn call(&self, text: &str) -> String {
        let (place, line) = text.split_once("  ").unwrap_or((text, ""));
        let place = ending(place, self.width.saturating_sub(4));
        let mut out = format!("    {}", self.paint(Ink::Place, &place));
        let room = self.width.saturating_sub(text_width(&place) + 6);
        if !line.is_empty() && room >= 12 {
            out += "  ";
            out += &beginning(line, room);
        }
        out + "\n"
    }

    fn related(&self, error: &dyn Diagnostic, out: &mut String) {
        let (mut calls, mut more) = (String::new(), 0);
        let related = error.related().into_iter().flatten();
        let (errors, remarks): (Vec<_>, Vec<_>) =
            related.partition(|one| one.severity() == Some(Severity::Error));
        for remark in remarks {
            let text = remark.to_string();
            match text.split_once(": ") {
                Some((CALLED, text)) => calls += &self.call(text),
                Some((MORE, text)) => more = text.parse().unwrap_or(0),
                Some((what, text)) => *out += &self.remark(what, text),
                None => {}
            }
        }
        if !calls.is_empty() {
            *out += &self.paint(Ink::Word, "  called from:");
            *out += "\n";
            *out += &calls;
        }
        let count = errors.len() + more;
        for (n, member) in errors.into_iter().enumerate() {
            let inner = self.narrower(4);
            let mut text = String::new();
            inner.error(member, &mut text);
            let number = format!("  {} of {count}: ", n + 1);
            for (n, line) in text.lines().enumerate() {
                match n {
                    0 => *out += &self.paint(Ink::Word, &number),
                    _ => *out += &self.paint(Ink::Faint, "  ┆ "),
                }
                *out += line;
                *out += "\n";
            }
        }
        if more > 0 {
            *out += &self.paint(Ink::Word, &format!("  … and {more} more"));
            *out += "\n";
        }
    }

    /// An error with what it is a consequence of; how long that chain is has been bounded.
    fn error(&self, error: &dyn Diagnostic, out: &mut String) {
        let mut next = Some(error);
        while let Some(error) = next {
            *out += &self.title(error);
            *out += &self.excerpt(error);
            self.related(error, out);
            next = error.diagnostic_source();
        }
    }
}

impl ReportHandler for Sheet {
    fn debug(&self, error: &dyn Diagnostic, f: &mut Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.error(error, &mut out);
        f.write_str(&out)
    }
}

/// The end of a text that may take so many columns.
fn ending(text: &str, room: usize) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut out = text;
    while text_width(out) + 1 > room {
        let mut chars = out.chars();
        if chars.next().is_none() {
            break;
        }
        out = chars.as_str();
    }
    format!("…{out}")
}

/// The beginning of a text that may take so many columns.
fn beginning(text: &str, room: usize) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let c = if c.is_control() { ' ' } else { c };
        if text_width(&out) + 2 > room && text_width(text) > room {
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}
