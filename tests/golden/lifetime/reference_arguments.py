"""What weakref.ref() and a call of a reference take, and when a reference is the one there is already."""
import weakref


class Thing:
    pass


class Named(weakref.ref):
    def __init__(self, target, callback=None, name=None):
        super().__init__(target, callback)
        self.name = name


def say(what, f, *args, **kwargs):
    try:
        print(what, f(*args, **kwargs))
    except Exception as error:
        print(what, type(error).__name__, error)


thing = Thing()
for turn in range(2):
    print(weakref.ref(thing) is weakref.ref(thing), weakref.ref(thing) is weakref.ref(thing, None))
    print(weakref.ref(thing, print) is weakref.ref(thing, print), weakref.ref(thing)() is thing)
    say("none", weakref.ref)
    say("three", lambda: weakref.ref(thing, None, 3))
    say("wrong", lambda: weakref.ref(5))
    say("named", lambda: weakref.ref(thing, callback=None))
    say("called", lambda: weakref.ref(thing)(1))
    say("by name", lambda: weakref.ref(thing)(x=1))
    say("subclass", lambda: (Named(thing, None, "n").name, Named(thing)() is thing, Named(thing) is Named(thing)))
    say("list", lambda: [r() is thing for r in map(weakref.ref, [thing, thing])])
    say("new", lambda: weakref.ref.__new__(weakref.ref, thing) is weakref.ref(thing))
say("not callable", lambda: weakref.ref(thing, 5)() is thing)
