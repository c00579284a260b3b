"""Traces of memory allocations: Dunder keeps none, so tracing can't be started."""

__all__ = [
    "clear_traces", "get_object_traceback", "get_traceback_limit", "get_traced_memory",
    "get_tracemalloc_memory", "is_tracing", "reset_peak", "start", "stop", "take_snapshot",
]


def is_tracing():
    """Whether allocations are being traced."""
    return False


def start(nframe=1, /):
    """Start tracing, which Dunder can't."""
    raise NotImplementedError("tracing of memory allocations is not supported by Dunder")


def stop():
    """Stop tracing."""


def clear_traces():
    """Forget the traces."""


def reset_peak():
    """Forget the largest size so far."""


def get_object_traceback(obj, /):
    """Where an object was allocated; None when that is not known."""
    return None


def get_traceback_limit():
    """How many frames of a traceback are kept."""
    return 1


def get_traced_memory():
    """The current and the largest size of traced memory."""
    return 0, 0


def get_tracemalloc_memory():
    """How much memory the traces take."""
    return 0


def take_snapshot():
    """Copy the traces; RuntimeError when none are made."""
    raise RuntimeError(
        "the tracemalloc module must be tracing memory allocations to take a snapshot")
