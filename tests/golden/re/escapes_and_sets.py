# Escapes, sets and categories.
import re

text = "".join(map(chr, range(32, 127))) + "\t\n\r\v\f\x1c\x85\xa0é١²Ⅷ日_\u2028\U0001f600"
for pattern in [r"\d", r"\s", r"\w", r"\D", r"\S", r"\W", r"(?a)\d", r"(?a)\s", r"(?a)\w", r"(?a)\W", r"[\d\s]", r"[^\w\s]", r"[a-f0-9]", r"[]a]", r"[^]a]", r"[a\]]", r"[-a]", r"[a-]", r"[\-a]", r"[a\-z]", r"[\^a]", r"[.*+]",
                r"[\x41-\x43]", r"[\u0041\U00000042]", r"[\101\60]", r"[\b]", r"\x41|\u0042|\103", r"\N{LATIN SMALL LETTER A}|\N{digit one}", r"[\N{BULLET}\N{ASTERISK}]", r"\.|\-|\/|\@", r"\0|\00|\060", r"\a|\f|\v|\t", r"\\",
                r"[\\]", r"[[]", r"[\[\]]", r".", r"(?s).", "[ -~]", r"[^\x00-\x7f]", r"[\W\d]", r"[\D]", r"[^\D]", r"[^\S ]", r"{", r"}", r"a{", r"a{,", r"x{1", r"a{1,2", r"{}", r"]", r"[é-ï]", "[\ud800-\udfff]"]:
    print(ascii(pattern), ascii("".join(re.findall(pattern, text))))
print(ascii(re.findall("\ud83d|[\ud800]", "a\ud83d\ude00\ud800\U0001f600")))
print(re.escape("".join(map(chr, range(128)))) == "".join(("\\" + c if c in "\t\n\x0b\x0c\r #$&()*+-.?[\\]^{|}~" else c) for c in map(chr, range(128))), re.escape("é "), re.escape(b"a-b"))
for verbose in ["""
    (\\d+)   # digits
    \\s*     # blanks
    [ #]     # in a set
    (\\w)\\  # an escaped blank
    """, "a b", r"a\ b", "a #c\n b", "a{1, 2}", "(? i:a)", "a * b", "[a b]", "(?#x)a", "a\\#b", "x# (", "\\u0041 b"]:
    try:
        print(repr(verbose), re.findall(verbose, "12 #x a b a#b Ab ab aab b", re.X))
    except re.error as error:
        print(repr(verbose), error)
