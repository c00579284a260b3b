class A:
    @classmethod
    def make(cls, x):
        return cls(x)


A.make(1)
