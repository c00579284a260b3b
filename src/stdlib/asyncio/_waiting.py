"""Waiting for several awaitables at once. Part of asyncio.tasks."""

import functools
from collections import deque

from . import coroutines, events, exceptions, futures, timeouts
from .tasks import ensure_future

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# What the functions below show as their module.
__name__ = "asyncio.tasks"


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures and tasks; returns the sets of those that are done and of the rest.

    Nothing is cancelled when the time is over.
    """
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    missing = len(fs)

    def release():
        if not waiter.done():
            waiter.set_result(None)

    def _on_completion(future):
        nonlocal missing
        missing -= 1
        if (missing <= 0 or return_when == FIRST_COMPLETED
                or (return_when == FIRST_EXCEPTION and not future.cancelled()
                    and future.exception() is not None)):
            if timer is not None:
                timer.cancel()
            release()

    timer = None if timeout is None else loop.call_later(timeout, release)
    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done = {future for future in fs if future.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    """Awaits, for at most so many seconds: then it cancels and raises TimeoutError."""
    if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut):
        fut = ensure_future(fut)
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(future):
    waiter = events.get_running_loop().create_future()
    release = functools.partial(_release_waiter, waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


class _AsCompletedIterator:
    """Gives awaitables in the order in which they are done, to `for` and `async for`."""

    def __init__(self, aws, timeout):
        self._done = deque()
        self._waiters = deque()
        self._timer = None
        loop = events.get_event_loop()
        self._todo = todo = {ensure_future(awaitable, loop=loop) for awaitable in set(aws)}
        for future in todo:
            future.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _put(self, future):
        # A waiter may have been cancelled meanwhile.
        self._done.append(future)
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            self._put(None)
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._put(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        while not self._done:
            waiter = events.get_running_loop().create_future()
            self._waiters.append(waiter)
            await waiter
        future = self._done.popleft()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """The awaitables, in the order in which they are done.

    Plain iteration gives coroutines for the results, asynchronous iteration the
    futures themselves.
    """
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect an iterable of futures, "
                        f"not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(futures.Future):
    """What gather() returns: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # The children's own cancelling finishes it.
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results, in the order of the arguments.

    The first exception is raised at once; with return_exceptions, exceptions are results.
    """
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    finished = 0
    loop = events._get_running_loop()
    # One for each argument; the same awaitable twice has one child.
    children = []
    by_argument = {}
    outer = None

    def on_done(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                # Its exception counts as seen.
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(by_argument):
            results = []
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    results.append(exceptions.CancelledError("" if message is None else message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled_error())
            else:
                outer.set_result(results)

    done = []
    for argument in coros_or_futures:
        child = by_argument.get(argument)
        if child is None:
            child = ensure_future(argument, loop=loop)
            if loop is None:
                loop = child.get_loop()
            if child is not argument:
                # Nobody else holds it.
                child._log_destroy_pending = False
            by_argument[argument] = child
            if child.done():
                done.append(child)
            else:
                child.add_done_callback(on_done)
        children.append(child)
    outer = _GatheringFuture(children, loop=loop)
    for child in done:
        on_done(child)
    return outer


def shield(arg):
    """Awaits something in a way that cancelling the waiting does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def on_inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif (error := inner.exception()) is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def on_outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(on_inner_done)

    inner.add_done_callback(on_inner_done)
    outer.add_done_callback(on_outer_done)
    return outer
