"""Import machinery as functions: import_module, reload, invalidate_caches."""

import sys
from _frozen_importlib import _exec, _find_spec

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__
_reloading = {}


def invalidate_caches():
    """Call the invalidate_caches() method of all finders in sys.meta_path."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Import a module. 'package' is what a relative name starts from."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a "
                            f"relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        name = name[level:]
        parts = package.rsplit(".", level - 1)
        if len(parts) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = f"{parts[0]}.{name}" if name else parts[0]
    if name not in sys.modules or sys.modules[name] is None:
        __import__(name, None, None, ["*nothing*"][:0])
    return sys.modules[name]


def reload(module):
    """Reload the module and return it: its namespace is kept and run over again."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent_name = name.rpartition(".")[0]
        path = None
        if parent_name:
            try:
                parent = sys.modules[parent_name]
            except KeyError:
                raise ImportError(f"parent {parent_name!r} not in sys.modules",
                                  name=parent_name) from None
            path = parent.__path__
        spec = module.__spec__ = _find_spec(name, path, module)
        if spec is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        _exec(spec, module)
        return sys.modules[name]
    finally:
        del _reloading[name]
