//! Struct sequences: tuples whose items have names, such as `sys.version_info`. A module that has one
//! declares its table with [`field`]s as properties, [`hidden`] ones last, and makes its class with
//! [`class`].

use super::slots;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Ref};
use crate::object::ops;
use crate::object::table::{Property, Row, TypeTable, member, method, new as new_row};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::types::type_::keyword_args;
use crate::vm::Vm;

/// What the tables of struct sequences have in common that only the interpreter makes.
pub const STRUCT: TypeTable = TypeTable {
    kind: Kind::Tuple,
    closed: true,
    methods: &[REPR, REDUCE, REPLACE],
    complete: Some(describe_fields),
    ..TypeTable::DEFAULT
};

/// What the tables of struct sequences have in common that programs can make, too.
pub const OPEN_STRUCT: TypeTable = TypeTable {
    closed: false,
    methods: &[
        new_row("__new__(type, /, *args, **kwargs)", new),
        REPR,
        REDUCE,
        REPLACE,
    ],
    ..STRUCT
};

/// The rows that all of them have.
pub const REPR: Row = slots::repr(repr);
/// For `copy` and `pickle`.
pub const REDUCE: Row = method("__reduce__(self, /)", reduce, "");
/// For `copy.replace`.
pub const REPLACE: Row = method("__replace__(self, /, **changes)", replace, "");

/// The item at `N`, by its name.
pub const fn field<const N: usize>(name: &'static str, doc: &'static str) -> Property {
    member(name, get::<N>, doc)
}

/// The `N`th of the fields that are attributes only.
pub const fn hidden<const N: usize>(name: &'static str, doc: &'static str) -> Property {
    member(name, get_hidden::<N>, doc)
}

fn get<const N: usize>(vm: &Vm, this: &Value) -> PyResult {
    match this.get::<Tuple>().and_then(|tuple| tuple.items.get(N)) {
        Some(item) => Ok(item.clone()),
        None => Err(vm.type_error("not a struct sequence")),
    }
}

fn get_hidden<const N: usize>(_vm: &Vm, this: &Value) -> PyResult {
    let cell = this.obj().and_then(|obj| obj.values().get(N));
    Ok(cell
        .and_then(|cell| cell.get().bound())
        .unwrap_or(Value::None))
}

/// The class of a table, made when it is asked for first.
pub fn class(vm: &Vm, table: &'static TypeTable) -> Ref<Class> {
    extension::class_of_base(vm, table, &vm.types.tuple)
}

/// What a class says of the fields of its instances.
fn describe_fields(vm: &Vm, table: &'static TypeTable, dict: &Dict) {
    let (items, fields) = sizes(table);
    let named = items - usize::from(table.unnamed);
    let names = table.properties[..named].iter();
    let matched = vm.tuple(names.map(|field| vm.str(field.name)).collect());
    for (name, value) in [
        ("n_sequence_fields", Value::Int(items as i64)),
        ("n_fields", Value::Int(fields as i64)),
        ("n_unnamed_fields", Value::Int(table.unnamed.into())),
        ("__match_args__", matched),
    ] {
        drop(dict.set_name(&vm.intern(name), value));
    }
}

/// How many items there are, and how many fields with the hidden ones.
fn sizes(table: &TypeTable) -> (usize, usize) {
    let fields = table.properties.len() + usize::from(table.unnamed);
    (fields - usize::from(table.hidden), fields)
}

/// An instance of a struct sequence's class.
pub fn make(class: &Ref<Class>, items: Vec<Value>) -> Value {
    heap::alloc(class, Tuple::new(items)).into()
}

/// An instance with hidden fields.
pub fn make_with(class: &Ref<Class>, items: Vec<Value>, hidden: Vec<Value>) -> Value {
    let made = heap::alloc(class, Tuple::new(items));
    for (cell, value) in made.as_obj().values().iter().zip(hidden) {
        cell.set(value);
    }
    made.into()
}

