class Getter:
    @property
    def __set_name__(self): raise KeyError("no binding")
class Caller:
    def __set_name__(self, owner, name): raise KeyError("no naming")
class Descr:
    def __get__(self, obj, cls): raise ValueError(obj is not None, cls.__name__)
class Bound:
    __set_name__ = Descr()
class Static:
    __set_name__ = staticmethod(lambda *a: print(len(a)))
class Few:
    def __set_name__(self): pass
for made in (Getter, Caller, Bound, Static, Few):
    try:
        class Owner: attribute = made()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))
