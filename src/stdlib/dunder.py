"""Why an attribute is what it is: the interpreter's own account of its lookups.

explain(obj, "name") looks the attribute up (hooks and getters run) and tells
each step; explain_class(cls) tells what a class gives to its instances. Both
return objects with documented attributes whose str() is a table to read.

LimitExceeded and its subclasses are raised when a program comes to a limit
that whoever runs it has set.
"""

import _dunder
from _dunder import LimitExceeded, StepLimitExceeded, TimeLimitExceeded

__all__ = ["explain", "explain_class", "Explanation", "Step", "Effect",
           "ClassExplanation", "ClassAttribute",
           "LimitExceeded", "StepLimitExceeded", "TimeLimitExceeded"]


class Step:
    """One place that a lookup looked at.

    phase  "type", "class", "super": a class in the MRO of the object's type, of
           the object itself, or after the class where super starts;
           "own": the object's own attributes; "hook": a hook was called
    owner  the class (for "own" the object, for "hook" what defines the hook)
    found  whether the name was there
    value  what was there, before any __get__; the function for "hook"
    kind   "data descriptor", "non-data descriptor", "value" or "" (nothing
           found); for a hook its name
    role   "decides", "hidden" (found, but something else decided) or ""
    """

    __slots__ = ("phase", "owner", "found", "value", "kind", "role")

    def __init__(self, phase, owner, found, value, kind, role=""):
        self.phase = phase
        self.owner = owner
        self.found = found
        self.value = value
        self.kind = kind
        self.role = role

    def __repr__(self):
        what = f"{self.kind} {_show(self.value)}" if self.found else "nothing"
        return f"<{self.phase} step: {what}{', ' + self.role if self.role else ''}>"


class Effect:
    """What setting or deleting the attribute would do. Nothing is tried.

    action  "set" or "delete"
    how     "hook": __setattr__ or __delattr__ is called; "descriptor": the type's
            data descriptor; "own": the object's own attributes change;
            "namespace": the class's namespace changes; "immutable", "no dict",
            "no hook": it fails
    by      the hook or the descriptor, or None
    error   the exception that is certain to be raised, or None
    """

    __slots__ = ("action", "how", "by", "error")

    def __init__(self, action, how, by, error):
        self.action = action
        self.how = how
        self.by = by
        self.error = error

    def __repr__(self):
        return f"<{self.action}: {self}>"

    def __str__(self):
        if self.error is not None:
            return f"raises {type(self.error).__name__}: {self.error}"
        if self.how == "hook":
            return f"calls {_show(self.by)}"
        if self.how == "descriptor":
            method = "__set__" if self.action == "set" else "__delete__"
            return f"calls {method} of {_show(self.by)}"
        verb = "stores in" if self.action == "set" else "deletes from"
        if self.how == "namespace":
            return f"{verb} the class's namespace"
        return f"{verb} the object's own attributes"


class Explanation:
    """How one attribute lookup went.

    object  the object asked
    name    the attribute's name
    steps   a tuple of Step, in the order of the lookup
    rule    the rule that decided, as a sentence
    found   whether the lookup gave a value
    value   the value, or None
    error   the exception it ended with, or None
    set     an Effect: what an assignment would do
    delete  an Effect: what a deletion would do
    """

    __slots__ = ("object", "name", "steps", "rule", "found", "value", "error", "set", "delete")

    def __init__(self, object, name, steps, rule, found, outcome):
        self.object = object
        self.name = name
        self.steps = steps
        self.rule = rule
        self.found = found
        self.value = outcome if found else None
        self.error = None if found else outcome
        self.set = Effect("set", *_dunder.target(object, name, False))
        self.delete = Effect("delete", *_dunder.target(object, name, True))

    @property
    def hidden(self):
        """The steps that found something which did not count."""
        return tuple(step for step in self.steps if step.role == "hidden")

    @property
    def hooks(self):
        """The steps in which a hook ran."""
        return tuple(step for step in self.steps if step.phase == "hook")

    def __repr__(self):
        end = "found" if self.found else type(self.error).__name__
        return f"<explanation of {self.name!r}: {end}>"

    def __str__(self):
        rows = [("looked at", "found", "kind", "")]
        for step in self.steps:
            found = _show(step.value) if step.found else "-"
            rows.append((_where(step, self.object), found, step.kind, step.role))
        if self.found:
            result = _show(self.value)
        else:
            result = f"{type(self.error).__name__}: {self.error}"
        return "\n".join([f"{self.name!r} of {_title(self.object)}", ""] + _table(rows) + [
            "",
            f"rule    {self.rule}",
            f"result  {result}",
            f"set     {self.set}",
            f"delete  {self.delete}",
        ])


