# Futures and tasks are CPython's native ones by their names.
import asyncio


def shown(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


loop = asyncio.new_event_loop()
future = loop.create_future()
F, T = asyncio.Future, asyncio.Task
print(F, T, F.__module__, T.__qualname__, T.__mro__)
shown(lambda: future.missing)
shown(lambda: F.missing)
shown(lambda: setattr(F, "extra", 1))
shown(lambda: delattr(T, "cancel"))
shown(lambda: future + 1)
shown(lambda: future[0])
shown(lambda: len(future))
shown(lambda: future())
shown(lambda: next(future))
shown(lambda: F.set_result(5, 1))
shown(lambda: F.set_result)
shown(lambda: 1 in future)
shown(lambda: T(1, loop=loop))
shown(lambda: isinstance(future, F) and future.__class__)


class Named(F):
    pass


named = Named(loop=loop)
named.extra = 1
Named.more = 2
print(named, named.extra, named.more, Named)
shown(lambda: named.missing)


# A task whose __init__ has failed has nothing to report.
for arguments in (), (1, 2, 3), (None,):
    try:
        T(*arguments, loop=loop)
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__)
loop.close()
