sorted(["b", None, "a"], key=lambda s: s.lower())
