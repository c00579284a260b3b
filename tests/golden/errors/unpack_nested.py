for key, (left, right) in [("a", (1, 2)), ("b", (3,))]:
    print(key)
