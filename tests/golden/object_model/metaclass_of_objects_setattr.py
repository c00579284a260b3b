# A metaclass that takes both methods of object stores in its classes as object does.
class Meta(type):
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class Example(metaclass=Meta):
    kept = 1


Example.added = 2
print(Example.added, Example().added)
del Example.added
print("added" in Example.__dict__, Example.kept)
Example.__doc__ = "text"
print(Example.__doc__, "kept" in Example.__dict__)


class Half(type):
    __setattr__ = object.__setattr__


class Refused(metaclass=Half):
    pass


try:
    Refused.x = 1
except TypeError as error:
    print(error)
