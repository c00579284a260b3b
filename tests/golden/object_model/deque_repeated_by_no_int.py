"""A deque's subclass is copied only for a number of times; what can't be one is refused before."""
import collections


class Loud(collections.deque):
    def __new__(cls, *args):
        print("new", len(args))
        return super().__new__(cls)


class Times:
    def __index__(self):
        print("index")
        return 2


class Failing:
    def __index__(self):
        print("index fails")
        raise OSError("index")


loud = Loud([1, 2], 5)
for times in 2, "a", None, Times(), Failing(), 10 ** 30, -1:
    for work in (lambda: loud * times, lambda: times * loud, lambda: loud.__mul__(times), lambda: loud.__rmul__(times),
                 lambda: collections.deque.__imul__(loud, times)):
        try:
            print(work())
        except Exception as error:
            print(type(error).__name__, error)
