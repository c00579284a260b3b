class Shirt:
    def __init__(self, colour):
        self.colour = colour

def describe(shirt):
    return shirt.color

print(describe(Shirt("red")))
