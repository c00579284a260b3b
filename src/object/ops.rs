//! The operations of the data model on any values: operators, comparison, truth, hashing, text,
//! containers, iteration, instance checks. Each finds the special methods of the operands' types and
//! calls them by the reference's rules. Reference: 3.3, Special method names.
//!
//! What a type's own special methods do is in `types`; shortcuts for ints and floats are in `exec`.

use super::class::Class;
use super::descriptor::{
    call_bound, call_if_bound, call_or_refuse, call_special, call_unless_none, can_bind,
};
use super::heap::{Kind, Ref};
use super::shape::Name;
use super::special::Special;
use super::value::{PyResult, Raised, Value};
use crate::exec::call::call_between;
use crate::exec::generator;
use crate::types::bytearray::ByteArray;
use crate::types::dict::Dict;
use crate::types::formatting::{inline_str, quick_format};
use crate::types::iterators::ListIterator;
use crate::types::iterators_text::BytesIterator;
use crate::types::native::MethodDescriptor;
use crate::types::numbers;
use crate::types::quick;
use crate::types::range_iterators::RangeIterator;
use crate::types::str::Str;
use crate::vm::Vm;

/// A binary arithmetic operator with its special methods. Reference: 3.3.8.
pub struct BinaryOp {
    /// As written, for messages.
    pub symbol: &'static str,
    /// `__add__`
    pub forward: Special,
    /// `__radd__`
    pub reflected: Special,
    /// `__iadd__`; `None` for divmod.
    pub in_place: Option<Special>,
}

macro_rules! binary_ops {
    ($($name:ident $symbol:literal $forward:ident $reflected:ident $in_place:ident;)*) => {
        $(#[doc = $symbol]
        pub const $name: BinaryOp = BinaryOp {
            symbol: $symbol,
            forward: Special::$forward,
            reflected: Special::$reflected,
            in_place: Some(Special::$in_place),
        };)*
        /// The operators, in the order of the syntax tree's `Operator`.
        pub const BINARY_OPS: [&BinaryOp; 13] = [$(&$name),*];
    };
}

binary_ops! {
    ADD "+" Add RAdd IAdd;
    SUB "-" Sub RSub ISub;
    MUL "*" Mul RMul IMul;
    MAT_MUL "@" MatMul RMatMul IMatMul;
    TRUE_DIV "/" TrueDiv RTrueDiv ITrueDiv;
    MOD "%" Mod RMod IMod;
    POW "** or pow()" Pow RPow IPow;
    LSHIFT "<<" LShift RLShift ILShift;
    RSHIFT ">>" RShift RRShift IRShift;
    OR "|" Or ROr IOr;
    XOR "^" Xor RXor IXor;
    AND "&" And RAnd IAnd;
    FLOOR_DIV "//" FloorDiv RFloorDiv IFloorDiv;
}

/// `divmod()`
pub const DIVMOD: BinaryOp = BinaryOp {
    symbol: "divmod()",
    forward: Special::DivMod,
    reflected: Special::RDivMod,
    in_place: None,
};

/// `a op b`.
///
/// # Errors
/// TypeError when neither operand knows how, or what their methods raise.
pub fn binary(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    // Operands of one class have no reflected method to be tried.
    let result = match call_between(vm, op.forward, a, b) {
        Some(result) => result?,
        None => {
            if let Some(result) = numbers::binary(vm, op, a, b) {
                return result;
            }
            if let Some(result) = quick::binary(vm, op, a, b) {
                return result;
            }
            try_binary(vm, op, a, b)?
        }
    };
    match result {
        Value::NotImplemented => Err(unsupported(vm, op.symbol, a, b)),
        value => Ok(value),
    }
}

/// `a op b`, or `NotImplemented`.
///
/// # Errors
/// What the operands' methods raise.
pub fn try_binary(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    if matches!(op.forward, Special::Add | Special::Mul) && involves_sequence(vm, op, a, b) {
        let result = try_as_numbers(vm, op, a, b)?;
        return match result.is_not_implemented() {
            true => try_as_sequences(vm, op, a, b),
            false => Ok(result),
        };
    }
    let (class_a, class_b) = (vm.class_of(a), vm.class_of(b));
    let forward = class_a.special(vm, op.forward);
    let reflected = match class_a == class_b {
        true => None,
        false => class_b.special(vm, op.reflected),
    };
    try_methods(vm, op, a, b, forward, reflected)
}

/// `a op b` by these methods of theirs.
fn try_methods(
    vm: &Vm,
    op: &BinaryOp,
    a: &Value,
    b: &Value,
    forward: Option<Value>,
    reflected: Option<Value>,
) -> PyResult {
    let (class_a, class_b) = (vm.class_of(a), vm.class_of(b));
    let versions = (class_a.version(), class_b.version());
    let call = |method: Option<Value>, this: &Value, other: &Value| match method {
        Some(method) => call_special(vm, method, this, std::slice::from_ref(other)),
        None => Ok(Value::NotImplemented),
    };
    // What is called second is what there is then.
    let still = |value: &Value, version, found: Option<Value>, special| {
        let class = vm.class_of(value);
        match class.version() == version {
            true => found,
            false => class.special(vm, special),
        }
    };
    let Some(reflected) = reflected else {
        return call(forward, a, b);
    };
    // "If the right operand's type is a subclass of the left operand's type and that subclass
    // provides a different implementation of the reflected method, this method will be called first."
    if class_b.is_subclass(class_a) && overloads(vm, op, class_a, class_b, &reflected)? {
        let result = call_special(vm, reflected, b, std::slice::from_ref(a))?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
        return call(still(a, versions.0, forward, op.forward), a, b);
    }
    let result = call(forward, a, b)?;
    if !result.is_not_implemented() {
        return Ok(result);
    }
    call(still(b, versions.1, Some(reflected), op.reflected), b, a)
}

