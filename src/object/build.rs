//! Making classes: metaclass, layout, `__slots__`, and the steps of `type.__new__`.
//! Reference: 3.3.3, Customizing class creation.
//!
//! Calling a class and the attributes of classes are in `types::type_`.

use super::class::{self, Class, ClassSpec, Collection};
use super::descriptor::{self, Binding};
use super::heap::{self, Kind, Ref, Trailer};
use super::lookup;
use super::ops;
use super::shape::Name;
use super::special::Special;
use super::table::{Property, getset, getter};
use super::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::dict_methods;
use crate::types::function::Function;
use crate::types::native::{self, Member};
use crate::types::object;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_;
use crate::vm::Vm;
use std::cell::Cell;

/// The most derived metaclass of `meta` and the bases' classes.
///
/// # Errors
/// TypeError when there is none.
pub fn metaclass(vm: &Vm, meta: &Ref<Class>, bases: &[Value]) -> PyResult<Ref<Class>> {
    let mut winner = meta.clone();
    for base in bases {
        let candidate = vm.class_of(base);
        if winner.is_subclass(candidate) {
            continue;
        }
        if candidate.is_subclass(&winner) {
            winner = candidate.clone();
            continue;
        }
        return Err(vm.type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
             metaclasses of all its bases",
        ));
    }
    Ok(winner)
}

/// The class up the line of bases that last added to the instances' layout.
fn solid_base(class: &Ref<Class>) -> Ref<Class> {
    let mut at = class.clone();
    loop {
        let Some(base) = at.base() else { return at };
        let adds = at.instance_kind != base.instance_kind
            || at.trailer().slots > base.trailer().slots
            || has_own_structure(&at);
        if adds {
            return at;
        }
        at = base;
    }
}

/// The base that decides the layout. Reference: 3.3.3.2 and the layout rules of `__slots__`.
///
/// # Errors
/// TypeError for a base that can't be one, or bases whose layouts conflict.
pub fn best_base(vm: &Vm, bases: &[Value]) -> PyResult<Ref<Class>> {
    let mut winner: Option<(Ref<Class>, Ref<Class>)> = None;
    for base in bases {
        let Some(base) = base.as_ref::<Class>() else {
            return Err(vm.type_error("bases must be types"));
        };
        if !base.subclassable.get() {
            return Err(vm.type_error(format!(
                "type '{}' is not an acceptable base type",
                base.name_text()
            )));
        }
        let solid = solid_base(base);
        match &winner {
            None => winner = Some((base.clone(), solid)),
            Some((_, current)) if current.is_subclass(&solid) => {}
            Some((_, current)) if solid.is_subclass(current) => {
                winner = Some((base.clone(), solid))
            }
            Some(_) => return Err(vm.type_error("multiple bases have instance lay-out conflict")),
        }
    }
    Ok(winner.map_or_else(|| vm.types.object.clone(), |(base, _)| base))
}

/// What a class statement hands to `type.__new__`.
pub struct Definition {
    /// `__name__`
    pub name: Name,
    /// `__bases__`
    pub bases: Vec<Value>,
    /// The namespace, which is copied.
    pub namespace: Ref<Dict>,
    /// Keyword arguments, for `__init_subclass__`.
    pub keywords: Vec<(Name, Value)>,
}

