"""Asynchronous programs: an event loop, tasks, and ways for tasks to wait for each other.

>>> async def main():
...     results = await asyncio.gather(fetch(1), fetch(2))
>>> asyncio.run(main())

Dunder has no sockets, pipes, processes or threads, so streams, servers and
subprocesses are not here.
"""

from . import coroutines, events, exceptions, futures, runners, tasks, timeouts, unix_events
from .coroutines import *
from .events import *
from .events import _get_running_loop, _set_running_loop
from .exceptions import *
from .futures import *
from .runners import *
from .tasks import *
from .tasks import _enter_task, _leave_task, _register_task, _unregister_task
from .timeouts import *
from .unix_events import *

# Modules that are loaded when one of their names is asked for first.
_LAZY = {
    "base_events": ("BaseEventLoop", "Server"),
    "locks": ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"),
    "queues": ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty",
               "QueueShutDown"),
    "taskgroups": ("TaskGroup",),
    "threads": ("to_thread",),
}
_LAZY_MODULES = ("format_helpers", "log", "mixins")

_REFUSED = frozenset("""StreamReader StreamWriter StreamReaderProtocol open_connection
    start_server open_unix_connection start_unix_server create_subprocess_exec
    create_subprocess_shell BaseProtocol Protocol DatagramProtocol SubprocessProtocol
    BufferedProtocol BaseTransport ReadTransport WriteTransport Transport DatagramTransport
    SubprocessTransport streams subprocess protocols transports sslproto get_child_watcher
    set_child_watcher AbstractChildWatcher SafeChildWatcher FastChildWatcher
    PidfdChildWatcher MultiLoopChildWatcher ThreadedChildWatcher""".split())

__all__ = (coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + runners.__all__ + tasks.__all__ + timeouts.__all__ + unix_events.__all__
           + tuple(name for names in _LAZY.values() for name in names))


def __getattr__(name):
    import importlib
    if name in _LAZY or name in _LAZY_MODULES:
        return importlib.import_module("asyncio." + name)
    for module, names in _LAZY.items():
        if name in names:
            value = getattr(importlib.import_module("asyncio." + module), name)
            globals()[name] = value
            return value
    if name in _REFUSED:
        raise AttributeError(f"asyncio.{name} is not available: Dunder has no sockets, "
                             "processes or threads", name=name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name)
