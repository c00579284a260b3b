//! Reports on errors other than CPython's, which `--errors` asks for: `fancy` for people, `json` for editors.
//!
//! `problem` collects what is to be said, with `advice` on what the objects show and `rules` on what the message tells;
//! `fancy`, with `excerpt`, and `json` write it down. Only `fancy` knows miette. CPython's own text is made in
//! `dunder::text::report`.

mod advice;
mod excerpt;
mod fancy;
mod json;
mod problem;
mod rules;

use dunder::exec::uncaught::{self, Display};
use dunder::host::Stream;
use dunder::object::value::Value;
use dunder::text::Text;
use dunder::vm::Vm;

/// How errors are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As CPython does; at a terminal, fancy.
    #[default]
    Automatic,
    /// As CPython does.
    Python,
    /// With excerpts of the source and advice.
    Fancy,
    /// As an object on one line.
    Json,
}

/// The names of the styles that can be asked for.
pub const STYLES: &[&str] = &["python", "fancy", "json"];

impl Style {
    /// The style of that name.
    pub fn named(name: &str) -> Option<Style> {
        match name {
            "python" => Some(Style::Python),
            "fancy" => Some(Style::Fancy),
            "json" => Some(Style::Json),
            _ => None,
        }
    }
}

/// The widest that a report gets.
const MAX_WIDTH: usize = 100;
/// What it gets where there is no terminal.
const USUAL_WIDTH: usize = 80;
/// Below this nothing is readable.
const MIN_WIDTH: usize = 20;

/// Makes the interpreter show errors in this style.
pub fn install(vm: &Vm, style: Style) {
    let display: Option<Display> = match style {
        Style::Python => None,
        Style::Automatic => Some(automatic),
        Style::Fancy => Some(fancy),
        Style::Json => Some(json),
    };
    vm.state.sys.display.set(display);
}

/// Fancy if it is a terminal that reads it.
fn automatic(vm: &Vm, exception: &Value) -> Text {
    let stream = |name: &str| vm.sys.get_name(&vm.intern(name));
    let is_own = match (stream("stderr"), stream("__stderr__")) {
        (Some(current), Some(own)) => current.is(&own),
        _ => false,
    };
    match is_own && vm.host.is_terminal(Stream::Err) {
        true => fancy(vm, exception),
        false => uncaught::report(vm, exception),
    }
}

fn fancy(vm: &Vm, exception: &Value) -> Text {
    let sheet = fancy::Sheet {
        width: width(vm),
        coloured: uncaught::coloured(vm),
    };
    let problem = uncaught::aside(vm, || problem::gather(vm, exception));
    Text::from(fancy::render(&problem, &sheet))
}

fn json(vm: &Vm, exception: &Value) -> Text {
    let problem = uncaught::aside(vm, || problem::gather(vm, exception));
    Text::from(json::render(&problem))
}

/// The columns of the terminal: `COLUMNS`, or what it says itself.
fn width(vm: &Vm) -> usize {
    let asked = vm.host.env("COLUMNS").and_then(|text| text.parse().ok());
    let own = || {
        let (columns, _) = vm.host.terminal_size(2).ok()?;
        Some(usize::from(columns))
    };
    let width = asked.filter(|&width| width > 0).or_else(own);
    let width = width.filter(|&width| width > 0).unwrap_or(USUAL_WIDTH);
    width.clamp(MIN_WIDTH, MAX_WIDTH)
}
