//! Call expressions. Arguments are evaluated straight into the callee's slots on the value stack.
//! Reference: 6.3.4, Calls. What calling does is in `exec::call`.

use crate::exec::attr::{self, Callee};
use crate::exec::cache::AttrCache;
use crate::exec::call;
use crate::exec::frame::{Args, Frame, Pushed};
use crate::exec::iteration::Iterable;
use crate::exec::maker::Maker;
use crate::exec::operand::{self, Operand};
use crate::exec::super_call::SuperMethod;
use crate::exec::tree::{Expr, Leaf, Node};
use crate::object::class::Class;
use crate::object::exception::Exception;
use crate::object::heap::{self, Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::{Name, Shape};
use crate::object::signature::Signature;
use crate::object::special::Special;
use crate::object::table::Method;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::dict_methods::{mapping_keys, plain_dict};
use crate::types::function::Function;
use crate::types::method::BoundMethod;
use crate::types::native::{MethodDescriptor, NativeFunction};
use crate::types::object::Plain as Instance;
use crate::types::range;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_::{self, Construction};
use crate::vm::Vm;
use dunder_grammar::Span;
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::rc::Rc;
use std::slice;

/// The arguments of a call that has no starred ones: a type of their own for each small number of
/// arguments by position, so that calls with so many are straight code.
pub trait Arguments: 'static {
    /// Whether their number is part of the type.
    const FEW: bool;
    /// Looks at them as a list.
    fn list(&self) -> List<'_>;
    /// What `then` makes of the values, which come after `first` if there is one, where [`Node::leaf`] tells them.
    fn leaf<R>(
        &self,
        leaf: &Leaf<'_>,
        first: Option<&Value>,
        then: impl FnOnce(&[Value]) -> Option<R>,
    ) -> Option<R>;
}

/// Arguments of a call, as what is shared by all calls takes them.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// The values: by position, then by name.
    pub values: &'a [operand::Argument],
    /// The names that the last values have.
    pub names: &'a [Name],
}

impl List<'_> {
    /// So many arguments by position are of types of their own.
    const MOST: usize = 3;

    /// Whether a call with them may be part of what [`Node::leaf`] tells.
    pub fn may_be_leaf(&self) -> bool {
        let few = self.names.is_empty() && self.values.len() <= Self::MOST;
        few && self.values.iter().all(operand::Argument::may_be_leaf_any)
    }
}

/// Any number of arguments.
pub struct Plain {
    /// The values: by position, then by name.
    pub values: Box<[operand::Argument]>,
    /// The names that the last values have.
    pub names: Box<[Name]>,
}

impl Plain {
    /// The same as an array, if there are `N` and none has a name.
    pub fn into_array<const N: usize>(self) -> Result<[operand::Argument; N], Plain> {
        if !self.names.is_empty() {
            return Err(self);
        }
        let names = self.names;
        match <Box<[operand::Argument; N]>>::try_from(self.values) {
            Ok(values) => Ok(*values),
            Err(values) => Err(Plain { values, names }),
        }
    }
}

impl Arguments for Plain {
    const FEW: bool = false;
    #[inline(always)]
    fn list(&self) -> List<'_> {
        List {
            values: &self.values,
            names: &self.names,
        }
    }
    #[inline(always)]
    fn leaf<R>(
        &self,
        _leaf: &Leaf<'_>,
        _first: Option<&Value>,
        _then: impl FnOnce(&[Value]) -> Option<R>,
    ) -> Option<R> {
        None
    }
}

impl<const N: usize> Arguments for [operand::Argument; N] {
    const FEW: bool = true;
    #[inline(always)]
    fn list(&self) -> List<'_> {
        List {
            values: self,
            names: &[],
        }
    }
    #[inline(always)]
    fn leaf<R>(
        &self,
        leaf: &Leaf<'_>,
        first: Option<&Value>,
        then: impl FnOnce(&[Value]) -> Option<R>,
    ) -> Option<R> {
        // One case is left of it where it is compiled.
        match (first, &self[..]) {
            (None, []) => then(&[]),
            (None, [a]) => then(&[a.leaf_any(leaf)?]),
            (None, [a, b]) => {
                let a = a.leaf_any(leaf)?;
                then(&[a, b.leaf_any(leaf)?])
            }
            (Some(this), []) => then(slice::from_ref(this)),
            (Some(this), [a]) => {
                let a = a.leaf_any(leaf)?;
                then(&[this.clone(), a])
            }
            (Some(this), [a, b]) => {
                let a = a.leaf_any(leaf)?;
                let b = b.leaf_any(leaf)?;
                then(&[this.clone(), a, b])
            }
            (first, [a, b, c]) => {
                let a = a.leaf_any(leaf)?;
                let b = b.leaf_any(leaf)?;
                let c = c.leaf_any(leaf)?;
                match first {
                    Some(this) => then(&[this.clone(), a, b, c]),
                    None => then(&[a, b, c]),
                }
            }
            _ => None,
        }
    }
}

