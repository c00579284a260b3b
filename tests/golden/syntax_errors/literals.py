"""Malformed numbers, strings, bytes and characters."""
sources = ["0777", "00", "01", "0_", "1__0", "1_", "0x", "0xg", "0x_", "0b", "0b2", "0b12", "0b_", "0o", "0o8", "0o18", "0o_", "1e", "1e+", "1.5e", "1_.0", "1._0", "1.0_", "1e_1", "1e1_", "1j_", "12abc", "1.5abc", "1e5x", "0xfg", "1if 2else 3", "1or 2", "0x1or 2", "1_000_", "0b1_", "0x1__1", "1jj", "1.2.3", "1..2", "0b1.0", "0x1.5", "1 2", "1 'a'", "'a' 1", "'abc", '"abc', "'abc\n'", "'''abc", '"""abc', "b'é'", "b'\\xg'", "'\\x'", "'\\x1'", "'\\xgg'", "'\\u123'", "'\\U1234567'", "'\\U00110000'", "'\\N'", "'\\N{}'", "'\\N{nope}'", "'\\N{LATIN'", "b'\\x'", "b'\\x1'", "rb'\\x'", "ub'x'", "bu'x'", "fb'x'", "bf'x'", "fu'x'", "uf'x'", "br'x", "f'x", "rf'x", "'a' b'b'", "b'a' 'b'", "f'a' b'b'", "'a' f'{b'", "\"a\" 'b", "u'a' r'b' b'c'", "x = 'a'b", "x = 5a", "x = a5 6", "é = 1", "€ = 1", "x = “quoted”", "x = ‘q’", "x – y", "x × y", "x = 5\u00a0+ 3", "\u200b x", "x\u2028y", "\ufeffx = 1", "x = \x00", "a\x00b", "$", "?", "!", "x = 1 # comment \u0000", "\x0c x = 1", "x\\y", "x \\ \ny", "\\\n\\\nx", "x = \\\n", "'a\\", "'\\", "\"\\\n", "x = 1\\", "0x" + "f" * 5 + "g", "9" * 5000, "0x" + "f" * 5000 + " + x y", "'" + "a" * 50, "1.0E+", "1.e5e", "1_0j.x", "0__0", "00_0", "0_1", "09", "09.5", "09j", "1_000.0_0e1_0j", "0B1", "0O7", "0XaB"]
for source in sources:
    try:
        compile(source, "<s>", "exec")
        print(repr(source[:40]), "fine")
    except SyntaxError as error:
        print(f"{source[:40]!r} {error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset} {error.msg}")
    except ValueError as error:
        print(repr(source[:40]), "ValueError", error)
