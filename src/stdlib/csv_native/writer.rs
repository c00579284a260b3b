//! `_csv.writer`: writes rows to a file.

use super::dialect::{Dialect, Quoting, dialect_of};
use super::error;
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::table::{TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::object::{lookup, ops};
use crate::stdlib::extension::{alloc, class, this};
use crate::text::{Text, wtf8};
use crate::types::args;
use crate::types::str::text_of;
use crate::vm::Vm;

struct Writer {
    /// The file's method `write`.
    write: ValueCell,
    dialect: ValueCell,
}

native_payload!(Writer, write, dialect);

pub(super) static WRITER: TypeTable = TypeTable {
    name: "writer",
    names_module: true,
    module: "_csv",
    doc: "CSV writer\n\nWrites rows of fields to a file.",
    kind: Kind::Native,
    methods: &[
        method(
            "writerow(self, row, /)",
            |vm, args| write_row(vm, this::<Writer>(vm, args)?, &args[1]),
            "Write a row: an iterable of fields, which become strings.",
        ),
        method(
            "writerows(self, rows, /)",
            |vm, args| {
                let writer = this::<Writer>(vm, args)?;
                let rows = ops::iter(vm, &args[1])?;
                while let Some(row) = ops::next(vm, &rows)? {
                    drop(write_row(vm, writer, &row)?);
                }
                Ok(Value::None)
            },
            "Write several rows.",
        ),
    ],
    properties: &[member(
        "dialect",
        |vm, of| Ok(this::<Writer>(vm, std::slice::from_ref(of))?.dialect.get()),
        "",
    )],
    ..TypeTable::DEFAULT
};

/// A writer to what has a method `write`.
///
/// # Errors
/// TypeError when it has none.
pub(super) fn new(vm: &Vm, file: &Value, dialect: Value) -> PyResult {
    let write = lookup::get_optional(vm, file, &vm.intern("write"))?;
    let Some(write) = write.filter(|write| crate::types::is_callable(vm, write)) else {
        return Err(vm.type_error("argument 1 must have a \"write\" method"));
    };
    let payload = Writer {
        write: ValueCell::new(write),
        dialect: ValueCell::new(dialect),
    };
    Ok(alloc(&class(vm, &WRITER), payload))
}

fn write_row(vm: &Vm, this: &Writer, row: &Value) -> PyResult {
    let held = this.dialect.get();
    let mut line = Line {
        vm,
        dialect: dialect_of(vm, &held)?,
        bytes: Vec::new(),
    };
    let fields = ops::iter(vm, row).or_else(|raised| {
        vm.swallow(&vm.exceptions.TypeError, raised)?;
        let class = vm.type_name(row);
        Err(error(vm, &format!("iterable expected, not {class}")))
    })?;
    let mut count = 0;
    let mut last = Value::None;
    while let Some(field) = ops::next(vm, &fields)? {
        if count > 0 {
            line.push(line.dialect.delimiter);
        }
        line.add(&field)?;
        count += 1;
        last = field;
    }
    if count == 1 && line.bytes.is_empty() {
        line.quote_nothing(&last)?;
    }
    line.bytes.extend(line.dialect.terminator.as_bytes());
    let text = vm.text(Text::from_wtf8_vec(line.bytes));
    vm.call(&this.write.get(), &[text])
}

/// A line while it is written, in WTF-8.
struct Line<'a> {
    vm: &'a Vm,
    dialect: &'a Dialect,
    bytes: Vec<u8>,
}

impl Line<'_> {
    fn push(&mut self, c: u32) {
        wtf8::push_code_point(&mut self.bytes, c);
    }

    fn push_quote(&mut self) {
        if let Some(quote) = self.dialect.quote {
            self.push(quote);
        }
    }

    /// Adds a field.
    fn add(&mut self, field: &Value) -> PyResult<()> {
        let vm = self.vm;
        let mut quoted = match self.dialect.quoting {
            Quoting::All => true,
            Quoting::NonNumeric => !args::is_number(vm, field),
            Quoting::Strings => text_of(field).is_some(),
            Quoting::NotNull => !field.is_none(),
            Quoting::Minimal | Quoting::None => false,
        };
        let start = self.bytes.len();
        match text_of(field) {
            Some(text) => quoted |= self.add_text(text)?,
            None if field.is_none() => {}
            None => quoted |= self.add_text(&ops::str(vm, field)?.text)?,
        }
        let spaces_vanish = self.dialect.skips_spaces && self.dialect.delimiter == u32::from(' ');
        if self.bytes.len() == start && spaces_vanish {
            if self.must_not_quote(field) {
                let text = "empty field must be quoted if delimiter is a space and skipinitialspace is true";
                return Err(error(vm, text));
            }
            quoted = true;
        }
        if quoted {
            let quote = wtf8::encode(self.dialect.quote.unwrap_or_default());
            let quote = &quote.0[..quote.1];
            self.bytes.splice(start..start, quote.iter().copied());
            self.push_quote();
        }
        Ok(())
    }

    /// Adds a text, with what is special escaped; whether it has to be in quotes.
    fn add_text(&mut self, text: &Text) -> PyResult<bool> {
        let dialect = self.dialect;
        let bytes = text.as_bytes();
        let (mut at, mut quoted) = (0, false);
        loop {
            let plain = dialect.plain(&bytes[at..]);
            self.bytes.extend_from_slice(&bytes[at..at + plain]);
            at += plain;
            let Some(c) = wtf8::decode_at(bytes, at) else {
                return Ok(quoted);
            };
            if dialect.means_something(c) {
                let is_quote = Some(c) == dialect.quote;
                let escapes = dialect.quoting == Quoting::None
                    || is_quote && !dialect.doubles_quotes
                    || Some(c) == dialect.escape;
                if escapes {
                    let Some(escape) = dialect.escape else {
                        let text = "need to escape, but no escapechar set";
                        return Err(error(self.vm, text));
                    };
                    self.push(escape);
                } else {
                    quoted = true;
                    if is_quote {
                        self.push_quote();
                    }
                }
            }
            self.push(c);
            at += wtf8::encode(c).1;
        }
    }

    fn must_not_quote(&self, field: &Value) -> bool {
        match self.dialect.quoting {
            Quoting::None => true,
            Quoting::Strings | Quoting::NotNull => field.is_none(),
            Quoting::Minimal | Quoting::All | Quoting::NonNumeric => false,
        }
    }

    /// A row of one empty field would read as no row.
    fn quote_nothing(&mut self, field: &Value) -> PyResult<()> {
        if self.must_not_quote(field) {
            return Err(error(self.vm, "single empty field record must be quoted"));
        }
        self.push_quote();
        self.push_quote();
        Ok(())
    }
}
