str.upper(3)
