"""Help on functions, methods and what stands for them."""
import functools
import _zoo

help(_zoo.feed)
help(_zoo.call)
help(_zoo.Cat.sound)
help(_zoo.Cat("Tom").sound)
help(_zoo.Cat.lost)
help(_zoo.Cat.count)
help(_zoo.Cat("Tom").devour)
help("_zoo.Cat.eat")
help(lambda a, *, b=2: a)
help(len)
help([].append)
help(dict.get)
help(int.__add__)
help((1).__add__)
help("abs")


def wide(first_parameter, second_parameter="with a default", third_parameter=(1, 2, 3), *others, last=None):
    """A signature of more than a line."""


help(wide)


def outer():
    def inner(x):
        "Inside."
    return inner


help(outer())


def generator():
    """Yields."""
    yield


help(generator)


@functools.wraps(wide)
def wrapper(*args):
    pass


help(wrapper)
