"""Measuring how long small pieces of code take.

>>> timeit.timeit("sum(range(100))", number=1000)
0.0012

From a command line: `-m timeit "sum(range(100))"`.
"""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals

_TEMPLATE = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""
_FILE = "<timeit-src>"


def reindent(src, indent):
    """The lines of a text further in, but for the first."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Measures a statement, after a statement that prepares it; both may be functions."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        local = {}
        names = _globals() if globals is None else globals
        init = ""
        if isinstance(setup, str):
            compile(setup, _FILE, "exec")
            prefix = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            local["_setup"] = setup
            init += ", _setup=_setup"
            prefix = ""
            setup = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(prefix + stmt, _FILE, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            local["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _TEMPLATE.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, _FILE, "exec"), names, local)
        self.inner = local["inner"]

    def print_exc(self, file=None):
        """Prints the traceback of the code that was measured."""
        import linecache
        import traceback
        linecache.cache[_FILE] = (len(self.src), None, self.src.split("\n"), _FILE)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that so many executions take, without collections of garbage."""
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Several measurements; the smallest says most."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of executions that takes 0.2 seconds or more, and what it took."""
        factor = 1
        while True:
            for digit in (1, 2, 5):
                number = factor * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            factor *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Timer(...).timeit(number)"""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """Timer(...).repeat(repeat, number)"""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """The command: [-n N] [-r N] [-s SETUP] [-u UNIT] [-p] [-v] [statement ...]"""
    import getopt
    if args is None:
        args = sys.argv[1:]
    try:
        options, args = getopt.getopt(args, "n:u:s:r:pvh", [
            "number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer = default_timer
    statement = "\n".join(args) or "pass"
    number = 0
    setup = []
    times = default_repeat
    verbose = 0
    unit = None
    precision = 3
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.",
                      file=sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            times = max(int(value), 1)
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            precision += bool(verbose)
            verbose += 1
        elif option in ("-h", "--help"):
            print(__doc__, end="")
            return 0
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    measured = Timer(statement, "\n".join(setup) or "pass", timer)
    if number == 0:
        def callback(number, taken):
            if verbose:
                plural = number != 1
                print(f"{number} loop{'s' * plural} -> {taken:.{precision}g} secs")

        try:
            number, _ = measured.autorange(callback)
        except Exception:
            measured.print_exc()
            return 1
        if verbose:
            print()
    try:
        timings = measured.repeat(times, number)
    except Exception:
        measured.print_exc()
        return 1

    def shown(seconds):
        if unit is not None:
            scale = _UNITS[unit]
            name = unit
        else:
            for name, scale in sorted(_UNITS.items(), key=lambda pair: -pair[1]):
                if seconds >= scale:
                    break
        return f"{seconds / scale:.{precision}g} {name}"

    if verbose:
        print(f"raw times: {', '.join(map(shown, timings))}")
        print()
    timings = [taken / number for taken in timings]
    best, worst = min(timings), max(timings)
    print(f"{number} loop{'s' if number != 1 else ''}, best of {times}: {shown(best)} per loop")
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(
            f"The test results are likely unreliable. The worst time ({shown(worst)}) was more "
            f"than four times slower than the best time ({shown(best)}).", UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
