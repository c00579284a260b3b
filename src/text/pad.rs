//! Padding and tabs: `ljust`, `rjust`, `center`, `zfill` and `expandtabs`, for `str` and `bytes`.

use super::storage::Store;
use super::wtf8::{encode, width};
use super::{Error, Text};

/// Up to so many bytes are put together on the stack.
const SHORT: usize = 64;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// After the text: `ljust`.
    Right,
    /// Before the text: `rjust`.
    Left,
    /// On both sides: `center`.
    Both,
}

impl Side {
    /// How much of `missing` goes to the left, for a total of `width`.
    pub const fn left(self, missing: usize, width: usize) -> usize {
        match self {
            Side::Right => 0,
            Side::Left => missing,
            // An odd rest goes to the left only if the width is odd too.
            Side::Both => missing / 2 + (missing & width & 1),
        }
    }
}

/// `text`, of `len` units, filled up to `total` units with `fill`, or nothing if it is long enough.
fn pad(
    text: &[u8],
    len: usize,
    total: usize,
    fill: &[u8],
    side: Side,
) -> Result<Option<Store>, Error> {
    let Some(missing) = total.checked_sub(len).filter(|&n| n > 0) else {
        return Ok(None);
    };
    let left = side.left(missing, total);
    let size = missing
        .checked_mul(fill.len())
        .and_then(|n| n.checked_add(text.len()))
        .ok_or_else(Error::memory)?;
    if let &[byte] = fill
        && size <= SHORT
    {
        let mut out = [byte; SHORT];
        out[left..left + text.len()].copy_from_slice(text);
        return Ok(Some(Store::from_slice(&out[..size])));
    }
    let mut out = Vec::new();
    out.try_reserve_exact(size).map_err(|_| Error::memory())?;
    let fill_up = |out: &mut Vec<u8>, times: usize| match fill {
        &[byte] => out.resize(out.len() + times, byte),
        _ => (0..times).for_each(|_| out.extend_from_slice(fill)),
    };
    fill_up(&mut out, left);
    out.extend_from_slice(text);
    fill_up(&mut out, missing - left);
    Ok(Some(Store::from_vec(out)))
}

/// `bytes.ljust` and its kin; nothing if the bytes are long enough already.
pub fn pad_bytes(bytes: &[u8], total: usize, fill: u8, side: Side) -> Result<Option<Store>, Error> {
    pad(bytes, bytes.len(), total, &[fill], side)
}

/// `bytes.zfill`; nothing if the bytes are long enough already.
pub fn zfill_bytes(bytes: &[u8], total: usize) -> Result<Option<Store>, Error> {
    zfill(bytes, bytes.len(), total)
}

/// Zeros to the left, after a sign.
fn zfill(text: &[u8], len: usize, total: usize) -> Result<Option<Store>, Error> {
    let mut out = pad(text, len, total, b"0", Side::Left)?;
    if let Some(out) = &mut out
        && let Some(sign @ (b'+' | b'-')) = text.first().copied()
    {
        let at = out.len() - text.len();
        let out = out.as_mut_slice();
        out.swap(0, at);
        debug_assert_eq!(out[0], sign);
    }
    Ok(out)
}

/// `bytes.expandtabs`; a size of 0 or less removes the tabs.
pub fn expand_tabs_bytes(bytes: &[u8], size: i64) -> Result<Vec<u8>, Error> {
    expand_tabs(bytes, size, |_| 1)
}

/// Tabs to spaces up to the next multiple of `size`; `unit` gives the size of the unit that a byte
/// starts.
fn expand_tabs(text: &[u8], size: i64, unit: fn(u8) -> usize) -> Result<Vec<u8>, Error> {
    let size = usize::try_from(size).unwrap_or(0);
    let too_long = || Error::overflow("result too long");
    let (mut out, mut column, mut at) = (Vec::with_capacity(text.len()), 0usize, 0);
    // What has no tabs is the same.
    if memchr::memchr(b'\t', text).is_none() {
        out.extend_from_slice(text);
        return Ok(out);
    }
    while at < text.len() {
        let bytes = &text[at..(at + unit(text[at])).min(text.len())];
        at += bytes.len();
        match bytes[0] {
            b'\t' if size == 0 => {}
            b'\t' => {
                let spaces = size - column % size;
                column = column.checked_add(spaces).ok_or_else(too_long)?;
                let total = out.len().checked_add(spaces).ok_or_else(too_long)?;
                isize::try_from(total).map_err(|_| too_long())?;
                out.try_reserve(spaces).map_err(|_| Error::memory())?;
                out.resize(total, b' ');
            }
            byte => {
                column = if matches!(byte, b'\n' | b'\r') {
                    0
                } else {
                    column + 1
                };
                out.extend_from_slice(bytes);
            }
        }
    }
    Ok(out)
}

impl Text {
    /// `str.ljust` and its kin; nothing if the text is long enough already.
    pub fn pad(&self, total: usize, fill: u32, side: Side) -> Result<Option<Text>, Error> {
        let (buffer, size) = encode(fill);
        let bytes = pad(self.as_bytes(), self.len(), total, &buffer[..size], side)?;
        Ok(bytes.map(|bytes| Text::from_store(bytes, total)))
    }

    /// `str.zfill`; nothing if the text is long enough already.
    pub fn zfill(&self, total: usize) -> Result<Option<Text>, Error> {
        let bytes = zfill(self.as_bytes(), self.len(), total)?;
        Ok(bytes.map(|bytes| Text::from_store(bytes, total)))
    }

    /// `str.expandtabs`; a size of 0 or less removes the tabs.
    pub fn expand_tabs(&self, size: i64) -> Result<Text, Error> {
        expand_tabs(self.as_bytes(), size, width).map(Text::from_wtf8_vec)
    }
}
