print({k: v for k, v in [("a", 1), ("b", None)] if v > 0})
