"""Kernel density estimation: kde() and kde_random() of statistics."""

import random as _random
from bisect import bisect_left, bisect_right
from math import (acos, asin, atan, cos, cosh, erf, exp, log, pi, sin, sqrt, tan)
from statistics import NormalDist, StatisticsError

__name__ = "statistics"

_SQRT2 = sqrt(2)
_SQRT2PI = sqrt(2 * pi)

# For each kernel its density, its distribution function, and how far out it
# reaches (None: to infinity).
_KERNELS = {
    "normal": (lambda t: exp(-1/2 * t * t) / _SQRT2PI,
               lambda t: 1/2 * (1.0 + erf(t / _SQRT2)), None),
    "logistic": (lambda t: 1/2 / (1.0 + cosh(t)),
                 lambda t: 1.0 - 1.0 / (exp(t) + 1.0), None),
    "sigmoid": (lambda t: (1 / pi) / cosh(t),
                lambda t: (2 / pi) * atan(exp(t)), None),
    "rectangular": (lambda t: 1/2,
                    lambda t: 1/2 * t + 1/2, 1.0),
    "triangular": (lambda t: 1.0 - abs(t),
                   lambda t: t * t * (1/2 if t < 0.0 else -1/2) + t + 1/2, 1.0),
    "parabolic": (lambda t: 3/4 * (1.0 - t * t),
                  lambda t: -1/4 * t**3 + 3/4 * t + 1/2, 1.0),
    "quartic": (lambda t: 15/16 * (1.0 - t * t) ** 2,
                lambda t: 3/16 * t**5 - 5/8 * t**3 + 15/16 * t + 1/2, 1.0),
    "triweight": (lambda t: 35/32 * (1.0 - t * t) ** 3,
                  lambda t: 35/32 * (-1/7 * t**7 + 3/5 * t**5 - t**3 + t) + 1/2, 1.0),
    "cosine": (lambda t: (pi / 4) * cos((pi / 2) * t),
               lambda t: 1/2 * sin((pi / 2) * t) + 1/2, 1.0),
}
_ALIASES = {"gauss": "normal", "uniform": "rectangular", "epanechnikov": "parabolic",
            "biweight": "quartic"}
for _alias, _name in _ALIASES.items():
    _KERNELS[_alias] = _KERNELS[_name]


def _check(data, h):
    n = len(data)
    if not n:
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    return n


def kde(data, h, kernel="normal", *, cumulative=False):
    """A smooth density function for a sample: each value is spread out by a kernel.

    h, the bandwidth, tells how far. With cumulative the distribution function
    is given. Kernels: normal, logistic, sigmoid, rectangular, triangular,
    parabolic, quartic, triweight, cosine.
    """
    n = _check(data, h)
    try:
        K, W, support = _KERNELS[kernel]
    except KeyError:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}") from None

    if support is None:
        def pdf(x):
            return sum(K((x - x_i) / h) for x_i in data) / (len(data) * h)

        def cdf(x):
            return sum(W((x - x_i) / h) for x_i in data) / len(data)
    else:
        sample = sorted(data)
        bandwidth = h * support

        def near(x):
            # The data may have grown since.
            nonlocal n, sample
            if len(data) != n:
                sample = sorted(data)
                n = len(data)
            i = bisect_left(sample, x - bandwidth)
            return i, sample[i:bisect_right(sample, x + bandwidth)]

        def pdf(x):
            _, supported = near(x)
            return sum(K((x - x_i) / h) for x_i in supported) / (n * h)

        def cdf(x):
            below, supported = near(x)
            return sum((W((x - x_i) / h) for x_i in supported), below) / n

    if cumulative:
        cdf.__doc__ = f"CDF estimate with {h=!r} and {kernel=!r}"
        return cdf
    pdf.__doc__ = f"PDF estimate with {h=!r} and {kernel=!r}"
    return pdf


# Inverses of the distribution functions

def _newton_raphson(f_inv_estimate, f, f_prime, tolerance=1e-12):
    def f_inv(y):
        x = f_inv_estimate(y)
        while abs(diff := f(x) - y) > tolerance:
            x -= diff / f_prime(x)
        return x
    return f_inv


def _quartic_invcdf_estimate(p):
    # A curve fitted to the inverse, good to some digits.
    sign, p = (1.0, p) if p <= 1/2 else (-1.0, 1.0 - p)
    x = (2.0 * p) ** 0.4258865685331 - 1.0
    if p >= 0.004 < 0.499:
        x += 0.026818732 * sin(7.101753784 * p + 2.73230839482953)
    return x * sign


def _triweight_invcdf_estimate(p):
    sign, p = (1.0, p) if p <= 1/2 else (-1.0, 1.0 - p)
    return ((2.0 * p) ** 0.3400218741872791 - 1.0) * sign


_quartic_invcdf = _newton_raphson(
    _quartic_invcdf_estimate, _KERNELS["quartic"][1], _KERNELS["quartic"][0])
_triweight_invcdf = _newton_raphson(
    _triweight_invcdf_estimate, _KERNELS["triweight"][1], _KERNELS["triweight"][0])

_kernel_invcdfs = {
    "normal": NormalDist().inv_cdf,
    "logistic": lambda p: log(p / (1 - p)),
    "sigmoid": lambda p: log(tan(p * pi / 2)),
    "rectangular": lambda p: 2 * p - 1,
    "parabolic": lambda p: 2 * cos((acos(2 * p - 1) + pi) / 3),
    "quartic": _quartic_invcdf,
    "triweight": _triweight_invcdf,
    "triangular": lambda p: sqrt(2 * p) - 1 if p < 1/2 else 1 - sqrt(2 - 2 * p),
    "cosine": lambda p: 2 * asin(2 * p - 1) / pi,
}
for _alias, _name in _ALIASES.items():
    _kernel_invcdfs[_alias] = _kernel_invcdfs[_name]


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that gives random values of the distribution that kde() estimates."""
    _check(data, h)
    kernel_invcdf = _kernel_invcdfs.get(kernel)
    if kernel_invcdf is None:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    generator = _random.Random(seed)
    random = generator.random
    choice = generator.choice

    def rand():
        return choice(data) + h * kernel_invcdf(random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand
