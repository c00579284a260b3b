def make():
    pass


make()()
