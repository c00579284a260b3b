"""Which of typing's objects have a docstring."""

import typing

T = typing.TypeVar("T")


class C(typing.Generic[T]):
    pass


for alias in (C[int], C[T], typing.List, typing.List[int], typing.Union[int, str], typing.Optional[int], typing.Callable,
              typing.Callable[[int], str], typing.Tuple, typing.Literal[1], typing.Annotated[int, 1], typing.Any,
              typing.Union, typing.ClassVar, typing.ClassVar[int], typing.Final, typing.Literal, typing.Generic,
              typing.Protocol, typing.Hashable, typing.Text, typing.NamedTuple, typing.TypedDict, typing.NewType("N", int)):
    print(getattr(alias, "__name__", alias), type(alias).__name__, type(alias.__doc__).__name__, "__doc__" in vars(type(alias)))
    print(type(type(alias).__doc__).__name__)
