# A module's attribute lookup takes a descriptor's AttributeError for nothing found, also once the place is hot.
import types


class Module(types.ModuleType):
    given = property(lambda self: self.value)
    late = types.MethodType(lambda owner, self: 1, 2)

    class _Computed:
        def __get__(self, obj, cls=None):
            return obj.value

    computed = _Computed()

    @property
    def function(self):
        value = self.value
        return lambda *args: (value, args)


def read(module):
    return module.given


def read_computed(module):
    return module.computed


def call(module):
    return module.function(1)


def attempt(function, module):
    try:
        return function(module)
    except AttributeError as error:
        return str(error), error.name, error.obj is module


one, two = Module("one"), Module("two")
del two.__name__
two.value = one.value = 1
for function in (read, read_computed, call):
    for turn in range(4):
        print(function.__name__, attempt(function, one), attempt(function, two))
    del one.value, two.value
    for turn in range(3):
        print(function.__name__, attempt(function, one), attempt(function, two))
    one.__getattr__ = lambda name: f"asked for {name}"
    for turn in range(3):
        print(function.__name__, attempt(function, two))
        print(attempt(read, one), attempt(read_computed, one))
    del one.__getattr__
    one.value = two.value = 2
