"""What __reduce_ex__ makes of __getnewargs_ex__ and __getnewargs__; copies of slices."""
import copy
import pickle


class Number(int):
    def __getnewargs_ex__(self):
        return (int(self),), {}


class Named(int):
    def __new__(cls, value, *, name="none"):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __getnewargs_ex__(self):
        return (int(self),), {"name": self.name}


class Plain(int):
    def __getnewargs__(self):
        return (int(self) + 1,)


for value in Number(3), Named(4, name="four"), Plain(5):
    for protocol in 2, 3, 4:
        function, args = value.__reduce_ex__(protocol)[:2]
        print(function.__name__, args)
    again = pickle.loads(pickle.dumps(value))
    print(type(again).__name__, again, vars(again), copy.copy(value), copy.deepcopy(value))
s = slice(1, [2], None)
print(copy.copy(s) is s, copy.deepcopy(s) is s, copy.deepcopy(s) == s)
