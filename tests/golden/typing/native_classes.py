"""Type parameters, type aliases, Generic and NoDefault are native classes: what they take, say and refuse."""

import typing, _typing
def T(f, *a, **k):
    try: print(str(f(*a, **k)).split(" at 0x")[0])
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
print(_typing.__doc__, _typing, _typing._idfunc(5), _typing._idfunc.__text_signature__, _typing._idfunc.__doc__)
V=typing.TypeVar; P=typing.ParamSpec; S=typing.TypeVarTuple; A=typing.TypeAliasType
for f in V, P, S, A:
    T(f); T(f, 5); T(f, 'T', x=1); T(f, 'T', 1, 2, 3); T(f, 'T', name='T'); T(f, name='T'); T(f, 'T', covariant=1); T(f, 'T', covariant=True, contravariant=True)
    T(f, 'T', infer_variance=True, covariant=True); T(f, 'T', bound=5); T(f, 'T', bound=(1,)); T(f, 'T', bound=None); T(f, 'T', default=5); T(f, 'T', default=None)
    T(f, b'T'); T(f, 'T', bound=typing.ClassVar); T(f, 'T', int, bound=int); T(f, 'T', int, str, bound=int); T(f, 'T', (1,), int)
    class B:
        def __bool__(self): raise ValueError("bool")
    T(f, 'T', covariant=B()); T(f, 'T', 'int', bound='x')
    class SS(str): pass
    T(lambda: type(f(SS('T')).__name__)); T(lambda: f.__new__(int)); T(lambda: f.__new__()); T(lambda: f.__new__(f, 'x'))
