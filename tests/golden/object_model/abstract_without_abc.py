"""__abstractmethods__ works on plain classes made by hand; __isabstractmethod__ is passed on."""
import abc
class C:
    def f(self): pass
C.__abstractmethods__ = {"f", "g"}
for cls in (C, type("D", (C,), {})):
    try:
        print(type(cls()).__name__)
    except TypeError as e:
        print(e)
del C.__abstractmethods__
print(type(C()).__name__)
try:
    C.__abstractmethods__
except AttributeError as e:
    print(e)
f = abc.abstractmethod(lambda self: 1)
print(f.__isabstractmethod__, property(f).__isabstractmethod__, classmethod(f).__isabstractmethod__, staticmethod(f).__isabstractmethod__, property(None, f).__isabstractmethod__, property(len).__isabstractmethod__)
