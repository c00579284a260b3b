"""Compiling what is typed, which may not be complete yet.

>>> compile_command("if x:") is None, compile_command("x = 1") is None
(True, False)
"""

import __future__
import warnings

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _maybe_compile(compiler, source, filename, symbol):
    """The code, or None if more must follow; raises what is wrong with the source."""
    lines = [line.strip() for line in source.split("\n")]
    if symbol != "eval" and all(not line or line[0] == "#" for line in lines):
        source = "pass"
    with warnings.catch_warnings():
        # What is compiled in the end warns.
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        if _needs_more(compiler, source, filename, symbol):
            return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _needs_more(compiler, source, filename, symbol):
    """Whether the source can't be compiled, but another line might mend it."""
    try:
        compiler(source, filename, symbol)
    except SyntaxError:
        try:
            compiler(source + "\n", filename, symbol)
        except _IncompleteInputError:
            return True
        except SyntaxError:
            return False
        return True
    return False


class Compile:
    """Compiles, and remembers the features that `from __future__ import` has switched on."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, flags=0, *, incomplete_input=True):
        flags |= self.flags
        if not incomplete_input:
            flags &= ~(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT)
        code = compile(source, filename, symbol, flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


def _compile(source, filename, symbol, incomplete_input=True):
    flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT if incomplete_input else 0
    return compile(source, filename, symbol, flags, True)


def compile_command(source, filename="<input>", symbol="single"):
    """The code of what has been typed, or None if more must follow."""
    return _maybe_compile(_compile, source, filename, symbol)


class CommandCompiler:
    """As compile_command(), and features of __future__ stay switched on."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
