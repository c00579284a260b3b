"""Which operations on instances of subclasses give the built-in class and which the subclass."""


class Int(int): pass
class Float(float): pass
class Str(str): pass
class Bytes(bytes): pass
class ByteArray(bytearray): pass
class List(list): pass
class Tuple(tuple): pass
class Dict(dict): pass
class Set(set): pass
class Frozen(frozenset): pass
class Complex(complex): pass


def name(f):
    try:
        return type(f()).__name__
    except Exception as e:
        return f"{type(e).__name__}: {e}"


TESTS = {
    Int(5): ["o + 1", "1 + o", "-o", "+o", "~o", "abs(o)", "o * o", "o // 2", "o / 2", "o ** 2", "o & o", "int(o)", "round(o)", "o.real", "o.conjugate()",
             "o.numerator", "Int.from_bytes(b'1', 'big')", "divmod(o, o)[0]", "sum([o])", "o.__index__()", "o.__trunc__()", "max(o, 1)", "copy(o)"],
    Float(1.5): ["o + 1", "-o", "+o", "abs(o)", "o * 2", "float(o)", "round(o, 1)", "Float.fromhex('0x1p1')", "o.real", "o.conjugate()", "o.__floor__()"],
    Complex(1j): ["o + 1", "-o", "+o", "abs(o)", "complex(o)", "o.conjugate()"],
    Str("a b"): ["o + ''", "'' + o", "o * 1", "o[:]", "o[0]", "o.upper()", "o.strip()", "o.split()[0]", "o.replace('x', 'y')", "str(o)", "f'{o}'", "'%s' % o",
                 "o.join(['x'])", "o.join([o])", "o.title()", "o.center(1)", "o.ljust(9)", "o.partition(' ')[0]", "o.partition('z')[0]", "next(iter(o))",
                 "o.format()", "o.translate({})", "o.expandtabs()", "Str.maketrans({})", "o.casefold()", "o.removeprefix('z')", "o.zfill(0)", "o.encode()"],
    Bytes(b"a b"): ["o + b''", "o * 1", "o[:]", "o[0]", "o.upper()", "o.strip()", "o.split()[0]", "bytes(o)", "Bytes.fromhex('00')", "o.replace(b'x', b'y')",
                    "o.join([])", "o.removeprefix(b'z')", "o.translate(None)", "o.partition(b'z')[0]"],
    Tuple((1, 2)): ["o + ()", "() + o", "o * 1", "1 * o", "o[:]", "o[0:2]", "tuple(o)", "sorted(o)", "o.__add__(())"],
    Frozen((1, 2)): ["o | {1}", "o & o", "o - o", "o ^ o", "o.copy()", "o.union()", "o.intersection()", "frozenset(o)", "{1} | o", "o.difference()"],
}
for o, texts in TESTS.items():
    print(type(o).__name__, {text: name(lambda: eval(text, globals(), {"o": o})) for text in texts})
o = List([1, 2])
print({text: name(lambda: eval(text)) for text in ["o + []", "[] + o", "o * 1", "o[:]", "o.copy()", "list(o)", "sorted(o)", "o.__iadd__([])", "o.__imul__(1)"]})
o = ByteArray(b"ab")
print({text: name(lambda: eval(text)) for text in ["o + b''", "b'' + o", "o * 1", "o[:]", "o.copy()", "o.upper()", "o.__iadd__(b'')", "ByteArray.fromhex('00')", "o.strip()"]})
o = Dict(a=1)
print({text: name(lambda: eval(text)) for text in ["o | {}", "{} | o", "o.copy()", "dict(o)", "Dict.fromkeys('a')", "o.__ior__({})", "o.fromkeys('a')", "{**o}"]})
o = Set((1,))
print({text: name(lambda: eval(text)) for text in ["o | {1}", "{1} | o", "o & o", "o - o", "o ^ o", "o.copy()", "o.union()", "o.__ior__(o)", "set(o)"]})
print(Int(5) == 5, hash(Int(5)) == hash(5), {5: "x"}[Int(5)], Str("a") == "a", {"a": 1}[Str("a")], Tuple((1,)) == (1,), Float(1) == 1)
print(repr(Int(5)), repr(Str("s")), repr(List([1])), repr(Dict(a=1)), repr(Set()), repr(Set([1])), repr(Frozen([1])), repr(Tuple((1,))), repr(ByteArray(b"x")))
print(str(Int(5)), str(Float(2)), str(Complex(1j)), f"{Int(5):>3}", format(Str("s"), "*^3"))
print(isinstance(True + Int(1), Int), type(Int(True)).__name__, type(int(Int(5))).__name__, type(bool(Int(0))).__name__)
