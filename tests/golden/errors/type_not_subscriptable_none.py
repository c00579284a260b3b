result = None
print(result["key"])
