"""The executor whose calls are made by other processes, which can't be started."""

from concurrent.futures import _base



class BrokenProcessPool(_base.BrokenExecutor):
    """A process ended abruptly."""


class ProcessPoolExecutor(_base.Executor):
    """Refused: raises NotImplementedError, as other processes can't be started."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        raise NotImplementedError("ProcessPoolExecutor is not supported: "
                                  "other processes can't be started")
