print("run beta")
NAME = "beta"
_private = "not exported"
public = "exported"
def lazily():
    from . import alpha
    return alpha.NAME
