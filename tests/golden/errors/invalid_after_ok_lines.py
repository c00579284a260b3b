def first():
    return 1


def second(x):
    if x:
        return first()
    return x y


print(second(1))
