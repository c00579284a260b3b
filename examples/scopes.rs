//! Prints the scopes of Python files as JSON, one line per file, for comparison with CPython's
//! `symtable` module and code objects: see tests/compare_scopes.py. Names of files to read come from
//! standard input.

use std::fmt::Write as _;
use std::io::BufRead as _;

use dunder::lower::scope::{Resolution, Scope, ScopeId, ScopeTree, Symbol, analyse};
use dunder_grammar::{LineIndex, Mode, Options, SyntaxError, decode_source, parse};

const STACK: usize = 16 << 20;

fn main() -> std::io::Result<()> {
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(|| {
        for path in std::io::stdin().lock().lines() {
            let path = path?;
            let answer = std::fs::read(&path).map(|bytes| match scopes(&bytes) {
                Ok(scopes) => format!("{{\"scopes\":{scopes}}}"),
                Err(error) => format!("{{\"error\":{}}}", describe(&error)),
            })?;
            println!("{answer}");
        }
        Ok(())
    })?;
    match worker.join() {
        Ok(result) => result,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn scopes(bytes: &[u8]) -> Result<String, SyntaxError> {
    let source = decode_source(bytes)?;
    let parsed = parse(
        &source,
        Options {
            check: false,
            ..Mode::Module.into()
        },
    )?;
    let lines = LineIndex::new(&source);
    let tree = analyse(&parsed.ast, &source, &lines)?;
    let ids = (0..tree.scopes.len()).map(|id| ScopeId(id as u32));
    Ok(list(ids.map(|id| scope(&tree, id, &lines))))
}

fn describe(error: &SyntaxError) -> String {
    let place = error.location.map_or([0; 4], |at| {
        [
            at.line,
            at.offset,
            at.end_line.unwrap_or(0),
            at.end_offset.unwrap_or(0),
        ]
    });
    format!("[{},{place:?}]", quote(&error.message))
}

fn scope(tree: &ScopeTree, id: ScopeId, lines: &LineIndex) -> String {
    let scope = &tree[id];
    let Scope {
        symbols,
        params,
        varnames,
        cellvars,
        freevars,
        ..
    } = scope;
    let symbols = symbols
        .iter()
        .map(|(name, s)| format!("[{},{}]", quote(name), symbol(s)));
    let mut text = String::from("{");
    let mut field = |name: &str, value: String| {
        let comma = if text.len() > 1 { "," } else { "" };
        let _ = write!(text, "{comma}\"{name}\":{value}");
    };
    field("kind", quote(&format!("{:?}", scope.kind)));
    field("name", quote(&scope.name));
    field("qualname", quote(&tree.qualname(id)));
    field("line", lines.line(scope.span.start).to_string());
    field(
        "parent",
        scope.parent.map_or("null".into(), |id| id.0.to_string()),
    );
    field(
        "children",
        list(scope.children.iter().map(|id| id.0.to_string())),
    );
    field("symbols", list(symbols));
    for (name, names) in [
        ("params", params),
        ("varnames", varnames),
        ("cellvars", cellvars),
        ("freevars", freevars),
    ] {
        field(name, list(names.iter().map(|name| quote(name))));
    }
    let attributes = scope.static_attributes.iter();
    field("attributes", list(attributes.map(|name| quote(name))));
    for (name, value) in [
        ("generator", scope.is_generator),
        ("coroutine", scope.is_coroutine),
        ("nested", scope.nested),
        ("inlined", scope.inlined),
    ] {
        field(name, value.to_string());
    }
    text + "}"
}

fn symbol(symbol: &Symbol) -> String {
    let properties = [
        ("param", symbol.is_param()),
        ("assigned", symbol.is_assigned()),
        ("imported", symbol.is_imported()),
        ("referenced", symbol.is_referenced()),
        ("annotated", symbol.is_annotated()),
        ("nonlocal", symbol.is_declared_nonlocal()),
        ("type_param", symbol.is_type_param()),
        ("comp_iter", symbol.is_comp_iter()),
    ];
    let resolution = match symbol.resolution {
        Resolution::Local => "local",
        Resolution::GlobalExplicit => "global",
        Resolution::GlobalImplicit => "implicit",
        Resolution::Free => "free",
        Resolution::Cell => "cell",
    };
    let properties = properties.iter().filter(|(_, holds)| *holds);
    let words = std::iter::once(resolution).chain(properties.map(|(word, _)| *word));
    quote(&words.collect::<Vec<_>>().join(" "))
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn quote(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c < ' ' => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
