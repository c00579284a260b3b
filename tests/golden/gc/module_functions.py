"""gc: thresholds, counts, is_tracked, referents, callbacks, freeze, automatic collection."""
import gc
print(gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), gc.get_debug(), gc.garbage)
gc.set_threshold(500, 5, 5)
print(gc.get_threshold()[:2])
for bad in (lambda: gc.set_threshold(), lambda: gc.set_threshold("x"), lambda: gc.collect(5), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.enable(1), lambda: gc.get_referents(5) , lambda: gc.is_tracked()):
    try: print(bad())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
class C: pass
c = C()
print([gc.is_tracked(x) for x in (5, "s", 1.5, None, [], [1], C, c, lambda: 0, len)])
print(gc.get_referents([1, "two"], {"k": "v"}), gc.get_referents(("a",)), gc.get_referents())
class D:
    deleted = 0
    def __init__(self): self.me = self
    def __del__(self): D.deleted += 1
gc.collect()
for i in range(5000): D()
print("collected automatically:", D.deleted > 0)
gc.collect()
print(D.deleted)
gc.disable()
for i in range(3000): D()
print("none while disabled:", D.deleted == 5000)
print(gc.collect() >= 3000, D.deleted, gc.collect())
gc.enable()
events = []
def cb(phase, info): events.append((phase, sorted(info)))
gc.callbacks.append(cb)
gc.collect()
gc.callbacks.remove(cb)
print(events)
print(gc.is_finalized(c), type(gc.get_stats()).__name__, sorted(gc.get_stats()[0]), type(gc.get_objects()).__name__)
l = []
print(any(x is l for x in gc.get_objects()), gc.get_freeze_count())
holder = [c]
print(any(r is holder for r in gc.get_referrers(c)))
gc.freeze(); gc.unfreeze()
print(gc.get_freeze_count())
class Bad:
    def __init__(self): self.me = self
    def __del__(self): gc.collect(); events.append("collected inside __del__")
events.clear()
Bad()
gc.collect()
print(events)
