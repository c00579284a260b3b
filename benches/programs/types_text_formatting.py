"""str: numbers and texts by f-strings, format, % and the conversions to digits."""


def f_strings(n):
    total = 0
    for i in range(n):
        x = i / 7
        total += len(f"{i}") + len(f"{i:>10}|{i:<8d}|{i:08.2f}") + len(f"{x:.3f} {x:e} {x!r}")
        total += len(f"{i:,} {i:x} {i:#b}") + len(f"{'ab':^{i % 20}}")
    return total


def formats(n):
    total = 0
    for i in range(n):
        total += len("{} is {}".format("key", i)) + len("{0:>5}{1:.2f}{0!r}".format(i, i / 3))
        total += len("{name}={value:05d}".format(name="n", value=i)) + len(format(i, "_"))
    return total


def percent(n):
    total = 0
    for i in range(n):
        total += len("%s=%d" % ("n", i)) + len("%5d|%-8s|%.3f" % (i, "ab", i / 3)) + len("%x %o" % (i, i))
        total += len("%(name)s %(value)r" % {"name": "n", "value": i})
    return total


def conversions(n):
    total = 0
    for i in range(n):
        total += len(str(i)) + len(repr(i / 3)) + len(hex(i)) + len(bin(i)) + len(repr("it's")) + len(str((i, "a")))
        total += int(str(i)) + int(float("%d.5" % i))
    return total


print(f_strings(100_000), formats(120_000), percent(120_000), conversions(120_000))
