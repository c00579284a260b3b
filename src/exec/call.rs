//! Calls: of anything from native code, and of functions written in Python, with the binding of their
//! arguments. Reference: 6.3.4, Calls.
//!
//! The call expressions' nodes are in `exec::call_expr`; native functions bind in `object::signature`.

use super::frame::{self, Args, CodeRef, Entry, Env, Pushed};
use super::tree::{Code, Leaf, Resumable};
use crate::exec::generator;
use crate::object::class::Class;
use crate::object::descriptor;
use crate::object::heap::{Kind, Ref};
use crate::object::lookup::is_plain;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::method::BoundMethod;
use crate::types::native::{MethodDescriptor, Native, NativeFunction};
use crate::vm::{CALLING, Vm};
use std::rc::Rc;

impl Vm {
    /// `callable(*args)`.
    ///
    /// # Errors
    /// Whatever the call raises.
    pub fn call(&self, callable: &Value, args: &[Value]) -> PyResult {
        if let Some(function) = callable.get::<NativeFunction>()
            && let Some(signature) = function.alone()
            && signature.fits(args.len())
            && !signature.has_more(args.len())
        {
            self.check_stack()?;
            return signature.call_full(self, args);
        }
        self.call_with(callable, args, &[])
    }

    /// A call whose last `names.len()` arguments are keyword arguments of these names.
    ///
    /// # Errors
    /// Whatever the call raises.
    pub fn call_with(&self, callable: &Value, args: &[Value], names: &[Name]) -> PyResult {
        let Value::Obj(obj) = callable else {
            return Err(not_callable(self, callable));
        };
        self.check_stack()?;
        match obj.kind() {
            Kind::Function if let Some(function) = obj.as_ref::<Function>() => {
                if names.is_empty() {
                    match args {
                        [a] => return call_values(self, function, [a.clone()]),
                        [a, b] => return call_values(self, function, [a.clone(), b.clone()]),
                        _ => {}
                    }
                }
                let mut list = self.stack.args();
                for arg in args {
                    list.push(self, arg.clone())?;
                }
                call_function(self, function, list, names)
            }
            Kind::NativeFunction if let Some(function) = obj.get::<NativeFunction>() => {
                function.call(self, args, names)
            }
            Kind::MethodDescriptor if let Some(descriptor) = obj.as_ref::<MethodDescriptor>() => {
                crate::types::native::call_descriptor(self, descriptor, args, names)
            }
            Kind::BoundMethod if let Some(method) = obj.get::<BoundMethod>() => {
                self.call_method_value(&method.function, &method.this, args, names)
            }
            Kind::Class
                if let Some(class) = obj.as_ref::<Class>()
                    && crate::types::type_::calls_plainly(self, class) =>
            {
                crate::types::type_::call(self, class, args, names)
            }
            Kind::Native
                if let Some(native) = obj.get::<Native>()
                    && crate::stdlib::extension::has_native_call(self, obj.class())
                    && let Some(result) = native.0.call(self, args, names) =>
            {
                result
            }
            _ => {
                let Some(method) = obj.class().special(self, Special::Call) else {
                    return Err(not_callable(self, callable));
                };
                let _guard = self.recurse(CALLING)?;
                if descriptor::binds_as_method(&method) {
                    return match method.get::<MethodDescriptor>() {
                        Some(native) if names.is_empty() => native.call_on(self, callable, args),
                        _ => self.call_method_value(&method, callable, args, names),
                    };
                }
                let class = obj.class().clone();
                let bound = descriptor::get(
                    self,
                    &method,
                    descriptor::Binding::Instance(callable, &class),
                )?;
                self.call_with(&bound, args, names)
            }
        }
    }

