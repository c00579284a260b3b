"x": int = 1