/// `type.__new__`.
///
/// # Errors
/// TypeError and ValueError as CPython words them; whatever the hooks raise.
pub fn new_class(vm: &Vm, meta: &Ref<Class>, definition: Definition) -> PyResult {
    let Definition {
        name,
        bases,
        namespace,
        keywords,
    } = definition;
    let bases = if bases.is_empty() {
        vec![vm.types.object.value()]
    } else {
        bases
    };
    let base = best_base(vm, &bases)?;
    let dict = dict_methods::plain_copy(vm, &namespace)?;
    let slots = Slots::read(vm, &dict, &base, &bases, &name)?;
    let base_classes: Vec<Ref<Class>> = bases
        .iter()
        .filter_map(|b| b.as_ref::<Class>().cloned())
        .collect();
    let trailer = slots.trailer(vm, &dict, &base, &base_classes);
    let spec = ClassSpec {
        name: name.clone(),
        qualname: name.value(),
        bases: base_classes.clone(),
        base: Some(base.clone()),
        kind: base.instance_kind,
        trailer,
        table: None,
    };
    let class = heap::alloc(meta, Class::new(spec, vm.next_class_version()));
    class.weakrefable.set(slots.weakrefs);
    class.finish(dict.clone(), Vec::new());
    class.expect_mro();
    // The cells come first: a metaclass's `mro()` may call the class's functions already.
    let ready = take_texts(vm, &class, &dict)
        .and_then(|()| fill_cells(vm, &class, &dict))
        .and_then(|()| fill_namespace(vm, &class, &dict, slots))
        .and_then(|()| update_mro(vm, &class));
    if let Err(raised) = ready {
        abandon(vm, &class);
        return Err(raised);
    }
    // What instances are in patterns is decided once, by the first base that says it.
    let mro = class.mro();
    let mut inherited = mro.iter().skip(1).map(|base| base.collection.get());
    let collection = inherited.find(|&base| base != Collection::None);
    class.collection.set(collection.unwrap_or(Collection::None));
    warn_of_keys(vm, &class, &dict)?;
    // The bases' own hashing rule: defining __eq__ alone makes instances unhashable.
    if dict.get_name(vm.special_name(Special::Eq)).is_some()
        && dict.get_name(vm.special_name(Special::Hash)).is_none()
    {
        drop(dict.set_name(vm.special_name(Special::Hash), Value::None));
    }
    class.modified(vm);
    class.asks_for_new.set(base.asks_for_new.get());
    if mro.first() != Some(&class) {
        class.hides_init.set(object::has_objects_init(vm, &class));
    }
    new_changed(vm, &class);
    for base in &base_classes {
        base.add_subclass(&class);
    }
    set_names(vm, &class, &dict)?;
    init_subclass(vm, &class, &keywords)?;
    Ok(class.into())
}

/// Notes that the class's `__new__` may be another than before.
pub fn new_changed(vm: &Vm, class: &Class) {
    let new = class.special(vm, Special::New);
    if new.is_some_and(|new| !native::is_new(&new)) {
        class.asks_for_new.set(true);
    }
    let name = vm.special_name(Special::New);
    for subclass in class.subclasses() {
        if subclass.dict(vm).get_name(name).is_none() {
            new_changed(vm, &subclass);
        }
    }
}

/// Checks the new class's name and doc, and takes its `__qualname__` over. Where one does not fit, the class
/// comes to its end as any other does: its metaclass may have a `__del__`.
fn take_texts(vm: &Vm, class: &Class, dict: &Dict) -> PyResult<()> {
    type_::check_name(vm, &class.name.borrow())?;
    match dict.get_name(&vm.names.__qualname__) {
        None => {}
        Some(qualname) if qualname.get::<Str>().is_some() => {
            drop(dict.remove_name(&vm.names.__qualname__));
            class.qualname.set(qualname);
        }
        Some(other) => {
            return Err(vm.type_error(format!(
                "type __qualname__ must be a str, not {}",
                vm.type_name(&other)
            )));
        }
    }
    let doc = dict.get_name(&vm.names.__doc__);
    match doc.as_ref().and_then(|doc| doc.get::<Str>()) {
        Some(doc) => type_::check_encodable(vm, doc),
        None => Ok(()),
    }
}

/// What `__slots__` (or its absence) asks for.
struct Slots {
    /// Mangled names in sorted order.
    names: Vec<Name>,
    dict: bool,
    weakrefs: bool,
    adds_dict: bool,
    adds_weakrefs: bool,
}

