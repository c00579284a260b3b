"""A UTF-8 source without a cookie; strings keep every plane."""
samples = ["ascii", "naïve", "日本語", "😀😃", "𝒳", "אבג", "a\u0300", "ß", "İ", "ǅ"]
for s in samples:
    print(s, len(s), len(s.encode()), s.upper(), s.lower(), s.title(), s.casefold(), s[::-1].encode("unicode_escape"))
print("".join(samples)[7:12], "日本語"[1], "😀😃"[-1], "日本語".index("語"), "a😀b".find("b"))
print([hex(ord(c)) for c in "é😀\x00"], chr(0x1F600), chr(65), chr(0x10FFFF) == "\U0010ffff")
for value in (-1, 0x110000, 2**70, "a", 1.5):
    try:
        chr(value)
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
for value in ("", "ab", b"ab", b"a", 5, None):
    try:
        print(ord(value))
    except TypeError as error:
        print(error)
print(sorted(samples), max(samples), "é" < "z", "Z" < "a", "😀" > "\uffff")
print("x".join("日本"), "日本" * 2, "日" in "日本", "日本語".replace("本", "x"), "日,本".split(","))
print("%5s|%-5s|" % ("日", "本"), f"{'日':*^5}", "日本語".center(9, "·"), "é".ljust(3, "-"))
print("é".isalpha(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "\u2003".isspace(), "ǅ".istitle(), "日".isupper())
