sorted([1, "a"], reverse=True)
