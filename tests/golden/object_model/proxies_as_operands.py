"""Which operands of a weak proxy's operators are looked through, too."""
import weakref


class Thing:
    def note(self, *operands):
        print("  ", [type(operand).__name__ for operand in operands])
        return 1

    __add__ = __radd__ = __eq__ = __lt__ = __getitem__ = __contains__ = __call__ = __setitem__ = __delitem__ = note
    __iadd__ = __pow__ = __ipow__ = __rpow__ = __divmod__ = note
    __hash__ = None

    def __setattr__(self, name, value):
        print("  ", name, type(value).__name__)


class Plain(Thing):
    __call__ = None


for cls in Thing, Plain:
    thing, other = cls(), cls()
    proxy, second = weakref.proxy(thing), weakref.proxy(other)
    for text in ("proxy + second", "second + 5", "5 + proxy", "proxy == second", "proxy < second", "proxy[second]", "second in proxy", "proxy[second] = second",
                 "del proxy[second]", "proxy.a = second", "setattr(proxy, 'b', second)", "proxy(second)", "pow(proxy, second)", "pow(proxy, second, second)",
                 "divmod(proxy, second)", "proxy.note(second)", "x = proxy; x += second", "x = proxy; x **= second", "thing + second", "thing.a = second", "thing[second]"):
        print(text)
        try:
            exec(text)
        except Exception as e:
            print("  ", type(e).__name__, e)
