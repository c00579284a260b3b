//! `_contextvars`: context variables, contexts and tokens.
//!
//! A context shares its map with those copied from it until one of them changes.

use super::NativeModule;
use super::extension::{self, alloc, this};
use crate::native_payload;
use crate::object::heap::{Kind, Obj, Ref, ValueCell};
use crate::object::ops;
use crate::object::shape::{AddressHasher, Name};
use crate::object::table::{self, Row, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::args::call_arguments;
use crate::types::dict::Dict;
use crate::types::iterators::SELF_ITER;
use crate::types::native::NativePayload;
use crate::types::sequence::ReprGuard;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{class_arg, class_getitem, slots};
use crate::vm::Vm;
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::hash::BuildHasherDefault;
use std::rc::Rc;

/// The module.
pub const CONTEXTVARS: NativeModule = NativeModule {
    name: "_contextvars",
    doc: "Context variables.",
    functions: &[method(
        "copy_context()",
        |vm, _| {
            let current = current(vm);
            let values = current
                .native::<Context>()
                .map(|c| c.values.borrow().clone());
            Ok(context(vm, values.unwrap_or_default()))
        },
        "A copy of the current context.",
    )],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&CONTEXT, &VARIABLE, &TOKEN]);
    let missing = vm.intern("MISSING");
    let token = extension::class(vm, &TOKEN);
    if token.dict(vm).get_name(&missing).is_none() {
        let value = alloc(&extension::class(vm, &MISSING), Missing);
        drop(token.dict(vm).set_name(&missing, value));
    }
    Ok(())
}

/// What the module keeps per interpreter.
#[derive(Default)]
pub struct State {
    /// The contexts entered, the current one last. The first is made when it is asked for.
    entered: RefCell<Vec<Value>>,
}

/// A variable and its value, by the variable's address.
type Values = IndexMap<usize, (Value, Value), BuildHasherDefault<AddressHasher>>;

struct Context {
    values: RefCell<Rc<Values>>,
    entered: Cell<bool>,
}

impl NativePayload for Context {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        // What several contexts share is held once, by all of them: only a sole owner can be traced.
        let values = self.values.borrow();
        if Rc::strong_count(&values) == 1 {
            for value in values
                .values()
                .flat_map(|(variable, value)| [variable, value])
            {
                if let Value::Obj(obj) = value {
                    visit(obj);
                }
            }
        }
    }
    fn clear(&self) {
        drop(self.values.take());
    }
}

/// The current context.
fn current(vm: &Vm) -> Value {
    let last = vm.state.contexts.entered.borrow().last().cloned();
    last.unwrap_or_else(|| {
        let first = context(vm, Rc::default());
        if let Some(context) = first.native::<Context>() {
            context.entered.set(true);
        }
        vm.state.contexts.entered.borrow_mut().push(first.clone());
        first
    })
}

/// What a variable is in the current context; not its default.
pub fn value(vm: &Vm, variable: &Value) -> Option<Value> {
    current(vm).native::<Context>()?.get(variable)
}

fn context(vm: &Vm, values: Rc<Values>) -> Value {
    let payload = Context {
        values: RefCell::new(values),
        entered: Cell::new(false),
    };
    alloc(&extension::class(vm, &CONTEXT), payload)
}

impl Context {
    fn get(&self, variable: &Value) -> Option<Value> {
        let key = variable.obj()?.address();
        let values = self.values.borrow();
        values.get(&key).map(|(_, value)| value.clone())
    }

    /// Sets a variable, or with `None` takes it out, and returns its value until now.
    fn set(&self, variable: &Value, value: Option<Value>) -> Option<Value> {
        let key = variable.obj()?.address();
        let mut shared = self.values.borrow_mut();
        let values = Rc::make_mut(&mut shared);
        let old = match value {
            Some(value) => values.insert(key, (variable.clone(), value)),
            None => values.shift_remove(&key),
        };
        drop(shared);
        old.map(|(_, value)| value)
    }

    fn pairs(&self) -> Vec<(Value, Value)> {
        self.values.borrow().values().cloned().collect()
    }
}

