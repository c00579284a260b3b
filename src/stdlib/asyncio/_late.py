"""What problems are reported with. It is imported when something is reported or shown, and before the end of
a program that may report something then: finalisers that run at the very end can't import.
"""

_helpers = None
_logger = None

# Has a future failed?
failed = False


def helpers():
    """The module that shows futures, tasks and callbacks."""
    global _helpers
    if _helpers is None:
        from . import format_helpers
        _helpers = format_helpers
    return _helpers


def logger():
    """The logger of asyncio."""
    global _logger
    if _logger is None:
        from .log import logger
        _logger = logger
    return _logger


def prepare(tasks):
    """Imports all of it if one of these tasks may be left, or a future whose exception nobody has asked for."""
    if failed or tasks:
        helpers()
        logger()
