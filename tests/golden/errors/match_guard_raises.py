match 3:
    case n if n / 0:
        pass
