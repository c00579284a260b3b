"""Flags whose members of several bits have no single ones, and what negative values stand for."""
from enum import *
class X(IntFlag): A=3
print(X._value2member_map_, X._flag_mask_, X._singles_mask_, X._all_bits_)
print(list(X.A)); print(X._value2member_map_)
class Y(Flag): A=3; B=4
print(Y._value2member_map_, Y._flag_mask_, Y._singles_mask_, Y._all_bits_)
print(list(Y.A), list(Y(7)), Y._value2member_map_)
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Z(Flag, boundary=CONFORM): A=3; B=8
print(Z._flag_mask_, Z._singles_mask_, Z._all_bits_)
for v in range(-17,20): tr(lambda: (v, Z(v)))
for b in (STRICT,CONFORM,EJECT,KEEP):
  for base in (Flag,IntFlag):
    for vals in ({"A":3},{"C":3,"D":0},{"A":2,"B":6},{"A":12,"B":12,"C":2},{"A":0,"B":12,"C":5,"D":7},{"A":1,"B":2,"C":3},{"A":1,"B":4},{"A":1,"B":6,"C":8},{"A":6,"B":2}):
        try:
            class ns(base, boundary=b):
                locals().update(vals)
        except Exception as e: print(b,base,vals,type(e).__name__,e); continue
        print(b,base.__name__,vals,ns._flag_mask_, ns._singles_mask_, ns._all_bits_, list(ns), list(ns._value2member_map_))
        for v in range(-9,16,2):
            def g():
                x=ns(v)
                return (v, repr(x), getattr(x,"name","-"), list(x) if isinstance(x,Flag) else "", repr(~x), str(x))
            tr(g)
