class A(Bsae):
    pass