/// `callee(a, b, name=c)`
pub struct Call<C: Operand, L: Arguments> {
    /// What is called.
    pub callee: C,
    /// The arguments.
    pub args: L,
    /// The whole expression.
    pub span: Span,
}

impl<C: Operand, L: Arguments> Call<C, L> {
    #[inline(always)]
    fn call(&self, held: C::Held, f: &mut Frame<'_>) -> PyResult {
        let callee = self.callee.take(held, f);
        call_any(f, callee, &self.args, self.span)
    }
}

/// `callee(*list)`, where that is mostly a function.
///
/// # Errors
/// Whatever the arguments or the call raise.
#[inline(always)]
fn call_any<L: Arguments>(f: &mut Frame<'_>, callee: Value, args: &L, span: Span) -> PyResult {
    let list = args.list();
    let Some(function) = callee.as_ref::<Function>() else {
        return call_other(f, callee, args, span);
    };
    let vm = f.vm;
    let args = f.push_all(None, list.values)?;
    f.core.span.set(span);
    match call::call_pushed(vm, function, args, list.names) {
        Ok(value) => Ok(value),
        Err(raised) => Err(f.trace(span, raised)),
    }
}

impl<C: Operand, L: Arguments> Node for Call<C, L> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let held = self.callee.hold(f)?;
        self.call(held, f)
    }
    /// No range is made of `range(n)`.
    fn iterable(&self, f: &mut Frame<'_>) -> PyResult<Iterable> {
        let (vm, list) = (f.vm, self.args.list());
        let held = self.callee.hold(f)?;
        let is_range = self.callee.get(&held, f).is(&vm.types.range.value());
        if !is_range || !list.names.is_empty() || list.values.len() > 3 {
            return self.call(held, f).map(Iterable::Value);
        }
        let mut args = [const { Value::Unbound }; 3];
        for (place, arg) in args.iter_mut().zip(list.values) {
            *place = arg.eval(f)?;
        }
        let args = &args[..list.values.len()];
        if let Some(counted) = range::counted(args) {
            return Ok(Iterable::Counted(counted));
        }
        f.core.span.set(self.span);
        let made = vm.call(&vm.types.range.value(), args);
        f.at(self.span, made).map(Iterable::Value)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.callee
            .leaf_with(leaf, |callee| leaf.call_alone(callee, &self.args))
    }
    fn may_be_leaf(&self) -> bool {
        self.callee.may_be_leaf() && self.args.list().may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `callee(*list)`
///
/// # Errors
/// Whatever the arguments or the call raise.
#[inline(always)]
pub fn call_other<L: Arguments>(
    f: &mut Frame<'_>,
    callee: Value,
    args: &L,
    span: Span,
) -> PyResult {
    match callee.obj().map(Obj::kind) {
        Some(Kind::NativeFunction) => call_builtin(f, callee, args, span),
        Some(Kind::Class) => call_class(f, callee, args, span),
        _ => call_object(f, callee, args.list(), span),
    }
}

/// A call of a native function.
#[inline(never)]
fn call_builtin<L: Arguments>(f: &mut Frame<'_>, callee: Value, args: &L, span: Span) -> PyResult {
    let List { values, names } = args.list();
    if let Some(function) = callee.get::<NativeFunction>()
        && let Some(signature) = function.alone()
        && names.is_empty()
        && signature.fits(values.len())
    {
        return call_site(f, signature, None, args, span);
    }
    call_bound_builtin(f, callee, args, span)
}

/// A call of a native function that is a method, whose arguments need binding, or that is called for the
/// first time.
#[inline(never)]
fn call_bound_builtin<L: Arguments>(
    f: &mut Frame<'_>,
    callee: Value,
    args: &L,
    span: Span,
) -> PyResult {
    let (vm, list) = (f.vm, args.list());
    let Some(function) = callee.get::<NativeFunction>() else {
        return call_object(f, callee, list, span);
    };
    let first = function.bound_receiver(vm).cloned();
    let args = f.push_all(first, list.values)?;
    f.core.span.set(span);
    let result = function.call_pushed(vm, args, list.names);
    f.at(span, result)
}

/// A call of anything but a class or a native function.
#[inline(never)]
fn call_object(f: &mut Frame<'_>, callee: Value, list: List<'_>, span: Span) -> PyResult {
    let vm = f.vm;
    let first = callee
        .get::<BoundMethod>()
        .map(|method| method.this.clone());
    let args = f.push_all(first, list.values)?;
    f.core.span.set(span);
    let result = call_with_first(vm, &callee, args, list.names);
    drop(callee);
    f.at(span, result)
}

/// A call by position of a built-in class that is made without `__new__` and `__init__`.
#[inline(always)]
fn call_native_class(f: &mut Frame<'_>, make: Method, list: List<'_>, span: Span) -> PyResult {
    let vm = f.vm;
    if let [only] = list.values {
        let args = [only.eval(f)?];
        f.core.span.set(span);
        return match make(vm, &args) {
            Ok(value) => Ok(value),
            Err(raised) => Err(f.trace(span, raised)),
        };
    }
    let args = f.push_all(None, list.values)?;
    f.core.span.set(span);
    let result = make(vm, args.as_slice());
    args.dropped(vm);
    f.at(span, result)
}

/// `class(*list)`
#[inline(never)]
fn call_class<L: Arguments>(f: &mut Frame<'_>, callee: Value, args: &L, span: Span) -> PyResult {
    if let Some(class) = callee.as_ref::<Class>()
        && let Some(make) = type_::native_construct(f.vm, class)
        && args.list().names.is_empty()
    {
        return call_native_class(f, make, args.list(), span);
    }
    call_other_class(f, callee, args, span)
}

/// A call of a class that is not made natively.
#[inline(never)]
fn call_other_class<L: Arguments>(
    f: &mut Frame<'_>,
    callee: Value,
    args: &L,
    span: Span,
) -> PyResult {
    let class = match callee.downcast::<Class>() {
        Ok(class) => class,
        Err(callee) => return call_object(f, callee, args.list(), span),
    };
    let names = args.list().names;
    let args = f.push_all(Some(Value::Unbound), args.list().values)?;
    f.core.span.set(span);
    let result = construct(f.vm, &class, args, names);
    drop(class);
    match result {
        Ok(value) => Ok(value),
        Err(raised) => Err(f.trace(span, raised)),
    }
}

/// A call with what `call_object` pushes for the kind of callee.
#[inline(always)]
fn call_with_first(vm: &Vm, callee: &Value, args: Pushed, names: &[Name]) -> PyResult {
    if let Some(function) = callee.as_ref::<Function>() {
        return call::call_pushed(vm, function, args, names);
    }
    let args = args.into_args(vm);
    match callee.get::<BoundMethod>() {
        Some(method) => {
            let function = method.function.clone();
            vm.call_args(&function, args, names)
        }
        None => vm.call_with(callee, args.as_slice(), names),
    }
}

/// What stands before the arguments proper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// Nothing.
    None,
    /// A place for the object that the class makes.
    Instance,
    /// The object a method is bound to.
    Receiver,
    /// What is passed before the others, to what is called itself.
    Argument,
}

