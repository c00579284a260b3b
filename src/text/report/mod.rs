//! The text that CPython 3.13 prints for an uncaught exception, and the pieces of it that the
//! `traceback` and `warnings` modules hand out.
//!
//! Plain data goes in and text comes out: nothing here knows of exception objects, frames or code.
//! Whoever does fills in [`Exception`]s (through [`Report::gather`], which decides which causes and
//! contexts are shown) and [`Frame`]s. Suggestions are computed in `suggest` from names that the
//! caller collects.
//!
//! `source` finds lines, `frame` prints a stack with `anchors` telling which part of a line is the
//! operator or the brackets, `exception` prints the last lines, `chain` and `group` put the
//! exceptions of a report together, `layout` and `colour` are their shared tools.

mod anchors;
mod chain;
mod colour;
mod exception;
mod frame;
mod group;
mod layout;
mod source;
pub mod suggest;
#[cfg(test)]
mod tests;
mod warning;
mod width;

use std::rc::Rc;

use super::Text;

pub use anchors::{Anchors, find as find_anchors};
pub use chain::{Links, Place, Report};
pub use colour::Palette;
pub use frame::{Limit, format_frame, format_frames};
pub use group::Options;
pub use source::Source;
pub use warning::{format_unraisable, format_warning};

/// What stands for the message of an exception whose `__str__` raises.
pub const STR_FAILED: &str = "<exception str() failed>";

/// What stands for a note whose `__str__` raises.
pub const NOTE_STR_FAILED: &str = "<note str() failed>";

/// What stands for a `__notes__` that is no sequence and whose `__repr__` raises.
pub const NOTES_REPR_FAILED: &str = "<__notes__ repr() failed>";

/// One exception, without those it is linked to.
#[derive(Clone, Debug, Default)]
pub struct Exception {
    /// The class's qualified name, with its module unless that is `builtins` or `__main__`.
    pub type_name: Text,
    /// The result of `str()`, or [`STR_FAILED`].
    pub message: Text,
    /// What `suggest` found; printed right after the message.
    pub suggestion: Text,
    /// The exception's `__notes__`.
    pub notes: Notes,
    /// From the outermost call to the innermost, already cut to the [`Limit`].
    pub frames: Vec<Frame>,
    /// Present for `SyntaxError` and its subclasses.
    pub syntax: Option<SyntaxDetails>,
}

/// An exception's `__notes__`.
#[derive(Clone, Debug, Default)]
pub enum Notes {
    /// There is no such attribute, or it is `None`.
    #[default]
    None,
    /// A sequence other than `str` and `bytes`: the `str()` of each note, or [`NOTE_STR_FAILED`].
    List(Vec<Text>),
    /// Anything else: its `repr()`, or [`NOTES_REPR_FAILED`].
    Other(Text),
}

/// The attributes of a `SyntaxError`.
#[derive(Clone, Debug, Default)]
pub struct SyntaxDetails {
    /// `msg`
    pub msg: Option<Text>,
    /// `filename`
    pub filename: Option<Text>,
    /// `lineno`
    pub lineno: Option<i64>,
    /// `offset`
    pub offset: Option<i64>,
    /// `end_lineno`
    pub end_lineno: Option<i64>,
    /// `end_offset`
    pub end_offset: Option<i64>,
    /// `text`
    pub text: Option<Text>,
}

/// One entry of a stack: `traceback.FrameSummary`.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The code's file name.
    pub filename: Text,
    /// The code's name.
    pub name: Text,
    /// From 1.
    pub line: Option<i64>,
    /// Which part of the source is being evaluated, if that is known.
    pub position: Option<Position>,
    /// Where the source lines come from.
    pub source: FrameSource,
    /// Names and `repr()`s of the local variables to print.
    pub locals: Vec<(Text, Text)>,
}

/// The part of the source from a frame's line on that is being evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The last line, from 1.
    pub end_line: i64,
    /// In bytes from the start of the first line.
    pub column: usize,
    /// In bytes from the start of the last line.
    pub end_column: usize,
}

/// Where a frame's source lines come from.
#[derive(Clone, Debug, Default)]
pub enum FrameSource {
    /// There is no source.
    #[default]
    Missing,
    /// A whole file.
    File(Rc<Source>),
    /// The lines themselves, as given to the constructor of `traceback.FrameSummary`.
    Lines(Rc<str>),
}
