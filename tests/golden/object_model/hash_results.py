"""What __hash__ may return."""
class H:
    def __init__(self, value): self.value = value
    def __hash__(self): return self.value
for value in (1, -1, -2, 2**61 - 1, 2**61, 2**100, True, 1.5, "x", None):
    try:
        print(value, hash(H(value)))
    except TypeError as e:
        print(e)
class I(int): pass
print(hash(H(I(7))), hash(I(7)) == hash(7), hash(1.0) == hash(1) == hash(True), hash(-1))
try:
    hash([])
except TypeError as e:
    print(e)
try:
    {}[{}]
except TypeError as e:
    print(e)
try:
    {[]}
except TypeError as e:
    print(e)