class ClassAttribute:
    """A name that instances of a class find on it.

    name    the name
    owner   the class in the MRO that has it
    value   what stands there
    kind    "data descriptor", "non-data descriptor" or "value"
    hides   the further classes of the MRO that have the name too
    """

    __slots__ = ("name", "owner", "value", "kind", "hides")

    def __init__(self, name, owner, value, kind, hides):
        self.name = name
        self.owner = owner
        self.value = value
        self.kind = kind
        self.hides = hides

    def __repr__(self):
        return f"<{self.name} of {_class_name(self.owner)}: {self.kind}>"


class ClassExplanation:
    """What a class is made of and gives to its instances.

    cls            the class
    metaclass      its type
    bases, mro     as the class has them
    layout_base    the base whose layout its instances extend, or None
    slots          the __slots__ that the class itself adds
    has_dict       whether instances have attributes of their own
    has_weakrefs   whether instances can be weakly referenced
    reading        what reads attributes of instances, as a sentence
    attributes     a tuple of ClassAttribute; what object has is left out
    """

    __slots__ = ("cls", "metaclass", "bases", "mro", "layout_base", "slots", "has_dict",
                 "has_weakrefs", "reading", "attributes")

    def __init__(self, cls):
        self.cls = cls
        self.metaclass = type(cls)
        self.bases = type.__dict__["__bases__"].__get__(cls)
        self.mro = type.__dict__["__mro__"].__get__(cls) or (cls,)
        self.slots, self.has_dict, self.has_weakrefs, self.layout_base = _dunder.layout(cls)
        self.reading = _reading(cls)
        self.attributes = tuple(_attributes(cls, self.mro))

    def __repr__(self):
        return f"<explanation of class {_class_name(self.cls)}>"

    def __str__(self):
        names = lambda classes: ", ".join(map(_class_name, classes)) or "-"
        lines = [
            f"class {_class_name(self.cls)}",
            "",
            f"metaclass  {_class_name(self.metaclass)}",
            f"bases      {names(self.bases)}",
            f"MRO        {names(self.mro)}",
            f"instances  {self._instances()}",
            f"reading    {self.reading}",
            "",
        ]
        rows = [("attribute", "from", "found", "kind", "hides")]
        for a in self.attributes:
            rows.append((a.name, _class_name(a.owner), _show(a.value), a.kind,
                         ", ".join(map(_class_name, a.hides))))
        return "\n".join(lines + _table(rows))

    def _instances(self):
        parts = []
        if self.slots:
            parts.append("slots " + ", ".join(self.slots))
        parts.append("a __dict__" if self.has_dict else "no __dict__")
        parts.append("weak references" if self.has_weakrefs else "no weak references")
        if self.layout_base is not None:
            parts.append(f"laid out as {_class_name(self.layout_base)}")
        return ", ".join(parts)


def explain(obj, name, /):
    """Look obj.name up and tell how: an Explanation."""
    events, found, outcome = _dunder.trace(obj, name)
    steps, rule = _steps(obj, events)
    if rule is None:
        rule = "nothing has the name, and there is no __getattr__ to ask"
    return Explanation(obj, name, steps, rule, found, outcome)


def explain_class(cls, /):
    """Tell what a class is made of and gives to its instances: a ClassExplanation."""
    if not isinstance(cls, type):
        raise TypeError(f"explain_class() argument must be a class, not {type(cls).__name__}")
    return ClassExplanation(cls)


# Steps and rules

def _steps(obj, events):
    steps = []
    rule = None
    place = "type"
    searched = None
    start = 0  # where the current search begins among the steps
    for word, *rest in events:
        if word == "search":
            place, searched = rest
            start = len(steps)
        elif word == "visit":
            owner, found, value = rest
            phase = "class" if place == "shadowed" else place
            steps.append(Step(phase, owner, found, value, _kind(value) if found else ""))
        elif word == "own":
            found, value, _ = rest
            steps.append(Step("own", obj, found, value, "value" if found else ""))
        elif word == "hook":
            name, method = rest
            steps.append(Step("hook", _owner(obj, name), True, method, name))
        elif word == "decided":
            by, value = rest
            for step in steps:
                if step.role == "decides":
                    step.role = ""
            _mark(steps, by, value)
            rule = _rule(obj, by, value, steps, searched)
    for step in steps:
        if step.found and not step.role and step.phase != "hook":
            step.role = "hidden"
    return tuple(steps), rule


_PHASES = {"data descriptor": "type", "type attribute": "type", "own attribute": "own",
           "class attribute": "class", "super attribute": "super", "hook": "hook"}


