"""The machine that pickles are programs for: frames, the memo, malformed programs, deep nesting."""
import collections
import io
import pickle


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


class Writes:
    def write(self, data):
        print("write", type(data).__name__, len(data), bytes(data[:12]))


# Frames and data outside of frames.
pickle.dump([bytes(30000) for i in range(9)] + [bytes(70000), "a" * 70000, bytearray(70000)], Writes(), 5)
pickle.dump([(bytes([i]) * 1000,) for i in range(100)], Writes(), 4)
pickle.dump([[b"a" * 65520, b"b" * 20], 3], Writes(), 4)

# Names with dots.
class C:
    class Inner:
        class Deep:
            pass

for protocol in range(6):
    print(pickle.dumps([C.Inner.Deep, C.Inner, C, C.Inner], protocol))
    print(pickle.dumps((pickle.loads, len, collections.deque, collections.OrderedDict), protocol))

# The memo.
file = io.BytesIO()
pickler = pickle.Pickler(file, 4)
shared = [1]
pickler.dump(shared)
pickler.dump((shared, shared))
print(file.getvalue(), len(pickler.memo.copy()), type(pickler.memo).__name__)
pickler.clear_memo()
pickler.dump(shared)
print(file.getvalue()[-20:], pickler.bin, pickler.fast)
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load(), unpickler.load(), sorted(unpickler.memo.copy()))
fails(setattr, pickler, "memo", 3)
fails(setattr, pickler, "memo", {1: 2})
fails(setattr, unpickler, "memo", 3)
fails(setattr, unpickler, "memo", {"a": 1})
fails(setattr, pickler, "persistent_id", print)
fails(setattr, unpickler, "find_class", print)
fails(setattr, pickler, "other", print)

# Without a memo.
pickler.fast = True
loop = [[]]
loop[0].append(loop)
try:
    pickler.dump(loop)
except ValueError as error:
    print(str(error).split(" at ")[0])

# Malformed programs.
for program in (b"", b".", b"0.", b"(.", b"(0.", b"1.", b"2.", b"a.", b"Na.", b"N(a.", b"e.", b"(e.", b"](e.",
                b"]N.", b"Nb.", b"NNb.", b"}(Nu.", b"}Ns.", b"(Nd.", b"t.", b"N\x85.", b"N\x87.", b"h\x00.",
                b"g5\n.", b"gx\n.", b"p0\n.", b"Np-1\n.", b"I\n.", b"I1", b"I010\n.", b"I0x1f\n.", b"Iabc\n.",
                b"I00\n.", b"L12L\n.", b"L12\n.", b"Lx\n.", b"F1.5\n.", b"Fx\n.", b"F\n.", b"S'a\\x41'\n.", b"Sa\n.",
                b"V\\u20ac\n.", b"V\xe9\n.", b"X\x04\x00\x00\x00ab.", b"\x8c\x02\xff\xfe.", b"\x8c\x03\xed\xa0\x80.",
                b"\x80\x07.", b"\x95\x10\x00\x00\x00\x00\x00\x00\x00N.", b"\x95\xff\xff\xff\xff\xff\xff\xff\xffN.",
                b"\x8a\x02\x00\xff.", b"\x8a\x00.", b"\x8b\xff\xff\xff\xff.", b"T\xff\xff\xff\xff.", b"U\x01\xe9.",
                b"\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x96\xff\xff\xff\xff\xff\xff\xff\xff.", b"\xff", b"'", b"~",
                b"NN\x93.", b"cos\n", b"cno_such_module\nx\n.", b"cos\nno_such_name\n.", b"\x82\x00.", b"\x82\x07.",
                b"Pid\n.", b"NQ.", b"NNR.", b"NN\x81.", b"cbuiltins\nint\nN\x81.", b"cbuiltins\nint\n)N\x92.",
                b"\x97.", b"N\x98.", b"(cbuiltins\nint\no.", b"(o.", b"(I5\nicollections\nCounter\n.", b"]r\xff\xff\x03\x000j\xff\xff\x03\x00.",
                b"(I1\nI2\nI3\nt.", b"(I1\nI2\nd.", b"\x8f(K\x01K\x02\x90.", b"(K\x01\x91.", b"\x88\x89\x86."):
    print(program, end=" ")
    fails(pickle.loads, program)

# Deep nesting.
deep = []
for i in range(100_000):
    deep = [deep]
for function in (pickle.dumps, lambda value: pickle.dumps(value, 0)):
    try:
        function(deep)
    except RecursionError as error:
        print(error)
found = pickle.loads(b"]" * 50_000 + b"a" * 49_999 + b".")
print(len(found), found[0][0] is found[0][0])
while deep:
    deep = deep[0]
while found:
    found = found[0]

# Data that a file ends with, and what follows it.
file = io.BytesIO(pickle.dumps([1, 2]) + b"rest")
print(pickle.load(file), file.read())
file = io.BytesIO(pickle.dumps([1, 2], 0) + b"rest")
print(pickle.load(file), file.read())
fails(pickle.load, io.BytesIO(pickle.dumps([1, 2])[:-3]))


class Changes:
    def __init__(self, change):
        self.change = change

    def __reduce__(self):
        self.change()
        return int, ()

mapping = {}
mapping[0] = Changes(lambda: mapping.update({len(mapping): 1}))
mapping[1] = 1
fails(pickle.dumps, mapping)
items = set()
items.add(Changes(lambda: items.clear()))
fails(pickle.dumps, items)
numbers = [0]
numbers[0] = Changes(lambda: numbers.clear())
fails(lambda: pickle.loads(pickle.dumps(numbers)))


class Uninitialised(pickle.Pickler):
    def __init__(self):
        pass

class UninitialisedReader(pickle.Unpickler):
    def __init__(self):
        pass

fails(Uninitialised().dump, 1)
fails(UninitialisedReader().load)
fails(pickle.Pickler)
fails(pickle.Pickler, 3)
fails(pickle.Unpickler, 3)
fails(pickle.loads, 3)
fails(pickle.dumps, 1, 9)
fails(pickle.dumps, 1, "a")
fails(pickle.dumps, 1, buffer_callback=print)
