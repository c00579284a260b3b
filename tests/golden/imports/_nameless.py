a, _b, __c, d_ = 1, 2, 3, 4
def f(): pass
class K: pass
import sys
