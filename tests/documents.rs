//! The examples in the documents: a block of `python` followed by a block of `text` is a program and
//! what Dunder prints for it.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The (program, output) pairs of a document.
fn examples(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut program: Option<String> = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else {
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let body = body.join("\n") + "\n";
        match (language, program.take()) {
            ("python", _) => program = Some(body),
            ("text", Some(program)) => found.push((program, body)),
            _ => {}
        }
    }
    found
}

#[test]
fn explanations_are_as_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/EXPLAIN.md");
    let text = fs::read_to_string(path).expect("the document exists");
    let examples = examples(&text);
    assert!(examples.len() >= 3, "the document has examples");
    for (program, expected) in examples {
        let output = Command::new(env!("CARGO_BIN_EXE_dunder"))
            .args(["-c", &program])
            .output()
            .expect("dunder runs");
        let printed = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(printed, expected, "of\n{program}\nstderr:\n{errors}");
    }
}

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("the document exists")
}

/// The pictures on the front page, drawn as terminals from what the program prints.
mod picture {
    use dunder_grammar::classes::{TokenClass, classify};
    use std::fmt::Write as _;

    const CHARACTER: f64 = 8.4;
    const LINE: usize = 19;
    const MARGIN: usize = 18;
    const TITLE: usize = 34;
    const STYLE: &str = "text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre } \
        .p { fill: #c792ea; font-weight: bold } .k { fill: #82aaff; font-weight: bold } .n { fill: #89ddff } \
        .d { font-weight: bold } .s { fill: #c3e88d } .c { fill: #8a93a6 } .e { fill: #f78c9c; font-weight: bold } \
        .y { fill: #c3e88d; font-weight: bold } .m { fill: #c792ea }";

    /// A piece of a line: its class in the style sheet, and its text.
    type Piece = (&'static str, String);

    fn class(token: TokenClass) -> &'static str {
        match token {
            TokenClass::Keyword => "k",
            TokenClass::Constant | TokenClass::Number => "n",
            TokenClass::Definition => "d",
            TokenClass::String => "s",
            TokenClass::Comment => "c",
            TokenClass::Name | TokenClass::Operator => "",
        }
    }

    fn code(text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for (token, span) in classify(text) {
            let (start, end) = (span.start as usize, span.end as usize);
            pieces.push(("", text[at..start].to_owned()));
            pieces.push((class(token), text[start..end].to_owned()));
            at = end;
        }
        pieces.push(("", text[at..].to_owned()));
        pieces
    }

    /// A line behind a prompt.
    fn typed(prompt: &str, rest: Vec<Piece>) -> Vec<Piece> {
        let mut pieces = vec![("p", format!("{prompt} "))];
        pieces.extend(rest);
        pieces
    }

    /// A line of a session at Dunder's prompt.
    fn told(line: &str) -> Vec<Piece> {
        for prompt in [">>>", "..."] {
            if let Some(text) = line.strip_prefix(prompt) {
                return typed(prompt, code(text.strip_prefix(' ').unwrap_or(text)));
            }
        }
        if let Some((error, message)) = line.split_once("Error: ")
            && !error.contains(' ')
        {
            return vec![("e", format!("{error}Error")), ("", format!(": {message}"))];
        }
        match line.strip_suffix("decides") {
            Some(rest) => vec![("", rest.to_owned()), ("y", "decides".to_owned())],
            None => vec![("", line.to_owned())],
        }
    }

    /// A line with a terminal's colours.
    fn coloured(line: &str) -> Vec<Piece> {
        let mut parts = line.split("\x1b[");
        let mut pieces = vec![("", parts.next().unwrap_or_default().to_owned())];
        for part in parts {
            let (colour, text) = part.split_once('m').expect("a colour");
            let class = match colour {
                "0" => "",
                "1" => "d",
                "2" => "c",
                "1;31" => "e",
                "1;35" => "p",
                "35" => "m",
                other => panic!("the style sheet has no class for {other}"),
            };
            pieces.push((class, text.to_owned()));
        }
        pieces
    }

    fn escaped(text: &str) -> String {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    }

