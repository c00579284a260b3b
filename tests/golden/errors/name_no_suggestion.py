print(qwertyuiop)
