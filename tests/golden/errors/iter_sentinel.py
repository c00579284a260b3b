iter(5, 6, 7)
