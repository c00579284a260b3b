"""The event loop and the policy that programs get."""

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy", "EventLoop")

from . import base_events, events


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The usual event loop."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The usual policy."""

    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
