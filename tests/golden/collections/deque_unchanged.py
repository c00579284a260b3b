"""Which calls that change nothing end a deque's iterators."""
import collections


def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



def unchanged(what):
    d = collections.deque([1, 2])
    for iterator in iter(d), reversed(d):
        what(d)
        t(lambda: list(iterator))


def add(d): d += []
def once(d): d *= 1
def twice(d): d *= 2
def no_change(d): d.rotate(0)


for what in (lambda d: d.extend([]), lambda d: d.extendleft(""), add, once, twice, no_change, lambda d: d.extend(())):
    unchanged(what)
