import json


class Dict(dict):
    def items(self):
        return None


class List(list):
    def __iter__(self):
        return None


class Failing(list):
    def __iter__(self):
        raise KeyError("own")


class Raising(dict):
    def items(self):
        raise TypeError("own")


for value in (Dict(a=1), List([1]), Dict(), List(), [Dict(a=1)], {"x": List([1])}, Failing([1]),
              Raising(a=1)):
    for options in {}, {"indent": 1}, {"sort_keys": True}:
        try:
            print(json.dumps(value, **options))
        except (TypeError, KeyError) as error:
            print(type(error).__name__, error)
    try:
        print(list(json.JSONEncoder().iterencode(value)))
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
