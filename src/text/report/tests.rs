//! Replays the exceptions recorded from CPython in tests/data/report and compares every character.

use std::rc::Rc;

use serde_json::Value;

use super::*;

const CASES: &str = include_str!("../../../tests/data/report/cases.json");

const SUGGESTIONS: &str = include_str!("../../../tests/data/report/suggestions.json");

/// The recorded cases, or those of the file that the environment names.
fn cases() -> Vec<Value> {
    let other = std::env::var("DUNDER_REPORT_CASES").map(std::fs::read_to_string);
    let text = other.map_or(CASES.to_owned(), |text| {
        text.expect("the file named is readable")
    });
    serde_json::from_str(&text).expect("cases are a list")
}

fn text(value: &Value) -> Text {
    value.as_str().map(Text::from).unwrap_or_default()
}

fn texts(value: &Value) -> Vec<Text> {
    value.as_array().into_iter().flatten().map(text).collect()
}

fn optional_text(value: &Value) -> Option<Text> {
    value.as_str().map(Text::from)
}

fn column(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn frame(value: &Value, source: &Rc<Source>) -> Frame {
    let position = || {
        Some(Position {
            end_line: value["end_line"].as_i64()?,
            column: column(&value["column"])?,
            end_column: column(&value["end_column"])?,
        })
    };
    Frame {
        filename: text(&value["filename"]),
        name: text(&value["name"]),
        line: value["line"].as_i64(),
        position: position(),
        source: match value["filename"] == "case.py" {
            true => FrameSource::File(source.clone()),
            false => FrameSource::Missing,
        },
        locals: Vec::new(),
    }
}

fn suggestion(value: &Value) -> Text {
    let names = texts(&value["names"]);
    let names: Vec<&[u8]> = names.iter().map(Text::as_bytes).collect();
    let name = text(&value["name"]);
    let flag = |key: &str| value[key].as_bool().unwrap_or(false);
    match value["kind"].as_str() {
        Some("attribute") => suggest::attribute(&names, name.as_bytes(), flag("own")),
        Some("import") => suggest::imported_name(&names, name.as_bytes()),
        Some("name") => suggest::name(&names, name.as_bytes(), flag("own"), flag("module")),
        _ => Text::new(),
    }
}

fn syntax(value: &Value) -> SyntaxDetails {
    SyntaxDetails {
        msg: optional_text(&value["msg"]),
        filename: optional_text(&value["filename"]),
        lineno: value["lineno"].as_i64(),
        offset: value["offset"].as_i64(),
        end_lineno: value["end_lineno"].as_i64(),
        end_offset: value["end_offset"].as_i64(),
        text: optional_text(&value["text"]),
    }
}

fn exception(value: &Value, limit: Limit, source: &Rc<Source>) -> Exception {
    let frames = value["frames"].as_array().map_or(&[][..], |frames| frames);
    Exception {
        type_name: text(&value["type"]),
        message: text(&value["message"]),
        suggestion: suggestion(&value["suggestion"]),
        notes: match &value["notes"] {
            Value::Null => Notes::None,
            Value::Array(_) => Notes::List(texts(&value["notes"])),
            other => Notes::Other(text(other)),
        },
        frames: frames[limit.range(frames.len())]
            .iter()
            .map(|value| frame(value, source))
            .collect(),
        syntax: value.get("syntax").map(syntax),
    }
}

fn report(case: &Value) -> Report {
    // As linecache reads a file.
    let lines = text(&case["source"]).to_string_lossy();
    let source = Rc::new(Source::new(lines.replace("\r\n", "\n").replace('\r', "\n")));
    let limit = Limit::of_uncaught(case["limit"].as_i64());
    let key = |value: &Value| value.as_u64();
    Report::gather(0, true, |&number| {
        let value = &case["exceptions"][number as usize];
        let links = Links {
            cause: key(&value["cause"]),
            context: key(&value["context"]),
            suppress_context: value["suppress"] == true,
            members: value["members"]
                .as_array()
                .map(|members| members.iter().filter_map(key).collect()),
        };
        (exception(value, limit, &source), links)
    })
}

/// Fails with all differences between what is printed and what was recorded.
fn compare(printed: impl Fn(&Value) -> String, recorded: impl Fn(&Value) -> String) {
    let mut wrong = Vec::new();
    let cases = cases();
    for case in &cases {
        let (ours, theirs) = (printed(case), recorded(case));
        if ours != theirs {
            wrong.push(format!(
                "== {}\n{theirs}-- is printed as\n{ours}",
                case["name"]
            ));
        }
    }
    let (bad, all) = (wrong.len(), cases.len());
    assert!(
        wrong.is_empty(),
        "{bad} of {all} differ:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn reports_are_cpythons() {
    let options = Options::default();
    compare(
        |case| format!("{:#?}", report(case).format(&options)),
        |case| format!("{:#?}", texts(&case["parts"])),
    );
}

#[test]
fn coloured_reports_are_cpythons() {
    let options = Options {
        palette: Palette::ANSI,
        ..Options::default()
    };
    compare(
        |case| match case.get("coloured") {
            Some(_) => report(case).render(&options).to_string_lossy(),
            None => String::new(),
        },
        |case| text(&case["coloured"]).to_string_lossy(),
    );
}

#[test]
fn last_lines_are_cpythons() {
    compare(
        |case| {
            format!(
                "{:#?}",
                report(case).format_exception_only(true, &Palette::PLAIN)
            )
        },
        |case| format!("{:#?}", texts(&case["only"])),
    );
}

#[test]
fn suggestions_are_cpythons() {
    let all: Vec<Value> = serde_json::from_str(SUGGESTIONS).expect("suggestions are a list");
    for case in &all {
        let names = texts(&case[0]);
        let names: Vec<&[u8]> = names.iter().map(Text::as_bytes).collect();
        let found = suggest::closest(&names, text(&case[1]).as_bytes());
        assert_eq!(
            found.map(Text::from_wtf8),
            optional_text(&case[2]),
            "{case}"
        );
    }
}

#[test]
fn keywords_are_suggested() {
    let names: [&[u8]; 2] = [b"end", b"sep"];
    assert_eq!(suggest::keyword(&names, b"ende"), ". Did you mean 'end'?");
    assert_eq!(suggest::keyword(&names, b"file"), "");
}

#[test]
fn limits_choose_frames() {
    let shown = |limit: Limit| limit.range(5);
    assert_eq!(shown(Limit::of_call(None, None)), 0..5);
    assert_eq!(shown(Limit::of_call(None, Some(3))), 0..3);
    assert_eq!(shown(Limit::of_call(None, Some(-3))), 0..0);
    assert_eq!(shown(Limit::of_call(Some(2), Some(3))), 0..2);
    assert_eq!(shown(Limit::of_call(Some(-2), Some(3))), 3..5);
    assert_eq!(shown(Limit::of_call(Some(i64::MIN), None)), 0..5);
    assert_eq!(shown(Limit::of_uncaught(Some(2))), 3..5);
    assert_eq!(shown(Limit::of_uncaught(Some(7))), 3..5);
    assert_eq!(shown(Limit::of_uncaught(Some(-7))), 5..5);
    assert_eq!(shown(Limit::of_unraisable(Some(2))), 3..5);
    assert_eq!(Limit::of_unraisable(None).range(1200), 200..1200);
}

#[test]
fn warnings_show_their_line() {
    let format = |line| {
        format_warning(
            &"a.py".into(),
            3,
            &"UserWarning".into(),
            &"a\nb".into(),
            line,
        )
        .to_string_lossy()
    };
    assert_eq!(format(""), "a.py:3: UserWarning: a\nb\n");
    assert_eq!(format(" \n"), "a.py:3: UserWarning: a\nb\n  \n");
    assert_eq!(format("\tx = 1 \n"), "a.py:3: UserWarning: a\nb\n  x = 1\n");
}

#[test]
fn unraisable_exceptions_have_no_marks() {
    let source = Source::new("def f(n):\n \tif n: f(n - 1)\t \n".to_owned());
    let frame = Frame {
        filename: "a.py".into(),
        name: "f".into(),
        line: Some(2),
        position: Some(Position {
            end_line: 2,
            column: 8,
            end_column: 16,
        }),
        source: FrameSource::File(Rc::new(source)),
        locals: Vec::new(),
    };
    let exception = Exception {
        type_name: "KeyError".into(),
        frames: vec![frame; 5],
        ..Exception::default()
    };
    let printed = format_unraisable(None, Some(&"<function A.__del__>".into()), &exception);
    let line = "  File \"a.py\", line 2, in f\n    if n: f(n - 1)\t \n";
    assert_eq!(
        printed.to_string_lossy(),
        format!(
            "Exception ignored in: <function A.__del__>\nTraceback (most recent call last):\n\
             {line}{line}{line}  [Previous line repeated 2 more times]\nKeyError: \n"
        )
    );
}

#[test]
fn surrogates_stay() {
    let exception = Exception {
        type_name: "ValueError".into(),
        message: Text::from_code_point(0xdc80),
        ..Exception::default()
    };
    let report = Report::gather((), true, |()| (exception.clone(), Links::default()));
    let mut expected = Text::from("ValueError: ");
    expected.push(0xdc80);
    expected.push_str("\n");
    assert_eq!(report.render(&Options::default()), expected);
}

/// A group that holds another twice, which holds another twice, and so on, is printed to the width
/// and depth allowed, but never unrolled.
#[test]
fn shared_groups_are_not_unrolled() {
    let report = Report::gather(60u32, true, |&number| {
        let members = (number > 0).then(|| vec![number - 1; 2]);
        let links = Links {
            members,
            ..Links::default()
        };
        (Exception::default(), links)
    });
    let parts = report.format(&Options {
        max_group_depth: 3,
        ..Options::default()
    });
    assert_eq!(parts.len(), 33);
}

#[test]
fn long_chains_are_printed() {
    let report = Report::gather(100_000u32, true, |&number| {
        let links = Links {
            context: number.checked_sub(1),
            ..Links::default()
        };
        (Exception::default(), links)
    });
    assert_eq!(report.format(&Options::default()).len(), 200_001);
}
