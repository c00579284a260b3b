int("12", base=99)
