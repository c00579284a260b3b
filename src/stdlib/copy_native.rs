//! `_copy`: what `copy.copy` and `copy.deepcopy` do for all objects that leave it to them. Classes say how they
//! are copied by `__copy__`, `__deepcopy__` or what pickle uses.

use super::NativeModule;
use crate::exec::assign::unpack;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::method::BoundMethod;
use crate::types::object::Plain;
use crate::types::reduce::{self, PlainClasses};
use crate::types::set::Set;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_::{self, Construction};
use crate::vm::Vm;

/// The module.
pub const COPY: NativeModule = NativeModule {
    name: "_copy",
    doc: "Copies of objects.",
    functions: &[
        method("copy(x, error, held, /)", copy, "A shallow copy of x."),
        method(
            "deepcopy(x, memo, error, others, held, /)",
            deepcopy,
            "A copy of x and of all that it consists of.\n\nothers has functions for classes that nothing is known of here.",
        ),
    ],
    fill: super::nothing,
};

/// Whether copies of the class's instances are the instances themselves.
fn is_atomic(vm: &Vm, obj: &Obj) -> bool {
    let types = &vm.types;
    let class = obj.class();
    match obj.kind() {
        Kind::Str => *class == types.str,
        Kind::BigInt => *class == types.int,
        Kind::Bytes => *class == types.bytes,
        Kind::Class => *class == types.type_,
        _ => [
            &types.function,
            &types.builtin_function_or_method,
            &types.complex,
            &types.range,
            &types.property,
            &types.code,
            &types.weakref,
        ]
        .contains(&class),
    }
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    let (value, error) = (&args[0], &args[1]);
    let Value::Obj(obj) = value else {
        return Ok(value.clone());
    };
    let types = &vm.types;
    let class = obj.class().clone();
    // The class is looked up in tables: a metaclass may have something to say to that.
    super::abc_native::check_hash(vm, &class)?;
    if let Some(list) = obj.get::<List>()
        && class == types.list
    {
        return Ok(vm.list(list.items.to_vec()));
    }
    if let Some(dict) = obj.get::<Dict>()
        && class == types.dict
    {
        return Ok(dict.copied().alloc(vm).into());
    }
    if let Some(set) = obj.get::<Set>()
        && class == types.set
    {
        return Ok(set.copied().alloc(vm).into());
    }
    if class == types.bytearray {
        return vm.call_method(value, &vm.intern("copy"), &[]);
    }
    if is_atomic(vm, obj)
        || [&types.tuple, &types.frozenset, &types.slice].contains(&&class)
        || class.is_subclass(&types.type_)
    {
        return Ok(value.clone());
    }
    if let Some(copier) = method_of(vm, &class.value(), &vm.names.__copy__)? {
        return vm.call(&copier, std::slice::from_ref(value));
    }
    let mut copier = Copier::shallow(vm);
    copier.held = args[2].clone();
    copier.other(value, obj, error)
}

/// An attribute that says how to copy; `None` says nothing.
fn method_of(vm: &Vm, value: &Value, name: &Name) -> PyResult<Option<Value>> {
    Ok(lookup::get_optional(vm, value, name)?.filter(|method| !method.is_none()))
}

fn deepcopy(vm: &Vm, args: &[Value]) -> PyResult {
    let memo = match args[1].given() {
        None => vm.dict().value(),
        Some(memo) => memo.clone(),
    };
    let mut copier = Copier::shallow(vm);
    copier.memo = Some(memo);
    copier.error = args[2].clone();
    copier.others = args[3].clone();
    copier.held = args[4].clone();
    copier.deep(&args[0])
}

/// A copy being made.
struct Copier<'a> {
    vm: &'a Vm,
    /// Of a deep copy: what has been copied, by id. Anything that is like a dict.
    memo: Option<Value>,
    /// What the memo keeps alive.
    kept: Option<Value>,
    error: Value,
    others: Value,
    /// A list for copies that could not be finished.
    held: Value,
    plain: PlainClasses,
}