impl Slots {
    fn read(
        vm: &Vm,
        dict: &Dict,
        base: &Ref<Class>,
        bases: &[Value],
        class_name: &Name,
    ) -> PyResult<Slots> {
        let sized = matches!(
            base.instance_kind,
            Kind::BigInt | Kind::Tuple | Kind::Bytes | Kind::Class
        );
        let may_add_dict = !base.trailer().attrs && base.instance_kind != Kind::Class;
        let may_add_weak = !base.weakrefable.get() && !sized;
        let Some(slots) = dict.get_name(&vm.names.__slots__) else {
            return Ok(Slots {
                names: Vec::new(),
                dict: base.instance_kind != Kind::Class,
                weakrefs: may_add_weak || base.weakrefable.get(),
                adds_dict: may_add_dict,
                adds_weakrefs: may_add_weak,
            });
        };
        let listed = if slots.get::<Str>().is_some() {
            vec![slots.clone()]
        } else {
            ops::collect(vm, &slots)?
        };
        if !listed.is_empty() && sized {
            return Err(vm.type_error(format!(
                "nonempty __slots__ not supported for subtype of '{}'",
                base.name_text()
            )));
        }
        let mut read = Slots {
            names: Vec::new(),
            dict: base.trailer().attrs,
            weakrefs: base.weakrefable.get(),
            adds_dict: false,
            adds_weakrefs: false,
        };
        for item in &listed {
            read.add(vm, item, class_name, may_add_dict, may_add_weak)?;
        }
        read.check_conflicts(vm, dict)?;
        read.names
            .sort_by(|a, b| a.text.as_bytes().cmp(b.text.as_bytes()));
        // "Secondary bases may provide weakrefs or dict."
        for other in bases
            .iter()
            .filter_map(|b| b.as_ref::<Class>())
            .filter(|b| *b != base)
        {
            if may_add_dict && !read.dict && other.trailer().attrs {
                (read.dict, read.adds_dict) = (true, true);
            }
            if may_add_weak && !read.weakrefs && other.weakrefable.get() {
                (read.weakrefs, read.adds_weakrefs) = (true, true);
            }
        }
        Ok(read)
    }

    fn add(
        &mut self,
        vm: &Vm,
        item: &Value,
        class_name: &Name,
        may_dict: bool,
        may_weak: bool,
    ) -> PyResult<()> {
        let Some(written) = item.as_ref::<Str>() else {
            return Err(vm.type_error(format!(
                "__slots__ items must be strings, not '{}'",
                vm.type_name(item)
            )));
        };
        let text = written.to_string();
        if !crate::text::unicode::is_identifier(&written.text) {
            return Err(vm.type_error("__slots__ must be identifiers"));
        }
        match text.as_str() {
            "__dict__" if !may_dict || self.adds_dict => {
                Err(vm.type_error("__dict__ slot disallowed: we already got one"))
            }
            "__dict__" => {
                (self.dict, self.adds_dict) = (true, true);
                Ok(())
            }
            "__weakref__" if !may_weak || self.adds_weakrefs => {
                Err(vm.type_error("__weakref__ slot disallowed: we already got one"))
            }
            "__weakref__" => {
                (self.weakrefs, self.adds_weakrefs) = (true, true);
                Ok(())
            }
            _ => {
                let mangled = crate::lower::scope::mangle(
                    Some(&class_name.to_string()),
                    &text.as_str().into(),
                );
                self.names.push(vm.intern(&mangled));
                Ok(())
            }
        }
    }

    fn check_conflicts(&self, vm: &Vm, dict: &Dict) -> PyResult<()> {
        for name in &self.names {
            let cells = [
                &vm.names.__qualname__,
                &vm.names.__classcell__,
                &vm.names.__classdictcell__,
            ];
            if dict.get_name(name).is_some() && !cells.contains(&name) {
                return Err(vm.value_error(format!(
                    "'{name}' in __slots__ conflicts with class variable"
                )));
            }
        }
        Ok(())
    }

    fn trailer(&self, vm: &Vm, dict: &Dict, base: &Ref<Class>, bases: &[Ref<Class>]) -> Trailer {
        let inherited = base.trailer();
        let known = assigned_attributes(vm, dict, bases);
        let slots = inherited.slots + self.names.len() as u16;
        let attrs = self.dict && base.instance_kind != Kind::Class;
        let inline = if attrs {
            (inherited.inline as usize).max(known).min(MOST_INLINE) as u16
        } else {
            0
        };
        Trailer {
            slots,
            inline,
            attrs,
            finalise: true,
        }
    }
}

