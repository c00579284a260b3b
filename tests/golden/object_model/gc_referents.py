"""What gc.get_referents shows of things."""
import gc


class C:
    pass


class Slotted:
    __slots__ = ("a", "b")


c, s = C(), Slotted()
print(gc.get_referents(int, type, object, 5, "text", None, True))
print(gc.get_referents([1, 2]), gc.get_referents((3, 4)), gc.get_referents({"k": "v"}))
s.a, s.b = "first", "second"
print(sorted(x for x in gc.get_referents(s) if isinstance(x, str)), Slotted in gc.get_referents(s))
c.x = "value"
print("value" in gc.get_referents(c) or "value" in gc.get_referents(c.__dict__), C in gc.get_referents(c))
print(len(gc.get_referents(C)) > 3, object in gc.get_referents(C))
print(gc.get_referents(), gc.is_tracked(c), gc.is_tracked(5), gc.is_tracked([]), gc.is_finalized(c))


def f(default=c):
    return s


print(any(x is c for holder in gc.get_referents(f) for x in ([holder] + gc.get_referents(holder))))
