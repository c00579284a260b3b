//! Completion: of names, attributes, keys, modules and files, from the live objects of the session.

use super::objects;
use dunder::object::heap::Ref;
use dunder::object::value::Value;
use dunder::types::dict::Dict;
use dunder::types::str::text_of;
use dunder::vm::Vm;
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
    use dunder_grammar::classes::{TokenClass, classify};
    let (class, span) = classify(before).into_iter().next_back()?;
    let text = before.get(span.start as usize..)?;
    let quote = text.find(['"', '\''])?;
    let is_open = class == TokenClass::String
        && span.end as usize == before.len()
        && !(text.len() > quote + 1 && text.ends_with(&text[quote..=quote]));
    is_open.then_some(span.start as usize + quote)
}

fn names(vm: &Vm, namespace: &Ref<Dict>, word: &str, at: usize) -> Candidates {
    let mut found = BTreeSet::new();
    for keyword in KEYWORDS {
        if keyword.starts_with(word) {
            found.insert((*keyword).to_owned());
        }
    }
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
    let Some(value) = objects::resolve(vm, namespace, dotted(head)) else {
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

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return",
    "try", "type", "while", "with", "yield",
];
