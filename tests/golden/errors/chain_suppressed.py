try:
    {}["x"]
except KeyError:
    raise RuntimeError("nothing before me") from None
