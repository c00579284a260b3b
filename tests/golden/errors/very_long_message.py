raise ValueError("x" * 500)
