import dataclasses
class M(type):
    def __setattr__(cls, n, v): print("  ", n, type(v).__name__); super().__setattr__(n, v)
for kw in dict(), dict(frozen=True), dict(unsafe_hash=True), dict(eq=False), dict(slots=True), dict(order=True):
    print(kw)
    @dataclasses.dataclass(**kw)
    class A(metaclass=M):
        a: int = 1
    print(' eq')
    @dataclasses.dataclass(**kw)
    class A(metaclass=M):
        a: int = 1
        def __eq__(self, o): return 1
