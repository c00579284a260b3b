"""assert: message evaluation, truth, AssertionError contents."""
assert True
assert 1, undefined_name
for test, message in [("0", None), ("[]", "'empty'"), ("1 == 2", "1, 2"), ("None", "ValueError('inner')"), ("x > 5", "f'{x=}'"), ("(0)", "[]"), ("not 1", "None"), ("all([0, 1])", None)]:
    x = 3
    source = f"assert ({test})" + (f", ({message})" if message else "")
    try:
        exec(source)
    except AssertionError as error:
        print(source, repr(error), error.args, str(error))
class Truth:
    def __bool__(self): raise KeyError("bool")
try:
    assert Truth(), "message"
except KeyError as error:
    print(repr(error))
def message(): print("evaluated", end=" "); return "text"
assert 1, message()
try:
    assert 0, message()
except AssertionError as error:
    print(error)
try:
    assert 0, 1 / 0
except ZeroDivisionError as error:
    print(error, error.__context__)
AssertionError_ = AssertionError
class AssertionError(Exception): pass
try:
    assert False, "which one"
except AssertionError_ as error:
    print("the built-in", type(error) is AssertionError_)
del AssertionError
print(__debug__)
for source in ["__debug__ = 1", "def f(__debug__): pass", "x.__debug__ = 1", "del __debug__", "for __debug__ in (): pass", "f(__debug__=1)", "import __debug__", "lambda __debug__: 0", "class __debug__: pass", "assert x, y, z", "assert"]:
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg)
