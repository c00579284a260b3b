"""Warnings, and the filters that decide what becomes of them."""

import sys

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
    "resetwarnings", "catch_warnings", "deprecated",
]

_ACTIONS = ("default", "always", "ignore", "module", "once", "error")


# Showing

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file; standard error if none is given."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


# Programs replace the two functions, so that they have to be called then.
_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg_impl(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    text = _formatwarnmsg(msg)
    try:
        file.write(text)
    except OSError:
        pass  # the warning is lost, as nobody can be told


def _late(name):
    """A module; at the end of a program only if it is still there, as in CPython."""
    return sys.modules[name] if sys.meta_path is None else __import__(name)


def _formatwarnmsg_impl(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = msg.line
    if line is None:
        try:
            line = _late("linecache").getline(msg.filename, msg.lineno)
        except Exception:
            line = None  # at shutdown, for one
    if line:
        text += f"  {line.strip()}\n"
    if msg.source is not None:
        text += _allocation(msg)
    return text


def _allocation(msg):
    """Where the object that is warned about was allocated, or how to find out."""
    try:
        tracemalloc = _late("tracemalloc")
        if not tracemalloc.is_tracing():
            return f"{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
        frames = tracemalloc.get_object_traceback(msg.source)
    except Exception:
        return ""  # at shutdown, for one
    if frames is None:
        return ""
    lines = ["Object allocated at (most recent call last):\n"]
    for frame in frames:
        lines.append(f'  File "{frame.filename}", lineno {frame.lineno}\n')
        try:
            line = _late("linecache").getline(frame.filename, frame.lineno)
        except Exception:
            continue
        if line:
            lines.append(f"    {line.strip()}\n")
    return "".join(lines)


def _showwarnmsg(msg):
    try:
        show = showwarning
    except NameError:
        pass
    else:
        if show is not _showwarning_orig:
            if not callable(show):
                raise TypeError("warnings.showwarning() must be set to a function or method")
            show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
            return
    _showwarnmsg_impl(msg)


def _formatwarnmsg(msg):
    try:
        format = formatwarning
    except NameError:
        pass
    else:
        if format is not _formatwarning_orig:
            return format(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


class WarningMessage:
    # A warning that was raised, and where.

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


# Filters

def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a filter: what to do with warnings whose message and module match.

    action is one of "error", "ignore", "always", "default" (once per place),
    "module" (once per module) and "once". message and module are regular
    expressions for the start; lineno 0 is any line. The filter goes to the
    front, unless append is true.
    """
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check_lineno(lineno)
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter for every message and module."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    _check_lineno(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _check_lineno(lineno):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        # The same filter further back would never be reached.
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Remove all filters."""
    filters[:] = []
    _filters_mutated()


# The -W option: action:message:category:module:line

class _OptionError(Exception):
    """An option that can't be understood."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as msg:
            print("Invalid -W option ignored:", msg, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    action, message, category, module, lineno = [
        part.strip() for part in parts + [""] * (5 - len(parts))]
    action = _getaction(action)
    category = _getcategory(category)
    if message or module:
        import re
    message = re.escape(message) if message else message
    module = re.escape(module) + r"\Z" if module else module
    if lineno:
        try:
            number = int(lineno)
            if number < 0:
                raise ValueError
        except (ValueError, OverflowError):
            shown = repr(lineno) if not lineno.lstrip("+-").isdigit() else int(lineno)
            raise _OptionError(f"invalid lineno {shown}") from None
    else:
        number = 0
    filterwarnings(action, message, category, module, number)


def _getaction(action):
    """The action that an abbreviation stands for."""
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    """The class that a name, perhaps with its module, stands for."""
    if not category:
        return Warning
    module, _, name = category.rpartition(".")
    if not module:
        import builtins as found
    else:
        try:
            found = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError(f"invalid module name: {module!r}") from None
    try:
        cls = getattr(found, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(cls, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return cls


class catch_warnings:
    """Context manager: puts the filters back as they were.

    With record=True warnings aren't shown but go to the list that `as` binds.
    Given an action, a filter is added as by simplefilter().
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            # A function that the program has put there would get them otherwise.
            module.showwarning = module._showwarning_orig
        else:
            log = None
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


# Deprecation

class deprecated:
    """Decorator: warn whoever calls a function or makes or subclasses a class.

    >>> @deprecated("use shiny() instead")
    ... def rusty(): ...

    The message is the attribute __deprecated__ of what is decorated, and is
    for type checkers too. With category=None there is no warning.
    """

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', "
                            f"not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._decorate_class(arg)
        if callable(arg):
            return self._decorate_callable(arg)
        raise TypeError(f"@deprecated decorator with non-None category must be applied to "
                        f"a class or callable, not {arg!r}")

    def _decorate_class(self, cls):
        import functools
        from types import MethodType
        msg, category, stacklevel = self.message, self.category, self.stacklevel
        original_new = cls.__new__

        @functools.wraps(original_new)
        def __new__(kind, /, *args, **kwargs):
            if kind is cls:
                warn(msg, category=category, stacklevel=stacklevel + 1)
            if original_new is not object.__new__:
                return original_new(kind, *args, **kwargs)
            if kind.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{kind.__name__}() takes no arguments")
            return original_new(kind)

        cls.__new__ = staticmethod(__new__)
        original_init_subclass = cls.__init_subclass__
        # A class method of cls itself is called for the subclass, like an inherited one.
        if isinstance(original_init_subclass, MethodType):
            original_init_subclass = original_init_subclass.__func__

            @functools.wraps(original_init_subclass)
            def __init_subclass__(*args, **kwargs):
                warn(msg, category=category, stacklevel=stacklevel + 1)
                return original_init_subclass(*args, **kwargs)

            cls.__init_subclass__ = classmethod(__init_subclass__)
        else:
            @functools.wraps(original_init_subclass)
            def __init_subclass__(*args, **kwargs):
                warn(msg, category=category, stacklevel=stacklevel + 1)
                return original_init_subclass(*args, **kwargs)

            cls.__init_subclass__ = __init_subclass__
        cls.__deprecated__ = __new__.__deprecated__ = msg
        __init_subclass__.__deprecated__ = msg
        return cls

    def _decorate_callable(self, function):
        import functools
        msg, category, stacklevel = self.message, self.category, self.stacklevel

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=stacklevel + 1)
            return function(*args, **kwargs)

        from inspect import iscoroutinefunction, markcoroutinefunction
        if iscoroutinefunction(function):
            wrapper = markcoroutinefunction(wrapper)
        function.__deprecated__ = wrapper.__deprecated__ = msg
        return wrapper


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warn of name, which goes in the version remove; RuntimeError once that is there."""
    shown = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or (_version[:2] == remove and _version[3] != "alpha"):
        raise RuntimeError(f"{name!r} was slated for removal after Python {shown} alpha")
    warn(message.format(name=name, remove=shown), DeprecationWarning, stacklevel=3)


def _warn_unawaited_coroutine(coro):
    """Called for a coroutine that went without being awaited."""
    lines = [f"coroutine '{coro.__qualname__}' was never awaited\n"]
    if coro.cr_origin is not None:
        import linecache
        import traceback

        def frames():
            for filename, lineno, funcname in reversed(coro.cr_origin):
                yield filename, lineno, funcname, linecache.getline(filename, lineno)

        lines.append("Coroutine created at (most recent call last)\n")
        lines += traceback.format_list(list(frames()))
    warn("".join(lines).rstrip("\n"), category=RuntimeWarning, stacklevel=2, source=coro)


try:
    from _warnings import (_defaultaction, _onceregistry, _filters_mutated, filters, warn,
                           warn_explicit)
    defaultaction = _defaultaction
    onceregistry = _onceregistry
    _native = True
except ImportError:
    _native = False
    filters = []
    defaultaction = "default"
    onceregistry = {}
    _filters_version = 1

    def _filters_mutated():
        # What a module's registry says is good for one state of the filters.
        global _filters_version
        _filters_version += 1

    def _is_internal_filename(filename):
        return "importlib" in filename and "_bootstrap" in filename

    def _next_external_frame(frame, skip_file_prefixes):
        frame = frame.f_back
        while frame is not None and (
                _is_internal_filename(frame.f_code.co_filename)
                or frame.f_code.co_filename.startswith(skip_file_prefixes)):
            frame = frame.f_back
        return frame

    def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
        """Issue a warning about the line that calls, or one stacklevel calls further out."""
        if isinstance(message, Warning):
            category = message.__class__
        if category is None:
            category = UserWarning
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise TypeError(f"category must be a Warning subclass, "
                            f"not '{type(category).__name__}'")
        if not isinstance(skip_file_prefixes, tuple):
            raise TypeError("skip_file_prefixes must be a tuple of strs.")
        if skip_file_prefixes:
            stacklevel = max(2, stacklevel)
        frame = sys._getframe(1)
        if stacklevel <= 1 or _is_internal_filename(frame.f_code.co_filename):
            for _ in range(stacklevel - 1):
                frame = frame and frame.f_back
        else:
            for _ in range(stacklevel - 1):
                frame = frame and _next_external_frame(frame, skip_file_prefixes)
        if frame is None:
            namespace, filename, lineno = sys.__dict__, "<sys>", 0
        else:
            namespace = frame.f_globals
            filename = frame.f_code.co_filename
            lineno = frame.f_lineno
        module = namespace.get("__name__", "<string>")
        registry = namespace.setdefault("__warningregistry__", {})
        warn_explicit(message, category, filename, lineno, module, registry, namespace, source)

    def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                      module_globals=None, source=None):
        """Issue a warning about a place that is given."""
        lineno = int(lineno)
        if module is None:
            module = filename or "<unknown>"
            if module[-3:].lower() == ".py":
                module = module[:-3]
        if registry is None:
            registry = {}
        if registry.get("version", 0) != _filters_version:
            registry.clear()
            registry["version"] = _filters_version
        if isinstance(message, Warning):
            text = str(message)
            category = message.__class__
        else:
            text = message
            message = category(message)
        key = text, category, lineno
        if registry.get(key):
            return
        action = _action_for(text, category, module, lineno)
        if action == "ignore":
            return
        if module_globals:
            # So that the line can be shown although it is in no file.
            import linecache
            linecache.getlines(filename, module_globals)
        if action == "error":
            raise message
        if action == "once":
            registry[key] = 1
            if _seen(onceregistry, (text, category)):
                return
        elif action == "module":
            registry[key] = 1
            if _seen(registry, (text, category, 0)):
                return
        elif action == "default":
            registry[key] = 1
        elif action not in ("always", "all"):
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n"
                               f" {(action, None, category, None, lineno)}")
        _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))

    def _action_for(text, category, module, lineno):
        for action, message, kind, mod, line in filters:
            if ((message is None or message.match(text)) and issubclass(category, kind)
                    and (mod is None or mod.match(module)) and line in (0, lineno)):
                return action
        return defaultaction

    def _seen(registry, key):
        if registry.get(key):
            return True
        registry[key] = 1
        return False


_processoptions(sys.warnoptions)
if not _native:
    filterwarnings("default", category=DeprecationWarning, module="__main__", append=1)
    for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning,
                      ResourceWarning):
        simplefilter("ignore", category=_category, append=1)
    del _category
del _native
