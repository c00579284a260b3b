"""Equal constants of one compilation are one object; so are the parts of constant tuples."""


def first():
    return "two words", b"bytes", 10**30, 100000000000000000000000, 2.5, 3j, (1, "x", (2, -3)), "!" * 5


def second():
    return "two words", b"bytes", 10**30, 100000000000000000000000, 2.5, 3j, (1, "x", (2, -3)), "!" * 5


for a, b in zip(first()[:2] + first()[3:7], second()[:2] + second()[3:7]):
    print(type(a).__name__, a is b)
def same(a, b):
    return a is b


print(same((1, 2), (1, 2)), same((1, 2), (1.0, 2)), same((1, 2), (True, 2)), same((0.0,), (-0.0,)), same((-1,), (-1,)))
print(same(("a",), (b"a",)), same(((1, 2), 3)[0], (1, 2)), same((1, (2, (3, "q q"))), (1, (2, (3, "q q")))))
print(same("a b", "a" " b"), same("a b", "a " + "b"[:1]))


def default(x=(1, "a b")):
    return x


print(same(default(), (1, "a b")), same(default(), default()))
space = {}
exec("a = 'other words', 1; b = 'other words', 1", space)
exec("c = 'other words', 1", space)
print(space["a"] is space["b"], space["a"] is space["c"], space["a"] == space["c"])
print(2**10, -(2**70) + 1, 7 // 2, 7 % -3, 1 << 40, 2**-1, 0.1 + 0.2, 1 + 2j, 2.0**0.5, 10 / 4, 3 & 6 | 8 ^ 1)
print((2**100).bit_length(), (1 << 127).bit_length(), (1 << 129).bit_length(), (3**200) % 1000)
for text in "1 / 0", "1 % 0", "1 << -1", "0 ** -1", "1 @ 2", "2 + 'a'", "1.5 // 0.0", "1j // 2", "2 ** 3 ** 2 - 1.5":
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)


def fails_when_run(division):
    """The operations that fail do so when they are run, each time, and not when they are compiled."""
    for operation in (lambda: 1 / 0, lambda: 1 % 0, lambda: 1 << -1, lambda: 0 ** -1, lambda: 1.5 // 0.0):
        try:
            operation()
        except (ZeroDivisionError, ValueError) as error:
            print(type(error).__name__, error.__context__, end=" ")
    return 1 / 0 if division else "not run"


print(fails_when_run(False))
for text in "1 / 0", "0 ** -1", "lambda: 1 % 0":
    code = compile(text, "", "eval")
    print(next(iter(()), "nothing pending"), list(x for x in "ab"), type(code).__name__)
    try:
        raise KeyError("own")
    except KeyError as error:
        print(error.__context__)
