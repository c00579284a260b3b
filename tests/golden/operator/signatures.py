"""Signatures of what operator and functools make, and of their classes."""
import functools
import inspect
import operator

for what in (
    operator.attrgetter, operator.attrgetter("x"), operator.itemgetter, operator.itemgetter(1),
    operator.methodcaller, operator.methodcaller("a"),
    functools.cmp_to_key, functools.cmp_to_key(lambda a, b: 0),
):
    print(type(what).__name__, inspect.signature(what), what.__text_signature__)
