"""Special methods that change the classes they are called for: what comes next goes by the new ones."""


def attempt(use):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)


class Other:
    pass


def classes():
    class Left:
        def __add__(self, other):
            action()
            return NotImplemented

        def __radd__(self, other):
            return "reflected of Left"

        def __iter__(self):
            action()
            return self

        def __next__(self):
            raise StopIteration

    class Right(Left):
        pass

    class First(Left):
        def __radd__(self, other):
            action()
            return NotImplemented

        def __add__(self, other):
            return "forward of First"

    class Sequence:
        def __len__(self):
            return 2

        def __getitem__(self, at):
            action()
            if at > 1:
                raise IndexError
            return at

    return Left, Right, First, Sequence


def nothing():
    pass


action = nothing
for change in "nothing", "bases", "class", "remove", "replace":
    Left, Right, First, Sequence = classes()
    left, right, first = Left(), Right(), First()

    def action():
        global action
        action = nothing
        if change == "bases":
            Right.__bases__ = (Other,)
        elif change == "class":
            left.__class__ = right.__class__ = Other
        elif change == "remove":
            del Left.__radd__, Left.__add__
        elif change == "replace":
            Right.__radd__ = lambda self, other: "new one of Right"
            Left.__add__ = lambda self, other: "new one of Left"

    changing = action
    attempt(lambda: left + right)
    action = changing
    attempt(lambda: Left() + first)
    action = changing
    attempt(lambda: left + 1)
    action = changing
    attempt(lambda: 1 + left)

uses = {
    "for": lambda s: [x for x in s],
    "star": lambda s: [*s],
    "star in a call": lambda s: print(*s),
    "list": list,
    "tuple": tuple,
    "in": lambda s: 5 in s,
    "reversed": lambda s: list(reversed(s)),
    "sorted": sorted,
}
for name, use in uses.items():
    for change in "class", "remove":
        Left, Right, First, Sequence = classes()
        for cls in Sequence, Left:
            obj = cls()

            def action():
                global action
                action = nothing
                if change == "class":
                    obj.__class__ = Other
                elif cls is Sequence:
                    del Sequence.__getitem__
                else:
                    del Left.__iter__, Left.__next__

            print(name, change, cls.__name__, end=": ")
            attempt(lambda: use(obj))

for value in 5, None, Other, Other():
    attempt(lambda: [*value])
    attempt(lambda: [1, *value])
    attempt(lambda: (*value,))
    attempt(lambda: {*value})
