def f():
    '''Documented,
    but not to the end.

    return 1
