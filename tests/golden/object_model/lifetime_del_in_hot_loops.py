"""Objects that die in loops, while caches are hot."""
log = []
class N:
    def __init__(self, i): self.i = i
    def __del__(self): log.append(self.i)
    def get(self): return self.i
total = 0
for i in range(5):
    total += N(i).get()
print(total, log)
log.clear()
x = None
for i in range(4):
    x = N(i)
    x.i = x.i * 10
print(log)
x = None
print(log)
log.clear()
items = [N(i) for i in range(3)]
while items: items.pop(0)
print(log)
log.clear()
for n in map(N, range(3)): pass
del n
print(log)
