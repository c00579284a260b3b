//! `enumerate`.

use super::iterators::{ListIterator, REDUCE_DOC, SELF_ITER};
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
    pub fn take_count(&self, vm: &Vm) -> Value {
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

    /// The iterator over a list whose values are counted, if that is what there is.
    #[inline]
    pub fn list(&self) -> Option<&ListIterator> {
        self.source.iterator.get::<ListIterator>()
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
    told: Some("(iterable, start=0)"),
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

const MISSING_ITERABLE: &str = "enumerate() missing required argument 'iterable'";

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let class = &vm.types.enumerate;
    match args {
        [iterable] => alloc(vm, class, iterable, None),
        [iterable, start] => alloc(vm, class, iterable, Some(start)),
        [] => Err(vm.type_error(MISSING_ITERABLE)),
        _ => Err(vm.type_error(format!(
            "enumerate() takes at most 2 arguments ({} given)",
            args.len()
        ))),
    }
}

/// Both arguments may be given by name. The class itself words what doesn't fit differently than its
/// subclasses do.
fn enumerate_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "enumerate")?;
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let mut keywords = Vec::new();
    for (name, value) in args[2].get::<Dict>().map_or(Vec::new(), Dict::items) {
        keywords.push((ops::str(vm, &name)?.to_string(), value));
    }
    let count = given.len() + keywords.len();
    let exact = class == vm.types.enumerate;
    if given.len() > 2 || (!given.is_empty() && count > 2) {
        return Err(vm.type_error(format!(
            "enumerate() takes at most 2 arguments ({count} given)"
        )));
    }
    if count > 2 {
        return Err(vm.type_error(match exact {
            true => MISSING_ITERABLE.to_owned(),
            false => format!("enumerate() takes at most 2 keyword arguments ({count} given)"),
        }));
    }
    let mut bound = [Value::Unbound, Value::Unbound];
    for (slot, value) in bound.iter_mut().zip(given) {
        *slot = value.clone();
    }
    let alone = exact && count == 1;
    for (name, value) in &keywords {
        match name.as_str() {
            "iterable" if bound[0].is_unbound() => bound[0] = value.clone(),
            "start" if bound[1].is_unbound() && !alone => bound[1] = value.clone(),
            _ if exact => {
                return Err(vm.type_error(format!(
                    "'{name}' is an invalid keyword argument for enumerate()"
                )));
            }
            _ => {}
        }
    }
    if bound[0].is_unbound() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable' (pos 1)"));
    }
    for (name, _) in &keywords {
        let at = ["iterable", "start"].iter().position(|known| name == known);
        match at {
            Some(at) if at < given.len() => {
                return Err(vm.type_error(format!(
                    "argument for enumerate() given by name ('{name}') and position ({})",
                    at + 1
                )));
            }
            Some(_) => {}
            None => {
                return Err(vm.type_error(format!(
                    "enumerate() got an unexpected keyword argument '{name}'"
                )));
            }
        }
    }
    let [iterable, start] = bound;
    alloc(vm, &class, &iterable, start.bound().as_ref())
}

fn alloc(vm: &Vm, class: &Ref<Class>, iterable: &Value, start: Option<&Value>) -> PyResult {
    let parts = || {
        let start = match start {
            Some(start) => ops::index(vm, start)?,
            None => Value::Int(0),
        };
        Ok((start, Source::new(vm, iterable)?))
    };
    let made = parts();
    let (start, source) = match made {
        // The object is there before its parts: a subclass sees the end of one that fails.
        Err(raised) if class.is_heap() => {
            let source = Source::new(vm, &vm.tuple(Vec::new()))?;
            let (count, big) = (Cell::new(0), RefCell::new(None));
            drop(heap::alloc(class, Enumerate { source, count, big }));
            return Err(raised);
        }
        made => made?,
    };
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
