x = True and [] or None.missing
