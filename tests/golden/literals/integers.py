"""Every way to spell an integer, and what int() accepts of it."""
print(0, 00, 0_0, 1_000_000, 1_2_3)
print(0x1F, 0X_ff, 0o17, 0O1_7, 0b101, 0B_1111_0000)
print(0xdeadBEEF, 0o0, 0b0, 0x0)
print(123456789012345678901234567890, -123456789012345678901234567890)
print(9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775809)
print(0x7fff_ffff_ffff_ffff + 1, 0xffffffffffffffffffffffff)
print(1 .real, 1 .__add__(2), (5).bit_length(), 0xff.bit_length())
print(type(1), type(True), True + True, True == 1, False == 0)
print(10**20 == 100_000_000_000_000_000_000, -0, +0, ~0, --5, -+-5)

for text in ["1_000", " 12 ", "-7", "+7", "0x10", "1__0", "_1", "1_", "", "٣", "12a", "0b1", "1e3", "- 1"]:
    try:
        print(repr(text), int(text))
    except ValueError as error:
        print(repr(text), error)
for text, base in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0o17", 0), ("0b11", 0), ("017", 0), ("0", 0),
                   ("z", 36), ("12", 2), ("1", 1), ("1", 37), ("0_7", 8), ("1_1", 0), (b"11", 2), (11, 2)]:
    try:
        print(repr(text), base, int(text, base))
    except (ValueError, TypeError) as error:
        print(repr(text), base, type(error).__name__, error)
print(int(), int(3.99), int(-3.99), int(True), int("1" * 30))
print(len(str(2**4000)), hex(2**70), oct(-64), bin(10), hex(-255))