def _mark(steps, by, value):
    """Mark the step that decided: the first find in the place the rule speaks of."""
    phase = _PHASES[by]
    candidates = [step for step in steps if step.phase == phase and step.found
                  and step.value is value]
    if candidates:
        # Of hooks the latest; of classes the one nearest to the start of the MRO.
        candidates[-1 if phase == "hook" else 0].role = "decides"


def _rule(obj, by, value, steps, searched):
    if by == "data descriptor":
        return "a data descriptor of the type comes before the object's own attributes"
    if by == "own attribute":
        return "the object's own attribute comes before all of the type but data descriptors"
    if by == "class attribute":
        return "of a class: its own and its bases' attributes come before the metaclass's"
    if by == "super attribute":
        return f"super searches the MRO of {_class_name(searched)} after the class it starts at"
    if by == "hook":
        name = [step for step in steps if step.role == "decides"][-1].kind
        if name == "__getattribute__":
            return "the type defines __getattribute__, which is asked for every name"
        return "nothing else was found, so __getattr__ is asked"
    if _kind(value) == "value":
        return "the object has none of its own, so the type's value is it"
    return "the object has none of its own, so the type's descriptor is bound by its __get__"


def _owner(obj, hook):
    """The class that defines a hook; the module, for a module's own __getattr__."""
    for _, owner, found, _ in _dunder.find(type(obj), hook):
        if found:
            return owner
    return obj


def _kind(value):
    has_get, has_set, has_delete, is_data = _dunder.protocol(value)
    if is_data:
        return "data descriptor"
    return "non-data descriptor" if has_get else "value"


def _reading(cls):
    own = lambda name: [owner for _, owner, found, _ in _dunder.find(cls, name) if found][:1]
    readers = own("__getattribute__")
    fallback = own("__getattr__")
    text = f"__getattribute__ of {_class_name(readers[0])}" if readers else "nothing"
    if fallback:
        text += f", then __getattr__ of {_class_name(fallback[0])}"
    return text


_DULL = frozenset(["__module__", "__dict__", "__weakref__", "__doc__", "__firstlineno__",
                   "__static_attributes__", "__slots__"])


def _attributes(cls, mro):
    seen = set()
    for base in mro:
        if base is object:
            continue
        for name in type.__dict__["__dict__"].__get__(base):
            if name in seen or name in _DULL or not isinstance(name, str):
                continue
            seen.add(name)
            finds = [(owner, value) for _, owner, found, value in _dunder.find(cls, name) if found]
            if finds:
                owner, value = finds[0]
                yield ClassAttribute(name, owner, value, _kind(value),
                                     tuple(other for other, _ in finds[1:]))


# Showing values

_WIDTH = 44


def _class_name(cls):
    return type.__dict__["__qualname__"].__get__(cls)


def _named(value):
    return getattr(value, "__qualname__", None) or getattr(value, "__name__", "?")


def _show(value):
    """A short text for a value, without addresses."""
    cls = type(value)
    if isinstance(value, type):
        return f"class {_class_name(value)}"
    name = cls.__name__
    if name in ("function", "builtin_function_or_method"):
        return f"{'function' if name == 'function' else 'built-in function'} {_named(value)}"
    if name in ("staticmethod", "classmethod"):
        return f"{name} of {_show(value.__func__)}"
    if name in ("method", "method-wrapper"):
        return f"bound method {_named(value)}"
    if cls is property:
        return f"property {_named(value)}" if hasattr(value, "__name__") else "property"
    if name == "module":
        return f"module {getattr(value, '__name__', '?')}"
    if cls.__repr__ is object.__repr__:
        return f"{_article(name)} {name} object"
    try:
        text = repr(value)
    except Exception:
        return f"{_article(name)} {name} object"
    if " at 0x" in text:
        return f"{_article(name)} {name} object"
    return text if len(text) <= _WIDTH else text[:_WIDTH - 3] + "..."


def _article(word):
    return "an" if word[:1].lower() in "aeiou" else "a"


def _title(obj):
    if isinstance(obj, type):
        return f"class {_class_name(obj)}"
    if type(obj).__name__ == "super":
        return "a super object"
    return _show(obj)


def _where(step, obj):
    if step.phase == "own":
        return "its namespace" if isinstance(obj, type) else "its own attributes"
    if step.phase == "hook":
        owner = step.owner
        return f"{_class_name(owner) if isinstance(owner, type) else _show(owner)} (hook)"
    if step.phase == "type":
        return f"type: {_class_name(step.owner)}"
    if step.phase == "super":
        return f"after: {_class_name(step.owner)}"
    return f"class: {_class_name(step.owner)}"


def _table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    rows = rows[:1] + [tuple("-" * width for width in widths)] + rows[1:]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
