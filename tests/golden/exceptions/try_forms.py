"""Which clause runs: order, tuples, else, nested, bare, re-raise, dynamic expressions."""
def attempt(error):
    trail = []
    try:
        trail.append("try")
        if error: raise error
    except (KeyError, IndexError) as e: trail.append(f"lookup {e!r}")
    except ValueError as e: trail.append(f"value {e!r}")
    except Exception: trail.append("exception")
    except: trail.append("bare")
    else: trail.append("else")
    finally: trail.append("finally")
    return trail
class Sub(KeyError): pass
for e in (None, KeyError("k"), IndexError, Sub("s"), UnicodeDecodeError("ascii", b"x", 0, 1, "why"), OSError(2, "msg"), KeyboardInterrupt(), SystemExit(3), StopIteration, GeneratorExit()):
    print(attempt(e))
def pick(): print("evaluated", end=" "); return ValueError
try:
    raise ValueError
except KeyError: pass
except pick(): print("dynamic")
try:
    pass
except pick(): print("never evaluated without an exception")
else: print("not evaluated")
for clause in (5, "str", (ValueError, 5), [KeyError], None, (), int, ((KeyError,), ValueError)):
    try:
        try: raise ValueError("inner")
        except clause: print("caught by", clause)
    except TypeError as error:
        print(error, "| context:", repr(error.__context__))
    except ValueError as error:
        print("not caught by", clause)
def reraise():
    try: raise KeyError("first")
    except KeyError:
        try: raise ValueError("second")
        except ValueError: pass
        raise
try: reraise()
except KeyError as error: print("re-raised", error, error.__context__)
try: raise
except RuntimeError as error: print(error)
def raise_in_func():
    try: 1 / 0
    except ZeroDivisionError: helper()
def helper(): raise
try: raise_in_func()
except ZeroDivisionError as error: print("helper re-raised", error)
def names():
    e = "before"
    try: raise ValueError("v")
    except ValueError as e: inside = repr(e)
    try: e
    except UnboundLocalError as error: return inside, str(error)
print(names())
e = "outer"
try: raise ValueError
except ValueError as e: pass
print("e" in globals())
try:
    try: raise KeyError
    except KeyError as e: del e
except NameError: print("never")
try:
    try: raise KeyError
    except KeyError as e: e = 5
    print("e" in globals())
finally: print("done")
def nested():
    try:
        try:
            try: raise ValueError("deep")
            finally: print("f1", end=" ")
        except KeyError: print("wrong")
        finally: print("f2", end=" ")
    except ValueError as error: return f"outer {error}"
print(nested())
def loop():
    for i in range(4):
        try:
            if i == 0: continue
            if i == 3: break
            raise ValueError(i)
        except ValueError as v: print("v", v, end=" ")
        else: print("else", end=" ")
        finally: print("f", i, end="; ")
loop()
print()
