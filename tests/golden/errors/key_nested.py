config = {"server": {"host": "x"}}
print(config["server"]["port"])
