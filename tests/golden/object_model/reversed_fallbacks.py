"""reversed(): __reversed__, the sequence protocol, and what has neither."""


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


class Own(Sequence):
    def __reversed__(self):
        return "anything"


class Refuses(Sequence):
    __reversed__ = None


class NoLength:
    def __getitem__(self, i):
        return i


class Negative(Sequence):
    def __len__(self):
        return -1


for o in (Sequence(), Own(), Refuses(), NoLength(), Negative(), [1, 2], (1, 2), "ab", range(3), {"a": 1}, {1}, 5, None, iter([])):
    try:
        result = reversed(o)
        print(type(o).__name__, result if isinstance(result, str) else list(result))
    except (TypeError, ValueError) as e:
        print(type(o).__name__, type(e).__name__, e)
r = reversed(Sequence())
print(next(r), r.__length_hint__(), list(r), r.__length_hint__())
