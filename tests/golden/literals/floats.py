"""Floats: spelling, repr, extremes, and conversion from text."""
print(1.0, 1., .5, 0.5, 1e3, 1E3, 1e+3, 1e-3, 1_0.0_1, 1_0e1_0, 00.5, 09.5, 0e0)
print(1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.0001, 0.00001, 1.5e-7, 1e22, 1e23)
print(0.1, 0.1 + 0.2, 1/3, 2/3, 100.0, 1e100, 5e-324, 1.7976931348623157e308)
print(1e309, -1e309, 1e-400, -0.0, 0.0 == -0.0, float("nan"), float("-inf"))
print(float("nan") == float("nan"), float("inf") == float("inf"))
print(repr(1.0), str(1.0), f"{1.0}", 1.0 .is_integer(), 1.5.is_integer(), 1e3.hex())
print(float.fromhex("0x1.8p1"), (0.1).hex(), (-0.0).hex(), (5e-324).hex(), float("inf").hex())
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio())
for text in ["1", " 1.5 ", "1e5", "1_0.5", "nan", "-Infinity", "INF", "+.5", "1.", ".", "", "1e", "1__0", "0x1p3", "infin"]:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(repr(text), error)
for value in ("1" * 400, 10**400, None, [], 1j):
    try:
        print(float(value))
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
for value in (float("inf"), float("nan"), -float("inf")):
    for convert in (int, round, lambda v: v.as_integer_ratio()):
        try:
            print(convert(value))
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(1e300, 5), round(5, -1), round(15, -1))
print(1e5 // 1, 7.5 % 2, -7.5 % 2, divmod(-7.5, 2), 2.0**0.5, 2**-1, (-8) ** (1/3))
