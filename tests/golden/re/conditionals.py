# (?(group)yes|no)
import re

for pattern in [r"(<)?\w+(?(1)>)", r"^(<)?\w+(?(1)>|$)", r"(a)?(?(1)b|c)", r"(?P<q>['\"])?x(?(q)(?P=q)|)$", r"(?:(a)|b)(?(1)c|d)",
                r"(a)?(?(1)|x)", r"(?(1)a|b)(x)?", r"((a)|b)+(?(2)c|d)", r"(a)(?(1))b", r"^(?(2)a|(b))(c)?"]:
    for text in ["<ab>", "<ab", "ab>", "ab", "ac", "c", "'x'", "'x", "x", "bd", "bc", "ax", "b", "abc", "bad", "bcd"]:
        found = re.search(pattern, text)
        if found:
            print(pattern, repr(text), found.span(), found.groups())
for pattern in [r"(a)?(?(1)b|c|d)", r"(?(2)a|b)(x)", r"(?(0)a)", r"(?(x)a)", r"(?(1a)a)", r"(?(1", r"(?(1)a", r"(?()a)", r"(?(99999999999)a)",
                r"(?(é)a)", r"(?(-1)a)", r"(?(+1)a)", r"(?(01)a)(b)", r"(?(١)a)(b)"]:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, "->", error, error.pos)
