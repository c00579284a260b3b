"""The order of attributes is that of their assignment."""
class P:
    def __init__(self, flip):
        if flip: self.b, self.a = 1, 2
        else: self.a, self.b = 1, 2
print(vars(P(False)), vars(P(True)))
p = P(False)
del p.a
p.a = 3
print(list(vars(p)), list(reversed(vars(p))))
q = P(False)
q.__dict__ = dict(reversed(vars(p).items()))
print(list(vars(q)), vars(p) == vars(q))
for i in range(40): setattr(p, f"x{i}", i)
print(len(vars(p)), p.x39, list(vars(p))[-1])
