//! Writing containers: tuples, lists, dicts and sets, in batches.

use super::codes::*;
use super::save::{BATCH_SIZE, Writer};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::set::Set;
use crate::types::tuple::Tuple;

/// So many containers deep, `Pickler.fast` looks for cycles.
const FAST_NESTING_LIMIT: usize = 50;

impl Writer<'_> {
    pub(super) fn save_tuple(&mut self, value: &Value) -> PyResult<()> {
        let Some(tuple) = value.get::<Tuple>() else {
            return Ok(());
        };
        let size = tuple.items.len();
        if size == 0 {
            match self.protocol {
                0 => self.out.extend_from_slice(&[MARK, TUPLE]),
                _ => self.out.push(EMPTY_TUPLE),
            }
            return Ok(());
        }
        let short = size <= 3 && self.protocol >= 2;
        if !short {
            self.out.push(MARK);
        }
        for item in &tuple.items {
            self.save(item)?;
        }
        if let Some(number) = self.known(value) {
            // It contains itself, and is complete already.
            match (short, self.protocol) {
                (true, _) => self.out.extend(std::iter::repeat_n(POP, size)),
                (false, 0) => self.out.extend(std::iter::repeat_n(POP, size + 1)),
                _ => self.out.push(POP_MARK),
            }
            self.write_get(number);
            return Ok(());
        }
        self.out.push(match short {
            true => [TUPLE1, TUPLE2, TUPLE3][size - 1],
            false => TUPLE,
        });
        self.memoize(value);
        Ok(())
    }

    /// Runs `save` for a container, with a look for cycles where there is no memo to end them.
    fn nested(
        &mut self,
        value: &Value,
        save: impl FnOnce(&mut Self) -> PyResult<()>,
    ) -> PyResult<()> {
        if self.pickler.fast.get() == 0 {
            return save(self);
        }
        self.fast_nesting += 1;
        let watched = self.fast_nesting >= FAST_NESTING_LIMIT;
        if watched && !self.fast_memo.insert(value.id()) {
            self.fast_nesting -= 1;
            return Err(self.vm.value_error(format!(
                "fast mode: can't pickle cyclic objects including object type {} at {:#x}",
                self.vm.type_name(value),
                value.id()
            )));
        }
        let result = save(self);
        self.fast_nesting -= 1;
        if watched {
            self.fast_memo.remove(&value.id());
        }
        result
    }

    pub(super) fn save_list(&mut self, value: &Value) -> PyResult<()> {
        match self.protocol {
            0 => self.out.extend_from_slice(&[MARK, LIST]),
            _ => self.out.push(EMPTY_LIST),
        }
        self.memoize(value);
        let Some(list) = value.get::<List>() else {
            return Ok(());
        };
        if list.items.is_empty() {
            return Ok(());
        }
        self.nested(value, |writer| writer.save_items_of_list(list))
    }

    fn save_items_of_list(&mut self, list: &List) -> PyResult<()> {
        if self.protocol == 0 || list.items.len() == 1 {
            let mut at = 0;
            while let Some(item) = list.items.get(at) {
                self.save(&item)?;
                self.out.push(APPEND);
                at += 1;
            }
            return Ok(());
        }
        let mut at = 0;
        while at < list.items.len() {
            self.out.push(MARK);
            let end = at + BATCH_SIZE;
            while at < end
                && let Some(item) = list.items.get(at)
            {
                self.save(&item)?;
                at += 1;
            }
            self.out.push(APPENDS);
        }
        Ok(())
    }

    pub(super) fn save_dict(&mut self, value: &Value) -> PyResult<()> {
        match self.protocol {
            0 => self.out.extend_from_slice(&[MARK, DICT]),
            _ => self.out.push(EMPTY_DICT),
        }
        self.memoize(value);
        let Some(dict) = value.get::<Dict>() else {
            return Ok(());
        };
        if dict.is_empty() {
            return Ok(());
        }
        self.nested(value, |writer| writer.save_items_of_dict(dict))
    }

    fn save_items_of_dict(&mut self, dict: &Dict) -> PyResult<()> {
        let size = dict.len();
        let single = self.protocol == 0 || size == 1;
        let mut at = 0;
        loop {
            if !single {
                self.out.push(MARK);
            }
            let mut count = 0;
            while count < BATCH_SIZE
                && let Some((key, item)) = dict.next_item(&mut at)
            {
                self.save(&key)?;
                self.save(&item)?;
                if dict.len() != size {
                    return Err(self
                        .vm
                        .runtime_error("dictionary changed size during iteration"));
                }
                count += 1;
                if single {
                    self.out.push(SETITEM);
                }
            }
            if !single {
                self.out.push(SETITEMS);
            }
            if count < BATCH_SIZE {
                return Ok(());
            }
        }
    }

    pub(super) fn save_set(&mut self, value: &Value) -> PyResult<()> {
        let Some(set) = value.get::<Set>() else {
            return Ok(());
        };
        if self.protocol < 4 {
            return self.save_old_set(value, set);
        }
        self.out.push(EMPTY_SET);
        self.memoize(value);
        let size = set.len();
        if size == 0 {
            return Ok(());
        }
        let mut at = 0;
        loop {
            self.out.push(MARK);
            let mut count = 0;
            while count < BATCH_SIZE
                && let Some((item, _)) = set.next(&mut at)
            {
                self.save(&item)?;
                count += 1;
                if set.len() != size {
                    return Err(self.vm.runtime_error("set changed size during iteration"));
                }
            }
            self.out.push(ADDITEMS);
            if count < BATCH_SIZE {
                return Ok(());
            }
        }
    }

    pub(super) fn save_frozenset(&mut self, value: &Value) -> PyResult<()> {
        let Some(set) = value.get::<Set>() else {
            return Ok(());
        };
        if self.protocol < 4 {
            return self.save_old_set(value, set);
        }
        self.out.push(MARK);
        let mut at = 0;
        while let Some((item, _)) = set.next(&mut at) {
            self.save(&item)?;
        }
        if let Some(number) = self.known(value) {
            self.out.push(POP_MARK);
            self.write_get(number);
            return Ok(());
        }
        self.out.push(FROZENSET);
        self.memoize(value);
        Ok(())
    }

    /// A set by way of a list, where there is no operation for it.
    fn save_old_set(&mut self, value: &Value, set: &Set) -> PyResult<()> {
        let vm = self.vm;
        let arguments = vm.tuple(vec![vm.list(set.to_vec())]);
        let reduced = vm.pair(vm.class_of(value).value(), arguments);
        self.save_reduced(&reduced, Some(value))
    }
}
