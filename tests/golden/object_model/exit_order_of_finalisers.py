"""What still runs at the end of a program."""
import atexit, weakref
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
atexit.register(print, "atexit first registered")
atexit.register(print, "atexit last registered")
one = D("one")
two = D("two")
cycle = D("cycle")
cycle.me = cycle
weakref.finalize(one, print, "finalize of one")
print("end of module")
