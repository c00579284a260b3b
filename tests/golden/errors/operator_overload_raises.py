class V:
    def __add__(self, other):
        raise TypeError("cannot add " + type(other).__name__)


V() + 3
