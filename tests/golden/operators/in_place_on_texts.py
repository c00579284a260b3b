"""+= on texts: in place where that cannot be seen, by the subclass's methods where there are any."""


class Text(str):
    def __iadd__(self, other):
        return f"iadd {other}"


class Adding(str):
    def __add__(self, other):
        return f"add {other}"


def local():
    s = Text("1")
    s += "4"
    print(s)
    s = Adding("1")
    s += "4"
    print(s)
    s = "a"
    other = s
    s += s
    s += "b"
    print(s, other)
    s = "1"
    s += Adding("2")
    print(s, type(s).__name__)
    try:
        s += 1
    except TypeError as error:
        print(error, s)


local()
