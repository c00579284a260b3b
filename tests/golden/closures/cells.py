"""Cell objects: contents, emptiness, comparison, types.CellType, and closures by hand."""
import types
def outer(a):
    b = 2
    def inner(): return a, b
    def only_b():
        nonlocal b
        b += 1
        return b
    def nothing(): return 1
    return inner, only_b, nothing
inner, only_b, nothing = outer(1)
print(inner.__code__.co_freevars, only_b.__code__.co_freevars, nothing.__closure__, [c.cell_contents for c in inner.__closure__])
print(inner.__closure__[1] is only_b.__closure__[0], only_b(), inner(), outer.__code__.co_cellvars)
cell = inner.__closure__[0]
print(type(cell).__name__, type(cell) is types.CellType, cell == types.CellType(1), cell < types.CellType(2), types.CellType() == types.CellType(), types.CellType() < types.CellType(0))
cell.cell_contents = "changed"
print(inner())
del cell.cell_contents
for act in (inner, lambda: cell.cell_contents):
    try:
        print(act())
    except (NameError, ValueError) as error:
        print(type(error).__name__, error)
cell.cell_contents = "again"
print(inner())
f = types.FunctionType(inner.__code__, {}, "built", (), (types.CellType("x"), types.CellType("y")))
print(f(), f.__name__, f.__globals__ == {} or "__builtins__" in f.__globals__)
for arguments in [(inner.__code__, {}), (inner.__code__, {}, None, None, ()), (inner.__code__, {}, None, None, (1, 2)), (nothing.__code__, {}, None, None, (cell,)), (inner.__code__, 5), (5, {}), (nothing.__code__, {}, 3), (nothing.__code__, {}, "n", 5)]:
    try:
        types.FunctionType(*arguments)
        print("made")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
def unset(flag):
    if flag: v = 1
    def get(): return v
    return get
g = unset(False)
try:
    g()
except NameError as error:
    print(error)
try:
    g.__closure__[0].cell_contents
except ValueError as error:
    print(error)
print(unset(True)(), repr(g.__closure__[0])[:9], repr(g.__closure__[0])[-7:])
class C:
    def m(self): return __class__
    def n(self): return 1
print(C.m.__code__.co_freevars, C.m.__closure__[0].cell_contents is C, C.n.__closure__, C().m() is C)
try:
    hash(cell)
except TypeError as error:
    print(error)