/// How many attributes of `self` the methods of a class with this dict and its bases' are seen to assign.
fn assigned_attributes(vm: &Vm, dict: &Dict, bases: &[Ref<Class>]) -> usize {
    let listed = &vm.names.__static_attributes__;
    let mut names: Vec<Value> = Vec::new();
    let mut add = |tuple: Option<Value>| {
        let tuple = tuple.as_ref().and_then(|tuple| tuple.get::<Tuple>());
        for name in tuple.map_or(&[][..], |tuple| &tuple.items) {
            // More than that have no room anyway.
            if names.len() <= MOST_INLINE && !names.iter().any(|known| known.is(name)) {
                names.push(name.clone());
            }
        }
    };
    add(dict.get_name(listed));
    for base in bases {
        for class in base.mro().iter().filter(|class| class.is_heap()) {
            add(class.dict(vm).get_name(listed));
        }
    }
    names.len()
}

/// So many attributes of an instance have room in it at most.
const MOST_INLINE: usize = 30;

/// Adds what every class's namespace has, in CPython's order.
fn fill_namespace(vm: &Vm, class: &Ref<Class>, dict: &Ref<Dict>, slots: Slots) -> PyResult<()> {
    if dict.get_name(&vm.names.__module__).is_none()
        && let Some(Some(module)) =
            vm.with_frame(0, |frame| frame.globals.get_name(&vm.names.__name__))
    {
        drop(dict.set_name(&vm.names.__module__, module));
    }
    wrap_implicit(vm, dict);
    let first = class.base().map_or(0, |base| base.trailer().slots);
    for (i, name) in slots.names.into_iter().enumerate() {
        let index = first + i as u16;
        class.own_slots.borrow_mut().push((name.clone(), index));
        let member = Member {
            name: name.clone(),
            owner: class.clone(),
            index,
            closed: Cell::default(),
        };
        drop(dict.set_name(
            &name,
            heap::alloc(&vm.types.member_descriptor, member).into(),
        ));
    }
    // A namespace's own entries of these names stay.
    if slots.adds_dict && dict.get_name(&vm.names.__dict__).is_none() {
        drop(dict.set_name(&vm.names.__dict__, native::from_property(vm, class, &DICT)));
    }
    if slots.adds_weakrefs && dict.get_name(&vm.names.__weakref__).is_none() {
        drop(dict.set_name(
            &vm.names.__weakref__,
            native::from_property(vm, class, &WEAKREF),
        ));
    }
    if dict.get_name(&vm.names.__doc__).is_none() {
        drop(dict.set_name(&vm.names.__doc__, Value::None));
    }
    Ok(())
}

/// "`__new__` is a static method (special-cased so you need not declare it)"; `__init_subclass__` and
/// `__class_getitem__` are class methods likewise.
fn wrap_implicit(vm: &Vm, dict: &Dict) {
    let new = vm.special_name(Special::New);
    if let Some(function) = dict.get_name(new).filter(|v| v.get::<Function>().is_some()) {
        drop(dict.set_name(
            new,
            crate::types::staticmethod::StaticMethod::wrap(vm, function),
        ));
    }
    for special in [Special::InitSubclass, Special::ClassGetItem] {
        let name = vm.special_name(special);
        if let Some(function) = dict
            .get_name(name)
            .filter(|v| v.get::<Function>().is_some())
        {
            drop(dict.set_name(
                name,
                crate::types::classmethod::ClassMethod::wrap(vm, function),
            ));
        }
    }
}

static DICT: Property = getset(
    "__dict__",
    get_dict,
    set_dict,
    "dictionary for instance variables",
);
/// `__weakref__`, for classes whose instances it is that first may have weak references.
pub const WEAKREF: Property = getter(
    "__weakref__",
    get_weakref,
    "list of weak references to the object",
);

/// `obj.__dict__`
///
/// # Errors
/// AttributeError for an object without one.
pub fn get_dict(vm: &Vm, this: &Value) -> PyResult {
    if this.get::<Class>().is_some() {
        // A metaclass with an ordinary base before `type`: that base's descriptor hands on.
        let class = vm.class_of(this).clone();
        if let Some(of_type) = vm.types.type_.dict(vm).get_name(&vm.names.__dict__) {
            return descriptor::get(vm, &of_type, Binding::Instance(this, &class));
        }
    }
    match this.obj().and_then(|obj| lookup::materialise(vm, obj)) {
        Some(dict) => Ok(dict.into()),
        None => Err(no_dict(vm)),
    }
}

