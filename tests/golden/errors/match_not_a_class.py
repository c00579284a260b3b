thing = 5
match 3:
    case thing(1):
        pass
