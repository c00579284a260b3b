"""Primes, RSA, Chinese remainders, continued fractions, perfect numbers, magic squares, digits."""
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2**61 - 1), is_prime(2**67 - 1), is_prime(10**18 + 9), is_prime(2**127 - 1))
def factor(n):
    out, p = [], 2
    while p * p <= n:
        while n % p == 0: out.append(p); n //= p
        p += 1 + (p > 2)
    return out + [n] if n > 1 else out
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(factor(360), factor(2**20 - 1), factor(999_999_000_001), egcd(240, 46), egcd(2**64, 3**40), factor(97), factor(1))
def crt(pairs):
    x, m = 0, 1
    for r, n in pairs:
        g, p, _ = egcd(m, n)
        if (r - x) % g: return None
        x, m = (x + m * ((r - x) // g * p % (n // g))) % (m * n // g), m * n // g
    return x, m
print(crt([(2, 3), (3, 5), (2, 7)]), crt([(1, 4), (2, 6)]), crt([(3, 4), (5, 6)]))
p, q, e = 2**89 - 1, 2**107 - 1, 65537
n, d = p * q, pow(65537, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"attack at dawn", "big")
cipher = pow(message, e, n)
print(cipher, pow(cipher, d, n).to_bytes(14, "big"), n.bit_length(), e * d % ((p - 1) * (q - 1)))
for bad in (lambda: pow(6, -1, 9), lambda: pow(2, -1, 0), lambda: pow(0, -1), lambda: (2**64).to_bytes(8, "big")):
    try: bad()
    except (ValueError, ZeroDivisionError, OverflowError) as error: print(type(error).__name__, error)
def continued(a, b):
    while b: yield a // b; a, b = b, a % b
def convergents(terms):
    h, k, h1, k1 = 1, 0, 0, 1
    for t in terms: h, h1, k, k1 = t * h + h1, h, t * k + k1, k; yield h, k
print(list(continued(355, 113)), list(convergents([3, 7, 15, 1])), list(convergents([1] * 10))[-1])
def sqrt_digits(n, digits):
    target, x = n * 10 ** (2 * digits), 10 ** (digits + 1)
    while (y := (x + target // x) // 2) < x: x = y
    return str(x)
def e_digits(n):
    total, term, k = 0, 10 ** (n + 10), 1
    while term: total += term; term //= k; k += 1
    return str(total)[:n]
def pi_machin(n):
    unity = 10 ** (n + 10)
    def arctan(x):
        power = total = unity // x; i, sign = 3, -1
        while power := power // (x * x): total += sign * (power // i); sign, i = -sign, i + 2
        return total
    return str(4 * (4 * arctan(5) - arctan(239)))[:n]
print(sqrt_digits(2, 50), e_digits(50), pi_machin(60))
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n], [n for n in range(1000) if n == sum(int(c) ** len(str(n)) for c in str(n))], [n for n in range(200) if str(n * n).endswith(str(n))])
def collatz(n, memo={1: 1}):
    if n not in memo: memo[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]
print(max(range(1, 3000), key=collatz), collatz(2919), collatz(97))
def magic(n):
    grid = [[0] * n for _ in range(n)]; y, x = 0, n // 2
    for i in range(1, n * n + 1):
        grid[y][x] = i
        a, b = (y - 1) % n, (x + 1) % n
        if grid[a][b]: y = (y + 1) % n
        else: y, x = a, b
    return grid
for row in magic(5): print(*(f"{v:3}" for v in row), sum(row))
def base(n, b): return "0" if n == 0 else (base(n // b, b).lstrip("0") if n >= b else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[n % b]
print([base(255, b) for b in (2, 3, 8, 16, 36)], all(int(base(n, b), b) == n for n in range(200) for b in (2, 7, 36)), base(10**20, 36), int(base(10**20, 36), 36))
def partitions(n, limit=None, memo={}):
    limit = n if limit is None else limit
    if n == 0: return 1
    if (n, limit) not in memo: memo[n, limit] = sum(partitions(n - k, min(k, n - k)) for k in range(1, limit + 1))
    return memo[n, limit]
def catalan(n): return 1 if n == 0 else catalan(n - 1) * 2 * (2 * n - 1) // (n + 1)
def pascal(n):
    row = [1]
    for _ in range(n): yield row; row = [1, *(a + b for a, b in zip(row, row[1:])), 1]
print(partitions(60), [catalan(n) for n in range(12)], list(pascal(6)), sum(map(int, str(2**1000))), len(str(3**2000)), 100**100 % 97, (1 << 200) // 3**50, -7**21 % 1000, divmod(-10**30, 7**20))
