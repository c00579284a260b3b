//! `types.UnionType`: what `int | str` is.

use super::generic_alias::{GenericAlias, push_type_repr};
use super::set::Set;
use super::slots;
use super::type_parameters::Arguments;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::table::{TypeTable, getter, member};
use crate::object::value::{PyResult, Value};
use crate::stdlib::typing_native;
use crate::text::Text;
use crate::vm::Vm;

/// The payload of unions.
pub struct Union {
    /// At least two types.
    args: Arguments,
}

impl Trace for Union {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.args.trace(visit);
    }
    fn clear(&self) {
        self.args.clear();
    }
}

impl Union {
    /// The members.
    pub fn args(&self) -> &[Value] {
        self.args.items()
    }
}

/// The type's table.
pub const UNION: TypeTable = TypeTable {
    name: "UnionType",
    keyed: true,
    module: "types",
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    kind: Kind::Union,
    methods: &[
        slots::repr(repr),
        slots::hash(hash),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::or(or),
        slots::ror(ror),
        slots::getattribute(getattribute),
        slots::getitem(getitem),
    ],
    properties: &[
        member("__args__", args_of, ""),
        getter(
            "__parameters__",
            parameters,
            "Type variables in the types.UnionType.",
        ),
    ],
    ..TypeTable::DEFAULT
};

/// As `object`'s, but the class is asked for `__module__`.
fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let class = vm.class_of(&args[0]).clone();
    if name == vm.names.__module__ {
        return lookup::get(vm, &class.value(), &name);
    }
    match lookup::generic_get(vm, &args[0], &class, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::no_attribute(vm, &args[0], &name)),
    }
}

/// Whether `|` makes a union of it.
fn is_unionable(value: &Value) -> bool {
    value.is_none()
        || value.get::<Class>().is_some()
        || value.get::<GenericAlias>().is_some()
        || value.get::<Union>().is_some()
        || typing_native::is_alias(value)
}

/// `a | b` of types; `NotImplemented` when one of them is none.
///
/// # Errors
/// Whatever comparing the members raises.
pub fn union_of(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    if !is_unionable(a) || !is_unionable(b) {
        return Ok(Value::NotImplemented);
    }
    let mut members: Vec<Value> = Vec::new();
    for operand in [a, b] {
        match operand.get::<Union>() {
            Some(union) => {
                for member in union.args() {
                    add(vm, &mut members, member)?;
                }
            }
            None if operand.is_none() => add(vm, &mut members, &vm.types.none_type.value())?,
            None => add(vm, &mut members, operand)?,
        }
    }
    if let [only] = &members[..] {
        return Ok(only.clone());
    }
    let payload = Union {
        args: Arguments::new(vm.tuple(members)),
    };
    Ok(heap::alloc(&vm.types.union, payload).into())
}

/// Adds a member unless it is there: classes are compared by identity, aliases by value.
fn add(vm: &Vm, members: &mut Vec<Value>, member: &Value) -> PyResult<()> {
    let is_alias = |value: &Value| value.get::<GenericAlias>().is_some();
    for known in members.iter() {
        let same = if is_alias(known) && is_alias(member) {
            ops::eq(vm, known, member)?
        } else {
            known.is(member)
        };
        if same {
            return Ok(());
        }
    }
    members.push(member.clone());
    Ok(())
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Union> {
    vm.this::<Union>(std::slice::from_ref(value))
}

fn args_of(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, value)?.args.tuple.clone())
}

fn parameters(vm: &Vm, value: &Value) -> PyResult {
    this(vm, value)?.args.parameters(vm)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let mut text = Text::new();
    for (at, member) in vm.this::<Union>(args)?.args().iter().enumerate() {
        if at > 0 {
            text.push_str(" | ");
        }
        if member.is(&vm.types.none_type.value()) {
            text.push_str("None");
        } else {
            push_type_repr(vm, &mut text, member)?;
        }
    }
    Ok(vm.text(text))
}

/// The members as a set: their order does not matter.
fn members(vm: &Vm, union: &Union) -> PyResult<Set> {
    let set = Set::new();
    for member in union.args() {
        set.add(vm, member.clone())?;
    }
    Ok(set)
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let members = members(vm, vm.this::<Union>(args)?)?;
    Ok(Value::Int(members.frozen_hash()))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let this = vm.this::<Union>(args)?;
    let (true, Some(other)) = (
        matches!(op, Compare::Eq | Compare::Ne),
        args[1].get::<Union>(),
    ) else {
        return Ok(Value::NotImplemented);
    };
    let (a, b) = (members(vm, this)?, members(vm, other)?);
    let equal = a.len() == b.len() && super::set_algebra::is_subset(vm, &a, &b)?;
    Ok(Value::bool(equal == (op == Compare::Eq)))
}

comparison_methods!(compare);

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    union_of(vm, &args[0], &args[1])
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    union_of(vm, &args[1], &args[0])
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Union>(args)?;
    let new = this.args.substituted(vm, &args[0], &args[1])?;
    let mut members = new.into_iter();
    let Some(mut result) = members.next() else {
        return Err(super::internal_error(vm, "a union without members"));
    };
    for member in members {
        result = ops::binary(vm, &ops::OR, &result, &member)?;
    }
    Ok(result)
}
