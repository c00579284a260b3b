class Settings:
    values = {"a": 1}
    chosen = values["b"]
