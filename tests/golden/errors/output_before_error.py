print("one")
print("two", flush=True)
print("three", end="")
1 / 0
