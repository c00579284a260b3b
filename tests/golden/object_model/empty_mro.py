"""An mro() that gives nothing."""
def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



class Meta(type):
    answer = []

    def mro(cls):
        return cls.answer


t(lambda: Meta("X", (), {}))
Meta.answer = [object]
t(lambda: Meta("X", (), {}).__mro__)
