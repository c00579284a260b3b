"""A length hint that can't be true is ignored where items are added; elsewhere there is no room for it."""
import sys


class Wild:
    def __iter__(self): return iter(())
    def __length_hint__(self): return sys.maxsize


numbers = [1, 2, 3]
numbers.extend(Wild())
print(numbers)
for make in list, tuple, sorted:
    try:
        print(make(Wild()))
    except MemoryError as error:
        print(make.__name__, repr(error))
