"""Cyclic garbage goes before the modules do."""
import sys,gc
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print(f"~{self.name}", sys is not None and sorted(sys.modules)[:0], 'x' in globals())
x=D('global')
c=D('cycle'); c.me=c; del c