/// A descriptor of `__dict__` has come to an object without one, by an assignment to its class's bases.
fn no_dict(vm: &Vm) -> Raised {
    vm.unnamed_attribute_error("This object has no __dict__")
}

/// Whether the `__dict__` is that of a built-in class, and is not to be replaced.
fn has_readonly_dict(class: &Ref<Class>) -> bool {
    let mut at = class.clone();
    while let (None, Some(base)) = (at.table, at.base()) {
        at = base;
    }
    at.table
        .is_some_and(|table| matches!(table.name, "module" | "SimpleNamespace"))
}

/// `obj.__dict__ = value`, or its deletion, which leaves an empty one.
///
/// # Errors
/// TypeError for anything but a dict.
pub fn set_dict(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let Some(obj) = this.obj() else { return Ok(()) };
    if this.get::<Class>().is_some() {
        let text = format!(
            "attribute '__dict__' of '{}' objects is not writable",
            vm.types.type_.name_text()
        );
        return Err(vm.unnamed_attribute_error(text));
    }
    if has_readonly_dict(obj.class()) {
        return Err(vm.unnamed_attribute_error("readonly attribute"));
    }
    match value {
        Value::Unbound if has_native_dict(obj.class()) => {
            return Err(vm.type_error("cannot delete __dict__"));
        }
        Value::Unbound if obj.attrs().is_none() => return Err(no_dict(vm)),
        Value::Unbound => lookup::replace_dict(vm, obj, None),
        value => match value.downcast::<Dict>() {
            Ok(_) if obj.attrs().is_none() => return Err(no_dict(vm)),
            Ok(dict) => lookup::replace_dict(vm, obj, Some(dict)),
            Err(other) => {
                return Err(vm.type_error(format!(
                    "__dict__ must be set to a dictionary, not a '{}'",
                    vm.type_name(&other)
                )));
            }
        },
    }
    Ok(())
}

/// Whether the `__dict__` is that of a built-in class.
pub fn has_native_dict(class: &Ref<Class>) -> bool {
    let mut built_in = class.clone();
    while let Some(base) = built_in.base().filter(|_| built_in.is_heap()) {
        built_in = base;
    }
    built_in.trailer().attrs
}

fn get_weakref(vm: &Vm, this: &Value) -> PyResult {
    if !vm.class_of(this).weakrefable.get() {
        return Err(vm.unnamed_attribute_error("This object has no __weakref__"));
    }
    Ok(crate::types::weakref::first_reference(vm, this))
}

/// The class's MRO: its metaclass's `mro()`, or C3 when that is `type`'s.
///
/// # Errors
/// TypeError for an inconsistent hierarchy or an unsuitable result; whatever `mro()` raises.
pub fn compute_mro(vm: &Vm, class: &Ref<Class>) -> PyResult<Vec<Ref<Class>>> {
    let meta = class.as_obj().class().clone();
    if meta == vm.types.type_ {
        return class::c3(vm, class, &class.bases());
    }
    let custom = lookup::class_find(vm, &meta, &vm.names.mro);
    let builtin = lookup::class_find(vm, &vm.types.type_, &vm.names.mro);
    let overridden = match (&custom, &builtin) {
        (Some(a), Some(b)) => !a.is(b),
        _ => false,
    };
    if !overridden {
        return class::c3(vm, class, &class.bases());
    }
    let this = class.value();
    let method = descriptor::get(
        vm,
        &custom.unwrap_or(Value::None),
        Binding::Instance(&this, &meta),
    )?;
    let result = vm.call(&method, &[])?;
    let mut order = Vec::new();
    let solid = solid_base(class);
    for item in ops::collect(vm, &result)? {
        let item = match item.downcast::<Class>() {
            Ok(item) => item,
            Err(other) => {
                let text = format!("mro() returned a non-class ('{}')", vm.type_name(&other));
                return Err(vm.type_error(text));
            }
        };
        // While the class is being made it has no MRO to be looked through.
        let of_item = solid_base(&item);
        let suitable = match solid.has_mro() {
            true => solid.is_subclass(&of_item),
            false => solid.is_layout_subclass(&of_item),
        };
        if !suitable {
            return Err(vm.type_error(format!(
                "mro() returned base with unsuitable layout ('{}')",
                item.name_text()
            )));
        }
        order.push(item);
    }
    if order.is_empty() {
        return Err(vm.type_error("type MRO must not be empty"));
    }
    for foreign in order.iter().filter(|item| !is_derived(class, item)) {
        foreign.add_dependent(class);
    }
    Ok(order)
}

