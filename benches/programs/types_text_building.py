"""str: appending, repeating, joining and formatting short pieces."""


def append(n):
    text = ""
    for i in range(n):
        text += "ab"
        text += str(i)
    return len(text)


def pad(n):
    total = 0
    for i in range(n):
        total += len(str(i).rjust(8) + "-" * (i % 20) + "x".center(9))
    return total


def join(n):
    parts = ["alpha", "beta", "gamma", "delta"] * 25
    total = 0
    for _ in range(n):
        total += len(", ".join(parts))
    return total


def formatted(n):
    total = 0
    for i in range(n):
        total += len(f"{i:>6}|{i / 7:.3f}|{i!r}") + len("%s=%d" % ("k", i)) + len("{}:{}".format(i, "v"))
    return total


print(append(1_000_000), pad(500_000), join(30_000), formatted(200_000))
