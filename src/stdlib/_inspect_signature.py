"""Signatures: the parameters of anything that can be called. Part of inspect."""

import enum
import functools
import sys
import types
from collections import OrderedDict
from keyword import iskeyword
from _annotation_text import formatannotation
from _getattr_static import getattr_static

# What the classes below show as their module.
__name__ = "inspect"

_CO_VARARGS, _CO_VARKEYWORDS = 4, 8


class _empty:
    """Marks what isn't there: Parameter.empty and Signature.empty."""


class _void:
    """Marks arguments that weren't given, where _empty means something."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = \
    _ParameterKind


class Parameter:
    """A parameter: its name, kind, default and annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            # What a comprehension or a generator expression goes through.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword "
                                 f"arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if not name.isidentifier() or (iskeyword(name) and self._kind is not _POSITIONAL_ONLY):
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {"_default": self._default, "_annotation": self._annotation})

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A Parameter like this one, with something changed."""
        return type(self)(
            self._name if name is _void else name, self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty \
                else f"={self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    __replace__ = replace

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    """The arguments of a call, by the names of the parameters they go to."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        """The arguments to be passed by position, as a tuple."""
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        """The arguments to be passed by name, as a dict."""
        kwargs = {}
        by_name = False
        for name, param in self._signature.parameters.items():
            if not by_name:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True  # behind one that is left out
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Put in the defaults of parameters that have no argument."""
        arguments = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif param.default is not _empty:
                arguments[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif param.kind is _VAR_KEYWORD:
                arguments[name] = {}
            # Others are missing after bind_partial().
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{self.__class__.__name__} ({shown})>"


class Signature:
    """The parameters of something that can be called, and its return annotation.

    >>> str(Signature.from_callable(lambda a, *, b=1: None))
    '(a, *, b=1)'
    """

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty,
                 __validate_parameters__=True):
        params = OrderedDict()  # signatures in another order aren't equal
        if parameters is not None:
            if __validate_parameters__:
                self._check_order(parameters := list(parameters))
            for param in parameters:
                params[param.name] = param
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @staticmethod
    def _check_order(parameters):
        top_kind = _POSITIONAL_ONLY
        seen_default = False
        seen = set()
        for param in parameters:
            kind, name = param.kind, param.name
            if kind < top_kind:
                raise ValueError(f"wrong parameter order: {top_kind.description} parameter "
                                 f"before {kind.description} parameter")
            top_kind = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if name in seen:
                raise ValueError(f"duplicate parameter name: {name!r}")
            seen.add(name)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None,
                      eval_str=False):
        """The signature of something that can be called."""
        return _Finder(cls, follow_wrapped, True, globals, locals, eval_str).find(obj)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A Signature like this one, with something changed."""
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _hash_basis(self):
        params = tuple([p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY])
        keyword_only = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return params, keyword_only, self.return_annotation

    def __hash__(self):
        params, keyword_only, return_annotation = self._hash_basis()
        return hash((params, frozenset(keyword_only.values()), return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def bind(self, /, *args, **kwargs):
        """The BoundArguments of a call; TypeError if there can't be such a call."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), with arguments missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        args = list(args)
        parameters = list(self.parameters.values())
        index = 0
        variadic = False
        while index < len(parameters) and not variadic:
            param = parameters[index]
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if param.kind is _VAR_POSITIONAL:
                variadic = True
                if args:
                    arguments[param.name] = tuple(args)
                    args = []
            elif not args:
                break
            elif param.name in kwargs and param.kind is not _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}") from None
            else:
                arguments[param.name] = args.pop(0)
            index += 1
        if args:
            raise TypeError("too many positional arguments") from None

        kwargs_param = None
        pos_only_as_keyword = []
        for i, param in enumerate(parameters[index:]):
            name, kind = param.name, param.kind
            if kind is _VAR_KEYWORD:
                kwargs_param = param
            elif kind is _POSITIONAL_ONLY and name in kwargs:
                pos_only_as_keyword.append(param)
            elif kind is not _VAR_POSITIONAL:
                if kind is not _POSITIONAL_ONLY and name in kwargs:
                    arguments[name] = kwargs.pop(name)
                elif not partial and param.default is _empty:
                    # Only of the first one the kind is told, as in CPython.
                    shown = " keyword-only" if (
                        kind is _KEYWORD_ONLY and i == 0 and not variadic) else ""
                    raise TypeError(f"missing a required{shown} argument: {name!r}") from None
        if kwargs:
            if kwargs_param is not None:
                arguments[kwargs_param.name] = kwargs
            elif pos_only_as_keyword:
                names = ", ".join([param.name for param in pos_only_as_keyword])
                raise TypeError(f"got some positional-only arguments passed as "
                                f"keyword arguments: {names!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return self._bound_arguments_cls(self, arguments)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {"_return_annotation": self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The text of the signature, a line for each parameter if it is wider than max_width."""
        shown = []
        slash_pending = False
        star_needed = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                slash_pending = True
            elif slash_pending:
                shown.append("/")
                slash_pending = False
            if kind == _VAR_POSITIONAL:
                star_needed = False
            elif kind == _KEYWORD_ONLY and star_needed:
                shown.append("*")
                star_needed = False
            shown.append(str(param))
        if slash_pending:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(shown) + "\n)"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The Signature of something that can be called."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals,
                                   locals=locals, eval_str=eval_str)


