//! A stable, adaptive merge sort for comparisons that may fail or contradict each other: natural runs,
//! extended to a minimal length by binary insertion, merged in the order of their powers, with
//! galloping where one run keeps winning (Munro and Wild's powersort on top of Peters' timsort).
//!
//! It sorts positions, not values: whatever a comparison does, every position stays present once.
//! The comparisons are those that CPython's `listsort.txt` describes, in the same order, so that
//! inconsistent orders (NaN) come out alike.

use crate::object::value::PyResult;

/// From how many wins in a row on a merge gallops.
const MIN_GALLOP: usize = 7;
/// Runs are at least half of this long, if there are that many items.
const MAX_MIN_RUN: usize = 64;

/// Sorts `items`. After an error they are in some order in between.
///
/// # Errors
/// The first one that `less` answers.
pub fn sort(items: &mut [u32], less: impl FnMut(u32, u32) -> PyResult<bool>) -> PyResult<()> {
    if items.len() < 2 {
        return Ok(());
    }
    let mut sorter = Sorter {
        items,
        less,
        spare: Vec::new(),
        runs: Vec::new(),
        min_gallop: MIN_GALLOP,
    };
    sorter.sort()
}

struct Run {
    start: usize,
    len: usize,
    /// The depth of the node of the merge tree between this run and the next.
    power: u32,
}

struct Sorter<'a, F> {
    items: &'a mut [u32],
    less: F,
    spare: Vec<u32>,
    runs: Vec<Run>,
    min_gallop: usize,
}

/// What is left of a merge: `gap` is where the next item goes; one run is in the spare room.
struct Merge {
    gap: usize,
    /// The left run's rest.
    left: std::ops::Range<usize>,
    /// The right run's rest.
    right: std::ops::Range<usize>,
}

fn min_run(mut len: usize) -> usize {
    let mut odd = 0;
    while len >= MAX_MIN_RUN {
        odd |= len & 1;
        len >>= 1;
    }
    len + odd
}

