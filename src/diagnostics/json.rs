//! Reports for editors: one object on one line for each error. docs/ERRORS.md lists the keys.

use super::problem::{Area, Place, Problem, Relation};
use dunder::stdlib::json_native::quoted;
use std::fmt::Write;

/// The object on a problem, with a newline.
pub fn render(problem: &Problem) -> String {
    let mut out = Object::new();
    out.text("severity", "error");
    fill(&mut out, problem);
    out.done() + "\n"
}

/// An object under construction.
struct Object(String);

impl Object {
    fn new() -> Object {
        Object("{".to_owned())
    }

    /// A value that is JSON already.
    fn raw(&mut self, key: &str, value: &str) {
        let comma = if self.0.len() > 1 { ", " } else { "" };
        let _ = write!(self.0, "{comma}\"{key}\": {value}");
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    fn number(&mut self, key: &str, value: usize) {
        self.raw(key, &value.to_string());
    }

    fn area(&mut self, at: &Area) {
        self.number("line", at.line);
        if at.column > 0 {
            self.number("column", at.column);
            self.number("end_line", at.end_line);
            self.number("end_column", at.end_column);
        }
    }

    fn list(&mut self, key: &str, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().collect();
        if !items.is_empty() {
            self.raw(key, &format!("[{}]", items.join(", ")));
        }
    }

    fn done(self) -> String {
        self.0 + "}"
    }
}

/// A problem, what it is a consequence of, from the nearest on, and the members of a group. Depth and length have
/// been bounded when it was collected.
fn fill(out: &mut Object, problem: &Problem) {
    fill_one(out, problem);
    let mut chain = Vec::new();
    let mut next = problem.source.as_ref();
    while let Some((relation, source)) = next {
        let mut one = Object::new();
        let relation = match relation {
            Relation::Cause => "cause",
            Relation::Context => "context",
        };
        one.text("relation", relation);
        fill_one(&mut one, source);
        chain.push(one.done());
        next = source.source.as_ref();
    }
    out.list("chain", chain);
}

/// A problem without what it is a consequence of.
fn fill_one(out: &mut Object, problem: &Problem) {
    out.text("type", &problem.kind);
    out.text("message", &problem.message);
    if let Some(place) = &problem.place {
        fill_place(out, problem, place);
    }
    let advice = &problem.advice;
    if let Some(rule) = advice.rule {
        let mut one = Object::new();
        one.text("name", rule.name);
        one.text("text", rule.text);
        one.text("url", &rule.url());
        out.raw("rule", &one.done());
    }
    let quoted_all = |texts: &[String]| texts.iter().map(|text| quoted(text)).collect::<Vec<_>>();
    out.list("looked_in", quoted_all(&advice.looked_in));
    let facts = advice.facts.iter();
    out.list(
        "facts",
        facts.map(|(what, text)| quoted(&format!("{what}: {text}"))),
    );
    out.list("help", quoted_all(&advice.help));
    out.list("notes", quoted_all(&problem.notes));
    let calls = problem.calls.iter().map(|call| {
        let mut one = Object::new();
        one.text("file", &call.file);
        one.area(&call.at);
        one.text("name", &call.name);
        one.done()
    });
    out.list("calls", calls);
    let members = problem.members.iter().map(|member| {
        let mut one = Object::new();
        fill(&mut one, member);
        one.done()
    });
    out.list("members", members);
    if problem.more_members > 0 {
        out.number("more_members", problem.more_members);
    }
}

fn fill_place(out: &mut Object, problem: &Problem, place: &Place) {
    out.text("file", &place.file);
    out.area(&place.at);
    if let Some(name) = &place.name {
        out.text("name", name);
    }
    let related = problem.related.iter().map(|related| {
        let mut one = Object::new();
        one.text("message", &related.text);
        one.text("file", &place.file);
        one.area(&related.at);
        one.done()
    });
    out.list("related", related);
}
