"""Mocks with the signatures of what they stand for, mocks of open(), and sealing. Part of
unittest.mock."""

import inspect

from ._mock_call import DEFAULT
from .mock import (_DELETED, AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock,
                   _is_magic, _is_mock, _signature_of, _SpecState)

# What the functions below show as their module.
__name__ = "unittest.mock"


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """A mock with the attributes of something, whose functions check their arguments."""
    if isinstance(spec, list):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_type = isinstance(spec, type)
    is_async = inspect.iscoroutinefunction(spec)
    options = {"spec_set" if spec_set else "spec": spec}
    if spec is None:
        options = {}
    kind = MagicMock
    if is_async:
        kind = AsyncMock
    elif inspect.isdatadescriptor(spec):
        options = {}
    elif not callable(spec) or is_type and instance and not hasattr(spec, "__call__"):
        kind = NonCallableMagicMock
    elif is_type and instance and "__call__" not in {
            name for base in spec.__mro__ for name in vars(base)}:
        kind = NonCallableMagicMock
    name = kwargs.pop("name", _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name,
                name=name, unsafe=unsafe, **options, **kwargs)
    signature = _signature_of(spec, instance, _parent is not None and isinstance(
        _parent._spec_class, type) and inspect.isfunction(spec) and mock._mock_parent is not None)
    mock.__dict__["_spec_signature"] = signature
    if signature is not None:
        mock.__dict__["_check_signature"] = signature
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()",
                                            _parent=mock)
    if inspect.isfunction(spec) and _parent is None:
        return _as_function(mock, spec, is_async)
    if inspect.isroutine(spec):
        return mock
    for entry in dir(spec):
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if inspect.isroutine(original) or isinstance(original, type):
            skip_self = is_type and inspect.isfunction(inspect.getattr_static(spec, entry, None))
            child_kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            child = child_kind(spec=original, parent=mock, name=entry, _new_name=entry,
                               _new_parent=mock)
            child_signature = _signature_of(original, False, skip_self and instance)
            child.__dict__["_spec_signature"] = child_signature
            if child_signature is not None:
                child.__dict__["_check_signature"] = child_signature
            mock._mock_children[entry] = child
        else:
            mock._mock_children[entry] = _SpecState(original, spec_set, mock, entry, True)
    return mock


_ASSERTIONS = ("assert_called_with", "assert_called_once_with", "assert_any_call",
               "assert_has_calls", "assert_called", "assert_called_once", "assert_not_called",
               "reset_mock")
_AWAIT_ASSERTIONS = ("assert_awaited", "assert_awaited_once", "assert_awaited_with",
                     "assert_awaited_once_with", "assert_any_await", "assert_not_awaited")


def _as_function(mock, spec, is_async):
    """A function that calls a mock, and has what the mock knows: it becomes a method in classes."""
    if is_async:
        async def function(*args, **kwargs):
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            return mock(*args, **kwargs)
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        setattr(function, name, getattr(spec, name))
    signature = mock._spec_signature
    if signature is not None:
        function.__signature__ = signature
    function.mock = mock
    for name in ("called", "call_count", "call_args", "call_args_list", "mock_calls",
                 "method_calls", "return_value", "side_effect", "_mock_children"):
        setattr(function, name, getattr(mock, name))
    assertions = _ASSERTIONS
    if is_async:
        assertions += _AWAIT_ASSERTIONS
        for name in ("await_count", "await_args", "await_args_list"):
            setattr(function, name, getattr(mock, name))
    for name in assertions:
        setattr(function, name, getattr(mock, name))
    mock.__dict__["_mock_delegate"] = function
    return function


def mock_open(mock=None, read_data=""):
    """A mock in the place of open(), whose file contains some text."""
    import io
    binary = isinstance(read_data, bytes)

    def fresh():
        return (io.BytesIO if binary else io.StringIO)(read_data)

    state = [fresh()]
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=io.TextIOWrapper)
    handle.__enter__.return_value = handle
    handle.write.return_value = None

    def forwarding(name):
        method = getattr(handle, name)
        method.return_value = None if name != "readlines" else DEFAULT
        method._mock_return_value = DEFAULT

        def effect(*args, **kwargs):
            if method._mock_return_value is not DEFAULT:
                return method.return_value
            return getattr(state[0], name)(*args, **kwargs)

        method.side_effect = effect

    for name in ("read", "readline", "readlines"):
        forwarding(name)
    handle.__iter__.side_effect = lambda: iter(state[0].readline, b"" if binary else "")
    handle.__next__.side_effect = lambda: next(state[0])
    handle.__exit__.side_effect = lambda *args: handle.close()

    def opened(*args, **kwargs):
        state[0] = fresh()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock


def seal(mock):
    """Has a mock refuse attributes that nobody asked for yet."""
    mock._mock_sealed = True
    for name in dir(mock):
        child = mock._mock_children.get(name)
        if child is None or child is _DELETED or isinstance(child, _SpecState):
            continue
        if child._mock_new_parent is mock:
            seal(child)
    result = mock.__dict__.get("_mock_return_value", DEFAULT)
    if _is_mock(result) and result._mock_new_parent is mock and not result._mock_sealed:
        seal(result)
