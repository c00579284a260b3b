"""Sizes that no memory can hold are refused at once."""


def attempt(text):
    try:
        result = type(eval(text)).__name__
    except (MemoryError, OverflowError, ValueError) as error:
        result = f"{type(error).__name__}: {error}"
    print(text, "->", result)


for text in [
    "[0] * 10**18", "(1,) * 10**18", "[1, 2] * 2**61", "' ' * 2**62", "'ab' * 2**62", "'é' * 2**61",
    "b'x' * 10**18", "bytearray(b'x') * 10**18", "bytes(10**18)", "bytearray(10**18)", "1 << 10**12",
    "list(range(10**18))", "tuple(range(10**18))", "sorted(range(10**18))", "[*range(10**18)]",
    "[].extend(range(10**18))", "'x'.center(10**18)", "'x'.ljust(2**62)", "'x'.zfill(10**18)",
    "b'x'.zfill(10**18)", "'%*d' % (10**18, 1)", "format(1, '1000000000000000000d')",
    "'{:1000000000000000000}'.format(1)", "f'{1:>{10**18}}'", "(1).to_bytes(10**18, 'big')",
    "[1].__imul__(10**18)", "[].__imul__(10**18)", "'x'.encode() * 2**62", "'a' * -1",
    "int('1' * 5000)", "str(10**5000)",
]:
    attempt(text)
