//! The names of encodings.

use super::{Charmap, Codec, Order};

/// Names in lower case, with underscores for all that is neither letter, digit nor point.
const NAMES: &[(Codec, &[&str])] = &[
    (
        Codec::Utf8,
        &[
            "utf_8",
            "utf8",
            "u8",
            "utf",
            "cp65001",
            "utf8_ucs2",
            "utf8_ucs4",
        ],
    ),
    (Codec::Utf8Sig, &["utf_8_sig"]),
    (Codec::Utf16(Order::Marked), &["utf_16", "utf16", "u16"]),
    (
        Codec::Utf16(Order::Little),
        &["utf_16_le", "utf_16le", "unicodelittleunmarked"],
    ),
    (
        Codec::Utf16(Order::Big),
        &["utf_16_be", "utf_16be", "unicodebigunmarked"],
    ),
    (Codec::Utf32(Order::Marked), &["utf_32", "utf32", "u32"]),
    (Codec::Utf32(Order::Little), &["utf_32_le", "utf_32le"]),
    (Codec::Utf32(Order::Big), &["utf_32_be", "utf_32be"]),
    (
        Codec::Ascii,
        &[
            "ascii",
            "us_ascii",
            "us",
            "646",
            "ansi_x3.4_1968",
            "ansi_x3.4_1986",
            "ansi_x3_4_1968",
            "cp367",
            "csascii",
            "ibm367",
            "iso646_us",
            "iso_646.irv_1991",
            "iso_ir_6",
        ],
    ),
    (
        Codec::Latin1,
        &[
            "latin_1",
            "latin1",
            "latin",
            "l1",
            "iso8859_1",
            "iso_8859_1",
            "iso8859",
            "8859",
            "cp819",
            "csisolatin1",
            "ibm819",
            "iso_8859_1_1987",
            "iso_ir_100",
        ],
    ),
    (
        Codec::Charmap(Charmap::Cp1252),
        &["cp1252", "1252", "windows_1252"],
    ),
    (
        Codec::Charmap(Charmap::Cp1251),
        &["cp1251", "1251", "windows_1251"],
    ),
    (
        Codec::Charmap(Charmap::Cp437),
        &["cp437", "437", "cspc8codepage437", "ibm437"],
    ),
    (
        Codec::Charmap(Charmap::Cp850),
        &["cp850", "850", "cspc850multilingual", "ibm850"],
    ),
    (
        Codec::Charmap(Charmap::Iso8859_2),
        &[
            "iso8859_2",
            "latin2",
            "l2",
            "iso_8859_2",
            "iso_8859_2_1987",
            "iso_ir_101",
            "csisolatin2",
        ],
    ),
    (
        Codec::Charmap(Charmap::Iso8859_15),
        &["iso8859_15", "iso_8859_15", "l9", "latin9"],
    ),
    (Codec::Charmap(Charmap::Koi8R), &["koi8_r", "cskoi8r"]),
    (
        Codec::Charmap(Charmap::MacRoman),
        &["mac_roman", "macintosh", "macroman"],
    ),
    (Codec::UnicodeEscape, &["unicode_escape", "unicodeescape"]),
    (
        Codec::RawUnicodeEscape,
        &["raw_unicode_escape", "rawunicodeescape"],
    ),
];

/// The encoding of a name as Python reads it: in any case, and with anything between its words.
pub fn lookup(name: &str) -> Option<Codec> {
    if name == "utf-8" {
        return Some(Codec::Utf8);
    }
    let mut normal = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' => {
                if std::mem::take(&mut gap) && !normal.is_empty() {
                    normal.push('_');
                }
                normal.push(c.to_ascii_lowercase());
            }
            '\0' | '\u{80}'.. => return None,
            _ => gap = true,
        }
    }
    NAMES
        .iter()
        .find(|(_, names)| names.contains(&normal.as_str()))
        .map(|(codec, _)| *codec)
}
