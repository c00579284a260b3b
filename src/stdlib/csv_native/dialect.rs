//! `_csv.Dialect`: how a table is written down, checked.

use crate::object::class::Class;
use crate::object::heap::{Kind, Ref};
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::object::{lookup, ops};
use crate::stdlib::extension::{alloc, this};
use crate::text::Text;
use crate::types::native::NativePayload;
use crate::types::str::text_of;
use crate::types::{args, class_arg};
use crate::vm::Vm;

/// The names of the ways of quoting, by their numbers.
pub(super) const QUOTINGS: [&str; 6] = [
    "QUOTE_MINIMAL",
    "QUOTE_ALL",
    "QUOTE_NONNUMERIC",
    "QUOTE_NONE",
    "QUOTE_STRINGS",
    "QUOTE_NOTNULL",
];

/// Which fields are put into quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    Minimal,
    All,
    NonNumeric,
    None,
    Strings,
    NotNull,
}

impl Quoting {
    const ALL: [Quoting; 6] = [
        Quoting::Minimal,
        Quoting::All,
        Quoting::NonNumeric,
        Quoting::None,
        Quoting::Strings,
        Quoting::NotNull,
    ];
}

/// The settings of a dialect.
pub(super) struct Dialect {
    pub(super) delimiter: u32,
    pub(super) quote: Option<u32>,
    pub(super) escape: Option<u32>,
    pub(super) terminator: Text,
    pub(super) quoting: Quoting,
    pub(super) doubles_quotes: bool,
    pub(super) skips_spaces: bool,
    pub(super) strict: bool,
    /// The first bytes of all characters that are more than themselves: line ends and those named above.
    special: [bool; 256],
}

impl NativePayload for Dialect {}

/// The settings' names, in the order of the arguments.
const SETTINGS: [&str; 8] = [
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict",
];

pub(super) static DIALECT: TypeTable = TypeTable {
    name: "Dialect",
    names_module: true,
    module: "_csv",
    doc: "CSV dialect\n\nThe settings of a table, checked.",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", |vm, args| {
            let class = class_arg(vm, &args[0], "Dialect")?;
            let (all, names) = args::call_arguments(vm, &args[1], &args[2]);
            let (positional, keywords) = all.split_at(all.len() - names.len());
            make(vm, &class, positional, keywords, &names)
        }),
        method("__reduce__(self, /)", refuse_pickle, ""),
        method("__reduce_ex__(self, protocol, /)", refuse_pickle, ""),
    ],
    properties: &[
        getter(
            "delimiter",
            |vm, of| character(vm, of, |d| Some(d.delimiter)),
            "",
        ),
        member(
            "skipinitialspace",
            |vm, of| flag(vm, of, |d| d.skips_spaces),
            "",
        ),
        member(
            "doublequote",
            |vm, of| flag(vm, of, |d| d.doubles_quotes),
            "",
        ),
        getter("escapechar", |vm, of| character(vm, of, |d| d.escape), ""),
        getter(
            "lineterminator",
            |vm, of| Ok(vm.text(dialect_of(vm, of)?.terminator.clone())),
            "",
        ),
        getter("quotechar", |vm, of| character(vm, of, |d| d.quote), ""),
        getter(
            "quoting",
            |vm, of| Ok(Value::Int(dialect_of(vm, of)?.quoting as i64)),
            "",
        ),
        member("strict", |vm, of| flag(vm, of, |d| d.strict), ""),
    ],
    ..TypeTable::DEFAULT
};

fn refuse_pickle(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.type_name(&args[0]);
    let class = class.rsplit('.').next().unwrap_or(&class);
    Err(vm.type_error(format!("cannot pickle '{class}' instances")))
}

/// The settings of an object of the class.
///
/// # Errors
/// TypeError when it has none.
pub(super) fn dialect_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Dialect> {
    this::<Dialect>(vm, std::slice::from_ref(value))
}

