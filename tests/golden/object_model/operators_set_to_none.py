"""A special method set to None blocks the fallbacks."""
class NoAdd(int): __add__ = None
class NoRadd:
    __radd__ = None
class NoIter(list): __iter__ = None
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
class NoHash: __hash__ = None
class NoEq: __eq__ = None
class NoReversed(list): __reversed__ = None
class NoBool: __bool__ = None
class NoLen: __len__ = None
for text in ("NoAdd(1) + 1", "1 + NoRadd()", "list(NoIter())", "[*NoIter()]", "1 in NoContains()", "hash(NoHash())", "NoEq() == 1", "reversed(NoReversed())", "bool(NoBool())", "bool(NoLen())", "len(NoLen())", "1 in NoIter([1])"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "->", e)
