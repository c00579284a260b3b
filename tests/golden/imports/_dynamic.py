"""A module with __getattr__ and __dir__."""
defined = 1
asked = []
def __getattr__(name):
    asked.append(name)
    if name.startswith("made_"): return name.upper()
    raise AttributeError(f"module {__name__} refuses {name!r}")
def __dir__(): return ["only", "these"]