/// Whether the second class has another reflected method than the first, of which it is a subclass. It is what the
/// classes' attributes give that counts, where these are descriptors.
fn overloads(
    vm: &Vm,
    op: &BinaryOp,
    class_a: &Ref<Class>,
    class_b: &Ref<Class>,
    reflected: &Value,
) -> PyResult<bool> {
    match class_a.special(vm, op.reflected) {
        Some(inherited) if inherited.is(reflected) => {}
        _ => return Ok(true),
    }
    if super::descriptor::binds_as_method(reflected) || !super::descriptor::has_get(vm, reflected) {
        return Ok(false);
    }
    let name = vm.special_name(op.reflected);
    let of = |class: &Ref<Class>| super::lookup::get_optional(vm, &class.value(), name);
    let Some(b) = of(class_b)? else {
        return Ok(false);
    };
    match of(class_a)? {
        Some(a) => Ok(!a.is(&b) && compare_bool(vm, Compare::Ne, &a, &b)?),
        None => Ok(true),
    }
}

/// Whether the method is the `+` or `*` of a built-in sequence.
pub fn is_of_sequence(method: Option<&Value>) -> bool {
    method
        .and_then(|method| method.get::<MethodDescriptor>())
        .is_some_and(|d| d.owner.table.is_some_and(|table| table.sequence))
}

/// The method, if it is the slot wrapper that built-in classes have under that very name.
fn own_wrapper<'a>(method: &'a Value, name: &Name) -> Option<&'a MethodDescriptor> {
    let descriptor = method.get::<MethodDescriptor>()?;
    let fits = descriptor.row.is_special() && name.as_str() == Some(descriptor.row.name());
    fits.then_some(descriptor)
}

/// Whether the class has, under the name of `+`, `*` or their in-place forms, the slot wrapper of a class that is none
/// of its bases in place of that of a built-in sequence. CPython keeps these operators in two places, a number's and a
/// sequence's; where the sequence's was filled, such a wrapper fits neither.
fn is_misplaced(vm: &Vm, class: &Class, method: &Value, special: Special) -> bool {
    let name = vm.special_name(special);
    let is_replaced = |base: &Ref<Class>| {
        base.table.is_some_and(|table| table.sequence) && base.dict(vm).get_name(name).is_some()
    };
    class.is_heap()
        && own_wrapper(method, name).is_some_and(|d| !class.is_subclass(&d.owner))
        && class.mro().iter().any(is_replaced)
}

/// The method of one of these operators, unless it is misplaced.
fn placed(vm: &Vm, class: &Class, special: Special) -> Option<Value> {
    let found = class.special(vm, special)?;
    (!is_misplaced(vm, class, &found, special)).then_some(found)
}

