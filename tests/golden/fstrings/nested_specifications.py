"""What a nested format specification is made of is not the result, whatever class it is of."""


class Text(str):
    pass


class Width:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return Text(self.text)

    __str__ = lambda self: Text(self.text)


for spec in Text("d"), Text("1"), Text(""), Width("d"), Width("1"), Width("3"), Width(""):
    for result in ("{:{}}".format(1, spec), "{0:{1}}{0}".format(1, spec), f"{1:{spec}}", "{:{}}".format(1.0, Width("g")),
                   "%s" % (spec,), "%s" % spec, "{}".format(spec),
                   "{1}{0}".format(spec, "x"), "{:{}}{:{}}".format(1, spec, 2, spec), "".join([f"{spec}"])):
        print(type(result).__name__, repr(result), end=" ")
    print()