/// Whether a class is another, or below it by their bases, whatever its MRO says.
fn is_derived(class: &Ref<Class>, from: &Ref<Class>) -> bool {
    class == from || class.bases().iter().any(|base| is_derived(base, from))
}

/// Hands the class to the cells that its body's functions share.
fn fill_cells(vm: &Vm, class: &Ref<Class>, dict: &Ref<Dict>) -> PyResult<()> {
    if let Some(cell) = dict.remove_name(&vm.names.__classcell__) {
        match cell.get::<CellObject>() {
            Some(cell) => cell.value.set(class.value()),
            None => {
                let shown = ops::repr(vm, &vm.class_of(&cell).value())?;
                return Err(vm.type_error(format!(
                    "__classcell__ must be a nonlocal cell, not {shown}"
                )));
            }
        }
    }
    if let Some(cell) = dict.remove_name(&vm.names.__classdictcell__) {
        match cell.get::<CellObject>() {
            Some(cell) => cell.value.set(dict.value()),
            None => {
                let shown = ops::repr(vm, &vm.class_of(&cell).value())?;
                return Err(vm.type_error(format!(
                    "__classdictcell__ must be a nonlocal cell, not {shown}"
                )));
            }
        }
    }
    Ok(())
}

/// Cuts the cycles of a class that is not to be, so that its namespace goes at once.
fn abandon(vm: &Vm, class: &Ref<Class>) {
    let dict = class.dict(vm);
    for (name, value) in dict.items() {
        let owner = match (value.get::<Member>(), value.get::<native::GetSet>()) {
            (Some(member), _) => Some(&member.owner),
            (_, Some(getset)) => Some(&getset.owner),
            _ => None,
        };
        if owner == Some(class) && dict.remove(vm, &name).is_err() {
            drop(vm.take_pending());
        }
    }
    class.set_mro(std::rc::Rc::new([]));
    class.expect_mro();
}

/// Warns of keys in the namespace that no attribute access finds.
fn warn_of_keys(vm: &Vm, class: &Ref<Class>, dict: &Dict) -> PyResult<()> {
    if dict.keys().iter().all(|key| key.get::<Str>().is_some()) {
        return Ok(());
    }
    let text = format!(
        "non-string key in the __dict__ of class {}",
        class.name_text()
    );
    crate::stdlib::warn::here(vm, &vm.exceptions.RuntimeWarning, &text, 1)
}

/// `__set_name__` of everything in the namespace. Reference: 3.3.3.6, Creating the class object.
fn set_names(vm: &Vm, class: &Ref<Class>, dict: &Ref<Dict>) -> PyResult<()> {
    for (name, value) in dict.items() {
        let owner = vm.class_of(&value);
        if !owner.has_special(vm, Special::SetName) {
            continue;
        }
        let Some(method) = owner.special(vm, Special::SetName) else {
            continue;
        };
        // Only what the call raises gets a note, not what binding does.
        descriptor::check_applies(vm, &method, &value)?;
        let callee = descriptor::Callee::of(vm, method, &value)?;
        let args = [class.value(), name.clone()];
        if let Err(raised) = callee.call(vm, &value, &args) {
            let shown = ops::repr(vm, &name).map_or_else(|_| String::new(), |s| s.to_string());
            let note = format!(
                "Error calling __set_name__ on '{}' instance {shown} in '{}'",
                vm.type_name(&value),
                class.name_text()
            );
            crate::types::exceptions::add_note_to_pending(vm, &note);
            return Err(raised);
        }
    }
    Ok(())
}

