x = f"{a} and
