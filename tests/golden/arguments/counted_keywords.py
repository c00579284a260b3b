"""Functions with *args that count their keyword arguments before they look at the names."""
import itertools


class Zip(zip):
    pass


class Numbered(enumerate):
    pass


for function in zip, Zip, itertools.product, min, max, enumerate, Numbered, itertools.zip_longest, print:
    for args in (), ([1],), ([1], [2]):
        for names in "b", "strict b", "b strict", "key default a", "a b c", "repeat a", "start a", "iterable a", "start a b":
            print(function.__name__, args, names, end=": ")
            try:
                function(*args, **dict.fromkeys(names.split(), None))
            except TypeError as error:
                print(error)
            else:
                print("fine")
