"""The stack of a task: the frames of its coroutine, or of the traceback of its exception."""

import linecache
import sys
import traceback


def get_stack(task, limit):
    """The frames, the innermost last; at most `limit`."""
    coro = task._coro
    frame = None
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coro, name):
            frame = getattr(coro, name)
            break
    frames = []
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        trace = task._exception.__traceback__
        while trace is not None and (limit is None or len(frames) < limit):
            frames.append(trace.tb_frame)
            trace = trace.tb_next
    return frames


def print_stack(task, limit, file):
    """Prints them as a traceback."""
    if file is None:
        file = sys.stderr
    entries = []
    for frame in get_stack(task, limit):
        name = frame.f_code.co_filename
        linecache.checkcache(name)
        line = linecache.getline(name, frame.f_lineno, frame.f_globals)
        entries.append((name, frame.f_lineno, frame.f_code.co_name, line))
    error = task._exception
    if not entries:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    traceback.print_list(entries, file=file)
    if error is not None:
        for line in traceback.format_exception_only(type(error), error):
            print(line, file=file, end="")
