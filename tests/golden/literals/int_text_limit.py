"""The limit on the digits of integers converted to and from text."""
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
for source in ["int('1' * 4301)", "str(10 ** 4300)", "len(str(10 ** 4299))", "len(str(int('9' * 4300)))", "repr(-10 ** 5000)",
               "int('1' * 5000, 16) > 0", "len(hex(10 ** 5000))", "f'{10**4300}'", "'%d' % 10**1 + '%d' % (10 ** 4300)",
               "int(b'1' * 4301)", "int('-' + '1' * 4301)", "int('1_' * 4300 + '1')", "print([10 ** 4300])"]:
    try:
        print(source, "=", eval(source))
    except ValueError as error:
        print(source, "->", error)
sys.set_int_max_str_digits(640)
try:
    str(10 ** 640)
except ValueError as error:
    print(error)
print(len(str(10 ** 639)))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)), int("7" * 6000) % 1000)
for value in (639, -1, "x"):
    try:
        sys.set_int_max_str_digits(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
