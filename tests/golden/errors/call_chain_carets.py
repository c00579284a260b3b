class Builder:
    def first(self):
        return self

    def second(self):
        raise RuntimeError("second failed")


Builder().first().second().first()
