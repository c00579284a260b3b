"""Escapes and prefixes of str literals."""
for text in ["\a\b\f\n\r\t\v\\\'\"", '\x41\u0042\U00000043', "\0\01\012\1012", "\N{BULLET}\N{LATIN SMALL LETTER A}\N{GREEK SMALL LETTER ALPHA}",
             r"\n\x41", R"\'", u"plain", U"\u00e9", "a\
b", '''tri
ple''', """with "quotes" and 'more'""", r"""raw \
continued""", "\N{dog face}\N{LINE FEED}", "\U0001F600", "\x7f\x80\xa0\xad\u200b\u2028\ue000\uffff\U000e0001"]:
    print(len(text), repr(text), ascii(text))
print('one' "two" '''three''' r"\four" == "onetwothree\\four")
print("a" "b"
      'c')
print(("implicit "
       "in parentheses"))
print("it's", 'say "x"', 'both \' and "', "'", '"', "\"'")
print(repr("'"), repr('"'), repr("'\""), repr("\\"), repr("\\n"), repr("a'b\"c"))
print(len("\
"), len(r"\
"), r"\"", r'\\')
print("tab\there", "cr\rx".replace("\r", "|"))
print("é" == "\u00e9" == "\xe9", "é" == "e\u0301", len("e\u0301"), "ﬁ", "K" == "\u212a")
print("\N{EM DASH}", "\N{HANGUL SYLLABLE GA}", "\N{CJK UNIFIED IDEOGRAPH-4E00}", "\N{LATIN CAPITAL LETTER E WITH ACUTE}")
print("%s" "%d" % ("x", 3), "precedence: concatenation comes first")
print("ab" "c" * 2, "%s" % "a" "b")
