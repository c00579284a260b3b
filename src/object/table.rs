//! Declarative tables of the built-in types and functions: what a row is, and how rows become the
//! descriptors in a type's `__dict__`.
//!
//! A type's table lives in its own file under `types`; a module's under `stdlib`. Nothing here knows
//! any particular type.

use super::class::Class;
use super::heap::{Kind, Ref};
use super::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::native;
use crate::vm::Vm;

/// A native function: takes the bound arguments (one per parameter of its signature, `Unbound` for
/// an optional one that was not given and has no default; `*args` a tuple, `**kwargs` a dict).
pub type Method = fn(&Vm, &[Value]) -> PyResult;

/// What a native function returns for arguments by position, as many as fit, where no code of the program's is
/// run for it, nothing is raised and no object comes to its end. `None`, and nothing done, elsewhere.
pub type Glance = fn(&Vm, &[&Value]) -> Option<Value>;

/// Sets an attribute, or deletes it when the value is `Unbound`.
pub type Setter = fn(&Vm, &Value, Value) -> PyResult<()>;
/// Makes a table's constant.
pub type Constant = fn(&Vm) -> Value;

/// How a native function is called.
#[derive(Clone, Copy)]
pub enum Native {
    /// With the bound arguments.
    Method(Method),
    /// `__next__`: `Ok(None)` when exhausted.
    Next(fn(&Vm, &Value) -> PyResult<Option<Value>>),
}

/// What a row becomes in the type's `__dict__`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// method_descriptor, or slot wrapper for special names.
    Method,
    /// classmethod_descriptor.
    Class,
    /// staticmethod.
    Static,
    /// `__new__`: a built-in method of the type.
    New,
}

/// One method.
#[derive(Clone, Copy)]
pub struct Row {
    /// `"name(self, a, /, b=None, *, c=0)"`: drives binding, error messages and help.
    pub signature: &'static str,
    /// The function.
    pub native: Native,
    /// The doc string.
    pub doc: &'static str,
    /// What it becomes.
    pub flavour: Flavour,
    /// Whether it is a plain method although its name is special: `list.__getitem__` is.
    pub plain: bool,
    /// For a function that collects arguments: what a call by position does, with them as they are.
    pub quick: Option<Method>,
    /// What a call by position gives, where that can be told at a glance.
    pub glance: Option<Glance>,
    /// Whether `glance` changes something.
    pub changes: bool,
    /// `__text_signature__` where it is not what `signature` says; empty where there is none.
    pub told: Option<&'static str>,
    /// Whether messages name it without its class or module.
    pub bare: bool,
    /// Whether more keyword arguments than it has names for are one error, whatever the names.
    pub counts_names: bool,
    /// How long the name is.
    length: u8,
    /// The name's place in `SLOT_NAMES`, `NO_SLOT` where it has none.
    slot: u8,
}

/// One attribute computed by native code: a getset_descriptor, or a member_descriptor.
#[derive(Clone, Copy)]
pub struct Property {
    /// The attribute's name.
    pub name: &'static str,
    /// Reads it.
    pub get: fn(&Vm, &Value) -> PyResult,
    /// Sets it, or deletes it when the value is `Unbound`. `None`: read-only.
    pub set: Option<Setter>,
    /// The doc string, empty for none.
    pub doc: &'static str,
    /// Whether it shows as a member_descriptor.
    pub member: bool,
}

