x = f"{d["a}"
