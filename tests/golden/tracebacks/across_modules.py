"""Frames in imported modules show their own path and source."""
from _modules import raiser
def callback(x): return x / 0
try:
    raiser.apply(callback, 5)
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_globals["__name__"])
        tb = tb.tb_next
raiser.Wrapper().run(callback)
