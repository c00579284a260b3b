# copy looks for __setstate__ and then takes it, which a __getattr__ can tell.
import copy

asked = []


class Hooked:
    def __getattr__(self, name):
        asked.append(name)
        if name == "__setstate__":
            return lambda state: asked.append(sorted(state))
        raise AttributeError(name)


for function in (copy.copy, copy.deepcopy):
    value = Hooked()
    value.a = 1
    made = function(value)
    print(function.__name__, asked, vars(made))
    asked.clear()

# What a failed copy has come to lives as long as the traceback does.
log = []


class Watched:
    def __init__(self, name):
        self.name = name

    def __reduce_ex__(self, protocol):
        return type(self), ("copy",), 5

    def __del__(self):
        log.append(f"{self.name} gone")


for function in (copy.copy, copy.deepcopy):
    original = Watched("original")
    try:
        function(original)
    except Exception as error:
        log.append(f"{type(error).__name__}: {error}")
    print(log)
    log.clear()
    original = None
    print(log)
    log.clear()
