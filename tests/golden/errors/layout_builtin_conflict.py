class IntStr(int, str):
    pass
