"""Garbage in cycles is finalised in the order in which it came to be, survivors of an earlier collection that
were found late after the others."""
import gc
import weakref

gc.disable()
gc.collect()
gc.freeze()
log = []


class Loud:
    def __init__(self, tag):
        self.tag = tag
        self.me = self

    def __del__(self):
        log.append(self.tag)


class Lazy(Loud):
    def __del__(self):
        log.append(self.tag)
        kept.append(self)


def tell(what):
    gc.collect()
    print(what, log)
    log.clear()


objects = [Loud(n) for n in range(8)]
for n in (5, 2, 7):
    objects[n].me = None
    objects[n] = None
tell("no cycle, in the order given up:")
objects.reverse()
objects.clear()
tell("in the order made:")

holder = [None]
later = [Loud(f"first {n}") for n in range(3)]
holder[0] = Loud("in the holder")
young = [Loud(f"second {n}") for n in range(3)]
del later[1], young[1]
tell("two of them:")
later.clear(), young.clear(), holder.clear()
tell("the others:")


class Node:
    pass


# What only a younger object refers to is found after its turn, and goes behind the others.
older = [Loud("held by a younger one"), Loud("held by nobody else")]
younger = Node()
younger.held = older.pop(0)
gc.collect()
del younger.held
older.clear()
tell("after a collection:")

kept = []
lazy = [Lazy("rises"), Loud("stays gone")]
lazy.clear()
tell("resurrected:")
more = Loud("younger than what rose")
del more
kept[0].me = None
kept.clear()
tell("and gone:")

print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
frozen = [Loud("frozen")]
gc.freeze()
frozen.clear()
tell("frozen is not seen:")
gc.unfreeze()
tell("until unfrozen:")

watched = [Loud(n) for n in range(3)]
refs = [weakref.ref(o, lambda r, n=o.tag: log.append(f"ref {n}")) for o in watched]
del watched
tell("callbacks first:")
