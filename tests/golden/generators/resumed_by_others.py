"""Loops and built-in functions over generators that somebody else looks at, resumes or ends meanwhile."""

import sys


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def both(*parts):
    for part in parts:
        try:
            got = yield from part
        finally:
            pass
    return "end"


# Resumed in the loop's own body.
g = count(10)
for x in g:
    print(x, next(g, "none"), g.gi_running, g.gi_frame is not None)

# Exhausted and closed in the body.
g = count(10)
for x in g:
    print("first", x, list(g))
else:
    print("else")
g = count(10)
for x in g:
    print("closed", x, g.close())
else:
    print("else", g.gi_frame)

# Its frame seen in the body.
g = count(3)
for x in g:
    print(x, g.gi_frame.f_locals["i"], g.gi_frame.f_lineno, g.gi_frame.f_back)


# Thrown into in the body.
def catching():
    while True:
        try:
            yield "value"
        except KeyError as e:
            yield f"caught {e}"
            return


g = catching()
for x in g:
    print(x)
    if x == "value":
        print(g.throw(KeyError("k")))

# A delegate resumed, and the one who delegates.
inner = count(8)
outer = both(inner, count(2))
for x in outer:
    print("outer", x, outer.gi_yieldfrom is inner)
    if x in (1, 4):
        print("inner", next(inner, None))
    if x == 3:
        print("outer next", next(outer, None))

# In a pipeline.
source = count(12)


def twice(it):
    for value in it:
        yield value
        yield value * 2


def pairs(it):
    for value in it:
        if value % 4 == 2:
            yield value, next(source, None)


print(list(pairs(twice(source))))

# In a callback of a built-in function.
source = count(10)


class Adding:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        return other + self.value + next(source, 0)

    def __bool__(self):
        return next(source, 5) >= 5


print(sum(Adding(x) for x in source))
source = count(10)
print(any(Adding(x) for x in source), list(source))
source = count(9)
print(max((x for x in source), key=lambda x: (next(source, 0), x)))


# Frames and exceptions as the body sees them.
def names():
    frame, found = sys._getframe(1), []
    while frame:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def looking():
    yield names()
    yield from [names()]


def consumer():
    for seen in looking():
        print(seen, names())
    for seen in both(looking()):
        print(seen, names())
    print([(seen, names()) for seen in looking()])


consumer()


def failing():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up", sys.exception())


def breaking(how):
    for value in failing():
        print("got", value)
        if how == "break":
            break
        if how == "return":
            return "returned"
        if how == "raise":
            raise LookupError("in the body")
        if how == "continue":
            continue
    else:
        return "else"
    return "after"


for how in ("break", "return", "raise", "continue"):
    try:
        print(breaking(how))
    except LookupError as e:
        print(repr(e))


# Depth.
def depth(n):
    if n:
        for value in depth(n - 1):
            yield value + 1
    else:
        yield 0


def nested(n):
    if n:
        yield from nested(n - 1)
    yield n


print(list(depth(300)), sum(nested(300)))


def calls(n):
    return n and calls(n - 1)


sys.setrecursionlimit(400)
for value in depth(250):
    try:
        print(value, calls(300))
        print(calls(420))
    except RecursionError as e:
        print("too deep")
try:
    print(list(depth(420)))
except RecursionError as e:
    print("too deep", e)
sys.setrecursionlimit(1000)


# A generator that runs itself.
def own():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = own()
print(list(me))


# StopIteration and return values.
def stopping():
    yield 1
    raise StopIteration(2)


try:
    for value in stopping():
        print(value)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def delegating():
    result = yield from both(count(2))
    yield result
    result = yield from (x for x in "ab")
    yield result


print(list(delegating()), tuple(delegating()), "".join(str(x) for x in delegating()))


# With, match and handlers around a yield.
class Context:
    def __enter__(self):
        return "entered"

    def __exit__(self, *args):
        print("exit", args[0])
        return args[0] is KeyError


def contexts(it):
    with Context() as name:
        yield name
        for x in it:
            match x:
                case 1 | 2 if (yield "guard") is None:
                    yield "low"
                case int():
                    yield x
                case _:
                    raise KeyError(x)
    yield "after"


for step in contexts([1, 3, "x", 4]):
    print(step)
for step in contexts([1, 3, "x", 4]):
    if step == 3:
        break
print("done")


def handling(it):
    for x in it:
        try:
            1 / x
        except ZeroDivisionError:
            yield "zero", sys.exception()
        else:
            yield x, sys.exception()


try:
    raise OSError("outer")
except OSError:
    for step in handling(count(3)):
        print(step, repr(sys.exception()))
    print(list(handling(iter([0, 2]))))


# The value of a yield.
def echo():
    while True:
        got = yield "ready"
        print("sent", got)
        if got == "stop":
            return


e = echo()
for i, x in enumerate(e):
    if i == 2:
        try:
            e.send("stop")
        except StopIteration:
            print("stopped")
for x in (g := echo()):
    try:
        print(x, g.send("stop"))
    except StopIteration as stop:
        print("stop", stop.value)

# Chains of and/or and comparisons around yields, a while with a condition that yields, else blocks.


def logic():
    a = (yield 1) or (yield 2)
    b = 0 < (yield 3) if a else (yield 4)
    while (yield 5) is None:
        yield 6
        if a is None:
            break
    else:
        yield 7
    for x in (1, 2):
        continue
    else:
        yield 8
        yield 9


print(list(logic()))
