print("bom is skipped", __file__[-11:])
x = (1 2)
