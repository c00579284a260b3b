"""The spectral norm of an infinite matrix, by the power method."""


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector):
    n = len(vector)
    return [sum(element(i, j) * vector[j] for j in range(n)) for i in range(n)]


def multiply_transposed(vector):
    n = len(vector)
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * vector[j]
        out.append(total)
    return out


def norm(n, rounds):
    u = [1.0] * n
    for _ in range(rounds):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    vbv = vv = 0.0
    for a, b in zip(u, v):
        vbv += a * b
        vv += b * b
    return (vbv / vv) ** 0.5


print(f"{norm(260, 8):.9f}")