static CONTEXT: TypeTable = TypeTable {
    constants: &[table::UNHASHABLE],
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    name: "Context",
    module: "_contextvars",
    kind: Kind::Native,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", context_new),
        slots::eq(|vm, args| context_equal(vm, args, true)),
        slots::ne(|vm, args| context_equal(vm, args, false)),
        slots::len(|vm, args| {
            let count = this::<Context>(vm, args)?.values.borrow().len();
            Ok(Value::Int(count as i64))
        }),
        slots::getitem(|vm, args| {
            let variable = key(vm, &args[1])?;
            let found = this::<Context>(vm, args)?.get(variable);
            found.ok_or(()).map_err(|()| vm.key_error(variable))
        }),
        slots::contains(|vm, args| {
            let variable = key(vm, &args[1])?;
            Ok(Value::bool(
                this::<Context>(vm, args)?.get(variable).is_some(),
            ))
        }),
        slots::iter(keys),
        method(
            "get(self, key, default=None, /)",
            |vm, args| {
                let found = this::<Context>(vm, args)?.get(key(vm, &args[1])?);
                Ok(found.unwrap_or_else(|| args[2].clone()))
            },
            "The value of a variable in the context, or default when it has none there.",
        ),
        method(
            "items(self, /)",
            |vm, args| {
                snapshot(vm, args, &ITEMS, |(variable, value)| {
                    vm.tuple(vec![variable, value])
                })
            },
            "The variables with their values in the context.",
        ),
        method(
            "keys(self, /)",
            keys,
            "The variables that have values in the context.",
        ),
        method(
            "values(self, /)",
            |vm, args| snapshot(vm, args, &VALUES, |(_, value)| value),
            "The values in the context.",
        ),
        method(
            "copy(self, /)",
            |vm, args| {
                let values = this::<Context>(vm, args)?.values.borrow().clone();
                Ok(context(vm, values))
            },
            "A context with the same values.",
        ),
        method(
            "run(self, /, *args, **kwargs)",
            run,
            "Call a function with the arguments that follow, in this context.",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn context_new(vm: &Vm, args: &[Value]) -> PyResult {
    class_arg(vm, &args[0], "Context")?;
    let (all, _) = call_arguments(vm, &args[1], &args[2]);
    if !all.is_empty() {
        return Err(vm.type_error("Context() does not accept any arguments"));
    }
    Ok(context(vm, Rc::default()))
}

fn key<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Value> {
    if value.native::<Variable>().is_some() {
        return Ok(value);
    }
    let shown = ops::repr(vm, value)?;
    Err(vm.type_error(format!("a ContextVar key was expected, got {shown}")))
}

fn context_equal(vm: &Vm, args: &[Value], wanted: bool) -> PyResult {
    let context = this::<Context>(vm, args)?;
    let Some(other) = args[1].native::<Context>() else {
        return Ok(Value::NotImplemented);
    };
    let pairs = context.pairs();
    let mut equal = pairs.len() == other.values.borrow().len();
    for (variable, value) in pairs {
        equal = equal
            && match other.get(&variable) {
                Some(theirs) => ops::eq(vm, &value, &theirs)?,
                None => false,
            };
    }
    Ok(Value::bool(equal == wanted))
}

fn run(vm: &Vm, args: &[Value]) -> PyResult {
    let context = this::<Context>(vm, args)?;
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    if all.len() == names.len() {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    }
    drop(current(vm));
    if context.entered.replace(true) {
        let shown = ops::repr(vm, &args[0])?;
        return Err(vm.runtime_error(format!("cannot enter context: {shown} is already entered")));
    }
    let entered = &vm.state.contexts.entered;
    entered.borrow_mut().push(args[0].clone());
    let result = vm.call_with(&all[0], &all[1..], &names);
    let left = entered.borrow_mut().pop();
    context.entered.set(false);
    drop(left);
    result
}

// ---------------------------------------------------------------------------------------------
// Iterators

struct Snapshot {
    /// How many the context has, taken or not.
    count: usize,
    values: RefCell<std::vec::IntoIter<Value>>,
}

impl NativePayload for Snapshot {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in self.values.borrow().as_slice() {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
    fn clear(&self) {
        drop(self.values.take());
    }
}

const SNAPSHOT_ROWS: &[Row] = &[
    SELF_ITER,
    table::next(|vm, value| {
        let snapshot = this::<Snapshot>(vm, std::slice::from_ref(value))?;
        Ok(snapshot.values.borrow_mut().next())
    }),
    slots::len(|vm, args| Ok(Value::Int(this::<Snapshot>(vm, args)?.count as i64))),
];

const fn iterator(name: &'static str) -> TypeTable {
    TypeTable {
        name,
        kind: Kind::Native,
        methods: SNAPSHOT_ROWS,
        ..TypeTable::DEFAULT
    }
}

static KEYS: TypeTable = iterator("keys");
static VALUES: TypeTable = iterator("values");
static ITEMS: TypeTable = iterator("items");

fn keys(vm: &Vm, args: &[Value]) -> PyResult {
    snapshot(vm, args, &KEYS, |(variable, _)| variable)
}

fn snapshot(
    vm: &Vm,
    args: &[Value],
    table: &'static TypeTable,
    part: impl Fn((Value, Value)) -> Value,
) -> PyResult {
    let pairs = this::<Context>(vm, args)?.pairs();
    let values: Vec<Value> = pairs.into_iter().map(part).collect();
    let payload = Snapshot {
        count: values.len(),
        values: RefCell::new(values.into_iter()),
    };
    Ok(alloc(&extension::class(vm, table), payload))
}

// ---------------------------------------------------------------------------------------------
// Variables

struct Variable {
    name: Name,
    /// `Unbound` for none.
    default: ValueCell,
}
native_payload!(Variable, default);

static VARIABLE: TypeTable = TypeTable {
    own: &["__hash__"],
    name: "ContextVar",
    module: "_contextvars",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", variable_new),
        slots::repr(variable_repr),
        method(
            "get(self, default=<unrepresentable>, /)",
            variable_get,
            "The variable's value in the current context, else default, else that of the variable.",
        ),
        method(
            "set(self, value, /)",
            variable_set,
            "Give the variable a value in the current context; return a token for reset().",
        ),
        method(
            "reset(self, token, /)",
            variable_reset,
            "Give the variable the value it had before the set() that returned the token.",
        ),
        table::class_getitem(class_getitem),
    ],
    properties: &[member(
        "name",
        |vm, value| {
            Ok(this::<Variable>(vm, std::slice::from_ref(value))?
                .name
                .value())
        },
        "",
    )],
    ..TypeTable::DEFAULT
};

fn variable_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "ContextVar")?;
    let given: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    let keywords = crate::types::type_::keyword_args(vm, &args[2]);
    let all = given.len() + keywords.len();
    if all > 2 {
        let text = format!("ContextVar() takes at most 2 arguments ({all} given)");
        return Err(vm.type_error(text));
    }
    let [name] = given else {
        let (limit, plural) = match given {
            [] => ("exactly 1", ""),
            _ => ("at most 1", ""),
        };
        return Err(vm.type_error(format!(
            "ContextVar() takes {limit} positional argument{plural} ({} given)",
            given.len()
        )));
    };
    let mut default = Value::Unbound;
    for (keyword, value) in keywords {
        if keyword.to_string() != "default" {
            return Err(vm.type_error(format!(
                "ContextVar() got an unexpected keyword argument '{keyword}'"
            )));
        }
        default = value;
    }
    let Some(name) = name.as_ref::<Str>() else {
        return Err(vm.type_error("context variable name must be a str"));
    };
    let payload = Variable {
        name: name.clone(),
        default: ValueCell::new(default),
    };
    Ok(alloc(&class, payload))
}