    /// `function(this, *args)`: what calling a bound method does.
    ///
    /// # Errors
    /// Whatever the call raises.
    pub fn call_method_value(
        &self,
        function: &Value,
        this: &Value,
        args: &[Value],
        names: &[Name],
    ) -> PyResult {
        if let Some(function) = function.as_ref::<Function>() {
            if names.is_empty() {
                match args {
                    [] => return call_values(self, function, [this.clone()]),
                    [a] => return call_values(self, function, [this.clone(), a.clone()]),
                    [a, b, c] => {
                        let values = [this.clone(), a.clone(), b.clone(), c.clone()];
                        return call_values(self, function, values);
                    }
                    _ => {}
                }
            }
            let mut list = self.stack.args();
            list.push(self, this.clone())?;
            for arg in args {
                list.push(self, arg.clone())?;
            }
            return call_function(self, function, list, names);
        }
        let mut list = self.stack.args();
        list.push(self, this.clone())?;
        for arg in args {
            list.push(self, arg.clone())?;
        }
        self.call_with(function, list.as_slice(), names)
    }

    /// `obj.name(*args)`.
    ///
    /// # Errors
    /// Whatever the lookup or the call raises.
    pub fn call_method(&self, obj: &Value, name: &Name, args: &[Value]) -> PyResult {
        use crate::object::lookup::{MethodLookup, get_method};
        match get_method(self, obj, name)? {
            MethodLookup::Unbound(function) => self.call_method_value(&function, obj, args, &[]),
            MethodLookup::Bound(callable) => self.call(&callable, args),
        }
    }

    /// A call with arguments that are on the stack already: the fast way for call expressions.
    ///
    /// # Errors
    /// Whatever the call raises.
    #[inline]
    pub fn call_args(&self, callable: &Value, args: Args<'_>, names: &[Name]) -> PyResult {
        if let Some(function) = callable.as_ref::<Function>() {
            return call_function(self, function, args, names);
        }
        self.call_with(callable, args.as_slice(), names)
    }
}

#[cold]
fn not_callable(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!("'{}' object is not callable", vm.type_name(value)))
}

/// Calls a function written in Python with arguments on the stack. The caller keeps the function alive.
///
/// # Errors
/// TypeError when the arguments don't fit; RecursionError; whatever the body raises.
#[inline(never)]
pub fn call_function(
    vm: &Vm,
    function: &Ref<Function>,
    args: Args<'_>,
    names: &[Name],
) -> PyResult {
    call_pushed(vm, function, args.into_pushed(), names)
}

/// Calls a function written in Python with arguments by position. The caller keeps the function alive.
///
/// # Errors
/// As [`call_function`].
#[inline(always)]
pub fn call_values<const N: usize>(
    vm: &Vm,
    function: &Ref<Function>,
    values: [Value; N],
) -> PyResult {
    let args = vm.stack.push_values(vm, values)?;
    call_positional(vm, function, args)
}

#[inline(never)]
fn call_positional(vm: &Vm, function: &Ref<Function>, args: Pushed) -> PyResult {
    call_pushed(vm, function, args, &[])
}

/// [`call_function`] for call expressions, part of their nodes.
///
/// # Errors
/// As [`call_function`].
#[inline(always)]
pub fn call_pushed(vm: &Vm, function: &Ref<Function>, args: Pushed, names: &[Name]) -> PyResult {
    let code = function.code.code();
    if code.plain_count == args.len() as u32 && names.is_empty() {
        return run_plain(vm, function, code, args);
    }
    call_bound(vm, function, args, names)
}

/// [`call_pushed`] without keywords, where [`leaf`] has had no answer for the same arguments but has
/// executed `done` statements.
///
/// # Errors
/// As [`call_function`].
#[inline(always)]
pub fn call_looked(vm: &Vm, function: &Ref<Function>, args: Pushed, done: u32) -> PyResult {
    let code = function.code.code();
    if code.plain_count != args.len() as u32 {
        return call_bound(vm, function, args, &[]);
    }
    if let Err(raised) = enter(vm) {
        drop(args.into_args(vm));
        return Err(raised);
    }
    run_framed(vm, function, code, args, done)
}

/// What the function returns for these arguments, where [`Code::leaf`] tells it. Whatever may raise or take
/// long is left to the call proper.
///
/// # Errors
/// How many statements of the body have been executed, which are to be left out then.
#[inline(always)]
pub fn leaf(vm: &Vm, function: &Ref<Function>, args: &[Value]) -> Result<Value, u32> {
    let code = function.code.code();
    let fits = code.leaf_credit.get() != 0 && code.plain_count == args.len() as u32;
    if !fits || vm.depth.get() >= vm.recursion_limit.get() || vm.stack_is_low() {
        return Err(0);
    }
    if !vm.tick_quietly() {
        return Err(0);
    }
    code.leaf(&Leaf {
        vm,
        args,
        env: &function.env,
        level: 0,
        may_store: true,
    })
}

