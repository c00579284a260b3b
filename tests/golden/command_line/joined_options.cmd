-Ic
print("joined")