/// Whether a method of a built-in sequence, or what stands in its place, may take part in `a + b` or `a * b`.
fn involves_sequence(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> bool {
    let takes_part = |value: &Value, special| {
        let class = vm.class_of(value);
        class.special(vm, special).is_some_and(|method| {
            is_of_sequence(Some(&method)) || is_misplaced(vm, class, &method, special)
        })
    };
    takes_part(a, op.forward) || takes_part(b, op.reflected)
}

/// Whether a class written in Python among the class and its bases has one of these methods, and not only as the
/// slot wrapper of a built-in sequence.
fn is_written(vm: &Vm, class: &Class, specials: &[Special]) -> bool {
    let own = |base: &Class| {
        let dict = base.dict(vm);
        specials.iter().any(|&special| {
            let name = vm.special_name(special);
            let is_inherited = |method: &Value| {
                is_of_sequence(Some(method))
                    && own_wrapper(method, name).is_some_and(|d| class.is_subclass(&d.owner))
            };
            dict.get_name(name).is_some_and(|method| {
                !is_inherited(&method) && !is_misplaced(vm, class, &method, special)
            })
        })
    };
    class.mro().iter().any(|base| base.is_heap() && own(base))
}

/// `a + b` or `a * b` by what the operands have as numbers. A class that has such a method from one written in Python
/// has both, as CPython has it: those of a built-in sequence are called as methods then.
fn try_as_numbers(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    let (class_a, class_b) = (vm.class_of(a), vm.class_of(b));
    let method = |class: &Class, special| {
        let found = class.special(vm, special)?;
        let of_sequence = is_of_sequence(Some(&found)) || is_misplaced(vm, class, &found, special);
        let of_number = !of_sequence || is_written(vm, class, &[op.forward, op.reflected]);
        of_number.then_some(found)
    };
    let forward = method(class_a, op.forward);
    let reflected = match class_a == class_b {
        true => None,
        false => method(class_b, op.reflected),
    };
    try_methods(vm, op, a, b, forward, reflected)
}

/// `a + b` or `a * b` of built-in sequences, where nothing has been done as numbers.
fn try_as_sequences(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    if op.forward == Special::Mul {
        return match (repeat_method(vm, a), repeat_method(vm, b)) {
            (Some(method), _) => repeated(vm, method, a, b),
            (None, Some(method)) => repeated(vm, method, b, a),
            (None, None) => Ok(Value::NotImplemented),
        };
    }
    let forward = placed(vm, vm.class_of(a), op.forward);
    match forward.filter(|method| is_of_sequence(Some(method))) {
        Some(method) => call_special(vm, method, a, std::slice::from_ref(b)),
        None => Ok(Value::NotImplemented),
    }
}

/// What repeats a sequence, unless `__mul__` or `__rmul__` has been written anew.
fn repeat_method(vm: &Vm, value: &Value) -> Option<Value> {
    let class = vm.class_of(value);
    let reflected = placed(vm, class, Special::RMul);
    let method = placed(vm, class, Special::Mul)?;
    (is_of_sequence(Some(&method)) && is_of_sequence(reflected.as_ref())).then_some(method)
}

/// A sequence repeated by one of its methods.
fn repeated(vm: &Vm, method: Value, sequence: &Value, times: &Value) -> PyResult {
    if !crate::types::args::has_index(vm, times) {
        return Err(vm.type_error(format!(
            "can't multiply sequence by non-int of type '{}'",
            vm.type_name(times)
        )));
    }
    call_special(vm, method, sequence, std::slice::from_ref(times))
}

/// `a op= b`, giving the new value of `a`.
///
/// # Errors
/// As [`binary`].
pub fn in_place(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    match try_in_place(vm, op, a, b)? {
        Value::NotImplemented => {
            let symbol = if op.symbol.starts_with("**") {
                "**=".to_owned()
            } else {
                format!("{}=", op.symbol)
            };
            Err(unsupported(vm, &symbol, a, b))
        }
        value => Ok(value),
    }
}

/// `a op= b`, or `NotImplemented`.
///
/// # Errors
/// What the operands' methods raise.
pub fn try_in_place(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    if let Some(result) = numbers::binary(vm, op, a, b) {
        return result;
    }
    if op.forward == Special::Add
        && let Some(list) = a.get::<crate::types::list::List>()
        && *vm.class_of(a) == vm.types.list
        && quick::is_plain_sequence(vm, b)
    {
        return list.extend(vm, b).map(|()| a.clone());
    }
    if let Some(special @ (Special::IAdd | Special::IMul)) = op.in_place
        && (is_of_sequence(placed(vm, vm.class_of(a), special).as_ref())
            || involves_sequence(vm, op, a, b))
    {
        return in_place_with_sequence(vm, op, special, a, b);
    }
    if let Some(special) = op.in_place
        && let Some(method) = vm.class_of(a).special(vm, special)
    {
        let result = call_special(vm, method, a, std::slice::from_ref(b))?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    try_binary(vm, op, a, b)
}

/// `a += b` and `a *= b` where a built-in sequence may take part: what they have as numbers comes first. As CPython has
/// it, the `+=` of a sequence is also a number's to a class written in Python that inherits it, and an `a` with a
/// sequence's protocol of its own, however incomplete, hides that of `b`.
fn in_place_with_sequence(
    vm: &Vm,
    op: &BinaryOp,
    special: Special,
    a: &Value,
    b: &Value,
) -> PyResult {
    let class = vm.class_of(a);
    let own = placed(vm, class, special);
    let of_sequence = is_of_sequence(own.as_ref());
    let first = match special {
        _ if !of_sequence => true,
        Special::IAdd => class.is_heap(),
        _ => is_written(vm, class, &[special]),
    };
    if first && let Some(method) = &own {
        let result = call_special(vm, method.clone(), a, std::slice::from_ref(b))?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    let result = try_as_numbers(vm, op, a, b)?;
    if !result.is_not_implemented() {
        return Ok(result);
    }
    match own.filter(|_| of_sequence && !first) {
        Some(method) if special == Special::IMul => repeated(vm, method, a, b),
        Some(method) => call_special(vm, method, a, std::slice::from_ref(b)),
        None if special == Special::IMul
            && has_sequence_part(vm, class)
            && repeat_method(vm, a).is_none() =>
        {
            Ok(Value::NotImplemented)
        }
        None => try_as_sequences(vm, op, a, b),
    }
}

/// Whether the class has a part of the sequence protocol; all that are made when the program runs do.
fn has_sequence_part(vm: &Vm, class: &Class) -> bool {
    let sequence = [Special::Len, Special::Contains];
    crate::types::is_made(class) || sequence.iter().any(|name| class.has_special(vm, *name))
}

#[cold]
fn unsupported(vm: &Vm, symbol: &str, a: &Value, b: &Value) -> Raised {
    let text = format!(
        "unsupported operand type(s) for {symbol}: '{}' and '{}'",
        vm.type_name(a),
        vm.type_name(b)
    );
    let is_print = |v: &Value| {
        v.get::<crate::types::native::NativeFunction>()
            .is_some_and(|f| f.row.name() == "print" && symbol == ">>")
    };
    if is_print(a) {
        return vm.type_error(format!(
            "{text}. Did you mean \"print(<message>, file=<output_stream>)\"?"
        ));
    }
    vm.type_error(text)
}

/// `-a`, `+a`, `~a`.
///
/// # Errors
/// TypeError when the type has no such method, or what it raises.
pub fn unary(vm: &Vm, special: Special, symbol: &str, a: &Value) -> PyResult {
    match vm.class_of(a).special(vm, special) {
        Some(method) => call_special(vm, method, a, &[]),
        None => Err(vm.type_error(format!(
            "bad operand type for {symbol}: '{}'",
            vm.type_name(a)
        ))),
    }
}

/// A rich comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Compare {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Compare {
    /// The method on the left operand.
    pub fn special(self) -> Special {
        match self {
            Compare::Lt => Special::Lt,
            Compare::Le => Special::Le,
            Compare::Eq => Special::Eq,
            Compare::Ne => Special::Ne,
            Compare::Gt => Special::Gt,
            Compare::Ge => Special::Ge,
        }
    }
    /// The comparison with the operands exchanged.
    pub fn reflected(self) -> Compare {
        match self {
            Compare::Lt => Compare::Gt,
            Compare::Le => Compare::Ge,
            Compare::Gt => Compare::Lt,
            Compare::Ge => Compare::Le,
            same => same,
        }
    }
    /// As written.
    pub fn symbol(self) -> &'static str {
        match self {
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
    /// What the comparison says of an ordering.
    #[inline(always)]
    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Compare::Lt => a < b,
            Compare::Le => a <= b,
            Compare::Eq => a == b,
            Compare::Ne => a != b,
            Compare::Gt => a > b,
            Compare::Ge => a >= b,
        }
    }
}

/// `a op b` as a value. Reference: 3.3.1, `__lt__` and its kin.
///
/// # Errors
/// TypeError when the operands cannot be ordered, or what their methods raise.
pub fn compare(vm: &Vm, op: Compare, a: &Value, b: &Value) -> PyResult {
    let between = call_between(vm, op.special(), a, b);
    let tried = between.is_some();
    match between {
        Some(Ok(Value::NotImplemented)) => {}
        Some(result) => return result,
        None => {
            if let Some(result) = quick::compare(vm, op, a, b) {
                return result;
            }
            if let Some(holds) = numbers::compare(vm, op, a, b) {
                return Ok(Value::bool(holds));
            }
            if is_by_identity(vm, op, a) && is_by_identity(vm, op, b) {
                return Ok(Value::bool(a.is(b) == (op == Compare::Eq)));
            }
        }
    }
    let (class_a, class_b) = (vm.class_of(a), vm.class_of(b));
    let _guard = vm.recurse(" in comparison")?;
    let mut tried_reflected = false;
    // "If the operands are of different types, and the right operand's type is a direct or indirect
    // subclass of the left operand's type, the reflected method of the right operand has priority."
    if class_a != class_b
        && class_b.is_subclass(class_a)
        && let Some(method) = class_b.special(vm, op.reflected().special())
    {
        tried_reflected = true;
        if let Some(result) = compared(vm, method, b, a)? {
            return Ok(result);
        }
    }
    if !tried
        && let Some(method) = vm.class_of(a).special(vm, op.special())
        && let Some(result) = compared(vm, method, a, b)?
    {
        return Ok(result);
    }
    if !tried_reflected
        && let Some(method) = vm.class_of(b).special(vm, op.reflected().special())
        && let Some(result) = compared(vm, method, b, a)?
    {
        return Ok(result);
    }
    match op {
        Compare::Eq => Ok(Value::bool(a.is(b))),
        Compare::Ne => Ok(Value::bool(!a.is(b))),
        _ => Err(vm.type_error(format!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.symbol(),
            vm.type_name(a),
            vm.type_name(b)
        ))),
    }
}

