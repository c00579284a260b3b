"""The executor whose calls are made by threads; there are none to be had."""

import itertools
import os
import threading
import types
from concurrent.futures import _base


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread failed to initialise."""


class _WorkItem:
    """A call to make, and its future."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        """Makes the call."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


class ThreadPoolExecutor(_base.Executor):
    """An executor with threads. As none can be started, submit() raises RuntimeError."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = (thread_name_prefix
                                    or f"ThreadPoolExecutor-{self._counter()}")
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        """Refused: raises RuntimeError, as a thread would have to be started."""
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        item = _WorkItem(_base.Future(), fn, args, kwargs)
        threading.Thread(target=item.run, name=self._thread_name_prefix + "_0").start()
        return item.future


    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True

