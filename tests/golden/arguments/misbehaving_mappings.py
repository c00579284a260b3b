"""Mappings whose keys() misbehaves, in every place that takes a mapping."""
class M:
    def keys(self): return 5
class M2:
    def keys(self): return [1,2]
class M3:
    keys=None
class M4:
    def keys(self): return iter('ab')
    def __getitem__(self,k):
        if k=='b': raise KeyError('zz')
        return 7
class M5(dict):
    def keys(self): return ['q']
    def __getitem__(self,k): return 'item '+k
class M6:
    def keys(self): raise AttributeError('keys failed')
class M7:
    @property
    def keys(self): raise AttributeError('keys failed')
class M8:
    def keys(self):
        def g():
            yield 'a'
            raise TypeError('in g')
        return g()
    def __getitem__(self,k): return 7
def f(**k): return k
for c in [M,M2,M3,M4,M5,M6,M7,M8]:
    for fn in [lambda:dict(c()), lambda:{}.update(c()), lambda:{**c()}, lambda: f(**c()), lambda: {}|c(), lambda: {}.__ior__(c()), lambda:f(a=1,**c()), lambda: dict(c(),a=1), lambda: dict(**c())]:
        try: print(c.__name__, fn())
        except Exception as e: print(c.__name__, type(e).__name__, e)
