class A:
    x = yield 3
