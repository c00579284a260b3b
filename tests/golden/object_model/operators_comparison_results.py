"""Rich comparisons that return anything, and what uses them."""


class Answer:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value

    def __lt__(self, other):
        return self.value

    def __hash__(self):
        return 1

    def __repr__(self):
        return f"Answer({self.value!r})"


class NoBool:
    def __bool__(self):
        raise ValueError("no truth")

    def __repr__(self):
        return "NoBool"


class Length:
    def __len__(self):
        return 0

    def __repr__(self):
        return "Length"


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for value in [True, False, None, 0, "yes", "", [], [0], NotImplemented, NoBool(), Length(), 1.5, ...]:
    a, b = Answer(value), Answer(value)
    print(type(value).__name__, value if not isinstance(value, Length) else "")
    for label, f in [("==", lambda: type(a == b).__name__), ("!=", lambda: a != b), ("<", lambda: type(a < b).__name__), (">", lambda: type(a > b).__name__),
                     ("in list", lambda: a in [b]), ("in self", lambda: a in [a]), ("index", lambda: [b].index(a)), ("count", lambda: [b, a].count(a)),
                     ("set", lambda: len({a, b})), ("dict", lambda: {b: 1}.get(a)), ("tuple", lambda: (a,) == (b,)), ("list<", lambda: [a] < [b]),
                     ("sorted", lambda: len(sorted([a, b]))), ("min", lambda: min(a, b) is a), ("remove", lambda: [b].remove(a)),
                     ("if", lambda: "then" if a == b else "else"), ("chain", lambda: a < b < a), ("not", lambda: not a == b), ("all", lambda: all([a == b]))]:
        print("   ", label, attempt(f))
print(attempt(lambda: Answer(1) <= Answer(2)), attempt(lambda: Answer(1) >= 2), attempt(lambda: 1 < Answer("less")), attempt(lambda: 1 > Answer("more")))


class Only:
    def __eq__(self, other):
        return True


print(Only() != 5, attempt(lambda: hash(Only())), Only.__hash__, attempt(lambda: {Only()}), Only() in [1], [1] == [Only()], (1, 2) == (Only(), Only()))


class Both(Only):
    __hash__ = object.__hash__


class Ne:
    def __ne__(self, other):
        return "ne"


print(len({Both(), Both()}), Ne() == Ne(), Ne() != 1, [Ne()] != [Ne()], (Ne(),) == (Ne(),))
