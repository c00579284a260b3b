class A(object, x for x in y):
    pass
