"""Messages of the library that no other case has."""
import abc
import bisect
import codecs
import heapq
import random
import string
import sys


def tried(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


for text in "$who likes $", "a $", "a $1", "ab\ncd $1", "$", "x\n\n$":
    tried(lambda: string.Template(text).substitute(who=1))
for function in heapq.heapify, heapq.heappop:
    tried(lambda: function(None))
    tried(lambda: function(1))
for function in heapq.heappush, heapq.heapreplace, heapq.heappushpop:
    tried(lambda: function(None, 1))


class LenOnly:
    def __len__(self):
        return 10


class Items:
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return at


class Mapping(dict):
    pass


class Written(dict):
    def __getitem__(self, at):
        return at


for items in LenOnly(), Items(), Mapping({0: 1, 1: 2}), Mapping(a=1), Written(a=1, b=2), {1: 2}, {1, 2}, 5, None, "abc", (1, 2):
    for function in bisect.bisect_left, bisect.bisect, bisect.insort:
        tried(lambda: function(items, 1))
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
for value in "x", 1, traceback:
    tried(lambda: setattr(traceback, "tb_next", value))
for counts in [0, 0, 0], [-1, 0, 0], [1.5, 0, 0], [1, 0], [-1, 1, 2]:
    tried(lambda: random.sample("abc", 2, counts=counts))
tried(lambda: random.sample([], 0, counts=[]))
for value in None, 1, "x", lambda self: 5, lambda: []:
    class Meta(abc.ABCMeta):
        __subclasses__ = value

    class Abstract(metaclass=Meta):
        pass

    tried(lambda: issubclass(int, Abstract))
    tried(lambda: isinstance(1, Abstract))
tried(lambda: compile("1", "x", "eval", source=1))
tried(lambda: compile("1", "f", "exec", mode=2, filename=3))
tried(lambda: compile("1", "f", "exec", mode=2, foo=3))
tried(lambda: compile("1", "f", "exec", foo=3, mode=2))
tried(lambda: (1).to_bytes(2, "big", byteorder=1, length=2))
tried(lambda: sorted([], key=1, reverse="x", foo=1))
tried(lambda: sorted([], [], key=1, reverse="x", foo=1))
for name in "string\0", "a'b", "a\nb", "sys.a\n", "no_module.at_all":
    tried(lambda: __import__(name))


class Codec:
    result = None

    def answer(*args):
        return Codec.result


codecs.register({"golden": codecs.CodecInfo(Codec.answer, Codec.answer, name="golden")}.get)
for Codec.result in None, ("a",), ("a", 1), (b"a", 1), ["a", 1], ("a", 1, 2):
    tried(lambda: "x".encode("golden"))
    tried(lambda: b"x".decode("golden"))
    tried(lambda: codecs.encode("x", "golden"))
    tried(lambda: codecs.decode(b"x", "golden"))
for value in b"xx", bytearray(b"xx"), "xx", [1, 2], (1, 2):
    tried(lambda: value * (sys.maxsize // 2 + 1))
