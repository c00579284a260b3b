"""An uncaught RecursionError through methods and properties."""
class Chain:
    def __init__(self, n): self.n = n
    @property
    def next(self): return Chain(self.n + 1).follow()
    def follow(self):
        return self.next
Chain(0).follow()
