"""Locks and their like, for a program that has one thread.

There is no second thread: starting one raises RuntimeError. What would wait for another
thread without end raises RuntimeError, too; what waits for a time waits in vain.
"""

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate",
           "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore",
           "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
           "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook",
           "ExceptHookArgs", "getprofile", "gettrace", "setprofile_all_threads",
           "settrace_all_threads", "get_native_id"]

import _thread
import itertools
import sys
from _thread import (RLock, TIMEOUT_MAX, _local as local, error as ThreadError, get_ident,
                     get_native_id, lock as Lock, stack_size)
from collections import deque

_hooks = {"trace": None, "profile": None}


def settrace(func):
    """Sets the trace function of threads that start afterwards: none do."""
    _hooks["trace"] = func


def gettrace():
    return _hooks["trace"]


def setprofile(func):
    """Sets the profile function of threads that start afterwards: none do."""
    _hooks["profile"] = func


def getprofile():
    return _hooks["profile"]


def settrace_all_threads(func):
    """Sets the trace function, of the only thread, too."""
    settrace(func)
    sys.settrace(func)


def setprofile_all_threads(func):
    """Sets the profile function, of the only thread, too."""
    setprofile(func)
    sys.setprofile(func)


class Condition:
    """A lock, and a way to wait until somebody tells that something has changed."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        owned = getattr(self._lock, "_is_owned", None)
        return owned() if owned is not None else self._lock.locked()

    def wait(self, timeout=None):
        """Waits for a notification: in vain, as nobody else can give one."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        return _thread._wait(timeout)

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true."""
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes others: there are none."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify()

    def notifyAll(self):
        import warnings
        warnings.warn("notifyAll() is deprecated, use notify_all() instead",
                      DeprecationWarning, stacklevel=2)
        self.notify_all()


class Semaphore:
    """A lock that can be taken so many times."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: "
                f"value={self._value}>")

    def acquire(self, blocking=True, timeout=None):
        """Takes it once; False if it can't be had."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            return _thread._wait(timeout) if blocking else False
        self._value -= 1
        return True

    def __enter__(self):
        return self.acquire()

    def release(self, n=1):
        """Gives it back n times."""
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    """A Semaphore that refuses to be released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"{super().__repr__()[:-1]}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        kind = type(self)
        state = "set" if self._flag else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        """Waits until the flag is set; tells whether it is."""
        return self._flag or _thread._wait(timeout)


class BrokenBarrierError(RuntimeError):
    # Barrier was broken.
    pass


class Barrier:
    """Lets threads wait until so many have come: one can only wait for itself."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._broken = False

    def __repr__(self):
        kind = type(self)
        state = "broken" if self._broken else f"waiters={self.n_waiting}/{self._parties}"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        """Waits for the others."""
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            _thread._wait(self._timeout if timeout is None else timeout)
            self._broken = True
            raise BrokenBarrierError
        if self._action is not None:
            try:
                self._action()
            except:
                self._broken = True
                raise
        return 0

    def reset(self):
        self._broken = False

    def abort(self):
        self._broken = True

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return 0

    @property
    def broken(self):
        return self._broken


_next_number = itertools.count(1).__next__


class Thread:
    """A function to be run by a thread of its own. It can be made, but not started."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *,
                 daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is not None:
            name = str(name)
        else:
            name = f"Thread-{_next_number()}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None

    def __repr__(self):
        if not hasattr(self, "_name"):
            raise AssertionError("Thread.__init__() was not called")
        state = "initial" if self._ident is None else "started"
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def start(self):
        """Starting the thread: refused, as there can be only one."""
        if not hasattr(self, "_name"):
            raise RuntimeError("thread.__init__() not called")
        raise RuntimeError("can't start new thread")

    def run(self):
        """Calls the function: what a started thread would do."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not hasattr(self, "_name"):
            raise RuntimeError("Thread.__init__() not called")
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        raise RuntimeError("cannot join current thread")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        """The number of the thread; None if it was not started."""
        return self._ident

    @property
    def native_id(self):
        return self._ident

    def is_alive(self):
        return self._ident is not None

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic


class Timer(Thread):
    """Calls a function after a time: it can't be started either."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Has run() do nothing."""
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = get_ident()


_main_thread = _MainThread()


def current_thread():
    """The only thread."""
    return _main_thread


main_thread = current_thread


def currentThread():
    return current_thread()


def active_count():
    """How many threads there are."""
    return 1


def activeCount():
    return active_count()


def enumerate():
    """All threads."""
    return [_main_thread]


class ExceptHookArgs(tuple):
    """What excepthook() gets."""

    __slots__ = ()

    def __new__(cls, sequence, /):
        values = tuple(sequence)
        if len(values) != 4:
            raise TypeError("_thread._ExceptHookArgs() takes a 4-sequence "
                            f"({len(values)}-sequence given)")
        return super().__new__(cls, values)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Shows the exception that ended a thread."""
    if args.exc_type is SystemExit or sys.stderr is None:
        return
    import traceback
    name = get_ident() if args.thread is None else args.thread.name
    print(f"Exception in thread {name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback,
                              file=sys.stderr)


__excepthook__ = excepthook