fn character(vm: &Vm, value: &Value, which: fn(&Dialect) -> Option<u32>) -> PyResult {
    let found = which(dialect_of(vm, value)?);
    Ok(found.map_or(Value::None, |c| vm.text(Text::from_code_point(c))))
}

fn flag(vm: &Vm, value: &Value, which: fn(&Dialect) -> bool) -> PyResult {
    Ok(Value::from(which(dialect_of(vm, value)?)))
}

/// The dialect that the arguments of a call describe: another one or its name, and settings.
///
/// # Errors
/// TypeError, ValueError or OverflowError for settings that make no sense.
pub(super) fn make(
    vm: &Vm,
    class: &Ref<Class>,
    positional: &[Value],
    keywords: &[Value],
    names: &[Name],
) -> PyResult {
    let mut base = positional.first().cloned().unwrap_or(Value::None);
    let mut given: [Option<Value>; SETTINGS.len()] =
        std::array::from_fn(|at| positional.get(at + 1).cloned());
    for (name, value) in names.iter().zip(keywords) {
        let text = name.as_str().unwrap_or_default();
        match SETTINGS.iter().position(|setting| *setting == text) {
            Some(at) => given[at] = Some(value.clone()),
            None if text == "dialect" => base = value.clone(),
            None => {
                let text = format!("this function got an unexpected keyword argument '{text}'");
                return Err(vm.type_error(text));
            }
        }
    }
    if text_of(&base).is_some() {
        base = super::registered(vm, &base)?;
    }
    let is_plain = *vm.class_of(&base) == *class && !class.is_heap();
    if is_plain && given.iter().all(Option::is_none) {
        return Ok(base);
    }
    if !base.is_none() {
        for (value, name) in given.iter_mut().zip(SETTINGS) {
            if value.is_none() {
                *value = lookup::get_optional(vm, &base, &vm.intern(name))?;
            }
        }
    }
    Ok(alloc(class, Dialect::checked(vm, given)?))
}

impl Dialect {
    fn checked(vm: &Vm, given: [Option<Value>; SETTINGS.len()]) -> PyResult<Dialect> {
        let [
            delimiter,
            doubles,
            escape,
            terminator,
            quote,
            quoting,
            skips,
            strict,
        ] = given;
        let quote_is_none = quote.as_ref().is_some_and(Value::is_none);
        let truth = |value: Option<Value>, default: bool| {
            value.map_or(Ok(default), |value| ops::truth(vm, &value))
        };
        let delimiter = char_setting(vm, "delimiter", "string", delimiter, Some(','))?;
        let doubles_quotes = truth(doubles, true)?;
        let escape = optional_char(vm, "escapechar", escape, None)?;
        let terminator = terminator_of(vm, terminator)?;
        let quote = optional_char(vm, "quotechar", quote, Some('"'))?;
        let quoting = match quoting {
            None if quote_is_none => Quoting::None,
            None => Quoting::Minimal,
            Some(value) => {
                let number = exact_int(vm, &value, "\"quoting\"", "int")?;
                let found = usize::try_from(number)
                    .ok()
                    .and_then(|at| Quoting::ALL.get(at));
                *found
                    .ok_or(())
                    .map_err(|()| vm.type_error("bad \"quoting\" value"))?
            }
        };
        let skips_spaces = truth(skips, false)?;
        let strict = truth(strict, false)?;
        if quoting != Quoting::None && quote.is_none() {
            return Err(vm.type_error("quotechar must be set if quoting enabled"));
        }
        let terminator = terminator
            .ok_or(())
            .map_err(|()| vm.type_error("lineterminator must be set"))?;
        let mut dialect = Dialect {
            delimiter: delimiter.unwrap_or_default(),
            quote,
            escape,
            terminator,
            quoting,
            doubles_quotes,
            skips_spaces,
            strict,
            special: [false; 256],
        };
        dialect.check_characters(vm)?;
        dialect.mark_special();
        Ok(dialect)
    }

