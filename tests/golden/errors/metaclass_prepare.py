class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 3


class A(metaclass=Meta):
    pass
