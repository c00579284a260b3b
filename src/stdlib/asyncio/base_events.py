"""The event loop: callbacks that are ready, callbacks that wait for a time, and who runs them.

There is nothing else to wait for, as there are no sockets, processes or threads.
"""

__all__ = ("BaseEventLoop", "Server")

import _asyncio_steps
import _seal
import atexit
import heapq
import sys
import time
import warnings
from collections import deque

from . import _late, coroutines, events, exceptions, futures, tasks

# Cancelled timers are taken out when there are more than so many, and they are
# more than this part of all.
_MIN_CANCELLED = 100
_MAX_CANCELLED_FRACTION = 0.5

# The longest time to sleep at once.
_MAXIMUM_SLEEP = 24 * 3600.0


class Server(events.AbstractServer):
    """What create_server() would give."""


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            # It has left run_forever() already.
            return
    future.get_loop().stop()


class BaseEventLoop(events.AbstractEventLoop):
    """An event loop."""

    def __init__(self):
        self._ready = deque()
        # A heap of (time, number, handle).
        self._scheduled = []
        self._timers_cancelled = 0
        self._closed = False
        self._stopping = False
        self._running = False
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return (f"<{type(self).__name__} running={self.is_running()} "
                f"closed={self.is_closed()} debug={self.get_debug()}>")

    # What it warns with is bound here: nothing can be imported when the interpreter ends.
    def __del__(self, _warn=warnings.warn):
        if not self._closed:
            _warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
            if not self._running:
                self.close()

    # Futures and tasks

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Has a coroutine run by the loop."""
        if self._closed:
            self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            # A factory that knows nothing of contexts still works.
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        task.set_name(name)
        return task

    def set_task_factory(self, factory):
        """Sets what makes the tasks, a function of (loop, coroutine); None for the usual."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Callbacks

    def time(self):
        """The loop's clock, in seconds."""
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        """Has callback(*args) called at the next iteration of the loop."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon")
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        """Has callback(*args) called after a number of seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Has callback(*args) called at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
        timer = events.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, (when, timer))
        timer._scheduled = True
        return timer

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timers_cancelled += 1

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def run_in_executor(self, executor, func, *args):
        """Calling in another thread: refused, as there are none."""
        self._check_closed()
        raise RuntimeError("can't start new thread")

    # Running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self._running:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Runs until stop() is called."""
        self._check_closed()
        self._check_running()
        hooks = sys.get_asyncgen_hooks()
        self._running = True
        try:
            sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter,
                                   finalizer=self._asyncgen_finalizer)
            events._set_running_loop(self)
            while not self._stopping:
                self._run_once()
            # What is ready when stop() is called still runs.
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        """Runs until a future or coroutine is done and returns its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                # The exception is being raised; it needs no report.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Has run_forever() return when what is ready now has run."""
        self._stopping = True

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        """Forgets all callbacks. A closed loop can't run again."""
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            self._closed = True
            self._ready.clear()
            self._scheduled.clear()

    def _run_once(self):
        """Waits until something is ready, then runs what was ready then."""
        ready = self._ready
        scheduled = self._scheduled
        if scheduled:
            self._drop_cancelled()
        if not ready and not self._stopping:
            self._sleep()
        if scheduled:
            now = self.time() + 1e-9
            while scheduled and scheduled[0][0] < now:
                handle = heapq.heappop(scheduled)[1]
                handle._scheduled = False
                ready.append(handle)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()
        handle = None

    def _sleep(self):
        # Without callbacks this waits for a KeyboardInterrupt.
        scheduled = self._scheduled
        delay = scheduled[0][0] - self.time() if scheduled else _MAXIMUM_SLEEP
        if delay > 0:
            time.sleep(min(delay, _MAXIMUM_SLEEP))

    def _drop_cancelled(self):
        scheduled = self._scheduled
        cancelled = self._timers_cancelled
        if cancelled > _MIN_CANCELLED and cancelled > len(scheduled) * _MAX_CANCELLED_FRACTION:
            for _, handle in scheduled:
                if handle._cancelled:
                    handle._scheduled = False
            scheduled[:] = [entry for entry in scheduled if not entry[1]._cancelled]
            heapq.heapify(scheduled)
            self._timers_cancelled = 0
        else:
            while scheduled and scheduled[0][1]._cancelled:
                self._timers_cancelled -= 1
                heapq.heappop(scheduled)[1]._scheduled = False

    # Asynchronous generators

    def _asyncgen_firstiter(self, generator):
        if self._asyncgens_shutdown_called:
            warnings.warn(f"asynchronous generator {generator!r} was scheduled after "
                          f"loop.shutdown_asyncgens() call",
                          ResourceWarning, source=self)
        from weakref import ref
        self._asyncgens[id(generator)] = ref(generator)

    def _asyncgen_finalizer(self, generator):
        self._asyncgens.pop(id(generator), None)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that are still open."""
        self._asyncgens_shutdown_called = True
        generators = [reference() for reference in self._asyncgens.values()]
        generators = [generator for generator in generators if generator is not None]
        self._asyncgens.clear()
        if not generators:
            return
        results = await tasks.gather(*[generator.aclose() for generator in generators],
                                     return_exceptions=True)
        for result, generator in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": "an error occurred during closing of "
                               f"asynchronous generator {generator!r}",
                    "exception": result,
                    "asyncgen": generator,
                })

    async def shutdown_default_executor(self, timeout=None):
        """Nothing to do, as there are no threads."""

    # Problems

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Sets what is called, with the loop and a dict, for problems that nobody else sees."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Logs the problem."""
        error = context.get("exception")
        exc_info = False if error is None else (type(error), error, error.__traceback__)
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        _late.logger().error("\n".join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        """Tells the exception handler of a problem."""
        if self._exception_handler is None:
            handler = self.default_exception_handler
            arguments = (context,)
        else:
            handler = self._exception_handler
            arguments = (self, context)
        try:
            thing = context.get("task") or context.get("future") or context.get("handle")
            if hasattr(thing, "get_context"):
                thing.get_context().run(handler, *arguments)
            else:
                handler(*arguments)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._handler_failed(error, context)

    def _handler_failed(self, error, context):
        if self._exception_handler is not None:
            try:
                self.default_exception_handler({
                    "message": "Unhandled error in exception handler",
                    "exception": error,
                    "context": context,
                })
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                _late.logger().error(
                    "Exception in default exception handler while handling an "
                    "unexpected error in custom exception handler", exc_info=True)
        else:
            _late.logger().error("Exception in default exception handler", exc_info=True)


_asyncio_steps.install(
    futures.Future, tasks.Task, BaseEventLoop, events.Handle, exceptions.InvalidStateError,
    exceptions.CancelledError, futures._FINISHED, tasks._current_tasks, tasks._scheduled_tasks,
    tasks._enter_task, events.copy_context)
for _class in (futures.Future, tasks.Task):
    # CPython has them natively.
    _seal.seal(_class)

atexit.register(_late.prepare, tasks._scheduled_tasks)
