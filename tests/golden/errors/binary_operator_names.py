first = [1]
second = (2,)
result = first + second + [3]
