# Which methods of their own and of their values the classes of collections call.
import collections
import operator

log = []


def tell(what, function):
    log.clear()
    try:
        result = function()
    except BaseException as e:
        result = (type(e).__name__, str(e))
    print(what, result, log)


class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N{self.n}"

    def __neg__(self):
        log.append(("neg", self))
        return Number(-self.n)


def logged(name, in_place):
    def method(self, other):
        log.append((name, self, other))
        if in_place:
            return NotImplemented
        result = getattr(int, name)(self.n, other.n if isinstance(other, Number) else other)
        return Number(result) if type(result) is int else result
    return method


for name in "__add__ __radd__ __sub__ __rsub__ __lt__ __le__ __gt__ __ge__ __eq__ __ne__".split():
    setattr(Number, name, logged(name, False))
for name in "__iadd__ __isub__ __ior__ __iand__".split():
    setattr(Number, name, logged(name, True))


def counters():
    first, second = collections.Counter(), collections.Counter()
    dict.update(first, {"x": Number(1), "y": Number(-2), "z": Number(0)})
    dict.update(second, {"x": Number(2), "w": Number(3), "v": Number(-1)})
    return first, second


for name in "add sub or_ and_ iadd isub ior iand eq ne lt le gt ge".split():
    first, second = counters()
    tell(name, lambda: getattr(operator, name)(first, second))
    print(dict(first), dict(second))
    tell(name, lambda: getattr(operator, name)(first, collections.Counter(x=1, q=2)))
    tell(name, lambda: getattr(operator, name)(collections.Counter(x=1, q=2), first))

lists = collections.Counter()
lists["a"] = [1]
tell("lists", lambda: lists + lists)
print(dict(lists))


class Missing(collections.UserDict):
    __missing__ = None


class Chain(collections.ChainMap):
    def __getattribute__(self, name):
        log.append(name)
        return super().__getattribute__(name)


class Text(collections.UserString):
    pass


class Items(collections.UserList):
    pass


tell("missing", lambda: Missing()["x"])
tell("missing", lambda: eval("x", {}, Missing()))
tell("chain", lambda: {"a": 1} | Chain({"b": 2}, {"b": 3, "c": 4}))
tell("chain", lambda: Chain({"b": 2}, {"b": 3, "c": 4}) | {"a": 1})
for name in "index rindex find rfind strip lstrip rstrip count replace split rsplit partition startswith endswith join removeprefix".split():
    tell(name, lambda: getattr(Text("hello"), name)(Text("l")))
    tell(name, lambda: getattr(Text("hello"), name)(Text("l"), Text("m")))
for o in object(), Items(), Text("t"), 5, "text", [], 1.5:
    tell("format", lambda: o.__format__(None))


class Table:
    def __init__(self, table):
        self.table = table

    def __getitem__(self, k):
        log.append(chr(k))
        found = self.table.get(chr(k), LookupError)
        if isinstance(found, type):
            raise found(k)
        return found


# How often a table is asked.
for text in "", "hello hello", "aaa", "abcabc", "abcéabcé", "éé", "ab\u1234ab\u1234", "\x00\x00\x7f\x7f", "abaXabab":
    for table in {}, {"a": "b"}, {"a": 98}, {"a": None}, {"a": "bb"}, {"a": ""}, {"b": "é"}, {"b": 0x1234}, {"a": 5.5}, {"b": ValueError}, {"a": None, "b": "c"}, {"a": "x", "b": "yy"}, {"é": None}, {"X": None, "a": "b"}, {"a": True}, {"a": -1}:
        log.clear()
        try:
            result = repr(text.translate(Table(table)))
        except Exception as e:
            result = f"{type(e).__name__}: {e}"
        print(repr(text), table, result, "".join(log).encode("unicode_escape"))
