-O
-c
assert False, "never checked"\nprint(__debug__)
