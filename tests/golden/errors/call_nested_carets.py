def f(x):
    return x


def g(x):
    raise ValueError("deep inside")


print(f(f(g(f(1)))), f(2))
