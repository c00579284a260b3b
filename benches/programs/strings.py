"""Text: splitting, joining, searching, case, formatting, characters."""


def words(n):
    text = "the quick brown fox jumps over the lazy dog " * 20
    total = 0
    for i in range(n):
        parts = text.split()
        total += len(" ".join(parts[i % 7:]).replace("fox", "cat").upper())
        total += text.find("lazy") + text.count("the")
    return total


def characters(n):
    vowels = 0
    text = "Structure and interpretation of computer programs"
    for _ in range(n):
        for char in text:
            if char in "aeiou":
                vowels += 1
    return vowels


def formatting(n):
    length = 0
    for i in range(n):
        length += len(f"{i:>8} {i * 0.5:.2f} {'x' * (i & 3)!r}")
        length += len("%d-%s" % (i, "abc"))
    return length


def reverse(n):
    count = 0
    for i in range(n):
        s = str(i)
        if s == s[::-1]:
            count += 1
    return count


def caesar(n):
    text, shift = "attack at dawn", 3
    for _ in range(n):
        text = "".join(chr((ord(c) - 97 + shift) % 26 + 97) if c.isalpha() else c for c in text)
    return text


print(words(8_000), characters(40_000), formatting(300_000), reverse(600_000), caesar(30_000))
