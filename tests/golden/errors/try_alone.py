try:
    pass
print("never")
