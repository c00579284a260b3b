class Shirt:
    def __init__(self):
        self.colour = "red"


print(Shirt().color)
