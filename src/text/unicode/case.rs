//! Case conversion as `str`'s methods do it, with mappings to several characters and the final sigma.

use super::tables::{Flag, Mapped, Mapping, mapped, mapped_characters, record};
use crate::text::Text;
use crate::text::wtf8::{CodePoints, push_code_point};
use std::collections::HashMap;
use std::sync::LazyLock;

const SIGMA: u32 = 0x3a3;
const FINAL_SIGMA: u32 = 0x3c2;

/// Appends what a mapping makes of a code point.
fn push(out: &mut Vec<u8>, mapping: Mapping, c: u32) {
    if c < 0x80 {
        let byte = c as u8;
        out.push(match mapping {
            Mapping::Upper | Mapping::Title => byte.to_ascii_uppercase(),
            Mapping::Lower | Mapping::Fold => byte.to_ascii_lowercase(),
        });
        return;
    }
    match (mapped(mapping, c), mapping) {
        (Mapped::One(other), _) => push_code_point(out, other),
        (Mapped::Many(others), _) => others.iter().for_each(|&other| push_code_point(out, other)),
        (Mapped::Same, Mapping::Title) => push(out, Mapping::Upper, c),
        (Mapped::Same, Mapping::Fold) => push(out, Mapping::Lower, c),
        (Mapped::Same, _) => push_code_point(out, c),
    }
}

/// Whether the first code point that is not ignored for case has a case.
fn cased_next(mut chars: impl Iterator<Item = u32>) -> bool {
    let next = chars.find(|&c| !record(c).has(Flag::CaseIgnorable));
    next.is_some_and(|c| record(c).is_cased())
}

/// Appends the lowercase of `c`, given what stands before and after it.
fn push_lower(out: &mut Vec<u8>, c: u32, before: &[u8], after: &[u8]) {
    match c {
        SIGMA => {
            let ends_word =
                cased_next(CodePoints::new(before).rev()) && !cased_next(CodePoints::new(after));
            push_code_point(out, if ends_word { FINAL_SIGMA } else { SIGMA + 0x20 });
        }
        _ => push(out, Mapping::Lower, c),
    }
}

/// Converts each code point by `convert`, which sees the bytes before and after it.
fn convert(text: &Text, mut convert: impl FnMut(&mut Vec<u8>, u32, &[u8], &[u8])) -> Text {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut chars = text.chars();
    let mut start = 0;
    while let Some(c) = chars.next() {
        convert(&mut out, c, &bytes[..start], chars.as_bytes());
        start = bytes.len() - chars.as_bytes().len();
    }
    Text::from_wtf8_vec(out)
}

/// Converts runs of ASCII at once and anything else by `convert`, which sees what is before and after.
fn by_runs(
    text: &Text,
    ascii: fn(&mut [u8]),
    mut convert: impl FnMut(&mut Vec<u8>, u32, &[u8], &[u8]),
) -> Text {
    if let Some(converted) = text.map_ascii(ascii) {
        return converted;
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let run = rest
            .iter()
            .position(|byte| !byte.is_ascii())
            .unwrap_or(rest.len());
        let start = out.len();
        out.extend_from_slice(&rest[..run]);
        ascii(&mut out[start..]);
        let before = &bytes[..bytes.len() - rest.len() + run];
        let mut chars = CodePoints::new(&rest[run..]);
        let Some(c) = chars.next() else { break };
        rest = chars.as_bytes();
        convert(&mut out, c, before, rest);
    }
    Text::from_wtf8_vec(out)
}

/// `str.upper`
pub fn upper(text: &Text) -> Text {
    by_runs(text, <[u8]>::make_ascii_uppercase, |out, c, _, _| {
        push(out, Mapping::Upper, c)
    })
}

/// `str.lower`
pub fn lower(text: &Text) -> Text {
    by_runs(text, <[u8]>::make_ascii_lowercase, push_lower)
}

/// `str.casefold`
pub fn casefold(text: &Text) -> Text {
    by_runs(text, <[u8]>::make_ascii_lowercase, |out, c, _, _| {
        push(out, Mapping::Fold, c)
    })
}

