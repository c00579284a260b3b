//! `TypeVar`, `ParamSpec` and `TypeVarTuple`, and what `P.args` and `P.kwargs` are.

use super::{call_typing, caller, check_name, no_default, set_own, typing};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, Property, Row, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::stdlib::operator_native;
use crate::types::tuple::Tuple;
use crate::types::{class_arg, slots};
use crate::vm::Vm;

/// A type parameter of any kind. What there is not is `Unbound`.
#[derive(Default)]
struct Parameter {
    name: ValueCell,
    bound: Lazy,
    constraints: Lazy,
    default: Lazy,
    covariant: bool,
    contravariant: bool,
    infer_variance: bool,
}
native_payload!(Parameter, name, bound, constraints, default);

/// A value, or the function that computes it when it is asked for first.
#[derive(Default)]
struct Lazy {
    value: ValueCell,
    evaluate: ValueCell,
}

impl Lazy {
    fn known(value: Value) -> Lazy {
        Lazy {
            value: ValueCell::new(value),
            ..Lazy::default()
        }
    }

    /// The value of a function that was made for the syntax; `None` for none.
    fn computed(function: Value) -> Lazy {
        let function = if function.is_none() {
            Value::Unbound
        } else {
            function
        };
        Lazy {
            evaluate: ValueCell::new(function),
            ..Lazy::default()
        }
    }

    /// The value, or what `otherwise` gives.
    fn get(&self, vm: &Vm, otherwise: impl FnOnce() -> PyResult) -> PyResult {
        if let Some(value) = self.value.get().bound() {
            return Ok(value);
        }
        let Some(function) = self.evaluate.get().bound() else {
            return otherwise();
        };
        let value = vm.call(&function, &[])?;
        self.value.set(value.clone());
        Ok(value)
    }

    fn trace(&self, visit: &mut dyn FnMut(&crate::object::heap::Obj)) {
        self.value.trace(visit);
        self.evaluate.trace(visit);
    }

    fn take(&self) -> (Value, Value) {
        (self.value.take(), self.evaluate.take())
    }
}

fn payload<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Parameter> {
    this(vm, std::slice::from_ref(value))
}

const NAME: Property = member("__name__", |vm, this| Ok(payload(vm, this)?.name.get()), "");
const COVARIANT: Property = member(
    "__covariant__",
    |vm, this| Ok(Value::bool(payload(vm, this)?.covariant)),
    "",
);
const CONTRAVARIANT: Property = member(
    "__contravariant__",
    |vm, this| Ok(Value::bool(payload(vm, this)?.contravariant)),
    "",
);
const INFER_VARIANCE: Property = member(
    "__infer_variance__",
    |vm, this| Ok(Value::bool(payload(vm, this)?.infer_variance)),
    "",
);
const REDUCE: Row = method(
    "__reduce__(self, /)",
    |vm, args| Ok(payload(vm, &args[0])?.name.get()),
    "",
);
const HAS_DEFAULT: Row = method("has_default(self, /)", has_default, "");
const MRO_ENTRIES: Row = method("__mro_entries__(self, object, /)", mro_entries, "");
const PARAMETER: TypeTable = TypeTable {
    module: "typing",
    names_module: true,
    kind: Kind::Native,
    has_dict: true,
    weakrefable: true,
    ..TypeTable::DEFAULT
};

pub(super) static TYPE_VAR: TypeTable = TypeTable {
    name: "TypeVar",
    doc: "Type variable.",
    methods: &[
        table::new(
            "__new__(type, name, *constraints, bound=None, default=<unrepresentable>, covariant=False, contravariant=False, infer_variance=False)",
            new_type_var,
        ),
        slots::repr(repr),
        slots::or(or),
        slots::ror(ror),
        method("__typing_subst__(self, arg, /)", subst_type_var, ""),
        method(
            "__typing_prepare_subst__(self, alias, args, /)",
            prepare_type_var,
            "",
        ),
        REDUCE,
        HAS_DEFAULT,
        MRO_ENTRIES,
    ],
    properties: &[
        NAME,
        COVARIANT,
        CONTRAVARIANT,
        INFER_VARIANCE,
        getter("__bound__", bound, ""),
        getter("__constraints__", constraints, ""),
        getter("__default__", default, ""),
    ],
    ..PARAMETER
};