/// Whether all that the value says to the comparison is whether it is the other one: what `object` does.
#[inline]
fn is_by_identity(vm: &Vm, op: Compare, value: &Value) -> bool {
    let class = match (op, value) {
        (Compare::Eq | Compare::Ne, Value::Obj(obj)) if obj.kind() == Kind::Instance => obj.class(),
        (Compare::Eq | Compare::Ne, Value::None) => return true,
        _ => return false,
    };
    let object = &vm.types.object;
    class.has_of(vm, Special::Eq, object)
        && (op == Compare::Eq || class.has_of(vm, Special::Ne, object))
}

/// What the left operand's method says to `a op b`, if anything. Sorting keys of one class asks that before it
/// compares.
///
/// # Errors
/// What the method raises.
pub fn ask_compare(vm: &Vm, op: Compare, a: &Value, b: &Value) -> PyResult<Option<Value>> {
    match vm.class_of(a).special(vm, op.special()) {
        Some(method) => compared(vm, method, a, b),
        None => Ok(None),
    }
}

/// What a comparison method says, if anything.
#[inline]
fn compared(vm: &Vm, method: Value, this: &Value, other: &Value) -> PyResult<Option<Value>> {
    let result = call_if_bound(vm, method, this, std::slice::from_ref(other))?;
    Ok(result.filter(|result| !result.is_not_implemented()))
}

/// Whether `a op b` is true.
///
/// # Errors
/// As [`compare`], and what the result's `__bool__` raises.
pub fn compare_bool(vm: &Vm, op: Compare, a: &Value, b: &Value) -> PyResult<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Ok(op.holds(x, y)),
        (Value::Float(x), Value::Float(y)) => Ok(op.holds(x.get(), y.get())),
        _ => {
            let result = compare(vm, op, a, b)?;
            truth(vm, &result)
        }
    }
}

/// `a is b or a == b`, as containers compare.
///
/// # Errors
/// What `__eq__` raises.
#[inline]
pub fn eq(vm: &Vm, a: &Value, b: &Value) -> PyResult<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(a == b),
        _ => eq_any(vm, a, b),
    }
}

fn eq_any(vm: &Vm, a: &Value, b: &Value) -> PyResult<bool> {
    if a.is(b) {
        return Ok(true);
    }
    if let Some(equal) = quick::eq(vm, a, b) {
        return Ok(equal);
    }
    compare_bool(vm, Compare::Eq, a, b)
}

/// `bool(value)`. Reference: 4.1, Truth value testing.
///
/// # Errors
/// What `__bool__` or `__len__` raises.
#[inline(always)]
pub fn truth(vm: &Vm, value: &Value) -> PyResult<bool> {
    match value {
        Value::True => Ok(true),
        Value::False | Value::None => Ok(false),
        Value::Int(i) => Ok(*i != 0),
        Value::Float(f) => Ok(f.get() != 0.0),
        _ => truth_slow(vm, value),
    }
}

#[inline(never)]
fn truth_slow(vm: &Vm, value: &Value) -> PyResult<bool> {
    if let Some(len) = quick::len(vm, value) {
        return Ok(len != 0);
    }
    let class = vm.class_of(value);
    if let Some(method) = class.special(vm, Special::Bool) {
        return match call_special(vm, method, value, &[])? {
            Value::True => Ok(true),
            Value::False => Ok(false),
            other => Err(vm.type_error(format!(
                "__bool__ should return bool, returned {}",
                vm.type_name(&other)
            ))),
        };
    }
    if class.has_special(vm, Special::Len) {
        return Ok(len(vm, value)? != 0);
    }
    Ok(true)
}

/// `hash(value)`.
///
/// # Errors
/// TypeError for an unhashable type, or what `__hash__` raises.
#[inline]
pub fn hash(vm: &Vm, value: &Value) -> PyResult<i64> {
    match value {
        Value::Int(i) => Ok(crate::types::int::hash_i64(*i)),
        Value::True => Ok(1),
        Value::False => Ok(0),
        Value::Float(_) => Ok(crate::types::float::hash_value(value)),
        Value::Obj(obj)
            if let Some(s) = obj.get::<Str>()
                && *obj.class() == vm.types.str =>
        {
            Ok(s.hash_value())
        }
        _ => hash_slow(vm, value),
    }
}