/// `str.title`
pub fn title(text: &Text) -> Text {
    let mut in_word = false;
    convert(text, |out, c, before, after| {
        match in_word {
            true => push_lower(out, c, before, after),
            false => push(out, Mapping::Title, c),
        }
        in_word = match c {
            0..0x80 => (c as u8).is_ascii_alphabetic(),
            _ => record(c).is_cased(),
        };
    })
}

/// `str.capitalize`
pub fn capitalize(text: &Text) -> Text {
    let ascii = |bytes: &mut [u8]| {
        if let [first, rest @ ..] = bytes {
            first.make_ascii_uppercase();
            rest.make_ascii_lowercase();
        }
    };
    if let Some(capitalized) = text.map_ascii(ascii) {
        return capitalized;
    }
    convert(text, |out, c, before, after| match before {
        [] => push(out, Mapping::Title, c),
        _ => push_lower(out, c, before, after),
    })
}

/// `str.swapcase`
pub fn swapcase(text: &Text) -> Text {
    convert(text, |out, c, before, after| {
        let record = record(c);
        if record.has(Flag::Uppercase) {
            push_lower(out, c, before, after);
        } else if record.has(Flag::Lowercase) {
            push(out, Mapping::Upper, c);
        } else {
            push_code_point(out, c);
        }
    })
}

/// The one code point that is the lowercase of `c`: what `re.IGNORECASE` compares.
pub fn simple_lower(c: u32) -> u32 {
    match (c, mapped(Mapping::Lower, c)) {
        (0..0x80, _) => u32::from((c as u8).to_ascii_lowercase()),
        (_, Mapped::One(lower)) => lower,
        // The only character with a longer lowercase: the capital I with a dot above.
        (_, Mapped::Many(_)) => u32::from(b'i'),
        (_, Mapped::Same) => c,
    }
}

/// The one code point that is the uppercase of `c`, or `c` itself where that takes several.
pub fn simple_upper(c: u32) -> u32 {
    match (c, mapped(Mapping::Upper, c)) {
        (0..0x80, _) => u32::from((c as u8).to_ascii_uppercase()),
        (_, Mapped::One(upper)) => upper,
        (_, Mapped::Many(_) | Mapped::Same) => c,
    }
}

/// The other lowercase characters whose uppercase is that of `c`, lowercase itself: they are equal to
/// it where case does not matter.
pub fn case_equivalents(c: u32) -> &'static [u32] {
    match c {
        // Known without the tables, as these are asked for often.
        0x69 => &[0x131],
        0x73 => &[0x17f],
        0..0x80 => &[],
        _ => EQUIVALENTS.get(&c).map_or(&[], Vec::as_slice),
    }
}

static EQUIVALENTS: LazyLock<HashMap<u32, Vec<u32>>> = LazyLock::new(|| {
    let mut by_upper: HashMap<Vec<u32>, Vec<u32>> = HashMap::new();
    for &c in cased() {
        let lower = simple_lower(c);
        let upper = match mapped(Mapping::Upper, lower) {
            _ if lower < 0x80 => vec![simple_upper(lower)],
            Mapped::Same => vec![lower],
            Mapped::One(upper) => vec![upper],
            Mapped::Many(upper) => upper.to_vec(),
        };
        let same = by_upper.entry(upper).or_default();
        if !same.contains(&lower) {
            same.push(lower);
        }
    }
    let mut all = HashMap::new();
    for same in by_upper.into_values().filter(|same| same.len() > 1) {
        for &c in &same {
            all.insert(c, same.iter().copied().filter(|&o| o != c).collect());
        }
    }
    all
});

/// The characters beyond ASCII that a mapping changes, and the letters of ASCII, in order.
pub fn cased() -> &'static [u32] {
    static CASED: LazyLock<Vec<u32>> = LazyLock::new(|| {
        let mut all: Vec<u32> = [Mapping::Upper, Mapping::Lower]
            .into_iter()
            .flat_map(mapped_characters)
            .chain((b'A'..=b'Z').chain(b'a'..=b'z').map(u32::from))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    &CASED
}