def unwrap(func, *, stop=None):
    """What a function wraps, to the end, or to the first that stop() is true for."""
    original = func
    seen = {id(func): func}  # kept alive, as ids are used again
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {original!r}")
        seen[id(func)] = func
    return func


# Finding the signature

_NonUserDefinedCallables = (
    types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
    types.BuiltinFunctionType)


def _is_method_descriptor(obj):
    from inspect import ismethoddescriptor
    return ismethoddescriptor(obj)


def _stands_for_builtin(method):
    """Is it a constructor in Python that is told as a built-in one?"""
    text = getattr(method, "__text_signature__", None)
    return isinstance(text, str) and text.startswith("($type")


def _signature_is_builtin(obj):
    return (isinstance(obj, _NonUserDefinedCallables) or _is_method_descriptor(obj)
            or obj is type or obj is object)


def _signature_is_functionlike(obj):
    """Has it all that a function has, such as one compiled by Cython?"""
    if not callable(obj) or isinstance(obj, type):
        return False
    defaults = getattr(obj, "__defaults__", _void)
    kwdefaults = getattr(obj, "__kwdefaults__", _void)
    return (isinstance(getattr(obj, "__code__", None), types.CodeType)
            and isinstance(getattr(obj, "__name__", None), str)
            and (defaults is None or isinstance(defaults, tuple))
            and (kwdefaults is None or isinstance(kwdefaults, dict))
            and isinstance(getattr(obj, "__annotations__", None), (dict, type(None))))


def _descriptor_get(descriptor, obj):
    if isinstance(descriptor, type):
        return descriptor
    get = getattr(type(descriptor), "__get__", _void)
    return descriptor if get is _void else get(descriptor, obj, type(obj))


