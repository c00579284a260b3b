# What a flag's value is asked when the member is made, in which order.
import collections
import enum

class Odd(collections.deque):
    __class__ = property(lambda self: int)
    def __ror__(self, other):
        print('ror', other)
        return 1
    def __sub__(self, other):
        print('sub', other)
        return 0
    def __and__(self, other):
        print('and', other)
        return 0
    def __getattr__(self, name): return self

for base in (Odd,):
    try:
        class F(base, enum.Flag):
            b = reversed([19])
    except BaseException as error:
        print(type(error).__name__, error)
    else:
        print(list(F.__members__))

class Shown(collections.deque):
    __class__ = property(lambda self: int)
try:
    class G(Shown, enum.Flag):
        b = reversed([19])
        def __getattr__(self, name): return self
except BaseException as error:
    print(type(error).__name__, error)

class Loud(int):
    def __or__(self, other):
        print('or', other)
        return int.__or__(self, other)
    def __ror__(self, other):
        print('ror', other)
        return int.__or__(self, other)
    def __and__(self, other):
        print('and', other)
        return int.__and__(self, other)
    def __sub__(self, other):
        print('sub', other)
        return int.__sub__(self, other)
class H(enum.Flag):
    a = Loud(1)
    b = Loud(6)
print(list(H), H.b)