/// Runs a function whose arguments need no binding.
#[inline(always)]
fn run_plain(vm: &Vm, function: &Ref<Function>, code: CodeRef<'_>, args: Pushed) -> PyResult {
    if let Err(raised) = enter(vm) {
        drop(args.into_args(vm));
        return Err(raised);
    }
    if code.leaf_credit.get() != 0 {
        let leaf = Leaf {
            vm,
            args: args.as_slice(),
            env: &function.env,
            level: 0,
            may_store: true,
        };
        match code.leaf(&leaf) {
            Ok(value) => {
                leave(vm);
                args.dropped(vm);
                return Ok(value);
            }
            Err(0) => {}
            Err(done) => return run_rest(vm, function, args, done),
        }
    }
    run_framed(vm, function, code, args, 0)
}

/// Runs what is left of a function's body when so many statements have been executed.
#[inline(never)]
fn run_rest(vm: &Vm, function: &Ref<Function>, args: Pushed, done: u32) -> PyResult {
    run_framed(vm, function, function.code.code(), args, done)
}

/// Runs a function whose arguments are bound, with a frame, and leaves it.
#[inline(always)]
fn run_framed(
    vm: &Vm,
    function: &Ref<Function>,
    code: CodeRef<'_>,
    args: Pushed,
    done: u32,
) -> PyResult {
    let result = match args.extended(vm, code.frame_size as usize) {
        Ok(args) => run_entered(vm, function, code, args, done),
        Err(raised) => Err(raised),
    };
    leave(vm);
    result
}

/// Calls a function whose arguments need binding.
#[inline(never)]
fn call_bound(vm: &Vm, function: &Ref<Function>, args: Pushed, names: &[Name]) -> PyResult {
    // Nothing but a jump, so that nothing is saved for it.
    match function.code.code().plain_count {
        Code::NOT_PLAIN => call_generally(vm, function, args, names),
        _ if names.is_empty() => call_with_defaults(vm, function, args),
        _ => call_named(vm, function, args, names),
    }
}

/// Calls a function whose parameters can all be given by position, of which the last ones are not.
#[inline(never)]
fn call_with_defaults(vm: &Vm, function: &Ref<Function>, args: Pushed) -> PyResult {
    let count = function.code.code().plain_count as usize;
    let defaults = function.defaults.get();
    match last_defaults(&defaults, count, args.len()) {
        Some(values) => {
            let args = args.with_more(vm, values)?;
            drop(defaults);
            call_positional(vm, function, args)
        }
        None => call_generally(vm, function, args, &[]),
    }
}

/// The defaults of the parameters after the first `given`, if all of these have one.
#[inline(always)]
fn last_defaults(defaults: &Value, positional: usize, given: usize) -> Option<&[Value]> {
    let items = &defaults.get::<crate::types::tuple::Tuple>()?.items;
    let missing = positional.checked_sub(given)?;
    items.get(items.len().checked_sub(missing)?..)
}

/// Calls a function whose parameters can all be given by position with arguments of which some have names.
#[inline(never)]
fn call_named(vm: &Vm, function: &Ref<Function>, mut args: Pushed, names: &[Name]) -> PyResult {
    /// With more names than this the general way is no worse.
    const MOST: usize = 4;
    let code = function.code.code();
    let (count, given) = (code.plain_count as usize, args.len() - names.len());
    let first = code.parameters.positional_only as usize;
    let mut places = [0; MOST];
    let mut fits = names.len() <= MOST && args.len() <= count;
    if fits {
        let parameters = &code.slot_names[..count];
        for (i, name) in names.iter().enumerate() {
            let place = parameters.iter().position(|parameter| parameter == name);
            let place = place.unwrap_or(usize::MAX);
            fits &= place >= first.max(given) && place < count && !places[..i].contains(&place);
            places[i] = place;
        }
    }
    if !fits {
        return call_generally(vm, function, args, names);
    }
    let mut values = [const { Value::Unbound }; MOST];
    for (i, value) in values[..names.len()].iter_mut().enumerate() {
        *value = args.take(given + i);
    }
    let all = args.len() == count;
    let mut args = args.extended(vm, count)?;
    for (value, place) in values.iter_mut().zip(places).take(names.len()) {
        args.put(place, std::mem::replace(value, Value::Unbound));
    }
    if !all {
        let mut list = args.into_args(vm);
        fill_defaults(vm, function, &code, &mut list, given)?;
        args = list.into_pushed();
    }
    call_positional(vm, function, args)
}

