"""Containers compare by identity first, then by equality."""
class Never:
    def __eq__(self, o): print("asked"); return False
n = Never()
print(n in [n], [n] == [n], n == n, (n,) == (n,), {1: n} == {1: n}, [n].index(n), [n].count(n))
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, float("nan") in [nan])
class Odd:
    def __eq__(self, o): return [1]
    __hash__ = None
print(Odd() in [0], [Odd()] == [5], Odd() == 5)
class Raises:
    def __eq__(self, o): raise ValueError("no comparing")
for f in (lambda: Raises() in [1], lambda: [Raises()] == [1], lambda: [1].index(Raises()), lambda: [1, 2].remove(Raises())):
    try:
        f()
    except ValueError as e:
        print(e)