#[inline(never)]
fn hash_slow(vm: &Vm, value: &Value) -> PyResult<i64> {
    if let Value::Obj(obj) = value
        && let Some(hash) = quick::hash_of_built_in(vm, obj)
    {
        return hash;
    }
    let method = vm.class_of(value).special(vm, Special::Hash);
    // Most objects that are keys have no hash of their own.
    if let (Some(method), Some(of_object)) = (&method, vm.types.object.special(vm, Special::Hash))
        && method.is(&of_object)
    {
        return Ok(identity_hash(value));
    }
    let _guard = vm.recurse("")?;
    let unhashable = || vm.type_error(format!("unhashable type: '{}'", vm.type_name(value)));
    let result = match method.filter(|method| !method.is_none()) {
        Some(method) => call_unless_none(vm, method, value, unhashable)?,
        None => None,
    };
    let Some(result) = result else {
        return Err(unhashable());
    };
    match crate::types::int::hash_of_int(&result) {
        Some(-1) => Ok(-2),
        Some(hash) => Ok(hash),
        None => Err(vm.type_error("__hash__ method should return an integer")),
    }
}

/// The hash that identity gives: an address rotated past its alignment.
pub fn identity_hash(value: &Value) -> i64 {
    match value {
        Value::Obj(obj) => (obj.address() as i64).rotate_right(4),
        other => other.id(),
    }
}

/// `repr(value)`, a `str` object.
///
/// # Errors
/// What `__repr__` raises; TypeError when it returns something else.
pub fn repr(vm: &Vm, value: &Value) -> PyResult<Ref<Str>> {
    if let Some(text) = inline_str(vm, value) {
        return Ok(text);
    }
    let _guard = vm.recurse(" while getting the repr of an object")?;
    let result = match vm.class_of(value).special(vm, Special::Repr) {
        Some(method) => call_if_bound(vm, method, value, &[])?,
        None => None,
    };
    let Some(result) = result else {
        return Ok(bare_repr(vm, value));
    };
    expect_str(vm, result, "__repr__")
}

/// What stands for an object whose `__repr__` can't be bound.
pub fn bare_repr(vm: &Vm, value: &Value) -> Ref<Str> {
    let text = format!("<{} object at {:#x}>", vm.type_name(value), value.id());
    vm.new_str(crate::text::Text::from(text.as_str()))
}

/// `<A object at 0x...>`
pub fn default_repr(vm: &Vm, value: &Value) -> String {
    let name = crate::types::type_::shown_name(vm, vm.class_of(value));
    format!("<{name} object at {:#x}>", value.id())
}

/// `str(value)`, a `str` object.
///
/// # Errors
/// What `__str__` raises; TypeError when it returns something else.
pub fn str(vm: &Vm, value: &Value) -> PyResult<Ref<Str>> {
    if let Some(s) = value.as_ref::<Str>()
        && *s.as_obj().class() == vm.types.str
    {
        return Ok(s.clone());
    }
    if let Some(text) = inline_str(vm, value) {
        return Ok(text);
    }
    let _guard = vm.recurse(" while getting the str of an object")?;
    match vm.class_of(value).special(vm, Special::Str) {
        Some(method) => {
            let result = call_special(vm, method, value, &[])?;
            expect_str(vm, result, "__str__")
        }
        None => repr(vm, value),
    }
}

fn expect_str(vm: &Vm, result: Value, method: &str) -> PyResult<Ref<Str>> {
    result.downcast::<Str>().map_err(|other| {
        vm.type_error(format!(
            "{method} returned non-string (type {})",
            vm.type_name(&other)
        ))
    })
}

/// `format(value, spec)`.
///
/// # Errors
/// What `__format__` raises; TypeError when it returns something else.
pub fn format(vm: &Vm, value: &Value, spec: &Value) -> PyResult<Ref<Str>> {
    if let Some(spec) = spec.get::<Str>() {
        if spec.text.is_empty()
            && let Some(s) = value.as_ref::<Str>()
            && *s.as_obj().class() == vm.types.str
        {
            return Ok(s.clone());
        }
        if let Some(text) = quick_format(vm, value, &spec.text) {
            return text;
        }
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Format) else {
        return Err(vm.type_error(format!(
            "Type {} doesn't define __format__",
            vm.type_name(value)
        )));
    };
    let result = call_bound(vm, method, value, std::slice::from_ref(spec))?;
    result.downcast::<Str>().map_err(|other| {
        vm.type_error(format!(
            "__format__ must return a str, not {}",
            vm.type_name(&other)
        ))
    })
}

/// `len(value)`.
///
/// # Errors
/// TypeError without `__len__`, or what it raises; ValueError for a negative length.
pub fn len(vm: &Vm, value: &Value) -> PyResult<usize> {
    if let Some(len) = quick::len(vm, value) {
        return Ok(len);
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Len) else {
        return Err(vm.type_error(format!(
            "object of type '{}' has no len()",
            vm.type_name(value)
        )));
    };
    let result = call_special(vm, method, value, &[])?;
    let n = index(vm, &result)?;
    match n {
        Value::Int(n) if n >= 0 => Ok(n as usize),
        Value::Int(_) => Err(vm.value_error("__len__() should return >= 0")),
        other => {
            if crate::types::int::is_negative(&other) {
                return Err(vm.value_error("__len__() should return >= 0"));
            }
            Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"))
        }
    }
}

/// `operator.index(value)`: an exact int, inline or big.
///
/// # Errors
/// TypeError without `__index__`, or what it raises.
pub fn index(vm: &Vm, value: &Value) -> PyResult {
    match value {
        Value::Int(_) => Ok(value.clone()),
        Value::True => Ok(Value::Int(1)),
        Value::False => Ok(Value::Int(0)),
        _ => crate::types::int::index_slow(vm, value),
    }
}