pub(super) static PARAM_SPEC: TypeTable = TypeTable {
    name: "ParamSpec",
    doc: "Parameter specification variable.",
    methods: &[
        table::new(
            "__new__(type, name, *, bound=<unrepresentable>, default=<unrepresentable>, covariant=False, contravariant=False, infer_variance=False)",
            new_param_spec,
        ),
        slots::repr(repr),
        slots::or(or),
        slots::ror(ror),
        method("__typing_subst__(self, arg, /)", subst_param_spec, ""),
        method(
            "__typing_prepare_subst__(self, alias, args, /)",
            prepare_param_spec,
            "",
        ),
        HAS_DEFAULT,
        REDUCE,
        MRO_ENTRIES,
    ],
    properties: &[
        NAME,
        member("__bound__", bound, ""),
        COVARIANT,
        CONTRAVARIANT,
        INFER_VARIANCE,
        getter(
            "args",
            |vm, this| part(vm, &PARAM_SPEC_ARGS, this.clone()),
            "The positional arguments.",
        ),
        getter(
            "kwargs",
            |vm, this| part(vm, &PARAM_SPEC_KWARGS, this.clone()),
            "The keyword arguments.",
        ),
        getter("__default__", default, "What it stands for by default."),
    ],
    ..PARAMETER
};

pub(super) static TYPE_VAR_TUPLE: TypeTable = TypeTable {
    name: "TypeVarTuple",
    doc: "Type variable tuple: a placeholder for any number of types.",
    methods: &[
        table::new(
            "__new__(type, name, *, default=<unrepresentable>)",
            new_type_var_tuple,
        ),
        slots::repr(repr),
        slots::iter(unpack),
        method("__typing_subst__(self, arg, /)", subst_type_var_tuple, ""),
        method(
            "__typing_prepare_subst__(self, alias, args, /)",
            prepare_type_var_tuple,
            "",
        ),
        REDUCE,
        HAS_DEFAULT,
        MRO_ENTRIES,
    ],
    properties: &[
        NAME,
        getter("__default__", default, "What it stands for by default."),
    ],
    ..PARAMETER
};

/// Whether it is a TypeVarTuple.
pub(super) fn is_type_var_tuple(vm: &Vm, value: &Value) -> bool {
    *vm.class_of(value) == extension::class(vm, &TYPE_VAR_TUPLE)
}

// ---------------------------------------------------------------------------------------------
// Making them

/// The variances: covariant, contravariant, and whether to infer which it is.
fn variances(vm: &Vm, args: &[Value]) -> PyResult<(bool, bool, bool)> {
    let covariant = ops::truth(vm, &args[0])?;
    let contravariant = ops::truth(vm, &args[1])?;
    let infer = ops::truth(vm, &args[2])?;
    if covariant && contravariant {
        return Err(vm.value_error("Bivariant types are not supported."));
    }
    if infer && (covariant || contravariant) {
        return Err(vm.value_error("Variance cannot be specified with infer_variance."));
    }
    Ok((covariant, contravariant, infer))
}

fn checked_bound(vm: &Vm, bound: &Value) -> PyResult {
    let message = vm.str("Bound must be a type.");
    call_typing(vm, "_type_check", &[bound.clone(), message])
}

fn finish(vm: &Vm, class: &Ref<Class>, parameter: Parameter) -> PyResult {
    let made = alloc(class, parameter);
    set_own(vm, &made, &vm.names.__module__, caller(vm));
    Ok(made)
}

fn new_type_var(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "TypeVar")?;
    let [name, constraints, bound, default, variance @ ..] = &args[1..] else {
        return Ok(Value::None);
    };
    check_name(vm, "typevar", name)?;
    let (covariant, contravariant, infer_variance) = variances(vm, variance)?;
    let bound = match bound {
        Value::None => Value::Unbound,
        bound => checked_bound(vm, bound)?,
    };
    let constraints = match constraints.get::<Tuple>().map_or(0, |all| all.items.len()) {
        0 => Value::Unbound,
        1 => return Err(vm.type_error("A single constraint is not allowed")),
        _ if !bound.is_unbound() => {
            return Err(vm.type_error("Constraints cannot be combined with bound=..."));
        }
        _ => constraints.clone(),
    };
    let parameter = Parameter {
        name: ValueCell::new(name.clone()),
        bound: Lazy::known(bound),
        constraints: Lazy::known(constraints),
        default: Lazy::known(default.clone()),
        covariant,
        contravariant,
        infer_variance,
    };
    finish(vm, &class, parameter)
}

