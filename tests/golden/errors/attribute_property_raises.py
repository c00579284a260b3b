class A:
    @property
    def value(self):
        return self._valu

    def __init__(self):
        self._value = 1


A().value
