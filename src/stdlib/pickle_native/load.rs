//! The machine that a pickle is a program for: its stack, the operations that make containers and objects. Those
//! that push single values are in `load_atoms`.

use super::codes::*;
use super::memo::ReadMemo;
use super::source::Source;
use super::unpickler::Unpickler;
use super::{HIGHEST_PROTOCOL, add_keywords, instead, registry, unpickling_error};
use crate::object::class::Class;
use crate::object::heap::{self, Kind};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::object::Plain;
use crate::types::reduce::has_plain_dict;
use crate::types::set::Set;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::types::type_::{self, Construction};
use crate::vm::Vm;

/// A load at work.
pub(super) struct Loader<'a> {
    pub(super) vm: &'a Vm,
    pub(super) unpickler: &'a Unpickler,
    pub(super) source: Source<'a>,
    /// Of subclasses and instances.
    pub(super) persistent_load: Option<Value>,
    pub(super) find_class: Option<Value>,
    pub(super) stack: Vec<Value>,
    marks: Vec<usize>,
    /// How much of the stack is below the last mark.
    fence: usize,
    memo: ReadMemo,
}

impl<'a> Loader<'a> {
    /// A machine that asks nobody.
    pub(super) fn new(vm: &'a Vm, unpickler: &'a Unpickler, source: Source<'a>) -> Loader<'a> {
        Loader {
            vm,
            unpickler,
            source,
            persistent_load: None,
            find_class: None,
            stack: Vec::new(),
            marks: Vec::new(),
            fence: 0,
            memo: unpickler.memo.take(),
        }
    }

    /// Runs the program.
    pub(super) fn load(mut self) -> PyResult {
        self.unpickler.protocol.set(0);
        let result = self.run();
        let old = self.unpickler.memo.replace(std::mem::take(&mut self.memo));
        drop(old);
        result
    }

    fn run(&mut self) -> PyResult {
        let vm = self.vm;
        loop {
            vm.tick()?;
            let code = match self.source.byte() {
                Ok(code) => code,
                Err(raised) => return Err(self.end_of_data(raised)),
            };
            if code == STOP {
                return self.pop();
            }
            if !self.atom(code)? {
                self.operation(code)?;
            }
        }
    }

    #[cold]
    fn end_of_data(&self, raised: Raised) -> Raised {
        let vm = self.vm;
        let class = super::error_class(vm, "UnpicklingError");
        match class.as_ref().map(Value::as_ref::<Class>) {
            Ok(Some(class)) => instead(vm, class, raised, || {
                vm.raise(&vm.exceptions.EOFError, "Ran out of input")
            }),
            _ => raised,
        }
    }

    fn operation(&mut self, code: u8) -> PyResult<()> {
        match code {
            MARK => {
                self.fence = self.stack.len();
                self.marks.push(self.fence);
                Ok(())
            }
            POP => self.load_pop(),
            POP_MARK => self.pop_mark().map(drop),
            DUP => {
                let top = self.top()?.clone();
                self.stack.push(top);
                Ok(())
            }
            PROTO => self.load_proto(),
            FRAME => self.load_frame(),
            TUPLE1 => self.load_short_tuple(1),
            TUPLE2 => self.load_short_tuple(2),
            TUPLE3 => self.load_short_tuple(3),
            TUPLE => {
                let items = self.pop_mark()?;
                self.push(self.vm.tuple(items))
            }
            LIST => {
                let items = self.pop_mark()?;
                self.push(self.vm.list(items))
            }
            DICT => self.load_dict(),
            FROZENSET => self.load_frozenset(),
            APPEND => match self.stack.len().checked_sub(1) {
                Some(at) if at > self.fence => self.append_from(at),
                _ => Err(self.underflow()),
            },
            APPENDS => {
                let at = self.take_mark()?;
                self.append_from(at)
            }
            SETITEM => match self.stack.len().checked_sub(2) {
                Some(at) => self.set_items_from(at),
                None => Err(self.underflow()),
            },
            SETITEMS => {
                let at = self.take_mark()?;
                self.set_items_from(at)
            }
            ADDITEMS => self.load_additems(),
            GET => self.load_get(),
            BINGET => {
                let number = self.source.byte()?;
                self.push_known(number.into())
            }
            LONG_BINGET => {
                let number = u32::from_le_bytes(self.source.array()?);
                self.push_known(number.into())
            }
            PUT => self.load_put(),
            BINPUT => {
                let number = self.source.byte()?;
                self.remember(number.into())
            }
            LONG_BINPUT => {
                let number = u32::from_le_bytes(self.source.array()?);
                self.remember(number.into())
            }
            MEMOIZE => self.remember(self.memo.len()),
            _ => self.object_operation(code),
        }
    }

    fn object_operation(&mut self, code: u8) -> PyResult<()> {
        match code {
            PERSID => self.load_persid(),
            BINPERSID => {
                let id = self.pop()?;
                self.push_persistent(id)
            }
            GLOBAL => {
                let (module, name) = (self.text_line()?, self.text_line()?);
                self.push_class(&module, &name)
            }
            STACK_GLOBAL => self.load_stack_global(),
            EXT1 => {
                let code = self.source.byte()?;
                self.push_extension(code.into())
            }
            EXT2 => {
                let code = u16::from_le_bytes(self.source.array()?);
                self.push_extension(code.into())
            }
            EXT4 => {
                let code = i32::from_le_bytes(self.source.array()?);
                self.push_extension(code.into())
            }
            INST => self.load_inst(),
            OBJ => self.load_obj(),
            NEWOBJ => {
                let args = self.pop()?;
                let class = self.pop()?;
                self.make_new("NEWOBJ", &class, &args, None)
            }
            NEWOBJ_EX => {
                let keywords = self.pop()?;
                let args = self.pop()?;
                let class = self.pop()?;
                self.make_new("NEWOBJ_EX", &class, &args, Some(&keywords))
            }
            REDUCE => {
                let args = self.pop()?;
                let function = self.pop()?;
                let Some(args) = args.get::<Tuple>() else {
                    return Err(self.vm.type_error("argument list must be a tuple"));
                };
                let made = self.vm.call(&function, &args.items)?;
                self.push(made)
            }
            BUILD => self.load_build(),
            _ => Err(self.invalid(code)),
        }
    }

    #[cold]
    fn invalid(&self, code: u8) -> Raised {
        let shown = match code {
            b'\'' | b'\\' => format!("\\x{code:02x}"),
            0x20..0x7f => char::from(code).to_string(),
            _ => format!("\\x{code:02x}"),
        };
        unpickling_error(self.vm, format!("invalid load key, '{shown}'."))
    }

    // -----------------------------------------------------------------------------------------
    // The stack

    /// Puts a value on the stack.
    #[inline]
    pub(super) fn push(&mut self, value: Value) -> PyResult<()> {
        self.stack.push(value);
        Ok(())
    }

    #[cold]
    pub(super) fn underflow(&self) -> Raised {
        unpickling_error(
            self.vm,
            match self.marks.is_empty() {
                true => "unpickling stack underflow",
                false => "unexpected MARK found",
            },
        )
    }

    /// The value on top.
    #[inline]
    pub(super) fn top(&self) -> PyResult<&Value> {
        match self.stack.last() {
            Some(top) if self.stack.len() > self.fence => Ok(top),
            _ => Err(self.underflow()),
        }
    }

    #[inline]
    pub(super) fn pop(&mut self) -> PyResult {
        if self.stack.len() <= self.fence {
            return Err(self.underflow());
        }
        self.stack.pop().ok_or(Raised)
    }

    /// Where the last mark is, which is taken away.
    fn take_mark(&mut self) -> PyResult<usize> {
        let Some(at) = self.marks.pop() else {
            return Err(unpickling_error(self.vm, "could not find MARK"));
        };
        self.fence = self.marks.last().copied().unwrap_or(0);
        Ok(at)
    }

    /// What is above the last mark.
    fn pop_mark(&mut self) -> PyResult<Vec<Value>> {
        let at = self.take_mark()?;
        Ok(self.stack.split_off(at))
    }

    fn load_pop(&mut self) -> PyResult<()> {
        match self.marks.last() {
            Some(&mark) if mark == self.stack.len() => self.take_mark().map(drop),
            _ => self.pop().map(drop),
        }
    }

    fn load_proto(&mut self) -> PyResult<()> {
        let protocol = self.source.byte()?;
        if i64::from(protocol) > HIGHEST_PROTOCOL {
            let text = format!("unsupported pickle protocol: {protocol}");
            return Err(self.vm.value_error(text));
        }
        self.unpickler.protocol.set(protocol);
        Ok(())
    }

    fn load_frame(&mut self) -> PyResult<()> {
        let size = u64::from_le_bytes(self.source.array()?);
        match i64::try_from(size) {
            Ok(size) => self.source.expect(size as usize),
            Err(_) => Err(self.vm.overflow_error(format!(
                "FRAME length exceeds system's maximum of {} bytes",
                i64::MAX
            ))),
        }
    }

    // -----------------------------------------------------------------------------------------
    // Containers

    fn load_short_tuple(&mut self, size: usize) -> PyResult<()> {
        match self.stack.len().checked_sub(size) {
            Some(at) if at >= self.fence => {
                let tuple = self.vm.tuple_of(self.stack.drain(at..));
                self.push(tuple)
            }
            _ => Err(self.underflow()),
        }
    }

    fn load_dict(&mut self) -> PyResult<()> {
        let items = self.pop_mark()?;
        if !items.len().is_multiple_of(2) {
            return Err(unpickling_error(self.vm, "odd number of items for DICT"));
        }
        let dict = self.vm.dict_with_room(items.len() / 2);
        self.fill_dict(&dict, items)?;
        self.push(dict.value())
    }

    fn fill_dict(&self, dict: &Dict, items: Vec<Value>) -> PyResult<()> {
        let mut items = items.into_iter();
        while let (Some(key), Some(item)) = (items.next(), items.next()) {
            drop(dict.insert(self.vm, key, item)?);
        }
        Ok(())
    }

    fn load_frozenset(&mut self) -> PyResult<()> {
        let set = Set::new();
        for item in self.pop_mark()? {
            set.add(self.vm, item)?;
        }
        self.push(set.alloc_frozen(self.vm).value())
    }

    /// The container that the values from `at` on are for.
    fn container_below(&self, at: usize) -> PyResult<Value> {
        match at.checked_sub(1).and_then(|below| self.stack.get(below)) {
            Some(container) if at > self.fence && at <= self.stack.len() => Ok(container.clone()),
            _ => Err(self.underflow()),
        }
    }

    fn append_from(&mut self, at: usize) -> PyResult<()> {
        let vm = self.vm;
        let target = self.container_below(at)?;
        if at == self.stack.len() {
            return Ok(());
        }
        let items = self.stack.split_off(at);
        if let Some(list) = target.get::<List>()
            && vm.class_of(&target) == &vm.types.list
        {
            return match list.items.extend(items) {
                true => Ok(()),
                false => Err(vm.memory_error("")),
            };
        }
        if let Some(extend) = lookup::get_optional(vm, &target, &vm.intern("extend"))? {
            vm.call(&extend, &[vm.list(items)])?;
            return Ok(());
        }
        let append = lookup::get(vm, &target, &vm.names.append)?;
        for item in items {
            vm.call(&append, &[item])?;
        }
        Ok(())
    }

    fn set_items_from(&mut self, at: usize) -> PyResult<()> {
        let vm = self.vm;
        let target = self.container_below(at)?;
        if !(self.stack.len() - at).is_multiple_of(2) {
            return Err(unpickling_error(vm, "odd number of items for SETITEMS"));
        }
        if let Some(dict) = target.get::<Dict>()
            && vm.class_of(&target) == &vm.types.dict
        {
            if let [key, item] = &mut self.stack[at..] {
                let take = |cell: &mut Value| std::mem::replace(cell, Value::None);
                let (key, item) = (take(key), take(item));
                self.stack.truncate(at);
                return dict.insert(vm, key, item).map(drop);
            }
            let items = self.stack.split_off(at);
            return self.fill_dict(dict, items);
        }
        let mut items = self.stack.split_off(at).into_iter();
        while let (Some(key), Some(item)) = (items.next(), items.next()) {
            ops::set_item(vm, &target, &key, item)?;
        }
        Ok(())
    }

    fn load_additems(&mut self) -> PyResult<()> {
        let vm = self.vm;
        let at = self.take_mark()?;
        let target = self.container_below(at)?;
        let items = self.stack.split_off(at);
        if let Some(set) = target.get::<Set>()
            && vm.class_of(&target).is_subclass(&vm.types.set)
        {
            for item in items {
                set.add(vm, item)?;
            }
            return Ok(());
        }
        let add = lookup::get(vm, &target, &vm.intern("add"))?;
        for item in items {
            vm.call(&add, &[item])?;
        }
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // The memo

    fn push_known(&mut self, number: u64) -> PyResult<()> {
        match self.memo.get(number) {
            Some(value) => {
                let value = value.clone();
                self.push(value)
            }
            None => Err(unpickling_error(
                self.vm,
                format!("Memo value not found at index {number}"),
            )),
        }
    }

    fn remember(&mut self, number: u64) -> PyResult<()> {
        let top = self.top()?.clone();
        drop(self.memo.set(number, top));
        Ok(())
    }

    fn load_get(&mut self) -> PyResult<()> {
        let number = self.number_line()?;
        match u64::try_from(number) {
            Ok(number) => self.push_known(number),
            Err(_) => Err(unpickling_error(
                self.vm,
                format!("Memo value not found at index {number}"),
            )),
        }
    }

    fn load_put(&mut self) -> PyResult<()> {
        match u64::try_from(self.number_line()?) {
            Ok(number) => self.remember(number),
            Err(_) => Err(self.vm.value_error("negative PUT argument")),
        }
    }

    // -----------------------------------------------------------------------------------------
    // Objects

    fn load_persid(&mut self) -> PyResult<()> {
        let line = self.source.line()?;
        let line = &self.source.data[line];
        if !line.is_ascii() {
            return Err(unpickling_error(
                self.vm,
                "persistent IDs in protocol 0 must be ASCII strings",
            ));
        }
        let id = self.vm.text(crate::text::Text::from_wtf8(line));
        self.push_persistent(id)
    }

    fn push_persistent(&mut self, id: Value) -> PyResult<()> {
        let Some(load) = self.persistent_load.clone() else {
            return Err(unpickling_error(
                self.vm,
                "A load persistent id instruction was encountered, but no persistent_load function was specified.",
            ));
        };
        let object = self.vm.call(&load, &[id])?;
        self.push(object)
    }

    fn find_class(&self, module: &Value, name: &Value) -> PyResult {
        match &self.find_class {
            Some(find) => self.vm.call(find, &[module.clone(), name.clone()]),
            None => self.unpickler.find_class(self.vm, module, name),
        }
    }

    fn push_class(&mut self, module: &Value, name: &Value) -> PyResult<()> {
        let found = self.find_class(module, name)?;
        self.push(found)
    }

    fn load_stack_global(&mut self) -> PyResult<()> {
        let name = self.pop()?;
        let module = self.pop()?;
        let is_str = |value: &Value| self.vm.class_of(value) == &self.vm.types.str;
        if !is_str(&name) || !is_str(&module) {
            return Err(unpickling_error(self.vm, "STACK_GLOBAL requires str"));
        }
        self.push_class(&module, &name)
    }

    fn push_extension(&mut self, code: i64) -> PyResult<()> {
        let vm = self.vm;
        let key = Value::Int(code);
        let cache = registry(vm, "_extension_cache")?;
        if let Some(found) = cache.get(vm, &key)? {
            return self.push(found);
        }
        let Some(pair) = registry(vm, "_inverted_registry")?.get(vm, &key)? else {
            return Err(match code {
                ..=0 => unpickling_error(vm, "EXT specifies code <= 0"),
                _ => vm.value_error(format!("unregistered extension code {code}")),
            });
        };
        let names = match pair.get::<Tuple>().map(|pair| &pair.items[..]) {
            Some([module, name]) if text_of(module).is_some() && text_of(name).is_some() => {
                [module, name]
            }
            _ => {
                return Err(vm.value_error(format!(
                    "_inverted_registry[{code}] isn't a 2-tuple of strings"
                )));
            }
        };
        let found = self.find_class(names[0], names[1])?;
        drop(cache.insert(vm, key, found.clone())?);
        self.push(found)
    }

    fn load_inst(&mut self) -> PyResult<()> {
        let at = self.take_mark()?;
        let (module, name) = (self.ascii_line()?, self.ascii_line()?);
        let class = self.find_class(&module, &name)?;
        let args = self.stack.split_off(at);
        self.instantiate(&class, &args)
    }

    fn load_obj(&mut self) -> PyResult<()> {
        let at = self.take_mark()?;
        let mut args = self.stack.split_off(at);
        if args.is_empty() {
            return Err(self.underflow());
        }
        let class = args.remove(0);
        self.instantiate(&class, &args)
    }

    fn instantiate(&mut self, class: &Value, args: &[Value]) -> PyResult<()> {
        let vm = self.vm;
        let by_new = args.is_empty()
            && class.get::<Class>().is_some()
            && lookup::get_optional(vm, class, &vm.intern("__getinitargs__"))?.is_none();
        let made = match by_new {
            true => vm.call_method(
                class,
                vm.special_name(Special::New),
                std::slice::from_ref(class),
            )?,
            false => vm.call(class, args)?,
        };
        self.push(made)
    }

    fn make_new(
        &mut self,
        operation: &str,
        class: &Value,
        args: &Value,
        keywords: Option<&Value>,
    ) -> PyResult<()> {
        let vm = self.vm;
        let wrong = |what: &str, value: &Value| {
            let kind = vm.type_name(value);
            unpickling_error(vm, format!("{operation} {what}, not {kind}"))
        };
        let Some(real) = class.as_ref::<Class>() else {
            return Err(wrong("class argument must be a type", class));
        };
        let Some(items) = args.get::<Tuple>().map(|tuple| &tuple.items[..]) else {
            return Err(wrong("args argument must be a tuple", args));
        };
        let mut names = Vec::new();
        let mut all = items.to_vec();
        if let Some(keywords) = keywords {
            let Some(dict) = keywords.get::<Dict>() else {
                return Err(wrong("kwargs argument must be a dict", keywords));
            };
            names = add_keywords(vm, dict, &mut all)?;
        } else if items.is_empty()
            && real.instance_kind == Kind::Instance
            && matches!(
                type_::construction(vm, real),
                Construction::Bare | Construction::Init(_)
            )
        {
            return self.push(heap::alloc(real, Plain).into());
        }
        match type_::new_instance(vm, real, &all, &names)? {
            Some(made) => self.push(made),
            None => {
                let text = format!(
                    "{operation} class argument '{}' doesn't have __new__",
                    vm.type_name(class)
                );
                Err(unpickling_error(vm, text))
            }
        }
    }

    fn load_build(&mut self) -> PyResult<()> {
        let vm = self.vm;
        if self.stack.len() < self.fence + 2 {
            return Err(self.underflow());
        }
        let mut state = self.pop()?;
        let object = self.top()?.clone();
        if let Some(set_state) = lookup::get_optional(vm, &object, &vm.names.__setstate__)? {
            vm.call(&set_state, &[state])?;
            return Ok(());
        }
        let mut slots = Value::None;
        if let Some([first, second]) = state.get::<Tuple>().map(|pair| &pair.items[..]) {
            (state, slots) = (first.clone(), second.clone());
        }
        if !state.is_none() {
            let Some(dict) = state.get::<Dict>() else {
                return Err(unpickling_error(vm, "state is not a dictionary"));
            };
            self.set_attributes(&object, dict)?;
        }
        if !slots.is_none() {
            let Some(dict) = slots.get::<Dict>() else {
                return Err(unpickling_error(vm, "slot state is not a dictionary"));
            };
            for (name, value) in dict.items() {
                let name =
                    crate::types::name_arg(vm, &name, "attribute name must be string, not ")?;
                lookup::set(vm, &object, &name, value)?;
            }
        }
        Ok(())
    }

    /// What `object.__dict__[name] = value` does for each item.
    fn set_attributes(&self, object: &Value, items: &Dict) -> PyResult<()> {
        let vm = self.vm;
        let mut at = 0;
        if let Some(obj) = object.obj()
            && has_plain_dict(vm, obj.class())
            && obj.attrs().is_some()
        {
            while let Some((name, value)) = items.next_item(&mut at) {
                let Some(name) = name.as_ref::<Str>() else {
                    at -= 1;
                    break;
                };
                lookup::instance_set(vm, obj, &vm.interner.intern_object(name), value);
            }
        }
        if items.next_key(&mut { at }).is_none() {
            return Ok(());
        }
        let dict = lookup::get(vm, object, &vm.names.__dict__)?;
        while let Some((name, value)) = items.next_item(&mut at) {
            let name = match name.as_ref::<Str>() {
                Some(text) if vm.class_of(&name) == &vm.types.str => {
                    vm.interner.intern_object(text).value()
                }
                _ => name,
            };
            ops::set_item(vm, &dict, &name, value)?;
        }
        Ok(())
    }
}
