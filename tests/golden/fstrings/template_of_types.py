"""What each built-in type does with format()."""
values = [5, -5, 2.5, True, "text", None, [1], (1, 2), {"a": 1}, {1}, b"b", 1 + 2j, range(3), int, len, ..., NotImplemented, frozenset(), bytearray(b"x"), slice(1, 2)]
for value in values:
    line = []
    for spec in ("", "6", ">6", "d", "s", ".1"):
        try:
            line.append(repr(format(value, spec)))
        except (TypeError, ValueError) as error:
            line.append(f"<{error}>")
    print(type(value).__name__, *line, sep=" | ")
class I(int): pass
class F(float):
    def __str__(self): return "F!"
class S(str): pass
class E(Exception): pass
print(f"{I(5):>4} {F(1.5):.3f} {F(1.5)} {F(1.5):} {S('a'):>3} {E('msg')} {E('a', 1)} {E()}|")
print(f"{10**30:,} {-10**30:_} {2**64:x} {2**70:#b}"[:120])
print(f"{1234.5:,.1f} {1e-10:.3} {1e16:.17g} {123456789.0:g} {0.00001234:g} {1e5:.0e} {12345.6789:.2e}")
print(f"{float('nan'):>6} {float('inf'):+} {-float('inf'):010} {float('nan'):F} {float('inf'):e} {float('nan'):%}")
print(f"{0:c}|{65:5c}|{65:<5c}|{65:^5c}|".replace("\0", "NUL"))
print(f"{3.0} {3.0:g} {3.0:#g} {3.0:.0f} {3.0:n} {1e22} {1e22:f} {1.1:.20f} {0.5:.0f} {1.5:.0f} {2.5:.0f}")
print(f"{5:,d} {12345678:011,d} {12345678:015_d} {255:#06x} {255:_x} {65535:_x} {2**20:_b} {-1234567.891:,.2f} {1234567:,.2%}")
