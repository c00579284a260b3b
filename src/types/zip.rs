//! `zip`.

use super::iterators::{REDUCE_DOC, SELF_ITER, SETSTATE_DOC};
use super::tuple::Tuple;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Source};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::vm::Vm;
use smallvec::SmallVec;
use std::cell::Cell;

/// The payload of zips.
pub struct Zip {
    sources: Box<[Source]>,
    strict: Cell<bool>,
}

impl Trace for Zip {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for source in &self.sources {
            source.trace(visit);
        }
    }
}

/// The type's table.
pub const ZIP: TypeTable = TypeTable {
    name: "zip",
    told: Some("(*iterables, strict=False)"),
    own: &["__getattribute__"],
    doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    kind: Kind::Zip,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, strict=False)", zip_new).counting_names(),
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        method("__setstate__(self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    alloc(vm, &vm.types.zip, args, false)
}

fn zip_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "zip")?;
    let strict = ops::truth(vm, &args[2])?;
    let iterables = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    alloc(vm, &class, iterables, strict)
}

fn alloc(vm: &Vm, class: &Ref<Class>, iterables: &[Value], strict: bool) -> PyResult {
    let sources: PyResult<Box<[Source]>> = iterables
        .iter()
        .map(|iterable| Source::new(vm, iterable))
        .collect();
    let payload = Zip {
        sources: sources?,
        strict: Cell::new(strict),
    };
    Ok(heap::alloc(class, payload).into())
}

impl Zip {
    /// The two iterators, if that is how many there are and nothing has to be told of their ends.
    #[inline]
    pub fn two(&self) -> Option<(&Source, &Source)> {
        match &*self.sources {
            [a, b] if !self.strict.get() => Some((a, b)),
            _ => None,
        }
    }
}

/// The next values of the two iterators of a zip.
///
/// # Errors
/// What the iterators raise.
#[inline]
pub fn next_pair(vm: &Vm, a: &Source, b: &Source) -> PyResult<Option<(Value, Value)>> {
    let Some(first) = a.next(vm)? else {
        return Ok(None);
    };
    Ok(b.next(vm)?.map(|second| (first, second)))
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<Zip>(std::slice::from_ref(this))?;
    if let Some((a, b)) = this.two() {
        return Ok(next_pair(vm, a, b)?.map(|(a, b)| vm.pair(a, b)));
    }
    if this.sources.is_empty() {
        return Ok(None);
    }
    let mut items = SmallVec::with_capacity(this.sources.len());
    for source in &this.sources {
        match source.next(vm)? {
            Some(item) => items.push(item),
            None if this.strict.get() => {
                return check_lengths(vm, &this.sources, items.len()).map(|()| None);
            }
            None => return Ok(None),
        }
    }
    Ok(Some(vm.alloc_tuple(Tuple { items }).into()))
}

/// The iterator at `at` is exhausted; in strict mode the others have to be as well.
fn check_lengths(vm: &Vm, sources: &[Source], at: usize) -> PyResult<()> {
    if at > 0 {
        return Err(wrong_length(vm, at, "shorter"));
    }
    for (at, source) in sources.iter().enumerate().skip(1) {
        if source.next(vm)?.is_some() {
            return Err(wrong_length(vm, at, "longer"));
        }
    }
    Ok(())
}

fn wrong_length(vm: &Vm, at: usize, how: &str) -> Raised {
    let before = if at == 1 {
        String::from(" 1")
    } else {
        format!("s 1-{at}")
    };
    vm.value_error(format!(
        "zip() argument {} is {how} than argument{before}",
        at + 1
    ))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Zip>(args)?;
    let class = vm.class_of(&args[0]).value();
    let iterators = this.sources.iter().map(|source| source.iterator.clone());
    let mut parts = vec![class, vm.tuple(iterators.collect())];
    if this.strict.get() {
        parts.push(Value::True);
    }
    Ok(vm.tuple(parts))
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let strict = ops::truth(vm, &args[1])?;
    vm.this::<Zip>(args)?.strict.set(strict);
    Ok(Value::None)
}
