"""Futures, what waits for them, and what executors have in common."""

import collections
import logging
import threading
import time
import types

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
# Cancelled, and whoever waits for it has been told.
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

LOGGER = logging.getLogger("concurrent.futures")

DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """An executor can't be used any longer."""


class Future:
    """The result of a call that comes later."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        outcome = ""
        if self._state == FINISHED:
            outcome = (f" raised {type(self._exception).__name__}" if self._exception
                       else f" returned {type(self._result).__name__}")
        return f"<{type(self).__name__} at {id(self):#x} state={self._state.lower()}{outcome}>"

    __class_getitem__ = classmethod(types.GenericAlias)

    def cancel(self):
        """Cancels the call if it has not begun; whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call is being made."""
        return self._state == RUNNING

    def done(self):
        """Whether it was cancelled or the call has ended."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        """Has fn called with the future when it is done: at once if it is."""
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    def _invoke_callbacks(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def _wait(self, timeout):
        """Waits until it is done; CancelledError and TimeoutError as they apply."""
        with self._condition:
            if not self.done():
                self._condition.wait(timeout)
            if self.cancelled():
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; raises what it raised."""
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None  # No cycle through the traceback's frame.
        return self._result

    def exception(self, timeout=None):
        """What the call raised, or None."""
        self._wait(timeout)
        return self._exception

    # For executors and tests.

    def set_running_or_notify_cancel(self):
        """Begins the call; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """Ends the call with a result."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Ends the call with an exception."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter(self)
            self._condition.notify_all()
        self._invoke_callbacks()


def _is_settled(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def _failed(future):
    return future._state == FINISHED and future._exception is not None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; those that are done and the others."""
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    fs = set(fs)

    def enough():
        done = [future for future in fs if _is_settled(future)]
        return (len(done) == len(fs) or done and return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and any(map(_failed, done)))

    if not enough():
        _wait_for(fs, enough, timeout)
    done = {future for future in fs if _is_settled(future)}
    return DoneAndNotDoneFutures(done, fs - done)


def _wait_for(fs, enough, timeout):
    """Waits until enough() is true, or the time is over."""
    changed = threading.Event()

    def waiter(future):
        changed.set()

    for future in fs:
        future._waiters.append(waiter)
    try:
        end = None if timeout is None else time.monotonic() + timeout
        while not enough():
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return
            changed.wait(left)
            changed.clear()
    finally:
        for future in fs:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """The futures, each when it is done."""
    end = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    while True:
        done = {future for future in fs if _is_settled(future)}
        fs -= done
        while done:
            yield done.pop()
        if not fs:
            return
        left = None if end is None else end - time.monotonic()
        if left is not None and left < 0:
            raise TimeoutError(f"{len(fs)} (of {total}) futures unfinished")
        _wait_for(fs, lambda: any(map(_is_settled, fs)), left)


class Executor:
    """What makes calls; this one is the base of others."""

    def submit(self, fn, /, *args, **kwargs):
        """Has fn called; a future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like map(fn, *iterables), but the calls are all submitted at once."""
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    left = None if end is None else end - time.monotonic()
                    yield futures.pop().result(left)
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Frees what the executor has; nothing can be submitted afterwards."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