/// `super(cls, cls).__init_subclass__(**keywords)`.
fn init_subclass(vm: &Vm, class: &Ref<Class>, keywords: &[(Name, Value)]) -> PyResult<()> {
    let name = vm.special_name(Special::InitSubclass);
    let mro = class.mro();
    if !mro.contains(class) {
        // What `super(cls, cls)` says when a metaclass's `mro()` left the class itself out.
        let name = class.name_text();
        return Err(vm.type_error(format!(
            "super(type, obj): obj (type {name}) is not an instance or subtype of type ({name})."
        )));
    }
    let after = mro.iter().skip_while(|base| *base != class).skip(1);
    let mut found = after.filter_map(|base| base.dict(vm).get_name(name));
    let method = match found.next() {
        Some(found) => descriptor::get(vm, &found, Binding::Class(class))?,
        // A `super` object has what all objects have.
        None => {
            let found = vm.types.object.dict(vm).get_name(name);
            let Some(found) = found else { return Ok(()) };
            descriptor::get(vm, &found, Binding::Class(&vm.types.super_))?
        }
    };
    let names: Vec<Name> = keywords.iter().map(|(name, _)| name.clone()).collect();
    let values: Vec<Value> = keywords.iter().map(|(_, value)| value.clone()).collect();
    vm.call_with(&method, &values, &names).map(drop)
}

