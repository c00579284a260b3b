# At exit, source files are out of reach: what goes wrong in finalisers is shown without its line.
import atexit


class Finaliser:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return f"finaliser {self.text}"

    def __call__(self):
        raise ValueError(self.text)


def made(text):
    return type("A", (), {"__del__": Finaliser(text)})()


made("at once")
a = made("of a global")
b = made("in a cycle")
b.me = b


class C:
    keep = made("of a class")


atexit.register(lambda: made("of an exit function") and None)