fn new_param_spec(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "ParamSpec")?;
    let [name, bound, default, variance @ ..] = &args[1..] else {
        return Ok(Value::None);
    };
    check_name(vm, "paramspec", name)?;
    let (covariant, contravariant, infer_variance) = variances(vm, variance)?;
    let bound = match bound {
        Value::Unbound => Value::Unbound,
        bound => checked_bound(vm, bound)?,
    };
    let parameter = Parameter {
        name: ValueCell::new(name.clone()),
        bound: Lazy::known(bound),
        default: Lazy::known(default.clone()),
        covariant,
        contravariant,
        infer_variance,
        ..Parameter::default()
    };
    finish(vm, &class, parameter)
}

fn new_type_var_tuple(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "TypeVarTuple")?;
    check_name(vm, "typevartuple", &args[1])?;
    let parameter = Parameter {
        name: ValueCell::new(args[1].clone()),
        default: Lazy::known(args[2].clone()),
        infer_variance: true,
        ..Parameter::default()
    };
    finish(vm, &class, parameter)
}

/// A parameter of `def f[T: bound = default]`: bound and default are functions or None. `kind` is 0 for a
/// TypeVar, 1 for a TypeVarTuple, 2 for a ParamSpec; `constraints` says that the bound gives those.
pub fn parameter_from_syntax(
    vm: &Vm,
    kind: i64,
    name: Value,
    bound: Value,
    constraints: bool,
    default: Value,
) -> Value {
    let table = match kind {
        0 => &TYPE_VAR,
        1 => &TYPE_VAR_TUPLE,
        _ => &PARAM_SPEC,
    };
    let (bound, constraints) = match constraints {
        true => (Value::None, bound),
        false => (bound, Value::None),
    };
    let parameter = Parameter {
        name: ValueCell::new(name),
        bound: Lazy::computed(bound),
        constraints: Lazy::computed(constraints),
        default: Lazy::computed(default),
        infer_variance: true,
        ..Parameter::default()
    };
    alloc(&extension::class(vm, table), parameter)
}

// ---------------------------------------------------------------------------------------------
// What they have

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let parameter = payload(vm, &args[0])?;
    let name = parameter.name.get();
    if parameter.infer_variance {
        return Ok(name);
    }
    let sign = match (parameter.covariant, parameter.contravariant) {
        (true, _) => "+",
        (_, true) => "-",
        _ => "~",
    };
    ops::binary(vm, &ops::ADD, &vm.str(sign), &name)
}

fn bound(vm: &Vm, this: &Value) -> PyResult {
    payload(vm, this)?.bound.get(vm, || Ok(Value::None))
}

fn constraints(vm: &Vm, this: &Value) -> PyResult {
    let constraints = &payload(vm, this)?.constraints;
    constraints.get(vm, || Ok(vm.tuple(Vec::new())))
}

fn default(vm: &Vm, this: &Value) -> PyResult {
    payload(vm, this)?.default.get(vm, || no_default(vm))
}

fn has_default(vm: &Vm, args: &[Value]) -> PyResult {
    let default = &payload(vm, &args[0])?.default;
    let value = default.value.get();
    let has = !default.evaluate.is_unbound() || !value.is_unbound() && !value.is(&no_default(vm)?);
    Ok(Value::bool(has))
}

fn mro_entries(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]).name.borrow().to_string();
    Err(vm.type_error(format!("Cannot subclass an instance of {class}")))
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    let members = vm.tuple(args.to_vec());
    ops::get_item(vm, &typing(vm, "Union")?, &members)
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    or(vm, &[args[1].clone(), args[0].clone()])
}

fn unpack(vm: &Vm, args: &[Value]) -> PyResult {
    let unpacked = ops::get_item(vm, &typing(vm, "Unpack")?, &args[0])?;
    ops::iter(vm, &vm.tuple(vec![unpacked]))
}

// ---------------------------------------------------------------------------------------------
// Substitution

