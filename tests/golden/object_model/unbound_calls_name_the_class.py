"""What calling a method of a built-in class without an instance says."""
import collections
import functools
import types

for method in [list.append, dict.keys, str.upper, int.bit_length, collections.OrderedDict.keys, collections.deque.append,
               collections.OrderedDict.move_to_end, collections.defaultdict.copy, types.GenericAlias.__mro_entries__,
               types.MappingProxyType.get, types.SimpleNamespace.__reduce__, functools.partial.__reduce__,
               object.__reduce__, type.mro, BaseException.with_traceback, memoryview.tolist]:
    print(method.__qualname__, method.__objclass__.__name__, end=" | ")
    for args in [(), (5.5,), (object(),)]:
        try:
            method(*args)
            print("fine", end=" | ")
        except TypeError as e:
            print(e, end=" | ")
    print()
for slot in [list.__add__, int.__add__, dict.__len__, collections.deque.__len__, collections.OrderedDict.__iter__, object.__repr__,
             type.__call__, types.SimpleNamespace.__repr__, list.__init__, object.__init__]:
    for args in [(), (5.5,)]:
        try:
            slot(*args)
            print(slot.__name__, "fine")
        except TypeError as e:
            print(slot.__name__, e)
for method in [dict.fromkeys, int.from_bytes, bytes.fromhex, collections.OrderedDict.fromkeys]:
    try:
        method()
    except TypeError as e:
        print(e)
for descriptor in [dict.__dict__["fromkeys"], int.__dict__["from_bytes"], collections.OrderedDict.__dict__["fromkeys"]]:
    for args in [(), (5,), (int,), (str, ())]:
        try:
            print(descriptor(*args))
        except TypeError as e:
            print(descriptor.__name__, e)
