"""patch(): putting mocks in the place of attributes for a while. Part of unittest.mock."""

import contextlib
import inspect
from functools import wraps

from . import mock as _mock
from ._mock_call import DEFAULT

# The module of the classes below.
__name__ = "unittest.mock"


def _split(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError("Need a valid target to patch. You supplied: "
                        f"{target!r}") from None
    return lambda: _resolve(target), attribute


def _resolve(name):
    """The object of a dotted name: as much of it as possible is a module."""
    import importlib
    parts = name.split(".")
    found = importlib.import_module(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            found = importlib.import_module(path)
    return found


class _patch:
    """One attribute to be replaced: a context manager, a decorator, and start() and stop()."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                 kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create,
                      self.spec_set, self.autospec, self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        for name in dir(klass):
            if not name.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(klass, name)
            if hasattr(value, "__call__"):
                setattr(klass, name, self.copy()(value))
        return klass

    def decorate_callable(self, func):
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **keywargs):
                with _decorated(patched, args, keywargs) as (args, keywargs):
                    return await func(*args, **keywargs)
        else:
            @wraps(func)
            def patched(*args, **keywargs):
                with _decorated(patched, args, keywargs) as (args, keywargs):
                    return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        """What the attribute is, and whether it is the target's own."""
        target = self.getter()
        name = self.attribute
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if name in vars(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, False

    def _made(self, original):
        """What takes the attribute's place."""
        new, spec, spec_set, autospec = self.new, self.spec, self.spec_set, self.autospec
        kwargs = dict(self.kwargs)
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec is not None:
                if spec_set is True:
                    spec_set, spec = spec, None
            elif spec_set is True:
                spec_set = original
            if (spec is not None or spec_set is not None) and original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            described = spec if spec is not None else spec_set
            if self.new_callable is not None:
                kind = self.new_callable
            elif inspect.iscoroutinefunction(original) and described is None:
                kind = _mock.AsyncMock
            elif inspect.iscoroutinefunction(described):
                kind = _mock.AsyncMock
            else:
                kind = _mock.MagicMock
                if described is not None and not isinstance(described, (list, tuple)):
                    if not isinstance(described, type) and not callable(described):
                        kind = _mock.NonCallableMagicMock
            if spec is not None:
                kwargs["spec"] = spec
            if spec_set is not None:
                kwargs["spec_set"] = spec_set
            if isinstance(kind, type) and issubclass(kind, _mock.NonCallableMock):
                kwargs.setdefault("name", self.attribute)
            made = kind(**kwargs)
            if (isinstance(described, type) and _mock._is_mock(made)
                    and isinstance(made, _mock.CallableMixin)):
                made.return_value = _mock.MagicMock(
                    spec=described, _new_parent=made, _new_name="()")
            return made
        if autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec "
                                "and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            return _mock.create_autospec(autospec, spec_set=bool(spec_set),
                                         _name=self.attribute, **kwargs)
        if kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        return new

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        original, local = self.get_original()
        new = self._made(original)
        self.temp_original = original
        self.has_local = local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {}
            if self.new is DEFAULT:
                extra[self.attribute_name] = new
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(value)
            return extra
        except BaseException as error:
            if not self.__exit__(type(error), error, error.__traceback__):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.has_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute)
                                    or self.attribute in ("__doc__", "__module__",
                                                          "__defaults__", "__annotations__",
                                                          "__kwdefaults__")):
                # What can't be inherited.
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.has_local, self.target
        self.is_started = False
        return self._exit_stack.__exit__(*exc_info)

    def start(self):
        """Replaces the attribute until stop() is called."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Brings the attribute back."""
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


@contextlib.contextmanager
def _decorated(patched, args, keywargs):
    """Enters all the patches of a function; the mocks are further arguments."""
    extra = []
    with contextlib.ExitStack() as stack:
        for patching in patched.patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywargs.update(value)
            elif patching.new is DEFAULT:
                extra.append(value)
        yield (*args, *extra), keywargs


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replaces what a dotted name stands for, in a `with` block or a decorated function.

    >>> with patch("module.function") as mock:
    ...     ...
    """
    getter, attribute = _split(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replaces an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    """Replaces several attributes; those that are DEFAULT by mocks, which are passed by name."""
    if type(target) is str:
        def getter():
            return _resolve(target)
    else:
        def getter():
            return target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                         {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict:
    """Changes a dict for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        if inspect.iscoroutinefunction(f):
            @wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def decorate_class(self, klass):
        for name in dir(klass):
            value = getattr(klass, name)
            if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                setattr(klass, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
        return klass

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *args):
        if self._original is not None:
            target = self.in_dict
            _clear(target)
            try:
                target.update(self._original)
            except AttributeError:
                for key in self._original:
                    target[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _patch_stopall():
    """Stops all patches that were started."""
    for each in reversed(_patch._active_patches[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
