"""Which built-in consumers ask an iterable for its length, and what they do with an error."""
class BadLen(object):
    def __iter__(self): return iter(range(10))
    def __len__(self): raise RuntimeError('hello')
class BadHint(object):
    def __iter__(self): return iter(range(10))
    def __length_hint__(self): raise RuntimeError('hello')
def f(*a): pass
for B in BadLen, BadHint:
    for n,t in dict(list=lambda: list(B()), ext=lambda: [].extend(B()), ba=lambda: bytearray().extend(B()), ba2=lambda: bytearray(B()), b=lambda: bytes(B()), t=lambda: tuple(B()), s=lambda: set(B()), fs=lambda: frozenset(B()), srt=lambda: sorted(B()), star=lambda: [*B()], call=lambda: f(*B()), join=lambda: ''.join(B()), su=lambda: set().union(B()), d=lambda: dict.fromkeys(B()), sl=lambda: [1,2].__setitem__(slice(0,1),B()), iadd=lambda: [].__iadd__(B()), mx=lambda: max(B()), sm=lambda:sum(B()), al=lambda:all(B()), z=lambda: list(zip(B())), e=lambda: list(enumerate(B())), m=lambda: list(map(str,B())), ts=lambda: (*B(),), ss=lambda: {*B()}, en=lambda: (lambda a,*b: 1)(*B())).items():
        try: t(); print(n, "ok")
        except Exception as e: print(n, type(e).__name__, e)
