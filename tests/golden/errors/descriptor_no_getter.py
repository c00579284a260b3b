class A:
    def _set(self, value):
        pass
    x = property(None, _set)


A().x
