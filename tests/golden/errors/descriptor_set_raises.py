class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name} must not be negative")
        instance.__dict__[self.name] = value


class Account:
    balance = Positive()

    def __init__(self, balance):
        self.balance = balance


Account(-5)
