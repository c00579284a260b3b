items = [1, 2, 3]
print([itm * 2 for item in items])
