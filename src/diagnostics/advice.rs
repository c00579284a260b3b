//! What else can be said of an exception, found out from the objects it is about: where an attribute was looked
//! for, which slots there are, in which order bases want to come.

use super::rules::{self, Rule};
use dunder::exec::uncaught;
use dunder::object::class::{Access, Class};
use dunder::object::exception::Exception;
use dunder::object::heap::Ref;
use dunder::object::lookup::{self, Event, Tracer};
use dunder::object::shape::Name;
use dunder::object::special::{SPECIAL_NAMES, Special};
use dunder::object::value::Value;
use dunder::types::str::text_of;
use dunder::vm::Vm;
use dunder_grammar::Mode;
use dunder_grammar::ast::{Ast, Expr, ExprKind, StmtKind};

/// How many of many things are told.
const SOME: usize = 6;

/// What is told besides the message.
#[derive(Debug, Default)]
pub struct Advice {
    /// Where an attribute was looked for.
    pub looked_in: Vec<String>,
    /// The rule that was broken.
    pub rule: Option<&'static Rule>,
    /// What has to do with it: names of facts, and the facts.
    pub facts: Vec<(String, String)>,
    /// What would help.
    pub help: Vec<String>,
}

/// Finds what to say. `kind` is the exception's type and `suggestion` what CPython adds to its message.
pub fn advise(vm: &Vm, value: &Value, kind: &str, message: &str, suggestion: &str) -> Advice {
    let mut advice = Advice::default();
    let Some(exception) = value.get::<Exception>() else {
        return advice;
    };
    let class = vm.class_of(value);
    let broken = class.is_subclass(&vm.exceptions.TypeError)
        || class.is_subclass(&vm.exceptions.AttributeError)
        || class.is_subclass(&vm.exceptions.ValueError);
    if broken {
        advice.rule = rules::rule(message);
    }
    let suggested = suggestion.trim_start_matches(['.', ' ']);
    if !suggested.is_empty() {
        advice.help.push(lowered(suggested));
    }
    if class.is_subclass(&vm.exceptions.AttributeError) {
        attribute(vm, exception, &mut advice);
    } else if class.is_subclass(&vm.exceptions.ModuleNotFoundError) {
        module(vm, &mut advice);
    } else if message.starts_with("Cannot create a consistent method resolution") {
        orders(vm, exception, &mut advice);
    }
    advice.help.extend(rules::help(kind, message));
    advice
}

/// "Did you mean: 'x'?" as the end of a line that begins with "help:".
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn name_of(class: &Ref<Class>) -> String {
    class.name.borrow().to_string()
}

/// Writes down where a lookup looks.
#[derive(Default)]
struct Places {
    own: bool,
    classes: Vec<String>,
    /// The class that had the name all the same, and what it had.
    found: Option<(String, Value)>,
}

impl Tracer for Places {
    const ON: bool = true;

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Visit(class, found) => {
                if self.found.is_none() {
                    self.found = found.map(|found| (name_of(class), found.clone()));
                }
                self.classes.push(name_of(class));
            }
            Event::Own(..) => self.own = true,
            Event::Search(..) | Event::Hook(..) | Event::Missed(_) | Event::Decided(..) => {}
        }
    }
}

/// Tells where the attribute was looked for. Nothing of the program's runs for that: where a hook or a getter would, it
/// is only named.
fn attribute(vm: &Vm, exception: &Exception, advice: &mut Advice) {
    let (name, obj) = (exception.field(0), exception.field(1));
    let Some(name) = text_of(&name).map(|name| vm.intern(&name.to_string_lossy())) else {
        return;
    };
    if obj.is_unbound() {
        return;
    }
    let class = vm.class_of(&obj).clone();
    if advice.rule.is_some() {
        slots(&class, advice);
        return;
    }
    let mut places = Places::default();
    lookup::visit(vm, &class.mro(), &name, &mut places);
    if let Some((owner, found)) = &places.found {
        let what = vm.type_name(found);
        let fact = format!("it is a {what} of {owner}, whose code raised the error");
        advice.facts.push((name.to_string(), fact));
        return;
    }
    let hooks = [Special::GetAttribute, Special::GetAttr].map(|special| hook(vm, &class, special));
    match class.get_access(vm) {
        Access::Generic | Access::Super => {
            places = Places::default();
            if lookup::get_told(vm, &obj, &name, &mut places).is_err() {
                drop(vm.take_pending());
            }
        }
        Access::Type => places.classes = of_class(vm, &obj, &name, &class),
        Access::Module => places.classes = vec!["the module's namespace".to_owned()],
        Access::Custom | Access::Unknown => places.own = class.trailer().attrs,
    }
    let [before, after] = hooks;
    match before {
        Some(hook) => advice.looked_in.push(hook),
        None => {
            if places.own {
                advice.looked_in.push("instance __dict__".to_owned());
            }
            advice.looked_in.append(&mut places.classes);
        }
    }
    advice.looked_in.extend(after);
}

