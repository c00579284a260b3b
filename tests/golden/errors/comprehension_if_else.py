x = [y for y in z if y else 1]
