x = f"{name"
