//! Writing objects that are taken apart: by `reducer_override`, a dispatch table, `__reduce_ex__` or `__reduce__`.

use super::codes::*;
use super::save::{BATCH_SIZE, DispatchTable, WHILE_PICKLING, Writer};
use super::{add_keywords, module_item, pickling_error};
use crate::object::class::Class;
use crate::object::heap::{Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::is_callable;
use crate::types::str::Str;
use crate::types::tuple::Tuple;

impl Writer<'_> {
    /// Writes an object that no operation makes.
    pub(super) fn save_other(&mut self, value: &Value) -> PyResult<()> {
        let vm = self.vm;
        let mut reduced = Value::NotImplemented;
        if let Some(reducer) = self.reducer_override.clone() {
            reduced = vm.call(&reducer, std::slice::from_ref(value))?;
        }
        if reduced.is_not_implemented() {
            let class = vm.class_of(value).clone();
            if class == vm.types.type_ {
                return self.save_type(value);
            }
            if value.get::<Function>().is_some() {
                return self.save_global(value, None);
            }
            match self.reduction(&class)? {
                Some(function) => reduced = vm.call(&function, std::slice::from_ref(value))?,
                None if class.is_subclass(&vm.types.type_) => return self.save_type(value),
                None => {
                    // What `object.__reduce_ex__` would answer is known, and the attributes can stay
                    // where they are.
                    if self.protocol >= 2
                        && self.persistent_id.is_none()
                        && let Some(obj) = value.obj()
                        && self.plain_classes.has(vm, obj)
                    {
                        return self.save_instance(value, obj, &class);
                    }
                    reduced = self.reduce(value)?;
                }
            }
        }
        if reduced.get::<Str>().is_some() {
            return self.save_global(value, Some(&reduced));
        }
        let Some(tuple) = reduced.get::<Tuple>() else {
            return Err(pickling_error(
                vm,
                "__reduce__ must return a string or tuple",
            ));
        };
        if !(2..=6).contains(&tuple.items.len()) {
            return Err(pickling_error(
                vm,
                "tuple returned by __reduce__ must contain 2 through 6 elements",
            ));
        }
        self.save_reduced(&reduced, Some(value))
    }

    /// What the dispatch table has for a class.
    fn reduction(&self, class: &Ref<Class>) -> PyResult<Option<Value>> {
        let vm = self.vm;
        match &self.dispatch_table {
            DispatchTable::Shared(table) => table.get(vm, &class.value()),
            DispatchTable::Own(table) => match ops::get_item(vm, table, &class.value()) {
                Ok(found) => Ok(Some(found)),
                Err(raised) => vm.swallow(&vm.exceptions.KeyError, raised).map(|()| None),
            },
        }
    }

    /// What `__reduce_ex__` or `__reduce__` answers.
    fn reduce(&self, value: &Value) -> PyResult {
        let vm = self.vm;
        if let Some(reduce) = lookup::get_optional(vm, value, &vm.names.__reduce_ex__)? {
            return vm.call(&reduce, &[Value::Int(self.protocol.into())]);
        }
        match lookup::get_optional(vm, value, &vm.names.__reduce__)? {
            Some(reduce) => vm.call(&reduce, &[]),
            None => {
                let repr = ops::repr(vm, value)?;
                let name = vm.class_of(value).name_text();
                let text = format!("can't pickle '{name}' object: {repr}");
                Err(pickling_error(vm, text))
            }
        }
    }

    // -----------------------------------------------------------------------------------------
    // Instances of classes that leave it all to `object`

    fn save_instance(&mut self, value: &Value, obj: &Obj, class: &Ref<Class>) -> PyResult<()> {
        self.save(&class.value())?;
        self.out.extend_from_slice(&[EMPTY_TUPLE, NEWOBJ]);
        self.memoize(value);
        let Some(head) = obj.attrs() else {
            return Ok(());
        };
        let Some(shape) = head.shape() else {
            if let Some(dict) = head.dict()
                && !dict.is_empty()
            {
                self.save(&dict.value())?;
                self.out.push(BUILD);
            }
            return Ok(());
        };
        if shape.is_empty() {
            return Ok(());
        }
        let _level = self.vm.recurse(WHILE_PICKLING)?;
        self.out.push(EMPTY_DICT);
        self.memoize_nothing();
        let single = shape.len() == 1;
        if !single {
            self.out.push(MARK);
        }
        for (name, at) in shape.iter() {
            let item = obj.values().get(at as usize).map(|cell| cell.get());
            self.save(&name.value())?;
            self.save(&item.unwrap_or(Value::None))?;
        }
        self.out
            .extend_from_slice(&[if single { SETITEM } else { SETITEMS }, BUILD]);
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // What `__reduce__` answers

    /// Writes a function, its arguments, and what comes after.
    pub(super) fn save_reduced(&mut self, reduced: &Value, object: Option<&Value>) -> PyResult<()> {
        let parts = reduced.get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
        let part = |at: usize| parts.get(at).cloned().unwrap_or(Value::None);
        let (function, arguments, state) = (part(0), part(1), part(2));
        let given = |at: usize| Some(part(at)).filter(|part| !part.is_none());
        let (items, pairs, set_state) = (given(3), given(4), given(5));
        self.check_reduced(&function, &arguments, [&items, &pairs, &set_state])?;
        self.save_call(&function, &arguments, object)?;
        if let Some(object) = object {
            match self.known(object) {
                // The arguments contain the object itself.
                Some(number) => {
                    self.out.push(POP);
                    self.write_get(number);
                }
                None => self.memoize(object),
            }
        }
        if let Some(items) = items {
            self.batch(&items, [APPEND, APPENDS], Writer::save)?;
        }
        if let Some(pairs) = pairs {
            self.batch(&pairs, [SETITEM, SETITEMS], Writer::save_pair)?;
        }
        if state.is_none() {
            return Ok(());
        }
        match set_state {
            None => {
                self.save(&state)?;
                self.out.push(BUILD);
            }
            Some(set_state) => {
                self.save(&set_state)?;
                self.save(object.unwrap_or(&Value::None))?;
                self.save(&state)?;
                self.out.extend_from_slice(&[TUPLE2, REDUCE, POP]);
            }
        }
        Ok(())
    }

    fn check_reduced(
        &self,
        function: &Value,
        arguments: &Value,
        rest: [&Option<Value>; 3],
    ) -> PyResult<()> {
        let vm = self.vm;
        if !is_callable(vm, function) {
            return Err(pickling_error(
                vm,
                "first item of the tuple returned by __reduce__ must be callable",
            ));
        }
        if arguments.get::<Tuple>().is_none() {
            return Err(pickling_error(
                vm,
                "second item of the tuple returned by __reduce__ must be a tuple",
            ));
        }
        for (position, iterator) in [("fourth", rest[0]), ("fifth", rest[1])] {
            if let Some(iterator) = iterator
                && !vm.class_of(iterator).has_special(vm, Special::Next)
            {
                return Err(pickling_error(
                    vm,
                    format!(
                        "{position} element of the tuple returned by __reduce__ must be an iterator, not {}",
                        vm.type_name(iterator)
                    ),
                ));
            }
        }
        match rest[2] {
            Some(set_state) if !is_callable(vm, set_state) => Err(pickling_error(
                vm,
                format!(
                    "sixth element of the tuple returned by __reduce__ must be a function, not {}",
                    vm.type_name(set_state)
                ),
            )),
            _ => Ok(()),
        }
    }

    /// Writes the call that makes the object.
    fn save_call(
        &mut self,
        function: &Value,
        arguments: &Value,
        object: Option<&Value>,
    ) -> PyResult<()> {
        let vm = self.vm;
        let name = match self.protocol {
            2.. => lookup::get_optional(vm, function, &vm.names.__name__)?,
            _ => None,
        };
        let is = |expected: &crate::object::shape::Name| {
            name.as_ref()
                .and_then(|name| name.get::<Str>())
                .is_some_and(|name| name.text.as_bytes() == expected.text.as_bytes())
        };
        if is(&vm.names.__newobj_ex__) {
            return self.save_new_with_keywords(arguments);
        }
        if is(&vm.names.__newobj__) {
            let items = arguments
                .get::<Tuple>()
                .map_or(&[][..], |tuple| &tuple.items);
            let class = self.check_new(items, object)?;
            self.save(&class)?;
            self.save(&vm.tuple_of(items[1..].iter().cloned()))?;
            self.out.push(NEWOBJ);
            return Ok(());
        }
        self.save(function)?;
        self.save(arguments)?;
        self.out.push(REDUCE);
        Ok(())
    }

    /// The class among the arguments of a call of `__newobj__`.
    fn check_new(&self, arguments: &[Value], object: Option<&Value>) -> PyResult {
        let vm = self.vm;
        let Some(class) = arguments.first() else {
            return Err(pickling_error(vm, "__newobj__ arglist is empty"));
        };
        if class.get::<Class>().is_none() {
            let text = "args[0] from __newobj__ args is not a type";
            return Err(pickling_error(vm, text));
        }
        if let Some(object) = object
            && !lookup::get_optional(vm, object, &vm.names.__class__)?
                .unwrap_or_else(|| vm.class_of(object).value())
                .is(class)
        {
            let text = "args[0] from __newobj__ args has the wrong class";
            return Err(pickling_error(vm, text));
        }
        Ok(class.clone())
    }

    fn save_new_with_keywords(&mut self, arguments: &Value) -> PyResult<()> {
        let vm = self.vm;
        let items = arguments
            .get::<Tuple>()
            .map_or(&[][..], |tuple| &tuple.items);
        let [class, positional, keywords] = items else {
            return Err(pickling_error(
                vm,
                format!(
                    "length of the NEWOBJ_EX argument tuple must be exactly 3, not {}",
                    items.len()
                ),
            ));
        };
        let wrong = |position: &str, kind: &str, value: &Value| {
            pickling_error(
                vm,
                format!(
                    "{position} item from NEWOBJ_EX argument tuple must be a {kind}, not {}",
                    vm.type_name(value)
                ),
            )
        };
        if class.get::<Class>().is_none() {
            return Err(wrong("first", "class", class));
        }
        let Some(tuple) = positional.get::<Tuple>() else {
            return Err(wrong("second", "tuple", positional));
        };
        let Some(dict) = keywords.get::<Dict>() else {
            return Err(wrong("third", "dict", keywords));
        };
        if self.protocol >= 4 {
            self.save(class)?;
            self.save(positional)?;
            self.save(keywords)?;
            self.out.push(NEWOBJ_EX);
            return Ok(());
        }
        // partial(cls.__new__, cls, *args, **kwargs)()
        let partial = module_item(vm, "functools", "partial")?;
        let mut all = vec![
            lookup::get(vm, class, vm.special_name(Special::New))?,
            class.clone(),
        ];
        all.extend(tuple.items.iter().cloned());
        let names = add_keywords(vm, dict, &mut all)?;
        let call = vm.call_with(&partial, &all, &names)?;
        self.save(&call)?;
        self.save(&vm.tuple(Vec::new()))?;
        self.out.push(REDUCE);
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // Items of subclasses of list and dict

    fn save_pair(&mut self, pair: &Value) -> PyResult<()> {
        let vm = self.vm;
        match pair.get::<Tuple>().map(|pair| &pair.items[..]) {
            Some([key, item]) if vm.class_of(pair) == &vm.types.tuple => {
                self.save(key)?;
                self.save(item)
            }
            _ => Err(vm.type_error("dict items iterator must return 2-tuples")),
        }
    }

    /// Writes what an iterator yields, in batches, with an operation for one or several at a time.
    fn batch(
        &mut self,
        items: &Value,
        [one, several]: [u8; 2],
        save: fn(&mut Self, &Value) -> PyResult<()>,
    ) -> PyResult<()> {
        let vm = self.vm;
        if self.protocol == 0 {
            while let Some(item) = ops::next(vm, items)? {
                save(self, &item)?;
                self.out.push(one);
            }
            return Ok(());
        }
        loop {
            let Some(first) = ops::next(vm, items)? else {
                return Ok(());
            };
            let Some(second) = ops::next(vm, items)? else {
                save(self, &first)?;
                self.out.push(one);
                return Ok(());
            };
            self.out.push(MARK);
            save(self, &first)?;
            save(self, &second)?;
            let mut count = 2;
            while count < BATCH_SIZE
                && let Some(item) = ops::next(vm, items)?
            {
                save(self, &item)?;
                count += 1;
            }
            self.out.push(several);
            if count < BATCH_SIZE {
                return Ok(());
            }
        }
    }
}