fn variable_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let variable = this::<Variable>(vm, args)?;
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("..."));
    };
    let name = ops::repr(vm, &variable.name.value())?;
    let default = match variable.default.get().bound() {
        Some(default) => format!(" default={}", ops::repr(vm, &default)?),
        None => String::new(),
    };
    let at = args[0].id();
    Ok(vm.str(&format!("<ContextVar name={name}{default} at {at:#x}>")))
}

/// The value in the current context.
fn look_up(vm: &Vm, variable: &Value) -> Option<Value> {
    let entered = vm.state.contexts.entered.borrow();
    entered.last()?.native::<Context>()?.get(variable)
}

fn variable_get(vm: &Vm, args: &[Value]) -> PyResult {
    let variable = this::<Variable>(vm, args)?;
    if let Some(value) = look_up(vm, &args[0]) {
        return Ok(value);
    }
    let default = args[1].clone().bound();
    if let Some(default) = default.or_else(|| variable.default.get().bound()) {
        return Ok(default);
    }
    Err(
        match vm.call(&vm.exceptions.LookupError.value(), &args[..1]) {
            Ok(error) => vm.raise_value(error),
            Err(raised) => raised,
        },
    )
}

fn variable_set(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Variable>(vm, args)?;
    let context = current(vm);
    let set = context.native::<Context>();
    let old = set.and_then(|context| context.set(&args[0], Some(args[1].clone())));
    let payload = Token {
        variable: ValueCell::new(args[0].clone()),
        context: ValueCell::new(context.clone()),
        old: ValueCell::new(old.unwrap_or(Value::Unbound)),
        used: Cell::new(false),
    };
    Ok(alloc(&extension::class(vm, &TOKEN), payload))
}

