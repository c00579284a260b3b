# A program may give a function more defaults than it has parameters; the last ones are theirs.
def none():
    return "called"


def one(a):
    return a


def two(a, b, *, c=3):
    return a, b, c


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except TypeError as error:
        print(error)


for defaults in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)]:
    for function in (none, one, two):
        function.__defaults__ = defaults
        for count in range(4):
            attempt(function, *"xyz"[:count])
        attempt(function, 1, 2, 3, c=4)
