"""pow with two and three arguments."""
class P:
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
    def __ipow__(self, o): return ("ipow", o)
p = P()
print(p ** 2, 2 ** p, pow(p, 2, 3), pow(p, 2))
try:
    print(pow(2, p, 3))
except TypeError as e:
    print(e)
p **= 5
print(p)
class Two:
    def __pow__(self, o): return "two only"
print(Two() ** 1)
try:
    pow(Two(), 1, 2)
except TypeError as e:
    print(e)
for args in ((2, "x"), (2, 3, "x"), ("x", 2)):
    try:
        pow(*args)
    except TypeError as e:
        print(e)
