"""FORCE_COLOR."""


def f(x):
    return x["a"].b


try:
    f({})
except KeyError as error:
    raise ValueError("wrong") from error
