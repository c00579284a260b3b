"""Annotations as signatures show them, for inspect and dataclasses."""

import types

# What the functions below show as their module.
__name__ = "inspect"


def formatannotation(annotation, base_module=None):
    """The text of an annotation; names of builtins and of base_module stand alone."""
    if getattr(annotation, "__module__", None) == "typing":
        text = repr(annotation)
        return _without_prefix(text, "typing.")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _without_prefix(text, prefix):
    """text with prefix removed from every dotted name that starts with it."""
    pieces = text.split(prefix)
    result = pieces[0]
    for piece in pieces[1:]:
        before = result[-1:]
        if before.isalnum() or before in ("_", "."):
            result += prefix  # a longer name that ends so
        result += piece
    return result
