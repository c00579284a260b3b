"""list.sort and sorted: ints, floats, strs and tuples, with and without a key."""


def numbers(n):
    seed, out = 12345, []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed)
    return out


def main(n):
    ints = numbers(n)
    floats = [i / 1000 for i in ints]
    texts = [str(i) for i in ints]
    pairs = [(i % 1000, t) for i, t in zip(ints, texts)]
    check = 0
    check += sorted(ints)[n // 2] + int(sorted(floats)[n // 3])
    check += len(sorted(texts)[n // 2]) + sorted(pairs)[n // 2][0]
    check += sorted(ints, key=lambda i: -i)[0] + len(sorted(texts, key=len)[0])
    check += sorted(texts, key=str.lower, reverse=True)[0] > "5"
    ordered = list(range(n))
    ordered.sort()
    ordered.sort(reverse=True)
    return check + ordered[0]


print(main(200_000))
