"""Class methods get the class they were found through."""
class Base:
    made = 0
    @classmethod
    def make(cls, n=1):
        cls.made += n
        return cls.__name__, cls.made
    @staticmethod
    def helper(x): return x * 2
class A(Base): pass
class B(Base):
    @classmethod
    def make(cls, n=1):
        return ("B", *super().make(n + 1))
print(A.make(), A().make(), B.make(), B().make(), Base.made)
print(A.helper(2), A().helper(3), super(B, B).make())
A.make = classmethod(lambda cls: cls)
print(A.make() is A, A().make() is A)
A.make = staticmethod(lambda: "static")
print(A.make(), A().make())
del A.make
print(A.make())
