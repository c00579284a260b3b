def f(x: Undefined) -> int:
    return x
