//! `map`.

use super::iterators::{REDUCE_DOC, SELF_ITER};
use super::sequence;
use super::zip::next_pair;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::Source;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use smallvec::SmallVec;

/// The payload of maps.
pub struct Map {
    function: Value,
    sources: Box<[Source]>,
}

impl Trace for Map {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(obj) = &self.function {
            visit(obj);
        }
        for source in &self.sources {
            source.trace(visit);
        }
    }
}

/// The type's table.
pub const MAP: TypeTable = TypeTable {
    name: "map",
    told: Some("(function, iterable, /, *iterables)"),
    own: &["__getattribute__"],
    doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
    kind: Kind::Map,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", map_new),
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    alloc(vm, &vm.types.map, args)
}

fn map_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "map")?;
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &vm.types.map);
    let given = sequence::positional(vm, "map", &args[1], keywords, (0, usize::MAX))?;
    alloc(vm, &class, given)
}

fn alloc(vm: &Vm, class: &Ref<Class>, args: &[Value]) -> PyResult {
    let [function, iterables @ ..] = args else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let sources: PyResult<Box<[Source]>> = iterables
        .iter()
        .map(|iterable| Source::new(vm, iterable))
        .collect();
    let payload = Map {
        function: function.clone(),
        sources: sources?,
    };
    Ok(heap::alloc(class, payload).into())
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<Map>(std::slice::from_ref(this))?;
    if let [source] = &*this.sources {
        return match source.next(vm)? {
            Some(item) => vm.call(&this.function, &[item]).map(Some),
            None => Ok(None),
        };
    }
    if let [a, b] = &*this.sources {
        return match next_pair(vm, a, b)? {
            Some((a, b)) => vm.call(&this.function, &[a, b]).map(Some),
            None => Ok(None),
        };
    }
    let mut items: SmallVec<[Value; 4]> = SmallVec::with_capacity(this.sources.len());
    for source in &this.sources {
        match source.next(vm)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    vm.call(&this.function, &items).map(Some)
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Map>(args)?;
    let mut state = vec![this.function.clone()];
    state.extend(this.sources.iter().map(|source| source.iterator.clone()));
    let class = vm.class_of(&args[0]).value();
    Ok(vm.tuple(vec![class, vm.tuple(state)]))
}
