double = lambda value: valeu * 2
print(double(3))