/// `cls.__bases__ = value`: layout checked, MROs of the class and its subclasses recomputed.
///
/// # Errors
/// TypeError as CPython words it; everything stays as it was then.
pub fn assign_bases(vm: &Vm, class: &Ref<Class>, value: &Value) -> PyResult<()> {
    let made_descriptors = lookup::makes_descriptors(vm, class);
    let name = class.name_text();
    let Some(tuple) = value.get::<Tuple>() else {
        return Err(vm.type_error(format!(
            "can only assign tuple to {name}.__bases__, not {}",
            vm.type_name(value)
        )));
    };
    if tuple.items.is_empty() {
        return Err(vm.type_error(format!(
            "can only assign non-empty tuple to {name}.__bases__, not ()"
        )));
    }
    for base in &tuple.items {
        let Some(base) = base.as_ref::<Class>() else {
            return Err(vm.type_error(format!(
                "{name}.__bases__ must be tuple of classes, not '{}'",
                vm.type_name(base)
            )));
        };
        // While an `mro()` runs, bases are set before the MRO is.
        if base.is_subclass(class) || base.is_layout_subclass(class) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let new_base = best_base(vm, &tuple.items)?;
    let Some(old_base) = class.base() else {
        return Ok(());
    };
    check_same_layout(vm, "__bases__ assignment", &new_base, &old_base)?;
    let old_bases = class.bases();
    let bases = tuple.items.iter().filter_map(|b| b.as_ref::<Class>());
    class.set_bases(bases.cloned().collect(), new_base);
    let bases = class.bases();
    let mut done = Vec::new();
    let result = recompute(vm, class, &mut done);
    // A metaclass's `mro()` may have assigned other bases meanwhile, which stay.
    let current = std::rc::Rc::ptr_eq(&class.bases(), &bases);
    if result.is_ok() {
        if current {
            for base in old_bases.iter() {
                base.remove_subclass(class);
            }
            for base in bases.iter() {
                base.add_subclass(class);
            }
        }
        class.modified(vm);
        new_changed(vm, class);
        if made_descriptors || lookup::makes_descriptors(vm, class) {
            lookup::descriptors_changed(vm);
        }
        return Ok(());
    }
    for change in done.into_iter().rev() {
        if std::rc::Rc::ptr_eq(&change.class.mro(), &change.new) {
            change.class.set_mro(change.old);
            change.class.modified(vm);
        }
    }
    if current {
        class.set_bases(old_bases.to_vec(), old_base);
    }
    class.modified(vm);
    result
}

/// An MRO that was replaced.
struct MroChange {
    class: Ref<Class>,
    old: std::rc::Rc<[Ref<Class>]>,
    new: std::rc::Rc<[Ref<Class>]>,
}

/// Gives a class its MRO. `None` when that was done meanwhile by the metaclass's `mro()`.
fn update_mro(vm: &Vm, class: &Ref<Class>) -> PyResult<Option<MroChange>> {
    let old = class.mro();
    let new: std::rc::Rc<[Ref<Class>]> = compute_mro(vm, class)?.into();
    if !std::rc::Rc::ptr_eq(&old, &class.mro()) {
        return Ok(None);
    }
    class.set_mro(new.clone());
    class.modified(vm);
    let class = class.clone();
    Ok(Some(MroChange { class, old, new }))
}

/// Computes the MROs of a class and of its subclasses anew.
fn recompute(vm: &Vm, class: &Ref<Class>, done: &mut Vec<MroChange>) -> PyResult<()> {
    let Some(change) = update_mro(vm, class)? else {
        return Ok(());
    };
    done.push(change);
    for subclass in class.subclasses() {
        recompute(vm, &subclass, done)?;
    }
    Ok(())
}

/// Whether instances of the two classes are laid out alike, with CPython's messages.
///
/// # Errors
/// TypeError when they are not.
pub fn check_same_layout(vm: &Vm, what: &str, new: &Ref<Class>, old: &Ref<Class>) -> PyResult<()> {
    if is_collected(new) != is_collected(old) {
        return Err(vm.type_error(format!(
            "{what}: '{}' deallocator differs from '{}'",
            new.name_text(),
            old.name_text()
        )));
    }
    if same_layout(new, old) {
        return Ok(());
    }
    Err(vm.type_error(format!(
        "{what}: '{}' object layout differs from '{}'",
        new.name_text(),
        old.name_text()
    )))
}

/// Whether CPython's collector follows instances, which are then freed in another way.
pub fn is_collected(class: &Ref<Class>) -> bool {
    class.is_heap()
        || match class.instance_kind {
            Kind::Instance => class.trailer().attrs,
            kind => kind.is_tracked(),
        }
}

/// Whether a class adds nothing to the layout of its base.
fn keeps_layout(class: &Ref<Class>, base: &Ref<Class>) -> bool {
    let (ours, theirs) = (class.trailer(), base.trailer());
    class.instance_kind == base.instance_kind
        && ours.slots == theirs.slots
        && ours.attrs == theirs.attrs
        && class.weakrefable.get() == base.weakrefable.get()
        && is_collected(class) == is_collected(base)
        && !has_own_structure(class)
}

/// Whether two classes' instances are laid out alike: both add nothing to one class, or the same slots
/// to the same base.
fn same_layout(a: &Ref<Class>, b: &Ref<Class>) -> bool {
    let root = |class: &Ref<Class>| {
        let mut at = class.clone();
        while let Some(base) = at.base().filter(|base| keeps_layout(&at, base)) {
            at = base;
        }
        at
    };
    let (a, b) = (root(a), root(b));
    if a == b {
        return true;
    }
    let names = |class: &Ref<Class>| {
        let slots = class.own_slots.borrow();
        slots
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    // The only built-in class that CPython makes as it makes those written in Python.
    let made = |class: &Ref<Class>| {
        class
            .table
            .is_none_or(|table| table.name == "ExceptionGroup")
    };
    a.base() == b.base()
        && made(&a)
        && made(&b)
        && names(&a) == names(&b)
        && a.trailer().attrs == b.trailer().attrs
        && a.weakrefable.get() == b.weakrefable.get()
}

/// Built-in classes whose instances have more than those of their base, though their payload here is the
/// same.
fn has_own_structure(class: &Ref<Class>) -> bool {
    const NAMES: &[&str] = &[
        "AttributeError",
        "BaseExceptionGroup",
        "ImportError",
        "NameError",
        "OSError",
        "StopIteration",
        "SyntaxError",
        "SystemExit",
        "UnicodeDecodeError",
        "UnicodeEncodeError",
        "UnicodeTranslateError",
        "OrderedDict",
        "SimpleNamespace",
        "defaultdict",
    ];
    class.table.is_some_and(|table| NAMES.contains(&table.name))
}
