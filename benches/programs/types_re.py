"""re: searching, taking apart and rewriting a megabyte of text."""

import re

WORDS = "the quick brown fox jumps over the lazy dog and runs away from seven hungry wolves".split()


def text_of(n):
    seed, out = 12345, []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        word = WORDS[seed // 65536 % len(WORDS)]
        out.append(word)
        if seed % 11 == 0:
            out.append(f"2024-{seed % 12 + 1:02}-{seed % 28 + 1:02}")
        if seed % 17 == 0:
            out.append(f"{word}{i}@example{seed % 7}.org")
        if seed % 9 == 0:
            out.append("\n")
    return " ".join(out)


def main(n):
    text = text_of(n)
    total = [len(text)]
    total.append(len(re.findall(r"\w+", text)))
    total.append(len(re.findall(r"[a-z]+\d*@[a-z]+\d\.org", text)))
    total.append(sum(int(m["year"]) + int(m["day"]) for m in re.finditer(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", text)))
    total.append(len(re.sub(r"\s+", " ", text)))
    total.append(len(re.sub(r"(\w+) (\w+)", r"\2 \1", text)))
    total.append(len(re.sub(r"\b[a-z]", lambda m: m.group().upper(), text)))
    total.append(len(re.split(r"[ \n]+", text)))
    total.append(len(re.findall(r"^.*wolves.*$", text, re.MULTILINE)))
    total.append(len(re.findall(r"QUICK|LAZY|HUNGRY", text, re.IGNORECASE)))
    total.append(re.search(r"zebra", text) is None)
    pattern = re.compile(r"(\w+)@(\w+)\.org")
    total.append(sum(pattern.fullmatch(word) is not None for word in text.split()))
    return total


print(main(150_000))
