"""Stacks of frames as tracebacks show them: FrameSummary and StackSummary of traceback."""

import linecache
import sys
import textwrap
from itertools import islice

# What the classes below show as their module.
__name__ = "traceback"

try:
    from _traceback import tb_positions as _positions
except ImportError:
    def _positions(tb):
        """Where the frame of a traceback entry is: (line, last line, column, last column)."""
        if tb.tb_lasti < 0:
            return None, None, None, None
        return next(islice(tb.tb_frame.f_code.co_positions(), tb.tb_lasti // 2, None))


class Colors:
    """The escape sequences of coloured tracebacks."""

    place = "\x1b[35m"
    kind = "\x1b[1;35m"
    message = "\x1b[35m"
    error = "\x1b[1;31m"
    error_range = "\x1b[31m"
    reset = "\x1b[0m"

    @classmethod
    def paint(cls, text, color):
        return f"{color}{text}{cls.reset}" if text else text


def indent(text, prefix):
    """text with prefix in front of every line, empty ones included."""
    return textwrap.indent(text, prefix, lambda line: True)


def walk_stack(f):
    """Each frame from f (from the caller for None) outwards, with its line."""
    if f is None:
        f = sys._getframe(1)
    return _walk_stack(f)


def _walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Each frame of a traceback, the outermost first, with its line."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_tb_with_positions(tb):
    """As walk_tb(), with (line, last line, column, last column) in place of the line."""
    while tb is not None:
        positions = _positions(tb)
        # The positions may lack the line, which the traceback never does.
        yield tb.tb_frame, (tb.tb_lineno, *positions[1:]) if positions[0] is None else positions
        tb = tb.tb_next


def safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


class FrameSummary:
    """One frame of a stack: a place in a file and what the code is called."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines",
                 "_dedented", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self._dedented = None
        if lookup_line:
            self.line
        self.locals = None
        if locals:
            self.locals = {name: safe_string(value, "local", func=repr)
                           for name, value in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _look_up(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            self._lines = "".join([
                linecache.getline(self.filename, lineno).rstrip() + "\n"
                for lineno in range(self.lineno, self.end_lineno + 1)])

    @property
    def _original_lines(self):
        self._look_up()
        return self._lines

    @property
    def _dedented_lines(self):
        self._look_up()
        if self._dedented is None and self._lines is not None:
            self._dedented = textwrap.dedent(self._lines)
        return self._dedented

    @property
    def line(self):
        """The first line, without the white space around it; None if there is no place."""
        self._look_up()
        if self._lines is None:
            return None
        return self._lines.partition("\n")[0].strip()


class StackSummary(list):
    """The frames of a stack, to be formatted."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make one of what walk_stack() or walk_tb() gives."""
        with_positions = ((frame, (lineno, None, None, None)) for frame, lineno in frame_gen)
        return klass._extract_with_positions(
            with_positions, limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)

    @classmethod
    def _extract_with_positions(klass, frame_gen, *, limit=None, lookup_lines=True,
                                capture_locals=False):
        builtin_limit = limit == "builtin"
        if limit is None or builtin_limit:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is None and builtin_limit:
                limit = 1000  # of what the interpreter shows itself
            elif limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            frame_gen = islice(frame_gen, limit) if limit >= 0 else list(frame_gen)[limit:]

        result = klass()
        filenames = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            filenames.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            # Lines are looked up below, when all files have been checked.
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make one of FrameSummary objects or (file, line, name, source) tuples."""
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The lines of one frame as one string; None would leave the frame out."""
        colorize = kwargs.get("colorize", False)
        filename = frame_summary.filename
        if filename.startswith("<stdin>-"):
            filename = "<stdin>"
        if colorize:
            shown = [Colors.paint(text, Colors.place) for text in
                     (f'"{filename}"', str(frame_summary.lineno), frame_summary.name)]
        else:
            shown = [f'"{filename}"', frame_summary.lineno, frame_summary.name]
        parts = ["  File {}, line {}, in {}\n".format(*shown)]
        dedented = frame_summary._dedented_lines
        if dedented and dedented.strip():
            if frame_summary.colno is None or frame_summary.end_colno is None:
                parts.append(f"    {frame_summary.line}\n")
            else:
                parts.append(indent(_marked_source(frame_summary, colorize), "    "))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                parts.append(f"    {name} = {value}\n")
        return "".join(parts)

    def format(self, **kwargs):
        """The frames as a list of strings, of equal ones in a row the first three only."""
        colorize = kwargs.get("colorize", False)
        result = []
        last = None
        count = 0
        for frame in self:
            formatted = self.format_frame_summary(frame, colorize=colorize)
            if formatted is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if None in place or place != last:
                _note_repetition(result, count)
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(formatted)
        _note_repetition(result, count)
        return result


_RECURSIVE_CUTOFF = 3


def _note_repetition(result, count):
    count -= _RECURSIVE_CUTOFF
    if count > 0:
        result.append(f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n")


# Marks below the source

def _character_offset(text, offset):
    """The index of the character at an offset in bytes."""
    return len(text.encode("utf-8")[:offset].decode("utf-8", errors="replace"))


def display_width(text, offset=None):
    """How many columns text, up to an index, takes on a terminal."""
    if offset is None:
        offset = len(text)
    if text.isascii():
        return offset
    import unicodedata
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text[:offset])


def _marked_source(summary, colorize):
    """The lines of a frame's expression, dedented, with ~ and ^ below where they help."""
    from _caret_anchors import anchors as find_anchors, is_plain_call
    original = summary._original_lines.splitlines()
    count = summary.end_lineno - summary.lineno + 1
    lines = summary._dedented_lines.split("\n")[:count]
    start = _character_offset(original[0], summary.colno)
    end = _character_offset(original[count - 1], summary.end_colno)
    cut = len(original[0]) - len(lines[0])
    start = max(0, start - cut)
    end = max(0, end - cut)

    source = "\n".join(lines)
    anchors = find_anchors(source[start:len(source) - (len(lines[-1]) - end)])
    if is_plain_call(lines, start, end):
        marked = False
    else:
        # Where the whole of the lines is meant there is nothing to point out.
        marked = bool(anchors or lines[0][:start].strip() or lines[-1][end:].rstrip())

    shown = {0, len(lines) - 1}
    if anchors:
        # Columns of the first line count from where the expression starts.
        left_line, left, right_line, right = anchors
        left += start if left_line == 0 else 0
        right += start if right_line == 0 else 0
        shown.update(range(left_line - 1, left_line + 2), range(right_line - 1, right_line + 2))
        anchors = (left_line, display_width(lines[left_line], left),
                   right_line, display_width(lines[right_line], right))
    first = display_width(lines[0], start)
    last = display_width(lines[-1], end)

    result = []
    previous = None
    for lineno in sorted(shown & set(range(len(lines)))):
        skipped = 0 if previous is None else lineno - previous - 1
        if skipped > 1:
            result.append(f"...<{skipped} lines>...")
        for number in range(lineno - (skipped == 1), lineno + 1):
            _append_line(result, lines, number, first, last, anchors if marked else None,
                         marked, colorize)
        previous = lineno
    return textwrap.dedent("".join([line + "\n" for line in result]))


def _append_line(result, lines, number, first, last, anchors, marked, colorize):
    line = lines[number]
    if not marked:
        result.append(line)
        return
    margin = len(line) - len(line.lstrip())
    width = last if number == len(lines) - 1 else display_width(line)
    marks = []
    for column in range(width):
        if column < margin or (number == 0 and column < first):
            marks.append(" ")
        elif anchors is None:
            marks.append("^")
        else:
            left_line, left, right_line, right = anchors
            inside = (left_line, left) <= (number, column) < (right_line, right)
            marks.append("^" if inside else "~")
    if not colorize:
        result += [line, "".join(marks)]
        return
    painted_line, painted_marks = [], []
    column = 0
    while column < len(marks):
        stop = column
        while stop < len(marks) and marks[stop] == marks[column]:
            stop += 1
        color = {"^": Colors.error, "~": Colors.error_range}.get(marks[column])
        painted_line.append(_painted(line[column:stop], color))
        painted_marks.append(_painted("".join(marks[column:stop]), color))
        column = stop
    painted_line.append(line[len(marks):])
    result += ["".join(painted_line), "".join(painted_marks)]


def _painted(text, color):
    return text if color is None else Colors.paint(text, color)
