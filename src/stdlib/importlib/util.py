"""Helpers for import machinery: specs and modules made by hand."""

import sys
from _frozen_importlib import ModuleSpec, SourceFileLoader, _find_spec, module_from_spec
from importlib import import_module

__all__ = ["find_spec", "module_from_spec", "resolve_name", "spec_from_file_location",
           "spec_from_loader"]


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
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    if origin is None and hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=...):
    """A spec for a file."""
    if location is None:
        location = "<unknown>"
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is ...:
        is_package = hasattr(loader, "is_package") and loader.is_package(name)
        spec.submodule_search_locations = [] if is_package else None
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(location.rpartition("/")[0])
    return spec
