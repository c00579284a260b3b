"""Decimals as text: reading those that are not read quickly. Part of decimal."""

import re as _re

_NUMBER = _re.compile(r"""
    (?P<sign>[-+])?
    (?:
        (?=\d|\.\d)
        (?P<int>\d*)
        (?:\.(?P<frac>\d*))?
        (?:E(?P<exp>[-+]?\d+))?
    |
        Inf(?:inity)?
    |
        (?P<signal>s)?NaN(?P<diag>\d*)
    )
    \Z
""", _re.VERBOSE | _re.IGNORECASE)

def parse(text):
    """The sign, coefficient and exponent that a text gives; None if it is no number."""
    match = _NUMBER.match(text.strip().replace("_", ""))
    if match is None:
        return None
    sign = int(match["sign"] == "-")
    whole = match["int"]
    if whole is not None:
        fraction = match["frac"] or ""
        return sign, _int(whole + fraction), int(match["exp"] or 0) - len(fraction)
    if match["diag"] is None:
        return sign, 0, "F"
    return sign, _int(match["diag"] or "0"), "N" if match["signal"] else "n"


def _int(digits):
    # The limit on the length of such conversions is not for decimals.
    if len(digits) <= 4000:
        return int(digits)
    middle = len(digits) // 2
    return _int(digits[:-middle]) * 10 ** middle + _int(digits[-middle:])
