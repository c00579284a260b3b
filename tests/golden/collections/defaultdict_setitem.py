from collections import defaultdict


class Doubling(defaultdict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value * 2)


d = Doubling(lambda: 5)
print(d["a"], dict(d))
print(d["a"], d.__missing__("b"), dict(d))


class Refusing(defaultdict):
    def __setitem__(self, key, value):
        raise ValueError(key)


try:
    Refusing(list)["x"]
except ValueError as error:
    print(repr(error))
plain = defaultdict(list)
plain["x"].append(1)
print(plain)
try:
    plain[[]]
except TypeError as error:
    print(error)
