//! Completion: of names, attributes, keys, modules and files, from the live objects of the session.

use super::objects;
use dunder::object::class::Class;
use dunder::object::heap::Ref;
use dunder::object::value::Value;
use dunder::types::dict::Dict;
use dunder::types::str::text_of;
use dunder::vm::Vm;
use dunder_grammar::Span;
use dunder_grammar::classes::{TokenClass, classify};
use std::collections::BTreeSet;

/// Where the completed piece starts, and what may stand there.
pub type Candidates = (usize, Vec<String>);

/// The candidates for the piece of `text` that ends at `cursor`.
pub fn complete(vm: &Vm, namespace: &Ref<Dict>, text: &str, cursor: usize) -> Candidates {
    let before = &text[..cursor];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    if let Some(found) = super::commands::complete(line, cursor) {
        return found;
    }
    if let Some(opening) = open_string(before) {
        return keys_of(vm, namespace, before, opening)
            .unwrap_or_else(|| files(vm, before, opening));
    }
    if let Some(found) = modules(vm, line, cursor) {
        return found;
    }
    let word = start_of_word(before);
    match before[..word].strip_suffix('.') {
        Some(head) => attributes(vm, namespace, head, &before[word..], word),
        None => names(vm, namespace, &before[word..], word),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn start_of_word(before: &str) -> usize {
    before.len()
        - before
            .chars()
            .rev()
            .take_while(|c| is_word(*c))
            .map(char::len_utf8)
            .sum::<usize>()
}

/// The dotted name that `before` ends with.
pub fn dotted(before: &str) -> &str {
    let length: usize = before
        .chars()
        .rev()
        .take_while(|c| is_word(*c) || *c == '.')
        .map(char::len_utf8)
        .sum();
    &before[before.len() - length..]
}

/// Where the quote of the string stands that the cursor is in.
fn open_string(before: &str) -> Option<usize> {
    let (class, span) = classify(before).into_iter().next_back()?;
    let text = before.get(span.start as usize..)?;
    let quote = text.find(['"', '\''])?;
    let is_open = class == TokenClass::String
        && !ends_formatted(before, text)
        && span.end as usize == before.len()
        && !(text.len() > quote + 1 && text.ends_with(&text[quote..=quote]));
    is_open.then_some(span.start as usize + quote)
}

/// Whether a quote ends an f-string: its beginning is a token of its own.
fn ends_formatted(before: &str, quotes: &str) -> bool {
    classify(before).iter().any(|(_, span)| {
        let text = before.get(span.start as usize..span.end as usize);
        let prefix = text.and_then(|text| text.strip_suffix(quotes));
        prefix.is_some_and(|prefix| {
            !prefix.is_empty() && prefix.chars().all(|c| matches!(c, 'f' | 'F' | 'r' | 'R'))
        })
    })
}

fn names(vm: &Vm, namespace: &Ref<Dict>, word: &str, at: usize) -> Candidates {
    let mut found = BTreeSet::new();
    let keywords = dunder_grammar::classes::keywords();
    found.extend(
        keywords
            .filter(|keyword| keyword.starts_with(word))
            .map(str::to_owned),
    );
    for dict in [namespace, &vm.builtins] {
        for name in objects::keys(dict).filter(|name| name.starts_with(word)) {
            if name.starts_with('_') && !word.starts_with('_') {
                continue;
            }
            let value = namespace
                .get_name(&vm.intern(&name))
                .or_else(|| vm.builtins.get_name(&vm.intern(&name)));
            let calls = value.is_some_and(|value| objects::is_callable(vm, &value));
            found.insert(if calls { name + "(" } else { name });
        }
    }
    (at, found.into_iter().collect())
}

fn attributes(vm: &Vm, namespace: &Ref<Dict>, head: &str, word: &str, at: usize) -> Candidates {
    let path = dotted(head);
    let value = match path.is_empty() {
        true => literal(vm, head),
        false => objects::resolve(vm, namespace, path).or_else(|| literal(vm, head)),
    };
    let Some(value) = value else {
        return (at, Vec::new());
    };
    let candidate = |name: String| match objects::has_callable(vm, &value, &name) {
        true => name + "(",
        false => name,
    };
    let found = objects::attribute_names(vm, &value)
        .into_iter()
        .filter(|name| name.starts_with(word))
        .filter(|name| !name.starts_with('_') || word.starts_with('_'))
        .map(candidate);
    (at, found.collect())
}

/// A value of the class that a literal at the end of `head` has.
fn literal(vm: &Vm, head: &str) -> Option<Value> {
    let pieces = classify(head);
    let (class, span) = *pieces.last()?;
    let text = head.get(span.start as usize..)?;
    if span.end as usize != head.len() {
        return None;
    }
    match class {
        TokenClass::String if open_string(head).is_some() => None,
        TokenClass::String if text.trim_start_matches(['r', 'R']).starts_with(['b', 'B']) => {
            Some(vm.bytes(Vec::new()))
        }
        TokenClass::String => Some(vm.str("")),
        TokenClass::Number if text.ends_with(['j', 'J']) => empty(vm, &vm.types.complex),
        // "1." is the beginning of a float.
        TokenClass::Number if text.contains(['.', 'e', 'E']) => Some(Value::float(0.0)),
        TokenClass::Operator => display(vm, head, &pieces),
        _ => None,
    }
}

/// What a built-in class makes of nothing.
fn empty(vm: &Vm, class: &Ref<Class>) -> Option<Value> {
    let made = vm.call(&class.value(), &[]);
    made.inspect_err(|_| drop(vm.take_pending())).ok()
}

/// The same for brackets.
fn display(vm: &Vm, head: &str, pieces: &[(TokenClass, Span)]) -> Option<Value> {
    let text = |span: &Span| head.get(span.start as usize..span.end as usize);
    let (mut depth, mut commas, mut colons) = (0, false, false);
    for (at, (class, span)) in pieces.iter().enumerate().rev() {
        match text(span).filter(|_| *class == TokenClass::Operator) {
            Some(")" | "]" | "}") => depth += 1,
            Some("," | ":") if depth == 1 => {
                commas |= text(span) == Some(",");
                colons |= text(span) == Some(":");
            }
            Some(open @ ("(" | "[" | "{")) => {
                depth -= 1;
                if depth > 0 {
                    continue;
                }
                let inner = head[span.end as usize..head.len() - 1].trim();
                let before = at.checked_sub(1).map(|before| &pieces[before]);
                if open != "{" && before.is_some_and(|(class, span)| ends_value(*class, text(span)))
                {
                    return None;
                }
                return match open {
                    "[" => Some(vm.list(Vec::new())),
                    "{" if inner.is_empty() || colons => Some(vm.dict().into()),
                    "{" => empty(vm, &vm.types.set),
                    _ if inner.is_empty() || commas => Some(vm.tuple(Vec::new())),
                    _ if inner.bytes().all(|byte| byte.is_ascii_digit()) => Some(Value::Int(0)),
                    _ => literal(vm, inner),
                };
            }
            _ => {}
        }
    }
    None
}

/// Whether a bracket behind that token makes a call or a subscript.
fn ends_value(class: TokenClass, text: Option<&str>) -> bool {
    match class {
        TokenClass::Operator => matches!(text, Some(")" | "]" | "}")),
        TokenClass::Keyword | TokenClass::Comment => false,
        _ => true,
    }
}

/// Keys of a dict in `name["…`.
fn keys_of(vm: &Vm, namespace: &Ref<Dict>, before: &str, opening: usize) -> Option<Candidates> {
    let head = before[..opening].trim_end().strip_suffix('[')?;
    let value = objects::resolve(vm, namespace, dotted(head.trim_end()))?;
    let dict = value.as_ref::<Dict>()?;
    let quote = &before[opening..=opening];
    let typed = &before[opening + 1..];
    let is_plain = |key: &String| !key.contains([quote.chars().next().unwrap_or('"'), '\\', '\n']);
    let found = objects::keys(dict)
        .filter(|key| key.starts_with(typed) && is_plain(key))
        .map(|key| format!("{key}{quote}]"));
    Some((opening + 1, found.collect()))
}

/// Files and folders, in a string.
fn files(vm: &Vm, before: &str, opening: usize) -> Candidates {
    let quotes = before[opening..]
        .chars()
        .take_while(|c| matches!(c, '"' | '\''))
        .count();
    let typed = &before[opening + quotes..];
    let (folder, name) = typed
        .rsplit_once('/')
        .map_or(("", typed), |(folder, name)| (folder, name));
    let listed = match (folder, typed.starts_with('/')) {
        ("", true) => "/",
        ("", false) => ".",
        (folder, _) => folder,
    };
    let at = before.len() - name.len();
    (at, entries(vm, listed, name))
}

fn entries(vm: &Vm, folder: &str, prefix: &str) -> Vec<String> {
    let Ok(found) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = found
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with(prefix) && (!name.starts_with('.') || !prefix.is_empty()))
        .map(|name| match vm.host.is_dir(&format!("{folder}/{name}")) {
            true => name + "/",
            false => name,
        })
        .collect();
    names.sort();
    names
}

/// Modules after `import`, and what a module holds after `from … import`.
fn modules(vm: &Vm, line: &str, cursor: usize) -> Option<Candidates> {
    let statement = line.trim_start();
    if let Some(rest) = statement.strip_prefix("from ")
        && let Some((module, names)) = rest.split_once(" import ")
    {
        let word = names
            .trim_start_matches('(')
            .rsplit(',')
            .next()?
            .trim_start();
        let value = imported(vm, module.trim())?;
        let found = objects::attribute_names(vm, &value)
            .into_iter()
            .filter(|name| {
                name.starts_with(word) && (!name.starts_with('_') || word.starts_with('_'))
            });
        return Some((cursor - word.len(), found.collect()));
    }
    let rest = statement
        .strip_prefix("import ")
        .or_else(|| statement.strip_prefix("from "))?;
    let word = rest.rsplit(',').next()?.trim_start();
    if word.contains(char::is_whitespace) {
        return None;
    }
    let (parent, name) = word.rsplit_once('.').unwrap_or(("", word));
    let mut found: BTreeSet<String> = BTreeSet::new();
    let prefix = if parent.is_empty() {
        String::new()
    } else {
        format!("{parent}.")
    };
    for known in dunder::stdlib::module_names() {
        if let Some(rest) = known.strip_prefix(prefix.as_str())
            && let Some(first) = rest.split('.').next()
            && !first.starts_with('_')
        {
            found.insert(first.to_owned());
        }
    }
    for folder in search_path(vm) {
        found.extend(modules_in(vm, &folder, parent));
    }
    let found = found.into_iter().filter(|module| module.starts_with(name));
    Some((cursor - name.len(), found.collect()))
}

/// A module that is there, or comes with Dunder: importing such a one does nothing to the program.
fn imported(vm: &Vm, name: &str) -> Option<Value> {
    let found = vm.modules.get_name(&vm.intern(name));
    found.or_else(|| {
        dunder::stdlib::module_names().find(|known| *known == name)?;
        let imported = dunder::exec::import::import_absolute(vm, name);
        imported.inspect_err(|_| drop(vm.take_pending())).ok()
    })
}

fn search_path(vm: &Vm) -> Vec<String> {
    let path = vm.sys.get_name(&vm.intern("path"));
    let folders = path.and_then(|path| {
        let list = path.get::<dunder::types::list::List>()?;
        Some(list.items.to_vec())
    });
    let text = |value: &Value| text_of(value).map(|text| text.to_string_lossy());
    folders
        .unwrap_or_default()
        .iter()
        .filter_map(text)
        .collect()
}

fn modules_in(vm: &Vm, folder: &str, package: &str) -> Vec<String> {
    let folder = if folder.is_empty() { "." } else { folder };
    let folder = format!("{folder}/{}", package.replace('.', "/"));
    let module = |entry: String| {
        if let Some(folder_name) = entry.strip_suffix('/') {
            let holds = vm
                .host
                .is_file(&format!("{folder}/{folder_name}/__init__.py"));
            return holds.then(|| folder_name.to_owned());
        }
        entry
            .strip_suffix(".py")
            .filter(|name| *name != "__init__")
            .map(str::to_owned)
    };
    entries(vm, folder.trim_end_matches('/'), "")
        .into_iter()
        .filter_map(module)
        .collect()
}