/// A built-in type.
pub struct TypeTable {
    /// `__name__`
    pub name: &'static str,
    /// `__module__`
    pub module: &'static str,
    /// `__doc__`, empty for none.
    pub doc: &'static str,
    /// The payload of instances.
    pub kind: Kind,
    /// Whether Python classes may inherit from it.
    pub subclassable: bool,
    /// Whether programs can't make instances although its base has a `__new__`.
    pub closed: bool,
    /// Whether instances have a `__dict__`.
    pub has_dict: bool,
    /// Whether instances can be weakly referenced.
    pub weakrefable: bool,
    /// Whether the `__dict__` goes before the weak references to an instance are cleared.
    pub dict_ends_first: bool,
    /// Whether instances get the finalisation hook at their end.
    pub finalise: bool,
    /// Whether the dict has `__module__`: so it is with the classes of most modules.
    pub names_module: bool,
    /// Of a struct sequence: how many of its last fields are attributes only. The objects keep them
    /// behind their payload.
    pub hidden: u16,
    /// Of a struct sequence: how many of its items have no name.
    pub unnamed: u16,
    /// Whether `+` and `*` are a sequence's: the other operand's own methods come first.
    pub sequence: bool,
    /// Whether subscripts are a sequence's only, by index and nothing else.
    pub indexed: bool,
    /// Whether subscripts are a mapping's only: they do not make a sequence of it.
    pub keyed: bool,
    /// What a call of the class itself with positional arguments only does, when that can be had
    /// without `__new__` and `__init__`.
    pub construct: Option<Method>,
    /// `__text_signature__` where it is not that of the constructor's row; empty where there is none.
    pub told: Option<&'static str>,
    /// Methods it has for itself although they are those of a base.
    pub own: &'static [&'static str],
    /// Methods.
    pub methods: &'static [Row],
    /// Computed attributes.
    pub properties: &'static [Property],
    /// Further entries that are neither, such as `__hash__ = None`.
    pub constants: &'static [(&'static str, Constant)],
    /// Adds what depends on the table itself, at the end.
    pub complete: Option<fn(&Vm, &'static TypeTable, &Dict)>,
}

impl TypeTable {
    /// What a table has unless it says otherwise.
    pub const DEFAULT: TypeTable = TypeTable {
        name: "",
        module: "builtins",
        doc: "",
        kind: Kind::Instance,
        subclassable: false,
        closed: false,
        has_dict: false,
        weakrefable: false,
        dict_ends_first: false,
        finalise: false,
        names_module: false,
        hidden: 0,
        unnamed: 0,
        sequence: false,
        indexed: false,
        keyed: false,
        construct: None,
        told: None,
        own: &[],
        methods: &[],
        properties: &[],
        constants: &[],
        complete: None,
    };
}

/// The constant of a type without a hash that says so itself, as most that define `__eq__` do not.
pub const UNHASHABLE: (&str, Constant) = ("__hash__", |_| Value::None);

/// A method.
pub const fn method(signature: &'static str, function: Method, doc: &'static str) -> Row {
    Row {
        signature,
        native: Native::Method(function),
        doc,
        flavour: Flavour::Method,
        plain: false,
        quick: None,
        glance: None,
        changes: false,
        told: None,
        bare: false,
        counts_names: false,
        length: name_length(signature) as u8,
        slot: slot_of(signature),
    }
}
/// A method whose name is special, but which is no slot wrapper in CPython.
pub const fn plain(signature: &'static str, function: Method, doc: &'static str) -> Row {
    Row {
        plain: true,
        ..method(signature, function, doc)
    }
}
/// `__class_getitem__` of a type that takes parameters.
pub const fn class_getitem(function: Method) -> Row {
    class_method(
        "__class_getitem__(type, object, /)",
        function,
        "See PEP 585",
    )
}
/// A class method.
pub const fn class_method(signature: &'static str, function: Method, doc: &'static str) -> Row {
    Row {
        flavour: Flavour::Class,
        ..method(signature, function, doc)
    }
}
/// A static method.
pub const fn static_method(signature: &'static str, function: Method, doc: &'static str) -> Row {
    Row {
        flavour: Flavour::Static,
        ..method(signature, function, doc)
    }
}
/// `__new__`; the first parameter is the class.
pub const fn new(signature: &'static str, function: Method) -> Row {
    let doc = "Create and return a new object.  See help(type) for accurate signature.";
    Row {
        flavour: Flavour::New,
        ..method(signature, function, doc)
    }
}
/// `__next__`.
pub const fn next(function: fn(&Vm, &Value) -> PyResult<Option<Value>>) -> Row {
    Row {
        signature: "__next__(self, /)",
        native: Native::Next(function),
        doc: "Implement next(self).",
        flavour: Flavour::Method,
        plain: false,
        quick: None,
        glance: None,
        changes: false,
        told: None,
        bare: false,
        counts_names: false,
        length: "__next__".len() as u8,
        slot: slot_of("__next__"),
    }
}
/// A read-only computed attribute.
pub const fn getter(
    name: &'static str,
    get: fn(&Vm, &Value) -> PyResult,
    doc: &'static str,
) -> Property {
    Property {
        name,
        get,
        set: None,
        doc,
        member: false,
    }
}
/// A computed attribute that can be set.
pub const fn getset(
    name: &'static str,
    get: fn(&Vm, &Value) -> PyResult,
    set: Setter,
    doc: &'static str,
) -> Property {
    Property {
        name,
        get,
        set: Some(set),
        doc,
        member: false,
    }
}
/// A read-only attribute that shows as a member_descriptor.
pub const fn member(
    name: &'static str,
    get: fn(&Vm, &Value) -> PyResult,
    doc: &'static str,
) -> Property {
    Property {
        name,
        get,
        set: None,
        doc,
        member: true,
    }
}

