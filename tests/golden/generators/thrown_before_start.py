"""What is thrown into a generator that has not begun is raised in the line of its definition, in no
columns of it."""

import sys
import traceback


def tell(error):
    for entry in traceback.extract_tb(error.__traceback__):
        print(entry.name, entry.lineno, entry.end_lineno, entry.colno, entry.end_colno)
    traceback.print_exception(error, file=sys.stdout)


def plain():
    yield 1


def long(a,
         b):
    yield 1


async def coroutine():
    pass


async def asynchronous():
    yield 1


def outer():
    yield from plain()


made = [plain(), long(1, 2), coroutine(), outer(), (i
        for i in ()), asynchronous().asend(None), asynchronous().athrow(KeyError("y"))]
for generator in made:
    try:
        generator.throw(KeyError("x"))
    except KeyError as error:
        tell(error)
begun = outer()
next(begun)
try:
    begun.throw(KeyError("z"))
except KeyError as error:
    tell(error)
for function in plain, long, coroutine, asynchronous, outer:
    print(next(function.__code__.co_positions()), next(function.__code__.co_lines())[2])
plain().throw(KeyError("uncaught"))
