//! `filter`.

use super::iterators::{REDUCE_DOC, SELF_ITER};
use super::sequence;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Source};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of filters.
pub struct Filter {
    /// `None` for the items' own truth.
    function: Value,
    source: Source,
}

impl Trace for Filter {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(obj) = &self.function {
            visit(obj);
        }
        self.source.trace(visit);
    }
}

/// The type's table.
pub const FILTER: TypeTable = TypeTable {
    name: "filter",
    told: Some("(function, iterable, /)"),
    own: &["__getattribute__"],
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    kind: Kind::Filter,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", filter_new),
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    alloc(vm, &vm.types.filter, args)
}

fn filter_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "filter")?;
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &vm.types.filter);
    let given = sequence::positional(vm, "filter", &args[1], keywords, (2, 2))?;
    alloc(vm, &class, given)
}

fn alloc(vm: &Vm, class: &Ref<Class>, args: &[Value]) -> PyResult {
    let args = sequence::check_count(vm, "filter", args, (2, 2))?;
    let payload = Filter {
        function: args[0].clone(),
        source: Source::new(vm, &args[1])?,
    };
    Ok(heap::alloc(class, payload).into())
}

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<Filter>(std::slice::from_ref(this))?;
    let by_truth = this.function.is_none() || this.function.is(&vm.types.bool.value());
    while let Some(item) = this.source.next(vm)? {
        vm.tick()?;
        let keep = if by_truth {
            ops::truth(vm, &item)?
        } else {
            let answer = vm.call(&this.function, std::slice::from_ref(&item))?;
            ops::truth(vm, &answer)?
        };
        if keep {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<Filter>(args)?;
    let state = vm.tuple(vec![this.function.clone(), this.source.iterator.clone()]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), state]))
}
