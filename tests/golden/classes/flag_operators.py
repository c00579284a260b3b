"""The helper that a flag's operators ask first shows when they are called without one."""
import enum

for operator in ("__or__", "__rand__", "__xor__", "__ror__", "__and__", "__rxor__"):
    try:
        getattr(enum.Flag, operator)(enum.Flag, 5)
    except TypeError as e:
        print(operator, e)


class Half(enum.Flag):
    A = 1
    B = 2


for other in (5, "x", None, Half):
    try:
        print(Half.A | other)
    except TypeError as e:
        print(e)
print(Half.A | Half.B, Half.A ^ Half.B, Half.A & Half.B)
