//! `super().name(...)`: the common call of an inherited method, without a `super` object. What it finds
//! is what `object::lookup` and `types::super_` would find; where anything is unusual, they are asked.

use crate::exec::call_expr::{Arguments, MethodCall, call_method, call_other, look};
use crate::exec::frame::{Env, Frame};
use crate::exec::names::{GlobalName, unbound_free, unbound_local};
use crate::exec::tree::{Expr, Leaf, Node};
use crate::object::class::Class;
use crate::object::descriptor;
use crate::object::heap::{Kind, Ref};
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::classmethod::ClassMethod;
use crate::types::staticmethod::StaticMethod;
use crate::vm::Vm;
use dunder_grammar::Span;
use std::cell::Cell;

/// `super().name(args)` in a method.
pub struct SuperCall<L: Arguments> {
    /// The same as any call of a method.
    pub plain: MethodCall<Expr, L>,
    /// What finds the method.
    pub method: SuperMethod,
}

/// `super()` in a method where an attribute of it is wanted: what it stands for is read as variables are, with
/// their errors.
pub struct SuperObject {
    /// The call.
    pub call: Expr,
    /// Where `__class__` is in the closure.
    pub class_at: u32,
}

impl Node for SuperObject {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let code = f.core.code;
        let cell = f.core.closure.get(self.class_at as usize);
        if code.parameters.positional > 0 {
            if cell.is_some_and(|cell| cell.value.is_unbound()) {
                return Err(unbound_free(f, &f.vm.names.__class__, self.span()));
            }
            if f.get(0).is_unbound() {
                return Err(unbound_local(f, &code.slot_names[0], self.span()));
            }
        }
        self.call.eval(f)
    }
    fn span(&self) -> Span {
        self.call.span()
    }
}

/// `super().name` in a method, about to be called.
pub struct SuperMethod {
    /// The name `super`.
    pub callee: GlobalName,
    /// The method's name.
    pub name: Name,
    /// Where `__class__` is in the closure.
    pub class_at: u32,
    /// Whether the first parameter is a cell.
    pub first_is_cell: bool,
    /// What was found for the last few classes.
    pub cache: [SuperCache; 3],
    /// The next one to be overwritten.
    pub oldest: Cell<u8>,
}

/// Where a method was found after a class in another one's MRO.
#[derive(Default)]
pub struct SuperCache {
    /// The version of the class whose MRO it is.
    version: Cell<u32>,
    /// The version of the class after which the search starts.
    start: Cell<u32>,
    /// Whether the object is that class itself.
    on_class: Cell<bool>,
    /// Whether what was found is called with the object in front.
    is_method: Cell<bool>,
    /// The position among what the class remembers.
    at: Cell<u32>,
}

/// What to call.
struct Found {
    function: Value,
    /// What is passed first.
    first: Option<Value>,
}

impl SuperMethod {
    /// The node for `super()` itself, given the call.
    pub fn object(&self, call: Expr) -> Expr {
        let class_at = self.class_at;
        Box::new(SuperObject { call, class_at })
    }

    /// A Python function to be called with the object in front, if that is what there is.
    pub fn find_function(&self, f: &mut Frame<'_>) -> Option<(Value, Value)> {
        let (function, this) = match self.find_method(f) {
            Some(found) => found,
            None => {
                let found = self.find(f)?;
                (found.function, found.first?)
            }
        };
        match &function {
            Value::Obj(obj) if obj.kind() == Kind::Function => Some((function, this)),
            _ => None,
        }
    }

    /// What `find` gives for a method of an instance that is remembered.
    #[inline(always)]
    fn find_method(&self, f: &Frame<'_>) -> Option<(Value, Value)> {
        // Something is remembered, so there is a first parameter.
        if self.oldest.get() == 0 {
            return None;
        }
        self.find_method_of(f.vm, f.core.env, f.get(0))
    }

    /// `find_method` for the first argument.
    #[inline(always)]
    fn find_method_of(&self, vm: &Vm, env: &Env, this: &Value) -> Option<(Value, Value)> {
        let callee = self.callee.remembered(env)?;
        let start = &env.closure.get(self.class_at as usize)?.value;
        if self.first_is_cell || callee.as_ref::<Class>()? != &vm.types.super_ {
            return None;
        }
        let class = this.obj()?.class();
        let (version, start) = (class.version(), start.class_version()?);
        for cache in &self.cache {
            let holds = cache.version.get() == version && cache.start.get() == start;
            if holds && cache.is_method.get() {
                return Some((class.remembered(cache.at.get())?, this.clone()));
            }
        }
        None
    }

