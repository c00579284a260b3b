def numbers():
    yield 1
    raise ValueError("no more numbers")


for n in numbers():
    pass
