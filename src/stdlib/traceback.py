"""Tracebacks as text: extracting, formatting and printing them."""

import sys
from _name_suggestions import suggestion_for as _suggestion_for
from _traceback_stack import (
    Colors as _Colors, FrameSummary, StackSummary, _RECURSIVE_CUTOFF, indent as _indent,
    safe_string as _safe_string, walk_stack, walk_tb,
    walk_tb_with_positions as _walk_tb_with_full_positions)

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
    "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last",
    "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
    "TracebackException", "walk_stack", "walk_tb",
]

# As a limit: what the interpreter keeps to when it shows an exception itself.
BUILTIN_EXCEPTION_LIMIT = "builtin"


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


# Stacks and tracebacks

def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end="")


def print_list(extracted_list, file=None):
    """Print what extract_tb() or extract_stack() gave."""
    _write(StackSummary.from_list(extracted_list).format(), file)


def format_list(extracted_list):
    """What extract_tb() or extract_stack() gave as a list of strings."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print a traceback's frames: the first limit ones, the last ones if it is negative."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """A traceback's frames as a list of strings."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """A traceback's frames as a StackSummary."""
    return StackSummary._extract_with_positions(_walk_tb_with_full_positions(tb), limit=limit)


def print_stack(f=None, limit=None, file=None):
    """Print the stack up to a frame, which is the caller's if none is given."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The stack up to a frame as a list of strings."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The stack up to a frame, the oldest first, as a StackSummary."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drop the local variables of a traceback's frames, and what they keep alive."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it still runs
        tb = tb.tb_next


# Exceptions

def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is not None:
            if isinstance(exc, BaseException):
                return exc, exc.__traceback__
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return None, None
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True,
                    **kwargs):
    """Print an exception with its traceback, and those it came out of unless chain is false."""
    colorize = kwargs.get("colorize", False)
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    te.print(file=file, chain=chain, colorize=colorize)


def _print_exception_bltin(exc, /):
    """What the interpreter calls to show an exception when this module is loaded."""
    file = sys.stderr if sys.stderr is not None else sys.__stderr__
    print_exception(exc, limit=BUILTIN_EXCEPTION_LIMIT, file=file)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """What print_exception() prints as a list of strings."""
    colorize = kwargs.get("colorize", False)
    value, tb = _parse_value_tb(exc, value, tb)
    te = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(te.format(chain=chain, colorize=colorize))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The last lines of a traceback: what the exception is, as a list of strings."""
    colorize = kwargs.get("colorize", False)
    if value is _sentinel:
        value = exc
    te = TracebackException(type(value), value, None, compact=True)
    return list(te.format_exception_only(show_group=show_group, colorize=colorize))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """What print_exc() prints as a string."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that was last shown by the interactive interpreter."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback,
                        limit=limit, file=file, chain=chain)


def _final_line(kind, value, *, insert_final_newline=True, colorize=False):
    text = _safe_string(value, "exception")
    end = "\n" if insert_final_newline else ""
    if colorize:
        kind = _Colors.paint(kind, _Colors.kind)
        shown = text and _Colors.paint(text, _Colors.message)
    else:
        shown = text
    return f"{kind}{end}" if value is None or not text else f"{kind}: {shown}{end}"


_CAUSE_MESSAGE = ("\nThe above exception was the direct cause "
                  "of the following exception:\n\n")
_CONTEXT_MESSAGE = ("\nDuring handling of the above exception, "
                    "another exception occurred:\n\n")


