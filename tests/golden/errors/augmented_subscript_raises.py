d = {"a": "text"}
d["a"] += 1
