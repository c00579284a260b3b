print(max(min(1, 2), 3)
print("next")
