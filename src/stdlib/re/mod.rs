//! `_sre`: what `re` is made of. A pattern is read (`source`), parsed (`parse*`, `syntax`), compiled
//! (`first`, `charset`, `compile`, `program`) and run (`machine`, `scan`, `seek`); none of these knows of
//! Python's objects. `engine` joins them to the classes (`pattern`, `match_object`, `scanner`) and to
//! replacing (`template`, `replace`). The functions of `re` itself are in `re.py`.

mod charset;
mod compile;
mod engine;
mod first;
mod machine;
mod match_object;
mod parse;
mod parse_group;
mod parse_set;
mod pattern;
mod program;
mod replace;
mod scan;
mod scanner;
mod seek;
mod source;
mod syntax;
mod template;

use super::{NativeModule, extension};
use crate::exec::import::import_absolute;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::table::method;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::unicode;
use crate::types::args;
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::str::Str;
use crate::vm::Vm;
use hashbrown::HashTable;
use pattern::PatternObject;
use std::cell::RefCell;
use syntax::{Fault, MAXGROUPS, MAXREPEAT};

/// The module.
pub const SRE: NativeModule = NativeModule {
    name: "_sre",
    doc: "The engine of the module re.",
    functions: &[
        method(
            "compile(pattern, flags=0, /)",
            pattern::compile_cached,
            "Compile a pattern, or give the one compiled before.",
        ),
        method("purge()", purge, "Forget the patterns compiled before."),
        method(
            "ascii_iscased(character, /)",
            |vm, args| {
                case(vm, args, |c| {
                    Value::bool(ascii_lower(c) != c || ascii_upper(c) != c)
                })
            },
            "",
        ),
        method(
            "unicode_iscased(character, /)",
            |vm, args| case(vm, args, |c| Value::bool(unicode_iscased(c))),
            "",
        ),
        method(
            "ascii_tolower(character, /)",
            |vm, args| case(vm, args, |c| Value::Int(ascii_lower(c).into())),
            "",
        ),
        method(
            "unicode_tolower(character, /)",
            |vm, args| case(vm, args, |c| Value::Int(unicode::simple_lower(c).into())),
            "",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&pattern::PATTERN, &match_object::MATCH]);
    for (name, value) in [("MAXREPEAT", MAXREPEAT), ("MAXGROUPS", MAXGROUPS)] {
        drop(namespace.set_name(&vm.intern(name), Value::Int(value.into())));
    }
    Ok(())
}

fn ascii_lower(c: u32) -> u32 {
    u8::try_from(c).map_or(c, |c| c.to_ascii_lowercase().into())
}

fn ascii_upper(c: u32) -> u32 {
    u8::try_from(c).map_or(c, |c| c.to_ascii_uppercase().into())
}

fn unicode_iscased(c: u32) -> bool {
    unicode::cased().binary_search(&c).is_ok()
}

fn case(vm: &Vm, args: &[Value], function: fn(u32) -> Value) -> PyResult {
    Ok(function(args::c_int(vm, &args[0])? as u32))
}

/// The patterns compiled lately, with the flags that were asked for.
#[derive(Default)]
pub struct Patterns(RefCell<HashTable<(u64, Value)>>);

/// How many patterns are kept.
const KEPT: usize = 512;

impl Patterns {
    fn get(&self, source: &Value, flags: u32) -> Option<Value> {
        let known = self.0.borrow();
        let same = |(key, pattern): &(u64, Value)| {
            *key == pattern_key(source, flags)
                && pattern
                    .native::<PatternObject>()
                    .is_some_and(|pattern| pattern.is_of(source))
        };
        let found = known.find(pattern_key(source, flags), same);
        found.map(|(_, pattern)| pattern.clone())
    }

    fn insert(&self, source: &Value, flags: u32, pattern: &Value) {
        let full = self.0.borrow().len() >= KEPT;
        let old = full.then(|| self.0.take());
        let key = pattern_key(source, flags);
        let mut known = self.0.borrow_mut();
        known.insert_unique(key, (key, pattern.clone()), |(key, _)| *key);
        drop(known);
        drop(old);
    }
}

/// The hash of a pattern's source with flags.
fn pattern_key(source: &Value, flags: u32) -> u64 {
    let hash = match (source.get::<Str>(), source.get::<Bytes>()) {
        (Some(text), _) => text.hash_value() as u64,
        (None, Some(bytes)) => !bytes.hash_value() as u64,
        (None, None) => 0,
    };
    hash ^ u64::from(flags).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn purge(vm: &Vm, _args: &[Value]) -> PyResult {
    let old = vm.state.patterns.0.take();
    drop(old);
    Ok(Value::None)
}

/// Raises what is wrong with a pattern or template.
#[cold]
fn raise(vm: &Vm, fault: Fault, source: &Value) -> Raised {
    let (message, place) = match fault {
        Fault::Pattern(message, place) => (message, place),
        Fault::Overflow(message) => return vm.overflow_error(message),
        Fault::Value(message) => return vm.value_error(message),
        Fault::Index(message) => return vm.index_error(message.to_string()),
        Fault::Depth => return vm.recursion_error("maximum recursion depth exceeded"),
    };
    let made = import_absolute(vm, "re")
        .and_then(|module| lookup::get(vm, &module, &vm.intern("PatternError")))
        .and_then(|class| {
            let message = vm.text(message);
            match place {
                None => vm.call(&class, &[message]),
                Some(at) => vm.call(&class, &[message, source.clone(), Value::Int(at as i64)]),
            }
        });
    match made {
        Ok(error) => vm.raise_value(error),
        Err(raised) => raised,
    }
}
