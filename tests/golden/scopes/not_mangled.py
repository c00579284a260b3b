"""Keywords and the names of type parameters are not mangled."""
def f(**k): return k
class A:
    def g(self): return f(__k=8), (lambda __k=1, **r: (__k, r))(__k=8), dict(__a=1)
    class B(type('q',(),{'__init_subclass__':classmethod(lambda c, **k: print(k))}), __z=1): pass
    def h(self):
        match self:
            case A(__x=y): print(y)
    def m(self, __p): return __p
    import os as __os
    type __T = int
    def gen[__U](self, x: __U): return x
    print(sorted(k for k in locals() if 'T' in k or 'os' in k))
print(A().g())
A.__init_subclass__
a=A(); setattr(a,'__x','spam'); a.h()
print(A.gen.__type_params__, A.gen.__annotations__)
class _Foo[__T]: 
    x: __T
    print(__T)
print(_Foo.__type_params__, _Foo.__annotations__)