T(typing.ParamSpecArgs); T(typing.ParamSpecArgs, 5); T(typing.ParamSpecArgs, 5, 6); T(typing.ParamSpecArgs, origin=5); T(typing.ParamSpecArgs, x=5); T(repr, typing.ParamSpecKwargs(V('X'))); T(repr, typing.ParamSpecArgs(P('X')))
class N: __name__ = 'nn'
T(repr, typing.ParamSpecArgs(N())); T(repr, typing.ParamSpecArgs(int)); T(lambda: typing.ParamSpecArgs(5) == typing.ParamSpecArgs(5)); T(lambda: typing.ParamSpecArgs(5) == typing.ParamSpecKwargs(5)); T(lambda: typing.ParamSpecArgs(5) < typing.ParamSpecArgs(6)); T(lambda: typing.ParamSpecArgs(5) != typing.ParamSpecArgs(6))
T(lambda: typing.ParamSpecArgs(5).__ge__(typing.ParamSpecArgs(6)), ); T(lambda: typing.ParamSpecArgs(5).__ne__(5))
T(A, 'X', int, type_params=5); T(A, 'X', int, 5); T(A, 'X', int, type_params=(1, 2)); T(A, 'X'); T(A, name='X', value=7); T(A, 'X', int, type_params=(S('Ts'), V('T'))); T(lambda: A('X', int, type_params=(S('Ts'), V('T'))).__parameters__); T(lambda: A('X', int, type_params=(S('Ts'), V('T'))).__type_params__);T(lambda: A('X', int, type_params=()).__type_params__);T(lambda: A('X', int, type_params=(V('T'),))[int])
T(lambda: A('X', int)[int])
T(lambda: A('X', int).__module__); T(lambda: V('X').__module__); T(lambda: A('X', int).__value__)
T(lambda: eval("V('T')", {'V': V}).__module__); T(lambda: eval("V('T')", {'V': V, '__name__': 5}).__module__); T(lambda: eval("A('T', 1)", {'A': A, '__name__': 5}).__module__); T(lambda: eval("A('T', 1)", {'A': A}).__module__)
ns={}; exec("type X = 1/0\ndef f[T: 1/0, *S = 2/0](): pass", ns); T(lambda: ns['X'].__value__); T(lambda: ns['X'].__module__); T(lambda: ns['f'].__type_params__[0].__bound__); T(lambda: ns['f'].__type_params__[0].__constraints__); T(lambda: ns['f'].__type_params__[1].__default__); T(lambda: ns['f'].__type_params__[0].__module__); T(lambda: ns['f'].__type_params__[1].has_default()); T(lambda: ns['f'].__type_params__[0].has_default())
ns={'__name__': 'mod'}; exec("type X[T: (int, str)] = 1/0\ndef f[T: (int, str), **P = [int]](): pass", ns); T(lambda: ns['X'].__module__); T(lambda: ns['f'].__type_params__[0].__bound__); T(lambda: ns['f'].__type_params__[0].__constraints__); T(lambda: ns['f'].__type_params__[1].__default__); T(lambda: ns['f'].__type_params__[0].__module__); T(lambda: ns['X'].__type_params__[0].__constraints__ is ns['X'].__type_params__[0].__constraints__)
T(lambda: [V('T').__covariant__, V('T', infer_variance=True), V('T', covariant=True), V('T', contravariant=1), P('T', covariant=1).__covariant__, S('T')])
T(lambda: V('T').__bound__); T(lambda: P('T', bound=None).__bound__); T(lambda: V('T', bound='x').__bound__); T(lambda: V('T', bound=None).__bound__); T(lambda: V('T').__default__); T(lambda: V('T', default=typing.NoDefault).has_default()); T(lambda: V('T', default=None).__default__)
T(lambda: V('T').__typing_subst__(int)); T(lambda: V('T').__typing_subst__((int,))); T(lambda: V('T').__typing_subst__(typing.Unpack[tuple[int]])); T(lambda: S('T').__typing_subst__(int)); T(lambda: P('T').__typing_subst__([int])); T(lambda: P('T').__typing_subst__(5)); T(lambda: V('T').__typing_prepare_subst__(5, 5)); T(lambda: list(S('T'))); T(lambda: V('T').__mro_entries__(5)); T(lambda: V('T').__mro_entries__())
T(lambda: P('P').args.__origin__); T(lambda: P('P').args == P('P').args); p = P('P'); T(lambda: p.args is p.args); T(lambda: p.args == p.args); T(lambda: p.args == p.kwargs)
G = typing.Generic
T(G); T(G, 5); T(lambda: G[int]); T(lambda: G[V('T')]); T(lambda: G[()]); T(lambda: G[int, V('T')]); 
T(lambda: type('C', (G,), {}))
t=V('T')
class C(G[t]): pass
T(lambda: C[int]); T(lambda: C[int, str]); T(lambda: C()); T(lambda: C(5)); T(lambda: C().x); T(lambda: G().x); T(lambda: setattr(G(), 'x', 1)); T(lambda: C.__bases__); T(lambda: setattr(C, '__bases__', (object,))); T(lambda: C.__mro__); T(lambda: setattr(C, '__bases__', (G, ))); T(lambda: C.__mro__); T(lambda: setattr(C, '__bases__', (dict, ))); T(lambda: setattr(C(), '__class__', G)); T(lambda: setattr(G(), '__class__', C)); T(lambda: C.__dict__.keys()); T(lambda: G.__class_getitem__); T(lambda: G.__init_subclass__()); T(lambda: G.__class_getitem__()); T(lambda: G.__class_getitem__(t)); T(lambda: C.__class_getitem__(int, 5)); T(lambda: C.__init_subclass__(x=5)); T(lambda: C.__flags__); T(lambda: C.__basicsize__)
class D[T]:
    __slots__ = ('a',)
    def m(self): return super().__init_subclass__
T(lambda: D().m()); T(lambda: D[int]()); T(lambda: D[int]().__orig_class__); T(lambda: D.__orig_bases__); T(lambda: D.__flags__); T(lambda: D.__basicsize__); T(lambda: D.__dictoffset__); T(lambda: D.__weakrefoffset__)
T(lambda: type('X', (G, C), {})); T(lambda: setattr(G, '__name__', 'Q')); T(lambda: G); T(lambda: G.__name__); T(lambda: setattr(G, '__name__', 'Generic')); T(lambda: setattr(G, '__module__', 'Q')); T(lambda: G); T(lambda: setattr(G, '__module__', 'typing')); T(lambda: setattr(G, '__bases__', (object,))); T(lambda: setattr(G, '__doc__', 'Q')); T(lambda: setattr(G, '__qualname__', 'Generic')); T(lambda: G.__annotations__); T(lambda: G.__type_params__);T(lambda: G.__abstractmethods__); T(lambda: G.__text_signature__)
import gc; T(lambda: gc.is_tracked(G())); T(lambda: gc.is_tracked(t)); T(lambda: gc.is_tracked(typing.NoDefault));
N = type(typing.NoDefault)
T(N); T(N, 1); T(N, x=1); T(lambda: N() is typing.NoDefault); T(lambda: hash(typing.NoDefault) != 0); T(lambda: typing.NoDefault()); T(lambda: N.__module__); T(lambda: N.__new__(N)); T(lambda: N.__new__(int)); T(lambda: bool(typing.NoDefault))
