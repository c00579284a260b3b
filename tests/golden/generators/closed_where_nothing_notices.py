# Generators closed, or dropped, between two values: what they hold goes, and only try and with statements see it.
import sys

sys.unraisablehook = lambda report: print("unraisable:", report.exc_value)

class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("closed:", self.name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("left:", kind and kind.__name__)


def plain(a):
    b = Noisy("b")
    for item in Noisy("iterated"):
        c = Noisy("c")
        yield item


def after_a_try():
    try:
        yield 1
    except ZeroDivisionError:
        pass
    yield 2
    yield 3


def finally_():
    a = Noisy("a of finally")
    try:
        yield 1
    finally:
        print("finally")


def catches():
    try:
        yield 1
    except GeneratorExit as error:
        print("caught", repr(error))
        return "result"


def goes_on():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def with_():
    with Noisy("managed"):
        yield 1


def delegates():
    yield from Noisy("delegate")


def inner():
    try:
        yield 1
    finally:
        print("inner finally")


def outer():
    yield from inner()


def nested():
    for item in inner():
        yield item


for function in (lambda: plain(Noisy("a")), after_a_try, finally_, catches, goes_on, with_, delegates, outer, nested):
    name = getattr(function, "__name__")
    print("#", name, "closed")
    generator = function()
    next(generator)
    try:
        print(generator.close(), generator.gi_frame, generator.gi_running, generator.gi_suspended)
    except RuntimeError as error:
        print(error)
    print(next(generator, "over"), generator.close())
    print("#", name, "dropped")
    generator = function()
    next(generator)
    generator = None

print("# second value after a try")
generator = after_a_try()
print(next(generator), next(generator), generator.close(), next(generator, "over"))

print("# expressions")
print(next(x for x in range(5)), any(x > 1 for x in range(5)), next((lambda: (yield 1))()))
generator = (Noisy(i) for i in range(2))
item = next(generator)
print("got", item.name)
del generator
print("dropped")
del item


def recursive(depth):
    if depth:
        for item in recursive(depth - 1):
            yield item
    yield depth


generator = recursive(200)
print(next(generator))
generator.close()
generator = recursive(300)
print(next(generator))
del generator


def closes_itself():
    try:
        me.close()
    except ValueError as error:
        print(error)
    yield 1


me = closes_itself()
print(next(me), me.close())

# Closed by the loop that is getting its values.
for stop in range(3):
    generator = plain(Noisy("a"))
    for index, item in enumerate(generator):
        if index == stop:
            print("closing", generator.close(), next(generator, "over"))
for name, consume in {"sum": sum, "list": list, "max": max, "join": lambda values: "".join(map(str, values))}.items():
    generator = None

    def closing():
        for index, item in enumerate(count):
            if index == 2:
                print(name, "closes", count.close())
            yield item

    def counting():
        held = Noisy("held")
        for number in range(9):
            yield number

    count = counting()
    print(name, consume(closing()))
