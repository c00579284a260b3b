"""Regular expressions: search, split and replace text by patterns.

The engine is native (`_sre`); the classes Pattern and Match are its. This module has the functions that take
a pattern as text, the flags, the error, and a scanner for tokens. The flags are an enum made when one is
asked for, so that importing this module is cheap.
"""

import _sre
from _sre import Match, Pattern, compile as _compile

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge",
    "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE",
    "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

__version__ = "2.2.1"


class PatternError(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


# Flags ------------------------------------------------------------------------------------------

_FLAG_NAMES = {
    "NOFLAG": 0, "ASCII": 256, "A": 256, "IGNORECASE": 2, "I": 2, "LOCALE": 4, "L": 4, "UNICODE": 32, "U": 32,
    "MULTILINE": 8, "M": 8, "DOTALL": 16, "S": 16, "VERBOSE": 64, "X": 64, "DEBUG": 128,
}


def __getattr__(name):
    # The first to ask for a flag has the enum made.
    if name == "RegexFlag" or name in _FLAG_NAMES:
        _make_flags()
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_FLAG_NAMES, "RegexFlag"} - {"__getattr__", "__dir__"})


def _make_flags():
    import enum

    class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
        NOFLAG = 0
        ASCII = A = 256
        IGNORECASE = I = 2
        LOCALE = L = 4
        UNICODE = U = 32
        MULTILINE = M = 8
        DOTALL = S = 16
        VERBOSE = X = 64
        DEBUG = 128
        __str__ = object.__str__
        _numeric_repr_ = hex

    RegexFlag.__qualname__ = "RegexFlag"
    enum.global_enum(RegexFlag)
    namespace = globals()
    namespace["RegexFlag"] = RegexFlag
    namespace.update(RegexFlag.__members__)


# Functions --------------------------------------------------------------------------------------

def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def purge():
    "Clear the regular expression caches"
    _sre.purge()


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string.

    If the pattern has groups, the items are their matches: a tuple if there is more than one."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the
    string.  For each match, the iterator returns a Match object."""
    return _compile(pattern, flags).finditer(string)


class _NotGiven(int):
    pass


_not_given = _NotGiven()


def _positional(function, name, given, args, required):
    # The two arguments that used to be positional, from those given by keyword and those by position.
    values = list(given.values())
    names = list(given)
    if len(args) > 2:
        raise TypeError(f"{function}() takes from {required} to {required + 2} positional arguments "
                        f"but {required + len(args)} were given")
    for index, arg in enumerate(args):
        if values[index] is not _not_given:
            raise TypeError(f"{function}() got multiple values for argument {names[index]!r}")
        values[index] = arg
    import warnings
    warnings.warn(f"{name!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return values


def sub(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """Return the string obtained by replacing the leftmost
    non-overlapping occurrences of the pattern in string by the
    replacement repl, a string with escapes or a callable that gets
    the Match object and returns a string."""
    if args:
        count, flags = _positional("sub", "count", {"count": count, "flags": flags}, args, 3)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_not_given, flags=_not_given):
    """Return a 2-tuple containing (new_string, number): what sub
    returns, and the number of substitutions that were made."""
    if args:
        count, flags = _positional("subn", "count", {"count": count, "flags": flags}, args, 3)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_not_given, flags=_not_given):
    """Split the source string by the occurrences of the pattern,
    returning a list containing the resulting substrings and what
    the pattern's groups have matched. If maxsplit is nonzero, at
    most maxsplit splits occur, and the remainder of the string is
    returned as the final element of the list."""
    if args:
        given = {"maxsplit": maxsplit, "flags": flags}
        maxsplit, flags = _positional("split", "maxsplit", given, args, 2)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"

_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """
    Escape special characters in a string.
    """
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


# Tokens -----------------------------------------------------------------------------------------

class Scanner:
    # Finds tokens: each pattern of the lexicon comes with what to do with its matches, a function of the
    # scanner and the text, a value, or None to skip them.

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = {}
        group = 1
        parts = []
        for phrase, action in lexicon:
            parts.append(f"({phrase})")
            self._actions[group] = action
            group += 1 + _compile(phrase, flags).groups
        self.scanner = _compile("|".join(parts), flags)

    def scan(self, string):
        result = []
        match = self.scanner.scanner(string).match
        end = 0
        while found := match():
            start, end = end, found.end()
            if start == end:
                end = start
                break
            action = self._actions[found.lastindex]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
        return result, string[end:]


# Copying and pickling ---------------------------------------------------------------------------

def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


import copyreg as _copyreg
_copyreg.pickle(Pattern, _pickle, _compile)
