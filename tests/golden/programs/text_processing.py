"""Text: wrapping, justifying, a template engine, CSV, roman numerals, anagrams, ciphers."""
text = """The   quick brown fox jumps over the lazy dog. Pack my box with five dozen
liquor jugs! How vexingly quick daft zebras jump; sphinx of black quartz, judge my vow."""
def wrap(text, width):
    line = []
    for word in text.split():
        if line and len(" ".join(line + [word])) > width: yield line; line = []
        line.append(word)
    yield line
def justify(words, width):
    if len(words) == 1: return words[0]
    gaps, spare = len(words) - 1, width - sum(map(len, words))
    return "".join(w + " " * (spare // gaps + (i < spare % gaps)) for i, w in enumerate(words[:-1])) + words[-1]
*lines, last = wrap(text, 32)
for words in lines: print(f"|{justify(words, 32)}|")
print(f"|{' '.join(last):<32}|", f"|{'centre':^32}|", f"|{'right':>32}|", sep="\n")
class Template:
    def __init__(self, source): self.source = source
    def render(self, **context):
        out, i = [], 0
        while (j := self.source.find("{{", i)) >= 0:
            k = self.source.index("}}", j)
            out.append(self.source[i:j])
            name, *filters = self.source[j + 2:k].strip().split("|")
            value = context
            for part in name.split("."): value = value[part] if isinstance(value, dict) else getattr(value, part)
            for f in filters: value = getattr(self, "filter_" + f)(value)
            out.append(str(value)); i = k + 2
        return "".join(out) + self.source[i:]
    filter_upper = staticmethod(str.upper)
    filter_len = staticmethod(len)
    @staticmethod
    def filter_join(v): return ", ".join(map(str, v))
class User: name, tags = "ada", ["x", "y", 3]
t = Template("Hi {{ user.name|upper }}, you have {{user.tags|len}} tags: {{ user.tags|join }} and {{ n }}{{ d.k }}.")
print(t.render(user=User, n=5, d={"k": "!"}))
for bad, kw in (("{{ nope }}", {}), ("{{ x.y }}", {"x": 1}), ("{{ x|zap }}", {"x": 1}), ("{{ x", {"x": 1})):
    try: Template(bad).render(**kw)
    except Exception as error: print(type(error).__name__, error)
def parse_csv(text):
    rows, row, cell, quoted, i = [], [], "", False, 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"': cell += '"'; i += 1
            elif c == '"': quoted = False
            else: cell += c
        elif c == '"': quoted = True
        elif c == ",": row.append(cell); cell = ""
        elif c == "\n": rows.append(row + [cell]); row, cell = [], ""
        else: cell += c
        i += 1
    return rows
print(parse_csv('a,"b,c",d\n1,"say ""hi""",\n"two\nlines",,x\n'))
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v: out += s; n -= v
    return out
def unroman(s):
    values = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in s]
    return sum(-a if a < b else a for a, b in zip(values, values[1:] + [0]))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))
def vigenere(s, key, sign=1):
    out, i = [], 0
    for c in s:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out.append(chr((ord(c) - base + sign * (ord(key[i % len(key)].lower()) - 97)) % 26 + base)); i += 1
        else: out.append(c)
    return "".join(out)
secret = vigenere("Attack at Dawn!", "lemon")
print(secret, vigenere(secret, "lemon", -1))
words = "listen silent enlist google elgoog abc cab bca xyz".split()
groups = {}
for w in words: groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1], sorted({c for w in words for c in w}), max(words, key=lambda w: (len(set(w)), w)))
counts = {}
for c in text.lower():
    if c.isalpha(): counts[c] = counts.get(c, 0) + 1
print(len(counts), sorted(counts, key=lambda c: (-counts[c], c))[:5], [w for w in text.split() if w[0].isupper()], text.title()[:19], " ".join(w[::-1] for w in text.split()[:4]), text.count("qu"), text.replace("\n", " ").split(". ")[1][:14])
for n in (0, 7, 13, 21, 100, 1_234_567, 10**15): print(f"{n:>20,} {n:e} {n:x} {n:o} {n:b}"[:70])
def spell(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20: return ones[n]
    if n < 100: return tens[n // 10 - 2] + ("-" + ones[n % 10] if n % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size: return f"{spell(n // size)} {name}" + (f" {spell(n % size)}" if n % size else "")
print(spell(0), spell(42), spell(115), spell(1_000_001), spell(987_654), sep="; ")
