fed f():
    pass
