é = "x"
print("e\u0301", é / 2)
