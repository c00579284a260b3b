"""isinstance and issubclass with metaclass hooks, tuples, unions, aliases and impostors."""


class Meta(type):
    def __instancecheck__(cls, o):
        print("instancecheck", cls.__name__, type(o).__name__)
        return cls.answer

    def __subclasscheck__(cls, other):
        print("subclasscheck", cls.__name__, getattr(other, "__name__", other))
        return cls.answer


class Yes(metaclass=Meta):
    answer = ["truthy"]


class No(metaclass=Meta):
    answer = ""


class Plain:
    pass


class Child(Plain):
    pass


class Impostor:
    __class__ = Child

    def __repr__(self):
        return "Impostor"


class Broken:
    @property
    def __class__(self):
        raise AttributeError("hidden class")


class Raising:
    @property
    def __class__(self):
        raise ValueError("broken class")


class NotClass:
    __class__ = 5


class Bases:
    __bases__ = (Plain,)

    def __repr__(self):
        return "Bases"


class BasesLoop:
    @property
    def __bases__(self):
        return (self,)


class WrongBases:
    __bases__ = 5

    def __repr__(self):
        return "WrongBases"


class CheckOnInstance:
    def __instancecheck__(self, o):
        return "yes"

    def __subclasscheck__(self, o):
        return []


SUBJECTS = {"Yes()": None, "No()": None, "Plain()": None, "Child()": None, "Impostor()": None, "Broken()": None, "Raising()": None, "NotClass()": None, "5": None}
TESTS = ["Yes", "No", "Plain", "Child", "int", "(Plain, int)", "(No, Yes)", "(No, (int, (Plain,)))", "()", "int | str", "Plain | None", "list[int]", "5", "None", "[int]",
         "(int, 5)", "(5, int)", "Bases()", "CheckOnInstance()", "object", "type", "(list[int], int)", "int | list[int]"]
for subject in SUBJECTS:
    for test in TESTS:
        try:
            print(f"isinstance({subject}, {test})", isinstance(eval(subject), eval(test)))
        except Exception as e:
            print(f"isinstance({subject}, {test})", type(e).__name__, e)
for subject in ["Yes", "Plain", "Child", "bool", "5", "Bases()", "WrongBases()", "Impostor()", "list[int]", "int | str"]:
    for test in TESTS:
        try:
            print(f"issubclass({subject}, {test})", issubclass(eval(subject), eval(test)))
        except Exception as e:
            print(f"issubclass({subject}, {test})", type(e).__name__, e)
print(type.__instancecheck__(Yes, Yes()), type.__subclasscheck__(Yes, int), type.__instancecheck__(int, True))
for args in [(), (5,), (5, int, 3)]:
    for f in (isinstance, issubclass):
        try:
            f(*args)
        except TypeError as e:
            print(e)
