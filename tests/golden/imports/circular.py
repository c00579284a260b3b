"""Two modules that import each other, seen from both sides."""
import _cycle.a
print(_cycle.a.call(), _cycle.b.a is _cycle.a)
from _cycle import a, b
print(a.NAME, b.NAME)
