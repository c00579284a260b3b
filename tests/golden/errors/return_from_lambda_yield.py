x = lambda: (yield) = 2