    fn svg(title: &str, lines: &[Vec<Piece>]) -> String {
        let width = |line: &Vec<Piece>| line.iter().map(|(_, text)| text.chars().count()).sum();
        let widest: usize = lines.iter().map(width).max().unwrap_or(0);
        let width = (widest as f64 * CHARACTER) as usize + 2 * MARGIN;
        let height = TITLE + lines.len() * LINE + MARGIN;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>{title}</title>\n\
             <style>{STYLE}</style>\n\
             <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#1f2430\"/>\n"
        );
        for (n, colour) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
            let x = MARGIN + 4 + n * 20;
            let _ = writeln!(
                out,
                "<circle cx=\"{x}\" cy=\"18\" r=\"6\" fill=\"{colour}\"/>"
            );
        }
        for (n, line) in lines.iter().enumerate() {
            let y = TITLE + (n + 1) * LINE - 5;
            let _ = write!(
                out,
                "<text x=\"{MARGIN}\" y=\"{y}\" xml:space=\"preserve\">"
            );
            for (class, text) in line.iter().filter(|(_, text)| !text.is_empty()) {
                let text = escaped(text);
                let _ = match *class {
                    "" => write!(out, "{text}"),
                    class => write!(out, "<tspan class=\"{class}\">{text}</tspan>"),
                };
            }
            out.push_str("</text>\n");
        }
        out + "</svg>\n"
    }

    /// A transcript of the prompt.
    pub fn of_transcript(transcript: &str) -> String {
        let lines: Vec<Vec<Piece>> = transcript.lines().map(told).collect();
        svg(
            "Asking Dunder's prompt where an attribute comes from",
            &lines,
        )
    }

    /// A script, and the report on its error.
    pub fn of_error(name: &str, source: &str, report: &str) -> String {
        let shell = |command: String| typed("$", vec![("", command)]);
        let mut lines = vec![shell(format!("cat {name}"))];
        lines.extend(source.lines().map(code));
        lines.push(shell(format!("dunder {name}")));
        lines.extend(report.lines().map(coloured));
        svg("What Dunder shows of an error", &lines)
    }
}

/// Compares a picture with the one in docs/, or puts it there.
fn is_drawn(name: &str, picture: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name);
    if std::env::var_os("DUNDER_UPDATE").is_some() {
        fs::write(&path, picture).expect("the picture is written");
    }
    assert!(
        fs::read_to_string(&path).is_ok_and(|drawn| drawn == picture),
        "docs/{name} is not what is printed; DUNDER_UPDATE=1 draws it anew"
    );
}

#[test]
fn the_picture_of_the_prompt_is_of_the_tutorial() {
    let tutorial = document("docs/TUTORIAL.md");
    let transcript = tutorial
        .split_once("```pycon\n")
        .and_then(|(_, rest)| rest.split_once("```"))
        .map(|(block, _)| block)
        .expect("the tutorial has a transcript");
    is_drawn("prompt.svg", &picture::of_transcript(transcript));
}

/// What `--errors=fancy` prints of `tests/data/shirt.py`.
fn report(colours: bool) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dunder"));
    command
        .args(["--errors=fancy", "shirt.py"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data"))
        .env("COLUMNS", "80");
    for name in ["NO_COLOR", "FORCE_COLOR", "PYTHON_COLORS"] {
        command.env_remove(name);
    }
    if colours {
        command.env("FORCE_COLOR", "1");
    }
    let output = command.output().expect("dunder runs");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn the_picture_of_an_error_is_what_is_printed() {
    let source = document("tests/data/shirt.py");
    let picture = picture::of_error("shirt.py", &source, &report(true));
    is_drawn("error.svg", &picture);
}

#[test]
fn the_error_in_the_documents_is_what_is_printed() {
    let shown = format!(
        "```text\n$ dunder --errors=fancy shirt.py\n{}```",
        report(false)
    );
    assert!(document("docs/ERRORS.md").contains(&shown), "{shown}");
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("README.md")];
    let docs = fs::read_dir(root.join("docs")).expect("there are documents");
    documents.extend(docs.map(|entry| entry.expect("an entry").path()));
    for path in documents {
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("the document exists");
        for link in text.split("](").skip(1) {
            let target = link.split([')', '#', ' ']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            let folder = path.parent().unwrap_or(root);
            assert!(
                folder.join(target).exists(),
                "{}: {target} is not there",
                path.display()
            );
        }
    }
}

#[test]
fn the_options_in_the_readme_exist() {
    let help = Command::new(env!("CARGO_BIN_EXE_dunder"))
        .arg("--help-all")
        .output()
        .expect("dunder runs");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    for line in document("README.md").lines() {
        let Some(rest) = line.strip_prefix("dunder ") else {
            continue;
        };
        for word in rest
            .split_whitespace()
            .filter(|word| word.starts_with("--"))
        {
            let option = word.split('=').next().unwrap_or(word);
            assert!(help.contains(option), "{option}");
        }
    }
}