/// Leaves room for, or pushes, what is passed before the arguments.
fn receiver(vm: &Vm, callee: &Value, args: &mut Args<'_>) -> PyResult<First> {
    if let Some(method) = callee.get::<BoundMethod>() {
        args.push(vm, method.this.clone())?;
        return Ok(First::Receiver);
    }
    if callee.get::<Class>().is_some() {
        args.push(vm, Value::Unbound)?;
        return Ok(First::Instance);
    }
    Ok(First::None)
}

fn finish(vm: &Vm, callee: &Value, first: First, args: Args<'_>, names: &[Name]) -> PyResult {
    match first {
        First::None | First::Argument => vm.call_args(callee, args, names),
        First::Receiver => match callee.get::<BoundMethod>() {
            Some(method) => {
                let function = method.function.clone();
                vm.call_args(&function, args, names)
            }
            None => vm.call_with(callee, &args.as_slice()[1..], names),
        },
        First::Instance => match callee.as_ref::<Class>() {
            Some(class) => construct(vm, class, args.into_pushed(), names),
            None => vm.call_with(callee, &args.as_slice()[1..], names),
        },
    }
}

/// Makes an instance, for which the first argument leaves room.
#[inline(always)]
fn construct(vm: &Vm, class: &Ref<Class>, mut args: Pushed, names: &[Name]) -> PyResult {
    if !class.is_abstract.get()
        && let Some(init) = class.plain_init()
        && type_::calls_plainly(vm, class)
    {
        if let Some(init) = init.as_ref::<Function>()
            && names.is_empty()
            && let Some(made) = Maker::make(vm, class, &init.code.code(), &mut args)
        {
            args.dropped(vm);
            return Ok(made);
        }
        return initialised(vm, heap::alloc(class, Instance).into(), &init, args, names);
    }
    construct_other(vm, class, args, names)
}

