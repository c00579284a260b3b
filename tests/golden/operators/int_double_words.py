# Sums, differences, products and bits of ints around one and two machine words.
import random

random.seed(3)
EDGES = [1 << 62, 1 << 63, 1 << 64, (1 << 63) - 1, (1 << 64) - 1, 1 << 126, (1 << 127) - 1, 1 << 127, 1 << 128]


def number():
    size = random.choice([3, 31, 62, 63, 64, 65, 100, 126, 127, 128, 129, 200, 700])
    value = random.choice([random.getrandbits(size), random.choice(EDGES)])
    return random.choice([value, -value, value + 1, value - 1])


total = 0
for step in range(3000):
    a, b = number(), number()
    results = [a + b, a - b, a * b, a & b, a | b, a ^ b]
    results += [(a + 1) + (b + 1), (a + 1) - (b * 1), (a - 1) * (b + 1), (a ^ 1) ^ (b ^ 3), (a + 1) & (b - 1)]
    c = a
    c += b
    kept = c
    c -= b
    c ^= kept
    c |= a
    c &= b
    c *= 12345678901
    results += [kept, c, a * 7, 2**62 * a, -(2**63) * (b + 1), (a * b + 12345) % 2**64]
    total = (total * 31 + sum(results)) % (2**61 - 1)
    if step % 500 == 0:
        print(results)
print(total)

for a in (True, False, 3, 2**63 - 1, -(2**63), 2**70):
    for b in (True, False):
        results = [a + b, b + a, a - b, b - a, a * b, b * a, a & b, a | b, a ^ b]
        print(a, b, results, [type(result).__name__ for result in results])
count = 0
count += True
count -= False
count += 2 > 1
flag = True
flag += True
print(count, type(count), flag, type(flag))
