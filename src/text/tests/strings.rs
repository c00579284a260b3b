//! Storage, searching, splitting and padding.

use std::ops::Range;

use super::super::{Text, ascii, pad::Side, search};
use super::{Answer, Args, Operation, bytes, check, shown, truth};

fn range(args: &Args) -> Range<usize> {
    let len = args.text(0).len();
    // As a wrapper does, ends are cut to the length, and a start is not.
    args.number(2)..args.number::<usize>(3).min(len)
}

fn at(found: Option<usize>) -> Answer {
    shown(found.map_or(-1, |at| at as i64))
}

fn pieces(text: &Text, ranges: impl IntoIterator<Item = Range<usize>>) -> Answer {
    let mut out = Text::new();
    for range in ranges {
        out.push_str("<");
        out.push_text(&text.slice_bytes(range));
        out.push_str(">");
    }
    Ok(out)
}

fn byte_pieces(bytes: &[u8], ranges: impl IntoIterator<Item = Range<usize>>) -> Answer {
    let mut out = Text::new();
    for range in ranges {
        out.push_str("<");
        bytes[range].iter().for_each(|&b| out.push(b.into()));
        out.push_str(">");
    }
    Ok(out)
}

fn padded(args: &Args, side: Side) -> Answer {
    let fill = args.text(2).get(0).expect("a fill character");
    let out = args.text(0).pad(args.number(1), fill, side)?;
    Ok(out.unwrap_or_else(|| args.text(0).clone()))
}

fn step(args: &Args) -> Answer {
    let (text, start, step) = (args.text(0), args.number(1), args.number(2));
    if start >= text.len() {
        return Ok(Text::new());
    }
    let room = if step > 0 {
        text.len() - start - 1
    } else {
        start
    };
    Ok(text.slice_step(start, step, room / step.unsigned_abs() + 1))
}

const OPERATIONS: &[Operation] = &[
    ("find", |a| at(a.text(0).find(a.text(1), range(a)))),
    ("rfind", |a| at(a.text(0).rfind(a.text(1), range(a)))),
    ("count", |a| shown(a.text(0).count(a.text(1), range(a)))),
    ("startswith", |a| {
        truth(a.text(0).starts_with(a.text(1), range(a)))
    }),
    ("endswith", |a| {
        truth(a.text(0).ends_with(a.text(1), range(a)))
    }),
    ("slice", |a| Ok(a.text(0).slice(range(a)))),
    ("index", |a| {
        let c = a.text(0).get(a.number(1));
        shown(c.map_or("none".to_owned(), |c| c.to_string()))
    }),
    ("step", step),
    ("replace", |a| {
        let out = a.text(0).replace(a.text(1), a.text(2), a.limit(3))?;
        Ok(out.unwrap_or_else(|| a.text(0).clone()))
    }),
    ("split", |a| {
        pieces(a.text(0), a.text(0).split(a.text(1), a.limit(2)))
    }),
    ("rsplit", |a| {
        pieces(a.text(0), a.text(0).rsplit(a.text(1), a.limit(2)))
    }),
    ("split_space", |a| {
        pieces(a.text(0), a.text(0).split_space(a.limit(1)))
    }),
    ("rsplit_space", |a| {
        pieces(a.text(0), a.text(0).rsplit_space(a.limit(1)))
    }),
    ("splitlines", |a| {
        pieces(a.text(0), a.text(0).split_lines(a.str(1) == "1"))
    }),
    ("split_bytes", |a| {
        let bytes = a.bytes(0);
        byte_pieces(&bytes, search::split_ascii_space(&bytes, a.limit(1)))
    }),
    ("rsplit_bytes", |a| {
        let bytes = a.bytes(0);
        byte_pieces(&bytes, search::rsplit_ascii_space(&bytes, a.limit(1)))
    }),
    ("strip", |a| {
        let text = a.text(0);
        Ok(text.slice_bytes(text.strip(Some(a.text(1)), true, true)))
    }),
    ("lstrip", |a| {
        Ok(a.text(0).slice_bytes(a.text(0).strip(None, true, false)))
    }),
    ("rstrip", |a| {
        Ok(a.text(0).slice_bytes(a.text(0).strip(None, false, true)))
    }),
    ("compare", |a| shown(a.text(0).cmp(a.text(1)) as i8)),
    ("ljust", |a| padded(a, Side::Right)),
    ("rjust", |a| padded(a, Side::Left)),
    ("center", |a| padded(a, Side::Both)),
    ("zfill", |a| {
        let out = a.text(0).zfill(a.number(1))?;
        Ok(out.unwrap_or_else(|| a.text(0).clone()))
    }),
    ("expandtabs", |a| a.text(0).expand_tabs(a.number(1))),
    ("concat", |a| a.text(0).concat(a.text(1))),
    ("join", |a| a.text(0).join(&a.0[1..])),
    ("bytes_title", |a| bytes(&ascii::title(&a.bytes(0)))),
    ("bytes_capitalize", |a| {
        bytes(&ascii::capitalize(&a.bytes(0)))
    }),
    ("bytes_swapcase", |a| bytes(&ascii::swapcase(&a.bytes(0)))),
    ("bytes_isspace", |a| truth(ascii::is_space(&a.bytes(0)))),
    ("bytes_islower", |a| truth(ascii::is_lower(&a.bytes(0)))),
    ("bytes_isupper", |a| truth(ascii::is_upper(&a.bytes(0)))),
    ("bytes_istitle", |a| truth(ascii::is_title(&a.bytes(0)))),
    ("bytes_isalpha", |a| {
        truth(ascii::all(&a.bytes(0), u8::is_ascii_alphabetic))
    }),
    ("bytes_hex", |a| {
        let separator = a.bytes(1).first().copied();
        shown(ascii::hex(&a.bytes(0), separator, a.number(2))?)
    }),
    ("bytes_fromhex", |a| bytes(&ascii::from_hex(a.text(0))?)),
    ("repeat", |a| a.text(0).repeat(a.number(1))),
];

#[test]
fn agrees_with_tables() {
    check("strings", OPERATIONS);
}

#[test]
fn stays_small() {
    assert_eq!(size_of::<Text>(), 48);
}

#[test]
fn appending_keeps_the_index() {
    let (mut text, mut plain) = (Text::new(), Vec::new());
    for n in 0..500u32 {
        let c = [0x61, 0xe9, 0x4e2d, 0xd83d, 0xde00, 0x1f600][n as usize * 7 % 6];
        text.push(c);
        plain.push(c);
        assert_eq!(text.get(n as usize / 2), Some(plain[n as usize / 2]));
        assert_eq!(text.get(n as usize), Some(c));
        assert_eq!(text.char_offset(text.byte_offset(n as usize)), n as usize);
    }
    assert_eq!(text.chars().collect::<Vec<_>>(), plain);
    assert_eq!(
        text.chars().rev().collect::<Vec<_>>(),
        plain.iter().rev().copied().collect::<Vec<_>>()
    );
}

#[test]
fn sizes_are_guarded() {
    let text = Text::from("ab");
    assert_eq!(
        text.repeat(1 << 62).unwrap_err().message,
        "repeated string is too long"
    );
    assert!(text.repeat(1 << 60).is_err());
    assert!(text.pad(1 << 60, 0x20, Side::Left).is_err());
    let (empty, long) = (Text::new(), text.repeat(1 << 20).unwrap());
    assert!(long.replace(&empty, &long, None).is_err());
}
