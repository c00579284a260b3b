"""An AttributeError out of __getattribute__ leads to __getattr__."""
class Both:
    def __getattribute__(self, name):
        if name == "hidden":
            raise AttributeError("hidden on purpose")
        if name == "broken":
            raise KeyError(name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        return f"<{name}>"
    hidden = 1
    broken = 2
    shown = 3
b = Both()
print(b.hidden, b.shown, b.missing)
try:
    b.broken
except KeyError as e:
    print("KeyError", e)
