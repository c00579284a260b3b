class D:
    def __get__(self, instance, owner):
        return 1

    def __set__(self, instance, value):
        pass


class A:
    d = D()


del A().d
