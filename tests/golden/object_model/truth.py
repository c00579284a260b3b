"""__bool__, else __len__, else true."""
class B:
    def __init__(self, value): self.value = value
    def __bool__(self): return self.value
class L:
    def __init__(self, value): self.value = value
    def __len__(self): return self.value
class Both(B):
    def __len__(self): print("len asked"); return 0
for cls, values in ((B, (True, False, 1, "x", None)), (L, (0, 3, -1, 2**100, "x", 1.5, True)), (Both, (True,))):
    for value in values:
        try:
            print(cls.__name__, value, bool(cls(value)), "yes" if cls(value) else "no", not cls(value))
        except (TypeError, ValueError, OverflowError) as e:
            print(cls.__name__, value, type(e).__name__, e)
print(bool(object()), bool(type), [] or "else", B(False) or "right")
