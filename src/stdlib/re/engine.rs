//! Between Python's objects and the machine: subjects of matching, compiled patterns at work, and what
//! they find.

use super::machine::{Goal, Machine, NOWHERE, Stop, Watch};
use super::pattern::PatternObject;
use super::seek;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::types::buffer::{self, View};
use crate::types::str::{self, text_of};
use crate::vm::Vm;
use std::ops::Range;

/// What is searched.
pub enum Subject<'a> {
    /// A `str`.
    Text(&'a Text),
    /// Anything with bytes. No Python code may run meanwhile.
    Bytes(View<'a>),
}

impl<'a> Subject<'a> {
    /// The subject that a value is for a pattern.
    ///
    /// # Errors
    /// TypeError when it is none, or not of the pattern's kind.
    pub fn new(vm: &Vm, pattern: &PatternObject, value: &'a Value) -> PyResult<Subject<'a>> {
        if let Some(text) = text_of(value) {
            return match pattern.is_bytes {
                true => Err(vm.type_error("cannot use a bytes pattern on a string-like object")),
                false => Ok(Subject::Text(text)),
            };
        }
        let Some(view) = buffer::attempt(vm, value) else {
            let name = vm.type_name(value);
            let message = format!("expected string or bytes-like object, got '{name}'");
            return Err(vm.type_error(message));
        };
        match pattern.is_bytes {
            true => Ok(Subject::Bytes(view)),
            false => Err(vm.type_error("cannot use a string pattern on a bytes-like object")),
        }
    }

    /// The same, for a subject during whose matching Python code runs.
    pub fn stable(self) -> Subject<'a> {
        match self {
            Subject::Bytes(view @ View::Guard(_)) => {
                Subject::Bytes(View::Owned(view.stable().into_owned()))
            }
            other => other,
        }
    }

    /// Its bytes.
    #[inline]
    pub fn data(&self) -> &[u8] {
        match self {
            Subject::Text(text) => text.as_bytes(),
            Subject::Bytes(view) => view,
        }
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        match self {
            Subject::Text(text) => text.len(),
            Subject::Bytes(view) => view.len(),
        }
    }

    /// Whether characters may have several bytes.
    fn is_wide(&self) -> bool {
        matches!(self, Subject::Text(text) if !text.is_ascii())
    }

    /// The offset of a character.
    pub fn byte_offset(&self, at: usize) -> usize {
        match self {
            Subject::Text(text) => text.byte_offset(at),
            Subject::Bytes(_) => at,
        }
    }

    /// The number of characters before an offset.
    pub fn char_offset(&self, at: usize) -> usize {
        match self {
            Subject::Text(text) => text.char_offset(at),
            Subject::Bytes(_) => at,
        }
    }

    /// Part of the subject as a new object; `value` is the object it is of.
    pub fn slice(&self, vm: &Vm, value: &Value, range: Range<usize>) -> Value {
        match self {
            Subject::Text(text) if range.len() == text.as_bytes().len() => str::exact(vm, value),
            Subject::Text(text) => vm.text(text.slice_bytes(range)),
            Subject::Bytes(view) => {
                // What has been shortened since has no more than what is left.
                let range = range.start.min(view.len())..range.end.min(view.len());
                let exact = *vm.class_of(value) == vm.types.bytes;
                match exact && range.len() == view.len() {
                    true => value.clone(),
                    false => vm.bytes(&view[range]),
                }
            }
        }
    }
}

/// A range of characters, cut to what the subject has, as offsets.
pub fn bounds(subject: &Subject<'_>, pos: i64, endpos: i64) -> (usize, usize) {
    let len = subject.len();
    let cut = |at: i64| usize::try_from(at.max(0)).unwrap_or(usize::MAX).min(len);
    (cut(pos), cut(endpos))
}

impl Watch for Vm {
    fn go_on(&self) -> bool {
        self.look().is_ok()
    }
}

/// A pattern at work on a subject.
pub struct Session<'a> {
    vm: &'a Vm,
    pattern: &'a PatternObject,
    machine: Machine<'a>,
    /// The subject up to where it is looked at.
    data: &'a [u8],
    wide: bool,
}

impl<'a> Session<'a> {
    /// Starts work on a subject up to an offset.
    #[inline]
    pub fn new(
        vm: &'a Vm,
        pattern: &'a PatternObject,
        subject: &'a Subject<'_>,
        end: usize,
    ) -> Session<'a> {
        let memory = pattern.memory.take().unwrap_or_default();
        let data = subject.data();
        Session {
            vm,
            pattern,
            machine: Machine::new(&pattern.program, memory, vm),
            data: data.get(..end).unwrap_or(data),
            wide: subject.is_wide(),
        }
    }

    /// Ends the work.
    #[inline]
    pub fn finish(self) {
        self.pattern.memory.set(self.machine.into_memory());
    }

    fn stopped(&self, stop: Stop) -> Raised {
        match stop {
            // What the look has found is pending.
            Stop::Interrupted => Raised,
            Stop::Memory => self.vm.memory_error(""),
        }
    }

    /// The first match from an offset on.
    ///
    /// # Errors
    /// KeyboardInterrupt, MemoryError.
    #[inline]
    pub fn search(&mut self, from: usize, not_empty: bool) -> PyResult<Option<Range<usize>>> {
        if from > self.data.len() {
            return Ok(None);
        }
        let goal = Goal {
            whole: false,
            not_empty,
        };
        let (machine, program) = (&mut self.machine, &self.pattern.program);
        let found = match self.wide {
            true => seek::search::<true>(machine, program, self.data, from, goal),
            false => seek::search::<false>(machine, program, self.data, from, goal),
        };
        match found {
            Ok(found) => Ok(found.map(|(start, end)| start..end)),
            Err(stop) => Err(self.stopped(stop)),
        }
    }

    /// The match that starts at an offset.
    ///
    /// # Errors
    /// KeyboardInterrupt, MemoryError.
    pub fn match_at(&mut self, from: usize, goal: Goal) -> PyResult<Option<Range<usize>>> {
        if from > self.data.len() {
            return Ok(None);
        }
        let (machine, program) = (&mut self.machine, &self.pattern.program);
        let end = match self.wide {
            true => machine.run::<true>(program, self.data, from, goal),
            false => machine.run::<false>(program, self.data, from, goal),
        };
        match end {
            Ok(end) => Ok(end.map(|end| from..end)),
            Err(stop) => Err(self.stopped(stop)),
        }
    }

    /// What a group of the last match, counted from 1, has matched.
    #[inline]
    pub fn group(&self, group: usize) -> Option<Range<usize>> {
        let registers = &self.machine.registers;
        let (start, end) = (registers[2 * group - 2], registers[2 * group - 1]);
        (start != NOWHERE && end != NOWHERE && start <= end).then_some(start..end)
    }

    /// The number of the group closed last, counted from 1.
    pub fn last(&self) -> Option<usize> {
        match self.machine.registers[self.pattern.program.last_register()] {
            NOWHERE => None,
            group => Some(group + 1),
        }
    }
}
