x = [y for y range(3)]
