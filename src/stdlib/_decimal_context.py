"""Signals and contexts: how decimal arithmetic rounds, and what it reports. Part of decimal."""

from contextvars import ContextVar

__all__ = ["Clamped", "Context", "BasicContext", "ConversionSyntax", "DecimalException",
           "DefaultContext", "DivisionByZero", "DivisionImpossible", "DivisionUndefined",
           "ExtendedContext", "FloatOperation", "Inexact", "InvalidContext", "InvalidOperation",
           "Overflow", "Rounded", "Subnormal", "Underflow"]

# The module of the classes below.
__name__ = "decimal"

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
             ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    # Base of all signals.
    pass


class Clamped(DecimalException):
    # The exponent was changed to fit the limits.
    pass


class InvalidOperation(DecimalException):
    # The operation has no result.
    pass


class ConversionSyntax(InvalidOperation):
    # The text is no number.
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    # A number that is not zero was divided by zero.
    pass


class DivisionImpossible(InvalidOperation):
    # The integer quotient has too many digits.
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    # Zero was divided by zero.
    pass


class InvalidContext(InvalidOperation):
    # The context does not fit the operation.
    pass


class Inexact(DecimalException):
    # Digits that are not zero were rounded away.
    pass


class Rounded(DecimalException):
    # Digits, perhaps zeros, were rounded away.
    pass


class Subnormal(DecimalException):
    # The exponent was below Emin before rounding.
    pass


class Overflow(Inexact, Rounded):
    # The result is too large.
    pass


class Underflow(Inexact, Rounded, Subnormal):
    # The result was rounded to zero or to few digits.
    pass


class FloatOperation(DecimalException, TypeError):
    # A float was mixed with decimals.
    pass


# The order in which the tables of contexts have them, and that in which contexts show them.
SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal,
           Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)


class _Flags(dict):
    """Which signals are raised, or trapped."""

    def __setitem__(self, signal, value):
        if signal not in self:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, signal, bool(value))

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __repr__(self):
        return "{" + ", ".join(f"{signal}:{value}" for signal, value in self.items()) + "}"

    def copy(self):
        return _Flags(self)


def _flags(value):
    """A table of signals, from a list of those that are set or from a dict."""
    if value is None:
        return _Flags((signal, False) for signal in SIGNALS)
    if isinstance(value, dict):
        if set(value) != set(SIGNALS):
            raise TypeError("invalid error flag" if value else "invalid signal dict")
        return _Flags((signal, bool(value[signal])) for signal in SIGNALS)
    for signal in value:
        if signal not in SIGNALS:
            raise TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, "
                            "DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, "
                            "Rounded,\n   Clamped]")
    return _Flags((signal, signal in value) for signal in SIGNALS)


# Attributes of contexts that are numbers: their limits, and the words for what is outside.
_LIMITS = {
    "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": (0, 1, "valid values for capitals are 0 or 1"),
    "clamp": (0, 1, "valid values for clamp are 0 or 1"),
}


class Context:
    """Precision, rounding, limits, and which signals raise exceptions.

    For each method of Decimal that a context matters to, there is one here that takes the
    number as its first argument.
    """

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        default = DefaultContext
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin),
                            ("Emax", Emax), ("capitals", capitals), ("clamp", clamp)):
            setattr(self, name, getattr(default, name) if value is None else value)
        self.flags = _flags(flags)
        self.traps = default.traps.copy() if traps is None else _flags(traps)

    def __setattr__(self, name, value):
        limits = _LIMITS.get(name)
        if limits is not None:
            low, high, problem = limits
            if not isinstance(value, int):
                raise TypeError("an integer is required" if not isinstance(value, str) else
                                f"'{type(value).__name__}' object cannot be interpreted as an "
                                "integer")
            if not low <= value <= high:
                raise ValueError(problem)
        elif name == "rounding":
            if value not in ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                                "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                                "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            if not isinstance(value, _Flags):
                value = _flags(value)
        elif name != "__class__":
            raise AttributeError(
                f"'decimal.Context' object has no attribute '{name}'", name=name, obj=self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        def names(signals):
            return ", ".join(signal.__name__ for signal in _SHOWN if signals[signal])

        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
                f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
                f"flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def __reduce__(self):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals,
                            self.clamp, [signal for signal in SIGNALS if self.flags[signal]],
                            [signal for signal in SIGNALS if self.traps[signal]])

    def copy(self):
        """A context with the same settings and flags."""
        made = object.__new__(Context)
        values = vars(made)
        values.update(vars(self))
        values["flags"] = _Flags(values["flags"])
        values["traps"] = _Flags(values["traps"])
        return made

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        """The lowest exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The highest exponent of a number with full precision."""
        return self.Emax - self.prec + 1

    def signal(self, condition, result=None):
        """Raises a flag; raises the exception if that is trapped; else gives the result."""
        kind = condition
        while kind not in self.flags:
            kind = kind.__base__
        self.flags[kind] = True
        if self.traps[kind]:
            raise kind([condition])
        return result

    def widened(self, prec, rounding=ROUND_HALF_EVEN):
        """A context for steps on the way: more digits, no limits, no traps."""
        made = self.copy()
        made.prec = prec
        made.rounding = rounding
        made.Emin, made.Emax = MIN_EMIN, MAX_EMAX
        made.clamp = 0
        made.clear_traps()
        return made

    def copy_sharing_flags(self, rounding):
        """A context that rounds otherwise and raises its flags in this one."""
        made = object.__new__(Context)
        vars(made).update(vars(self), rounding=rounding)
        return made

    def create_decimal(self, num="0"):
        """A Decimal that is rounded to the context."""
        from decimal import Decimal
        value = Decimal(num, context=self)
        if value.is_nan() and value._coefficient and (
                len(str(value._coefficient)) > self.prec - self.clamp):
            return self.signal(ConversionSyntax, Decimal("NaN"))
        return value._fixed(self)

    def create_decimal_from_float(self, f):
        """A Decimal of a float, rounded to the context."""
        from decimal import Decimal
        return Decimal.from_float(f)._fixed(self)

    def radix(self):
        from decimal import Decimal
        return Decimal(10)


DefaultContext = object.__new__(Context)
vars(DefaultContext).update(
    prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0,
    flags=_flags([]), traps=_flags([DivisionByZero, Overflow, InvalidOperation]))
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])

_current = ContextVar("decimal_context")


def getcontext():
    """The current context."""
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        context.clear_flags()
        _current.set(context)
        return context


def setcontext(context, /):
    """Makes a context the current one."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _LocalContext:
    def __init__(self, context):
        self.new = context.copy()

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *args):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """Context manager for a copy of a context, with some settings changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    manager = _LocalContext(ctx)
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags",
                        "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(manager.new, name, value)
    return manager