#[inline(never)]
fn construct_other(vm: &Vm, class: &Ref<Class>, args: Pushed, names: &[Name]) -> PyResult {
    let construction = match type_::calls_plainly(vm, class) {
        true => type_::construction(vm, class),
        false => Construction::General,
    };
    match &construction {
        Construction::Init(init) => {
            initialised(vm, heap::alloc(class, Instance).into(), init, args, names)
        }
        Construction::Bare if args.len() == 1 => {
            drop(args.into_args(vm));
            Ok(heap::alloc(class, Instance).into())
        }
        Construction::Exception if names.is_empty() => {
            let args = args.into_args(vm);
            let made = vm.new_exception_of(class, &args.as_slice()[1..]);
            Ok(made.into())
        }
        Construction::ExceptionInit(init) => {
            let args = args.into_args(vm);
            let given = args.len() - names.len();
            let made = vm.new_exception_of(class, &args.as_slice()[1..given]);
            initialised(vm, made.into(), init, args.into_pushed(), names)
        }
        _ => {
            let args = args.into_args(vm);
            vm.call_with(&class.value(), &args.as_slice()[1..], names)
        }
    }
}

/// Runs a Python `__init__` on a new instance.
#[inline(always)]
fn initialised(vm: &Vm, instance: Value, init: &Value, args: Pushed, names: &[Name]) -> PyResult {
    let args = args.with_first(instance.clone());
    let Some(init) = init.as_ref::<Function>() else {
        drop(args.into_args(vm));
        return Err(crate::types::internal_error(vm, "no __init__"));
    };
    let result = call::call_pushed(vm, init, args, names)?;
    if result.is_none() {
        Ok(instance)
    } else {
        Err(type_::init_returned(vm, &result))
    }
}

/// `obj.name(a, b)`: no bound method is made.
pub struct MethodCall<A: Operand, L: Arguments> {
    /// The object.
    pub obj: A,
    /// The method.
    pub name: Name,
    /// The arguments.
    pub args: L,
    /// `obj.name`
    pub attr_span: Span,
    /// The whole expression.
    pub span: Span,
    /// What was found last.
    pub cache: AttrCache,
    /// The native method that was called first.
    pub native: NativeSite,
}

/// A native method of a class, for calls that need no more binding than defaults on objects that have the same
/// attributes of their own, or can't have any.
#[derive(Default)]
pub struct NativeSite(OnceCell<Site>);

struct Site {
    /// The class's version.
    version: u32,
    /// Whether its instances may have attributes of their own, and how they were laid out.
    attrs: bool,
    shape: Option<&'static Shape>,
    signature: Rc<Signature>,
}

impl NativeSite {
    /// The method, if it is that of the object's class.
    #[inline(always)]
    fn find(&self, obj: &Obj) -> Option<&Signature> {
        let site = self.0.get()?;
        let same = obj.class().version() == site.version;
        let fits = same && (!site.attrs || obj.has_shape(site.shape));
        fits.then_some(&site.signature)
    }

    /// Remembers a method that the attribute cache has found.
    #[inline(never)]
    fn learn(&self, vm: &Vm, obj: &Obj, function: &Value, args: List<'_>) {
        if let Some(method) = function.get::<MethodDescriptor>()
            && let Some(signature) = method.direct(vm, obj)
            && args.names.is_empty()
            && signature.fits(args.values.len() + 1)
        {
            let _ = self.0.set(Site {
                version: obj.class().version(),
                attrs: obj.attrs().is_some(),
                shape: obj.attrs().and_then(|head| head.shape()),
                signature: signature.clone(),
            });
        }
    }
}

