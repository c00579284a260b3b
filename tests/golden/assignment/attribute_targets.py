"""Attribute and item stores on instances, classes, modules and things that refuse them."""
import sys
class C:
    limit = 1
o = C()
o.limit += 1
print(o.limit, C.limit, vars(o))
C.limit = 10
print(o.limit, C.limit, C().limit)
del o.limit
print(o.limit)
def f(): pass
f.attr = 1
f.attr += 1
print(f.attr, f.__dict__)
me = sys.modules["__main__"]
me.injected = "from module"
print(injected)
for source in ["(5).x = 1", "'s'.x = 1", "[].x = 1", "None.x = 1", "int.x = 1", "len.x = 1", "object().x = 1", "o.__class__ = 5", "o.__dict__ = 5", "f.__name__ = 5", "f.__code__ = 5", "f.__defaults__ = 5", "C.__name__ = 5", "C.__bases__ = ()", "C.__dict__ = {}", "C.__mro__ = ()", "(1, 2)[0] = 1", "'abc'[0] = 'x'", "range(3)[0] = 1",
               "{1}[0] = 1", "None[0] = 1", "b'a'[0] = 1", "[][0] = 1", "[1]['a'] = 1", "{}[[]] = 1", "[1, 2][0:1] = 5", "[1, 2, 3][::2] = [1]", "bytearray(b'a')[0] = 256", "bytearray(b'a')[0] = 'x'", "o.m.x = 1", "f.__closure__ = None", "f.__globals__ = {}", "type.x = 1", "(lambda: 0).x = 1", "Exception().x = 1", "o.limit.x = 1", "iter([]).x = 1", "super.x = 1", "f().x = 1", "C.m = 1", "object.x = 1", "o.__doc__ = 'x'"]:
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
o.__dict__["odd name"] = 1
o.__dict__.update(a=1)
setattr(o, "also odd!", 2)
print(vars(o), getattr(o, "odd name"))
for name in (1, None, b"x"):
    for act in (lambda: setattr(o, name, 1), lambda: getattr(o, name), lambda: delattr(o, name), lambda: hasattr(o, name)):
        try:
            act()
        except TypeError as error:
            print(error)
