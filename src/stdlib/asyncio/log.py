"""The logger of asyncio, made when something is logged."""


def __getattr__(name):
    if name != "logger":
        raise AttributeError(f"module 'asyncio.log' has no attribute {name!r}")
    import logging
    globals()["logger"] = logging.getLogger("asyncio")
    return logger