/// What the members of a type that is called without collecting arguments show of it: there is no such offset here.
pub const VECTORCALL_OFFSET: Property =
    member("__vectorcalloffset__", |_, _| Ok(Value::Int(0)), "");

impl Row {
    /// The row with a way for calls by position that collects no arguments.
    pub const fn quickly(self, quick: Method) -> Row {
        Row {
            quick: Some(quick),
            ..self
        }
    }
    /// The row with what can be told at a glance.
    pub const fn glanced(self, glance: Glance) -> Row {
        Row {
            glance: Some(glance),
            ..self
        }
    }
    /// The row with what is done at a glance.
    pub const fn done(self, glance: Glance) -> Row {
        Row {
            glance: Some(glance),
            changes: true,
            ..self
        }
    }
    /// The row with another `__text_signature__` than its signature.
    pub const fn told(self, text: &'static str) -> Row {
        Row {
            told: Some(text),
            ..self
        }
    }
    /// The row without a `__text_signature__`: it takes its arguments in ways that none can express.
    pub const fn untold(self) -> Row {
        self.told("")
    }
    /// The row of a function that messages name without its class or module.
    pub const fn bare(self) -> Row {
        Row { bare: true, ..self }
    }
    /// The row of a function with `*args` that counts its keyword arguments before it looks at them.
    pub const fn counting_names(self) -> Row {
        Row {
            counts_names: true,
            ..self
        }
    }
    /// The name before the parenthesis.
    pub fn name(&self) -> &'static str {
        self.signature.split_at(usize::from(self.length)).0
    }
    /// Whether both rows are of one native function.
    pub fn is_same(&self, other: &Row) -> bool {
        match (self.native, other.native) {
            (Native::Method(a), Native::Method(b)) => std::ptr::fn_addr_eq(a, b),
            _ => false,
        }
    }
    /// Whether the method is one of those the interpreter calls itself.
    pub fn is_special(&self) -> bool {
        !self.plain && self.slot != NO_SLOT
    }
}

