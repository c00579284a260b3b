"""The gamma function, inverse hyperbolic functions and complex functions, to the last digit."""
import cmath
import math

values = [x / 16 for x in range(-400, 401, 7)] + [x * 1.37 for x in range(-130, 131, 11)]
values += [1e-300, -1e-300, 1e-21, 1e-9, 141.5, 170.6, 171.5, 171.7, -141.25, -170.5, -200.5, 1e5, 1e300]
values += [float(n) for n in range(1, 25)] + [0.0, -0.0, -3.0, math.inf, -math.inf, math.nan]
for function in math.gamma, math.lgamma, math.asinh, math.atanh, math.erfc:
    for x in values:
        try:
            print(function.__name__, x, function(x))
        except (ValueError, OverflowError) as error:
            print(function.__name__, x, repr(error))
for function in cmath.acos, cmath.acosh, cmath.asinh, cmath.atanh, cmath.log, cmath.log10, cmath.polar, cmath.sqrt:
    for x, y in zip(values[:60], values[7:]):
        print(function.__name__, function(complex(x, y)))
for x in 3.7, 1e-5, 1.25, 1.5, 2.5, 2.9, 5.5, 6.5, 27.5, 28.5, -1.5, -5.5, -7.0:
    print(math.erfc(x), math.erf(x))
