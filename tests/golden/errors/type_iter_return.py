class A:
    def __iter__(self):
        return 3


list(A())
