"""Matrix multiplication, LU decomposition and inversion with lists of lists."""


def make(n, seed):
    return [[((i * seed + j * 7) % 13) / 3 + (i == j) * n for j in range(n)] for i in range(n)]


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def multiply_plainly(a, b):
    n = len(a)
    out = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            out[i][j] = total
    return out


def decompose(matrix):
    n = len(matrix)
    lu = [row[:] for row in matrix]
    for k in range(n):
        pivot = lu[k][k]
        for i in range(k + 1, n):
            factor = lu[i][k] = lu[i][k] / pivot
            row, upper = lu[i], lu[k]
            for j in range(k + 1, n):
                row[j] -= factor * upper[j]
    return lu


def trace(matrix):
    return sum(matrix[i][i] for i in range(len(matrix)))


a, b = make(150, 5), make(150, 11)
c, d = multiply(a, b), multiply_plainly(a, b)
lu = decompose(make(170, 3))
print(round(trace(c), 6), round(trace(d), 6), round(trace(lu), 6), max(abs(x - y) for p, q in zip(c, d) for x, y in zip(p, q)) < 1e-9)
