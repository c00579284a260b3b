def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
exc = [BaseException, Exception, KeyError, LookupError, OSError, FileNotFoundError, AttributeError, NameError, UnboundLocalError, ImportError, ModuleNotFoundError, StopIteration, StopAsyncIteration, SystemExit, SyntaxError, IndentationError, UnicodeDecodeError, UnicodeEncodeError, UnicodeError, ValueError, BaseExceptionGroup, ExceptionGroup, KeyboardInterrupt, GeneratorExit, RuntimeError, RecursionError, BlockingIOError, Warning, MemoryError]
for a in exc:
    for b in exc:
        if a is b: continue
        try:
            class C(a, b): pass
        except TypeError as e: print(a.__name__, b.__name__, e); continue
        print(a.__name__, b.__name__, C.__base__.__name__, end=' '); t(lambda: repr(C()))