#[inline(never)]
fn call_generally(vm: &Vm, function: &Ref<Function>, args: Pushed, names: &[Name]) -> PyResult {
    let mut args = args.into_args(vm);
    let code = function.code(vm)?;
    let is_plain = code.plain_count != Code::NOT_PLAIN;
    let p = &code.parameters;
    let fits = names.is_empty()
        && args.len() == p.positional as usize
        && p.keyword_only == 0
        && !(p.varargs || p.varkeywords);
    if !fits {
        bind(vm, function, code, &mut args, names)?;
    }
    if is_plain {
        return run_plain(vm, function, code.into(), args.into_pushed());
    }
    args.extend_to(vm, code.frame_size as usize)?;
    make_cells(vm, code, args.as_mut_slice());
    if code.resumable != Resumable::No {
        return generator::create(vm, function, code, args);
    }
    run_function(vm, function, code.into(), args.into_pushed())
}

/// Puts the cells of captured locals in place.
pub fn make_cells(vm: &Vm, code: &Code, slots: &mut [Value]) {
    for cell in &code.cells {
        let slot = &mut slots[cell.slot as usize];
        let value = std::mem::replace(slot, Value::Unbound);
        *slot = CellObject::alloc(vm, value).into();
    }
}

#[inline(always)]
fn run_function(vm: &Vm, function: &Ref<Function>, code: CodeRef<'_>, args: Pushed) -> PyResult {
    if let Err(raised) = enter(vm) {
        drop(args.into_args(vm));
        return Err(raised);
    }
    let result = run_entered(vm, function, code, args, 0);
    leave(vm);
    result
}

#[inline(always)]
fn run_entered(
    vm: &Vm,
    function: &Ref<Function>,
    code: CodeRef<'_>,
    args: Pushed,
    done: u32,
) -> PyResult {
    let entry = Entry {
        code,
        env: &function.env,
        function: Some(function),
        object: None,
        result: Value::Unbound,
        receiver: None,
    };
    frame::run(vm, entry, args, |f| match done {
        0 => code.body.run(f),
        done => code.body.run_rest(f, done),
    })
}

/// What a special method written in Python gives for two instances of one class that have no payload.
/// `None` where that is not what there is.
#[inline(always)]
pub fn call_between(vm: &Vm, special: Special, a: &Value, b: &Value) -> Option<PyResult> {
    let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
        return None;
    };
    if x.kind() != Kind::Instance || x.class() != y.class() {
        return None;
    }
    let method = x.class().special(vm, special)?;
    let function = method.as_ref::<Function>()?;
    Some(call_values(vm, function, [a.clone(), b.clone()]))
}

/// Counts a Python call.
///
/// # Errors
/// RecursionError at the limit or when the native stack is used up; what `tick` raises.
#[inline(always)]
pub fn enter(vm: &Vm) -> PyResult<()> {
    let depth = vm.depth.get() + 1;
    if depth > vm.recursion_limit.get() || vm.stack_is_low() {
        return Err(vm.recursion_error("maximum recursion depth exceeded"));
    }
    vm.depth.set(depth);
    match vm.tick() {
        Ok(()) => Ok(()),
        Err(raised) => {
            leave(vm);
            Err(raised)
        }
    }
}

/// Uncounts a Python call.
#[inline(always)]
pub fn leave(vm: &Vm) {
    vm.depth.set(vm.depth.get() - 1);
}

