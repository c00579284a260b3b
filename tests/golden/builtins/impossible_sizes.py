"""Sizes that can't be are errors at once."""
for code in ("[0] * 10**18", "' ' * 2**62", "1 << 10**12", "b'a' * 10**15", "bytearray(10**15)", "(1,) * 10**17", "'a'.ljust(10**16)", "'a' * 10**30", "[].insert(-10**30, 1)", "range(10**30)[10**29]", "len(range(10**30))", "[1, 2] * -10**30", "(10**9).to_bytes(10**15)", "'%*d' % (10**16, 1)", "b''.join([b'a']) * 2**62", "list(range(10**18))"):
    try:
        print(code, len(str(eval(code))))
    except (MemoryError, OverflowError) as error:
        print(code, type(error).__name__ if isinstance(error, MemoryError) else repr(error))
x = 3 ** 300_000
print(x.bit_length(), (x * x) // x == x, (x + 1) * (x - 1) == x * x - 1, divmod(x * 7 + 5, x) == (7, 5), pow(3, 300_000, 10**9) == x % 10**9)
