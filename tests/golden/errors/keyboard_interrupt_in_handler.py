try:
    raise ValueError("first")
except ValueError:
    raise SystemExit("gave up")