/// Runs a module's, class's or `exec`'s code in a namespace.
///
/// # Errors
/// Whatever the code raises.
pub fn run_code(vm: &Vm, code: &Rc<Code>, env: &Env) -> PyResult {
    let mut args = vm.stack.args();
    args.extend_to(vm, code.frame_size as usize)?;
    make_cells(vm, code, args.as_mut_slice());
    enter(vm)?;
    let entry = Entry {
        code: code.into(),
        env,
        function: None,
        object: None,
        result: Value::Unbound,
        receiver: None,
    };
    let result = frame::run(vm, entry, args.into_pushed(), |f| code.body.run(f));
    leave(vm);
    result
}

// ---------------------------------------------------------------------------------------------
// Binding

/// Turns the arguments of a call into the function's first slots.
fn bind(
    vm: &Vm,
    function: &Ref<Function>,
    code: &Code,
    args: &mut Args<'_>,
    names: &[Name],
) -> PyResult<()> {
    let p = &code.parameters;
    let positional = p.positional as usize;
    let total = positional + p.keyword_only as usize;
    let slots = total + usize::from(p.varargs) + usize::from(p.varkeywords);
    let given = args.len() - names.len();
    let extra = match given > positional {
        true => take_extra(args, positional, given),
        false => Vec::new(),
    };
    // The keywords' values move behind the slots, from where each finds its own.
    args.extend_to(vm, slots + names.len())?;
    let first = given.min(positional);
    for at in (0..names.len()).rev() {
        args.as_mut_slice().swap(first + at, slots + at);
    }
    if p.varkeywords {
        args.as_mut_slice()[slots - 1] = vm.dict_with_room(names.len()).into();
    }
    bind_keywords(vm, function, code, args, (names, slots))?;
    args.truncate(slots);
    if !extra.is_empty() && !p.varargs {
        return Err(too_many(vm, function, code, args, given));
    }
    fill_defaults(vm, function, code, args, first)?;
    if p.varargs {
        args.as_mut_slice()[total] = vm.tuple(extra);
    }
    Ok(())
}

/// Takes the arguments by position out for which there are no parameters.
#[inline(never)]
fn take_extra(args: &mut Args<'_>, positional: usize, given: usize) -> Vec<Value> {
    let slots = args.as_mut_slice();
    let extra = slots[positional..given].iter_mut();
    let extra = extra
        .map(|value| std::mem::replace(value, Value::Unbound))
        .collect();
    slots[positional..].rotate_left(given - positional);
    let left = args.len() - (given - positional);
    args.truncate(left);
    extra
}

/// Gives each keyword's value, which stand from `values` on, to its parameter or to `**kwargs`, whose
/// dict is in its slot.
fn bind_keywords(
    vm: &Vm,
    function: &Ref<Function>,
    code: &Code,
    args: &mut Args<'_>,
    (names, values): (&[Name], usize),
) -> PyResult<()> {
    let p = &code.parameters;
    let total = (p.positional + p.keyword_only) as usize;
    let first = p.positional_only as usize;
    for (i, name) in names.iter().enumerate() {
        let value = std::mem::replace(&mut args.as_mut_slice()[values + i], Value::Unbound);
        match parameter_of(vm, &code.slot_names[first..total], name)? {
            Some(at) => {
                let slot = &mut args.as_mut_slice()[first + at];
                if !slot.is_unbound() {
                    return Err(vm.type_error(format!(
                        "{}() got multiple values for argument '{name}'",
                        qualname(function)
                    )));
                }
                *slot = value;
            }
            None if p.varkeywords => {
                if let Some(dict) = args.as_slice()[values - 1].get::<Dict>() {
                    drop(dict.ask_set_name(vm, name, value)?);
                }
            }
            None => return Err(unexpected_keyword(vm, function, code, names, name)?),
        }
    }
    Ok(())
}

