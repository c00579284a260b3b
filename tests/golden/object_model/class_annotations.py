"""__annotations__ of classes, functions and modules."""
class A:
    x: int = 1
    y: "later"
    def f(self, a: int, *args: str, k: float = 1.0, **kw: bytes) -> None: pass
class B(A): pass
class C(A): z: list[int]
print(A.__annotations__, B.__annotations__, C.__annotations__, A.f.__annotations__)
A.__annotations__["w"] = str
print(A.__annotations__, "__annotations__" in B.__dict__)
del A.__annotations__
print(A.__annotations__)
try:
    int.__annotations__
except AttributeError as e:
    print(e)
x: int
print(__annotations__)
A.f.__annotations__ = {"return": 5}
print(A.f.__annotations__)
try:
    A.f.__annotations__ = 5
except TypeError as e:
    print(e)
del A.f.__annotations__
print(A.f.__annotations__)
