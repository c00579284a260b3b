def gen():
    yield 1


x, y = gen()
