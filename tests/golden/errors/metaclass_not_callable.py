class A(metaclass=3):
    pass
