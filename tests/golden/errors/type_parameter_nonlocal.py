def outer[T]():
    def inner():
        nonlocal T
        T = 1
