class Odd(Exception):
    @property
    def __notes__(self): raise ValueError("no notes")
class Quiet(Exception):
    @property
    def __notes__(self): raise AttributeError("none")
import traceback
for error in (Odd("x"), Quiet("y")):
    print(traceback.format_exception_only(error))
raise Odd("z")
