"""functools.cmp_to_key: the wrapper before it wraps anything."""
import functools

K = functools.cmp_to_key(lambda a, b: a - b)
for text in ["K == K", "K < K(1)", "K(1) == K(1)", "K(1) < K(2)", "K(1) == 5", "K(1) != K(2)", "K()", "K(1, 2)", "K(obj=5).obj", "K(3).obj",
             "K.obj", "K(1).__hash__", "K(1).other", "type(K(1)(2))", "sorted([3, 1, 2], key=K)", "max([3, 1, 2], key=K)", "K(2) >= K(1)", "K('a') < K('b')"]:
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e, getattr(e, "name", "-"))
