"""Complex numbers: literals, printing, arithmetic, conversions."""
print(1j, 0j, 1.5j, 1e3j, 1_0J, .5j, 3 + 4j, 3 - 4j, -1j, -(1 + 0j))
print(complex(1, 2), complex("1+2j"), complex("-j"), complex(" ( 1-2j ) ".replace(" ", "")), complex(), complex(1.5))
print((3 + 4j).real, (3 + 4j).imag, (3 + 4j).conjugate(), abs(3 + 4j))
print(1j * 1j, (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), (1 + 2j) ** 2, 2 ** 1j == complex(2) ** 1j)
print(1j == 1, 1 + 0j == 1, hash(1 + 0j) == hash(1), bool(0j), bool(1j))
print(complex(0.0, -0.0), complex(-0.0, 0.0), -0j, complex("nan+infj"), 1e300 * 1e10j)
print(repr(1 + 1e20j), str(1e16 + 0j), f"{1 + 2j:.2f}", format(1.5j, "g"), f"{3 - 0.5j:>12}")
for source in ["1j < 2j", "1j // 2", "1j % 2", "int(1j)", "float(1j)", "complex('1 + 2j')", "complex('x')",
               "complex('1', 2)", "complex(1, '2')", "1j / 0", "0j ** -1", "divmod(1j, 1)", "round(1j)", "abs('x')",
               "complex([])", "f'{1j:d}'"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class WithComplex:
    def __complex__(self):
        return 7 + 8j
class WithFloat:
    def __float__(self):
        return 2.5
class WithIndex:
    def __index__(self):
        return 9
print(complex(WithComplex()), complex(WithFloat()), complex(WithIndex()), complex(WithFloat(), WithFloat()))
