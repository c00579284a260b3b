name = "x"
print(f"hello {name!z} and {name")
