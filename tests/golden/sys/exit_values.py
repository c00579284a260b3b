"""sys.exit() with tuples and exceptions; keywords of exceptions that are misspelt."""

import sys

for status in None, 3, (1,), (1, 2), (), "text", [1], SystemExit(4), ValueError(5), (SystemExit(6),), True:
    try:
        sys.exit(status)
    except BaseException as error:
        print(type(error).__name__, error.args, error.code, error is status)
for cls, keyword in (AttributeError, "nam"), (NameError, "nmae"), (ImportError, "paths"), (AttributeError, "xyz"):
    try:
        cls("text", **{keyword: 1})
    except TypeError as error:
        print(error)


class WithSignature:
    """WithSignature(raw, n=DEFAULT)
--

doc"""


class Other:
    """Another(a)\n--\n\ndoc"""


class Parts:
    """Parts(a)\n\n)\n--\n\ndoc"""


class Lines:
    """Lines(a,\n b=(1)\n--\n\ndoc"""


print(WithSignature.__text_signature__, Other.__text_signature__, Parts.__text_signature__, Lines.__text_signature__)
WithSignature.__name__ = "Renamed"
print(WithSignature.__text_signature__)
