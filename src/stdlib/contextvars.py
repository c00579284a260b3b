"""Variables whose values belong to a context, of which asynchronous tasks have one each."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")
