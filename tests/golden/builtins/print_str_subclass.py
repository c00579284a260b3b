class S(str):
    def __str__(self): return "STR"
class Raises(str):
    def __str__(self): raise ValueError("no text")
class File:
    def write(self, text): print(repr(text), type(text).__name__)
print("a", "b", sep=S("-"), end=S("\n"))
print()
print("a", S("b"), "c", sep=S("-"), end=S("!"), file=File())
for how in ({"sep": Raises()}, {"end": Raises()}):
    try: print("a", "b", **how)
    except ValueError as error: print(error)
