if 1:
    x = 1
    print("crlf", x)
    y = """a
b"""
    print(repr(y))
z = \
  5
print(z)