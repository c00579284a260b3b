"""Where a dataclass has its methods in its namespace, and what a failing one leaves there."""

import dataclasses, itertools
names = ['init','repr','eq','order','unsafe_hash','frozen','match_args','kw_only','slots','weakref_slot']
for vals in itertools.product([0,1], repeat=5):
    for extra in ({}, {"slots": True}):
        kw = dict(zip(['init','repr','eq','order','frozen'], vals)); kw.update(extra)
        for uh in (0, 1):
            kw['unsafe_hash'] = uh
            for own in ({}, {'__hash__': lambda s: 1}, {'__eq__': lambda s, o: 1}, {'__hash__': None}, {'__setattr__': 5}, {'__lt__': 5}, {'__repr__': 5, '__init__': 6}):
                C = type('C', (), {'__annotations__': {'a': int, 'b': str}, 'b': 'x', **own})
                try: D = dataclasses.dataclass(**kw)(C); print(kw, list(own), list(D.__dict__))
                except Exception as e: print(kw, list(own), type(e).__name__, e, list(C.__dict__))