fn subst_type_var(vm: &Vm, args: &[Value]) -> PyResult {
    call_typing(vm, "_typevar_subst", args)
}

fn subst_param_spec(vm: &Vm, args: &[Value]) -> PyResult {
    call_typing(vm, "_paramspec_subst", args)
}

fn subst_type_var_tuple(vm: &Vm, _: &[Value]) -> PyResult {
    Err(vm.type_error("Substitution of bare TypeVarTuple is not supported"))
}

fn prepare_param_spec(vm: &Vm, args: &[Value]) -> PyResult {
    call_typing(vm, "_paramspec_prepare_subst", args)
}

fn prepare_type_var_tuple(vm: &Vm, args: &[Value]) -> PyResult {
    call_typing(vm, "_typevartuple_prepare_subst", args)
}

/// The arguments, with the default added where the last is missing.
fn prepare_type_var(vm: &Vm, args: &[Value]) -> PyResult {
    let [this, alias, given] = args else {
        return Ok(Value::None);
    };
    let params = lookup::get(vm, alias, &vm.names.__parameters__)?;
    let len = ops::len(vm, given)? as i64;
    let index = operator_native::index_of(vm, &[params, this.clone()])?;
    let Value::Int(index) = index else {
        return Ok(given.clone());
    };
    if index < len {
        return Ok(given.clone());
    }
    if index == len {
        let default = default(vm, this)?;
        if !default.is(&no_default(vm)?) {
            let more = vm.tuple(vec![default]);
            return ops::binary(vm, &ops::ADD, given, &more);
        }
    }
    let alias = ops::str(vm, alias)?;
    Err(vm.type_error(format!(
        "Too few arguments for {alias}; actual {len}, expected at least {}",
        index + 1
    )))
}

// ---------------------------------------------------------------------------------------------
// P.args and P.kwargs

struct Part {
    origin: ValueCell,
}
native_payload!(Part, origin);

const ORIGIN: Property = member(
    "__origin__",
    |vm, this| Ok(origin(vm, this)?.origin.get()),
    "",
);
const PART: TypeTable = TypeTable {
    has_dict: false,
    ..PARAMETER
};

macro_rules! part_table {
    ($name:literal, $doc:literal, $table:ident) => {
        pub(super) static $table: TypeTable = TypeTable {
            name: $name,
            doc: $doc,
            methods: &[
                table::new("__new__(type, origin)", |vm, args| {
                    class_arg(vm, &args[0], $name)?;
                    part(vm, &$table, args[1].clone())
                }),
                slots::repr(part_repr),
                slots::lt(unordered),
                slots::le(unordered),
                slots::eq(part_eq),
                slots::ne(unordered),
                slots::gt(unordered),
                slots::ge(unordered),
                MRO_ENTRIES,
            ],
            properties: &[ORIGIN],
            ..PART
        };
    };
}
part_table!(
    "ParamSpecArgs",
    "The args for a ParamSpec object.",
    PARAM_SPEC_ARGS
);
part_table!(
    "ParamSpecKwargs",
    "The kwargs for a ParamSpec object.",
    PARAM_SPEC_KWARGS
);

fn origin<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Part> {
    this(vm, std::slice::from_ref(value))
}

fn part(vm: &Vm, table: &'static TypeTable, origin: Value) -> PyResult {
    let origin = ValueCell::new(origin);
    Ok(alloc(&extension::class(vm, table), Part { origin }))
}

fn part_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let origin = origin(vm, &args[0])?.origin.get();
    let suffix = match *vm.class_of(&args[0]) == extension::class(vm, &PARAM_SPEC_ARGS) {
        true => ".args",
        false => ".kwargs",
    };
    let shown = match *vm.class_of(&origin) == extension::class(vm, &PARAM_SPEC) {
        true => payload(vm, &origin)?.name.get(),
        false => ops::repr(vm, &origin)?.value(),
    };
    ops::binary(vm, &ops::ADD, &shown, &vm.str(suffix))
}

fn unordered(_: &Vm, _: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

fn part_eq(vm: &Vm, args: &[Value]) -> PyResult {
    if vm.class_of(&args[0]) != vm.class_of(&args[1]) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (origin(vm, &args[0])?, origin(vm, &args[1])?);
    ops::eq(vm, &a.origin.get(), &b.origin.get()).map(Value::bool)
}
