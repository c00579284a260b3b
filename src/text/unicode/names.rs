//! The names of characters. The crate that has them follows a newer Unicode, so what this version
//! leaves unassigned is filtered out.

use super::record;

/// `unicodedata.name`
pub fn name(c: u32) -> Option<String> {
    let c = char::from_u32(c).filter(|&c| record(c.into()).is_assigned())?;
    unicode_names2::name(c).map(|name| name.to_string())
}

/// The character of a name or alias, in any case: `\N{...}` and, but for named sequences,
/// `unicodedata.lookup`.
pub fn character(wanted: &str) -> Option<u32> {
    // No name is written otherwise, and the crate overflows at a hyphen in front.
    let written = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-');
    if wanted.starts_with('-') || !wanted.bytes().all(written) {
        return None;
    }
    let c = u32::from(unicode_names2::character(wanted)?);
    let accepted = match name(c) {
        _ if !record(c).is_assigned() => false,
        // The crate does not care for blanks and hyphens in a name, which Python does; nor for the
        // case, which Python does where a name is made by rule.
        Some(name) if bare(&name) == bare(wanted) => {
            let by_rule = BY_RULE.iter().any(|start| name.starts_with(start));
            if by_rule {
                name == wanted
            } else {
                name.eq_ignore_ascii_case(wanted)
            }
        }
        // An alias.
        _ => true,
    };
    accepted.then_some(c)
}

/// How names that are made by rule start.
const BY_RULE: [&str; 2] = ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"];

/// A name's letters and digits.
fn bare(name: &str) -> String {
    name.replace([' ', '-', '_'], "").to_ascii_uppercase()
}
