"""Years that the C library cannot count, and views of locals as mappings."""
import collections.abc
import sys
import time

REST = (1, 1, 0, 0, 0, 0, 1, 0)
for year in 2**40, 12345, -1, -2**31, -2**31 + 1899, -2**31 + 1900, 2**31 - 1, 2**31:
    for function in time.asctime, lambda moment: time.strftime("%Y", moment):
        try:
            print(year, function((year,) + REST))
        except (OverflowError, ValueError) as error:
            print(year, type(error).__name__, error)


def view():
    here = 1
    return sys._getframe().f_locals


print(isinstance(view(), collections.abc.Mapping), isinstance(view(), collections.abc.MutableMapping))
