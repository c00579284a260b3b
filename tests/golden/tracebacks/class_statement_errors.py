"""Uncaught error inside a class body within a function, via a metaclass."""
class Meta(type):
    def __new__(mcls, name, bases, ns):
        if "required" not in ns:
            raise TypeError(f"{name} lacks 'required'")
        return super().__new__(mcls, name, bases, ns)
class Good(metaclass=Meta):
    required = 1
def build():
    class Bad(Good):
        def method(self):
            return 1
    return Bad
build()
