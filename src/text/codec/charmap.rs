//! Encodings of one byte per code point: ASCII, Latin-1 and code pages.

use super::Run;
use crate::text::Text;
use crate::text::wtf8::{CodePoints, push_code_point};

/// A code page whose lower half is ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charmap {
    /// `cp1252`: Western European Windows.
    Cp1252,
    /// `cp1251`: Cyrillic Windows.
    Cp1251,
    /// `cp437`: the first IBM PC.
    Cp437,
    /// `cp850`: Western European DOS.
    Cp850,
    /// `iso8859-2`: Central European.
    Iso8859_2,
    /// `iso8859-15`: Latin-1 with the euro sign.
    Iso8859_15,
    /// `koi8-r`: Russian.
    Koi8R,
    /// `mac-roman`: Western European on old Macs.
    MacRoman,
}

/// What stands for a byte without a character.
const NONE: char = '\u{fffe}';

const UNDEFINED: &str = "character maps to <undefined>";

impl Charmap {
    /// The name, and the characters of the bytes from 0x80 on.
    #[rustfmt::skip]
    const fn table(self) -> (&'static str, &'static str) {
        match self {
            Charmap::Cp1252 => (
                "cp1252",
                "€\u{fffe}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffe}Ž\u{fffe}\u{fffe}‘’“”•–—˜™š›œ\u{fffe}žŸ\
                 \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
                 ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
                 àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
            ),
            Charmap::Cp1251 => (
                "cp1251",
                "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffe}™љ›њќћџ\
                 \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
                 АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
                 абвгдежзийклмнопрстуфхцчшщъыьэюя",
            ),
            Charmap::Cp437 => (
                "cp437",
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
                 áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
                 └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
                 αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
            ),
            Charmap::Cp850 => (
                "cp850",
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
                 áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
                 └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
                 ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
            ),
            Charmap::Iso8859_2 => (
                "iso8859-2",
                "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
                 \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
                 ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
                 ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
            ),
            Charmap::Iso8859_15 => (
                "iso8859-15",
                "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
                 \u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿\
                 ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
                 àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
            ),
            Charmap::Koi8R => (
                "koi8-r",
                "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷\
                 ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
                 юабцдефгхийклмнопярстужвьызшэщчъ\
                 ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
            ),
            Charmap::MacRoman => (
                "mac-roman",
                "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
                 †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
                 ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\u{fb01}\u{fb02}\
                 ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
            ),
        }
    }

    /// The encoding's name.
    pub(super) const fn name(self) -> &'static str {
        self.table().0
    }

    fn chars(self) -> [char; 128] {
        let mut chars = self.table().1.chars();
        std::array::from_fn(|_| chars.next().unwrap_or(NONE))
    }
}

/// Decodes ASCII from the byte `at`.
pub(super) fn decode_ascii(input: &[u8], at: usize, out: &mut Vec<u8>) -> Run {
    let rest = &input[at..];
    let good = rest.iter().position(|byte| !byte.is_ascii());
    out.extend_from_slice(&rest[..good.unwrap_or(rest.len())]);
    match good {
        None => Run::Done(input.len()),
        Some(good) => {
            let start = at + good;
            Run::Fault {
                start,
                end: start + 1,
                reason: "ordinal not in range(128)",
            }
        }
    }
}

/// Decodes Latin-1 from the byte `at`.
pub(super) fn decode_latin_1(input: &[u8], at: usize, out: &mut Vec<u8>) -> Run {
    input[at..]
        .iter()
        .for_each(|&byte| push_code_point(out, byte.into()));
    Run::Done(input.len())
}

/// Decodes a code page from the byte `at`.
pub(super) fn decode(map: Charmap, input: &[u8], at: usize, out: &mut Vec<u8>) -> Run {
    let chars = map.chars();
    for (start, &byte) in input.iter().enumerate().skip(at) {
        match byte {
            0..0x80 => out.push(byte),
            _ => match chars[usize::from(byte - 0x80)] {
                NONE => {
                    return Run::Fault {
                        start,
                        end: start + 1,
                        reason: UNDEFINED,
                    };
                }
                c => push_code_point(out, c.into()),
            },
        }
    }
    Run::Done(input.len())
}

/// Encodes from the code point `at` by a function that gives the byte of a code point. A fault takes
/// in all code points in a row that have none.
fn encode_by(
    input: &Text,
    at: usize,
    out: &mut Vec<u8>,
    reason: &'static str,
    byte_of: impl Fn(u32) -> Option<u8>,
) -> Run {
    let mut chars = CodePoints::new(&input.as_bytes()[input.byte_offset(at)..]);
    let mut start = at;
    while let Some(c) = chars.next() {
        match byte_of(c) {
            Some(byte) => out.push(byte),
            None => {
                let more = chars.take_while(|&c| byte_of(c).is_none()).count();
                return Run::Fault {
                    start,
                    end: start + 1 + more,
                    reason,
                };
            }
        }
        start += 1;
    }
    Run::Done(start)
}

/// Encodes ASCII or Latin-1 from the code point `at`.
pub(super) fn encode_below(limit: u32, input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    if input.is_ascii() {
        out.extend_from_slice(&input.as_bytes()[at..]);
        return Run::Done(input.len());
    }
    let reason = match limit {
        0x80 => "ordinal not in range(128)",
        _ => "ordinal not in range(256)",
    };
    encode_by(input, at, out, reason, |c| {
        u8::try_from(c).ok().filter(|&byte| u32::from(byte) < limit)
    })
}

/// Encodes a code page from the code point `at`.
pub(super) fn encode(map: Charmap, input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    let chars = map.chars();
    encode_by(input, at, out, UNDEFINED, |c| match c {
        0..0x80 => Some(c as u8),
        _ => {
            let place = chars
                .iter()
                .position(|&known| u32::from(known) == c && known != NONE);
            place.map(|place| 0x80 + place as u8)
        }
    })
}