    fn check_characters(&self, vm: &Vm) -> PyResult<()> {
        let all = [
            ("delimiter", Some(self.delimiter)),
            ("escapechar", self.escape),
            ("quotechar", self.quote),
        ];
        let is = |c: u32, other: char| c == u32::from(other);
        for (name, c) in all {
            let Some(c) = c else { continue };
            let is_skipped = is(c, ' ') && self.skips_spaces && name != "delimiter";
            if is(c, '\r') || is(c, '\n') || is_skipped {
                return Err(vm.value_error(format!("bad {name} value")));
            }
            if self.terminator.chars().any(|end| end == c) {
                return Err(vm.value_error(format!("bad {name} or lineterminator value")));
            }
        }
        for (at, (name, c)) in all.iter().enumerate() {
            for (other, d) in &all[at + 1..] {
                if c.is_some() && c == d {
                    return Err(vm.value_error(format!("bad {name} or {other} value")));
                }
            }
        }
        Ok(())
    }

    fn mark_special(&mut self) {
        let ends = self.terminator.chars();
        let named = [Some(self.delimiter), self.quote, self.escape];
        let lines = ['\r', '\n'].map(u32::from);
        for c in ends.chain(named.into_iter().flatten()).chain(lines) {
            let text = Text::from_code_point(c);
            self.special[text.as_bytes()[0] as usize] = true;
        }
    }

    /// Whether the character is more than itself.
    pub(super) fn means_something(&self, c: u32) -> bool {
        let named = [Some(self.delimiter), self.quote, self.escape];
        let is_line_end = [u32::from('\r'), u32::from('\n')].contains(&c);
        is_line_end || named.contains(&Some(c)) || self.terminator.chars().any(|end| end == c)
    }

    /// How many bytes from the start on are of characters that mean nothing but themselves.
    #[inline]
    pub(super) fn plain(&self, bytes: &[u8]) -> usize {
        let end = bytes.iter().position(|&byte| self.special[byte as usize]);
        end.unwrap_or(bytes.len())
    }
}

fn char_setting(
    vm: &Vm,
    name: &str,
    kinds: &str,
    value: Option<Value>,
    default: Option<char>,
) -> PyResult<Option<u32>> {
    let Some(value) = value else {
        return Ok(default.map(u32::from));
    };
    let Some(text) = text_of(&value) else {
        let class = vm.type_name(&value);
        return Err(vm.type_error(format!("\"{name}\" must be {kinds}, not {class}")));
    };
    match text.len() {
        1 => Ok(text.get(0)),
        _ => Err(vm.type_error(format!("\"{name}\" must be a 1-character string"))),
    }
}

fn optional_char(
    vm: &Vm,
    name: &str,
    value: Option<Value>,
    default: Option<char>,
) -> PyResult<Option<u32>> {
    match value {
        Some(Value::None) => Ok(None),
        value => char_setting(vm, name, "string or None", value, default),
    }
}

fn terminator_of(vm: &Vm, value: Option<Value>) -> PyResult<Option<Text>> {
    match value {
        None => Ok(Some(Text::from_ascii(b"\r\n"))),
        Some(Value::None) => Ok(None),
        Some(value) => match text_of(&value) {
            Some(text) => Ok(Some(text.clone())),
            None => Err(vm.type_error("\"lineterminator\" must be a string")),
        },
    }
}

/// An argument that has to be an `int` and nothing derived from it, for C's `int` or `long`.
///
/// # Errors
/// TypeError when it is something else, OverflowError when it is too large.
pub(super) fn exact_int(vm: &Vm, value: &Value, name: &str, width: &str) -> PyResult<i64> {
    match value {
        Value::Int(number) if width == "long" || i32::try_from(*number).is_ok() => Ok(*number),
        _ if *vm.class_of(value) == vm.types.int => {
            Err(vm.overflow_error(format!("Python int too large to convert to C {width}")))
        }
        _ => Err(vm.type_error(format!("{name} must be an integer"))),
    }
}
