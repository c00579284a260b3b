match 3:
    case undefined_class(x=1):
        pass
