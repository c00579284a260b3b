colour = 'red'


def paint(thing):
    return thing.painted