/// The lookup on a class goes through its own MRO, and its metaclass's.
fn of_class(vm: &Vm, obj: &Value, name: &Name, metaclass: &Ref<Class>) -> Vec<String> {
    let mut own = Places::default();
    if let Some(class) = obj.as_ref::<Class>() {
        lookup::visit(vm, &class.mro(), name, &mut own);
    }
    own.classes
        .push(format!("metaclass {}", name_of(metaclass)));
    own.classes
}

/// A hook of the program's own that reading goes through.
fn hook(vm: &Vm, class: &Ref<Class>, special: Special) -> Option<String> {
    let name = SPECIAL_NAMES[special as usize];
    let mro = class.mro();
    let has = |class: &&Ref<Class>| class.dict(vm).get_name(&vm.intern(name)).is_some();
    let owner = mro.iter().find(has).filter(|owner| owner.is_heap())?;
    Some(format!("{name} of {}", name_of(owner)))
}

/// The slots that instances have.
fn slots(class: &Ref<Class>, advice: &mut Advice) {
    if advice.rule.is_none_or(|rule| rule.name != "no-dict") {
        return;
    }
    let mro = class.mro();
    let names: Vec<String> = mro
        .iter()
        .flat_map(|class| class.own_slots.borrow().clone())
        .map(|(name, _)| name.to_string())
        .collect();
    let names = match &names[..] {
        [] => "none".to_owned(),
        names => some(names),
    };
    advice
        .facts
        .push((format!("slots of {}", name_of(class)), names));
}

/// Names, the first few of them.
fn some(names: &[String]) -> String {
    let shown = names[..names.len().min(SOME)].join(", ");
    match names.len().checked_sub(SOME) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

/// The folders where a module was looked for.
fn module(vm: &Vm, advice: &mut Advice) {
    let mut places = vec!["the built-in modules".to_owned()];
    if let Some(path) = vm.sys.get_name(&vm.intern("path"))
        && let Some(path) = path.get::<dunder::types::list::List>()
    {
        let folders = path.items.to_vec();
        let shown = |folder: &str| match folder {
            "" => "the current folder".to_owned(),
            folder => folder.to_owned(),
        };
        places.extend(
            folders
                .iter()
                .filter_map(text_of)
                .map(|folder| shown(&folder.to_string_lossy())),
        );
    }
    advice.looked_in = places;
}

/// The MROs that have to be merged: those of the bases in the class statement.
fn orders(vm: &Vm, exception: &Exception, advice: &mut Advice) {
    let traceback = exception.traceback.get();
    let Some(entry) = uncaught::innermost(&traceback) else {
        return;
    };
    let (start, end) = (entry.span.start as usize, entry.span.end as usize);
    let text = entry.frame.code.source.text.get(start..end);
    let (variables, globals) = (entry.frame.variables(vm), &entry.frame.globals);
    for base in text.map(bases).unwrap_or_default().into_iter().take(SOME) {
        let name = vm.intern(&base);
        let found = variables.get_name(&name);
        let found = found.or_else(|| globals.get_name(&name));
        if let Some(class) = found.as_ref().and_then(|found| found.as_ref::<Class>()) {
            let mro: Vec<String> = class.mro().iter().map(name_of).collect();
            advice.facts.push((format!("MRO of {base}"), some(&mro)));
        }
    }
}

/// The bases that a class statement names.
fn bases(statement: &str) -> Vec<String> {
    let parsed = dunder_grammar::parse(statement, Mode::Module);
    let Ok(Ast::Module(body)) = parsed.map(|parsed| parsed.ast) else {
        return Vec::new();
    };
    let Some(StmtKind::ClassDef(class)) = body.first().map(|statement| &statement.kind) else {
        return Vec::new();
    };
    let name = |base: &Expr| match &base.kind {
        ExprKind::Name(name) => Some(name.to_string()),
        _ => None,
    };
    class.bases.iter().filter_map(name).collect()
}
