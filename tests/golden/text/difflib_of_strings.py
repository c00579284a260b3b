"""difflib takes a str for a sequence of its characters."""

import difflib

for make in difflib.unified_diff, difflib.context_diff:
    for a, b in ("abc", "abd"), ("", "x"), (["a"], "b"), ([b"a"], ["b"]), ("a", [1]), ("abc", "abc"):
        try:
            print(list(make(a, b, lineterm="")))
        except TypeError as error:
            print(error)
try:
    list(difflib.unified_diff(["a"], ["b"], fromfile=b"x"))
except TypeError as error:
    print(error)
