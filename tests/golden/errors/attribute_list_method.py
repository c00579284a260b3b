[3, 1, 2].sorted()
