"""Helpers for import machinery: specs and modules made by hand."""

import sys
import types
from _frozen_importlib import ModuleSpec, SourceFileLoader, _find_spec, module_from_spec
from importlib import import_module

__all__ = ["LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source",
           "find_spec", "module_from_spec", "resolve_name", "source_from_cache", "source_hash",
           "spec_from_file_location", "spec_from_loader"]

# No compiled files are written or read; the number is that of CPython's.
MAGIC_NUMBER = b"\xf3\r\r\n"

_CACHE = "__pycache__"
_OPTIMIZED = "opt-"


def __getattr__(name):
    if name == "Loader":
        from importlib.abc import Loader
        return Loader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _cache_tag():
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    return tag


def cache_from_source(path, debug_override=None, *, optimization=None):
    """The name of the compiled file that belongs to a source file."""
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead",
                      DeprecationWarning, stacklevel=2)
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    import os.path
    head, tail = os.path.split(os.fspath(path))
    base, dot, rest = tail.rpartition(".")
    name = f"{base or rest}{dot}{_cache_tag()}"
    if optimization is None:
        optimization = sys.flags.optimize or ""
    optimization = str(optimization)
    if optimization:
        if not optimization.isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        name += f".{_OPTIMIZED}{optimization}"
    name += ".pyc"
    if sys.pycache_prefix is not None:
        head = os.path.abspath(head)
        return os.path.join(sys.pycache_prefix, head.lstrip("/"), name)
    return os.path.join(head, _CACHE, name)


def source_from_cache(path):
    """The name of the source file that a compiled file belongs to."""
    _cache_tag()
    import os.path
    path = os.fspath(path)
    head, name = os.path.split(path)
    prefix = sys.pycache_prefix
    if prefix is not None and head.startswith(prefix.rstrip("/") + "/"):
        head = head[len(prefix.rstrip("/")):]
    else:
        head, folder = os.path.split(head)
        if folder != _CACHE:
            raise ValueError(f"{_CACHE} not bottom-level directory in {path!r}")
    parts = name.split(".")
    if len(parts) not in (3, 4):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if len(parts) == 4:
        level = parts[-2]
        if not level.startswith(_OPTIMIZED):
            raise ValueError(f"optimization portion of filename does not start with "
                             f"{_OPTIMIZED!r}")
        if not level[len(_OPTIMIZED):].isalnum():
            raise ValueError(f"optimization level {level!r} is not an alphanumeric value")
    return os.path.join(head, parts[0] + ".py")


def decode_source(source_bytes):
    """The text of a source file, its newlines as \\n."""
    from linecache import _encoding_of
    text = source_bytes.decode(_encoding_of(source_bytes))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def source_hash(source_bytes):
    """The hash of a source that compiled files have: refused, as there are no such files."""
    raise NotImplementedError("importlib.util.source_hash is not supported: "
                              "there are no compiled files")


class _LazyModule(types.ModuleType):
    """A module that is loaded when an attribute of it is asked for."""

    def __getattribute__(self, name):
        spec = object.__getattribute__(self, "__spec__")
        state = spec.loader_state
        if type(self) is _LazyModule:
            before = state["__dict__"]
            own = object.__getattribute__(self, "__dict__")
            # What was set by hand before stays.
            changed = {key: value for key, value in own.items()
                       if key not in before or before[key] is not value}
            self.__class__ = state["__class__"]
            spec.loader.exec_module(self)
            if spec.name in sys.modules and sys.modules[spec.name] is not self:
                raise ValueError(f"module object for {spec.name!r} substituted in sys.modules "
                                 "during a lazy load")
            own.update(changed)
        return getattr(self, name)

    def __delattr__(self, name):
        self.__getattribute__(name)
        delattr(self, name)


class LazyLoader:
    """A loader that puts off what another loader does until the module is used."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """What makes lazy loaders of a kind."""
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Has the module be loaded when it is used."""
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {"__dict__": module.__dict__.copy(),
                                        "__class__": module.__class__}
        module.__class__ = _LazyModule


def resolve_name(name, package):
    """The absolute name of a relative one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} "
                          "(required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    name = name[level:]
    return f"{parts[0]}.{name}" if name else parts[0]


def find_spec(name, package=None):
    """The spec of a module that need not be imported, or None."""
    full = resolve_name(name, package) if name.startswith(".") else name
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent_name = full.rpartition(".")[0]
    if not parent_name:
        return _find_spec(full, None)
    parent = import_module(parent_name)
    try:
        path = parent.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} "
                                  f"while trying to find {full!r}", name=full) from error
    return _find_spec(full, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec for a loader."""
    if origin is None and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader,
                                       submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=...):
    """A spec for a file."""
    import os
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        if not location.startswith("/"):
            location = f"{os.getcwd()}/{location.removeprefix('./')}"
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is ...:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                pass
        spec.submodule_search_locations = [] if is_package else None
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(location.rpartition("/")[0])
    return spec