fn power(start: usize, len: usize, next: usize, all: usize) -> u32 {
    let mut a = 2 * start + len;
    let mut b = a + len + next;
    let mut power = 0;
    loop {
        power += 1;
        if a >= all {
            a -= all;
            b -= all;
        } else if b >= all {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

/// The number of leading `items` for which `before` holds, where none holds after one does not;
/// searched from `hint` outwards in growing steps.
fn gallop(
    items: &[u32],
    hint: usize,
    mut before: impl FnMut(u32) -> PyResult<bool>,
) -> PyResult<usize> {
    let (mut last, mut step) = (0, 1);
    let (mut low, mut high);
    if before(items[hint])? {
        let most = items.len() - hint;
        while step < most && before(items[hint + step])? {
            last = step;
            step = 2 * step + 1;
        }
        (low, high) = (hint + last + 1, hint + step.min(most));
    } else {
        let most = hint + 1;
        while step < most && !before(items[hint - step])? {
            last = step;
            step = 2 * step + 1;
        }
        (low, high) = (hint + 1 - step.min(most), hint - last);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if before(items[middle])? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

impl<F: FnMut(u32, u32) -> PyResult<bool>> Sorter<'_, F> {
    fn sort(&mut self) -> PyResult<()> {
        let all = self.items.len();
        let min_run = min_run(all);
        let mut start = 0;
        while start < all {
            let mut len = self.count_run(start)?;
            if len < min_run {
                let forced = min_run.min(all - start);
                self.insert(start, len, forced)?;
                len = forced;
            }
            self.push_run(start, len)?;
            start += len;
        }
        while self.runs.len() > 1 {
            let mut at = self.runs.len() - 2;
            if at > 0 && self.runs[at - 1].len < self.runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// Whether the item at `at` is less than the one before it.
    fn falls(&mut self, at: usize) -> PyResult<bool> {
        (self.less)(self.items[at], self.items[at - 1])
    }

    /// The length of the ascending run at `start`; one that descends is turned round first.
    fn count_run(&mut self, start: usize) -> PyResult<usize> {
        let all = self.items.len();
        let mut end = start + 1;
        while end < all && !self.falls(end)? {
            end += 1;
        }
        if end == all {
            return Ok(all - start);
        }
        // A rise before the fall makes it an ascending run; otherwise all so far are equal.
        if end - start > 1 && (self.less)(self.items[start], self.items[end - 1])? {
            return Ok(end - start);
        }
        self.items[start..end].reverse();
        // Blocks of equal items are turned round by themselves, so that the final turn restores them.
        let mut block = end;
        end += 1;
        while end < all {
            if self.falls(end)? {
                self.items[block..end].reverse();
                block = end;
            } else if (self.less)(self.items[end - 1], self.items[end])? {
                break;
            }
            end += 1;
        }
        self.items[block..end].reverse();
        self.items[start..end].reverse();
        while end < all && !self.falls(end)? {
            end += 1;
        }
        Ok(end - start)
    }

    /// Sorts `len` items of which the first `sorted` are in order already.
    fn insert(&mut self, start: usize, sorted: usize, len: usize) -> PyResult<()> {
        for at in start + sorted..start + len {
            let pivot = self.items[at];
            let (mut low, mut high) = (start, at);
            while low < high {
                let middle = low + (high - low) / 2;
                if (self.less)(pivot, self.items[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.items[low..=at].rotate_right(1);
        }
        Ok(())
    }

    fn push_run(&mut self, start: usize, len: usize) -> PyResult<()> {
        if let Some(top) = self.runs.last() {
            let power = power(top.start, top.len, len, self.items.len());
            while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
                self.merge_at(self.runs.len() - 2)?;
            }
            if let Some(top) = self.runs.last_mut() {
                top.power = power;
            }
        }
        self.runs.push(Run {
            start,
            len,
            power: 0,
        });
        Ok(())
    }

    /// Merges a run and the one after it.
    fn merge_at(&mut self, at: usize) -> PyResult<()> {
        let (start, middle) = (self.runs[at].start, self.runs[at + 1].start);
        let end = middle + self.runs[at + 1].len;
        self.runs[at].len = end - start;
        self.runs.remove(at + 1);
        // Items that are in place already take no part.
        let less = &mut self.less;
        let first = self.items[middle];
        let start = start + gallop(&self.items[start..middle], 0, |x| Ok(!less(first, x)?))?;
        if start == middle {
            return Ok(());
        }
        let last = self.items[middle - 1];
        let right = &self.items[middle..end];
        let end = middle + gallop(right, right.len() - 1, |x| less(x, last))?;
        if end == middle {
            return Ok(());
        }
        if middle - start <= end - middle {
            self.merge_low(start, middle, end)
        } else {
            self.merge_high(start, middle, end)
        }
    }

    /// Merges from the left, with the left run in the spare room.
    fn merge_low(&mut self, start: usize, middle: usize, end: usize) -> PyResult<()> {
        self.spare.clear();
        self.spare.extend_from_slice(&self.items[start..middle]);
        let mut m = Merge {
            gap: start,
            left: 0..middle - start,
            right: middle..end,
        };
        let result = self.merge_low_steps(&mut m);
        if result.is_ok() {
            self.items.copy_within(m.right.clone(), m.gap);
            m.gap += m.right.len();
        }
        let rest = &self.spare[m.left];
        self.items[m.gap..m.gap + rest.len()].copy_from_slice(rest);
        result
    }

    fn low_take_right(&mut self, m: &mut Merge, count: usize) {
        let from = m.right.start;
        self.items.copy_within(from..from + count, m.gap);
        m.gap += count;
        m.right.start += count;
    }

    fn low_take_left(&mut self, m: &mut Merge, count: usize) {
        let from = m.left.start;
        self.items[m.gap..m.gap + count].copy_from_slice(&self.spare[from..from + count]);
        m.gap += count;
        m.left.start += count;
    }

    /// Until the right run is used up, or one item of the left run is left, the largest of all.
    fn merge_low_steps(&mut self, m: &mut Merge) -> PyResult<()> {
        self.low_take_right(m, 1);
        let done = |m: &Merge| m.right.is_empty() || m.left.len() <= 1;
        while !done(m) {
            let (mut left_wins, mut right_wins) = (0, 0);
            while !done(m) && left_wins.max(right_wins) < self.min_gallop {
                if (self.less)(self.items[m.right.start], self.spare[m.left.start])? {
                    self.low_take_right(m, 1);
                    (left_wins, right_wins) = (0, right_wins + 1);
                } else {
                    self.low_take_left(m, 1);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                }
            }
            if done(m) {
                break;
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let key = self.items[m.right.start];
                let less = &mut self.less;
                let count = gallop(&self.spare[m.left.clone()], 0, |x| Ok(!less(key, x)?))?;
                left_wins = count;
                self.low_take_left(m, count);
                if m.left.len() <= 1 {
                    return Ok(());
                }
                self.low_take_right(m, 1);
                if m.right.is_empty() {
                    return Ok(());
                }
                let key = self.spare[m.left.start];
                let less = &mut self.less;
                let count = gallop(&self.items[m.right.clone()], 0, |x| less(x, key))?;
                right_wins = count;
                self.low_take_right(m, count);
                if m.right.is_empty() {
                    return Ok(());
                }
                self.low_take_left(m, 1);
                if m.left.len() <= 1 {
                    return Ok(());
                }
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
        Ok(())
    }

    /// Merges from the right, with the right run in the spare room. The gap ends where `gap` says.
    fn merge_high(&mut self, start: usize, middle: usize, end: usize) -> PyResult<()> {
        self.spare.clear();
        self.spare.extend_from_slice(&self.items[middle..end]);
        let mut m = Merge {
            gap: end,
            left: start..middle,
            right: 0..end - middle,
        };
        let result = self.merge_high_steps(&mut m);
        if result.is_ok() {
            m.gap -= m.left.len();
            self.items.copy_within(m.left.clone(), m.gap);
        }
        let rest = &self.spare[m.right];
        self.items[m.gap - rest.len()..m.gap].copy_from_slice(rest);
        result
    }

    fn high_take_left(&mut self, m: &mut Merge, count: usize) {
        m.gap -= count;
        m.left.end -= count;
        let from = m.left.end;
        self.items.copy_within(from..from + count, m.gap);
    }

    fn high_take_right(&mut self, m: &mut Merge, count: usize) {
        m.gap -= count;
        m.right.end -= count;
        let from = m.right.end;
        self.items[m.gap..m.gap + count].copy_from_slice(&self.spare[from..from + count]);
    }

    /// Until the left run is used up, or one item of the right run is left, the least of all.
    fn merge_high_steps(&mut self, m: &mut Merge) -> PyResult<()> {
        self.high_take_left(m, 1);
        let done = |m: &Merge| m.left.is_empty() || m.right.len() <= 1;
        while !done(m) {
            let (mut left_wins, mut right_wins) = (0, 0);
            while !done(m) && left_wins.max(right_wins) < self.min_gallop {
                if (self.less)(self.spare[m.right.end - 1], self.items[m.left.end - 1])? {
                    self.high_take_left(m, 1);
                    (left_wins, right_wins) = (left_wins + 1, 0);
                } else {
                    self.high_take_right(m, 1);
                    (left_wins, right_wins) = (0, right_wins + 1);
                }
            }
            if done(m) {
                break;
            }
            self.min_gallop += 1;
            loop {
                self.min_gallop -= usize::from(self.min_gallop > 1);
                let key = self.spare[m.right.end - 1];
                let less = &mut self.less;
                let left = &self.items[m.left.clone()];
                let count = left.len() - gallop(left, left.len() - 1, |x| Ok(!less(key, x)?))?;
                left_wins = count;
                self.high_take_left(m, count);
                if m.left.is_empty() {
                    return Ok(());
                }
                self.high_take_right(m, 1);
                if m.right.len() <= 1 {
                    return Ok(());
                }
                let key = self.items[m.left.end - 1];
                let less = &mut self.less;
                let right = &self.spare[m.right.clone()];
                let count = right.len() - gallop(right, right.len() - 1, |x| less(x, key))?;
                right_wins = count;
                self.high_take_right(m, count);
                if m.right.len() <= 1 {
                    return Ok(());
                }
                self.high_take_left(m, 1);
                if m.left.is_empty() {
                    return Ok(());
                }
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 1;
        }
        Ok(())
    }
}