/// `value[key]`.
///
/// # Errors
/// TypeError when the type is not subscriptable, or what the method raises.
pub fn get_item(vm: &Vm, value: &Value, key: &Value) -> PyResult {
    if let Some(result) = crate::types::str::quick_item(vm, value, key) {
        return result;
    }
    if let Some(method) = vm.class_of(value).special(vm, Special::GetItem) {
        let index = sequence_index(vm, value, &method, key, &[Special::GetItem])?;
        let key = index.as_ref().unwrap_or(key);
        return call_special(vm, method, value, std::slice::from_ref(key));
    }
    if let Some(class) = value.as_ref::<Class>() {
        // 3.3.5: `type[int]`, and classes with `__class_getitem__`.
        if *class == vm.types.type_ {
            return crate::types::generic_alias(vm, value, key);
        }
        let name = vm.special_name(Special::ClassGetItem);
        if let Some(method) = super::lookup::get_optional(vm, value, name)?
            && !method.is_none()
        {
            return vm.call(&method, std::slice::from_ref(key));
        }
        return Err(vm.type_error(format!("type '{}' is not subscriptable", class.name_text())));
    }
    Err(vm.type_error(format!(
        "'{}' object is not subscriptable",
        vm.type_name(value)
    )))
}

/// The item of what is taken for a sequence.
///
/// # Errors
/// TypeError when it has no items, or what the method raises.
pub fn sequence_item(vm: &Vm, sequence: &Value, index: i64) -> PyResult {
    if vm.class_of(sequence).has_special(vm, Special::GetItem) {
        return get_item(vm, sequence, &Value::Int(index));
    }
    Err(vm.type_error(format!(
        "'{}' object does not support indexing",
        vm.type_name(sequence)
    )))
}

/// `value[key] = item`.
///
/// # Errors
/// TypeError when the type does not support it, or what the method raises.
pub fn set_item(vm: &Vm, value: &Value, key: &Value, item: Value) -> PyResult<()> {
    match vm.class_of(value).special(vm, Special::SetItem) {
        Some(method) => {
            let index = sequence_index(vm, value, &method, key, CHANGES)?;
            let key = index.unwrap_or_else(|| key.clone());
            call_special(vm, method, value, &[key, item]).map(drop)
        }
        None if vm.class_of(value).has_special(vm, Special::DelItem) => {
            Err(vm.unnamed_attribute_error("__setitem__"))
        }
        None => {
            asks_sequence(vm, value, key)?;
            Err(vm.type_error(format!(
                "'{}' object does not support item assignment",
                vm.type_name(value)
            )))
        }
    }
}

/// `del value[key]`.
///
/// # Errors
/// TypeError when the type does not support it, or what the method raises.
pub fn del_item(vm: &Vm, value: &Value, key: &Value) -> PyResult<()> {
    if let Some(dict) = value.get::<Dict>()
        && *vm.class_of(value) == vm.types.dict
    {
        return match dict.remove(vm, key)? {
            Some(_) => Ok(()),
            None => Err(vm.key_error(key)),
        };
    }
    match vm.class_of(value).special(vm, Special::DelItem) {
        Some(method) => {
            let index = sequence_index(vm, value, &method, key, CHANGES)?;
            let key = index.as_ref().unwrap_or(key);
            call_special(vm, method, value, std::slice::from_ref(key)).map(drop)
        }
        None if vm.class_of(value).has_special(vm, Special::SetItem) => {
            Err(vm.unnamed_attribute_error("__delitem__"))
        }
        None => Err(vm.type_error(format!(
            "'{}' object {} support item deletion",
            vm.type_name(value),
            match asks_sequence(vm, value, key)? {
                true => "doesn't",
                false => "does not",
            }
        ))),
    }
}

/// Whether a change by this key is refused as a sequence refuses it.
///
/// # Errors
/// What the key's `__index__` raises; IndexError when no sequence is that long.
fn asks_sequence(vm: &Vm, value: &Value, key: &Value) -> PyResult<bool> {
    let asks = vm.class_of(key).has_special(vm, Special::Index)
        && has_sequence_part(vm, vm.class_of(value));
    if asks {
        crate::types::args::subscript(vm, key)?;
    }
    Ok(asks)
}

/// The two special methods by which items are changed: a class that overrides one of them has both by name.
const CHANGES: &[Special] = &[Special::SetItem, Special::DelItem];

/// Whether a `__getitem__` takes indices only: it is there for a sequence's protocol, not a mapping's.
fn only_indexed(method: &Value) -> bool {
    let descriptor = method.get::<MethodDescriptor>();
    descriptor.is_some_and(|d| d.owner.table.is_some_and(|table| table.indexed))
}

/// Whether a value passes for a mapping: it can be subscripted, and one of its classes does so by more than
/// indices.
pub fn is_mapping(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    match class.special(vm, Special::GetItem) {
        None => false,
        Some(method) => !only_indexed(&method) || has_mapping_part(vm, class, &[Special::GetItem]),
    }
}

/// Whether one of a class's classes has one of the special methods for more than indices. Then it is the method
/// that refuses what is no index, and not the sequence's protocol.
fn has_mapping_part(vm: &Vm, class: &Class, specials: &[Special]) -> bool {
    class.mro().iter().any(|base| {
        specials.iter().any(|&special| {
            let method = base.dict(vm).get_name(vm.special_name(special));
            method.is_some_and(|method| !only_indexed(&method))
        })
    })
}

/// `value[key]` and its changes where only a sequence's protocol is there for them: the key's index, which the
/// type's own method is given. What is no index is refused before it is asked.
fn sequence_index(
    vm: &Vm,
    value: &Value,
    method: &Value,
    key: &Value,
    specials: &[Special],
) -> PyResult<Option<Value>> {
    if matches!(key, Value::Int(_))
        || !only_indexed(method)
        || has_mapping_part(vm, vm.class_of(value), specials)
    {
        return Ok(None);
    }
    if crate::types::args::has_index(vm, key) {
        let index = crate::types::args::subscript(vm, key)?;
        return Ok(Some(Value::Int(index)));
    }
    Err(vm.type_error(format!(
        "sequence index must be integer, not '{}'",
        vm.type_name(key)
    )))
}

