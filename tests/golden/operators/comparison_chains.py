"""Chained comparison: each operand once, short circuit, non-bool results."""
def v(x):
    print(f"<{x}>", end=" ")
    return x
print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(3) > v(2) > v(1) > v(2) > v(0))
print(v(1) in v([1]) in v([[1]]))
print(v(None) is v(None) is not v(1))
print(v(1) == v(1) != v(2) < v(3) >= v(3))
print(not v(1) < v(2) < v(0))
class Rich:
    def __init__(self, name, answers): self.name, self.answers = name, answers
    def __lt__(self, other): return self.answers
    def __gt__(self, other): return f"{self.name}>{other}"
print(Rich("a", []) < 1 < 2, Rich("a", "yes") < 1 < 2, Rich("a", "") < 1 < 2, 1 < Rich("b", 0), 3 > Rich("c", "lt") > 2)
class Truth:
    def __init__(self, name, value): self.name, self.value = name, value
    def __bool__(self): print("bool", self.name, end=" "); return self.value
    def __repr__(self): return self.name
print(Rich("x", Truth("yes", True)) < 1 < 5)
print(Rich("x", Truth("no", False)) < 1 < 5)
class BadBool:
    def __bool__(self): raise ValueError("no truth")
try:
    Rich("x", BadBool()) < 1 < 2
except ValueError as error:
    print(error)
if v(1) < v(2) < v(3): print("then")
while v(5) < v(4) < v(1 / 1): pass
else: print("else")
print([x for x in range(10) if 2 < x < 6], 1 < 2 == True, (1 < 2) == True, 1 == 1.0 == True, "a" < "b" < "c")
x = 5
print(0 <= x <= 9 and x != 3, x == 5 == x == 5, x < 6 > 4, x is x is x)
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, 1 < nan, (nan,) == (nan,), {nan} == {nan}, [float("nan")] == [float("nan")])