def _without_first(sig):
    """The signature of a bound method."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


class _Finder:
    """Finds a signature; holds the options on the way."""

    def __init__(self, sigcls, follow_wrapped, skip_bound_arg, globals, locals, eval_str):
        self.sigcls = sigcls
        self.follow_wrapped = follow_wrapped
        self.skip_bound_arg = skip_bound_arg
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str

    def find(self, obj):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, types.MethodType):
            sig = self.find(obj.__func__)
            return _without_first(sig) if self.skip_bound_arg else sig
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda f: (hasattr(f, "__signature__")
                                              or isinstance(f, types.MethodType)))
            if isinstance(obj, types.MethodType):
                return self.find(obj)
        found = self._given(obj)
        if found is not None:
            return found
        partialmethod = getattr(obj, "__partialmethod__", None)
        if isinstance(partialmethod, functools.partialmethod):
            return self._of_partialmethod(partialmethod)
        if isinstance(obj, functools.partial):
            return _of_partial(self.find(obj.func), obj)
        if isinstance(obj, types.FunctionType) or _signature_is_functionlike(obj):
            return self._of_function(obj)
        if _signature_is_builtin(obj):
            text = getattr(obj, "__text_signature__", None)
            if not text:
                raise ValueError(f"no signature found for builtin {obj!r}")
            return _signature_fromstr(self.sigcls, obj, text, self.skip_bound_arg)
        if isinstance(obj, type):
            return self._of_class(obj)
        call = getattr_static(type(obj), "__call__", None)
        if call is None:
            raise ValueError(f"callable {obj!r} is not supported by signature")
        text = getattr(obj, "__text_signature__", None)
        if text:
            return _signature_fromstr(self.sigcls, obj, text)
        return self.find(_descriptor_get(call, obj))

    def _given(self, obj):
        """What __signature__ says: a Signature, its text, or a function that gives one."""
        given = sig = getattr(obj, "__signature__", None)
        if sig is None:
            return None
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, str):
            return _signature_fromstr(self.sigcls, obj, sig)
        if not isinstance(sig, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return sig

    def _of_partialmethod(self, method):
        wrapped = self.find(method.func)
        sig = _of_partial(wrapped, method, (None,))
        first = next(iter(wrapped.parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return sig  # it takes self, and is there still
        return sig.replace(parameters=(first, *sig.parameters.values()))

    def _of_function(self, func):
        text = getattr(func, "__text_signature__", None)
        if text:
            sig = _signature_fromstr(self.sigcls, func, text, self.skip_bound_arg)
            # A built-in constructor is bound to its class.
            return _without_first(sig) if _stands_for_builtin(func) else sig
        from inspect import get_annotations
        make = self.sigcls._parameter_cls
        code = func.__code__
        count = code.co_argcount
        names = code.co_varnames
        keyword_only = names[count:count + code.co_kwonlyargcount]
        annotations = get_annotations(func, globals=self.globals, locals=self.locals,
                                      eval_str=self.eval_str)
        defaults = func.__defaults__ or ()
        kwdefaults = func.__kwdefaults__ or {}

        def parameter(name, kind, default=_empty):
            return make(name, annotation=annotations.get(name, _empty), kind=kind,
                        default=default)

        parameters = []
        without_default = count - len(defaults)
        for i, name in enumerate(names[:count]):
            kind = (_POSITIONAL_ONLY if i < code.co_posonlyargcount
                    else _POSITIONAL_OR_KEYWORD)
            default = _empty if i < without_default else defaults[i - without_default]
            parameters.append(parameter(name, kind, default))
        index = count + len(keyword_only)
        if code.co_flags & _CO_VARARGS:
            parameters.append(parameter(names[index], _VAR_POSITIONAL))
            index += 1
        for name in keyword_only:
            parameters.append(parameter(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty)))
        if code.co_flags & _CO_VARKEYWORDS:
            parameters.append(parameter(names[index], _VAR_KEYWORD))
        return self.sigcls(
            parameters, return_annotation=annotations.get("return", _empty),
            __validate_parameters__=not isinstance(func, types.FunctionType))

    def _of_class(self, cls):
        # What is called: the metaclass's __call__, else __new__ or __init__,
        # whichever comes first in the MRO.
        call = self._user_defined(type(cls), "__call__", cls)
        if call is not None:
            return self.find(call)
        new = self._user_defined(cls, "__new__", cls)
        init = self._user_defined(cls, "__init__", cls)
        for base in cls.__mro__:
            if new is not None and "__new__" in base.__dict__:
                sig = self.find(new)
                return _without_first(sig) if self.skip_bound_arg else sig
            if init is not None and "__init__" in base.__dict__:
                return self.find(init)
        # Built-in classes have texts.
        for base in cls.__mro__[:-1]:
            text = getattr(base, "__text_signature__", None)
            if text:
                return _signature_fromstr(self.sigcls, base, text)
        if (type not in cls.__mro__ and cls.__init__ is object.__init__
                and cls.__new__ is object.__new__):
            return self.sigcls.from_callable(object)
        if type in cls.__mro__:
            raise ValueError(f"callable {cls!r} is not supported by signature")
        raise ValueError(f"no signature found for builtin type {cls!r}")

    def _user_defined(self, cls, name, instance):
        """A method that is written in Python; None for a built-in one."""
        if name == "__new__":
            method = getattr(cls, name, None)
        else:
            method = getattr_static(cls, name, None)
        if method is None:
            return None
        innermost = None
        if self.follow_wrapped:
            innermost = unwrap(method, stop=lambda m: (hasattr(m, "__signature__")
                                                       or _signature_is_builtin(m)))
        if (isinstance(method, _NonUserDefinedCallables)
                or isinstance(innermost, _NonUserDefinedCallables)
                or _stands_for_builtin(method)):
            return None
        if name != "__new__":
            method = _descriptor_get(method, instance)
        return method


def _of_partial(wrapped_sig, partial, extra_args=()):
    """The signature that is left of wrapped_sig when partial has filled in its arguments."""
    keywords = partial.keywords or {}
    try:
        given = wrapped_sig.bind_partial(*extra_args, *(partial.args or ()), **keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    result = []
    keyword_only = []
    by_name = False  # behind an argument given by name all others have to be
    for name, param in wrapped_sig.parameters.items():
        kind = param.kind
        if name in given:
            if kind is _POSITIONAL_ONLY:
                continue
            if kind is _POSITIONAL_OR_KEYWORD:
                if name not in keywords:
                    continue
                by_name = True
                param = param.replace(default=given[name])
            elif kind is _KEYWORD_ONLY:
                param = param.replace(default=given[name])
        if not by_name:
            result.append(param)
        elif kind is _POSITIONAL_OR_KEYWORD:
            keyword_only.append(param.replace(kind=_KEYWORD_ONLY))
        elif kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            keyword_only.append(param)
    return wrapped_sig.replace(parameters=result + keyword_only)


# Signatures in text

def _split_parameters(text):
    """The text between the commas that are outside of brackets and strings."""
    parts = [""]
    depth = 0
    quote = None
    previous = ""
    for char in text:
        if quote:
            if char == quote and previous != "\\":
                quote = None
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append("")
            previous = ""
            continue
        parts[-1] += char
        previous = "" if previous == "\\" else char
    return [part.strip() for part in parts if part.strip()]


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    """The signature that a text like "($self, x, /, y=None)" means."""
    message = f"{obj!r} builtin has invalid signature"
    s = s.strip()
    if not s.startswith("("):
        raise ValueError(message)
    end = s.rfind(")")
    module = getattr(obj, "__module__", None) or getattr(
        getattr(obj, "__objclass__", None), "__module__", None)
    module = sys.modules.get(module)
    namespace = dict(sys.modules["builtins"].__dict__)
    namespace.update(sys.modules)
    if module:
        namespace.update(module.__dict__)

    make = cls._parameter_cls
    parameters = []
    kind = _POSITIONAL_OR_KEYWORD
    has_self = False
    for part in _split_parameters(s[1:end]):
        if part == "/":
            parameters = [param.replace(kind=_POSITIONAL_ONLY) for param in parameters]
            continue
        if part == "*":
            kind = _KEYWORD_ONLY
            continue
        name, _, default = part.partition("=")
        name = name.partition(":")[0].strip()
        param_kind = kind
        if name.startswith("**"):
            name, param_kind = name[2:], _VAR_KEYWORD
        elif name.startswith("*"):
            name, param_kind, kind = name[1:], _VAR_POSITIONAL, _KEYWORD_ONLY
        elif name.startswith("$"):
            name, has_self = name[1:], True
        try:
            value = _empty
            if default:
                value = _default_of(default.strip(), namespace)
            parameters.append(make(name, param_kind, default=value))
        except (ValueError, SyntaxError):
            raise ValueError(message) from None
    if has_self:
        owner = getattr(obj, "__self__", None)
        if owner is not None and (isinstance(owner, types.ModuleType) or skip_bound_arg):
            parameters.pop(0)
        else:
            # It can't be passed by name.
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return cls(parameters)


def _default_of(text, namespace):
    if text.startswith("<") and text.endswith(">"):
        raise ValueError("no expression")
    try:
        value = eval(text, namespace)
    except Exception:
        raise ValueError("no value") from None
    # Other objects would show themselves in a way that tells nothing.
    if not isinstance(value, (str, int, float, complex, bytes, tuple, list, dict, set,
                              type(None), type(...))):
        raise ValueError("no constant")
    return value
