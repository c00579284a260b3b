# A key of a mapping that is passed as keywords is hashed before its value is asked for; in a display after.
class Mapping:
    def __init__(self, *names):
        self.names = names

    def keys(self):
        return self.names

    def __getitem__(self, key):
        print("get", type(key).__name__)
        raise LookupError(key)


class Key:
    def __hash__(self):
        print("hash")
        return 1


class Text(str):
    def __hash__(self):
        print("text hash")
        return str.__hash__(self)


for key in [{}, [], Key(), Text("a"), "a", 5, None]:
    for f in (lambda m: dict(**m), lambda m: {**m}, lambda m: dict(m), lambda m: {}.update(m)):
        try:
            f(Mapping(key))
        except Exception as e:
            print(type(e).__name__, type(e.args[0]).__name__)
