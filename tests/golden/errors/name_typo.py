colour = "red"
print(colur)
