print(sep="", end="", sep="\n")
