# Where empty matches count.
import re

for pattern in ["", "x*", r"\b", r"\B", "^", "$", "(?m)^", "(?m)$", "a|", "|a", "a??", r"\w*", "(?=b)", "(a)?", "()", r"(?<=a)", "b*?", r"(\b|a)"]:
    for text in ["", "a", "abxd", "aab\nb", "é b"]:
        spans = [m.span() for m in re.finditer(pattern, text)]
        print(pattern, repr(text), spans, re.findall(pattern, text), re.split(pattern, text), re.subn(pattern, "-", text))
for text in ["a,b;c", ",a", "a,", ""]:
    print(re.split("[,;]", text), re.split("([,;])", text), re.split("(,)|(;)", text), re.split("[,;]", text, maxsplit=1), re.split(",", text, maxsplit=-1), re.sub(",", "-", text, count=-1))
