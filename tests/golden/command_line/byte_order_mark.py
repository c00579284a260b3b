"""doc"""
x = """a
b"""
print(__doc__, [x])
if x:
    print("yes")
1 / 0
