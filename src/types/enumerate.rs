//! `enumerate`.

use super::iterators::{REDUCE_DOC, SELF_ITER};
use super::tuple::Tuple;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Source};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::int;
use crate::vm::Vm;
use dashu_int::IBig;
use std::cell::{Cell, RefCell};

/// The payload of enumerations.
pub struct Enumerate {
    source: Source,
    count: Cell<i64>,
    /// The count once it is no machine integer; `count` stays the greatest one then.
    big: RefCell<Option<IBig>>,
}

impl Trace for Enumerate {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.source.trace(visit);
    }
}

impl Enumerate {
    /// The count of the next item.
    fn count(&self, vm: &Vm) -> Value {
        match &*self.big.borrow() {
            Some(big) => int::from_big(vm, big.clone()),
            None => Value::Int(self.count.get()),
        }
    }

    /// The count of the next item, which has been taken.
    #[inline]
    fn take_count(&self, vm: &Vm) -> Value {
        let count = self.count.get();
        if count < i64::MAX {
            self.count.set(count + 1);
            return Value::Int(count);
        }
        let value = self.count(vm);
        let big = self.big.take().unwrap_or(IBig::from(i64::MAX));
        self.big.replace(Some(big + IBig::ONE));
        value
    }

    /// The count and the value that come next.
    ///
    /// # Errors
    /// Whatever the iterator raises.
    #[inline]
    pub fn next_pair(&self, vm: &Vm) -> PyResult<Option<(Value, Value)>> {
        Ok(self
            .source
            .next(vm)?
            .map(|item| (self.take_count(vm), item)))
    }
}

/// The type's table.
pub const ENUMERATE: TypeTable = TypeTable {
    name: "enumerate",
    own: &["__getattribute__"],
    doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    kind: Kind::Enumerate,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", enumerate_new),
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        table::class_getitem(super::class_getitem),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let class = &vm.types.enumerate;
    match args {
        [iterable] => alloc(vm, class, iterable, None),
        [iterable, start] => alloc(vm, class, iterable, Some(start)),
        [] => Err(vm.type_error("enumerate() missing required argument 'iterable'")),
        _ => Err(vm.type_error(format!(
            "enumerate() takes at most 2 arguments ({} given)",
            args.len()
        ))),
    }
}

/// Both arguments may be given by name.
fn enumerate_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "enumerate")?;
    let mut given: Vec<Value> = args[1]
        .get::<Tuple>()
        .map_or(Vec::new(), |tuple| tuple.items.to_vec());
    let keywords = args[2].get::<Dict>().map_or(Vec::new(), Dict::items);
    let count = given.len() + keywords.len();
    given.resize(2.max(given.len()), Value::Unbound);
    let alone = count == 1 && keywords.len() == 1;
    for (name, value) in &keywords {
        let name = ops::str(vm, name)?;
        let at = match name.as_str() {
            Some("iterable") => 0,
            Some("start") if !alone => 1,
            _ => usize::MAX,
        };
        match given.get_mut(at) {
            Some(slot @ Value::Unbound) => *slot = value.clone(),
            _ => {
                return Err(vm.type_error(format!(
                    "'{name}' is an invalid keyword argument for enumerate()"
                )));
            }
        }
    }
    if given[0].is_unbound() && class != vm.types.enumerate {
        return Err(vm.type_error("enumerate() missing required argument 'iterable' (pos 1)"));
    }
    if count > 2 || given[0].is_unbound() {
        return construct(
            vm,
            &given[..if count > 2 { count.min(given.len()) } else { 0 }],
        );
    }
    let start = given[1].clone().bound();
    alloc(vm, &class, &given[0], start.as_ref())
}

fn alloc(vm: &Vm, class: &Ref<Class>, iterable: &Value, start: Option<&Value>) -> PyResult {
    let start = match start {
        Some(start) => ops::index(vm, start)?,
        None => Value::Int(0),
    };
    let source = Source::new(vm, iterable)?;
    let (count, big) = match &start {
        Value::Int(count) => (*count, None),
        big => (i64::MAX, int::to_big(big)),
    };
    let payload = Enumerate {
        source,
        count: Cell::new(count),
        big: RefCell::new(big),
    };
    Ok(heap::alloc(class, payload).into())
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<Enumerate>(std::slice::from_ref(this))?;
    let pair = this.next_pair(vm)?;
    Ok(pair.map(|(count, item)| vm.pair(count, item)))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Enumerate>(args)?;
    let state = vm.tuple(vec![this.source.iterator.clone(), this.count(vm)]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), state]))
}