/// `iter(value)`.
///
/// # Errors
/// TypeError when it is not iterable, or what `__iter__` raises.
pub fn iter(vm: &Vm, value: &Value) -> PyResult {
    if let Some(iterator) = quick::iter(vm, value) {
        return Ok(iterator);
    }
    let method = vm.class_of(value).special(vm, Special::Iter);
    let has_method = method.is_some();
    let iterator = match method {
        Some(Value::None) => return Err(not_iterable(vm, value)),
        Some(method) => call_unless_none(vm, method, value, || not_iterable(vm, value))?,
        None => None,
    };
    match iterator {
        Some(iterator) => {
            if vm.class_of(&iterator).has_special(vm, Special::Next) {
                return Ok(iterator);
            }
            Err(vm.type_error(format!(
                "iter() returned non-iterator of type '{}'",
                vm.type_name(&iterator)
            )))
        }
        // Where binding `__iter__` has raised, `__getitem__` is bound, too, to see whether that can be had.
        None if crate::types::is_sequence(vm, value)
            && (!has_method || can_bind(vm, value, Special::GetItem)) =>
        {
            Ok(crate::types::iterators::sequence_iterator(vm, value))
        }
        None => Err(not_iterable(vm, value)),
    }
}

fn not_iterable(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!("'{}' object is not iterable", vm.type_name(value)))
}

/// The iterator's next value; `None` when it is exhausted. No StopIteration is made for built-in
/// iterators.
///
/// # Errors
/// What `__next__` raises, other than StopIteration.
#[inline]
pub fn next(vm: &Vm, iterator: &Value) -> PyResult<Option<Value>> {
    if let Some(result) = quick::next(vm, iterator) {
        return result;
    }
    if let Some(function) = class_next(vm, vm.class_of(iterator)) {
        return call_next(vm, function, iterator);
    }
    let Some(method) = vm.class_of(iterator).special(vm, Special::Next) else {
        return Err(vm.type_error(format!(
            "'{}' object is not an iterator",
            vm.type_name(iterator)
        )));
    };
    if let Some(function) = method.get::<MethodDescriptor>().and_then(native_next) {
        return call_next(vm, function, iterator);
    }
    match call_special(vm, method, iterator, &[]) {
        Ok(value) => Ok(Some(value)),
        Err(raised) => vm
            .swallow(&vm.exceptions.StopIteration, raised)
            .map(|()| None),
    }
}

/// How the iterators of a class advance.
pub type NextFunction = fn(&Vm, &Value) -> PyResult<Option<Value>>;

/// How the iterators of a built-in class advance, whose methods nobody can replace.
#[inline]
fn class_next(vm: &Vm, class: &Class) -> Option<NextFunction> {
    match class.advance.get() {
        Some(function) => Some(*function),
        None if class.is_heap() => None,
        None => find_class_next(vm, class),
    }
}

/// [`next`] of an iterator whose class is built in and whose like has been advanced before.
#[inline(always)]
pub fn next_known(vm: &Vm, iterator: &Value) -> Option<PyResult<Option<Value>>> {
    let function = iterator.obj()?.class().advance.get()?;
    Some(call_next(vm, *function, iterator))
}

#[inline(never)]
fn find_class_next(vm: &Vm, class: &Class) -> Option<NextFunction> {
    let method = class.special(vm, Special::Next)?;
    let function = method.get::<MethodDescriptor>().and_then(native_next)?;
    Some(*class.advance.get_or_init(|| function))
}

/// An iterator that is drawn from again and again.
pub struct Source {
    /// The iterator.
    pub iterator: Value,
    /// Its function, if its class is built in and keeps it.
    native: Option<NextFunction>,
}

impl Source {
    /// The iterator of an iterable.
    ///
    /// # Errors
    /// As [`iter`].
    pub fn new(vm: &Vm, iterable: &Value) -> PyResult<Source> {
        let iterator = iter(vm, iterable)?;
        let native = class_next(vm, vm.class_of(&iterator));
        Ok(Source { iterator, native })
    }

    /// The next value; `None` when there is none.
    ///
    /// # Errors
    /// As [`next`].
    #[inline]
    pub fn next(&self, vm: &Vm) -> PyResult<Option<Value>> {
        if let Value::Obj(obj) = &self.iterator
            && let Some(item) = quick::next_plain(obj)
        {
            return Ok(item);
        }
        match self.native {
            Some(function) => call_next(vm, function, &self.iterator),
            None => next(vm, &self.iterator),
        }
    }

    /// Calls `each` for every value that is left, until it answers `false`.
    ///
    /// # Errors
    /// As [`next`], and what `each` raises.
    #[inline]
    pub fn for_each(&self, vm: &Vm, mut each: impl FnMut(Value) -> PyResult<bool>) -> PyResult<()> {
        let Value::Obj(iterator) = &self.iterator else {
            return Ok(());
        };
        // Those that are walked most often are asked for their kind once.
        if let Some(range) = iterator.get::<RangeIterator>() {
            return take_each(vm, || Ok(range.next().map(Value::Int)), each);
        }
        if let Some(list) = iterator.get::<ListIterator>() {
            return take_each(vm, || Ok(list.next()), each);
        }
        if let Some(bytes) = iterator.get::<BytesIterator>() {
            return take_each(vm, || bytes.next(vm), each);
        }
        if let Some(generator) = generator::plain(vm, &self.iterator) {
            let mut result = Ok(true);
            generator::drive(vm, &generator, |value| {
                result = vm.tick().and_then(|()| each(value));
                matches!(result, Ok(true))
            })?;
            return result.map(drop);
        }
        take_each(vm, || self.next(vm), each)
    }
}

