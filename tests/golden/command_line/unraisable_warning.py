"""A file that is not closed, where warnings are errors; and a hook that fails is passed over."""
import warnings

open(__file__)


def show(*arguments):
    raise ValueError("never seen")


warnings.simplefilter("always")
warnings.showwarning = show
open(__file__)
print("on")
