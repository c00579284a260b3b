"""What __getitem__ receives, slices of built-ins, and errors."""
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
s = Show()
print(s[1], s[1, 2], s[1:2], s[:], s[::], s[::2], s[1:2, 3], s[...], s[()], s[1,], s[:, :], s[None:None:None], s["a":"b"], s[*[1, 2]], s[*(), 3], s[0, *"ab"], s[lambda: 0].__name__, s[x := 4], x)
s[1] = "a"; s[1:2] = "b"; s[1, 2:3, ...] = "c"; s[*[1]] = "d"
del s[1], s[::2], s[1, 2]
l = list(range(10))
for sl in ["2:5", ":3", "7:", "::3", "::-1", "-3:", ":-3", "5:2", "5:2:-1", "-100:100", "100:", ":-100", "8:2:-2", "::-4", "2:2", "-1:0:-3", "None:4", "True:3"]:
    print(sl, eval(f"l[{sl}]"), eval(f"'0123456789'[{sl}]"), eval(f"tuple(l)[{sl}]"), eval(f"range(10)[{sl}]"))
print(slice(1, 2), slice(5), slice(1, 10, 2).indices(7), slice(None, None, -1).indices(5), slice(1, 2) == slice(1, 2), slice(1).start, slice(3, 4, 5).step, slice(-2, None).indices(5))
class I:
    def __index__(self): return 2
print(l[I()], l[I():], "abc"[I()], l[True], l[-1], l[-10])
for source in ["l[10]", "l[-11]", "l['a']", "l[1.0]", "l[None]", "l[1, 2]", "l['a':2]", "l[::0]", "l[1.5:]", "(1,)[3]", "(1,)['a']", "'abc'[5]", "'abc'[1.0]", "b'a'[2]", "range(3)[5]", "range(3)['x']", "{}[1]", "{}['k']", "{}[[]]", "{1: 2}[1:2]", "None[0]", "5[0]", "(lambda: 0)[0]",
               "object()[0]", "int[0]", "{1}[0]", "len[0]", "l[1 << 70]", "l[:1 << 70] == l", "'abc'[-(1 << 70):]", "slice(1).indices(-1)", "slice(0, 1, 0).indices(5)", "hash(slice(1)) == hash(slice(1))", "slice(1, 2) < slice(1, 3)", "slice()"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class OnlyClassGet:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(OnlyClassGet[int], OnlyClassGet[1, 2], list[int], dict[str, int], tuple[int, ...], type[int])