fn variable_reset(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Variable>(vm, args)?;
    let Some(token) = args[1].native::<Token>() else {
        let shown = ops::repr(vm, &args[1])?;
        return Err(vm.type_error(format!("expected an instance of Token, got {shown}")));
    };
    let refuse = |text: &str, value: bool| -> PyResult<Raised> {
        let text = format!("{} {text}", ops::repr(vm, &args[1])?);
        Ok(if value {
            vm.value_error(text)
        } else {
            vm.runtime_error(text)
        })
    };
    if token.used.get() {
        return Err(refuse("has already been used once", false)?);
    }
    if !token.variable.is(&args[0]) {
        return Err(refuse("was created by a different ContextVar", true)?);
    }
    let context = current(vm);
    if !token.context.is(&context) {
        return Err(refuse("was created in a different Context", true)?);
    }
    token.used.set(true);
    if let Some(context) = context.native::<Context>() {
        drop(context.set(&args[0], token.old.get().bound()));
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Tokens

struct Token {
    variable: ValueCell,
    context: ValueCell,
    /// `Unbound` when there was none.
    old: ValueCell,
    used: Cell<bool>,
}
native_payload!(Token, variable, context, old);

static TOKEN: TypeTable = TypeTable {
    name: "Token",
    module: "_contextvars",
    kind: Kind::Native,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", |vm, _| {
            Err(vm.runtime_error("Tokens can only be created by ContextVars"))
        }),
        slots::repr(token_repr),
        table::class_getitem(class_getitem),
    ],
    properties: &[
        getter(
            "var",
            |vm, value| {
                Ok(this::<Token>(vm, std::slice::from_ref(value))?
                    .variable
                    .get())
            },
            "",
        ),
        getter("old_value", token_old_value, ""),
    ],
    constants: &[table::UNHASHABLE],
    ..TypeTable::DEFAULT
};

fn token_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let token = this::<Token>(vm, args)?;
    let variable = ops::repr(vm, &token.variable.get())?;
    let used = if token.used.get() { " used" } else { "" };
    let at = args[0].id();
    Ok(vm.str(&format!("<Token{used} var={variable} at {at:#x}>")))
}

fn token_old_value(vm: &Vm, value: &Value) -> PyResult {
    let token = this::<Token>(vm, std::slice::from_ref(value))?;
    match token.old.get().bound() {
        Some(old) => Ok(old),
        None => {
            let class = extension::class(vm, &TOKEN).value();
            crate::object::lookup::get(vm, &class, &vm.intern("MISSING"))
        }
    }
}

/// `Token.MISSING`
struct Missing;
native_payload!(Missing);

static MISSING: TypeTable = TypeTable {
    name: "Token.MISSING",
    kind: Kind::Native,
    methods: &[slots::repr(|vm, _| Ok(vm.str("<Token.MISSING>")))],
    ..TypeTable::DEFAULT
};
