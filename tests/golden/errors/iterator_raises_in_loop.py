class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise OSError("disk on fire")


for x in It():
    pass
