print("never printed")
settings = {
    "a": 1,
    "b": [2, 3],
print(settings)
