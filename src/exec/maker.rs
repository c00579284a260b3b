//! Making instances by an `__init__` that does nothing but store its arguments and constants: they are put
//! where the stores would put them, and nothing is run.
//!
//! Which bodies those are is asked of the statements (`Stmt::stores`). All other instances are made in
//! `exec::call_expr` and `types::type_`.

use crate::exec::frame::Pushed;
use crate::exec::tree::{Code, Stmt};
use crate::object::class::{Access, Class};
use crate::object::descriptor;
use crate::object::heap::{self, Ref};
use crate::object::lookup;
use crate::object::shape::{Name, Shape};
use crate::object::value::Value;
use crate::types::native::Member;
use crate::types::object::Plain as Instance;
use crate::vm::Vm;
use std::cell::Cell;

/// What is stored.
pub enum Source {
    /// The argument in a slot.
    Argument(u32),
    /// A constant.
    Constant(Value),
}

/// An attribute of the first argument, and what is stored there.
pub type Stored = (Name, Source);

/// What a body stores, with where that goes for one class.
pub struct Maker {
    stores: Box<[Store]>,
    /// The version of the class for which the rest holds.
    version: Cell<u32>,
    /// Whether its instances can be made this way.
    works: Cell<bool>,
    /// Their shape, if they have attributes that are no slots.
    shape: Cell<Option<&'static Shape>>,
}

struct Store {
    name: Name,
    source: Source,
    /// Nothing else takes the argument.
    last: bool,
    /// The position among the instance's values.
    place: Cell<u16>,
}

impl Maker {
    /// Bodies that store more than this are run.
    const MOST: usize = 16;

    /// The maker for the body of a function with so many parameters, if that stores arguments in different attributes and does nothing else.
    pub fn of(body: &dyn Stmt, parameters: u32) -> Option<Box<Maker>> {
        let mut stored = Vec::new();
        if !body.stores(&mut stored) || stored.is_empty() || stored.len() > Maker::MOST {
            return None;
        }
        let mut stores: Vec<Store> = Vec::new();
        for (name, source) in stored.into_iter().rev() {
            let takes = |at: u32, other: &Store| matches!(other.source, Source::Argument(other) if other == at);
            let last = match source {
                Source::Argument(at) if at == 0 || at >= parameters => return None,
                Source::Argument(at) => !stores.iter().any(|other| takes(at, other)),
                Source::Constant(_) => false,
            };
            if stores.iter().any(|other| other.name == name) {
                return None;
            }
            let place = Cell::new(0);
            stores.push(Store {
                name,
                source,
                last,
                place,
            });
        }
        stores.reverse();
        Some(Box::new(Maker {
            stores: stores.into(),
            version: Cell::new(0),
            works: Cell::new(false),
            shape: Cell::new(None),
        }))
    }

    /// An instance of the class whose `__init__` has the code, for arguments behind a place for the instance,
    /// which are given up. `None`, and nothing done, where the code has to be run.
    #[inline(always)]
    pub fn make(vm: &Vm, class: &Ref<Class>, code: &Code, args: &mut Pushed) -> Option<Value> {
        let maker = code.maker.as_ref()?;
        if code.plain_count != args.len() as u32 {
            return None;
        }
        if maker.version.get() != class.version() {
            maker.learn(vm, class);
        }
        let may_call = maker.works.get() && vm.depth.get() < vm.recursion_limit.get();
        if !may_call || !vm.tick_quietly() {
            return None;
        }
        let made = heap::alloc(class, Instance);
        let obj = made.as_obj();
        let values = match obj.plain_attrs() {
            Some((head, values)) => {
                head.set_shape(maker.shape.get());
                values
            }
            None => obj.values(),
        };
        for store in &maker.stores {
            let value = match &store.source {
                Source::Argument(at) if store.last => args.take(*at as usize),
                Source::Argument(at) => args.as_slice().get(*at as usize)?.clone(),
                Source::Constant(value) => value.clone(),
            };
            values.get(store.place.get() as usize)?.put(value);
        }
        Some(made.into())
    }

    #[cold]
    #[inline(never)]
    fn learn(&self, vm: &Vm, class: &Ref<Class>) {
        if !vm.state.uncached.get() {
            self.works.set(self.find_places(vm, class).is_some());
            self.version.set(class.version());
        }
    }

    fn find_places(&self, vm: &Vm, class: &Ref<Class>) -> Option<()> {
        if class.set_access(vm) != Access::Generic {
            return None;
        }
        let trailer = class.trailer();
        let mut shape: Option<&'static Shape> = None;
        for store in &self.stores {
            let on_class = lookup::class_find(vm, class, &store.name);
            let member = on_class.as_ref().and_then(|descr| descr.get::<Member>());
            let place = match (member, &on_class) {
                (Some(member), _) if !member.closed.get() && class.is_subclass(&member.owner) => {
                    member.index
                }
                (None, Some(descr)) if descriptor::is_data(vm, descr) => return None,
                (None, _) if trailer.attrs => {
                    let before = shape.unwrap_or_else(|| Shape::root(trailer.slots));
                    let (with, place) = before.with(&store.name)?;
                    shape = Some(with);
                    place
                }
                _ => return None,
            };
            // Instances never get less room than this.
            if place >= trailer.slots + trailer.inline {
                return None;
            }
            store.place.set(place);
        }
        self.shape.set(shape);
        Some(())
    }
}
