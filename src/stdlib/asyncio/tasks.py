"""Task: a coroutine that an event loop runs, and which tasks there are.

Waiting for several of them (gather, wait, ...) is in _waiting.
"""

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
           "wait", "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
           "run_coroutine_threadsafe", "current_task", "all_tasks",
           "create_eager_task_factory", "eager_task_factory", "_register_task",
           "_unregister_task", "_enter_task", "_leave_task")

import itertools
import types
from weakref import ref

from . import _late, coroutines, events, futures
from .exceptions import CancelledError, InvalidStateError
from .futures import Future

_next_number = itertools.count(1).__next__

# The unfinished tasks, by id: weak references, as a task that nobody wakes may go.
_scheduled_tasks = {}
# Tasks that run eagerly for the first time, and the running task of each loop.
_eager_tasks = set()
_current_tasks = {}


def _register_task(task):
    _scheduled_tasks[id(task)] = ref(task)


def _unregister_task(task):
    _scheduled_tasks.pop(id(task), None)


def _enter_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another "
                           f"task {current!r} is being executed.")
    _current_tasks[loop] = task


def _leave_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


def _swap_current_task(loop, task):
    previous = _current_tasks.pop(loop, None)
    if task is not None:
        _current_tasks[loop] = task
    return previous


def current_task(loop=None):
    """The task that is running, or None."""
    if loop is None:
        loop = events.get_running_loop()
    return _current_tasks.get(loop)


def all_tasks(loop=None):
    """The set of the loop's tasks that aren't done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks = [reference() for reference in list(_scheduled_tasks.values())]
    tasks.extend(_eager_tasks)
    return {task for task in tasks
            if task is not None and task._loop is loop and not task.done()}


class Task(Future):
    """A coroutine wrapped in a Future: it runs step by step, whenever what it awaits is done."""

    __module__ = "_asyncio"

    _log_destroy_pending = True
    _fut_waiter = None
    _must_cancel = False
    _num_cancels_requested = 0

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        self._loop = loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            self._coro = None
            self._name = ""
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        # The default name is a number until somebody asks.
        self._name = _next_number() if name is None else str(name)
        self._context = events.copy_context() if context is None else context
        self._coro = coro
        if eager_start and loop.is_running():
            self._eager_start()
        else:
            self._step_soon()
            _scheduled_tasks[id(self)] = ref(self)

    def __del__(self):
        _scheduled_tasks.pop(id(self), None)
        if self._state == "PENDING":
            if self._log_destroy_pending and hasattr(self, "_coro"):
                self._loop.call_exception_handler({
                    "task": self,
                    "message": "Task was destroyed but it is pending!",
                })
        elif self._log_traceback:
            Future.__del__(self)

    def _repr_info(self):
        return _late.helpers().task_info(self)

    def get_coro(self):
        """The coroutine; None if it was done before the task was."""
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        name = self._name
        if type(name) is int:
            name = self._name = f"Task-{name}"
        return name

    def set_name(self, value, /):
        self._name = str(value)

    def set_result(self, result, /):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception, /):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        """The frames of the coroutine, the innermost last, or those of its exception."""
        from . import _task_stack
        return _task_stack.get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        """Prints the frames that get_stack() gives."""
        from . import _task_stack
        _task_stack.print_stack(self, limit, file)

    def cancel(self, msg=None):
        """Has CancelledError raised in the coroutine at its next step."""
        self._log_traceback = False
        if self._state != "PENDING":
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            # The cancelled future wakes the task.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many requests to cancel are not taken back."""
        return self._num_cancels_requested

    def uncancel(self):
        """Takes back a request to cancel and returns how many are left."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def _eager_start(self):
        previous = _swap_current_task(self._loop, self)
        _eager_tasks.add(self)
        try:
            self._context.run(self._run_step, None)
        finally:
            _eager_tasks.discard(self)
            _swap_current_task(self._loop, previous)
            if self.done():
                self._coro = None
            else:
                _register_task(self)

    # The steps themselves, task_step(), _step_soon(), _run_step() and task_wakeup(), come from
    # _asyncio_steps. What happens seldom is here.

    def _already_done(self, exc):
        raise InvalidStateError(f"__step(): already done: {self!r}, {exc!r}")

    def _cancelled_at_end(self):
        super().cancel(msg=self._cancel_message)

    def _cancel_waiter(self):
        if self._fut_waiter.cancel(msg=self._cancel_message):
            self._must_cancel = False

    def _raised(self, error):
        if isinstance(error, CancelledError):
            self._cancelled_error = error
            super().cancel()
        else:
            super().set_exception(error)

    def _wait_for(self, waited):
        """Arranges for the next step when what the coroutine awaits is done."""
        blocking = getattr(waited, "_asyncio_future_blocking", None)
        if blocking is None:
            if isinstance(waited, types.GeneratorType):
                problem = ("yield was used instead of yield from for "
                           f"generator in task {self!r} with {waited!r}")
            else:
                problem = f"Task got bad yield: {waited!r}"
        elif waited is self:
            problem = f"Task cannot await on itself: {self!r}"
        elif waited._loop is not self._loop:
            problem = f"Task {self!r} got Future {waited!r} attached to a different loop"
        elif not blocking:
            problem = (f"yield was used instead of yield from in task {self!r} with {waited!r}")
        else:
            waited._asyncio_future_blocking = False
            waited.add_done_callback(self.task_wakeup, context=self._context)
            self._fut_waiter = waited
            if self._must_cancel:
                self._cancel_waiter()
            return
        self._loop.call_soon(self.task_step, RuntimeError(problem), context=self._context)


def create_task(coro, *, name=None, context=None):
    """Has the running loop run a coroutine and returns its task."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def create_eager_task_factory(custom_task_constructor):
    """A task factory for loop.set_task_factory() that starts coroutines at once."""
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context,
                                       eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def _is_awaitable(obj):
    import inspect
    return inspect.isawaitable(obj)


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine or another awaitable as a task."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than "
                             "the one specified as the loop argument")
        return coro_or_future
    if coroutines.iscoroutine(coro_or_future):
        coro, own = coro_or_future, False
    elif _is_awaitable(coro_or_future):
        coro, own = _wrap_awaitable(coro_or_future), True
    else:
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if own:
            coro.close()
        raise


def run_coroutine_threadsafe(coro, loop):
    """Submitting to a loop of another thread: refused, as there are no threads."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    coro.close()
    raise RuntimeError("can't start new thread")


@types.coroutine
def __sleep0():
    yield


async def sleep(delay, result=None):
    """Waits for a number of seconds and returns the result."""
    if delay <= 0:
        await __sleep0()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_result_unless_cancelled(future, result):
    if future._state != "CANCELLED":
        future.set_result(result)


from ._waiting import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, gather,
                       shield, wait, wait_for)
