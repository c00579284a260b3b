"""Running functions in threads."""

__all__ = ("to_thread",)

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Runs a function in another thread: refused, as there are none."""
    loop = events.get_running_loop()
    return await loop.run_in_executor(None, func, *args, **kwargs)
