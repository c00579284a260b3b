# Sets that may mean something else one day, and arguments by position.
import re
import warnings

for pattern in ["[[a]", "[a[b]", "[[:x]", "[a--b]", "[a-b--c]", "[--a]", "[a&&b]", "[&&]", "[a||b]", "[a~~b]", "[~~a]", "[a-b-c]", r"[a\--b]", "[]--a]", "[[]]", "[^[a]", b"[[a]", "[a||b--c&&d]", "[[a", "(?i)[[a](?i)"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        re.purge()
        try:
            compiled = re.compile(pattern)
            result = compiled.findall(b"[a-b&|~c]" if isinstance(pattern, bytes) else "[a-b&|~c]")
        except re.error as error:
            result = str(error)
    print(pattern, result, [(w.category.__name__, str(w.message), w.filename == __file__) for w in caught])
for call in [lambda: re.sub("a", "b", "aaa", 1), lambda: re.sub("a", "b", "aAa", 1, re.I), lambda: re.subn("a", "b", "aaa", 2), lambda: re.split("a", "bab", 1),
             lambda: re.split("a", "bAb", 1, re.I), lambda: re.sub("a", "b", "a", 1, count=1), lambda: re.sub("a", "b", "a", 1, 0, flags=1), lambda: re.sub("a", "b", "a", 1, 2, 3),
             lambda: re.split("a", "b", 1, 2, 3), lambda: re.split("a", "b", 1, maxsplit=1), lambda: re.sub("a", "b"), lambda: re.subn("a", "b", "a", 1, 2, 3, 4)]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call()
        except TypeError as error:
            result = f"TypeError {error}"
    print(result, [(w.category.__name__, str(w.message), w.filename == __file__) for w in caught])
warnings.simplefilter("error")
re.purge()
try:
    re.compile("[[a]")
except FutureWarning as warning:
    print("FutureWarning", warning)
