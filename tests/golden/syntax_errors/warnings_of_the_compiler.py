"""SyntaxWarnings: invalid escapes, `is` with literals, assert on tuples, odd calls and subscripts."""
a = "\d\w" + '\.' + "\ " + "\8" + "\z"
b = b"\q"
c = f"\p{1}"
d = "\400"
e = b"\777"
if a is "literal": pass
if a is not 5: pass
if a is (): pass
assert (a, "message")
f = 1 if False else [1, 2]
try: [1, 2](3)
except TypeError: pass
try: "text"(1)
except TypeError: pass
try: (1, 2)["x"]
except TypeError: pass
try: [1]["key"]
except TypeError: pass
try: 5[0]
except TypeError: pass
try: {1: 2}()
except TypeError: pass
try: [(1, 2) (3, 4)]
except TypeError: pass
g = 0x1for h in ()
