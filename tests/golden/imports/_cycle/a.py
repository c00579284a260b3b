print("a starts")
import _cycle.b
NAME = "a"
def call(): return _cycle.b.NAME
print("a ends", _cycle.b.NAME)
