//! What characters are put together of, in the notation of the Unicode data. `decomposition.txt` holds
//! it (`generate.py` makes it), sorted by code points; Hangul syllables, made by rule, are not in it.

use std::sync::LazyLock;

static SOURCE: &str = include_str!("decomposition.txt");

/// The code points with their decompositions, sorted.
static ALL: LazyLock<Vec<(u32, &str)>> = LazyLock::new(|| {
    let read = |line: &'static str| {
        let (code_point, mapping) = line.split_once(' ')?;
        Some((u32::from_str_radix(code_point, 16).ok()?, mapping))
    };
    SOURCE.lines().filter_map(read).collect()
});

/// `unicodedata.decomposition`: a tag, if any, and code points in hexadecimal digits; empty for none.
pub fn decomposition(c: u32) -> &'static str {
    match ALL.binary_search_by_key(&c, |(code_point, _)| *code_point) {
        Ok(at) => ALL[at].1,
        Err(_) => "",
    }
}
