"""Lists and tuples that iterate over something else than they hold."""
import json


def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



class L(list):
    def __iter__(self): return iter("zz")


class T(tuple):
    def __iter__(self): return iter("tt")


t(lambda: (json.dumps(L([1])), json.dumps(T([1])), json.dumps({"a": L([1])}), json.dumps(L([1]), indent=1)))
