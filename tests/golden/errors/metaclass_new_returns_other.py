class Meta(type):
    def __new__(mcls, name, bases, namespace, extra):
        return super().__new__(mcls, name, bases, namespace)


class A(metaclass=Meta):
    pass