/// Which of the parameters a keyword names. One that is no plain string has to be asked.
fn parameter_of(vm: &Vm, parameters: &[Name], keyword: &Name) -> PyResult<Option<usize>> {
    let same = parameters.iter().position(|parameter| parameter == keyword);
    if same.is_some() || is_plain(vm, keyword) {
        return Ok(same);
    }
    for (at, parameter) in parameters.iter().enumerate() {
        if ops::eq(vm, &keyword.value(), &parameter.value())? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

#[cold]
fn unexpected_keyword(
    vm: &Vm,
    function: &Ref<Function>,
    code: &Code,
    names: &[Name],
    name: &Name,
) -> PyResult<Raised> {
    let p = &code.parameters;
    let mut clashing: Vec<String> = Vec::new();
    for parameter in &code.slot_names[..p.positional_only as usize] {
        for name in names {
            if parameter_of(vm, std::slice::from_ref(parameter), name)?.is_some() {
                clashing.push(parameter.to_string());
            }
        }
    }
    if !clashing.is_empty() {
        return Ok(vm.type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            qualname(function),
            clashing.join(", ")
        )));
    }
    let possible: Vec<String> = code.slot_names
        [p.positional_only as usize..(p.positional + p.keyword_only) as usize]
        .iter()
        .map(|n| n.to_string())
        .collect();
    let hint = crate::types::did_you_mean(&name.to_string(), &possible);
    Ok(vm.type_error(format!(
        "{}() got an unexpected keyword argument '{name}'{hint}",
        qualname(function)
    )))
}

#[inline(never)]
fn fill_defaults(
    vm: &Vm,
    function: &Ref<Function>,
    code: &Code,
    args: &mut Args<'_>,
    given: usize,
) -> PyResult<()> {
    let p = &code.parameters;
    let positional = p.positional as usize;
    let mut missing: Vec<&Name> = Vec::new();
    for at in given..positional {
        if !args.as_slice()[at].is_unbound() {
            continue;
        }
        match function.default(at, positional) {
            Some(value) => args.as_mut_slice()[at] = value,
            None => missing.push(&code.slot_names[at]),
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(vm, function, "positional", &missing));
    }
    if p.keyword_only == 0 {
        return Ok(());
    }
    let kwdefaults = function.description().kwdefaults.get();
    for at in positional..positional + p.keyword_only as usize {
        if !args.as_slice()[at].is_unbound() {
            continue;
        }
        let name = &code.slot_names[at];
        match kwdefaults
            .get::<Dict>()
            .and_then(|dict| dict.get_name(name))
        {
            Some(value) => args.as_mut_slice()[at] = value,
            None => missing.push(name),
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing_arguments(vm, function, "keyword-only", &missing))
    }
}

fn qualname(function: &Ref<Function>) -> String {
    let described = function.description();
    match described.qualname.get().get::<crate::types::str::Str>() {
        Some(name) => name.to_string(),
        None => described.name.borrow().to_string(),
    }
}

/// `f() missing 2 required positional arguments: 'a' and 'b'`
#[cold]
fn missing_arguments(vm: &Vm, function: &Ref<Function>, kind: &str, missing: &[&Name]) -> Raised {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let list = match &quoted[..] {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        [] => String::new(),
    };
    vm.type_error(format!(
        "{}() missing {} required {kind} argument{}: {list}",
        qualname(function),
        missing.len(),
        if missing.len() == 1 { "" } else { "s" }
    ))
}

/// `f() takes 2 positional arguments but 3 were given`
#[cold]
fn too_many(
    vm: &Vm,
    function: &Ref<Function>,
    code: &Code,
    args: &Args<'_>,
    given: usize,
) -> Raised {
    let p = &code.parameters;
    let positional = p.positional as usize;
    let defaults = function
        .defaults
        .get()
        .get::<crate::types::tuple::Tuple>()
        .map_or(0, |t| t.items.len());
    let keyword_given = args.as_slice()[positional..positional + p.keyword_only as usize]
        .iter()
        .filter(|v| !v.is_unbound())
        .count();
    let takes = if defaults > 0 {
        format!(
            "from {} to {positional}",
            // Below zero where a program has given more defaults than there are parameters.
            positional as isize - defaults as isize
        )
    } else {
        positional.to_string()
    };
    let plural = if positional == 1 && defaults == 0 {
        ""
    } else {
        "s"
    };
    let also = if keyword_given > 0 {
        format!(
            " positional argument{} (and {keyword_given} keyword-only argument{})",
            if given == 1 { "" } else { "s" },
            if keyword_given == 1 { "" } else { "s" }
        )
    } else {
        String::new()
    };
    let verb = if given == 1 && keyword_given == 0 {
        "was"
    } else {
        "were"
    };
    vm.type_error(format!(
        "{}() takes {takes} positional argument{plural} but {given}{also} {verb} given",
        qualname(function)
    ))
}
