class V:
    def __add__(self, other):
        return NotImplemented


V() + V()
