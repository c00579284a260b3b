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

/// The picture on the front page: the tutorial's first transcript (which a test of the prompt replays) as an
/// image of a terminal.
mod picture {
    use dunder_grammar::classes::{TokenClass, classify};
    use std::fmt::Write as _;

    const CHARACTER: f64 = 8.4;
    const LINE: usize = 19;
    const MARGIN: usize = 18;
    const TITLE: usize = 34;

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

    fn code(prompt: &str, text: &str) -> Vec<Piece> {
        let mut pieces = vec![("p", format!("{prompt} "))];
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

    fn pieces(line: &str) -> Vec<Piece> {
        for prompt in [">>>", "..."] {
            if let Some(text) = line.strip_prefix(prompt) {
                return code(prompt, text.strip_prefix(' ').unwrap_or(text));
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

    fn escaped(text: &str) -> String {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    }

    pub fn of(transcript: &str) -> String {
        let lines: Vec<&str> = transcript.lines().collect();
        let widest = lines.iter().map(|line| line.chars().count()).max();
        let width = (widest.unwrap_or(0) as f64 * CHARACTER) as usize + 2 * MARGIN;
        let height = TITLE + lines.len() * LINE + MARGIN;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>Asking Dunder's prompt where an attribute comes from</title>\n\
             <style>text {{ font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre }} \
             .p {{ fill: #c792ea; font-weight: bold }} .k {{ fill: #82aaff; font-weight: bold }} .n {{ fill: #89ddff }} \
             .d {{ font-weight: bold }} .s {{ fill: #c3e88d }} .c {{ fill: #8a93a6 }} .e {{ fill: #f78c9c; font-weight: bold }} \
             .y {{ fill: #c3e88d; font-weight: bold }}</style>\n\
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
            for (class, text) in pieces(line).iter().filter(|(_, text)| !text.is_empty()) {
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
}

#[test]
fn the_picture_is_of_the_tutorial() {
    let tutorial = document("docs/TUTORIAL.md");
    let transcript = tutorial
        .split_once("```pycon\n")
        .and_then(|(_, rest)| rest.split_once("```"))
        .map(|(block, _)| block)
        .expect("the tutorial has a transcript");
    let picture = picture::of(transcript);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/prompt.svg");
    if std::env::var_os("DUNDER_UPDATE").is_some() {
        fs::write(&path, &picture).expect("the picture is written");
    }
    assert!(
        fs::read_to_string(&path).is_ok_and(|drawn| drawn == picture),
        "docs/prompt.svg is not of the tutorial's first transcript; DUNDER_UPDATE=1 draws it anew"
    );
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
