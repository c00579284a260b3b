"""+, *, in and comparison on sequences, and their errors."""
print([1] + [2], (1,) + (2,), "a" + "b", b"a" + b"b", [0] * 3, 3 * [0], (1, 2) * 2, "ab" * 2, 2 * b"x", [1] * 0, [1] * -5, "x" * True, () * 3)
row = [[]] * 3
row[0].append(1)
print(row, row[0] is row[1])
t = (1, 2)
print(t * 1 is t or t * 1 == t, t + () == t, [] + [] == [], "" + "" == "")
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print([1, 2] * Index(2), "ab" * Index(2), [1, 2, 3][Index(1)], (1, 2, 3)[Index(-1)], "abc"[Index(0):Index(2)])
for source in ["[1] + (2,)", "(1,) + [2]", "'a' + 1", "1 + 'a'", "b'a' + 'a'", "[1] * 'a'", "[1] * 1.0", "[1] * [2]", "'a' * 'b'", "None * [1]", "[1] + None", "'a' + None", "[1] - [1]", "'a' - 'b'",
               "{1} + {2}", "{} + {}", "() + 1", "range(3) + range(3)", "range(2) * 2", "[1] * (1 << 70)", "'a' * (1 << 62)", "1 in 5", "1 in 'a'", "None in None", "'' in 'abc'", "'ab' in 'cab'", "[1] in [[1]]", "1 in {1: 2}", "2 in {1: 2}", "b'' in b''",
               "[1, 2] < [1, 3]", "[1, 2] < [1]", "[1] < [1, 0]", "[] < [0]", "(1, 'a') < (1, 2)", "(1, 'a') < (2, 2)", "[1] < (2,)", "'a' < 'B'", "'' < 'a'", "[1] == (1,)", "[[1], 2] >= [[1], 2]", "(1, 2, 3) > (1, 2)", "{1} < {1, 2}", "{1} <= {1}", "{1} < {2}", "{1, 2} > {1}",
               "{1: 2} < {1: 3}", "{} == []", "range(3) == range(0, 3, 1)", "range(0) == range(5, 5)", "range(3) == [0, 1, 2]", "range(3) < range(4)", "{1} | {2}", "{1, 2} & {2, 3}", "{1, 2} - {2}", "{1, 2} ^ {2, 3}", "{1} | [2]", "{'a': 1} | {'b': 2, 'a': 3}", "{} | []", "frozenset({1}) | {2}", "{1} | frozenset({2})"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
