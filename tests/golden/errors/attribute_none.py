def find(name):
    if name == "x":
        return "found"


find("y").upper()
