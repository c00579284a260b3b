"""StopIteration thrown to what delegates to an iterator without throw() ends the delegation."""
def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



class Odd:
    def __iter__(self): return self
    def __next__(self): return 1
    __await__ = __iter__


def delegating(to):
    result = yield from to
    print("result", result)
    return result


async def awaiting(to):
    result = await to
    print("result", result)
    return result


for error in StopIteration("x"), StopIteration(), KeyError("k"):
    for to in Odd(), [1, 2], "ab", range(3):
        generator = delegating(to)
        next(generator)
        t(lambda: generator.throw(error))
    coroutine = awaiting(Odd())
    coroutine.send(None)
    t(lambda: coroutine.throw(error))
