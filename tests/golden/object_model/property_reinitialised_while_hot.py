"""A property that is initialised again answers with its new functions."""
class C:
    p = property(lambda self: "first")
c = C()
def read():
    try:
        return c.p
    except AttributeError as e:
        return str(e)
for turn in range(8):
    if turn == 2: C.__dict__["p"].__init__(lambda self: "second")
    if turn == 4: C.__dict__["p"].__init__(None)
    if turn == 5: C.__dict__["p"].__init__(len)
    if turn == 6: C.__dict__["p"].__init__(lambda self: "third", lambda self, v: None)
    try:
        print(read())
    except TypeError as e:
        print(e)
c.p = 1
