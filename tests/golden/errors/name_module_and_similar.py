maths = 3
print(math)