/// Names of methods that show as slot wrappers, in the order in which a type's dict has them.
const SLOT_NAMES: &[&str] = &[
    "repr",
    "hash",
    "call",
    "str",
    "getattribute",
    "getattr",
    "setattr",
    "delattr",
    "lt",
    "le",
    "eq",
    "ne",
    "gt",
    "ge",
    "iter",
    "next",
    "get",
    "set",
    "delete",
    "init",
    "del",
    "buffer",
    "release_buffer",
    "await",
    "aiter",
    "anext",
    "add",
    "radd",
    "sub",
    "rsub",
    "mul",
    "rmul",
    "mod",
    "rmod",
    "divmod",
    "rdivmod",
    "pow",
    "rpow",
    "neg",
    "pos",
    "abs",
    "bool",
    "invert",
    "lshift",
    "rlshift",
    "rshift",
    "rrshift",
    "and",
    "rand",
    "xor",
    "rxor",
    "or",
    "ror",
    "int",
    "float",
    "iadd",
    "isub",
    "imul",
    "imod",
    "ipow",
    "ilshift",
    "irshift",
    "iand",
    "ixor",
    "ior",
    "floordiv",
    "rfloordiv",
    "truediv",
    "rtruediv",
    "ifloordiv",
    "itruediv",
    "index",
    "matmul",
    "rmatmul",
    "imatmul",
    "len",
    "getitem",
    "setitem",
    "delitem",
    "contains",
];
/// Those that come after the rest where a type has them as a sequence, and when it does.
const SEQUENCE_SLOTS: &[(&str, Of)] = &[
    ("__len__", Of::Indexed),
    ("__add__", Of::Additive),
    ("__mul__", Of::Additive),
    ("__rmul__", Of::Additive),
    ("__getitem__", Of::Indexed),
    ("__setitem__", Of::Indexed),
    ("__delitem__", Of::Indexed),
    ("__contains__", Of::Sequences),
    ("__iadd__", Of::Additive),
    ("__imul__", Of::Additive),
];
#[derive(Clone, Copy)]
enum Of {
    None,
    Sequences,
    /// Of those whose `+` and `*` are a sequence's.
    Additive,
    /// Of those whose subscripts are a sequence's only.
    Indexed,
}
const OF_SEQUENCES: [(u8, Of); SLOT_NAMES.len()] = {
    let mut table = [(0, Of::None); SLOT_NAMES.len()];
    let mut at = 0;
    while at < SEQUENCE_SLOTS.len() {
        let (name, of) = SEQUENCE_SLOTS[at];
        table[slot_of(name) as usize] = (at as u8, of);
        at += 1;
    }
    table
};
const SLOTS: [u128; SLOT_NAMES.len()] = {
    let mut slots = [0; SLOT_NAMES.len()];
    let mut at = 0;
    while at < slots.len() {
        slots[at] = packed(SLOT_NAMES[at].as_bytes());
        at += 1;
    }
    slots
};
/// The place of a method that is no slot wrapper.
const NO_SLOT: u8 = u8::MAX;

/// The name as a number: none of those that matter has more than sixteen characters.
const fn packed(name: &[u8]) -> u128 {
    let mut number = 0;
    let mut at = 0;
    while at < name.len() && at <= 16 {
        number = number << 8 | name[at] as u128;
        at += 1;
    }
    number
}

/// How many bytes stand before the parenthesis.
const fn name_length(signature: &str) -> usize {
    let mut end = 0;
    while end < signature.len() && signature.as_bytes()[end] != b'(' {
        end += 1;
    }
    end
}

/// The place among the slots of the name before the parenthesis.
const fn slot_of(signature: &str) -> u8 {
    let [b'_', b'_', rest @ ..] = signature.as_bytes() else {
        return NO_SLOT;
    };
    let [name @ .., b'_', b'_'] = rest.split_at(name_length(signature) - 2).0 else {
        return NO_SLOT;
    };
    let name = packed(name);
    let mut at = 0;
    while at < SLOTS.len() {
        if SLOTS[at] == name {
            return at as u8;
        }
        at += 1;
    }
    NO_SLOT
}

/// Whether a method of this name shows as a slot wrapper.
pub fn is_slot(name: &str) -> bool {
    slot_of(name) != NO_SLOT
}

