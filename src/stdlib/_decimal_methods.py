"""The methods of decimals that are in _decimal_more, and those of contexts: made from tables. Part
of decimal."""

from _decimal_context import Context, getcontext
from decimal import Decimal, _converted, _plain

# Methods of Decimal that are in _decimal_more, with the number of other operands.
_MORE = {
    "compare_signal": 1, "compare_total": 1, "compare_total_mag": 1, "exp": 0, "fma": 2,
    "is_normal": 0, "is_subnormal": 0, "ln": 0, "log10": 0, "logb": 0, "logical_and": 1,
    "logical_invert": 0, "logical_or": 1, "logical_xor": 1, "max": 1, "max_mag": 1, "min": 1,
    "min_mag": 1, "next_minus": 0, "next_plus": 0, "next_toward": 1, "number_class": 0,
    "remainder_near": 1, "rotate": 1, "same_quantum": 1, "scaleb": 1, "shift": 1,
}


def _add_method(name, count):
    def call(self, args, context):
        import _decimal_more
        # No method of a subclass is asked.
        others = [_plain(_converted(arg, True)) for arg in args]
        return getattr(_decimal_more, name)(_plain(self), *others, context or getcontext())

    if count == 0:
        def method(self, context=None):
            return call(self, (), context)
    elif count == 1:
        def method(self, other, context=None):
            return call(self, (other,), context)
    else:
        def method(self, other, third, context=None):
            return call(self, (other, third), context)
    method.__name__ = name
    method.__qualname__ = f"Decimal.{name}"
    setattr(Decimal, name, method)


for _name, _count in _MORE.items():
    _add_method(_name, _count)


# The methods of contexts: the name of Decimal's method, and how many numbers they take.
_OF_CONTEXTS = {
    "abs": ("_abs", 1), "add": ("_add", 2), "compare": ("compare", 2),
    "divide": ("_truediv", 2), "divide_int": ("_floordiv", 2),
    "divmod": ("__divmod__", 2), "minus": ("_neg", 1), "multiply": ("_mul", 2),
    "normalize": ("normalize", 1), "plus": ("_pos", 1), "quantize": ("_quantize", 2),
    "remainder": ("_mod", 2), "sqrt": ("sqrt", 1), "subtract": ("_sub", 2),
    "to_eng_string": ("to_eng_string", 1), "to_integral": ("to_integral_value", 1),
    "to_integral_exact": ("to_integral_exact", 1),
    "to_integral_value": ("to_integral_value", 1), "to_sci_string": ("_text", 1),
    **{name: (name, count + 1) for name, count in _MORE.items()},
}
_WITHOUT_CONTEXT = ("canonical", "copy_abs", "copy_decimal", "copy_negate", "copy_sign",
                    "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed",
                    "is_snan", "is_zero")


def _add_context_method(name, method, count):
    def call(self, a, *others):
        a = _plain(_converted(a, True))
        others = [_plain(_converted(other, True)) for other in others]
        return getattr(a, method)(*others, context=self)

    if count == 1:
        def of_context(self, a, /):
            return call(self, a)
    elif count == 2:
        def of_context(self, a, b, /):
            return call(self, a, b)
    else:
        def of_context(self, a, b, c, /):
            return call(self, a, b, c)
    of_context.__name__ = name
    of_context.__qualname__ = f"Context.{name}"
    # Some are there already, and do what they can quickly; they call the others.
    setattr(Context, "_" + name if name in vars(Context) else name, of_context)


def _add_plain_context_method(name):
    def of_context(self, a, /, *others):
        a = _converted(a, True)
        return a if name == "copy_decimal" else getattr(Decimal, name)(a, *others)

    of_context.__name__ = name
    of_context.__qualname__ = f"Context.{name}"
    setattr(Context, name, of_context)


for _name, (_method, _count) in _OF_CONTEXTS.items():
    _add_context_method(_name, _method, _count)
for _name in _WITHOUT_CONTEXT:
    _add_plain_context_method(_name)
del _name, _method, _count


def _context_power(self, a, b, modulo=None):
    return Decimal._pow(_converted(a, True), _converted(b, True), modulo, context=self)


Context._power = _context_power
