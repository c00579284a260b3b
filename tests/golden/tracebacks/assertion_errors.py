"""assert in a function, with a long condition; uncaught."""
def check(values):
    for value in values:
        assert isinstance(value, int) and value > 0, f"bad value {value!r}"
    return True
print(check([1, 2]))
check([1, -5])
