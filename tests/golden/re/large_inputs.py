# Long texts and counts: neither the stack nor time runs out.
import re

n = 20_000
text = "ab" * n
print(re.match(r"(?:a|b)*", text).end(), re.match(r"(a|b)*$", text).span(1), re.match(r"(?:(a)(b))+?$", text).regs[1:], re.match(r"(?:ab)*+$", text).end())
print(re.fullmatch(r"(?:a(?=b)|b(?!b))*", text).end(), re.match(r"(?>a|b)*", text).end(), re.match(r".*?x", text), re.match(r"(?:.|\n)*?x", text))
print(len(re.findall(r"\w", text)), len(re.sub(r"a", "xyz", text)), len(re.split("b", text)), sum(1 for _ in re.finditer("ab", text)))
few = 1000
print(re.search(r"\w+@", text[:few]), re.search(r"\s+$", " " * few + "x"), re.search(r"(\s+)x$", " " * few + "y"), re.search("[ab]+c", text[:few]))
print(re.compile("|".join(f"w{i}" for i in range(300))).findall("w299 w5 w300 w42x"))
print(re.match("(?:x?){3000}", "x" * 10).end(), re.match("(?:x|y){50000}", "xy" * 25000).end(), re.match(r"(?:){100000}a", "a").end())
print(re.compile("".join(f"({c})" for c in "abcdefghij" * 20)).match("abcdefghij" * 20).group(200), len(re.match("a" * 5000, "a" * 5000)[0]))
wide = "é日" * n
print(re.search("x", wide), re.search("日$", wide).span(), len(re.findall("[^日]", wide)), re.match("(?:é日)*", wide).end(), re.match(r"\w*", wide).end(), re.match(".*日", wide).end())
