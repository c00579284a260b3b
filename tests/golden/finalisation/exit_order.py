"""What happens at the end of a script: module globals, atexit, unflushed output, dangling generators."""
import sys, atexit
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print(f"~{self.name}")
atexit.register(print, "atexit one")
@atexit.register
def two(): print("atexit two, first", d1.name)
d1 = D("d1")
d2 = D("d2")
_private = D("_private")
class Holder: attr = D("in class")
def gen():
    try: yield
    finally: print("generator closed at exit")
g = gen(); next(g)
def f(x=D("default")): pass
sys.stdout.write("no newline, flushed at exit; ")
import builtins
atexit.unregister(print)
atexit.register(print, "registered last")
print("end of the script")
