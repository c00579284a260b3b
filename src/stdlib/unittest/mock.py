"""Objects that stand for others in tests, and note how they are used.

>>> mock = Mock(return_value=3)
>>> mock(1, key=2)
3
>>> mock.assert_called_once_with(1, key=2)

Calls are in _mock_call; patch() and its like in _mock_patch.
"""

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call",
           "create_autospec", "AsyncMock", "FILTER_DIR", "NonCallableMock",
           "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

import inspect

from ._mock_call import ANY, DEFAULT, _Call, _CallList, call, format_call, sentinel

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock was given as the specification of a mock."""


_NUMERIC = ("add sub mul matmul truediv floordiv mod lshift rshift and xor or pow")
_IN_PLACE = [f"__i{name}__" for name in _NUMERIC.split()]
_REFLECTED = [f"__r{name}__" for name in _NUMERIC.split()]
# Special methods that MagicMock has at once.
_MAGICS = [f"__{name}__" for name in (
    "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod "
    "rdivmod neg pos abs invert complex int float index round trunc floor ceil bool next "
    "fspath aiter iter hash").split()]
_MAGICS += [f"__{name}__" for name in _NUMERIC.split()] + _IN_PLACE + _REFLECTED
_ASYNC_MAGICS = ["__aenter__", "__aexit__", "__anext__"]
# Others that can be set.
_SETTABLE = {f"__{name}__" for name in (
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate "
    "getformat repr dir subclasses format getnewargs_ex").split()}
_ALL_MAGICS = {*_MAGICS, *_ASYNC_MAGICS, *_SETTABLE}

_UNSUPPORTED = {f"__{name}__" for name in
                "getattr setattr init new prepare instancecheck subclasscheck del".split()}

_MAGIC_RESULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
    "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1,
    "__aexit__": False,
}
_COMPUTED_RESULTS = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: (f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}"),
}

def _is_magic(name):
    return name[:2] == "__" and name[-2:] == "__" and len(name) > 4


def _is_exception(obj):
    return (isinstance(obj, BaseException)
            or isinstance(obj, type) and issubclass(obj, BaseException))


def _is_mock(obj):
    return isinstance(type(obj), type) and issubclass(type(obj), NonCallableMock)


def _signature_of(spec, as_instance, eat_self=False):
    """The signature that calls of a mock with this specification have; None if unknown."""
    if isinstance(spec, type) and not as_instance:
        spec = spec.__init__
        eat_self = True
    elif isinstance(spec, (classmethod, staticmethod)):
        if isinstance(spec, classmethod):
            eat_self = True
        spec = spec.__func__
    elif not inspect.isroutine(spec):
        spec = getattr(type(spec) if not isinstance(spec, type) else spec, "__call__", None)
        if spec is None or not inspect.isfunction(spec):
            return None
        eat_self = True
    try:
        signature = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self and not inspect.ismethod(spec):
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (inspect.Parameter.POSITIONAL_ONLY,
                                                 inspect.Parameter.POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


def _delegating(name):
    def get(self):
        delegate = self._mock_delegate
        return self.__dict__["_mock_" + name] if delegate is None else getattr(delegate, name)

    def set(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__["_mock_" + name] = value
        else:
            setattr(delegate, name, value)

    return property(get, set)


class Base:
    """What all mocks have in common with object."""

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that can't be called: each attribute that is asked for is another mock."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own, so that special methods can be set.
        bases = (cls,)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__,
                                                         "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None, _spec_as_instance=False,
                 _eat_self=None, unsafe=False, **kwargs):
        values = self.__dict__
        values["_mock_parent"] = parent
        values["_mock_name"] = name
        values["_mock_new_name"] = _new_name
        values["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        values["_mock_sealed"] = False
        if spec_set is not None:
            spec = spec_set
            spec_set = True
        values["_mock_children"] = {}
        values["_mock_wraps"] = wraps
        values["_mock_delegate"] = None
        values["_mock_called"] = False
        values["_mock_call_args"] = None
        values["_mock_call_count"] = 0
        values["_mock_call_args_list"] = _CallList()
        values["_mock_mock_calls"] = _CallList()
        values["method_calls"] = _CallList()
        values["_mock_unsafe"] = unsafe
        self._mock_add_spec(spec, spec_set, _spec_as_instance, bool(_eat_self))
        if kwargs:
            self.configure_mock(**kwargs)

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one: its calls are noted here, too."""
        mock._mock_parent = None
        mock._mock_new_parent = None
        mock._mock_name = ""
        mock._mock_new_name = None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Gives the mock a specification: only its attributes exist."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        spec_class = signature = methods = None
        async_names = []
        if spec is not None and not (isinstance(spec, list) and all(
                isinstance(name, str) for name in spec)) and not isinstance(spec, tuple):
            spec_class = spec if isinstance(spec, type) else type(spec)
            signature = _signature_of(spec, as_instance, eat_self)
            methods = dir(spec)
            for name in methods:
                if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None)):
                    async_names.append(name)
        elif spec is not None:
            methods = list(spec)
        values = self.__dict__
        values["_spec_class"] = spec_class
        values["_spec_set"] = spec_set
        values["_spec_signature"] = signature
        values["_mock_methods"] = methods
        values["_spec_asyncs"] = async_names

    called = _delegating("called")
    call_count = _delegating("call_count")
    call_args = _delegating("call_args")
    call_args_list = _delegating("call_args_list")
    mock_calls = _delegating("mock_calls")

    @property
    def return_value(self):
        """What calls return."""
        if self._mock_delegate is not None:
            return self._mock_delegate.return_value
        value = self.__dict__.get("_mock_return_value", DEFAULT)
        if value is DEFAULT:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__["_mock_return_value"] = value
            _check_and_set_parent(self, value, None, "()")

    @property
    def side_effect(self):
        """A function that is called, an exception that is raised, or an iterable of results."""
        if self._mock_delegate is not None:
            return self._mock_delegate.side_effect
        return self.__dict__.get("_mock_side_effect")

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            try:
                value = iter(value)
            except TypeError:
                pass  # it will be called, and say that it can't
        if self._mock_delegate is not None:
            self._mock_delegate.side_effect = value
        else:
            self.__dict__["_mock_side_effect"] = value

    @property
    def __class__(self):
        spec_class = self.__dict__.get("_spec_class")
        return type(self) if spec_class is None else spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if child is not _DELETED and not isinstance(child, _SpecState):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self.__dict__.get("_mock_return_value", DEFAULT)
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; dotted names are those of children."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, final = name.split(".")
            obj = self
            for entry in path:
                obj = getattr(obj, entry)
            setattr(obj, final, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or (
                    name in _ASSERT_TYPOS):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is "
                    "meant to be an attribute.")
        child = self._mock_children.get(name)
        if child is _DELETED:
            raise AttributeError(name)
        if child is None:
            wraps = None
            if self._mock_wraps is not None:
                wraps = getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                         _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _SpecState):
            child = self._mock_children[name] = create_autospec(
                child.spec, child.spec_set, child.instance, child.parent, child.name)
        return child

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        separator = "."
        if names == ["()"]:
            separator = ""
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + separator)
            separator = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        names.reverse()
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        if self._spec_class is not None:
            kind = "spec_set" if self._spec_set else "spec"
            shown += f" {kind}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        from_type = [name for name in dir(type(self)) if not name.startswith("_")]
        own = [name for name in self.__dict__
               if not name.startswith("_") or _is_magic(name)]
        children = [name for name, child in self._mock_children.items() if child is not _DELETED]
        return sorted({*(self._mock_methods or []), *from_type, *own, *children})

    def __setattr__(self, name, value):
        if name in _SETTERS:
            return object.__setattr__(self, name, value)
        if (self._spec_set and self._mock_methods is not None
                and name not in self._mock_methods and name not in self.__dict__):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if not _is_mock(value):
                setattr(type(self), name, _as_method(name, value))
            else:
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            return None
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return None
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return None
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _DELETED:
            raise AttributeError(name)
        self._mock_children[name] = _DELETED

    def _get_child_mock(self, /, **kwargs):
        """Makes the mocks for attributes and results: for subclasses."""
        if self._mock_sealed:
            name = kwargs.get("name") or "()"
            separator = "" if name == "()" else "."
            raise AttributeError(f"{self._extract_mock_name()}{separator}{name}")
        own = type(self).__mro__[1]
        name = kwargs.get("_new_name")
        if name in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kwargs)
        if issubclass(own, AsyncMock):
            child = MagicMock if name in _MAGICS else AsyncMock
        elif issubclass(own, CallableMixin):
            child = own
        elif issubclass(own, NonCallableMagicMock):
            child = MagicMock
        else:
            child = Mock
        return child(**kwargs)

    # Checking

    def _call_matcher(self, value):
        """A call in a form in which calls with the same effect are equal."""
        signature = self._spec_signature
        if signature is None:
            return value
        name, args, kwargs = value if len(value) == 3 else ("", *value)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _calls_repr(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""

    def _name_or_mock(self):
        return self._mock_name or "mock"

    def assert_not_called(self):
        """Was it never called?"""
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to not have been called. "
                f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        """Was it called?"""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to have been called.")

    def assert_called_once(self):
        """Was it called once?"""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to have been called once. "
                f"Called {self.call_count} times.{self._calls_repr()}")

    def _format_expected(self, args, kwargs):
        return format_call(self._name_or_mock(), args, kwargs)

    def assert_called_with(self, /, *args, **kwargs):
        """Was the last call with these arguments?"""
        expected = self._format_expected(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 "  Actual: not called.")
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(
                f"expected call not found.\nExpected: {expected}\n"
                f"  Actual: {self._format_expected(*self.call_args)}") from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """Was there one call, with these arguments?"""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to be called once. "
                f"Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Was any call with these arguments?"""
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if not any(self._call_matcher(made) == wanted for made in self.call_args_list):
            raise AssertionError(f"{self._format_expected(args, kwargs)} call not found") \
                from cause

    def assert_has_calls(self, calls, any_order=False):
        """Were these calls made, one after the other unless any_order is true?"""
        wanted = [self._call_matcher(made) for made in calls]
        cause = next((each for each in wanted if isinstance(each, Exception)), None)
        made = _CallList(self._call_matcher(each) for each in self.mock_calls)
        if not any_order:
            if wanted not in made:
                if cause is None:
                    problem = "Calls not found."
                else:
                    errors = [each if isinstance(each, Exception) else None for each in wanted]
                    problem = f"Error processing expected calls.\nErrors: {errors}"
                actual = f"\n  Actual: {self.mock_calls!r}" if self.mock_calls else "\n  Actual: []"
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)!r}{actual}") \
                    from cause
            return
        left = list(made)
        missing = []
        for each in wanted:
            try:
                left.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._name_or_mock()!r} does not contain all of "
                                 f"{tuple(missing)!r} in its call list, found {left!r} instead") \
                from cause