/// Where in a type's dict an entry of its table stands: before those of greater rank.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    New,
    Slot(u8),
    OfSequence(u8),
    Constant,
    Method,
    Member,
    Computed,
}

/// A part of a table.
#[derive(Clone, Copy)]
enum Entry {
    Method(&'static Row),
    Property(&'static Property),
    Constant(&'static str, Constant),
}

/// Slot wrappers whose one argument CPython unpacks under an empty name, as it does where there are several.
const UNPACKED: &[&str] = &[
    "__mul__",
    "__rmul__",
    "__imul__",
    "__buffer__",
    "__release_buffer__",
];

impl TypeTable {
    /// Whether a row is a slot wrapper whose one argument is unpacked: repeating is where it is a sequence's.
    pub fn unpacks(&self, row: &Row) -> bool {
        let is_buffers = row.name().ends_with("buffer__");
        row.slot != NO_SLOT && UNPACKED.contains(&row.name()) && (is_buffers || self.sequence)
    }

    /// What belongs in the dict of the type, in the order in which it is found there.
    fn entries(&'static self, mro: &[Ref<Class>]) -> Vec<(Rank, Entry)> {
        let inherited = self.own.iter().filter_map(|name| {
            let rows = mro.iter().skip(1).filter_map(|base| base.table);
            rows.flat_map(|base| base.methods)
                .find(|row| row.name() == *name)
        });
        let rows = self.methods.iter().chain(inherited);
        let mut entries: Vec<(Rank, Entry)> = rows
            .map(|row| (self.rank(row), Entry::Method(row)))
            .collect();
        entries.extend(self.properties.iter().map(|property| {
            let rank = match property.member {
                true => Rank::Member,
                false => Rank::Computed,
            };
            (rank, Entry::Property(property))
        }));
        entries.extend(self.constants.iter().map(|(name, make)| {
            let rank = match slot_of(name) {
                NO_SLOT => Rank::Constant,
                slot => Rank::Slot(slot),
            };
            (rank, Entry::Constant(name, *make))
        }));
        entries.sort_by_key(|(rank, _)| *rank);
        entries
    }
    fn rank(&self, row: &Row) -> Rank {
        if row.flavour == Flavour::New {
            return Rank::New;
        }
        if row.slot == NO_SLOT {
            return Rank::Method;
        }
        let (place, of) = OF_SEQUENCES[usize::from(row.slot)];
        let of_sequence = match of {
            Of::Sequences => true,
            Of::Additive => self.sequence,
            Of::Indexed => self.indexed,
            Of::None => false,
        };
        match of_sequence {
            true => Rank::OfSequence(place),
            false => Rank::Slot(row.slot),
        }
    }
}

/// Puts the rows of a built-in class's table into its dict.
pub fn fill(vm: &Vm, class: &Class) {
    let Some(table) = class.table else { return };
    let Some(owner) = vm.class_ref(class) else {
        return;
    };
    let dict = class.dict(vm);
    let add = |name: &str, value: Value| drop(dict.set_name(&vm.intern(name), value));
    for (_, entry) in table.entries(&owner.mro()) {
        match entry {
            Entry::Method(row) => {
                if dict.get_name(&vm.intern(row.name())).is_none() {
                    add(row.name(), native::from_row(vm, &owner, row));
                }
            }
            Entry::Property(property) => {
                add(property.name, native::from_property(vm, &owner, property));
            }
            Entry::Constant(name, make) => add(name, make(vm)),
        }
    }
    let has = |name: &str| dict.get_name(&vm.intern(name)).is_some();
    let doc = if table.doc.is_empty() {
        Value::None
    } else {
        vm.str(table.doc)
    };
    if !has("__doc__") {
        add("__doc__", doc);
    }
    if has("__eq__") && !has("__hash__") {
        add("__hash__", Value::None);
    }
    if table.names_module {
        add("__module__", vm.str(table.module));
    }
    if let Some(complete) = table.complete {
        complete(vm, table, dict);
    }
}