class _Margin:
    """What stands left of the lines of an exception group, by its depth."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, lines, char="|"):
        prefix = self.indent()
        if self.depth:
            prefix += char + " "
        for text in [lines] if isinstance(lines, str) else lines:
            yield _indent(text, prefix)


class TracebackException:
    """An exception with all that is needed to show it, but not the exception itself.

    Values are turned into strings at once, so that no frame is kept alive.
    """

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        options = {
            "limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
            "max_group_width": max_group_width, "max_group_depth": max_group_depth}
        nested = _seen is not None
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_with_positions(
            _walk_tb_with_full_positions(exc_traceback), limit=limit,
            lookup_lines=lookup_lines, capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: "
                              f"{_safe_string(error, '__notes__', repr)}"]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
            # A metaclass may say that a class is false.
            if exc_type:
                self._take_details(exc_type, exc_value, exc_traceback)
        else:
            self.exc_type_qualname = None
            self.exc_type_module = None
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = (
            exc_value.__suppress_context__ if exc_value is not None else False)
        self.__cause__ = self.__context__ = self.exceptions = None
        if not nested:
            self._take_others(exc_value, seen, compact, options)

    def _take_details(self, exc_type, exc_value, tb):
        if issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = _text_or_none(exc_value.lineno)
            self.end_lineno = _text_or_none(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
            self._is_syntax_error = True
            return
        if issubclass(exc_type, ImportError):
            wrong_name = getattr(exc_value, "name_from", None)
        elif issubclass(exc_type, (NameError, AttributeError)):
            wrong_name = getattr(exc_value, "name", None)
        else:
            return
        if wrong_name is None:
            return
        suggestion = _suggestion_for(exc_value, tb, wrong_name)
        if suggestion:
            self._str += f". Did you mean: '{suggestion}'?"
        if issubclass(exc_type, NameError) and wrong_name in getattr(
                sys, "stdlib_module_names", ()):
            if suggestion:
                self._str += f" Or did you forget to import '{wrong_name}'?"
            else:
                self._str += f". Did you forget to import '{wrong_name}'?"

    def _take_others(self, exc_value, seen, compact, options):
        """Add causes, contexts and members of groups; not by recursion, as chains may be long."""
        def summary(e):
            return TracebackException(type(e), e, e.__traceback__, _seen=seen, **options)

        queue = [(self, exc_value)]
        while queue:
            te, e = queue.pop()
            if e is None:
                continue
            cause, context = e.__cause__, e.__context__
            if cause is not None and id(cause) not in seen:
                te.__cause__ = summary(cause)
                queue.append((te.__cause__, cause))
            if compact:
                needed = te.__cause__ is None and not e.__suppress_context__
            else:
                needed = True
            if context is not None and needed and id(context) not in seen:
                te.__context__ = summary(context)
                queue.append((te.__context__, context))
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = [summary(member) for member in e.exceptions]
                queue.extend(zip(te.exceptions, e.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception: deprecated, as it should not be kept."""
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.",
                      DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the exception's class, as it is shown."""
        if not self._have_exc_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        module = self.exc_type_module
        if not isinstance(module, str):
            module = "<unknown>"
        return f"{module}.{self.exc_type_qualname}"

    def _load_lines(self):
        for frame in self.stack:
            frame.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The lines that tell what the exception is, with its notes.

        With show_group those of an exception group's members follow.
        """
        colorize = kwargs.get("colorize", False)
        margin = 3 * _depth * " "
        if not self._have_exc_type:
            yield margin + _final_line(None, self._str, colorize=colorize)
            return
        kind = self.exc_type_str
        if self._is_syntax_error:
            yield from [margin + line for line in self._format_syntax_error(kind, colorize)]
        elif _depth > 0:
            text = _final_line(kind, self._str, insert_final_newline=False, colorize=colorize)
            yield from [f"{margin}{line}\n" for line in text.split("\n")]
        else:
            yield _final_line(kind, self._str, colorize=colorize)

        notes = self.__notes__
        if _is_sequence(notes):
            for note in notes:
                for line in _safe_string(note, "note").split("\n"):
                    yield f"{margin}{line}\n"
        elif notes is not None:
            yield f"{margin}{_safe_string(notes, '__notes__', func=repr)}\n"
        if self.exceptions and show_group:
            for exception in self.exceptions:
                yield from exception.format_exception_only(
                    show_group=show_group, _depth=_depth + 1, colorize=colorize)

    def _format_syntax_error(self, kind, colorize):
        suffix = ""
        if self.lineno is not None:
            filename = f'"{self.filename or "<string>"}"'
            lineno = self.lineno
            if colorize:
                filename = _Colors.paint(filename, _Colors.place)
                lineno = _Colors.paint(str(lineno), _Colors.place)
            yield f"  File {filename}, line {lineno}\n"
        elif self.filename is not None:
            suffix = f" ({self.filename})"

        if isinstance(self.text, str):
            yield from self._format_source_line(colorize)
        msg = self.msg or "<no detail available>"
        if colorize:
            kind = _Colors.paint(kind, _Colors.kind)
            msg = _Colors.paint(msg, _Colors.message)
        yield f"{kind}: {msg}{suffix}\n"

    def _format_source_line(self, colorize):
        """The line of a syntax error with its mark."""
        text = self.text.rstrip("\n")
        shown = text.lstrip(" \n\f")
        spaces = len(text) - len(shown)
        offset = self.offset
        if offset is None or self.lineno is None:
            yield f"    {shown}\n"
            return
        if self.lineno == self.end_lineno:
            end_offset = self.end_offset if self.end_offset not in (None, 0) else offset
        else:
            end_offset = len(text) + 1
        if self.text:
            offset = min(offset, len(text) + 1)
            end_offset = min(end_offset, len(text) + 1)
        if end_offset <= offset:
            end_offset = offset + 1
        # From columns of the file, which count from 1, to those of what is shown.
        start = offset - 1 - spaces
        end = end_offset - 1 - spaces
        if start < 0:
            yield f"    {shown}\n"
            return
        # Tabs stay, so that the mark stands below.
        space = "".join([char if char.isspace() else " " for char in shown[:start]])
        marks = "^" * (end - start)
        if colorize:
            shown = shown[:start] + _Colors.paint(shown[start:end], _Colors.error) + shown[end:]
            marks = _Colors.paint(marks, _Colors.error)
        yield f"    {shown}\n"
        yield f"    {space}{marks}\n"

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """The lines of the traceback, with those of the exceptions it came out of."""
        colorize = kwargs.get("colorize", False)
        margin = _Margin() if _ctx is None else _ctx
        shown = []
        exc = self
        message = None
        while exc is not None:
            shown.append((message, exc))
            if not chain:
                break
            if exc.__cause__ is not None:
                message, exc = _CAUSE_MESSAGE, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                message, exc = _CONTEXT_MESSAGE, exc.__context__
            else:
                break
        # The oldest comes first, and the message stands after the older one.
        for index in range(len(shown) - 1, -1, -1):
            exc = shown[index][1]
            yield from exc._format_alone(margin, chain, colorize)
            if shown[index][0] is not None:
                yield from margin.emit(shown[index][0])

    def _format_alone(self, margin, chain, colorize):
        if self.exceptions is None:
            if self.stack:
                yield from margin.emit("Traceback (most recent call last):\n")
                yield from margin.emit(self.stack.format(colorize=colorize))
            yield from margin.emit(self.format_exception_only(colorize=colorize))
        elif margin.depth > self.max_group_depth:
            yield from margin.emit(f"... (max_group_depth is {self.max_group_depth})\n")
        else:
            yield from self._format_group(margin, chain, colorize)

    def _format_group(self, margin, chain, colorize):
        is_toplevel = margin.depth == 0
        if is_toplevel:
            margin.depth += 1
        if self.stack:
            yield from margin.emit("Exception Group Traceback (most recent call last):\n",
                                   "+" if is_toplevel else "|")
            yield from margin.emit(self.stack.format(colorize=colorize))
        yield from margin.emit(self.format_exception_only(colorize=colorize))
        count = len(self.exceptions)
        width = self.max_group_width
        last = min(count - 1, width)
        margin.need_close = False
        for i in range(last + 1):
            if i == last:
                margin.need_close = True  # unless a group within closes
            title = i + 1 if i < width else "..."
            yield (f"{margin.indent()}{'+-' if i == 0 else '  '}"
                   f"+---------------- {title} ----------------\n")
            margin.depth += 1
            if i < width:
                yield from self.exceptions[i].format(chain=chain, _ctx=margin)
            else:
                rest = count - width
                yield from margin.emit(f"and {rest} more exception{'s' if rest > 1 else ''}\n")
            if i == last and margin.need_close:
                yield f"{margin.indent()}+------------------------------------\n"
                margin.need_close = False
            margin.depth -= 1
        if is_toplevel:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Print what format() gives."""
        _write(self.format(chain=chain, colorize=kwargs.get("colorize", False)), file)


def _text_or_none(value):
    return None if value is None else str(value)


def _is_sequence(obj):
    from _collections_abc import Sequence
    return isinstance(obj, Sequence) and not isinstance(obj, (str, bytes))
