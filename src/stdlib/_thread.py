"""Locks for a program that has one thread."""

TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def get_ident():
    """The number of the only thread."""
    return 1


get_native_id = get_ident


def _count():
    return 0


class LockType:
    """A lock. Waiting for one that is taken would never end, so it is an error."""

    def __init__(self):
        self._taken = False

    def acquire(self, blocking=True, timeout=-1):
        if self._taken:
            if blocking and timeout < 0:
                raise RuntimeError("deadlock: the only thread waits for itself")
            return False
        self._taken = True
        return True

    def release(self):
        if not self._taken:
            raise RuntimeError("release unlocked lock")
        self._taken = False

    def locked(self):
        return self._taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


lock = LockType


def allocate_lock():
    """A new lock."""
    return LockType()


class RLock:
    """A lock that its holder may take again."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
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