impl<'a> Copier<'a> {
    fn shallow(vm: &'a Vm) -> Copier<'a> {
        Copier {
            vm,
            memo: None,
            kept: None,
            error: Value::Unbound,
            others: Value::Unbound,
            held: Value::Unbound,
            plain: PlainClasses::default(),
        }
    }

    // -----------------------------------------------------------------------------------------
    // The memo

    /// The memo, while it is a plain dict.
    fn plain_memo(&self) -> Option<&Dict> {
        let memo = self.memo.as_ref()?;
        memo.get::<Dict>()
            .filter(|_| self.vm.class_of(memo) == &self.vm.types.dict)
    }

    fn remembered(&self, id: i64) -> PyResult<Option<Value>> {
        let vm = self.vm;
        let key = Value::Int(id);
        match (self.plain_memo(), &self.memo) {
            (Some(memo), _) => memo.get(vm, &key),
            (None, Some(memo)) => {
                let found = vm.call_method(memo, &vm.names.get, &[key])?;
                Ok(Some(found).filter(|found| !found.is_none()))
            }
            (None, None) => Ok(None),
        }
    }

    fn remember(&self, id: i64, copy: &Value) -> PyResult<()> {
        let vm = self.vm;
        let key = Value::Int(id);
        match (self.plain_memo(), &self.memo) {
            (Some(memo), _) => memo.insert(vm, key, copy.clone()).map(drop),
            (None, Some(memo)) => ops::set_item(vm, memo, &key, copy.clone()),
            (None, None) => Ok(()),
        }
    }

    /// Were an object to die meanwhile, its id might come to stand for another one.
    fn keep(&mut self, value: &Value) -> PyResult<()> {
        let vm = self.vm;
        let Some(memo) = &self.memo else {
            return Ok(());
        };
        let kept = match &self.kept {
            Some(kept) => kept.clone(),
            None => {
                let id = memo.id();
                let kept = match self.remembered(id)? {
                    Some(kept) => kept,
                    None => {
                        let kept = vm.list(Vec::new());
                        self.remember(id, &kept)?;
                        kept
                    }
                };
                self.kept = Some(kept.clone());
                kept
            }
        };
        match kept.get::<List>() {
            Some(list) => list.append(vm, value.clone()),
            None => vm
                .call_method(&kept, &vm.names.append, std::slice::from_ref(value))
                .map(drop),
        }
    }

    // -----------------------------------------------------------------------------------------
    // Deep copies

    fn deep(&mut self, value: &Value) -> PyResult {
        let vm = self.vm;
        let Value::Obj(obj) = value else {
            return Ok(value.clone());
        };
        if is_atomic(vm, obj) {
            return Ok(value.clone());
        }
        vm.tick()?;
        let id = value.id();
        if let Some(known) = self.remembered(id)? {
            return Ok(known);
        }
        let _level = vm.recurse("")?;
        let copy = self.deep_new(value, obj, id)?;
        if !copy.is(value) {
            self.remember(id, &copy)?;
            self.keep(value)?;
        }
        Ok(copy)
    }

    /// The copy of what has none yet.
    fn deep_new(&mut self, value: &Value, obj: &Obj, id: i64) -> PyResult {
        let vm = self.vm;
        let types = &vm.types;
        let class = obj.class().clone();
        if let Some(list) = obj.get::<List>()
            && class == types.list
        {
            return self.deep_list(list, id);
        }
        if let Some(dict) = obj.get::<Dict>()
            && class == types.dict
        {
            return self.deep_dict(dict, id);
        }
        if let Some(tuple) = obj.get::<Tuple>()
            && class == types.tuple
        {
            return self.deep_tuple(value, tuple, id);
        }
        if let Some(method) = obj.get::<BoundMethod>() {
            let this = self.deep(&method.this)?;
            return vm.call(&class.value(), &[method.function.clone(), this]);
        }
        let copier = match self.others.get::<Dict>() {
            Some(others) if !others.is_empty() => others.get(vm, &class.value())?,
            // Looking the class up in a table: a metaclass may have something to say to that.
            _ => {
                super::abc_native::check_hash(vm, &class)?;
                None
            }
        };
        if class.is_subclass(&types.type_) {
            return Ok(value.clone());
        }
        if let Some(copier) = copier {
            return vm.call(
                &copier,
                &[value.clone(), self.memo.clone().unwrap_or(Value::None)],
            );
        }
        if let Some(copier) = method_of(vm, value, &vm.names.__deepcopy__)? {
            return vm.call(&copier, &[self.memo.clone().unwrap_or(Value::None)]);
        }
        let error = self.error.clone();
        self.other(value, obj, &error)
    }

    fn deep_list(&mut self, list: &List, id: i64) -> PyResult {
        let copy = self.vm.list(Vec::new());
        self.remember(id, &copy)?;
        let mut at = 0;
        while let Some(item) = list.items.get(at) {
            at += 1;
            let item = self.deep(&item)?;
            if let Some(copy) = copy.get::<List>() {
                copy.append(self.vm, item)?;
            }
        }
        Ok(copy)
    }

    fn deep_dict(&mut self, dict: &Dict, id: i64) -> PyResult {
        let vm = self.vm;
        let copy = vm.dict();
        self.remember(id, &copy.value())?;
        let size = dict.len();
        let mut at = 0;
        while let Some((key, item)) = dict.next_item(&mut at) {
            // The value first, as an assignment evaluates it.
            let item = self.deep(&item)?;
            let key = self.deep(&key)?;
            drop(copy.insert(vm, key, item)?);
            if dict.len() != size {
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
        }
        Ok(copy.value())
    }

    fn deep_tuple(&mut self, value: &Value, tuple: &Tuple, id: i64) -> PyResult {
        let mut copies = Vec::with_capacity(tuple.items.len());
        for item in &tuple.items {
            copies.push(self.deep(item)?);
        }
        // A tuple may hold itself, through a list: then it has been copied by now.
        if let Some(known) = self.remembered(id)? {
            return Ok(known);
        }
        let same = tuple
            .items
            .iter()
            .zip(&copies)
            .all(|(old, new)| old.is(new));
        Ok(match same {
            true => value.clone(),
            false => self.vm.tuple(copies),
        })
    }

    // -----------------------------------------------------------------------------------------
    // What is taken apart

    /// A copy of an object by what pickle uses.
    fn other(&mut self, value: &Value, obj: &Obj, error: &Value) -> PyResult {
        let vm = self.vm;
        let class = obj.class().clone();
        let table = super::pickle_native::registry(vm, "dispatch_table")?;
        let reduced = if let Some(reduce) = table.get(vm, &class.value())? {
            vm.call(&reduce, std::slice::from_ref(value))?
        } else if let Some(copy) = self.plain_copy(value, obj, &class)? {
            return Ok(copy);
        } else if let Some(reduce) = method_of(vm, value, &vm.names.__reduce_ex__)? {
            vm.call(&reduce, &[Value::Int(4)])?
        } else if let Some(reduce) = method_of(vm, value, &vm.names.__reduce__)? {
            vm.call(&reduce, &[])?
        } else {
            let kind = if self.memo.is_some() {
                "deep"
            } else {
                "shallow"
            };
            let repr = ops::repr(vm, &class.value())?;
            let text = vm.str(&format!("un({kind})copyable object of type {repr}"));
            return Err(vm.raise_value(vm.call(error, &[text])?));
        };
        if reduced.get::<Str>().is_some() {
            return Ok(value.clone());
        }
        let kind = vm.type_name(&reduced);
        let text = format!("Value after * must be an iterable, not {kind}");
        let parts = ops::collect_or(vm, &reduced, &text)?;
        if !(2..=5).contains(&parts.len()) {
            let text = match parts.len() {
                0 => "missing 2 required positional arguments: 'func' and 'args'".to_owned(),
                1 => "missing 1 required positional argument: 'args'".to_owned(),
                len => format!(
                    "takes from 4 to 7 positional arguments but {} were given",
                    len + 2
                ),
            };
            return Err(vm.type_error(format!("_reconstruct() {text}")));
        }
        self.reconstruct(value, &parts)
    }

    /// A copy of an instance of which nothing but its inline attributes has to be copied.
    fn plain_copy(
        &mut self,
        value: &Value,
        obj: &Obj,
        class: &Ref<Class>,
    ) -> PyResult<Option<Value>> {
        let vm = self.vm;
        let Some(shape) = obj.attrs().and_then(|head| head.shape()) else {
            return Ok(None);
        };
        let makes_plain = matches!(
            type_::construction(vm, class),
            Construction::Bare | Construction::Init(_)
        );
        if !makes_plain
            || !self.plain.has(vm, obj)
            || !reduce::has_plain_dict(vm, class)
            || class.mro_lookup(vm, &vm.names.__setstate__).is_some()
        {
            return Ok(None);
        }
        let copy: Value = heap::alloc(class, Plain).into();
        if self.memo.is_some() {
            self.remember(value.id(), &copy)?;
        }
        let mut values = Vec::with_capacity(shape.len());
        for (_, at) in shape.iter() {
            let old = obj.values().get(at as usize).map(heap::ValueCell::get);
            let old = old.unwrap_or(Value::Unbound);
            values.push(match self.memo {
                Some(_) if !old.is_unbound() => self.deep(&old)?,
                _ => old,
            });
        }
        if let Some(copy) = copy.obj() {
            for ((name, _), value) in shape.iter().zip(values) {
                if !value.is_unbound() {
                    lookup::instance_set(vm, copy, name, value);
                }
            }
        }
        Ok(Some(copy))
    }

    /// The copy, if it is a deep one.
    fn part(&mut self, value: &Value) -> PyResult {
        match self.memo {
            Some(_) => self.deep(value),
            None => Ok(value.clone()),
        }
    }

    /// Makes a copy of what `__reduce_ex__` answered with these parts.
    fn reconstruct(&mut self, value: &Value, parts: &[Value]) -> PyResult {
        let vm = self.vm;
        let mut args = match self.memo {
            Some(_) => ops::collect(vm, &parts[1])?,
            None => crate::exec::call_expr::collect_lone_star(vm, &parts[0], &parts[1])?,
        };
        for arg in &mut args {
            *arg = self.part(arg)?;
        }
        let copy = vm.call(&parts[0], &args)?;
        let furnished = self.furnish(value, &copy, parts);
        if furnished.is_err()
            && let Some(held) = self.held.get::<List>()
        {
            // As long as the traceback is there, so is what a failed copy has come to.
            held.append(vm, copy.clone())?;
        }
        furnished.map(|()| copy)
    }

    /// Gives a copy its state and items.
    fn furnish(&mut self, value: &Value, copy: &Value, parts: &[Value]) -> PyResult<()> {
        let vm = self.vm;
        let given = |at: usize| parts.get(at).filter(|part| !part.is_none());
        if self.memo.is_some() {
            self.remember(value.id(), copy)?;
        }
        if let Some(state) = given(2) {
            let state = self.part(state)?;
            let name = &vm.names.__setstate__;
            // Asked for twice, as hooks can tell.
            match lookup::get_optional(vm, copy, name)?.is_some() {
                true => drop(vm.call_method(copy, name, &[state])?),
                false => set_state(vm, copy, state)?,
            }
        }
        if let Some(items) = given(3) {
            let source = ops::iter(vm, items)?;
            while let Some(item) = ops::next(vm, &source)? {
                let item = self.part(&item)?;
                vm.call_method(copy, &vm.names.append, &[item])?;
            }
        }
        if let Some(pairs) = given(4) {
            let source = ops::iter(vm, pairs)?;
            while let Some(pair) = ops::next(vm, &source)? {
                let pair = unpack(vm, &pair, 2, None)?;
                let (key, item) = (self.part(&pair[0])?, self.part(&pair[1])?);
                ops::set_item(vm, copy, &key, item)?;
            }
        }
        Ok(())
    }
}

/// Gives an object its state, where it has no `__setstate__`.
fn set_state(vm: &Vm, copy: &Value, state: Value) -> PyResult<()> {
    let (state, slots) = match state.get::<Tuple>().map(|pair| &pair.items[..]) {
        Some([state, slots]) => (state.clone(), slots.clone()),
        _ => (state, Value::None),
    };
    if !state.is_none() {
        let dict = lookup::get(vm, copy, &vm.names.__dict__)?;
        vm.call_method(&dict, &vm.intern("update"), &[state])?;
    }
    if !slots.is_none() {
        let pairs = vm.call_method(&slots, &vm.names.items, &[])?;
        for pair in ops::collect(vm, &pairs)? {
            let (name, value) = (
                ops::get_item(vm, &pair, &Value::Int(0))?,
                ops::get_item(vm, &pair, &Value::Int(1))?,
            );
            let name = crate::types::name_arg(vm, &name, "attribute name must be string, not ")?;
            lookup::set(vm, copy, &name, value)?;
        }
    }
    Ok(())
}
