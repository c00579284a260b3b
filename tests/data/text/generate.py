"""Writes the tables that the unit tests of src/text check: what CPython 3.13 answers to random input.

    python3.13 generate.py DIRECTORY [SCALE [SEED]]

The tables in this folder have the default scale of 0.4; a larger one gives larger tables for a one-off comparison:
DUNDER_TEXT_TABLES=DIRECTORY cargo test text::tests

A line is a name, arguments and the result, separated by tabs. Anything but printable ASCII, and the
backslash, is written as \\{HEX}. A result that starts with '!' is an exception.
"""

import os
import random
import struct
import sys

import areas

sys.set_int_max_str_digits(0)
assert sys.version_info[:2] == (3, 13), sys.version


def encode(value):
    if isinstance(value, (bytes, bytearray)):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        value = str(value)
    return "".join(c if " " <= c <= "~" and c != "\\" else f"\\{{{ord(c):x}}}" for c in value)


def call(function, arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        text = error.args[0] if isinstance(error, KeyError) else str(error)
        return f"!{type(error).__name__}: {text}"
    if isinstance(result, float):
        return struct.pack(">d", result).hex()
    return result


def main(directory, scale=0.4, seed=1):
    for area, operations in areas.AREAS.items():
        with open(os.path.join(directory, f"{area}.txt"), "w") as out:
            for name, count, function, make in operations:
                random.seed(f"{seed} {name}")
                seen = set()
                for number in range(round(count * float(scale))):
                    arguments = make(number)
                    fields = [name, *map(encode, arguments)]
                    if tuple(fields) not in seen:
                        seen.add(tuple(fields))
                        print("\t".join([*fields, encode(call(function, arguments))]), file=out)


main(*sys.argv[1:])
