"""What partialmethod takes: callables and descriptors."""
import functools


class Descriptor:
    def __get__(self, instance, owner=None):
        return lambda *args: ("got", args)


class Holder:
    method = functools.partialmethod(Descriptor(), 1)
    nested = functools.partialmethod(functools.partialmethod(print, "a"), "b")


for arguments in ((3,), (3, 4), ("text",), (None,)):
    try:
        functools.partialmethod(*arguments)
    except TypeError as error:
        print(error)
try:
    functools.partialmethod()
except TypeError as error:
    print(error)
print(Holder().method(2))
Holder.nested("c")
