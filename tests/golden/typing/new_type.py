"""typing.NewType, and small corners of the module."""
import collections.abc
import pickle
import typing

UserId = typing.NewType("UserId", int)
Name = typing.NewType("Name", "str")
print(UserId, UserId.__name__, UserId.__qualname__, UserId.__module__, UserId.__supertype__)
print(UserId(5), UserId(5) + 1, type(UserId(5)), Name("x"), UserId("not checked"))
Sub = typing.NewType("Sub", UserId)
print(Sub(UserId(7)), Sub.__supertype__ is UserId)
print(UserId | None, None | UserId, UserId | Sub)
print(typing.get_type_hints(lambda: 0), typing.Optional[UserId], list[UserId])
print(pickle.loads(pickle.dumps(UserId)) is UserId)
for wrong in (lambda: UserId(), lambda: UserId(1, 2), lambda: UserId(x=1)):
    try:
        wrong()
    except TypeError as error:
        print("TypeError")
try:
    class Bad(UserId):
        pass
except TypeError as error:
    print(error)
try:
    isinstance(1, UserId)
except TypeError as error:
    print(error)

T = typing.TypeVar("T")
T2 = typing.TypeVar("T2")
T3 = typing.TypeVar("T3", default=int)


class A(typing.Generic[T, T2, T3]):
    pass


for wrong in (lambda: A[int], lambda: A[int, str, int, int], lambda: A[()]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(A[int, str], A[int, str].__args__)
print(typing.NoDefault, bool(typing.NoDefault.__doc__), T3.has_default(), T.has_default())
c = collections.abc.Callable[[int], str]
print(pickle.loads(pickle.dumps(c)) == c, c)


class Closed:
    __class_getitem__ = None


try:
    Closed[int]
except TypeError as error:
    print(error)
