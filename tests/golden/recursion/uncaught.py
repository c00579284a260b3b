"""An uncaught RecursionError through methods and properties."""
class Chain:
    @property
    def next(self): return self.follow(  "once more"  )
    def follow(self, why):
        return self.next
Chain().follow("start")
