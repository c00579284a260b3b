"""Which lines are shown, and marked, when an expression spans several."""
import sys
def show(f, *args):
    try:
        f(*args)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
def f(*a, **k): raise ValueError("called")
def call_args():
    return f(
        1,
        2,
        key=3,
    )
def inner_call():
    return f(1,
             len(
                 5
             ),
             3)
def binary():
    return (1 +
            2 *
            "x" -
            3)
def chain():
    return ("text"
            .upper()
            .missing()
            .lower())
def chain_call():
    return ("text"
            .upper()
            .center("x")
            .lower())
def dict_display():
    return {
        "a": 1,
        "b": 1 / 0,
        "c": 3,
    }
def list_display():
    return [
        1,
        f(2),
        3,
    ]
def comprehension():
    return [
        x / 0
        for x in range(3)
        if x
    ]
def subscript():
    d = {}
    return d[
        "key"
    ]
def backslash():
    return 1 + \
        2 + \
        "x"
def triple():
    return """a
b""" + 1
def with_():
    with open(__file__) as h, \
         open(5.5) as g:
        pass
def raise_():
    raise ValueError(
        "message",
        1,
    )
def assert_():
    assert (
        1 ==
        2
    ), "not equal"
def assign():
    x = y = (
        1,
        f(),
    )
def if_():
    if (1 and
            f(3)):
        pass
def decorated():
    @f
    @len
    def g(): pass
def class_():
    class A(
        object,
        metaclass=f,
    ):
        x = 1
def fstring():
    return f"""
    {1}
    {f(2)}
    """
def lambda_():
    return (lambda:
            f(1))()
def for_():
    for x in f(
        1
    ):
        pass
def return_tuple():
    return (1,
            2), f(
                3)
def very_long():
    return f(
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
    )
def star():
    print(1,
          *5,
          sep="")
def conditional():
    return (1
            if f() else
            2)
for g in (call_args, inner_call, binary, chain, chain_call, dict_display, list_display, comprehension, subscript, backslash, triple, with_, raise_, assert_, assign, if_, decorated, class_, fstring, lambda_, for_, return_tuple, very_long, star, conditional):
    show(g)
