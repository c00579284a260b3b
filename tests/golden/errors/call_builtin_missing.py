isinstance(3)
