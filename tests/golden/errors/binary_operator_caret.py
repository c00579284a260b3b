a = 1
b = 0
c = 2
print(a + c * (a / b) + c)
