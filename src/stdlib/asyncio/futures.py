"""Future: a result that is not there yet."""

__all__ = ("Future", "wrap_future", "isfuture")

from types import GenericAlias

from . import _late, events
from .exceptions import CancelledError, InvalidStateError

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"

# With None for a context the callback gets that of the moment when the future is done.
_NOT_GIVEN = object()


def isfuture(obj):
    """Is it a Future, or does it say that it works like one?"""
    return (hasattr(obj.__class__, "_asyncio_future_blocking")
            and obj._asyncio_future_blocking is not None)


class Future:
    """A result that somebody will set and that others await.

    >>> async def main():
    ...     future = asyncio.get_running_loop().create_future()
    ...     future.get_loop().call_soon(future.set_result, 42)
    ...     return await future
    >>> asyncio.run(main())
    42
    """

    __module__ = "_asyncio"

    _state = _PENDING
    _result = None
    _exception = None
    _cancel_message = None
    _cancelled_error = None
    _log_traceback = False
    _source_traceback = None
    # True while a task waits for it, which tells `await` from a bare yield.
    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def __repr__(self):
        return _late.helpers().future_repr(self)

    def _repr_info(self):
        return _late.helpers().future_info(self)

    def __del__(self):
        if self._log_traceback:
            self._loop.call_exception_handler({
                "message": f"{type(self).__name__} exception was never retrieved",
                "exception": self._exception,
                "future": self,
            })

    __class_getitem__ = classmethod(GenericAlias)

    def get_loop(self):
        """The event loop the future belongs to."""
        return self._loop

    def _make_cancelled_error(self):
        error = self._cancelled_error
        if error is not None:
            self._cancelled_error = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        """Cancels the future unless it is done; tells whether it did."""
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        """Is there a result or an exception, or was the future cancelled?"""
        return self._state != _PENDING

    def result(self):
        """The result; raises the exception if that was set."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            traceback = self._exception_tb
            # Only the first who asks is told where it came from.
            self._exception_tb = None
            raise self._exception.with_traceback(traceback)
        return self._result

    def exception(self):
        """The exception, or None if there is a result."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, /, *, context=_NOT_GIVEN):
        """Has fn(future) called soon after the future is done."""
        if context is _NOT_GIVEN:
            context = events.copy_context()
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        """Takes out all occurrences of a callback and returns how many they were."""
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_exception(self, exception, /):
        """Makes the future done, with an exception (or a class of exceptions)."""
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            replacement = RuntimeError("StopIteration interacts badly with generators and "
                                       "cannot be raised into a Future")
            replacement.__cause__ = exception
            replacement.__context__ = exception
            exception = replacement
        elif not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self._log_traceback = _late.failed = True

    def __await__(self):
        while self._state == _PENDING:
            if self._asyncio_future_blocking:
                raise RuntimeError("await wasn't used with future")
            self._asyncio_future_blocking = True
            yield self
        return Future.result(self)

    __iter__ = __await__


def _chain_future(source, destination):
    """Copies what becomes of one future to another, and cancelling back."""
    def copy_state(source):
        if destination.cancelled():
            return
        if source.cancelled():
            destination.cancel()
        elif (error := source.exception()) is not None:
            destination.set_exception(error)
        else:
            destination.set_result(source.result())

    def copy_cancelling(destination):
        if destination.cancelled():
            source.cancel()

    destination.add_done_callback(copy_cancelling)
    source.add_done_callback(copy_state)


def wrap_future(future, *, loop=None):
    """A Future that follows another, such as one of concurrent.futures."""
    if isfuture(future):
        return future
    if not hasattr(future, "add_done_callback"):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = events.get_event_loop()
    wrapper = loop.create_future()
    _chain_future(future, wrapper)
    return wrapper
