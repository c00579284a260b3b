"""How objects are taken apart asks their class for __reduce__, through its metaclass."""

import copy
import pickle


class Meta(type):
    asked = []

    def __getattribute__(cls, name):
        Meta.asked.append(name)
        return super().__getattribute__(name)


class C(metaclass=Meta):
    pass


class WithProperty(type):
    @property
    def __reduce__(cls):
        return None


class D(metaclass=WithProperty):
    def __init__(self):
        self.x = 1


def attempt(name, use):
    Meta.asked.clear()
    try:
        result = use()
        result = type(result).__name__, len(result) if isinstance(result, tuple) else ""
    except Exception as error:
        result = type(error).__name__, str(error)
    print(name, *result, [name for name in Meta.asked if name in ("__reduce__", "__new__", "__getstate__")])


c = C()
attempt("reduce_ex 2", lambda: c.__reduce_ex__(2))
attempt("reduce_ex 4", lambda: c.__reduce_ex__(4))
attempt("reduce_ex 0", lambda: c.__reduce_ex__(0))
attempt("getstate", lambda: c.__getstate__())
attempt("copy", lambda: copy.copy(c))
attempt("deepcopy", lambda: copy.deepcopy(c))
attempt("pickle", lambda: pickle.dumps(c))
attempt("property", lambda: D().__reduce_ex__(2))
attempt("property, copy", lambda: copy.copy(D()).x)


class Reduced:
    def __init__(self, result):
        self.result = result

    def __reduce__(self):
        return self.result


import copyreg

for result in (copyreg.__newobj__, (5,)), (copyreg.__newobj__, (int,)), (copyreg.__newobj_ex__, (5, (), {})), \
        (copyreg.__newobj_ex__, (int, (), {})), (copyreg.__newobj_ex__, (5, [], {})), (copyreg.__newobj_ex__, (int, (), 1)):
    attempt("reduced", lambda: pickle.dumps(Reduced(result)))
