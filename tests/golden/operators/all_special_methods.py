"""Each binary, reflected and augmented operator's method and the errors without one."""
binary = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"]
class Left:
    def __getattr__(self, name): raise AttributeError("operators never look here: " + name)
class Nothing:
    pass
names = "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split()
def method(name):
    def implement(self, *args):
        return f"{name}{args}"
    return implement
Full = type("Full", (), {f"__{prefix}{name}__": method(prefix + name) for name in names for prefix in ("", "r", "i")})
Right = type("Right", (), {f"__r{name}__": method("r" + name) for name in names})
for op in binary:
    x = y = Full()
    print(op, eval(f"x {op} 1"), eval(f"1 {op} x"), eval(f"1 {op} r", {"r": Right()}), end=" ")
    space = {"x": Full()}
    exec(f"x {op}= 2", space)
    print(space["x"])
    for left, right in [("1", "None"), ("None", "[]"), ("n", "n"), ("'a'", "{}")]:
        try:
            eval(f"{left} {op} {right}", {"n": Nothing()})
        except TypeError as error:
            print("  ", error)
    try:
        exec(f"n {op}= 1", {"n": Nothing()})
    except TypeError as error:
        print("  ", error)
for op in ["-", "+", "~"]:
    for operand in ["None", "'a'", "[]", "n", "1.5"]:
        try:
            print(op, operand, eval(op + operand, {"n": Nothing()}))
        except TypeError as error:
            print("  ", error)
for op in ["<", "<=", ">", ">=", "==", "!=", "in", "not in"]:
    for left, right in [("1", "'a'"), ("None", "None"), ("n", "1"), ("[]", "()"), ("1j", "1")]:
        try:
            print(left, op, right, "=", eval(f"{left} {op} {right}", {"n": Nothing()}) )
        except TypeError as error:
            print("  ", error)
