class A(colour="red"):
    pass
