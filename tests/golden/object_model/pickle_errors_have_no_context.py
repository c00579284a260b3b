"""What pickling by name raises, and that nothing hides behind it."""
import pickle
import sys
import types

module = sys.modules["made"] = types.ModuleType("made")


class Other:
    pass


def make(name, qualname=None, owner="made"):
    cls = type(name, (), {"__module__": owner})
    if qualname is not None:
        cls.__qualname__ = qualname
    return cls


def attempt(what):
    for protocol in (0, 2, 4):
        try:
            print(protocol, pickle.loads(pickle.dumps(what, protocol)) is what)
        except Exception as e:
            text = repr(e).split(" at 0x")[0]
            print(protocol, text, e.__context__, e.__cause__)


known = make("Known")
module.Known = known
attempt(known)
attempt(make("Known"))
attempt(make("Unknown"))
attempt(make("Unknown", owner="no_such_module"))
attempt(make("Inner", "Known.Inner"))
known.Inner = make("Inner", "Known.Inner")
attempt(known.Inner)
attempt(make("Inner", "f.<locals>.Inner"))
attempt(lambda: 1)
attempt(len)
attempt([].append)
attempt(known())
attempt(make("Unknown")())
attempt(types.ModuleType("m"))
attempt((x for x in "a"))
attempt(int)
attempt(type(None))
attempt(Other)
del sys.modules["made"]
attempt(known)
sys.modules["made"] = None
attempt(known)
