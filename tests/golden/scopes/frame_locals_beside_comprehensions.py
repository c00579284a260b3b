"""f_locals tells a free variable whose name a comprehension in the same function uses."""
import re
import sys


def function(x):
    def inner():
        proxy = sys._getframe().f_locals
        print("x" in proxy, proxy.get("x"), proxy["x"], dict(proxy)["x"], len(proxy))
        doubled = [x * 2 for x in (46,)]
        print("x" in proxy, proxy.get("x"), proxy["x"], dict(proxy)["x"], len(proxy))
        return doubled + [x]
    print(inner())


function(3)
pattern = re.compile("a")
print(pattern.groupindex, type(pattern.groupindex), pattern.groupindex is pattern.groupindex)
print(type(re.compile("(?P<a>b)").groupindex))
