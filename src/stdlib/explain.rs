//! `_dunder`: the exceptions of limits (see `crate::limits`), and what the attribute lookup tells a tracer, as plain tuples. `dunder` (in Python) makes
//! readable explanations of them.

use super::NativeModule;
use crate::object::class::Class;
use crate::object::descriptor;
use crate::object::heap::Ref;
use crate::object::lookup::{self, Event, Place, Refusal, Rule, Target, Tracer};
use crate::object::shape::Name;
use crate::object::special::{SPECIAL_NAMES, Special};
use crate::object::table::method;
use crate::object::value::{PyResult, Raised, Value};
use crate::types;
use crate::vm::Vm;

/// The native module.
pub const EXPLAIN: NativeModule = NativeModule {
    name: "_dunder",
    doc: "The steps of attribute lookups, for the dunder module.",
    functions: &[
        method(
            "trace(object, name, /)",
            trace,
            "Look the attribute up: (steps, whether it was found, value or exception).",
        ),
        method(
            "target(object, name, deleting, /)",
            target,
            "Where an assignment or deletion would go, without doing it: (word, value, error).",
        ),
        method(
            "find(class, name, /)",
            find,
            "The classes of the MRO with what each has under the name: (word, class, found, value).",
        ),
        method(
            "protocol(value, /)",
            protocol,
            "Which of __get__, __set__ and __delete__ the value's type has, and whether it is a data descriptor.",
        ),
        method(
            "layout(class, /)",
            layout,
            "What instances have: (slots of the class itself, a __dict__, weak references, the layout base).",
        ),
    ],
    fill: crate::limits::fill,
};

/// Writes the steps down.
struct Steps<'a> {
    vm: &'a Vm,
    steps: Vec<Value>,
}

impl Steps<'_> {
    fn push(&mut self, word: &str, parts: Vec<Value>) {
        let mut step = vec![self.vm.str(word)];
        step.extend(parts);
        self.steps.push(self.vm.tuple(step));
    }
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Type => "type",
        Place::Class => "class",
        Place::Super => "super",
        Place::Shadowed => "shadowed",
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::DataDescriptor => "data descriptor",
        Rule::Own => "own attribute",
        Rule::TypeAttribute => "type attribute",
        Rule::ClassAttribute => "class attribute",
        Rule::SuperAttribute => "super attribute",
        Rule::Hook => "hook",
    }
}

impl Tracer for Steps<'_> {
    const ON: bool = true;

    fn event(&mut self, event: Event<'_>) {
        let vm = self.vm;
        let found = |value: Option<&Value>| {
            let shown = value.cloned().unwrap_or(Value::None);
            [Value::bool(value.is_some()), shown]
        };
        let special = |special: Special| vm.str(SPECIAL_NAMES[special as usize]);
        match event {
            Event::Search(at, class) => {
                self.push("search", vec![vm.str(place(at)), class.value()]);
            }
            Event::Visit(class, value) => {
                let [is_found, value] = found(value);
                self.push("visit", vec![class.value(), is_found, value]);
            }
            Event::Own(value, counts) => {
                let [is_found, value] = found(value);
                self.push("own", vec![is_found, value, Value::bool(counts)]);
            }
            Event::Hook(name, method) => self.push("hook", vec![special(name), method.clone()]),
            Event::Missed(name) => self.push("missed", vec![special(name)]),
            Event::Decided(by, value) => {
                self.push("decided", vec![vm.str(rule(by)), value.clone()]);
            }
        }
    }
}

/// The pending exception, to be shown; those that are no `Exception` go on.
fn caught(vm: &Vm, raised: Raised) -> PyResult {
    if !vm.pending_is(&vm.exceptions.Exception) {
        return Err(raised);
    }
    Ok(vm.take_pending())
}

fn trace(vm: &Vm, args: &[Value]) -> PyResult {
    let name = types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let mut steps = Steps {
        vm,
        steps: Vec::new(),
    };
    let (found, outcome) = match lookup::get_told(vm, &args[0], &name, &mut steps) {
        Ok(value) => (Value::True, value),
        Err(raised) => (Value::False, caught(vm, raised)?),
    };
    Ok(vm.tuple(vec![vm.list(steps.steps), found, outcome]))
}

fn target(vm: &Vm, args: &[Value]) -> PyResult {
    let name = types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let deleting = args[2].is(&Value::True);
    let (word, value, error) = match lookup::target(vm, &args[0], &name, deleting) {
        Target::Hook(method) => ("hook", method, Value::None),
        Target::Descriptor(descr) => {
            let error = match descriptor::refuses(vm, &descr, deleting) {
                true => refusal(vm, &descr, &args[0], deleting)?,
                false => Value::None,
            };
            ("descriptor", descr, error)
        }
        Target::Own => ("own", Value::None, absent(vm, &args[0], &name, deleting)?),
        Target::Namespace => {
            let error = absent(vm, &args[0], &name, deleting)?;
            ("namespace", Value::None, error)
        }
        Target::Refused(refusal) => {
            let raised = lookup::refused(vm, &args[0], &name, refusal);
            let word = match refusal {
                Refusal::ImmutableType => "immutable",
                Refusal::NoDict(_) => "no dict",
                Refusal::NoHook => "no hook",
            };
            (word, Value::None, caught(vm, raised)?)
        }
    };
    Ok(vm.tuple(vec![vm.str(word), value, error]))
}

/// The error of deleting what is not there.
fn absent(vm: &Vm, obj: &Value, name: &Name, deleting: bool) -> PyResult {
    let there = |obj| lookup::instance_find(vm, obj, name).is_some();
    if !deleting || obj.obj().is_some_and(there) {
        return Ok(Value::None);
    }
    let raised = lookup::no_attribute(vm, obj, name);
    caught(vm, raised)
}

/// The error of a descriptor that stores nothing: asked for by an assignment that it refuses.
fn refusal(vm: &Vm, descr: &Value, obj: &Value, deleting: bool) -> PyResult {
    let value = if deleting {
        Value::Unbound
    } else {
        Value::None
    };
    match descriptor::set(vm, descr, obj, &value) {
        Some(Err(raised)) => caught(vm, raised),
        _ => Ok(Value::None),
    }
}

fn find(vm: &Vm, args: &[Value]) -> PyResult {
    let name = types::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let mut steps = Steps {
        vm,
        steps: Vec::new(),
    };
    if let Some(class) = args[0].get::<Class>() {
        lookup::visit(vm, &class.mro(), &name, &mut steps);
    }
    Ok(vm.list(steps.steps))
}

fn protocol(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]).clone();
    let has = |special| Value::bool(class.has_special(vm, special));
    Ok(vm.tuple(vec![
        has(Special::Get),
        has(Special::Set),
        has(Special::Delete),
        Value::bool(descriptor::is_data(vm, &args[0])),
    ]))
}

fn layout(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(class) = args[0].as_ref::<Class>() else {
        let got = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("a class is wanted, not '{got}'")));
    };
    let slots = class
        .own_slots
        .borrow()
        .iter()
        .map(|(n, _)| n.value())
        .collect();
    Ok(vm.tuple(vec![
        vm.tuple(slots),
        Value::bool(class.trailer().attrs),
        Value::bool(class.weakrefable.get()),
        class
            .base()
            .map_or(Value::None, |base: Ref<Class>| base.value()),
    ]))
}
