# Case-insensitive matching: pairs, triples, and what has no pair.
import re

letters = "kK\u212asS\u017fiI\u0130\u0131\u00b5\u03bc\u03c2\u03c3\u03a3\u00df\u1e9e\u00e9\u00c9\u0434\u0414\u1c81\ufb05\ufb06\u0390\u1fd3\u0345\u03b9\u1fbe\u0399\u01c4\u01c5\u01c6"
for one in letters:
    same = [other for other in letters if re.fullmatch(one, other, re.I)]
    in_set = [other for other in letters if re.fullmatch(f"[{one}x]", other, re.I)]
    not_in = [other for other in letters if re.fullmatch(f"[^{one}x]", other, re.I)]
    ascii_only = [other for other in letters if re.fullmatch(one, other, re.I | re.A)]
    print(ascii(one), ascii(same), same == in_set, len(not_in), ascii(ascii_only))
for pattern in ["[a-z]+", "[A-Z]+", "[^a-z]+", "[\u0400-\u042f]+", "[\u00e0-\u00ff]+", "[\U00010400-\U00010427]+", r"[\w]+", r"[^\W\d]+"]:
    print(ascii(pattern), ascii(re.findall(pattern, letters + "aZ19", re.I)))
print(ascii(re.findall(r"(.)\1", "aA \u03c2\u03c3 \u017fs K\u212a", re.I)))
print(re.findall(r"(\w)-\1", "a-A b-b c-d", re.I))
print(ascii(re.split("\u03c3", "a\u03a3b\u03c2c", flags=re.I)), re.sub("stra\u00dfe", "x", "STRA\u1e9eE strasse", flags=re.I))
print(re.findall(rb"[a-c\xe9]+", b"aBc\xe9\xc9", re.I))
