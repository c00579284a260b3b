"""What anext() with a default returns."""


async def _result_of(awaitable):
    return await awaitable


class anext_awaitable:
    """Awaits an item; the default takes the place of the end."""

    def __init__(self, awaitable, default):
        self._awaitable = awaitable
        self._default = default
        self._iterator = None

    def _start(self):
        if self._iterator is None:
            self._iterator = _result_of(self._awaitable).__await__()
        return self._iterator

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return next(self._start())
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)

    def send(self, value):
        try:
            return self._start().send(value)
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)

    def throw(self, *args):
        try:
            return self._start().throw(*args)
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)

    def close(self):
        return self._start().close()
