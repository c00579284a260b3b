"""A metaclass's mro() decides; what it may return."""
class Extra: extra = "extra"
class Meta(type):
    def mro(cls):
        normal = super().mro()
        return [normal[0], Extra, *normal[1:]]
class A(metaclass=Meta): pass
class B(A): pass
print([k.__name__ for k in B.__mro__], B.extra, B.__bases__, issubclass(B, Extra), isinstance(B(), Extra))
class Bad(type):
    answer = None
    def mro(cls): return Bad.answer
for answer in (5, [int, object], [5], ["x"], [object]):
    Bad.answer = answer
    try:
        print(Bad("T", (), {}).__mro__)
    except TypeError as e:
        print(e)
print(type.mro(bool), [k.__name__ for k in int.mro()])
try:
    int.mro(5)
except TypeError as e:
    print(e)