/// Calls `each` for what `next` gives, until it answers `false`.
#[inline(always)]
fn take_each(
    vm: &Vm,
    mut next: impl FnMut() -> PyResult<Option<Value>>,
    mut each: impl FnMut(Value) -> PyResult<bool>,
) -> PyResult<()> {
    while let Some(value) = next()? {
        vm.tick()?;
        if !each(value)? {
            break;
        }
    }
    Ok(())
}

impl super::heap::Trace for Source {
    fn trace(&self, visit: &mut dyn FnMut(&super::heap::Obj)) {
        if let Value::Obj(obj) = &self.iterator {
            visit(obj);
        }
    }
}

fn native_next(descriptor: &MethodDescriptor) -> Option<NextFunction> {
    match descriptor.row.native {
        super::table::Native::Next(function) => Some(function),
        super::table::Native::Method(_) => None,
    }
}

#[inline]
fn call_next(vm: &Vm, function: NextFunction, iterator: &Value) -> PyResult<Option<Value>> {
    // A function that the iterator calls may end it with a StopIteration of its own.
    function(vm, iterator).or_else(|raised| {
        vm.swallow(&vm.exceptions.StopIteration, raised)
            .map(|()| None)
    })
}

/// Calls `each` for every value of an iterable, until it answers `false`.
///
/// # Errors
/// What the iteration or `each` raises.
pub fn for_each(
    vm: &Vm,
    iterable: &Value,
    mut each: impl FnMut(Value) -> PyResult<bool>,
) -> PyResult<()> {
    if let Some(list) = iterable.get::<crate::types::list::List>()
        && *vm.class_of(iterable) == vm.types.list
    {
        // As its iterator does: `each` may change the list.
        let mut at = 0;
        while let Some(value) = list.items.get(at) {
            vm.tick()?;
            if !each(value)? {
                break;
            }
            at += 1;
        }
        return Ok(());
    }
    if let Some(bytes) = iterable.get::<ByteArray>()
        && *vm.class_of(iterable) == vm.types.bytearray
    {
        let mut at = 0;
        while let Some(byte) = bytes.byte(at) {
            vm.tick()?;
            if !each(Value::Int(byte.into()))? {
                break;
            }
            at += 1;
        }
        return Ok(());
    }
    Source::new(vm, iterable)?.for_each(vm, each)
}

/// `list(iterable)` as a vector.
///
/// # Errors
/// What the iteration raises.
pub fn collect(vm: &Vm, iterable: &Value) -> PyResult<Vec<Value>> {
    if let Some(values) = quick::collect(vm, iterable) {
        return Ok(values);
    }
    let source = Source::new(vm, iterable)?;
    let hint = crate::types::iterators::length_hint(vm, iterable, 8)?;
    let mut values = crate::types::sequence::vec_of_capacity(vm, hint)?;
    source.for_each(vm, |value| {
        crate::types::sequence::push(vm, &mut values, value)?;
        Ok(true)
    })?;
    Ok(values)
}

/// As `collect`, with `message` for whatever TypeError `iter()` raises. What is no list or tuple gets
/// asked for an iterator, and that one again.
///
/// # Errors
/// TypeError with `message`; what the iteration raises.
pub fn collect_or(vm: &Vm, iterable: &Value, message: &str) -> PyResult<Vec<Value>> {
    let class = vm.class_of(iterable);
    if *class == vm.types.list || *class == vm.types.tuple {
        return collect(vm, iterable);
    }
    match iter(vm, iterable) {
        Ok(iterator) => collect(vm, &iterator),
        Err(raised) => Err(vm.reword_type_error(raised, message)),
    }
}

/// `item in obj` for the plain containers.
#[inline]
fn contains_fast(vm: &Vm, obj: &super::heap::Obj, item: &Value) -> Option<PyResult<bool>> {
    use super::heap::Kind;
    use crate::types::{list::List, sequence, set::Set, tuple::Tuple};
    let answer = match obj.kind() {
        Kind::Str => Ok(obj.get::<Str>()?.text.contains(&item.get::<Str>()?.text)),
        Kind::Dict => {
            let dict = obj.get::<Dict>()?;
            match dict.has_plain(vm, item) {
                Some(found) => Ok(found),
                None => dict.contains(vm, item),
            }
        }
        // An unhashable set stands for a frozenset.
        Kind::Set if item.get::<Set>().is_none() => obj.get::<Set>()?.contains(vm, item),
        Kind::List => sequence::contains(vm, obj.get::<List>()?, item),
        Kind::Tuple => sequence::contains(vm, obj.get::<Tuple>()?, item),
        _ => return None,
    };
    Some(answer)
}

#[cold]
fn no_container(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "'{}' object is not a container",
        vm.type_name(value)
    ))
}

/// `item in value`. Reference: 6.10.2, Membership test operations.
///
/// # Errors
/// TypeError when the container supports none of the protocols, or what they raise.
pub fn contains(vm: &Vm, value: &Value, item: &Value) -> PyResult<bool> {
    if let Value::Obj(obj) = value
        && !obj.class().is_heap()
        && let Some(answer) = contains_fast(vm, obj, item)
    {
        return answer;
    }
    match vm.class_of(value).special(vm, Special::Contains) {
        Some(Value::None) => Err(no_container(vm, value)),
        Some(method) => {
            let args = std::slice::from_ref(item);
            let result = call_or_refuse(vm, method, value, args, || no_container(vm, value))?;
            truth(vm, &result)
        }
        None => {
            let iterator = iter(vm, value).map_err(|raised| {
                let found = vm.type_name(value);
                let text = format!("argument of type '{found}' is not iterable");
                vm.reword_type_error(raised, &text)
            })?;
            while let Some(candidate) = next(vm, &iterator)? {
                vm.tick()?;
                if eq(vm, &candidate, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}
