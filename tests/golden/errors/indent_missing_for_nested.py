def f():
    for x in y:
    print(x)