class _Deleted:
    pass


_DELETED = _Deleted()
_ASSERT_TYPOS = {"called_once", "called_with", "called_once_with", "not_called", "has_calls",
                 "any_call", "called_any"}
_SETTERS = {"return_value", "side_effect", "called", "call_count", "call_args",
            "call_args_list", "mock_calls", "method_calls", "_mock_delegate", "_mock_parent",
            "_mock_new_parent", "_mock_name", "_mock_new_name", "_mock_return_value",
            "_mock_side_effect", "_mock_sealed", "_mock_wraps", "_mock_methods"}


class _SpecState:
    """What an attribute of an autospec is made of when it is asked for."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name
        self.instance = instance


def _as_method(name, value):
    """What a class has for a special method that was set on a mock."""
    if not callable(value):
        return value
    if inspect.isfunction(value):
        def method(self, /, *args, **kwargs):
            return value(self, *args, **kwargs)
    else:
        def method(self, /, *args, **kwargs):
            return value(*args, **kwargs)
    method.__name__ = name
    return method


def _check_and_set_parent(parent, value, name, new_name):
    """Makes a mock that has no parent yet a child, so that its calls are noted there."""
    if not _is_mock(value):
        return False
    if (value._mock_name or value._mock_new_name or value._mock_parent is not None
            or value._mock_new_parent is not None):
        return False
    ancestor = parent
    while ancestor is not None:
        if ancestor is value:
            return False
        ancestor = ancestor._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class CallableMixin(Base):
    """What mocks that can be called have in addition."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name,
                         _new_parent, **kwargs)
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(args, kwargs)
        self._note_call(args, kwargs)
        return self._execute_mock_call(args, kwargs)

    def _mock_check_sig(self, args, kwargs):
        signature = self.__dict__.get("_check_signature")
        if signature is not None:
            signature.bind(*args, **kwargs)

    def _note_call(self, args, kwargs):
        """Writes a call down, here and in all parents."""
        self.called = True
        self.call_count += 1
        noted = _Call((args, kwargs), two=True)
        self.call_args = noted
        self.call_args_list.append(noted)
        is_method = self._mock_parent is not None
        method_name = self._mock_name
        new_name = self._mock_new_name
        is_call = new_name == "()"
        self.mock_calls.append(_Call(("", args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((new_name, args, kwargs)))
            if parent._mock_new_name:
                separator = "" if is_call else "."
                is_call = parent._mock_new_name == "()"
                new_name = parent._mock_new_name + separator + new_name
            parent = parent._mock_new_parent

    def _execute_mock_call(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_delegate is not None:
            return self._mock_delegate.return_value
        if self.__dict__.get("_mock_return_value", DEFAULT) is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Stands for anything: has any attribute, can be called, and notes all calls."""


class MagicMixin(Base):
    """Special methods: made when they are used first."""

    def __init__(self, /, *args, **kwargs):
        self._mock_set_magics()
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        methods = self.__dict__.get("_mock_methods")
        own = type(self)
        for name in (*_MAGICS, *_ASYNC_MAGICS):
            if methods is not None and name not in methods:
                if isinstance(own.__dict__.get(name), _MagicProxy):
                    delattr(own, name)
            elif name not in own.__dict__:
                setattr(own, name, _MagicProxy(name, self))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class _MagicProxy(Base):
    """Makes the mock for a special method when that is looked up."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        name, parent = self.name, self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        if name in _ASYNC_MAGICS and not isinstance(made, AsyncMock):
            made = AsyncMock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, made)
        _set_magic_result(parent, made, name)
        return made

    def __get__(self, obj, kind=None):
        return self.create_mock()


def _set_magic_result(mock, method, name):
    if name in _MAGIC_RESULTS:
        method.return_value = _MAGIC_RESULTS[name]
    elif name in _COMPUTED_RESULTS:
        method.return_value = _COMPUTED_RESULTS[name](mock)
    elif name == "__eq__":
        def equal(other):
            result = mock.__eq__._mock_return_value
            if result is not DEFAULT:
                return result
            return True if mock is other else NotImplemented

        method.side_effect = equal
    elif name == "__ne__":
        def unequal(other):
            if mock.__ne__._mock_return_value is not DEFAULT:
                return DEFAULT
            return False if mock is other else NotImplemented

        method.side_effect = unequal
    elif name == "__iter__":
        def iterate():
            result = mock.__iter__._mock_return_value
            return iter([]) if result is DEFAULT else iter(result)

        method.side_effect = iterate
    elif name == "__aiter__":
        def iterate_async():
            result = mock.__aiter__._mock_return_value
            return _AsyncIterator([] if result is DEFAULT else result)

        method.side_effect = iterate_async
    elif name in _IN_PLACE:
        method.return_value = mock


class _AsyncIterator:
    def __init__(self, items):
        self.iterator = iter(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self.iterator:
            return item
        raise StopAsyncIteration


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods: it can be iterated, indexed, used in `with`, ..."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMock(MagicMixin, Mock):
    """A mock whose calls are coroutines."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["_is_coroutine_mark"] = True
        self.__dict__["_mock_await_count"] = 0
        self.__dict__["_mock_await_args"] = None
        self.__dict__["_mock_await_args_list"] = _CallList()
        code = NonCallableMock(spec_set=["co_flags"])
        object.__setattr__(code, "co_flags", inspect.CO_COROUTINE)
        self.__dict__["__code__"] = code

    await_count = _delegating("await_count")
    await_args = _delegating("await_args")
    await_args_list = _delegating("await_args_list")

    async def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(args, kwargs)
        self._note_call(args, kwargs)
        noted = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = noted
        self.await_args_list.append(noted)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__.get("_mock_return_value", DEFAULT) is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        """Was it awaited?"""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._name_or_mock()} to have been awaited.")

    def assert_awaited_once(self):
        """Was it awaited once?"""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name_or_mock()} to have been awaited once. "
                                 f"Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Was the last awaited call with these arguments?"""
        expected = self._format_expected(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if self._call_matcher(self.await_args) != self._call_matcher(
                _Call((args, kwargs), two=True)):
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n"
                                 f"  Actual: {self._format_expected(*self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Was it awaited once, with these arguments?"""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name_or_mock()} to have been awaited once. "
                                 f"Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Was any awaited call with these arguments?"""
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if not any(self._call_matcher(made) == wanted for made in self.await_args_list):
            raise AssertionError(f"{self._format_expected(args, kwargs)} await not found")

    def assert_not_awaited(self):
        """Was it never awaited?"""
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._name_or_mock()} to not have been awaited. "
                                 f"Awaited {self.await_count} times.")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


class PropertyMock(Mock):
    """Stands for a property: on a class, it is called for getting and setting."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# At the end, as these are made of what stands above.
from ._mock_patch import patch
from ._mock_spec import create_autospec, mock_open, seal


def __getattr__(name):
    if name == "ThreadingMock":
        raise AttributeError("unittest.mock.ThreadingMock is not available: Dunder has no threads")
    raise AttributeError(f"module 'unittest.mock' has no attribute {name!r}")
