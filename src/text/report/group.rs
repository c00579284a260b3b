//! A whole report: exceptions with their causes and contexts, and the boxes of exception groups.

use super::chain::{Place, Report};
use super::exception::exception_lines;
use super::frame::format_frames;
use super::layout::indent;
use super::{Frame, Palette};
use crate::text::Text;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";

const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How a report is printed.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether causes and contexts are shown.
    pub chain: bool,
    /// How many members of a group are shown.
    pub max_group_width: usize,
    /// How many levels of groups are shown.
    pub max_group_depth: usize,
    /// The colours.
    pub palette: Palette,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            chain: true,
            max_group_width: 15,
            max_group_depth: 10,
            palette: Palette::PLAIN,
        }
    }
}

impl Report {
    /// The whole report as one text.
    pub fn render(&self, options: &Options) -> Text {
        let mut out = Text::new();
        for part in self.format(options) {
            out.push_text(&part);
        }
        out
    }

    /// The whole report in the parts that `traceback.format_exception` returns.
    pub fn format(&self, options: &Options) -> Vec<Text> {
        let mut printer = Printer {
            report: self,
            options,
            out: Vec::new(),
            depth: 0,
            open: false,
            steps: vec![Step::Chain(self.root())],
        };
        while let Some(step) = printer.steps.pop() {
            printer.take(step);
        }
        printer.out
    }

    /// The last lines of the report: `traceback.format_exception_only`.
    pub fn format_exception_only(&self, show_group: bool, palette: &Palette) -> Vec<Text> {
        let mut out = Vec::new();
        let mut places = vec![(self.root(), 0)];
        while let Some((place, depth)) = places.pop() {
            out.extend(exception_lines(self.exception(place), depth, palette));
            let count = self.member_count(place).filter(|_| show_group);
            let members = (0..count.unwrap_or(0)).rev();
            places.extend(members.filter_map(|at| Some((self.member(place, at)?, depth + 1))));
        }
        out
    }

    /// The stack of the exception that the report is on.
    pub fn frames(&self) -> &[Frame] {
        &self.exception(self.root()).frames
    }
}

/// What remains to be printed.
enum Step {
    /// An exception with all that led to it.
    Chain(Place),
    /// What stands between two exceptions.
    Between(&'static str),
    /// An exception, and its members if it is a group.
    Exception(Place),
    /// A member of a group, out of as many as are shown.
    Member {
        group: Place,
        at: usize,
        count: usize,
    },
    /// What follows a member.
    MemberEnd { last: bool },
    /// What follows a group.
    GroupEnd { depth: usize },
}

struct Printer<'a> {
    report: &'a Report,
    options: &'a Options,
    out: Vec<Text>,
    /// How many groups are being printed, one inside the other.
    depth: usize,
    /// Whether the line that closes a group has yet to be printed.
    open: bool,
    /// The last one is next.
    steps: Vec<Step>,
}

impl Printer<'_> {
    fn take(&mut self, step: Step) {
        match step {
            Step::Chain(place) => self.chain(place),
            Step::Between(text) => self.emit(text, '|'),
            Step::Exception(place) => self.exception(place),
            Step::Member { group, at, count } => self.member(group, at, count),
            Step::MemberEnd { last } => self.member_end(last),
            Step::GroupEnd { depth } => self.depth = depth,
        }
    }

    fn indentation(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Appends lines inside the box of the group they belong to, if any.
    fn emit(&mut self, text: impl Into<Text>, margin: char) {
        let text = text.into();
        let text = match self.depth {
            0 => text,
            _ => indent(&text, &format!("{}{margin} ", self.indentation())),
        };
        self.out.push(text);
    }

    fn emit_all(&mut self, texts: Vec<Text>) {
        for text in texts {
            self.emit(text, '|');
        }
    }

    /// Schedules an exception after its causes and contexts.
    fn chain(&mut self, place: Place) {
        let mut place = Some(place);
        while let Some(effect) = place {
            self.steps.push(Step::Exception(effect));
            let before = match (self.report.cause(effect), self.report.context(effect)) {
                _ if !self.options.chain => None,
                (Some(cause), _) => Some((cause, CAUSE)),
                (None, Some(context)) => Some((context, CONTEXT)),
                (None, None) => None,
            };
            self.steps
                .extend(before.map(|(_, text)| Step::Between(text)));
            place = before.map(|(place, _)| place);
        }
    }

    fn exception(&mut self, place: Place) {
        match self.report.member_count(place) {
            None => self.description(place, "Traceback", '|'),
            Some(_) if self.depth > self.options.max_group_depth => {
                let depth = self.options.max_group_depth;
                self.emit(format!("... (max_group_depth is {depth})\n"), '|');
            }
            Some(count) => self.group(place, count),
        }
    }

    /// The stack and the last lines of an exception.
    fn description(&mut self, place: Place, title: &str, margin: char) {
        let exception = self.report.exception(place);
        // CPython forgets its colours when it comes to the members of a group.
        let palette = match self.depth {
            0 | 1 => &self.options.palette,
            _ => &Palette::PLAIN,
        };
        if !exception.frames.is_empty() {
            self.emit(format!("{title} (most recent call last):\n"), margin);
            self.emit_all(format_frames(&exception.frames, palette));
        }
        self.emit_all(exception_lines(exception, 0, palette));
    }

    fn group(&mut self, place: Place, count: usize) {
        let depth = self.depth;
        let margin = if depth == 0 { '+' } else { '|' };
        self.depth = depth.max(1);
        self.description(place, "Exception Group Traceback", margin);
        self.open = false;
        self.steps.push(Step::GroupEnd { depth });
        let count = count.min(self.options.max_group_width.saturating_add(1));
        if count > 0 {
            let group = place;
            self.steps.push(Step::Member {
                group,
                at: 0,
                count,
            });
        }
    }

    fn member(&mut self, group: Place, at: usize, count: usize) {
        let width = self.options.max_group_width;
        let last = at + 1 == count;
        if last {
            // If the member is a group too, its line closes both.
            self.open = true;
        } else {
            let at = at + 1;
            self.steps.push(Step::Member { group, at, count });
        }
        self.steps.push(Step::MemberEnd { last });
        let corner = if at == 0 { "+-" } else { "  " };
        let title = match at < width {
            true => (at + 1).to_string(),
            false => "...".to_owned(),
        };
        let line = "-".repeat(16);
        let indentation = self.indentation();
        self.out
            .push(format!("{indentation}{corner}+{line} {title} {line}\n").into());
        self.depth += 1;
        if at < width {
            self.steps
                .extend(self.report.member(group, at).map(Step::Chain));
            return;
        }
        let total = self.report.member_count(group).unwrap_or(0);
        let remaining = total.saturating_sub(width);
        let plural = if remaining > 1 { "s" } else { "" };
        self.emit(format!("and {remaining} more exception{plural}\n"), '|');
    }

    fn member_end(&mut self, last: bool) {
        if last && self.open {
            let indentation = self.indentation();
            self.out
                .push(format!("{indentation}+{}\n", "-".repeat(36)).into());
            self.open = false;
        }
        self.depth -= 1;
    }
}
