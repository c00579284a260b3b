"""Locks for a program that has one thread."""

import _seal

TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def get_ident():
    """The number of the only thread."""
    return 1


get_native_id = get_ident


def _count():
    return 0


def start_new_thread(function, args, kwargs={}, /):
    """Starting a thread: refused, as there is only one."""
    raise RuntimeError("can't start new thread")


start_new = start_new_thread


def stack_size(size=0, /):
    """The size of new threads' stacks."""
    return 0


def interrupt_main(signum=2, /):
    """Interrupts the only thread."""
    raise KeyboardInterrupt


def _wait(timeout):
    """Waits for what only another thread could do."""
    if timeout is None or timeout < 0:
        raise RuntimeError("deadlock: the only thread waits for itself")
    import time
    time.sleep(timeout)
    return False


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")


class lock:
    """A lock. Waiting for one that is taken would never end, so it is an error."""

    __slots__ = ("_taken", "__weakref__")

    def __init__(self):
        self._taken = False

    def __repr__(self):
        state = "locked" if self._taken else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; False if it is taken and stays so."""
        _check_timeout(blocking, timeout)
        if self._taken:
            return _wait(timeout) if blocking else False
        self._taken = True
        return True

    def release(self):
        if not self._taken:
            raise RuntimeError("release unlocked lock")
        self._taken = False

    acquire_lock = acquire
    release_lock = release

    def locked(self):
        return self._taken

    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.lock' object")


LockType = lock


def allocate_lock():
    """A new lock."""
    return lock()


allocate = allocate_lock


class RLock:
    """A lock that its holder may take again."""

    __slots__ = ("_count", "__weakref__")

    def __init__(self):
        self._count = 0

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return (f"<{state} _thread.RLock object owner={1 if self._count else 0} "
                f"count={self._count} at {id(self):#x}>")

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _recursion_count(self):
        return self._count

    def _release_save(self):
        count, self._count = self._count, 0
        return count

    def _acquire_restore(self, count):
        self._count = count

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.RLock' object")


class _local:
    """Attributes that each thread has of its own: as there is one thread, any attributes."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        return object.__new__(cls)


_seal.seal(lock, final=True)
_seal.seal(RLock)
_seal.seal(_local)
