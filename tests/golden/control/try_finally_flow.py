"""return, break and continue through finally; what overrides what."""
def log(x): print(x, end=" "); return x
def f1():
    try: return log("try")
    finally: log("finally")
def f2():
    try: return log("try")
    finally: return log("override")
def f3():
    try: raise ValueError("lost")
    finally: return log("swallowed")
def f4():
    for i in range(3):
        try: continue
        finally: log(i)
    return "done"
def f5():
    for i in range(3):
        try: return i
        finally: break
    return "broken"
def f6():
    while True:
        try:
            try: raise KeyError("k")
            finally: break
        finally: log("outer")
    return "key error gone"
def f7():
    try:
        try: return log(1)
        finally: log(2)
    finally: log(3)
def f8():
    x = 1
    try: return x
    finally: x = 2
def f9():
    x = [1]
    try: return x
    finally: x.append(2)
def f10():
    try: pass
    except ValueError: return "except"
    else: return log("else")
    finally: log("finally")
def f11():
    try:
        try: 1 / 0
        except ZeroDivisionError: raise KeyError("from except")
        finally: log("inner finally")
    except KeyError as error: return error.__context__
def f12():
    for i in range(2):
        try:
            try: log("t"); continue
            finally: log("a")
        finally: log("b")
    else: log("loop else")
    return i
def f13():
    try: return (yield_ for yield_ in "ab")
    finally: log("gen made")
def f14():
    def inner():
        try: raise ValueError(1)
        except ValueError:
            try: raise KeyError(2)
            except KeyError: pass
            raise
    try: inner()
    except Exception as e: return repr(e)
def f15():
    i = 0
    while i < 3:
        i += 1
        try:
            if i == 2: continue
        except: pass
        else: log(f"else{i}")
        finally: log(f"fin{i}")
    return i
def f16():
    try:
        return log("first")
    finally:
        try: raise ValueError
        except ValueError: log("handled in finally")
def f17():
    try: 1 / 0
    finally:
        for _ in range(2):
            try: continue
            finally: log("c")
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17):
    try: result = f()
    except Exception as error: result = f"raised {error!r}"
    print(f.__name__, "->", list(result) if hasattr(result, "gi_frame") else result)
