"""Python's values laid out to be read.

>>> pp({"name": "x" * 30, "parts": ["y" * 30, "z" * 30]})
{'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
 'parts': ['yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz']}
"""

import collections as _collections
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    """Print a value to a file; standard output if none is given."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """What pprint() prints, as a string."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr(object), but for what holds itself, which is shown by its type and id."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Is saferepr(object) an expression that gives the value again?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Does the value hold itself?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """A sort key that orders values without an order by the names of their types."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return ((str(type(self.obj)), id(self.obj))
                    < (str(type(other.obj)), id(other.obj)))


def _safe_tuple(item):
    return _safe_key(item[0]), _safe_key(item[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    # The options of pprint(): a subclass may override format().
    #
    # indent: columns per level; width: of a line; depth: how many levels are
    # shown; compact: several items on a line; sort_dicts: keys in their order;
    # underscore_numbers: 1_000 for 1000.

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Print a value."""
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        """What pprint() prints, without the end of the last line."""
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        """Does the value hold itself?"""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Is what pprint() prints an expression that gives the value again?"""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text, is it an expression for the value?, does it hold itself?) on one line.

        context has the ids of the values around this one as its keys.
        """
        return self._safe_repr(object, context, maxlevels, level)

    # A value goes on one line if it fits. If it doesn't, there may be a way
    # to lay it out; allowance is the room needed behind it.

    def _format(self, object, stream, indent, allowance, context, level):
        objid = id(object)
        if objid in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._layout_for(object)
            if layout is not None:
                context[objid] = 1
                layout(self, object, stream, indent, allowance, context, level + 1)
                del context[objid]
                return
        stream.write(text)

    def _layout_for(self, object):
        cls = type(object)
        layout = self._dispatch.get(cls.__repr__)
        if layout is None and hasattr(cls, "__dataclass_fields__") and not isinstance(
                object, type):
            # Only the __repr__ that dataclass() made.
            wrapped = getattr(cls.__repr__, "__wrapped__", None)
            if (cls.__dataclass_params__.repr and wrapped is not None
                    and "__create_fn__" in wrapped.__qualname__):
                layout = type(self)._pprint_dataclass
        return layout

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    # What consists of others

    def _pprint_items(self, items, write_item, stream, indent, allowance):
        """Write items one below the other; write_item(item, indent, allowance) does each."""
        separator = ",\n" + " " * indent
        pending = False
        last = None
        for item in items:
            if pending:
                write_item(last, indent, 1)
                stream.write(separator)
            last = item
            pending = True
        if pending:
            write_item(last, indent, allowance)

    def _write_indent_padding(self, stream):
        stream.write((self._indent_per_level - 1) * " ")

    def _format_items(self, items, stream, indent, allowance, context, level):
        """Write the items of a list; several on a line if compact."""
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            self._write_indent_padding(stream)
        if not self._compact:
            self._pprint_items(
                items, lambda item, indent, allowance:
                    self._format(item, stream, indent, allowance, context, level),
                stream, indent, allowance)
            return
        newline = ",\n" + " " * indent
        max_width = self._width - indent + 1
        width = max_width
        delimiter = ""
        iterator = iter(items)
        try:
            following = next(iterator)
        except StopIteration:
            return
        last = False
        while not last:
            item = following
            try:
                following = next(iterator)
            except StopIteration:
                last = True
                max_width -= allowance
                width -= allowance
            text = self._repr(item, context, level)
            needed = len(text) + 2
            if width < needed:
                width = max_width
                if delimiter:
                    delimiter = newline
            if width >= needed:
                width -= needed
                stream.write(delimiter + text)
                delimiter = ", "
                continue
            stream.write(delimiter)
            delimiter = newline
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        def write_item(item, indent, allowance):
            key, value = item
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance, context, level)

        self._pprint_items(items, write_item, stream, indent + self._indent_per_level, allowance)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        def write_item(item, indent, allowance):
            key, value = item
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")  # as their own reprs do
            else:
                self._format(value, stream, indent + len(key) + 1, allowance, context, level)

        self._pprint_items(items, write_item, stream, indent, allowance)

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write("{")
        if self._indent_per_level > 1:
            self._write_indent_padding(stream)
        if len(object):
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        self._pprint_call(object.__class__.__name__, list(object.items()), stream, indent,
                          allowance, context, level)

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = object.__class__
        if cls is set:
            stream.write("{")
            end = "}"
        else:
            stream.write(cls.__name__ + "({")
            end = "})"
            indent += len(cls.__name__) + 1
        items = sorted(object, key=_safe_key)
        self._format_items(items, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    # Strings

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        """Several literals one below the other, parted after lines and between words."""
        if not len(object):
            stream.write(repr(object))
            return
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        max_width = self._width - indent
        chunks = []
        text = ""
        for i, line in enumerate(lines):
            text = repr(line)
            last_line = i == len(lines) - 1
            if len(text) <= max_width - (allowance if last_line else 0):
                chunks.append(text)
                continue
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                last = last_line and j == len(parts) - 1
                if len(repr(candidate)) > max_width - (allowance if last else 0):
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(text)
            return
        if level == 1:
            stream.write("(")
        stream.write(("\n" + " " * indent).join(chunks))
        if level == 1:
            stream.write(")")

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write("(")
        delimiter = ""
        for text in _wrap_bytes_repr(object, self._width - indent, allowance):
            stream.write(delimiter + text)
            delimiter = "\n" + " " * indent
        if parens:
            stream.write(")")

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    # What shows itself as a call

    def _pprint_call(self, name, inner, stream, indent, allowance, context, level):
        stream.write(name + "(")
        self._format(inner, stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        self._pprint_call("mappingproxy", object.copy(), stream, indent, allowance, context,
                          level)

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        # The class itself shows itself by another name.
        name = ("namespace" if type(object) is _types.SimpleNamespace
                else object.__class__.__name__)
        stream.write(name + "(")
        self._format_namespace_items(object.__dict__.items(), stream, indent + len(name) + 1,
                                     allowance, context, level)
        stream.write(")")

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields
        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        stream.write(name + "(")
        self._format_namespace_items(items, stream, indent + len(name) + 1, allowance, context,
                                     level)
        stream.write(")")

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = object.__class__.__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "({")
        if self._indent_per_level > 1:
            self._write_indent_padding(stream)
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1,
                                allowance + 2, context, level)
        stream.write("})")

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        self._pprint_items(
            object.maps, lambda mapping, indent, allowance:
                self._format(mapping, stream, indent, allowance, context, level),
            stream, indent + len(name) + 1, allowance + 1)
        stream.write(")")

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = object.__class__.__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._format_items(object, stream, indent, 2, context, level)
            maxlen = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={maxlen})")

    def _pprint_user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    _dispatch = {
        dict.__repr__: _pprint_dict,
        _collections.OrderedDict.__repr__: _pprint_ordered_dict,
        list.__repr__: _pprint_list,
        tuple.__repr__: _pprint_tuple,
        set.__repr__: _pprint_set,
        frozenset.__repr__: _pprint_set,
        str.__repr__: _pprint_str,
        bytes.__repr__: _pprint_bytes,
        bytearray.__repr__: _pprint_bytearray,
        _types.MappingProxyType.__repr__: _pprint_mappingproxy,
        _types.SimpleNamespace.__repr__: _pprint_simplenamespace,
        _collections.defaultdict.__repr__: _pprint_default_dict,
        _collections.Counter.__repr__: _pprint_counter,
        _collections.ChainMap.__repr__: _pprint_chain_map,
        _collections.deque.__repr__: _pprint_deque,
        _collections.UserDict.__repr__: _pprint_user_data,
        _collections.UserList.__repr__: _pprint_user_data,
        _collections.UserString.__repr__: _pprint_user_data,
    }

    # On one line

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _builtin_scalars:
            return repr(object), True, False
        method = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and method is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        if issubclass(cls, dict) and method is dict.__repr__:
            brackets = "{}"
        elif issubclass(cls, list) and method is list.__repr__:
            brackets = "[]"
        elif issubclass(cls, tuple) and method is tuple.__repr__:
            brackets = "()"
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return brackets, True, False

        objid = id(object)
        left, right = brackets
        if maxlevels and level >= maxlevels:
            dots = "...," if left == "(" and len(object) == 1 else "..."
            return left + dots + right, False, objid in context
        if objid in context:
            return _recursion(object), False, True
        context[objid] = 1
        readable = True
        recursive = False

        def text_of(item):
            nonlocal readable, recursive
            text, is_readable, is_recursive = self.format(item, context, maxlevels, level + 1)
            readable = readable and is_readable
            recursive = recursive or is_recursive
            return text

        if left == "{":
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            parts = [f"{text_of(key)}: {text_of(value)}" for key, value in items]
        else:
            parts = [text_of(item) for item in object]
        del context[objid]
        if left == "(" and len(parts) == 1:
            right = ",)"
        return left + ", ".join(parts) + right, readable, recursive


_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _words(line):
    """A line in pieces of something and the white space behind it."""
    pieces = []
    start = i = 0
    while i < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        pieces.append(line[start:i])
        start = i
    return pieces


def _wrap_bytes_repr(object, width, allowance):
    """Literals for the parts of a bytes object, each of a multiple of four bytes."""
    current = b""
    last = len(object) // 4 * 4
    for i in range(0, len(object), 4):
        part = object[i:i + 4]
        candidate = current + part
        if i == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)
