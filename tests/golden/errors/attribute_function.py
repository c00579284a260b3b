def f():
    pass


print(f.count)
