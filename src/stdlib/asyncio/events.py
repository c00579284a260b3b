"""Handles of callbacks, what event loops have in common, and which loop is current."""

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle",
           "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
           "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop",
           "_get_running_loop")

from contextvars import copy_context

from . import _late


class Handle:
    """A callback that waits for its turn, and that can be cancelled."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_late.helpers()._format_callback_source(
                self._callback, self._args, debug=self._loop.get_debug()))
        return info

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def get_context(self):
        return self._context

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            shown = _late.helpers()._format_callback_source(
                self._callback, self._args, debug=self._loop.get_debug())
            self._loop.call_exception_handler({
                "message": f"Exception in callback {shown}",
                "exception": error,
                "handle": self,
            })
        # The frames of an exception that a task keeps lead to this one.
        self = None


class TimerHandle(Handle):
    """A callback that waits for a time."""

    __slots__ = ("_scheduled", "_when")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self.__eq__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self.__eq__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback
                    and self._args == other._args and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The time of the loop's clock at which the callback is due."""
        return self._when


class AbstractServer:
    """What a loop's create_server() gives."""

    def close(self):
        raise NotImplementedError


class AbstractEventLoop:
    """What every event loop can be asked for; everything here refuses."""


def _refusing(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


for _name in """run_forever run_until_complete stop is_running is_closed close
        _timer_handle_cancelled call_soon call_later call_at time create_future create_task
        call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader
        add_writer remove_writer add_signal_handler remove_signal_handler set_task_factory
        get_task_factory get_exception_handler set_exception_handler default_exception_handler
        call_exception_handler get_debug set_debug shutdown_asyncgens
        shutdown_default_executor create_connection create_server create_unix_connection
        create_unix_server create_datagram_endpoint connect_read_pipe connect_write_pipe
        subprocess_shell subprocess_exec sock_recv sock_sendall sock_connect sock_accept
        getaddrinfo getnameinfo start_tls sendfile""".split():
    setattr(AbstractEventLoop, _name, _refusing(_name))
del _name


class AbstractEventLoopPolicy:
    """Decides which event loop is the current one."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop, made when it is asked for first."""

    _loop_factory = None

    def __init__(self):
        self._loop = None
        self._set_called = False

    def get_event_loop(self):
        if self._loop is None and not self._set_called:
            import warnings
            warnings.warn("There is no current event loop", DeprecationWarning,
                          stacklevel=_outside(2))
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return self._loop

    def set_event_loop(self, loop):
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        self._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


def _outside(depth):
    # How far down the stack the first caller outside asyncio is.
    import sys
    frame = sys._getframe(depth)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if not (module == "asyncio" or module.startswith("asyncio.")):
            break
        frame = frame.f_back
        depth += 1
    return depth


_event_loop_policy = None
_running_loop = None


def get_running_loop():
    """The loop that runs the caller; RuntimeError when none does."""
    if _running_loop is None:
        raise RuntimeError("no running event loop")
    return _running_loop


def _get_running_loop():
    """The loop that runs the caller, or None."""
    return _running_loop


def _set_running_loop(loop):
    global _running_loop
    _running_loop = loop


def get_event_loop_policy():
    """What decides which loop is current."""
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Replaces what decides which loop is current; None brings the default back."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    """The running loop, else what the policy says."""
    if _running_loop is not None:
        return _running_loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Makes a loop the current one."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop, which is not yet the current one."""
    return get_event_loop_policy().new_event_loop()