impl<A: Operand, L: Arguments> Node for MethodCall<A, L> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let held = self.obj.begin(f)?;
        let this = self.obj.get(&held, f);
        if let Value::Obj(o) = this
            && let Some(method) = self.native.find(o)
        {
            let this = self.obj.take(held, f);
            return call_site(f, method, Some(this), &self.args, self.span);
        }
        if let Value::Obj(o) = this
            && let Some(function) = self.cache.find_method(o)
        {
            if function.as_ref::<Function>().is_none() {
                let obj = self.obj.take(held, f);
                return self.eval_native(f, function, obj);
            }
            let list = self.args.list();
            let looked = match look(f.vm, &function, this, list) {
                Ok(value) => return Ok(value),
                Err(looked) => looked,
            };
            let obj = self.obj.take(held, f);
            return call_method(f, (function, obj), list, self.span, looked);
        }
        self.eval_other(held, f)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.obj.leaf_with(leaf, |this| {
            let (obj, args) = (this.obj()?, &self.args);
            if let Some(method) = self.native.find(obj) {
                return leaf.glance(method, Some(this), args, false);
            }
            if let Some(function) = self.cache.find_any_method(obj) {
                return leaf.call_with(&function, this, args);
            }
            match self.cache.find_newest_wrapped(obj)? {
                (function, Some(class)) => leaf.call_with(&function, &class, args),
                (function, None) => leaf.call_alone(&function, args),
            }
        })
    }
    fn may_be_leaf(&self) -> bool {
        self.obj.may_be_leaf() && self.args.list().may_be_leaf()
    }
    fn leaf_step(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.obj.leaf_with(leaf, |this| {
            let obj = this.obj()?;
            if let Some(method) = self.native.find(obj) {
                return leaf.glance(method, Some(this), &self.args, leaf.may_store);
            }
            let function = self.cache.find_any_method(obj)?;
            leaf.step_with(&function, this, &self.args)
        })
    }
    fn may_be_leaf_step(&self) -> bool {
        self.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl<A: Operand, L: Arguments> MethodCall<A, L> {
    /// A call of what the cache has found, when that is no function in Python.
    #[inline(never)]
    fn eval_native(&self, f: &mut Frame<'_>, function: Value, obj: Value) -> PyResult {
        let list = self.args.list();
        if let Value::Obj(o) = &obj {
            self.native.learn(f.vm, o, &function, list);
        }
        call_other_method(f, function, obj, list, self.span)
    }

    /// What is no method of the class that the cache has seen last.
    #[inline(never)]
    fn eval_other(&self, held: A::Held, f: &mut Frame<'_>) -> PyResult {
        let list = self.args.list();
        self.obj.check(f)?;
        let obj = self.obj.take(held, f);
        if let Value::Obj(o) = &obj
            && let Some((function, class)) = self.cache.find_newest_wrapped(o)
        {
            drop(obj);
            return match class {
                Some(class) => call_other_method(f, function, class, list, self.span),
                None => call_any(f, function, &self.args, self.span),
            };
        }
        if let Value::Obj(o) = &obj
            && self.cache.computing(o).is_none()
        {
            if let Some(function) = self.cache.find_older_method(o) {
                return call_other_method(f, function, obj, list, self.span);
            }
            // Functions of modules, and those that are attributes of instances.
            if let Some(function) = self.cache.find_value(o, &self.name) {
                drop(obj);
                return call_other(f, function, &self.args, self.span);
            }
        }
        match attr::method_slow(f, &obj, &self.name, &self.cache, self.attr_span)? {
            Callee::Method(function) => call_other_method(f, function, obj, list, self.span),
            Callee::With(function, first) => {
                drop(obj);
                call_other_method(f, function, first, list, self.span)
            }
            Callee::Plain(function) => {
                drop(obj);
                call_other(f, function, &self.args, self.span)
            }
        }
    }
}

/// A call of a native method or function with as many arguments as fit. A few that are all it takes, or that it
/// answers at a glance, need no place on the value stack.
#[inline(always)]
fn call_site<L: Arguments>(
    f: &mut Frame<'_>,
    signature: &Signature,
    this: Option<Value>,
    args: &L,
    span: Span,
) -> PyResult {
    let (vm, values) = (f.vm, args.list().values);
    let count = values.len() + usize::from(this.is_some());
    let few = L::FEW && (signature.glance().is_some() || !signature.has_more(count));
    let result = match (this, values) {
        (Some(this), []) if few => call_few(f, signature, [this], span),
        (Some(this), [only]) if few => {
            let only = only.eval(f)?;
            call_few(f, signature, [this, only], span)
        }
        (None, [only]) if few => {
            let only = only.eval(f)?;
            call_few(f, signature, [only], span)
        }
        (None, [a, b]) if few => {
            let args = [a.eval(f)?, b.eval(f)?];
            call_few(f, signature, args, span)
        }
        (this, values) => {
            let args = f.push_all(this, values)?;
            f.core.span.set(span);
            signature.call_direct(vm, args)
        }
    };
    match result {
        Ok(value) => Ok(value),
        Err(raised) => Err(f.trace(span, raised)),
    }
}

#[inline(always)]
fn call_few<const N: usize>(
    f: &mut Frame<'_>,
    signature: &Signature,
    args: [Value; N],
    span: Span,
) -> PyResult {
    let vm = f.vm;
    if let Some(glance) = signature.glance()
        && let Some(value) = glance(vm, &args.each_ref())
    {
        return Ok(value);
    }
    f.core.span.set(span);
    if !signature.has_more(N) {
        return signature.call_full(vm, &args);
    }
    let args = vm.stack.push_values(vm, args)?;
    signature.call_direct(vm, args)
}

/// [`call::leaf`] for a method without arguments.
///
/// # Errors
/// What [`call_method`] wants to know of it.
#[inline(always)]
pub fn look(vm: &Vm, function: &Value, this: &Value, list: List<'_>) -> Result<Value, Option<u32>> {
    match function.as_ref::<Function>() {
        Some(function) if list.values.is_empty() => {
            call::leaf(vm, function, slice::from_ref(this)).map_err(Some)
        }
        _ => Err(None),
    }
}

/// `function(this, *list)`; `looked` is what [`call::leaf`] has done, where there are no arguments.
///
/// # Errors
/// Whatever the arguments or the call raise.
#[inline(always)]
pub fn call_method(
    f: &mut Frame<'_>,
    (function, this): (Value, Value),
    list: List<'_>,
    span: Span,
    looked: Option<u32>,
) -> PyResult {
    let vm = f.vm;
    let args = f.push_all(Some(this), list.values)?;
    f.core.span.set(span);
    let result = match (function.as_ref::<Function>(), looked) {
        (Some(function), Some(done)) => call::call_looked(vm, function, args, done),
        (Some(function), None) => call::call_pushed(vm, function, args, list.names),
        (None, _) => call_native(vm, &function, args, list.names),
    };
    match result {
        Ok(value) => Ok(value),
        Err(raised) => Err(f.trace(span, raised)),
    }
}

#[inline(never)]
fn call_other_method(
    f: &mut Frame<'_>,
    function: Value,
    this: Value,
    list: List<'_>,
    span: Span,
) -> PyResult {
    let looked = match look(f.vm, &function, &this, list) {
        Ok(value) => return Ok(value),
        Err(looked) => looked,
    };
    call_method(f, (function, this), list, span, looked)
}

#[inline(never)]
fn call_native(vm: &Vm, function: &Value, args: Pushed, names: &[Name]) -> PyResult {
    if let Some(method) = function.get::<MethodDescriptor>() {
        return method.call_pushed(vm, args, names);
    }
    let args = args.into_args(vm);
    vm.call_with(function, args.as_slice(), names)
}

/// An argument of a call.
pub enum Argument {
    /// `value`
    Positional(Expr),
    /// `*iterable`
    Star(Expr),
    /// `name=value`
    Keyword(Name, Expr),
    /// `**mapping`
    DoubleStar(Expr),
}

/// A call with starred arguments.
pub struct GeneralCall {
    /// What is called.
    pub callee: Expr,
    /// What finds it, if it is `super().name`.
    pub super_method: Option<SuperMethod>,
    /// Positional and starred arguments, then keywords, each in source order.
    pub args: Box<[Argument]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for GeneralCall {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let vm = f.vm;
        let mut args = vm.stack.args();
        let (callee, first) = self.start(f, &mut args)?;
        let mut keywords = Keywords::default();
        let mut rest = &*self.args;
        // A single `*iterable` is only looked into when the call is made.
        let mut lone = None;
        if let [Argument::Star(node), after @ ..] = rest
            && after.iter().all(Argument::is_keyword)
        {
            lone = Some(node.eval(f)?);
            rest = after;
        }
        for arg in rest {
            push_argument(f, &callee, arg, &mut args, &mut keywords, self.span)?;
        }
        let names = f.at(self.span, keywords.into_names(vm, &callee, &mut args))?;
        if let Some(iterable) = lone {
            f.core.span.set(self.span);
            let values = collect_lone_star(vm, &callee, &iterable);
            let (values, before) = (f.at(self.span, values)?, args.len() - names.len());
            for value in values {
                args.push(vm, value)?;
            }
            // They stand before the keywords' values.
            args.as_mut_slice()[before..].rotate_left(names.len());
        }
        f.core.span.set(self.span);
        let result = finish(vm, &callee, first, args, &names);
        f.at(self.span, result)
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl GeneralCall {
    /// What is called, and what is passed before the arguments.
    fn start(&self, f: &mut Frame<'_>, args: &mut Args<'_>) -> PyResult<(Value, First)> {
        let method = self.super_method.as_ref();
        if let Some((function, this)) = method.and_then(|method| method.find_function(f)) {
            args.push(f.vm, this)?;
            return Ok((function, First::Argument));
        }
        let callee = self.callee.eval(f)?;
        let first = receiver(f.vm, &callee, args)?;
        Ok((callee, first))
    }
}

impl Argument {
    fn is_keyword(&self) -> bool {
        matches!(self, Argument::Keyword(..) | Argument::DoubleStar(_))
    }
}

/// The keyword arguments of a call being prepared: their values are the last of its arguments.
#[derive(Default)]
pub struct Keywords {
    names: KeywordNames,
    /// All keys, once a mapping has had one that is no plain string and so has to be asked.
    all: Option<Ref<Dict>>,
    /// Whether there was a key that is no string at all: the call itself finds that.
    odd: bool,
    /// Whether there was a mapping. What is written behind one is added when all of it is evaluated.
    mapped: bool,
    /// What is to be added.
    waiting: SmallVec<[(Name, Value); 2]>,
}

/// The names of the last arguments.
type KeywordNames = SmallVec<[Name; 4]>;

impl Keywords {
    /// The names of the last arguments.
    ///
    /// # Errors
    /// TypeError for keys that are no strings, or are there twice.
    pub fn into_names(
        mut self,
        vm: &Vm,
        callee: &Value,
        args: &mut Args<'_>,
    ) -> PyResult<KeywordNames> {
        self.add_waiting(vm, callee, args)?;
        if self.odd {
            return Err(vm.type_error("keywords must be strings"));
        }
        Ok(self.names)
    }

    /// Adds what waits for that.
    fn add_waiting(&mut self, vm: &Vm, callee: &Value, args: &mut Args<'_>) -> PyResult<()> {
        for waiting in std::mem::take(&mut self.waiting) {
            self.add(vm, callee, waiting, args)?;
        }
        Ok(())
    }

    /// `name=value`
    fn add(
        &mut self,
        vm: &Vm,
        callee: &Value,
        (name, value): (Name, Value),
        args: &mut Args<'_>,
    ) -> PyResult<()> {
        if self.all.is_some() {
            self.note(vm, callee, &name.value(), name.hash_value())?;
        } else if self.names.contains(&name) {
            return Err(repeated(vm, callee, &name.to_string()));
        }
        args.push(vm, value)?;
        self.names.push(name);
        Ok(())
    }

    /// All keys so far, this one not among them, where not all are plain strings.
    #[cold]
    fn check(&mut self, vm: &Vm, callee: &Value, key: &Value, hash: i64) -> PyResult<Ref<Dict>> {
        let all = match &self.all {
            Some(all) => all.clone(),
            None => {
                let all = vm.dict();
                for name in &self.names {
                    drop(all.insert(vm, name.value(), Value::None)?);
                }
                self.all.insert(all).clone()
            }
        };
        if all.contains_hashed(vm, key, hash)? {
            let key = ops::str(vm, key)?.to_string();
            return Err(repeated(vm, callee, &key));
        }
        Ok(all)
    }

    /// Notes a key that is no plain string, or comes after one.
    fn note(&mut self, vm: &Vm, callee: &Value, key: &Value, hash: i64) -> PyResult<()> {
        let all = self.check(vm, callee, key, hash)?;
        drop(all.insert_hashed(vm, key.clone(), hash, Value::None)?);
        self.odd |= key.get::<Str>().is_none();
        Ok(())
    }

    /// `**mapping`
    fn add_mapping(
        &mut self,
        vm: &Vm,
        callee: &Value,
        mapping: &Value,
        args: &mut Args<'_>,
    ) -> PyResult<()> {
        let Some(dict) = plain_dict(vm, mapping) else {
            let added = self.add_items(vm, callee, mapping, args);
            return added.map_err(|raised| mapping_failed(vm, callee, mapping, raised));
        };
        if dict.is_empty() {
            return Ok(());
        }
        let items: SmallVec<[(Value, Value, i64); 4]> = {
            let mut at = 0;
            std::iter::from_fn(|| dict.next_entry(&mut at)).collect()
        };
        for (key, value, hash) in items {
            match key.as_ref::<Str>() {
                Some(name) if lookup::is_plain(vm, name) => {
                    let name = vm.interner.intern_object(name);
                    self.add(vm, callee, (name, value), args)?;
                }
                name => {
                    self.note(vm, callee, &key, hash)?;
                    if let Some(name) = name {
                        args.push(vm, value)?;
                        self.names.push(name.clone());
                    }
                }
            }
        }
        Ok(())
    }

    /// The items of anything with `keys()` and `__getitem__`.
    fn add_items(
        &mut self,
        vm: &Vm,
        callee: &Value,
        mapping: &Value,
        args: &mut Args<'_>,
    ) -> PyResult<()> {
        for key in mapping_keys(vm, mapping)? {
            let name = key.as_ref::<Str>().map(|name| vm.interner.own_name(name));
            let all = match &name {
                Some(name) if self.all.is_none() && lookup::is_plain(vm, name) => {
                    if self.names.contains(name) {
                        return Err(repeated(vm, callee, &name.to_string()));
                    }
                    None
                }
                _ => {
                    let hash = ops::hash(vm, &key)?;
                    Some(self.check(vm, callee, &key, hash)?)
                }
            };
            let value = ops::get_item(vm, mapping, &key)?;
            if let Some(all) = all {
                drop(all.insert(vm, key, Value::None)?);
            }
            match name {
                Some(name) => {
                    args.push(vm, value)?;
                    self.names.push(name);
                }
                None => self.odd = true,
            }
        }
        Ok(())
    }
}

#[cold]
fn repeated(vm: &Vm, callee: &Value, name: &str) -> Raised {
    vm.type_error(format!(
        "{} got multiple values for keyword argument '{name}'",
        function_text(vm, callee)
    ))
}

/// What `**mapping` raises when looking into it has failed. CPython takes any KeyError for its own.
#[cold]
fn mapping_failed(vm: &Vm, callee: &Value, mapping: &Value, raised: Raised) -> Raised {
    if vm.pending_is(&vm.exceptions.AttributeError) {
        drop(vm.take_pending());
        return vm.type_error(format!(
            "{} argument after ** must be a mapping, not {}",
            function_text(vm, callee),
            vm.type_name(mapping)
        ));
    }
    if !vm.pending_is(&vm.exceptions.KeyError) {
        return raised;
    }
    let pending = vm.pending();
    let args = pending.get::<Exception>().map(|error| error.args.get());
    let Some(args) = args.as_ref().and_then(|args| args.get::<Tuple>()) else {
        return raised;
    };
    let [key] = &*args.items else {
        return raised;
    };
    drop(vm.take_pending());
    match ops::str(vm, key) {
        Ok(name) => repeated(vm, callee, &name.to_string()),
        Err(raised) => raised,
    }
}

/// Evaluates an argument and adds it to those of a call.
///
/// # Errors
/// What the evaluation raises; TypeError for a repeated keyword or a wrong starred value.
pub fn push_argument(
    f: &mut Frame<'_>,
    callee: &Value,
    arg: &Argument,
    args: &mut Args<'_>,
    keywords: &mut Keywords,
    span: Span,
) -> PyResult<()> {
    let vm = f.vm;
    match arg {
        Argument::Positional(node) => {
            let value = node.eval(f)?;
            args.push(vm, value)
        }
        Argument::Star(node) => {
            let value = node.eval(f)?;
            f.core.span.set(span);
            let values = collect_star(vm, &value);
            for value in f.at(span, values)? {
                args.push(vm, value)?;
            }
            Ok(())
        }
        Argument::Keyword(name, node) => {
            let value = node.eval(f)?;
            if keywords.mapped {
                keywords.waiting.push((name.clone(), value));
                return Ok(());
            }
            let added = keywords.add(vm, callee, (name.clone(), value), args);
            f.at(span, added)
        }
        Argument::DoubleStar(node) => {
            let added = keywords.add_waiting(vm, callee, args);
            f.at(span, added)?;
            keywords.mapped = true;
            let value = node.eval(f)?;
            f.core.span.set(span);
            let added = keywords.add_mapping(vm, callee, &value, args);
            f.at(span, added)
        }
    }
}

/// Whether `iter()` would begin at least.
pub fn is_iterable(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    class.has_special(vm, Special::Iter) || crate::types::is_sequence(vm, value)
}

/// What `callee(*value)` passes.
///
/// # Errors
/// TypeError for what is no iterable, or what iterating raises.
pub fn collect_lone_star(vm: &Vm, callee: &Value, value: &Value) -> PyResult<Vec<Value>> {
    if !is_iterable(vm, value) {
        return Err(vm.type_error(format!(
            "{} argument after * must be an iterable, not {}",
            function_text(vm, callee),
            vm.type_name(value)
        )));
    }
    ops::collect(vm, value)
}

/// The items of a `*iterable` among others, of an argument list or a display.
///
/// # Errors
/// TypeError for what is not iterable; whatever iteration raises.
pub fn collect_star(vm: &Vm, value: &Value) -> PyResult<Vec<Value>> {
    ops::collect(vm, value).map_err(|raised| {
        if is_iterable(vm, value) || !vm.pending_is(&vm.exceptions.TypeError) {
            return raised;
        }
        drop(vm.take_pending());
        vm.type_error(format!(
            "Value after * must be an iterable, not {}",
            vm.type_name(value)
        ))
    })
}

/// How messages about a call's arguments name the callee: `mod.f()`.
pub fn function_text(vm: &Vm, callee: &Value) -> String {
    let attribute = |name: &Name| {
        crate::object::lookup::get_optional(vm, callee, name)
            .ok()
            .flatten()
            .and_then(|v| v.get::<Str>().map(|s| s.to_string()))
    };
    let Some(qualname) = attribute(&vm.names.__qualname__) else {
        return match ops::str(vm, callee) {
            Ok(text) => text.to_string(),
            Err(_) => {
                drop(vm.take_pending());
                vm.type_name(callee)
            }
        };
    };
    match attribute(&vm.names.__module__) {
        Some(module) if module != "builtins" => format!("{module}.{qualname}()"),
        _ => format!("{qualname}()"),
    }
}
