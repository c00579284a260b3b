"""Calls whose results come later.

There is one thread, so an executor can't start another one to work for it: submitting
a call raises RuntimeError. Futures, wait() and as_completed() work as they do elsewhere.
"""

from concurrent.futures._base import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError,
    Executor, Future, InvalidStateError, TimeoutError, as_completed, wait)

__all__ = ["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError",
           "TimeoutError", "InvalidStateError", "BrokenExecutor", "Future", "Executor",
           "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor"]


def __dir__():
    return __all__ + ["__author__", "__doc__"]


def __getattr__(name):
    if name == "ThreadPoolExecutor":
        from concurrent.futures.thread import ThreadPoolExecutor as executor
    elif name == "ProcessPoolExecutor":
        from concurrent.futures.process import ProcessPoolExecutor as executor
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = executor
    return executor