/// `time.struct_time(sequence[, dict])`: the dict gives hidden fields that the sequence doesn't.
///
/// # Errors
/// TypeError for what is no sequence of the right length.
pub fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(class) = args[0]
        .as_ref::<Class>()
        .filter(|class| class.table.is_some())
    else {
        return Err(vm.type_error("structseq.__new__(X): X is not a struct sequence type"));
    };
    let Some(table) = class.table else {
        return Ok(Value::None);
    };
    let given = args[1].get::<Tuple>().map_or(&[][..], |args| &args.items);
    let keywords = keyword_args(vm, &args[2]);
    let all = given.len() + keywords.len();
    if all > 2 {
        let text = format!("structseq() takes at most 2 arguments ({all} given)");
        return Err(vm.type_error(text));
    }
    let take = |at: usize, wanted: &str| {
        let named = || {
            keywords
                .iter()
                .find(|(name, _)| name.as_str() == Some(wanted))
        };
        let value = given.get(at).cloned();
        value.or_else(|| named().map(|(_, value)| value.clone()))
    };
    let Some(sequence) = take(0, "sequence") else {
        return Err(vm.type_error("structseq() missing required argument 'sequence' (pos 1)"));
    };
    let more = take(1, "dict");
    for (name, _) in &keywords {
        if !given.is_empty() && name.as_str() == Some("sequence") {
            let text = "argument for structseq() given by name ('sequence') and position (1)";
            return Err(vm.type_error(text));
        }
        if !["sequence", "dict"]
            .iter()
            .any(|known| name.as_str() == Some(known))
        {
            let text = format!("structseq() got an unexpected keyword argument '{name}'");
            return Err(vm.type_error(text));
        }
    }
    let mut items = ops::collect_or(vm, &sequence, "constructor requires a sequence")?;
    let (visible, fields) = sizes(table);
    let more = match &more {
        Some(more) => match more.as_ref::<Dict>() {
            Some(dict) => Some(dict.clone()),
            None => {
                let name = crate::types::type_::full_name(vm, class);
                return Err(vm.type_error(format!("{name}() takes a dict as second arg, if any")));
            }
        },
        None => None,
    };
    check_length(vm, class, items.len(), (visible, fields))?;
    let mut rest = items.split_off(visible);
    let names = &table.properties[table.properties.len() - usize::from(table.hidden)..];
    let mut used = 0;
    for property in &names[rest.len()..] {
        let value = more
            .as_ref()
            .and_then(|more| more.get_name(&vm.intern(property.name)));
        used += usize::from(value.is_some());
        rest.push(value.unwrap_or(Value::None));
    }
    if more.is_some_and(|more| more.len() > used) {
        let name = crate::types::type_::full_name(vm, class);
        return Err(vm.type_error(format!(
            "{name}() got duplicate or unexpected field name(s)"
        )));
    }
    Ok(make_with(class, items, rest))
}

fn check_length(
    vm: &Vm,
    class: &Ref<Class>,
    given: usize,
    (least, most): (usize, usize),
) -> PyResult<()> {
    let name = crate::types::type_::full_name(vm, class);
    let wanted = match (given < least, given > most) {
        (false, false) => return Ok(()),
        _ if least == most => format!("a {least}"),
        (true, _) => format!("an at least {least}"),
        (_, true) => format!("an at most {most}"),
    };
    Err(vm.type_error(format!(
        "{name}() takes {wanted}-sequence ({given}-sequence given)"
    )))
}

/// The hidden fields by name.
fn hidden_fields(vm: &Vm, this: &Value) -> Ref<Dict> {
    let fields = vm.dict();
    if let (Some(obj), Some(table)) = (this.obj(), vm.class_of(this).table) {
        let names = &table.properties[table.properties.len() - usize::from(table.hidden)..];
        for (property, cell) in names.iter().zip(obj.values()) {
            let value = cell.get().bound().unwrap_or(Value::None);
            drop(fields.set_name(&vm.intern(property.name), value));
        }
    }
    fields
}

fn items_of(this: &Value) -> Vec<Value> {
    this.get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec())
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let items = vm.tuple(items_of(&args[0]));
    let state = vm.tuple(vec![items, hidden_fields(vm, &args[0]).into()]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), state]))
}

/// `copy.replace(this, year=2000)`
fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    let name = crate::types::type_::full_name(vm, class);
    let Some(table) = class.table else {
        return Ok(Value::None);
    };
    if table.unnamed > 0 {
        return Err(vm.type_error(format!(
            "__replace__() is not supported for {name} because it has unnamed field(s)"
        )));
    }
    let (visible, _) = sizes(table);
    let (mut items, hidden) = (items_of(&args[0]), hidden_fields(vm, &args[0]));
    let mut unknown = Vec::new();
    for (key, value) in args[1].get::<Dict>().map_or_else(Vec::new, Dict::items) {
        let text = ops::str(vm, &key)?.text.to_string_lossy();
        match table.properties.iter().position(|field| field.name == text) {
            Some(at) if at < visible => items[at] = value,
            Some(_) => drop(hidden.set_name(&vm.intern(&text), value)),
            None => unknown.push(key),
        }
    }
    if !unknown.is_empty() {
        let shown = ops::repr(vm, &vm.list(unknown))?;
        return Err(vm.type_error(format!("Got unexpected field name(s): {shown}")));
    }
    let hidden = hidden.items().into_iter().map(|(_, value)| value).collect();
    Ok(make_with(class, items, hidden))
}

/// `sys.version_info(major=3, ...)`
fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    let name = crate::types::type_::full_name(vm, class);
    let mut text = format!("{name}(");
    if let (Some(table), Some(tuple)) = (class.table, args[0].get::<Tuple>()) {
        let names = table.properties.iter().map(|property| property.name);
        // What has no name is named after the hidden field that says it better.
        for (at, (name, item)) in names.zip(&tuple.items).enumerate() {
            if at > 0 {
                text.push_str(", ");
            }
            text.push_str(&format!("{name}={}", ops::repr(vm, item)?));
        }
    }
    text.push(')');
    Ok(vm.str(&text))
}
