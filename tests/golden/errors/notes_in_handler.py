try:
    int("x")
except ValueError as e:
    e.add_note("while reading the configuration")
    raise
