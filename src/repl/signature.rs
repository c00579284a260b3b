//! What a call takes, for the hint behind the cursor: from code objects and the tables of native
//! functions, without running anything.

use super::complete::dotted;
use super::objects;
use dunder::object::class::Class;
use dunder::object::heap::Ref;
use dunder::object::lookup;
use dunder::object::value::Value;
use dunder::types::dict::Dict;
use dunder::types::function::Function;
use dunder::types::method::BoundMethod;
use dunder::types::str::text_of;
use dunder::vm::Vm;

/// What is still to be typed of the call that the cursor, at the end of `before`, is in.
pub fn hint(vm: &Vm, namespace: &Ref<Dict>, before: &str) -> Option<String> {
    let (callee, given) = open_call(before)?;
    let value = objects::resolve(vm, namespace, callee)?;
    let parameters = parameters(vm, &value)?;
    let bound = callee.contains('.') && is_method(vm, namespace, callee, &value);
    let parameters = match bound {
        true => skip_first(&parameters),
        false => &parameters,
    };
    let rest = after_commas(parameters, given)?;
    Some(format!("{rest})"))
}

/// The parameters of a callable, without parentheses.
pub fn parameters(vm: &Vm, value: &Value) -> Option<String> {
    if let Some(method) = value.get::<BoundMethod>() {
        let all = parameters(vm, &method.function)?;
        return Some(skip_first(&all).to_owned());
    }
    if let Some(function) = value.get::<Function>() {
        return Some(of_function(vm, function));
    }
    if let Some(class) = value.as_ref::<Class>() {
        let init = lookup::class_find(vm, class, &vm.intern("__init__"))?;
        if let Some(function) = init.get::<Function>() {
            return Some(skip_first(&of_function(vm, function)).to_owned());
        }
    }
    let text = lookup::get_optional(vm, value, &vm.intern("__text_signature__"));
    let text = match text {
        Ok(text) => text?,
        Err(_) => {
            drop(vm.take_pending());
            return None;
        }
    };
    let text = text_of(&text)?.to_string_lossy();
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let own = match inner.strip_prefix('$') {
        Some(_) => skip_first(inner),
        None => inner,
    };
    Some(own.to_owned())
}

fn is_method(vm: &Vm, namespace: &Ref<Dict>, callee: &str, value: &Value) -> bool {
    let owner = callee
        .rsplit_once('.')
        .and_then(|(owner, _)| objects::resolve(vm, namespace, owner));
    value.get::<Function>().is_some()
        && owner.is_some_and(|owner| {
            owner.get::<Class>().is_none() && owner.get::<dunder::types::module::Module>().is_none()
        })
}

fn of_function(vm: &Vm, function: &Function) -> String {
    let code = function.code.get().clone();
    let parameters = code.parameters;
    let name = |at: u32| code.slot_names[at as usize].text.to_string_lossy();
    let mut out = Vec::new();
    for at in 0..parameters.positional {
        let default = function.default(at as usize, parameters.positional as usize);
        out.push(with_default(vm, name(at), default));
        if at + 1 == parameters.positional_only {
            out.push("/".to_owned());
        }
    }
    let mut at = parameters.positional + parameters.keyword_only;
    if parameters.varargs {
        out.push(format!("*{}", name(at)));
        at += 1;
    } else if parameters.keyword_only > 0 {
        out.push("*".to_owned());
    }
    let defaults = function.description().kwdefaults.get();
    for at in parameters.positional..parameters.positional + parameters.keyword_only {
        let default = defaults
            .get::<Dict>()
            .and_then(|dict| dict.get_name(&code.slot_names[at as usize]));
        out.push(with_default(vm, name(at), default));
    }
    if parameters.varkeywords {
        out.push(format!("**{}", name(at)));
    }
    out.join(", ")
}

/// Plain values are shown, of others only that there is one: their `repr` might do anything.
fn with_default(vm: &Vm, name: String, default: Option<Value>) -> String {
    let shown = |value: &Value| match value {
        Value::None | Value::True | Value::False | Value::Int(_) | Value::Float(_) => true,
        value => text_of(value).is_some_and(|text| text.as_bytes().len() <= 20),
    };
    match default {
        None => name,
        Some(value) if shown(&value) => match dunder::object::ops::repr(vm, &value) {
            Ok(text) => format!("{name}={}", text.text.to_string_lossy()),
            Err(_) => {
                drop(vm.take_pending());
                format!("{name}=...")
            }
        },
        Some(_) => format!("{name}=..."),
    }
}

fn skip_first(parameters: &str) -> &str {
    let rest = parameters.split_once(", ").map_or("", |(_, rest)| rest);
    rest.strip_prefix("/, ")
        .unwrap_or(if rest == "/" { "" } else { rest })
}

/// The name before the innermost open parenthesis, and how many arguments are complete.
fn open_call(before: &str) -> Option<(&str, usize)> {
    use dunder_grammar::classes::{TokenClass, classify};
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (class, span) in classify(before) {
        if class != TokenClass::Operator {
            continue;
        }
        let start = span.start as usize;
        match before.as_bytes()[start] {
            b'(' | b'[' | b'{' => open.push((start, 0)),
            b')' | b']' | b'}' => drop(open.pop()),
            b',' => {
                if let Some((_, commas)) = open.last_mut() {
                    *commas += 1;
                }
            }
            _ => {}
        }
    }
    let (at, commas) = open.pop()?;
    let callee = dotted(&before[..at]);
    let tail = before[at + 1..].trim_end();
    let starts_argument = tail.is_empty() || tail.ends_with(',');
    let is_call = before.as_bytes()[at] == b'(' && !callee.is_empty() && starts_argument;
    let defines = before[..at - callee.len()].trim_end().ends_with("def");
    (is_call && !defines).then_some((callee, commas))
}

/// What is left of the parameters after some were given by position.
fn after_commas(parameters: &str, given: usize) -> Option<&str> {
    let mut rest = parameters;
    for _ in 0..given {
        if rest.starts_with('*') {
            break;
        }
        rest = split_parameter(rest)?.1;
        if let Some(after) = rest.strip_prefix("/, ") {
            rest = after;
        }
    }
    Some(rest)
}

/// The first parameter and the others; a comma in brackets or quotes separates nothing.
fn split_parameter(parameters: &str) -> Option<(&str, &str)> {
    let (mut depth, mut quote) = (0, None);
    for (at, c) in parameters.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => {
                return Some((&parameters[..at], parameters[at + 1..].trim_start()));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{after_commas, open_call, skip_first};

    #[test]
    fn the_open_call_is_found() {
        assert_eq!(open_call("f("), Some(("f", 0)));
        assert_eq!(open_call("x = a.b(1, "), Some(("a.b", 1)));
        assert_eq!(open_call("f((1, 2), "), Some(("f", 1)));
        assert_eq!(open_call("f(1"), None);
        assert_eq!(open_call("f(1)"), None);
        assert_eq!(open_call("def f("), None);
        assert_eq!(open_call("f(')', "), Some(("f", 1)));
        assert_eq!(open_call("["), None);
    }

    #[test]
    fn given_parameters_are_left_out() {
        assert_eq!(after_commas("a, b=(1, 2), *c", 1), Some("b=(1, 2), *c"));
        assert_eq!(after_commas("a, b=(1, 2), *c", 2), Some("*c"));
        assert_eq!(after_commas("a, *c", 5), Some("*c"));
        assert_eq!(after_commas("a", 1), None);
        assert_eq!(after_commas("a, /, b", 1), Some("b"));
        assert_eq!(skip_first("self, x"), "x");
        assert_eq!(skip_first("self"), "");
    }
}
