"""What except* leaves: which group, with which context, cause, notes and traceback."""
import traceback
def show(exc,d=0):
    print(' '*d, repr(exc), 'ctx', repr(exc.__context__), 'cause', repr(exc.__cause__), exc.__suppress_context__, getattr(exc,'__notes__',None), [f.lineno for f in traceback.extract_tb(exc.__traceback__)])
    for e in getattr(exc,'exceptions',()): show(e,d+2)
def f1():
        try:
            try:
                raise ExceptionGroup("eg", [TypeError(1), ValueError(2), OSError(3)])
            except* TypeError as e: raise
            except* ValueError as e: raise
        except ExceptionGroup as e:
            show(e)
f1()
def f2():
        try:
            try:
                raise ExceptionGroup("eg", [TypeError(1), ValueError(2), OSError(3)])
            except* TypeError as e: raise e
            except* ValueError as e: raise KeyError(1)
        except ExceptionGroup as e:
            show(e)
f2()
def f3():
        try:
            try:
                raise TypeError(1)
            except* TypeError as e: raise
        except BaseException as e:
            show(e)
f3()
def f4():
        try:
            try:
                raise TypeError(1)
            except* ValueError as e: raise
        except BaseException as e:
            show(e)
f4()
def f5():
        try:
            try:
                e=ExceptionGroup("eg", [TypeError(1), ExceptionGroup('in',[ValueError(2), OSError(3)])]); e.add_note('note'); e.__cause__=KeyError(9); raise e
            except* OSError as e: print('got',repr(e)); 
        except BaseException as e:
            show(e)
f5()
def f6():
        try:
            try:
                e=ExceptionGroup("eg", [TypeError(1), ExceptionGroup('in',[ValueError(2), OSError(3)])]); e.add_note('note'); raise e
            except* OSError as e: raise ExceptionGroup('new',[IndexError(1)]) from e
            except* TypeError as e: raise RuntimeError('x') from None
        except BaseException as e:
            show(e)
f6()
def f7():
    o=ExceptionGroup('a',[ValueError(1)])
    try:
        try: raise o
        except* OSError: pass
    except ExceptionGroup as e: print(e is o, e.__suppress_context__); show(e)
    try:
        try: raise o
        except* ValueError: raise
    except ExceptionGroup as e: print(e is o, e.__suppress_context__); show(e)
    try:
        try: raise o
        except* ValueError as q: raise q
    except ExceptionGroup as e: print(e is o, e.__suppress_context__); show(e)
    class MyEG(ExceptionGroup):
        def derive(self, excs): return MyEG(self.message+'!', excs)
    try:
        try: raise MyEG('m',[ValueError(1),TypeError(2),MyEG('n',[OSError(1),KeyError(2)])])
        except* (ValueError, OSError) as q: show(q); raise
        except* TypeError as q: show(q)
    except ExceptionGroup as e: show(e)
    try:
        try: raise ExceptionGroup('x',[ValueError(1),TypeError(2)])
        except* ValueError as q: 1/0
        except* TypeError as q: {}[1]
    except ExceptionGroup as e: show(e); show(e.exceptions[0].__context__)
    for i in range(3):
        try:
            try: raise ExceptionGroup('x',[ValueError(1),TypeError(2)])
            except* ValueError as q: pass
            except* TypeError as q: pass
            else: print('else')
            finally: print('finally', i)
        except BaseException as e: print('no')
    try: q
    except NameError as e: print(e)
f7()
