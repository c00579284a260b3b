x = 3jx
