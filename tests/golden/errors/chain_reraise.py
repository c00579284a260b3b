try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
finally:
    print("cleaned up")
