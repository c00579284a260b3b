"""Assigning the class that an object has already changes nothing, nor how long the class lives."""
import gc
import weakref


class Canary:
    pass


def check(assign):
    class Thing:
        canary = Canary()

    gone = weakref.ref(Thing.canary)
    thing = Thing()
    for _ in range(4):
        assign(thing)
    del thing, Thing
    gc.collect()
    return gone() is None


def by_statement(thing):
    thing.__class__ = thing.__class__


print(check(by_statement))
print(check(lambda thing: setattr(thing, "__class__", type(thing))))
print(check(lambda thing: object.__dict__["__class__"].__set__(thing, type(thing))))
