//! `_csv.reader`: the rows of a table, one after another.

use super::dialect::{Dialect, Quoting, dialect_of};
use super::error;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, member};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, class, this};
use crate::text::{Text, wtf8};
use crate::types::iterators::SELF_ITER;
use crate::types::str::text_of;
use crate::vm::Vm;
use std::cell::Cell;

struct Reader {
    lines: ValueCell,
    dialect: ValueCell,
    line_number: Cell<i64>,
}

native_payload!(Reader, lines, dialect);

pub(super) static READER: TypeTable = TypeTable {
    name: "reader",
    names_module: true,
    module: "_csv",
    doc: "CSV reader\n\nGives the rows of a table as lists of strings.",
    kind: Kind::Native,
    methods: &[SELF_ITER, table::next(next)],
    properties: &[
        member("dialect", |vm, of| Ok(reader_of(vm, of)?.dialect.get()), ""),
        member(
            "line_num",
            |vm, of| Ok(Value::Int(reader_of(vm, of)?.line_number.get())),
            "",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn reader_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Reader> {
    this::<Reader>(vm, std::slice::from_ref(value))
}

/// A reader of what an iterable gives.
///
/// # Errors
/// TypeError when it is not iterable.
pub(super) fn new(vm: &Vm, lines: &Value, dialect: Value) -> PyResult {
    let payload = Reader {
        lines: ValueCell::new(ops::iter(vm, lines)?),
        dialect: ValueCell::new(dialect),
        line_number: Cell::new(0),
    };
    Ok(alloc(&class(vm, &READER), payload))
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = reader_of(vm, value)?;
    let held = this.dialect.get();
    let mut row = Row::new(vm, dialect_of(vm, &held)?);
    loop {
        let Some(line) = ops::next(vm, &this.lines.get())? else {
            return row.end_of_data();
        };
        let Some(text) = text_of(&line) else {
            let class = vm.type_name(&line);
            let text = format!(
                "iterator should return strings, not {class} (the file should be opened in text mode)"
            );
            return Err(error(vm, &text));
        };
        this.line_number.set(this.line_number.get() + 1);
        row.read_line(text)?;
        if row.state == State::Row {
            return Ok(Some(vm.list(row.fields)));
        }
    }
}

/// Where in a row reading has come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before its first field, or behind its last.
    Row,
    /// At the start of a field.
    Start,
    /// Behind the escape character, in quotes or not.
    Escaped,
    QuotedEscaped,
    /// Behind an escaped line end.
    EscapedLine,
    Field,
    Quoted,
    /// Behind a quote in quotes.
    AfterQuote,
    /// Behind the line end that ends the row.
    LineEnd,
}

/// A row while it is read.
struct Row<'a> {
    vm: &'a Vm,
    dialect: &'a Dialect,
    state: State,
    fields: Vec<Value>,
    /// The field that is being read, in WTF-8, and how many characters that are.
    field: Vec<u8>,
    length: usize,
    is_number: bool,
    was_quoted: bool,
}

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;

impl<'a> Row<'a> {
    fn new(vm: &'a Vm, dialect: &'a Dialect) -> Row<'a> {
        Row {
            vm,
            dialect,
            state: State::Row,
            fields: Vec::new(),
            field: Vec::new(),
            length: 0,
            is_number: false,
            was_quoted: false,
        }
    }

    fn read_line(&mut self, line: &Text) -> PyResult<()> {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if matches!(self.state, State::Field | State::Quoted) {
                let plain = self.dialect.plain(&bytes[at..]);
                self.add(&bytes[at..at + plain])?;
                at += plain;
                if at == bytes.len() {
                    break;
                }
            }
            let Some(c) = wtf8::decode_at(bytes, at) else {
                break;
            };
            let size = wtf8::encode(c).1;
            self.step(Some(c), &bytes[at..at + size])?;
            at += size;
        }
        // Escaped, the end of the line is the character it stands for.
        self.step(None, b"\n")
    }

    /// Takes a character, which is `bytes`; `None` for the end of the line.
    fn step(&mut self, c: Option<u32>, bytes: &[u8]) -> PyResult<()> {
        let dialect = self.dialect;
        let ends = matches!(c, None | Some(LF | CR));
        let quotes = dialect.quoting != Quoting::None;
        let is_quote = c.is_some() && c == dialect.quote && quotes;
        let is_escape = c.is_some() && c == dialect.escape;
        self.state = match self.state {
            State::Row if c.is_none() => State::Row,
            State::Row if ends => State::LineEnd,
            State::Row | State::Start => self.start(c, bytes, ends, is_quote)?,
            State::Escaped => {
                self.add(bytes)?;
                match c.is_some() && ends {
                    true => State::EscapedLine,
                    false => State::Field,
                }
            }
            State::EscapedLine if c.is_none() => State::EscapedLine,
            State::EscapedLine | State::Field => {
                if ends {
                    self.end_row(c)?
                } else if is_escape {
                    State::Escaped
                } else if c == Some(dialect.delimiter) {
                    self.save()?;
                    State::Start
                } else {
                    self.add(bytes)?;
                    State::Field
                }
            }
            State::Quoted if c.is_none() => State::Quoted,
            State::Quoted if is_escape => State::QuotedEscaped,
            State::Quoted if is_quote && dialect.doubles_quotes => State::AfterQuote,
            State::Quoted if is_quote => State::Field,
            State::Quoted | State::QuotedEscaped => {
                self.add(bytes)?;
                State::Quoted
            }
            State::AfterQuote => self.after_quote(c, bytes, ends, is_quote)?,
            State::LineEnd if c.is_none() => State::Row,
            State::LineEnd if ends => State::LineEnd,
            State::LineEnd => {
                let text = "new-line character seen in unquoted field - do you need to open the file with newline=''?";
                return Err(error(self.vm, text));
            }
        };
        Ok(())
    }

    /// Takes the first character of a field, or one before it.
    fn start(
        &mut self,
        c: Option<u32>,
        bytes: &[u8],
        ends: bool,
        is_quote: bool,
    ) -> PyResult<State> {
        let dialect = self.dialect;
        if ends {
            self.end_row(c)
        } else if is_quote {
            self.was_quoted = true;
            Ok(State::Quoted)
        } else if c.is_some() && c == dialect.escape {
            Ok(State::Escaped)
        } else if c == Some(u32::from(' ')) && dialect.skips_spaces {
            Ok(State::Start)
        } else if c == Some(dialect.delimiter) {
            self.save()?;
            Ok(State::Start)
        } else {
            self.is_number = matches!(dialect.quoting, Quoting::NonNumeric | Quoting::Strings);
            self.add(bytes)?;
            Ok(State::Field)
        }
    }

    fn after_quote(
        &mut self,
        c: Option<u32>,
        bytes: &[u8],
        ends: bool,
        is_quote: bool,
    ) -> PyResult<State> {
        if is_quote {
            self.add(bytes)?;
            Ok(State::Quoted)
        } else if c == Some(self.dialect.delimiter) {
            self.save()?;
            Ok(State::Start)
        } else if ends {
            self.end_row(c)
        } else if self.dialect.strict {
            let shown = |c: Option<u32>| {
                let text = Text::from_code_point(c.unwrap_or_default());
                text.to_string_lossy()
            };
            let delimiter = shown(Some(self.dialect.delimiter));
            let quote = shown(self.dialect.quote);
            let text = format!("'{delimiter}' expected after '{quote}'");
            Err(error(self.vm, &text))
        } else {
            self.add(bytes)?;
            Ok(State::Field)
        }
    }

    fn end_row(&mut self, c: Option<u32>) -> PyResult<State> {
        self.save()?;
        Ok(match c {
            None => State::Row,
            Some(_) => State::LineEnd,
        })
    }

    /// Adds characters to the field.
    fn add(&mut self, bytes: &[u8]) -> PyResult<()> {
        self.length += wtf8::count_chars(bytes);
        let limit = self.vm.state.csv.limit.get();
        if i64::try_from(self.length).is_ok_and(|length| length > limit) {
            let text = format!("field larger than field limit ({limit})");
            return Err(error(self.vm, &text));
        }
        self.field.extend_from_slice(bytes);
        Ok(())
    }

    /// Ends the field.
    fn save(&mut self) -> PyResult<()> {
        let quoting = self.dialect.quoting;
        let (is_number, was_quoted) = (self.is_number, self.was_quoted);
        let is_empty = self.field.is_empty();
        let none_for_empty = matches!(quoting, Quoting::NotNull | Quoting::Strings);
        let field = if is_empty && !was_quoted && none_for_empty {
            Value::None
        } else {
            self.vm.str_of(&self.field, self.length).into()
        };
        self.field.clear();
        self.length = 0;
        (self.is_number, self.was_quoted) = (false, false);
        self.fields.push(match is_number && !field.is_none() {
            true => self.vm.call(&self.vm.types.float.value(), &[field])?,
            false => field,
        });
        Ok(())
    }

    /// What the row is when there are no more lines.
    fn end_of_data(mut self) -> PyResult<Option<Value>> {
        if self.field.is_empty() && self.state != State::Quoted {
            return Ok(None);
        }
        if self.dialect.strict {
            return Err(error(self.vm, "unexpected end of data"));
        }
        self.save()?;
        Ok(Some(self.vm.list(self.fields)))
    }
}