    fn find(&self, f: &mut Frame<'_>) -> Option<Found> {
        let vm = f.vm;
        let callee = self.callee.find(f).ok().flatten()?;
        if callee.as_ref::<Class>()? != &vm.types.super_ || f.core.code.parameters.positional == 0 {
            return None;
        }
        let this = match f.get(0).get::<CellObject>() {
            Some(cell) if self.first_is_cell => cell.value.get(),
            _ => f.get(0).clone(),
        };
        let start = f.core.closure.get(self.class_at as usize)?.value.get();
        let start = start.as_ref::<Class>()?;
        let Value::Obj(obj) = &this else { return None };
        let (class, on_class) = match this.as_ref::<Class>() {
            Some(class) => (class, true),
            None => (obj.class(), false),
        };
        let found = match self.remembered(class, start, on_class) {
            Some(found) => found,
            None => self.look_up(f, class, start, on_class)?,
        };
        let class = class.clone();
        Some(bind(found, this, class, on_class))
    }

    fn remembered(&self, class: &Ref<Class>, start: &Ref<Class>, on_class: bool) -> Option<Value> {
        let known = self.cache.iter().find(|cache| {
            cache.version.get() == class.version()
                && cache.start.get() == start.version()
                && cache.on_class.get() == on_class
        })?;
        class.remembered(known.at.get())
    }

    /// Searches the MRO. Nothing where the general way has to be gone.
    #[cold]
    fn look_up(
        &self,
        f: &Frame<'_>,
        class: &Ref<Class>,
        start: &Ref<Class>,
        on_class: bool,
    ) -> Option<Value> {
        let mro = class.mro();
        let after = mro.iter().position(|base| base == start)? + 1;
        let found = mro[after..]
            .iter()
            .find_map(|base| base.dict(f.vm).get_name(&self.name))?;
        let Value::Obj(obj) = &found else { return None };
        let known = match obj.kind() {
            Kind::Function => true,
            Kind::NativeFunction => true,
            Kind::MethodDescriptor => !on_class && descriptor::binds_as_method(&found),
            Kind::StaticMethod | Kind::ClassMethod => {
                !obj.class().is_heap() && unwrap(&found).is_some()
            }
            _ => false,
        };
        if !known {
            return None;
        }
        if f.vm.state.uncached.get() {
            return Some(found);
        }
        let oldest = self.oldest.get() as usize % self.cache.len();
        self.oldest.set(oldest as u8 + 1);
        let cache = &self.cache[oldest];
        cache.version.set(class.version());
        cache.start.set(start.version());
        cache.on_class.set(on_class);
        let is_method = matches!(obj.kind(), Kind::Function | Kind::MethodDescriptor);
        cache.is_method.set(is_method && !on_class);
        cache.at.set(class.remember(&self.name, found.clone()));
        Some(found)
    }
}

/// The function in a static method or class method, if calling it is all there is to do.
fn unwrap(found: &Value) -> Option<Value> {
    let function = match (found.get::<StaticMethod>(), found.get::<ClassMethod>()) {
        (Some(method), _) => method.function.get(),
        (_, Some(method)) => method.function.get(),
        _ => return None,
    };
    let plain = matches!(&function, Value::Obj(o) if matches!(o.kind(), Kind::Function | Kind::NativeFunction));
    plain.then_some(function)
}

fn bind(found: Value, this: Value, class: Ref<Class>, on_class: bool) -> Found {
    let kind = found.obj().map(|obj| obj.kind());
    match kind {
        Some(Kind::Function | Kind::MethodDescriptor) if !on_class => Found {
            function: found,
            first: Some(this),
        },
        Some(Kind::StaticMethod) => Found {
            function: unwrap(&found).unwrap_or(found),
            first: None,
        },
        Some(Kind::ClassMethod) => Found {
            function: unwrap(&found).unwrap_or(found),
            first: Some(class.into()),
        },
        _ => Found {
            function: found,
            first: None,
        },
    }
}

impl<L: Arguments> Node for SuperCall<L> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let list = self.plain.args.list();
        match self.method.find_method(f) {
            Some((function, this)) => {
                let looked = match look(f.vm, &function, &this, list) {
                    Ok(value) => return Ok(value),
                    Err(looked) => looked,
                };
                call_method(f, (function, this), list, self.plain.span, looked)
            }
            None => self.eval_other(f),
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let this = leaf.args.first()?;
        let (function, this) = self.method.find_method_of(leaf.vm, leaf.env, this)?;
        leaf.call_with(&function, &this, &self.plain.args)
    }
    fn may_be_leaf(&self) -> bool {
        self.plain.args.list().may_be_leaf()
    }
    fn leaf_step(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let this = leaf.args.first()?;
        let (function, this) = self.method.find_method_of(leaf.vm, leaf.env, this)?;
        leaf.step_with(&function, &this, &self.plain.args)
    }
    fn may_be_leaf_step(&self) -> bool {
        self.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.plain.span
    }
}

impl<L: Arguments> SuperCall<L> {
    #[inline(never)]
    fn eval_other(&self, f: &mut Frame<'_>) -> PyResult {
        let (args, span) = (&self.plain.args, self.plain.span);
        match self.method.find(f) {
            Some(Found {
                function,
                first: Some(this),
            }) => call_method(f, (function, this), args.list(), span, None),
            Some(Found {
                function,
                first: None,
            }) => call_other(f, function, args, span),
            None => self.plain.eval(f),
        }
    }
}
