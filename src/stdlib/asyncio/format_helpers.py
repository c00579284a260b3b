"""How callbacks, coroutines, futures and tasks are shown."""

import functools
import reprlib
import types


def _get_function_source(function):
    """Where a function is defined, as (file name, line); None for methods and all else."""
    while True:
        if isinstance(function, functools.partial):
            function = function.func
        elif hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        else:
            break
    if not isinstance(function, types.FunctionType):
        return None
    return function.__code__.co_filename, function.__code__.co_firstlineno


def _format_callback_source(function, args, *, debug=False):
    shown = _format_callback(function, args, None, debug=debug)
    source = _get_function_source(function)
    return f"{shown} at {source[0]}:{source[1]}" if source else shown


def _format_args_and_kwargs(args, kwargs, *, debug):
    if not debug:
        return "()"
    shown = [reprlib.repr(arg) for arg in args]
    if kwargs:
        shown.extend(f"{name}={reprlib.repr(value)}" for name, value in kwargs.items())
    return f"({', '.join(shown)})"


def _format_callback(function, args, kwargs, suffix="", *, debug=False):
    if isinstance(function, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(function.func, function.args, function.keywords, suffix,
                                debug=debug)
    name = (getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
            or repr(function))
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def format_coroutine(coro):
    """A coroutine's name, state and place."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name or f'<{type(coro).__name__} without __name__>'}()"
    generator = hasattr(coro, "gi_running")
    code = getattr(coro, "gi_code" if generator else "cr_code", None)
    running = getattr(coro, "gi_running" if generator else "cr_running", False)
    if code is None:
        return f"{name} running" if running else name
    frame = getattr(coro, "gi_frame" if generator else "cr_frame", None)
    file = code.co_filename or "<empty co_filename>"
    if frame is not None:
        return f"{name} running at {file}:{frame.f_lineno}"
    return f"{name} done, defined at {file}:{code.co_firstlineno}"


def format_callbacks(callbacks):
    """The callbacks of a future: all of them up to two, else the first and the last."""
    shown = [_format_callback_source(callback, ()) for callback, _ in callbacks]
    if len(shown) > 2:
        shown = [shown[0], f"<{len(shown) - 2} more>", shown[-1]]
    return f"cb=[{', '.join(shown)}]"


def future_info(future):
    """What the repr of a future tells of its state."""
    info = [future._state.lower()]
    if future._state == "FINISHED":
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={reprlib.repr(future._result)}")
    if future._callbacks:
        info.append(format_callbacks(future._callbacks))
    return info


@reprlib.recursive_repr()
def future_repr(future):
    """The repr of futures and tasks."""
    return f"<{type(future).__name__} {' '.join(future._repr_info())}>"


def task_info(task):
    """What the repr of a task tells: its state, name, coroutine and what it waits for."""
    info = future_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    if task._fut_waiter is not None:
        info.insert(2, f"wait_for={task._fut_waiter!r}")
    if task._coro is not None:
        info.insert(2, f"coro=<{format_coroutine(task._coro)}>")
    return info
