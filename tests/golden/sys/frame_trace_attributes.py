"""What a frame keeps for a trace function can be set, with its types looked at, though no trace
function is there; where execution is cannot be set without one."""

import sys


def tell(function, *args):
    try:
        print("  ", function(*args))
    except Exception as error:
        print("  ", type(error).__name__, error)


def suspended():
    yield 1
    yield 2


def ended():
    return sys._getframe()


generator = suspended()
next(generator)
for frame in sys._getframe(), ended(), generator.gi_frame:
    for name in "f_trace_lines", "f_trace_opcodes", "f_trace":
        print(name)
        tell(getattr, frame, name)
        for value in True, False, 3, None, "text", 1.5:
            print(name, "=", value)
            tell(setattr, frame, name, value)
            tell(getattr, frame, name)
        if name != "f_trace_opcodes":  # CPython does not survive that
            tell(delattr, frame, name)
            tell(getattr, frame, name)
    for value in 1, 10**30, -1, True, None, "1":
        print("f_lineno =", value)
        tell(setattr, frame, "f_lineno", value)
    tell(delattr, frame, "f_lineno")
generator.gi_frame.f_trace_lines = True
next(generator)
print(generator.gi_frame.f_trace_lines)
for name in "f_lasti", "f_code", "f_back", "f_locals", "f_globals", "f_builtins":
    tell(setattr, frame, name, 1)
    tell(delattr, frame, name)
