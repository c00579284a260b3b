"""Integer arithmetic across the machine word, division rules, shifts, bit operations."""
big = 2**63
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (big, 7), (-big, 7), (big - 1, -1), (-big, -1), (10**30, 10**15 + 1), (-10**30, 10**15 + 1), (5, 10**30), (-5, 10**30)]:
    print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), round(a / b, 6), a & b, a | b, a ^ b)
    assert a == a // b * b + a % b
print(big - 1 + 1, -big - 1, (big - 1) * (big - 1), -(-big), abs(-big), ~(big - 1), ~big, big // -1, 3037000500 ** 2, -3037000500 * 3037000500)
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, 1 << 0, 0 << 100, big >> 62, big >> 64, -1 >> 100, -big >> 63, -5 >> 1, 5 >> 1, (10**30) >> 50, -(10**30) >> 50, 1 << 200 >> 199)
print(2**10, 2**0, 0**0, (-2)**3, (-2)**63, 7**25, 10**18 * 10, pow(2, 100, 7), pow(3, -1, 7), pow(-3, 3, 5), pow(2, 5, -7), pow(10**20, 3, 10**15 + 37))
print(-1 & 2**70, ~0 & 0xff, -256 | 255, (1 << 70) ^ -1, -big & -big, (-10**20) & (10**20 - 1), (10**20) | -1)
for source in ["1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "1.0 // 0", "1.0 % 0", "1.0 / 0", "divmod(1.0, 0)", "0 ** -1", "0.0 ** -1", "1 << -1", "1 >> -1", "pow(2, -1, 4)", "pow(2, 3, 0)",
               "pow(2.0, 3, 5)", "10**400 / 3", "10**400 * 1.0", "1 << 1.0", "1.0 << 1", "2 ** 0.5 > 1", "(10**400) / (10**399)", "1 / 10**400", "10**20 // 0", "10**20 % 0", "1 << (1 << 70)", "0 << (1 << 70)", "1 >> (1 << 70)", "-1 >> (1 << 70)"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
print(7 / 2, 6 / 3, 2**53 + 1 == float(2**53 + 1), 2**53 + 1 > float(2**53), 10**22 == 1e22, 10**23 == 1e23, 1e300 < 10**301, -10**400 < -1e308, 10**400 > float("inf"))
print((5).bit_count(), (-5).bit_length(), (10**20).bit_length(), (255).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), (7).as_integer_ratio(), (3).conjugate(), (6).numerator, (6).denominator)
print(True + 1, True * 3, True / 2, True & False, True | 2, True ^ True, ~7, -True, True << 3, type(True & True), type(True & 1), type(+True), False ** 0)
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30) == hash(10**30), hash(1.0) == hash(1), hash(2**61 - 2))
