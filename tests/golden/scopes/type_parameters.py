"""PEP 695: type parameters, aliases, their scopes, lazy evaluation and defaults."""
def first[T](items: list[T]) -> T: return items[0]
print(first([1]), first.__type_params__, first.__annotations__, first.__type_params__[0].__name__, type(first.__type_params__[0]).__name__)
class Box[T, *Ts, **P]:
    attr: T
    def m[U](self, x: U, y: T) -> U: return T, U
    alias = T
print(Box.__type_params__, Box.__annotations__, Box.alias, Box.m.__type_params__, Box().m(1, 2), Box.__parameters__)
print([c.__name__ for c in Box.__mro__], Box.__orig_bases__, Box[int, str, [bool]].__origin__ is Box)
type Alias = int
type Pair[A, B = str] = tuple[A, B]
type Recursive = list[Recursive]
type Lazy = undefined_name
print(Alias, Alias.__value__, Pair, Pair.__value__, Pair.__type_params__, Pair[int], Recursive.__value__, type(Alias).__name__, Alias.__name__, Alias.__module__)
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_name = "now defined"
print(Lazy.__value__)
def bounds[T: int, U: (str, bytes), V: missing, W = list[T]](): pass
t, u, v, w = bounds.__type_params__
print(t.__bound__, t.__constraints__, u.__bound__, u.__constraints__, w.__default__, w.has_default(), t.has_default(), t.__default__)
try:
    v.__bound__
except NameError as error:
    print(error)
T = "global T"
def shadow[T](x=T): return T, x
print(shadow()[0], shadow()[1])
class Outer[T]:
    class Inner[U]:
        def m[V](self): return T, U, V
    def g(self): return [T for _ in "a"], (lambda: T)()
print(Outer.Inner().m(), Outer().g())
def deco(f): return f
@deco
def decorated[T](x: T = 5) -> T: return x
print(decorated(), T, decorated.__qualname__, Outer.Inner.m.__qualname__, first.__qualname__)
class Base: pass
class Derived[T](Base, metaclass=type): x = 1
print(Derived.__bases__, Derived.__mro__[-2].__name__)
async def agen[T](): yield T
print(agen.__name__, agen.__type_params__)
type type = int
print(type, type.__value__)
for source in ["def f[T, T](): pass", "class C[T: (yield)]: pass", "def f[T: (x := 1)](): pass", "type X[T] = (yield)", "def f[T](): nonlocal T", "class C[T]: nonlocal T", "type X = await y", "def f[*T: int](): pass", "def f[**P: int](): pass", "def f[](): pass", "type X", "type X[] = 1", "def f[T = int, U](): pass", "type f() = 1", "type X.y = 1", "def f[T = (a := 1)](): pass", "lambda[T]: 0", "class C[T](x := 1): pass", "type X[T: int = bool, *U = *tuple[int], **P = [int]] = T", "def f[T](T): pass", "def f[T]() -> (yield): pass", "class C[__x, __x]: pass"]:
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg)
