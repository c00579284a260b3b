data = {"x": [1, 2, 3]}
print(data["x"][data["x"][2]] + 1)
