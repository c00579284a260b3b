# builtins' names in their order, by which suggestions are chosen among equals, and the exceptions' tree.
import builtins

print(*[name for name in vars(builtins) if not name.startswith("__") or name == "__import__"])


def tree(cls, depth=0):
    print(" " * depth + cls.__name__)
    for sub in cls.__subclasses__():
        if sub.__module__ == "builtins":
            tree(sub, depth + 1)


tree(BaseException)
for name in ("outer", "NoLen", "opn", "itr", "nxt", "sett"):
    try:
        eval(name)
    except NameError as e:
        import traceback
        print(traceback.format_exception_only(e)[-1], end="")
