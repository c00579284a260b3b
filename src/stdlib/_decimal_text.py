"""Decimals as text: reading, and the format specification. Part of decimal."""

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

_SPEC = _re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ])?
    (?P<no_neg_0>z)?
    (?P<alt>\#)?
    (?P<zeropad>0)?
    (?P<minimumwidth>\d+)?
    (?P<thousands_sep>,)?
    (?:\.(?P<precision>\d+))?
    (?P<type>[eEfFgGn%])?
    \Z
""", _re.VERBOSE | _re.DOTALL)


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


def digits_text(number):
    """The digits of an int of any length."""
    if number.bit_length() < 13000:
        return str(number)
    half = int(number.bit_length() * 0.30103) // 2
    high, low = divmod(number, 10 ** half)
    return digits_text(high) + digits_text(low).rjust(half, "0")


def parse_spec(spec):
    """The parts of a format specification."""
    match = _SPEC.match(spec)
    if match is None:
        raise ValueError("invalid format string")
    parts = match.groupdict()
    fill, align = parts["fill"], parts["align"]
    if parts["zeropad"] is not None:
        if fill is not None or align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    parts["fill"] = fill or " "
    parts["align"] = align or ">"
    parts["sign"] = parts["sign"] or "-"
    parts["minimumwidth"] = int(parts["minimumwidth"] or "0")
    if parts["precision"] is not None:
        parts["precision"] = int(parts["precision"])
        if parts["precision"] == 0 and (parts["type"] is None or parts["type"] in "gGn"):
            parts["precision"] = 1
    if parts["type"] == "n":
        # The C locale has no separators.
        parts["type"] = "g"
        if parts["thousands_sep"] is not None:
            raise ValueError("invalid format string")
    parts["thousands_sep"] = parts["thousands_sep"] or ""
    return parts


def _sign_text(negative, spec):
    if negative:
        return "-"
    return spec["sign"] if spec["sign"] in " +" else ""


def aligned(sign, body, spec):
    """The text in a field of the wanted width."""
    padding = spec["fill"] * (spec["minimumwidth"] - len(sign) - len(body))
    match spec["align"]:
        case "<":
            return sign + body + padding
        case ">":
            return padding + sign + body
        case "=":
            return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


def _grouped(digits, spec, width):
    """The digits with separators, and with zeros up to a width."""
    separator = spec["thousands_sep"]
    if not separator:
        return digits.rjust(width, "0")
    groups = []
    while True:
        taken = min(max(len(digits), width, 1), 3)
        groups.append("0" * (taken - len(digits)) + digits[-taken:])
        digits = digits[:-taken]
        width -= taken
        if not digits and width <= 0:
            break
        width -= 1
    return separator.join(reversed(groups))


def special(negative, body, spec):
    """Infinities and NaNs by a specification."""
    if spec["type"] == "%":
        body += "%"
    if spec["zeropad"]:
        spec = dict(spec, fill=" ", align=">")
    return aligned(_sign_text(negative, spec), body, spec)


def finite(negative, whole, fraction, exponent, spec):
    """A finite number by a specification."""
    sign = _sign_text(negative, spec)
    if fraction or spec["alt"]:
        fraction = "." + fraction
    if exponent != 0 or spec["type"] in ("e", "E"):
        letter = {"E": "E", "e": "e", "G": "E", "g": "e"}[spec["type"]]
        fraction += f"{letter}{exponent:+}"
    if spec["type"] == "%":
        fraction += "%"
    width = 0
    if spec["zeropad"]:
        width = spec["minimumwidth"] - len(fraction) - len(sign)
    return aligned(sign, _grouped(whole, spec, width) + fraction, spec)
