# Garbage that is most of what there is, garbage that comes back, and what finalisers see of it meanwhile.
import gc
import weakref

gc.disable()
gc.collect()
kept, log = [], []


class Node:
    def __init__(self, i):
        self.i, self.me = i, self


class Phoenix(Node):
    def __del__(self):
        log.append(("del", self.i))
        kept.append(self)


class Looker(Node):
    def __del__(self):
        nodes = sum(type(o) is Node for o in gc.get_objects())
        log.append(("sees", nodes, gc.collect()))


for count in (10, 50_000):
    nodes = [Node(i) for i in range(count)]
    nodes += [Phoenix(i) for i in range(3)] + [Looker(0)]
    nodes[1].friends = nodes[2:4]
    seen = [weakref.ref(node) for node in nodes]
    del nodes
    print(gc.collect() >= count, log, sum(r() is not None for r in seen))
    log.clear()
    print([(k.i, k.me is k) for k in kept], gc.is_tracked(kept[0]))
    back = [weakref.ref(k) for k in kept]
    kept.clear()
    del seen
    gc.collect()
    print([r() for r in back], log)

# What comes back brings what it refers to.
nodes = [Node(i) for i in range(1000)]
bird = Phoenix(0)
bird.all = nodes
nodes[0].bird = bird
del nodes, bird
gc.collect()
print(len(kept[0].all), kept[0].all[0].bird is kept[0], gc.is_tracked(kept[0].all))
r = weakref.ref(kept[0].all[999])
kept[0].all[0].late = Looker(1)
kept.clear()
log.clear()
gc.collect()
print(r(), log)


# Frozen objects stay, whatever goes behind them.
first = [Node(i) for i in range(100)]
gc.freeze()
second = [Node(i) for i in range(10_000)]
r = [weakref.ref(first[50]), weakref.ref(second[50])]
del first, second
gc.collect()
print([x() is None for x in r])
gc.unfreeze()
print(gc.collect() >= 100, [x() is None for x in r])

# In the young generation, too.
gc.enable()
alive = []
for i in range(30_000):
    node = Node(i)
    if i % 100 == 0:
        alive.append(node)
    if i % 5000 == 0:
        Phoenix(i)
del node
gc.collect()
print(len(alive), len(kept), sorted(set(log))[:10])
print(all(a.me is a for a in alive), [k.me.i for k in kept])
