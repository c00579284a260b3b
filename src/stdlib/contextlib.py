"""Context managers: from generators, on a stack, and a few that are often wanted."""

import sys
from abc import ABC, abstractmethod
from _collections_abc import _check_methods
from _collections import deque
from functools import wraps
from types import MethodType

GenericAlias = type(list[int])

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext",
    "AbstractContextManager", "AbstractAsyncContextManager",
    "AsyncExitStack", "ContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir",
]


class AbstractContextManager(ABC):
    """What a with statement can use."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        """Give the context manager itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Clean up; a true answer swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _check_methods(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What an async with statement can use."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        """Give the context manager itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Clean up; a true answer swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _check_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """Lets a context manager decorate functions: they then run inside it."""

    def _recreate_cm(self):
        # Overridden by those that can be entered once only.
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# From generators

class _GeneratorContextManagerBase:
    """Holds the generator, and what is needed to make it again."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        # help() of the object would otherwise tell of this class.
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _is_wrapped_stop(error, value, stop):
    # PEP 479: a StopIteration that leaves a generator arrives in a RuntimeError.
    return isinstance(value, stop) and error.__cause__ is value


class _GeneratorContextManager(
        _GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What a function decorated with contextmanager gives."""

    def __enter__(self):
        # Kept for _recreate_cm() only, which is of no use from here on.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            # The exception is swallowed, unless it is the very one that came in.
            return error is not value
        except RuntimeError as error:
            if error is not value and not _is_wrapped_stop(error, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        except BaseException as error:
            if error is not value:
                raise
            # It comes on from the with statement; the way through here is left out.
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(
        _GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What a function decorated with asynccontextmanager gives."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is not value and not _is_wrapped_stop(
                    error, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Make a function that returns a context manager out of a generator function.

    The generator yields once: what comes before runs on entering, the value
    is what `as` binds, and what comes after runs on leaving. An exception of
    the with block is raised at the yield.

    >>> @contextmanager
    ... def section(name):
    ...     print("begin", name)
    ...     yield name.upper()
    ...     print("end", name)
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """As contextmanager(), for async with and asynchronous generators."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# Small ones

class closing(AbstractContextManager):
    """Calls thing.close() on leaving."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() on leaving."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []  # it may be entered more than once

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file: `with redirect_stdout(f): ...`."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """As redirect_stdout, for sys.stderr."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Swallows the exceptions named, also those within an exception group."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            rest = excinst.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: for where a context manager is wanted only sometimes."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Makes a folder the current one, and goes back on leaving."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# Stacks

def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _restore_context(new, old, outer):
    """Let new's chain of contexts end in old, as nested with statements would.

    Raised inside the stack's own __exit__, an exception has outer, the one
    that was being handled when the stack was left, at the end of its chain.
    """
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


class _BaseExitStack:
    """What both stacks share: the callbacks, each with a mark whether it is synchronous."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Move all callbacks to a new stack and return that."""
        other = type(self)()
        other._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return other

    def _push(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def push(self, exit):
        """Have exit, an object with __exit__ or a function like it, called on leaving.

        Returns exit, which allows use as a decorator.
        """
        self._push(_leaving(exit, "__exit__"))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, to be left with the stack; return what it gives."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{_class_name(cls)}' object does not support "
                            f"the context manager protocol") from None
        result = enter(cm)
        self._push(MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Have callback(*args, **kwds) called on leaving; it can't swallow exceptions."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback  # for those who look into the stack
        self._push(_exit_wrapper)
        return callback


def _leaving(exit, name):
    """The method of that name, bound to exit, or exit itself if its class has none."""
    try:
        method = getattr(type(exit), name)
    except AttributeError:
        return exit
    return MethodType(method, exit)


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A with statement whose context managers are chosen while it runs.

    >>> with ExitStack() as stack:
    ...     files = [stack.enter_context(open(name)) for name in ()]
    """

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outer = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                if exc is None:
                    exc_details = None, None, None
                else:
                    exc_details = type(exc), exc, exc.__traceback__
                if cb(*exc_details):
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _restore_context(new, exc, outer)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context  # which raise has just set
                raise
        return received and suppressed

    def close(self):
        """Call the callbacks now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """As ExitStack, for async with: it takes both kinds of context managers."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, to be left with the stack."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{_class_name(cls)}' object does not support "
                            f"the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._push(MethodType(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        """Have exit, an object with __aexit__ or a function like it, awaited on leaving."""
        self._push(_leaving(exit, "__aexit__"), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Have callback(*args, **kwds) awaited on leaving; it can't swallow exceptions."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """Call the callbacks now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outer = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                if exc is None:
                    exc_details = None, None, None
                else:
                    exc_details = type(exc), exc, exc.__traceback__
                if is_sync:
                    cb_suppress = cb(*exc_details)
                else:
                    cb_suppress = await cb(*exc_details)
                if cb_suppress:
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _restore_context(new, exc, outer)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context  # which raise has just set
                raise
        return received and suppressed
