"""Types that can be subscripted without being sequences."""


def attempt(action):
    try:
        return repr(action())
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


def star(x):
    return [*x]


def unpack(x):
    a, b = x
    return a


def unpack_star(x):
    a, *b = x
    return a


def loop(x):
    for item in x:
        return item


def delegate(x):
    def inner():
        yield from x
    return list(inner())


for subject in [int | None, list[int], int, None, {}.__class__, type]:
    print(subject)
    for action in [iter, list, tuple, set, bytes, sum, any, sorted, reversed, enumerate, max, dict, "".join, zip,
                   star, unpack, unpack_star, loop, delegate, lambda x: 1 in x, lambda x: x in [x]]:
        text = attempt(lambda: action(subject))
        print("  ", getattr(action, "__name__", "?"), text.split(" object at")[0])
